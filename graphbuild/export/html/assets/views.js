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
const viewNeeds = { graph: ["view"], table: [...narrowing, "view", "language"], matrix: [...narrowing, "view", "language", "together"], page: ["view", "language", "selected"] };
on("change", (changed) => {
  if (changed.has("view") || viewNeeds[state.view].some((name) => changed.has(name))) showView();
});
on("picture", () => state.view === "table" && showView());

// Bars by month or year, each with its count; the numbers stand in the title and in the table of words.
function barChart(counts, caption) {
  const known = [...counts.keys()].sort((a, b) => a - b);
  if (!known.length) return null;
  const yearly = known.at(-1) - known[0] > 40, unit = yearly ? 12 : 1, start = Math.floor(known[0] / unit), size = Math.floor(known.at(-1) / unit) - start + 1;
  const sums = new Array(size).fill(0);
  for (const [month, count] of counts) sums[Math.floor(month / unit) - start] += count;
  const name = (place) => (yearly ? String(start + place) : readableMonth(start + place)), most = Math.max(...sums);
  const columns = sums.map((sum, place) => {
    const bar = make("span", { class: "bar", title: `${name(place)}: ${sum}` });
    bar.style.height = `${Math.round((sum / most) * 100)}%`;
    return make("li", {}, make("span", { class: "value" }, sum ? String(sum) : ""), bar, make("span", { class: "tick" }, ...tickOf(name, place, size)));
  });
  return make("figure", { class: "chart" }, make("figcaption", {}, caption), make("ol", { class: "bars", tabindex: size > 24 ? "0" : null }, ...columns));
}

// Under narrow bars only some are named to the eye; all are named to those who listen.
function tickOf(name, place, size) {
  const every = Math.ceil(size / 8);
  return [make("span", { class: place % every ? "unseen" : null }, name(place))];
}
