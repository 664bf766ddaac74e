"""Resolutions and text -> events: what happened, not only when."""

from __future__ import annotations
from collections.abc import Sequence
from timeline.model import Document, Event, Resolution, Setting


def extract(document: Document, setting: Setting, resolutions: Sequence[Resolution]) -> tuple[Event, ...]:
    return ()
