"""The sentence around an event -> its description: the document's own words without their layout.

>>> cleaned("** 5月12日 **，[市残联](https://x.cn/a)<br>举办讲座"), cleaned("”同年7月，印发方案")
('5月12日，市残联举办讲座', '同年7月，印发方案')
"""

from __future__ import annotations

import re

from timeline.events.drafts import raw_words
from timeline.model import Document, Span
from timeline.text.folding import fold

_LONGEST = 400
_LINK = re.compile(r"!?\[([^\[\]]{0,200})\]\([^()\s]{1,400}\)")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,400}>")
_BULLETS = "#>·●○◎※■□▲△-* "
_MARKS = re.compile(rf"\*{{1,3}}|`{{1,3}}|^[{re.escape(_BULLETS)}]+")
_CLOSING = "”’」』）)】〉》、，。；;,： "
_WHITE = re.compile(r" {2,}")
_LOOSE = re.compile(r" (?=[，。；：、！？])")
_STOP = re.compile(r"[。！？!?；;]")


def cleaned(words: str) -> str:
    """A text without links, tags and marks of emphasis, and without what is left of the sentence before it."""
    if "](" in words:
        words = _LINK.sub(r"\1", words)
    if "<" in words:
        words = _TAG.sub("", words)
    if words[:1] in _BULLETS or "*" in words or "`" in words:
        words = _MARKS.sub("", words)
    if " " in words:
        words = _LOOSE.sub("", _WHITE.sub(" ", words))
    return words.strip().lstrip(_CLOSING).strip()


def described(document: Document, at: Span, title: str) -> str:
    """The words around an event; what is only a date or a row's value is told with its title."""
    words = cleaned(raw_words(document, [Span(at.start, min(at.end, at.start + _LONGEST))]))
    if at.end - at.start > _LONGEST and (stops := [stop.end() for stop in _STOP.finditer(words, _LONGEST // 2)]):
        words = words[: stops[-1]]  # never in the middle of a sentence, where it has an end at all
    return words if _shares(fold(title), fold(words)) else f"{title} {words}".strip()


_SIGNS = re.compile(r"[^\u4e00-\u9fffA-Za-z]")


def _shares(title: str, words: str) -> bool:
    """Whether a text says what a title says: two fifths of its pairs of characters."""
    plain = _SIGNS.sub("", title)
    pairs = {plain[i : i + 2] for i in range(max(len(plain) - 1, 1))}
    return 5 * sum(map(words.__contains__, pairs)) >= 2 * len(pairs)
