"""`timeline stats`: what a corpus holds, counted by year, place, kind, certainty and source."""

from __future__ import annotations

from datetime import date

import click

from timeline.commands.options import count, form, in_order, shared, wished
from timeline.console import DONE, FAILED, Command, Option, language_of_run, print_utf8, say, warn
from timeline.corpus.manifest import CorpusError, manifest_of
from timeline.corpus.queries import GROUPS, connected, counted, totals
from timeline.corpus.report import Report, json, plain
from timeline.export.selection import Wish


@click.command("stats", cls=Command)
@click.argument("folders", nargs=-1, required=True, metavar="FOLDER...", type=click.Path())
@wished
@shared("date", "today")
@click.option("--top", "most", cls=Option, row="top", default="10", callback=count, metavar="NUMBER")
@form("text", "json")
@shared("lang")
def command(folders: tuple[str, ...], wish: Wish, today: date | None, most: int, form: str) -> int:  # noqa: ARG001
    """Prints the counts."""
    in_order(wish.start, wish.end)
    try:
        for folder in folders:
            if manifest_of(folder) is None:
                raise click.UsageError(say("corpus-none", path=folder))
        connection = connected(*folders)
        report = Report(totals(connection, wish), {name: counted(connection, name, wish, most) for name in GROUPS})
    except CorpusError as error:
        raise click.UsageError(say(error.rule, **error.values)) from None
    except ImportError:
        warn(say("extra-missing", extra="corpus"))
        return FAILED
    if form == "json":
        print_utf8(json(report))
    else:
        click.echo(plain(report, language_of_run()), nl=False)
    return DONE
