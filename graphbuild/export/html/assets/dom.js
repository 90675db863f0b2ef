// Elements made from text alone: no string is ever read as markup.
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "onclick") element.addEventListener("click", value);
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

// A name keeps its own direction and cannot turn the text around it.
const named = (text) => make("bdi", {}, text);

const outlines = {
  dot: "M8 1a7 7 0 1 0 0 14a7 7 0 1 0 0-14z",
  square: "M1.5 1.5h13v13h-13z",
  triangle: "M8 1l7.5 13.5h-15z",
  triangleDown: "M8 15l7.5-13.5h-15z",
  diamond: "M8 .5l6.5 7.5l-6.5 7.5l-6.5-7.5z",
  hexagon: "M4.2 1.4h7.6l3.8 6.6l-3.8 6.6h-7.6l-3.8-6.6z",
  star: "M8 .5l2.3 4.9l5.2.7l-3.8 3.7l1 5.3l-4.7-2.6l-4.7 2.6l1-5.3l-3.8-3.7l5.2-.7z",
};

function drawing(kind, box, path, attributes) {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  const shape = document.createElementNS(space, "path");
  picture.setAttribute("class", kind);
  picture.setAttribute("viewBox", box);
  picture.setAttribute("aria-hidden", "true");
  shape.setAttribute("d", path);
  for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
  picture.append(shape);
  return picture;
}

function glyph(type) {
  const style = payload.types[type];
  const fill = style.small ? "none" : style.colour;
  return drawing("glyph", "0 0 16 16", outlines[style.shape], { fill, stroke: edgeOf(style), "stroke-width": 1.2 });
}

function stroke(relation) {
  const style = payload.relations[relation];
  return drawing("glyph stroke", "0 0 26 12", "M0 6H21M26 6l-6-3.4v6.8z", {
    stroke: toneOf(style), fill: toneOf(style), "stroke-width": 1.8, "stroke-dasharray": style.dash.join(" "),
  });
}

const cssColour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const toneOf = (style) => cssColour(`--tone-${style.tone}`);

// A darker rim keeps the light colours apart from the paper.
function edgeOf(style) {
  const parts = [1, 3, 5].map((at) => Math.round(parseInt(style.colour.slice(at, at + 2), 16) * 0.72));
  return style.small ? style.colour : `rgb(${parts.join(",")})`;
}

// Beside a name that several bear: which of them this is.
function namesakeSign(node) {
  const hint = namesakeHint(node);
  return hint ? make("span", { class: "which" }, named(hint)) : "";
}

function nodeLink(id, extra) {
  const node = nodes.get(id);
  if (!node) return make("span", { class: "clip" }, named(id));
  return make("button", { type: "button", class: "link", "data-node": id, title: typeLabel(node.type), onclick: () => selectNode(id), ...extra },
    glyph(node.type), make("span", { class: "clip" }, named(node.label), namesakeSign(node)));
}

// For those who hear the page: what just happened, in a live region of its own.
const voice = document.getElementById("voice");
function say(text) {
  voice.textContent = text;
}

// The same, and for a few seconds before everyone's eyes.
const notice = document.getElementById("notice");
let noticeEnds = null;
function notify(text) {
  say(text);
  notice.textContent = text;
  notice.hidden = false;
  clearTimeout(noticeEnds);
  noticeEnds = setTimeout(() => { notice.hidden = true; }, 4000);
}

const button = (label, onclick, attributes) => make("button", { type: "button", onclick, ...attributes }, label);
