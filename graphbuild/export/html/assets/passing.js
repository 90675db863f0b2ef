// Which nodes and edges the filters let through, kept as one byte each.
register("hiddenTypes", setKey("t", new Set(typeNames.filter((name) => payload.types[name].hidden))));
register("hiddenRelations", setKey("r"));
for (const name of ["since", "until"]) {
  register(name, {
    initial: "",
    undo: true,
    write: (params, value) => params.set(name, value),
    read: (params) => (/^\d{4}-\d{2}-\d{2}$/.test(params.get(name)) ? params.get(name) : undefined),
  });
}
register("confidence", {
  initial: 0,
  undo: true,
  write: (params, value) => params.set("c", String(value)),
  read: (params) => Math.min(1, Math.max(0, Number(params.get("c")) || 0)),
});

// EDTF to the first or last day that it may mean, as the number YYYYMMDD; 0 where the year is unknown.
function dayNumber(edtf, last) {
  const found = /^(\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?/.exec(edtf);
  if (!found) return 0;
  const [month, day] = [found[2], found[3]].map((text, place) => Number(text) || (last ? [12, 31][place] : 1));
  return Number(found[1]) * 10000 + month * 100 + day;
}
const firstDays = Int32Array.from(payload.pools.dates, (date) => dayNumber(date, false));
const lastDays = Int32Array.from(payload.pools.dates, (date) => dayNumber(date, true));
const firstDay = (e) => firstDays[column.first[e]], lastDay = (e) => lastDays[column.last[e]] || lastDays[column.first[e]];

const passingNodes = new Uint8Array(nodeCount), passingEdges = new Uint8Array(edgeCount);
const nodePasses = (index) => passingNodes[index] === 1, edgePasses = (e) => passingEdges[e] === 1;
const nodeShown = (node) => nodePasses(node.index), edgeShown = (edge) => edgePasses(edge.index);

function filterNodes() {
  const shown = Uint8Array.from(typeNames, (name) => (state.hiddenTypes.has(name) ? 0 : 1));
  for (let i = 0; i < nodeCount; i += 1) passingNodes[i] = shown[column.type[i]];
}

// Ties that hold at any time (a place lies in another) follow the nodes that dated ties keep.
const timeless = Uint8Array.from(relationNames, (name) => (payload.relations[name].timeless ? 1 : 0));

function filterEdges() {
  const shown = Uint8Array.from(relationNames, (name) => (state.hiddenRelations.has(name) ? 0 : 1));
  const dated = Boolean(state.since || state.until), least = Math.round(state.confidence * 100);
  const since = Number(state.since.replaceAll("-", "")), until = Number(state.until.replaceAll("-", "")) || 99999999;
  const alive = new Uint8Array(nodeCount);
  const inTime = (e) => firstDay(e) && firstDay(e) <= until && lastDay(e) >= since;
  for (let e = 0; e < edgeCount; e += 1) {
    const open = shown[column.relation[e]] && column.confidence[e] >= least && passingNodes[column.from[e]] && passingNodes[column.to[e]];
    const passes = open && (!dated || timeless[column.relation[e]] || inTime(e));
    passingEdges[e] = passes ? 1 : 0;
    if (passes && !(dated && timeless[column.relation[e]])) alive[column.from[e]] = alive[column.to[e]] = 1;
  }
  if (dated || least) keepAlive(alive);
}

function keepAlive(alive) {
  for (let i = 0; i < nodeCount; i += 1) passingNodes[i] &= alive[i];
  for (let e = 0; e < edgeCount; e += 1) passingEdges[e] &= alive[column.from[e]] & alive[column.to[e]];
}

function applyFilters() {
  filterNodes();
  filterEdges();
}

const filterKeys = ["hiddenTypes", "hiddenRelations", "since", "until", "confidence"];
const filtersIn = (changed) => filterKeys.some((name) => changed.has(name));
on("change", (changed) => {
  if (filtersIn(changed)) applyFilters();
});
applyFilters();
