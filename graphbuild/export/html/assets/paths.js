// The shortest way between two nodes through what the filters let through, with every hop's evidence.
register("path", {
  initial: null,
  undo: true,
  write: (params, value) => value && params.set("path", value.map(encodeURIComponent).join(",")),
  read: (params) => {
    const found = (params.get("path") || "").split(",").map(decoded);
    return found.length === 2 && found.every((id) => nodes.has(id)) ? found : null;
  },
});
register("way", {
  initial: 0,
  undo: true,
  write: (params, value) => value && params.set("way", String(value)),
  read: (params) => Math.min(mostWays - 1, Math.max(0, Math.floor(Number(params.get("way"))) || 0)),
});
const mostWays = 20;

// Breadth first from the start; `before` of a node are all its predecessors on shortest ways.
function predecessors(start, goal, passes) {
  const depth = new Map([[start, 0]]), before = new Map();
  let front = [start];
  while (front.length && !depth.has(goal)) {
    const next = [];
    for (const at of front) {
      eachEdgeAt(at, (edge, other) => {
        if (!passes(edge)) return;
        if (!depth.has(other)) {
          depth.set(other, depth.get(at) + 1);
          before.set(other, []);
          next.push(other);
        }
        if (depth.get(other) === depth.get(at) + 1 && !before.get(other).includes(at)) before.get(other).push(at);
      });
    }
    front = next.sort((a, b) => a - b);
  }
  return depth.has(goal) ? before : null;
}

// All shortest ways as lists of node indexes, up to a number, in the order of the nodes.
function waysBetween(from, to, passes = edgePasses) {
  const start = indexOf(from), goal = indexOf(to), before = predecessors(start, goal, passes), ways = [];
  const walk = (at, tail) => {
    if (ways.length >= mostWays) return;
    if (at === start) ways.push([start, ...tail]);
    else for (const other of before.get(at)) walk(other, [at, ...tail]);
  };
  if (before) walk(goal, []);
  return ways;
}

let pathMemory = { key: "", ways: [] };

// The ways of the path that is set; kept until the path or the filters change.
function currentWays() {
  const key = JSON.stringify(state.path);
  if (pathMemory.key !== key) pathMemory = { key, ways: waysBetween(...state.path) };
  return pathMemory.ways;
}

function currentWay() {
  if (!state.path) return [];
  const ways = currentWays();
  return (ways[Math.min(state.way, ways.length - 1)] ?? []).map(idAt);
}

const hopEdges = (a, b) => edgesBetween(a, b).filter(edgeShown).sort((x, y) => y.confidence - x.confidence || y.claims.length - x.claims.length || x.index - y.index);

// The lines in the picture that show the hops, for draw.js.
function pathLines() {
  const way = currentWay();
  return way.slice(1).map((id, at) => [picture.lines.get(keyOf(indexOf(way[at]), indexOf(id))), hopEdges(way[at], id).map((edge) => edge.index)]);
}

function showPath(from, to) {
  pathMemory.key = "";
  const ids = (waysBetween(from, to)[0] ?? [from, to]).map((at) => (typeof at === "number" ? idAt(at) : at));
  change({ ...bringing(ids), path: [from, to], way: 0, selected: null, view: "graph" });
  const hops = currentWay().length - 1;
  say(hops > 0 ? words("hops", hops) : words("noPath"));
}

function endPath() {
  change({ path: null, way: 0 });
}

function pathHead() {
  const close = button("×", endPath, { class: "close", "aria-label": words("close") });
  return make("div", { class: "panel-head" }, make("span", { class: "kind" }, words("path")), close);
}

function otherWay(by) {
  const count = currentWays().length, way = (state.way + by + count) % count;
  change({ ...bringing(currentWays()[way].map(idAt)), way });
}

