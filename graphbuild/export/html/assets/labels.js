// Names in the picture: constant size on the screen, most connected first, never over each other.
const fontFamily = getComputedStyle(document.documentElement).fontFamily;
const lineHeight = 15, lineWidth = 140, mostLabels = 350, mostTries = 2500;
const fontSize = () => (stage.clientWidth < 560 ? 11.5 : 12.5);
const labelLines = new Map();
let byRank = [];

// Communities come first, the largest before others; then nodes, most connected first.
const rankOf = (number) => (number >= nodeCount ? 1e9 + column.size[number - nodeCount] : column.degree[number]);

function rankLabels() {
  byRank = [...drawn.nodes].sort((a, b) => rankOf(b) - rankOf(a) || a - b);
  downward.clear();
}

const kinds = { community: 0, group: 1, lone: 2 };

const kindName = (c) => words(column.kind[c] === kinds.lone ? "withoutTies" : "smallGroups");

// A community is called by its most connected two; groups of what is tied to little say so.
function communityName(c) {
  const short = (text) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
  const hub = short(labelAt(column.hub[c])), second = short(labelAt(column.second[c]));
  if (column.kind[c] === kinds.community) return hub === second ? hub : `${hub} · ${second}`;
  const name = kindName(c);
  return column.parent[c] || column.kind[c] === kinds.group ? `${name}: ${hub} – ${second}` : name;
}

// Marks that turn the direction of writing, and controls, have no business in a picture.
const plain = (text) => text.slice(0, 200).replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, " ").trim();

function broken(context, number, room) {
  const wide = number >= nodeCount && room > 90, key = wide ? -number : number;
  if (!labelLines.has(key)) labelLines.set(key, number < nodeCount ? breakLines(context, plain(labelAt(number))) : communityLines(context, number - nodeCount, wide));
  return labelLines.get(key);
}

// A large disc has room for both names and its size, a small one for its hub.
function communityLines(context, c, wide) {
  const brief = column.kind[c] === kinds.community ? labelAt(column.hub[c]) : kindName(c);
  if (!wide) return breakLines(context, plain(brief), 84).slice(0, 2);
  if (column.kind[c] !== kinds.community) return [...breakLines(context, plain(communityName(c)), 110).slice(0, 3), sizeLine(context, c)];
  const names = [...new Set([column.hub[c], column.second[c]].map((index) => plain(labelAt(index))))];
  return [...names.flatMap((name) => breakLines(context, name, 120).slice(0, 2)), sizeLine(context, c)];
}

function sizeLine(context, c) {
  const size = words("nodes", column.size[c]);
  return { text: size, width: context.measureText(size).width };
}

