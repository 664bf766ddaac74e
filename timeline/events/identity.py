"""Events -> names that last: a UID survives a corrected date, a moved file and a re-wrapped text."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.model import Document, EventKind
from timeline.text.folding import fold

_SIGNS = re.compile(r"[^\w\u3400-\u9fff]+")
_NUMERAL = r"\d〇零一二三四五六七八九十百千廿卅"
_WEEKDAY = re.compile(r"(?:星期|礼拜|周)[一二三四五六日天]")
_NUMBERS = re.compile(rf"[{_NUMERAL}]+[年月日号时点分]?|[上下中]午|[早晚]上|凌晨|傍晚")
_DATES = re.compile(rf"[{_NUMERAL}]+(?=[年月日号])|(?:星期|礼拜|周)[一二三四五六日天]")
_TITLE = 8  # letters from which on a title names its document
_OPENING = 60  # letters of the text that name a document without one


def _letters(text: str) -> str:
    """Folded text without signs, numbers, weekdays and parts of the day: what is left when a date is corrected."""
    return _NUMBERS.sub("", _WEEKDAY.sub("", _SIGNS.sub("", fold(text))))


def key_of(document: Document) -> str:
    r"""What a document is called whatever its file is: its title, else its first words; never a number of them.

    >>> from timeline.text import document
    >>> key_of(document("一.txt", "關于 開展2021年\n活動的通知"))
    '关于开展活动的通知'
    """
    title = _letters(document.title or "")
    return title if len(title) >= _TITLE else _letters(document.text[:600])[:_OPENING]


def uid(document_key: str, title: str, kind: EventKind, ordinal: int) -> str:
    """32 hex digits. The date is no part of it: a calendar then moves the event instead of doubling it."""
    words = "\n".join((document_key, _DATES.sub("", _SIGNS.sub("", fold(title))), kind.value, str(ordinal)))
    return hashlib.sha256(words.encode()).hexdigest()[:32]


def uids_of_tellings(own: str, titles: Sequence[str]) -> Iterator[str]:
    """A UID for each telling of an event, in the order of the text: the first has the event's own.

    >>> len(set(uids_of_tellings("a1", ["开幕式", "文化节开幕式", "开幕式"])))
    3
    """
    yield own
    again: Counter[str] = Counter()
    for before, title in pairwise(titles):
        again[_SIGNS.sub("", fold(before))] += 1
        words = _SIGNS.sub("", fold(title))
        yield other_uid(own, words, str(again[words]))


def other_uid(uid: str, *words: str) -> str:
    """A UID for what would have the same as something else, by what tells it apart."""
    return hashlib.sha256("\n".join((uid, *words)).encode()).hexdigest()[:32]
