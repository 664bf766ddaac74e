"""Rows without a head -> drafts: a date in a cell of its own, beside it or below it what happened then."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.drafts import Draft, raw_words
from timeline.events.language.abroad import abroad_at
from timeline.events.language.clauses import sentences
from timeline.events.language.divisions import path_of
from timeline.events.language.segment import has_verb, lacks_subject
from timeline.events.language.sites import is_site
from timeline.events.structure.lines import Found, Line, draft_of
from timeline.events.structure.topics import annals_of
from timeline.model import Document, ExpressionKind, Resolution, Role, Span

_RUN = 3  # dates in cells of their own that make a ledger
_ROWS, _FEWEST = 2, 3  # whole days of rows in a grid that do; cells of a row that does not begin with its date
_SHORT = 26  # characters of a cell that is a title as it stands
_CELL = re.compile(r"[^|]+")
_WORDS = re.compile(r"[\u4e00-\u9fff]{2}|[A-Za-z]{3}")
_SENTENCE = re.compile(r"[。;]")


def ledgers(document: Document, lines: Sequence[Line], found: Found) -> None:
    """| 1907年 | 生于某地 |, again and again; or the same with every cell on a line of its own."""
    run: list[tuple[Resolution, Line, list[Span]]] = []
    day: Resolution | None = None
    heads = 0
    whose = annals_of(document)
    for line in [*lines, None]:
        row = None if line is None or line.number in found.used else _row(line, day)
        if line is not None and row is not None:
            resolution, cells, own = row
            heads += own
            day = resolution
            run.append((resolution, line, cells))
            continue
        if line is not None and not _WORDS.search(line.text) and line.number not in found.used and "|" in line.text:
            continue  # an empty row
        plain = any(told.role is not Role.ROW or not (one.when and one.when.single_day) for one, told, _ in run)
        if heads >= (_RUN if plain else _ROWS):
            for resolution, told, cells in run:
                cells, site = _apart(document, cells)
                place = raw_words(document, [site] if site else [])
                if _are_one(document, resolution, cells):
                    at = Span(cells[0].start, cells[-1].end)
                    title = " ".join(raw_words(document, [cell]) for cell in cells)
                    found.drafts.append(
                        draft_of(told, resolution, "ledger", at=at, context=at, title=title, place=place)
                    )
                    cells = []
                for cell in cells:
                    bracketed, bracket = _own_day(told, cell)
                    named = Span(cell.start, bracket.start if bracketed else cell.end)
                    draft = _told(document, told, bracketed or resolution, named, whose)
                    found.drafts.append(replace(draft, place=place))
                found.used.add(told.number)
        run, day, heads = [], None, 0


def _row(line: Line, day: Resolution | None) -> tuple[Resolution, list[Span], bool] | None:
    """The date of a row, its own or that of the row above, its other cells, and whether the date is its own."""
    if "|" not in line.text:
        return None
    cells = _cells(line)
    resolution = line.dated()
    if resolution is None:
        return (day, cells, False) if day is not None and cells and not line.resolutions else None
    at = resolution.expression.at
    every = _all_cells(line)
    holds = next((cell for cell in every if cell.start == at.start and at.end >= cell.end - 1), None)
    behind = holds != every[0]  # 食农教育 | 5/1(三) | 图书馆, but not 出生 | 1959
    day_told = resolution.when is not None and resolution.when.single_day
    if holds is None or (behind and not (len(every) >= _FEWEST and day_told) and not _step(line, every, resolution)):
        return None
    return resolution, [cell for cell in cells if cell != holds], True


def _step(line: Line, cells: Sequence[Span], resolution: Resolution) -> bool:
    """Whether the first of two cells names what is due on the day in the second: 开标 | 3月1日, but not 出生 | 1959."""
    if len(cells) != len(("开标", "3月1日")) or line.key is not None or resolution.when is None:
        return False
    name = line.text[cells[0].start - line.at.start : cells[0].end - line.at.start].strip("*: ")
    to_the_day = _TO_THE_DAY.search(resolution.when.edtf or "") is not None
    return to_the_day and _WORDS.search(name) is not None and len(name) <= _NAME * 2 and not _PERSONAL.search(name)


_TO_THE_DAY = re.compile(r"-\d\d-\d\d")
_PERSONAL = re.compile(r"生日?$|出生|姓名|卒|逝世|日期$|时间$|编号|更新")


def _are_one(document: Document, resolution: Resolution, cells: Sequence[Span]) -> bool:
    """2018年 | 某人 | 男子跳远 | 金牌: cells that tell nothing by themselves, where no more is known than the year."""
    words_ = [cell.of(document.text) for cell in cells]
    year = (
        resolution.when is not None
        and not resolution.when.single_day
        and len(resolution.when.edtf or "") == len("2018")
    )
    return year and len(cells) > 1 and all(len(word) <= _NAME and not has_verb(word) for word in words_)


_NAME = 12  # characters of a cell that only names somebody or something


def _apart(document: Document, cells: list[Span]) -> tuple[list[Span], Span | None]:
    """开幕式 | 台北 | 免费: the cells that tell what happens, and the one that says where."""
    words_ = {cell: cell.of(document.text) for cell in cells}
    telling = [cell for cell in cells if not _ASIDE.fullmatch(words_[cell])] or cells
    sites = [cell for cell in telling if _names_a_place(words_[cell])]
    return (
        ([cell for cell in telling if cell not in sites], sites[0])
        if 0 < len(sites) < len(telling)
        else (telling, None)
    )


_ASIDE = re.compile(
    r"免费|待[定补]|未定|同上|额满|已?截止|报名中|自由入座|线上|实体|[一-鿿]{2,3}(?:老师|教授|讲师|先生|女士|博士)|第[一二三四五六七八九十\d]{1,3}[场次梯站组]{1,2}|详见.*"
)


def _names_a_place(text: str) -> bool:
    return (is_site(text) and not has_verb(text)) or path_of(text) is not None or abroad_at(text) == len(text)


def _all_cells(line: Line) -> list[Span]:
    found = []
    for match in _CELL.finditer(line.text):
        text = match[0]
        left = line.at.start + match.start() + len(text) - len(text.lstrip())
        if text.strip():
            found.append(Span(left, left + len(text.strip())))
    return found


def _cells(line: Line) -> list[Span]:
    """The cells that say something and are no dates."""
    return [cell for cell in _all_cells(line) if _WORDS.search(_besides_dates(line, cell))]


def _in_cell(line: Line, cell: Span) -> Sequence[Resolution]:
    """The times that begin in a cell."""
    first, last = (bisect_left(line.dates, place, key=lambda at: at.start) for place in cell)
    return line.resolutions[first:last]


def _besides_dates(line: Line, cell: Span) -> str:
    """What a cell says besides its days and hours: nothing in 5月9日(星期五) (下午四时)."""
    kept, position = "", cell.start
    for resolution in _in_cell(line, cell):
        start, end = resolution.expression.at
        if resolution.expression.kind is not ExpressionKind.OBSERVANCE and end <= cell.end:
            kept += line.text[position - line.at.start : max(start, position) - line.at.start]
            position = end
    return kept + line.text[position - line.at.start : cell.end - line.at.start]


def _own_day(line: Line, cell: Span) -> tuple[Resolution | None, Span]:
    """The day in the bracket that closes a cell, and the bracket: 清明节(4月4日)."""
    for resolution in _in_cell(line, cell):
        start, end = (position - line.at.start for position in resolution.expression.at)
        name = line.text[cell.start - line.at.start : start - 1].rstrip()
        closed = end + 1 == cell.end - line.at.start and line.text[start - 1] == "(" and line.text[end] == ")"
        if closed and resolution.when and resolution.when.edtf and name:
            return resolution, Span(cell.start + len(name), cell.end)
    return None, cell


def _told(document: Document, line: Line, resolution: Resolution, cell: Span, whose: Span | None) -> Draft:
    """A short cell is a title as it stands, of whom the table is of; of a longer one the first sentence is read."""
    short = cell.end - cell.start <= _SHORT and not _SENTENCE.search(cell.of(document.text))
    title = raw_words(document, [cell]).strip("|。；; ") if short else ""
    untold = lacks_subject(cell.of(document.text)[:12]) or cell.of(document.text).startswith(("由", "自", "从", "在"))
    title = f"{raw_words(document, [whose])}{title}" if title and whose and untold else title
    draft = draft_of(line, resolution, "ledger", at=cell, context=cell, title=title)
    first = sentences(document.text, cell)[:1]
    if short or not first:
        return draft
    return replace(draft, at=first[0].at, clauses=first[0].clauses, dates=(), subject=whose)
