"""`data/observances.toml`, `data/eras.toml` -> the catalogue: what observances and eras are called, and when they are.

The finder reads the names, the calendars read the rules; this module only hands both over and understands neither.

>>> entry = by_key()["quanguo-zhucanri"]
>>> entry.name, entry.rule, entry.first
('全国助残日', 'third sunday of may', 1991)
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from timeline.text.folding import fold


class Change(NamedTuple):
    """Another rule that held from year to year, both included; None is open."""

    first: int | None
    last: int | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One observance. Every name is folded, as the text is in which it is looked for."""

    key: str
    name: str  # the first of `names`, as people write it
    names: tuple[str, ...]
    called: Mapping[str, int]  # names that say the ordinal themselves: 二十大 is the 20th
    needs_context: frozenset[str]  # names that are common words or numerals: only with a neighbour that supports them
    english: str
    rule: str  # the grammar stands at the head of the data file
    changes: tuple[Change, ...]  # before or beside `rule`
    dates: Mapping[int, str]  # by year, where each year is announced
    editions: Mapping[int, str]  # by ordinal, where they do not simply count the years
    region: tuple[str, ...]  # CN, TW, HK, MO, CN-SH (a part of CN), UN, world
    since: int | None  # first year in which it was held
    until: int | None  # last year in which it was held
    first: int | None  # year of 第1次, where one a year is counted without a gap
    per_year: int  # 2: spring and autumn
    source: str
    unverified: bool
    examples: Mapping[str, str]  # year -> date or dates; 第N -> year. All are run by the tests


def _years(text: str) -> tuple[int | None, int | None]:
    """`1993..1995`, `..2002` or `2020`, as years."""
    left, dots, right = text.partition("..")
    return (int(left) if left else None, int(right) if right else None) if dots else (int(left), int(left))


class BlockError(ValueError):
    """A block of the data file without what every block has."""


_REQUIRED = frozenset(("key", "name", "english", "rule", "source", "examples"))


def read_block(row: Mapping[str, Any]) -> Entry:
    """One block of the data file as an entry."""
    if lacking := _REQUIRED.difference(row):
        raise BlockError(f"observances.toml: {row.get('key') or row.get('name')} lacks {', '.join(sorted(lacking))}")
    names = tuple(dict.fromkeys(map(fold, (row["name"], *row.get("aliases", ())))))
    wanted = row.get("needs_context", ())
    return Entry(
        key=row["key"],
        name=row["name"],
        names=names,
        called={fold(name): ordinal for name, ordinal in row.get("called", {}).items()},
        needs_context=frozenset(names if wanted is True else map(fold, wanted)),
        english=row["english"],
        rule=row["rule"],
        changes=tuple(Change(*_years(years), rule) for years, rule in row.get("changes", {}).items()),
        dates={int(year): text for year, text in row.get("dates", {}).items()},
        editions={int(number): text for number, text in row.get("editions", {}).items()},
        region=tuple(row.get("region", "CN").split(" ")),
        since=row.get("since", row.get("first")),
        until=row.get("until"),
        first=row.get("first"),
        per_year=row.get("per_year", 1),
        source=row["source"],
        unverified=row.get("unverified", False),
        examples=row["examples"],
    )


# The file is long and read at every start, and the reader of the standard library needs 30 ms for it. So it is written
# in the plainest TOML, a field a line, which is read here in a tenth of that; a test holds both readings equal.
_STRING = r"'([^']*)'|\"([^\"\\]*)\""
_STRINGS = re.compile(_STRING)
_PAIRS = re.compile(rf"(?:{_STRING}|([\w-]+)) = (?:{_STRING}|(\d+))")
_WHOLE = re.compile(rf"(?:{_STRING})|(\d+)|(true)|(false)|\[(.*)\]|\{{(.*)\}}")


def _value(text: str) -> Any:
    """A string, a number, a truth, a list of strings, or an inline table."""
    match = _WHOLE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    literal, quoted, number, true, false, items, pairs = match.groups()
    if literal is not None or quoted is not None:
        return literal if literal is not None else quoted
    if number or true or false:
        return int(number) if number else bool(true)
    if items is not None:
        return [one or other for one, other in _STRINGS.findall(items)]
    return {
        name or other or bare: int(figure) if figure else one or two
        for name, other, bare, one, two, figure in _PAIRS.findall(pairs)
    }


def read_blocks(text: str) -> list[dict[str, Any]]:
    """The blocks of the data file, as rows of fields."""
    rows: list[dict[str, Any]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line == "[[observance]]":
            rows.append({})
        elif line and not line.startswith("#"):
            field, _, value = line.partition(" = ")
            try:
                rows[-1][field] = _value(value)
            except (ValueError, IndexError):
                raise BlockError(f"observances.toml, line {number}: {line}") from None
    return rows


@cache
def load() -> tuple[Entry, ...]:
    """All entries, in the order of the file: the first of two that share a name is meant where nothing else decides."""
    text = resources.files("timeline").joinpath("data/observances.toml").read_text(encoding="utf-8")
    return tuple(map(read_block, read_blocks(text)))


@cache
def by_key() -> Mapping[str, Entry]:
    """The entries by their key."""
    return {entry.key: entry for entry in load()}


@cache
def by_name() -> Mapping[str, tuple[Entry, ...]]:
    """Folded name -> the entries that bear it, the likeliest first; names that say their ordinal are among them."""
    bearers: dict[str, list[Entry]] = {}
    for entry in load():
        for name in (*entry.names, *entry.called):
            bearers.setdefault(name, []).append(entry)
    return {name: tuple(entries) for name, entries in bearers.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Eras:
    """Counts of years by name; every name is folded."""

    counts: Mapping[str, int]  # 民国: the civil year is this and the number
    before: Mapping[str, int]  # 民国前: the civil year is this less the number
    reigns: Mapping[str, tuple[tuple[int, int], ...]]  # 光绪: first and last year; a title may come twice
    dynasties: Mapping[str, tuple[str, ...]]  # 清, which may stand before the title: its titles
    rules: Mapping[str, tuple[int, int]]  # 北宋: first and last year
    turning: Mapping[str, int]  # 建党: the year from which its anniversaries count

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of an era, without dynasties."""
        return (*self.before, *self.counts, *self.reigns)


@cache
def eras() -> Eras:
    """The counts of years that the documents use."""
    data = tomllib.loads(resources.files("timeline").joinpath("data/eras.toml").read_text(encoding="utf-8"))
    reigns: dict[str, tuple[tuple[int, int], ...]] = {}
    for titles in data["reigns"].values():
        for title, years in titles.items():
            pairs = years if isinstance(years[0], list) else [years]
            reigns[fold(title)] = tuple((first, last) for first, last in pairs)
    return Eras(
        counts={fold(name): year for name, year in data["count"].items()},
        before={fold(name): year for name, year in data["before"].items()},
        reigns=reigns,
        dynasties={fold(dynasty): tuple(map(fold, titles)) for dynasty, titles in data["reigns"].items()},
        rules={fold(dynasty): (first, last) for dynasty, (first, last) in data["dynasties"].items()},
        turning={fold(name): year for name, year in data["turning"].items()},
    )
