// What is shown, as CSV and JSON with its sentences; labels and dates as the graph has them, in any language. Cells that a spreadsheet would compute are
// told apart by an apostrophe (OWASP, "CSV injection").
const csvColumns = [
  "subject_id", "subject", "relation", "object_id", "object", "title", "status", "first", "last", "claim", "modality", "confidence",
  "rule", "date", "sentences", "document", "document_title", "publisher", "published", "url",
];
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const unpaired = /[\ud800-\udfff]/gu;
const wellFormed = (text) => String(text ?? "").replace(controls, " ").replace(unpaired, "\ufffd");
const formula = /^\s*[=+\-@\t\r＝＋－＠]/;

function csvCell(value) {
  const text = typeof value === "number" ? String(value) : wellFormed(value);
  const safe = typeof value === "string" && formula.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

const webAddress = (text) => (/^https?:\/\//i.test(text || "") ? text : "");

async function withClaims(most = 2000) {
  const found = shownEdges().map((at) => edges.at(at)), rows = [];
  for (let start = 0; start < found.length; start += most) {
    const part = found.slice(start, start + most), claims = await loadClaims(part.flatMap((edge) => edge.claims));
    let at = 0;
    for (const edge of part) rows.push({ edge, claims: claims.slice(at, (at += edge.claims.length)) });
  }
  return rows;
}

function csvRow(edge, claim) {
  const source = claim?.sentences[0]?.document;
  return [
    edge.from, nodeLabels[indexOf(edge.from)], edge.relation, edge.to, nodeLabels[indexOf(edge.to)], edge.title, edge.status, edge.first, edge.last,
    claim?.id, claim?.modality, claim?.confidence, claim?.rule, claim?.date?.edtf, claim?.sentences.map(({ text }) => text).join("\n"),
    source?.id, source?.title, source?.publisher, source?.published, webAddress(source?.url),
  ];
}

async function asCsv() {
  const rows = (await withClaims()).flatMap(({ edge, claims }) => (claims.length ? claims : [null]).map((claim) => csvRow(edge, claim)));
  return "\ufeff" + [csvColumns, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

function plainClaim(claim) {
  const { id, modality, confidence, rule, date, marks } = claim, source = claim.sentences[0]?.document;
  return {
    id, modality, confidence, rule, date, sentences: claim.sentences.map(({ text, start }) => ({ text, start })),
    marks: marks.map(([sentence, start, end, role]) => ({ sentence, start, end, role })),
    document: source && { ...source, url: webAddress(source.url) },
  };
}

function shownNodes(rows) {
  const found = new Set(picture.communities.length ? [] : picture.nodes.map(idAt));
  for (const { edge } of rows) found.add(edge.from).add(edge.to);
  return [...found].sort();
}

async function asJson() {
  const rows = await withClaims();
  const nodeRows = shownNodes(rows).map((id) => {
    const { index, type, x, y } = nodes.get(id);
    return { id, label: nodeLabels[index], type, x, y };
  });
  const edgeRows = rows.map(({ edge, claims }) => {
    const { id, from, to, relation, title, status, first, last, position, confidence } = edge;
    return { id, from, to, relation, title, status, first, last, position, confidence, claims: claims.map(plainClaim) };
  });
  const whole = { title: document.title, view: location.hash, nodes: nodeRows, edges: edgeRows };
  return JSON.stringify(whole, (_, value) => (typeof value === "string" ? value.replace(unpaired, "\ufffd") : value), 1);
}

function download(name, blob) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  notify(words("saved", name));
}

const fileName = (ending) => `${document.title.normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60).replace(/^-+|-+$/g, "") || "graph"}.${ending}`;
const savers = {
  png: async () => download(fileName("png"), await asPng()),
  svg: async () => download(fileName("svg"), new Blob([asSvg()], { type: "image/svg+xml" })),
  csv: async () => download(fileName("csv"), new Blob([await asCsv()], { type: "text/csv;charset=utf-8" })),
  json: async () => download(fileName("json"), new Blob([await asJson()], { type: "application/json" })),
  link: async () => copyText(location.href, null),
  print: async () => window.print(),
};

// The menu opens like any disclosure; Escape and a click elsewhere close it.
const saveMenu = document.getElementById("save");
for (const item of saveMenu.querySelectorAll("[data-save]")) {
  item.addEventListener("click", async () => {
    saveMenu.open = false;
    saveMenu.querySelector("summary").focus();
    notify(words("wait"));
    await savers[item.dataset.save]();
  });
}
saveMenu.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !saveMenu.open) return;
  saveMenu.open = false;
  saveMenu.querySelector("summary").focus();
  event.stopPropagation();
});
document.addEventListener("pointerdown", (event) => {
  if (!saveMenu.contains(event.target)) saveMenu.open = false;
});
