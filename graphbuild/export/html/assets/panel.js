// The panel: what is known of the selection, and the sentences that say so.
const panel = document.getElementById("panel");

function showPanel() {
  const { selected } = state;
  const content = !selected ? startPanel() : selected.kind === "node" ? nodePanel(nodes.get(selected.id)) : edgePanel(edges.get(selected.id));
  panel.replaceChildren(...content.filter(Boolean));
  panel.scrollTop = 0;
}

function section(title, ...children) {
  return make("section", {}, make("h3", {}, title), ...children);
}

function head(...kind) {
  const close = make("button", { type: "button", class: "close", "aria-label": words("close"), onclick: clearSelection }, "×");
  return make("div", { class: "panel-head" }, make("span", { class: "kind" }, ...kind), close);
}

function startPanel() {
  const hubs = byDegree.filter((node) => nodeShown(node) && node.degree).slice(0, 8);
  const rows = hubs.map((node) => make("li", {}, nodeLink(node.id), " ", make("span", { class: "count" }, String(node.degree))));
  const documents = payload.docs.slice(0, 40).map((item) => make("li", {}, sourceLine(item)));
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

function markedSentence(index, marks) {
  const letters = Array.from(payload.sentences[index].text), line = make("p", { dir: "auto" });
  let done = 0;
  for (const [, start, end, role] of marks) {
    line.append(letters.slice(done, start).join(""));
    line.append(make("mark", { class: role, title: words(role) }, letters.slice(start, end).join("")));
    done = end;
  }
  line.append(letters.slice(done).join(""));
  return line;
}

function evidenceCard(number) {
  const claim = payload.claims[number], first = payload.sentences[claim.sentences[0]];
  const source = first && payload.docs[first.doc];
  const quote = make("blockquote", { lang: source?.language },
    ...claim.sentences.map((index, place) => markedSentence(index, claim.marks.filter((mark) => mark[0] === place))));
  const facts = [`${words("rule")} ${claim.rule}`, `${words("confidence")} ${claim.confidence.toFixed(2)}`];
  if (claim.modality) facts.unshift(words(claim.modality));
  if (claim.date) facts.unshift(readableDate(claim.date.edtf) + (claim.date.conflict ? `, ${words("conflict")}` : ""));
  return make("figure", { class: "card" }, quote,
    make("footer", {}, source ? sourceLine(source) : "", make("div", {}, facts.filter(Boolean).join(" · "))));
}

function evidence(claims) {
  if (!claims.length) return [make("p", { class: "note" }, words("noEvidence"))];
  return claims.map(evidenceCard);
}

// Sentences are made when they are opened: a hub may have thousands.
function folding(line, aside, content, open) {
  const summary = make("summary", {}, make("span", {}, ...line), make("span", { class: "aside" }, aside));
  const box = make("details", {}, summary);
  let filled = false;
  const fill = () => {
    if (filled) return;
    filled = true;
    box.append(...content());
  };
  box.addEventListener("toggle", fill);
  if (open) {
    fill();
    box.open = true;
  }
  return box;
}

function asideOf(edge) {
  const count = sentencesOf(edge).length;
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

function attributeLines(node) {
  if (!node.attributes) return null;
  const values = node.attributes.map(([name, value]) => make("li", {}, `${name}: `, named(value)));
  return make("ul", { class: "facts" }, ...values);
}

function nodePanel(node) {
  const around = edgesOf.get(node.id), fewest = around.length <= 2;
  const posts = around.filter((edge) => edge.relation === "holdsPost" && edge.from === node.id);
  const part = around.filter((edge) => nodes.get(edge.from).event && edge.from !== node.id);
  const rest = around.filter((edge) => !posts.includes(edge) && !part.includes(edge) && !(node.event && edge.from === node.id));
  const aliases = node.names?.flatMap((name, place) => [place ? " · " : "", named(name)]);
  return [
    head(glyph(node.type), make("span", { class: "type" }, typeOf(node).label)),
    make("h2", { dir: "auto" }, named(node.label)),
    aliases ? make("p", { class: "aliases" }, `${words("otherNames")}: `, ...aliases) : null,
    attributeLines(node),
    ...(node.event ? eventSections(node) : []),
    posts.length ? section(words("posts"), ...posts.map((edge) => edgeRow(edge, node.id, fewest))) : null,
    part.length ? section(words("events"), ...part.map((edge) => eventRow(edge))) : null,
    ...groups(rest, node.id).map(([title, group]) => section(title, ...group.map((edge) => edgeRow(edge, node.id, fewest)))),
    unsureSection(node),
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

// As the sources tell it: by sentence, then by place in a list.
function inReadingOrder(a, b) {
  const order = (edge) => {
    const claim = payload.claims[edge.claims[0]];
    return claim ? [claim.sentences[0], edge.position || claim.position || claim.marks[0]?.[1] || 0] : [Infinity, 0];
  };
  const [first, place] = order(a), [second, other] = order(b);
  return first === second ? place - other : first - second;
}

function eventRow(edge) {
  const line = [make("span", { class: "post-title" }, relationLabel(edge.relation)), nodeLink(edge.from)];
  return folding(line, asideOf(edge), () => evidence(edge.claims), false);
}

function eventSections(node) {
  const { event } = node, made = [];
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
  const said = words("sentences", new Set(event.claims.flatMap((claim) => payload.claims[claim].sentences)).size);
  if (event.claims.length) made.push(section(words("sentence"), folding([said], "", () => evidence(distinct(event.claims)), false)));
  return made;
}

const rankOfRole = (role) => Object.keys(payload.relations).indexOf(role);

// Claims read from the same sentences show them once.
function distinct(claims) {
  const found = new Map(claims.map((claim) => [payload.claims[claim].sentences.join(), claim]));
  return [...found.values()];
}

function unsureSection(node) {
  if (!node.unsure) return null;
  const rows = node.unsure.map((number) => {
    const claim = payload.claims[number];
    const ends = claim.ends.map((id, place) => (nodes.has(id) && id !== node.id ? nodeLink(id) : named(claim.names[place])));
    const kind = claim.modality && claim.modality !== "inferred" ? claim.modality : "unsure";
    const line = [make("span", { class: "badge" }, words(kind)), " ", ends[0], make("i", {}, ` ${relationLabel(claim.relation)} `), ends[1]];
    return folding(line, "", () => [evidenceCard(number)], node.unsure.length <= 2);
  });
  return section(words("notFacts"), make("p", { class: "note" }, words("notFactsNote")), ...rows);
}

function edgePanel(edge) {
  const verb = make("span", { class: "verb" }, relationLabel(edge.relation));
  const facts = [edge.title, edge.status ? words(edge.status) : "", dateRange(edge)].filter(Boolean).join(" · ");
  return [
    head(stroke(edge.relation), relationLabel(edge.relation)),
    make("div", { class: "triple" }, nodeLink(edge.from), verb, nodeLink(edge.to)),
    facts ? make("p", { class: "facts" }, named(facts)) : null,
    section(words("sentences", sentencesOf(edge).length), ...evidence(edge.claims)),
  ];
}
