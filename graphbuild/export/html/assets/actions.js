// What a reader can do: each is one step, which can be undone.
register("selected", {
  initial: null,
  write: (params, value) => params.set(value.kind, value.id),
  read: (params) => {
    for (const kind of ["node", "edge", "pair", "community"]) if (params.has(kind)) return known({ kind, id: params.get(kind) });
    return null;
  },
});

// A selection of what is not there is none.
function known(selected) {
  const { kind, id } = selected;
  const found = kind === "pair" ? id.includes("~") : { node: nodes, edge: edges, community: communities }[kind].get(id);
  return found ? selected : null;
}

// A selection that the filters take away is none.
function goneFrom(selected) {
  if (selected?.kind === "node") return !nodePasses(indexOf(selected.id));
  return selected?.kind === "edge" && !edgePasses(edges.get(selected.id).index);
}
on("change", (changed) => {
  if (!goneFrom(state.selected)) return;
  state.selected = null;
  changed.add("selected");
});

const without = (set, items) => new Set([...set].filter((item) => !items.includes(item)));
const together = (set, items) => new Set([...set, ...items]);

function select(selected) {
  change({ selected });
}

// What is selected must be visible: its type is switched on and its community opened.
function bringing(ids) {
  const types = ids.map((id) => nodes.get(id).type);
  const values = { hiddenTypes: without(state.hiddenTypes, types), removed: without(state.removed, ids) };
  const away = ids.filter((id) => !picture.has(id));
  if (!away.length) return values;
  if (state.only || !inLevels) return { ...values, added: together(state.added, away) };
  const open = opening(away.map((id) => nodes.get(id).community).filter((c) => c >= 0));
  const stands = standIns(open), hidden = away.filter((id) => nodes.get(id).community >= 0 && stands[nodes.get(id).community] >= 0);
  return { ...values, open, added: together(state.added, hidden) };
}

const endsOf = ({ kind, id }) => {
  if (kind === "node") return [id];
  if (kind === "edge") return [edges.get(id).from, edges.get(id).to];
  return [];
};

// What the address says, and what it selects brought into the picture.
function openAddress() {
  const { selected, ...values } = addressValues();
  change({ ...values, selected: null }, { undo: false });
  change({ open: withinBudget(state.open) }, { undo: false }); // others may have edited the address
  if (!selected) return;
  const relations = selected.kind === "edge" ? [edges.get(selected.id).relation] : [];
  change({ ...bringing(endsOf(selected)), hiddenRelations: without(state.hiddenRelations, relations), selected }, { undo: false });
  if (selected.kind === "node") reveal(selected.id);
}

function selectNode(id) {
  if (!nodes.has(id)) return;
  change({ ...bringing([id]), selected: { kind: "node", id } });
  reveal(id);
}

function selectEdge(id) {
  const edge = edges.get(id);
  if (!edge) return;
  change({ ...bringing([edge.from, edge.to]), hiddenRelations: without(state.hiddenRelations, [edge.relation]), selected: { kind: "edge", id } });
}

function clearSelection() {
  select(null);
}

// A community opens together with those that hold it; it goes to the end of the queue.
function opening(wanted) {
  const open = new Set(state.open);
  for (const c of wanted) {
    const chain = [];
    for (let at = c; at >= 0; at = parentOf(at)) chain.unshift(communityIds[at]);
    for (const id of chain) {
      open.delete(id);
      open.add(id);
    }
  }
  return withinBudget(open);
}

function openCommunity(id) {
  const community = communities.get(id);
  if (!community) return;
  const selected = state.selected?.kind === "community" ? null : state.selected;
  change({ open: opening([community.index]), selected });
}

function closeCommunity(id) {
  const community = communities.get(id);
  if (!community) return;
  const inside = [id, ...[...state.open].filter((other) => isInside(communityIndexes.get(other), community.index))];
  const members = membersOf(community.index).map(idAt);
  change({ open: without(state.open, inside), added: state.added.size ? without(state.added, members) : state.added });
}

function isInside(c, holder) {
  for (let at = c ?? -1; at >= 0; at = parentOf(at)) if (at === holder) return true;
  return false;
}

const byDegree = (a, b) => column.degree[b] - column.degree[a] || a - b;

function neighboursAt(index) {
  const found = new Set();
  eachEdgeAt(index, (e, other) => edgePasses(e) && other !== index && found.add(other));
  return [...found].sort(byDegree);
}

// The most connected neighbours come into the picture, as many as fit.
function expand(id) {
  if (!nodes.has(id)) return;
  const room = Math.max(0, Math.min(mostAtOnce, mostNodes - picture.nodes.length - picture.communities.length));
  const away = neighboursAt(indexOf(id)).map(idAt).filter((other) => !picture.has(other)).slice(0, room);
  change({ added: together(state.added, away), removed: without(state.removed, away) });
}

// Neighbours that hang on this node alone leave the picture.
function collapse(id) {
  const index = indexOf(id), alone = [];
  if (index === undefined) return;
  for (const other of neighboursAt(index)) if (picture.as[other] === other && linesAt(other).every((line) => line.a === index || line.b === index || line.a === line.b)) alone.push(idAt(other));
  change({ removed: together(state.removed, alone), added: without(state.added, alone) });
}

function neighbourhood(id, depth = 1) {
  if (nodes.has(id)) change({ only: { id, depth }, added: new Set(), removed: new Set(), hiddenTypes: without(state.hiddenTypes, [nodes.get(id).type]) });
}

function wholeGraph() {
  change({ only: null, added: new Set(), removed: new Set(), open: new Set() });
}

function drawApart(pair, apart) {
  change({ apart: apart ? together(state.apart, [pair]) : without(state.apart, [pair]) });
}
