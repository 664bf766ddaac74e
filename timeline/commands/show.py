"""`timeline show`: the sorted timeline on the terminal."""

from __future__ import annotations

from datetime import date

import click

from timeline import world
from timeline.commands.options import paths, shared, wished
from timeline.commands.pages import print_pages
from timeline.commands.run import Run, chosen
from timeline.console import Command, Option, language_of_run
from timeline.export import terminal
from timeline.export.options import Options
from timeline.export.selection import Wish
from timeline.merge import beside
from timeline.read import calendar


@click.command("show", cls=Command)
@paths
@wished
@shared("year", "date", "today", "all", "decisions", "include", "exclude", "max-size", "timeout", "date-column", "jobs")
@click.option("--chart", cls=Option, row="chart", is_flag=True)
@shared("ascii")
@click.option("--uids", cls=Option, row="uids", is_flag=True)
@shared("no-pager", "lang")
def command(
    paths: tuple[str, ...],
    wish: Wish,
    year: int | None,
    today: date | None,
    everything: bool,
    decisions: str | None,
    jobs: int,
    chart: bool,
    ascii_only: bool,
    uids: bool,
    in_one: bool,
) -> int:
    """Prints the timeline of documents."""
    run = Run(year, today, decisions, wish, jobs)
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
            chart=chart,
            ascii=ascii_only,
            until=wish.last_day,
        )
        text = terminal.render(chosen(timeline, wish, options), options)
        print_pages(text, in_one=in_one)
    return run.code
