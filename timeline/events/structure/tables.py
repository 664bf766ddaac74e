"""Tables between | -> drafts: a cell names the row, the head of each column of days says what is due on them.

A row with one column of days is one event; below 名称 | 报名时间 | 考试时间 each day is one, of that name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.events.drafts import Draft, raw_words
from timeline.events.language.words import branch, words
from timeline.events.structure.keys import key_class
from timeline.events.structure.lines import Found, Line, counts_a_day, draft_of, is_clock
from timeline.events.structure.rows import NAMING, topic_above
from timeline.events.structure.weeks import things_of
from timeline.model import Document, EventKind, Resolution, Role, Span, When
from timeline.text.rows import cells_of

_TIME = "(?:时间|日期|期间|时段|时刻)(?:安排|节点|要求)?"
_OF_TIME = re.compile(rf"{_TIME}$")
_FIRST, _LAST = (
    re.compile(r"^(?:开始|起始)$|(?:开始|起始|起)$"),
    re.compile(r"^(?:截止|结束|终止)$|(?:截止|结束|终止|迄|止)$"),
)
_IDLE = re.compile(r"[\s()~—\-至到、,/.:星期周一二三四五六日天起止前]*")
_OF_GROUPS = ("部门", "地区", "区域", "学校", "单位", "场次", "班级", "年级", "组别", "梯次", "校区", "机关")
_FURNITURE = re.compile(r"^(?:附[表件]|表)[一二三四五六七八九十\d]{0,2}[:： ]{0,2}|[(（]\d{2,4}年?度?[)）]$")
_CIVIL, _OF_THE_MOON = re.compile("[国公阳新西]历"), re.compile("[农阴旧]历")
_CALENDAR = re.compile(r"(?:[农国公阳阴旧新西]历)(?:月日|日期|日子|月/日|年月日)?|月日")
_DAYS, _NAME = re.compile(rf".{{2}}(?:日|开始|截止)$|{_TIME}$"), 8
# What the column of a chronicle is called that says what was done, beside one that says what it meant.
_DONE = ("发展", "事件", "大事", "纪事", "记事", "沿革", "历程", "经过", "里程碑", "大事记")
_PERSON = re.compile(rf"{branch(words('surname'))}[一-鿿]{{1,2}}")
_ADDRESS = re.compile(r"\[[^\[\]]{0,30}\]\([^()\s]{0,200}\)|https?://[!-~]{1,200}")
_LETTERS = re.compile("[一-鿿A-Za-z]")
_NOTE = re.compile(r"(?:/(?:时间|日期))? ?(?:\([^()]{0,40}\))?$")  # 截稿日期/时间(电邮或传真)
_SET_WIDE = re.compile(r"(?<=^[一-鿿]) {1,2}(?=[一-鿿]$)")  # 备 注
_IN_LATIN = re.compile(r"(?<=[一-鿿]{2})[ /]{0,3}\(?[A-Za-z][A-Za-z ./'-]{1,24}\)?$")  # 时间 Date: the same said twice
# Columns of who it is with, and not of what it is.
_BESIDE = re.compile(r"(?:[人者师员]|嘉宾|老师|伙伴|对象|电话|备注|费用|名额|人数|链接|连结|网址)$")
_BRACKETED = re.compile(r"\[([^\[\]]{2,80})\]")
_LONGEST = 24  # characters of the name of what the rows are rows of


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell below its head; `days` are its dates where it holds nothing else."""

    head: str
    at: Span
    text: str
    days: tuple[Resolution, ...]
    head_at: Span

    def head_as_printed(self, document: Document, words: str) -> str:
        """Words of the head, in the script of the document."""
        start = self.head_at.start + max(self.head.find(words), 0)
        return raw_words(document, [Span(start, start + len(words))]) if self.head_at.end else words


def tables(document: Document, lines: Sequence[Line], found: Found) -> None:
    """Rows between | below a head that names a column of dates."""
    head: list[Span] = []
    above = ""
    for i, line in enumerate(lines):
        if line.role is not Role.ROW:
            head = []
            continue
        spans = cells_of(document.text, line.at)
        texts = [span.of(document.text) for span in spans]
        if not line.resolutions and any(_of_days(_head(text)) for text in texts):
            head, above = spans, _FURNITURE.sub("", topic_above(document, lines, i))
            continue
        if head and line.dated() is not None:
            told_in_row(
                document,
                line,
                [
                    _cell(line, name, span, document)
                    for name, span in zip(_aligned(head, spans, line), spans, strict=False)
                ],
                above,
                found,
            )


