"""`timeline check`: every doubt about a date, for a person who can mend it or a pipeline that must stop."""

from __future__ import annotations

from datetime import date

import click

from timeline.commands.options import form, paths, shared
from timeline.commands.run import Run
from timeline.console import FAILED, Command, Option, language_of_run, print_utf8
from timeline.export.doubts import json, plain


@click.command("check", cls=Command)
@paths
@click.option("--fail-on-notes", "failing", cls=Option, row="fail-on-notes", is_flag=True)
@shared("year", "date", "today", "decisions", "include", "exclude", "max-size", "timeout", "date-column")
@form("text", "json")
@shared("lang")
def command(
    paths: tuple[str, ...], failing: bool, year: int | None, today: date | None, decisions: str | None, form: str
) -> int:
    """Prints the notes of all documents."""
    run = Run(year, today, decisions)
    timeline = run.timeline(paths)
    if not timeline.stories:
        return run.code
    if form == "json":
        print_utf8(json(timeline, language_of_run()))
    else:
        click.echo(plain(timeline, language_of_run()), nl=False)
    return FAILED if failing and timeline.notes else run.code
