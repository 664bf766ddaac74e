"""Entries -> the filters beside the list, by certainty, place, kind and source with counts; the key to the marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from timeline.export.html.entries import Entry
from timeline.export.html.markup import Markup, abridged, tag, void
from timeline.export.wording import Source, kind_name, shortened
from timeline.messages import say
from timeline.model import Weight

_OPEN = 12  # choices that stand open; the others are behind a press
_FLAGS = {
    "written": ("certainty-written", "y-day"),
    "derived": ("certainty-derived", "y-day inferred"),
    "guessed": ("certainty-guessed", "y-guess"),
    "within": ("mark-about", "y-near"),
    "repaired": ("mark-repaired", "y-mend"),
    "loose": ("mark-vague", "y-loose"),
}
_KEY = (
    ("page-key-day", "y-day"),
    ("page-key-year", "y-day inferred"),
    ("page-key-guessed", "y-guess"),
    ("page-key-near", "y-near"),
    ("page-key-repaired", "y-mend"),
    ("page-key-loose", "y-loose"),
    ("mark-range", "y-range"),
    ("page-due", "y-due"),
    ("kind-observance", "y-obs"),
)

Choice = tuple[str, str, int | None]  # value, name, count


def _option(name: str, choice: Choice) -> Markup:
    value, label, count = choice
    mark = tag("i", {"class": f"key {_FLAGS[value][1]}"}) if name == "c" else Markup()
    box = void("input", {"type": "checkbox", "name": name, "value": value})
    number = Markup() if count is None else tag("small", None, str(count))
    return tag("label", None, box, mark, tag("span", None, label), number)


def _fieldset(name: str, legend: str, choices: Sequence[Choice], language: str) -> Markup:
    if not choices:
        return Markup()
    shown = tag("div", {"class": "opts"}, *(_option(name, choice) for choice in choices[:_OPEN]))
    rest = Markup()
    if len(choices) > _OPEN:
        more = tag("summary", None, say(language, "page-more", count=len(choices) - _OPEN))
        others = tag("div", {"class": "opts"}, *(_option(name, choice) for choice in choices[_OPEN:]))
        rest = tag("details", {"class": "more"}, more, others)
    return tag("fieldset", None, tag("legend", None, legend), shown, rest)


def _kinds(entries: Iterable[Entry], language: str) -> list[Choice]:
    named = {each.kind: kind_name(each.event, language) for each in entries}
    counts = Counter(each.kind for each in entries)
    return [(kind, named[kind], count) for kind, count in counts.most_common()]


def _places(entries: Iterable[Entry], language: str) -> Sequence[Choice]:
    """The places, the most frequent first, those of unknown place last."""
    counts = Counter(each.region for each in entries)
    unknown = counts.pop("", 0)
    named: list[Choice] = [(region, shortened(region, 14), count) for region, count in counts.most_common()]
    return named + ([("-", say(language, "split-no-place"), unknown)] if unknown else [])


def _sources(entries: Iterable[Entry], numbered: Mapping[str, Source]) -> Iterator[Choice]:
    counts = Counter(number for each in entries for number in each.sources)
    for source in numbered.values():
        document = source.story.document
        if counts[source.number]:
            name = abridged(document.title or document.name, 13)
            yield str(source.number), f"{source.number} {name}", counts[source.number]


def filters(entries: Sequence[Entry], numbered: Mapping[str, Source], language: str) -> Markup:
    """All filters; a filter whose choices are all the same is left out."""
    flags = Counter(flag for each in entries for flag in each.flags)
    minor = sum(each.event.weight is Weight.MINOR for each in entries)
    certainty = [(flag, say(language, row), flags[flag]) for flag, (row, _) in _FLAGS.items() if flags[flag]]
    shown = [_option("w", ("minor", say(language, "page-minor"), minor))] if minor else []
    shown.append(_option("b", ("brief", say(language, "page-brief"), None)))
    first = tag(
        "fieldset", None, tag("legend", None, say(language, "page-show")), tag("div", {"class": "opts"}, *shown)
    )
    fields: tuple[tuple[str, str, Sequence[Choice]], ...] = (
        ("c", "page-certainty", certainty),
        ("r", "heading-places", _places(entries, language)),
        ("k", "page-kind", _kinds(entries, language)),
        ("s", "heading-sources", list(_sources(entries, numbered))),
    )
    asked = (_fieldset(name, say(language, row), choices, language) for name, row, choices in fields)
    return Markup("".join((first, *asked)))


def key(language: str) -> Markup:
    """What each mark means."""
    marks = ((tag("i", {"class": f"key {mark}"}), tag("span", None, say(language, row))) for row, mark in _KEY)
    return tag("ul", {"class": "keys"}, *(tag("li", None, *parts) for parts in marks))
