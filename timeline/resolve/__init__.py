"""Expressions and setting -> resolutions: a fold over the expressions that carries a focus."""

from __future__ import annotations
from collections.abc import Sequence
from timeline.model import Document, Expression, Note, Resolution, Setting


def resolve(document: Document, expressions: Sequence[Expression], setting: Setting) -> tuple[Resolution, ...]:
    return ()


def doubts(document: Document, resolutions: Sequence[Resolution]) -> tuple[Note, ...]:
    return ()
