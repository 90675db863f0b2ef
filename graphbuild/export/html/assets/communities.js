// The panel of a community: how large, of what, who leads it, and a way in.
function communityPanel(id) {
  const community = communities.get(id);
  if (!community) return startPanel();
  const members = membersOf(community.index), counts = tally(members.length, (at) => column.type[members[at]], () => true);
  const types = typeNames.map((name, at) => [name, counts[at]]).filter(([, count]) => count);
  return [
    head(words("community")),
    make("h2", {}, named(communityName(community.index))),
    make("p", { class: "facts" }, words("nodes", members.length)),
    make("div", { class: "actions" }, button(words(community.open ? "closeCommunity" : "openCommunity"), () => (community.open ? closeCommunity(id) : openCommunity(id)))),
    section(words("types"), make("ul", { class: "rows ranked" }, ...types.map(([name, count]) => make("li", {}, make("span", {}, glyph(name), " ", typeLabel(name)), make("span", { class: "count" }, String(count)))))),
    section(words("hubs"), make("ul", { class: "rows ranked" }, ...limited(members, (at) => make("li", {}, nodeLink(idAt(at)), make("span", { class: "count" }, String(column.degree[at])))))),
  ];
}
