// --- links and calendars ---------------------------------------------------------------------------------------------

// What is asked for stands in the address, so that a link shows others the same: #?q=展览&r=上海&view=month&m=2022-05
function remember() {
  const asked = new URLSearchParams();
  if (search.value.trim()) asked.set("q", search.value.trim());
  for (const box of boxes) if (box.checked) asked.append(box.name, box.value);
  if (minor?.checked && !page.minor) asked.set("w", "minor");
  if (view !== "list") asked.set("view", view);
  if (view !== "list" && month) asked.set("m", month);
  const own = location.hash.startsWith("#?");
  const hash = asked.size ? `#?${asked}` : "";
  if (hash !== location.hash && (hash || own)) history.replaceState(null, "", location.href.split("#")[0] + hash);
}
function recall() {
  const asked = new URLSearchParams(location.hash.slice(2));
  search.value = asked.get("q") ?? "";
  for (const box of boxes) box.checked = asked.getAll(box.name).includes(box.value);
  if (minor) minor.checked = page.minor || asked.has("w");
  const [wanted, of] = [asked.get("view"), asked.get("m")];
  if (monthsOf(page.events).includes(of)) month = of;
  view = VIEWS.includes(wanted) ? wanted : "list";
  filter();
  show(view);
}

// What a link points to is opened, wherever it is hidden.
function jump() {
  if (location.hash.startsWith("#?")) return recall();
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (!target || !find("#list").contains(target)) return;
  if (target.closest("[hidden]:not(section[role=tabpanel])")) {
    if (minor) minor.checked = true;
    unask();
    filter();
  }
  show("list");
  if (target.matches(".ev")) find("details", target).open = true;
  target.scrollIntoView();
  // What comes into view for the first time takes its own height only then.
  setTimeout(() => target.scrollIntoView(), 100);
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

// On paper nothing can be opened; who wants it short has it all closed.
addEventListener("beforeprint", () => {
  for (const details of all("#list .ev:not([hidden]) details, .doubts")) {
    details.dataset.was = details.open;
    details.open = !brief.checked;
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
if (location.hash.startsWith("#?")) recall();
else {
  filter();
  jump();
}
