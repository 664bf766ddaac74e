"""A PDF -> the text of its pages in reading order, paragraphs joined, without running heads and page numbers.

Each page begins with a form feed, as `pdftotext` writes it. What is only a picture of text is said to be one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from timeline.model import Place, Severity
from timeline.read.content import UNTOLD, Content, Remark, UnreadableError, Wish, size_words
from timeline.read.streams import LARGEST, grows

_PAGE = "\f"
_FOLIO = re.compile(
    r"[-—–·.\s]*(?:第|page|p\.)?\s*\d{1,4}\s*页?(?:[\s,，/]*(?:共|of)?\s*\d{1,4}\s*页?)?[-—–·.\s]*", re.I
)
_NUMBER = re.compile(r"第\s?\d{1,4}\s?页|page\s?\d{1,4}|\d{1,4}\s?/\s?\d{1,4}|^\d{1,4}(?=\s)|(?<=\s)\d{1,4}$", re.I)
_EDGE = 2  # lines at the top and at the bottom of a page among which running heads stand
_SAME = 0.5  # of their heights that pieces of a line share at least, and of the blank between two of them
_SMALL = 0.6  # of the usual height: what is smaller makes no line
_GUTTER = 1.0  # in line heights
_COLUMN = 5  # lines that make a column


class Piece(NamedTuple):
    """A stretch of text and its box; `bottom` grows upwards."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def height(self) -> float:
        """Of the box."""
        return self.top - self.bottom


class Line(NamedTuple):
    """A line, as far as its paragraph is concerned."""

    text: str
    full: bool  # ends at the right edge of its column
    indented: bool  # begins behind the left one
    apart: bool  # further below the line above it than others
    left: float = 0
    top: float = 0


class _Sign(NamedTuple):
    """A sign and the box that its font gives it, whatever stands in it."""

    left: float
    bottom: float
    right: float
    top: float
    text: str


def _signs(page: Any) -> Iterator[_Sign]:
    """The signs of a page as they were set, each once: what is set twice to look bold stands twice in the file.

    Their boxes are those of the font as the file describes it: where a file names a font and brings none, what is drawn
    in its place has boxes of its own, and other ones on every machine.
    """
    from pypdfium2 import raw

    found, seen = page.get_textpage(), set[tuple[str, int, int]]()
    half = ""
    for number in range(found.count_chars()):
        text = half + chr(raw.FPDFText_GetUnicode(found.raw, number))
        half = text if len(text) == 1 and "\ud800" <= text <= "\udbff" else ""
        if half:
            continue  # the first half of a sign of the further planes
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        left, bottom, right, top = found.get_charbox(number, loose=True)
        cell = (top - bottom) * _TWICE
        if cell > 0:
            column, row = round(left / cell), round(bottom / cell)
            if any((text, column + x, row + y) in seen for x in _BESIDE for y in _BESIDE):
                continue
            seen.add((text, column, row))
        yield _Sign(left, bottom, right, top, text)
    found.close()


_TWICE, _BESIDE = 0.2, (-1, 0, 1)  # of its height that a sign set twice is moved, and the cells of that size around it


def _pieces(page: Any) -> list[Piece]:
    """The text of a page, piece by piece as it was set."""
    pieces: list[Piece] = []
    words: list[str] = []  # of the last piece
    blank = True
    for sign in _signs(page):
        if sign.text.isspace() or sign.text < " ":
            blank = True
            continue
        last = pieces[-1] if pieces else None
        if last is not None and _goes_on(last, sign):
            if blank and sign.left - last.right > (sign.top - sign.bottom) * _BLANK:
                words.append(" ")
            bottom, top = min(last.bottom, sign.bottom), max(last.top, sign.top)
            pieces[-1] = Piece(last.left, bottom, max(last.right, sign.right), top, "")
        else:
            if last is not None:
                pieces[-1] = last._replace(text="".join(words))
            pieces.append(Piece(*sign))
            words = []
        words.append(sign.text)
        blank = False
    return [*pieces[:-1], pieces[-1]._replace(text="".join(words))] if pieces else []


