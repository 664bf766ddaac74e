"""Forms of one line, [key]value[key]value -> drafts: 截止投标, 开标时间 of what the text is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.drafts import raw_words
from timeline.events.structure.keys import key_class
from timeline.events.structure.lines import Found, Line, draft_of
from timeline.events.structure.topics import topic
from timeline.model import Document, EventKind, Span

_KEY = re.compile(r"\[([^\[\]]{2,20})\] ?$")
_KEYS = re.compile(r"\[[\u4e00-\u9fff]{2,14}\](?!\()")
_NAME = re.compile(r"\[(?:标案|项目|招标|采购|案件|活动)?名称\] ?([^\[\]]{4,60})")
_LONG = 22  # characters of a name before what is done
_FEW = 4  # keys that make a line a form
_TIME = re.compile(r"(?<=.{2})(?:时间|日期|期限|日)$")


def forms(document: Document, lines: Sequence[Line], found: Found) -> None:
    """Each date right behind a key is the time of what the key names; other dates of a form are none."""
    about = topic(document)
    for line in lines:
        if line.number in found.used or not line.resolutions or len(_KEYS.findall(line.text)) < _FEW:
            continue
        found.used.add(line.number)
        whole = _called(document, line) or (raw_words(document, [about])[:_LONG] if about else "")
        for resolution in line.resolutions:
            start = resolution.expression.at.start
            key = _KEY.search(document.text, max(start - 24, line.at.start), start)
            if key is None or not (resolution.when and resolution.when.edtf) or key_class(key[1]) == "issue":
                continue
            name = _TIME.sub("", key[1])
            if name == key[1] and "截止" not in name:
                continue
            own = raw_words(document, [Span(key.start(1), key.start(1) + len(name))])
            kind = EventKind.DEADLINE if "截止" in name else None
            at = Span(key.start(), resolution.expression.at.end)
            found.drafts.append(draft_of(line, resolution, "form", title=f"{whole}{own}", at=at, context=at, kind=kind))


def _called(document: Document, line: Line) -> str:
    """The value of [标案名称], where the form has one."""
    match = _NAME.search(line.text)
    if match is None:
        return ""
    start = line.at.start + match.start(1)
    return raw_words(document, [Span(start, start + len(match[1]))])[:_LONG].strip()