def _aligned(head: Sequence[Span], spans: Sequence[Span], line: Line) -> Sequence[Span]:
    """日期 | 驻驾 over 第1天 | 4月6日 | 某宫: the first cells have no name where the days stand in the second."""
    days = [one.expression.at.start for one in line.resolutions if one.when and one.when.edtf and not counts_a_day(one)]
    inside = [any(span.start <= day < span.end for day in days) for span in spans[:2]]
    return [Span(0, 0), *head] if len(spans) == len(head) + 1 and inside == [False, True] else head


def _of_days(head: str) -> bool:
    """Whether a head names a column of days: 日期, 报名截止, 开学日."""
    known = key_class(head) in ("time", "other") or _CALENDAR.fullmatch(head) is not None
    return known or (len(head) <= _NAME and _DAYS.search(head) is not None)


def _cell(line: Line, head: Span, span: Span, document: Document) -> Cell:
    text = span.of(document.text)
    inside = [r for r in line.resolutions if span.start <= r.expression.at.start < span.end]
    rest, position = "", span.start
    for resolution in inside:
        rest += document.text[position : max(resolution.expression.at.start, position)]
        position = resolution.expression.at.end
    bare = _IDLE.fullmatch(rest + document.text[position : span.end]) is not None
    days = tuple(r for r in inside if r.when and r.when.edtf and not is_clock(r)) if bare else ()
    if line.dated() not in days and all(map(counts_a_day, days)):
        days = ()
    return Cell(_head(head.of(document.text)), span, text, days, head)


def _head(text: str) -> str:
    """The name of a column without its remarks and its translation.

    >>> _head("时间 Date"), _head("截稿日期/时间(电邮或传真)"), _head("备 注")
    ('时间', '截稿日期', '备注')
    """
    return _SET_WIDE.sub("", _IN_LATIN.sub("", _NOTE.sub("", text)))


def told_in_row(document: Document, line: Line, cells: Sequence[Cell], above: str, found: Found) -> None:
    """The events of one row."""
    place = next((cell for cell in cells if key_class(cell.head) == "place"), None)
    if things := _things(document, line, cells, place):
        found.drafts += things
        found.used.add(line.number)
        return
    name = _name(document, line, cells, place, above)
    if not name:
        _called_by_their_heads(document, line, cells, found)
        return
    where = raw_words(document, [place.at]) if place else ""
    dated = [cell for cell in cells if cell.days]
    if any(_CIVIL.match(cell.head) for cell in dated):  # 国历 | 农历: one day, said twice
        dated = [cell for cell in dated if not _OF_THE_MOON.match(cell.head)]
    # 举办日期 | 刊登日期: when it was printed is no step of the thing itself.
    dated = [cell for cell in dated if key_class(cell.head) != "issue"] or dated
    resolution = line.dated()
    assert resolution is not None
    drafts: list[Draft] = []
    if not dated:  # the day stands among words
        drafts = [draft_of(line, resolution, "table", title=name, place=where, clock=line.clock())]
    for first, last, what in _columns(dated):
        one = len(dated) == 1
        title = name if one and not _second(what) else _joined(name, first.head_as_printed(document, what))
        clock = line.clock() if one else None
        draft = draft_of(line, first.days[0], "table", title=title, place="" if _second(what) else where, clock=clock)
        if last is None and _DUE.search(what):
            draft = replace(draft, kind=EventKind.DEADLINE)
        drafts.append(_lasting(draft, last.days[0]) if last else draft)
    found.drafts += drafts
    found.used.add(line.number)


_DUE = re.compile("截止|截稿|期限")  # 截止日期 over a column


def _called_by_their_heads(document: Document, line: Line, cells: Sequence[Cell], found: Found) -> None:
    """出版日期 | 截稿日期 over nothing but days: each column is a step, and its head says which."""
    steps = [(cell, _OF_TIME.sub("", cell.head)) for cell in cells if cell.days and _OF_TIME.search(cell.head)]
    if len(steps) < _FEWEST_STEPS or not all(_second(what) for _, what in steps):
        return
    told: set[tuple[str, str]] = set()
    for cell, what in steps:
        day = cell.days[0].when.edtf if cell.days[0].when else None
        if (what, day or "") not in told:
            title = cell.head_as_printed(document, what)
            found.drafts.append(draft_of(line, cell.days[0], "table", title=title, clock=_hour(line, cell)))
        told.add((what, day or ""))
    found.used.add(line.number)


_FEWEST_STEPS = 2


def _hour(line: Line, cell: Cell) -> Resolution | None:
    """The hour that stands in a cell."""
    hours = (r for r in line.resolutions if is_clock(r) and cell.at.start <= r.expression.at.start < cell.at.end)
    return next(hours, None)


