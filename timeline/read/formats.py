"""The formats that can be read: what their files are called, which module reads them, what must be installed for it.

>>> format_of("a/B.HTML").name, format_of("picture.png"), sniffed(b"%PDF-1.7").name
('html', None, 'pdf')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import PurePosixPath
from typing import Any, NamedTuple, Protocol, cast

from timeline.read.content import Content, Part, Remark, UnreadableError, Wish
from timeline.watchdog import TooSlowError, steps


class Reader(Protocol):
    """The module of a format."""

    def contents(self, data: Any, wish: Wish) -> Iterable[Content | Part | Remark]:
        """What a file holds, out of its bytes; of a format that streams, of the open file. Raises UnreadableError."""


class Format(NamedTuple):
    """A format of files."""

    name: str
    suffixes: tuple[str, ...]
    module: str
    extra: str = ""  # what is installed with the program only if it is asked for
    packages: tuple[str, ...] = ()  # of the extra, as they are imported
    types: tuple[str, ...] = ()  # as servers call it
    streams: bool = False  # is read piece by piece, however large it is
    asked: bool = False  # of a folder only where --include names it: not every table is a document

    @property
    def ready(self) -> bool:
        """Whether what it takes is installed here."""
        return all(find_spec(package) is not None for package in self.packages)

    @property
    def reader(self) -> Reader:
        """The module, loaded when the first file of the format is read."""
        return cast(Reader, import_module(f"timeline.read.{self.module}"))


_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS = (
    Format("text", (".txt",), "plain", types=("text/plain",)),
    Format("markdown", (".md", ".markdown"), "plain", types=("text/markdown",)),
    Format(
        *("html", (".html", ".htm", ".xhtml"), "page", "web", ("trafilatura", "htmldate", "lxml")),
        types=("text/html", "application/xhtml+xml"),
    ),
    Format("pdf", (".pdf",), "pdf", "pdf", ("pypdfium2",), types=("application/pdf",)),
    Format("docx", (".docx", ".docm"), "word", types=(f"{_OFFICE}.wordprocessingml.document",)),
    Format("mail", (".eml", ".mht", ".mhtml"), "mail", types=("message/rfc822", "multipart/related")),
    Format("mbox", (".mbox",), "mailbox", types=("application/mbox",)),
    Format("csv", (".csv", ".tsv"), "table", types=("text/csv", "text/tab-separated-values"), asked=True),
    Format(
        *("xlsx", (".xlsx", ".xlsm"), "workbook", "xlsx", ("openpyxl",)),
        types=(f"{_OFFICE}.spreadsheetml.sheet",),
        asked=True,
    ),
    Format("epub", (".epub",), "book", "web", ("lxml",), types=("application/epub+zip",)),
    Format("zip", (".zip",), "archive", types=("application/zip", "application/x-zip-compressed")),
    Format("warc", (".warc", ".warc.gz", ".wet", ".wet.gz"), "warc", "warc", ("fastwarc",), streams=True),
)
_BY_SUFFIX = {suffix: each for each in FORMATS for suffix in each.suffixes}
_BY_NAME = {each.name: each for each in FORMATS}
_BY_TYPE = {kind: each for each in FORMATS for kind in each.types}


# What is no file; its pages need what saved pages need.
ADDRESS = Format("address", ("http://", "https://"), "web", "web", ("trafilatura", "htmldate", "lxml"))
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def is_address(path: str) -> bool:
    """Whether what was typed is an address and no path.

    >>> is_address("https://example.org/a.html"), is_address("http.txt")
    (True, False)
    """
    return _ADDRESS.match(path) is not None


def format_of(name: str) -> Format | None:
    """The format that a name promises."""
    last = PurePosixPath(name.lower()).suffixes[-2:]
    return _BY_SUFFIX.get("".join(last)) or _BY_SUFFIX.get("".join(last[-1:]))


def format_of_type(kind: str) -> Format | None:
    """The format that a server calls so: text/html.

    >>> format_of_type("text/html").name, format_of_type("image/png")
    ('html', None)
    """
    return _BY_TYPE.get(kind.strip().lower())


_BEGINNINGS = (
    ("warc", re.compile(rb"WARC/\d\.\d\r?\n")),
    ("pdf", re.compile(rb"\s{0,64}%PDF-")),
    ("docx", re.compile(rb"PK\x03\x04(?s:.{0,2000})word/document\.xml")),
    ("epub", re.compile(rb"PK\x03\x04(?s:.{26,40})mimetypeapplication/epub\+zip")),
    ("xlsx", re.compile(rb"PK\x03\x04(?s:.{0,4000})xl/workbook\.xml")),
    ("zip", re.compile(rb"PK(?:\x03\x04|\x05\x06)")),
    ("html", re.compile(rb"(?i)(?:\xef\xbb\xbf)?\s{0,64}<(?:!doctype html|html[\s>])")),
)


def sniffed(data: bytes) -> Format:
    """The format of bytes that have no name, or one that says nothing: by their beginning, else text."""
    return _BY_NAME[next((name for name, beginning in _BEGINNINGS if beginning.match(data)), "text")]


def held(format: Format, data: Any, wish: Wish) -> Iterator[Content | Part | Remark]:
    """What a file holds; whatever goes wrong in it is said of it."""
    if isinstance(data, bytes) and not data.strip():
        raise UnreadableError("read-empty")
    if not format.ready:
        raise UnreadableError("read-extra", format=format.suffixes[0], extra=format.extra)
    try:
        yield from steps(format.reader.contents(data, wish), wish.seconds)
    except (UnreadableError, GeneratorExit):
        raise
    except TooSlowError:
        raise UnreadableError("document-slow", count=f"{wish.seconds:g}") from None
    except Exception as error:  # a file that its library does not bear: one line, and the rest goes on
        raise UnreadableError("read-broken", reason=f"{type(error).__name__}: {error}"[:200]) from error
