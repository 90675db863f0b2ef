// The graph of the page, read-only: columns of integers, and objects made when one is asked for.
const payload = JSON.parse(blockText("graph-data"));
const [columnBytes, { names: nodeNames, tongues }] = await Promise.all([unpack("block-columns"), unpackJson("block-names")]);
const column = columnsOf(columnBytes);
const typeNames = Object.keys(payload.types), relationNames = Object.keys(payload.relations);
const nodeIds = nodeNames.filter((_, at) => at % 2 === 0), nodeLabels = nodeNames.filter((_, at) => at % 2 === 1);
const nodeCount = nodeIds.length, edgeCount = column.to.length;

// A column holds the lowest bytes of all its numbers, then the next ones: like by like packs better.
function columnsOf(buffer) {
  const kinds = { u1: Uint8Array, u2: Uint16Array, i4: Int32Array };
  return Object.fromEntries(Object.entries(payload.columns).map(([name, [kind, count, offset]]) => {
    const values = new kinds[kind](count), width = values.BYTES_PER_ELEMENT, bytes = new Uint8Array(values.buffer);
    for (let plane = 0; plane < width; plane += 1) {
      const from = new Uint8Array(buffer, offset + plane * count, count);
      for (let i = 0, to = plane; i < count; i += 1, to += width) bytes[to] = from[i];
    }
    return [name, values];
  }));
}

// Where the rows of each owner begin, from how many it has; one more at the end.
function startsOf(counts) {
  const starts = new Int32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i += 1) starts[i + 1] = starts[i] + counts[i];
  return starts;
}

const outStart = startsOf(column.out), claimStart = startsOf(column.claims);
// Numbers of claims are kept as steps from one to the next.
for (let i = 1; i < column.claim.length; i += 1) column.claim[i] += column.claim[i - 1];
column.first = firstDates();

// An edge that began on the day of its first article does not repeat that day.
function firstDates() {
  const days = new Int32Array(column.told.reduce((sum, count) => sum + count, 0));
  for (let document = 0, claim = 0; document < column.told.length; document += 1) {
    days.fill(column.day[document], claim, (claim += column.told[document]));
  }
  return Int32Array.from(column.first, (number, e) => (number === 1 ? days[column.claim[claimStart[e]]] : number));
}

column.from = new Int32Array(edgeCount);
for (let i = 0; i < nodeCount; i += 1) column.from.fill(i, outStart[i], outStart[i + 1]);

const inStart = new Int32Array(nodeCount + 1), inEdges = new Int32Array(edgeCount);
for (let e = 0; e < edgeCount; e += 1) inStart[column.to[e] + 1] += 1;
for (let i = 0; i < nodeCount; i += 1) inStart[i + 1] += inStart[i];
const inNext = inStart.slice();
for (let e = 0; e < edgeCount; e += 1) inEdges[inNext[column.to[e]]++] = e;

let indexes = null; // made when the first id is looked up: an overview needs none
function indexOf(id) {
  indexes ??= new Map(nodeIds.map((name, index) => [name, index]));
  return indexes.get(id);
}
const idAt = (index) => nodeIds[index], dated = typeNames.map((name) => ["Visit", "Talks", "Meeting"].includes(name));
const writtenLabel = (index) => tongues[state.language]?.[index] ?? nodeLabels[index];
const labelAt = (index) => (dated[column.type[index]] ? labelInWords(writtenLabel(index)) : writtenLabel(index));

// Objects are kept once made, so that the same edge is the same object.
const madeNodes = new Map(), madeEdges = new Map();

function nodeAt(index) {
  if (!madeNodes.has(index)) {
    madeNodes.set(index, {
      index, id: nodeIds[index], get label() { return labelAt(index); }, type: typeNames[column.type[index]],
      x: column.x[index], y: column.y[index], degree: column.degree[index], community: column.community[index] - 1,
    });
  }
  return madeNodes.get(index);
}

const nodes = {
  size: nodeCount,
  at: nodeAt,
  has: (id) => indexOf(id) !== undefined,
  get: (id) => (indexOf(id) === undefined ? undefined : nodeAt(indexOf(id))),
};

const textFrom = (pool, number) => payload.pools[pool][number];
const sameEdge = (a, b) => column.to[a] === column.to[b] && column.relation[a] === column.relation[b] && column.title[a] === column.title[b];

// Named by what it joins; a second of the same name is counted.
function edgeId(e) {
  const title = textFrom("titles", column.title[e]);
  let id = `${nodeIds[column.from[e]]}~${relationNames[column.relation[e]]}~${nodeIds[column.to[e]]}${title ? `~${title}` : ""}`, which = 1;
  for (let other = outStart[column.from[e]]; other < e; other += 1) which += sameEdge(other, e) ? 1 : 0;
  if (which > 1) id += `~${which}`;
  return id;
}

function edgeAt(e) {
  if (!madeEdges.has(e)) {
    madeEdges.set(e, {
      index: e, id: edgeId(e), from: nodeIds[column.from[e]], to: nodeIds[column.to[e]], relation: relationNames[column.relation[e]],
      title: textFrom("titles", column.title[e]), status: textFrom("statuses", column.status[e]),
      first: textFrom("dates", column.first[e]), last: textFrom("dates", column.last[e] || column.first[e]),
      position: column.position[e], confidence: column.confidence[e] / 100,
      claims: Array.from(column.claim.subarray(claimStart[e], claimStart[e + 1])),
    });
  }
  return madeEdges.get(e);
}

function findEdge(id) {
  for (let at = id.indexOf("~"); at >= 0; at = id.indexOf("~", at + 1)) {
    const from = indexOf(id.slice(0, at));
    for (let e = from === undefined ? 1 : outStart[from]; from !== undefined && e < outStart[from + 1]; e += 1) {
      if (edgeId(e) === id) return edgeAt(e);
    }
  }
  return undefined;
}

const edges = { size: edgeCount, at: edgeAt, get: findEdge, has: (id) => findEdge(id) !== undefined };

// Calls with (edge, other node) for every edge at a node, an edge to itself once.
function eachEdgeAt(index, visit) {
  for (let e = outStart[index]; e < outStart[index + 1]; e += 1) visit(e, column.to[e]);
  for (let at = inStart[index]; at < inStart[index + 1]; at += 1) {
    if (column.from[inEdges[at]] !== index) visit(inEdges[at], column.from[inEdges[at]]);
  }
}

const edgesOf = {
  get(id) {
    const found = [];
    if (indexOf(id) !== undefined) eachEdgeAt(indexOf(id), (e) => found.push(edgeAt(e)));
    return found;
  },
};

function edgesBetween(a, b) {
  const [from, to] = [indexOf(a), indexOf(b)], found = [];
  if (from !== undefined) eachEdgeAt(from, (e, other) => other === to && found.push(edgeAt(e)));
  return found;
}
