"""Timeline -> a page for people: list, month, lanes, evidence; one file, nothing fetched, readable without script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from timeline.export.grouping import observances
from timeline.export.html.chronicle import Chronicle
from timeline.export.html.data import data, linked_data
from timeline.export.html.entries import Extent, entry
from timeline.export.html.evidence import script_of
from timeline.export.html.filters import filters, key
from timeline.export.html.markup import Markup, abridged, document, join, script_json, tag, void
from timeline.export.html.markup import title as broken_title
from timeline.export.html.overview import strip
from timeline.export.options import Options
from timeline.export.wording import (
    beside,
    day_of_publication,
    doubts,
    note_words,
    one_line,
    shortened,
    sources,
    span_words,
    summary,
    year_reason,
)
from timeline.export.wording import title as name_of
from timeline.messages import say
from timeline.model import Event, Timeline

NAME = "html"
SUFFIX = ".html"

_WIDE, _NARROW = 960, 354  # the strip of months on a desk and on a phone
_WHERE = 8  # places named in the head
_NAMED, _TITLE = 3, 36  # documents named there, and the characters of a title
_VIEWS = ("list", "month", "lanes")


class _Page:
    """The page of a timeline in one language."""

    def __init__(self, timeline: Timeline, options: Options) -> None:
        self.timeline, self.options, self.language = timeline, options, options.language
        self.sources = sources(timeline)
        self.entries = [entry(event, self.sources) for event in timeline.events]
        self.named = observances(timeline)
        self.span = span_words(timeline.events, self.language)
        self.title = name_of(timeline, self.language)

    def say(self, row: str, **values: object) -> str:
        return say(self.language, row, **values)

    def render(self) -> str:
        """The whole file."""
        known = linked_data(self.entries)
        head = tag("script", {"type": "application/ld+json"}, script_json(known)) if known else Markup()
        named = self.say("list-comma").join(filter(None, (self.title, self.span)))
        facts = data(self.timeline, self.entries, self.named, self.options)
        return document(
            language=self.language,
            name=named,
            about=summary(self.timeline, self.timeline.events, self.language),
            styles=("colours.css", "timeline.css"),
            scripts=("timeline.js", "month.js", "lanes.js", "links.js"),
            head=head,
            body=(
                tag("a", {"class": "skip", "href": "#list"}, self.say("page-skip")),
                self.header(),
                self.bar(),
                self.body(),
                self.footer(),
                tag("p", {"class": "toast", "role": "status", "hidden": True}),
                tag("script", {"type": "application/json", "id": "data"}, script_json(facts)),
            ),
        )

    # --- what, when, where --------------------------------------------------------------------------------------------

    def header(self) -> Markup:
        """What the timeline is of, from when to when, where, and from how many documents."""
        one = len(self.timeline.stories) == 1
        heading = self.title if one or not self.span else self.span
        under = self.span if one else self.say("page-from", names=self.documents())
        return tag(
            "header",
            {"class": "top"},
            tag("p", {"class": "kicker"}, self.say("timeline-title")),
            tag("h1", None, broken_title(heading)),
            tag("p", {"class": "span" if one else "from"}, under),
            tag("dl", {"class": "facts"}, *self.facts()),
            strip(self.entries, _WIDE, self.language, "wide"),
            strip(self.entries, _NARROW, self.language, "narrow"),
            self.where(),
        )

    def documents(self) -> str:
        """The documents by title, not all of many."""
        titles = (story.document.title for story in self.timeline.stories)
        names = [self.say("page-title", title=abridged(title, _TITLE)) for title in titles if title][:_NAMED]
        said = self.say("list-comma").join(names)
        rest = len(self.timeline.stories) - len(names)
        if not said:
            return self.say("count-documents", count=rest)
        return self.say("page-and", names=said, count=rest) if rest else said

    def facts(self) -> Iterator[Markup]:
        """How many events, days, places and documents."""
        days = {each.first for each in self.entries if each.extent in (Extent.DAY, Extent.RANGE)}
        places = {each.region for each in self.entries if each.region}
        counts = (len(self.entries), len(days), len(places), len(self.timeline.stories))
        for row, count in zip(("events", "days", "places", "documents"), counts, strict=True):
            name = tag("dt", None, self.say(f"page-count-{row}", count=count))
            yield tag("div", None, name, tag("dd", None, str(count)))

    def where(self) -> Markup:
        """The most frequent places, each a filter."""
        counts = Counter(each.region for each in self.entries if each.region)
        if len(counts) < 2:
            return Markup()
        buttons = (
            tag(
                "button",
                {"type": "button", "data-where": region},
                tag("span", None, shortened(region, 14)),
                tag("small", None, str(count)),
            )
            for region, count in counts.most_common(_WHERE)
        )
        return tag("p", {"class": "where"}, tag("span", {"class": "lab"}, self.say("page-where")), *buttons)

    # --- what a reader works with -------------------------------------------------------------------------------------

    def bar(self) -> Markup:
        """Views, search, calendar, light or dark."""
        tabs = (
            tag(
                "button",
                {
                    "type": "button",
                    "role": "tab",
                    "id": f"tab-{view}",
                    "aria-controls": view,
                    "aria-selected": "true" if view == "list" else "false",
                    "tabindex": 0 if view == "list" else -1,
                },
                self.say(f"page-view-{view}"),
            )
            for view in _VIEWS
        )
        asked = self.say("page-search")
        search = {"type": "search", "id": "q", "placeholder": asked, "aria-label": asked, "autocomplete": "off"}
        return tag(
            "section",
            {"class": "bar", "aria-label": self.say("page-tools")},
            tag("div", {"class": "tabs", "role": "tablist", "aria-label": self.say("page-views")}, *tabs),
            void("input", search),
            tag(
                "div",
                {"class": "tools"},
                tag("button", {"type": "button", "id": "all"}, self.say("page-all")),
                tag("button", {"type": "button", "id": "theme", "aria-label": self.say("page-theme")}, "◐"),
            ),
        )

    def nothing(self) -> Markup:
        """What stands in place of a list: no event fits what was asked for, or there is none at all."""
        row = "page-empty" if self.entries else "page-none"
        return tag("p", {"class": "empty", "hidden": bool(self.entries)}, self.say(row))

    def body(self) -> Markup:
        """The filters and the three views; only the list is there without a script."""
        chronicle = Chronicle(self.entries, self.sources, self.named, self.language)
        panels = {
            "list": join((*chronicle.years(), self.nothing())),
            "month": Markup(),
            "lanes": Markup(),
        }
        status = tag(
            "p",
            {"class": "status", "role": "status"},
            tag("span", {"id": "count"}),
            *(
                tag("button", {"type": "button", "class": "link", "id": name, "hidden": True}, self.say(row))
                for name, row in (("minor", "page-with-minor"), ("clear", "page-clear"))
            ),
        )
        views = (
            tag(
                "section",
                {
                    "id": view,
                    "role": "tabpanel",
                    "aria-labelledby": f"tab-{view}",
                    "tabindex": -1,
                    "hidden": view != "list",
                },
                inside,
            )
            for view, inside in panels.items()
        )
        opened = tag("summary", None, self.say("page-filters"))
        chosen = tag("details", {"id": "filters"}, opened, filters(self.entries, self.sources, self.language))
        side = tag("aside", {"class": "side", "aria-label": self.say("page-filters")}, chosen)
        return tag("div", {"class": "cols"}, side, tag("main", None, status, *views))

    # --- what it stands on --------------------------------------------------------------------------------------------

    def footer(self) -> Markup:
        """The key to the marks, the documents, the doubts."""
        return tag(
            "footer",
            {"class": "foot"},
            tag("h2", None, self.say("page-key")),
            key(self.language),
            tag("h2", None, self.say("heading-sources")),
            tag("ol", None, *self.list_of_sources()),
            tag("p", None, more) if (more := beside(self.timeline, self.language)) else Markup(),
            self.list_of_doubts(),
            tag("p", None, self.say("page-promise")),
        )

    def list_of_sources(self) -> Iterator[Markup]:
        """Each document, and how its year is known."""
        for source in self.sources.values():
            document = source.story.document
            year, reason = year_reason(source.story, self.language)
            said = [self.say("source-year", year=year, why=reason) if year is not None else reason]
            if day := day_of_publication(source.story):
                said.insert(0, self.say("explain-published", date=day.isoformat()))
            name = tag("span", {"lang": script_of(source)}, one_line(document.title or document.name))
            file = self.say("bracketed", text=one_line(document.name)) if document.title else ""
            behind = tag("span", {"class": "lab"}, file, self.say("part-of-summary") if file else "", self.joined(said))
            yield tag("li", {"id": f"s{source.number}"}, name, " ", behind)

    def joined(self, said: Sequence[str]) -> str:
        """Several facts in one line."""
        return self.say("part-of-summary").join(said)

    def list_of_doubts(self) -> Markup:
        """What a reader should know that belongs to no single event."""
        notes = doubts(self.timeline)
        if not notes:
            return Markup()
        lines = []
        for note in notes:
            source = self.sources.get(note.document)
            said = note_words(note, source.story.document if source else None, self.language)
            if source and note.line:
                said += self.say("bracketed", text=self.say("source-line", number=source.number, line=note.line))
            elif note.line:
                said += self.say("bracketed", text=f"{note.document}:{note.line}")
            lines.append(tag("li", None, said))
        opened = tag("summary", None, tag("h2", None, self.say("page-doubts", count=len(notes))))
        return tag("details", {"class": "doubts"}, opened, tag("ul", None, *lines))


def holds(timeline: Timeline, options: Options) -> tuple[Event, ...]:  # noqa: ARG001  # the same for every choice
    """Every event: the minor ones are one press away."""
    return timeline.events


def render(timeline: Timeline, options: Options) -> str:
    """The timeline as a page."""
    return _Page(timeline, options).render()
