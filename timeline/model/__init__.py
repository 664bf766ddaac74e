"""The nouns of the house: documents, what is written in them, what it means, and what happened: one module each.

Everything here is immutable, knows no file format, no calendar and no clock, and imports nothing but the standard
library and `timeline.edtf`. Two rules hold throughout:

* A `Span` in a field called `span` counts code points of the text **as it was read** (`Document.raw`); one in a field
  called `at` counts the cleaned text (`Document.text`). Nothing else is ever meant.
* What is *written* (`Expression.value`) and what it *means here* (`Resolution.when`) are different types, made by
  different packages which may not import each other.

>>> Span(3, 8).of("据悉，5月12日，")
'5月12日'
"""

from __future__ import annotations

from timeline.model.documents import Block, Document, Note, Offsets, Place, Role, Script, Severity, Span
from timeline.model.events import Category, Dispute, Event, EventKind, Evidence, Story, Timeline, Weight
from timeline.model.expressions import (
    BYDAY,
    Anchor,
    Clock,
    Direction,
    Duration,
    Expression,
    ExpressionKind,
    LeftAlone,
    Nth,
    Occasion,
    Part,
    Period,
    Point,
    Recurrence,
    Repair,
    Section,
    Shift,
    Unit,
    Value,
    Window,
)
from timeline.model.resolutions import Certainty, Claim, Naming, Posting, Resolution, Setting, Step, When

__all__ = [
    "BYDAY",
    "Anchor",
    "Block",
    "Category",
    "Certainty",
    "Claim",
    "Clock",
    "Direction",
    "Dispute",
    "Document",
    "Duration",
    "Event",
    "EventKind",
    "Evidence",
    "Expression",
    "ExpressionKind",
    "LeftAlone",
    "Naming",
    "Note",
    "Nth",
    "Occasion",
    "Offsets",
    "Part",
    "Period",
    "Place",
    "Point",
    "Posting",
    "Recurrence",
    "Repair",
    "Resolution",
    "Role",
    "Script",
    "Section",
    "Setting",
    "Severity",
    "Shift",
    "Span",
    "Step",
    "Story",
    "Timeline",
    "Unit",
    "Value",
    "Weight",
    "When",
    "Window",
]
