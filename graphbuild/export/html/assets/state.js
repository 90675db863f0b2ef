// What the reader sees: values that are replaced and never altered, steps to go back, the address.
const state = {}, keys = new Map(), past = [], future = [], mostSteps = 200;
const handlers = new Map();

function on(name, handler) {
  handlers.set(name, [...(handlers.get(name) ?? []), handler]);
}

function emit(name, detail) {
  for (const handler of handlers.get(name) ?? []) handler(detail);
}

function register(name, { initial, undo = false, write = () => {}, read = null }) {
  keys.set(name, { initial, undo, write, read });
  state[name] = initial;
}

function same(a, b) {
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((item) => b.has(item));
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function change(values, { undo = true } = {}) {
  const changed = new Set(Object.keys(values).filter((name) => !same(state[name], values[name])));
  if (!changed.size) return;
  if (undo && [...changed].some((name) => keys.get(name).undo)) {
    past.push(steps());
    if (past.length > mostSteps) past.shift();
    future.length = 0;
  }
  apply(values, changed);
}

function apply(values, changed) {
  for (const name of changed) state[name] = values[name];
  emit("change", changed);
  writeAddress();
}

function steps() {
  return Object.fromEntries([...keys].filter(([, key]) => key.undo).map(([name]) => [name, state[name]]));
}

function step(from, to) {
  if (!from.length) return;
  to.push(steps());
  change(from.pop(), { undo: false });
}

const undo = () => step(past, future), redo = () => step(future, past);
const canUndo = () => past.length > 0, canRedo = () => future.length > 0;

function address() {
  const params = new URLSearchParams();
  for (const [name, key] of keys) if (!same(state[name], key.initial)) key.write(params, state[name]);
  const text = params.toString().replaceAll("%7E", "~").replaceAll("%2C", ",");
  return text ? `#${text}` : "";
}

function writeAddress() {
  const hash = address();
  if (hash === location.hash) return;
  try {
    history.replaceState(null, "", hash || location.pathname + location.search);
  } catch (error) {
    if (error.name !== "SecurityError") throw error; // a frame inside a notebook has no address of its own
  }
}

// What the address does not say is as at first.
function addressValues() {
  const params = new URLSearchParams(location.hash.slice(1)), values = {};
  for (const [name, key] of keys) if (key.read) values[name] = key.read(params) ?? key.initial;
  return values;
}

// Sets stand in the address as lists, their items escaped, sorted unless the order means something.
const setKey = (param, initial = new Set(), sorted = true) => ({
  initial,
  undo: true,
  write: (params, value) => params.set(param, (sorted ? [...value].sort() : [...value]).map(encodeURIComponent).join(",")),
  read: (params) => (params.has(param) ? new Set(params.get(param).split(",").filter(Boolean).map(decoded)) : undefined),
});

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // typed by hand, and not an address
  }
}
