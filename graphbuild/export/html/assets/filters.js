// Legend and filters are one: each type and relation with its sign, its count and a box.
const legend = { types: document.getElementById("types"), relations: document.getElementById("relations") };

function tally(size, indexOf, passes) {
  const counts = [];
  for (let at = 0; at < size; at += 1) if (passes(at)) counts[indexOf(at)] = (counts[indexOf(at)] || 0) + 1;
  return counts;
}

const totals = {
  types: tally(nodes.size, (at) => column.type[at], () => true),
  relations: tally(edges.size, (at) => column.relation[at], () => true),
};

const switched = (hidden, name, off) => new Set(off ? [...hidden, name] : [...hidden].filter((other) => other !== name));

function filterRow(kind, key, name, sign, label, counts) {
  const box = make("input", { type: "checkbox", "data-name": name, "data-kind": kind });
  const [shown, total] = counts, off = state[key].has(name);
  box.checked = !off;
  box.addEventListener("change", () => change({ [key]: switched(state[key], name, !box.checked) }));
  const count = off || shown === total ? total.toLocaleString(state.language) : `${shown.toLocaleString(state.language)}/${total.toLocaleString(state.language)}`;
  const only = button(words("only"), () => showOnly(key, name), { class: "only", "aria-label": `${words("only")}: ${label}` });
  return make("li", {}, make("label", {}, box, sign, make("span", { class: kind }, label), make("span", { class: "count" }, count)), only);
}

// One type or relation alone; asked again, all of them.
function showOnly(key, name) {
  const all = key === "hiddenTypes" ? typeNames : relationNames, others = all.filter((other) => other !== name);
  const already = others.every((other) => state[key].has(other));
  change({ [key]: already ? new Set() : new Set(others) });
}

function showFilters() {
  const kept = document.activeElement?.dataset ?? {};
  const shown = {
    types: tally(nodes.size, (at) => column.type[at], nodePasses),
    relations: tally(edges.size, (at) => column.relation[at], edgePasses),
  };
  legend.types.replaceChildren(...typeNames.filter((_, at) => totals.types[at]).map((name) => {
    const at = typeNames.indexOf(name);
    return filterRow("type", "hiddenTypes", name, glyph(name), typeLabel(name), [shown.types[at] || 0, totals.types[at]]);
  }));
  const possible = possibleRelations();
  legend.relations.replaceChildren(...relationNames.filter((name, at) => totals.relations[at] && (possible[at] || state.hiddenRelations.has(name))).map((name) => {
    const at = relationNames.indexOf(name);
    return filterRow("relation", "hiddenRelations", name, stroke(name), relationLabel(name), [shown.relations[at] || 0, totals.relations[at]]);
  }));
  if (kept.kind) document.querySelector(`#filters input[data-kind="${kept.kind}"][data-name="${CSS.escape(kept.name)}"]`)?.focus();
}

// Relations of hidden types alone would only be noise.
function possibleRelations() {
  const off = typeNames.map((name) => state.hiddenTypes.has(name));
  return tally(edges.size, (at) => column.relation[at], (at) => !off[column.type[column.from[at]]] && !off[column.type[column.to[at]]]);
}

// The least confidence: the slider goes from the least that occurs, so that each step shows.
const sureSlider = document.getElementById("sure"), sureValue = document.getElementById("sure-value");

function setUpConfidence() {
  let least = 100;
  for (let at = 0; at < edges.size; at += 1) if (column.confidence[at] && column.confidence[at] < least) least = column.confidence[at];
  sureSlider.min = String(Math.max(0, Math.floor(least / 5) * 5));
  sureSlider.max = "100";
  sureSlider.addEventListener("input", () => change({ confidence: sureSlider.value === sureSlider.min ? 0 : Number(sureSlider.value) / 100 }));
}

function showConfidence() {
  sureSlider.value = state.confidence ? String(Math.round(state.confidence * 100)) : sureSlider.min;
  sureValue.textContent = state.confidence ? `≥ ${Math.round(state.confidence * 100)}%` : words("any");
}

const resetButton = document.getElementById("reset");
resetButton.addEventListener("click", resetFilters);
const narrowing = [...filterKeys, "only"];
const isNarrowed = () => narrowing.some((name) => !same(state[name], keys.get(name).initial));

function resetFilters() {
  change(Object.fromEntries(narrowing.map((name) => [name, keys.get(name).initial])));
}

setUpConfidence();
function refreshFilters() {
  showFilters();
  showConfidence();
  resetButton.hidden = !isNarrowed();
}

on("change", (changed) => {
  if ([...narrowing, "language"].some((name) => changed.has(name))) refreshFilters();
});
on("colours", showFilters);
