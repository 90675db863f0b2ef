// The picture: vis-network draws and finds what is under the pointer; it never lays out.
const stage = document.getElementById("picture");
const heavy = () => drawn.nodes.size + drawn.edges.size > 400; // too much to be drawn one by one while dragging
const crowded = () => picture.lines.size > 900;
const opacity = () => (picture.lines.size <= 400 ? 0.85 : picture.lines.size <= 2500 ? 0.5 : 0.3);

function radiusAt(number) {
  if (number >= nodeCount) return column.reach[number - nodeCount];
  return payload.types[typeNames[column.type[number]]].small ? 6 : Math.min(26, 9 + 2.2 * Math.sqrt(column.degree[number]));
}

// Colours are read from the style once, and again when the theme changes.
let paint = paints();
function paints() {
  const names = ["paper", "ink", "soft", "line", "wash", "disc", "accent"];
  const tones = Object.fromEntries(relationNames.map((name) => [name, toneOf(payload.relations[name])]));
  return { ...Object.fromEntries(names.map((name) => [name, cssColour(`--${name}`)])), tones, types: typeNames.map(typePaint) };
}

function typePaint(name) {
  const style = payload.types[name], background = style.small ? cssColour("--paper") : style.colour, border = edgeOf(style);
  const strong = { background, border: cssColour("--ink") };
  return { shape: style.shape, color: { background, border, highlight: strong, hover: strong } };
}

function visNode(index) {
  const { shape, color } = paint.types[column.type[index]];
  return { id: index, x: column.x[index], y: column.y[index], shape, size: radiusAt(index), color };
}

function visCommunity(c) {
  const color = { background: paint.disc, border: paint.tones.plain ?? paint.soft };
  return {
    id: nodeCount + c, x: column.cx[c], y: column.cy[c], shape: "dot", size: column.reach[c],
    color: { ...color, highlight: { ...color, border: paint.ink }, hover: { ...color, border: paint.ink } },
  };
}

// Edges between the same two nodes are one line with their count, or fan out where asked.
function visLines(line) {
  if (line.edges?.length > 1 && state.apart.has(pairOf(line.a, line.b))) return line.edges.map((e, place) => visEdge(e, bend(line, e, place)));
  if (line.edges?.length === 1) return [visEdge(line.edges[0], false)];
  return [visBundle(line)];
}

function bend(line, e, place) {
  const count = line.edges.length, way = column.from[e] === line.a ? 1 : -1;
  const offset = (place - (count - 1) / 2) * Math.min(0.28, 1.2 / count) * way;
  return offset ? { enabled: true, type: offset > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(offset) } : false;
}

const widthOf = (count) => Math.min(5, 1 + 0.6 * Math.log2(Math.max(1, count)));
const lineColour = (color) => ({ color, highlight: color, hover: color, opacity: opacity() });

function visEdge(e, smooth) {
  const name = relationNames[column.relation[e]], { dash } = payload.relations[name];
  return {
    id: `e${e}`, from: column.from[e], to: column.to[e], smooth, dashes: dash.length ? dash : false,
    width: widthOf(column.claims[e]), color: lineColour(paint.tones[name]),
  };
}

function visBundle(line) {
  const relations = new Set(line.edges?.map((e) => column.relation[e])), name = relations.size === 1 ? relationNames[[...relations][0]] : null;
  const dash = name ? payload.relations[name].dash : [], far = !line.edges;
  return {
    id: `l${line.key}`, from: line.a, to: line.b, dashes: dash.length ? dash : false, width: far ? Math.min(9, 0.8 + Math.log2(line.count)) : widthOf(line.count),
    arrows: { to: { enabled: line.there && !far }, from: { enabled: line.back && !far } },
    color: lineColour(name ? paint.tones[name] : far ? paint.tones.plain ?? paint.soft : paint.soft),
  };
}

const visNodes = new vis.DataSet(), visEdges = new vis.DataSet(), drawn = { nodes: new Set(), edges: new Map() };

function wantedItems() {
  const lines = [...picture.lines.values()].flatMap(visLines);
  return { nodes: [...picture.communities.map(visCommunity), ...picture.nodes.map(visNode)], lines };
}

// Only what changed is given to vis-network again.
function show({ again = false } = {}) {
  const wanted = wantedItems(), ids = new Set(wanted.nodes.map((item) => item.id)), looks = new Map(wanted.lines.map((item) => [item.id, JSON.stringify(item)]));
  visEdges.remove([...drawn.edges.keys()].filter((id) => !looks.has(id)));
  visNodes.remove([...drawn.nodes].filter((id) => !ids.has(id)));
  visNodes.update(wanted.nodes.filter((item) => again || !drawn.nodes.has(item.id)));
  visEdges.update(wanted.lines.filter((item) => again || drawn.edges.get(item.id) !== looks.get(item.id)));
  Object.assign(drawn, { nodes: ids, edges: looks });
  network?.setOptions({ interaction: interaction() });
}

