"""`timeline observances`: an observance by its name, or the observances of a year."""

from __future__ import annotations

from datetime import MAXYEAR, date
from difflib import get_close_matches
from typing import NamedTuple

import click

from timeline.calendars import observances
from timeline.calendars.observances import between
from timeline.catalogue import Entry, by_key, by_name, load
from timeline.commands.options import form, in_order, shared, stamp
from timeline.commands.options import year as checked_year
from timeline.console import DONE, FAILED, LANG, Command, Option, language_of_run, print_utf8, say, warn
from timeline.export import observance_calendar
from timeline.export.observances import Listing, json, plain, span_words
from timeline.export.options import Options
from timeline.model import Occasion
from timeline.pipeline import interpret
from timeline.text.folding import fold

_REGIONS = ("CN", "TW", "HK", "MO")
_EVERYWHERE = frozenset(("UN", "world"))
_SHORTEST_YEAR = 364
_LONGEST_SPAN = 200  # years; more is a slip, and would be printed


class Asked(NamedTuple):
    """What a NAME means: the entries that bear it, and the days of its number or year, where it has one."""

    entries: tuple[Entry, ...]
    span: tuple[date, date] | None = None


def _region(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    known = {place for entry in load() for place in entry.region} - _EVERYWHERE
    if value is not None and value not in known:
        shown = ", ".join((*_REGIONS, *sorted(known.difference(_REGIONS))))
        raise click.BadParameter(say("usage-region", name=value, names=shown), context, parameter)
    return value


def _held_in(region: str | None) -> tuple[Entry, ...]:
    """The entries of a region, of the country that it is a part of, and of the world."""
    if region is None:
        return load()
    places = {region, region.partition("-")[0]} | _EVERYWHERE
    return tuple(entry for entry in load() if places.intersection(entry.region))


def _asked(name: str, region: str | None, today: date | None) -> Asked | None:
    """A name of the catalogue, else a name with a number or a year, as the finder reads it in a text."""
    plain_name = fold(name).strip()
    bearers = by_name().get(plain_name, ())
    if plain_name in {called for entry in bearers for called in entry.called}:
        entry = bearers[0]
        return _numbered(entry, entry.called[plain_name])
    if bearers:
        chosen = observances.choose(plain_name, region.partition("-")[0]) if region else None
        return Asked((by_key()[chosen],) if chosen else bearers)
    for resolution in interpret(name, today):
        value, when = resolution.expression.value, resolution.when
        if isinstance(value, Occasion) and resolution.expression.text == name:
            entry = by_key()[value.key]
            if value.ordinal is not None:
                return _numbered(entry, value.ordinal)
            days = (when.first, when.last) if when else (None, None)
            return Asked((entry,), (days[0], days[1]) if days[0] and days[1] else None)
    return None


def _numbered(entry: Entry, ordinal: int) -> Asked:
    year = observances.year_of(entry.key, ordinal)
    held = [one for one in between([entry], *_year_span(year)) if one.ordinal == ordinal] if year else []
    if not held:
        raise LookupError(say("observance-no-ordinal", name=entry.name, ordinal=ordinal))
    return Asked((entry,), (held[0].first, held[0].last))


def _unknown(name: str) -> str:
    """The line for a name that nobody bears, with those that are like it."""
    wanted = fold(name)
    inside = [known for known in by_name() if wanted.strip() and wanted in known]
    near = inside or get_close_matches(wanted, by_name(), n=5, cutoff=0.5)
    row = "observance-near" if near else "observance-unknown"
    return say(row, name=name, names=say("list-comma").join(near[:5]))


def _year_span(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _span(year: int | None, start: date | None, end: date | None, today: date | None) -> tuple[date, date] | None:
    """The days that were asked for: a year or a part of it, else a stretch, else the year of --today."""
    in_order(start, end)
    if year is None and start and end:
        if end.year - start.year > _LONGEST_SPAN or end.year >= MAXYEAR:
            raise click.UsageError(say("usage-span", count=_LONGEST_SPAN))
        return start, end
    year = year or (today.year if today and not (start or end) else None)
    if year is None:
        if start or end:
            raise click.UsageError(say("usage-both-ends"))
        return None
    first, last = _year_span(year)
    return max(first, start or first), min(last, end or last)


@click.command("observances", cls=Command)
@click.argument("name", required=False)
@click.option("--year", cls=Option, row="observed-year", callback=checked_year, metavar="YEAR")
@click.option("--region", cls=Option, row="region", callback=_region, metavar="REGION")
@shared("from", "to", "date", "today")
@form("text", "ics", "json")
@click.option("--lang", "language", **LANG)
def command(
    name: str | None,
    year: int | None,
    region: str | None,
    start: date | None,
    end: date | None,
    today: date | None,
    form: str,
    language: str | None,
) -> int:
    """Prints one observance, or those of a stretch of time."""
    span = _span(year, start, end, today)
    entries = _held_in(region)
    if name is not None:
        try:
            asked = _asked(name, region, today)
        except LookupError as error:
            warn(str(error.args[0]))
            return FAILED
        if asked is None:
            warn(_unknown(name))
            return FAILED
        entries, span = asked.entries, asked.span or span
    held = between(entries, *span) if span else ()
    if name is None and span and (span[1] - span[0]).days < _SHORTEST_YEAR:
        held = tuple(one for one in held if not one.edtf.isdecimal())  # held some time that year, on days not known
    listing = Listing(entries, held, span, named=name is not None, region=(region or "CN").partition("-")[0])
    return _printed(listing, form, language)


def _printed(listing: Listing, form: str, language: str | None) -> int:
    if form == "ics":
        return _calendar(listing, Options(language=language or "zh", stamp=stamp()))
    write = json if form == "json" else plain
    print_utf8(write(listing, language_of_run()))
    if listing.named and listing.span is None:
        warn(say("observance-no-year"))
    return DONE if listing.held or not listing.span else FAILED


def _calendar(listing: Listing, options: Options) -> int:
    """The calendar on standard output; what it cannot hold is said."""
    if listing.span is None:
        raise click.UsageError(say("usage-calendar-year"))
    if names := observance_calendar.left_out(listing):
        warn(say("left-out", reasons=say("list-comma").join(names)))
    if not observance_calendar.holds(listing):
        warn(say("observance-none", span=span_words(listing.span, language_of_run())))
        return FAILED
    click.echo(observance_calendar.render(listing, options), nl=False)
    return DONE
