// What happens when: the picture, pointers, keys, the address. Loaded last.
const hint = document.getElementById("hint");

on("picture", () => {
  show();
  rankLabels();
});
on("change", (changed) => {
  if (changed.has("selected") || changed.has("path") || changed.has("way") || pictureKeys.some((name) => changed.has(name)) || filtersIn(changed)) highlight();
});

function highlight() {
  const { selected } = state, numbers = [], lines = [];
  if (selected?.kind === "node" && picture.has(selected.id)) numbers.push(indexOf(selected.id));
  if (selected?.kind === "community") numbers.push(nodeCount + communities.get(selected.id).index);
  if (selected?.kind === "edge" || selected?.kind === "pair") lines.push(...(focusOf(selected)?.lines ?? []));
  network.setSelection({ nodes: numbers.filter((number) => drawn.nodes.has(number)), edges: lines }, { highlightEdges: false });
  network.redraw();
}

function showHint(text, point) {
  hint.hidden = !text;
  if (!text) return;
  hint.textContent = plain(text);
  hint.style.left = `${Math.max(4, Math.min(point.x + 14, stage.clientWidth - hint.offsetWidth - 6))}px`;
  hint.style.top = `${Math.max(4, Math.min(point.y + 14, stage.clientHeight - hint.offsetHeight - 6))}px`;
}

const nameAt = (number) => (number < nodeCount ? labelAt(number) : communityName(number - nodeCount));

function lineText(id) {
  const line = id.startsWith("l") ? picture.lines.get(Number(id.slice(1))) : null;
  if (!line) return edgeText(edges.at(Number(id.slice(1))));
  const arrow = line.there && line.back ? "↔" : line.there ? "→" : "←";
  return `${plain(nameAt(line.a)).slice(0, 60)} ${line.edges ? arrow : "–"} ${plain(nameAt(line.b)).slice(0, 60)}: ${words("edges", line.count)}`;
}

function edgeText(edge) {
  const verb = relationLabel(edge.relation), end = (id) => plain(nodes.get(id).label).slice(0, 60);
  return `${end(edge.from)} → ${verb}${edge.title ? ` (${edge.title})` : ""} → ${end(edge.to)}`;
}

function clicked(number, line) {
  if (number !== undefined && number < nodeCount) selectNode(idAt(number));
  else if (number !== undefined) select({ kind: "community", id: communityIds[number - nodeCount] });
  else if (line === undefined) clearSelection();
  else if (line.startsWith("e")) selectEdge(edges.at(Number(line.slice(1))).id);
  else selectLine(picture.lines.get(Number(line.slice(1))));
}

function selectLine(line) {
  if (line.edges) select({ kind: "pair", id: pairOf(line.a, line.b) });
}

network.on("beforeDrawing", drawGrounds);
network.on("afterDrawing", (context) => {
  if (dragged && heavy()) drawBatches(context);
  const focus = focusOf(state.selected);
  if (focus) drawVeil(context, focus);
  if (focus && state.path) drawWay(context);
  drawLabels(context, focus);
});
network.on("click", ({ nodes: [number], edges: [line] }) => clicked(number, line));
network.on("doubleClick", ({ nodes: [number], pointer }) => {
  if (number >= nodeCount) openCommunity(communityIds[number - nodeCount]);
  else if (number === undefined) closeAt(pointer.canvas);
});
network.on("hoverNode", ({ node, pointer }) => showHint(nameAt(node), pointer.DOM));
network.on("hoverEdge", ({ edge, pointer }) => showHint(lineText(edge), pointer.DOM));
network.on("dragStart", ({ nodes: grabbed }) => startDrag(grabbed));
network.on("dragEnd", endDrag);
for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(name, () => showHint(""));

document.getElementById("fit").addEventListener("click", () => fit(movement()));
window.addEventListener("hashchange", () => location.hash !== address() && openAddress());
// For tests and for those who look inside: nothing here can be changed.
window.graphbuild = Object.freeze({ nodes, edges, communities, picture, state, network, loadClaims, detailsOf, edgesOf: edgesOf.get });

rankLabels();
fit();
openAddress();
network.once("afterDrawing", () => {
  performance.mark("drawn");
  emit("drawn");
});
await startReader();
