"""An electronic book (.epub) -> its chapters in order, as one text; no script and no entity of it is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote
from zipfile import ZipFile

from timeline.model import Severity
from timeline.read.archive import opened, unpacked
from timeline.read.content import Budget, Content, UnreadableError, Wish
from timeline.read.table import day

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER = "META-INF/container.xml"
_LOCKED = "META-INF/encryption.xml"
_CHAPTERS = ("application/xhtml+xml", "text/html")
_NAMESPACE = re.compile(r"\{[^}]*\}")


def _part(archive: ZipFile, name: str, budget: Budget) -> bytes:
    try:
        return unpacked(archive, archive.getinfo(name), budget)
    except KeyError:
        raise UnreadableError("read-broken", reason=name) from None


def _tree(data: bytes) -> _Element:
    from lxml import etree

    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
        tree = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableError("read-broken", reason=str(error)) from None
    if tree is None:
        raise UnreadableError("read-broken", reason=_CONTAINER)
    return tree


def _named(tree: _Element, name: str) -> Iterator[_Element]:
    """The elements of that name, in whatever namespace."""
    return (each for each in tree.iter() if isinstance(each.tag, str) and _NAMESPACE.sub("", each.tag) == name)


def _first(tree: _Element, name: str) -> str:
    return next((" ".join("".join(each.itertext()).split()) for each in _named(tree, name)), "")


def _published(tree: _Element) -> date | None:
    """The day of the book, where the file knows more than its year."""
    return next((found for each in _named(tree, "date") if (found := day("".join(each.itertext())))), None)


def _locked(archive: ZipFile, budget: Budget) -> set[str]:
    """The parts that can be read with a key alone: chapters of a book that was bought, or nothing but its letters."""
    if _LOCKED not in archive.namelist():
        return set()
    tree = _tree(_part(archive, _LOCKED, budget))
    return {normpath(unquote(each.get("URI", ""))) for each in _named(tree, "CipherReference")}


def contents(data: bytes, wish: Wish) -> Iterator[Content]:
    """The book."""
    from timeline.read.page import chapter

    with opened(data) as archive:
        container = _tree(_part(archive, _CONTAINER, wish.budget))
        path = next((each.get("full-path", "") for each in _named(container, "rootfile")), "")
        package = _tree(_part(archive, path, wish.budget))
        files = {each.get("id"): each for each in _named(package, "item")}
        order = (each.get("idref") for each in _named(package, "itemref"))
        spine = [files[name] for name in order if name in files]
        chapters = dict.fromkeys(
            normpath(join(dirname(path), unquote(item.get("href", "").partition("#")[0])))
            for item in spine
            if item.get("media-type") in _CHAPTERS and "nav" not in item.get("properties", "").split()
        )
        locked = _locked(archive, wish.budget)
        if locked and (not spine or not locked.isdisjoint(chapters)):
            raise UnreadableError("read-encrypted")
        read = [chapter(_part(archive, name, wish.budget)) for name in chapters]
        lines = [line for found, _ in read for line in found]
        lost = [remark for _, found in read for remark in found if remark.severity is Severity.LOSS]
    title = _first(package, "title")
    if not lines:
        raise UnreadableError("read-no-text")
    head = [title] if title and lines[0].lstrip("# ") != title else []
    yield Content("\n\n".join([*head, *lines]) + "\n", title or None, _published(package), tuple(lost))
