"""One edition after another: the unchanged keeps every byte, the corrected keeps its name, the gone is cancelled."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar import Event as Component

from tests.export.samples import story_of, timeline_of
from timeline.export.calendars import Arrangement, Shelf, Split, Uncertain, shelf
from timeline.export.ledger import Ledger, NewerLedgerError, decoded, rebuilt
from timeline.export.options import Options
from timeline.export.provinces import region
from timeline.model import EventKind, Timeline, When

PLAIN = Options()
DAYS = (
    ("5月12日", When(edtf="2022-05-12"), "“夏季送凉爽”活动启动仪式", {"place": "天津市"}),
    ("5月13日", When(edtf="2022-05-13"), "残疾人就业专场招聘会", {"place": "河南省郑州市"}),
    ("5月30日前", When(edtf="../2022-05-30"), "报送总结", {"event_kind": EventKind.DEADLINE}),
)


def days() -> Timeline:
    return timeline_of(story_of(DAYS))


def edition(timeline: Timeline, last: Ledger, *, whole: Timeline | None = None, **wanted: object) -> Shelf:
    return shelf(timeline, whole or timeline, PLAIN, Arrangement(**wanted), last)  # type: ignore[arg-type]


def events(made: Shelf, number: int = 0) -> dict[str, Component]:
    return {str(event["SUMMARY"]): event for event in Calendar.from_ical(made.files[number].data).walk("VEVENT")}


def changed(timeline: Timeline, number: int, **values: object) -> Timeline:
    """The timeline with one event changed; a new title brings a new UID of its own, as it does in real documents."""
    rows = list(timeline.events)
    if "title" in values:
        values["uid"] = format(number + 1, "032x")
    rows[number] = replace(rows[number], **values)  # type: ignore[arg-type]
    return replace(timeline, events=tuple(rows))


# --- editions ---------------------------------------------------------------------------------------------------------


def test_the_same_timeline_gives_the_same_edition_for_ever() -> None:
    first = edition(days(), Ledger())
    second = edition(days(), decoded(first.ledger.encoded()))
    assert second.files == first.files
    assert second.ledger == first.ledger
    assert first.ledger.edition == 1
    assert [event["SEQUENCE"] for event in events(first).values()] == [0, 0, 0]


def test_a_corrected_date_raises_the_sequence_of_that_event_alone() -> None:
    first = edition(days(), Ledger())
    later = edition(changed(days(), 0, when=When(edtf="2022-05-14")), first.ledger)
    before, after = events(first), events(later)
    moved = after.pop("“夏季送凉爽”活动启动仪式")
    old = before.pop("“夏季送凉爽”活动启动仪式")
    assert moved["UID"] == old["UID"]
    assert (moved["SEQUENCE"], moved.start) == (1, date(2022, 5, 14))
    assert moved.LAST_MODIFIED > old.LAST_MODIFIED
    assert moved.DTSTAMP == moved.LAST_MODIFIED
    assert moved.created == old.created
    assert {t: e.to_ical() for t, e in after.items()} == {t: e.to_ical() for t, e in before.items()}
    assert later.cancelled == 0


def test_a_corrected_title_keeps_the_uid_it_was_published_under() -> None:
    first = edition(days(), Ledger())
    retitled = changed(days(), 1, title="河南残疾人就业专场招聘会")
    second = edition(retitled, first.ledger)
    name = events(second)["河南残疾人就业专场招聘会"]
    assert name["UID"] == events(first)["残疾人就业专场招聘会"]["UID"]
    assert name["SEQUENCE"] == 1
    third = edition(retitled, decoded(second.ledger.encoded()))
    assert third.files == second.files


def test_another_event_of_the_day_is_no_correction() -> None:
    first = edition(days(), Ledger())
    second = edition(changed(days(), 1, title="市人大常委会审议预算报告"), first.ledger)
    made = events(second)
    assert made["市人大常委会审议预算报告"]["SEQUENCE"] == 0
    assert made["【取消】残疾人就业专场招聘会"]["STATUS"] == "CANCELLED"


def test_a_title_given_back_gives_no_uid_twice() -> None:
    first = edition(days(), Ledger())
    second = edition(changed(days(), 1, title="河南残疾人就业专场招聘会"), first.ledger)
    both = days()
    twin = replace(both.events[1], title="全省残疾人就业专场招聘会启动", uid="f" * 32)
    third = edition(replace(both, events=(*both.events, twin)), second.ledger)
    uids = [str(event["UID"]) for event in events(third).values()]
    assert len(set(uids)) == len(uids) == 4


def test_an_event_that_is_gone_is_cancelled_once_and_stays_away() -> None:
    first = edition(days(), Ledger())
    fewer = replace(days(), events=days().events[1:])
    second = edition(fewer, first.ledger)
    gone = events(second)["【取消】“夏季送凉爽”活动启动仪式"]
    assert (gone["UID"], gone["SEQUENCE"]) == (events(first)["“夏季送凉爽”活动启动仪式"]["UID"], 1)
    assert (gone["STATUS"], gone.start, gone.location) == ("CANCELLED", date(2022, 5, 12), "天津市")
    assert second.cancelled == 1
    assert edition(fewer, second.ledger).files == second.files  # made again, the edition is the same
    third = edition(changed(fewer, 0, place="郑州"), second.ledger)
    assert "【取消】“夏季送凉爽”活动启动仪式" not in events(third)


def test_an_event_that_comes_back_is_confirmed_with_a_higher_sequence() -> None:
    first = edition(days(), Ledger())
    second = edition(replace(days(), events=days().events[1:]), first.ledger)
    third = events(edition(days(), second.ledger))["“夏季送凉爽”活动启动仪式"]
    assert (third["SEQUENCE"], third["STATUS"]) == (2, "CONFIRMED")
    assert third["UID"] == events(first)["“夏季送凉爽”活动启动仪式"]["UID"]


def test_what_is_only_not_shown_is_not_cancelled() -> None:
    first = edition(days(), Ledger())
    narrow = edition(replace(days(), events=days().events[:1]), first.ledger, whole=days())
    assert list(events(narrow)) == ["“夏季送凉爽”活动启动仪式"]
    assert edition(days(), narrow.ledger).files == first.files


def test_stamps_are_the_caller_s_for_what_changed_only() -> None:
    first = edition(days(), Ledger())
    moved = changed(days(), 0, when=When(edtf="2022-05-14"))
    stamp = datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)
    later = events(shelf(moved, moved, Options(stamp=stamp), Arrangement(), first.ledger))
    assert {title: stamp == event.DTSTAMP for title, event in later.items()} == {
        "“夏季送凉爽”活动启动仪式": True,
        "残疾人就业专场招聘会": False,
        "【截止】报送总结": False,
    }


@pytest.mark.parametrize(
    "stamp",
    [datetime(22, 5, 1, tzinfo=UTC), datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)],
)
def test_the_first_and_the_last_years_are_stamps_too(stamp: datetime) -> None:
    first = shelf(days(), days(), Options(stamp=stamp), Arrangement(), Ledger())
    again = decoded(first.ledger.encoded())
    assert again == first.ledger
    moved = changed(days(), 0, when=When(edtf="2022-05-14"))
    later = shelf(moved, moved, Options(stamp=stamp), Arrangement(), again)
    assert decoded(later.ledger.encoded()) == later.ledger
    assert sorted(event["SEQUENCE"] for event in events(later).values()) == [0, 0, 1]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sets(st.integers(0, 2), max_size=3), max_size=6))
def test_a_sequence_never_falls_and_no_uid_is_given_twice(shown: list[set[int]]) -> None:
    ledger, last = Ledger(), dict[str, int]()
    for numbers in shown:
        made = edition(replace(days(), events=tuple(days().events[n] for n in sorted(numbers))), ledger)
        standing = Calendar.from_ical(made.files[0].data).walk("VEVENT")
        assert len({event["UID"] for event in standing}) == len(standing)
        for event in standing:
            assert event["SEQUENCE"] >= last.get(str(event["UID"]), 0)
            last[str(event["UID"])] = event["SEQUENCE"]
        ledger = decoded(made.ledger.encoded())


# --- a ledger as a file -----------------------------------------------------------------------------------------------


def test_a_lost_ledger_is_rebuilt_from_the_calendar() -> None:
    first = edition(changed(days(), 0, place="天津, 南开; 水上\\公园"), Ledger())
    second = edition(changed(days(), 0, when=When(edtf="2022-05-14")), first.ledger)
    again = rebuilt(second.files[0].data)
    assert again.entries == second.ledger.entries
    assert edition(changed(days(), 0, when=When(edtf="2022-05-14")), again).files == second.files


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: whole.pop("events"),
        lambda whole: whole.update(events=[1]),
        lambda whole: whole.update(version="1"),
        lambda whole: next(iter(whole["events"].values())).pop("content"),
        lambda whole: next(iter(whole["events"].values())).update(changed="yesterday"),
        lambda whole: next(iter(whole["events"].values())).update(more=1),
    ],
)
def test_a_damaged_ledger_is_refused(damage: Callable[[dict[str, object]], object]) -> None:
    whole = json.loads(edition(days(), Ledger()).ledger.encoded())
    damage(whole)
    with pytest.raises(ValueError):  # noqa: PT011  # which of them is nobody's concern: it is rebuilt
        decoded(json.dumps(whole).encode())


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[]", b"null"])
def test_what_is_no_ledger_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        decoded(data)


def test_a_ledger_of_a_newer_program_is_left_alone() -> None:
    whole = json.loads(Ledger().encoded())
    with pytest.raises(NewerLedgerError):
        decoded(json.dumps({**whole, "version": 2}).encode())


@pytest.mark.parametrize("data", [b"", b"hello", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n"])
def test_what_is_no_calendar_rebuilds_nothing(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        rebuilt(data)


# --- several calendars ------------------------------------------------------------------------------------------------


def names(made: Shelf) -> list[tuple[str, int]]:
    return [(file.name, file.events) for file in made.files]


@pytest.mark.parametrize(
    ("split", "expected"),
    [
        (Split.PLACE, [("地点不详", 1), ("天津市", 1), ("河南省", 1)]),
        (Split.MONTH, [("2022-05", 3)]),
        (Split.SOURCE, [("notice", 3)]),
    ],
)
def test_a_split_has_every_event_once_under_the_same_uid(split: Split, expected: list[tuple[str, int]]) -> None:
    made = edition(days(), Ledger(), split=split)
    assert sorted(names(made)[1:]) == sorted((f"timeline-{name}.ics", count) for name, count in expected)
    whole = {title: event.to_ical() for title, event in events(made).items()}
    parts = [part for number in range(1, len(made.files)) for part in events(made, number).items()]
    assert {title: event.to_ical() for title, event in parts} == whole
    assert len(parts) == len(whole)


def test_a_split_by_kind_has_the_deadlines_in_one() -> None:
    made = edition(days(), Ledger(), split=Split.KIND)
    deadlines = [list(events(made, number)) for number in range(1, len(made.files))]
    assert ["【截止】报送总结"] in deadlines


def test_a_calendar_of_a_split_has_a_name_and_a_colour_of_its_own() -> None:
    made = edition(days(), Ledger(), split=Split.PLACE)
    calendars = [Calendar.from_ical(file.data) for file in made.files]
    assert len({str(calendar["X-WR-CALNAME"]) for calendar in calendars}) == len(calendars)
    assert "COLOR" not in calendars[0]
    assert all(str(calendar["X-APPLE-CALENDAR-COLOR"]).startswith("#") for calendar in calendars[1:])


def test_a_group_that_lost_its_last_event_is_emptied_where_it_lies() -> None:
    first = edition(days(), Ledger(), split=Split.PLACE)
    moved = edition(changed(days(), 0, place="上海市"), first.ledger, split=Split.PLACE)
    assert ("timeline-天津市.ics", 0) in names(moved)
    plain = edition(days(), first.ledger)
    assert names(plain) == [("timeline.ics", 3)]
    assert set(plain.untouched) == {"timeline-地点不详", "timeline-天津市", "timeline-河南省"}


def test_a_name_of_a_place_is_a_name_of_a_file() -> None:
    made = edition(changed(days(), 0, place="../外/滩\\\x00 1:2"), Ledger(), split=Split.PLACE)
    (odd,) = {name for name, _ in names(made)} - {"timeline.ics", "timeline-地点不详.ics", "timeline-河南省.ics"}
    assert not set(odd) & set("/\\: \x00")
    assert not odd.startswith((".", "timeline-."))


def test_uncertain_days_in_a_calendar_of_their_own_or_nowhere() -> None:
    vague = ("2022年4月", When(edtf="2022-04"), "安全大检查", {})
    timeline = timeline_of(story_of((*DAYS, vague)))
    assert names(edition(timeline, Ledger())) == [("timeline.ics", 4)]
    apart = edition(timeline, Ledger(), uncertain=Uncertain.SEPARATE)
    assert names(apart) == [("timeline.ics", 3), ("timeline-uncertain.ics", 1)]
    out = edition(timeline, Ledger(), uncertain=Uncertain.LEAVE_OUT)
    assert names(out) == [("timeline.ics", 3)]
    assert edition(timeline, out.ledger).files[0].data == edition(timeline, Ledger()).files[0].data


def test_deadlines_as_tasks() -> None:
    made = edition(days(), Ledger(), tasks=True)
    assert names(made) == [("timeline.ics", 3), ("timeline-tasks.ics", 1)]
    (task,) = Calendar.from_ical(made.files[1].data).todos
    assert (str(task["SUMMARY"]), task["DUE"].dt, str(task["STATUS"])) == (
        "【截止】报送总结",
        date(2022, 5, 30),
        "NEEDS-ACTION",
    )
    assert str(task["UID"]) != str(events(made)["【截止】报送总结"]["UID"])


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("河南省鄭州市殘疾人康復中心", "河南省"),
        ("大庆市", "黑龙江省"),
        ("Kyoto", "Kyoto"),
        (None, ""),
    ],
)
def test_a_place_belongs_to_a_region(place: str | None, expected: str) -> None:
    assert region(place) == expected
