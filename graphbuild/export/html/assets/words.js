// The words of the page in the language that is chosen, and dates for readers.
const speeches = Object.keys(payload.texts);

register("language", {
  initial: payload.language,
  undo: false,
  write: (params, value) => value !== payload.language && params.set("lang", value),
  read: (params) => (speeches.includes(params.get("lang")) ? params.get("lang") : payload.language),
});

function words(key, n) {
  const known = payload.texts[state.language] ?? payload.texts.en;
  const text = n === 1 && known[`${key}1`] ? known[`${key}1`] : known[key] ?? key;
  return n === undefined ? text : text.replace("{n}", typeof n === "number" ? n.toLocaleString(state.language) : n);
}

const labelIn = (style, name) => style?.labels?.[state.language] ?? style?.labels?.en ?? name;
const typeLabel = (name) => labelIn(payload.types[name], name);
const relationLabel = (name) => labelIn(payload.relations[name], name);

// EDTF (ISO 8601-2) for readers: "XXXX-04-04" is a day whose year the source does not state,
// "2024-06-17/2024-06-20" an interval.
const edtfParts = /^(\d{4}|XXXX)-(\d{2})(?:-(\d{2}))?$/;

function dateOf(edtf) {
  const found = edtfParts.exec(edtf || "");
  if (!found) return null;
  const [, year, month, day] = found, known = year !== "XXXX";
  const date = new Date(Date.UTC(known ? Number(year) : 2000, Number(month) - 1, Number(day || 1)));
  return Number.isNaN(date.getTime()) ? null : { date, known, style: { month: "long", timeZone: "UTC", ...(day ? { day: "numeric" } : {}), ...(known ? { year: "numeric" } : {}) } };
}

function readableDate(edtf) {
  const [from, to] = (edtf || "").split("/").map(dateOf);
  if (!from || to === null) return edtf || "";
  const format = new Intl.DateTimeFormat(state.language, from.style), noYear = from.known ? "" : ` (${words("noYear")})`;
  return (to && to.date >= from.date ? format.formatRange(from.date, to.date) : format.format(from.date)) + noYear;
}

// The date in little room; the whole of it stands in the panel and in the title.
function shortDate(edtf) {
  const [from, to] = (edtf || "").split("/").map(dateOf);
  if (from?.known && !to) return edtf;
  if (!from || to === null) return edtf || "";
  const format = new Intl.DateTimeFormat(state.language, { ...from.style, month: "short" });
  return to && to.date >= from.date ? format.formatRange(from.date, to.date) : format.format(from.date);
}

function dateRange(edge) {
  const first = readableDate(edge.first), last = readableDate(edge.last);
  return first && last && first !== last ? `${first} – ${last}` : first || last;
}

// Events carry their date at the end of their label as EDTF: in the page it stands in words.
const datedLabel = /, ((?:\d{4}|XXXX)(?:-\d\d){0,2}(?:\/\d{4}(?:-\d\d){0,2})?)$/;
const labelInWords = (text) => text.replace(datedLabel, (_, edtf) => `, ${readableDate(edtf)}`);

// Months count from year 0, so that they can be subtracted; null where the year is not known.
function monthOf(edtf) {
  const found = /^(\d{4})(?:-(\d{2}))?/.exec(edtf || "");
  return found ? Number(found[1]) * 12 + Number(found[2] || 1) - 1 : null;
}

const isoMonth = (month) => `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
const lastDayOf = (month) => {
  const days = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
  return `${isoMonth(month)}-${String(days).padStart(2, "0")}`;
};

function readableMonth(month) {
  const date = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1));
  return new Intl.DateTimeFormat(state.language, { month: "short", year: "numeric", timeZone: "UTC" }).format(date);
}

// The template wrote the page in one language; another replaces the words, never the elements.
const wordPlaces = { text: (element, text) => { element.textContent = text; } };
for (const name of ["title", "placeholder", "aria-label"]) wordPlaces[name] = (element, text) => element.setAttribute(name, text);

function translatePage() {
  document.documentElement.lang = state.language;
  for (const [place, put] of Object.entries(wordPlaces)) {
    for (const element of document.querySelectorAll(`[data-${place}]`)) put(element, words(element.getAttribute(`data-${place}`)));
  }
}
on("change", (keys) => keys.has("language") && translatePage());
