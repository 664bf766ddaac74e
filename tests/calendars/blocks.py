"""A block of `data/observances.toml` -> what is wrong with it, in words that whoever wrote it can act on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from timeline.calendars import rules
from timeline.lexicon import lexicon
from timeline.text.folding import fold

REQUIRED = ("key", "name", "english", "rule", "source", "examples")
OPTIONAL = (
    "aliases", "called", "needs_context", "changes", "dates", "editions", "region", "since", "until", "first",
    "per_year", "unverified",
)  # fmt: skip
REGIONS = re.compile(r"(?:CN(?:-[A-Z]{2})?|TW|HK|MO|UN|world)(?: (?:CN(?:-[A-Z]{2})?|TW|HK|MO|UN|world))*")

# Short or frequent, and yet nobody uses them for anything else.
PLAIN = frozenset(
    "元旦 除夕 春节 佛诞 孔诞 国庆 国庆节 国庆日 七夕 腊八 寒假 暑假 暑期 年卅 圣诞节 元宵节 清明节 中秋节 端午节"
    " 十一届三中全会 618 第一学期 第二学期 上学期 下学期 秋季学期 春季学期".split()
)
_WINDOW = re.compile(r"(?:期间|假期|长假|前夕|活动)$")
_ORDINAL = re.compile(r"第[一二三四五六七八九十\d]+[次届]")
_NUMERAL = re.compile(r"[〇零一二三四五六七八九十\d·]+")
_FREQUENT = 100  # in jieba's dictionary: 春节 has 1289, 助残日 3


@cache
def _frequent() -> frozenset[str]:
    """The words of jieba's dictionary that everybody uses."""
    lines = resources.files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for word, count, *_ in (line.split(" ") for line in lines) if int(count) >= _FREQUENT)


def faults(row: Mapping[str, Any], keys: Sequence[str]) -> list[str]:
    """Everything that is wrong with one block; `keys` are those of all blocks."""
    key = row.get("key") or row.get("name") or "a block without key and name"
    lacking = [field for field in REQUIRED if not row.get(field)]
    unknown = sorted(row.keys() - {*REQUIRED, *OPTIONAL})
    found = [f"lacks {field}" for field in lacking] + [f"has an unknown field {field}" for field in unknown]
    if not lacking:
        found += [*_of_key(row, keys), *_of_names(row), *_of_rule(row, keys), *_of_examples(row)]
    return [f"{key}: {fault}" for fault in found]


def _of_key(row: Mapping[str, Any], keys: Sequence[str]) -> Iterator[str]:
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", row["key"]):
        yield "the key is small letters, figures and hyphens"
    if keys.count(row["key"]) > 1:
        yield "another block has the same key"
    if not REGIONS.fullmatch(row.get("region", "CN")):
        yield f"no such region: {row['region']}"
    if len(row["source"]) < 2:
        yield "the source names a law, a decision, the body that holds it, or a page"


def _of_names(row: Mapping[str, Any]) -> Iterator[str]:
    names = [row["name"], *row.get("aliases", ())]
    wanted = row.get("needs_context", ())
    for name in {name for name in names if names.count(name) > 1}:
        yield f"{name} stands twice"
    for name in (*names, *row.get("called", {})):
        if fold(name) != name:
            yield f"{name} is written {fold(name)} here: simplified and half width, the text is folded"
        if _WINDOW.search(name):
            yield f"{name} ends in a word that the finder reads beside any name: leave it out"
        common = len(name) <= 2 or name in _frequent() or name in lexicon().start.words or _NUMERAL.fullmatch(name)
        if common and name not in PLAIN and wanted is not True and name not in wanted:
            yield f"{name} is a common word or a numeral: put it into needs_context"
    for name in names:
        if _ORDINAL.search(name):
            yield f"{name} has an ordinal: leave it out, or put the name into called with its number"
    if wanted is not True:
        for name in set(wanted).difference(names, row.get("called", {})):
            yield f"{name} in needs_context is none of its names"


def _of_rule(row: Mapping[str, Any], keys: Sequence[str]) -> Iterator[str]:
    parts = row["rule"].split(" and ")
    if len(parts) != row.get("per_year", 1):
        yield f"its rule has {len(parts)} parts, per_year says {row.get('per_year', 1)}"
    for rule in (*parts, *(part for other in row.get("changes", {}).values() for part in other.split(" and "))):
        name, space, rest = rule.partition(" ")
        if rule == "dates":
            if not row.get("dates") and not row.get("first"):
                yield "rule 'dates' wants a table of dates, or first"
        elif rule == "editions":
            if not row.get("editions"):
                yield "rule 'editions' wants a table of editions"
        else:
            plain = f"01-01{space}{rest}" if name in keys else rule
            try:
                readable = rules.days(plain, 2024) is not None or rules.parts(plain).name in (
                    "lunar",
                    "once",
                    "weekday",
                )
            except (rules.UnknownRuleError, ValueError):
                readable = False
            if not readable:
                yield f"no such rule: {rule} (docs/observances.md shows the forms)"


def _of_examples(row: Mapping[str, Any]) -> Iterator[str]:
    for asked in row["examples"]:
        if not re.fullmatch(r"\d{4}|第\d+次", asked):
            yield f"an example is a year or 第N次 with N in figures, not {asked}"
