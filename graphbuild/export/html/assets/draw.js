// The picture: vis-network draws and finds what is under the pointer; it never lays out.
const picture = document.getElementById("picture");
const many = payload.nodes.length > 2500;
const opacity = payload.edges.length <= 400 ? 0.85 : payload.edges.length <= 4000 ? 0.45 : 0.2;

function radius(node) {
  return typeOf(node).small ? 6 : Math.min(26, 9 + 2.2 * Math.sqrt(node.degree));
}

function visNode(node) {
  const style = typeOf(node);
  const fill = style.small ? cssColour("--paper") : style.colour;
  const colour = { background: fill, border: edgeOf(style) };
  return {
    id: node.id, x: node.x, y: node.y, shape: style.shape, size: radius(node), hidden: !nodeShown(node),
    color: { ...colour, highlight: { ...colour, border: cssColour("--ink") }, hover: { ...colour, border: cssColour("--ink") } },
  };
}

// Edges between the same two nodes fan out, so that each can be seen and clicked.
const fans = new Map();
for (const edge of payload.edges) {
  const pair = edge.from < edge.to ? `${edge.from}\n${edge.to}` : `${edge.to}\n${edge.from}`;
  if (!fans.has(pair)) fans.set(pair, []);
  fans.get(pair).push(edge.id);
}

function bend(edge) {
  const forward = edge.from < edge.to;
  const fan = fans.get(forward ? `${edge.from}\n${edge.to}` : `${edge.to}\n${edge.from}`);
  const offset = (fan.indexOf(edge.id) - (fan.length - 1) / 2) * Math.min(0.28, 1.2 / fan.length) * (forward ? 1 : -1);
  if (fan.length === 1 || offset === 0) return false;
  return { enabled: true, type: offset > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(offset) };
}

function visEdge(edge) {
  const style = payload.relations[edge.relation], colour = toneOf(style);
  return {
    id: edge.id, from: edge.from, to: edge.to, smooth: bend(edge), hidden: !edgeShown(edge), dashes: style.dash.length ? style.dash : false,
    width: Math.min(4, 1 + 0.5 * Math.log2(Math.max(1, edge.claims.length))),
    color: { color: colour, highlight: colour, hover: colour, opacity },
  };
}

const visNodes = new vis.DataSet(payload.nodes.map(visNode));
const visEdges = new vis.DataSet(payload.edges.map(visEdge));
const network = new vis.Network(picture, { nodes: visNodes, edges: visEdges }, {
  ...payload.options,
  interaction: { ...payload.options.interaction, hideEdgesOnDrag: many, hideEdgesOnZoom: many },
});

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const movement = () => (calm.matches || many ? false : { duration: 350, easingFunction: "easeInOutQuad" });

function fit(animation) {
  const shown = payload.nodes.filter(nodeShown).map((node) => node.id);
  if (!shown.length) return;
  network.fit({ nodes: shown, minZoomLevel: 0.01, maxZoomLevel: 1.35 });
  const scale = network.getScale() * (picture.clientWidth < 560 ? 0.94 : 0.97); // names stand out at the sides
  network.moveTo({ scale, animation: animation || false });
}

function repaint() {
  visNodes.update(payload.nodes.map(visNode));
  visEdges.update(payload.edges.map(visEdge));
}

function applyFilters() {
  visNodes.update(payload.nodes.map((node) => ({ id: node.id, hidden: !nodeShown(node) })));
  visEdges.update(payload.edges.map((edge) => ({ id: edge.id, hidden: !edgeShown(edge) })));
}

// Show a node without a jump if it can be seen already.
function reveal(id) {
  const { x, y } = network.canvasToDOM(nodes.get(id));
  const margin = 40;
  const seen = x > margin && y > margin && x < picture.clientWidth - margin && y < picture.clientHeight - margin;
  if (!seen || network.getScale() < 0.35) network.focus(id, { scale: Math.max(0.8, network.getScale()), animation: movement() });
}

// Around a selection the rest is veiled: one translucent sheet, then the selection drawn again.
// Costs as much as the neighbourhood, at any size of the graph.
function focusOf(selected) {
  if (!selected) return null;
  if (selected.kind === "edge") {
    const edge = edges.get(selected.id);
    return { nodes: new Set([edge.from, edge.to]), edges: [edge] };
  }
  const near = edgesOf.get(selected.id).filter(edgeShown);
  return { nodes: new Set([selected.id, ...near.flatMap((edge) => [edge.from, edge.to])]), edges: near };
}

function drawVeil(context, focus) {
  context.save();
  const ratio = window.devicePixelRatio || 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.globalAlpha = 0.74;
  context.fillStyle = cssColour("--paper");
  context.fillRect(0, 0, picture.clientWidth, picture.clientHeight);
  context.restore();
  const drawn = focus.edges.map((edge) => network.body.edges[edge.id]).filter((edge) => edge && edge.connected);
  for (const edge of drawn) edge.draw(context);
  for (const id of focus.nodes) if (nodeShown(nodes.get(id))) network.body.nodes[id].draw(context);
  for (const edge of drawn) edge.drawArrows(context);
}
