// Who travels with whom: officials against officials, the number in each cell, a click to the evidence.
register("together", {
  initial: "",
  undo: false,
  write: (params, value) => value && params.set("with", value),
  read: (params) => (["accompanied", "met", "events"].includes(params.get("with")) ? params.get("with") : ""),
});
const mostRows = 24, companyRoles = new Set(["principal", "companion", "chair", "attendee"]);
const official = typeNames.indexOf("Official");

function countPair(pairs, a, b, amount) {
  if (column.type[a] !== official || column.type[b] !== official || a === b) return;
  if (!pairs.has(a)) pairs.set(a, new Map());
  pairs.get(a).set(b, (pairs.get(a).get(b) || 0) + amount);
}

function relationPairs(name) {
  const pairs = new Map(), wanted = relationNames.indexOf(name);
  for (let at = 0; at < edges.size; at += 1) {
    if (column.relation[at] !== wanted || !edgePasses(at)) continue;
    countPair(pairs, column.from[at], column.to[at], Math.max(1, column.claims[at]));
    if (name === "met") countPair(pairs, column.to[at], column.from[at], Math.max(1, column.claims[at]));
  }
  return pairs;
}

// Officials at the same visit or meeting; events count even while their own nodes are hidden.
function eventPairs() {
  const people = new Map(), pairs = new Map(), roles = relationNames.map((name) => companyRoles.has(name));
  for (let at = 0; at < edges.size; at += 1) {
    if (!roles[column.relation[at]] || column.type[column.to[at]] !== official || !nodePasses(column.to[at])) continue;
    if (!people.has(column.from[at])) people.set(column.from[at], new Set());
    people.get(column.from[at]).add(column.to[at]);
  }
  for (const group of people.values()) for (const a of group) for (const b of group) countPair(pairs, a, b, 1);
  return pairs;
}

const pairsBy = { accompanied: () => relationPairs("accompanied"), events: eventPairs, met: () => relationPairs("met") };
const pairTotal = (pairs) => [...pairs.values()].reduce((sum, row) => sum + row.size, 0);

function chosenPairs() {
  const known = Object.entries(pairsBy).map(([name, count]) => [name, count()]).filter(([, pairs]) => pairs.size);
  const chosen = known.find(([name]) => name === state.together) ?? [...known].sort((a, b) => pairTotal(b[1]) - pairTotal(a[1]))[0];
  return { known, chosen };
}

const mostFirst = (sums) => [...sums].sort(([a, x], [b, y]) => y - x || column.degree[b] - column.degree[a] || a - b).slice(0, mostRows).map(([index]) => index);

function sumsOver(rows, key, pairs) {
  const sums = new Map();
  for (const a of rows) for (const [b, count] of pairs.get(a)) sums.set(key(a, b), (sums.get(key(a, b)) || 0) + count);
  return sums;
}

// The rows with most, and the columns with most in those rows: so that the cells are not empty.
function rowsAndColumns(pairs) {
  const first = mostFirst(sumsOver(pairs.keys(), (a) => a, pairs)), columns = mostFirst(sumsOver(first, (_, b) => b, pairs));
  return [first.filter((a) => columns.some((b) => pairs.get(a).has(b))), columns];
}

function matrixCell(a, b, count, most) {
  if (!count) return make("td", { class: a === b ? "same" : null });
  const text = `${labelAt(a)} – ${labelAt(b)}: ${count}`;
  const cell = make("td", { class: "cell" }, button(String(count), () => openPair(a, b), { title: text, "aria-label": text }));
  cell.style.setProperty("--share", `${Math.round(8 + 42 * Math.sqrt(count / most))}%`);
  return cell;
}

function openPair(a, b) {
  select({ kind: "pair", id: [idAt(a), idAt(b)].sort().join("~") });
}

function showMatrix(box) {
  const { known, chosen } = chosenPairs();
  if (!chosen) return box.replaceChildren(make("p", { class: "note" }, words("noMatrix")));
  const [name, pairs] = chosen, [rows, columns] = rowsAndColumns(pairs), most = Math.max(...[...pairs.values()].flatMap((row) => [...row.values()]));
  const choice = make("div", { class: "actions", role: "group", "aria-label": words("matrix") }, ...known.map(([key]) =>
    button(words(`matrix-${key}`), () => change({ together: key }), { "aria-pressed": String(key === name) })));
  const top = make("tr", {}, make("td", {}), ...columns.map((b) => make("th", { scope: "col" }, make("div", {}, nodeLink(idAt(b))))));
  const lines = rows.map((a) => make("tr", {}, make("th", { scope: "row" }, nodeLink(idAt(a))), ...columns.map((b) => matrixCell(a, b, pairs.get(a)?.get(b), most))));
  box.replaceChildren(choice, make("table", { class: "matrix" }, make("caption", {}, words(`matrixNote-${name}`)), make("thead", {}, top), make("tbody", {}, ...lines)));
  return undefined;
}
viewMakers.matrix = showMatrix;
