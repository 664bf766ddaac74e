"""The formats that can be read: what their files are called, which module reads them, what must be installed for it.

>>> format_of("a/B.HTML").name, format_of("picture.png"), sniffed(b"%PDF-1.7").name
('html', None, 'pdf')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import PurePosixPath
from typing import NamedTuple, Protocol, cast

from timeline.read.content import Budget, Content, Part, Remark


class Reader(Protocol):
    """The module of a format."""

    def contents(self, data: bytes, budget: Budget) -> Iterable[Content | Part | Remark]:
        """What a file holds. Raises UnreadableError."""


class Format(NamedTuple):
    """A format of files."""

    name: str
    suffixes: tuple[str, ...]
    module: str
    extra: str = ""  # what is installed with the program only if it is asked for
    packages: tuple[str, ...] = ()  # of the extra, as they are imported

    @property
    def ready(self) -> bool:
        """Whether what it takes is installed here."""
        return all(find_spec(package) is not None for package in self.packages)

    @property
    def reader(self) -> Reader:
        """The module, loaded when the first file of the format is read."""
        return cast(Reader, import_module(f"timeline.read.{self.module}"))


FORMATS = (
    Format("text", (".txt",), "plain"),
    Format("markdown", (".md", ".markdown"), "plain"),
    Format("html", (".html", ".htm", ".xhtml"), "page", "web", ("trafilatura", "htmldate", "lxml")),
    Format("pdf", (".pdf",), "pdf", "pdf", ("pypdfium2",)),
    Format("docx", (".docx", ".docm"), "word"),
    Format("mail", (".eml", ".mht", ".mhtml"), "mail"),
    Format("mbox", (".mbox",), "mailbox"),
    Format("zip", (".zip",), "archive"),
)
_BY_SUFFIX = {suffix: each for each in FORMATS for suffix in each.suffixes}
_BY_NAME = {each.name: each for each in FORMATS}


def format_of(name: str) -> Format | None:
    """The format that a name promises."""
    return _BY_SUFFIX.get(PurePosixPath(name).suffix.lower())


_BEGINNINGS = (
    ("pdf", re.compile(rb"\s{0,64}%PDF-")),
    ("docx", re.compile(rb"PK\x03\x04(?s:.{0,2000})word/document\.xml")),
    ("zip", re.compile(rb"PK(?:\x03\x04|\x05\x06)")),
    ("html", re.compile(rb"(?i)(?:\xef\xbb\xbf)?\s{0,64}<(?:!doctype html|html[\s>])")),
)


def sniffed(data: bytes) -> Format:
    """The format of bytes that have no name, or one that says nothing: by their beginning, else text."""
    return _BY_NAME[next((name for name, beginning in _BEGINNINGS if beginning.match(data)), "text")]
