// The panel: what is known of the selection, and the sentences that say so.
const panel = document.getElementById("panel");
let panelTurn = 0; // what is being shown: details come later, and must not land in another panel

function section(title, ...children) {
  return make("section", {}, make("h3", {}, title), ...children);
}

function head(...kind) {
  const close = button("×", clearSelection, { class: "close", "aria-label": words("close"), title: `${words("close")} (Esc)` });
  return make("div", { class: "panel-head" }, make("span", { class: "kind" }, ...kind), close);
}

async function showPanel() {
  const turn = (panelTurn += 1), content = await panelContent();
  if (turn !== panelTurn) return;
  const within = panel.contains(document.activeElement);
  panel.replaceChildren(...content.filter(Boolean));
  if (within) panel.focus({ preventScroll: true }); // what had the focus is gone; it stays with the details
  panel.scrollTop = 0;
}

async function panelContent() {
  const { selected, path } = state;
  if (!selected) return path ? pathPanel(path) : startPanel();
  if (selected.kind === "node" && nodes.has(selected.id)) return nodePanel(nodes.get(selected.id));
  if (selected.kind === "edge" && edges.get(selected.id)) return edgePanel(edges.get(selected.id));
  if (selected.kind === "pair") return pairPanel(...selected.id.split("~"));
  return selected.kind === "community" ? communityPanel(selected.id) : startPanel();
}

async function startPanel() {
  const some = Array.from({ length: Math.min(40, payload.counts.documents) }, (_, at) => at);
  const documents = await loadDocuments(some);
  const hubs = hubRows(8);
  const rest = payload.counts.documents - documents.length;
  return [
    make("p", { class: "empty" }, words("intro")),
    hubs.length ? section(words("hubs"), make("ul", { class: "rows ranked" }, ...hubs)) : null,
    documents.length ? section(words("sources"), make("ul", { class: "rows" }, ...documents.map((item) => make("li", {}, sourceLine(item)))),
      rest > 0 ? make("p", { class: "note" }, words("andMore", rest)) : "") : null,
  ];
}

function hubRows(most) {
  const best = [];
  for (let at = 0; at < nodes.size; at += 1) {
    const degree = column.degree[at];
    if (!degree || !nodePasses(at) || (best.length === most && degree <= best.at(-1)[0])) continue;
    best.push([degree, at]);
    best.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    best.length = Math.min(best.length, most);
  }
  return best.map(([degree, at]) => make("li", {}, nodeLink(idAt(at)), make("span", { class: "count" }, String(degree))));
}

// Sentences are fetched when they are opened: a hub may have thousands. The line holds links, so
// what opens is a button before it; a click beside the links does the same.
function folding(line, aside, content, open) {
  const twist = button("", () => toggle(), { class: "twist", "aria-expanded": "false" });
  const text = make("span", {}, ...line), top = make("div", { class: "fold-head" }, twist, text, make("span", { class: "aside" }, aside));
  const body = make("div", { class: "fold-body", hidden: "" }), box = make("div", { class: "fold" }, top, body);
  twist.setAttribute("aria-label", `${words("sentence")}: ${text.textContent}`);
  function toggle() {
    if (!body.children.length) body.append(...[content()].flat());
    body.hidden = !body.hidden;
    twist.setAttribute("aria-expanded", String(!body.hidden));
  }
  top.addEventListener("click", (event) => event.target.closest("button, a") || toggle());
  if (open) toggle();
  return box;
}

function asideOf(edge) {
  const count = edge.claims.length, sure = Math.round(edge.confidence * 100);
  const title = [dateRange(edge), `${words("confidence")} ${sure}%`].filter(Boolean).join(" · ");
  return make("span", { title, class: sure < 85 ? "unsure" : null }, shortDate(edge.first), count > 1 ? ` · ${count}×` : "");
}

function badge(edge) {
  if (!edge.status) return null;
  const told = edge.title?.toLowerCase().includes(words(edge.status).toLowerCase()); // "Acting Mayor"
  return told ? null : make("span", { class: "badge" }, words(edge.status));
}

function edgeRow(edge, from, open) {
  const other = edge.from === from ? edge.to : edge.from;
  const line = [edge.position ? make("span", { class: "num" }, `${edge.position}.`) : null, isOwnPost(edge) ? null : nodeLink(other)];
  if (edge.title) line.unshift(make("span", { class: "post-title" }, named(edge.title)));
  if (badge(edge)) line.push(" ", badge(edge));
  const row = folding(line.filter(Boolean), asideOf(edge), () => evidenceBox(edge.claims), open);
  row.dataset.edge = edge.id;
  return row;
}

const rowsInGroup = 25;

