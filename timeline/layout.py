"""Text -> lines of a terminal: how many columns it takes, where it may break, what of it fits.

>>> columns("5月12日"), wrapped("省残联举行开幕式，副省长出席。", 12)
(7, ('省残联举行开', '幕式，副省长', '出席。'))
>>> wrapped("残疾人高校毕业生网络招聘会", 14, words=True)
('残疾人高校', '毕业生网络', '招聘会')
>>> fitted("残疾人高校毕业生网络招聘会", 20)
'残疾人高校毕业生…'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from unicodedata import combining, east_asian_width

# A line does not begin with a closing sign and does not end with an opening one; Latin words and numbers stay whole.
_PIECES = re.compile(r"[“‘（(\[《〈【「『]*(?:[A-Za-z0-9_.:/+-]+|.)[”’）)\]*》〉】」』，。、；：！？,.;:!?…]*", re.S)


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(map(_column, text))


def _column(sign: str) -> int:
    return 0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1


def _room(text: str, width: int) -> int:
    """How many characters of a text fit into so many columns; one at least. No more is looked at than fits."""
    ends = accumulate(map(_column, text))
    return next((max(i, 1) for i, end in enumerate(ends) if end > width), len(text))


def _words(text: str) -> Sequence[str]:
    """The pieces of a text between which a line may break and no word is cut."""
    from timeline.events.language.segment import borders  # knows words, which takes time to learn
    from timeline.text.folding import fold

    ends = set(borders(fold(text)))
    pieces = _PIECES.findall(text)
    words: list[str] = []
    for piece, end in zip(pieces, accumulate(map(len, pieces), initial=0), strict=False):
        if words and end not in ends:
            words[-1] += piece
        else:
            words.append(piece)
    return words


def wrapped(text: str, width: int, *, words: bool = False) -> tuple[str, ...]:
    """The text in lines of at most so many columns; with `words` none is cut that fits into a line."""
    if columns(text) <= width:
        return (text.strip(),)
    lines = [""]
    for piece in _words(text) if words else _PIECES.findall(text):
        if lines[-1] and columns(lines[-1] + piece.rstrip()) > width:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        piece = piece.lstrip() if not lines[-1] else piece
        while (cut := _room(piece, width)) < len(piece):  # a word longer than a line
            lines[-1:] = [piece[:cut], ""]
            piece = piece[cut:]
        lines[-1] += piece
    return tuple(line.rstrip() for line in lines)


def fitted(text: str, width: int) -> str:
    """As many whole words as fit into so many columns, the cut marked."""
    if columns(text) <= width:
        return text
    first = wrapped(text, width - 1, words=True)[0]
    return first.rstrip("，、；：,;: “‘（(《") + "…"
