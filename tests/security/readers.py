"""Bytes of an output -> what its reader sees of their shape: what an attack that succeeds would change.

Each function takes what was written, and gives what is there beside the words: the entries of a calendar and their
properties, the elements of a page and their attributes, the columns of a table. Two timelines that differ in words
alone have the same shape.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from html.parser import HTMLParser

import cmarkgfm
import pyarrow.parquet
from cmarkgfm.cmark import Options as Cmark
from icalendar import Calendar
from markdown_it import MarkdownIt

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_SAFE_LINK = re.compile(r"(?:#|[\w./-]|$)(?!.*javascript:)", re.I | re.S)
_LINE = re.compile(r"[A-Z][A-Z0-9-]*(?:;[A-Z0-9-]+=(?:\"[^\"\x00-\x08\x0a-\x1f]*\"|[^\":;,\x00-\x1f]*))*:")


class _Elements(HTMLParser):
    """Counts the elements of a page with the names of their attributes, and refuses what would run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: Counter[object] = Counter()
        self.data: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "a" and (dict(attributes).get("href") or "").startswith("mailto:"):
            return  # some renderers link every address, as mail programs do
        self.seen[tag, tuple(sorted(name for name, _ in attributes))] += 1
        self.inside = tag
        for name, value in attributes:
            assert not name.startswith("on"), (tag, name)
            if name in ("href", "src", "action", "formaction", "data", "srcdoc"):
                assert _SAFE_LINK.match(value or ""), (tag, name, value)

    def handle_data(self, data: str) -> None:
        if self.inside in ("script", "style"):
            self.data.append(data)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self.inside = ""

    def handle_comment(self, data: str) -> None:  # noqa: ARG002
        self.seen["comment"] += 1

    def handle_pi(self, data: str) -> None:  # noqa: ARG002
        self.seen["instruction"] += 1


def _elements(text: str) -> tuple[Counter[object], list[str]]:
    page = _Elements()
    page.feed(text)
    page.close()
    return page.seen, page.data


def page(data: bytes) -> object:
    """The elements of a page; its scripts and styles; whether its data are what JSON can read."""
    text = data.decode()
    assert not CONTROL.search(text)
    seen, inside = _elements(text)
    code = []
    for part in inside:
        try:
            json.loads(part)
        except ValueError:
            code.append(part)
    return {key: bool(count) for key, count in seen.items()}, seen["script", ()], code


def markdown(data: bytes) -> object:
    """The elements of both renderings, raw HTML allowed."""
    text = data.decode()
    assert not CONTROL.search(text)
    shapes = []
    for made in (
        MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text),
        cmarkgfm.github_flavored_markdown_to_html(text, Cmark.CMARK_OPT_UNSAFE),
    ):
        shapes.append(_elements(made)[0])
    return shapes


def calendar(data: bytes) -> object:
    """The components and their properties; every line is one of the format's."""
    text = data.decode()
    assert "\n" not in text.replace("\r\n", "")
    assert "\r" not in text.replace("\r\n", "")
    lines = text.replace("\r\n ", "").split("\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert all(_LINE.match(line) for line in lines if line), lines
    assert not CONTROL.search(text.replace("\r\n", "\n"))
    return [(part.name, sorted(part.keys())) for part in Calendar.from_ical(data).walk()]


_FORMULA = re.compile(r"[\s\u200b-\u200f\ufeff]*[=+\-@\t\r\n＝＋－＠|%]")


def sheet(data: bytes) -> object:
    """The rows and columns; no cell is a formula."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert not [cell for row in rows for cell in row if _FORMULA.match(cell)]
    return [len(row) for row in rows]


def _keys(value: object) -> object:
    if isinstance(value, dict):
        # Where a text has form feeds, places in it are told with their page.
        return {key: _keys(inner) for key, inner in sorted(value.items()) if key != "page"}
    return [_keys(inner) for inner in value] if isinstance(value, list) else type(value).__name__


def objects(data: bytes) -> object:
    """The keys of the objects."""
    return _keys(json.loads(data))


def lines_of_objects(data: bytes) -> object:
    """The keys of the object of each line."""
    return [_keys(json.loads(line)) for line in data.decode().split("\n") if line]


def columns(data: bytes) -> object:
    """The schema and the number of rows."""
    table = pyarrow.parquet.read_table(io.BytesIO(data))
    return str(table.schema), table.num_rows


def screen(data: bytes) -> object:
    """Nothing that a terminal obeys."""
    text = data.decode()
    assert not CONTROL.search(text)
    return [line[:1] for line in text.splitlines() if line[:2] == "──"]


READERS: Mapping[str, Callable[[bytes], object]] = {
    "ics": calendar,
    "markdown": markdown,
    "html": page,
    "json": objects,
    "jsonl": lines_of_objects,
    "csv": sheet,
    "parquet": columns,
    "text": screen,
}
