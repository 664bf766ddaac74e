"""What other programs make of our calendars: four libraries of PyPI, three of npm, and khal, a calendar of its own.

The calendar holds an event of each kind of date, and texts that readers have stumbled over.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.export.samples import ROWS, story_of, timeline_of
from timeline.export import ics
from timeline.export.options import Options
from timeline.export.slots import slot
from timeline.export.wording import one_line
from timeline.model import Event

HERE = Path(__file__).parent
CHINA = ZoneInfo("Asia/Shanghai")
ODD = (
    "逗号，,分号；;冒号：:",
    "反斜线\\与\\n换行\n第二行",
    "表情👩‍🦽🧑🏽‍💻与生僻字𠮷",
    "右起\u202eabc\u200f左起",
    "BEGIN:VEVENT END:VCALENDAR",
    "“引号”\"与'单引号'",
    "<b>标签</b>&amp;",
    "很长的标题" * 40,
    "a" * 200,
)


@dataclass(frozen=True, order=True)
class Seen:
    """What a reader shows of an event: its title, its first moment or day and the first that is no longer its own."""

    title: str
    start: str
    end: str
    place: str


def shown(moment: date | datetime) -> str:
    if isinstance(moment, datetime):
        return moment.astimezone(CHINA).replace(tzinfo=None).isoformat()
    return moment.isoformat()


def our_events() -> tuple[Event, ...]:
    timeline = timeline_of(story_of(ROWS))
    events = list(timeline.events)
    for number, text in enumerate(ODD):
        events.append(replace(timeline.events[3], uid=format(number + 1, "032x"), title=text, place=text))
    return ics.holds(replace(timeline, events=tuple(events)), Options(everything=True))


def expected() -> list[Seen]:
    """By our own account of each event, and not by what any library reads."""
    made = []
    for event in our_events():
        place = slot(event)
        assert place is not None
        start, end = place.clock or (place.first, place.last + timedelta(days=1))
        title = ics.summary(event, place, "zh")
        where = ics.unmistakable(one_line(event.place or ""))
        made.append(Seen(title, start.isoformat(), end.isoformat(), where))
    return sorted(made)


@pytest.fixture(scope="module")
def calendar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    timeline = replace(timeline_of(story_of(ROWS)), events=our_events())
    path = tmp_path_factory.mktemp("calendar") / "timeline.ics"
    path.write_bytes(ics.render(timeline, Options(everything=True)))
    return path


# --- libraries of PyPI ------------------------------------------------------------------------------------------------


def by_icalendar(data: bytes) -> Iterator[Seen]:
    from icalendar import Calendar

    for event in Calendar.from_ical(data).events:
        assert not event.errors
        yield Seen(str(event.summary), shown(event.start), shown(event.end), str(event.location or ""))


def by_vobject(data: bytes) -> Iterator[Seen]:
    import vobject

    for calendar in vobject.readComponents(data.decode()):
        for event in calendar.vevent_list:
            place = event.location.value if hasattr(event, "location") else ""
            yield Seen(event.summary.value, shown(event.dtstart.value), shown(event.dtend.value), place)


def by_ics(data: bytes) -> Iterator[Seen]:
    import ics as library

    for event in library.Calendar(data.decode()).events:
        moments = (
            [event.begin.date(), event.end.date()] if event.all_day else [event.begin.datetime, event.end.datetime]
        )
        start, end = map(shown, moments)
        yield Seen(event.name, start, end, event.location or "")


def by_ical(data: bytes) -> Iterator[Seen]:
    from ical.calendar_stream import IcsCalendarStream

    for event in IcsCalendarStream.calendar_from_ics(data.decode()).events:
        yield Seen(event.summary, shown(event.start), shown(event.end), event.location or "")


@pytest.mark.filterwarnings("ignore")  # of libraries that are not ours
@pytest.mark.parametrize("reader", [by_icalendar, by_vobject, by_ics, by_ical])
def test_libraries_of_pypi_read_what_we_meant(calendar: Path, reader: Callable[[bytes], Iterator[Seen]]) -> None:
    assert sorted(reader(calendar.read_bytes())) == expected()


# --- khal -------------------------------------------------------------------------------------------------------------


def test_khal_imports_and_shows_every_event(calendar: Path, tmp_path: Path) -> None:
    config = tmp_path / "config"
    config.write_text(
        f"[calendars]\n[[t]]\npath = {tmp_path}/store\n"
        "[locale]\nlocal_timezone = Asia/Shanghai\ndefault_timezone = Asia/Shanghai\ntimeformat = %H:%M\n"
        "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[default]\ndefault_calendar = t\n[sqlite]\npath = {tmp_path}/khal.db\n",
        encoding="utf-8",
    )
    (tmp_path / "store").mkdir()
    environment = {**os.environ, "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}

    def khal(*arguments: str) -> str:
        command = [str(Path(sys.executable).with_name("khal")), "-c", str(config), *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return done.stdout

    for _ in range(2):  # imported again, an event is updated and not doubled
        khal("import", "--batch", "-a", "t", str(calendar))
        listed = khal("list", "--once", "--notstarted", "--format", "{title}", "--day-format", "", "2022-01-01", "365d")
        titles = sorted(line for line in listed.splitlines() if line)
        assert titles == [seen.title for seen in expected()]


# --- libraries of npm -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the three libraries are installed."""
    if not shutil.which("npm") or not shutil.which("node"):
        pytest.skip("node and npm are not installed")
    folder = tmp_path_factory.mktemp("node")
    for name in ("package.json", "read.mjs"):
        shutil.copy(HERE / name, folder)
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--no-package-lock"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"npm cannot install: {done.stderr[-200:]}")
    return folder


@pytest.mark.parametrize("library", ["ical.js", "node-ical", "ts-ics"])
def test_libraries_of_npm_read_what_we_meant(calendar: Path, node: Path, library: str) -> None:
    environment = {**os.environ, "TZ": "Asia/Shanghai"}
    command = ["node", "read.mjs", library, str(calendar)]
    done = subprocess.run(command, cwd=node, env=environment, capture_output=True, text=True, check=True)
    seen = [Seen(**row) for row in json.loads(done.stdout)]
    assert sorted(seen) == expected()
