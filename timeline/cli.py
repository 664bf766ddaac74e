"""The command line: arguments, clock, language, exit codes. Everything else is done by the rooms below.

This is the only module that looks at the world: at the day, the environment and the terminal.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, TypeVar

import click

from timeline import __version__
from timeline.console import DONE, DOUBTFUL, FAILED, Option, Program, language_of_run, print_utf8, say, warn

# Everything else is imported inside the command that needs it: `timeline --version` starts as fast as Python does.
if TYPE_CHECKING:
    from timeline.export import Exporter
    from timeline.model import Document, Note, Story, Timeline

F = TypeVar("F", bound=Callable[..., Any])

_WIDTHS = (40, 100)  # columns of a terminal that a timeline makes use of


def _language(arguments: Sequence[str]) -> str:
    """The language of this run: --lang wherever it stands, since help and errors speak it too, else the locale's."""
    for i, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            asked = value or "".join(arguments[i + 1 : i + 2])
            return asked if asked in ("en", "zh") else "en"
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "zh" if locale.lower().startswith("zh") else "en"


# --- what is typed ----------------------------------------------------------------------------------------------------


def _first_day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    return _day(value, 0, context, parameter)


def _last_day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    return _day(value, 1, context, parameter)


def _day(value: str | None, edge: int, context: click.Context, parameter: click.Parameter) -> date | None:
    """A day as people write it: 2022-05-01, 2022年5月, 上周五, last friday. Of a longer time its first or last day."""
    from timeline.edtf import bounds

    text = (value or "").strip()
    if not text:
        return None
    found = bounds(text)[edge] or _chinese_day(text, edge) or _foreign_day(text, edge)
    if found is None:
        raise click.BadParameter(say("usage-date", text=text), context, parameter)
    return found


def _now() -> datetime:
    """The moment on the wall of whoever types: 明天 is the day after this one, in no zone but theirs."""
    return datetime.now()  # noqa: DTZ005


def _chinese_day(text: str, edge: int) -> date | None:
    """What the phrase means, counted from today, where it is one expression as a whole."""
    from timeline.pipeline import interpret

    whole = [r for r in interpret(text, _now()) if r.expression.text == text]
    when = whole[0].when if whole else None
    return ((when.first or when.last) if edge == 0 else (when.last or when.first)) if when else None


def _foreign_day(text: str, edge: int) -> date | None:
    """A date in another language than Chinese: 15 May 2022, last friday, 15 mai 2022."""
    import dateparser

    if any(sign > "\u2e7f" for sign in text):  # of Chinese it reads too little, and some of that wrongly
        return None
    side = ("first", "last")[edge]
    settings = {
        "RELATIVE_BASE": _now(),
        "PREFER_DAY_OF_MONTH": side,
        "PREFER_MONTH_OF_YEAR": side,
    }
    found: datetime | None = dateparser.parse(text, settings=settings)
    return found.date() if found else None


def _year(context: click.Context, parameter: click.Parameter, value: str | None) -> int | None:
    if value is None:
        return None
    text = value.removesuffix("年")
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= 9998):
        raise click.BadParameter(say("usage-year", text=value), context, parameter)
    return int(text)


def _options(*rows: str) -> Callable[[F], F]:
    """The options that several commands share, in the order given."""
    shared: dict[str, dict[str, Any]] = {
        "from": {"name": "start", "callback": _first_day, "metavar": "DATE"},
        "to": {"name": "end", "callback": _last_day, "metavar": "DATE"},
        "place": {"name": "places", "multiple": True, "metavar": "PLACE"},
        "year": {"name": "year", "callback": _year, "metavar": "YEAR"},
        "date": {"name": "today", "callback": _first_day, "metavar": "DATE"},
        "all": {"name": "everything", "is_flag": True},
        "strict": {"name": "strict", "is_flag": True},
        "lang": {"name": "language", "callback": _check_language, "metavar": "en|zh"},
    }

    def add(function: F) -> F:
        for row in reversed(rows):
            settings = dict(shared[row])
            function = click.option(f"--{row}", settings.pop("name"), cls=Option, row=row, **settings)(function)
        return function

    return add


