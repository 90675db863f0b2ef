// The panel: what is known of the selection, and the sentences that say so.
const panel = document.getElementById("panel");

const panels = {
  node: ({ id }) => nodePanel(nodes.get(id)),
  edge: ({ id }) => edgePanel(edges.get(id)),
  pair: ({ id }) => pairPanel(id),
  community: ({ id }) => communityPanel(communities.get(id)),
};

async function showPanel() {
  const { selected } = state, content = await (selected ? panels[selected.kind](selected) : startPanel());
  if (state.selected !== selected) return; // another was selected in the meantime
  panel.replaceChildren(...content.filter(Boolean));
  panel.scrollTop = 0;
}
on("change", (changed) => {
  if (changed.has("selected") || filtersIn(changed)) showPanel();
});

async function pairPanel(id) {
  const line = pairLine(id), found = (line?.edges ?? []).map(edges.at), apart = state.apart.has(id);
  if (!found.length) return [];
  const toggle = make("button", { type: "button", onclick: () => drawApart(id, !apart) }, words(apart ? "drawTogether" : "drawApart"));
  const blocks = await Promise.all(found.map(async (edge) => [tripleOf(edge), ...(await evidence(edge.claims))]));
  return [head(words("edges", found.length)), toggle, ...blocks.flat()];
}

function communityPanel(community) {
  const rows = membersOf(community.index).slice(0, 30).map((index) => make("li", {}, nodeLink(idAt(index)), " ", make("span", { class: "count" }, String(column.degree[index]))));
  const toggle = community.open ? closeCommunity : openCommunity;
  return [
    head(words("community")),
    make("h2", { dir: "auto" }, named(communityName(community.index))),
    make("p", { class: "facts" }, words("nodes", community.size)),
    make("button", { type: "button", onclick: () => toggle(community.id) }, words(community.open ? "closeCommunity" : "openCommunity")),
    section(words("hubs"), make("ul", { class: "rows" }, ...rows)),
  ];
}

function section(title, ...children) {
  return make("section", {}, make("h3", {}, title), ...children);
}

function head(...kind) {
  const close = make("button", { type: "button", class: "close", "aria-label": words("close"), onclick: clearSelection }, "×");
  return make("div", { class: "panel-head" }, make("span", { class: "kind" }, ...kind), close);
}

function mostConnected(count) {
  let found = [], least = 0;
  for (let i = 0; i < nodeCount; i += 1) {
    if (!nodePasses(i) || column.degree[i] <= least) continue;
    found.push(i);
    if (found.length < 4 * count) continue;
    found = found.sort(byDegree).slice(0, count);
    least = column.degree[found.at(-1)];
  }
  return found.sort(byDegree).slice(0, count);
}

async function startPanel() {
  const rows = mostConnected(8).map((index) => make("li", {}, nodeLink(idAt(index)), " ", make("span", { class: "count" }, String(column.degree[index]))));
  const first = Array.from({ length: Math.min(40, payload.counts.documents) }, (_, number) => number);
  const documents = (await loadDocuments(first)).map((item) => make("li", {}, sourceLine(item)));
  return [
    make("p", { class: "empty" }, words("intro")),
    rows.length ? section(words("hubs"), make("ul", { class: "rows" }, ...rows)) : null,
    documents.length ? section(words("sources"), make("ul", { class: "rows" }, ...documents)) : null,
  ];
}

function sourceLine(item) {
  const line = make("span", {}, make("cite", {}, named(item.title || item.id)));
  if (item.publisher) line.append(" · ", named(item.publisher));
  if (item.published) line.append(" · ", readableDate(item.published));
  // Checked here once more: an address that is not http(s) is never a link.
  if (item.url && /^https?:\/\//i.test(item.url)) {
    line.append(" · ", make("a", { href: item.url, target: "_blank", rel: "noopener noreferrer" }, words("source")));
  }
  return line;
}

function markedSentence(text, marks) {
  const letters = Array.from(text), line = make("p", { dir: "auto" });
  let done = 0;
  for (const [, start, end, role] of marks) {
    line.append(letters.slice(done, start).join(""));
    line.append(make("mark", { class: role, title: words(role) }, letters.slice(start, end).join("")));
    done = end;
  }
  line.append(letters.slice(done).join(""));
  return line;
}

