"""`timeline export`: the timeline as files, each of them whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from timeline.commands.options import paths, shared, stamp
from timeline.commands.run import Run, chosen
from timeline.console import LANG, Command, Option, language_of_run, say, warn
from timeline.export import DEFAULTS, EXPORTERS, Exporter, encoded, ics
from timeline.export.files import write
from timeline.export.options import Options
from timeline.export.selection import Wish
from timeline.export.wording import left_out
from timeline.model import Timeline

_FORMATS = {exporter.NAME: exporter for exporter in EXPORTERS}


def _formats(context: click.Context, parameter: click.Parameter, value: str | None) -> tuple[Exporter, ...]:
    asked = [name.strip() for name in value.replace("，", ",").split(",") if name.strip()] if value else DEFAULTS
    for name in asked:
        if name not in _FORMATS:
            raise click.BadParameter(say("usage-format", name=name, names=", ".join(_FORMATS)), context, parameter)
    return tuple(_FORMATS[name] for name in dict.fromkeys(asked))


def _folder(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if Path(value).exists() and not Path(value).is_dir():
        raise click.BadParameter(say("usage-folder", path=value), context, parameter)
    return value


@click.command("export", cls=Command)
@paths
@click.option("-o", "--output", "folder", cls=Option, row="output", required=True, callback=_folder, metavar="FOLDER")
@click.option(
    "--format",
    "exporters",
    cls=Option,
    row="format",
    values={"names": ", ".join(_FORMATS)},
    callback=_formats,
    metavar="FORMAT,...",
)
@shared("from", "to", "place", "year", "date", "today", "all", "strict")
@click.option("--lang", "language", **LANG)
def command(
    paths: tuple[str, ...],
    folder: str,
    exporters: tuple[Exporter, ...],
    start: date | None,
    end: date | None,
    places: tuple[str, ...],
    year: int | None,
    today: date | None,
    everything: bool,
    strict: bool,
    language: str | None,
) -> int:
    """Writes a file for each format and says what it wrote."""
    # Files speak Chinese, as the documents do, unless --lang says otherwise: they are the same bytes on every machine.
    options = Options(language=language or "zh", everything=everything, stamp=stamp())
    run = Run(year, today)
    timeline = run.timeline(paths)
    if not timeline.stories:
        return run.code
    wanted = chosen(timeline, Wish(start=start, end=end, places=places, strict=strict), options)
    for exporter in exporters:
        run.failed |= not _written(exporter, wanted, Path(folder, f"timeline{exporter.SUFFIX}"), options)
    if ics in exporters and (missing := left_out(wanted, replace(options, language=language_of_run()))):
        warn(missing)
    return run.code


def _written(exporter: Exporter, timeline: Timeline, path: Path, options: Options) -> bool:
    """Whether the file could be written; either way a line says so."""
    data = encoded(exporter, timeline, options)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, data)
    except OSError as error:
        warn(say("write-failed", path=path, reason=error.strerror or error))
        return False
    events = say("count-events", count=len(exporter.holds(timeline, options)))
    click.echo(say("wrote", path=path, events=events, bytes=len(data)))
    return True
