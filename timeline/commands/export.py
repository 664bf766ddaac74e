"""`timeline export`: the timeline as files, each of them whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path

import click

from timeline.commands.options import choice, completed, output_folder, paths, shared, stamp, wished
from timeline.commands.run import Run, chosen
from timeline.commands.writing import saved, written
from timeline.console import LANG, Command, Option, language_of_run, say, warn
from timeline.export import DEFAULTS, EXPORTERS, Exporter, encoded, html, ics, ledger, template
from timeline.export.calendars import Arrangement, Shelf, Split, Uncertain, shelf
from timeline.export.files import BusyError, locked, read
from timeline.export.ledger import Ledger, NewerLedgerError
from timeline.export.options import Diagram, FrontMatter, Grouping, Options
from timeline.export.selection import Wish
from timeline.export.wording import left_out, listed
from timeline.model import Timeline

_FORMATS = {exporter.NAME: exporter for exporter in EXPORTERS}


def _formats(context: click.Context, parameter: click.Parameter, value: str | None) -> tuple[Exporter, ...]:
    asked = [name.strip() for name in value.replace("，", ",").split(",") if name.strip()] if value else ()
    for name in asked:
        if name not in _FORMATS:
            raise click.BadParameter(say("usage-format", name=name, names=", ".join(_FORMATS)), context, parameter)
    return tuple(_FORMATS[name] for name in dict.fromkeys(asked))


formats = click.option(
    "--format",
    "exporters",
    cls=Option,
    row="format",
    values={"names": ", ".join(_FORMATS), "usual": ",".join(DEFAULTS)},
    callback=_formats,
    metavar="FORMAT,...",
    shell_complete=completed(*_FORMATS),
)


class PartOfDay(StrEnum):
    """How a calendar shows 上午."""

    ALL_DAY = "all-day"
    TIMED = "timed"


@click.command("export", cls=Command)
@paths
@click.option(
    "-o",
    "--output",
    "folder",
    cls=Option,
    row="output",
    required=True,
    callback=output_folder,
    metavar="FOLDER",
    type=click.Path(),
)
@formats
@wished
@shared("year", "date", "today", "all", "decisions", "include", "exclude", "max-size", "timeout", "date-column", "jobs")
@choice("split", Split)
@choice("uncertain", Uncertain)
@choice("part-of-day", PartOfDay)
@choice("front-matter", FrontMatter)
@choice("group", Grouping)
@choice("mermaid", Diagram)
@click.option(
    "--template",
    "templates",
    cls=Option,
    row="template",
    multiple=True,
    metavar="FILE",
    type=click.Path(),
)
@click.option("--tasks", cls=Option, row="tasks", is_flag=True)
@click.option("--bom", cls=Option, row="bom", is_flag=True)
@click.option("--no-alarms", "silent", cls=Option, row="no-alarms", is_flag=True)
@click.option("--lang", "language", **LANG)
def command(
    paths: tuple[str, ...],
    folder: str,
    exporters: tuple[Exporter, ...],
    wish: Wish,
    year: int | None,
    today: date | None,
    everything: bool,
    decisions: str | None,
    jobs: int,
    split: Split | None,
    uncertain: Uncertain | None,
    part_of_day: PartOfDay | None,
    front_matter: FrontMatter | None,
    group: Grouping | None,
    mermaid: Diagram | None,
    templates: tuple[str, ...],
    tasks: bool,
    bom: bool,
    silent: bool,
    language: str | None,
) -> int:
    """Writes a file for each format and says what it wrote."""
    # Files speak Chinese, as the documents do, unless --lang says otherwise: they are the same bytes on every machine.
    options = Options(
        language=language or "zh",
        everything=everything,
        stamp=stamp(),
        alarms=not silent,
        bom=bom,
        front_matter=front_matter,
        group=group or Grouping.MONTH,
        mermaid=mermaid,
        timed_parts=part_of_day is PartOfDay.TIMED,
    )
    arrangement = Arrangement(split=split, uncertain=uncertain or Uncertain.INCLUDE, tasks=tasks)
    if not exporters and not templates:
        exporters = tuple(_FORMATS[name] for name in DEFAULTS)
    run = Run(year, today, decisions, wish, jobs)
    return export(run, paths, Path(folder), exporters, wish, options, arrangement, templates)


def export(
    run: Run,
    paths: Sequence[str],
    folder: Path,
    exporters: Iterable[Exporter],
    wish: Wish,
    options: Options,
    arrangement: Arrangement,
    templates: Iterable[str] = (),
) -> int:
    """Writes the timeline of documents in each format, says what it wrote, and gives the exit code."""
    timeline = run.timeline(paths)
    if not timeline.stories:
        return run.code
    wanted, complete = chosen(timeline, wish, options), not run.failed
    try:
        with locked(folder):
            last = _remembered(folder) if {ics, html} & {*exporters} else Ledger()
            options = replace(options, ledger=last or Ledger())
            for exporter in sorted(exporters, key=lambda each: each is not ics):  # the page offers its events
                if exporter is not ics:
                    run.failed |= not _rendered(exporter, wanted, folder, options)
                elif last is None:
                    run.failed = True
                else:
                    made = shelf(wanted, timeline, options, arrangement, last, complete=complete)
                    run.failed |= not _shelved(made, folder)
                    options = replace(options, ledger=made.ledger)
                    if missing := left_out(wanted, replace(options, language=language_of_run())):
                        warn(missing)
            for name in templates:
                run.failed |= not _filled_in(Path(name), wanted, folder, options)
    except BusyError:
        warn(say("write-busy", path=folder))
        run.failed = True
    except OSError as error:
        warn(say("write-failed", path=folder, reason=error.strerror or error))
        run.failed = True
    return run.code


def _rendered(exporter: Exporter, timeline: Timeline, folder: Path, options: Options) -> bool:
    """Whether the timeline could be written in a format."""
    try:
        data = encoded(exporter, timeline, options)
    except ImportError:
        warn(say("extra-missing", extra=exporter.NAME))
        return False
    return written(folder / f"timeline{exporter.SUFFIX}", data, len(exporter.holds(timeline, options)))


def _filled_in(path: Path, timeline: Timeline, folder: Path, options: Options) -> bool:
    """Whether a template could be used and what it makes be written."""
    try:
        text = template.render(path, timeline, options)
    except ImportError:
        warn(say("extra-missing", extra="templates"))
    except OSError as error:
        warn(say("note-document", name=path, text=say("read-failed", reason=error.strerror or error)))
    except template.TemplateError as error:
        warn(say("template-failed", path=path, line=error.line, reason=error.reason))
    else:
        events = len(listed(timeline, options))
        return written(folder / template.made_by(path), text.encode("utf-8"), events)
    return False


def _shelved(made: Shelf, folder: Path) -> bool:
    """Whether the calendars could be written, and the ledger that the next export goes on from."""
    if made.cancelled:
        warn(say("calendar-withdrawn", count=made.cancelled))
    if made.untouched:
        warn(say("calendar-untouched", names=", ".join(f"{stem}{ics.SUFFIX}" for stem in made.untouched)))
    done = [written(folder / file.name, file.data, file.events) for file in made.files]
    # Last: without it the same edition is made again, with it a calendar that could not be written never would be.
    return all(done) and saved(folder / ledger.NAME, made.ledger.encoded())


def _remembered(folder: Path) -> Ledger | None:
    """What the last export remembers; None where a newer program wrote it, which must not be undone."""
    try:
        return _last(folder)
    except NewerLedgerError:
        warn(say("ledger-newer", path=folder / ledger.NAME))
        return None


def _last(folder: Path) -> Ledger:
    """What the last export remembers; if that is lost or damaged, what its calendar still says."""
    path, calendar = folder / ledger.NAME, folder / f"timeline{ics.SUFFIX}"
    try:
        return ledger.decoded(read(path))
    except FileNotFoundError:
        row = "ledger-missing"
    except NewerLedgerError:
        raise
    except (OSError, ValueError):
        row = "ledger-damaged"
    try:
        found = ledger.rebuilt(read(calendar))
    except (OSError, ValueError):
        if row == "ledger-damaged":
            warn(say("ledger-lost", path=path))
        return Ledger()
    warn(say(row, path=path, calendar=calendar))
    return found
