"""Timeline -> a table for spreadsheets, as RFC 4180 has it, in which no cell is ever taken for a formula.

>>> cell("=HYPERLINK(1)"), cell("－1"), cell("开幕式"), cell(None), cell(True)
("'=HYPERLINK(1)", "'－1", '开幕式', '', 'true')
"""

from __future__ import annotations

import csv
import io

from timeline.export import table
from timeline.export.options import Options
from timeline.export.wording import listed
from timeline.model import Event, Timeline

NAME = "csv"
SUFFIX = ".csv"

_FORMULA = tuple("=+-@＝＋－＠|%")  # what a spreadsheet computes instead of showing, in either width


def cell(value: table.Cell) -> str | int:
    """A value as a spreadsheet shall show it; an apostrophe says that it is text."""
    if isinstance(value, bool):
        return str(value).lower()
    if value is None or isinstance(value, int):
        return "" if value is None else value
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def holds(timeline: Timeline, options: Options) -> tuple[Event, ...]:
    """The events that the table lists."""
    return listed(timeline, options)


def render(timeline: Timeline, options: Options) -> str:
    """The timeline as CSV. Every text is quoted, so that no other separator than the comma divides it."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(table.COLUMNS)
    for row in table.rows(holds(timeline, options), timeline, options.language):
        writer.writerow([cell(value) for value in row.values()])
    return ("\ufeff" if options.bom else "") + made.getvalue()
