// What is in the picture. A large graph begins as communities; opened ones give way to what they
// hold, and vis-network is never given more than the budget.
const mostNodes = 3000, mostLines = 6000, mostAtOnce = 200;
const communityCount = column.parent.length, inLevels = communityCount > 0;

register("open", setKey("open", new Set(), false));
register("added", setKey("add"));
register("removed", setKey("cut"));
register("apart", setKey("apart"));
register("only", {
  initial: null,
  undo: true,
  write: (params, value) => params.set("only", `${value.depth}~${value.id}`),
  read: (params) => {
    const found = /^([1-9])~(.*)$/s.exec(params.get("only") ?? "");
    return found && nodes.has(found[2]) ? { id: found[2], depth: Number(found[1]) } : null;
  },
});

// Numbers above those of nodes stand for communities. `as` says what each node is drawn as, -1 for not at all.
const picture = { nodes: [], edges: [], communities: [], lines: new Map(), as: new Int32Array(nodeCount) };
picture.has = (id) => picture.as[indexOf(id) ?? -1] === indexOf(id);
picture.spot = (number) => (number < nodeCount ? { x: column.x[number], y: column.y[number] } : { x: column.cx[number - nodeCount], y: column.cy[number - nodeCount] });
picture.position = (id) => picture.spot(indexOf(id));
picture.groups = () => [...picture.lines.values()].filter((line) => line.edges).map((line) => ({ pair: pairOf(line.a, line.b), edges: line.edges.map(edges.at) }));

const parentOf = (c) => column.parent[c] - 1;
const pairOf = (a, b) => (idAt(a) < idAt(b) ? `${idAt(a)}~${idAt(b)}` : `${idAt(b)}~${idAt(a)}`);
const keyOf = (a, b) => (a < b ? a * (nodeCount + communityCount) + b : b * (nodeCount + communityCount) + a);

// A community is named by how deep it lies and by its most connected node.
const communityIds = Array.from(column.hub, (hub, c) => `${depthOf(c)}.${idAt(hub)}`);
const communityIndexes = new Map(communityIds.map((id, c) => [id, c]));

function depthOf(c) {
  return column.parent[c] ? 1 + depthOf(parentOf(c)) : 0;
}

function communityAt(c) {
  const children = [];
  for (let other = 0; other < communityCount; other += 1) if (parentOf(other) === c) children.push(other);
  return {
    index: c, id: communityIds[c], hub: column.hub[c], size: column.size[c], parent: parentOf(c), children,
    x: column.cx[c], y: column.cy[c], reach: column.reach[c], open: state.open.has(communityIds[c]),
  };
}
const communities = { size: communityCount, at: communityAt, get: (id) => (communityIndexes.has(id) ? communityAt(communityIndexes.get(id)) : undefined) };

// The nodes of a community and of those inside it, most connected first.
function membersOf(c) {
  const inside = new Uint8Array(communityCount), found = [];
  for (let other = 0; other < communityCount; other += 1) inside[other] = other === c || (column.parent[other] && inside[parentOf(other)]) ? 1 : 0;
  for (let i = 0; i < nodeCount; i += 1) if (column.community[i] && inside[column.community[i] - 1] && nodePasses(i)) found.push(i);
  return found.sort((a, b) => column.degree[b] - column.degree[a] || a - b);
}

// What stands for the nodes of each community: itself, one that holds it, or -1 for the nodes.
function standIns(open) {
  const found = new Int32Array(communityCount);
  for (let c = 0; c < communityCount; c += 1) {
    const above = column.parent[c] ? found[parentOf(c)] : -1;
    found[c] = above >= 0 ? above : open.has(communityIds[c]) ? -1 : c;
  }
  return found;
}

function drawnAs(open) {
  const as = new Int32Array(nodeCount).fill(-1);
  if (state.only) for (const index of around(indexOf(state.only.id), state.only.depth)) as[index] = index;
  else if (!inLevels) for (let i = 0; i < nodeCount; i += 1) as[i] = nodePasses(i) ? i : -1;
  else levelsInto(as, standIns(open));
  for (const id of state.added) if (nodes.has(id) && nodePasses(indexOf(id))) as[indexOf(id)] = indexOf(id);
  for (const id of state.removed) if (nodes.has(id)) as[indexOf(id)] = -1;
  return as;
}

