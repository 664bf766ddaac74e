"""`timeline serve`: the calendars of a folder over HTTP, for apps to subscribe to; made again when sources change."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import quote

import click

from timeline import world
from timeline.commands.changes import State, state
from timeline.commands.export import export
from timeline.commands.options import choice, output_folder, shared
from timeline.commands.run import Run
from timeline.console import DONE, FAILED, Command, Option, say, warn
from timeline.export import DEFAULTS, EXPORTERS
from timeline.export.calendars import Arrangement, Split
from timeline.export.options import Options
from timeline.export.selection import Wish
from timeline.feed import TYPES, Feed, serve


def _port(context: click.Context, parameter: click.Parameter, value: str) -> int:
    if not (value.isascii() and value.isdecimal() and int(value) < 1 << 16):
        raise click.BadParameter(say("usage-port", text=value), context, parameter)
    return int(value)


def _token(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    token = world.token() if value is None else value
    if quote(token, safe="") != token:
        raise click.BadParameter(say("usage-token", text=token), context, parameter)
    return token


@click.command("serve", cls=Command)
@click.argument("folder", metavar="FOLDER", callback=output_folder)
@click.option("--watch", "watched", cls=Option, row="watched", multiple=True, metavar="PATH")
@choice("split", Split)
@click.option("--host", cls=Option, row="host", default="127.0.0.1", metavar="ADDRESS")
@click.option("--port", cls=Option, row="port", default="8765", callback=_port, metavar="NUMBER")
@click.option("--token", cls=Option, row="token", callback=_token, metavar="WORD")
@shared("lang")
def command(folder: str, watched: tuple[str, ...], split: Split | None, host: str, port: int, token: str) -> int:
    """Serves until interrupted."""
    if not all(map(find_spec, ("uvicorn", "watchfiles"))):
        warn(say("extra-missing", extra="serve"))
        return FAILED
    shelf = Path(folder)
    before = state(watched)
    if watched:
        shelf.mkdir(parents=True, exist_ok=True)  # whatever cannot be read today may be tomorrow
        _exported(watched, shelf, split)
    if not shelf.is_dir():
        warn(say("serve-nothing", path=shelf))
        return FAILED
    base = f"http://{f'[{host}]' if ':' in host else host}:{port}/{f'{token}/' if token else ''}"
    names = sorted(
        file.name for file in shelf.iterdir() if file.suffix in TYPES and not file.name.endswith(".lock.json")
    )
    click.echo(say("serving", path=shelf))
    for name in names:
        click.echo(f"  {base}{quote(name)}")
    if not token and not _loopback(host):
        warn(say("serve-open", host=host))
    try:
        serve(Feed(shelf, token), host, port, (lambda: _watching(watched, before, shelf, split)) if watched else None)
    except OSError as error:
        warn(say("serve-address", address=f"{host}:{port}", reason=error.strerror or error))
        return FAILED
    except KeyboardInterrupt:
        pass  # the way to end it
    return DONE


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _exported(paths: Sequence[str], shelf: Path, split: Split | None) -> None:
    """Makes the calendars anew; what cannot be read or written is said, and the last ones go on being served."""
    exporters = [exporter for exporter in EXPORTERS if exporter.NAME in DEFAULTS]
    try:
        export(Run(None, None), paths, shelf, exporters, Wish(), Options(), Arrangement(split=split))
    except OSError as error:
        warn(say("read-failed", reason=error.strerror or error))
    except click.UsageError as error:  # of the file of decisions
        warn(error.message)


async def _watching(paths: Sequence[str], last: State, shelf: Path, split: Split | None) -> None:
    """Exports again whenever the files below the paths are no longer what they were."""
    from watchfiles import awatch

    ours, watching = shelf.resolve(), False
    async for changes in awatch(*paths, yield_on_timeout=True, rust_timeout=500):
        # Once it watches, it looks by itself: something may have changed since the first export.
        if (changes or not watching) and (now := state(paths)) != last:
            last = now
            if not watching or any(ours not in Path(path).resolve().parents for _, path in changes):
                await asyncio.to_thread(_exported, paths, shelf, split)
        watching = True
