"""Chinese documents full of dates in, a timeline out: `read` the documents, `build` the timeline, export it.

>>> import timeline
>>> document = timeline.document("notice.txt", "2022年5月15日，省残联举行开幕式。5月30日前报送。")
>>> [event.when.edtf for event in timeline.build([document]).events]
['2022-05-15', '2022-05-30']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.export import EXPORTERS as EXPORTERS
    from timeline.model import Document as Document
    from timeline.model import Event as Event
    from timeline.model import Timeline as Timeline
    from timeline.pipeline import build as build
    from timeline.pipeline import tell as tell
    from timeline.read import read as read
    from timeline.text import document as document

__version__ = "0.1.0"

# Loaded on first use, so that `timeline --version` starts in the time that Python needs.
_HOMES = {
    "EXPORTERS": "timeline.export",
    "Document": "timeline.model",
    "Event": "timeline.model",
    "Timeline": "timeline.model",
    "build": "timeline.pipeline",
    "tell": "timeline.pipeline",
    "read": "timeline.read",
    "document": "timeline.text",
}
__all__ = ["__version__", *sorted(_HOMES)]


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'timeline' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
