"""端午、中秋与重阳则为三大节: what is said of several feasts at once -> each by its own name.

The name of a feast is its date and is struck from a title; where all that is told is what the feast is, nothing but the
same words would be left for each of them.
"""

from __future__ import annotations

import re

from timeline.catalogue import by_name
from timeline.events.drafts import Draft, raw_words
from timeline.events.language.phrases import LONGEST
from timeline.events.language.segment import has_verb
from timeline.model import Document, ExpressionKind, Span

_WHAT_IT_IS = re.compile(
    r"(?P<others>(?:[、和与及跟][一-鿿]{2,4}?)*)(?:则|都|均|皆|也|亦|同){0,2}(?P<is>(?:[为是]|并称)[^,。;、“”]{3,16})(?=[,。;]|$)"
)
_PARTED = re.compile("[、和与及跟]")


def as_a_feast(document: Document, draft: Draft) -> str:
    """The title of one of several feasts of which a clause says what they are; empty for anything else."""
    expression = draft.resolution.expression if draft.resolution else None
    if expression is None or expression.kind is not ExpressionKind.OBSERVANCE:
        return ""
    text, at = document.text, expression.at
    told = _WHAT_IT_IS.match(text, at.end)
    if told is None or has_verb(told["is"].lstrip("为是并称")):
        return ""
    names = [name for name in _PARTED.split(told["others"]) if name]
    alone = not names and text[at.start - 1 : at.start] not in ("、", "和", "与", "及")
    if alone or not all(name in by_name() for name in names):
        return ""
    if told["is"].startswith("并称"):
        start = max(text.rfind(sign, 0, at.start) for sign in ",。;:\n") + 1
        return raw_words(document, [Span(start, told.end())]) if told.end() - start <= LONGEST else ""
    return raw_words(document, [at]) + raw_words(document, [Span(*told.span("is"))])
