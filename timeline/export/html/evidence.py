"""Event -> what opens under its title: the sentence with its date marked, and in steps how the date was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline.export.dates import weekday
from timeline.export.explanation import surroundings
from timeline.export.html.entries import Entry, due
from timeline.export.html.markup import Markup, join, tag, text
from timeline.export.wording import (
    Source,
    date_in,
    date_words,
    dating,
    decided,
    disputed,
    held,
    one_line,
    reasons,
    sentence,
    shortened,
    where,
)
from timeline.messages import say
from timeline.model import Event, Evidence, Script, When

_QUOTED = 600  # characters of a source sentence


def script_of(source: Source | None) -> str:
    """The language of a document, for its fonts and for a voice that reads it."""
    return "zh-Hant" if source and source.story.document.script is Script.HANT else "zh-Hans"


def _marked(quoted: str, evidence: Evidence) -> Markup | None:
    """The sentence with the words of its date marked; None where they do not stand in it."""
    if evidence.resolution is None:
        return text(shortened(quoted, _QUOTED))
    place = date_in(quoted, evidence)
    if place is None or place[1] > _QUOTED:
        return None
    start, end = place
    rest = shortened(quoted, _QUOTED)
    return join((rest[:start], tag("mark", None, quoted[start:end]), rest[end:]))


def _quotation(
    label: str, said: Markup, evidence: Evidence, source: Source | None, position: int, line: int, language: str
) -> Markup:
    place = where(source, source.number if source else "–", position, line, language)
    name = source.story.document.title or source.story.document.name if source else evidence.document
    spoken = {"lang": script_of(source)}
    return tag(
        "blockquote",
        spoken,
        tag("p", {"class": "lab", "lang": language}, say(language, label)),
        tag("p", None, said),
        tag(
            "footer",
            None,
            tag("span", {"lang": language}, place),
            " · ",
            tag("cite", None, shortened(one_line(name), 60)),
        ),
    )


def quotations(event: Event, numbered: Mapping[str, Source], language: str) -> Iterator[Markup]:
    """What each document says; where the date stands elsewhere in it, first that place."""
    for evidence in event.evidence:
        source = numbered.get(evidence.document)
        quoted = sentence(event, evidence)
        marked = _marked(quoted, evidence)
        if marked is None and evidence.resolution and source:
            span = evidence.resolution.expression.span
            document = source.story.document
            before, words, after = surroundings(document, span)
            there = join((before, tag("mark", None, words), after))
            line = document.line(span.start)
            yield _quotation("page-date-there", there, evidence, source, span.start, line, language)
        said = text(shortened(quoted, _QUOTED)) if marked is None else marked
        yield _quotation("page-source-text", said, evidence, source, evidence.span.start, evidence.line, language)


def _steps(event: Event, numbered: Mapping[str, Source], language: str) -> Iterator[str]:
    """How the date was found, step by step, and under which day it stands at last."""
    told = dating(event)
    source = numbered.get(told.document)
    if told.resolution:
        yield from reasons(told.resolution.steps, source.story.document if source else None, language)
    if told.resolution and told.resolution.when and not event.decided and _goes_further(event, told.resolution.when):
        yield say(language, "page-together")
    yield from decided(event, language)
    if other_days := disputed(event, numbered, language):
        yield other_days
    date = date_words(event, language)
    if event.when.single_day and event.when.first:
        date = say(language, "heading-day", date=date, weekday=weekday(event.when.first, language))
    certainty = say(language, f"certainty-{event.certainty.label}")
    yield say(language, "page-result", date=date, certainty=certainty)


def _goes_further(event: Event, said: When) -> bool:
    """Whether the event begins or ends on another day than the words of its date say: 5月10日起 … 持续到月末."""
    return (said.first, said.last) != (event.when.first, event.when.last) and not due(event)


def _button(name: str, language: str) -> Markup:
    return tag("button", {"type": "button", "data-act": name.removeprefix("page-")}, say(language, name))


def proof(each: Entry, numbered: Mapping[str, Source], language: str) -> Markup:
    """All that opens under a title."""
    event = each.event
    behind = Markup()
    if event.organisers:
        names = say(language, "list-comma").join(map(one_line, event.organisers))
        behind = tag("p", None, say(language, "organisers" if held(event) else "doers", names=names))
    return tag(
        "div",
        {"class": "proof"},
        *quotations(event, numbered, language),
        tag("p", {"class": "lab"}, say(language, "page-how")),
        tag("ol", None, *(tag("li", None, tag("span", None, step)) for step in _steps(event, numbered, language))),
        behind,
        tag("p", {"class": "acts"}, *(_button(name, language) for name in ("page-save", "page-copy", "page-link"))),
    )
