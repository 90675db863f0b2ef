// The reader's side as a whole: what follows a change of the state, and the first showing.
const statusLine = document.getElementById("status"), undoButton = document.getElementById("undo"), redoButton = document.getElementById("redo");

function statusText() {
  let shown = 0, through = 0;
  for (let at = 0; at < nodes.size; at += 1) shown += nodePasses(at) ? 1 : 0;
  for (let at = 0; at < edges.size; at += 1) through += edgePasses(at) ? 1 : 0;
  const hidden = nodes.size - shown, drawnNodes = picture.nodes.length;
  const parts = [words("nodes", shown), words("edges", through), words("documents", payload.counts.documents)];
  const notes = [hidden ? words("hiddenNodes", hidden) : "", drawnNodes && drawnNodes < shown ? words("drawnNodes", drawnNodes) : "",
    picture.communities.length ? words("drawnCommunities", picture.communities.length) : ""].filter(Boolean);
  return parts.join(", ") + (notes.length ? ` (${notes.join(", ")})` : "");
}

let started = false;

function showStatus() {
  document.body.classList.toggle("chosen", Boolean(state.selected || state.path));
  if (!started) return;
  statusLine.textContent = statusText();
  undoButton.disabled = !canUndo();
  redoButton.disabled = !canRedo();
}

const panelKeys = ["selected", "path", "way", "language", "only", "apart", "open", ...filterKeys];
on("change", (changed) => {
  showStatus();
  if (!panelKeys.some((name) => changed.has(name))) return;
  const onlyFilters = !["selected", "path", "way", "language", "only", "apart", "open"].some((name) => changed.has(name));
  if (!onlyFilters || !state.selected) showPanel();
});
on("picture", showStatus);
on("colours", () => {
  repaint();
  showPanel();
});
on("change", (changed) => {
  if (!changed.has("language")) return;
  labelLines.clear();
  network.redraw();
});
undoButton.addEventListener("click", undo);
redoButton.addEventListener("click", redo);
document.getElementById("show-filters").addEventListener("click", (event) => {
  const open = document.body.classList.toggle("filters-open");
  event.currentTarget.setAttribute("aria-expanded", String(open));
});

// The status comes last: it says that all is there.
async function startReader() {
  translatePage();
  refreshFilters();
  showTime();
  showView();
  await showPanel();
  started = true;
  showStatus();
}
