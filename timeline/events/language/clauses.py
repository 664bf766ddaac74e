"""A block -> its sentences and clauses: where one thought ends and the next begins.

Stops inside quotation marks, titles and brackets divide nothing; an opening mark that is never closed is none.

>>> text = "5月9日,中心举办“听力,你我他”讲座;5月10日,残联走访。"
>>> [[clause.of(text) for clause in sentence.clauses] for sentence in sentences(text, Span(0, len(text)))]
[['5月9日', '中心举办“听力,你我他”讲座'], ['5月10日', '残联走访']]
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from timeline.model import Span

_SIGN = re.compile(r"[,;:。!?…“”《》()<>]|(?<=[一-鿿”)》])\.(?= [一-鿿“《(\d]| ?$| ?\n)")
_OPENING = {"“": "”", "《": "》", "(": ")", "<": ">"}
_CLOSING = frozenset(_OPENING.values())
_MARK = re.compile(r"[“”《》()<>]")
# What somebody says, with a stop of its own, is read as sentences; a name or a slogan is not.
_SPEECH = re.compile(r"[。!?…][^”]{4}|,[^”]{4,}[。!?]”")
_NAMED = re.compile(r"“[^“”,。…]{2,20}[?!]”")  # “上帝?教会?我在哪里?”: what a talk is called
# No stop stands between it and the date that opens the next one.
_QUOTED_END = re.compile(r"[?!]”(?=\d)|。” ?(?=\d|[今去明前当本上][年月天周]|[今昨明当][天日])")
_DEPTH = 8  # how many open marks a closing one may skip
ENDS = frozenset("。;!?…")
_ENDS_OR_BLANK = ENDS | {" ", "."}  # the second half of a headline; a stop in Latin type


class Sentence(NamedTuple):
    """A sentence and its clauses, all without the stops at their ends."""

    at: Span
    clauses: tuple[Span, ...]

    def number_at(self, position: int) -> int | None:
        """The number of the clause that holds a position."""
        number = bisect_right(self.clauses, position, key=lambda clause: clause.start) - 1
        return number if number >= 0 and position < self.clauses[number].end else None


def _closed(text: str, at: Span) -> dict[int, int]:
    """Positions of the opening marks that are closed in the block, and where."""
    closed: dict[int, int] = {}
    waiting: list[int] = []
    for match in _MARK.finditer(text, *at):
        sign = match[0]
        if sign in _OPENING:
            waiting.append(match.start())
        elif sign in _CLOSING:
            near = range(len(waiting) - 1, max(len(waiting) - _DEPTH, 0) - 1, -1)
            fitting = next((i for i in near if _OPENING[text[waiting[i]]] == sign), None)
            if fitting is not None:
                named = _NAMED.fullmatch(text, waiting[fitting], match.end())
                if named or not (sign == "”" and _SPEECH.search(text, waiting[fitting], match.end())):
                    closed[waiting[fitting]] = match.start()
                del waiting[fitting:]
    return closed


def _divides(text: str, position: int) -> bool:
    """Whether a comma or colon stands neither between digits nor in an address."""
    if text[position - 1 : position].isdigit() and text[position + 1 : position + 2].isdigit():
        return False
    if text[position] == "," and _LATIN_BEHIND.match(text, position + 1):
        return _LATIN_BEFORE.search(text, max(position - 3, 0), position) is None  # Springfield, Illinois
    return not text.startswith("://", position)


_LATIN_BEFORE = re.compile(r"[A-Za-z] ?$")
_LATIN_BEHIND = re.compile(r" ?[A-Za-z]")


def _head(text: str, start: int, end: int) -> int:
    """Where a clause begins behind the blanks and dashes at its head."""
    while start < end and text[start] in " —":
        start += 1
    return start


@lru_cache(maxsize=1)
def _cut(text: str) -> dict[Span, tuple[Sentence, ...]]:  # noqa: ARG001
    """The blocks of a text that were cut: several rooms ask for the same."""
    return {}


def sentences(text: str, at: Span) -> tuple[Sentence, ...]:
    """The sentences of a block."""
    known = _cut(text)
    if (found := known.get(at)) is None:
        found = known[at] = _sentences(text, at)
    return found


# 音乐会7月13日举行 市立乐团招募演奏者: the second half of a headline that has no other stop.
_TOLD = re.compile(
    r"(?<=举行|举办|登场|开幕|揭幕|闭幕|落幕|开锣|开跑|起跑|开展|启动|开打|开赛|揭牌|通车|开业|开张|上映) "
    r"(?=[^\d ,。;:()]{4})"
)
_STOPS = re.compile("[,。;]")
_HEADLINE = 60  # characters of one


def _sentences(text: str, at: Span) -> tuple[Sentence, ...]:
    closed = _closed(text, at)
    found: list[Sentence] = []
    clauses: list[Span] = []
    begin, skip = at.start, at.start
    signs: Iterable[re.Match[str]] = _SIGN.finditer(text, *at)
    if at.end - at.start <= _HEADLINE and (told := _TOLD.search(text, *at)) and _STOPS.search(text, *at) is None:
        signs = sorted((told, *signs), key=lambda match: match.start())
    for match in signs:
        position, sign, stop = match.start(), match[0], 1
        if position < skip:
            continue
        if position in closed:
            skip = closed[position]
            if not _QUOTED_END.match(text, skip - 1):
                continue
            position, sign, stop = skip + 1, "?", 0
        if sign in _ENDS_OR_BLANK or (sign in ",:" and _divides(text, position)):
            if (head := _head(text, begin, position)) < position:
                clauses.append(Span(head, position))
            begin = position + stop
            if sign in _ENDS_OR_BLANK and clauses:
                found.append(Sentence(Span(clauses[0].start, clauses[-1].end), tuple(clauses)))
                clauses.clear()
    if (head := _head(text, begin, at.end)) < at.end:
        clauses.append(Span(head, at.end))
    if clauses:
        found.append(Sentence(Span(clauses[0].start, clauses[-1].end), tuple(clauses)))
    return tuple(found)
