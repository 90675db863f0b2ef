// Legend and filters are one: each type and relation with its sign, its count and a box.
function tally(items, keyOf) {
  const counts = new Map();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) || 0) + 1);
  return counts;
}

function filterRow(name, sign, label, count, hidden, kind) {
  const box = make("input", { type: "checkbox", "data-name": name, "data-kind": kind });
  box.checked = !hidden.has(name);
  box.addEventListener("change", () => {
    if (box.checked) hidden.delete(name);
    else hidden.add(name);
    filtersChanged();
  });
  return make("li", {}, make("label", {}, box, sign, make("span", { class: kind }, label), make("span", { class: "count" }, String(count))));
}

function showFilters() {
  const types = tally(payload.nodes, (node) => node.type), relations = tally(payload.edges, (edge) => edge.relation);
  // Relations of hidden types alone would only be noise.
  const possible = tally(payload.edges.filter((edge) => nodeShown(nodes.get(edge.from)) && nodeShown(nodes.get(edge.to))), (edge) => edge.relation);
  document.getElementById("types").replaceChildren(...Object.entries(payload.types).map(([name, style]) =>
    filterRow(name, glyph(name), style.label, types.get(name) || 0, state.hiddenTypes, "type")));
  document.getElementById("relations").replaceChildren(...Object.entries(payload.relations)
    .filter(([name]) => state.hiddenRelations.has(name) || possible.has(name))
    .map(([name, style]) => filterRow(name, stroke(name), style.label, relations.get(name), state.hiddenRelations, "relation")));
}

function showStatus() {
  const shown = payload.nodes.filter(nodeShown).length, drawn = payload.edges.filter(edgeShown).length;
  const parts = [words("nodes", shown), words("edges", drawn), words("documents", payload.docs.length)];
  const hidden = payload.nodes.length - shown;
  document.getElementById("status").textContent = parts.join(", ") + (hidden ? ` (${words("hiddenNodes", hidden)})` : "");
}
