"""Timeline -> JSON lines: each event an object of its own, the same that the JSON has."""

from __future__ import annotations

from timeline.export.json import event_object, holds, line_of
from timeline.export.options import Options
from timeline.export.wording import sources
from timeline.model import Timeline

__all__ = ("NAME", "SUFFIX", "holds", "render")

NAME = "jsonl"
SUFFIX = ".jsonl"


def render(timeline: Timeline, options: Options) -> str:
    """The events, one a line."""
    documents = {name: source.story.document for name, source in sources(timeline).items()}
    return "".join(line_of(event_object(event, documents, options.language)) for event in holds(timeline, options))
