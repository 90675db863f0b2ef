// The blocks of the page: gzip in base 85 (RFC 1924, with "," for "<") inside script elements that the browser never runs.
const blockText = (id) => document.getElementById(id).textContent;

const digits = new Uint8Array(128).fill(84); // what is missing at the end counts as the last digit
Array.from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;,=>?@^_`{|}~", (letter, value) => { digits[letter.charCodeAt(0)] = value; });

function bytesOf(text) {
  const bytes = new Uint8Array(Math.ceil(text.length / 5) * 4);
  for (let from = 0, to = 0; from < text.length; from += 5, to += 4) {
    let value = 0;
    for (let place = from; place < from + 5; place += 1) value = value * 85 + (place < text.length ? digits[text.charCodeAt(place)] : 84);
    bytes[to] = value >>> 24;
    bytes[to + 1] = value >>> 16;
    bytes[to + 2] = value >>> 8;
    bytes[to + 3] = value;
  }
  return bytes.subarray(0, Math.floor((text.length * 4) / 5));
}

function unpacked(id) {
  const packed = new Blob([bytesOf(blockText(id))]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream("gzip")));
}

const unpack = (id) => unpacked(id).arrayBuffer();
const unpackJson = (id) => unpacked(id).json();
