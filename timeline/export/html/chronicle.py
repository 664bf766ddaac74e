"""Entries -> the list: years, months and days, ranges as lines beside them, each month's days at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from timeline.export.dates import weekday, words
from timeline.export.grouping import Day, Month, Rank, months
from timeline.export.html.article import article
from timeline.export.html.entries import Entry, Extent, lanes, observed
from timeline.export.html.evidence import script_of
from timeline.export.html.glance import glance
from timeline.export.html.markup import Markup, join, tag, title
from timeline.export.wording import Source, dating, in_quotes, one_line, shortened
from timeline.messages import say
from timeline.model import Event

_DAYS_FOR_A_GLANCE = 3


class Chronicle:
    """The list in one language."""

    def __init__(
        self, entries: Sequence[Entry], numbered: Mapping[str, Source], named: Mapping[date, str], language: str
    ) -> None:
        self.numbered, self.named, self.language = numbered, named, language
        self.entries = {each.event.uid: each for each in entries}
        self.lanes = lanes(entries)
        self.ranges = [self.entries[uid] for uid in self.lanes]
        self.ends: dict[date, list[Entry]] = {}
        for each in entries:
            if each.extent is Extent.RANGE and each.last:
                self.ends.setdefault(each.last, []).append(each)

    def say(self, row: str, **values: object) -> str:
        """A text in the language of the page."""
        return say(self.language, row, **values)

    def years(self) -> Iterator[Markup]:
        """Every year as a section; events without one stand in the last."""
        divisions = self._with_ends(months(each.event for each in self.entries.values()))
        for (rank, year), group in groupby(divisions, key=lambda month: (month.rank, month.year)):
            of_year = list(group)
            anchor = f"y{year}" if rank is Rank.DATED else f"rank{int(rank)}"
            name = Month(rank, year, 0, ()).heading(self.language)
            lines = self._lines(self._running_into(of_year[0]), "hl")
            yield tag(
                "section",
                {"class": "year", "id": anchor, "aria-labelledby": f"h-{anchor}"},
                tag("h2", {"id": f"h-{anchor}"}, name, *lines),
                *(self._month(month) for month in of_year),
            )

    def _with_ends(self, divisions: Iterable[Month]) -> list[Month]:
        """The divisions, and in them the last days of ranges, on which nothing else may happen."""
        days: dict[tuple[Rank, int, int], dict[date | None, tuple[Event, ...]]] = {
            (month.rank, month.year, month.month): {day.day: day.events for day in month.days} for month in divisions
        }
        for day in self.ends:
            days.setdefault((Rank.DATED, day.year, day.month), {}).setdefault(day, ())
        return [
            Month(*key, tuple(Day(day, days[key][day]) for day in sorted(days[key], key=lambda day: day or date.min)))
            for key in sorted(days)
        ]

    # --- a month ------------------------------------------------------------------------------------------------------

    def _month(self, month: Month) -> Markup:
        if not month.month:
            return join(self._loose(month, day) for day in month.days)
        anchor = f"m{month.year:04d}-{month.month:02d}"
        name = words(f"{abs(month.year):04d}-{month.month:02d}", self.language, year=False)
        running = self._running_into(month)
        known = [day for day in month.days if day.day]
        year = tag("small", None, str(month.year))
        return tag(
            "section",
            {"class": "month", "id": anchor, "aria-labelledby": f"h-{anchor}"},
            tag("h3", {"id": f"h-{anchor}"}, name, " ", year, *self._lines(running, "hl")),
            self._glance(month) if len(known) >= _DAYS_FOR_A_GLANCE else Markup(),
            *(self._day(day) if day.day else self._loose(month, day) for day in month.days),
        )

    def _running_into(self, month: Month) -> Sequence[Entry]:
        """The ranges that began before the month, or the year, and go on in it."""
        if month.rank is not Rank.DATED or not 1 <= month.year <= 9999:
            return ()
        first = date(month.year, month.month or 1, 1)
        return [each for each in self.ranges if each.first != first and self._runs(each, first)]

    def _glance(self, month: Month) -> Markup:
        first = date(month.year, month.month, 1)
        of_month = [self.entries[event.uid] for event in month.events]
        shown = {day.day for day in month.days if day.day}
        return glance(first, of_month, self.ranges, shown, self.named, self.language)

    def _loose(self, month: Month, day: Day) -> Markup:
        """The events of a month or a year whose day is not known."""
        unknown = month.unknown_day(self.language)
        name = Month(month.rank, month.year, month.month, ()).heading(self.language)
        short = words(f"{month.year:04d}-{month.month:02d}", self.language, year=False) if month.month else name
        level = "h4" if month.month else "h3"
        behind = tag("span", None, unknown) if unknown else Markup()
        heading = tag(level, {"class": "dh"}, tag("b", None, short), behind)
        lines = self._lines(self._running_into(month), "")
        rest = tag("div", {"class": "rest"}, *lines, *self._articles(day.events))
        return tag("div", {"class": "row loose"}, heading, rest)

    # --- a day --------------------------------------------------------------------------------------------------------

    def _day(self, day: Day) -> Markup:
        assert day.day is not None
        known = [self.entries[event.uid] for event in day.events]
        exact = [each for each in known if not each.near]
        near = [each for each in known if each.near]
        name = words(day.day.isoformat(), self.language, year=False)
        running = [each for each in self.ranges if self._runs(each, day.day)]
        return tag(
            "div",
            {"class": "row", "id": f"d{day.day.isoformat()}"},
            tag("h4", {"class": "dh"}, tag("b", None, name), tag("span", None, weekday(day.day, self.language))),
            tag(
                "div",
                {"class": "rest"},
                *self._lines(running, "", day.day),
                *self._observance(day.day, exact),
                *self._articles(each.event for each in exact),
                *(self._end(each) for each in self.ends.get(day.day, ())),
                self._around(name, near) if near else Markup(),
            ),
        )

    def _observance(self, day: date, exact: Iterable[Entry]) -> Iterator[Markup]:
        """The name of the day, where none of its events is that day itself."""
        name = self.named.get(day)
        if name and not any(observed(each.event) for each in exact):
            yield tag("p", {"class": "obs"}, name)

    @staticmethod
    def _runs(each: Entry, day: date) -> bool:
        return each.first is not None and each.last is not None and each.first <= day <= each.last

    def _lines(self, running: Iterable[Entry], extra: str, day: date | None = None) -> Iterator[Markup]:
        """A piece of the line of each range that goes on here."""
        for each in running:
            classes = ["lane", extra, f"l{self.lanes[each.event.uid]}"]
            classes += ["start"] if each.first == day else []
            classes += ["end"] if each.last == day else []
            yield tag("i", {"class": " ".join(filter(None, classes)), "data-of": each.anchor})

    def _end(self, each: Entry) -> Markup:
        spoken = script_of(self.numbered.get(dating(each.event).document))
        link = tag("a", {"href": f"#{each.anchor}", "lang": spoken}, title(each.event.title))
        return tag("p", {"class": "ends"}, self.say("page-ends"), link)

    def _articles(self, events: Iterable[Event], *, grouped: bool = False) -> Iterator[Markup]:
        for event in events:
            yield article(self.entries[event.uid], self.numbered, self.language, grouped=grouped)

    def _around(self, name: str, near: Sequence[Entry]) -> Markup:
        """The events that were about that day, by province, and what the documents say instead of a day."""
        written: dict[str, None] = {}
        for each in near:
            resolution = dating(each.event).resolution
            words = one_line(resolution.expression.text) if resolution else ""
            written[words] = None
        said = self.say("list-comma").join(in_quotes(words, self.language) for words in list(written)[:3] if words)
        row = "page-around-words" if said else "page-around"
        groups: dict[str, list[Entry]] = {}
        for each in near:
            groups.setdefault(each.region, []).append(each)
        parts = []
        for region, group in sorted(groups.items(), key=lambda row: -len(row[1])):
            label = tag("b", None, shortened(region, 12) or self.say("split-no-place"))
            inside = tag("div", None, *self._articles((each.event for each in group), grouped=True))
            parts.append(tag("div", {"class": "grp"}, label, inside))
        return tag("div", {"class": "around"}, tag("h5", None, self.say(row, date=name, words=said)), *parts)
