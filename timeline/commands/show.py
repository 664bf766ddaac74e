"""`timeline show`: the sorted timeline on the terminal."""

from __future__ import annotations

from datetime import date

import click

from timeline import world
from timeline.commands.options import paths, shared
from timeline.commands.run import Run, chosen
from timeline.console import Command, Option, language_of_run
from timeline.export import terminal
from timeline.export.options import Options
from timeline.export.selection import Wish
from timeline.merge import beside
from timeline.model import Category
from timeline.read import calendar


@click.command("show", cls=Command)
@paths
@shared("from", "to", "place", "kind", "year", "date", "today", "all", "strict", "decisions")
@click.option("--uids", cls=Option, row="uids", is_flag=True)
@shared("lang")
def command(
    paths: tuple[str, ...],
    start: date | None,
    end: date | None,
    places: tuple[str, ...],
    kinds: tuple[Category, ...],
    year: int | None,
    today: date | None,
    everything: bool,
    strict: bool,
    decisions: str | None,
    uids: bool,
) -> int:
    """Prints the timeline of documents."""
    run = Run(year, today, decisions)
    wish = Wish(start=start, end=end, places=places, kinds=kinds, strict=strict)
    calendars = [path for path in paths if path.lower().endswith(calendar.SUFFIX)]
    timeline = run.timeline([path for path in paths if path not in calendars])
    timeline = beside(timeline, run.calendars(calendars))
    if timeline.stories:
        options = Options(
            language=language_of_run(),
            everything=everything,
            uids=uids,
            width=world.width(),
            colour=world.colour(),
        )
        click.echo(terminal.render(chosen(timeline, wish, options), options), nl=False)
    return run.code