def _goes_on(last: Piece, sign: _Sign) -> bool:
    """Whether a sign stands right behind a piece, on the same line."""
    height = sign.top - sign.bottom
    level = min(last.top, sign.top) - max(last.bottom, sign.bottom) > _SAME * min(last.height, height)
    return level and -_SAME * height <= sign.left - last.right <= _SAME * height


_BLANK = 0.1  # of the height: a narrower gap is no blank


class _Row:
    """The pieces of a line, and how high it is."""

    def __init__(self, piece: Piece) -> None:
        self.pieces, self.bottom, self.top = [piece], piece.bottom, piece.top

    def holds(self, piece: Piece) -> bool:
        """Whether a piece stands on the line."""
        shared = min(self.top, piece.top) - max(self.bottom, piece.bottom)
        return shared > _SAME * min(self.top - self.bottom, piece.height)

    def add(self, piece: Piece) -> None:
        """One more piece; what is as high as the others makes the line as high as itself."""
        self.pieces.append(piece)
        if piece.height > _SMALL * (self.top - self.bottom):
            self.bottom, self.top = min(self.bottom, piece.bottom), max(self.top, piece.top)


def _rows(pieces: Collection[Piece]) -> list[Piece]:
    """The pieces of each line put together, from the top of the page to its bottom."""
    rows: list[_Row] = []
    # Of signs that were set one by one a comma is low and small, a mark of quotation high, 一 flat: others make lines.
    small = _SMALL * median([piece.height for piece in pieces] or [0])
    for piece in sorted(pieces, key=lambda piece: (piece.height < small, -(piece.top + piece.bottom))):
        row = next((row for row in (rows if piece.height < small else rows[-1:]) if row.holds(piece)), None)
        if row:
            row.add(piece)
        else:
            rows.append(_Row(piece))
    rows.sort(key=lambda row: -(row.top + row.bottom))
    return [_joined(sorted(row.pieces)) for row in rows]


def _joined(row: Sequence[Piece]) -> Piece:
    """One line of the pieces of a row; what stands far apart is set apart by a blank."""
    text = row[0].text
    for before, here in pairwise(row):
        small, tall = sorted((before.height, here.height))
        # A comma by itself stands in a square of its own, most of which is white.
        wide = here.left - before.right > tall * (_SAME if small > _SMALL * tall else 1)
        text += (" " if wide else "") + here.text
    return Piece(row[0].left, min(p.bottom for p in row), max(p.right for p in row), max(p.top for p in row), text)


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Where the white stripe between two columns runs."""
    height = median(piece.height for piece in pieces)
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    edges = sorted({p.right for p in pieces if left + (right - left) / 4 < p.right < right - (right - left) / 4})
    best = None
    for edge in edges:
        x = edge + height * _GUTTER / 2
        beside = [p for p in pieces if p.right <= x], [p for p in pieces if p.left >= x]
        across = len(pieces) - sum(map(len, beside))
        if across * 4 > len(pieces) or not all(beside):
            continue
        width = min(p.left for p in beside[1]) - max(p.right for p in beside[0])
        if width < height * _GUTTER or (best is not None and (across, -width) >= best[:2]):
            continue
        if min(len(_rows(side)) for side in beside) >= _COLUMN:
            best = (across, -width, x)
    return best[2] if best else None


def _columns(pieces: list[Piece]) -> list[list[Piece]]:
    """The lines of a page, column by column; what runs across two of them parts those above from those below."""
    if len(pieces) < 2 * _COLUMN or (x := _gutter(pieces)) is None:
        return [_rows(pieces)]
    across = sorted((p for p in pieces if p.left < x < p.right), key=lambda piece: -piece.top)
    columns: list[list[Piece]] = []
    rest = [p for p in pieces if not p.left < x < p.right]
    for bar in [*across, None]:
        above = [p for p in rest if bar is None or p.bottom >= bar.top - bar.height * _SAME]
        columns += [[p for p in above if p.right <= x], [p for p in above if p.left >= x]]
        columns += [[bar]] if bar else []
        rest = [p for p in rest if p not in above]
    return [_rows(column) for column in columns if column]


def _place(piece: Piece) -> tuple[str, int]:
    """What a running head is known by: its words, whatever the page's number, and its height on the page."""
    return _NUMBER.sub("#", piece.text), round(piece.bottom / 4)


