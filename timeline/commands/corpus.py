"""`timeline corpus`: the events of any number of documents as Parquet shards, gone on with where it was left."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from enum import StrEnum
from pathlib import Path

import click

from timeline import world
from timeline.commands.options import bounds, choice, output_folder, shared
from timeline.commands.progress import Progress
from timeline.console import DONE, FAILED, LANG, Command, Option, say, warn
from timeline.corpus.addresses import remote
from timeline.corpus.building import PROBLEMS, Order, Report, build
from timeline.corpus.engines import ClusterError, Dask, Engine, Processes
from timeline.corpus.manifest import CorpusError
from timeline.corpus.records import ROLES, Reading
from timeline.export.files import BusyError, locked

_TOLD = 10  # how often it is said how far the work is, where nobody watches


class EngineName(StrEnum):
    """Who does the work."""

    PROCESSES = "processes"
    DASK = "dask"


def _columns(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """ROLE=NAME, as often as wanted."""
    found = {}
    for value in values:
        role, equals, name = value.partition("=")
        if role not in ROLES or not equals or not name:
            raise click.BadParameter(say("usage-column", text=value, names=", ".join(ROLES)), context, parameter)
        found[role] = name
    return tuple(sorted(found.items()))


@click.command("corpus", cls=Command)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=click.Path())
@click.option(
    "-o", "--output", "folder", cls=Option, row="corpus-output", required=True, callback=output_folder, metavar="FOLDER"
)
@click.option("--resume", cls=Option, row="resume", is_flag=True)
@shared("jobs")
@choice("engine", EngineName)
@click.option("--scheduler", cls=Option, row="scheduler", metavar="ADDRESS")
@click.option("--column", "columns", cls=Option, row="column", multiple=True, callback=_columns, metavar="ROLE=NAME")
@click.option("--any-language", "anyway", cls=Option, row="any-language", is_flag=True)
@shared("year", "date", "today", "include", "exclude", "max-size", "timeout")
@click.option("--lang", "language", **LANG)
def command(
    inputs: tuple[str, ...],
    folder: str,
    resume: bool,
    jobs: int,
    engine: EngineName | None,
    scheduler: str | None,
    columns: tuple[tuple[str, str], ...],
    anyway: bool,
    year: int | None,
    today: date | None,
    language: str | None,
) -> int:
    """Makes the shards, and says what became of the input."""
    if scheduler and engine is not EngineName.DASK:
        raise click.UsageError(say("usage-scheduler"))
    if folder.startswith("memory://") and (jobs > 1 or engine is EngineName.DASK):
        raise click.UsageError(say("usage-remote-output"))
    limits = bounds()
    reading = Reading(
        year=year,
        today=today,
        columns=columns,
        size=limits.size,
        seconds=limits.patience,
        anyway=anyway,
        language=language or "zh",  # as the documents speak, unless somebody says otherwise: the same on every machine
    )
    order = Order(inputs=inputs, folder=folder, reading=reading, bounds=limits, resume=resume)
    hands: Engine = Dask(jobs, scheduler) if engine is EngineName.DASK else Processes(jobs)
    try:
        with nullcontext() if remote(folder) else locked(Path(folder)):
            return _made(order, hands)
    except BusyError:
        warn(say("write-busy", path=folder))
    except CorpusError as error:
        raise click.UsageError(say(error.rule, **error.values)) from None
    except ClusterError as error:
        warn(say("corpus-cluster", reason=str(error)))
    except OSError as error:
        warn(say("write-failed", path=folder, reason=error.strerror or error))
    except ImportError:
        warn(say("extra-missing", extra="dask" if engine is EngineName.DASK else "corpus"))
    return FAILED


def _made(order: Order, engine: Engine) -> int:
    reports: list[Report] = []
    with Progress(lambda: _far(reports[-1]) if reports else "") as progress:
        report = build(order, engine, _ticking(reports, progress))
    for note in report.notes:
        warn(say("note-document", name=note.document, text=say(note.rule, **note.values)))
    for slice, fault in report.failed:
        text = say("document-failed", error=fault) if fault else say("process-lost")
        warn(say("note-document", name=f"{slice.files[0].name}:{slice.start}", text=text))
    if report.astray:
        warn(say("corpus-astray", count=report.astray, path=order.folder))
    count = report.account.count
    events = say("count-events", count=count["events"])
    documents = say("count-documents", count=count["documents"])
    click.echo(say("corpus-made", path=order.folder, events=events, documents=documents, count=report.done))
    if count["foreign"]:
        click.echo(say("corpus-foreign", count=count["foreign"]))
    listed = f"{order.folder.rstrip('/')}/{PROBLEMS}"
    if count["bad"]:
        click.echo(say("corpus-bad", count=count["bad"], path=listed))
    if count["cut"]:
        click.echo(say("corpus-cut", count=count["cut"], path=listed))
    return DONE if report.complete else FAILED


def _ticking(reports: list[Report], progress: Progress) -> Callable[[Report], None]:
    """Keeps the last report in sight; where nobody watches, it is said now and then, for whoever reads the log."""
    said = 0

    def tick(report: Report) -> None:
        nonlocal said
        reports[:] = [report]
        progress.tick()
        tenth = report.done * _TOLD // max(report.slices, 1)
        if not world.watched() and report.slices > _TOLD and tenth > said:
            said = tenth
            click.echo(_far(report), err=True)

    return tick


def _far(report: Report) -> str:
    return say("corpus-progress", done=report.done, count=report.slices)
