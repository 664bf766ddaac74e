// The page's own script: search and filters, the month, the lanes, calendar entries. Days are ISO strings, elements are
// made by hand, and no text is ever read as HTML.
"use strict";
(() => {
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

  const boxes = all("#filters input");
  const search = find("#q");
  const minor = find("input[name=w]");
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
    for (const box of boxes) if (box.checked && box.name !== "w") (found[box.name] ??= new Set()).add(box.value);
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
    if (view !== "list") draw();
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

  function clear() {
    search.value = "";
    for (const box of boxes) if (box.name !== "w") box.checked = false;
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
    if (wanted !== "list") draw();
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

  // --- the month -------------------------------------------------------------------------------------------------------

  function drawMonth() {
    const list = visible();
    const length = daysIn(month);
    const day = (number) => `${month}-${two(number)}`;
    const lead = weekday(day(1));
    const ranges = list
      .filter(({ extent, start, end }) => extent === "range" && start <= day(length) && end >= day(1))
      .sort((a, b) => (a.start < b.start ? -1 : 1));
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
    const heads = page.weekdays.map((name) => make("th", { scope: "col", textContent: name, title: name }));
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
    const exact = here.filter(({ near, observed }) => !near && !observed);
    const near = here.filter((event) => event.near);
    const name = page.observances[day] ?? here.find(({ observed }) => observed)?.title;
    const inside = make("span", { className: "in", attributes: { "aria-hidden": "true" } });
    const line = (className, textContent) => inside.append(make("span", { className, textContent }));
    line("n", String(+day.slice(8)));
    const busy = slots.map((slot) => slot.find(({ start, end }) => start <= day && day <= end));
    for (const range of busy.slice(0, busy.findLastIndex(Boolean) + 1)) {
      const first = range && (day === range.start || weekday(day) === 0 || day.endsWith("-01"));
      const ends = range ? `${day === range.start ? " st" : ""}${day === range.end ? " en" : ""}` : " no";
      line(`r${ends}`, first ? barLabel(range, day) : "\u00a0");
    }
    if (name) line("o t", name);
    const room = name || slots.length > 1 ? 1 : 2;
    const listed = exact.length > room + 1 ? exact.slice(0, room) : exact;
    for (const event of listed) line(`${event.due ? "x" : "e"} t`, label(event));
    if (exact.length > listed.length) line("t", fill("more", { count: exact.length - listed.length }));
    if (near.length) line("a t", fill("near", { count: near.length }));
    if (here.length) line("few", [exact.length && `●${exact.length}`, near.length && `◌${near.length}`].filter(Boolean).join(" "));
    const spoken = joined(
      dayName(day),
      name,
      exact.length && fill("count", { count: exact.length }),
      near.length && fill("near", { count: near.length }),
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
    return alone && !range.observed ? range.region || range.kind : label(range);
  }
  const label = (event) => (event.observed ? event.title : [event.clock.split("–")[0], event.region, event.kind]
    .filter(Boolean).slice(0, 3).join(" "));

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

  // --- the lanes -------------------------------------------------------------------------------------------------------

  // The columns of a zoom: the days of a month, the months of a year, or as coarse as all can be seen at once.
  function columnsOf(list) {
    if (zoom === "month") return Array.from({ length: daysIn(month) }, (_, n) => `${month}-${two(n + 1)}`);
    if (zoom === "year") return Array.from({ length: 12 }, (_, n) => `${month.slice(0, 4)}-${two(n + 1)}`);
    const placed = list.filter(({ start }) => start);
    for (const length of [7, 4, 3]) {
      const columns = [...new Set(placed.map(({ start }) => start.slice(0, length)))].sort();
      if (columns.length <= 40 || length === 3) return columns;
    }
    return [];
  }

  function drawLanes() {
    const list = visible();
    const columns = columnsOf(list);
    const length = columns[0]?.length ?? 7;
    const finest = { day: 10, range: 10, month: 7, year: 4, none: 0 };
    const fits = ({ extent }) => finest[extent] >= length;
    const starts = (event, column) => event.start.slice(0, length) === column;
    const runs = ({ extent, start, end }, column) =>
      extent === "range" && start.slice(0, length) <= column && column <= end.slice(0, length);
    const nameOf = (event) => (rows === "region" ? regionName(event) : event.kind);
    const lanes = new Map();
    const within = new Set(columns);
    for (const event of list) {
      if (!fits(event)) continue;
      if (!within.has(event.start.slice(0, length)) && !columns.some((column) => runs(event, column))) continue;
      const name = nameOf(event);
      if (!lanes.has(name)) lanes.set(name, []);
      lanes.get(name).push(event);
    }
    const ordered = [...lanes].sort((a, b) => b[1].length - a[1].length);
    let opened = null;
    const cell = (name, own, column) => {
      const here = own.filter((event) => starts(event, column));
      const running = length === 10 ? own.filter((event) => runs(event, column)) : [];
      const classes = [length === 10 && weekday(column) > 4 && "we", running.length && "run"];
      classes.push(running.some(({ start }) => start === column) && "st", running.some(({ end }) => end === column) && "en");
      const td = make("td", { className: classes.filter(Boolean).join(" ") });
      const key = `${name} ${column}`;
      if (here.length) {
        const near = here.every((event) => event.near);
        const count = fill(near ? "near" : "count", { count: here.length });
        td.append(make("button", {
          type: "button",
          textContent: here.length,
          className: near ? "hollow" : here.some(({ due }) => due) ? "due" : "",
          attributes: {
            "aria-label": joined(name, columnName(column), count),
            "aria-pressed": picked === key,
            "data-key": key,
          },
          onclick: () => { picked = key; draw(); },
        }));
      }
      if (picked === key && here.length) opened = agenda(`${name} · ${columnName(column)}`, here);
      return td;
    };
    const head = (column) => make("th", {
      className: [length === 10 && weekday(column) > 4 && "we", page.observances[column] && "ob"].filter(Boolean).join(" "),
      title: page.observances[column] ?? columnName(column),
      textContent: shortName(column),
      scope: "col",
    });
    const body = ordered.map(([name, own]) =>
      make("tr", {}, make("th", { scope: "row", textContent: name }), ...columns.map((column) => cell(name, own, column))));
    const table = make(
      "table",
      { attributes: { "aria-label": page.words.lanes } },
      make("thead", {}, make("tr", {}, make("th", { scope: "col", textContent: page.words[rows] }), ...columns.map(head))),
      make("tbody", {}, ...body),
    );
    const sheet = make("div", {
      className: "lanes",
      tabIndex: 0,
      attributes: { role: "region", "aria-label": page.words.lanes },
    }, table);
    const left = find("#lanes .lanes")?.scrollLeft;
    find("#lanes").replaceChildren(
      lanePicker(list),
      ordered.length ? sheet : make("p", { className: "empty", textContent: page.words.undated }),
      opened ?? make("p", { className: "agenda hint", textContent: page.words.press }),
    );
    const first = find("td button", sheet)?.parentNode;
    sheet.scrollLeft = picked ? left ?? 0 : Math.max(0, (first?.offsetLeft ?? 0) - 110);
  }

  const shortName = (column) => {
    if (column.length === 10) return +column.slice(8);
    if (column.length === 7) return zoom === "year" ? page.months[column.slice(5) - 1] : column;
    return column.length === 4 ? yearOf(column) : columnName(column);
  };

  function lanePicker(list) {
    const choice = (name, label, options, now, choose) => make(
      "span",
      { className: "seg", attributes: { role: "group", "aria-label": label } },
      ...options.map((value) => make("button", {
        type: "button",
        textContent: page.words[value],
        attributes: { "aria-pressed": value === now, "data-key": `${name}-${value}` },
        onclick: () => { choose(value); picked = ""; draw(); },
      })),
    );
    const stops = zoom === "everything" ? [] : monthsOf(list);
    const years = [...new Set(stops.map((stop) => stop.slice(0, 4)))];
    const heading = { month: monthName(month), year: columnName(month.slice(0, 4)), everything: page.words.everything };
    const byYear = zoom === "year";
    return picker(
      heading[zoom],
      byYear ? years : stops,
      byYear ? month.slice(0, 4) : month,
      (target) => { month = byYear ? stops.find((stop) => stop.startsWith(target)) : target; },
      [page.words.earlier, page.words.later],
      choice("rows", page.words.rows, ["region", "kind"], rows, (value) => { rows = value; }),
      choice("zoom", page.words.zoom, ["month", "year", "everything"], zoom, (value) => { zoom = value; }),
    );
  }

  // --- links and calendars ---------------------------------------------------------------------------------------------

  // What a link points to is opened, wherever it is hidden.
  function jump() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !find("#list").contains(target)) return;
    if (target.closest("[hidden]:not(section[role=tabpanel])")) {
      if (minor) minor.checked = true;
      search.value = "";
      for (const box of boxes) if (box.name !== "w") box.checked = false;
      filter();
    }
    show("list");
    if (target.matches(".ev")) find("details", target).open = true;
    target.scrollIntoView();
    find("summary", target)?.focus({ preventScroll: true });
  }
  addEventListener("hashchange", jump);

  // The events are the exporter's own bytes; only the frame is put round them here.
  function calendarOf(list) {
    const { begin, zone, end } = page.calendar;
    const blocks = list.map((event) => event.ics).filter(Boolean);
    const timed = !blocks.length || blocks.some((block) => /;TZID=/.test(block));
    return [begin, timed ? zone : "", ...blocks, end].join("");
  }
  function save(name, list) {
    const link = URL.createObjectURL(new Blob([calendarOf(list)], { type: "text/calendar;charset=utf-8" }));
    make("a", { href: link, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(link), 4000);
    say(page.words.saved);
  }
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      say(page.words.copied);
    } catch {
      say(page.words.refused);
    }
  }
  document.addEventListener("click", (press) => {
    const button = press.target.closest("[data-act]");
    if (!button) return;
    const article = button.closest(".ev");
    const event = events.get(article.dataset.id ?? article.id);
    if (button.dataset.act === "link") copy(`${location.href.split("#")[0]}#${event.id}`);
    else if (!event.ics) say(page.words.uncalendared);
    else if (button.dataset.act === "copy") copy(calendarOf([event]));
    else save(`${event.start}-${event.id.slice(2, 10)}.ics`, [event]);
  });
  find("#all").addEventListener("click", () => save("timeline.ics", visible()));

  // --- the rest --------------------------------------------------------------------------------------------------------

  find("#theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    memory.set("timeline-theme", root.dataset.theme);
  });
  const theme = memory.get("timeline-theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  // On paper nothing can be opened.
  addEventListener("beforeprint", () => {
    for (const details of all("#list .ev:not([hidden]) details, .doubts")) {
      details.dataset.was = details.open;
      details.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const details of all("details[data-was]")) {
      details.open = details.dataset.was === "true";
      delete details.dataset.was;
    }
  });
  addEventListener("keydown", (press) => {
    if (press.key !== "/" || press.target.matches("input")) return;
    press.preventDefault();
    search.focus();
  });

  // On a phone the days at a glance are a picture: they are too narrow to press, and the list stands below.
  const phone = matchMedia("(max-width: 46rem)");
  const links = () => {
    for (const day of all(".rib a.d")) {
      const target = day.getAttribute("href") ?? day.dataset.href;
      day.dataset.href = target;
      if (phone.matches) day.removeAttribute("href");
      else day.setAttribute("href", target);
    }
  };
  links();
  phone.addEventListener("change", links);
  const desk = matchMedia("(min-width: 70rem)");
  find("#filters").open = desk.matches;
  desk.addEventListener("change", () => { find("#filters").open = desk.matches; });

  if (minor) minor.checked = page.minor;
  filter();
  jump();
})();
