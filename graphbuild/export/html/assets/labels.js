// Names in the picture: constant size on the screen, most connected first, never over each other.
const fontFamily = getComputedStyle(document.documentElement).fontFamily;
const lineHeight = 15, lineWidth = 140, mostLabels = 350, mostTries = 2500;
const fontSize = () => (picture.clientWidth < 560 ? 11.5 : 12.5);
const lines = new Map();
const byDegree = [...payload.nodes].sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));

// Marks that turn the direction of writing, and controls, have no business in a picture.
const plain = (text) => text.slice(0, 200).replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, " ").trim();

function broken(context, node) {
  if (!lines.has(node.id)) lines.set(node.id, breakLines(context, plain(node.label)));
  return lines.get(node.id);
}

function breakLines(context, text) {
  const wide = (piece) => context.measureText(piece.trim()).width, whole = wide(text);
  const pieces = text.match(/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+\s*|\s+/g) || [text];
  const count = Math.min(3, Math.ceil(whole / lineWidth));
  let rows = [];
  for (const slack of [1.06, 1.2, 1.4, Infinity]) { // the most even lines that are enough
    rows = filled(pieces, Math.min(lineWidth * 1.2, (whole / count) * slack), wide);
    if (rows.length <= count) break;
  }
  const kept = rows.slice(0, 3).map((row) => row.trim());
  if (rows.length > 3) kept[2] += "…";
  return kept.map((row) => shortened(context, row)).map((row) => ({ text: row, width: wide(row) }));
}

function filled(pieces, limit, wide) {
  const rows = [""];
  for (const piece of pieces) {
    if (rows.at(-1) && wide(rows.at(-1) + piece) > limit) rows.push("");
    rows[rows.length - 1] += piece;
  }
  return rows;
}

function shortened(context, row) {
  if (context.measureText(row).width <= lineWidth * 1.2) return row;
  const letters = Array.from(row.replace(/…$/, ""));
  while (letters.length > 1 && context.measureText(letters.join("") + "…").width > lineWidth) letters.pop();
  return letters.join("") + "…";
}

const downward = new Map(payload.nodes.map((node) => [node.id, mostlyDown(node)]));

function mostlyDown(node) {
  let across = 0, down = 0;
  for (const edge of edgesOf.get(node.id).slice(0, 50)) {
    const other = nodes.get(edge.from === node.id ? edge.to : edge.from);
    const far = Math.hypot(other.x - node.x, other.y - node.y) || 1;
    if (!typeOf(other).hidden) across += (other.x - node.x) / far, down += (other.y - node.y) / far;
  }
  return down > 0.25 && down > Math.abs(across) * 0.5;
}

const crosses = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

// Below, above, right, left: the first place that is free. Below comes first unless the node's
// own arrows leave that way.
function placesFor(spot, size, rows, facesDown) {
  const width = Math.max(...rows.map((row) => row.width)), height = rows.length * lineHeight, gap = size + 3;
  const most = picture.clientWidth - width - 8;
  const at = (middle, y) => {
    const left = Math.max(4, Math.min(middle - width / 2, most)); // not cut off at the side
    return { left: left - 2, right: left + width + 2, top: y, bottom: y + height };
  };
  const below = at(spot.x, spot.y + gap), above = at(spot.x, spot.y - gap - height);
  return [
    ...(facesDown ? [above, below] : [below, above]),
    at(spot.x + gap + width / 2 + 3, spot.y - height / 2), at(spot.x - gap - width / 2 - 3, spot.y - height / 2),
  ];
}

function onScreen(box) {
  return box.right > 0 && box.bottom > 0 && box.left < picture.clientWidth && box.top < picture.clientHeight;
}

function drawRows(context, box, rows, strong) {
  const middle = (box.left + box.right) / 2;
  context.font = `${strong ? 650 : 450} ${fontSize()}px ${fontFamily}`;
  rows.forEach((row, index) => {
    const y = box.top + index * lineHeight + 1;
    context.strokeText(row.text, middle, y);
    context.fillText(row.text, middle, y);
  });
}

function prepare(context) {
  const ratio = window.devicePixelRatio || 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.font = `450 ${fontSize()}px ${fontFamily}`;
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = cssColour("--paper");
  context.fillStyle = cssColour("--ink");
}

function drawLabels(context, focus) {
  const scale = network.getScale(), taken = [], places = [];
  const wanted = focus ? byDegree.filter((node) => focus.nodes.has(node.id)) : byDegree;
  context.save();
  prepare(context);
  for (const node of wanted.slice(0, mostTries)) {
    if (!nodeShown(node)) continue;
    const { x, y } = network.canvasToDOM(network.body.nodes[node.id]), size = radius(node) * scale;
    const disc = { left: x - size, right: x + size, top: y - size, bottom: y + size };
    if (onScreen(disc)) places.push({ node, spot: { x, y }, size, disc });
  }
  const most = places.length <= 400 ? mostLabels : 45; // in a crowd only hubs are named
  const discs = places.length <= 400 ? places.map((place) => place.disc) : [];
  for (const { node, spot, size } of places) {
    if (taken.length >= most) break;
    const rows = broken(context, node), strong = state.selected?.id === node.id;
    const free = (box) => !taken.some((other) => crosses(box, other)) && !discs.some((other) => crosses(box, other));
    const options = placesFor(spot, size, rows, downward.get(node.id)), box = options.find(free) || (strong ? options[0] : null);
    if (!box) continue;
    taken.push(box);
    drawRows(context, box, rows, strong);
  }
  if (focus && focus.edges.length <= 14 && (state.selected.kind === "edge" || scale > 0.5)) drawVerbs(context, focus.edges, taken, discs);
  context.restore();
}

// The relation beside each arrow of a selection, where there is room.
function drawVerbs(context, drawn, taken, discs) {
  context.fillStyle = cssColour("--soft");
  for (const edge of drawn) {
    const line = network.body.edges[edge.id];
    if (!line || !line.connected) continue;
    const { x, y } = network.canvasToDOM(line.edgeType.getPoint(0.5));
    const text = plain(edge.title || relationLabel(edge.relation)).slice(0, 40);
    context.font = `italic 450 11.5px ${fontFamily}`;
    const width = context.measureText(text).width;
    const box = { left: x - width / 2, right: x + width / 2, top: y - 7, bottom: y + 7 };
    if (state.selected.kind !== "edge" && [...taken, ...discs].some((other) => crosses(box, other))) continue;
    taken.push(box);
    context.strokeText(text, x, box.top);
    context.fillText(text, x, box.top);
  }
}
