// Forgiving search: accents, case, punctuation, spaces and small slips do not count. Names, other
// names, posts with their home, Chinese and its pinyin are all keys; no key is ever markup.
const folded = (text) => text.slice(0, 2000).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
const packed = (key) => key.replaceAll(" ", "");
let catalogue = null; // { keys: folded, said: as written, node: index, plain: whether it is the label }

// Made at the first search, so that opening the page does not wait for it.
async function makeCatalogue() {
  const also = await otherNames();
  const made = { keys: [], said: [], node: [], plain: [], at: new Map() };
  for (let index = 0; index < nodes.size; index += 1) addKeys(made, index, [labelAt(index), nodeLabels[index], ...(also.get(index) ?? [])]);
  for (let at = 0; at < edges.size; at += 1) addPost(made, at);
  made.words = vocabulary(made.keys);
  catalogue = made;
}

function addKeys(made, index, names) {
  for (const [place, name] of [...new Set(names)].entries()) addKey(made, index, name, place === 0);
}

function addKey(made, index, name, plain) {
  const key = folded(name);
  if (!key) return;
  if (!made.at.has(index)) made.at.set(index, []);
  made.at.get(index).push(made.keys.length);
  made.keys.push(key);
  made.said.push(name);
  made.node.push(index);
  made.plain.push(plain);
}

function addPost(made, at) {
  if (!column.title[at]) return;
  const home = labelAt(column.to[at]), title = payload.pools.titles[column.title[at]];
  addKey(made, column.from[at], `${title}, ${home}`, false);
}

function vocabulary(keys) {
  const found = new Map();
  for (const [place, key] of keys.entries()) {
    for (const word of key.split(" ")) {
      if (!found.has(word)) found.set(word, []);
      found.get(word).push(place);
    }
  }
  return found;
}

// Lower is better: the name itself, its beginning, beginnings of words, anywhere, without spaces, initials.
function closeness(key, query, parts) {
  if (key === query) return 0;
  if (key.startsWith(query)) return 1;
  const spaced = ` ${key}`;
  if (parts.every((part) => spaced.includes(` ${part}`))) return 2;
  if (parts.every((part) => key.includes(part))) return 3;
  const tight = packed(query);
  if (tight.length > 3 && packed(key).includes(tight)) return packed(key).startsWith(tight) ? 1.5 : 3.5;
  return parts.length === 1 && query.length > 1 && query.length < 5 && initials(key) === query ? 4 : Infinity;
}

const initials = (key) => key.split(" ").map((word) => word[0]).join("");

// Optimal string alignment (Damerau 1964), given up once `most` is passed.
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [], last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

const slips = (word) => (word.length < 3 ? 0 : word.length < 8 ? 1 : 2);

// Keys in which every word typed occurs but for slips of the finger, with how many there are.
function nearKeys(parts) {
  let kept = null;
  for (const part of parts) {
    const near = new Map();
    for (const [word, places] of catalogue.words) {
      const far = word.startsWith(part) ? 0 : distance(part, word, slips(part));
      if (far <= slips(part)) for (const place of places) near.set(place, Math.min(far, near.get(place) ?? Infinity));
    }
    const both = kept ?? near;
    kept = new Map([...near].filter(([place]) => both.has(place)).map(([place, far]) => [place, far + (kept ? both.get(place) : 0)]));
  }
  return kept;
}

// Among names as near as each other, the one with least besides comes first.
const spare = (place, query) => Math.min(0.9, Math.abs(catalogue.keys[place].length - query.length) / 100);

// What many edges lead to is more often meant; never enough to pass over a closer name of its kind.
const familiar = (node) => Math.min(0.9, 0.55 * Math.log10(1 + column.degree[node]));

// Best key of each node: [score, key]. Other names and posts rank a little behind the label.
function scored(query, parts) {
  const best = new Map();
  const offer = (node, score, key) => {
    const ranked = score - familiar(node);
    if (!(best.get(node)?.[0] <= ranked)) best.set(node, [ranked, key]);
  };
  for (const [place, key] of catalogue.keys.entries()) {
    const score = closeness(key, query, parts);
    if (score < Infinity) offer(catalogue.node[place], score + (catalogue.plain[place] ? 0 : 0.6), place);
  }
  if (best.size < 5 && parts.length > 1) {
    for (const [node, places] of catalogue.at) {
      if (places.length > 1 && parts.every((part) => places.some((place) => catalogue.keys[place].includes(part)))) offer(node, 5, places[0]);
    }
  }
  if (best.size < 5) for (const [place, far] of nearKeys(parts)) offer(catalogue.node[place], 6 + far + spare(place, query), place);
  return best;
}

function search(text, most = 20) {
  const query = folded(text), parts = query.split(" ").filter(Boolean);
  if (!parts.length || !catalogue) return [];
  const found = [...scored(query, parts)].map(([node, [score, place]]) => ({
    id: idAt(node), score, degree: column.degree[node], near: score >= 5.1, also: catalogue.plain[place] ? "" : catalogue.said[place],
  }));
  found.sort((a, b) => a.score - b.score || b.degree - a.degree || (a.id < b.id ? -1 : 1));
  return found.slice(0, most);
}
