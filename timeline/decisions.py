r"""What a person wrote in `timeline.toml` -> decisions, and the timeline that honours them.

A decision names an event by its UID, or by that of any telling that was merged into it, and by as many digits as tell
it from the others. It lasts: UIDs know neither date nor path. Whatever cannot be done is a note, never a failure.

>>> found = written("timeline.toml", 'version = 1\n[event.3f2a9c1e]\ntitle = "开幕式"\ndate = 2022-05-16\n')
>>> [(decision.uid, decision.line, dict(decision.facts)) for decision in found.decisions]
[('3f2a9c1e', 2, {'title': '开幕式', 'date': '2022-05-16'})]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from itertools import product
from typing import Any, NamedTuple

from timeline.edtf import bounds
from timeline.merge import in_order, merge, timeline_of
from timeline.model import Certainty, Event, EventKind, Note, Resolution, Severity, Step, Story, Timeline, Weight, When
from timeline.text import printable

FILE = "timeline.toml"  # the name under which a folder holds its decisions
VERSION = 1

_UID = re.compile(r"(?:tl-)?([0-9a-f]{6,32})(?:@timeline\.invalid)?")
_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d(?:/(?:[01]\d|2[0-4]):[0-5]\d)?")
_DATE = re.compile(r"[\d.~/-]+")


class Decision(NamedTuple):
    """What a person decided of one event."""

    uid: str  # the first digits of a UID
    file: str
    line: int
    facts: Mapping[str, str]
    merge: tuple[str, ...] = ()
    split: tuple[str, ...] = ()
    drop: bool = False
    whole: bool = True  # the whole folder is read: an event that is not there is gone


class Decisions(NamedTuple):
    """The decisions of a file, and what in it could not be understood."""

    decisions: tuple[Decision, ...] = ()
    notes: tuple[Note, ...] = ()


class DecisionsError(ValueError):
    """A file of decisions that cannot be read at all; `note` says what and where."""

    def __init__(self, note: Note) -> None:
        super().__init__(note.document, note.rule)
        self.note = note


# --- reading ----------------------------------------------------------------------------------------------------------


def written(name: str, text: str, *, whole: bool = True) -> Decisions:
    """The decisions of a file. Raises DecisionsError where it is no TOML or of another version."""
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # tables in tables without end, numbers without end
        at, last = re.search(r"line (\d+)", str(error)), text.rstrip("\n").count("\n") + 1
        line = int(at[1]) if at else last if "end of document" in str(error) else 1
        raise DecisionsError(_note(name, "decisions-broken", line, reason=error)) from None
    version = data.pop("version", None)
    if version != VERSION:
        raise DecisionsError(_note(name, "decisions-version", _line(text, r"version\b"), version=version))
    notes: list[Note] = []
    decisions: list[Decision] = []
    events = data.pop("event", {})
    for key in data:
        notes.append(_note(name, "decision-key", _line(text, rf"\[?\[?{re.escape(key)}\b"), key=key, keys="event"))
    if not isinstance(events, dict):
        notes.append(_note(name, "decision-uid", _line(text, "event"), uid="event"))
        events = {}
    for uid, row in events.items():
        line = _line(text, rf"\[\s*event\s*\.\s*[\"']?{re.escape(uid)}[\"']?\s*\]")
        if _digits(uid) is None or not isinstance(row, dict):
            notes.append(_note(name, "decision-uid", line, uid=uid))
            continue
        decisions.append(_decision(Decision(_digits(uid) or "", name, line, {}, whole=whole), row, notes))
    return Decisions(tuple(decisions), tuple(notes))


def _note(name: str, rule: str, line: int, **values: object) -> Note:
    said = {key: _words(str(value)) for key, value in values.items()}
    return Note(document=name, rule=rule, values=said, severity=Severity.DOUBT, line=line)


def _line(text: str, pattern: str) -> int:
    """The line on which something stands; the first where it is written in a way of its own."""
    found = re.search(rf"^[ \t]*{pattern}", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _digits(uid: object) -> str | None:
    """The digits of a UID, as `show --uids` prints it or as a calendar holds it."""
    match = _UID.fullmatch(uid.strip().lower()) if isinstance(uid, str) else None
    return match[1] if match else None


def _decision(decision: Decision, row: Mapping[str, Any], notes: list[Note]) -> Decision:
    facts: dict[str, str] = {}
    for key, value in row.items():
        problem: dict[str, object] = {"key": key, "value": value}
        if key in _FACTS:
            if (said := _FACTS[key](value)) is None:
                notes.append(_note(decision.file, "decision-value", decision.line, **problem))
            else:
                facts[key] = said
        elif key in ("merge", "split"):
            uids = [_digits(uid) for uid in value] if isinstance(value, list) else [None]
            if not all(uids):
                notes.append(_note(decision.file, "decision-uids", decision.line, **problem))
            known = tuple(filter(None, uids))
            decision = decision._replace(merge=known) if key == "merge" else decision._replace(split=known)
        elif key == "drop" and isinstance(value, bool):
            decision = decision._replace(drop=value)
        else:
            keys = ", ".join((*_FACTS, "merge", "split", "drop"))
            notes.append(_note(decision.file, "decision-key", decision.line, key=key, keys=keys))
    return decision._replace(facts=facts)


def _words(text: str) -> str:
    """A text in one line, without what a terminal would obey: a file of decisions may be somebody else's."""
    return printable(" ".join(text.split()))


