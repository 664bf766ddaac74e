"""Entry -> its line of the list: mark, time, title, place, kind, what a reader must know of the date; its evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from timeline.export.html.entries import Entry, Extent, due, observed
from timeline.export.html.evidence import proof, script_of
from timeline.export.html.markup import Markup, tag
from timeline.export.html.markup import title as broken_title
from timeline.export.wording import (
    Precision,
    Source,
    clock_words,
    date_words,
    dating,
    kind_name,
    one_line,
    precision,
)
from timeline.messages import say
from timeline.model import Certainty

# Of these the heading above does not say all that is known.
_OWN_DATE = frozenset({Precision.RANGE, Precision.OPEN, Precision.TEN_DAYS, Precision.COARSE, Precision.NO_YEAR})

_CLASSES: Mapping[str, Callable[[Entry], bool]] = {
    "near": lambda each: each.near,
    "mend": lambda each: each.event.repaired,
    "guess": lambda each: each.event.certainty is Certainty.GUESSED,
    "deadline": lambda each: due(each.event),
    "observance": lambda each: observed(each.event),
}


def when(each: Entry, language: str) -> str:
    """The time of day, or of a stretch and of what has no day its date."""
    event, known = each.event, precision(each.event)
    clock = clock_words(event, language)
    if due(event) or known not in _OWN_DATE or (known is Precision.COARSE and "/" not in (event.when.edtf or "")):
        return clock
    years = known is Precision.COARSE or event.when.edtf is None or event.when.edtf[:4] != event.when.edtf[11:15]
    return f"{date_words(event, language, year=years and known is not Precision.OPEN)} {clock}".strip()


def tags(each: Entry, language: str) -> Iterator[Markup]:
    """What must not be missed of the date."""
    event, evidence = each.event, dating(each.event)
    words = one_line(evidence.resolution.expression.text) if evidence.resolution else ""
    if due(event):
        yield tag("span", {"class": "tag due"}, say(language, "page-due"))
    if event.repaired:
        yield tag("span", {"class": "tag mended"}, say(language, "repaired-from", words=words))
    elif event.certainty is Certainty.DERIVED and not each.quietly_derived and not each.near and words:
        yield tag("span", {"class": "tag"}, say(language, "page-derived-from", words=words))
    if event.certainty is Certainty.GUESSED:
        yield tag("span", {"class": "tag unsure"}, say(language, "page-unsure"))
    if event.disputes:
        yield tag("span", {"class": "tag mended"}, say(language, "page-disputed"))


def _origin(each: Entry, language: str) -> Markup:
    """The numbers of the sources; behind them a small sign where the year had to be found."""
    numbers = say(language, "list-comma").join(map(str, each.sources))
    sign = Markup()
    if each.quietly_derived and each.extent is not Extent.NONE:
        spoken = tag("span", {"class": "sr"}, say(language, "page-year-derived"))
        sign = tag("i", {"class": "inf", "title": say(language, "page-year-derived")}, spoken)
    return tag("span", None, say(language, "page-source", number=numbers), sign)


def meta(each: Entry, numbered: Mapping[str, Source], language: str, *, grouped: bool) -> Iterator[Markup]:
    """Place, kind, tags, sources."""
    event = each.event
    spoken = script_of(numbered.get(dating(event).document))
    if event.place:
        above = {"class": "above"} if grouped and each.is_region else {}  # the day's own list has no such heading
        yield tag("span", {**above, "lang": spoken}, one_line(event.place))
    if not due(event) and not observed(event):
        yield tag("span", None, kind_name(event, language))
    yield from tags(each, language)
    yield _origin(each, language)


def article(each: Entry, numbered: Mapping[str, Source], language: str, *, grouped: bool = False) -> Markup:
    """The whole of an event. `grouped` where the name of its province stands above it."""
    event = each.event
    classes = ["ev", str(event.weight), f"p-{each.extent}"]
    classes += [name for name, holds in _CLASSES.items() if holds(each)]
    time = when(each, language)
    spoken = {"class": "title", "lang": script_of(numbered.get(dating(event).document))}
    return tag(
        "article",
        {
            "class": " ".join(classes),
            "id": each.anchor,
            "data-r": each.region,
            "data-k": each.kind,
            "data-c": " ".join(each.flags),
            "data-s": " ".join(map(str, each.sources)),
        },
        tag(
            "details",
            None,
            tag(
                "summary",
                None,
                tag("span", {"class": "when"}, time) if time else Markup(),
                tag("span", spoken, broken_title(event.title)),
                tag("span", {"class": "meta"}, *meta(each, numbered, language, grouped=grouped)),
            ),
            proof(each, numbered, language),
        ),
    )
