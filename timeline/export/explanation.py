"""Story -> text: what the document says of its time; every time expression in its sentence, its value, its reasons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from timeline.export.dates import words
from timeline.export.wording import day_of_publication, decided, note_words, one_line, shortened, year_reason
from timeline.messages import say
from timeline.model import Document, Event, Resolution, Script, Setting, Span, Step, Story, Timeline, When

_REACH = 30  # characters of the sentence on each side
_YEARS = 12  # that are listed
_STOP = re.compile(r"[。！？!?；;\n]")


def value(when: When | None, language: str) -> str:
    """A resolved time in EDTF and in words, with its clock time, its length or its rule."""
    if when is None:
        return say(language, "explain-no-value")
    parts = [when.edtf or "", when.time or "", say(language, f"part-{when.part}") if when.part else ""]
    parts += [when.duration or "", when.rrule or ""]
    said = " ".join(filter(None, parts)) or say(language, "explain-no-value")
    return f"{said} = {words(when.edtf, language)}" if when.edtf else said


def surroundings(document: Document, span: Span) -> tuple[str, str, str]:
    """What stands before an expression, the expression, and what follows, as far as the sentence goes."""
    raw = document.raw
    low, high = max(0, span.start - _REACH), min(len(raw), span.end + _REACH)
    start = max((match.end() for match in _STOP.finditer(raw, low, span.start)), default=low)
    stop = _STOP.search(raw, span.end, high)
    end = stop.end() if stop else high
    before, inside, after = (one_line(raw[a:b]) for a, b in ((start, span.start), span, (span.end, end)))
    return f"{'…' if start == low > 0 else ''}{before}", inside, f"{after}{'…' if not stop and high < len(raw) else ''}"


def sentence(document: Document, span: Span) -> str:
    """The words around an expression, the expression in 【】."""
    before, inside, after = surroundings(document, span)
    return f"{before}【{inside}】{after}"


def step_words(step: Step, document: Document, language: str) -> str:
    """One step of a reason, with the line and the words that prove it."""
    proof = shortened(one_line(step.because.of(document.raw)), 40) if step.because else ""
    text = say(language, step.rule, **{"words": proof, **step.values})
    if not step.because or not proof:
        return text
    return say(language, "explain-because", text=text, line=document.line(step.because.start), words=proof)


def resolution_lines(resolution: Resolution, document: Document, language: str) -> Iterator[str]:
    """What an expression means, and why."""
    certainty = say(language, f"certainty-{resolution.certainty.label}")
    if resolution.expression.repair:
        certainty += say(language, "clause-comma") + say(language, "repaired")
    kind = say(language, f"expression-{resolution.expression.kind}")
    when = value(resolution.when, language)
    yield f"  = {say(language, 'explain-value', value=when, kind=kind, certainty=certainty)}"
    for step in resolution.steps:
        yield f"    - {step_words(step, document, language)}"


def _claims(story: Story) -> Iterator[Step]:
    """What the document says of its year, each with its words; the one that the year is taken from is left out."""
    setting = story.setting
    claims = (
        setting.title_year,
        setting.ordinal_year,
        setting.number_year,
        setting.moon_year,
        setting.anniversary_year,
        setting.report_year,
        setting.stamp_year,
    )
    proofs = {setting.year.because} if setting.year else set()
    for claim in claims:
        if claim is not None and claim.because not in proofs:
            yield Step(claim.rule, {"year": str(claim.value)}, claim.because)


def _named(setting: Setting, language: str) -> str:
    """The years that the document names, and how often."""
    counts = Counter(naming.year for naming in setting.named if naming.side != "source")
    years = [
        say(language, "setting-named", year=year, count=count) if count > 1 else str(year)
        for year, count in sorted(counts.items())
    ]
    more = len(years) - _YEARS
    shown = years[:_YEARS] + ([say(language, "setting-more", count=more)] if more > 0 else [])
    return say(language, "list-comma").join(shown)


def setting_lines(story: Story, language: str) -> Iterator[str]:
    """What the document as a whole says of its time: its day, its year, and every other witness."""
    document, setting = story.document, story.setting
    if day := day_of_publication(story):
        published = setting.published
        step = Step(published.rule, {}, published.because) if published else Step("published-file")
        why = step_words(step, document, language)
        yield say(language, "setting-published", date=day.isoformat(), why=why)
    year, why = year_reason(story, language)
    if year is not None and setting.year is not None:
        step = Step(setting.year.rule, {"year": str(year)}, setting.year.because)
        why = step_words(step, document, language)
    yield say(language, "explain-year", year=year, why=why) if year is not None else why
    for step in _claims(story):
        yield step_words(step, document, language)
    if setting.now is not None and setting.now.rule == "reference":
        yield say(language, "reference", day=setting.now.value.isoformat())
    if named := _named(setting, language):
        yield say(language, "setting-years", years=named)
    ahead = say(language, "setting-ahead" if setting.notice else "setting-back")
    nowhere = setting.script is Script.HANT and setting.region == "CN"
    region = say(language, "setting-nowhere" if nowhere else f"setting-{setting.region}")
    yield say(language, "setting-kind", region=region, ahead=ahead)
    if setting.occasion is not None:
        yield step_words(Step("occasion", {}, setting.occasion.because), document, language)


def _decided(events: Iterable[Event], language: str) -> Iterator[str]:
    """What a person decided of the events, and of which."""
    for event in events:
        for text in decided(event, language):
            when = value(event.when, language)
            yield "  " + say(language, "explain-decided", title=one_line(event.title), value=when, text=text)


def render(story: Story, language: str, timeline: Timeline | None = None) -> str:
    """The whole explanation of one document; with its timeline, of what a person decided as well."""
    document = story.document
    title = one_line(document.title or "")
    lines = [say(language, "explain-document", name=document.name, title=title) if title else document.name]
    lines += [f"  {line}" for line in setting_lines(story, language)]
    lines.append("  " + say(language, "explain-count", count=len(story.resolutions)))
    for resolution in story.resolutions:
        span = resolution.expression.span
        lines += ["", f"{document.name}:{document.line(span.start)}: {sentence(document, span)}"]
        lines += resolution_lines(resolution, document, language)
    if story.left_alone:
        lines += ["", say(language, "heading-left-alone")]
    for left in story.left_alone:
        text = say(language, "left-alone", words=sentence(document, left.span), why=say(language, left.rule))
        line = document.line(left.span.start)
        lines.append("  " + say(language, "note-line", name=document.name, line=line, text=text))
    if made := list(_decided(timeline.events if timeline else (), language)):
        lines += ["", say(language, "heading-decisions"), *made]
    if notes := (timeline or story).notes:
        lines += ["", say(language, "heading-doubts")]
    for note in notes:
        row = "note-line" if note.line else "note-document"
        text = note_words(note, document if note.document == document.name else None, language)
        lines.append("  " + say(language, row, name=note.document, line=note.line, text=text))
    return "\n".join(lines) + "\n"
