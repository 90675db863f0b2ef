// While a crowd of nodes is dragged along, each type is drawn at one stroke; vis-network draws none.
let dragged = null, batches = null;
const crowdOfNodes = () => drawn.nodes.size > manyNodes;

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

function drawBatches(context) {
  const moving = dragged.node || !batches; // one that is moved itself changes its batch
  if (moving) batches = batchesOf(drawn.nodes);
  context.lineWidth = 1.5;
  for (const { look, path } of batches) {
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
