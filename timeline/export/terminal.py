"""Timeline -> text for a terminal: days as headings, the events under them, the sources at the end.

Plain and the same everywhere unless colour is asked for; no line is wider than the options say, a Chinese character
counting two columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from timeline.export.chart import chart
from timeline.export.dates import weekday, words
from timeline.export.grouping import Day, Month, months, observances
from timeline.export.options import Options
from timeline.export.provinces import called, region
from timeline.export.rails import Rails, with_days
from timeline.export.wording import (
    VAGUE,
    Precision,
    Source,
    because,
    beside,
    clock_words,
    date_words,
    dating,
    day_of_publication,
    disputed,
    doubts,
    kind_name,
    listed,
    note_words,
    one_line,
    precision,
    remark,
    sources,
    summary,
    title,
    year_reason,
)
from timeline.layout import columns, wrapped
from timeline.messages import say
from timeline.model import Category, Certainty, Event, EventKind, Note, Timeline, Weight

NAME = "text"
SUFFIX = ".txt"

MARKS = {"day": "●", "range": "┬", "end": "┴", "about": "○", "vague": "□", "due": "■", "repaired": "◉"}
# Terminals made for Chinese may give the signs above two columns.
_ASCII = str.maketrans("●○□■◉┬┴│┌└┼─├┤◂▸·", "o~:!#--|+++-||<>.")
_STYLES = {  # as rich names them
    "end": "cyan",
    "day": "",
    "range": "cyan",
    "about": "dim",
    "vague": "dim",
    "due": "bold red",
    "repaired": "yellow",
}
_CHART = {"scale": "dim", "days": "", "bar": "cyan", "title": "", "note": "dim"}
_SURE = {Certainty.WRITTEN: "", Certainty.DERIVED: "*", Certainty.GUESSED: "?"}
_DIGITS = 8  # of a UID
_PLACES = 6  # how many places the head names
_WIDE = 110  # from so many columns on place and kind stand beside the title,
_BESIDE = 64  # in this column or right behind it


def mark(event: Event) -> str:
    """The name of the sign before an event: its shape says how its date is known."""
    known = precision(event)
    if event.kind is EventKind.DEADLINE:
        return "due"
    if event.repaired:
        return "repaired"
    if known is Precision.WITHIN:
        return "about"
    if known in VAGUE or known in (Precision.NO_YEAR, Precision.NONE):
        return "vague"
    return "range" if known in (Precision.RANGE, Precision.OPEN) else "day"


class Page:
    """Writes a timeline line by line in the chosen language, width and colour."""

    def __init__(self, timeline: Timeline, options: Options) -> None:
        self.timeline, self.options = timeline, options
        self.sources = sources(timeline)
        self.observances = observances(timeline)
        self.listed = listed(timeline, options)
        self.short = shortest(timeline) if options.uids else {}
        self.rails = Rails()

    def say(self, row: str, **values: object) -> str:
        """A text of the program."""
        return say(self.options.language, row, **values)

    def style(self, text: str, style: str) -> str:
        """A text in a style that rich names, where colour is asked for."""
        if not (self.options.colour and style):
            return text
        from rich.color import ColorSystem
        from rich.style import Style

        # The colours of the terminal's own palette: whoever chose it can read them.
        return Style.parse(style).render(text, color_system=ColorSystem.STANDARD)

    def drawn(self, signs: str) -> str:
        """Signs as this terminal shows them."""
        return signs.translate(_ASCII) if self.options.ascii else signs

    def margin(self, signs: str) -> str:
        """What stands left of a row."""
        return self.style(self.drawn(signs), _STYLES["range"]) if signs.strip() else signs

    def blank(self) -> str:
        """A row in which only the rails go on."""
        return self.margin(self.rails.margin().rstrip())

    def text(self, text: str, indent: str = "", style: str = "") -> Iterator[str]:
        """A text, wrapped; the lines after the first are indented as the first."""
        for line in wrapped(text, self.options.width - columns(indent), words=True):
            yield self.margin(indent) + self.style(line, style) if line else ""

    # --- parts --------------------------------------------------------------------------------------------------------

    def lines(self) -> Iterator[str]:
        """The whole page."""
        yield from self.text(title(self.timeline, self.options.language), style="bold")
        if not self.listed and self.timeline.stories_beside:
            yield from self.text(self.say("nothing-asked-for"))
        else:
            yield from self.text(summary(self.timeline, self.listed, self.options.language))
        places = Counter(called(region(event.place)) for event in self.listed if event.place).most_common(_PLACES)
        if places:
            yield from self.text(
                self.say("list-comma").join(f"{place} {count}" for place, count in places), style="dim"
            )
        found = months(self.listed)
        self.rails = Rails(found, self.options.until)
        for month in with_days(found, self.rails.ends):
            yield from self.month(month)
        yield from self.foot()

    def rule(self, text: str) -> str:
        """A line across the screen that begins with a heading."""
        left = f"── {text} "
        line = "─" * max(0, self.options.width - columns(left))
        return self.style(f"{self.drawn('──')} {text} {self.drawn(line)}", "bold")

    def month(self, month: Month) -> Iterator[str]:
        """A month: its name, its chart, its days."""
        yield self.blank()
        yield self.rule(month.heading(self.options.language))
        if self.options.chart and (drawn := list(self.chart(month))):
            yield from (*drawn, "")
        for i, day in enumerate(month.days):
            yield from [self.blank()] if i else []
            if heading := self.day(day, month):
                yield from self.text(heading, style="bold")
            for event in day.events:
                yield from self.event(event)
            for event in self.rails.ended(day):
                yield from self.end(event)

    def chart(self, month: Month) -> Iterator[str]:
        """The chart of the month, each title beside its bar."""
        line = ""
        for name, text in chart(month, self.listed, self.options.width):
            if line and name != "title":
                yield line
                line = ""
            line += self.style(text if name in ("title", "note") else self.drawn(text), _CHART[name])
        if line:
            yield line

    def day(self, day: Day, month: Month) -> str:
        """The heading of a day: date, weekday, observance."""
        if day.day is None:
            unknown = month.unknown_day(self.options.language)
            return unknown[:1].upper() + unknown[1:]
        atoms = date_of_month(day, self.options.language)
        return "  ".join(filter(None, (atoms, self.observances.get(day.day, ""))))

    def event(self, event: Event) -> Iterator[str]:
        """An event: its mark, its title, then what a reader asks of it."""
        lead = self.rails.begin(event)
        first, *rest = wrapped(self.headline(event), self.options.width - len(lead) - 2, words=True)
        details, under = self.details(event), self.rails.margin() + "  "
        row = self.row(lead, mark(event), first)
        wide = self.options.width >= _WIDE
        gap = " " * max(2, _BESIDE - columns(f"{lead}  {first}")) if wide else "  "
        beside = (wide or " " not in details) and not rest
        if beside and columns(f"{lead}  {first}{gap}{details}") <= self.options.width:
            yield f"{row}{gap}{self.style(details, 'dim')}"
        else:
            yield row
            for line in rest:
                yield self.margin(under) + line
            yield from self.text(details, under, "dim")
        if self.options.uids:
            yield from self.names(event, under)

    def row(self, lead: str, name: str, text: str) -> str:
        """The first row of an event."""
        return f"{self.margin(lead)}{self.style(self.drawn(MARKS[name]), _STYLES[name])} {text}"

    def end(self, event: Event) -> Iterator[str]:
        """The row in which an event that lasted ends."""
        lead = self.rails.end(event)
        text = self.say("range-ends", title=one_line(event.title))
        first, *rest = wrapped(text, self.options.width - len(lead) - 2, words=True)
        yield self.row(lead, "end", first)
        for line in rest:
            yield self.margin(self.rails.margin() + "  ") + line

    def names(self, event: Event, indent: str) -> Iterator[str]:
        """The UID of an event, and those of the tellings that were merged into it."""
        yield self.margin(indent) + self.style(self.short[event.uid], "bold")
        for told in event.tellings:
            seen = " ".join(f"[{self.number(e.document)}:{e.line}]" for e in told.evidence)
            row = self.say("told-as", uid=self.short[told.uid], seen=seen, title=one_line(told.title))
            yield from self.text(row, indent + "  ", "dim")

    def headline(self, event: Event) -> str:
        """The time, the end of a range, a date that the heading does not give, and the title."""
        known, language = precision(event), self.options.language
        when = clock_words(event, language)
        bare_year = known is Precision.COARSE and (event.when.edtf or "").isdecimal()  # the heading says it
        if known in (Precision.TEN_DAYS, Precision.COARSE, Precision.NO_YEAR, Precision.NONE) and not bare_year:
            when = f"{date_words(event, language, year=known is Precision.COARSE)} {when}".strip()
        elif known in (Precision.RANGE, Precision.OPEN) or (known is Precision.WITHIN and not event.when.single_day):
            when = f"{date_words(event, language, year=False)} {when}".strip()
        minor = self.say("bracketed", text=self.say("minor")) if event.weight is Weight.MINOR else ""
        return f"{when}  {one_line(event.title)}{minor}" if when else one_line(event.title) + minor

    def details(self, event: Event) -> str:
        """Place, kind, what must be known of the date, where it stands."""
        sure = _SURE[event.certainty]
        language, source = self.options.language, self.sources.get(dating(event).document)
        note = remark(event, language)
        # A derived date says so by its star alone: it is the usual case, and `explain` gives the reason.
        if event.certainty is Certainty.GUESSED and not note:
            note = because(event, source.story.document if source else None, language)
        seen = dict.fromkeys(f"[{self.number(evidence.document)}:{evidence.line}]" for evidence in event.evidence)
        told = event.category is not Category.OTHER or event.kind in (EventKind.DEADLINE, EventKind.PUBLICATION)
        kind = kind_name(event, language) if told else ""
        note = self.say("clause-comma").join(filter(None, (kind, note, disputed(event, self.sources, language))))
        return "  ".join(filter(None, (one_line(event.place or ""), note, " ".join(seen) + sure)))

    def number(self, document: str) -> str:
        """The number of a source, or its name where it has none."""
        source = self.sources.get(document)
        return str(source.number) if source else document

    def foot(self) -> Iterator[str]:
        """The signs, what is not listed, the sources, the doubts."""
        if said := [*(self.legend() if self.listed else ()), *self.unlisted()]:
            yield from ("", *said)
        if self.sources:
            key = self.say("bracketed", text=self.say("source-key"))
            yield ""
            yield from self.text(self.say("heading-sources") + key, style="bold")
        for source in self.sources.values():
            yield from self.source(source)
        if notes := doubts(self.timeline):
            yield ""
            yield from self.text(self.say("heading-doubts"), style="bold")
            for note in notes:
                yield from self.text(self.note(note), "  ", "dim")

    def unlisted(self) -> Iterator[str]:
        """How many minor events there are beside, and what lies outside of what was asked for."""
        if hidden := len(self.timeline.events) - len(self.listed):
            hint = self.say("bracketed", text=self.say("summary-all", count=hidden))
            yield from self.text(self.say("summary-minor", count=hidden) + hint, style="dim")
        if more := beside(self.timeline, self.options.language):
            yield from self.text(more, style="dim")

    def legend(self) -> Iterator[str]:
        """The signs that were used, and what they say."""
        used = {mark(event) for event in self.listed}
        items = [f"{self.drawn(sign)} {self.say(f'mark-{name}')}" for name, sign in MARKS.items() if name in used]
        sure = {event.certainty for event in self.listed}
        items += [f"{sign} {self.say(f'certainty-{c.label}')}" for c, sign in _SURE.items() if sign and c in sure]
        line = ""
        for item in items:
            if line and columns(f"{line}  {item}") > self.options.width:
                yield self.style(line, "dim")
                line = ""
            line = f"{line}  {item}" if line else item
        yield self.style(line, "dim")

    def source(self, source: Source) -> Iterator[str]:
        """A source, and how its year is known."""
        document, language = source.story.document, self.options.language
        own = one_line(document.title or "")
        name = document.name + (self.say("bracketed", text=own) if own else "")
        first, *rest = wrapped(f"[{source.number}] {name}", self.options.width - 4, words=True)
        yield first
        yield from (f"    {line}" for line in rest)
        year, why = year_reason(source.story, language)
        said = [self.say("source-year", year=year, why=why) if year is not None else why]
        if day := day_of_publication(source.story):
            said.insert(0, self.say("explain-published", date=day.isoformat()))
        yield from self.text(self.say("part-of-summary").join(said), "    ", "dim")

    def note(self, note: Note) -> str:
        """A doubt, and where it arose."""
        source = self.sources.get(note.document)
        words = note_words(note, source.story.document if source else None, self.options.language)
        place = f"[{self.number(note.document)}:{note.line}]" if note.line else f"[{self.number(note.document)}]"
        return f"{place} {words}"


def shortest(timeline: Timeline) -> dict[str, str]:
    """The first digits of each UID, as many as tell it from all others."""
    uids = sorted({told.uid for event in timeline.events for told in (event, *event.tellings)})
    length = _DIGITS
    while len({uid[:length] for uid in uids}) < len(uids):
        length += 1
    return {uid: uid[:length] for uid in uids}


def date_of_month(day: Day, language: str) -> str:
    """5月15日 星期日; the month's heading gives the year."""
    if day.day is None:
        return ""
    date = words(day.day.isoformat(), language, year=False)
    return say(language, "heading-day", date=date, weekday=weekday(day.day, language))


def holds(timeline: Timeline, options: Options) -> tuple[Event, ...]:
    """The events that the text lists."""
    return listed(timeline, options)


def render(timeline: Timeline, options: Options) -> str:
    """The timeline as text."""
    return "\n".join(Page(timeline, options).lines()) + "\n"
