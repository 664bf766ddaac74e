"""What the reader of a format hands over: texts, files within the file, remarks; or that it cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from timeline.model import Place, Severity


class Remark(NamedTuple):
    """What is to be said of a file, as a row of the messages."""

    rule: str
    values: Mapping[str, object] = MappingProxyType({})
    severity: Severity = Severity.LOSS
    part: str = ""  # the file within the file that it is said of


class Content(NamedTuple):
    """A text and what its format says of it. Headings, items and rows stand in it as Markdown writes them."""

    text: str
    title: str | None = None
    published: date | None = None
    remarks: tuple[Remark, ...] = ()
    places: tuple[Place, ...] = ()  # where its lines stand on paper
    part: str = ""  # what it is called within the file, where the file holds several


class Part(NamedTuple):
    """A file within the file, to be read in its turn."""

    name: str
    data: bytes


class UnreadableError(ValueError):
    """A file, or a file within it, that cannot be read; the remark says why."""

    def __init__(self, rule: str, **values: object) -> None:
        super().__init__(rule)
        self.remark = Remark(rule, values)


class Budget:
    """How much one file may unpack, all that lies within it together: a bomb is put out before it goes off."""

    def __init__(self, size: int) -> None:
        self.largest, self.left = size, size * 10

    def spend(self, size: int) -> None:
        """Takes what was unpacked off what is left. Raises UnreadableError where nothing is."""
        self.left -= size
        if size > self.largest or self.left < 0:
            raise UnreadableError("read-too-large", size=size_words(self.largest))


PATIENCE = 120.0  # seconds: what a library takes for the largest file, six times over


class Wish(NamedTuple):
    """What is known of a file beside its bytes, and what is asked of its reader."""

    budget: Budget
    declared: str | None = None  # the encoding that is said of it outside of itself
    date_column: str | None = None  # of a table: the head of the column that dates its rows
    seconds: float = PATIENCE  # that it may take


UNTOLD = Wish(Budget(20_000_000))


def size_words(size: int) -> str:
    """A size as people write it.

    >>> size_words(20_000_000), size_words(1500), size_words(30)
    ('20 MB', '1.5 kB', '30 B')
    """
    factor, unit = next(row for row in ((10**9, "GB"), (10**6, "MB"), (1000, "kB"), (1, "B")) if size >= row[0])
    return f"{size / factor:g} {unit}"


def row(cells: Iterable[str]) -> str:
    r"""A row of a table in one line; a cell without neighbours is a line.

    >>> row(["日期", " 活动 |\n地点"]), row(["", "通知"])
    ('| 日期 | 活动 / 地点 |', '通知')
    """
    texts = [" ".join(cell.replace("|", "/").split()) for cell in cells]
    filled = [text for text in texts if text]
    return f"| {' | '.join(texts)} |" if len(filled) > 1 else "".join(filled)
