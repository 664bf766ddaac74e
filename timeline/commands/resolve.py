"""`timeline resolve`: what one phrase means, or each line of a suite of sentences."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime

import click

from timeline.commands.options import shared
from timeline.console import DONE, FAILED, Command, Option, language_of_run, print_utf8, say, warn
from timeline.export.explanation import resolution_lines
from timeline.export.json import found_object, line_of
from timeline.export.wording import one_line
from timeline.model import Resolution
from timeline.pipeline import interpret
from timeline.resolve.intervals import intervals
from timeline.text import document

_SHOWN = 60  # characters of a phrase in which nothing was found
_UNANCHORED = frozenset(("now-unknown", "event-unknown", "year-unknown"))  # steps that miss a day to count from


@click.command("resolve", cls=Command)
@click.argument("text", required=False)
@click.option("--batch", cls=Option, row="batch", is_flag=True)
@shared("date", "today", "year", "lang")
def command(text: str | None, batch: bool, today: date | None, year: int | None) -> int:
    """Prints what was found in a phrase, or answers the lines of standard input."""
    if batch == (text is not None):
        raise click.UsageError(say("usage-text-or-batch"))
    if text is None:
        return _batch(today, year)
    found = interpret(text, today, year=year)
    if not found:
        warn(say("explain-nothing", text=one_line(text)[:_SHOWN]))
        return FAILED
    source = document("text", text)
    for resolution in found:
        click.echo(resolution.expression.text)
        for line in resolution_lines(resolution, source, language_of_run()):
            click.echo(line)
    if today is None and any(map(_open, found)):
        warn(say("resolve-open"))
    return DONE


def _open(resolution: Resolution) -> bool:
    """Whether a day to count from would say more."""
    if resolution.when is None:
        return True
    return "XXXX" in (resolution.when.edtf or "") or any(step.rule in _UNANCHORED for step in resolution.steps)


def _batch(today: date | None, year: int | None) -> int:
    """Answers each line of standard input with a line; one that cannot be read is named and passed over."""
    code = DONE
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        try:
            name, text, reference = _question(line, today)
        except click.UsageError as error:
            code = FAILED
            warn(say("batch-line", line=number, reason=error.message))
            continue
        found = interpret(text, reference, year=year)
        answer = [found_object(r, intervals(r, reference)) for r in found]
        print_utf8(line_of({"id": name, "found": answer}))
    return code


def _question(line: bytes, today: date | None) -> tuple[object, str, datetime | date | None]:
    """The id, the sentence and the moment to count from, where one is given."""
    try:
        row = json.loads(line)
        name, text, written = row.get("id"), str(row["text"]), row.get("reference")
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
        raise click.UsageError(say("batch-no-json")) from None
    if not written:
        return name, text, today
    try:
        return name, text, datetime.fromisoformat(written)
    except (ValueError, TypeError):
        raise click.UsageError(say("batch-no-reference", reference=written)) from None
