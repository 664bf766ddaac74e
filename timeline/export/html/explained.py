"""Story -> a page of one document: its text with every time expression coloured by how sure it is, its events beside.

Without a script each expression is a link to its reasons below the text; with one they open beside it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.export.explanation import resolution_lines, setting_lines, step_words, value
from timeline.export.html.markup import Markup, document, join, tag
from timeline.export.html.markup import title as broken_title
from timeline.export.wording import date_words, decided, note_words, one_line
from timeline.messages import say
from timeline.model import Event, LeftAlone, Resolution, Script, Span, Story, Timeline

_CERTAINTIES = ("written", "derived", "guessed")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the document that is linked to what is said of it."""

    span: Span
    anchor: str
    style: str


def pieces(story: Story) -> tuple[Piece, ...]:
    """Every expression and whatever was left alone, in the order of the text; where two overlap the first stands."""
    found = [
        Piece(resolution.expression.span, f"x{number}", _style(resolution))
        for number, resolution in enumerate(story.resolutions, start=1)
    ]
    found += [Piece(left.span, f"l{number}", "left") for number, left in enumerate(story.left_alone, start=1)]
    shown: list[Piece] = []
    for piece in sorted(found, key=lambda piece: (piece.span.start, -piece.span.end)):
        if not shown or piece.span.start >= shown[-1].span.end:
            shown.append(piece)
    return tuple(shown)


def _style(resolution: Resolution) -> str:
    style = resolution.certainty.label if resolution.when else "none"
    return f"{style} mended" if resolution.expression.repair else style


