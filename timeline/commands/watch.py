"""`timeline watch`: the export, made again when a document changes, of which only that document is understood anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import click

from timeline.commands.changes import State, state
from timeline.commands.export import export, formats
from timeline.commands.options import output_folder, paths, shared
from timeline.commands.run import Run
from timeline.console import DONE, FAILED, Command, Option, say, warn
from timeline.export import DEFAULTS, EXPORTERS, Exporter
from timeline.export.calendars import Arrangement
from timeline.export.options import Options
from timeline.export.selection import Wish
from timeline.model import Document, Story

Memory = dict[bytes, Story]


class Again(Run):
    """A run that remembers what an earlier one understood, and keeps of it what is still there."""

    def __init__(self, year: int | None, today: date | None, decisions: str | None, before: Memory) -> None:
        super().__init__(year, today, decisions)
        self.before, self.memory = before, Memory()

    def understood(self, document: Document) -> Story:
        """A document, understood now or before: by its bytes and what its file says of it, whenever it was written."""
        told = (document.name, document.raw, document.title, document.published, document.notes)
        key = sha256(repr(told).encode("utf-8", "replace")).digest()
        story = self.before.get(key) or super().understood(document)
        self.memory[key] = story
        return story


@click.command("watch", cls=Command)
@paths
@click.option(
    "-o", "--output", "folder", cls=Option, row="output", required=True, callback=output_folder, metavar="FOLDER"
)
@formats
@shared("year", "date", "today", "decisions", "include", "exclude", "max-size")
@shared("lang")
def command(
    paths: tuple[str, ...],
    folder: str,
    exporters: tuple[Exporter, ...],
    year: int | None,
    today: date | None,
    decisions: str | None,
) -> int:
    """Exports until interrupted."""
    if find_spec("watchfiles") is None:
        warn(say("extra-missing", extra="watch"))
        return FAILED
    wanted = exporters or tuple(exporter for exporter in EXPORTERS if exporter.NAME in DEFAULTS)
    memory = Memory()

    def again() -> None:
        nonlocal memory
        run = Again(year, today, decisions, memory)
        try:
            export(run, paths, Path(folder), wanted, Wish(), Options(), Arrangement())
        except click.UsageError as error:  # of the file of decisions, which may be mended the next moment
            warn(error.message)
        memory = run.memory or memory

    watch(paths, Path(folder), again)
    return DONE


def watch(paths: Sequence[str], ours: Path, again: Callable[[], None]) -> None:
    """Calls `again` now and whenever something below the paths is no longer what it was, but for what it wrote."""
    from watchfiles import watch as changes_in

    own = ours.resolve()

    def seen() -> State:
        return frozenset(file for file in state(paths) if own not in file[0].resolve().parents)

    last = seen()
    again()
    click.echo(say("watching"), err=True)
    try:
        for _ in changes_in(*paths, yield_on_timeout=True, rust_timeout=500, raise_interrupt=True):
            if (now := seen()) != last:
                last = now
                again()
    except KeyboardInterrupt:
        return  # the way to end it
