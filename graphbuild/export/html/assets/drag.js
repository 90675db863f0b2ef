// While a crowded picture is dragged along, all nodes of a type and all lines of a colour are drawn at
// one stroke; vis-network draws none. Of very many lines none is drawn meanwhile.
let dragged = null, batches = null;
const mostDraggedLines = 1500;

// Where a node is drawn: its own place, unless someone moved it.
const spotOf = (number) => network.body.nodes[number] ?? picture.spot(number);

function batchesOf(numbers) {
  const found = new Map();
  for (const number of numbers) {
    const look = number < nodeCount ? paint.types[column.type[number]] : { shape: "dot", color: { background: paint.disc, border: paint.soft } };
    if (!found.has(look)) found.set(look, { look, path: new Path2D(), outline: new Path2D(outlines[look.shape]) });
    const { x, y } = spotOf(number), unit = radiusAt(number) / 8, { path, outline } = found.get(look);
    path.addPath(outline, new DOMMatrix([unit, 0, 0, unit, x - 8 * unit, y - 8 * unit]));
  }
  return [...found.values()];
}

function lineBatches() {
  const found = new Map();
  for (const line of picture.lines.size <= mostDraggedLines ? picture.lines.values() : []) {
    const names = new Set(line.edges?.map((e) => relationNames[column.relation[e]])), colour = names.size === 1 ? paint.tones[[...names][0]] : paint.soft;
    if (!found.has(colour)) found.set(colour, new Path2D());
    const from = spotOf(line.a), to = spotOf(line.b);
    found.get(colour).moveTo(from.x, from.y);
    found.get(colour).lineTo(to.x, to.y);
  }
  return [...found];
}

function drawBatches(context) {
  const moving = dragged.node || !batches; // one that is moved itself changes its batch
  if (moving) batches = { nodes: batchesOf(drawn.nodes), lines: lineBatches() };
  context.lineWidth = 1;
  context.globalAlpha = opacity();
  for (const [colour, path] of batches.lines) {
    context.strokeStyle = colour;
    context.stroke(path);
  }
  context.globalAlpha = 1;
  context.lineWidth = 1.5;
  for (const { look, path } of batches.nodes) {
    context.fillStyle = look.color.background;
    context.strokeStyle = look.color.border;
    context.fill(path);
    context.stroke(path);
  }
}

function startDrag(grabbed) {
  dragged = { ...network.canvasToDOM({ x: 0, y: 0 }), node: grabbed.length > 0 };
  batches = null;
}

function endDrag() {
  dragged = null;
  network.redraw();
}
