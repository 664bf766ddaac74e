"""Rows -> drafts: tables with cells on lines of their own or between blanks, listings, the line of the day of issue."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.drafts import raw_words
from timeline.events.language.abroad import abroad_at
from timeline.events.language.divisions import named, path_of
from timeline.events.language.sites import is_site
from timeline.events.language.words import verbs, words
from timeline.events.structure.keys import key_class
from timeline.events.structure.lines import Found, Line, draft_of, is_clock
from timeline.events.structure.topics import heading, topic
from timeline.model import Document, EventKind, Role, Span

_ISSUED = re.compile(r"[ ]?(?:发布|公布|印发|通过|颁布|修订|修正|施行|起施行)$")
NAMING = ("名称", "项目", "内容", "活动", "事项", "主题", "考试", "赛事", "庆典", "祭典", "节庆", "神明")
_THINGS = (
    "活动",
    "项目",
    "内容",
    "事项",
    "主题",
    "赛事",
    "名称",
    "题目",
    "讲题",
    "节目",
)  # columns of what has a name of its own
_LISTS = ("一览表", "一览", "列表", "时间表", "日程表")
_HOSTS = ("学校", "单位", "机关")

# --- columns of lines ------------------------------------------------------------------------------------------------


def columns(document: Document, lines: Sequence[Line], found: Found) -> None:
    """A table that lost its grid: the names of the columns on lines of their own, then cell after cell."""
    i = 0
    while i < len(lines):
        names = _column_names(lines, i)
        if not names:
            i += 1
            continue
        first = i + len(names)
        end = first
        while end < len(lines) and lines[end].role is not Role.PARAGRAPH and not _closes(lines[end]):
            end += 1
        date_column = next(k for k, name in enumerate(names) if key_class(name) == "time")
        dates = [k for k in range(first, end) if lines[k].bare and lines[k].dated() and not lines[k].due]
        # A row begins so many cells before its date, but behind the date before: a cell may be missing.
        before = (first - 1, *dates)
        starts = [max(k - date_column, last + 1) for last, k in zip(before, dates, strict=False)]
        if not starts:  # a row of names with no table below it
            i = first
            continue
        stops = [*starts[1:], min(end, starts[-1] + len(names))]
        above = topic_above(document, lines, i)
        for start, stop in zip(starts, stops, strict=True):
            _row(document, lines[start:stop], names, above, found)
        found.used.update(range(i, stops[-1]))
        i = stops[-1]


def _closes(line: Line) -> bool:
    return line.role is Role.HEADING and not line.resolutions


def _column_names(lines: Sequence[Line], i: int) -> list[str]:
    """The names of columns on the lines from `i` on; three at least, one of them of a date."""
    names: list[str] = []
    while i + len(names) < len(lines) and len(names) < 12:
        line = lines[i + len(names)]
        if not names and (last := _LAST_NAME.search(line.text)) and not line.label:
            names.append(last[1])  # 恒常活动/服务: 活动 over 日期 and 时间
            continue
        if not line.label or len(line.text) > 8:
            break
        names.append(line.label)
    return names if len(names) >= 3 and any(key_class(name) == "time" for name in names) else []


_LAST_NAME = re.compile(rf"^[^。;,]{{2,20}}[: ]({'|'.join(NAMING)})$")


def topic_above(document: Document, lines: Sequence[Line], i: int) -> str:
    """What the rows are rows of: the heading above that ends in a noun of events, else the document's topic."""
    for line in reversed(lines[max(i - 6, 0) : i]):
        text = line.text.strip("#* ")
        for suffix in _LISTS:
            text = text.removesuffix(suffix)
        if line.role is Role.ITEM and line.resolutions:
            continue  # another row: 1月1日 开幕式
        if line.role is not Role.PARAGRAPH and 2 <= len(text) <= 20 and text.endswith(words("noun")):
            start = line.bare_text.start
            return raw_words(document, [Span(start, start + len(text))])
    about = topic(document)
    return raw_words(document, [about])[:16] if about else ""