_ON_THEM = ("工作", "内容", "活动", "安排", "事项", "要点", "备注", "大事", "行事", "行事历", "记事", "纪事")


def _things(document: Document, line: Line, cells: Sequence[Cell], place: Cell | None) -> list[Draft]:
    """第1周 | 9月2日—8日 | 开学典礼(2日);体检: several things in the cell beside the one cell of days."""
    told = [cell for cell in cells if cell.head.endswith(_ON_THEM)]
    days = [cell for cell in cells if cell.days and cell not in told]
    if len(days) != 1 or len(told) != 1 or place is not None:
        return []
    own = [r for r in line.resolutions if told[0].at.start <= r.expression.at.start < told[0].at.end]
    several = ";" in told[0].text.rstrip(";")
    return things_of(document, line, days[0].days[0], told[0].at) if several or own else []


def _columns(dated: Sequence[Cell]) -> list[tuple[Cell, Cell | None, str]]:
    """The columns of days, each with what is due on them; 报名开始 and 报名截止 are the ends of one."""
    found: list[tuple[Cell, Cell | None, str]] = []
    skipped: set[int] = set()
    for i, cell in enumerate(dated):
        what = "" if _CALENDAR.fullmatch(cell.head) else _CIVIL.sub("", _OF_TIME.sub("", cell.head))
        if i in skipped:
            continue
        last = dated[i + 1] if i + 1 < len(dated) else None
        stem = _FIRST.sub("", what)
        if last and stem != what and _LAST.sub("", _OF_TIME.sub("", last.head)) == stem:
            skipped.add(i + 1)
            found.append((cell, last, stem))
        else:
            found.append((cell, None, what))
    return found


def _second(what: str) -> bool:
    """Whether the head of a column names something besides the thing itself: 报名, 成绩公布."""
    return (
        len(what) > 1
        and what not in words("whole")
        and what not in ("日", "举行", "活动")
        and key_class(what) != "time"  # Date
    )


def _joined(name: str, what: str) -> str:
    known = what in name or what in ("日", "活动", "举办", "举行", "开展")
    return name if not what or known else f"{name}{what}"


def _name(document: Document, line: Line, cells: Sequence[Cell], place: Cell | None, above: str) -> str:
    """What the row is called: the cell below a name, else the longest that is neither a day nor the place."""
    filled = [cell for cell in cells if _LETTERS.search(_ADDRESS.sub("", cell.text))]
    dates = [r.expression.at for r in line.resolutions]
    free = [cell for cell in filled if not any(cell.at.start <= at.start < cell.at.end for at in dates)]
    # What is called a title is one, though it names a day of its own: 2021年总结大会, held in 2022.
    titles = [c for c in filled if (key_class(c.head) == "title" or c.head.endswith(NAMING)) and not c.days]
    others = [cell for cell in free or filled if cell is not place and not cell.days]
    others = [cell for cell in others if not _BESIDE.search(cell.head)] or others
    done = [cell for cell in others or filled if cell.head.endswith(_DONE) and not cell.days]
    done = done or [cell for cell in filled if cell.head.endswith(_DONE) and not cell.days]
    best = next(iter(titles), None) or max(done or others, key=lambda c: len(c.text), default=None)
    if best is None:
        return raw_words(document, [place.at]) if place else ""
    if not titles and (on_duty := [cell for cell in free if _PERSON.fullmatch(cell.text)]) and best in on_duty:
        # 白班 张三: who it is says nothing without what for.
        return " ".join(
            f"{cell.head_as_printed(document, cell.head)} {raw_words(document, [cell.at])}" for cell in on_duty
        )
    inner = _BRACKETED.fullmatch(best.text)
    at = Span(best.at.start + 1, best.at.end - 1) if inner else best.at
    if ";" in best.text and any(best.at.start <= day.start < best.at.end for day in dates):
        at = Span(best.at.start, best.at.start + best.text.index(";"))  # 改为周刊;某号刊于10月25日
    words_ = raw_words(document, [at])
    group = best.head.endswith(_OF_GROUPS) and not titles and bool(above)
    return f"{above[:_LONGEST]}{words_}" if group and above not in words_ else words_


def _lasting(draft: Draft, end: Resolution) -> Draft:
    """A row with a column for the first day and one for the last is a stretch."""
    first, last = draft.when.first, end.when.last if end.when else None
    if first is None or last is None or not first < last:
        return draft
    return replace(draft, when=When(edtf=f"{first.isoformat()}/{last.isoformat()}"), kind=EventKind.PERIOD)
