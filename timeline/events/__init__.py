"""Resolutions and text -> events: what happened, not only when.

Structures (tables, keys and values, programmes) are read first; then each sentence: which of its dates date an event,
which words each of them governs, and what else is told on the same day. Title, place, organisers and kind are cut last.

The way of a document is `extraction`, that of its sentences `narrative`; each of their steps is a package, and
imports only those below it (`setup.cfg`):

    tellings    which tellings are of one happening
    where       its place
    what, when  its title; which dates date an event, and the words that each of them governs
    who         of whom a sentence tells, and who held it
    structure   tables, programmes, keys and values: what is no sentence
    editing     what an editor strikes of a phrase, and how it is printed
    language    clauses, words and names, as every step needs them

What is handed from step to step is a `Draft` (`drafts`); a `Mention` is a resolved date where it stands in its sentence
(`mentions`). What is left is one module a question: `kinds`, `categories`, `description`, `identity`, and `wholes` for
titles that say too little without what the document is about.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import Document, Event, Resolution, Setting

__all__ = ["extract"]


def extract(document: Document, setting: Setting, resolutions: Sequence[Resolution]) -> tuple[Event, ...]:
    """The events of a document, sorted."""
    from timeline.events.extraction import events_of  # its tables are compiled when the first document is read

    return events_of(document, setting, resolutions)
