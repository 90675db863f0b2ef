// The picture for print: SVG with shapes, names, legend and credit; PNG is that SVG, drawn large.
const svgSpace = "http://www.w3.org/2000/svg", legendRow = 22, widePng = 3200;

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(svgSpace, tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const round = (value) => Math.round(value * 10) / 10;

// One line as vis-network draws it: straight, or bent through the point half way.
function svgLine(item, scale) {
  const a = network.canvasToDOM(picture.spot(item.from)), b = network.canvasToDOM(picture.spot(item.to));
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const half = item.smooth ? network.canvasToDOM(network.body.edges[item.id].edgeType.getPoint(0.5)) : middle;
  const via = { x: 2 * half.x - middle.x, y: 2 * half.y - middle.y }, colour = item.color.color, width = round(Math.max(0.6, item.width * scale));
  const end = edgeOfShape(via, b, radiusAt(item.to) * scale), start = edgeOfShape(via, a, radiusAt(item.from) * scale);
  const path = svg("path", {
    d: `M${round(start.x)} ${round(start.y)}Q${round(via.x)} ${round(via.y)} ${round(end.x)} ${round(end.y)}`, fill: "none", stroke: colour,
    "stroke-width": width, "stroke-opacity": Math.max(0.55, item.color.opacity), "stroke-dasharray": item.dashes ? item.dashes.map((dash) => round(dash * scale)).join(" ") : null,
  });
  const heads = [[item.arrows ? item.arrows.to?.enabled : true, via, end], [item.arrows?.from?.enabled, via, start]];
  return [path, ...heads.filter(([drawn]) => drawn).map(([, from, to]) => arrowHead(from, to, colour, Math.max(5, 7 * scale)))];
}

function edgeOfShape(from, centre, radius) {
  const far = Math.hypot(centre.x - from.x, centre.y - from.y) || 1, share = Math.min(1, radius / far);
  return { x: centre.x + (from.x - centre.x) * share, y: centre.y + (from.y - centre.y) * share };
}

function arrowHead(from, to, fill, size) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const at = (turn, far) => `${round(to.x - far * Math.cos(angle + turn))},${round(to.y - far * Math.sin(angle + turn))}`;
  return svg("polygon", { points: `${round(to.x)},${round(to.y)} ${at(0.42, size)} ${at(-0.42, size)}`, fill });
}

function svgNode(number, scale) {
  const { x, y } = network.canvasToDOM(picture.spot(number)), radius = Math.max(2, radiusAt(number) * scale);
  if (number >= nodeCount) return svg("circle", { cx: round(x), cy: round(y), r: round(radius), fill: paint.wash, stroke: paint.soft });
  const { shape, color } = paint.types[column.type[number]], unit = radius / 8;
  const mark = svg("path", { d: outlines[shape], fill: color.background, stroke: color.border, "stroke-width": round(1.4 / unit), transform: `translate(${round(x - radius)} ${round(y - radius)}) scale(${unit.toFixed(3)})` });
  mark.append(svg("title", {}, wellFormed(plain(labelAt(number)))));
  return mark;
}

// Names stand where the picture has them: the painter of labels draws into a recorder.
function recordedTexts() {
  const real = document.createElement("canvas").getContext("2d"), texts = [];
  const recorder = new Proxy(real, {
    get(target, name) {
      if (name === "fillText") return (text, x, y) => texts.push({ text, x, y, font: target.font, fill: target.fillStyle, anchor: target.textAlign, line: target.textBaseline });
      const value = target[name];
      return typeof value === "function" ? value.bind(target) : value;
    },
    set(target, name, value) {
      target[name] = value;
      return true;
    },
  });
  drawLabels(recorder, focusOf(state.selected));
  return texts;
}

function svgText({ text, x, y, font, fill, anchor, line }) {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12), lift = line === "top" ? size * 0.85 : line === "middle" ? size * 0.35 : 0;
  return svg("text", {
    x: round(x), y: round(y + lift), fill, "font-size": size, "text-anchor": anchor === "center" ? "middle" : null, "font-weight": /6\d\d|bold/.test(font) ? 650 : null,
    "font-style": /italic/.test(font) ? "italic" : null, stroke: paint.paper, "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round",
  }, wellFormed(text));
}

