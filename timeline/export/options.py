"""What a person may choose about an export; the same for every exporter."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from timeline.export.ledger import Ledger


class FrontMatter(StrEnum):
    """For which site the page says of itself what it is, before its text."""

    HUGO = "hugo"
    JEKYLL = "jekyll"
    MKDOCS = "mkdocs"


class Grouping(StrEnum):
    """By what the page is divided."""

    MONTH = "month"
    PLACE = "place"


class Diagram(StrEnum):
    """A picture of the page's events, which forges and sites draw with Mermaid."""

    TIMELINE = "timeline"
    GANTT = "gantt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Choices that change what is written. Nothing here is read from the machine: whoever calls has decided."""

    language: str = "zh"
    everything: bool = False  # minor events too
    stamp: datetime | None = None  # the calendar's time stamps; None: each document's own date
    ledger: Ledger = field(default_factory=Ledger)  # what calendars of earlier exports already say
    alarms: bool = True  # deadlines ring; never in what is subscribed to
    timed_parts: bool = False  # 上午 as hours of the calendar instead of a whole day
    uids: bool = False  # the names by which decisions call events
    front_matter: FrontMatter | None = None
    group: Grouping = Grouping.MONTH
    mermaid: Diagram | None = None
    bom: bool = False  # before CSV, by which Excel knows UTF-8
    width: int = 80  # columns of the terminal
    colour: bool = False
    chart: bool = False  # above each month, what runs at the same time
    ascii: bool = False  # signs that take one column in every terminal
    until: date | None = None  # the last day that was asked for
