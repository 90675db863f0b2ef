// The data of the page, indexed. Nothing here draws; names and sentences are only ever text.
const payload = JSON.parse(document.getElementById("graph-data").textContent);
const nodes = new Map(payload.nodes.map((node) => [node.id, node]));
const edges = new Map(payload.edges.map((edge) => [edge.id, edge]));
const edgesOf = new Map(payload.nodes.map((node) => [node.id, []]));
for (const edge of payload.edges) {
  edgesOf.get(edge.from).push(edge);
  if (edge.to !== edge.from) edgesOf.get(edge.to).push(edge);
}

// What the user sees and has selected; every change goes through app.js.
const state = {
  hiddenTypes: new Set(Object.keys(payload.types).filter((name) => payload.types[name].hidden)),
  hiddenRelations: new Set(),
  selected: null, // { kind: "node" or "edge", id }
};

function words(key, n) {
  const text = n === 1 && payload.texts[key + "1"] ? payload.texts[key + "1"] : payload.texts[key] || key;
  return n === undefined ? text : text.replace("{n}", n.toLocaleString(payload.language));
}

const typeOf = (node) => payload.types[node.type];
const relationLabel = (name) => payload.relations[name]?.label ?? name;

function nodeShown(node) {
  return !state.hiddenTypes.has(node.type);
}

function edgeShown(edge) {
  return !state.hiddenRelations.has(edge.relation) && nodeShown(nodes.get(edge.from)) && nodeShown(nodes.get(edge.to));
}

// EDTF for readers: "XXXX-04-04" is a day whose year the source does not state.
function readableDate(edtf) {
  if (!edtf) return "";
  const found = /^(\d{4}|XXXX)-(\d{2})-(\d{2})$/.exec(edtf);
  if (!found) return edtf;
  const [, year, month, day] = found;
  const date = new Date(Date.UTC(year === "XXXX" ? 2000 : Number(year), Number(month) - 1, Number(day)));
  if (Number.isNaN(date.getTime())) return edtf;
  const style = { day: "numeric", month: "long", timeZone: "UTC" };
  if (year !== "XXXX") style.year = "numeric";
  return new Intl.DateTimeFormat(payload.language, style).format(date) + (year === "XXXX" ? ` (${words("noYear")})` : "");
}

// The date in little room; the whole of it stands in the panel and in the title.
function shortDate(edtf) {
  const found = /^(\d{4}|XXXX)-(\d{2})-(\d{2})$/.exec(edtf || "");
  if (!found || found[1] !== "XXXX") return edtf || "";
  const date = new Date(Date.UTC(2000, Number(found[2]) - 1, Number(found[3])));
  return new Intl.DateTimeFormat(payload.language, { day: "numeric", month: "short", timeZone: "UTC" }).format(date);
}

function dateRange(edge) {
  const first = readableDate(edge.first), last = readableDate(edge.last);
  return first && last && first !== last ? `${first} – ${last}` : first || last;
}

function sentencesOf(edge) {
  const found = new Set();
  for (const claim of edge.claims) for (const sentence of payload.claims[claim].sentences) found.add(sentence);
  return [...found];
}