// Long lists begin with their first rows; a button brings the rest.
function limited(items, makeRow, most = rowsInGroup) {
  const rows = items.slice(0, most).map(makeRow);
  if (items.length <= most) return rows;
  const more = button(words("andMore", items.length - most), () => more.replaceWith(...limited(items.slice(most), makeRow, 200)), { class: "more" });
  return [...rows, more];
}

// A post whose home is unknown is a node of its own, which only repeats its title.
const isOwnPost = (edge) => nodes.get(edge.to).type === "Post" && nodes.get(edge.to).label === edge.title;

function attributeLines(attributes) {
  if (!attributes.length) return null;
  return make("ul", { class: "facts" }, ...attributes.map(([name, value]) => make("li", {}, `${name}: `, named(value))));
}

const isEvent = (id) => ["Visit", "Talks", "Meeting"].includes(nodes.get(id).type);
const hasPage = (node) => node.type === "Official" || isEvent(node.id);

function nodeActions(node) {
  const only = state.only?.id === node.id;
  return make("div", { class: "actions", role: "group", "aria-label": words("actions") },
    hasPage(node) ? button(words("page"), () => change({ view: "page" }), { title: `${words("pageHint")} (v)` }) : "",
    button(words("pathTo"), () => startPathSearch(node.id), { title: `${words("pathHint")} (p)` }),
    button(only ? words("wholeGraph") : words("neighbours"), () => (only ? wholeGraph() : neighbourhood(node.id, 1)),
      { "aria-pressed": String(only), title: `${words("neighboursHint")} (n)` }),
    button(words("expand"), () => expand(node.id), { title: `${words("expandHint")} (e)` }),
    button(words("collapse"), () => collapse(node.id), { title: `${words("collapseHint")} (c)` }));
}

async function nodePanel(node) {
  const details = await detailsOf(node.id);
  const around = edgesOf.get(node.id), fewest = around.length <= 2;
  const posts = around.filter((edge) => edge.relation === "holdsPost" && edge.from === node.id);
  const part = around.filter((edge) => edge.from !== node.id && isEvent(edge.from));
  const rest = around.filter((edge) => !posts.includes(edge) && !part.includes(edge) && !(details.event && edge.from === node.id));
  const row = (edge) => edgeRow(edge, node.id, fewest);
  return [
    head(glyph(node.type), make("span", { class: "type" }, typeLabel(node.type))),
    make("h2", {}, named(node.label)),
    namesakeHint(node) ? make("p", { class: "facts" }, named(namesakeHint(node))) : null,
    details.names.length ? make("p", { class: "aliases" }, `${words("otherNames")}: `, named(details.names.join(" · "))) : null,
    attributeLines(details.attributes),
    nodeActions(node),
    ...(details.event ? eventSections(details.event) : []),
    posts.length ? section(words("posts"), ...limited(posts.sort(byDate), row)) : null,
    part.length ? section(words("events"), ...limited(part.sort(byDate), eventRow)) : null,
    ...groupsOf(rest, node.id).map(([title, group]) => section(`${title} ${group.length > 1 ? group.length : ""}`.trim(), ...limited(group, row))),
    unsureSection(node, details.unsure),
  ];
}

const byDate = (a, b) => (a.first || "9") < (b.first || "9") ? -1 : (a.first || "9") > (b.first || "9") ? 1 : a.index - b.index;

// Outgoing and incoming edges of one relation are two groups: who visited whom matters.
function groupsOf(around, from) {
  const found = new Map();
  for (const edge of around) {
    const title = edge.from === from ? `${relationLabel(edge.relation)} →` : `← ${relationLabel(edge.relation)}`;
    if (!found.has(title)) found.set(title, []);
    found.get(title).push(edge);
  }
  for (const group of found.values()) group.sort(inReadingOrder);
  return [...found].sort(([, a], [, b]) => relationNames.indexOf(a[0].relation) - relationNames.indexOf(b[0].relation));
}

// Claims are numbered as the documents tell them; places in a list come before that.
function inReadingOrder(a, b) {
  return (a.position || 0) - (b.position || 0) || (a.claims[0] ?? Infinity) - (b.claims[0] ?? Infinity) || a.index - b.index;
}

function eventRow(edge) {
  const line = [make("span", { class: "post-title" }, relationLabel(edge.relation)), nodeLink(edge.from)];
  return folding(line, asideOf(edge), () => evidenceBox(edge.claims), false);
}

function eventSections(event) {
  const made = [], facts = eventFacts(event);
  if (facts) made.push(make("p", { class: "facts" }, facts));
  for (const [role, people] of peopleByRole(event)) made.push(section(relationLabel(role), peopleList(people)));
  if (event.stops.length) {
    const rows = event.stops.map((id, place) => make("li", {}, make("span", { class: "num" }, `${place + 1}.`), nodeLink(id)));
    made.push(section(relationLabel("stop"), make("ol", { class: "rows" }, ...rows)));
  }
  if (event.venue) made.push(section(relationLabel("venue"), make("p", {}, nodeLink(event.venue))));
  if (event.claims.length) made.push(section(words("sentence"), folding([words("sentences", event.sentences)], "", () => evidenceBox(event.claims, distinctClaims), false)));
  return made;
}