function legendItems() {
  const typesThere = new Set(picture.nodes.map((at) => column.type[at])), relationsThere = new Set(picture.edges.map((at) => column.relation[at]));
  const types = typeNames.filter((_, at) => typesThere.has(at)).map((name) => ({ sign: svgSign(name), text: typeLabel(name) }));
  const lines = relationNames.filter((_, at) => relationsThere.has(at)).map((name) => ({ sign: svgStroke(name), text: relationLabel(name) }));
  return [...types, ...lines];
}

function svgSign(name) {
  const style = payload.types[name];
  return svg("path", { d: outlines[style.shape], fill: style.small ? "none" : style.colour, stroke: edgeOf(style), transform: "translate(8 -12) scale(.95)" });
}

function svgStroke(name) {
  const style = payload.relations[name], tone = toneOf(style);
  return svg("g", {}, svg("path", { d: "M0 -5H24", stroke: tone, "stroke-width": 2, "stroke-dasharray": style.dash.join(" ") || null }), svg("polygon", { points: "30,-5 22,-8.5 22,-1.5", fill: tone }));
}

// Signs and words in as many rows as they need, then what the picture is.
function svgLegend(top, width) {
  const measure = document.createElement("canvas").getContext("2d"), group = svg("g", { "font-size": 12.5, fill: paint.ink });
  measure.font = `12.5px ${fontFamily}`;
  let x = 16, y = top + legendRow;
  for (const { sign, text } of legendItems()) {
    const needed = 38 + measure.measureText(text).width + 18;
    if (x + needed > width - 8 && x > 16) [x, y] = [16, y + legendRow];
    group.append(svg("g", { transform: `translate(${round(x)} ${y})` }, sign, svg("text", { x: 36 }, wellFormed(text))));
    x += needed;
  }
  group.append(svg("text", { x: 16, y: y + legendRow, fill: paint.soft, "font-size": 11.5 }, wellFormed(creditLine())));
  return { group, height: y + legendRow + 12 - top };
}

const creditLine = () => [plain(document.title), statusText(), state.since || state.until ? timeText.textContent : "", "graphbuild"].filter(Boolean).join(" · ");

// Beside a selection the rest is pale, as in the picture.
function svgItems(focus, scale) {
  const pale = svg("g", { opacity: 0.25 }), strong = svg("g", {}), within = (there) => (there === false ? pale : strong);
  for (const line of picture.lines.values()) for (const item of visLines(line)) within(focus?.lines.has(item.id)).append(...svgLine(item, scale));
  for (const number of [...picture.communities.map((c) => nodeCount + c), ...picture.nodes]) within(focus?.nodes.has(number)).append(svgNode(number, scale));
  return [pale, strong];
}

function asSvg() {
  const width = Math.max(320, stage.clientWidth), height = Math.max(240, stage.clientHeight), scale = network.getScale();
  const legendPart = svgLegend(height, width), box = svg("g", { "clip-path": "url(#frame)" });
  box.append(...svgItems(focusOf(state.selected), scale));
  box.append(...recordedTexts().map(svgText));
  const whole = svg("svg", { width, height: height + legendPart.height, viewBox: `0 0 ${width} ${height + legendPart.height}`, "font-family": fontFamily },
    svg("title", {}, wellFormed(plain(document.title))), svg("clipPath", { id: "frame" }, svg("rect", { width, height })),
    svg("rect", { width: "100%", height: "100%", fill: paint.paper }), box, svg("path", { d: `M0 ${height}H${width}`, stroke: paint.line }), legendPart.group);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(whole)}\n`;
}

function asPng() {
  const source = asSvg(), image = new Image(), canvas = document.createElement("canvas");
  const [width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(source).slice(1).map(Number), scale = Math.max(1, widePng / width);
  Object.assign(canvas, { width: Math.round(width * scale), height: Math.round(height * scale) });
  return new Promise((resolve, reject) => {
    image.onload = () => {
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("PNG"))), "image/png");
    };
    image.onerror = () => reject(new Error("SVG"));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  });
}
