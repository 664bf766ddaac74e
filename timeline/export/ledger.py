"""The last edition of a calendar and what it shall hold now -> what each event bears, so that readers' apps update it.

An app knows an event by its UID and takes a new version only with a higher SEQUENCE. So the ledger remembers of each
event the UID under which it was published, a digest of what it said, and its stamps: an unchanged event keeps every
byte; one whose date or title was corrected keeps its UID; one that is gone is written once more, as cancelled. The
same sources give the same edition again, however often it is made: an edition counts up only when something changed.

Stamps come from no clock: an event that changes is stamped a second after its last version, or by SOURCE_DATE_EPOCH.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from icalendar import Event as Component

NAME = "timeline.lock.json"
VERSION = 1

_STAMPS = (b"UID:", b"SEQUENCE:", b"DTSTAMP:", b"CREATED:", b"LAST-MODIFIED:")  # none long enough to be folded
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ALIKE = 50  # of 100: titles of one day that are one title, corrected
_SAME = 85  # of 100: titles that are one title wherever they stand


class NewerLedgerError(ValueError):
    """The ledger was written by a newer program, and would lose what this one does not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What an edition said of an event."""

    uid: str  # as published
    key: str  # the UID that the event bears by itself now; another one than `uid` once its title was corrected
    content: str  # digest of all but the stamps
    sequence: int
    created: str  # UTC: 2022-05-15T00:00:00Z
    changed: str
    start: str  # 2022-05-12, or the wall time 2022-05-12T09:30:00
    end: str
    said: Mapping[str, str]  # summary, place, kind, source: what a cancelled event still says
    withdrawn: int = 0  # the edition that cancelled it; 0: it stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """An edition: its number, its events by UID, the names of its calendars."""

    edition: int = 0
    entries: Mapping[str, Entry] = field(default_factory=dict)
    calendars: tuple[str, ...] = ()

    def encoded(self) -> bytes:
        """The ledger as a file that people can read and compare."""
        entries = {uid: _object(entry) for uid, entry in sorted(self.entries.items())}
        whole = {"version": VERSION, "edition": self.edition, "calendars": list(self.calendars), "events": entries}
        return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _object(entry: Entry) -> dict[str, Any]:
    """An entry without what goes without saying."""
    made = {name: getattr(entry, name) for name in Entry.__slots__ if name != "uid"}
    if entry.key == entry.uid:
        del made["key"]
    if not entry.withdrawn:
        del made["withdrawn"]
    return made


def decoded(data: bytes) -> Ledger:
    """The ledger that a file holds.

    Raises `NewerLedgerError` for one of a later version, and `ValueError` where the file is damaged.
    """
    try:
        whole = json.loads(data.decode("utf-8"))
        if whole["version"] > VERSION:
            raise NewerLedgerError(str(whole["version"]))
        entries = {uid: Entry(**{"uid": uid, "key": uid, **entry}) for uid, entry in whole["events"].items()}
        ledger = Ledger(edition=int(whole["edition"]), entries=entries, calendars=tuple(whole["calendars"]))
        for entry in entries.values():
            moment(entry.created), moment(entry.changed), int(entry.sequence), int(entry.withdrawn)
    except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError(str(error)) from error
    return ledger


def rebuilt(data: bytes) -> Ledger:
    """The ledger of a calendar whose own ledger is lost.

    Raises `ValueError` where the bytes are no calendar.
    """
    from icalendar import Calendar, InvalidCalendar

    entries = {}
    try:
        for event in Calendar.from_ical(data).events:
            if event.get("STATUS") == "CANCELLED":
                continue
            entry = _entry(event, bytes(event.to_ical()), event.uid, event.sequence, _stamped(event.DTSTAMP))
            entries[entry.uid] = replace(entry, created=_stamped(event.created))
    except (KeyError, AttributeError, TypeError, OverflowError, InvalidCalendar) as error:
        raise ValueError(str(error)) from error
    return Ledger(edition=1, entries=entries)


# --- one edition after another ----------------------------------------------------------------------------------------


class Edition(NamedTuple):
    """What is written now, and what is remembered of it."""

    events: list[bytes]  # VEVENTs, stamped
    cancelled: list[Entry]  # written once more
    ledger: Ledger


def revised(ledger: Ledger, events: Sequence[Component], alive: Collection[str], *, complete: bool = True) -> Edition:
    """The edition after the one that the ledger remembers.

    `events` are those that the calendar shows, each with its own UID and the stamp of its document; they are stamped in
    place. `alive` are the UIDs of all events that there are: what is only not shown this time is not withdrawn. Where
    not all sources could be read (`complete` is false), nothing is: what they told may still be so.
    """
    known = {entry.key: entry for entry in ledger.entries.values()}
    lost = [entry for entry in known.values() if entry.key not in alive and not entry.withdrawn]
    renamed = _renamed(lost, [event for event in events if event.uid not in known])
    entries, changed = dict(ledger.entries), False
    blocks = []
    for event in events:
        key, block = event.uid, bytes(event.to_ical())
        last = known.get(key) or renamed.get(key)
        entry = _next(last, event, key, block) if last else _first(event, key, block, entries)
        changed |= entry != ledger.entries.get(entry.uid)
        entries[entry.uid] = entry
        blocks.append(bytes(event.to_ical()) if _stamped_anew(event, entry) else block)
    found = {entry.uid for entry in renamed.values()}
    gone = [entry for entry in lost if complete and entry.uid not in found]
    edition = ledger.edition + (changed or bool(gone))
    for entry in gone:
        entries[entry.uid] = _withdrawn(entry, edition)
    cancelled = sorted((e for e in entries.values() if e.withdrawn == edition), key=lambda e: (e.start, e.uid))
    return Edition(blocks, cancelled, replace(ledger, edition=edition, entries=entries))


def stamped(ledger: Ledger, events: Sequence[Component]) -> list[bytes]:
    """The events as the calendars of the last edition bear them, for whoever offers them elsewhere."""
    return revised(ledger, events, {entry.key for entry in ledger.entries.values()}).events


def _first(event: Component, key: str, block: bytes, entries: Mapping[str, Entry]) -> Entry:
    """What the first edition that has an event says of it."""
    uid = key
    while uid in entries:  # an event of before that has another title by now was published under it
        uid = f"tl-{sha256(uid.encode()).hexdigest()[:32]}@timeline.invalid"
    return replace(_entry(event, block, uid, 0, _stamped(event.DTSTAMP)), key=key)


def _next(last: Entry, event: Component, key: str, block: bytes) -> Entry:
    """What this edition says of an event, after what the last one said."""
    new = replace(_entry(event, block, last.uid, last.sequence, last.changed), key=key, created=last.created)
    if new.content == last.content and not last.withdrawn:
        return new
    return replace(new, sequence=last.sequence + 1, changed=_later(last, event.DTSTAMP))


def _withdrawn(last: Entry, edition: int) -> Entry:
    return replace(last, content="", sequence=last.sequence + 1, changed=_later(last, EPOCH), withdrawn=edition)


def _renamed(lost: Collection[Entry], fresh: Collection[Component]) -> Mapping[str, Entry]:
    """New event -> the entry of the one that it corrects: of the same time and a like title, or of the same title."""
    if not lost or not fresh:
        return {}
    from rapidfuzz.fuzz import ratio

    by_time: dict[tuple[str, str], list[Entry]] = {}
    by_title: dict[str, list[Entry]] = {}
    for entry in lost:
        by_time.setdefault((entry.start, entry.end), []).append(entry)
        by_title.setdefault(entry.said.get("summary", ""), []).append(entry)
    pairs = []
    for event in fresh:
        key, title = event.uid, event.summary or ""
        for entry in by_time.get(_times(event), ()):
            score = ratio(title, entry.said.get("summary", ""))
            pairs += [(-score, entry.uid, key, entry)] if score >= _ALIKE else []
        pairs += [(-float(_SAME), entry.uid, key, entry) for entry in by_title.get(title, ())]
    found: dict[str, Entry] = {}
    used = set()
    for _, uid, key, entry in sorted(pairs, key=lambda pair: pair[:3]):
        if key not in found and uid not in used:
            found[key] = entry
            used.add(uid)
    return found


def _entry(event: Component, block: bytes, uid: str, sequence: int, stamp: str) -> Entry:
    start, end = _times(event)
    said = {
        "summary": event.summary,
        "place": event.location,
        "kind": ",".join(event.categories),
        "source": event.get("X-TIMELINE-SOURCE"),
    }
    return Entry(
        uid=uid,
        key=uid,
        content=_digest(block),
        sequence=sequence,
        created=stamp,
        changed=stamp,
        start=start,
        end=end,
        said={name: str(value) for name, value in said.items() if value},
    )


def _digest(block: bytes) -> str:
    """What a VEVENT says, its stamps apart, in 16 hex digits."""
    lines = [line for line in block.split(b"\r\n") if not line.startswith(_STAMPS)]
    return sha256(b"\n".join(lines)).hexdigest()[:16]


def _times(event: Component) -> tuple[str, str]:
    return _written(event.start), _written(event.end)


def _written(value: date | datetime) -> str:
    """A day or a wall time as the calendar writes it."""
    return value.replace(tzinfo=None).isoformat() if isinstance(value, datetime) else value.isoformat()


def _stamped(value: datetime) -> str:
    return f"{value.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"  # a year has four digits


def moment(text: str) -> datetime:
    """A stamp of the ledger."""
    if not text.endswith("Z"):
        raise ValueError(text)
    return datetime.fromisoformat(text)


def _later(last: Entry, stamp: datetime) -> str:
    """The stamp of a new version: that of its document, but after the last one's."""
    before = moment(last.changed)
    return _stamped(max(stamp, before + _SECOND if before < _LAST_MOMENT else before))


_SECOND, _LAST_MOMENT = timedelta(seconds=1), datetime.max.replace(microsecond=0, tzinfo=UTC)


def _stamped_anew(event: Component, entry: Entry) -> bool:
    """Whether the event bore other stamps than those of its entry, which it bears now."""
    changed, created = moment(entry.changed), moment(entry.created)
    if (event.uid, event.sequence, event.DTSTAMP, event.created) == (entry.uid, entry.sequence, changed, created):
        return False
    event.uid, event.sequence, event.created = entry.uid, entry.sequence, created
    event.DTSTAMP = event.LAST_MODIFIED = changed
    return True
