// The blocks of the page: gzip in base64 inside script elements that the browser never runs.
const blockText = (id) => document.getElementById(id).textContent;

function bytesOf(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = atob(text), bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

function unpacked(id) {
  const packed = new Blob([bytesOf(blockText(id))]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream("gzip")));
}

const unpack = (id) => unpacked(id).arrayBuffer();
const unpackJson = (id) => unpacked(id).json();
