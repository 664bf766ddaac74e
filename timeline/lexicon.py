"""`data/words.toml` and the names of the catalogue -> the words that the finder knows, and the places where they stand.

>>> [(place, word.kind) for place, word in lexicon().start.finditer("到去年3月,昨天上午")]
[(1, 'relative_year'), (6, 'relative_day'), (8, 'part')]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from itertools import product
from typing import Any, NamedTuple

from timeline.catalogue import by_name, eras
from timeline.model import Anchor, Part, Section, Shift, Unit
from timeline.text.folding import fold

Fields = Mapping[str, Any]  # what a word says, as fields of a `Point`; `word` where it only has a grammar

WEEKDAY_SIGNS = ("一", "二", "三", "四", "五", "六", "日天")  # Monday first


class Word(NamedTuple):
    """A word of one kind, and what may follow it."""

    text: str
    kind: str
    value: Fields
    allowed: frozenset[str] | None = None  # nothing but these, a sign, or the end
    forbidden: frozenset[str] = frozenset()

    def fits(self, following: str) -> bool:
        """Whether it may stand before this character (nothing, at the end of a text)."""
        if self.allowed is not None:
            return following in self.allowed or not following.isalnum()
        return following not in self.forbidden


class Words:
    """Words to be found where a text is looked at, the longest first."""

    def __init__(self, words: Iterable[Word]) -> None:
        self.words = {word.text: word for word in words}
        by_first: dict[str, set[int]] = {}
        by_two: dict[str, set[int]] = {}
        for word in self.words.values():
            by_first.setdefault(word.text[0], set()).add(len(word.text))
            for key in [word.text[:2]] if len(word.text) > 1 else [word.text + sign for sign in word.allowed or ()]:
                by_two.setdefault(key, set()).add(len(word.text))
        self.by_first = {key: tuple(sorted(found, reverse=True)) for key, found in by_first.items()}
        self.last = frozenset(text[-1] for text in self.words)
        self.by_two = {key: tuple(sorted(found, reverse=True)) for key, found in by_two.items()}
        first, second = ({key[place] for key in by_two} for place in (0, 1))
        # A look at two characters, which the engine does for us: little else than words passes.
        self.scout = re.compile(f"[{re.escape(''.join(sorted(first)))}](?=[{re.escape(''.join(sorted(second)))}])")

    def at(self, text: str, position: int) -> Word | None:
        """The longest word that begins at `position`."""
        for length in self.by_first.get(text[position : position + 1], ()):
            word = self.words.get(text[position : position + length])
            if word and word.fits(text[position + length : position + length + 1]):
                return word
        return None

    def finditer(self, text: str) -> Iterator[tuple[int, Word]]:
        """The words with their places, from left to right; none begins inside another."""
        end, by_two, words = 0, self.by_two, self.words
        for match in self.scout.finditer(text):
            start = match.start()
            sizes = by_two.get(text[start : start + 2])
            if not sizes or start < end:
                continue
            for size in sizes:
                word = words.get(text[start : start + size])
                if word and word.fits(text[start + size : start + size + 1]):
                    end = start + size
                    yield start, word
                    break


class Lexicon(NamedTuple):
    """The words by the place they may take."""

    start: Words
    after: Words
    before: Words


# --- the notation of words.toml -------------------------------------------------------------------


def spellings(word: str) -> Iterator[str]:
    """All words that a notation with choices stands for.

    >>> list(spellings("(上|下)(个|)月"))
    ['上个月', '上月', '下个月', '下月']
    """
    pieces = [piece.split("|") if i % 2 else [piece] for i, piece in enumerate(re.split(r"\(([^()]+)\)", word))]
    return ("".join(choice) for choice in product(*pieces))


_SECTIONS = {section.value for section in Section}
_PARTS = {part.value for part in Part}
_NUMBERS = {
    "weekday": "weekday",
    "lunar_month": "month",
    "lunar_day": "day",
    "month": "month",
    "first_year": "year",
    "ordinal": "number",
    "zero_hour": "hour",
}


def _fields(kind: str, says: str, text: str) -> Fields:
    """What the left side of a line says, as fields."""
    if kind == "era":
        return {"era": text}
    if kind == "pair":
        pair_unit, first, last = says.split(" ")
        return {"pair": tuple(Shift(Unit(pair_unit), int(amount), Anchor.NOW) for amount in (first, last))}
    if kind == "epoch":
        year, month, day = says.split("-")
        return {"year": int(year), "month": int(month), "day": int(day)}
    if kind == "sexagenary":
        return {"sexagenary": text.removeprefix("农历")[:-1][:2]}
    if kind == "cycle_year":
        return {"sexagenary": text}
    if kind in ("lunar", "solar"):
        return {"lunar": True} if kind == "lunar" else {}
    if kind in _NUMBERS:
        return {_NUMBERS[kind]: int(says)} | ({"lunar": True} if kind.startswith("lunar") else {})
    if kind == "zone":
        return {"zone": text}
    unit, _, rest = says.partition(" ")
    if rest:
        amount, anchor, *narrower = rest.split(" ")
        shift = Shift(Unit(unit), int(amount), Anchor(anchor))
        return {"shift": shift, **(_fields("", narrower[0], "") if narrower else {})}
    if says in _SECTIONS and kind != "every":
        return {"section": Section(says)}
    if says in _PARTS:
        return {"part": Part(says)}
    return {"word": says if says != "word" else text}


def _words(kind: str, lines: Mapping[str, list[str]]) -> Iterator[Word]:
    for says, notations in lines.items():
        for notation in notations:
            match = re.fullmatch(r"(.+?)(?:([!?])([^!?]*))?", notation)
            assert match
            signs = frozenset(match[3] or "")
            if kind == "era":  # 至元 begins a year of an era, but not in 至元旦
                signs = _BEHIND_REIGN
            allowed = signs if match[2] == "?" or kind == "era" else None
            for text in map(fold, spellings(match[1])):
                yield Word(text, kind, _fields(kind, says, text), allowed, signs if allowed is None else frozenset())


_YEAR_NUMERALS = frozenset("0123456789〇零一二三四五六七八九十百廿卅元")


def _reigns() -> Iterator[Word]:
    """Reign titles, with their dynasty or without, before a count of years or 年间; dynasties before 时期."""
    known = eras()
    for dynasty, titles in known.dynasties.items():
        if dynasty not in _RULED_ELSEWHERE:
            great = ("大" + dynasty,) if len(dynasty) == 1 else ()
            leads = ("", dynasty, dynasty + "朝", dynasty + "代", *great, *_SHORT_OF.get(dynasty, ()))
            for lead, title in product(leads, titles):
                behind = _BEHIND_REIGN - {"年"} if lead + title == "至大" else _BEHIND_REIGN  # 至|大年初三
                yield Word(lead + title, "reign", {"era": title}, behind)
    for dynasty in known.rules:
        # “文革”期间: a time that is an event may stand in quotation marks
        for name in (dynasty + "朝", dynasty + "代") if len(dynasty) == 1 else (dynasty, f"“{dynasty}”"):
            yield Word(name, "dynasty", {"era": dynasty}, _BEHIND_DYNASTY)


_SHORT_OF = {"日本": ("日",)}  # 1945年(日昭和20年)
_RULED_ELSEWHERE = frozenset(("伪满",))  # 大同 is a city
_BEHIND_REIGN = _YEAR_NUMERALS | frozenset("年时初末中晚后在岁甲乙丙丁戊己庚辛壬癸")
_BEHIND_DYNASTY = frozenset("年时期初末中晚后以之")


def _weekdays_of(week: Word) -> Iterator[Word]:
    """上周 and 每周 with each weekday behind them."""
    kind = "every_weekday" if week.kind == "every" else week.kind + "day"
    for number, signs in enumerate(WEEKDAY_SIGNS):
        for sign in signs:
            forbidden = _OF_A_COUNT[kind] | (_BEHIND_SKY if sign == "天" else frozenset())
            yield Word(week.text + sign, kind, {**week.value, "weekday": number}, forbidden=forbidden)
        if week.kind != "every" and number < len(WEEKDAY_SIGNS) - 1:  # 下周3上午, but not 下周3天
            yield Word(f"{week.text}{number + 1}", kind, {**week.value, "weekday": number}, _BEHIND_FIGURE)


# 每周三次 says how often, 每周五天 how long; 上周三次 may be either.
_OF_A_COUNT = {"every_weekday": frozenset("次回天个小"), "relative_weekday": frozenset("次")}
_BEHIND_SKY = frozenset("气津然文")  # 本周天气
_BEHIND_FIGURE = frozenset("上下早晚中凌的和到至")


@cache
def _file() -> Mapping[str, Any]:
    text = resources.files("timeline").joinpath("data/words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def lexicon() -> Lexicon:
    """The words, read once."""
    places = {
        place: [word for kind, lines in _file()[place].items() for word in _words(kind, lines)]
        for place in ("start", "after", "before")
    }
    weeks = [
        word
        for word in places["start"]
        if word.kind == "relative_week" or word.value.get("word") in ("weekly", "other-week")
    ]
    start = [*_reigns(), *places["start"], *(word for week in weeks for word in _weekdays_of(week))]
    return Lexicon(Words(start), Words(places["after"]), Words(places["before"]))


# --- names of observances -------------------------------------------------------------------------


class Name(NamedTuple):
    """A name of an observance: what it names, and how much it needs beside it to be one.

    The kinds: `occasion` needs nothing; `weak_occasion` is a common word; `weather` too, and 期间 does not help it;
    `plan` is a numeral in quotation marks; of a `meeting` only its number or 期间 make a time.
    """

    key: str
    kind: str
    ordinal: int | None  # 二十大 says it itself
    numeral: bool  # made of numerals: never beside another numeral
    badges: frozenset[str] = frozenset()  # its own day in figures, which may stand before it: 三八, 5·12


_NUMERALS = frozenset("0123456789〇零一二三四五六七八九十·月")
# Names with signs, and what the grammar reads better than a list can: a window behind a name, a day of a lunar month.
_UNFIT = re.compile(
    r"[“”《》A-Za-z]|.(?:期间|时期|计划|规划|假期|到来|活动)$|^大?年初|^[正腊一二三四五六七八九十]{1,2}月(?:初|十|廿).+|^.$"
)


@cache
def names() -> Mapping[str, Name]:
    """Folded name -> what it names: the first entry of the catalogue that bears it."""
    found = {}
    sure, weather = (frozenset(_file()["names"][row]) for row in ("sure", "weather"))
    for text, entries in by_name().items():
        entry = entries[0]
        if _UNFIT.search(text):
            continue
        if text in weather:
            kind = "weather"
        elif entry.editions or text.isdecimal() or (text in entry.needs_context and text[-1] in "会考季运"):
            kind = "meeting"
        elif entry.rule.startswith("years"):
            kind = "plan"
        elif text in entry.needs_context and text not in sure:
            kind = "weak_occasion"
        else:
            kind = "occasion"
        found[text] = Name(entry.key, kind, entry.called.get(text), _NUMERALS.issuperset(text), _badges(entry.rule))
    return found


@cache
def _badges(rule: str) -> frozenset[str]:
    """How a fixed day is written as a name: 三八, 一二·四, 5·12, 315."""
    match = re.fullmatch(r"(\d\d)-(\d\d)", rule)
    if match is None:
        return frozenset()
    month, day = int(match[1]), int(match[2])
    figures = [("".join(_DIGITS[int(digit)] for digit in str(number)), _chinese(number)) for number in (month, day)]
    spelled = {left + dot + right for left in figures[0] for right in figures[1] for dot in ("", "·", ".")}
    return frozenset(spelled | {f"{month}{dot}{day}" for dot in ("", "·", ".")})


_DIGITS = "〇一二三四五六七八九"


def _chinese(number: int) -> str:
    """Up to 31: 十, 二十六."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十") + (_DIGITS[ones] if ones else "")


@cache
def name_endings() -> tuple[re.Pattern[str], Mapping[str, tuple[int, ...]]]:
    """A pattern for the last character of any name, and the lengths of the names by their last two characters.

    Names begin in hundreds of ways and end in few: so they are looked for from their ends.
    """
    lengths: dict[str, set[int]] = {}
    for text in names():
        lengths.setdefault(text[-2:], set()).add(len(text))
    last = "".join(sorted({ending[-1] for ending in lengths}))
    last_but_one = "".join(sorted({ending[0] for ending in lengths}))
    return (
        re.compile(f"[{re.escape(last)}](?<=[{re.escape(last_but_one)}].)"),
        {ending: tuple(sorted(found, reverse=True)) for ending, found in lengths.items()},
    )
