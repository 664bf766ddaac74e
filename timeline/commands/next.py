"""`timeline next`: what is due or happens from a day on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import click

from timeline import world
from timeline.commands.options import paths, shared, wished
from timeline.commands.pages import print_pages
from timeline.commands.run import Run, chosen
from timeline.console import Command, language_of_run, say
from timeline.export import agenda
from timeline.export.options import Options
from timeline.export.selection import Wish
from timeline.merge import beside
from timeline.read import calendar


@click.command("next", cls=Command)
@paths
@wished
@shared(
    "year",
    "date",
    "today",
    "all",
    "decisions",
    "include",
    "exclude",
    "max-size",
    "timeout",
    "date-column",
    "ascii",
    "no-pager",
    "lang",
)
def command(
    paths: tuple[str, ...],
    wish: Wish,
    year: int | None,
    today: date | None,
    everything: bool,
    decisions: str | None,
    ascii_only: bool,
    in_one: bool,
) -> int:
    """Prints what lies ahead in documents."""
    if today is None:
        raise click.UsageError(say("usage-next"))
    run = Run(year, None, decisions)  # the day says from when on, not when the documents were written
    calendars = [path for path in paths if path.lower().endswith(calendar.SUFFIX)]
    timeline = beside(run.timeline([path for path in paths if path not in calendars]), run.calendars(calendars))
    if timeline.stories:
        options = Options(
            language=language_of_run(),
            everything=everything,
            width=world.width(),
            colour=world.colour(),
            ascii=ascii_only,
        )
        wish = replace(wish, start=max(today, wish.start or today))
        text = agenda.render(chosen(timeline, wish, options), today, options)
        print_pages(text, in_one=in_one)
    return run.code
