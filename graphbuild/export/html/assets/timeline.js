// When: a histogram of dated edges over months or years, a range with two ends, and play.
const timeBox = document.getElementById("time"), bars = document.getElementById("bars");
const ends = { since: document.getElementById("since"), until: document.getElementById("until") };
const playButton = document.getElementById("play"), timeText = document.getElementById("time-text");
const months = { first: Infinity, last: -Infinity, undated: 0 };
const monthAt = payload.pools.dates.map(monthOf);
const mostBars = 72;
let playing = null;

for (let at = 0; at < edges.size; at += 1) {
  const first = monthAt[column.first[at]] ?? null, last = monthAt[column.last[at]] ?? first;
  if (first === null) {
    months.undated += 1;
    continue;
  }
  months.first = Math.min(months.first, first);
  months.last = Math.max(months.last, last);
}
const hasTime = months.last > months.first;
const perBar = [1, 3, 12, 60, 120].find((size) => (months.last - months.first) / size <= mostBars) ?? 1200; // in months
const slot = (month) => Math.floor(month / perBar);
const slots = hasTime ? slot(months.last) - slot(months.first) + 1 : 0;

function passesButForTime(at) {
  return !state.hiddenRelations.has(relationNames[column.relation[at]]) && column.confidence[at] >= state.confidence * 100
    && !state.hiddenTypes.has(typeNames[column.type[column.from[at]]]) && !state.hiddenTypes.has(typeNames[column.type[column.to[at]]]);
}

// Edges that all other filters let through, by the slot of their first date.
function slotCounts() {
  const counts = new Array(slots).fill(0);
  for (let at = 0; at < edges.size; at += 1) {
    const month = monthAt[column.first[at]] ?? null;
    if (month !== null && passesButForTime(at)) counts[slot(month) - slot(months.first)] += 1;
  }
  return counts;
}

function showBars() {
  const counts = slotCounts(), most = Math.max(1, ...counts), space = "http://www.w3.org/2000/svg";
  const [from, to] = chosenSlots();
  bars.setAttribute("viewBox", `0 0 ${slots} 32`);
  bars.replaceChildren(...counts.map((count, place) => {
    const bar = document.createElementNS(space, "rect"), height = count ? Math.max(1.5, 31 * (count / most)) : 0;
    const title = document.createElementNS(space, "title");
    title.textContent = `${slotLabel(place)}: ${words("edges", count)}`;
    for (const [name, value] of Object.entries({ x: place + 0.08, y: 32 - height, width: 0.84, height })) bar.setAttribute(name, value.toFixed(2));
    bar.setAttribute("class", place >= from && place <= to ? "in" : "out");
    bar.append(title);
    return bar;
  }));
}

const slotStart = (place) => (slot(months.first) + place) * perBar, slotEnd = (place) => slotStart(place) + perBar - 1;
const slotLabel = (place) => (perBar === 1 ? readableMonth(slotStart(place)) : perBar < 12 ? `${readableMonth(slotStart(place))} –` : String(Math.floor(slotStart(place) / 12)));

function chosenSlots() {
  const place = (day, other) => Math.max(0, Math.min(slots - 1, day ? slot(monthOf(day)) - slot(months.first) : other));
  return [place(state.since, 0), place(state.until, slots - 1)];
}

function chooseSlots(from, to, options) {
  const [low, high] = from <= to ? [from, to] : [to, from];
  change({
    since: low <= 0 ? "" : `${isoMonth(slotStart(low))}-01`, until: high >= slots - 1 ? "" : lastDayOf(slotEnd(high)),
  }, options);
}

function showTime() {
  timeBox.hidden = !hasTime;
  if (!hasTime) return;
  const [from, to] = chosenSlots();
  for (const [key, place] of [["since", from], ["until", to]]) {
    ends[key].value = String(place);
    ends[key].setAttribute("aria-valuetext", slotLabel(place));
  }
  timeText.textContent = state.since || state.until ? `${readableMonth(slotStart(from))} – ${readableMonth(slotEnd(to))}` : words("allTime", months.undated);
  showBars();
}

// A window moves over the years; it is as wide as what is chosen, or a twelfth of the whole.
function play() {
  let [from, to] = chosenSlots();
  const whole = from === 0 && to === slots - 1, width = whole ? Math.max(1, Math.round(slots / 12)) : to - from + 1;
  if (whole || to >= slots - 1) from = -1;
  chooseSlots(from + 1, from + width);
  playing = setInterval(() => {
    [from, to] = chosenSlots();
    if (to >= slots - 1) return stopPlaying();
    chooseSlots(from + 1, to + 1, { undo: false });
  }, 700);
  showPlaying();
}

function stopPlaying() {
  clearInterval(playing);
  playing = null;
  showPlaying();
}

function showPlaying() {
  playButton.textContent = playing ? "❚❚" : "▶";
  playButton.setAttribute("aria-pressed", String(Boolean(playing)));
}

// A bar clicked is a range of one; with Shift the range grows to it.
bars.addEventListener("click", (event) => {
  const box = bars.getBoundingClientRect(), place = Math.max(0, Math.min(slots - 1, Math.floor(((event.clientX - box.left) / box.width) * slots)));
  const [from, to] = chosenSlots();
  stopPlaying();
  if (event.shiftKey) chooseSlots(Math.min(from, place), Math.max(to, place));
  else if (from === place && to === place) chooseSlots(0, slots - 1);
  else chooseSlots(place, place);
});
for (const key of ["since", "until"]) {
  ends[key].max = String(Math.max(0, slots - 1));
  ends[key].addEventListener("input", () => {
    stopPlaying();
    const since = Number(ends.since.value), until = Number(ends.until.value);
    chooseSlots(key === "since" ? since : Math.min(since, until), key === "until" ? until : Math.max(since, until));
  });
}
playButton.addEventListener("click", () => (playing ? stopPlaying() : play()));
on("change", (changed) => {
  if ([...filterKeys, "language"].some((name) => changed.has(name))) showTime();
});
