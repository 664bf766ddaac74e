"""Documents with hand-made expressions, so that resolving is tested without finding."""

from __future__ import annotations

from timeline.model import Expression, ExpressionKind, Repair, Span, Value
from timeline.resolve import resolve
from timeline.setting import understand
from timeline.text import document
from timeline.text.folding import fold


def written(text: str, *marks: tuple[str, Value] | tuple[str, Value, Repair], **given):
    """The resolutions of the marked words of a text, in order; a mark is (words, value), each stands after the last."""
    doc = document("t.txt", text, published=given.pop("published", None))
    expressions, position = [], 0
    for words, value, *repair in marks:
        start = doc.text.index(fold(words), position)
        position = start + len(words)
        at = Span(start, position)
        expressions.append(
            Expression(
                span=doc.raw_span(at),
                at=at,
                text=doc.words(at),
                kind=given.get("kind", ExpressionKind.DATE),
                phrase="test",
                value=value,
                repair=repair[0] if repair else None,
            )
        )
    setting = understand(doc, expressions, year=given.get("year"), today=given.get("today"))
    return resolve(doc, expressions, setting)


def edtf(resolutions):
    return [resolution.when.edtf if resolution.when else None for resolution in resolutions]
