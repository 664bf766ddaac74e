// --- the month -------------------------------------------------------------------------------------------------------

function drawMonth() {
  const list = visible();
  const length = daysIn(month);
  const day = (number) => `${month}-${two(number)}`;
  const lead = weekday(day(1));
  const ranges = list
    .filter(({ extent, start, end }) => extent === "range" && start <= day(length) && end >= day(1))
    .sort((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)));
  if (!picked.startsWith(month)) picked = firstDay(list, day(1));
  const body = make("tbody");
  for (let first = 1 - lead; first <= length; first += 7) {
    const slots = packed(ranges, day(Math.max(1, first)), day(Math.min(length, first + 6)));
    const cells = Array.from({ length: 7 }, (_, n) => {
      const number = first + n;
      if (number < 1 || number > length) return make("td", { className: "out" });
      return monthCell(day(number), list, slots, ranges);
    });
    body.append(make("tr", {}, ...cells));
  }
  const heads = page.weekdays.map((name, number) =>
    make(
      "th",
      { scope: "col", abbr: name },
      make("span", { className: "wide", textContent: name }),
      make("span", { className: "narrow", textContent: page.initials[number], attributes: { "aria-hidden": "true" } }),
    ));
  const table = make(
    "table",
    { className: "cal", attributes: { "aria-label": monthName(month) } },
    make("thead", {}, make("tr", {}, ...heads)),
    body,
  );
  table.addEventListener("keydown", (press) => walk(press, day, length));
  const going = list.filter((event) => event.extent === "range" && event.start < picked && picked <= event.end);
  const here = list.filter(({ extent, start }) => (extent === "day" || extent === "range") && start === picked);
  const loose = list.filter(({ extent, start }) => extent === "month" && start.startsWith(month));
  const names = [page.words.previous, page.words.next];
  find("#month").replaceChildren(
    picker(monthName(month), monthsOf(list), month, (target) => { month = target; }, names),
    table,
    agenda(joined(dayName(picked), page.observances[picked]), [...going, ...here]),
    ...(loose.length ? [agenda(page.words.loose, loose)] : []),
  );
}

function firstDay(list, otherwise) {
  const counts = new Map();
  for (const { extent, start } of list) {
    if (start.startsWith(month) && (extent === "day" || extent === "range")) {
      counts.set(start, (counts.get(start) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? otherwise;
}

// The ranges of a week in as few lines as they fit in.
function packed(ranges, first, last) {
  const slots = [];
  for (const range of ranges) {
    if (range.start > last || range.end < first) continue;
    const free = slots.find((slot) => slot.every((other) => other.end < range.start || other.start > range.end));
    if (free) free.push(range);
    else if (slots.length < 3) slots.push([range]);
  }
  return slots;
}

function monthCell(day, list, slots, ranges) {
  const here = list.filter(({ extent, start }) => extent === "day" && start === day);
  const starting = ranges.filter(({ start }) => start === day);
  const exact = here.filter((event) => !isUnsure(event) && !event.observed);
  const near = here.filter((event) => event.near);
  const guessed = here.filter((event) => event.guessed && !event.near && !event.observed);
  const unsure = near.length + guessed.length;
  const name = page.observances[day] ?? here.find(({ observed }) => observed)?.title;
  const inside = make("span", { className: "in", attributes: { "aria-hidden": "true" } });
  const line = (className, textContent) => inside.append(make("span", { className, textContent }));
  line("n", String(+day.slice(8)));
  const busy = slots.map((slot) => slot.find(({ start, end }) => start <= day && day <= end));
  for (const range of busy.slice(0, busy.findLastIndex(Boolean) + 1)) {
    const first = range && (day === range.start || weekday(day) === 0 || day.endsWith("-01"));
    const ends = range ? `${day === range.start ? " st" : ""}${day === range.end ? " en" : ""}` : " no";
    line(`r${ends}${first ? " named" : ""}`, first ? barLabel(range, day) : "\u00a0");
  }
  if (name) line("o t", name);
  const room = name || slots.length > 1 ? 1 : 2;
  const listed = exact.length > room + 1 ? exact.slice(0, room) : exact;
  for (const event of listed) line(`${event.due ? "x" : "e"} t`, label(event));
  if (exact.length > listed.length) line("t", fill("more", { count: exact.length - listed.length }));
  if (near.length) line("a t", fill("near", { count: near.length }));
  if (guessed.length) line("g t", fill("guessed", { count: guessed.length }));
  if (here.length) line("few", [exact.length && `●${exact.length}`, unsure && `◌${unsure}`].filter(Boolean).join(" "));
  const spoken = joined(
    dayName(day),
    name,
    exact.length && fill("count", { count: exact.length }),
    near.length && fill("near", { count: near.length }),
    guessed.length && fill("guessed", { count: guessed.length }),
    ...busy.filter(Boolean).map(({ title }) => fill("running", { title })),
  );
  const button = make(
    "button",
    {
      type: "button",
      tabIndex: day === picked ? 0 : -1,
      onclick: () => { picked = day; draw(); },
      attributes: { "data-key": day, "aria-pressed": day === picked },
    },
    make("span", { className: "sr", textContent: spoken }),
    inside,
  );
  const classes = [weekday(day) > 4 && "we", (here.length || starting.length) && "has"].filter(Boolean);
  return make("td", { className: classes.join(" ") }, button);
}

// On a single day there is no room for more than where it is.
function barLabel(range, day) {
  const alone = day === range.end || weekday(day) === 6 || +day.slice(8) === daysIn(month);
  return alone && !range.observed ? range.region || range.label : label(range);
}
const label = (event) =>
  event.observed ? event.title : [event.clock.split("–")[0], event.label].filter(Boolean).join(" ");

function walk(press, day, length) {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[press.key];
  const now = +picked.slice(8);
  const target = step ? now + step : { Home: 1, End: length }[press.key];
  if (target === undefined) return;
  press.preventDefault();
  if (target < 1 || target > length) return;
  picked = day(target);
  draw();
  find(`[data-key="${picked}"]`).focus();
}
