// The views beside the picture: one at a time, in the same place, each made when it is opened.
const viewNames = ["graph", "table", "matrix", "page"];
register("view", {
  initial: "graph",
  undo: false,
  write: (params, value) => params.set("view", value),
  read: (params) => (viewNames.includes(params.get("view")) ? params.get("view") : "graph"),
});
const viewBoxes = { graph: document.getElementById("picture"), table: document.getElementById("table"), matrix: document.getElementById("matrix"), page: document.getElementById("page") };
const viewMakers = {}; // name -> function that fills the box
const viewTabs = [...document.querySelectorAll("#views [role=tab]")];

function showView() {
  for (const [name, box] of Object.entries(viewBoxes)) box.hidden = name !== state.view;
  for (const tab of viewTabs) {
    const chosen = tab.dataset.view === state.view;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
  }
  document.body.dataset.view = state.view;
  viewMakers[state.view]?.(viewBoxes[state.view]);
}

function openView(name) {
  change({ view: name });
  if (name === "graph") viewBoxes.graph.focus({ preventScroll: true });
}

for (const tab of viewTabs) tab.addEventListener("click", () => openView(tab.dataset.view));
document.getElementById("views").addEventListener("keydown", (event) => {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  const next = viewTabs[(viewTabs.indexOf(event.target) + by + viewTabs.length) % viewTabs.length];
  openView(next.dataset.view);
  next.focus();
  event.preventDefault();
});

// What a view shows hangs on these; the page also on the selection.
const viewNeeds = { graph: ["view"], table: [...narrowing, "view", "language"], matrix: [...narrowing, "view", "language", "together"], page: ["view", "language", "of"] };
on("change", (changed) => {
  if (changed.has("view") || viewNeeds[state.view].some((name) => changed.has(name))) showView();
});
on("picture", () => state.view === "table" && showView());

// Bars by month, or by year over long times: series stand on each other, each with its count.
function barChart(series, caption) {
  const known = series.flatMap(([, counts]) => [...counts.keys()]).sort((a, b) => a - b);
  if (!known.length) return null;
  const yearly = known.at(-1) - known[0] > 60, unit = yearly ? 12 : 1, start = Math.floor(known[0] / unit), size = Math.floor(known.at(-1) / unit) - start + 1;
  const sums = series.map(([kind, counts]) => [kind, summed(counts, unit, start, size)]);
  const totals = Array.from({ length: size }, (_, place) => sums.reduce((sum, [, values]) => sum + values[place], 0)), most = Math.max(...totals);
  const name = (place) => (yearly ? String(start + place) : readableMonth(start + place));
  const columns = totals.map((total, place) => make("li", {}, make("span", { class: "value" }, total ? String(total) : ""),
    ...sums.filter(([, values]) => values[place]).map(([kind, values]) => bar(kind, values[place], most, name(place))), make("span", { class: "tick" }, ...tickOf(name, place, size))));
  const kinds = sums.filter(([, values]) => values.some(Boolean)).map(([kind]) => make("span", { class: `kind-of ${kind}` }, kind === "met" ? relationLabel("met") : words(kind)));
  return make("figure", { class: "chart" }, make("figcaption", {}, caption, ...kinds), make("ol", { class: "bars", tabindex: size > 24 ? "0" : null }, ...columns));
}

function summed(counts, unit, start, size) {
  const sums = new Array(size).fill(0);
  for (const [month, count] of counts) sums[Math.floor(month / unit) - start] += count;
  return sums;
}

function bar(kind, value, most, when) {
  const made = make("span", { class: `bar ${kind}`, title: `${when}: ${value}` });
  made.style.height = `${((value / most) * 100).toFixed(1)}%`;
  return made;
}

// Under narrow bars only some are named to the eye; all are named to those who listen.
function tickOf(name, place, size) {
  const every = Math.ceil(size / 8);
  return [make("span", { class: place % every ? "unseen" : null }, name(place))];
}
