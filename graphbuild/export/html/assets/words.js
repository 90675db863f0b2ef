// Words of the page, and dates as readers write them.
function words(key, n) {
  const text = n === 1 && payload.texts[key + "1"] ? payload.texts[key + "1"] : payload.texts[key] || key;
  return n === undefined ? text : text.replace("{n}", n.toLocaleString(payload.language));
}

const typeOf = (node) => payload.types[node.type];
const relationLabel = (name) => payload.relations[name]?.label ?? name;

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
