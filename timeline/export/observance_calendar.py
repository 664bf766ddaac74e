"""Observances and their days -> an iCalendar file: a yearly repetition where the rule is one, else an event each year.

Only a fixed day and a weekday of a month repeat. Everything else (the Chinese calendar, weeks, days counted from other
days) has no such rule, or one that clients read differently: each year has an event of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from timeline.calendars.observances import Held, rrule
from timeline.edtf import bounds
from timeline.export.dates import words
from timeline.export.ics import mark_as_free_day, new_calendar
from timeline.export.ledger import EPOCH
from timeline.export.observances import Listing, days_off, facts, number_words, span_words
from timeline.export.options import Options
from timeline.export.slots import LONGEST_BAR
from timeline.messages import say

if TYPE_CHECKING:
    from icalendar import Event as Component


def holds(listing: Listing) -> tuple[Held, ...]:
    """The occurrences that a calendar can show: of a plan only its years are known."""
    return tuple(held for held in listing.held if not _of_years(held))


def left_out(listing: Listing) -> tuple[str, ...]:
    """The names of the others."""
    return tuple(dict.fromkeys(held.entry.name for held in listing.held if _of_years(held)))


def _of_years(held: Held) -> bool:
    return "-" not in held.edtf.partition("/")[0]


class _Shown(NamedTuple):
    """An event to write: an occurrence, the rule by which it repeats, and its name for ever."""

    held: Held
    rule: str | None
    uid: str


def _events(listing: Listing) -> Iterator[_Shown]:
    """What is written: where an occurrence repeats by a rule, the later ones are not written again."""
    repeated = set()
    named: Counter[str] = Counter()
    for held in holds(listing):
        key, rule = held.entry.key, rrule(held.entry.key, held.first.year)
        if key in repeated:
            continue
        if rule:
            repeated.add(key)
        # Whatever the days turn out to be, so that a corrected day is an update; 腊八 may come twice in a year.
        name = key if rule else f"{key} {held.first.year} {held.ordinal or ''}"
        named[name] += 1
        again = f" {named[name]}" if named[name] > 1 else ""
        yield _Shown(held, rule, f"tl-{sha256(f'observance {name}{again}'.encode()).hexdigest()[:32]}@timeline.invalid")


def _summary(held: Held, rule: str | None, language: str) -> str:
    name = held.entry.english if language == "en" else held.entry.name
    number = "" if rule else number_words(held, language)
    if number:
        name += say(language, "bracketed", text=number)
    if (held.last - held.first).days >= LONGEST_BAR:
        name = say(language, "calendar-starts", title=name, date=words(held.edtf, language))
    return name


def _component(shown: _Shown, region: str, options: Options) -> Component:
    from icalendar import STATUS, TRANSP, vRecur
    from icalendar import Event as Component

    held, rule, uid = shown
    language = options.language
    long = (held.last - held.first).days >= LONGEST_BAR
    last = bounds(held.edtf.partition("/")[0])[1] if long else held.last
    changed = options.stamp or max(datetime.combine(held.first, time(0), UTC), EPOCH)
    lines = [*facts(held.entry, language), *filter(None, [days_off(held, language, region)])]
    made = Component.new(
        summary=_summary(held, rule, language),
        start=held.first,
        end=(last or held.last) + timedelta(days=1),
        uid=uid,
        stamp=changed,
        created=changed,
        last_modified=changed,
        sequence=0,
        description="\n".join(lines),
        categories=[say(language, "expression-observance")],
        status=STATUS.CONFIRMED,
        transparency=TRANSP.TRANSPARENT,
    )
    if rule:
        made.add("RRULE", vRecur.from_ical(rule))
    mark_as_free_day(made)
    made.add("X-TIMELINE-EDTF", held.edtf)
    return made


def render(listing: Listing, options: Options) -> bytes:
    """The calendar as bytes."""
    span = span_words(listing.span, options.language) if listing.span else ""
    title = say(options.language, "observances-title", span=span)
    calendar = new_calendar(title, say(options.language, "observances-description"))
    for shown in _events(listing):
        calendar.add_component(_component(shown, listing.region, options))
    return bytes(calendar.to_ical())
