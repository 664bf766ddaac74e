"""Timeline -> bytes; one module a format, listed here."""

from __future__ import annotations

from typing import Protocol

from timeline.export import csv, html, ics, json, jsonl, markdown, parquet, terminal
from timeline.export.options import Options
from timeline.model import Event, Timeline


class Exporter(Protocol):
    """What a format has: the name it is asked for by, the suffix of its file, and the bytes or text of a timeline."""

    NAME: str
    SUFFIX: str

    def holds(self, timeline: Timeline, options: Options) -> tuple[Event, ...]:
        """The events that the file tells of."""

    def render(self, timeline: Timeline, options: Options) -> str | bytes:
        """The timeline in this format."""


EXPORTERS: tuple[Exporter, ...] = (ics, markdown, html, json, jsonl, csv, parquet, terminal)
DEFAULTS = (ics.NAME, markdown.NAME, html.NAME, json.NAME)  # what `timeline export` writes when nothing is asked for


def encoded(exporter: Exporter, timeline: Timeline, options: Options) -> bytes:
    """The timeline as the bytes of a file."""
    made = exporter.render(timeline, options)
    return made if isinstance(made, bytes) else made.encode("utf-8")
