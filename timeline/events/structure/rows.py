"""Rows -> drafts: tables between |, tables with cells on lines of their own, programmes, dates alone on a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.drafts import raw_words
from timeline.events.structure.lines import Found, Line, draft_of, heading, key_class, topic
from timeline.events.words import branch, words
from timeline.model import Document, EventKind, Role, Span

_ORGANISATION = re.compile(rf"{branch(words('body', 'ends'))}$")
_ISSUED = re.compile(r"[ ]?(?:发布|公布|印发|通过|颁布|修订|修正|施行|起施行)$")
_BULLET = re.compile(r"[-*+·>●○ ]{1,3}|\d{1,2}[.、)] ?|\(\d{1,2}\) ?")
_BREAK = re.compile(r"互动|休息|签到|茶歇|午餐|晚餐|报到|入场|进场|合影|[Ww]elcome|分组|自由")
_NAMING = ("名称", "项目", "内容", "活动", "事项", "主题", "考试", "赛事")
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
        starts = [k - date_column for k in dates if k - date_column >= first]
        stops = [*starts[1:], min(end, starts[-1] + len(names)) if starts else end]
        above = _topic_above(document, lines, i)
        for start, stop in zip(starts, stops, strict=True):
            _row(document, lines[start:stop], names, above, found)
        found.used.update(range(i, end))
        i = end


def _closes(line: Line) -> bool:
    return line.role is Role.HEADING and not line.resolutions


def _column_names(lines: Sequence[Line], i: int) -> list[str]:
    """The names of columns on the lines from `i` on; three at least, one of them of a date."""
    names: list[str] = []
    while i + len(names) < len(lines) and len(names) < 12:
        line = lines[i + len(names)]
        if not line.label or len(line.text) > 8:
            break
        names.append(line.label)
    return names if len(names) >= 3 and any(key_class(name) == "time" for name in names) else []


def _topic_above(document: Document, lines: Sequence[Line], i: int) -> str:
    """What the rows are rows of: the heading above that ends in a noun of events, else the document's topic."""
    for line in reversed(lines[max(i - 6, 0) : i]):
        text = line.text.strip("#* ")
        for suffix in _LISTS:
            text = text.removesuffix(suffix)
        if line.role is not Role.PARAGRAPH and 2 <= len(text) <= 20 and text.endswith(words("noun")):
            start = line.bare_text.start
            return raw_words(document, [Span(start, start + len(text))])
    about = topic(document)
    return raw_words(document, [about])[:16] if about else ""


