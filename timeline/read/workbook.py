"""A workbook (.xlsx) -> its sheets, each a table; no formula and no macro is run, no link is followed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING
from warnings import catch_warnings, simplefilter

from timeline.read.archive import opened
from timeline.read.content import Budget, Content, Remark, UnreadableError, Wish
from timeline.read.table import MOST, ROOM, WIDEST, Kept, kept, tabled, written

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_COMPOUND = b"\xd0\xcf\x11\xe0"  # what a password makes of a workbook, and what workbooks were before 2007
_PIECE = 1 << 20  # bytes of a part that are looked at at once; in the first of them a declaration stands
_SHEET = b"sheetId="  # what the list of sheets says of each


def _vetted(data: bytes, budget: Budget) -> None:
    """Refuses a workbook that would grow, declares entities, or gives one sheet many names, each of which is read."""
    with opened(data) as archive:
        named = 0
        for info in archive.infolist():
            budget.spend(info.file_size)
            if info.filename.endswith((".xml", ".rels")):
                with archive.open(info) as part:
                    pieces = (piece.replace(b"\0", b"") for piece in iter(partial(part.read, _PIECE), b""))
                    for number, piece in enumerate(pieces):
                        named += piece.count(_SHEET)
                        if number == 0 and b"<!DOCTYPE" in piece:
                            raise UnreadableError("read-broken", reason="DOCTYPE")
        if named > len(archive.infolist()):
            raise UnreadableError("read-broken", reason=f"sheets: {named}")


def _rows(sheet: ReadOnlyWorksheet) -> Iterator[list[str]]:
    """The rows, each as far as it is filled: a sheet may name one cell far out, and the library gives all before it."""
    for cells in sheet.iter_rows(max_row=MOST, max_col=WIDEST + 1, values_only=True):
        filled = len(cells) if cells.count(None) < len(cells) else 0
        while filled and cells[filled - 1] is None:
            filled -= 1
        yield [written(cell) for cell in cells[:filled]]


def contents(data: bytes, wish: Wish) -> Iterator[Content | Remark]:
    """The documents of each sheet; where there is one sheet, they bear the name of the file alone."""
    from openpyxl import load_workbook

    if data.startswith(_COMPOUND):
        raise UnreadableError("read-encrypted")
    _vetted(data, wish.budget)
    with catch_warnings():
        simplefilter("ignore")  # of styles and charts that openpyxl does not know
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets: list[tuple[str, Kept]] = []
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                sheets.append((sheet.title, kept(_rows(sheet), sheets[-1][1].left if sheets else ROOM)))
        book.close()
    filled = [(title, table) for title, table in sheets if table.remarks or any(map(any, table.rows))]
    if not filled:
        raise UnreadableError("read-empty")
    for title, table in filled:
        part = title if len(filled) > 1 else ""
        yield from (remark._replace(part=part) for remark in table.remarks)
        if table.rows:
            yield from tabled(table.rows, wish.date_column, part)
