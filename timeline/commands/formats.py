"""`timeline formats`: which files can be read here, and what to install for the others."""

from __future__ import annotations

import click

from timeline.commands.options import shared
from timeline.console import DONE, Command, say
from timeline.read.formats import ADDRESS, FORMATS


@click.command("formats", cls=Command)
@shared("lang")
def command() -> int:
    """Prints a line for each format."""
    formats = (*FORMATS, ADDRESS)
    suffixes = [" ".join(each.suffixes) for each in formats]
    width = max(map(len, suffixes))
    for each, names in zip(formats, suffixes, strict=True):
        missing = "" if each.ready else "  " + say("extra-missing", extra=each.extra)
        click.echo(f"{names:{width}}  {say(f'format-{each.name}')}{missing}")
    return DONE
