// Evidence and details: unpacked when asked for, the last few blocks kept.
const kept = new Map(), mostKept = 6;

function keptBlock(id) {
  const found = kept.get(id) ?? unpackJson(id).then(id.startsWith("block-evidence") ? located : (block) => block);
  kept.delete(id);
  kept.set(id, found);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value);
  return found;
}

// Where sentences begin, and which ones each claim cites, are kept as steps from the one before.
function located(block) {
  let end = 0, before = 0;
  block.text = block.docs.flatMap(({ texts }) => texts);
  block.of = block.docs.flatMap(({ texts }, place) => texts.map(() => place));
  block.docs = block.docs.map(({ texts, ...document }) => document);
  block.start = block.gap.map((gap, s) => {
    const start = end + gap;
    end = start + codePoints(block.text[s]);
    return start;
  });
  block.said = block.said.map((steps) => {
    const numbers = steps.map((step) => step + before);
    before = numbers[0] ?? before;
    return numbers;
  });
  return block;
}

const codePoints = (text) => text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);

// The last range that begins at or before a number.
function rangeOf(starts, number) {
  let low = 0, high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= number) low = middle;
    else high = middle - 1;
  }
  return low;
}

// Calls `read(block, place in it, number)` for each number, one block after the other.
async function fromBlocks(numbers, starts, read) {
  const chunks = new Map(), found = new Map();
  for (const number of new Set(numbers)) {
    const chunk = rangeOf(starts, number);
    if (!chunks.has(chunk)) chunks.set(chunk, []);
    chunks.get(chunk).push(number);
  }
  for (const [chunk, wanted] of chunks) {
    const block = await keptBlock(`block-evidence-${chunk}`);
    for (const number of wanted) found.set(number, read(block, number - starts[chunk], number));
  }
  return numbers.map((number) => found.get(number));
}

function marksOf(flat, roles) {
  const marks = [];
  for (let i = 0, end = 0; i < flat.length; i += 4) { // each begins so far after the one before, in one sentence
    const start = (flat[i] === flat[i - 4] ? end : 0) + flat[i + 1];
    marks.push([flat[i], start, (end = start + flat[i + 2]), roles[flat[i + 3]]]);
  }
  return marks;
}

function claimIn(block, at, number) {
  const { pools } = block, date = pools.dates[block.date[at]], apart = block.apart[at];
  const sentences = block.said[at].map((s) => ({ text: block.text[s], document: block.docs[block.of[s]], start: block.start[s] }));
  return {
    number, id: block.id[at] ?? "", sentences, marks: marksOf(block.marks[at], pools.roles), rule: pools.rules[block.rule[at]],
    confidence: block.confidence[at] / 1000, modality: pools.modalities[block.modality[at]], date, position: block.position[at], stands: block.stands[at] ?? [],
    ...(apart ? { relation: apart[0], ends: apart[1], names: apart[2] } : {}),
  };
}

const loadClaims = (numbers) => fromBlocks(numbers, payload.chunks.claims, claimIn);
const claimsOf = (edge) => loadClaims(edge.claims);
const loadDocuments = (numbers) => fromBlocks(numbers, payload.chunks.documents, (block, at) => block.docs[at]);

async function detailsOf(id) {
  const index = indexOf(id), none = { attributes: [], event: null, unsure: [] };
  if (index === undefined) return { ...none, names: [] };
  const [rows, { names }] = await Promise.all([keptBlock(`block-details-${rangeOf(payload.chunks.details, index)}`), naming()]);
  return { ...none, ...rows[index], names: names.get(index) ?? [] };
}

let namesRead = null;
function naming() {
  const byIndex = (rows) => new Map(rows.map(([index, ...names]) => [index, names]));
  namesRead ??= unpackJson("block-search").then(({ names, sounds }) => ({ names: byIndex(names), sounds: byIndex(sounds) }));
  return namesRead;
}

// Other names, and how names are spelt in Latin letters: what search looks through.
async function otherNames() {
  const { names, sounds } = await naming(), found = new Map(names);
  for (const [index, more] of sounds) found.set(index, [...(found.get(index) ?? []), ...more]);
  return found;
}