def _title(value: object) -> str | None:
    return _words(value) or None if isinstance(value, str) else None


def _place(value: object) -> str | None:
    return _words(value) if isinstance(value, str) else None


def _day(value: object) -> str | None:
    """A date of TOML or an EDTF text."""
    text = value.isoformat() if type(value) is date else value
    if not isinstance(text, str) or not _DATE.fullmatch(text):
        return None
    first, last = bounds(text)
    return text if (first or last) and not (first and last and first > last) else None


def _clock(value: object) -> str | None:
    text = value.isoformat("minutes") if isinstance(value, time) else value
    return text if isinstance(text, str) and (text == "" or _CLOCK.fullmatch(text)) else None


def _kind(value: object) -> str | None:
    return value if isinstance(value, str) and value in list(EventKind) else None


def _weight(value: object) -> str | None:
    return value if isinstance(value, str) and value in list(Weight) else None


_FACTS: Mapping[str, Callable[[object], str | None]] = {
    "title": _title,
    "date": _day,
    "time": _clock,
    "place": _place,
    "kind": _kind,
    "weight": _weight,
}


# --- honouring --------------------------------------------------------------------------------------------------------


def decide(stories: Iterable[Story], decisions: Iterable[Decision] = (), notes: Iterable[Note] = ()) -> Timeline:
    """The timeline of all stories as a person wants it."""
    told, wanted, notes = in_order(stories), tuple(decisions), tuple(notes)
    plain = merge(told)
    if not wanted:
        return replace(plain, notes=(*plain.notes, *notes))
    desk = _Desk(plain)
    for honour in (desk.split, desk.merge, desk.change):
        for decision in wanted:
            honour(decision)
    found = timeline_of(told, desk.tellings(), desk.together(), desk.apart)
    events = tuple(event for event in found.events if not desk.dropped(event))
    return replace(found, events=events, notes=(*found.notes, *notes, *desk.notes))


@dataclass(slots=True)
class _Part:
    """Tellings that are one event for whoever decides."""

    told: dict[str, list[Event]]  # by their UIDs
    decided: list[Step] = field(default_factory=list)
    drop: bool = False


