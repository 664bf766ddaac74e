"""Tables whose columns are days -> drafts: what stands in a cell happens on the day above it, at the hour beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.events.drafts import Draft, raw_words
from timeline.events.structure.days import BREAK
from timeline.events.structure.lines import Found, Line, draft_of, is_clock
from timeline.events.structure.rows import NAMING
from timeline.find.grids import Row
from timeline.find.grids import grids as grids_of
from timeline.model import Document, Resolution, Span, When

_LETTERS = re.compile(r"[\u4e00-\u9fff]{2}|[A-Za-z]{3}")
_DAILY = re.compile("[早晚]餐|用餐|就寝|盥洗|起床|熄灯|赋归|返家|集合")
_ENDS = re.compile(r"[\s,]*(?:结束|散场|开始|开演|开[场讲赛]|起|止|前|登场)?[\s。]*")
_AND = re.compile("[、/;,]")
_SIGNS = " :,;-—~、()"

_SHORTEST, _LONGEST = 2, 60  # characters of a thing, and of a cell that names some


def grids(document: Document, lines: Sequence[Line], found: Found) -> None:
    """上午 | 讲座 | 登山 below 5月1日 | 5月2日: two things, each of its own day."""
    resolutions = {r.expression.span: r for line in lines for r in line.resolutions}
    for grid in grids_of(document, [r.expression for r in resolutions.values()]):
        days = [resolutions[day.span] for day in grid.days]
        rows = [row for row in grid.rows if _tells(lines[row.block], row, document)]
        if not rows:
            continue
        for row in rows:
            for day, cell in zip(days, row.cells, strict=True):
                found.drafts += _things(document, lines[row.block], row, day, cell)
        found.used.update((grid.block, *(row.block for row in grid.rows)))


def _tells(line: Line, row: Row, document: Document) -> bool:
    """Whether the label of a row is an hour, a part of the day or says that the row names things."""
    label = row.label.of(document.text)
    return _hour(line, row) is not None or _SESSION.search(label) is not None or label.endswith(NAMING)


_SESSION = re.compile(r"[上下]午|[早晚午]上?$|夜间?|白天|第[一二三四五六七八九十\d]{1,2}[节堂场时]|^[早午晚]")


def _hour(line: Line, row: Row) -> Resolution | None:
    hours = (r for r in line.resolutions if is_clock(r) and row.label.start <= r.expression.at.start < row.label.end)
    return next(hours, None)


def _things(document: Document, line: Line, row: Row, day: Resolution, cell: Span) -> Iterator[Draft]:
    """The things in a cell: one, or one behind each of its hours."""
    if day.when is None or day.when.edtf is None or not _LETTERS.search(cell.of(document.text)):
        return
    if cell.end - cell.start > _LONGEST:
        return
    label = _hour(line, row)
    for piece, clock in _pieces(document, line, cell):
        name = _named(document, piece)
        if name.end - name.start < _SHORTEST:
            continue
        time = next((hour.when for hour in (clock, label) if hour and hour.when), When())
        part = time.part or (label.when.part if label and label.when else None)
        routine = (BREAK.search(thing) or _DAILY.search(thing) for thing in _AND.split(name.of(document.text)))
        title = raw_words(document, [name])
        draft = draft_of(line, day, "grid", title=title, at=name, context=line.at, minor=all(routine))
        yield replace(draft, when=When(edtf=day.when.edtf, time=time.time, part=part))


def _pieces(document: Document, line: Line, cell: Span) -> list[tuple[Span, Resolution | None]]:
    """15:00报到 16:00始业式: what stands behind each hour of a cell; 结业式 15:00结束 has the hour behind it."""
    hours = [r for r in line.resolutions if is_clock(r) and cell.start <= r.expression.at.start < cell.end]
    if not hours:
        return [(cell, None)]
    bounds = [cell.start, *(end for hour in hours for end in hour.expression.at), cell.end]
    before, *behind = (Span(*bounds[i : i + 2]) for i in range(0, len(bounds), 2))
    if len(hours) == 1 and _ENDS.fullmatch(document.text, *behind[0]):
        return [(before, hours[0])]
    return [(before, None), *zip(behind, hours, strict=True)]


def _named(document: Document, piece: Span) -> Span:
    text = piece.of(document.text)
    left = len(text) - len(text.lstrip(_SIGNS))
    return Span(piece.start + left, piece.start + max(len(text.rstrip(_SIGNS)), left))
