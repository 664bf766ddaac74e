r"""Rows -> stories, as if their documents had been read: whatever shows documents shows a corpus.

Of a document only the words that its rows keep come back, each in its place, and nothing between them.

>>> sparse([Piece(4, 2, "5月12日"), Piece(12, 4, "开幕")])
'\n   5月12日\n\n 开幕'
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any, NamedTuple

from timeline.corpus.manifest import CorpusError, manifest_of
from timeline.corpus.queries import connected, rows
from timeline.corpus.rows import Row
from timeline.export.selection import Wish
from timeline.model import (
    Category,
    Certainty,
    Claim,
    Document,
    Event,
    EventKind,
    Evidence,
    Expression,
    ExpressionKind,
    Occasion,
    Offsets,
    Part,
    Point,
    Resolution,
    Script,
    Section,
    Setting,
    Span,
    Step,
    Story,
    Value,
    Weight,
    When,
    Window,
)


class Piece(NamedTuple):
    """Words of a document that are known, and where they stand."""

    start: int
    line: int
    words: str


def sparse(pieces: Iterable[Piece]) -> str:
    """A text that has these words in their places and on their lines, and blanks for the rest."""
    made, line, length = [], 1, 0
    for piece in sorted(set(pieces)):
        if piece.start < length:  # within words that stand there, but for their end
            words = piece.words[length - piece.start :]
        else:
            gap = piece.start - length
            ends = min(max(piece.line - line, 0), gap)
            made.append("\n" * ends + " " * (gap - ends))
            line, length, words = line + ends, piece.start, piece.words
        made.append(words)
        length += len(words)
        line += words.count("\n")
    return "".join(made)


def kept(folder: str, wish: Wish) -> Iterator[Story]:
    """What a corpus tells of what is wished for. Raises CorpusError where the folder is none, and ImportError."""
    if manifest_of(folder) is None:
        raise CorpusError("corpus-none", path=folder)
    return stories(rows(connected(folder), wish))


def stories(told: Iterable[Row]) -> Iterator[Story]:
    """The stories of rows; those of one document stand beside each other. No two documents have one name."""
    named: set[str] = set()
    for (input, record, name), found in groupby(told, key=lambda row: (row["input"], row["record"], row["source"])):
        own = next(each for each in (name, input, f"{input}:{record}") if each not in named)
        named.add(own)
        yield _story([{**row, "source": own} for row in found])


def _story(rows: list[Row]) -> Story:
    first = rows[0]
    about = json.loads(first["about"]) if first["about"] else None
    document = Document(
        name=first["source"],
        raw=sparse(_pieces(rows, about)),
        text="",
        offsets=Offsets(),
        blocks=(),
        script=Script(first["script"]),
        title=first["source_title"],
        published=first["published"],
    )
    year = Claim(about["year"], about["rule"], _span(about)) if about else None
    events = [_event(list(told)) for _, told in groupby(rows, key=lambda row: row["event"])]
    resolutions = tuple(e.resolution for event in events for e in event.evidence if e.resolution)
    return Story(
        document=document,
        setting=Setting(year=year, script=document.script, region=first["region"]),
        resolutions=resolutions,
        events=tuple(events),
        notes=(),
    )


def _pieces(rows: Iterable[Row], about: Mapping[str, Any] | None) -> Iterator[Piece]:
    proofs = [about] if about else []
    for row in rows:
        yield Piece(row["start"], row["line"], row["text"])
        if row["date_text"]:
            # Its line is that of the words that tell it, unless it stands elsewhere, where no line is known.
            inside = row["start"] <= row["date_start"] < row["end"]
            if not inside:
                yield Piece(row["date_start"], 0, row["date_text"])
        proofs += json.loads(row["reasons"] or "[]")
    yield from (Piece(proof["start"], proof["line"], proof["words"]) for proof in proofs if "start" in proof)


def _span(proof: Mapping[str, Any]) -> Span | None:
    return Span(proof["start"], proof["start"] + len(proof["words"])) if "start" in proof else None


def _event(rows: list[Row]) -> Event:
    """An event of a document, out of its tellings."""
    told = tuple(map(_telling, rows))
    if len(told) == 1:
        return replace(told[0], uid=rows[0]["event"])
    evidence = tuple(evidence for telling in told for evidence in telling.evidence)
    return replace(told[0], uid=rows[0]["event"], evidence=evidence, tellings=told)


def _telling(row: Row) -> Event:
    part = Part(row["part_of_day"]) if row["part_of_day"] else None
    evidence = Evidence(
        document=row["source"],
        span=Span(row["start"], row["end"]),
        text=row["text"],
        line=row["line"],
        resolution=_resolution(row),
    )
    return Event(
        uid=row["uid"],
        when=When(edtf=row["edtf"], time=row["time"], part=part, rrule=row["rrule"]),
        title=row["title"],
        description=row["description"],
        place=row["place"],
        organisers=tuple(row["organisers"]),
        kind=EventKind(row["kind"]),
        category=Category(row["category"]),
        weight=Weight(row["weight"]),
        certainty=_certainty(row),
        repaired=row["repaired"],
        evidence=(evidence,),
    )


def _certainty(row: Row) -> Certainty:
    return Certainty[row["certainty"].upper()]


def _resolution(row: Row) -> Resolution | None:
    if row["date_text"] is None:
        return None
    span = Span(row["date_start"], row["date_end"])
    expression = Expression(
        span=span,
        at=span,
        text=row["date_text"],
        kind=ExpressionKind(row["date_kind"]),
        phrase=row["date_phrase"],
        value=_value(row["date_loose"]),
    )
    steps = tuple(Step(e["rule"], e.get("values", {}), _span(e)) for e in json.loads(row["reasons"] or "[]"))
    when = When(edtf=row["date_edtf"]) if row["date_edtf"] else None
    return Resolution(expression=expression, when=when, certainty=_certainty(row), steps=steps)


def _value(loose: str | None) -> Value:
    """As much of what was written as decides how precisely a date is known."""
    if loose is None:
        return Point()
    if loose == "about":
        return Point(approximate=True)
    return Occasion(key="", window=Window(loose)) if loose in set(Window) else Point(section=Section(loose))
