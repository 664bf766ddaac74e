r"""Event -> what every exporter says of it: how precisely its date is known, where it stands, why it is believed.

>>> one_line("  开幕式\x1b[31m\n\u202e举行 ")
'开幕式[31m 举行'
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from timeline.edtf import bounds, interval
from timeline.export.dates import Atom, Grain, ends, words
from timeline.export.options import Options
from timeline.messages import say
from timeline.model import (
    Category,
    Certainty,
    Document,
    Event,
    EventKind,
    Evidence,
    Note,
    Occasion,
    Point,
    Resolution,
    Severity,
    Step,
    Story,
    Timeline,
    Weight,
    Window,
)

# Signs that would move the cursor, colour the screen or turn the direction of a line: never let through.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_BLANK = re.compile(r"\s+")
# Where a line of Chinese was broken, nothing stands between its characters; where words were set apart, a space does.
_WIDE = r"[\u2014-\u201d\u2026\u3000-\u9fff\uf900-\uffef]"
_BROKEN = re.compile(rf"(?<={_WIDE})\s*\n\s*(?={_WIDE})")


def one_line(text: str) -> str:
    r"""A text of a document as one line without control characters.

    >>> one_line("助残圆梦就业指\n\n导室 举办了沙龙")
    '助残圆梦就业指导室 举办了沙龙'
    """
    if text.isprintable() and "  " not in text:
        return text.strip()  # as most are: no control character, no blank but single spaces
    return _BLANK.sub(" ", _BROKEN.sub("", _UNSEEN.sub("", text))).strip()


def squeezed(text: str) -> str:
    """A text without white space."""
    return _BLANK.sub("", text)


def shortened(text: str, length: int) -> str:
    """At most so many characters, the cut marked."""
    return text if len(text) <= length else text[: length - 1] + "…"


def in_quotes(words: str, language: str) -> str:
    """Words in quotation marks, but for those that have their own: “国际残疾人日”活动期间."""
    return words if "“" in words else say(language, "quoted", text=words)


# --- how precisely a date is known ------------------------------------------------------------------------------------


class Precision(StrEnum):
    """What is known of an event's date; the names that the calendar's X-TIMELINE-PRECISION bears."""

    MINUTE = "minute"
    PART = "part-of-day"
    DAY = "day"
    RANGE = "range"
    OPEN = "open"  # 5月15日起
    WITHIN = "within"  # around a day or some time in a period: 助残日期间
    TEN_DAYS = "ten-days"  # 5月中下旬
    MONTH = "month"
    COARSE = "coarse"  # a season, a year, a decade
    NO_YEAR = "no-year"
    NONE = "none"


VAGUE = frozenset({Precision.TEN_DAYS, Precision.MONTH, Precision.COARSE})


def dating(event: Event) -> Evidence:
    """The evidence whose expression gave the event its date."""
    told = [evidence for evidence in event.evidence if evidence.resolution]
    same = [e for e in told if e.resolution and e.resolution.when and e.resolution.when.edtf == event.when.edtf]
    return (same or told or list(event.evidence))[0]


def main_end(event: Event) -> Atom | None:
    """The end of the date under which the event is found: its first, of a deadline the day on which it is due."""
    left, right = ends(event.when.edtf or "")
    return (right or left) if event.kind is EventKind.DEADLINE else (left or right)


def _written_loosely(event: Event) -> Precision | None:
    """Ten days or “during”, where the letters say no more than that."""
    resolution = dating(event).resolution
    if resolution is None or resolution.when is None or resolution.when.edtf != event.when.edtf:
        return None
    value = resolution.expression.value
    if isinstance(value, Point) and value.section and not value.day:
        return Precision.TEN_DAYS
    # A title within the words of the date is the observance itself: 第二十四个上海助残周 of 第二十四个上海助残周期间.
    itself = squeezed(event.title) in squeezed(resolution.expression.text)
    loose = isinstance(value, Occasion) and value.window in (Window.DURING, Window.AROUND) and not itself
    return Precision.WITHIN if loose or getattr(value, "approximate", False) else None


def precision(event: Event) -> Precision:
    """How precisely the date of an event is known."""
    edtf, atom = event.when.edtf or "", main_end(event)
    if atom is None:
        return Precision.NONE
    if atom.year == "XXXX":
        return Precision.NO_YEAR
    if atom.grain < Grain.MONTH:
        return Precision.COARSE
    if atom.grain is Grain.MONTH:
        return Precision.MONTH
    if atom.about:
        return Precision.WITHIN
    if event.kind is not EventKind.DEADLINE:
        if loose := _written_loosely(event):
            return loose
        if edtf.endswith("/.."):
            return Precision.OPEN
        if "/" in edtf and not edtf.startswith("..") and len(set(ends(edtf))) == 2:
            return Precision.RANGE
    return Precision.MINUTE if event.when.time else Precision.PART if event.when.part else Precision.DAY


def clock_words(event: Event, language: str) -> str:
    """The clock time as written, 15:00 or 15:00–17:30, else the part of the day, else nothing."""
    if event.when.time:
        return event.when.time.replace("/", "–")
    return say(language, f"part-{event.when.part}") if event.when.part else ""


def date_words(event: Event, language: str, *, year: bool = True) -> str:
    """The date in words, as precise as it is known."""
    if event.when.edtf is None:
        rrule = event.when.rrule
        return say(language, "date-repeated", rrule=rrule) if rrule else say(language, "date-none")
    text = words(event.when.edtf, language, year=year)
    edtf = event.when.edtf.rstrip("%?")
    if precision(event) is not Precision.WITHIN or edtf.endswith("~") or ".." in edtf:
        return text  # 辛亥革命后 is from that day on, and between nothing
    return say(language, "date-about" if event.when.single_day else "date-during", date=text)


# --- where it stands and why it is believed ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """A document of the timeline and its number in the list of sources."""

    number: int
    story: Story


def sources(timeline: Timeline) -> Mapping[str, Source]:
    """Every document by its name."""
    return {story.document.name: Source(number, story) for number, story in enumerate(timeline.stories, start=1)}


def date_in(quoted: str, evidence: Evidence) -> tuple[int, int] | None:
    """Where the words of the date stand in the sentence that is quoted for an event; None where they do not."""
    if evidence.resolution is None:
        return None
    expression = evidence.resolution.expression
    said = one_line(expression.text)
    inside = evidence.span.start <= expression.span.start < evidence.span.end
    near = inside or abs(expression.span.start - evidence.span.start) <= len(quoted)
    at = quoted.find(said, max(quoted.find(one_line(evidence.text)), 0))
    at = quoted.find(said) if at < 0 else at
    return (at, at + len(said)) if said and near and at >= 0 else None


def where(source: Source | None, number: object, position: int, line: int, language: str) -> str:
    """Where something stands: the number of its source, its page where there are pages, its line."""
    place = source.story.document.place(position) if source else None
    if place is None:
        return say(language, "source-line", number=number, line=line)
    return say(language, "source-page", number=number, page=place.page, line=line)


def reasons(steps: Iterable[Step], document: Document | None, language: str) -> tuple[str, ...]:
    """The steps of a reason in plain words."""
    said = []
    for step in steps:
        proof = one_line(step.because.of(document.raw)) if document and step.because else ""
        said.append(say(language, step.rule, **{"words": shortened(proof, 40), **step.values}))
    return tuple(said)


def why(resolution: Resolution | None, document: Document | None, language: str) -> str:
    """The steps of a resolution as one line."""
    steps = resolution.steps if resolution else ()
    return say(language, "reason-comma").join(reasons(steps, document, language))


def year_reason(story: Story, language: str) -> tuple[int | None, str]:
    """The year that a document is about, and its proof."""
    claim = story.setting.year
    if claim is None:
        return None, say(language, "source-no-year")
    step = Step(claim.rule, {"year": str(claim.value)}, claim.because)
    return claim.value, reasons([step], story.document, language)[0]


def day_of_publication(story: Story) -> date | None:
    """When a document was published, by its file or by its own words."""
    claim = story.setting.published
    return claim.value if claim else story.document.published


def kind_name(event: Event, language: str) -> str:
    """What kind of event it is, in one word: its category, else whether it is a day, a stretch, a last day."""
    named = event.category is not Category.OTHER
    return say(language, f"kind-{event.category if named else event.kind}")


# Of these somebody is behind, but nobody holds them.
_DONE = frozenset(
    {Category.PUBLICATION, Category.VISIT, Category.FOUNDING, Category.WORKS, Category.COURT, Category.LIFE}
    | {Category.INCIDENT, Category.CLOSURE, Category.JOURNEY}
)


def held(event: Event) -> bool:
    """Whether those behind an event are its organisers: of a fair, not of a judgment."""
    return event.category not in _DONE


def remark(event: Event, language: str) -> str:
    """What a reader must know of the date itself: that it is a last day, was mended, or is only about then."""
    evidence = dating(event)
    written = one_line(evidence.resolution.expression.text) if evidence.resolution else ""
    said = []
    if event.kind is EventKind.DEADLINE:
        said.append(say(language, "deadline-included"))
    if event.repaired:
        said.append(say(language, "repaired-from", words=written))
    elif precision(event) is Precision.WITHIN and written:
        said.append(say(language, "about-from", words=in_quotes(written, language)))
    return say(language, "clause-comma").join((*said, *decided(event, language)))


def decided(event: Event, language: str) -> tuple[str, ...]:
    """What a person decided of an event, and where that stands."""
    return reasons(event.decided, None, language)


def disputed(event: Event, numbered: Mapping[str, Source], language: str) -> str:
    """The other days that other documents give an event; empty where none does."""
    others = []
    for other in event.disputes:
        date, source = words(other.when.edtf or "", language), numbered.get(other.document)
        row = "disputed-day" if source else "disputed-by"
        number = source.number if source else ""
        others.append(say(language, row, date=date, number=number, document=other.document, line=other.line))
    return say(language, "disputed", others=say(language, "list-comma").join(others)) if others else ""


def beside(timeline: Timeline, language: str) -> str:
    """How much that belongs to nothing shown is left out of a view; empty where nothing is."""
    counts = {"count-documents": timeline.stories_beside, "count-notes": timeline.notes_beside}
    left = [say(language, row, count=count) for row, count in counts.items() if count]
    what = say(language, "list-comma").join(left)
    return say(language, "summary-beside", what=what, count=sum(counts.values())) if left else ""


def because(event: Event, document: Document | None, language: str) -> str:
    """Why a date is believed that is not written in full; empty where it is."""
    reason = why(dating(event).resolution, document, language)
    if event.certainty is Certainty.WRITTEN or not reason:
        return ""
    return say(language, f"because-{event.certainty.label}", reasons=reason)


def sentence(event: Event, evidence: Evidence) -> str:
    """The sentence that tells of the event: the whole of it where the evidence is a clause of what the event quotes."""
    whole, part = one_line(event.description), one_line(evidence.text)
    return whole if part in whole else part


def note_words(note: Note, document: Document | None, language: str) -> str:
    """A note in plain words."""
    values: dict[str, object] = dict(note.values)
    if document and note.span:
        values = {"words": shortened(one_line(note.span.of(document.raw)), 40), **values}
    return say(language, note.rule, **values)


def doubts(timeline: Timeline) -> tuple[Note, ...]:
    """The notes that a reader should see."""
    return tuple(note for note in timeline.notes if note.severity >= Severity.DOUBT)


def title(timeline: Timeline, language: str) -> str:
    """What the timeline is called: the title of its only document, or just a timeline."""
    only = timeline.stories[0] if len(timeline.stories) == 1 and not timeline.stories_beside else None
    if only and (own := only.document.title):
        return one_line(own) or say(language, "timeline-title")
    return say(language, "timeline-title")


def span_words(events: Iterable[Event], language: str) -> str:
    """From the first to the last known date of the events, no finer than they are known; empty where none is."""
    firsts, lasts = [], []
    for edtf in {event.when.edtf.replace("~", "") for event in events if event.when.edtf}:
        (first, last), (left, _, right) = bounds(edtf), edtf.partition("/")
        firsts += [(first, left)] if first else []
        lasts += [(last, right or left)] if last else []
    if not firsts or not lasts:
        return ""
    return words(interval(min(firsts)[1], max(lasts)[1]), language)


def listed(timeline: Timeline, options: Options) -> tuple[Event, ...]:
    """The events that the options ask for."""
    return tuple(event for event in timeline.events if options.everything or event.weight is Weight.CORE)


_UNCALENDARED = {
    Precision.COARSE: "left-out-coarse",
    Precision.NO_YEAR: "left-out-year",
    Precision.NONE: "left-out-undated",
}


def has_calendar_day(event: Event) -> bool:
    """Whether a calendar can hold an event: its month and year are known, and computers' calendars reach so far."""
    return precision(event) not in _UNCALENDARED and any(bounds(event.when.edtf or ""))


def left_out(timeline: Timeline, options: Options) -> str:
    """Which of the events a calendar cannot hold, in words; empty where it holds all."""
    missing = [event for event in listed(timeline, options) if not has_calendar_day(event)]
    counts = Counter(_UNCALENDARED.get(precision(event), "left-out-coarse") for event in missing)
    if not counts:
        return ""
    said = (say(options.language, row, count=count) for row, count in sorted(counts.items()))
    return say(options.language, "left-out", reasons=say(options.language, "list-comma").join(said))


def summary(timeline: Timeline, events: Iterable[Event], language: str) -> str:
    """The first line under a title: from when to when, how many events, out of how many documents."""
    listed = tuple(events)
    span = span_words(listed, language)
    return say(
        language,
        "summary" if span else "summary-undated",
        span=span,
        events=say(language, "count-events", count=len(listed)),
        documents=say(language, "count-documents", count=len(timeline.stories)),
    )
