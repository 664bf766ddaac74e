"""A text -> the screen, page by page where it is longer than that and somebody is there to turn them."""

from __future__ import annotations

import click

from timeline import world


def print_pages(text: str, *, in_one: bool) -> None:
    """Prints a text, in one piece where that was asked for."""
    height = 0 if in_one else world.height()
    if height and text.count("\n") >= height:
        world.prepare_pager()
        click.echo_via_pager(text.rstrip("\n"))
    else:
        click.echo(text, nl=False)
