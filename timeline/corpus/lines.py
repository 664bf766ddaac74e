r"""A stretch of a file -> its lines, and the rows of a CSV that they make, each with the place of its first byte.

>>> from io import BytesIO
>>> [(row.start, row.cells) for row in rows(lines(BytesIO(b'a,b\n"x\ny",5" disc\n')), "ascii", ",")]
[(0, ['a', 'b']), (4, ['x\ny', '5" disc'])]
"""

from __future__ import annotations

import csv
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from typing import BinaryIO, NamedTuple

_SEPARATORS = ",\t;|"

Line = tuple[int, bytes]  # its first byte, and what stands there


class Row(NamedTuple):
    """A row of a CSV; it may run over several lines."""

    start: int  # its first byte
    cells: list[str]
    fault: str = ""  # why it is none


def wide(beginning: bytes) -> bool:
    """Whether a file that begins so is in UTF-16, of which a line end is two bytes at an even place."""
    return beginning[:2] in (BOM_UTF16_LE, BOM_UTF16_BE)


def lines(source: BinaryIO, start: int = 0, stop: int | None = None, longest: int = -1) -> Iterator[Line]:
    """The lines that begin between two places. What is in UTF-16 comes as UTF-8, and from the beginning only."""
    source.seek(start)
    if start == 0 and wide(source.read(2)):
        yield from _wide_lines(source, longest)
        return
    source.seek(start)
    at = start
    while (stop is None or at < stop) and (line := source.readline(longest)):
        yield at, line
        at += len(line)


def _wide_lines(source: BinaryIO, longest: int) -> Iterator[Line]:
    source.seek(0)
    at = 0
    text = TextIOWrapper(source, "utf-16", "replace", newline="\n")
    try:
        while line := text.readline(longest):
            yield at, line.encode("utf-8", "replace")
            at += len(line.encode("utf-16-le", "replace")) + (0 if at else len(BOM_UTF16_LE))
    finally:
        text.detach()  # the file is not ours to close


def rows(found: Iterable[Line], encoding: str, separator: str, largest: int = 0) -> Iterator[Row]:
    """The rows that lines make. Quotation marks count where a cell begins with one, and nowhere else."""
    start: int | None = None

    def texts() -> Iterator[str]:
        nonlocal start
        for at, line in found:
            if start is None:
                start = at
            yield line.decode(encoding, "replace")

    csv.field_size_limit(max(csv.field_size_limit(), largest))  # one for the process: it only grows
    reader = csv.reader(texts(), delimiter=separator)
    while True:
        start = None
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield Row(start or 0, [], str(error))
            continue
        if cells is None:
            return
        yield Row(start or 0, cells)


def separator(head: str) -> str:
    """What parts the cells, by the row of names.

    >>> separator("text,title"), separator("url;text"), separator("text")
    (',', ';', ',')
    """
    return max(_SEPARATORS, key=head.count)
