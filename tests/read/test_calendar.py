"""An .ics of any maker as a story: its days, its times, its words, and a line for what it lacks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.samples import ROWS, story_of, timeline_of
from timeline.export import ics
from timeline.export.options import Options
from timeline.model import Certainty, EventKind
from timeline.read.calendar import CalendarError, story


def of(*lines: str, zone: str = "") -> bytes:
    body = "\n".join(("BEGIN:VEVENT", "UID:a", *lines, "END:VEVENT"))
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{zone}{body}\nEND:VCALENDAR\n".encode()


@pytest.mark.parametrize(
    ("lines", "edtf", "time"),
    [
        (("DTSTART;VALUE=DATE:20220512",), "2022-05-12", None),
        (("DTSTART;VALUE=DATE:20220512", "DTEND;VALUE=DATE:20220513"), "2022-05-12", None),
        (("DTSTART;VALUE=DATE:20220512", "DTEND;VALUE=DATE:20220515"), "2022-05-12/2022-05-14", None),
        (("DTSTART;VALUE=DATE:20220512", "DTEND;VALUE=DATE:20220512"), "2022-05-12", None),
        (("DTSTART:20220512T093000", "DTEND:20220512T110000"), "2022-05-12", "09:30/11:00"),
        (("DTSTART;TZID=Asia/Shanghai:20220512T093000",), "2022-05-12", "09:30"),
        # In UTC: told in the zone of the calendar, else in China's.
        (("DTSTART:20220511T203000Z", "DTEND:20220511T213000Z"), "2022-05-12", "04:30/05:30"),
        (("DTSTART:20220512T220000", "DTEND:20220513T020000"), "2022-05-12/2022-05-13", "22:00/02:00"),
        # What no calendar should say: a day as the end of an hour, hours that no wall has.
        (("DTSTART:20220512T093000", "DTEND;VALUE=DATE:20220513"), "2022-05-12", "09:30"),
        (("DTSTART:99991231T235959Z",), "9999-12-31", "23:59"),
    ],
)
def test_days_and_times(lines: tuple[str, ...], edtf: str, time: str | None) -> None:
    (event,) = story("a.ics", of(*lines, "SUMMARY:会")).events
    assert (event.when.edtf, event.when.time) == (edtf, time)


def test_the_zone_of_the_calendar_counts() -> None:
    data = of("DTSTART:20220512T203000Z", "SUMMARY:a", zone="X-WR-TIMEZONE:America/New_York\n")
    assert story("a.ics", data).events[0].when.time == "16:30"
    unknown = of("DTSTART:20220512T203000Z", "SUMMARY:a", zone="X-WR-TIMEZONE:Moon/Base\n")
    assert story("a.ics", unknown).events[0].when.time == "04:30"


def test_words_come_as_they_are_and_a_rule_stands_behind_the_title() -> None:
    data = of("DTSTART;VALUE=DATE:20220515", r"SUMMARY:助残日\, 上海", "LOCATION:上海", "RRULE:FREQ=YEARLY;BYMONTH=5")
    (event,) = story("a.ics", data).events
    assert event.title == "助残日, 上海 ↻ FREQ=YEARLY;BYMONTH=5"
    assert (event.place, event.certainty, event.evidence[0].line) == ("上海", Certainty.WRITTEN, 3)


def test_a_task_is_a_deadline() -> None:
    data = of("DTSTART;VALUE=DATE:20220515").replace(b"VEVENT", b"VTO" + b"DO").replace(b"DTSTART", b"DUE")
    (event,) = story("a.ics", data).events
    assert (event.kind, event.when.edtf) == (EventKind.DEADLINE, "2022-05-15")


def test_an_entry_without_a_date_is_a_note() -> None:
    told = story("a.ics", of("SUMMARY:a"))
    assert told.events == ()
    assert [(note.rule, note.line) for note in told.notes] == [("calendar-undated", 3)]


def test_what_was_exported_comes_back() -> None:
    timeline = timeline_of(story_of(ROWS))
    options = Options(everything=True)
    told = story("timeline.ics", ics.render(timeline, options))
    assert told.document.title == "活动预告"
    assert [event.place for event in told.events] == [event.place for event in ics.holds(timeline, options)]
    for back, event in zip(told.events, ics.holds(timeline, options), strict=True):
        assert event.title in back.title
        assert back.when.first == (event.when.last if event.kind is EventKind.DEADLINE else event.when.first)
        assert back.certainty == event.certainty


@pytest.mark.parametrize("data", [b"", b"hello", b"BEGIN:VCALENDAR", b"\xff\xfe\x00", b"BEGIN:VEVENT\nEND:VCALENDAR\n"])
def test_what_is_no_calendar_is_told(data: bytes) -> None:
    with pytest.raises(CalendarError):
        story("a.ics", data)


@given(st.text(max_size=200), st.text(max_size=40))
def test_no_calendar_raises_anything_else(inside: str, value: str) -> None:
    for data in (inside.encode("utf-8", "surrogatepass"), of(f"DTSTART:{value}", inside)):
        try:
            story("a.ics", data)
        except CalendarError:
            continue