def _row(document: Document, row: Sequence[Line], names: list[str], above: str, found: Found) -> None:
    """One row: its date, its hour, what it is called, where it is, and until when one may apply."""
    dated = next(line for line in row if line.bare and line.dated() and not line.due)
    resolution = dated.dated()
    assert resolution is not None
    clock = next((clock for line in row if line.bare and (clock := line.clock())), None)
    cells = [line for line in row if not line.resolutions and line.text.strip("*- ")]
    free = [name for name in names if name not in ("日期", "时间")]
    named = dict(zip(free, cells, strict=False))
    label = next((line for name, line in named.items() if key_class(name) != "place"), None)
    sites = [line for name, line in named.items() if name in _HOSTS or key_class(name) == "place"]
    name = raw_words(document, [label.at]) if label else ""
    title = f"{name} {above}".strip() if name.isascii() else f"{name}{above}"
    place = " ".join(raw_words(document, [line.at]) for line in sites)
    context = Span(row[0].at.start, row[-1].at.end)
    found.drafts.append(
        draft_of(dated, resolution, "column", title=title, place=place, at=context, context=context, clock=clock)
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


# --- tables ----------------------------------------------------------------------------------------------------------


def tables(document: Document, lines: Sequence[Line], found: Found) -> None:
    """Rows between | below a head that names a column of dates."""
    head: list[str] = []
    for line in lines:
        if line.role is not Role.ROW:
            head = []
            continue
        cells = _cells(line)
        texts = [cell.of(document.text) for cell in cells]
        if not line.resolutions and any(key_class(text) == "time" or text.endswith(("时间", "日期")) for text in texts):
            head = texts
            continue
        resolution = line.dated()
        if not head or resolution is None:
            continue
        named = dict(zip(head, cells, strict=False))
        dates = [r.expression.at for r in line.resolutions]
        free = [cell for cell in cells if not any(cell.start <= at.start < cell.end for at in dates)]
        titles = [cell for name, cell in named.items() if key_class(name) == "title" or name.endswith(_NAMING)]
        title = next((cell for cell in titles if cell in free), max(free, key=lambda c: c.end - c.start, default=None))
        place = next((cell for name, cell in named.items() if key_class(name) == "place"), None)
        if title is not None:
            words_ = raw_words(document, [place]) if place else ""
            found.drafts.append(
                draft_of(
                    line, resolution, "table", title=raw_words(document, [title]), place=words_, clock=line.clock()
                )
            )
            found.used.add(line.number)


def _cells(line: Line) -> list[Span]:
    cells = []
    for match in re.finditer(r"[^|]+", line.text):
        text = match[0]
        left = line.at.start + match.start() + len(text) - len(text.lstrip())
        cells.append(Span(left, left + len(text.strip())))
    return [cell for cell in cells if cell.end > cell.start]


# --- single lines ----------------------------------------------------------------------------------------------------


def programme(document: Document, lines: Sequence[Line], found: Found) -> None:
    """A time of day and what happens then: a part of the event of the day."""
    for line in lines:
        clock = line.clock()
        if line.number in found.used or clock is None or clock.when is None or not clock.when.edtf:
            continue
        start, end = clock.expression.at
        rest = Span(end, line.at.end).of(document.text)
        text = rest.strip(" :,;-—")
        lead = _BULLET.sub("", line.text[: start - line.at.start]).strip()
        if lead or not 2 <= len(text) <= 50 or "。" in text:
            continue
        left = end + len(rest) - len(rest.lstrip(" :,;-—"))
        title = raw_words(document, [Span(left, left + len(text))])
        minor = _BREAK.search(text) is not None
        found.drafts.append(draft_of(line, clock, "programme", title=title, minor=minor))
        found.used.add(line.number)


def date_lines(document: Document, lines: Sequence[Line], found: Found) -> None:
    """A date alone on its line: under a label, under the name of who signs, or over the line that says what."""
    about = topic(document)
    for i, line in enumerate(lines):
        resolution = line.dated()
        if line.number in found.used or resolution is None or not line.bare:
            continue
        above = lines[i - 1] if i else None
        below = lines[i + 1] if i + 1 < len(lines) else None
        if above and about and above.label and key_class(above.label) == "time":
            context = Span(above.at.start, line.at.end)
            found.drafts.append(draft_of(line, resolution, "labelled date", at=about, context=context))
        elif above and about and _signs(above):
            title = raw_words(document, [heading(document) or about])
            context = Span(above.at.start, line.at.end)
            draft = draft_of(line, resolution, "signature", title=title, context=context, kind=EventKind.PUBLICATION)
            found.drafts.append(replace(draft, organisers=(raw_words(document, [above.at]).strip("? "),)))
            found.used.add(above.number)
        elif below and not below.resolutions and 2 <= len(below.text) <= 40 and below.role is not Role.META:
            title = raw_words(document, [below.bare_text])
            context = Span(line.at.start, below.at.end)
            found.drafts.append(draft_of(line, resolution, "date line", title=title, context=context))
            found.used.add(below.number)
        else:
            continue
        found.used.add(line.number)


def _signs(line: Line) -> bool:
    return not line.resolutions and len(line.text) <= 40 and _ORGANISATION.search(line.text.strip("? ")) is not None


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
