"""Events -> names that last: a UID survives a corrected date, a moved file and a re-wrapped text."""

from __future__ import annotations

import hashlib
import re

from timeline.model import Document, EventKind
from timeline.text import fold

_SIGNS = re.compile(r"[^\w\u3400-\u9fff]+")


def key_of(document: Document) -> str:
    r"""What a document is called whatever its file is: its first words without white space and signs.

    >>> from timeline.text import document
    >>> key_of(document("一.txt", "關于 開展\n活動的通知")) == key_of(document("二.txt", "关于开展活动的通知"))
    True
    """
    return _SIGNS.sub("", document.text[:2000])[:400]


def uid(document_key: str, title: str, kind: EventKind, ordinal: int) -> str:
    """32 hex digits. The date is no part of it: a calendar then moves the event instead of doubling it."""
    words = "\n".join((document_key, _SIGNS.sub("", fold(title)), kind.value, str(ordinal)))
    return hashlib.sha256(words.encode()).hexdigest()[:32]