function interaction() {
  return { ...payload.options.interaction, hideEdgesOnDrag: heavy(), hideEdgesOnZoom: crowded(), hideNodesOnDrag: heavy() };
}

let network = null;
show();
network = new vis.Network(stage, { nodes: visNodes, edges: visEdges }, {
  ...payload.options,
  interaction: interaction(),
});

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const movement = () => (calm.matches || picture.nodes.length > 1500 ? false : { duration: 350, easingFunction: "easeInOutQuad" });

function fit(animation) {
  if (!drawn.nodes.size) return;
  network.fit({ nodes: [...drawn.nodes], minZoomLevel: 0.005, maxZoomLevel: 1.35 });
  const scale = network.getScale() * (stage.clientWidth < 560 ? 0.94 : 0.97); // names stand out at the sides
  network.moveTo({ scale, animation: animation || false });
}

function repaint() {
  paint = paints();
  show({ again: true });
}

// Show a node without a jump if it can be seen already.
function reveal(id) {
  const { x, y } = network.canvasToDOM(picture.position(id)), margin = 40;
  const seen = x > margin && y > margin && x < stage.clientWidth - margin && y < stage.clientHeight - margin;
  if (!seen || network.getScale() < 0.35) network.moveTo({ position: picture.position(id), scale: Math.max(0.8, network.getScale()), animation: movement() });
}

// The line that shows an edge, and what vis-network calls it.
function lineOf(edge) {
  const line = picture.lines.get(keyOf(indexOf(edge.from), indexOf(edge.to)));
  return line?.edges?.includes(edge.index) ? line : null;
}
const drawnApart = (line) => line.edges?.length === 1 || (line.edges && state.apart.has(pairOf(line.a, line.b)));
const visIdOf = (line, edge) => (drawnApart(line) ? `e${edge.index}` : `l${line.key}`);

// Around a selection the rest is veiled: one translucent sheet, then the selection drawn again.
// Costs as much as the neighbourhood, at any size of the graph.
function focusOf(selected) {
  if (!selected) return state.path ? focusOnLines(pathLines()) : null;
  if (selected.kind === "edge") return focusOnLines([edges.get(selected.id)].filter(Boolean).map((edge) => [lineOf(edge), [edge.index]]));
  if (selected.kind === "pair") {
    const line = pairLine(selected.id);
    return focusOnLines([[line, line?.edges]]);
  }
  if (selected.kind !== "node" || !picture.has(selected.id)) return null;
  const index = indexOf(selected.id), near = linesAt(index).map((line) => [line, line.edges]);
  const focus = focusOnLines(near) ?? { nodes: new Set(), lines: new Set(), edges: [] };
  focus.nodes.add(index);
  return focus;
}

function pairLine(id) {
  for (const line of picture.lines.values()) if (line.edges && pairOf(line.a, line.b) === id) return line;
  return null;
}

function focusOnLines(pairs) {
  const focus = { nodes: new Set(), lines: new Set(), edges: [] };
  for (const [line, inside] of pairs) {
    if (!line) continue;
    focus.nodes.add(line.a).add(line.b);
    for (const e of inside ?? []) focus.edges.push(e);
    if (drawnApart(line)) for (const e of inside) focus.lines.add(`e${e}`);
    else focus.lines.add(`l${line.key}`);
  }
  return focus.nodes.size ? focus : null;
}

function drawVeil(context, focus) {
  context.save();
  const ratio = window.devicePixelRatio || 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.globalAlpha = 0.74;
  context.fillStyle = paint.paper;
  context.fillRect(0, 0, stage.clientWidth, stage.clientHeight);
  context.restore();
  const lines = [...focus.lines].map((id) => network.body.edges[id]).filter((edge) => edge && edge.connected);
  for (const edge of lines) edge.draw(context);
  for (const number of focus.nodes) network.body.nodes[number]?.draw(context);
  for (const edge of lines) edge.drawArrows(context);
}

// Opened communities keep a ground to stand on.
function drawGrounds(context) {
  for (const id of state.only ? [] : state.open) {
    const c = communityIndexes.get(id);
    if (c === undefined) continue;
    context.beginPath();
    context.arc(column.cx[c], column.cy[c], column.reach[c], 0, 2 * Math.PI);
    context.fillStyle = paint.disc;
    context.globalAlpha = 0.45;
    context.fill();
    context.globalAlpha = 1;
  }
}

// The innermost open community at a point closes.
function closeAt({ x, y }) {
  const inside = [...state.open].map((id) => communityIndexes.get(id)).filter((c) => c !== undefined && Math.hypot(x - column.cx[c], y - column.cy[c]) < column.reach[c]);
  const smallest = inside.sort((a, b) => column.reach[a] - column.reach[b])[0];
  if (smallest !== undefined) closeCommunity(communityIds[smallest]);
}