// A way through what is hidden, if there is one, is offered and not taken.
function widerWay(from, to) {
  const wider = waysBetween(from, to, () => true)[0];
  const everything = { ...Object.fromEntries(narrowing.map((name) => [name, keys.get(name).initial])), hiddenTypes: new Set() };
  return wider ? button(words("widerPath", wider.length - 1), () => { change(everything); showPath(from, to); }) : make("p", { class: "note" }, words("neverPath"));
}

function pathPanel([from, to]) {
  const way = currentWay(), count = currentWays().length;
  const made = [pathHead(), make("h2", { class: "ends" }, named(nodes.get(from).label), " – ", named(nodes.get(to).label))];
  if (!way.length) return [...made, make("p", { class: "note" }, words("noPath")), widerWay(from, to)];
  made.push(make("div", { class: "actions" }, make("span", { class: "count" }, words("hops", way.length - 1)),
    count > 1 ? button("‹", () => otherWay(-1), { "aria-label": words("previousWay") }) : "",
    count > 1 ? make("span", { class: "count" }, `${state.way + 1} / ${count}${count === mostWays ? "+" : ""}`) : "",
    count > 1 ? button("›", () => otherWay(1), { "aria-label": words("nextWay") }) : "",
    button(words("turnAround"), () => showPath(to, from))));
  const hops = way.slice(1).map((id, at) => make("li", {}, nodeLink(way[at]), hopBox(way[at], id)));
  return [...made, make("ol", { class: "hops" }, ...hops, make("li", {}, nodeLink(way.at(-1))))];
}

// The surest edge of a hop is open, the others folded behind it.
function hopBox(a, b) {
  return make("div", { class: "hop" }, ...hopEdges(a, b).map((edge, place) => {
    const arrow = edge.from === a ? "↓" : "↑";
    const line = [`${arrow} `, make("i", {}, relationLabel(edge.relation)), edge.title ? make("span", { class: "post-title" }, named(edge.title)) : ""];
    const row = folding(line, asideOf(edge), () => evidenceBox(edge.claims.slice(0, 3)), place === 0);
    row.dataset.edge = edge.id;
    return row;
  }));
}

// Seen from afar the nodes of a path would be specks: they are drawn again, as large as signs in a legend.
function drawWay(context) {
  const way = currentWay().filter((id) => picture.has(id)), ratio = window.devicePixelRatio || 1, size = 10;
  if (state.selected || !way.length || network.getScale() > 0.7) return;
  const spots = way.map((id) => network.canvasToDOM(picture.position(id)));
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  Object.assign(context, { lineWidth: 2, strokeStyle: paint.soft });
  context.stroke(new Path2D(spots.map(({ x, y }, place) => `${place ? "L" : "M"}${x} ${y}`).join("")));
  for (const [place, { x, y }] of spots.entries()) drawSign(context, ratio, indexOf(way[place]), x - size, y - size, size / 8);
  context.restore();
}

function drawSign(context, ratio, index, x, y, scale) {
  const { shape, color } = paint.types[column.type[index]], sign = new Path2D(outlines[shape]);
  context.setTransform(ratio * scale, 0, 0, ratio * scale, x * ratio, y * ratio);
  Object.assign(context, { fillStyle: color.background, strokeStyle: color.border, lineWidth: 1.2 });
  context.fill(sign);
  context.stroke(sign);
}

// The picture turns to the path, so that it is seen as a whole: an address may name one that lies in
// communities which are not open.
function fitPath() {
  if (currentWay().some((id) => !picture.has(id))) change(bringing(currentWay()), { undo: false });
  const way = currentWay().filter((id) => picture.has(id)).map(indexOf);
  if (way.length && state.view === "graph") network.fit({ nodes: way, minZoomLevel: 0.05, maxZoomLevel: 1.1, animation: movement() });
}

on("change", (changed) => {
  if (filtersIn(changed)) pathMemory.key = "";
  if (state.path && (changed.has("path") || changed.has("way"))) fitPath();
});
