"""The lines below a date that stands alone -> what each of them tells of it: the entries of a chronicle."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.drafts import raw_words
from timeline.events.language.clauses import sentences
from timeline.events.language.segment import has_verb
from timeline.events.language.sites import named_site
from timeline.events.language.words import pattern, verbs
from timeline.events.mentions import grain
from timeline.events.structure.lines import Found, Line, draft_of
from timeline.events.structure.topics import is_page
from timeline.model import Document, ExpressionKind, Period, Point, Resolution, Role, Span

_ENTRIES = 8  # lines that one date can head


def further_entries(document: Document, line: Line, below: Sequence[Line], found: Found) -> None:
    """1928, and below it three lines: each tells of that year, where it says that something is done."""
    resolution = line.dated()
    assert resolution is not None
    for entry in below[:_ENTRIES]:
        if entry.number in found.used or not tells(entry) or entry.role is Role.TITLE:
            break
        if len(entry.text) < _TOLD // 4 or not (verbs(entry.text) or has_verb(entry.text)):
            continue
        title = raw_words(document, [entry.bare_text])
        place = raw_words(document, [named_site(document, entry.bare_text)])
        draft = draft_of(line, resolution, "date line", title=title, place=place, at=entry.at, context=entry.at)
        found.drafts.append(replace(draft, block=entry.number))
        found.used.add(entry.number)


def numbered_entries(document: Document, line: Line, listed: Sequence[Line], found: Found) -> None:
    """11.13, and below it (1), (2) and (3): each tells of that day; the first has been told."""
    for number, entry in enumerate(listed):
        count = _COUNTED.match(entry.text)
        if count is None or int(count[1]) != number + 1:
            break
        if number and entry.number not in found.used and goes_on(entry, whole=True):
            first_sentence(document, line, entry, found)


_COUNTED = re.compile(r"\(?(\d{1,2})(?:\)|、|\.(?!\d))")
_ON_IT = pattern("again")  # 这时候人人都忙: says something of the stage and not what it is
_UNIT = re.compile(r"-\d\d")  # a month at least


def _of_a_date(resolution: Resolution) -> bool:
    """Whether an expression says more than a year, and is no feast or length: 清明节 and 半天上课 below a day."""
    when = resolution.when
    if resolution.expression.kind in (ExpressionKind.OBSERVANCE, ExpressionKind.DURATION):
        return False
    return when is None or not when.edtf or grain(when.edtf) != "year"


def goes_on(below: Line, *, whole: bool = False) -> bool:
    """Whether a line is text that a date above it may date: what it begins with has no date of its own but years."""
    text = whole or below.role is Role.PARAGRAPH or len(below.text) > 30
    own = _own_date(below)
    if own is None:
        return text
    before = below.text[: own - below.at.start]
    return text and (len(before) >= _TOLD or (len(before) >= _SENTENCE and before.rstrip().endswith("。")))


def _own_date(below: Line) -> int | None:
    """Where the first date of a line stands that is a month at least."""
    dated = (r for r in below.resolutions if r.when and r.when.edtf and _UNIT.search(r.when.edtf) and not vague(r))
    return next((r.expression.at.start for r in dated), None)


def vague(resolution: Resolution) -> bool:
    """Whether an expression only says that it is about now: 近期, 目前."""
    value = resolution.expression.value
    about = isinstance(value, (Point, Period)) and value.approximate
    return about and _FIGURE.search(resolution.expression.text) is None


_FIGURE = re.compile(r"[\d〇一二三四五六七八九十]")


# Characters that tell something of a date above them; a whole sentence may be shorter: 公司召开座谈会。下午,…
_TOLD, _SENTENCE = 16, 6


def first_sentence(document: Document, line: Line, below: Line, found: Found) -> None:
    """第一阶段:6月中旬, and below it a paragraph: its first sentence says what happens then, up to its own date."""
    resolution = line.dated()
    assert resolution is not None
    told = sentences(document.text, below.at)
    first = next((one for one in told if not _ON_IT.match(document.text, one.at.start)), told[0])
    own = _own_date(below)
    clauses = tuple(clause for clause in first.clauses if own is None or clause.end <= own)
    if not clauses:
        return
    at = Span(first.at.start, clauses[-1].end)
    draft = draft_of(line, resolution, "stage", at=at, context=Span(line.at.start, at.end))
    found.drafts.append(replace(draft, clauses=clauses, dates=(), block=below.number))
    of_a_year = grain(resolution.when.edtf or "" if resolution.when else "") == "year"
    if own is None and not (of_a_year and any(one.when and one.when.edtf for one in below.resolutions)):
        found.used.add(below.number)


_PART = re.compile(r"[# ]{0,7}[一二三四五六七八九十]{1,2}、")  # 二、检测对象: the next section


_WIRE = re.compile("[一-鿿]{1,8}(?:[网报台社刊频道]|[晚日早]报[一-鿿]{0,3}|综合)[讯电]")  # 江城网讯, over the report


def tells(below: Line, *, of_a_day: bool = False) -> bool:
    """Whether a line is one short telling, without a date of its own; below a day, a year is only part of a name."""
    one = "。" not in below.text.rstrip("。")
    plain = (
        not (any(map(_of_a_date, below.resolutions)) if of_a_day else below.resolutions)
        and below.key is None
        and below.role not in (Role.META, Role.ROW)
        and not _PART.match(below.text)
        and not (is_page(below.text) or _WIRE.fullmatch(below.text))
    )
    return plain and one and 2 <= len(below.text) <= 40
