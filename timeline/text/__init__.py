"""Raw text -> clean text that is easy to search and knows where every character stood.

`clean` differs from the raw text in two ways only: characters are *dropped* (idle spaces, the line ends inside a
wrapped paragraph, invisible characters), and characters are *folded one for one* (traditional to simplified, full width
to half, one form of quotation mark and dash, | for a tab between the cells of a table). So every character of the
clean text stands for exactly one of the raw text, and `Offsets` leads back to it.

>>> example = document("示例", "據悉，５ 月 12 日舉行")
>>> example.text
'据悉,5月12日举行'
>>> example.words(Span(3, 8))
'５ 月 12 日'
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import islice

from timeline import limits
from timeline.model import Block, Document, Note, Offsets, Role, Severity, Span
from timeline.text.blocks import blocks_of
from timeline.text.cleaning import clean
from timeline.text.folding import script

_ENTITLED = re.compile(r"title ?[:=] ?(?=\S)")
_DATED = re.compile(r"\d月|\d年|\d{4}-\d")
_HALF = re.compile("[\ud800-\udfff]")  # half a pair is no character, and no file could hold it
_NO_NAME = re.compile(
    "[\0-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]"
)


def printable(name: str) -> str:
    r"""A name in one line, without what a terminal would obey: anybody may call a file anything.

    >>> printable("a\x1b[31m\n.txt") == "a\ufffd[31m\ufffd.txt"
    True
    """
    return _NO_NAME.sub("\ufffd", name)


def _bounded(name: str, raw: str) -> tuple[str, tuple[Note, ...]]:
    """The text as far as it is read, and that it was cut, where it was."""
    end = len(raw) if len(raw) <= limits.CHARACTERS else max(raw.rfind("\n", 0, limits.CHARACTERS), 0) + 1
    if end <= limits.CHARACTERS // 2:  # a line without end
        end = limits.CHARACTERS
    if raw.count("\n", 0, end) >= limits.LINES:
        end = next(islice(re.finditer("\n", raw), limits.LINES - 1, None)).end()
    end = _end_of_line(raw, end)
    if end >= len(raw):
        return raw, ()
    values = {"count": str(len(raw) - end)}
    line = raw.count("\n", 0, end) + 1
    return raw[:end], (Note(document=name, rule="cut-text", values=values, severity=Severity.LOSS, line=line),)


def _end_of_line(raw: str, end: int) -> int:
    """Where the first line without end is cut off, if one begins before `end`."""
    start = 0
    while end - start > limits.LINE:
        border = raw.find("\n", start, start + limits.LINE + 1)
        if border < 0:
            return start + limits.LINE
        start = border + 1
    return end


def _tail_note(name: str, raw: str, text: str, offsets: Offsets, blocks: tuple[Block, ...]) -> tuple[Note, ...]:
    """What is left out below the text, and how much of it has dates."""
    tail = [block for block in blocks if block.role is Role.TAIL]
    if not tail:
        return ()
    dated = sum(_DATED.search(text, *block.at) is not None for block in tail)
    line = raw.count("\n", 0, offsets.raw(tail[0].at.start)) + 1
    values = {"count": str(len(tail)), "dated": str(dated)}
    return (Note(document=name, rule="tail-left", values=values, severity=Severity.INFO, line=line),)


def _title(raw: str, offsets: Offsets, blocks: tuple[Block, ...]) -> str | None:
    """The title in the document's own words: of its front matter, else its first line, else its first heading."""
    for block in blocks:
        words = "".join(offsets.raw_span(block.at).of(raw).splitlines())
        if block.role is Role.META and (match := _ENTITLED.match(words)):
            return words[match.end() :].strip(" \"'") or None
        if block.role is Role.TITLE or (block.role is Role.HEADING and block.level == 1):
            return words.lstrip("# ")
    return None


def document(name: str, raw: str, *, published: date | None = None, title: str | None = None) -> Document:
    """A document out of a raw text. A reader that knows the title or the day of publication hands them over."""
    name = printable(name)
    raw, cut = _bounded(name, _HALF.sub("\ufffd", raw))
    text, offsets, spans = clean(raw)
    blocks = blocks_of(text, spans)
    if title is None:
        title = _title(raw, offsets, blocks)
    return Document(
        name=name,
        raw=raw,
        text=text,
        offsets=offsets,
        blocks=blocks,
        script=script(raw),
        title=title,
        published=published,
        notes=(*cut, *_tail_note(name, raw, text, offsets, blocks)),
    )


def until(document: Document, end: int) -> Document:
    """The document as far as a place in its clean text; its raw text stays whole."""
    blocks = tuple(replace(block, at=Span(block.at.start, min(block.at.end, end))) for block in document.blocks)
    return replace(document, text=document.text[:end], blocks=tuple(b for b in blocks if b.at.start < b.at.end))
