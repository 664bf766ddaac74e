"""A number -> a document that nobody should have written: grown from a grammar, always the same for the same number.

The grammar stands in `grammar.txt`. A symbol is one of its rows; a row is a few symbols one behind the other; whatever
is no symbol is written as it stands, or made by a function of chance (`_MADE`): dates that nearly are, digits without
end, quotation marks in each other, characters of every plane, and what is sent to break calendars, pages and sheets.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from tests.security.attacks import ATTACKS
from timeline.find import phrases
from timeline.find.damaged import DAMAGES
from timeline.find.traps import TRAPS

LARGE = 2_500  # each so many documents one is a single line of ten megabytes
LARGE_BYTES = 10_000_000
_DEEPEST = 40  # symbols within each other
_LONGEST = 6_000  # characters, from which on the shortest row of each symbol is taken

_FILE = Path(__file__).with_name("grammar.txt")


def _read() -> Mapping[str, list[list[str]]]:
    """The rows of each symbol; a line that is set in goes on from the one above it."""
    text = re.sub(r"\n +", " ", _FILE.read_text(encoding="utf-8"))
    lines = [line.split(" = ", 1) for line in text.splitlines() if line and not line.startswith("#")]
    return {symbol: [row.replace("¦", " ¦ ").split() for row in rows.split(" | ")] for symbol, rows in lines}


_ROWS = _read()
_PLANES = (
    *((0x20, 0x7E), (0x80, 0x2FF), (0x300, 0x36F), (0x590, 0x6FF), (0x900, 0x97F), (0x2000, 0x206F), (0x2E80, 0x33FF)),
    *((0x4E00, 0x9FFF), (0xAC00, 0xD7FF), (0xE000, 0xF8FF), (0xFB50, 0xFDFF), (0xFE00, 0xFEFF), (0xFF00, 0xFFFF)),
    *((plane << 16, (plane << 16) + 0xFFFF) for plane in range(1, 17)),
)
_CONTROLS = [
    *map(chr, range(0x20)),
    "\x7f",
    *map(chr, range(0x80, 0xA0)),
    *"\u2028\u2029\ufeff\u200b\u200d\u00ad\ufffe\uffff",
]
_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
_ODD = "٣٤٥۶۷०१२๓๔²³¹①⑳㉛㊗Ⅳⅻ𝟐𝟎𝟤𝟬½⅓〡〢〣㋀㏢㏠零○◯Ｏ"
_HAN = "〇零一二三四五六七八九十百千万亿两廿卅卌壹贰叁肆伍陆柒捌玖拾元正腊闰初"


def _sign(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.15:
        return chance.choice(_CONTROLS)
    if kind < 0.25:
        return chance.choice(_BIDI)
    if kind < 0.32:
        return chr(chance.randint(0xD800, 0xDFFF))
    return chr(chance.randint(*chance.choice(_PLANES)))


def _soup(chance: random.Random) -> str:
    return "".join(_sign(chance) for _ in range(chance.choice((1, 3, 10, 40))))


def _digits(chance: random.Random) -> str:
    return "".join(
        chance.choices(chance.choice(("0123456789", "０１２３", "9", "0", _ODD)), k=chance.choice((1, 4, 9, 300, 3000)))
    )


def _han(chance: random.Random) -> str:
    return "".join(chance.choices(_HAN, k=chance.choice((1, 2, 4, 60))))


def _nest(chance: random.Random) -> str:
    depth = chance.choice((3, 30, 600))
    marks = [chance.choice(("“”", "「」", "（）", "《》", "()", "[]", "‘’", "{}")) for _ in range(depth)]
    closed = chance.choice((depth, depth - 1, 0))
    return "".join(mark[0] for mark in marks) + "5月5日" + "".join(mark[1] for mark in reversed(marks[:closed]))


@cache
def _examples() -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for phrase in phrases() for text in phrase.examples))


@cache
def _sentences() -> tuple[str, ...]:
    return (*(trap.trap for trap in TRAPS), *(damage.damaged for damage in DAMAGES))


def _broken(chance: random.Random) -> str:
    """An example of the tables, cut, doubled, or with a sign put in."""
    text = chance.choice(_examples())
    at = chance.randrange(len(text) + 1)
    return chance.choice((text[:at], text[at:], text * 2, text[:at] + _sign(chance) + text[at:], text[::-1]))


def _damaged(chance: random.Random) -> str:
    """A sentence of the tables with a few signs lost, doubled or changed."""
    text = list(chance.choice(_sentences()))
    for _ in range(chance.choice((0, 1, 3))):
        text[chance.randrange(len(text))] = chance.choice(("", _sign(chance), chance.choice(text), "\n"))
    return "".join(text)


_UNITS = (
    "5月12日",
    "1234567890",
    "年",
    "第第1",
    "“（",
    "日月年",
    "每周一、",
    "1.",
    "\u202e",
    "\U0001f600",
    "甲 ",
    "，",
    "一、",
)


def _endless(chance: random.Random) -> str:
    """One thing again and again without a line's end."""
    unit = chance.choice((*_UNITS, _broken(chance) or "年", chance.choice(_sentences())))
    return unit * (chance.choice((50, 400, 2_000)) // len(unit) + 1)


_MADE: Mapping[str, Callable[[random.Random], str]] = {
    "↵": lambda chance: chance.choice(("\n", "\n", "\n", "\r\n", "\r", "\x0b", "\x0c", "\u2028", "\x85")),
    "¦": lambda _: "|",
    "space": lambda chance: chance.choice((" ", " ", "\u3000", "\t", "\u00a0", "", "\u200b")),
    "four": lambda chance: str(chance.randint(1000, 2999)),
    "small": lambda chance: str(chance.randint(1, 31)),
    "digits": _digits,
    "han": _han,
    "odd": lambda chance: "".join(chance.choices(_ODD, k=2)),
    "soup": _soup,
    "nest": _nest,
    "example": lambda chance: chance.choice(_examples()),
    "broken": _broken,
    "damaged": _damaged,
    "endless": _endless,
    "attack": lambda chance: chance.choice(ATTACKS).text,
}


def _grown(chance: random.Random) -> str:
    """What the grammar makes of `document`, from left to right, without recursion of Python's own."""
    made: list[str] = []
    length = 0
    waiting = [("document", 0)]
    while waiting:
        symbol, depth = waiting.pop()
        if symbol in _ROWS:
            rows = _ROWS[symbol]
            tired = depth > _DEEPEST or length > _LONGEST
            row = min(rows, key=len) if tired else chance.choice(rows)
            waiting.extend((part, depth + 1) for part in reversed(row))
            continue
        text = _MADE[symbol](chance) if symbol in _MADE else symbol
        length += len(text)
        made.append(text)
    return "".join(made)


def large(number: int) -> str:
    """One line of ten megabytes."""
    chance = random.Random(number)
    unit = _UNITS[number // LARGE % len(_UNITS)] + chance.choice(
        ("", "，大家都来了。", "x", "\n" if chance.random() < 0.1 else "")
    )
    return unit * (LARGE_BYTES // len(unit.encode()))


def grown(number: int) -> str:
    """The document of that number, as far as it is no ten megabytes."""
    return _grown(random.Random(number))


def document(number: int) -> str:
    """The document of that number."""
    return large(number) if number % LARGE == LARGE - 1 else grown(number)
