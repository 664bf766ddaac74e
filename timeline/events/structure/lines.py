"""Blocks -> lines that know their dates, their key and whether they hold nothing but dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from timeline.events.drafts import Draft
from timeline.events.language.sites import is_site
from timeline.events.structure.keys import BULLETS, NAME, NUMBER, is_detail, key_class, key_of_line
from timeline.memory import once
from timeline.model import Document, EventKind, ExpressionKind, Point, Resolution, Role, Span, Unit, When

_LABEL = re.compile(rf"{NUMBER}(?:{NAME}:?|[【\[]{NAME}[】\]]:?)$")
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[壹贰叁参肆伍陆柒捌玖拾]{1,2}、"
    r"|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}(?:、|\.(?!\d))) ?(?=[^ ]{2})"
)
_IDLE = re.compile(
    r"(?:第[一二三四五六七八九十\d]{1,3}(?:阶段|步|期|批|轮|场|讲|站|天)"
    r"|预计|截止|约|定于|大约|时间|日期|[-*+·#>,;:?()\[\]~—至到 、/|])*"
)
_MARKS = re.compile(r"(?:\*\*|<br ?/?>| ?\|)*$")  # of Markdown, behind a value
_BRACKETED = re.compile(r"\([^()]{0,30}\)")


@dataclass(frozen=True)
class Line:
    """A block with its dates."""

    number: int
    at: Span
    text: str
    role: Role
    resolutions: Sequence[Resolution]

    @once
    def key(self) -> tuple[str, Span] | None:
        """The key and the value's place, where the line is `key: value` with a key that is known."""
        key = key_of_line(self.text)
        end = _MARKS.search(self.text) if key else None
        value = Span(self.at.start + key[1], self.at.start + end.start()) if key and end else None
        return (key[0], value) if key and value else None

    @once
    def label(self) -> str | None:
        """The key that stands alone on the line."""
        match = _LABEL.match(self.text)
        label = (match[1] or match[2]).replace(" ", "") if match else ""
        beside = match is not None and match[2] is not None and is_detail(label)  # 【活动平台】
        return label if beside or key_class(label) else None

    @once
    def bare(self) -> bool:
        """Whether the line is only dates."""
        return bool(self.resolutions) and _IDLE.fullmatch(_BRACKETED.sub("", self._without_dates())) is not None

    @once
    def site(self) -> bool:
        """Whether the line only names a place."""
        return not self.resolutions and is_site(self.text)

    @once
    def due(self) -> bool:
        """Whether the first date of the line is a deadline."""
        return "截止" in self.text or self.resolutions[0].expression.kind is ExpressionKind.DEADLINE

    @once
    def bare_text(self) -> Span:
        """The line without the signs and the number of a heading or an item."""
        left = len(self.text) - len(self.text.lstrip(f"#*+- {BULLETS}"))
        number = _NUMBERED.match(self.text, left)
        end = len(self.text.rstrip("*# :"))
        return Span(self.at.start + (number.end() if number else left), self.at.start + max(end, left))

    @once
    def dates(self) -> tuple[Span, ...]:
        """Where its dates stand: one for all that is told of the line."""
        return tuple(resolution.expression.at for resolution in self.resolutions)

    def _without_dates(self) -> str:
        between: list[str] = []
        position = self.at.start
        for resolution in self.resolutions:
            start, end = resolution.expression.at
            between.append(self.text[position - self.at.start : max(start - self.at.start, 0)])
            position = end
        return "".join((*between, self.text[position - self.at.start :]))

    def dated(self) -> Resolution | None:
        """The first resolution with a date of its own; 第1天 before 4月6日 only counts it."""
        return self._dated

    @once
    def _dated(self) -> Resolution | None:
        dated = (r for r in self.resolutions if r.when and r.when.edtf and not is_clock(r))
        first, second = next(dated, None), next(dated, None)
        if first and second and first.when and second.when and first.when.edtf == second.when.edtf:
            return second if second.when.time and not first.when.time else first  # 9月15日 农历八月十五 20:00
        return (
            second
            if first is not None and second is not None and counts_a_day(first) and not counts_a_day(second)
            else first
        )

    def clock(self) -> Resolution | None:
        """The first resolution that is only a time of day."""
        return self._clock

    @once
    def _clock(self) -> Resolution | None:
        for resolution in self.resolutions:
            if resolution.expression.kind is ExpressionKind.SET and resolution.when and resolution.when.time:
                return None  # 每天上午9:00至12:00,下午1:30至5:00: of the hours that come again none is the event's
            if is_clock(resolution):
                return resolution
        return None


@dataclass(slots=True)
class Found:
    """What the structures of a document tell, and the blocks they used up."""

    drafts: list[Draft] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    begun: dict[int, int] = field(default_factory=dict)  # of a used block, where the sentences begin that tell more
    venues: list[str] = field(default_factory=list)  # places that are given with no date
    written: Span | None = None  # where the head of the page says on which day it was written


def counts_a_day(resolution: Resolution) -> bool:
    """Whether an expression counts a day: 第1天."""
    value = resolution.expression.value
    return isinstance(value, Point) and value.nth is not None and value.month is None and value.nth.unit is Unit.DAY


def is_clock(resolution: Resolution) -> bool:
    """Whether an expression is only a time of day."""
    return resolution.expression.kind is ExpressionKind.TIME


def lines_of(document: Document, rows: Sequence[Sequence[Resolution]]) -> list[Line]:
    """The blocks of a document with their resolutions."""
    return [
        Line(number, block.at, block.at.of(document.text), block.role, rows[number])
        for number, block in enumerate(document.blocks)
    ]


def draft_of(
    line: Line,
    resolution: Resolution,
    rule: str,
    *,
    title: str = "",
    place: str = "",
    at: Span | None = None,
    context: Span | None = None,
    kind: EventKind | None = None,
    minor: bool = False,
    clock: Resolution | None = None,
) -> Draft:
    """A draft on the date of a line. A deadline's event is on its day."""
    when = resolution.when or When()
    edtf = when.edtf or ""
    if resolution.expression.kind is ExpressionKind.DEADLINE:
        edtf = edtf.removeprefix("../")
    draft = Draft(
        when=When(edtf=edtf, time=when.time, part=when.part),
        resolution=resolution,
        rule=rule,
        at=at or line.at,
        clauses=(at or line.at,),
        context=context or line.at,
        block=line.number,
        dates=line.dates,
        title=title,
        place=place,
        kind=kind,
        minor=minor,
    )
    if clock is None or clock.when is None or when.time:
        return draft
    return replace(draft, when=When(edtf=edtf, time=clock.when.time, part=clock.when.part or when.part))
