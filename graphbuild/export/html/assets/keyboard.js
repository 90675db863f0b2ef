// Everything by keyboard: letters for what buttons do, arrows walk from node to node in the picture.
const helpBox = document.getElementById("help"), viewer = viewBoxes.graph;
const selectedNode = () => (state.selected?.kind === "node" ? state.selected.id : null);
const onSelected = (act) => () => selectedNode() && act(selectedNode());
const shortcuts = {
  "/": () => searchBox.focus(), "?": () => toggleHelp(), f: () => fit(movement()), g: () => openView("graph"), t: () => openView("table"), m: () => openView("matrix"),
  v: () => openView("page"), u: undo, r: redo, d: () => panel.focus(), e: onSelected((id) => expand(id)), c: onSelected((id) => collapse(id)),
  n: onSelected((id) => (state.only?.id === id ? wholeGraph() : neighbourhood(id, 1))), p: onSelected((id) => startPathSearch(id)),
  "+": () => zoomBy(1.3), "=": () => zoomBy(1.3), "-": () => zoomBy(1 / 1.3),
};

const zoomBy = (factor) => network.moveTo({ scale: Math.min(8, Math.max(0.005, network.getScale() * factor)) });

function toggleHelp() {
  if (helpBox.open) return helpBox.close();
  const rows = Object.entries(words("keys").split("|").map((row) => row.split(":"))).map(([, [key, text]]) => [make("dt", {}, ...key.split(" ").map((name) => make("kbd", {}, name))), make("dd", {}, text)]);
  helpBox.replaceChildren(make("h2", { id: "help-title" }, words("help")), make("dl", {}, ...rows.flat()), make("p", { class: "note" }, words("helpNote")), button(words("close"), () => helpBox.close(), { autofocus: "" }));
  helpBox.showModal();
  return undefined;
}

const isTyping = (target) => Boolean(target.closest?.("input:not([type=checkbox]):not([type=range]), textarea, select"));

function withdraw() {
  if (helpBox.open) return;
  if (state.selected) clearSelection();
  else if (state.path) endPath();
  else if (state.view !== "graph") openView("graph");
}

document.addEventListener("keydown", (event) => {
  if (helpBox.open || isTyping(event.target)) return;
  const taken = event.ctrlKey || event.metaKey;
  if (taken && event.key.toLowerCase() === "z") (event.shiftKey ? redo : undo)();
  else if (taken && event.key.toLowerCase() === "y") redo();
  else if (taken || event.altKey) return;
  else if (event.key === "Escape") withdraw();
  else if (Object.hasOwn(shortcuts, event.key)) shortcuts[event.key]();
  else return;
  event.preventDefault();
});

// The neighbour that lies most in the direction of the arrow; near ones before far ones.
const directions = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

function neighbourTowards(index, [dx, dy]) {
  const here = picture.spot(index);
  let best = null, least = Infinity;
  for (const line of linesAt(index)) {
    const other = line.a === index ? line.b : line.a;
    if (other === index || other >= nodeCount) continue;
    const there = picture.spot(other), x = there.x - here.x, y = there.y - here.y, far = Math.hypot(x, y) || 1, aligned = (x * dx + y * dy) / far;
    const cost = aligned > 0.3 ? far * (2.2 - aligned) : Infinity;
    if (cost < least) [best, least] = [other, cost];
  }
  return best;
}

function walk(direction) {
  const from = selectedNode(), at = from && indexOf(from);
  const next = from ? neighbourTowards(at, direction) : [...picture.nodes].sort((a, b) => column.degree[b] - column.degree[a] || a - b)[0];
  if (next === null || next === undefined) return say(words("noNeighbour"));
  return selectNode(idAt(next));
}

viewer.addEventListener("keydown", (event) => {
  if (directions[event.key]) walk(directions[event.key]);
  else if (event.key === "Enter" && state.selected) panel.focus();
  else if (event.key === "Home") fit(movement());
  else return;
  event.preventDefault();
});

// What is selected is said: name, type, how many edges.
function saySelection() {
  const { selected } = state;
  if (selected?.kind === "node" && nodes.has(selected.id)) {
    const { label, type, degree } = nodes.get(selected.id);
    say(`${plain(label)}, ${typeLabel(type)}, ${words("edges", degree)}`);
  } else if (selected?.kind === "edge" && edges.get(selected.id)) say(edgeText(edges.get(selected.id)));
}
on("change", (changed) => changed.has("selected") && saySelection());
document.getElementById("show-help").addEventListener("click", toggleHelp);
