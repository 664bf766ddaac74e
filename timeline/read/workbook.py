"""A workbook (.xlsx) -> its sheets, each a table; no formula and no macro is run, no link is followed."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from warnings import catch_warnings, simplefilter

from timeline.read.archive import opened
from timeline.read.content import Budget, Content, UnreadableError, Wish
from timeline.read.table import tabled, written

_COMPOUND = b"\xd0\xcf\x11\xe0"  # what a password makes of a workbook, and what workbooks were before 2007
_LOOKED_AT = 4000  # bytes of a part, among which a declaration stands
_MOST = 200_000  # rows of a sheet, and cells of a row that are looked at: sheets claim a million that are empty
_WIDEST = 500


def _vetted(data: bytes, budget: Budget) -> None:
    """Refuses a workbook that would grow, or declares entities."""
    with opened(data) as archive:
        for info in archive.infolist():
            budget.spend(info.file_size)
            if info.filename.endswith((".xml", ".rels")):
                with archive.open(info) as part:
                    if b"<!DOCTYPE" in part.read(_LOOKED_AT).replace(b"\0", b""):
                        raise UnreadableError("read-broken", reason="DOCTYPE")


def contents(data: bytes, wish: Wish) -> Iterator[Content]:
    """The documents of each sheet; where there is one sheet, they bear the name of the file alone."""
    from openpyxl import load_workbook

    if data.startswith(_COMPOUND):
        raise UnreadableError("read-encrypted")
    _vetted(data, wish.budget)
    with catch_warnings():
        simplefilter("ignore")  # of styles and charts that openpyxl does not know
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = [
            (
                sheet.title,
                [
                    list(map(written, cells))
                    for cells in sheet.iter_rows(max_row=_MOST, max_col=_WIDEST, values_only=True)
                ],
            )
            for sheet in book.worksheets
            if sheet.sheet_state == "visible"
        ]
        book.close()
    filled = [(title, rows) for title, rows in sheets if any(map(any, rows))]
    if not filled:
        raise UnreadableError("read-empty")
    for title, rows in filled:
        yield from tabled(rows, wish.date_column, title if len(filled) > 1 else "")
