"""`timeline explain`: every time expression of a document, what it means, and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from timeline.commands.options import shared
from timeline.commands.run import Run
from timeline.commands.writing import written
from timeline.console import Command, Option, language_of_run, print_utf8, say
from timeline.export import explanation, json
from timeline.model import Story, Timeline


@click.command("explain", cls=Command)
@click.argument("path", metavar="PATH")
@click.option("--json", "as_json", cls=Option, row="json", is_flag=True)
@click.option("--html", "page", cls=Option, row="html", metavar="FILE")
@shared("year", "date", "today", "decisions", "max-size", "timeout", "date-column", "lang")
def command(
    path: str, as_json: bool, page: str | None, year: int | None, today: date | None, decisions: str | None
) -> int:
    """Prints the explanation of one document, or writes it as a page."""
    if Path(path).is_dir():
        raise click.UsageError(say("note-document", name=path, text=say("read-folder")))
    run = Run(year, today, decisions)
    timeline = run.timeline([path])
    for story in timeline.stories:
        if page is not None:
            run.failed |= not _written(Path(page), story, timeline)
        elif as_json:
            print_utf8(json.text(json.story_object(story, language_of_run(), timeline)))
        else:
            click.echo(explanation.render(story, language_of_run(), timeline), nl=False)
    return run.code


def _written(path: Path, story: Story, timeline: Timeline) -> bool:
    """Whether the page could be written; either way a line says so."""
    from timeline.export.html import explained

    data = explained.render(story, language_of_run(), timeline).encode("utf-8")
    return written(path, data, len(timeline.events))
