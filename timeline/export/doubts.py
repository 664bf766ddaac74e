"""The notes of a timeline -> a list like a compiler's: where, the words, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from timeline.export.explanation import value
from timeline.export.json import note_object
from timeline.export.json import text as json_text
from timeline.export.wording import note_words, one_line, shortened
from timeline.messages import say
from timeline.model import Note, Story, Timeline

_WORDS = 40  # characters of the document


def _notes(timeline: Timeline) -> Iterator[tuple[Story | None, Note]]:
    """The notes in the order of the documents, each with its story; those on decisions last."""
    stories = {story.document.name: story for story in timeline.stories}
    order = {name: number for number, name in enumerate(stories)}

    def place(note: Note) -> tuple[int, str, int, tuple[int, ...]]:
        return (order.get(note.document, len(order)), note.document, note.line or 0, note.span or (0, 0))

    for note in sorted(timeline.notes, key=place):
        yield stories.get(note.document), note


def _taken(story: Story | None, note: Note, language: str) -> str:
    """What the words were taken for; empty where the note is of no expression."""
    taken = (one.when for one in (story.resolutions if story else ()) if one.expression.span == note.span)
    return next((value(when, language) for when in taken), "")


def _words(story: Story | None, note: Note) -> str:
    return shortened(one_line(note.span.of(story.document.raw)), _WORDS) if story and note.span else ""


def _lines(timeline: Timeline, language: str) -> Iterator[str]:
    count = 0
    for count, (story, note) in enumerate(_notes(timeline), start=1):  # noqa: B007  # the last is the sum
        text = note_words(note, story.document if story else None, language)
        if words := _words(story, note):
            text = say(language, "check-words", words=words, text=text)
        row = "note-line" if note.line else "note-document"
        yield say(language, row, name=note.document, line=note.line, text=text)
        if taken := _taken(story, note, language):
            yield "    " + say(language, "check-taken", value=taken)
        yield "    " + say(language, f"advice-{note.rule}")
    documents = say(language, "count-documents", count=len(timeline.stories))
    yield say(language, "check-count", count=count, documents=documents)


def plain(timeline: Timeline, language: str) -> str:
    """The notes as text, and how many there are."""
    return "\n".join(_lines(timeline, language)) + "\n"


def json(timeline: Timeline, language: str) -> str:
    """The notes for programs."""
    found: list[dict[str, Any]] = []
    for story, note in _notes(timeline):
        documents = {story.document.name: story.document} if story else {}
        found.append(
            {
                **note_object(note, documents, language),
                "words": _words(story, note),
                "taken_for": _taken(story, note, language),
                "advice": say(language, f"advice-{note.rule}"),
            }
        )
    return json_text({"documents": [story.document.name for story in timeline.stories], "notes": found})