class _Desk:
    """Decisions at work on a timeline: first what is not one, then what is, then what is said of it."""

    def __init__(self, timeline: Timeline) -> None:
        self.parts: list[_Part] = []
        self.of: dict[str, _Part] = {}
        self.apart: set[frozenset[str]] = set()
        self.notes: list[Note] = []
        for event in timeline.events:
            told: dict[str, list[Event]] = {}
            for telling in event.tellings or (event,):
                told.setdefault(telling.uid, []).append(telling)
            self._add(_Part(told), event.uid)

    def _add(self, part: _Part, *more: str) -> None:
        self.parts.append(part)
        for uid in (*more, *part.told):
            self.of[uid] = part

    def _uid(self, decision: Decision, digits: str) -> str | None:
        """The UID that begins so; a note where there is none, or more than one event."""
        found = sorted(uid for uid in self.of if uid.startswith(digits))
        if found and all(self.of[uid] is self.of[found[0]] for uid in found):
            return found[0]
        if found or decision.whole:
            row = "decision-ambiguous" if found else "decision-gone"
            note = _note(decision.file, row, decision.line, uid=digits, count=len(found))
            if note not in self.notes:
                self.notes.append(note)
        return None

    def split(self, decision: Decision) -> None:
        """The named tellings leave the event and are one of their own."""
        uid = self._uid(decision, decision.uid)
        if uid is None or not decision.split:
            return
        part = self.of[uid]
        named = {name for digits in decision.split if (name := self._uid(decision, digits)) is not None}
        leaving = {name for name in named if name in part.told}
        if not leaving or leaving == set(part.told):
            self.notes.append(_note(decision.file, "decision-split", decision.line, uid=decision.uid))
            return
        self._add(_Part({name: part.told.pop(name) for name in sorted(leaving)}))
        self.apart |= {frozenset(pair) for pair in product(leaving, part.told)}

    def merge(self, decision: Decision) -> None:
        """The named events are one with the event."""
        uid = self._uid(decision, decision.uid)
        for digits in decision.merge if uid else ():
            other = self._uid(decision, digits)
            part = self.of[uid or ""]
            if other is None or self.of[other] is part:
                continue
            self._mark(part, Step("decided-merge", {"at": _at(decision)}), {})
            gone = self.of[other]
            self.parts.remove(gone)
            main = min((event for told in part.told.values() for event in told), key=lambda event: event.uid != uid)
            for name, told in gone.told.items():
                part.told[name] = [replace(e, when=main.when, title=main.title, kind=main.kind) for e in told]
            self.of.update((name, part) for name, held in list(self.of.items()) if held is gone)

    def change(self, decision: Decision) -> None:
        """What is said of the event is what the decision says."""
        uid = self._uid(decision, decision.uid)
        if uid is None:
            return
        part = self.of[uid]
        part.drop |= decision.drop
        facts = {}
        for key, value in decision.facts.items():
            step = Step("decided" if key == "date" else f"decided-{key}", {"at": _at(decision), "value": value})
            if any(known.rule == step.rule for known in part.decided):
                self.notes.append(_note(decision.file, "decision-twice", decision.line, uid=decision.uid, key=key))
                continue
            facts[key] = value
            self._mark(part, step, facts)

    def _mark(self, part: _Part, step: Step, facts: Mapping[str, str]) -> None:
        if all(known.rule != step.rule for known in part.decided):
            part.decided.append(step)
        for told in part.told.values():
            told[:] = [replace(_told(event, facts, step), decided=tuple(part.decided)) for event in told]

    def tellings(self) -> Iterator[Event]:
        """All tellings, as decided."""
        return (event for part in self.parts for told in part.told.values() for event in told)

    def together(self) -> list[tuple[str, ...]]:
        """What is one because a person spoke of it as one."""
        return [tuple(part.told) for part in self.parts if part.decided]

    def dropped(self, event: Event) -> bool:
        """Whether a person wants nothing of an event."""
        told = event.tellings or (event,)
        return any(self.of[telling.uid].drop for telling in told if telling.uid in self.of)


def _at(decision: Decision) -> str:
    return f"{decision.file}:{decision.line}"


def _told(event: Event, facts: Mapping[str, str], step: Step) -> Event:
    """A telling with what a person decided of it."""
    when, evidence, certainty, repaired = event.when, event.evidence, event.certainty, event.repaired
    if "date" in facts:
        when = When(edtf=facts["date"], time=when.time, part=when.part)
        certainty, repaired = Certainty.WRITTEN, False
    if "time" in facts:
        when = When(edtf=when.edtf, time=facts["time"] or None)
    if step.rule == "decided":
        evidence = tuple(replace(e, resolution=_decided(e.resolution, when, step)) for e in evidence)
    return replace(
        event,
        when=when,
        title=facts.get("title", event.title),
        place=(facts["place"] or None) if "place" in facts else event.place,
        kind=EventKind(facts.get("kind", event.kind)),
        weight=Weight(facts.get("weight", event.weight)),
        certainty=certainty,
        repaired=repaired,
        evidence=evidence,
    )


def _decided(resolution: Resolution | None, when: When, step: Step) -> Resolution | None:
    """The expression with the date that a person gave it."""
    if resolution is None:
        return None
    return replace(resolution, when=when, certainty=Certainty.WRITTEN, steps=(step,))
