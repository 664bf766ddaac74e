"""Blocks -> lines that know their dates, their key and whether they hold nothing but dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from timeline.events.drafts import Draft
from timeline.events.places import is_site
from timeline.events.words import words
from timeline.model import Document, EventKind, ExpressionKind, Resolution, Role, Span, When

_KEY = re.compile(r"[-*+·>●○ ]{0,3}([\u4e00-\u9fffA-Za-z]{1,9}) ?: ?(?=\S)")
_LABEL = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])? ?([\u4e00-\u9fffA-Za-z]{1,9}):?$"
)
_IDLE = re.compile(r"(?:预计|截止|约|定于|大约|时间|日期|[-*+·,;:?()\[\]~—至到 、/|])*")
_BRACKETED = re.compile(r"\([^()]{0,30}\)")
_NOTICE = re.compile(
    r"(?:关于)?(?:组织|做好|认真|开展|举办|召开|举行|印发|公布|发布|进一步){0,4}(.{4,}?)的?"
    r"(?:通知|公告|通告|函|意见|决定|方案|办法|规定)?$"
)
_SITE_NAME = re.compile(r" [-—|_] .*$")
_CLASSES = ("time", "clock", "place", "title", "host", "other", "plain")


def key_class(key: str) -> str | None:
    """What a key of `key: value` says: time, clock, place, title, host, other (a second date), plain, or nothing known.

    >>> key_class("开会地点"), key_class("报名时间"), key_class("天气")
    ('place', 'other', None)
    """
    return next((name for name in _CLASSES if key in words("key", name)), None)


@dataclass(slots=True)
class Line:
    """A block with its dates."""

    number: int
    at: Span
    text: str
    role: Role
    resolutions: Sequence[Resolution]

    @property
    def key(self) -> tuple[str, Span] | None:
        """The key and the value's place, where the line is `key: value` with a key that is known."""
        match = _KEY.match(self.text)
        if not match or key_class(match[1]) is None:
            return None
        return match[1], Span(self.at.start + match.end(), self.at.end)

    @property
    def label(self) -> str | None:
        """The key that stands alone on the line."""
        match = _LABEL.match(self.text)
        return match[1] if match and key_class(match[1]) else None

    @property
    def bare(self) -> bool:
        """Whether the line is only dates."""
        return bool(self.resolutions) and _IDLE.fullmatch(_BRACKETED.sub("", self._without_dates())) is not None

    @property
    def site(self) -> bool:
        """Whether the line only names a place."""
        return not self.resolutions and is_site(self.text)

    @property
    def due(self) -> bool:
        """Whether the first date of the line is a deadline."""
        return "截止" in self.text or self.resolutions[0].expression.kind is ExpressionKind.DEADLINE

    @property
    def bare_text(self) -> Span:
        """The line without the signs of a heading or an item."""
        return Span(self.at.start + len(self.text) - len(self.text.lstrip("#*+- ")), self.at.end)

    def _without_dates(self) -> str:
        text, shift = self.text, self.at.start
        for resolution in reversed(self.resolutions):
            start, end = resolution.expression.at
            text = text[: max(start - shift, 0)] + text[end - shift :]
        return text

    def dated(self) -> Resolution | None:
        """The first resolution with a date of its own."""
        return next((r for r in self.resolutions if r.when and r.when.edtf and not is_clock(r)), None)

    def clock(self) -> Resolution | None:
        """The first resolution that is only a time of day."""
        return next((r for r in self.resolutions if is_clock(r)), None)


@dataclass(slots=True)
class Found:
    """What the structures of a document tell, and the blocks they used up."""

    drafts: list[Draft] = field(default_factory=list)
    used: set[int] = field(default_factory=set)


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
        dates=tuple(r.expression.at for r in line.resolutions),
        title=title,
        place=place,
        kind=kind,
        minor=minor,
    )
    if clock is None or clock.when is None or when.time:
        return draft
    return replace(draft, when=When(edtf=edtf, time=clock.when.time, part=clock.when.part or when.part))


def heading(document: Document) -> Span | None:
    """The title line of a document as it is printed: an issuer before 关于 is told by the signature."""
    for block in document.blocks:
        if block.role is Role.TITLE or (block.role is Role.HEADING and block.level == 1):
            text = block.at.of(document.text)
            start = len(text) - len(text.lstrip("# "))
            about = text.find("关于")
            return Span(block.at.start + (about if about > start and len(text) - start > 30 else start), block.at.end)
    return None


def topic(document: Document) -> Span | None:
    r"""What the document is about: its title without 关于…的通知 and the name of the site.

    >>> from timeline.text import document
    >>> notice = document("示例", "关于组织开展第三十次全国助残日活动的通知\n各有关单位:")
    >>> topic(notice).of(notice.text)
    '第三十次全国助残日活动'
    """
    for block in document.blocks:
        text = block.at.of(document.text)
        if block.role is Role.META and text.startswith("title:"):
            start = len(text) - len(text.removeprefix("title:").lstrip(" \"'“"))
            return Span(block.at.start + start, block.at.start + len(text.rstrip(" \"'”")))
        if block.role is Role.TITLE or (block.role is Role.HEADING and block.level == 1):
            start = len(text) - len(text.lstrip("# "))
            text = _SITE_NAME.sub("", text).rstrip()
            match = _NOTICE.match(text, text.find("关于")) if "关于" in text else None
            span = match.span(1) if match else (start, len(text))
            return Span(block.at.start + span[0], block.at.start + span[1])
    return None


def is_generic(text: str) -> bool:
    """Whether a heading names no thing: 活动资讯, 时间."""
    plain = text.strip("#*> :")
    return plain.endswith(words("generic")) or key_class(plain) is not None