function breakLines(context, text, most = lineWidth) {
  const wide = (piece) => context.measureText(piece.trim()).width, whole = wide(text);
  const pieces = text.match(/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+\s*|\s+/g) || [text];
  const count = Math.min(3, Math.ceil(whole / most));
  let rows = [];
  for (const slack of [1.06, 1.2, 1.4, Infinity]) { // the most even lines that are enough
    rows = filled(pieces, Math.min(most * 1.2, (whole / count) * slack), wide);
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

const downward = new Map();

// Whether the lines of a node leave it downwards, so that its name stands better above.
function mostlyDown(number) {
  let across = 0, down = 0, seen = 0;
  for (const line of linesAt(number)) {
    const here = picture.spot(number), there = picture.spot(line.a === number ? line.b : line.a), far = Math.hypot(there.x - here.x, there.y - here.y) || 1;
    across += (there.x - here.x) / far;
    down += (there.y - here.y) / far;
    if ((seen += 1) >= 50) break;
  }
  return down > 0.25 && down > Math.abs(across) * 0.5;
}

function facesDown(number) {
  if (!downward.has(number)) downward.set(number, mostlyDown(number));
  return downward.get(number);
}

const crosses = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

// Below, above, right, left: the first place that is free. Below comes first unless the node's
// own arrows leave that way.
function placesFor(spot, size, rows, down) {
  const width = Math.max(...rows.map((row) => row.width)), height = rows.length * lineHeight, gap = size + 3;
  const most = stage.clientWidth - width - 8;
  const at = (middle, y) => {
    const left = Math.max(4, Math.min(middle - width / 2, most)); // not cut off at the side
    return { left: left - 2, right: left + width + 2, top: y, bottom: y + height };
  };
  const below = at(spot.x, spot.y + gap), above = at(spot.x, spot.y - gap - height);
  return [
    ...(down ? [above, below] : [below, above]),
    at(spot.x + gap + width / 2 + 3, spot.y - height / 2), at(spot.x - gap - width / 2 - 3, spot.y - height / 2),
  ];
}

function onScreen(box) {
  return box.right > 0 && box.bottom > 0 && box.left < stage.clientWidth && box.top < stage.clientHeight;
}

function drawRows(context, box, rows, weight, size = fontSize()) {
  const middle = (box.left + box.right) / 2;
  context.font = `${weight} ${size}px ${fontFamily}`;
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
  context.strokeStyle = paint.paper;
  context.fillStyle = paint.ink;
}

// While the picture is dragged along, names keep the places that they had.
let placedNames = [];

function drawNamesAgain(context) {
  const { x, y } = network.canvasToDOM({ x: 0, y: 0 }), across = x - dragged.x, down = y - dragged.y;
  context.save();
  prepare(context);
  for (const { box, rows, weight, font } of placedNames) {
    const moved = { left: box.left + across, right: box.right + across, top: box.top + down, bottom: box.bottom + down };
    if (onScreen(moved)) drawRows(context, moved, rows, weight, font);
  }
  context.restore();
}

function drawLabels(context, focus) {
  if (dragged && !dragged.node) return drawNamesAgain(context);
  placedNames = [];
  const scale = network.getScale(), taken = [], places = [];
  const wanted = focus ? byRank.filter((number) => focus.nodes.has(number)) : byRank;
  context.save();
  prepare(context);
  for (const number of wanted.slice(0, mostTries)) {
    const { x, y } = network.canvasToDOM(spotOf(number)), size = radiusAt(number) * scale;
    const disc = { left: x - size, right: x + size, top: y - size, bottom: y + size };
    if (onScreen(disc)) places.push({ number, spot: { x, y }, size, disc });
  }
  const most = places.length <= 400 ? mostLabels : 45; // in a crowd only hubs are named
  const discs = places.length <= 400 ? places.filter((place) => place.number < nodeCount).map((place) => place.disc) : [];
  for (const place of places) {
    if (taken.length >= most) break;
    drawName(context, place, taken, discs);
  }
  if (focus && focus.edges.length <= 14 && (state.selected?.kind !== "node" || scale > 0.5)) drawVerbs(context, focus, taken, discs);
  if (!crowded()) drawCounts(context, taken, scale);
  context.restore();
}

function drawName(context, { number, spot, size }, taken, discs) {
  const rows = broken(context, number, 2 * size), strong = isSelected(number);
  const free = (box) => !taken.some((other) => crosses(box, other)) && !discs.some((other) => crosses(box, other));
  const options = number < nodeCount ? placesFor(spot, size, rows, facesDown(number)) : [middleOf(spot, rows)];
  const box = options.find(free) || (strong ? options[0] : null);
  if (!box) return;
  taken.push(box);
  const small = number >= nodeCount && size < 45;
  const weight = strong ? 650 : number >= nodeCount ? 600 : 450, font = small ? 11 : fontSize();
  placedNames.push({ box, rows, weight, font });
  drawRows(context, box, rows, weight, font);
}

// The name of a community stands on it.
function middleOf(spot, rows) {
  const width = Math.max(...rows.map((row) => row.width)), height = rows.length * lineHeight;
  const half = width * 0.44; // names of discs may come near each other
  return { left: spot.x - half, right: spot.x + half, top: spot.y - height / 2, bottom: spot.y + height / 2 };
}

function isSelected(number) {
  const { selected } = state;
  if (selected?.kind === "community") return number - nodeCount === communities.get(selected.id)?.index;
  return selected?.kind === "node" && indexOf(selected.id) === number;
}

// The relation beside each line of a selection, where there is room.
function drawVerbs(context, focus, taken, discs) {
  context.fillStyle = paint.soft;
  for (const id of focus.lines) {
    const line = network.body.edges[id];
    if (!line || !line.connected) continue;
    const { x, y } = network.canvasToDOM(line.edgeType.getPoint(0.5));
    const text = verbOf(id).slice(0, 40);
    context.font = `italic 450 11.5px ${fontFamily}`;
    const width = context.measureText(text).width;
    const box = { left: x - width / 2, right: x + width / 2, top: y - 7, bottom: y + 7 };
    if (state.selected?.kind === "node" && [...taken, ...discs].some((other) => crosses(box, other))) continue;
    taken.push(box);
    context.strokeText(text, x, box.top);
    context.fillText(text, x, box.top);
  }
}

function verbOf(id) {
  if (id.startsWith("e")) return plain(textFrom("titles", column.title[Number(id.slice(1))]) || relationLabel(relationNames[column.relation[Number(id.slice(1))]]));
  const line = picture.lines.get(Number(id.slice(1)));
  const verbs = [...new Set((line.edges ?? []).map((e) => relationLabel(relationNames[column.relation[e]])))];
  return `${verbs.join(", ")} · ${line.count}`;
}

// How many edges a line stands for, at its middle.
function drawCounts(context, taken, scale) {
  if (scale < 0.6) return;
  context.font = `600 11px ${fontFamily}`;
  context.fillStyle = paint.soft;
  for (const line of picture.lines.values()) {
    if (!line.edges || drawnApart(line)) continue;
    const from = network.canvasToDOM(spotOf(line.a)), to = network.canvasToDOM(spotOf(line.b));
    const x = (from.x + to.x) / 2, y = (from.y + to.y) / 2, text = `×${line.count}`, width = context.measureText(text).width;
    const box = { left: x - width / 2, right: x + width / 2, top: y - 6, bottom: y + 6 };
    if (!onScreen(box) || taken.some((other) => crosses(box, other))) continue;
    taken.push(box);
    context.strokeText(text, x, box.top);
    context.fillText(text, x, box.top);
  }
}
