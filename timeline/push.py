"""A calendar file and a CalDAV calendar -> what the server lacks, has in an older version, or should no longer show.

Events are known by their UID. Only events of ours are touched: what else lies in the calendar, and what a person
changed there since, stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from icalendar import Calendar
    from icalendar import Event as Component

_TIMEOUT = 60  # seconds for an answer
_COMPARED = ("SUMMARY", "DTSTART", "DTEND", "DESCRIPTION", "LOCATION", "STATUS")


class Action(StrEnum):
    """What is to be done with an event."""

    CREATE = "create"
    UPDATE = "update"
    CANCEL = "cancel"
    KEEP = "keep"  # the server has this version
    LEAVE = "leave"  # the server has a later one: someone changed it there


@dataclass(frozen=True, slots=True)
class Change:
    """An event and what is to be done with it."""

    action: Action
    event: Component


class RefusedError(Exception):
    """The server cannot be reached, or does not take what it is given; the text is its reason."""


def changes(ours: Iterable[Component], theirs: Iterable[Component]) -> tuple[Change, ...]:
    """What brings the server's events up to date with ours."""
    there = {event.uid: event for event in theirs}
    return tuple(Change(_action(event, there.get(event.uid)), event) for event in ours)


def _action(ours: Component, theirs: Component | None) -> Action:
    gone = _says(ours, "STATUS") == "CANCELLED"
    if theirs is None:
        return Action.KEEP if gone else Action.CREATE
    if (theirs.sequence or 0) > (ours.sequence or 0):
        return Action.LEAVE
    if all(_says(ours, name) == _says(theirs, name) for name in _COMPARED):
        return Action.KEEP
    if theirs.sequence == ours.sequence:
        return Action.LEAVE
    return Action.CANCEL if gone else Action.UPDATE


def _says(event: Component, name: str) -> str:
    value: Any = event.get(name)
    if value is None:
        return ""
    return value.dt.isoformat() if hasattr(value, "dt") else str(value)


def resource(event: Component, calendar: Calendar) -> bytes:
    """An event as servers store it: alone, with its time zone, without METHOD (RFC 4791, 4.1)."""
    from icalendar import Calendar

    made = Calendar()
    for name in ("VERSION", "PRODID", "CALSCALE"):
        if name in calendar:
            made.add(name, str(calendar[name]))
    named = {value.params["TZID"] for value in (event["DTSTART"], event["DTEND"]) if "TZID" in value.params}
    for zone in calendar.timezones:
        if zone.tz_name in named:
            made.add_component(zone)
    made.add_component(event)
    return bytes(made.to_ical())


class Server:
    """A calendar on a CalDAV server."""

    def __init__(self, url: str, user: str, password: str) -> None:
        """Reaches no network yet. Raises `ImportError` where the extra `push` is not installed."""
        from caldav.davclient import DAVClient

        client: Any = DAVClient(
            url=url,
            username=user or None,
            password=password or None,
            timeout=_TIMEOUT,
            enable_rfc6764=False,  # the address that was given, and no other
        )
        self._calendar: Any = client.calendar(url=url)

    def events(self) -> tuple[Component, ...]:
        """All events of the calendar.

        Raises `RefusedError`.
        """
        found = _asked(self._calendar.get_events)
        return tuple(event for item in found for event in item.icalendar_instance.events)

    def put(self, data: bytes) -> None:
        """Creates or replaces the event of that UID.

        Raises `RefusedError`.
        """
        from caldav.calendarobjectresource import Event

        item: Any = Event(self._calendar.client, data=data.decode(), parent=self._calendar)
        # The ledger has counted already.
        _asked(lambda: item.save(increase_seqno=False))


def _asked(question: Callable[[], Any]) -> Any:
    """The server's answer."""
    from caldav.lib.error import DAVError

    try:
        return question()
    except (DAVError, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or str(error) or type(error).__name__
        raise RefusedError(" ".join(str(reason).split())) from error


def counted(plan: Iterable[Change]) -> Mapping[Action, int]:
    """How many events each action has."""
    actions = [change.action for change in plan]
    return {action: actions.count(action) for action in Action}
