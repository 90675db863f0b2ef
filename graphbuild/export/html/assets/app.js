// What happens when: selection, filters, address, keys. Loaded last.
const hint = document.getElementById("hint");

function select(selected) {
  state.selected = selected;
  if (selected?.kind === "node") network.setSelection({ nodes: [selected.id], edges: [] });
  else if (selected) network.setSelection({ nodes: [], edges: [selected.id] }, { highlightEdges: false });
  else network.unselectAll();
  showPanel();
  writeHash();
  network.redraw();
}

// What is selected must be visible, so its type (and relation) is switched on.
function showTypes(...ids) {
  let changed = false;
  for (const id of ids) changed = state.hiddenTypes.delete(nodes.get(id).type) || changed;
  return changed;
}

function selectNode(id) {
  if (!nodes.has(id)) return;
  const changed = showTypes(id);
  if (document.body.classList.contains("table-open")) toggleTable(false);
  select({ kind: "node", id });
  if (changed) filtersChanged();
  reveal(id);
}

function selectEdge(id) {
  const edge = edges.get(id);
  if (!edge) return;
  const changed = showTypes(edge.from, edge.to), unhidden = state.hiddenRelations.delete(edge.relation);
  if (document.body.classList.contains("table-open") && innerWidth <= 820) toggleTable(false);
  select({ kind: "edge", id });
  if (changed || unhidden) filtersChanged();
}

function clearSelection() {
  select(null);
}

function filtersChanged() {
  const { selected } = state;
  const gone = selected && (selected.kind === "node" ? !nodeShown(nodes.get(selected.id)) : !edgeShown(edges.get(selected.id)));
  applyFilters();
  showFiltersKeepingFocus();
  showStatus();
  showTable();
  if (gone) clearSelection();
}

function showFiltersKeepingFocus() {
  const { name, kind } = document.activeElement?.dataset ?? {};
  showFilters();
  if (kind) document.querySelector(`#filters input[data-kind="${kind}"][data-name="${CSS.escape(name)}"]`)?.focus();
}

// The address holds the selection by stable ids: #node=... or #edge=...
function writeHash() {
  const { selected } = state;
  const hash = selected ? `#${selected.kind}=${encodeURIComponent(selected.id)}` : "";
  if (hash === location.hash) return;
  history.replaceState(null, "", hash || location.pathname + location.search);
}

function readHash() {
  const found = /^#(node|edge)=(.*)$/.exec(location.hash);
  if (!found) return;
  let id = found[2];
  try {
    id = decodeURIComponent(id);
  } catch {
    return;
  }
  if (found[1] === "node") selectNode(id);
  else selectEdge(id);
}

function showHint(text, point) {
  hint.hidden = !text;
  if (!text) return;
  hint.textContent = plain(text);
  hint.style.left = `${Math.max(4, Math.min(point.x + 14, picture.clientWidth - hint.offsetWidth - 6))}px`;
  hint.style.top = `${Math.max(4, Math.min(point.y + 14, picture.clientHeight - hint.offsetHeight - 6))}px`;
}

function edgeText(edge) {
  const verb = relationLabel(edge.relation), end = (id) => plain(nodes.get(id).label).slice(0, 60);
  return `${end(edge.from)} → ${verb}${edge.title ? ` (${edge.title})` : ""} → ${end(edge.to)}`;
}

network.on("afterDrawing", (context) => {
  const focus = focusOf(state.selected);
  if (focus) drawVeil(context, focus);
  drawLabels(context, focus);
});
network.on("click", ({ nodes: [node], edges: [edge] }) => {
  if (node !== undefined) selectNode(node);
  else if (edge !== undefined) selectEdge(edge);
  else clearSelection();
});
network.on("hoverNode", ({ node, pointer }) => showHint(nodes.get(node).label, pointer.DOM));
network.on("hoverEdge", ({ edge, pointer }) => showHint(edgeText(edges.get(edge)), pointer.DOM));
for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(name, () => showHint(""));

document.getElementById("fit").addEventListener("click", () => fit(movement()));
document.getElementById("show-filters").addEventListener("click", (event) => {
  const open = document.body.classList.toggle("filters-open");
  event.currentTarget.setAttribute("aria-expanded", String(open));
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox]), textarea");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    searchBox.focus();
  } else if (event.key === "Escape" && !typing) clearSelection();
});
window.addEventListener("hashchange", readHash);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  repaint();
  showFilters();
  showPanel();
});

showFilters();
showStatus();
showPanel();
fit();
readHash();
