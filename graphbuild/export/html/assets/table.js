// The table: the same content for those who do not use the picture; each column sorts.
const rowsAtOnce = 100;
let sorting = { key: "relation", up: true };
const tableColumns = [
  ["subject", (edge) => nodes.get(edge.from).label], ["relation", (edge) => edge.relation], ["object", (edge) => nodes.get(edge.to).label],
  ["date", (edge) => edge.first], ["confidence", (edge) => edge.confidence], ["sentence", (edge) => edge.claims.length],
];

// The edges of the picture; an overview of communities draws few, and then all that pass are listed.
function shownEdges() {
  const drawn = picture.edges;
  return picture.communities?.length ? passingIndexes() : [...drawn];
}

function passingIndexes() {
  const found = [];
  const away = new Set([...state.removed].map(indexOf));
  for (let at = 0; at < edges.size; at += 1) if (edgePasses(at) && !away.has(column.from[at]) && !away.has(column.to[at])) found.push(at);
  return found;
}

function sortedEdges() {
  const found = shownEdges().map((at) => edges.at(at)), read = tableColumns.find(([key]) => key === sorting.key)[1];
  const { compare } = new Intl.Collator(state.language), turn = sorting.up ? 1 : -1;
  const values = new Map(found.map((edge) => [edge, read(edge)]));
  const order = sorting.key === "relation" ? (a, b) => relationNames.indexOf(a) - relationNames.indexOf(b) : (a, b) => (typeof a === "number" ? a - b : compare(a, b));
  return found.sort((a, b) => turn * order(values.get(a), values.get(b)) || inReadingOrder(a, b));
}

function sentenceCell(edge) {
  const cell = make("td", { class: "said" });
  loadClaims(edge.claims.slice(0, 3)).then((loaded) => {
    const claims = inTime(loaded);
    const texts = [...new Set(claims.flatMap((claim) => claim.sentences.slice(0, 1).map(({ text }) => text)))];
    cell.append(...texts.slice(0, 2).map((text) => make("p", { dir: "auto" }, text)));
    const rest = edge.claims.length - Math.min(2, texts.length);
    if (rest > 0) cell.append(button(words("andMore", rest), () => selectEdge(edge.id), { class: "link" }));
  });
  return cell;
}

function tableRow(edge) {
  const verb = button(relationLabel(edge.relation), () => selectEdge(edge.id), { class: "link", "data-edge": edge.id });
  const title = edge.title ? make("span", { class: "post-title" }, named(edge.title)) : null;
  return make("tr", {}, make("td", {}, nodeLink(edge.from)), make("td", {}, verb, title, badge(edge)), make("td", {}, nodeLink(edge.to)),
    make("td", { title: dateRange(edge) || null }, shortDate(edge.first)), make("td", { class: "number" }, `${Math.round(edge.confidence * 100)}%`), sentenceCell(edge));
}

function columnHead([key]) {
  const chosen = sorting.key === key, sign = chosen ? (sorting.up ? " ▲" : " ▼") : "";
  const sorter = button(words(key), () => {
    sorting = { key, up: chosen ? !sorting.up : !["confidence", "sentence"].includes(key) };
    showTable();
    document.querySelector(`#table th[data-column="${key}"] button`).focus();
  }, { title: words("sortHint") });
  sorter.append(make("span", { "aria-hidden": "true" }, sign));
  return make("th", { scope: "col", "data-column": key, "aria-sort": chosen ? (sorting.up ? "ascending" : "descending") : "none" }, sorter);
}

function showTable() {
  const shown = sortedEdges(), body = make("tbody", {});
  const more = button(words("moreRows"), () => addRows());
  function addRows() {
    const start = body.children.length;
    body.append(...shown.slice(start, start + rowsAtOnce).map(tableRow));
    more.hidden = body.children.length >= shown.length;
  }
  addRows();
  viewBoxes.table.replaceChildren(make("table", {}, make("caption", {}, `${words("edges", shown.length)}. ${words("tableCaption")}`),
    make("thead", {}, make("tr", {}, ...tableColumns.map(columnHead))), body), more);
}
viewMakers.table = showTable;
