// Namesakes: what tells apart nodes of one type that bear the same name, since a graph may hold several.
let bearers = null; // type and label -> how many nodes; made when first asked for
const bearingAt = (at) => `${column.type[at]} ${labelAt(at)}`;

function isShared(index) {
  if (!bearers) {
    bearers = new Map();
    for (let at = 0; at < nodes.size; at += 1) bearers.set(bearingAt(at), (bearers.get(bearingAt(at)) || 0) + 1);
  }
  return bearers.get(bearingAt(index)) > 1;
}

// The post with most evidence, its home, and the years in which it was seen.
function postHint(index) {
  let best = null;
  eachEdgeAt(index, (e, other) => {
    if (column.from[e] === index && column.title[e] && (!best || column.claims[e] > column.claims[best[0]])) best = [e, other];
  });
  if (!best) return "";
  const [e, home] = best, title = payload.pools.titles[column.title[e]], place = labelAt(home);
  return [title === place ? title : `${title}, ${place}`, yearsOf(e)].filter(Boolean).join(" · ");
}

function yearsOf(e) {
  const [first, last] = [column.first[e], column.last[e]].map((date) => /^\d{4}/.exec(payload.pools.dates[date])?.[0] ?? "");
  return last && last !== first ? `${first}–${last}` : first;
}

// Something to tell a namesake by: a post, else what it is joined to first.
function namesakeHint(node) {
  if (!isShared(node.index)) return "";
  const hint = postHint(node.index);
  if (hint) return hint;
  const first = edgesOf.get(node.id).find((edge) => edge.from !== edge.to);
  return first ? `${relationLabel(first.relation)} ${first.from === node.id ? "→" : "←"} ${nodes.get(first.from === node.id ? first.to : first.from).label}` : "";
}

on("change", (changed) => {
  if (changed.has("language")) bearers = null;
});