function eventFacts(event) {
  const facts = [];
  if (event.date) facts.push(readableDate(event.date.edtf) + (event.date.conflict ? ` (${words("conflict")})` : ""));
  if (event.topics.length) facts.push(`${words("topics")}: ${event.topics.join(", ")}`);
  return facts.join(" · ");
}

function peopleByRole(event) {
  const roles = [...new Set(event.people.map(([role]) => role))].sort((a, b) => relationNames.indexOf(a) - relationNames.indexOf(b));
  return roles.map((role) => [role, event.people.filter(([name]) => name === role)]);
}

function peopleList(people) {
  return make("ol", { class: "rows" }, ...people.map(([, id, titles], place) => make("li", {},
    people.length > 1 ? make("span", { class: "num" }, `${place + 1}.`) : "", nodeLink(id),
    titles.length ? make("span", { class: "post-title" }, " · ", named(titles.join(", "))) : "")));
}

function unsureSection(node, numbers) {
  if (!numbers.length) return null;
  const box = section(words("notFacts"), make("p", { class: "note" }, words("notFactsNote")));
  loadClaims(numbers).then((claims) => box.append(...limited(claims, (claim) => unsureRow(node, claim, numbers.length <= 2))));
  return box;
}

function unsureRow(node, claim, open) {
  const ends = claim.ends.map((id, place) => (nodes.has(id) && id !== node.id ? nodeLink(id) : named(claim.names[place])));
  const kind = ["stated", "inferred"].includes(claim.modality) ? "unsure" : claim.modality;
  const line = [make("span", { class: "badge" }, words(kind)), " ", ends[0], make("i", {}, ` ${relationLabel(claim.relation)} `), ends[1]];
  return folding(line, "", () => evidenceCard(claim), open);
}

function edgePanel(edge) {
  const verb = make("span", { class: "verb" }, relationLabel(edge.relation));
  const facts = [edge.title, edge.status ? words(edge.status) : "", dateRange(edge)].filter(Boolean).join(" · ");
  const others = edgesBetween(edge.from, edge.to).length;
  return [
    head(stroke(edge.relation), relationLabel(edge.relation)),
    make("div", { class: "triple" }, nodeLink(edge.from), verb, nodeLink(edge.to)),
    facts ? make("p", { class: "facts" }, named(facts)) : null,
    others > 1 ? make("p", {}, button(words("allBetween", others), () => select({ kind: "pair", id: [edge.from, edge.to].sort().join("~") }))) : null,
    section(words("claims", edge.claims.length), evidenceBox(edge.claims)),
  ];
}

// All that joins two nodes, grouped by relation and direction.
function pairPanel(a, b) {
  const between = edgesBetween(a, b);
  if (!nodes.has(a) || !nodes.has(b)) return startPanel();
  const pair = [a, b].sort().join("~"), apart = state.apart?.has(pair);
  return [
    head(words("edges", between.length)),
    make("div", { class: "triple" }, nodeLink(a), make("span", { class: "verb" }, "↔"), nodeLink(b)),
    between.length > 1 ? make("div", { class: "actions" }, button(words(apart ? "drawTogether" : "drawApart"), () => drawApart(pair, !apart), { "aria-pressed": String(Boolean(apart)) })) : null,
    ...groupsOf(between, a).map(([title, group]) => section(`${title} ${group.length > 1 ? group.length : ""}`.trim(), ...limited(group, (edge) => betweenRow(edge, between.length === 1)))),
    sharedSection(a, b),
    between.length ? null : make("div", { class: "actions" }, button(words("path"), () => showPath(a, b), { title: words("pathHint") })),
  ];
}

// Visits and meetings at which both were, whether or not an edge joins the two.
function sharedSection(a, b) {
  const there = (id) => edgesOf.get(id).filter((edge) => edge.to === id && isEvent(edge.from)), others = new Set(there(b).map((edge) => edge.from));
  const shared = there(a).filter((edge) => others.has(edge.from)).sort(byDate);
  if (!shared.length) return null;
  return section(`${words("shared")} ${shared.length}`, make("ol", { class: "rows" }, ...limited(shared, (edge) =>
    make("li", {}, make("span", { class: "day" }, shortDate(edge.first)), nodeLink(edge.from)))));
}

function betweenRow(edge, open) {
  const said = [nodes.get(edge.from).label, edge.title || relationLabel(edge.relation), nodes.get(edge.to).label].map((text) => plain(text).slice(0, 60));
  const row = folding([named(said.join(" → "))], asideOf(edge), () => evidenceBox(edge.claims), open);
  row.dataset.edge = edge.id;
  return row;
}
