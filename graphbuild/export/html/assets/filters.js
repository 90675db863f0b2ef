// Legend and filters are one: each type and relation with its sign, its count and a box.
function tally(values, names, counts = () => true) {
  const found = new Map();
  for (let i = 0; i < values.length; i += 1) if (counts(i)) found.set(names[values[i]], (found.get(names[values[i]]) ?? 0) + 1);
  return found;
}

function filterRow(name, sign, label, count, hidden, kind) {
  const box = make("input", { type: "checkbox", "data-name": name, "data-kind": kind });
  box.checked = !hidden.has(name);
  box.addEventListener("change", () => {
    const key = kind === "type" ? "hiddenTypes" : "hiddenRelations";
    change({ [key]: box.checked ? without(state[key], [name]) : together(state[key], [name]) });
  });
  return make("li", {}, make("label", {}, box, sign, make("span", { class: kind }, label), make("span", { class: "count" }, String(count))));
}

function showFilters() {
  const types = tally(column.type, typeNames), relations = tally(column.relation, relationNames);
  // Relations of hidden types alone would only be noise.
  const possible = tally(column.relation, relationNames, (e) => nodePasses(column.from[e]) && nodePasses(column.to[e]));
  document.getElementById("types").replaceChildren(...Object.entries(payload.types).map(([name, style]) =>
    filterRow(name, glyph(name), style.label, types.get(name) || 0, state.hiddenTypes, "type")));
  document.getElementById("relations").replaceChildren(...Object.entries(payload.relations)
    .filter(([name]) => state.hiddenRelations.has(name) || possible.has(name))
    .map(([name, style]) => filterRow(name, stroke(name), style.label, relations.get(name), state.hiddenRelations, "relation")));
}

function showStatus() {
  let shown = 0, lines = 0;
  for (let i = 0; i < nodeCount; i += 1) shown += passingNodes[i];
  for (let e = 0; e < edgeCount; e += 1) lines += passingEdges[e];
  const parts = [words("nodes", shown), words("edges", lines), words("documents", payload.counts.documents)], hidden = nodeCount - shown;
  document.getElementById("status").textContent = parts.join(", ") + (hidden ? ` (${words("hiddenNodes", hidden)})` : "");
}

function showFiltersKeepingFocus() {
  const { name, kind } = document.activeElement?.dataset ?? {};
  showFilters();
  if (kind) document.querySelector(`#filters input[data-kind="${kind}"][data-name="${CSS.escape(name)}"]`)?.focus();
}

on("change", (changed) => {
  if (!filtersIn(changed)) return;
  showFiltersKeepingFocus();
  showStatus();
});
document.getElementById("show-filters").addEventListener("click", (event) => {
  const open = document.body.classList.toggle("filters-open");
  event.currentTarget.setAttribute("aria-expanded", String(open));
});
