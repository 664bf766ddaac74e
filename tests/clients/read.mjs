// node read.mjs LIBRARY FILE -> [{title, start, end, place}] as that library reads the calendar, times as the clock shows them here
import fs from "node:fs";
import { createRequire } from "node:module";

const [, , library, file] = process.argv;
const text = fs.readFileSync(file, "utf8");
const two = (n) => String(n).padStart(2, "0");
const day = (d) => `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
const clock = (d) => `${day(d)}T${two(d.getHours())}:${two(d.getMinutes())}:${two(d.getSeconds())}`;

const readers = {
  async "ical.js"() {
    const ICAL = (await import("ical.js")).default;
    const calendar = new ICAL.Component(ICAL.parse(text));
    for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
    const show = (t) => (t.isDate ? t.toString() : clock(t.toJSDate()));
    return calendar.getAllSubcomponents("vevent").map((component) => {
      const event = new ICAL.Event(component);
      return { title: event.summary, start: show(event.startDate), end: show(event.endDate), place: event.location ?? "" };
    });
  },
  async "node-ical"() {
    const ical = createRequire(import.meta.url)("node-ical");
    const value = (x) => (x && typeof x === "object" && "val" in x ? x.val : x);
    return Object.values(ical.sync.parseICS(text))
      .filter((event) => event.type === "VEVENT")
      .map((event) => {
        const show = event.datetype === "date" ? day : clock;
        return { title: value(event.summary), start: show(event.start), end: show(event.end), place: value(event.location) ?? "" };
      });
  },
  async "ts-ics"() {
    const { convertIcsCalendar } = await import("ts-ics");
    const show = (t) => (t.type === "DATE" ? t.date.toISOString().slice(0, 10) : clock(t.date));
    return convertIcsCalendar(undefined, text).events.map((event) => ({
      title: event.summary, start: show(event.start), end: show(event.end), place: event.location ?? "",
    }));
  },
};
process.stdout.write(JSON.stringify(await readers[library]()));
