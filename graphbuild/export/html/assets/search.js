// The search box: a combobox over `search` of matching.js; it also picks the other end of a path.
const searchBox = document.getElementById("search"), foundList = document.getElementById("found");
let matches = [], active = -1, pathFrom = null;

function matchRow({ id, also, near, degree }, place) {
  const node = nodes.get(id);
  const told = also && !folded(node.label).includes(folded(also)) ? also : "";
  const hint = told || (node.type === "Official" ? postHint(node.index) : namesakeHint(node));
  const row = make("li", { role: "option", id: `match-${place}`, "aria-selected": String(place === active), "data-node": id },
    glyph(node.type), make("span", { class: "name" }, named(node.label), hint ? make("span", { class: "also" }, " · ", named(hint)) : ""),
    make("span", { class: "count" }, near ? `≈ ${words("edges", degree)}` : words("edges", degree)));
  row.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    choose(place);
  });
  return row;
}

function showMatches() {
  const rows = matches.map(matchRow), wanted = searchBox.value.trim();
  const empty = !rows.length && wanted ? words(catalogue ? "noMatch" : "wait") : "";
  foundList.replaceChildren(...rows, ...(empty ? [make("li", { class: "empty", role: "option", "aria-disabled": "true", "aria-selected": "false" }, empty)] : []));
  foundList.hidden = !foundList.children.length;
  searchBox.setAttribute("aria-expanded", String(!foundList.hidden));
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

function endPathSearch() {
  pathFrom = null;
  searchBox.setAttribute("data-placeholder", "search");
  searchBox.setAttribute("placeholder", words("search"));
}

// The next name chosen is the other end of a path from `id`.
function startPathSearch(id) {
  pathFrom = id;
  searchBox.removeAttribute("data-placeholder");
  searchBox.setAttribute("placeholder", words("pathSearch", plain(nodes.get(id).label).slice(0, 40)));
  say(words("pathSearch", plain(nodes.get(id).label).slice(0, 80)));
  searchBox.focus();
}

function choose(place) {
  const { id } = matches[place], from = pathFrom;
  searchBox.value = "";
  closeSearch();
  endPathSearch();
  if (from && from !== id) showPath(from, id);
  else selectNode(id);
  panel.focus({ preventScroll: true });
}

function lookUp() {
  matches = search(searchBox.value);
  active = matches.length ? 0 : -1;
  showMatches();
}

const prepareSearch = async () => {
  if (!catalogue) await makeCatalogue();
  if (document.activeElement === searchBox && searchBox.value) lookUp();
};

searchBox.addEventListener("focus", prepareSearch);
searchBox.addEventListener("input", lookUp);
searchBox.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    searchBox.value = "";
    closeSearch();
    endPathSearch();
    searchBox.blur();
  } else if (event.key === "Enter" && active >= 0) choose(active);
  else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && matches.length) {
    active = (active + (event.key === "ArrowDown" ? 1 : -1) + matches.length) % matches.length;
    showMatches();
  } else return;
  event.preventDefault();
  event.stopPropagation();
});
searchBox.addEventListener("blur", closeSearch);
on("change", (keys) => {
  if (keys.has("language")) catalogue = null; // names come in another order
});
