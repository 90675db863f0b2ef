// Evidence: each claim with its sentences, what was marked in them, where they come from.
const modalities = ["stated", "inferred", "planned", "directed", "negated"];

function sourceLine(item) {
  const line = make("span", {}, make("cite", {}, named(item.title || item.id)));
  if (item.publisher) line.append(" · ", named(item.publisher));
  if (item.published) line.append(" · ", readableDate(item.published));
  // Checked here once more: an address that is not http(s) is never a link.
  if (item.url && /^https?:\/\//i.test(item.url)) {
    line.append(" · ", make("a", { href: item.url, target: "_blank", rel: "noopener noreferrer" }, words("source")));
  }
  return line;
}

// Marks count code points, not the halves of pairs that JavaScript counts.
function markedSentence(text, marks) {
  const letters = Array.from(text), line = make("p", { dir: "auto" });
  let done = 0;
  for (const [, start, end, role] of marks) {
    line.append(letters.slice(done, start).join(""));
    line.append(make("mark", { class: role, title: relationLabel(role) === role ? words(role) : relationLabel(role) }, letters.slice(start, end).join("")));
    done = end;
  }
  line.append(letters.slice(done).join(""));
  return line;
}

// What "He" or a subject left out stands for: `stands` rows are [role, words in the text or "", id, name].
function standsFor(claim) {
  if (!claim.stands?.length) return null;
  const rows = claim.stands.map(([role, said, id, name]) => {
    const what = said ? make("span", {}, "“", named(said), "”") : make("span", {}, words("leftOut", words(role)));
    return make("li", {}, what, " = ", nodes.has(id) ? nodeLink(id) : named(name));
  });
  return make("ul", { class: "stands" }, ...rows);
}

function confidenceSign(value) {
  const share = Math.round(value * 100);
  return make("span", { class: "sure" }, `${words("confidence")} `,
    make("meter", { min: 0, max: 1, low: 0.6, high: 0.85, optimum: 1, value: value.toFixed(3), "aria-label": words("confidence") }), ` ${share}%`);
}

function evidenceCard(claim) {
  const source = claim.sentences[0]?.document;
  const quote = make("blockquote", { lang: source?.language },
    ...claim.sentences.map(({ text }, place) => markedSentence(text, claim.marks.filter((mark) => mark[0] === place))));
  const facts = [make("span", { class: `badge modality ${claim.modality}` }, words(claim.modality))];
  if (claim.date) facts.push(readableDate(claim.date.edtf) + (claim.date.conflict ? `, ${words("conflict")}` : ""));
  facts.push(confidenceSign(claim.confidence), `${words("rule")} ${claim.rule}`);
  return make("figure", { class: "card", "data-claim": claim.id }, quote, standsFor(claim),
    make("footer", {}, source ? sourceLine(source) : "",
      make("div", { class: "facts-line" }, ...facts.map((fact) => make("span", {}, fact))), reportControl(claim)));
}

// Claims read from the same sentences with the same marks show them once.
function distinctClaims(claims) {
  return [...new Map(claims.map((claim) => [JSON.stringify([claim.sentences.map(({ text }) => text), claim.marks]), claim])).values()];
}

const cardsAtOnce = 40;

// As it came about: by date, or by publication where no date is told; claims without either come last.
const whenOf = (claim) => claim.date?.edtf || claim.sentences[0]?.document?.published || "Z";
const inTime = (claims) => [...claims].sort((a, b) => (whenOf(a) < whenOf(b) ? -1 : whenOf(a) > whenOf(b) ? 1 : a.number - b.number));

// A box that fills itself with cards; a hub may have thousands, so the rest waits for a click.
function evidenceBox(numbers, choose = (claims) => claims) {
  const box = make("div", { class: "evidence", "aria-busy": "true" });
  if (!numbers.length) return make("p", { class: "note" }, words("noEvidence"));
  const fill = async (start) => {
    const claims = choose(inTime(await loadClaims(numbers.slice(start, start + cardsAtOnce))));
    box.append(...claims.map(evidenceCard));
    box.removeAttribute("aria-busy");
    if (start + cardsAtOnce >= numbers.length) return;
    const more = make("button", { type: "button", onclick: () => { more.remove(); fill(start + cardsAtOnce); } }, words("moreRows"));
    box.append(more);
  };
  fill(0);
  return box;
}

// The clipboard may be refused to a page opened from a file: then the text is selected instead.
async function copyText(text, field) {
  try {
    await navigator.clipboard.writeText(text);
    notify(words("copied"));
  } catch {
    selectText(field ?? textInDialog(text));
  }
}

function selectText(field) {
  field.focus();
  field.select();
  notify(words("copyByHand"));
}

function textInDialog(text) {
  const field = make("textarea", { readonly: "", rows: "4", "aria-label": words("copyByHand") });
  field.value = text;
  const box = document.getElementById("help");
  box.replaceChildren(make("h2", { id: "help-title" }, words("copyByHand")), field, button(words("close"), () => box.close()));
  box.showModal();
  return field;
}
