// A page about one node in place of the picture: a person's, or that of a visit or meeting.
viewMakers.page = showPage;
let pageTurn = 0;

// Whose page it is: the node selected last that has one. Evidence selected beside it leaves it there.
register("of", {
  initial: "",
  write: (params, value) => state.view === "page" && state.selected?.id !== value && params.set("of", value),
  read: (params) => (nodes.has(params.get("of") ?? "") ? params.get("of") : ""),
});
on("change", (changed) => {
  const { selected } = state;
  if (changed.has("selected") && selected?.kind === "node" && hasPage(nodes.get(selected.id))) change({ of: selected.id }, { undo: false });
});

async function showPage() {
  const turn = (pageTurn += 1), box = viewBoxes.page, id = state.of, node = nodes.get(id);
  const content = !node || !hasPage(node) ? choosePage() : await (isEvent(id) ? eventPage(node) : personPage(node));
  if (turn !== pageTurn) return;
  box.replaceChildren(...content.filter(Boolean));
  box.scrollTop = 0;
}

// Without a person or visit selected: the most connected to choose from.
function choosePage() {
  const rows = { Official: [], Visit: [], Meeting: [], Talks: [] };
  for (let at = 0; at < nodes.size; at += 1) rows[typeNames[column.type[at]]]?.push(at);
  const best = (list) => list.sort((a, b) => column.degree[b] - column.degree[a] || a - b).slice(0, 15);
  return [make("p", { class: "note" }, words("choosePage")), make("div", { class: "columns" },
    ...Object.entries(rows).filter(([, list]) => list.length).map(([type, list]) =>
      section(typeLabel(type), make("ul", { class: "rows ranked" }, ...best(list).map((at) => make("li", {}, nodeLink(idAt(at)), make("span", { class: "count" }, String(column.degree[at]))))))))];
}

// Events in which a person took part, earliest first, with what is known of them.
async function eventsOf(node) {
  const parts = edgesOf.get(node.id).filter((edge) => edge.to === node.id && isEvent(edge.from));
  const ids = [...new Set(parts.map((edge) => edge.from))];
  const found = await Promise.all(ids.map(async (id) => ({ id, event: (await detailsOf(id)).event })));
  const day = ({ event }) => event?.date?.edtf || "9";
  return found.filter(({ event }) => event).sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.id < b.id ? -1 : 1));
}

async function personPage(node) {
  const [details, events] = await Promise.all([detailsOf(node.id), eventsOf(node)]), around = edgesOf.get(node.id);
  const posts = around.filter((edge) => edge.relation === "holdsPost" && edge.from === node.id).sort(byDate);
  return [
    make("header", { class: "page-head" }, glyph(node.type), make("h2", {}, named(node.label)), button(words("graph"), () => openView("graph"))),
    details.names.length ? make("p", { class: "aliases" }, `${words("otherNames")}: `, named(details.names.join(" · "))) : null,
    posts.length ? section(words("postsOverTime"), postTimeline(posts)) : null,
    await monthSection(node, events, around),
    make("div", { class: "columns" }, companionSection(node, events, around), placeSection(events, around), meetingSection(node, around), eventListSection(events)),
  ];
}

// One bar a post from first to last evidence; what has no year stands below, without a bar.
function postTimeline(posts) {
  const dated = posts.filter((edge) => monthOf(edge.first) !== null);
  const first = Math.min(...dated.map((edge) => monthOf(edge.first))), last = Math.max(...dated.map((edge) => monthOf(edge.last || edge.first)));
  const width = Math.max(1, last - first + 1);
  const rows = posts.map((edge) => {
    const from = monthOf(edge.first), to = monthOf(edge.last || edge.first) ?? from, bar = make("span", { class: `span ${edge.status}` });
    bar.style.marginInlineStart = from === null ? "0" : `${((from - first) / width) * 100}%`;
    bar.style.width = from === null ? "0" : `${Math.max(1.5, ((to - from + 1) / width) * 100)}%`;
    const text = make("span", { class: "post" }, button(edge.title || relationLabel(edge.relation), () => selectEdge(edge.id), { class: "link", "data-edge": edge.id }), " ", badge(edge), isOwnPost(edge) ? "" : nodeLink(edge.to));
    return make("li", {}, text, make("span", { class: "track", title: dateRange(edge) }, bar), make("span", { class: "count" }, from === null ? words("noYear") : periodOf(edge)));
  });
  const axis = dated.length ? make("li", { class: "axis", "aria-hidden": "true" }, make("span", {}), make("span", { class: "track" }, make("span", {}, readableMonth(first)), make("span", {}, last > first ? readableMonth(last) : "")), make("span", {})) : "";
  return make("ol", { class: "posts" }, ...rows, axis);
}

const periodOf = (edge) => (edge.last && edge.last !== edge.first ? `${edge.first} – ${edge.last}` : edge.first);

// Visits and meetings by month: events where they are known, else the edges that say so; and whom
// the person met, once for each day and person however many sentences tell it.
async function monthSection(node, events, around) {
  const visits = events.length ? events.map(({ event }) => event.date?.edtf) : around.filter((edge) => ["visited", "accompanied", "attended"].includes(edge.relation)).map((edge) => edge.first);
  const meetings = await meetingDays(around.filter((edge) => edge.relation === "met"));
  const series = [["events", visits], ["met", meetings]].map(([kind, days]) => [kind, byMonth(days)]);
  const chart = barChart(series, words("byMonth"));
  const without = [...visits, ...meetings].filter((day) => monthOf(day) === null).length;
  return chart && section(words("visitsAndMeetings"), chart, without ? make("p", { class: "note" }, words("withoutYear", without)) : "");
}

