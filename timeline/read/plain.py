r"""Plain text and Markdown in any encoding -> the text as it was written.

>>> [content.text for content in contents(b"\xef\xbb\xbf5\xe6\x9c\x88\r\n")]
['5月\r\n']
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model import Severity
from timeline.read.content import UNTOLD, Content, Remark, UnreadableError, Wish
from timeline.read.encoding import EncodingError, decode, garbled


def text_of(data: bytes, declared: str | None = None) -> tuple[str, tuple[Remark, ...]]:
    """The text of some bytes, and what is to be said of it. Raises UnreadableError where they are none."""
    try:
        found = decode(data, declared)
    except EncodingError as error:
        if error.byte == 0:
            raise UnreadableError("read-binary", offset=error.offset) from None
        raise UnreadableError("read-undecodable", offset=error.offset, byte=f"0x{error.byte:02X}") from None
    if found.lost:
        return found.text, (Remark("read-lost", {"count": found.lost, "encoding": found.encoding.upper()}),)
    return found.text, (Remark("read-garbled", severity=Severity.DOUBT),) if garbled(found.text) else ()


def contents(data: bytes, wish: Wish = UNTOLD) -> Iterator[Content]:
    """The text of the file."""
    text, remarks = text_of(data, wish.declared)
    yield Content(text, remarks=remarks)
