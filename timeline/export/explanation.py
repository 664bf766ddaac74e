"""Story -> text: every time expression in its sentence, its value and, step by step, the words that prove it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.export.dates import words
from timeline.export.wording import day_of_publication, note_words, one_line, shortened, year_reason
from timeline.messages import say
from timeline.model import Document, Resolution, Span, Step, Story, When

_REACH = 30  # characters of the sentence on each side
_STOP = re.compile(r"[。！？!?；;\n]")


def value(when: When | None, language: str) -> str:
    """A resolved time in EDTF and in words, with its clock time, its length or its rule."""
    if when is None:
        return say(language, "explain-no-value")
    parts = [when.edtf or "", when.time or "", say(language, f"part-{when.part}") if when.part else ""]
    parts += [when.duration or "", when.rrule or ""]
    said = " ".join(filter(None, parts)) or say(language, "explain-no-value")
    return f"{said} = {words(when.edtf, language)}" if when.edtf else said


def sentence(document: Document, span: Span) -> str:
    """The words around an expression, as far as its sentence goes, the expression in 【】."""
    raw = document.raw
    low, high = max(0, span.start - _REACH), min(len(raw), span.end + _REACH)
    start = max((match.end() for match in _STOP.finditer(raw, low, span.start)), default=low)
    stop = _STOP.search(raw, span.end, high)
    end = stop.end() if stop else high
    before, inside, after = (one_line(raw[a:b]) for a, b in ((start, span.start), span, (span.end, end)))
    return f"{'…' if start == low > 0 else ''}{before}【{inside}】{after}{'…' if not stop and high < len(raw) else ''}"


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


def render(story: Story, language: str) -> str:
    """The whole explanation of one document."""
    document = story.document
    title = one_line(document.title or "")
    lines = [say(language, "explain-document", name=document.name, title=title) if title else document.name]
    if day := day_of_publication(story):
        lines.append("  " + say(language, "explain-published", date=day.isoformat()))
    year, why = year_reason(story, language)
    lines.append("  " + (say(language, "explain-year", year=year, why=why) if year is not None else why))
    lines.append("  " + say(language, "explain-count", count=len(story.resolutions)))
    for resolution in story.resolutions:
        span = resolution.expression.span
        lines += ["", f"{document.name}:{document.line(span.start)}: {sentence(document, span)}"]
        lines += resolution_lines(resolution, document, language)
    if story.notes:
        lines += ["", say(language, "heading-doubts")]
    for note in story.notes:
        row = "note-line" if note.line else "note-document"
        text = note_words(note, document, language)
        lines.append("  " + say(language, row, name=document.name, line=note.line, text=text))
    return "\n".join(lines) + "\n"
