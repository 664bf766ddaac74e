r"""Timeline -> a Markdown page: a summary, the months, each event with its source sentence, the sources.

Every word of a document is escaped, so that no text can break the page, and the page passes markdownlint's defaults.

>>> escaped("<b>1*2</b> [x](javascript:y) :smile: www.a.cn")
'\\<b\\>1\\*2\\</b\\> \\[x\\](javascript:y) \\:smile\\: www\\.a.cn'
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from timeline.export.dates import ends, weekday, words
from timeline.export.front_matter import front_matter, names_the_page
from timeline.export.grouping import Day, Month, months, observances
from timeline.export.mermaid import diagram
from timeline.export.options import Grouping, Options
from timeline.export.provinces import called, region
from timeline.export.wording import (
    Precision,
    because,
    beside,
    clock_words,
    date_in,
    date_words,
    dating,
    day_of_publication,
    disputed,
    doubts,
    held,
    in_quotes,
    kind_name,
    left_out,
    listed,
    note_words,
    one_line,
    precision,
    remark,
    sentence,
    shortened,
    sources,
    span_words,
    summary,
    title,
    where,
    year_reason,
)
from timeline.messages import say
from timeline.model import Event, Evidence, Timeline, Weight

NAME = "markdown"
SUFFIX = ".md"

_WIDTH = 80  # characters of a source line, as markdownlint counts them
_QUOTED = 400  # characters of a source sentence
_MONTH_PLACES = 4

_ACTIVE = re.compile(
    r"[\\`*_{}\[\]<>#|~!&$^]"  # what can open or close something anywhere
    r"|(?<=\{)%"  # what a site would run before it reads Markdown
    r"|@(?=\w)|(?<=www)\.|:(?=//)"  # what forges make into links
    r"|(?<![^\W_]):(?=[\w+-]+:)|(?<=[a-z0-9_+-]):(?!\w)",  # :smile:
    re.IGNORECASE,
)
_LINE_START = re.compile(r"^(\s*)(?:([-+=:])|(\d{1,9})([.)]))(?=\s|$|[-+=:])")
_BREAKS = re.compile(r"(?<=[，。；、：！？,;!?])(?![”’》）」』\]*，。；、])| ")
_HEADING_STOPS = " .,;:!。，；：！"


def escaped(text: str) -> str:
    """Words of a document as words of the page."""
    return _escaped_part(one_line(text))


def _safe_start(line: str) -> str:
    """A line that begins like a list, a rule or a heading, so that it is none."""
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", line)


def folded(text: str, prefix: str) -> Iterator[str]:
    """Source lines of at most eighty characters where a stop allows it; the page joins them again."""
    line = ""
    at = 0
    for match in [*_BREAKS.finditer(text), None]:
        end = match.end() if match else len(text)
        piece = text[at:end]
        if line and len(prefix) + len(line) + len(piece.rstrip()) > _WIDTH:
            yield prefix + _safe_start(line.rstrip())
            line = ""
        line += piece
        at = end
    if line.strip():
        yield prefix + _safe_start(line.rstrip())


def marked(quoted: str, evidence: Evidence) -> str:
    """The sentence, escaped, with the words of the date in bold; empty where they stand elsewhere."""
    place = date_in(quoted, evidence)
    if place is None or place[1] > _QUOTED:
        return ""
    start, end = place
    words = quoted[start:end]
    shown = shortened(quoted, _QUOTED)
    bold = escaped(words)
    # Markdown takes stars for bold only beside letters and numerals.
    if words[0].isalnum() and words[-1].isalnum():
        bold = f"**{bold}**"
    return _escaped_part(shown[:start]) + bold + _escaped_part(shown[end:])


def _escaped_part(text: str) -> str:
    """Part of a line, its outer spaces kept."""
    return _ACTIVE.sub(lambda match: "\\" + match[0], text)


def _link(heading: str) -> str:
    """A link to a heading, by the anchor that forges and sites make of it; they differ on all but plain words."""
    plain = re.fullmatch(r"[\w -]+", heading)
    return f"[{escaped(heading)}](#{heading.lower().replace(' ', '-')})" if plain else escaped(heading)


class _Page:
    """Writes a timeline paragraph by paragraph in the chosen language."""

    def __init__(self, timeline: Timeline, options: Options) -> None:
        self.timeline, self.options, self.language = timeline, options, options.language
        self.sources = sources(timeline)
        self.observances = observances(timeline)
        self.listed = listed(timeline, options)
        self.headings: Counter[str] = Counter()

    def say(self, row: str, **values: object) -> str:
        return say(self.language, row, **values)

    def heading(self, level: int, text: str) -> Iterator[str]:
        """A heading that no other one equals, so that its anchor is its own."""
        text = text.rstrip(_HEADING_STOPS) or self.say("timeline-title")
        self.headings[text] += 1
        again = f" {self.headings[text]}" if self.headings[text] > 1 else ""
        yield f"{'#' * level} {text}{again}"
        yield ""

    def paragraph(self, text: str, prefix: str = "") -> Iterator[str]:
        yield from folded(text, prefix)
        yield ""

    # --- parts --------------------------------------------------------------------------------------------------------

    def lines(self) -> Iterator[str]:
        """The whole page."""
        yield from front_matter(self.timeline, self.options)
        name = list(self.heading(1, escaped(title(self.timeline, self.language))))
        yield from [] if names_the_page(self.options) else name
        said = [summary(self.timeline, self.listed, self.language)]
        if hidden := len(self.timeline.events) - len(self.listed):
            said.append(self.say("summary-minor", count=hidden))
        if missing := left_out(self.timeline, self.options):
            said.append(missing)
        if more := beside(self.timeline, self.language):
            said.append(more)
        yield from self.paragraph("".join(self.sentence(text) for text in said).strip())
        yield from self.by_place() if self.options.group is Grouping.PLACE else self.by_month()
        yield from self.list_of_sources()
        yield from self.list_of_doubts()

    def sentence(self, text: str) -> str:
        return self.say("sentence-stop", text=text) + ("" if self.language == "zh" else " ")

    def by_month(self) -> Iterator[str]:
        """The months: a table of them, their picture, then each with its days."""
        divisions = months(self.listed)
        named = [(month.heading(self.language), month) for month in divisions]
        rows = [(name, len(month.events), self.places(month)) for name, month in named]
        yield from self.contents(("heading-month", "heading-count", "heading-places"), rows)
        yield from self.picture([(name, month.events) for name, month in named])
        for month in divisions:
            yield from self.month(month)

    def by_place(self) -> Iterator[str]:
        """The provinces and whatever else is named: a table of them, their picture, then each with its events."""
        groups: dict[str, list[Event]] = {}
        for event in self.listed:
            groups.setdefault(region(event.place) or self.say("split-no-place"), []).append(event)
        order = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
        rows = [(name, len(events), span_words(events, self.language)) for name, events in order]
        yield from self.contents(("heading-place", "heading-count", "heading-span"), rows)
        yield from self.picture(order)
        for name, events in order:
            yield from self.heading(2, escaped(name))
            for event in events:
                yield from self.event(event, 3)

    def places(self, month: Month) -> str:
        """The provinces of a month, and whatever else is named, the most frequent first."""
        places = Counter(called(region(event.place)) for event in month.events if event.place)
        shown = self.say("list-comma").join(escaped(place) for place, _ in places.most_common(_MONTH_PLACES))
        return self.say("places-more", places=shown) if len(places) > _MONTH_PLACES else shown

    def contents(self, heads: tuple[str, ...], rows: list[tuple[str, int, str]]) -> Iterator[str]:
        """The divisions with their number of events and what else is told of them, as a table."""
        if not rows:
            return
        yield f"| {' | '.join(self.say(head) for head in heads)} |"
        yield "| --- | ---: | --- |"
        for name, count, more in rows:
            yield f"| {_link(name)} | {count} | {more} |".replace("|  |", "| |")
        yield ""

    def picture(self, groups: Sequence[tuple[str, Sequence[Event]]]) -> Iterator[str]:
        """The picture that was asked for."""
        if self.options.mermaid:
            yield from diagram(self.options.mermaid, groups, self.language)

    def month(self, month: Month) -> Iterator[str]:
        yield from self.heading(2, month.heading(self.language))
        for day in month.days:
            if text := self.day(day, month):
                yield from self.heading(3, text)
            for event in day.events:
                yield from self.event(event, 4 if text else 3)

    def day(self, day: Day, month: Month) -> str:
        if day.day is None:
            unknown = month.unknown_day(self.language)
            return month.heading(self.language) + self.say("clause-comma") + unknown if unknown else ""
        date = words(day.day.isoformat(), self.language)
        name = self.say("heading-day", date=date, weekday=weekday(day.day, self.language))
        return " ".join(filter(None, (name, escaped(self.observances.get(day.day, "")))))

    def event(self, event: Event, level: int) -> Iterator[str]:
        """The title, then date, place, kind and organisers, then the words of the document."""
        yield from self.heading(level, escaped(event.title))
        yield from self.paragraph(self.facts(event))
        for i, evidence in enumerate(event.evidence):
            yield from [">"] if i else []
            yield from folded(self.quotation(event, evidence), "> ")
        yield ""

    def facts(self, event: Event) -> str:
        comma = self.say("clause-comma")
        known = precision(event)
        alone = self.options.group is Grouping.PLACE  # no heading tells the year
        turns = known is Precision.RANGE and len({str(end.year) for end in ends(event.when.edtf or "") if end}) > 1
        year = alone or turns or known in (Precision.COARSE, Precision.OPEN)
        date = date_words(event, self.language, year=year)
        clock = clock_words(event, self.language)
        first = [f"{date} {clock}".strip(), escaped(event.place or ""), kind_name(event, self.language)]
        said = [comma.join(filter(None, first))]
        if event.weight is Weight.MINOR:
            said.append(self.say("minor"))
        if event.organisers:
            names = self.say("list-comma").join(map(escaped, event.organisers))
            said.append(self.say("organisers" if held(event) else "doers", names=names))
        source = self.sources.get(dating(event).document)
        reason = because(event, source.story.document if source else None, self.language)
        notes = (remark(event, self.language), reason, disputed(event, self.sources, self.language))
        said += [escaped(note) for note in notes if note]
        return self.sentence(self.say("part-of-summary").join(said)).strip()

    def quotation(self, event: Event, evidence: Evidence) -> str:
        """The source sentence with the words of the date in bold, and where it stands."""
        source = self.sources.get(evidence.document)
        number = source.number if source else escaped(evidence.document)
        said = [where(source, number, evidence.span.start, evidence.line, self.language)]
        quoted = sentence(event, evidence)
        if evidence.resolution is None:
            text = escaped(shortened(quoted, _QUOTED))
        elif (text := marked(quoted, evidence)) == "":
            text = escaped(shortened(quoted, _QUOTED))
            expression = evidence.resolution.expression
            line = source.story.document.line(expression.span.start) if source else evidence.line
            words = escaped(in_quotes(one_line(expression.text), self.language))
            row = "date-seen" if line == evidence.line else "date-seen-at"
            said.append(self.say(row, words=words, number=number, line=line))
        return text + self.say("bracketed", text=self.say("clause-comma").join(said))

    def list_of_sources(self) -> Iterator[str]:
        if not self.sources:
            return
        yield from self.heading(2, self.say("heading-sources"))
        for source in self.sources.values():
            document = source.story.document
            name = escaped(document.name)
            if document.title:
                name = escaped(document.title) + self.say("bracketed", text=name)
            year, reason = year_reason(source.story, self.language)
            said = [self.say("source-year", year=year, why=escaped(reason)) if year is not None else reason]
            if day := day_of_publication(source.story):
                said.insert(0, self.say("explain-published", date=day.isoformat()))
            lead = f"{source.number}. "
            first, *rest = folded(self.say("part-of-summary").join([name, *said]), " " * len(lead))
            yield lead + first.lstrip()
            yield from rest
        yield ""

    def list_of_doubts(self) -> Iterator[str]:
        notes = doubts(self.timeline)
        if not notes:
            return
        yield from self.heading(2, self.say("heading-doubts"))
        for note in notes:
            source = self.sources.get(note.document)
            said = escaped(note_words(note, source.story.document if source else None, self.language))
            if source and note.line:
                place = self.say("source-line", number=source.number, line=note.line)
                said += self.say("bracketed", text=place)
            elif note.line:
                said += self.say("bracketed", text=escaped(f"{note.document}:{note.line}"))
            first, *rest = folded(said, "  ")
            yield "- " + first.lstrip()
            yield from rest
        yield ""


def holds(timeline: Timeline, options: Options) -> tuple[Event, ...]:
    """The events that the text lists."""
    return listed(timeline, options)


def render(timeline: Timeline, options: Options) -> str:
    """The timeline as a page."""
    return "\n".join(_Page(timeline, options).lines()).rstrip("\n") + "\n"