function evidenceCard(claim) {
  const source = claim.sentences[0]?.document;
  const quote = make("blockquote", { lang: source?.language },
    ...claim.sentences.map(({ text }, place) => markedSentence(text, claim.marks.filter((mark) => mark[0] === place))));
  const facts = [`${words("rule")} ${claim.rule}`, `${words("confidence")} ${claim.confidence.toFixed(2)}`];
  if (claim.modality !== "stated") facts.unshift(words(claim.modality));
  if (claim.date) facts.unshift(readableDate(claim.date.edtf) + (claim.date.conflict ? `, ${words("conflict")}` : ""));
  return make("figure", { class: "card" }, quote,
    make("footer", {}, source ? sourceLine(source) : "", make("div", {}, facts.filter(Boolean).join(" · "))));
}

async function evidence(numbers) {
  if (!numbers.length) return [make("p", { class: "note" }, words("noEvidence"))];
  return (await loadClaims(numbers)).map(evidenceCard);
}

// Sentences are made when they are opened: a hub may have thousands.
function folding(line, aside, content, open) {
  const summary = make("summary", {}, make("span", {}, ...line), make("span", { class: "aside" }, aside));
  const box = make("details", {}, summary);
  let filled = false;
  const fill = async () => {
    if (filled) return;
    filled = true;
    box.append(...(await content()));
  };
  box.addEventListener("toggle", fill);
  if (open) {
    fill();
    box.open = true;
  }
  return box;
}

function asideOf(edge) {
  const count = edge.claims.length;
  return make("span", { title: dateRange(edge) || null }, shortDate(edge.first), count > 1 ? ` · ${count}×` : "");
}

function badge(edge) {
  if (!edge.status) return null;
  const told = edge.title?.toLowerCase().includes(words(edge.status).toLowerCase()); // "Acting Mayor"
  return told ? null : make("span", { class: "badge" }, words(edge.status));
}

function edgeRow(edge, from, open) {
  const other = edge.from === from ? edge.to : edge.from;
  const line = [edge.position ? make("span", { class: "num" }, `${edge.position}.`) : null, nodeLink(other)];
  if (edge.title) line.unshift(make("span", { class: "post-title" }, named(edge.title)));
  if (badge(edge)) line.push(" ", badge(edge));
  const row = folding(line.filter(Boolean), asideOf(edge), () => evidence(edge.claims), open);
  row.dataset.edge = edge.id;
  return row;
}

function attributeLines({ attributes }) {
  if (!attributes.length) return null;
  const values = attributes.map(([name, value]) => make("li", {}, `${name}: `, named(value)));
  return make("ul", { class: "facts" }, ...values);
}

async function nodePanel(node) {
  const details = await detailsOf(node.id), event = details.event;
  const around = edgesOf.get(node.id), fewest = around.length <= 2;
  const posts = around.filter((edge) => edge.relation === "holdsPost" && edge.from === node.id);
  const part = around.filter((edge) => isPart(edge) && edge.from !== node.id);
  const rest = around.filter((edge) => !posts.includes(edge) && !part.includes(edge) && !(event && edge.from === node.id));
  const aliases = details.names.flatMap((name, place) => [place ? " · " : "", named(name)]);
  return [
    head(glyph(node.type), make("span", { class: "type" }, typeOf(node).label)),
    make("h2", { dir: "auto" }, named(node.label)),
    aliases.length ? make("p", { class: "aliases" }, `${words("otherNames")}: `, ...aliases) : null,
    attributeLines(details),
    ...(event ? eventSections(event) : []),
    posts.length ? section(words("posts"), ...posts.map((edge) => edgeRow(edge, node.id, fewest))) : null,
    part.length ? section(words("events"), ...part.map((edge) => eventRow(edge))) : null,
    ...groups(rest, node.id).map(([title, group]) => section(title, ...group.map((edge) => edgeRow(edge, node.id, fewest)))),
    await unsureSection(node, details.unsure),
  ];
}

