"""Timeline -> bytes; one module a format, listed here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from timeline.export.options import Options
    from timeline.model import Event, Timeline

    EXPORTERS: tuple[Exporter, ...]

_MODULES = ("ics", "markdown", "html", "json", "jsonl", "csv", "parquet", "terminal")
DEFAULTS = ("ics", "markdown", "html", "json")  # what `timeline export` writes when nothing is asked for


class Exporter(Protocol):
    """What a format has: the name it is asked for by, the suffix of its file, and the bytes or text of a timeline."""

    NAME: str
    SUFFIX: str

    def holds(self, timeline: Timeline, options: Options) -> tuple[Event, ...]:
        """The events that the file tells of."""

    def render(self, timeline: Timeline, options: Options) -> str | bytes:
        """The timeline in this format."""


def __getattr__(name: str) -> object:
    """`EXPORTERS`, loaded when somebody asks for all: most commands need none or one of them."""
    if name == "EXPORTERS":
        return tuple(import_module(f"{__name__}.{module}") for module in _MODULES)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def encoded(exporter: Exporter, timeline: Timeline, options: Options) -> bytes:
    """The timeline as the bytes of a file."""
    made = exporter.render(timeline, options)
    return made if isinstance(made, bytes) else made.encode("utf-8")
