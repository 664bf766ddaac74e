"""Resolutions and text -> events: what happened, not only when.

Structures (tables, keys and values, programmes) are read first; then each sentence: which of its dates date an event,
which words each of them governs, and what else is told on the same day. Title, place, organisers and kind are cut last.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import Document, Event, Resolution, Setting

__all__ = ["extract"]


def extract(document: Document, setting: Setting, resolutions: Sequence[Resolution]) -> tuple[Event, ...]:
    """The events of a document, sorted."""
    from timeline.events.extraction import events_of  # its tables are compiled when the first document is read

    return events_of(document, setting, resolutions)