// Outgoing and incoming edges of one relation are two groups: who visited whom matters.
function groups(around, from) {
  const found = new Map();
  for (const edge of around) {
    const title = edge.from === from ? `${relationLabel(edge.relation)} →` : `← ${relationLabel(edge.relation)}`;
    if (!found.has(title)) found.set(title, []);
    found.get(title).push(edge);
  }
  const order = Object.keys(payload.relations);
  const rank = ([, group]) => order.indexOf(group[0].relation);
  for (const group of found.values()) group.sort(inReadingOrder);
  return [...found].sort((a, b) => rank(a) - rank(b));
}

// As the sources tell it: claims are numbered in the order of reading.
function inReadingOrder(a, b) {
  const order = (edge) => edge.claims[0] ?? Infinity;
  return order(a) === order(b) ? a.position - b.position : order(a) - order(b);
}

// An edge from an event to one who took part.
const isPart = (edge) => payload.relations[edge.relation]?.tone === "event";

function eventRow(edge) {
  const line = [make("span", { class: "post-title" }, relationLabel(edge.relation)), nodeLink(edge.from)];
  return folding(line, asideOf(edge), () => evidence(edge.claims), false);
}

function eventSections(event) {
  const made = [];
  const facts = [];
  if (event.date) facts.push(readableDate(event.date.edtf) + (event.date.conflict ? ` (${words("conflict")})` : ""));
  if (event.topics.length) facts.push(`${words("topics")}: ${event.topics.join(", ")}`);
  if (facts.length) made.push(make("p", { class: "facts" }, facts.join(" · ")));
  const roles = [...new Set(event.people.map(([role]) => role))].sort((a, b) => rankOfRole(a) - rankOfRole(b));
  for (const role of roles) {
    const people = event.people.filter(([name]) => name === role);
    const rows = people.map(([, id, titles], place) => make("li", {},
      people.length > 1 ? make("span", { class: "num" }, `${place + 1}.`) : "", nodeLink(id),
      titles.length ? make("span", { class: "post-title" }, " · ", named(titles.join(", "))) : ""));
    made.push(section(relationLabel(role), make("ol", { class: "rows" }, ...rows)));
  }
  if (event.stops.length) {
    const rows = event.stops.map((id, place) => make("li", {}, make("span", { class: "num" }, `${place + 1}.`), nodeLink(id)));
    made.push(section(relationLabel("stop"), make("ol", { class: "rows" }, ...rows)));
  }
  if (event.venue) made.push(section(relationLabel("venue"), make("p", {}, nodeLink(event.venue))));
  if (event.claims.length) made.push(section(words("sentence"), folding([words("sentences", event.sentences)], "", () => distinct(event.claims), false)));
  return made;
}

const rankOfRole = (role) => Object.keys(payload.relations).indexOf(role);

// Claims read from the same sentences show them once.
async function distinct(numbers) {
  const where = (claim) => claim.sentences.map(({ document, start }) => `${document.id} ${start}`).join();
  const found = new Map((await loadClaims(numbers)).map((claim) => [where(claim), claim]));
  return [...found.values()].map(evidenceCard);
}

async function unsureSection(node, unsure) {
  if (!unsure.length) return null;
  const rows = (await loadClaims(unsure)).map((claim) => {
    const ends = claim.ends.map((id, place) => (nodes.has(id) && id !== node.id ? nodeLink(id) : named(claim.names[place])));
    const kind = ["stated", "inferred"].includes(claim.modality) ? "unsure" : claim.modality;
    const line = [make("span", { class: "badge" }, words(kind)), " ", ends[0], make("i", {}, ` ${relationLabel(claim.relation)} `), ends[1]];
    return folding(line, "", () => [evidenceCard(claim)], unsure.length <= 2);
  });
  return section(words("notFacts"), make("p", { class: "note" }, words("notFactsNote")), ...rows);
}

function tripleOf(edge) {
  return make("div", { class: "triple" }, nodeLink(edge.from), make("span", { class: "verb" }, relationLabel(edge.relation)), nodeLink(edge.to));
}

async function edgePanel(edge) {
  const facts = [edge.title, edge.status ? words(edge.status) : "", dateRange(edge)].filter(Boolean).join(" · ");
  const cards = await evidence(edge.claims);
  return [
    head(stroke(edge.relation), relationLabel(edge.relation)),
    tripleOf(edge),
    facts ? make("p", { class: "facts" }, named(facts)) : null,
    section(words("sentences", edge.claims.length), ...cards),
  ];
}
