"""A timeline and the last edition -> the calendars of this one: one of all events, those by place or kind, the tasks.

An event bears the same UID, SEQUENCE and stamps in every file it is in, so whoever imports two of them sees it once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePath

from timeline.export import ics
from timeline.export.ledger import Entry, Ledger, revised
from timeline.export.options import Options
from timeline.export.provinces import region
from timeline.export.slots import slot
from timeline.export.wording import dating, kind_name, title
from timeline.messages import say
from timeline.model import Event, EventKind, Timeline

_STEM = "timeline"
_UNFIT = re.compile(r"[^\w.-]+")  # in the name of a file, on any system
_NAME_LENGTH = 40  # characters
# CSS names, as COLOR wants them, and their values, as Apple does; none too pale for white letters.
_COLOURS = (
    ("steelblue", "#4682B4"),
    ("seagreen", "#2E8B57"),
    ("firebrick", "#B22222"),
    ("darkorange", "#FF8C00"),
    ("slateblue", "#6A5ACD"),
    ("teal", "#008080"),
    ("peru", "#CD853F"),
    ("mediumvioletred", "#C71585"),
    ("olivedrab", "#6B8E23"),
    ("dimgray", "#696969"),
)


class Split(StrEnum):
    """By what a timeline is divided into calendars, besides the one that holds all."""

    PLACE = "place"
    KIND = "kind"
    MONTH = "month"
    SOURCE = "source"


class Uncertain(StrEnum):
    """Where the events go whose day is not known or only guessed."""

    INCLUDE = "include"
    SEPARATE = "separate"
    LEAVE_OUT = "leave-out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Which calendars a person wants."""

    split: Split | None = None
    uncertain: Uncertain = Uncertain.INCLUDE
    tasks: bool = False  # the deadlines once more, as tasks


@dataclass(frozen=True, slots=True)
class File:
    """A calendar that is to be written."""

    name: str
    data: bytes
    events: int  # cancelled ones not counted


@dataclass(frozen=True, slots=True)
class Shelf:
    """The calendars of an edition, the one of all events first."""

    files: tuple[File, ...]
    ledger: Ledger
    cancelled: int
    untouched: tuple[str, ...]  # calendars of earlier exports that were not asked for this time


def shelf(
    shown: Timeline, whole: Timeline, options: Options, wanted: Arrangement, last: Ledger, *, complete: bool = True
) -> Shelf:
    """The calendars of the events that are `shown`; only those that the `whole` timeline lacks are cancelled.

    None is where the timeline is not `complete`, since a source could not be read.
    """
    made = ics.components(shown, options)
    edition = revised(last, made, frozenset(map(ics.uid, whole.events)), complete=complete)
    told = list(zip(ics.holds(shown, options), edition.events, strict=True))
    sure = [row for row in told if wanted.uncertain is Uncertain.INCLUDE or not ics.tentative(row[0])]
    parts = [_Part(_STEM, "", sure, edition.cancelled)]
    if wanted.uncertain is Uncertain.SEPARATE:
        doubtful = [row for row in told if ics.tentative(row[0])]
        parts.append(_Part(f"{_STEM}-uncertain", say(options.language, "calendar-uncertain"), doubtful))
    if wanted.split:
        parts += _divided(wanted.split, sure, edition.cancelled, options.language)
    if wanted.tasks:
        rows = zip(told, made, strict=True)
        due = [(event, ics.task(stamped)) for (event, _), stamped in rows if event.kind is EventKind.DEADLINE]
        parts.append(_Part(f"{_STEM}-tasks", say(options.language, "calendar-tasks"), due))
    names = {part.stem for part in parts}
    old = [stem for stem in last.calendars if stem not in names]
    if wanted.split:
        # Whoever subscribes to a group that has no more events must not go on seeing those it once had.
        parts += [_Part(stem, "") for stem in old]
        old = []
    files = tuple(_file(part, number, shown, options) for number, part in enumerate(parts))
    after = replace(edition.ledger, calendars=tuple(sorted({*names, *last.calendars})))
    return Shelf(files, after, len(edition.cancelled), tuple(old))


@dataclass(frozen=True, slots=True)
class _Part:
    """The events of one file, and its name."""

    stem: str
    label: str
    events: Sequence[tuple[Event, bytes]] = ()
    cancelled: Sequence[Entry] = ()


def _file(part: _Part, number: int, timeline: Timeline, options: Options) -> File:
    language = options.language
    name = title(timeline, language)
    if part.label:
        name = say(language, "calendar-part", title=name, part=part.label)
    head = ics.new_calendar(name, ics.about(timeline, language))
    if number:
        colour, value = _COLOURS[number % len(_COLOURS)]
        head.color = colour
        head.add("X-APPLE-CALENDAR-COLOR", value)
    blocks = [*(block for _, block in part.events), *(ics.cancelled(entry, language) for entry in part.cancelled)]
    return File(f"{part.stem}{ics.SUFFIX}", ics.calendar(head, blocks), len(part.events))


# --- by place, kind, month, source ------------------------------------------------------------------------------------


def _divided(
    split: Split, events: Iterable[tuple[Event, bytes]], cancelled: Iterable[Entry], language: str
) -> list[_Part]:
    """A part for each place, kind, month or source, in the order of their names."""
    of_event, of_entry = _GROUPS[split]
    groups: dict[str, _Part] = {}
    for row in events:
        group = of_event(row[0], language)
        known = groups.get(group, _Part("", group))
        groups[group] = replace(known, events=(*known.events, row))
    for entry in cancelled:
        group = of_entry(entry)
        known = groups.get(group, _Part("", group))
        groups[group] = replace(known, cancelled=(*known.cancelled, entry))
    stems: Counter[str] = Counter()
    parts = []
    for group, part in sorted(groups.items()):
        label = group or say(language, f"split-no-{split}")
        stem = f"{_STEM}-{_UNFIT.sub('-', label).strip('-.')[:_NAME_LENGTH] or split}"
        stems[stem] += 1
        parts.append(replace(part, label=label, stem=stem if stems[stem] == 1 else f"{stem}-{stems[stem]}"))
    return parts


def _month(event: Event) -> str:
    place = slot(event)
    return place.first.isoformat()[:7] if place else ""


def _source(name: str) -> str:
    return PurePath(name).stem or name


_GROUPS: Mapping[Split, tuple[Callable[[Event, str], str], Callable[[Entry], str]]] = {
    Split.PLACE: (lambda event, _: region(event.place), lambda entry: region(entry.said.get("place"))),
    Split.KIND: (kind_name, lambda entry: entry.said.get("kind", "")),
    Split.MONTH: (lambda event, _: _month(event), lambda entry: entry.start[:7]),
    Split.SOURCE: (
        lambda event, _: _source(dating(event).document),
        lambda entry: _source(entry.said.get("source", "").rpartition(":")[0]),
    ),
}
