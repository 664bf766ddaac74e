"""Blocks and resolutions -> mentions: each resolved expression where it stands in its sentence.

A mention knows the words before and behind it in its clause and its neighbours in the sentence; the rules of `roles`
ask nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.events.language.clauses import Sentence, sentences
from timeline.memory import once
from timeline.model import Block, Document, ExpressionKind, Occasion, Resolution, Span, When

_NEAR = 120  # how far a rule looks; keeps every rule linear on text without stops

# What may stand before a date that still opens its clause.
_FUNCTION = re.compile(
    r"[ “—(>*+-]{0,8}(?:同时|此外|另外|其中|随后|据悉|原定|预计|预定|计划|定于|早在|此前|截至|直到|直至|每逢|"
    r"约|并|而|但|且|则|又|还|即|另|现|拟|将|如|后|终于|最终|(?:分别|先后|[都均皆])?(?:[已均都]|已经)?(?:分别|先后)?|"
    r"[一二三四五六七八九]是|\d{1,2}[.、])?(?:在|于|自|从|到|至|迄|由|为|截至)?(?:当地时间|北京时间)?(?:在|于)?[“ ]?"
)
# What a bracket holds besides dates, where it does not only say the date in other words.
OTHER_WORDS = re.compile(r"[^\d农历国西元年月日号初廿正腊周星期一二三四五六七八九十、,至~到和 -]")
_NUMBERED = re.compile(r"“?第(?![一二三四五六七八九十\d]{1,3}[年天日个周])")  # 第二年五一节 is counted in no row
_RANGE = re.compile(r"(.*)/(.*)")
_GRAIN = re.compile(r"-?(?:(?P<day>[\dX]{4}-\d\d-\d\d)|(?P<month>[\dX]{4}-(?:0\d|1[0-2]))|(?P<year>\d{4}))")


def grain(edtf: str) -> str:
    """`day`, `month` or `year`; of a stretch, that of its ends; `part` of a month, a season or a decade.

    >>> grain("2022-05-15"), grain("2017/2020"), grain("2020-05-11/.."), grain("2018-33")
    ('day', 'year', 'day', 'part')
    """
    if "/" in edtf and (match := _RANGE.fullmatch(edtf)):
        return grain(match[1] if match[1] != ".." else match[2])
    match = _GRAIN.fullmatch(edtf)
    return match.lastgroup or "part" if match else "part"


@dataclass(frozen=True, kw_only=True, eq=False)
class Mention:
    """A resolved expression in its sentence."""

    resolution: Resolution
    document: Document
    block: Block
    sentence: Sentence
    clause: Span
    earlier: tuple[Mention, ...]  # of the same sentence
    following: Span | None  # the next expression of the sentence

    @once
    def at(self) -> Span:
        """Its place in the clean text."""
        return self.resolution.expression.at

    @once
    def when(self) -> When:
        """What it means; an empty `When` where that is not known."""
        return self.resolution.when or When()

    @once
    def edtf(self) -> str:
        """The EDTF text, empty where there is none."""
        return self.when.edtf or ""

    @once
    def kind(self) -> ExpressionKind:
        """The kind of the expression."""
        return self.resolution.expression.kind

    @once
    def grain(self) -> str:
        """How precise it is: day, month, year, part."""
        return grain(self.edtf)

    @once
    def text(self) -> str:
        """Its folded words."""
        return self.at.of(self.document.text)

    @once
    def before(self) -> str:
        """The words before it in its clause."""
        return self.document.text[max(self.clause.start, self.at.start - _NEAR) : self.at.start]

    @once
    def after(self) -> str:
        """The words behind it in its clause; where the clause ends with it, a comma and the next clause."""
        end = self.clause.end
        if end <= self.at.end:
            behind = bisect_left(self.sentence.clauses, self.at.end, key=lambda clause: clause.start)
            end = next((clause.end for clause in self.sentence.clauses[behind : behind + 1]), self.at.end)
        return self.document.text[self.at.end : min(max(end, self.at.end), self.at.end + _NEAR)]

    @once
    def rest(self) -> str:
        """The words behind it in its sentence."""
        return self.document.text[self.at.end : min(max(self.sentence.at.end, self.at.end), self.at.end + 2 * _NEAR)]

    @once
    def opens(self) -> bool:
        """Whether it stands at the head of its clause, but for a preposition or a connective."""
        return _FUNCTION.fullmatch(self.before) is not None

    @once
    def topic(self) -> bool:
        """Whether it opens its sentence and so holds for all of it."""
        return self.opens and self.clause == self.sentence.clauses[0]

    @once
    def ordinal(self) -> bool:
        """Whether it is an observance that is counted: 第三十二次全国助残日."""
        value = self.resolution.expression.value
        return isinstance(value, Occasion) and (value.ordinal is not None or _NUMBERED.match(self.text) is not None)

    @once
    def single_day(self) -> bool:
        """Whether it names one day, or a day of an unknown year."""
        return self.grain == "day" and "/" not in self.edtf


def at_noon(morning: str | None, afternoon: str | None) -> bool:
    """上午9时至12时、下午2时至5时: one thing with its rest at noon.

    >>> at_noon("09:00/12:00", "14:00/17:00"), at_noon("11:00", "15:00"), at_noon("14:30/15:30", "16:00/17:00")
    (True, False, False)
    """
    _, stretch, ends = (morning or "").partition("/")
    begins, later, _ = (afternoon or "").partition("/")
    return bool(stretch and later) and "11:00" <= ends <= "12:59" <= begins <= "14:30"


def mentions_of(
    document: Document, block: Block, resolutions: Sequence[Resolution]
) -> Iterator[tuple[Sentence, tuple[Mention, ...]]]:
    """The sentences of a block, each with its mentions. `resolutions` are those of the block, in order."""
    number = 0
    for sentence in sentences(document.text, block.at):
        found: list[Mention] = []
        beside: dict[Span, list[Resolution]] = {}
        while number < len(resolutions) and resolutions[number].expression.at.start < sentence.at.end:
            resolution = resolutions[number]
            number += 1
            if (bracket := _told_in_bracket(document.text, sentence, resolution.expression.at)) is not None:
                beside.setdefault(bracket, []).append(resolution)
                continue
            place = bisect_right(sentence.clauses, resolution.expression.at.start, key=lambda clause: clause.start)
            clause = sentence.clauses[max(place - 1, 0)]
            upcoming = resolutions[number].expression.at if number < len(resolutions) else None
            if upcoming and upcoming.start >= sentence.at.end:
                upcoming = None
            found.append(
                Mention(
                    resolution=resolution,
                    document=document,
                    block=block,
                    sentence=sentence,
                    clause=clause,
                    earlier=tuple(found[-3:]),
                    following=upcoming,
                )
            )
        yield sentence, tuple(found)
        for bracket, told in beside.items():
            yield from mentions_of(document, replace(block, at=bracket), told)


# 藏书三千册(1984年增建东馆,1990年又增建西馆): what is told in a bracket is a sentence of its own.
_OPENED = re.compile(r"\((?:[^()]{0,80},)?[ ]?(?:[在于自从至到]|公元|西元)?$")
_BRACKET = 160  # characters of a bracket


def _told_in_bracket(text: str, sentence: Sentence, at: Span) -> Span | None:
    """The inside of the bracket in which a date opens a clause of its own; nothing for any other date."""
    opening = text.rfind("(", max(sentence.at.start + _BEFORE, at.start - _BRACKET), at.start)
    closing = text.find(")", at.end, min(sentence.at.end, at.end + _BRACKET)) if opening >= 0 else -1
    if closing < 0 or not _OPENED.search(text, opening, at.start) or "(" in text[at.end : closing]:
        return None
    told = text[at.end : closing].lstrip(", ").split(",")[0]
    if len(told) < _TOLD or text[opening - 1] in "年月日号时分" or not _TELLS.match(told):
        return None
    return Span(opening + 1, closing)


_BEFORE, _TOLD = 4, 5  # characters before such a bracket, and of what its date tells
_TELLS = re.compile(
    r"(?:正式|又|再|再度|复|改|另|分别|同时|先后|起|首次)?(?:[增扩改重新兴修迁搬]建|[增开创]设|更名|改[名称制为组隶]|升格|合并|并[入为]|分[为设成“]|[成设创建]立|"
    r"迁[往至入校址到]|[恢复]?复[校办刊业课]|获[颁得选]|[出入当]选|晋升|接任|出任|担任|停[办刊业用]|启用|落成|竣工|通车|开[办业幕馆放]|废[止除校]|[归划][并入])"
)


def by_block(document: Document, resolutions: Sequence[Resolution]) -> list[list[Resolution]]:
    """The resolutions of each block."""
    rows: list[list[Resolution]] = [[] for _ in document.blocks]
    number = 0
    for resolution in sorted(resolutions, key=lambda r: r.expression.at):
        while number + 1 < len(rows) and document.blocks[number + 1].at.start <= resolution.expression.at.start:
            number += 1
        if rows:
            rows[number].append(resolution)
    return rows


def only_dates(document: Document, block: Block, resolutions: Sequence[Resolution]) -> bool:
    """Whether a block says its dates and nothing else; 寒假 and the names of feasts say something."""
    start = block.at.start
    for resolution in resolutions:
        expression = resolution.expression
        at = expression.at
        if _WORD.search(document.text, start, at.start) or expression.kind is ExpressionKind.OBSERVANCE:
            return False
        if not _FIGURES.fullmatch(document.text, *at):
            return False
        start = at.end
    return _WORD.search(document.text, start, block.at.end) is None


_WORD = re.compile(r"[A-Za-z\u3400-\u9fff]")
_FIGURES = re.compile(
    r"(?:[^A-Za-z\u3400-\u9fff]|[一二三四五六七八九十廿年月日号时点分秒至])+"
)  # 2024年5月3日, 十二月廿五日
