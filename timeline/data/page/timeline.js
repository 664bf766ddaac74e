// The page: words, search and filters, views. Days are ISO strings, elements are made by hand, and no text is ever read
// as HTML. The files of a page are joined inside one function.

const find = (selector, from = document) => from.querySelector(selector);
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const root = document.documentElement;
const page = JSON.parse(find("#data").textContent);
const articles = all("#list .ev");
const events = new Map(page.events.map((event) => [event.id, event]));
root.classList.remove("no-js");

let view = "list";
let month = ""; // 2022-05
let picked = ""; // a day of the month, or a cell of the lanes
let rows = "region";
let zoom = "month";
let shown = new Set();

// --- words -----------------------------------------------------------------------------------------------------------

const fill = (name, values = {}) => page.words[name].replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
const yearOf = (day) => String(+day.slice(0, 4));
const named = (day) => ({
  year: yearOf(day),
  month: +day.slice(5, 7),
  month_name: page.months[day.slice(5, 7) - 1],
  day: +day.slice(8, 10),
});
const isUnsure = ({ near, guessed }) => near || guessed;
const weekday = (day) => (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7;
const dayName = (day) =>
  fill("heading-day", { date: fill("date-day-of-year", named(day)), weekday: page.weekdays[weekday(day)] });
const monthName = (day) => fill("date-month", named(day));
const columnName = (column) => {
  if (column.length === 10) return dayName(column);
  if (column.length === 7) return monthName(column);
  if (column.length === 4) return fill("date-year", { year: yearOf(column) });
  return fill("date-decade", { year: yearOf(`${column}0`) });
};
const daysIn = (of) => {
  const last = new Date(Date.UTC(2000, +of.slice(5, 7), 0));
  last.setUTCFullYear(+of.slice(0, 4), +of.slice(5, 7), 0);
  return last.getUTCDate();
};
const two = (number) => String(number).padStart(2, "0");
const regionName = (event) => event.region || page.words.elsewhere;
const joined = (...parts) => parts.filter(Boolean).join(page.words.comma);

const make = (name, properties = {}, ...inside) => {
  const { attributes = {}, ...own } = properties;
  const made = Object.assign(document.createElement(name), own);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside.filter((part) => part != null));
  return made;
};
let toastTimer;
const say = (text) => {
  const toast = find(".toast");
  toast.textContent = text;
  toast.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { toast.hidden = true; }, 2500);
};
const memory = {
  get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
  set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* a file opened without storage */ } },
};

// --- search and filters ----------------------------------------------------------------------------------------------

const boxes = all("#filters input:not([name=w], [name=b])");
const search = find("#q");
const minor = find("input[name=w]");
const brief = find("input[name=b]");
const isMinor = new Set(articles.filter((article) => article.classList.contains("minor")).map(({ id }) => id));
const texts = new Map();
const textOf = (article) => {
  if (!texts.has(article)) texts.set(article, article.textContent.toLowerCase());
  return texts.get(article);
};
// The values of an article by filter; an unknown place is the filter's “-”.
const values = new Map(articles.map((article) => {
  const { r, k, c, s } = article.dataset;
  return [article, { r: [r || "-"], k: [k], c: c.split(" "), s: s.split(" ") }];
}));
const chosen = () => {
  const found = {};
  for (const box of boxes) if (box.checked) (found[box.name] ??= new Set()).add(box.value);
  return Object.entries(found);
};

function filter() {
  const words = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const asked = chosen();
  const busy = words.length > 0 || asked.length > 0;
  const withMinor = !minor || minor.checked || busy;
  shown = new Set();
  for (const article of articles) {
    const own = values.get(article);
    const fits = (withMinor || !isMinor.has(article.id))
      && asked.every(([name, wanted]) => own[name].some((value) => wanted.has(value)))
      && words.every((word) => textOf(article).includes(word));
    article.hidden = !fits;
    if (fits) shown.add(article.id);
  }
  for (const lane of all("#list .lane")) lane.hidden = !shown.has(lane.dataset.of);
  for (const bar of all("#list .rib .b")) bar.hidden = !shown.has(bar.hash.slice(1));
  for (const end of all("#list .ends")) end.hidden = busy || !shown.has(find("a", end).hash.slice(1));
  for (const name of all("#list .obs")) name.hidden = busy && !find(".ev:not([hidden])", name.parentNode);
  for (const selector of [".grp", ".around", ".row", ".month", ".year"]) {
    for (const part of all(`#list ${selector}`)) {
      part.hidden = !find(".ev:not([hidden]), .ends:not([hidden]), .row:not([hidden]) .obs:not([hidden])", part);
    }
  }
  for (const glance of all("#list .rib")) glance.hidden = busy;
  report(busy);
  if (view === "list") remember();
  else draw();
}

