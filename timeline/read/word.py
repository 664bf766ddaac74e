"""A Word document (.docx) -> its paragraphs, headings, lists and tables in order. No entity and no macro is looked at.

Headers and footers, comments and what was struck out are no part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser
from zipfile import ZipFile

from timeline.read.archive import opened, unpacked
from timeline.read.content import Budget, Content, UnreadableError, Wish, row

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same thing once more
_BOX = f"{_W}txbxContent"
_HEADING = re.compile(r"(?:heading|标题|標題) ?([1-6])$", re.I)
_WHITE = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}


class _Builder(TreeBuilder):
    """A tree of an XML file that declares nothing: a declaration could name files, or grow without end."""

    def doctype(self, *_: object) -> NoReturn:
        """Refuses the declaration."""
        raise UnreadableError("read-broken", reason="DOCTYPE")


def _part(archive: ZipFile, name: str, budget: Budget) -> Element:
    try:
        parser = XMLParser(target=_Builder())
        parser.feed(unpacked(archive, archive.getinfo(name), budget))
        tree: Element = parser.close()
    except KeyError:
        raise UnreadableError("read-broken", reason=name) from None
    except ParseError as error:
        raise UnreadableError("read-broken", reason=str(error)) from None
    return tree


def _levels(archive: ZipFile, budget: Budget) -> dict[str, int]:
    """The styles that are headings, with their levels."""
    if "word/styles.xml" not in archive.namelist():
        return {}
    found = {}
    for style in _part(archive, "word/styles.xml", budget).iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        match = _HEADING.match(name.get(f"{_W}val", "")) if name is not None else None
        if match:
            found[style.get(f"{_W}styleId", "")] = int(match[1])
    return found


def _words(paragraph: Element) -> str:
    """The text of a paragraph; a text box in it stands behind it, as its own."""
    words, waiting = [], list(reversed(paragraph))
    while waiting:
        part = waiting.pop()
        if part.tag == f"{_W}t":
            words.append(part.text or "")
        elif part.tag not in (_BOX, f"{_W}pPr", _FALLBACK):
            words.append(_WHITE.get(part.tag, ""))
            waiting.extend(reversed(part))
    return "".join(words).strip()


def _outermost(part: Element, tag: str) -> Iterator[Element]:
    """The elements of that name in a part, but for those that lie within one of them: nothing is read twice."""
    waiting = list(reversed(part))
    while waiting:
        inner = waiting.pop()
        if inner.tag == tag:
            yield inner
        elif inner.tag != _FALLBACK:
            waiting.extend(reversed(inner))


def _paragraphs(cell: Element) -> Iterator[Element]:
    """The paragraphs of a cell, those of the tables and text boxes in it included."""
    waiting = [cell]
    while waiting:
        part = waiting.pop()
        if part.tag == f"{_W}p":
            yield part
            waiting.extend(reversed(list(_outermost(part, _BOX))))
        elif part.tag != _FALLBACK:
            waiting.extend(reversed(part))


def _mark(paragraph: Element, levels: dict[str, int]) -> str:
    """What Markdown writes before such a paragraph."""
    look = paragraph.find(f"{_W}pPr")
    if look is None:
        return ""
    style, outline = look.find(f"{_W}pStyle"), look.find(f"{_W}outlineLvl")
    level = levels.get(style.get(f"{_W}val", ""), 0) if style is not None else 0
    if not level and outline is not None and outline.get(f"{_W}val", "9") in "012345":
        level = int(outline.get(f"{_W}val", "0")) + 1
    if level:
        return "#" * level + " "
    return "- " if look.find(f"{_W}numPr") is not None else ""


def _lines(body: Element, levels: dict[str, int]) -> Iterator[str]:
    """The lines of a body, or of a cell that holds more than words."""
    waiting = list(reversed(body))
    while waiting:
        part = waiting.pop()
        if part.tag == f"{_W}p":
            words = _words(part)
            yield _mark(part, levels) + words if words else ""
            waiting.extend(reversed(list(_outermost(part, _BOX))))
        elif part.tag == f"{_W}tr":
            yield row(" ".join(map(_words, _paragraphs(cell))) for cell in _outermost(part, f"{_W}tc"))
        elif part.tag != _FALLBACK:
            waiting.extend(reversed(part))


def contents(data: bytes, wish: Wish) -> Iterator[Content]:
    """The document."""
    with opened(data) as archive:
        levels = _levels(archive, wish.budget)
        body = _part(archive, "word/document.xml", wish.budget)
    yield Content("\n\n".join(filter(None, _lines(body, levels))) + "\n")
