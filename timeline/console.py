"""click in the reader's language: help, errors and exit codes are rows of the messages, one line each."""

from __future__ import annotations

import atexit
import errno
import gc
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

DONE, FAILED, MISUSED, INTERRUPTED, READER_GONE = 0, 1, 2, 130, 141


def language_of_run() -> str:
    """The language that this run speaks."""
    context = click.get_current_context(silent=True)
    return str(context.find_root().obj) if context else "en"


def say(row: str, /, **values: object) -> str:
    """A text of the program in the language of this run."""
    from timeline.messages import say as say_in  # not at the top: `timeline --version` says nothing of the kind

    return say_in(language_of_run(), row, **values)


def warn(text: str) -> None:
    """One line on standard error."""
    from timeline.text import printable

    click.echo(printable(say("error", text=" ".join(text.split()))), err=True)


def tell(text: str) -> None:
    """One line on standard output, of what is done whether anybody hears of it or not."""
    try:
        click.echo(text)
        sys.stdout.flush()
    except OSError as error:
        _hush()
        if not isinstance(error, BrokenPipeError):
            warn(say("write-failed", path="stdout", reason=error.strerror or error))


def print_utf8(text: str) -> None:
    """Data for programs is UTF-8 whatever the locale."""
    click.echo(text.encode("utf-8", "backslashreplace"), nl=False)  # as JSON writes half a character


class Help(click.HelpFormatter):
    """Help measured in columns, of which a Chinese sign takes two; click counts signs."""

    def write_heading(self, heading: str) -> None:
        """A heading, as the messages write it."""
        self.write(f"{'':{self.current_indent}}{heading}\n")

    def write_text(self, text: str) -> None:
        """Paragraphs; one in which lines are set in stays as it is."""
        for i, paragraph in enumerate(text.split("\n\n")):
            self.write("\n" if i else "")
            lines = paragraph.split("\n")
            if any(line.startswith("  ") for line in lines):
                self.write("".join(f"{'':{self.current_indent}}{line}\n" for line in lines))
            else:
                self._write_beside("", self.current_indent, " ".join(lines))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Names and, beside them in one column, what they are."""
        from timeline.layout import columns

        rows = list(rows)
        names = [" " * self.current_indent + name for name, _ in rows]
        column = min(max(map(columns, names)), col_max) + col_spacing
        for name, (_, text) in zip(names, rows, strict=True):
            beside = columns(name) + col_spacing <= column
            self.write("" if beside else f"{name}\n")
            self._write_beside(name if beside else "", column, text)

    def _write_beside(self, name: str, column: int, text: str) -> None:
        from timeline.layout import columns, wrapped

        lead = name + " " * (column - columns(name))
        for line in wrapped(text, self.width - column):
            self.write(f"{lead}{line}\n")
            lead = " " * column


class Context(click.Context):
    """The context of a command."""

    formatter_class = Help


class Option(click.Option):
    """An option whose help is a row of the messages, read when it is shown."""

    def __init__(self, *args: Any, row: str, values: Mapping[str, object] = {}, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row, self.values = row, values

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The values that begin so."""
        with ctx.scope(cleanup=False):
            return super().shell_complete(ctx, incomplete)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option's name and its row."""
        record = super().get_help_record(ctx)
        return (record[0], say(f"help-{self.row}", **self.values)) if record else None


