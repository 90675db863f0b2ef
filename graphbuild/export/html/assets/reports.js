// "Report as wrong": lines for decisions.toml, to copy; the page itself sends nothing.
// JSON's strings are TOML's but for DEL, which TOML wants written out, and half pairs, which it cannot hold.
const inToml = (text) => JSON.stringify(Array.from(text).slice(0, 500).join("").replace(/[\ud800-\udfff]/gu, "\ufffd")).replaceAll("\u007f", "\\u007f");

// The edge that says what a claim says; those of an event only tell the part that someone took in it.
function edgeToldBy(number) {
  for (let at = column.claim.indexOf(number); at >= 0; at = column.claim.indexOf(number, at + 1)) {
    const e = rangeOf(claimStart, at);
    if (payload.relations[relationNames[column.relation[e]]].tone !== "event") return edgeAt(e);
  }
  return null;
}

// What names a claim: its id, or in a graph too large to carry ids all that is known of it.
function meantBy(claim, edge) {
  if (claim.id) return [["claim", claim.id]];
  const [first] = claim.sentences, [subject, object] = claim.ends ?? [edge?.from, edge?.to];
  return [["document", first?.document.id], ["subject", subject], ["relation", claim.relation ?? edge?.relation],
    ["object", object], ["title", edge?.title], ["text", first?.text.split("\ufffd")[0]]].filter(([, value]) => value?.trim());
}

// Two that are not the same are told apart for good; any other claim is rejected.
function decisionOn(claim) {
  const edge = claim.ends ? null : edgeToldBy(claim.number);
  if (edge?.relation === "possiblySameAs") return ["[[split]]", `entities = [${inToml(edge.from)}, ${inToml(edge.to)}]`];
  return ["[[reject]]", ...meantBy(claim, edge).map(([key, value]) => `${key} = ${inToml(value)}`)];
}

function reportControl(claim) {
  const control = make("details", { class: "report" }, make("summary", {}, words("report")));
  control.addEventListener("toggle", () => {
    if (control.children.length > 1) return;
    const note = make("input", { type: "text", maxlength: "300", "aria-label": words("reportNote"), placeholder: words("reportNote") });
    const decision = decisionOn(claim);
    const lines = make("textarea", { readonly: "", rows: String(decision.length + 1), "aria-label": "decisions.toml", spellcheck: "false" });
    const write = () => { lines.value = [...decision, `note = ${inToml(note.value)}`, ""].join("\n"); };
    note.addEventListener("input", write);
    write();
    control.append(make("p", { class: "note" }, words("reportHelp")), note, lines,
      make("button", { type: "button", onclick: () => copyText(lines.value, lines) }, words("copy")));
  });
  return control;
}
