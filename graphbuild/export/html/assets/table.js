// The table: the same content for those who do not use the picture.
const tableView = document.getElementById("table"), tableButton = document.getElementById("show-table");
const rowsAtOnce = 300;

const order = Object.keys(payload.relations), compare = new Intl.Collator(payload.language).compare;

function byNames(a, b) {
  return order.indexOf(a.relation) - order.indexOf(b.relation) || compare(nodes.get(a.from).label, nodes.get(b.from).label) || inReadingOrder(a, b);
}

function sentenceCell(edge) {
  const cell = make("td", {}), rest = edge.claims.length - 2;
  loadClaims(edge.claims.slice(0, 2)).then((claims) => {
    const texts = new Set(claims.flatMap((claim) => claim.sentences.map(({ text }) => text)));
    cell.prepend(...[...texts].slice(0, 2).map((text) => make("p", { dir: "auto" }, text)));
  });
  if (rest > 0) cell.append(make("button", { type: "button", class: "link", onclick: () => selectEdge(edge.id) }, `+ ${rest} ${words("more")}`));
  return cell;
}

function tableRow(edge) {
  const verb = make("button", { type: "button", class: "link", "data-edge": edge.id, onclick: () => selectEdge(edge.id) },
    relationLabel(edge.relation));
  const title = edge.title ? make("span", { class: "post-title" }, named(edge.title)) : null;
  return make("tr", {}, make("td", {}, nodeLink(edge.from)), make("td", {}, verb, title), make("td", {}, nodeLink(edge.to)),
    make("td", { title: dateRange(edge) || null }, shortDate(edge.first)), sentenceCell(edge));
}

function showTable() {
  if (tableView.hidden) return;
  const shown = picture.edges.map(edges.at).sort(byNames), body = make("tbody", {});
  const titles = ["subject", "relation", "object", "date", "sentence"].map((key) => make("th", { scope: "col" }, words(key)));
  const more = make("button", { type: "button", onclick: () => addRows() }, words("moreRows"));
  function addRows() {
    const start = body.children.length;
    body.append(...shown.slice(start, start + rowsAtOnce).map(tableRow));
    more.hidden = body.children.length >= shown.length;
  }
  addRows();
  tableView.replaceChildren(make("table", {}, make("caption", {}, words("tableCaption")), make("thead", {}, make("tr", {}, ...titles)), body), more);
}

function toggleTable(open) {
  tableView.hidden = !open;
  stage.hidden = open;
  document.body.classList.toggle("table-open", open);
  tableButton.setAttribute("aria-pressed", String(open));
  tableButton.textContent = words(open ? "graph" : "table");
  showTable();
  if (!open) network.redraw();
}
tableButton.addEventListener("click", () => toggleTable(tableView.hidden));
on("picture", showTable);
on("change", (changed) => {
  if (changed.has("selected") && state.selected && !tableView.hidden && (state.selected.kind === "node" || innerWidth <= 820)) toggleTable(false);
});
