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
  const isUnknown = (name) => Number(rows === "region" && name === page.words.elsewhere);
  const ordered = [...lanes].sort((a, b) => isUnknown(a[0]) - isUnknown(b[0]) || b[1].length - a[1].length);
  let opened = null;
  const cell = (name, own, column) => {
    const here = own.filter((event) => starts(event, column));
    const running = length === 10 ? own.filter((event) => runs(event, column)) : [];
    const classes = [length === 10 && weekday(column) > 4 && "we", running.length && "run"];
    classes.push(running.some(({ start }) => start === column) && "st", running.some(({ end }) => end === column) && "en");
    const td = make("td", { className: classes.filter(Boolean).join(" ") });
    const key = `${name} ${column}`;
    if (here.length) {
      const how = ["near", "guessed"].find((name) => here.every((event) => event[name]));
      const count = fill(how ?? "count", { count: here.length });
      td.append(make("button", {
        type: "button",
        textContent: here.length,
        className: here.every(isUnsure) ? "hollow" : here.some(({ due }) => due) ? "due" : "",
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
  const cells = all("td button", sheet).map((button) => button.parentNode);
  const first = Math.min(...cells.map((cell) => cell.offsetLeft)) - (find("tbody th", sheet)?.offsetWidth ?? 0) - 20;
  const beyond = cells.some((cell) => cell.offsetLeft + cell.offsetWidth > sheet.clientWidth);
  sheet.scrollLeft = picked ? left ?? 0 : beyond ? Math.max(0, first) : 0;
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
