r"""Plain text, UTF-8 with or without BOM, one document a file.

>>> decode(b"\xef\xbb\xbf5\xe6\x9c\x88\r\n")
'5月\r\n'
"""

from __future__ import annotations

import codecs

SUFFIXES = (".txt",)


def decode(data: bytes) -> str:
    """The text of a file, its line ends and damage included; a BOM is no part of it.

    Raises UnicodeDecodeError where the bytes are not UTF-8.
    """
    # Bytes, never a text file: universal newlines would shift every offset of a file with CRLF.
    return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