def _running(pages: Sequence[Sequence[Sequence[Piece]]]) -> set[tuple[str, int]]:
    """The lines that stand at the edge of most pages."""
    edges = [{_place(piece) for column in columns for piece in _edge(column)} for columns in pages]
    counts = Counter(place for edge in edges for place in edge)
    return {place for place, count in counts.items() if count > 1 and count * 2 >= len(pages)}


def _edge(column: Sequence[Piece]) -> Sequence[Piece]:
    return [*column[:_EDGE], *column[max(len(column) - _EDGE, _EDGE) :]]


def _lines(column: Sequence[Piece], running: set[tuple[str, int]]) -> Iterator[Line]:
    """The lines of a column that belong to its text."""
    edge = _edge(column)
    kept = [p for p in column if p not in edge or not (_FOLIO.fullmatch(p.text) or _place(p) in running)]
    if not kept:
        return
    height = median(p.height for p in kept)
    left, right = sorted(p.left for p in kept)[len(kept) // 10], sorted(p.right for p in kept)[-1 - len(kept) // 10]
    gaps = [before.bottom - here.top for before, here in pairwise(kept)]
    usual = median(gaps) if gaps else 0.0
    for p, gap in zip(kept, [usual, *gaps], strict=True):
        full, indented = p.right > right - 1.6 * height, p.left > left + height
        yield Line(p.text, full, indented, gap > usual + 0.6 * height, p.left, p.top)


def _text(
    pages: Sequence[Sequence[Sequence[Piece]]], heights: Sequence[float], running: set[tuple[str, int]]
) -> tuple[str, tuple[Place, ...]]:
    """The text of all pages, and where each line of it stands.

    A line goes on where it is full and the next one, though overleaf, begins no paragraph.
    """
    pieces: list[str] = []
    places: list[Place] = []
    length, before = 0, Line("", full=False, indented=False, apart=False)
    for number, (columns, height) in enumerate(zip(pages, heights, strict=True)):
        between = _PAGE if number else ""
        for column in columns:
            for line in _lines(column, running):
                goes_on = before.full and not line.indented and not line.apart
                between += "" if not length else _bond(before.text, line.text) if goes_on else "\n\n"
                length += len(between)
                places.append(Place(length, number + 1, round(line.left), round(height - line.top)))
                pieces += between, line.text
                length += len(line.text)
                before, between = line, ""
        pieces.append(between)
        length += len(between)
    return "".join(pieces) + "\n", tuple(places)


def _bond(before: str, after: str) -> str:
    """What joins two lines: a blank between words of letters."""
    return " " if before[-1:].isascii() and after[:1].isascii() and before[-1:].isalpha() else ""


def contents(data: bytes, wish: Wish = UNTOLD) -> Iterator[Content]:  # noqa: ARG001
    """The document. Raises UnreadableError where it is locked, broken, or without a letter."""
    from pypdfium2 import PdfDocument, PdfiumError

    if grows(data):
        raise UnreadableError("read-too-large", size=size_words(LARGEST))
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        raise UnreadableError(
            "read-encrypted" if "password" in str(error).lower() else "read-broken", reason=error
        ) from None
    try:
        pages = [_columns(_pieces(page)) for page in document]
        heights = [document.get_page_size(number)[1] for number in range(len(document))]
    except PdfiumError as error:
        raise UnreadableError("read-broken", reason=error) from None
    finally:
        document.close()
    blank = [str(number) for number, columns in enumerate(pages, start=1) if not any(columns)]
    if len(blank) == len(pages):
        raise UnreadableError("read-scan", count=len(pages))
    remarks = (Remark("read-scan-pages", {"pages": ", ".join(blank)}, Severity.LOSS),) if blank else ()
    text, places = _text(pages, heights, _running(pages))
    if not places:  # nothing but what looks like running heads
        text, places = _text(pages, heights, set())
    yield Content(text, remarks=remarks, places=places)
