"""Plain text, UTF-8 with or without BOM, one document a file."""

from __future__ import annotations

SUFFIXES = (".txt",)


def decode(data: bytes) -> str:
    """The text of a file, its line ends and damage included; a BOM is no part of it.

    Raises UnicodeDecodeError where the bytes are not UTF-8.
    """
    # Bytes, never a text file: universal newlines would shift every offset of a file with CRLF.
    return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
