"""`timeline push`: brings a calendar on a CalDAV server up to date; says what it would do before it does it."""

from __future__ import annotations

from pathlib import Path

import click

from timeline import world
from timeline.commands.options import shared
from timeline.console import DONE, FAILED, Command, Option, say, warn
from timeline.export import ics
from timeline.export.wording import one_line
from timeline.push import Action, Change, RefusedError, Server, changes, counted, resource


@click.command("push", cls=Command)
@click.argument("path", metavar="FOLDER")
@click.argument("url", metavar="URL")
@click.option("--user", cls=Option, row="user", default="", metavar="NAME")
@click.option("--apply", "really", cls=Option, row="apply", is_flag=True)
@shared("lang")
def command(path: str, url: str, user: str, really: bool) -> int:
    """Compares, says what differs, and with --apply makes it the same."""
    from icalendar import Calendar

    file = Path(path, f"timeline{ics.SUFFIX}") if Path(path).is_dir() else Path(path)
    try:
        calendar = Calendar.from_ical(file.read_bytes())
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        warn(say("note-document", name=file, text=say("read-missing") if missing else error.strerror or error))
        return FAILED
    except (ValueError, AttributeError, TypeError):  # icalendar says so of parameters that are lists
        warn(say("push-no-calendar", path=file))
        return FAILED
    if not url.startswith(("http://", "https://")):
        raise click.UsageError(say("usage-url", text=url))
    try:
        server = Server(url, user, world.password(url, user))
        plan = changes(calendar.events, server.events())
    except ImportError:
        warn(say("extra-missing", extra="push"))
        return FAILED
    except RefusedError as error:
        warn(say("push-refused", url=url, reason=error))
        return FAILED
    failed = 0
    for change in plan:
        if change.action in (Action.KEEP, Action.LEAVE):
            continue
        click.echo(_line(change))
        if really:
            try:
                server.put(resource(change.event, calendar))
            except RefusedError as error:
                failed += 1
                warn(say("push-refused-event", title=one_line(str(change.event.summary)), reason=error))
    counts = {str(action): count for action, count in counted(plan).items()}
    click.echo(say("push-done" if really else "push-would", **counts))
    return FAILED if failed else DONE


def _line(change: Change) -> str:
    date = str(change.event.start)[:16]  # without the seconds of a clock time
    return say(f"push-{change.action}", date=date, title=one_line(str(change.event.summary)))
