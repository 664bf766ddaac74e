"""What is typed after a command -> days, years, paths, formats; the options that several commands share.

>>> written_day("2022年5月底", 1), written_day("15 May 2022", 0), written_day("last friday", 0)
(datetime.date(2022, 5, 31), datetime.date(2022, 5, 15), None)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from timeline import world
from timeline.console import LANG, Option, say
from timeline.export.selection import Wish, searched
from timeline.messages import LANGUAGES
from timeline.messages import say as message
from timeline.model import Category
from timeline.read.files import BOUNDS, Bounds
from timeline.text.folding import fold

F = TypeVar("F", bound=Callable[..., Any])

_TODAY = "timeline.today"  # where --today leaves the day for --date
_BOUNDS = "timeline.bounds"  # where --include, --exclude, --max-size and --date-column leave what is to be read
_SOME_DAYS = (datetime(2000, 1, 1), datetime(2011, 6, 15))  # noqa: DTZ001  # no date of any document


def _bound(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    """An option that bounds what is read."""

    def keep(context: click.Context, parameter: click.Parameter, value: Any) -> None:
        if name == "size" and value is not None:
            value = _size(context, parameter, value)
        if name == "seconds" and value is not None:
            value = count(context, parameter, value)
        if value:
            context.meta[_BOUNDS] = replace(context.meta.get(_BOUNDS, BOUNDS), **{name: value})

    return keep


_UNITS = {"": 1, "k": 1000, "m": 1000**2, "g": 1000**3}


def _size(context: click.Context, parameter: click.Parameter, value: str) -> int:
    """A size in bytes: 500k, 20M, 1G, 1048576."""
    text = value.strip().lower().removesuffix("b").strip()
    number, unit = (text[:-1].strip(), text[-1:]) if text[-1:] in ("k", "m", "g") else (text, "")
    if not (number.isascii() and number.isdecimal() and len(number) < 10 and int(number)):
        raise click.BadParameter(say("usage-size", text=value), context, parameter)
    return int(number) * _UNITS[unit]


def bounds() -> Bounds:
    """What is to be read in this run, and what is too large."""
    context = click.get_current_context(silent=True)
    found: Bounds = context.meta.get(_BOUNDS, BOUNDS) if context else BOUNDS
    return found


def paths(function: F) -> F:
    """PATH..., read by `Run`."""
    return click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())(function)


def shared(*rows: str) -> Callable[[F], F]:
    """The options that several commands share, in the order given; each is a row of `_SHARED`."""

    def add(function: F) -> F:
        for row in reversed(rows):
            settings = dict(_SHARED[row])
            names = [f"--{row}", *filter(None, [settings.pop("name", None)])]
            function = click.option(*names, **{"cls": Option, "row": row, **settings})(function)
        return function

    return add


def completed(*names: str) -> Callable[[click.Context, click.Parameter, str], list[str]]:
    """Completes one of some names; where several stand between commas, the last of them."""

    def complete(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:  # noqa: ARG001
        before, comma, last = begun.rpartition(",")
        return [f"{before}{comma}{name}" for name in names if name.startswith(last)]

    return complete


def form(*names: str) -> Callable[[F], F]:
    """--format: the form of what is printed, the first of the names unless another is asked for."""

    def check(context: click.Context, parameter: click.Parameter, value: str) -> str:
        if value not in names:
            text = say("usage-format", name=value, names=", ".join(names))
            raise click.BadParameter(text, context, parameter)
        return value

    listed = {"names": ", ".join(names)}
    return click.option(
        "--format",
        "form",
        cls=Option,
        row="form",
        values=listed,
        default=names[0],
        callback=check,
        metavar="FORMAT",
        shell_complete=completed(*names),
    )


def wished(function: F) -> F:
    """The options that say what is asked for, as one `wish`."""

    @wraps(function)
    def gathered(
        *,
        start: date | None,
        end: date | None,
        during: tuple[date | None, date | None],
        words: tuple[str, ...],
        places: tuple[str, ...],
        kinds: tuple[Category, ...],
        strict: bool,
        **others: Any,
    ) -> Any:
        wish = Wish(start=start, end=end, during=during, words=words, places=places, kinds=kinds, strict=strict)
        return function(wish=wish, **others)

    return shared("from", "to", "during", "place", "kind", "search", "strict")(gathered)  # type: ignore[return-value]


def choice(row: str, values: type[StrEnum]) -> Callable[[F], F]:
    """An option that is one of a few words."""

    def check(context: click.Context, parameter: click.Parameter, value: str | None) -> StrEnum | None:
        if value is None or value in list(values):
            return None if value is None else values(value)
        raise click.BadParameter(say("usage-choice", name=value, names=", ".join(values)), context, parameter)

    names = tuple(values)
    return click.option(
        f"--{row}", cls=Option, row=row, callback=check, metavar="|".join(names), shell_complete=completed(*names)
    )


def output_folder(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """A folder to write to, which need not be there yet."""
    if Path(value).exists() and not Path(value).is_dir():
        raise click.BadParameter(say("usage-folder", path=value), context, parameter)
    return value


# --- days -------------------------------------------------------------------------------------------------------------


def _day(edge: int) -> Callable[[click.Context, click.Parameter, str | None], date | None]:
    """A day as people write it: 2022-05-01, 2022年5月, 上周五, last friday. Of a longer time its first or last day."""

    def read(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
        text = (value or "").strip()
        if not text:
            return None
        day = written_day(text, edge, context.params.get("today"))
        if day is not None:
            return day
        # Whatever some day makes a date of was understood, and only lacks the day that it counts from.
        relative = parameter.name != "today" and written_day(text, edge, _SOME_DAYS[0].date()) is not None
        raise click.BadParameter(say("usage-relative" if relative else "usage-date", text=text), context, parameter)

    return read


def written_day(text: str, edge: int, today: date | None = None) -> date | None:
    """The first (0) or last (1) day of a date in words; None where it is none, or counts from a day not given."""
    from timeline.edtf import bounds

    return bounds(text)[edge] or _chinese_day(text, edge, today) or _foreign_day(text, edge, today)


def _chinese_day(text: str, edge: int, today: date | None) -> date | None:
    """What the phrase means, where it is one expression as a whole."""
    from timeline.pipeline import interpret

    whole = [r for r in interpret(text, today) if r.expression.text == text]
    when = whole[0].when if whole else None
    return ((when.first or when.last) if edge == 0 else (when.last or when.first)) if when else None


def _foreign_day(text: str, edge: int, today: date | None) -> date | None:
    """A date in another language than Chinese: 15 May 2022, last friday, 15 mai 2022."""
    if any(sign > "\u2e7f" for sign in text):  # of Chinese dateparser reads too little, and some of that wrongly
        return None
    import dateparser

    side = ("first", "last")[edge]
    found = set()
    # Where no day is given to count from, only what is the same from any day is a date.
    for moment in (datetime.combine(today, time()),) if today else _SOME_DAYS:
        settings: Any = {"RELATIVE_BASE": moment, "PREFER_DAY_OF_MONTH": side, "PREFER_MONTH_OF_YEAR": side}
        read = dateparser.parse(text, settings=settings)
        found.add(read.date() if read else None)
    return found.pop() if len(found) == 1 else None


def _stretch(context: click.Context, parameter: click.Parameter, value: str | None) -> tuple[date | None, date | None]:
    """All of a time as people name it: 助残日期间, 2022年春节, last week."""
    first, last = (_day(edge)(context, parameter, value) for edge in (0, 1))
    return first, last


def _words(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The words that are looked for."""
    for value in values:
        if not searched(value):
            raise click.BadParameter(say("usage-words", text=value), context, parameter)
    return tuple(word for value in values for word in searched(value))


