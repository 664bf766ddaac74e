"""A month -> its days to scale: how many events each has, which ranges run through it."""

from __future__ import annotations

import calendar
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from timeline.export.dates import weekday, words
from timeline.export.html.entries import Entry, Extent, observed
from timeline.export.html.markup import Markup, tag
from timeline.export.wording import date_words, kind_name, one_line, shortened
from timeline.messages import say
from timeline.model import Weight

_BARS = 8
_SHORT = 5  # days: a bar that is too short for its words has them behind it


def glance(
    first: date,
    of_month: Iterable[Entry],
    ranges: Iterable[Entry],
    shown: Collection[date | None],
    named: Mapping[date, str],
    language: str,
) -> Markup:
    """The picture; each day that the list shows is a link to it."""
    length = calendar.monthrange(first.year, first.month)[1]
    last = first.replace(day=length)
    counts: dict[date, tuple[int, int]] = {}
    for each in of_month:
        if each.first and each.extent in (Extent.DAY, Extent.RANGE) and each.event.weight is Weight.CORE:
            exact, near = counts.get(each.first, (0, 0))
            if not observed(each.event):
                counts[each.first] = (exact + (not each.near), near + each.near)
    days = (first.replace(day=number) for number in range(1, length + 1))
    cells = [_day(day, counts.get(day, (0, 0)), day in shown, named.get(day, ""), language) for day in days]
    running = [each for each in ranges if each.first and each.last and each.first <= last and first <= each.last]
    running.sort(key=lambda each: (each.first, each.last, each.event.uid))
    bars = (_bar(each, row, first, last, language) for row, each in enumerate(running[:_BARS], start=2))
    month = words(first.isoformat()[:7], language)
    return tag("nav", {"class": "rib", "aria-label": say(language, "page-glance", month=month)}, *cells, *bars)


def _day(day: date, count: tuple[int, int], linked: bool, name: str, language: str) -> Markup:
    classes = ["d", f"c{day.day}", *(["we"] if day.weekday() > 4 else []), *(["ob"] if name else [])]
    number = str(day.day)
    if not linked:
        thin = {} if day.day == 1 or day.day % 5 == 0 else {"class": "thin"}
        return tag("span", {"class": " ".join(classes), "aria-hidden": "true"}, tag("span", thin, number))
    return tag(
        "a",
        {"class": " ".join(classes), "href": f"#d{day.isoformat()}"},
        tag("span", {"class": "sr"}, " ".join(filter(None, _spoken(day, count, name, language)))),
        tag("span", {"class": "v", "aria-hidden": "true"}, number),
        tag("u", {"aria-hidden": "true"}, str(count[0])) if count[0] else Markup(),
        tag("u", {"class": "hollow", "aria-hidden": "true"}, str(count[1])) if count[1] else Markup(),
    )


def _spoken(day: date, count: tuple[int, int], name: str, language: str) -> Iterator[str]:
    date = words(day.isoformat(), language, year=False)
    yield say(language, "heading-day", date=date, weekday=weekday(day, language))
    yield name
    if count[0]:
        yield say(language, "count-events", count=count[0])
    if count[1]:
        yield say(language, "page-near-count", count=count[1])


def _bar(each: Entry, row: int, first: date, last: date, language: str) -> Markup:
    assert each.first is not None
    assert each.last is not None
    start = each.first.day if each.first >= first else 1
    end = each.last.day if each.last <= last else last.day
    classes = ["b", f"s{start}", f"t{end}", f"r{row}"]
    classes += ["from"] if each.first < first else []
    classes += ["to"] if each.last > last else []
    classes += ["late"] if start > 24 else ["short"] if end - start < _SHORT else []
    label = f"{shortened(each.region, 8)} {kind_name(each.event, language)}".strip()
    title = f"{one_line(each.event.title)} {date_words(each.event, language)}"
    return tag(
        "a",
        {"class": " ".join(classes), "href": f"#{each.anchor}"},
        tag("span", {"class": "sr"}, title),
        tag("span", {"class": "v", "aria-hidden": "true"}, label),
    )