def _row(document: Document, row: Sequence[Line], names: list[str], above: str, found: Found) -> None:
    """One row: its date, its hour, what it is called, where it is, and until when one may apply."""
    dated = next(line for line in row if line.bare and line.dated() and not line.due)
    days = [r for r in dated.resolutions if r.when and r.when.edtf and not is_clock(r)]
    clock = next((clock for line in row if line.bare and (clock := line.clock())), None)
    cells = [line for line in row if not line.resolutions and line.text.strip("*- ")]
    free = [name for name in names if name not in ("日期", "时间")]
    named = dict(zip(free, cells, strict=False))
    label = next((line for name, line in named.items() if key_class(name) != "place"), None)
    sites = [line for name, line in named.items() if name in _HOSTS or key_class(name) == "place"]
    name = raw_words(document, [label.at]) if label else ""
    own = any(line is label and column.endswith(_THINGS) for column, line in named.items())  # 活动: 义工会议
    title = name if own else f"{name} {above}".strip() if name.isascii() else f"{name}{above}"
    place = " ".join(raw_words(document, [line.at]) for line in sites)
    context = Span(row[0].at.start, row[-1].at.end)
    for day in days if all(r.when and r.when.single_day for r in days) else days[:1]:  # 13/9、20/9、27/9
        found.drafts.append(
            draft_of(dated, day, "column", title=title, place=place, at=context, context=context, clock=clock)
        )
    for line in row:
        due = line.dated()
        if line is not dated and due and line.due:
            position = line.text.find("截止")
            word = raw_words(document, [Span(line.at.start + position, line.at.start + position + 2)])
            found.drafts.append(
                draft_of(
                    line,
                    due,
                    "deadline of a row",
                    title=f"{title}{word if position >= 0 else ''}",
                    context=context,
                    kind=EventKind.DEADLINE,
                )
            )


# --- tables between blanks -------------------------------------------------------------------------------------------


def spaced(document: Document, lines: Sequence[Line], found: Found) -> None:
    """Rows between blanks below a head of three names at least: 日期 内容 地点."""
    head: list[str] = []
    for line in lines:
        cells = _spaced_cells(line)
        texts = [cell.of(document.text) for cell in cells]
        if not line.resolutions and len(texts) >= 3 and any(key_class(text) == "time" for text in texts):
            head = texts if all(key_class(text) or text.endswith(NAMING) for text in texts) else []
            continue
        if line.number in found.used or not head:
            continue
        resolution = line.dated()
        if resolution is None or len(cells) != len(head):
            head = head if resolution else []
            continue
        named = dict(zip(head, cells, strict=True))
        dates = [r.expression.at for r in line.resolutions]
        free = [cell for cell in cells if not any(cell.start <= at.start < cell.end for at in dates)]
        place = next((cell for name, cell in named.items() if key_class(name) == "place"), None)
        title = next((cell for cell in free if cell is not place), None)
        if title is not None:
            words_ = raw_words(document, [place]) if place else ""
            title_ = raw_words(document, [title])
            found.drafts.append(draft_of(line, resolution, "table", title=title_, place=words_, clock=line.clock()))
            found.used.add(line.number)


def _spaced_cells(line: Line) -> list[Span]:
    return [Span(line.at.start + m.start(), line.at.start + m.end()) for m in re.finditer(r"[^ ]+", line.text)]


# --- listings --------------------------------------------------------------------------------------------------------

_RUN = 3  # lines of one make that are a listing


def listing(document: Document, lines: Sequence[Line], found: Found) -> None:
    """Lines one like the other: a town, a day, a hall; or a day, a match, a town."""
    about = topic(document)
    run: list[Line] = []
    for line in [*lines, None]:
        if line is not None and line.number not in found.used and _listed(line):
            run.append(line)
            continue
        if len(run) >= _RUN:
            for one in run:
                _entry(document, one, about, found)
        run = []


_SESSION = re.compile(
    r"[-*+·● ]{0,3}(?:\[)?([^:,。\[\] ]{1,10}?"
    r"(?:场次?|区|站|梯次|组|校区|高中|国中|中学|[一二三四]中|[国小]小|小学|大学|学院))"
    r"(?:\]\([^()]{0,120}\))?[ :(—-]{0,4}$"
)
_OFFERED = re.compile(r"(?:现正|开放|受理)?(?:报名中|报名|活动资讯|活动讯息|活动信息|资讯|公告|开跑|场次)?[!]?$")
_SCHOOLS = ("高中", "国中", "中学", "一中", "二中", "三中", "四中", "国小", "小学", "大学", "学院")
_MOST, _TOLD = 30, 40


def sessions(document: Document, lines: Sequence[Line], found: Found) -> None:
    """南区:7月15日,于某校 and 北区:7月23日,于某馆: what the text is about, in one place after the other."""
    about = topic(document)
    run: list[tuple[Line, Span]] = []
    for line in [*lines, None]:
        label = _label(line) if line is not None and line.number not in found.used else None
        if line is not None and label:
            run.append((line, label))
            continue
        if len(run) >= 2 and about:
            words_ = about.of(document.text)
            about = Span(about.start, about.start + len(_OFFERED.sub("", words_)))
            for one, name in run:
                _held_at(document, one, name, about, found)
        run = []