async function meetingDays(met) {
  const days = new Map();
  for (const edge of met) for (const claim of await loadClaims(edge.claims)) days.set(`${edge.from} ${edge.to} ${claim.date?.edtf ?? edge.first}`, claim.date?.edtf ?? edge.first);
  return [...days.values()];
}

function byMonth(days) {
  const counts = new Map();
  for (const month of days.map(monthOf)) if (month !== null) counts.set(month, (counts.get(month) || 0) + 1);
  return counts;
}

const addTo = (counts, id, what, day) => {
  if (!counts.has(id)) counts.set(id, { count: 0, days: new Set(), what: new Set() });
  const row = counts.get(id);
  row.count += 1;
  if (day) row.days.add(day);
  row.what.add(what);
};

// Who was there too: at the same visit or meeting, or said to accompany where no event tells it.
function companionCounts(node, events, around) {
  const counts = new Map();
  for (const { event } of events) {
    const others = new Set(event.people.map(([, id]) => id).filter((id) => id !== node.id));
    for (const id of others) addTo(counts, id, "event", event.date?.edtf);
  }
  for (const edge of around) {
    const other = edge.from === node.id ? edge.to : edge.from;
    if (edge.relation === "accompanied" && !counts.has(other)) for (let at = 0; at < edge.claims.length; at += 1) addTo(counts, other, "accompanied", edge.first);
  }
  return counts;
}

function rankedSection(title, counts, onRow) {
  if (!counts.size) return null;
  const ranked = [...counts].sort(([a, x], [b, y]) => y.count - x.count || (nodes.get(a)?.label < nodes.get(b)?.label ? -1 : 1)), most = ranked[0][1].count;
  return section(title, make("ol", { class: "rows ranked" }, ...limited(ranked, ([id, row]) => {
    const bar = make("span", { class: "share" });
    bar.style.width = `${(row.count / most) * 100}%`;
    const days = [...row.days].sort();
    return make("li", { title: days.slice(0, 30).map(readableDate).join(", ") }, bar, nodeLink(id), onRow ? onRow(id, row) : "", make("span", { class: "count" }, days.length === 1 ? `${shortDate(days[0])} · ` : "", `${row.count}×`));
  }, 15)));
}

function companionSection(node, events, around) {
  const pairButton = (id) => (edgesBetween(node.id, id).length ? button(words("evidence"), () => select({ kind: "pair", id: [node.id, id].sort().join("~") }), { class: "link small" }) : "");
  return rankedSection(words("companions"), companionCounts(node, events, around), pairButton);
}

function placeSection(events, around) {
  const counts = new Map();
  for (const { event } of events) for (const id of new Set([...event.stops, ...(event.venue ? [event.venue] : [])])) addTo(counts, id, "stop", event.date?.edtf);
  for (const edge of around) if (edge.relation === "visited" && !counts.has(edge.to)) for (let at = 0; at < Math.max(1, edge.claims.length); at += 1) addTo(counts, edge.to, "visited", edge.first);
  return rankedSection(words("placesVisited"), counts);
}

function meetingSection(node, around) {
  const counts = new Map();
  for (const edge of around) {
    if (edge.relation !== "met") continue;
    const other = edge.from === node.id ? edge.to : edge.from;
    for (let at = 0; at < Math.max(1, edge.claims.length); at += 1) addTo(counts, other, "met", edge.first);
  }
  return rankedSection(relationLabel("met"), counts, (id) => button(words("evidence"), () => select({ kind: "pair", id: [node.id, id].sort().join("~") }), { class: "link small" }));
}

function eventListSection(events) {
  if (!events.length) return null;
  return section(words("events"), make("ol", { class: "rows" }, ...limited(events, ({ id, event }) => make("li", {}, make("span", { class: "day" }, shortDate(event.date?.edtf)), nodeLink(id)))));
}

// Who in order, where in order, when, and every sentence that says so.
async function eventPage(node) {
  const { event } = await detailsOf(node.id), documents = event ? await loadDocuments(event.docs) : [];
  if (!event) return choosePage();
  const claims = await loadClaims(event.claims.slice(0, 200));
  return [
    make("header", { class: "page-head" }, glyph(node.type), make("h2", {}, named(node.label)), button(words("graph"), () => openView("graph"))),
    make("p", { class: "when" }, event.date ? readableDate(event.date.edtf) : words("noDate"), event.date?.text ? make("span", { class: "note" }, " “", named(event.date.text), "”") : "", event.date?.conflict ? make("span", { class: "badge" }, words("conflict")) : ""),
    event.topics.length ? make("p", { class: "facts" }, `${words("topics")}: `, named(event.topics.join(", "))) : null,
    make("div", { class: "columns" }, ...peopleByRole(event).map(([role, people]) => section(relationLabel(role), peopleList(people))), routeSection(event), sourcesSection(documents)),
    section(words("claims", event.claims.length), ...distinctClaims(inTime(claims)).map(evidenceCard)),
  ];
}

function routeSection(event) {
  if (!event.stops.length && !event.venue) return null;
  const stops = event.stops.map((id) => make("li", {}, nodeLink(id), whereOf(id)));
  return section(words("route"), event.venue ? make("p", {}, `${relationLabel("venue")}: `, nodeLink(event.venue)) : "", stops.length ? make("ol", { class: "route" }, ...stops) : "");
}

// The place in which a stop lies, where the graph knows it.
function whereOf(id) {
  const edge = nodes.has(id) && edgesOf.get(id).find(({ from, relation }) => from === id && relation === "locatedIn");
  return edge ? make("span", { class: "post-title" }, named(nodes.get(edge.to).label)) : "";
}

function sourcesSection(documents) {
  return documents.length ? section(words("sources"), make("ul", { class: "rows" }, ...documents.map((item) => make("li", {}, sourceLine(item))))) : null;
}