def _check_language(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value not in (None, "en", "zh"):
        raise click.BadParameter(say("usage-language", name=value, names="en, zh"), context, parameter)
    return value


def _format_names() -> dict[str, object]:
    from timeline.export import EXPORTERS

    return {"names": ", ".join(exporter.NAME for exporter in EXPORTERS)}


def _formats(context: click.Context, parameter: click.Parameter, value: str | None) -> tuple[Exporter, ...]:
    from timeline.export import DEFAULTS, EXPORTERS

    known = {exporter.NAME: exporter for exporter in EXPORTERS}
    asked = [name.strip() for name in value.replace("，", ",").split(",") if name.strip()] if value else DEFAULTS
    for name in asked:
        if name not in known:
            text = say("usage-format", name=name, names=", ".join(known))
            raise click.BadParameter(text, context, parameter)
    return tuple(known[name] for name in dict.fromkeys(asked))


def _stamp() -> datetime | None:
    """SOURCE_DATE_EPOCH, as reproducible-builds.org defines it."""
    from datetime import UTC

    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not text:
        return None
    try:
        return datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(say("usage-stamp", text=text)) from None


# --- what all commands do ---------------------------------------------------------------------------------------------


class Run:
    """One run over documents: what was read, what failed, and the code to end with."""

    def __init__(self, year: int | None, today: date | None) -> None:
        self.year, self.today = year, today
        self.failed = False

    def documents(self, paths: Iterable[str]) -> Iterable[Document]:
        """The documents that can be read; of the others a line is said."""
        from timeline.model import Document, Severity
        from timeline.read import read_all

        for item in read_all(paths, sys.stdin.buffer):
            if isinstance(item, Document):
                yield item
                continue
            self.failed |= item.severity is Severity.LOSS
            warn(say("note-document", name=item.document, text=say(item.rule, **item.values)))

    def stories(self, paths: Iterable[str]) -> Iterable[Story]:
        """The documents, understood. A fault of the program in one of them must not cost the others."""
        from timeline.pipeline import tell

        for document in self.documents(paths):
            try:
                yield tell(document, year=self.year, today=self.today)
            except Exception as error:
                self.failed = True
                fault = f"{type(error).__name__}: {error}"
                warn(say("note-document", name=document.name, text=say("document-failed", error=fault)))

    def timeline(self, paths: Iterable[str]) -> Timeline:
        """The timeline of the documents."""
        from timeline.merge import merge

        return merge(self.stories(paths))

    def code(self, notes: Iterable[Note] = (), *, strict: bool = False) -> int:
        """The exit code; with --strict a doubt counts."""
        from timeline.model import Severity

        doubts = sum(note.severity >= Severity.DOUBT for note in notes)
        if strict and doubts:
            warn(say("doubts-count", count=doubts))
        return FAILED if self.failed else DOUBTFUL if strict and doubts else DONE


def _narrowed(timeline: Timeline, start: date | None, end: date | None, places: tuple[str, ...]) -> Timeline:
    from timeline.export.selection import Wish, narrowed

    if start and end and start > end:
        raise click.UsageError(say("usage-order", start=start, end=end))
    return narrowed(timeline, Wish(start=start, end=end, places=places))


# --- commands ---------------------------------------------------------------------------------------------------------


def _version(context: click.Context, parameter: click.Parameter, value: bool) -> None:  # noqa: ARG001
    if value and not context.resilient_parsing:
        click.echo(f"timeline {__version__}")
        context.exit()


@click.group(
    cls=Program,
    choose_language=_language,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--version", cls=Option, row="version", is_flag=True, is_eager=True, expose_value=False, callback=_version
)
@_options("lang")
@click.pass_context
def main(context: click.Context, language: str | None) -> None:  # noqa: ARG001, D103  # help is a row of the messages
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@_options("from", "to", "place", "year", "date", "all", "strict", "lang")
def show(  # noqa: D103
    paths: tuple[str, ...],
    start: date | None,
    end: date | None,
    places: tuple[str, ...],
    year: int | None,
    today: date | None,
    everything: bool,
    strict: bool,
    language: str | None,
) -> int:
    from timeline.export import terminal
    from timeline.export.options import Options

    run = Run(year, today)
    timeline = run.timeline(paths)
    if not timeline.stories:
        return run.code()
    on_terminal = sys.stdout.isatty()
    columns = min(max(shutil.get_terminal_size().columns, _WIDTHS[0]), _WIDTHS[1]) if on_terminal else 80
    options = Options(
        language=language or language_of_run(),
        everything=everything,
        width=columns,
        colour=on_terminal and not os.environ.get("NO_COLOR"),
    )
    click.echo(terminal.render(_narrowed(timeline, start, end, places), options), nl=False)
    return run.code(timeline.notes, strict=strict)


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", "folder", cls=Option, row="output", required=True, metavar="FOLDER")
@click.option(
    "--format", "exporters", cls=Option, row="format", values=_format_names, callback=_formats, metavar="FORMAT,..."
)
@_options("from", "to", "place", "year", "date", "all", "strict", "lang")
def export(  # noqa: D103
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
    from pathlib import Path

    from timeline.export import encoded, ics
    from timeline.export.files import write
    from timeline.export.options import Options
    from timeline.export.wording import left_out

    # Files speak Chinese, as the documents do, unless --lang says otherwise: they are the same bytes on every machine.
    options = Options(language=language or "zh", everything=everything, stamp=_stamp())
    run = Run(year, today)
    timeline = run.timeline(paths)
    if not timeline.stories:
        return run.code()
    chosen = _narrowed(timeline, start, end, places)
    for exporter in exporters:
        path = Path(folder, f"timeline{exporter.SUFFIX}")
        data = encoded(exporter, chosen, options)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write(path, data)
        except OSError as error:
            run.failed = True
            warn(say("write-failed", path=path, reason=error.strerror or error))
            continue
        events = say("count-events", count=len(exporter.holds(chosen, options)))
        click.echo(say("wrote", path=path, events=events, bytes=len(data)))
    if ics in exporters and (missing := left_out(chosen, replace(options, language=language_of_run()))):
        warn(missing)
    return run.code(timeline.notes, strict=strict)


@main.command()
@click.argument("path", metavar="PATH")
@click.option("--json", "as_json", cls=Option, row="json", is_flag=True)
@_options("year", "date", "strict", "lang")
def explain(  # noqa: D103
    path: str, as_json: bool, year: int | None, today: date | None, strict: bool, language: str | None
) -> int:
    from timeline.export import explanation, json

    if os.path.isdir(path):  # noqa: PTH112  # a question about what was typed
        raise click.UsageError(say("note-document", name=path, text=say("read-folder")))
    run = Run(year, today)
    language = language or language_of_run()
    notes: list[Note] = []
    for story in run.stories([path]):
        notes += story.notes
        if as_json:
            print_utf8(json.text(json.story_object(story, language)))
        else:
            click.echo(explanation.render(story, language), nl=False)
    return run.code(notes, strict=strict)


@main.command()
@click.argument("text", required=False)
@click.option("--batch", cls=Option, row="batch", is_flag=True)
@click.option("--date", "today", cls=Option, row="reference", callback=_first_day, metavar="DATE")
@_options("lang")
def resolve(text: str | None, batch: bool, today: date | None, language: str | None) -> int:  # noqa: D103
    if batch == (text is not None):
        raise click.UsageError(say("usage-text-or-batch"))
    if text is None:
        return _batch(today or _now().date())
    from timeline.export.explanation import resolution_lines
    from timeline.pipeline import interpret
    from timeline.text import document

    reference = datetime.combine(today, time()) if today else _now()
    if today is None:
        warn(say("resolve-reference", date=reference.date().isoformat()))
    found = interpret(text, reference)
    if not found:
        warn(say("explain-nothing"))
        return FAILED
    source = document("text", text)
    for resolution in found:
        click.echo(resolution.expression.text)
        for line in resolution_lines(resolution, source, language or language_of_run()):
            click.echo(line)
    return DONE


def _batch(today: date) -> int:
    """Answers each line of standard input with a line; one that cannot be read is named and passed over."""
    from timeline.export.json import found_object, line_of
    from timeline.pipeline import interpret
    from timeline.resolve.intervals import intervals

    code = DONE
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        try:
            name, text, reference = _question(line, today)
        except click.UsageError as error:
            code = FAILED
            warn(say("batch-line", line=number, reason=error.message))
            continue
        found = [found_object(r, intervals(r, reference)) for r in interpret(text, reference)]
        print_utf8(line_of({"id": name, "found": found}))
    return code


def _question(line: bytes, today: date) -> tuple[object, str, datetime]:
    """The id, the sentence and the moment to count from; where that is not given, today."""
    import json

    try:
        row = json.loads(line)
        name, text, written = row.get("id"), str(row["text"]), row.get("reference") or today.isoformat()
    except (ValueError, LookupError, AttributeError, TypeError):
        raise click.UsageError(say("batch-no-json")) from None
    try:
        return name, text, datetime.fromisoformat(written)
    except (ValueError, TypeError):
        raise click.UsageError(say("batch-no-reference", reference=written)) from None