def reference_day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """The day of --date, else that of --today."""
    day: date | None = context.meta.get(_TODAY)
    if value is None:
        return day
    if day is not None:
        raise click.UsageError(say("usage-two-days"), context)
    return _day(0)(context, parameter, value)


def _clock_day(context: click.Context, parameter: click.Parameter, value: bool) -> None:  # noqa: ARG001
    """The one place where the machine's clock is asked, and only by --today."""
    if not value or context.resilient_parsing:
        return
    if context.params.get("today") is not None:
        raise click.UsageError(say("usage-two-days"), context)
    context.meta[_TODAY] = world.today()


def year(context: click.Context, parameter: click.Parameter, value: str | None) -> int | None:
    """A year in figures, with or without 年."""
    if value is None:
        return None
    text = value.removesuffix("年")
    if not (text.isascii() and text.isdecimal() and len(text) < 10 and 1 <= int(text) <= 9998):
        raise click.BadParameter(say("usage-year", text=value), context, parameter)
    return int(text)


def kinds(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[Category, ...]:
    """Kinds of events, by their name in either language."""
    named = {message(language, f"kind-{each}"): each for each in Category for language in LANGUAGES}
    named |= {each.value: each for each in Category}
    asked = {value: fold(value).strip().casefold() for value in values}
    for value, name in asked.items():
        if name not in named:
            names = ", ".join(say(f"kind-{each}") for each in Category)
            raise click.BadParameter(say("usage-choice", name=value, names=names), context, parameter)
    return tuple(named[name] for name in asked.values())


def _kind_names(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """The names of kinds that begin so, in either language; where nothing is begun, those of this run's."""
    names = [say(f"kind-{each}") for each in Category]
    if begun:
        names = [message(language, f"kind-{each}") for language in LANGUAGES for each in Category]
    return completed(*dict.fromkeys(names))(context, parameter, begun)


def count(context: click.Context, parameter: click.Parameter, value: str | None) -> int:
    """A number of things, one at least."""
    if not value or not (value.isascii() and value.isdecimal() and len(value) < 10 and int(value)):
        raise click.BadParameter(say("usage-number", text=value), context, parameter)
    return int(value)


def in_order(start: date | None, end: date | None) -> None:
    """Refuses a stretch that ends before it begins."""
    if start and end and start > end:
        raise click.UsageError(say("usage-order", start=start, end=end))


def stamp() -> datetime | None:
    """The time stamps of calendars, where SOURCE_DATE_EPOCH sets them."""
    text = world.source_date_epoch()
    if not text:
        return None
    try:
        return datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(say("usage-stamp", text=text)) from None


_SHARED: dict[str, dict[str, Any]] = {
    "from": {"name": "start", "callback": _day(0), "metavar": "DATE"},
    "to": {"name": "end", "callback": _day(1), "metavar": "DATE"},
    "during": {"callback": _stretch, "metavar": "TIME"},
    "search": {"name": "words", "multiple": True, "callback": _words, "metavar": "WORDS"},
    "place": {"name": "places", "multiple": True, "metavar": "PLACE"},
    "kind": {"name": "kinds", "multiple": True, "callback": kinds, "metavar": "KIND", "shell_complete": _kind_names},
    "year": {"callback": year, "metavar": "YEAR"},
    # Eager, since 上周五 in --from counts from that day.
    "date": {"name": "today", "callback": reference_day, "metavar": "DATE", "is_eager": True},
    "today": {"name": "clock_day", "callback": _clock_day, "is_flag": True, "is_eager": True, "expose_value": False},
    "all": {"name": "everything", "is_flag": True},
    "strict": {"is_flag": True},
    "ascii": {"name": "ascii_only", "is_flag": True},
    "decisions": {"metavar": "FILE", "type": click.Path()},
    "jobs": {"callback": count, "metavar": "NUMBER", "default": "1"},
    "no-pager": {"name": "in_one", "is_flag": True},
    "include": {"multiple": True, "callback": _bound("include"), "metavar": "GLOB", "expose_value": False},
    "exclude": {"multiple": True, "callback": _bound("exclude"), "metavar": "GLOB", "expose_value": False},
    "max-size": {"callback": _bound("size"), "metavar": "SIZE", "expose_value": False},
    "timeout": {"callback": _bound("seconds"), "metavar": "SECONDS", "expose_value": False},
    "date-column": {"callback": _bound("date_column"), "metavar": "NAME", "expose_value": False},
    "lang": {"expose_value": False, "shell_complete": completed(*LANGUAGES), **LANG},
}
