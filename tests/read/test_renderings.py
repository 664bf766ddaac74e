"""The same document in another format says the same: its times, and the events on them."""

from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.read import rendering
from timeline.model import Document
from timeline.pipeline import tell
from timeline.read import documents

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

FORMS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "gb18030": ("a.txt", lambda text: text.encode("gb18030")),
    "utf-16": ("a.txt", lambda text: text.encode("utf-16")),
    "utf-16 without mark": ("a.txt", lambda text: text.encode("utf-16-be")),
    "crlf": ("a.txt", lambda text: text.replace("\n", "\r\n").encode()),
    "html": ("a.html", rendering.page),
    "docx": ("a.docx", lambda text: rendering.word(rendering.word_body(text))),
    "mail": ("a.eml", rendering.mail),
    "mail in gb18030": ("a.eml", lambda text: rendering.mail(text, charset="gb18030")),
    "mail in html": ("a.eml", lambda text: rendering.mail(text, "html")),
    "pdf": ("a.pdf", rendering.pdf),
    "pdf in two columns": ("a.pdf", lambda text: rendering.pdf(text, 2)),
    "pdf in two columns, set line by line": ("a.pdf", lambda text: rendering.pdf(text, 2, rows_first=True)),
    "wrapped at 20": ("a.txt", lambda text: rendering.wrapped(text, 20).encode()),
    "wrapped at 38": ("a.txt", lambda text: rendering.wrapped(text, 38).encode()),
}


def said(name: str, data: bytes) -> tuple[Counter[object], Counter[object]]:
    """The values of the expressions, and days and titles of the events."""
    (document,) = documents(name, data)
    assert isinstance(document, Document)
    story = tell(document)
    values = Counter[object](one.when.edtf for one in story.resolutions if one.when)
    return values, Counter[object]((event.when.edtf, event.title) for event in story.events)


@cache
def plain(path: Path) -> tuple[Counter[object], Counter[object]]:
    return said("a.txt", path.read_bytes())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_format_changes_nothing(path: Path, form: str) -> None:
    name, clothe = FORMS[form]
    values, events = said(name, clothe(path.read_bytes().decode()))
    wanted_values, wanted_events = plain(path)
    assert (values & wanted_values).total() >= 0.98 * wanted_values.total()
    assert (events & wanted_events).total() >= 0.9 * wanted_events.total()
    if form not in ("wrapped at 20", "wrapped at 38"):
        assert values == wanted_values


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_big5_says_the_same_as_the_same_text_in_utf8(path: Path) -> None:
    text = rendering.traditional(path.read_bytes().decode())
    assert said("a.txt", text.encode("big5hkscs")) == said("a.txt", text.encode())