function levelsInto(as, stands) {
  for (let i = 0; i < nodeCount; i += 1) {
    if (!nodePasses(i)) continue;
    const stand = column.community[i] ? stands[column.community[i] - 1] : -1;
    // Nodes without ties say nothing in an overview: they wait until they are asked for.
    as[i] = stand < 0 ? i : column.kind[stand] === 2 && !column.parent[stand] ? -1 : nodeCount + stand;
  }
}

// Nodes within some steps of one, nearest and most connected first, no more than the budget.
function around(start, depth) {
  const found = new Set([start]);
  let ring = [start];
  for (let far = 0; far < depth; far += 1) {
    const next = new Set();
    for (const node of ring) eachEdgeAt(node, (e, other) => edgePasses(e) && !found.has(other) && next.add(other));
    ring = [...next].sort((a, b) => column.degree[b] - column.degree[a] || a - b).slice(0, mostNodes - found.size);
    for (const node of ring) found.add(node);
  }
  return found;
}

function drawnCount(as) {
  const seen = new Set();
  for (let i = 0; i < nodeCount; i += 1) if (as[i] >= 0) seen.add(as[i]);
  return seen.size;
}

// Opening one more closes those that were opened first, where all would be too many.
function withinBudget(open) {
  const rest = new Set(open);
  while (rest.size > 1 && drawnCount(drawnAs(rest)) > mostNodes) rest.delete(rest.values().next().value);
  return rest;
}

function linesOf(as) {
  const lines = new Map(), drawn = [];
  for (let e = 0; e < edgeCount; e += 1) {
    if (!passingEdges[e]) continue;
    const a = as[column.from[e]], b = as[column.to[e]];
    if (a < 0 || b < 0 || (a === b && a >= nodeCount)) continue;
    const key = keyOf(a, b), both = a < nodeCount && b < nodeCount;
    let line = lines.get(key);
    if (!line) lines.set(key, (line = { key, a, b, count: 0, there: false, back: false, edges: both ? [] : null }));
    line.count += 1;
    if (a === line.a) line.there = true;
    else line.back = true;
    if (!both) continue;
    line.edges.push(e);
    drawn.push(e);
  }
  return { lines: strongest(lines), drawn };
}

function strongest(lines) {
  if (lines.size <= mostLines) return lines;
  const ranked = [...lines.values()].sort((a, b) => b.count - a.count || a.key - b.key).slice(0, mostLines);
  return new Map(ranked.map((line) => [line.key, line]));
}

function compose() {
  picture.as = drawnAs(state.open);
  const { lines, drawn } = linesOf(picture.as), seen = new Set(), shown = [];
  for (let i = 0; i < nodeCount; i += 1) {
    if (picture.as[i] === i) shown.push(i);
    else if (picture.as[i] >= 0) seen.add(picture.as[i] - nodeCount);
  }
  const room = Math.max(0, mostNodes - seen.size);
  picture.nodes = shown.length <= room ? shown : shown.sort((a, b) => column.degree[b] - column.degree[a] || a - b).slice(0, room);
  linesByEnd = null;
  const kept = new Set(picture.nodes), joined = shown.length <= room ? drawn : drawn.filter((e) => kept.has(column.from[e]) && kept.has(column.to[e]));
  Object.assign(picture, { lines, edges: joined, communities: [...seen].sort((a, b) => a - b) });
}

// The lines at each node or community, found when first asked for.
let linesByEnd = null;
function linesAt(number) {
  if (!linesByEnd) {
    linesByEnd = new Map();
    for (const line of picture.lines.values()) for (const end of new Set([line.a, line.b])) {
      if (!linesByEnd.has(end)) linesByEnd.set(end, []);
      linesByEnd.get(end).push(line);
    }
  }
  return linesByEnd.get(number) ?? [];
}

const pictureKeys = ["open", "added", "removed", "only", "apart"];
on("change", (changed) => {
  if (!filtersIn(changed) && !pictureKeys.some((name) => changed.has(name))) return;
  compose();
  emit("picture");
});
compose();
