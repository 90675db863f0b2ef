// Evidence and details: unpacked when asked for, the last few blocks kept.
const kept = new Map(), mostKept = 6;

function keptBlock(id) {
  const found = kept.get(id) ?? unpackJson(id);
  kept.delete(id);
  kept.set(id, found);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value);
  return found;
}

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
  for (let i = 0; i < flat.length; i += 4) marks.push([flat[i], flat[i + 1], flat[i + 1] + flat[i + 2], roles[flat[i + 3]]]);
  return marks;
}

function claimIn(block, at, number) {
  const { pools } = block, date = pools.dates[block.date[at]], apart = block.apart[at];
  const sentences = block.said[at].map((s) => ({ text: block.text[s], document: block.docs[block.of[s]], start: block.start[s] }));
  return {
    number, id: block.id[at], sentences, marks: marksOf(block.marks[at], pools.roles), rule: pools.rules[block.rule[at]],
    confidence: block.confidence[at] / 1000, modality: pools.modalities[block.modality[at]], date, position: block.position[at], stands: block.stands[at] ?? [],
    ...(apart ? { relation: apart[0], ends: apart[1], names: apart[2] } : {}),
  };
}

const loadClaims = (numbers) => fromBlocks(numbers, payload.chunks.claims, claimIn);
const claimsOf = (edge) => loadClaims(edge.claims);
const loadDocuments = (numbers) => fromBlocks(numbers, payload.chunks.documents, (block, at) => block.docs[at]);

async function detailsOf(id) {
  const index = indexOf(id), none = { names: [], attributes: [], event: null, unsure: [] };
  if (index === undefined) return none;
  const rows = await keptBlock(`block-details-${rangeOf(payload.chunks.details, index)}`);
  return { ...none, ...rows[index] };
}

let others = null;
function otherNames() {
  others ??= unpackJson("block-search").then((rows) => new Map(rows.map(([index, ...names]) => [index, names])));
  return others;
}
