// Search: every word typed must occur in a name, another name or a post; accents and case do not count.
const searchBox = document.getElementById("search"), foundList = document.getElementById("found");
const folded = (text) => text.slice(0, 2000).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
let searchable = null;
async function names() {
  if (searchable) return searchable;
  const others = await otherNames(), posts = new Map();
  for (let e = 0; e < edgeCount; e += 1) {
    if (column.title[e]) posts.set(column.from[e], [...(posts.get(column.from[e]) ?? []), textFrom("titles", column.title[e])]);
  }
  searchable = Array.from({ length: nodeCount }, (_, index) => {
    const all = [labelAt(index), ...(others.get(index) ?? []), ...(posts.get(index) ?? [])];
    return { index, names: all, keys: all.map(folded) };
  });
  return searchable;
}
let matches = [], active = -1;

// Lower is better: the label itself, its beginning, the beginning of a word, anywhere.
function rank(item, query, parts) {
  const place = item.keys.findIndex((key) => parts.every((part) => key.includes(part)));
  if (place < 0) return parts.every((part) => item.keys.some((key) => key.includes(part))) ? [9, 0] : null;
  const key = item.keys[place];
  const closeness = key === query ? 0 : key.startsWith(query) ? 1 : key.includes(" " + query) ? 2 : 3;
  return [closeness + (place ? 4 : 0), place];
}

async function search(text) {
  const query = folded(text).trim(), parts = query.split(/\s+/).filter(Boolean);
  if (!parts.length) return [];
  const found = [];
  for (const item of await names()) {
    const score = rank(item, query, parts);
    if (score) found.push({ index: item.index, score: score[0], also: score[1] ? item.names[score[1]] : "" });
  }
  return found.sort((a, b) => a.score - b.score || byDegree(a.index, b.index)).slice(0, 12).map((item) => ({ ...item, node: nodes.at(item.index) }));
}

function showMatches() {
  const rows = matches.map(({ node, also }, place) => {
    const row = make("li", { role: "option", id: `match-${place}`, "aria-selected": String(place === active), "data-node": node.id },
      glyph(node.type), make("span", { class: "name" }, named(node.label)),
      also ? make("span", { class: "count name" }, named(also)) : "");
    row.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      choose(place);
    });
    return row;
  });
  if (!rows.length && searchBox.value.trim()) rows.push(make("li", { class: "empty" }, words("noMatch")));
  foundList.replaceChildren(...rows);
  foundList.hidden = !rows.length;
  searchBox.setAttribute("aria-expanded", String(matches.length > 0));
  if (active >= 0) searchBox.setAttribute("aria-activedescendant", `match-${active}`);
  else searchBox.removeAttribute("aria-activedescendant");
  if (active >= 0) foundList.children[active].scrollIntoView({ block: "nearest" });
}

function closeSearch() {
  matches = [];
  active = -1;
  foundList.hidden = true;
  searchBox.setAttribute("aria-expanded", "false");
  searchBox.removeAttribute("aria-activedescendant");
}

function choose(place) {
  const { node } = matches[place];
  searchBox.value = "";
  closeSearch();
  searchBox.blur();
  selectNode(node.id);
}

searchBox.addEventListener("input", async () => {
  const typed = searchBox.value, found = await search(typed);
  if (searchBox.value !== typed) return;
  matches = found;
  active = matches.length ? 0 : -1;
  showMatches();
});
searchBox.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    searchBox.value = "";
    closeSearch();
  } else if (event.key === "Enter" && active >= 0) choose(active);
  else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && matches.length) {
    active = (active + (event.key === "ArrowDown" ? 1 : -1) + matches.length) % matches.length;
    showMatches();
  } else return;
  event.preventDefault();
});
searchBox.addEventListener("blur", closeSearch);