class _Page:
    """The page of a document in one language."""

    def __init__(self, story: Story, timeline: Timeline, language: str) -> None:
        self.story, self.timeline, self.language = story, timeline, language
        self.document = story.document
        self.spoken = "zh-Hant" if self.document.script is Script.HANT else "zh-Hans"
        self.pieces = pieces(story)
        self.ends = [piece.span.end for piece in self.pieces]

    def say(self, row: str, **values: object) -> str:
        """A text in the language of the page."""
        return say(self.language, row, **values)

    def render(self) -> str:
        """The whole file."""
        title = one_line(self.document.title or "") or one_line(self.document.name)
        card = tag("div", {"id": "card", "role": "tooltip", "hidden": True})
        return document(
            language=self.language,
            name=self.say("explained-title", title=title),
            about=self.say("explain-count", count=len(self.story.resolutions)),
            styles=("colours.css", "explained.css"),
            scripts=("explained.js",),
            head="",
            body=(
                tag("a", {"class": "skip", "href": "#text"}, self.say("explained-skip")),
                tag("header", None, tag("h1", {"lang": self.spoken}, broken_title(title)), self.setting(), self.key()),
                tag("div", {"class": "cols"}, tag("main", None, self.text(), *self.notes(), card), self.events()),
            ),
        )

    # --- above the text -----------------------------------------------------------------------------------------------

    def setting(self) -> Markup:
        """What the document says of its time as a whole."""
        lines = [tag("li", None, line) for line in setting_lines(self.story, self.language)]
        lines.append(tag("li", None, self.say("explain-count", count=len(self.story.resolutions))))
        return tag("ul", {"class": "setting"}, *lines)

    def key(self) -> Markup:
        """What the colours mean."""
        rows = [(name, self.say(f"certainty-{name}")) for name in _CERTAINTIES]
        rows += [
            ("mended", self.say("repaired")),
            ("none", self.say("explained-no-date")),
            ("left", self.say("explained-left")),
        ]
        marks = (tag("li", None, tag("span", {"class": f"x {name}"}, words)) for name, words in rows)
        return tag("ul", {"class": "keys", "aria-label": self.say("page-key")}, *marks)

    # --- the text -----------------------------------------------------------------------------------------------------

    def text(self) -> Markup:
        """The document, line by line with its numbers; idle blank lines are left out."""
        raw, start, lines = self.document.raw, 0, []
        for number, line in enumerate(raw.split("\n"), start=1):
            span = Span(start, start + len(line))
            start = span.end + 1
            if line.strip():
                frame = f'<p id="L{number}"><span class="n">{number}</span><span class="words">'
                lines.append(Markup(f"{frame}{join(self._words(span))}</span></p>"))
        heading = tag("h2", {"class": "sr"}, self.say("explained-text"))
        return tag("section", {"id": "text", "lang": self.spoken, "tabindex": -1}, heading, *lines)

    def _words(self, line: Span) -> Iterator[str]:
        """The words of a line, its expressions as links; one that runs over a line's end has a link in each line."""
        raw, at = self.document.raw, line.start
        for number in range(bisect_right(self.ends, line.start), len(self.pieces)):
            piece = self.pieces[number]
            start, end = max(piece.span.start, line.start), min(piece.span.end, line.end)
            if start >= end:
                break
            yield raw[at:start]
            first = start == piece.span.start
            names = {
                "class": f"x {piece.style}",
                "href": f"#{piece.anchor}",
                "id": f"t-{piece.anchor}" if first else None,
            }
            yield tag("a", names, raw[start:end])
            at = end
        yield raw[at : line.end]

    # --- what is said of it -------------------------------------------------------------------------------------------

    def notes(self) -> Iterator[Markup]:
        """The expressions with their reasons, what was left alone, and the doubts."""
        shown = {piece.anchor for piece in self.pieces}
        found = [
            self._expression(f"x{number}", resolution, linked=f"x{number}" in shown)
            for number, resolution in enumerate(self.story.resolutions, start=1)
        ]
        yield self._section("explained-expressions", found)
        left = [
            self._left(f"l{number}", each, linked=f"l{number}" in shown)
            for number, each in enumerate(self.story.left_alone, start=1)
        ]
        yield self._section("heading-left-alone", left)
        yield self._section("heading-doubts", self._doubts())

    def _section(self, row: str, items: Sequence[Markup]) -> Markup:
        if not items:
            return Markup()
        return tag("section", {"class": "notes"}, tag("h2", None, self.say(row)), tag("ol", None, *items))

    def _back(self, anchor: str, span: Span, *, linked: bool) -> Markup:
        """Words of the text, a link to where they stand."""
        target = f"#t-{anchor}" if linked else f"#L{self.document.line(span.start)}"
        return tag("a", {"href": target, "class": "back", "lang": self.spoken}, one_line(span.of(self.document.raw)))

    def _expression(self, anchor: str, resolution: Resolution, *, linked: bool) -> Markup:
        expression = resolution.expression
        said = next(iter(resolution_lines(resolution, self.document, self.language))).strip().removeprefix("= ")
        steps = (tag("li", None, step_words(step, self.document, self.language)) for step in resolution.steps)
        return tag(
            "li",
            {"id": anchor, "class": _style(resolution)},
            tag("p", None, self._back(anchor, expression.span, linked=linked)),
            tag("p", {"class": "value"}, said),
            tag("ul", None, *steps),
        )

    def _left(self, anchor: str, left: LeftAlone, *, linked: bool) -> Markup:
        words = tag("p", None, self._back(anchor, left.span, linked=linked))
        return tag("li", {"id": anchor, "class": "left"}, words, tag("p", None, self.say(left.rule)))

    def _doubts(self) -> list[Markup]:
        said = []
        for note in self.timeline.notes:
            own = note.document == self.document.name
            text = note_words(note, self.document if own else None, self.language)
            line = Markup()
            if own and note.line:
                line = tag("a", {"href": f"#L{note.line}"}, self.say("explained-line", line=note.line))
            said.append(tag("li", None, tag("p", None, line, " " if line else "", text)))
        return said

    # --- beside the text ----------------------------------------------------------------------------------------------

    def events(self) -> Markup:
        """What was made of it: the events, each with the lines that tell of it."""
        heading = tag("h2", None, self.say("explained-events", count=len(self.timeline.events)))
        return tag("aside", {"class": "events"}, heading, tag("ol", None, *map(self._event, self.timeline.events)))

    def _event(self, event: Event) -> Markup:
        when = date_words(event, self.language)
        known = value(event.when, self.language).partition(" = ")[0]
        lines = sorted({each.line for each in event.evidence if each.document == self.document.name})
        links = (tag("a", {"href": f"#L{line}"}, self.say("explained-line", line=line)) for line in lines)
        return tag(
            "li",
            {"class": f"{event.weight} {event.certainty.label}"},
            tag("p", {"class": "when", "title": known}, when),
            tag("p", {"class": "title", "lang": self.spoken}, broken_title(event.title)),
            tag("p", {"class": "meta"}, *self._meta(event, links)),
        )

    def _meta(self, event: Event, links: Iterable[Markup]) -> Iterator[Markup]:
        if event.place:
            yield tag("span", {"lang": self.spoken}, one_line(event.place))
        yield tag("span", None, self.say(f"certainty-{event.certainty.label}"))
        for text in decided(event, self.language):
            yield tag("span", None, text)
        yield tag("span", None, join(links))


def render(story: Story, language: str, timeline: Timeline) -> str:
    """The document and all that was found in it, as a page."""
    return _Page(story, timeline, language).render()
