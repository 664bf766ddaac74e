"""`timeline completion`: the lines by which a shell completes commands, options and their values."""

from __future__ import annotations

from typing import Any

import click
from click.shell_completion import get_completion_class

from timeline.commands.options import completed, shared
from timeline.console import Command, say

_SHELLS = ("bash", "zsh", "fish")


def _shell(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if value not in _SHELLS:
        text = say("usage-choice", name=value, names=", ".join(_SHELLS))
        raise click.BadParameter(text, context, parameter)
    return value


@click.command("completion", cls=Command)
@click.argument("shell", metavar="|".join(_SHELLS), callback=_shell, shell_complete=completed(*_SHELLS))
@shared("lang")
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Prints the script of a shell; what it completes it asks this program each time."""
    kind = get_completion_class(shell)
    assert kind is not None
    program: Any = context.find_root().command
    made = kind(program, {}, "timeline", "_TIMELINE_COMPLETE")
    click.echo(made.source_template % made.source_vars())  # `source` would start the shell only to ask its version
