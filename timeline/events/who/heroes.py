"""A document -> whom or what it tells of as a whole, by its title, its first name or the name that it says most."""

from __future__ import annotations

import re

from timeline.events.language.segment import is_name
from timeline.events.language.words import words
from timeline.events.structure.topics import annals_of, topic
from timeline.events.who.openings import opening_name
from timeline.model import Document, Role, Span

_BORN = re.compile(r"出生|生于|诞生|创[办立刊建]|成立|始建|建于")
_TOLD_OFTEN = 3  # times that a text names whom it is about


def hero_of(document: Document) -> Span | None:
    r"""Whom or what the whole text is about: the name that opens it and that its title bears, or that it repeats.

    >>> from timeline.text import document
    >>> life = document("示例", "李四生平\n李四,1920年4月生于长沙。1938年考入中央大学。")
    >>> hero_of(life).of(life.text)
    '李四'
    """
    text = document.text
    block = next((b for b in document.blocks if b.role is Role.PARAGRAPH), None)
    if block is None:
        return None
    name = opening_name(text, block.at.start, block.at.end) or _work_at_head(text, block.at)
    if name is None or name.start != block.at.start or name.end - name.start > _LONG_NAME:
        return annals_of(document) or _entitled(document)
    words = name.of(text)
    born = _BORN.search(text, name.end, min(name.end + 80, block.at.end)) is not None
    defined = _DEFINED.match(text, name.end) is not None and text.count(words[-_SHORT_NAME:]) >= _TOLD_OFTEN
    entitled = (
        born
        or defined
        or any(words in b.at.of(text) for b in document.blocks[:3] if b.role in (Role.TITLE, Role.HEADING))
    )
    return name if entitled or text.count(words) >= _TOLD_OFTEN else annals_of(document)


def _entitled(document: Document) -> Span | None:
    """The title, where it is but a name that the text repeats: 江岸中学."""
    about = topic(document)
    name = about.of(document.text) if about else ""
    named = _SCHOOL <= len(name) <= _LONG_NAME and is_name(name) and not name.endswith(words("noun"))
    return about if named and document.text.count(name) >= _TOLD_OFTEN else None


# 某某大桥位于…, 某某(简称某)是一座…: how an encyclopaedia begins; further down it is 大桥.
_DEFINED = re.compile(
    r"(?:\([^()]{1,40}\))?,?(?:位于|坐落[于在]|地处|是(?:一[座条所家个支处]|中国|我国|位于|[^,。]{2,16}的?一[座条所家个支处])|(?:简|又|亦|旧)称|原名)"
)
_SHORT_NAME = 2
_WORK = re.compile(r"《[^《》\n]{1,10}》")


def _work_at_head(text: str, block: Span) -> Span | None:
    """The paper or book with which a text begins, whatever goes on behind its name: 《早报》和《晚报》是…."""
    work = _WORK.match(text, *block)
    return Span(*work.span()) if work and text.count(work[0]) >= _TOLD_OFTEN else None


_SCHOOL, _LONG_NAME = 4, 12  # characters of a name