def _label(line: Line) -> Span | None:
    """What stands before the one date of a line, where it names one of several places or groups."""
    dated = [r for r in line.resolutions if r.when and r.when.edtf]
    if line.role is Role.META or line.key or not dated or line.dated() is None:
        return None
    behind = line.text[dated[0].expression.at.end - line.at.start :].lstrip(",")
    if behind[:1] not in ("于", "在") and any(span.start > 0 for span, _ in verbs(behind[:_TOLD])):
        return None  # 城南区:10月23日,某街道举行敬老宴: each line tells its own
    match = _SESSION.match(line.text[: dated[0].expression.at.start - line.at.start])
    return Span(line.at.start + match.start(1), line.at.start + match.end(1)) if match else None


def _held_at(document: Document, line: Line, label: Span, about: Span, found: Found) -> None:
    resolution = line.dated()
    assert resolution is not None
    name, whole = raw_words(document, [label]), raw_words(document, [about])
    quoted = re.search(r"“[^“”]{4,20}”|「[^「」]{4,20}」", whole)
    title = whole if len(whole) + len(name) <= _MOST or quoted is None else quoted[0]
    end = max(r.expression.at.end for r in line.resolutions)
    rest = re.sub(r"^(?:\([^()]*\)|[ ,、:;)]|[于在])*", "", Span(end, line.at.end).of(document.text))
    site = Span(line.at.end - len(rest), line.at.end) if 4 <= len(rest) <= 60 and "。" not in rest else None
    place = raw_words(document, [site]) if site else name if label.of(document.text).endswith(_SCHOOLS) else ""
    draft = draft_of(line, resolution, "one of several", title=f"{title}{name}", place=place, clock=line.clock())
    found.drafts.append(draft)
    found.used.add(line.number)


def _listed(line: Line) -> bool:
    """Whether a line is one day and words on a side of it or on both, and no sentence."""
    if len(line.resolutions) != 1 or line.dated() is None or len(line.text) > 50 or line.role is Role.META:
        return False
    return line.key is None and not re.search("[,。!?:;|]", line.text) and not line.bare


def _entry(document: Document, line: Line, about: Span | None, found: Found) -> None:
    """台北 8月3日 小巨蛋 is what the text is about, there; 1月14日 公开赛 墨尔本 says itself what and where."""
    resolution = line.dated()
    assert resolution is not None
    start, end = resolution.expression.at
    before = _trimmed(document, Span(line.bare_text.start, start))
    after = _trimmed(document, Span(end, line.at.end))
    if path_of(before.of(document.text)) and about is not None:
        title, cells = raw_words(document, [about]), [before, after]
    else:
        what, _, where = after.of(document.text).rpartition(" ")
        site = Span(after.end - len(where), after.end)
        if before.of(document.text) or not what or not (is_site(where) or next(named(where), None) or abroad_at(where)):
            return
        title, cells = raw_words(document, [Span(after.start, after.start + len(what))]), [site]
    place = " ".join(raw_words(document, [cell]) for cell in cells).strip()
    found.drafts.append(draft_of(line, resolution, "listing", title=title, place=place))
    found.used.add(line.number)


def _trimmed(document: Document, at: Span) -> Span:
    text = at.of(document.text)
    left = len(text) - len(text.lstrip(" ·-—"))
    return Span(at.start + left, max(at.start + len(text.rstrip(" ·-—")), at.start + left))


# --- single lines ----------------------------------------------------------------------------------------------------


def issued(document: Document, lines: Sequence[Line], found: Found) -> None:
    """1986年2月18日发布, near the top: the day of the document itself."""
    about = topic(document)
    for line in lines[:6]:
        resolution = line.dated()
        if about is None or resolution is None or line.number in found.used:
            continue
        start, end = resolution.expression.at
        rest = line.text[end - line.at.start :]
        if start - line.at.start <= 2 and _ISSUED.fullmatch(rest):
            word = raw_words(document, [Span(line.at.end - len(rest.strip()), line.at.end)])
            title = f"{raw_words(document, [heading(document) or about])}{word}"
            found.drafts.append(draft_of(line, resolution, "issued", title=title, kind=EventKind.PUBLICATION))
            found.used.add(line.number)