def _check_language(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value not in (None, "en", "zh"):
        raise click.BadParameter(say("usage-language", name=value, names="en, zh"), context, parameter)
    # What is said before the command holds for the command, unless it says otherwise.
    asked: str | None = context.meta.setdefault("timeline.language", value)
    return value or asked


def short_help(command: str) -> str:
    """The first line of a command's row."""
    return say(f"help-{command}").partition("\n")[0]


# --lang, wherever it stands; `Program` has read it before anything else is parsed.
LANG: dict[str, Any] = {"cls": Option, "row": "lang", "callback": _check_language, "metavar": "en|zh"}


class Command(click.Command):
    """A command whose help is a row of the messages, read when it is shown."""

    context_class = Context

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002
        """The first line of the row."""
        return short_help(str(self.name))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What may follow, each option with its row."""
        with ctx.scope(cleanup=False):  # click completes outside of any run
            for option in self.params:
                if isinstance(option, Option):
                    option.help = say(f"help-{option.row}", **option.values)
            return super().shell_complete(ctx, incomplete)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line after “Usage:”."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=say("help-usage"))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The row of the command."""
        self.help = say("help-program" if ctx.parent is None else f"help-{self.name}")
        super().format_help_text(ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of options."""
        records = [param.get_help_record(ctx) for param in self.get_params(ctx) if isinstance(param, Option)]
        with formatter.section(say("help-options")):
            formatter.write_dl([*filter(None, records), ("-h, --help", say("help-help"))])


class Program(Command, click.Group):
    """The group of commands, each loaded when it is run; it turns every failure into one line and an exit code."""

    def __init__(
        self,
        *args: Any,
        names: Sequence[str],
        load: Callable[[str], click.Command],
        choose_language: Callable[[Sequence[str]], str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.names, self.load, self.choose_language = names, load, choose_language

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names, in the order of the help."""
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name."""
        return self.load(cmd_name) if cmd_name in self.names else None

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The tables of options and of commands."""
        super().format_options(ctx, formatter)
        with formatter.section(say("help-commands")):
            formatter.write_dl([(name, short_help(name)) for name in self.names])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of that name."""
        if args[0] not in self.names and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.names, 1)
            text = say("usage-near", name=args[0], near=near[0]) if near else say("usage-command", name=args[0])
            raise click.UsageError(text, ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; a reader of the output who has gone away is no error of ours."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            _hush()
            return READER_GONE

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> NoReturn:
        """Parses, runs and ends the program with its code."""
        _rest_collector()
        _open_ends()
        arguments = list(sys.argv[1:] if args is None else args)
        language = self.choose_language(arguments)
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")  # a terminal that lacks a sign shows ? in its place
        code: int | None
        try:
            code = super().main(arguments, prog_name="timeline", standalone_mode=False, obj=language)
        except (click.Abort, KeyboardInterrupt):
            code = _end(language, INTERRUPTED, "interrupted")
        except click.UsageError as error:
            code = _end(language, MISUSED, *_misuse(error))
        except OSError as error:
            row = "write-failed" if error.errno in _UNWRITTEN else "read-failed"
            code = _end(language, FAILED, row, {"path": "stdout", "reason": error.strerror or str(error)})
        except Exception as error:
            code = _end(language, FAILED, "program-failed", {"error": f"{type(error).__name__}: {error}", **_at(error)})
        sys.exit(code or DONE)


_YOUNG = 100_000  # things made since Python's collector of cycles looked last; its own measure is 700


def _rest_collector() -> None:
    """Lets the collector rest while modules, tables and patterns load, and when the program ends.

    What it looks through then, a thousand times, is half a million things that stay: a seventh of a short run.
    """
    gc.set_threshold(_YOUNG, 50, 100)
    atexit.register(_leave)


def _leave() -> None:
    """Nor does it look through everything once more when all of it goes anyway; DuckDB alone complains of that."""
    if "duckdb" not in sys.modules:
        gc.freeze()


_UNWRITTEN = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)  # what no reading says: the output is on a disk that is full


def _open_ends() -> None:
    """Opens what whoever started the program has closed (>&-), so that no file takes the number of an output."""
    for name, way in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(way, encoding="utf-8"))  # noqa: SIM115  # until the end


def _hush() -> None:
    """Nobody hears what is printed from here on; Python would complain of the pipe once more when it closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _at(error: Exception) -> dict[str, object]:
    """Where in the program something went wrong, for whoever mends it."""
    house, last = Path(__file__).parent, {"file": "console.py", "line": 1}
    at = error.__traceback__
    while at:
        if (file := Path(at.tb_frame.f_code.co_filename)).is_relative_to(house):
            last = {"file": file.relative_to(house).as_posix(), "line": at.tb_lineno}
        at = at.tb_next
    return dict(last)


def _end(language: str, code: int, row: str, values: dict[str, object] | None = None) -> int:
    from timeline.messages import say
    from timeline.text import printable

    text = say(language, row, **(values or {}))
    click.echo(printable(say(language, "error", text=" ".join(text.split()))), err=True)
    return code


def _misuse(error: click.UsageError) -> tuple[str, dict[str, object]]:
    """The errors of click as rows of the messages; those that the commands raise are already said."""
    command = error.ctx.command_path if error.ctx else "timeline"
    if isinstance(error, click.NoSuchOption):
        return "usage-option", {"name": error.option_name, "command": command}
    if isinstance(error, click.BadOptionUsage):
        return "usage-value", {"name": error.option_name, "command": command}
    if isinstance(error, click.MissingParameter):
        name = error.param.opts[-1] if isinstance(error.param, Option) else "PATH"
        return "usage-missing", {"name": name, "command": command}
    if isinstance(error, click.BadParameter) and error.param:
        return "usage-parameter", {"name": error.param.opts[0], "text": error.message}
    return "usage-other", {"text": error.format_message()}
