"""`timeline explain`: every time expression of a document, what it means, and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from timeline.commands.options import shared
from timeline.commands.run import Run
from timeline.console import Command, Option, language_of_run, print_utf8, say
from timeline.export import explanation, json


@click.command("explain", cls=Command)
@click.argument("path", metavar="PATH")
@click.option("--json", "as_json", cls=Option, row="json", is_flag=True)
@shared("year", "date", "today", "decisions", "lang")
def command(path: str, as_json: bool, year: int | None, today: date | None, decisions: str | None) -> int:
    """Prints the explanation of one document."""
    if Path(path).is_dir():
        raise click.UsageError(say("note-document", name=path, text=say("read-folder")))
    run = Run(year, today, decisions)
    timeline = run.timeline([path])
    for story in timeline.stories:
        if as_json:
            print_utf8(json.text(json.story_object(story, language_of_run(), timeline)))
        else:
            click.echo(explanation.render(story, language_of_run(), timeline), nl=False)
    return run.code