function report(busy) {
  const count = shown.size;
  const rest = articles.length - count;
  const row = busy ? "found" : rest ? "hidden" : "all";
  find("#count").textContent = fill(row, { count, rest, all: articles.length });
  find("#clear").hidden = !busy;
  find("#minor").hidden = busy || rest === 0;
  find(".empty").hidden = count > 0;
}

function unask() {
  search.value = "";
  for (const box of boxes) box.checked = false;
}
function clear() {
  unask();
  filter();
  search.focus();
}

search.addEventListener("input", filter);
find("#filters").addEventListener("change", filter);
find("#clear").addEventListener("click", clear);
find("#minor").addEventListener("click", () => {
  minor.checked = true;
  filter();
  find("#list").focus({ preventScroll: true });
});
find(".where")?.addEventListener("click", (press) => {
  const button = press.target.closest("button");
  if (!button) return;
  for (const box of boxes) if (box.name === "r") box.checked = box.value === button.dataset.where;
  filter();
  find(".bar").scrollIntoView();
});

// --- views -----------------------------------------------------------------------------------------------------------

const VIEWS = ["list", "month", "lanes"];
function show(wanted, focus) {
  view = wanted;
  for (const name of VIEWS) {
    const tab = find(`#tab-${name}`);
    tab.setAttribute("aria-selected", name === wanted);
    tab.tabIndex = name === wanted ? 0 : -1;
    find(`#${name}`).hidden = name !== wanted;
    if (focus && name === wanted) tab.focus();
  }
  if (wanted === "list") remember();
  else draw();
}
find(".tabs").addEventListener("click", (press) => {
  const tab = press.target.closest("[role=tab]");
  if (tab) show(tab.id.slice(4));
});
find(".tabs").addEventListener("keydown", (press) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[press.key];
  if (!step) return;
  press.preventDefault();
  show(VIEWS[(VIEWS.indexOf(view) + step + VIEWS.length) % VIEWS.length], true);
});

const visible = () => page.events.filter((event) => shown.has(event.id));
const dated = (list) => list.filter(({ extent }) => extent !== "year" && extent !== "none");
const monthsOf = (list) => [...new Set(dated(list).map(({ start }) => start.slice(0, 7)))].sort();
function busiest(list) {
  const counts = new Map();
  for (const { start } of dated(list)) counts.set(start.slice(0, 7), (counts.get(start.slice(0, 7)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "";
}
function draw() {
  const months = monthsOf(visible());
  // A filter may leave nothing in the month that was looked at.
  if (!month || (months.length && !months.includes(month) && !picked.startsWith(month))) month = busiest(visible());
  month ||= busiest(page.events);
  const focused = document.activeElement?.dataset?.key;
  if (!month) find(`#${view}`).replaceChildren(make("p", { className: "empty", textContent: page.words.undated }));
  else if (view === "month") drawMonth();
  else drawLanes();
  if (focused) find(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  remember();
}

// Back and forth, past what is empty; behind them what else can be chosen.
function picker(heading, stops, now, go, names, ...more) {
  const before = stops.filter((stop) => stop < now).at(-1);
  const after = stops.find((stop) => stop > now);
  const button = (sign, label, target, key) => make("button", {
    type: "button",
    className: "btn",
    textContent: sign,
    disabled: !target,
    onclick: () => { picked = ""; go(target); draw(); },
    attributes: { "aria-label": label, "data-key": key },
  });
  return make(
    "div",
    { className: "pick" },
    button("‹", names[0], before, "previous"),
    make("h2", { textContent: heading, attributes: { "aria-live": "polite" } }),
    button("›", names[1], after, "next"),
    ...more,
  );
}

// Events of the list once more, without their anchors, so that evidence is one press away in every view.
function copies(list) {
  const box = make("div", { className: "evs" });
  for (const { id } of list) {
    const copy = document.getElementById(id).cloneNode(true);
    copy.dataset.id = id;
    copy.removeAttribute("id");
    copy.hidden = false;
    box.append(copy);
  }
  return box;
}
function agenda(title, list) {
  const nothing = make("p", { className: "hint", textContent: page.words.nothing });
  return make("div", { className: "agenda" }, make("h3", { textContent: title }), list.length ? copies(list) : nothing);
}
