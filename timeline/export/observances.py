"""Entries of the catalogue and their days -> text and JSON: what, when, which one, by what rule and by whose word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from timeline.calendars import lunar, statutory, terms
from timeline.calendars.observances import Held, rule_of
from timeline.catalogue import Change, Entry
from timeline.edtf import interval
from timeline.export.dates import weekday, words
from timeline.export.json import text as json_text
from timeline.export.rule_words import rule_words
from timeline.layout import columns
from timeline.messages import say

_DATE_COLUMNS = 22  # 2022-05-09/2022-05-15, and a space


class Listing(NamedTuple):
    """What was asked of the catalogue: entries, and each time they are held in the years asked for."""

    entries: tuple[Entry, ...]
    held: tuple[Held, ...]
    span: tuple[date, date] | None  # None: no year was asked for
    named: bool  # a name was asked for: everything is said of each entry
    region: str = "CN"  # whose days off are told


# --- words ------------------------------------------------------------------------------------------------------------


def number_words(held: Held, language: str) -> str:
    """第33次, 巴黎奥运会; empty where they are not counted."""
    if held.ordinal is None:
        return ""
    own = next((name for name, number in held.entry.called.items() if number == held.ordinal), "")
    row = "observance-edition" if held.entry.editions else "observance-number"
    return own or say(language, row, ordinal=held.ordinal)


def span_words(span: tuple[date, date], language: str) -> str:
    """The stretch that was asked for: whole years as years."""
    first, last = span
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return words(interval(f"{first.year:04d}", f"{last.year:04d}"), language)
    return words(interval(first.isoformat(), last.isoformat()), language)


def days_off(held: Held, language: str, region: str = "CN") -> str:
    """The days off around a public holiday and the days worked for them; empty for other days."""
    key, year = held.entry.key, held.first.year
    if year < statutory.FIRST_YEAR or (region == "CN" and key not in statutory.KEYS):
        return ""
    if not statutory.announced(year, region):
        return say(language, "observance-unannounced") if key in statutory.KEYS else ""
    off = statutory.holiday(key, year, region)
    if off is None:
        return ""
    said = [say(language, "observance-off", days=words(interval(*map(date.isoformat, off)), language))]
    if worked := statutory.working_days(key, year, region):
        days = say(language, "list-comma").join(words(day.isoformat(), language) for day in worked)
        said.append(say(language, "observance-worked", days=days))
    return say(language, "part-of-summary").join(said)


def facts(entry: Entry, language: str) -> Iterator[str]:
    """Everything that the catalogue says of an entry but its names; a line each."""
    yield say(language, "observance-rule", rule=rule_words(entry.rule, language))
    for change in entry.changes:
        rule = rule_words(change.rule, language)
        yield say(language, "observance-rule-then", years=_years(change, language), rule=rule)
    if entry.since:
        yield say(language, "observance-since", year=entry.since)
    if entry.until:
        yield say(language, "observance-ended", year=entry.until)
    if entry.first and entry.first != entry.since:
        yield say(language, "observance-counted", year=entry.first)
    places = (say(language, f"region-{place}") if "-" not in place else place for place in entry.region)
    yield say(language, "observance-region", places=say(language, "list-comma").join(places))
    source = say(language, "observance-unverified", source=entry.source) if entry.unverified else entry.source
    yield say(language, "observance-source", source=source)


def _years(change: Change, language: str) -> str:
    if change.first is None:
        return say(language, "observance-until", last=change.last)
    if change.last is None:
        return words(f"{change.first:04d}/..", language)
    return words(interval(f"{change.first:04d}", f"{change.last:04d}"), language)


# --- text -------------------------------------------------------------------------------------------------------------


def _card(entry: Entry, listing: Listing, language: str) -> Iterator[str]:
    """All of one entry, and its days."""
    yield say(language, "observance-name", name=entry.name, english=entry.english)
    if aliases := [name for name in entry.names if name != entry.name]:
        yield "  " + say(language, "observance-aliases", names=say(language, "list-comma").join(aliases))
    yield from (f"  {line}" for line in facts(entry, language))
    held = [one for one in listing.held if one.entry is entry]
    for one in held:
        day = weekday(one.first, language) if one.first == one.last else ""
        said = filter(None, (words(one.edtf, language), day, number_words(one, language)))
        yield f"  {one.edtf} = {say(language, 'clause-comma').join(said)}"
        if off := days_off(one, language, listing.region):
            yield f"    {off}"
    if listing.span and not held:
        yield "  " + _none(entry, listing.span, language)


def _none(entry: Entry, span: tuple[date, date], language: str) -> str:
    """Why it has no day in a stretch: it did not exist yet, or no longer, or its days are not known."""
    asked = span_words(span, language)
    if entry.since and span[1].year < entry.since:
        return say(language, "observance-not-yet", span=asked, year=entry.since)
    if entry.until and span[0].year > entry.until:
        return say(language, "observance-no-more", span=asked, year=entry.until)
    known = _tables(entry)
    if known and not known[0] <= span[0].year <= known[1]:
        return say(language, "observance-no-table", span=asked, first=known[0], last=known[1])
    return say(language, "observance-none", span=asked)


def _tables(entry: Entry) -> tuple[int, int] | None:
    """The first and last year of the tables of the Chinese calendar or of the solar terms that tell its days."""
    rule = rule_of(entry.rule, lunar.LAST_YEAR).removeprefix("previous ").partition(" ")[0]
    if rule == "lunar":
        return lunar.FIRST_YEAR, lunar.LAST_YEAR
    return (terms.FIRST_YEAR, terms.LAST_YEAR) if rule in ("term", "heat") else None


def _days(listing: Listing, language: str) -> Iterator[str]:
    """The days of a stretch of time, in order."""
    for one in listing.held:
        day = weekday(one.first, language) if one.first == one.last else ""
        name = say(language, "observance-name", name=one.entry.name, english=one.entry.english)
        unknown = say(language, "observance-days-unknown") if one.edtf.isdecimal() else ""
        said = [
            name if language == "en" else one.entry.name,
            number_words(one, language),
            unknown,
            days_off(one, language, listing.region),
        ]
        space = " " * (_DATE_COLUMNS - len(one.edtf))
        gap = " " * (10 - columns(day))
        yield f"{one.edtf}{space}{day}{gap}{say(language, 'clause-comma').join(filter(None, said))}"


def _names(listing: Listing, language: str) -> Iterator[str]:
    """The names alone, each with its rule."""
    for entry in listing.entries:
        name = say(language, "observance-name", name=entry.name, english=entry.english)
        yield say(language, "observance-rule-then", years=name, rule=rule_words(entry.rule, language))


def plain(listing: Listing, language: str) -> str:
    """The listing as text."""
    if listing.named:
        cards = ("\n".join(_card(entry, listing, language)) for entry in listing.entries)
        return "\n\n".join(cards) + "\n"
    lines = _days(listing, language) if listing.span else _names(listing, language)
    return "\n".join(lines) + "\n"


# --- JSON -------------------------------------------------------------------------------------------------------------


def _held_object(held: Held, region: str) -> dict[str, Any]:
    key, year = held.entry.key, held.first.year
    off = statutory.holiday(key, year, region)
    return {
        "edtf": held.edtf,
        "first": held.first.isoformat(),
        "last": held.last.isoformat(),
        "ordinal": held.ordinal,
        "days_off": [day.isoformat() for day in off] if off else None,
        "working_days": [day.isoformat() for day in statutory.working_days(key, year, region)],
    }


def json(listing: Listing, language: str) -> str:
    """The listing for programs: each entry with what is known of it and with its days."""
    entries = []
    for entry in listing.entries:
        held = [_held_object(one, listing.region) for one in listing.held if one.entry is entry]
        if listing.span and not held and not listing.named:
            continue
        entries.append(
            {
                "key": entry.key,
                "name": entry.name,
                "names": list(entry.names),
                "english": entry.english,
                "rule": entry.rule,
                "rule_in_words": rule_words(entry.rule, language),
                "changes": [{"first": c.first, "last": c.last, "rule": c.rule} for c in entry.changes],
                "region": list(entry.region),
                "since": entry.since,
                "until": entry.until,
                "number_1_in": entry.first,
                "source": entry.source,
                "verified": not entry.unverified,
                "days": held,
            }
        )
    return json_text({"observances": entries})
