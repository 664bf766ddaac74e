r"""What people have that is not read here -> the message that says what it is and what to save it as.

>>> unread_by_name("通知.DOC"), unread_by_name("通知.docx"), unread("a.doc", b"{\\rtf1\\ansi"), unread("a.doc", b"2022")
('unread-word', None, 'unread-rtf', None)
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple

_COMPOUND = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)  # the files within a file of old Office programs, of WPS, of Outlook
_ZIPPED = (b"PK\x03\x04",)
PICTURE = "unread-picture"


class Unread(NamedTuple):
    """A kind of file, by the ends of its names and by its bytes."""

    rule: str
    suffixes: tuple[str, ...]
    beginnings: tuple[bytes, ...]
    inside: bytes = b""  # what tells it from others that begin so; none: its name


def _stream(name: str) -> bytes:
    """The name of a part, as a compound file holds it."""
    return name.encode("utf-16-le")


UNREAD = (
    Unread("read-encrypted", (), _COMPOUND, _stream("EncryptedPackage")),
    Unread("unread-rtf", (".rtf", ".doc"), (b"{\\rtf",)),  # many an old .doc is one
    Unread("unread-word", (".doc", ".dot", ".wps", ".wpt"), _COMPOUND, _stream("WordDocument")),
    Unread("unread-workbook", (".xls", ".xlt", ".et", ".ett"), _COMPOUND, _stream("Workbook")),
    Unread("unread-slides", (".ppt", ".pps", ".dps"), _COMPOUND, _stream("PowerPoint Document")),
    Unread("unread-slides", (".pptx", ".ppsx", ".odp", ".key"), _ZIPPED),
    Unread("unread-outlook", (".msg",), _COMPOUND, _stream("__substg1.0_")),
    Unread("unread-open", (".odt", ".ott", ".ods"), _ZIPPED, b"mimetypeapplication/vnd.oasis.opendocument."),
    Unread("unread-pages", (".pages", ".numbers"), _ZIPPED),
    Unread("unread-layout", (".ofd", ".xps"), _ZIPPED),
    Unread("unread-layout", (".caj", ".kdh", ".djvu"), (b"CAJ", b"KDH", b"AT&TFORM")),
    Unread(
        *(PICTURE, (".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff")),
        (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*"),
    ),
    Unread("unread-packed", (".rar", ".7z", ".gz", ".tgz"), (b"Rar!\x1a\x07", b"7z\xbc\xaf'\x1c", b"\x1f\x8b")),
    Unread("unread-office", (), _COMPOUND),
)
_BY_SUFFIX = {suffix: each.rule for each in UNREAD for suffix in each.suffixes}


def unread_by_name(name: str) -> str | None:
    """What the name of a file promises, where that is not read."""
    return _BY_SUFFIX.get(PurePosixPath(name.lower()).suffix)


def unread(name: str, data: bytes) -> str | None:
    """What the bytes of a file are, where that is not read; a page that is called .doc is a page."""
    suffix = PurePosixPath(name.lower()).suffix
    begun = [each for each in UNREAD if data.startswith(each.beginnings)]
    told = (each for each in begun if each.inside and each.inside in data)
    named = (each for each in begun if suffix in each.suffixes)
    # What many kinds begin with tells none of them, and a text may begin with letters, but holds no zero.
    alone = (each for each in begun if not each.inside and each.beginnings != _ZIPPED)
    alone = (each for each in alone if not data[:3].isascii() or b"\0" in data[:64])
    return next((each.rule for each in (*told, *named, *alone)), None)
