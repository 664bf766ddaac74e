"""The command line: its language, its version, and which commands there are. What they do stands in `commands/`."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

import click

from timeline import __version__, world
from timeline.console import LANG, Option, Program

# In the order of the help. A command is imported when it is run, so that `timeline --version` starts as fast as Python.
COMMANDS = (
    *("show", "next", "export", "explain", "check", "resolve", "phrases", "observances", "formats", "serve", "push"),
    *("corpus", "stats", "watch"),
    "completion",
)


def _command(name: str) -> click.Command:
    from timeline import patterns  # not at the top: `timeline --version` asks for none

    patterns.keep()
    command: click.Command = import_module(f"timeline.commands.{name}").command
    return command


def _language(arguments: Sequence[str]) -> str:
    """The language of this run: --lang wherever it stands, since help and errors speak it too, else the locale's."""
    for i, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            asked = value or "".join(arguments[i + 1 : i + 2])
            return asked if asked in ("en", "zh") else "en"
    return world.language()


def _version(context: click.Context, parameter: click.Parameter, value: bool) -> None:  # noqa: ARG001
    if value and not context.resilient_parsing:
        click.echo(f"timeline {__version__}")
        context.exit()


@click.group(
    cls=Program,
    names=COMMANDS,
    load=_command,
    choose_language=_language,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--version", cls=Option, row="version", is_flag=True, is_eager=True, expose_value=False, callback=_version
)
@click.option("--lang", expose_value=False, **LANG)
@click.pass_context
def main(context: click.Context) -> None:
    """Shows the help where no command is asked for."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
