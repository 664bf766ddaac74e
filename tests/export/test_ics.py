"""The calendar: each kind of date as clients want it, and nothing that a document says can break the file."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar import Event as Component

from tests.export.samples import ROWS, story_of, timeline_of
from timeline.export import ics
from timeline.export.options import Options
from timeline.export.wording import left_out, one_line
from timeline.model import Certainty, EventKind, Part, Timeline, When


def calendar(timeline: Timeline, **options: object) -> Calendar:
    return Calendar.from_ical(ics.render(timeline, Options(**options)))  # type: ignore[arg-type]


def only(timeline: Timeline, **options: object) -> Component:
    (component,) = calendar(timeline, **options).walk("VEVENT")
    return component


def by_title(timeline: Timeline) -> dict[str, Component]:
    return {str(component["SUMMARY"]): component for component in calendar(timeline, everything=True).walk("VEVENT")}


# --- the file -------------------------------------------------------------------------------------------------------


def test_the_file_as_bytes(timeline: Timeline) -> None:
    data = ics.render(timeline, Options(everything=True))
    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert all(line.decode() for line in data.split(b"\r\n")[:-1])  # no character is cut in half


def test_the_calendar_s_own_properties(timeline: Timeline) -> None:
    made = calendar(timeline)
    assert made["METHOD"] == "PUBLISH"
    assert made["VERSION"] == "2.0"
    assert made["CALSCALE"] == "GREGORIAN"
    assert made["NAME"] == made["X-WR-CALNAME"] == "活动预告"
    assert made["X-WR-TIMEZONE"] == "Asia/Shanghai"
    assert "UID" not in made
    assert not made.errors


def test_a_comma_in_a_title_becomes_a_wide_one_in_the_calendar_s_name(timeline: Timeline) -> None:
    story = timeline.stories[0]
    named = replace(story, document=replace(story.document, title="通知,附件;一"))
    assert calendar(timeline_of(named))["X-WR-CALNAME"] == "通知，附件；一"


def test_the_zone_is_there_when_a_clock_time_is(of: Callable[..., Timeline]) -> None:
    timed = of(("5月12日9:30", When(edtf="2022-05-12", time="09:30"), "启动仪式", {}))
    whole = of(("5月12日", When(edtf="2022-05-12"), "启动仪式", {}))
    (zone,) = calendar(timed).walk("VTIMEZONE")
    assert zone["TZID"] == "Asia/Shanghai"
    assert not calendar(whole).walk("VTIMEZONE")


def test_an_empty_calendar_is_still_a_calendar(empty: Timeline) -> None:
    made = calendar(empty)
    assert not made.walk("VEVENT")
    made.validate()


# --- each kind of date ------------------------------------------------------------------------------------------------

DAYS = [
    ("【日期不详】安全大检查（2022年4月）", "2022-04-01", "2022-05-01", "TENTATIVE", "month"),
    ("【日期不详】摸底调查（2022年5月1日至10日）", "2022-05-01", "2022-05-11", "TENTATIVE", "ten-days"),
    ("技能竞赛", "2022-05-08", "2022-05-11", "CONFIRMED", "range"),
    ("上午·走访慰问", "2022-05-09", "2022-05-10", "CONFIRMED", "part-of-day"),
    ("就业帮扶", "2022-05-13", "2022-05-14", "CONFIRMED", "day"),
    ("游行", "2022-05-14", "2022-05-15", "CONFIRMED", "day"),
    ("【日期未定】社区讲座（游行日期间）", "2022-05-14", "2022-05-15", "TENTATIVE", "within"),
    ("【起】网上招聘（2022年5月15日起）", "2022-05-15", "2022-05-16", "CONFIRMED", "open"),
    ("【起】助学计划（2022年5月16日至8月31日）", "2022-05-16", "2022-05-17", "CONFIRMED", "range"),
    ("【截止】报送总结", "2022-05-30", "2022-05-31", "CONFIRMED", "day"),
    ("【日期待核】“星光”演出", "2022-06-02", "2022-06-03", "TENTATIVE", "day"),
    ("分会场活动", "2022-06-03", "2022-06-04", "CONFIRMED", "day"),
]


@pytest.mark.parametrize(("title", "begin", "end", "status", "precision"), DAYS, ids=[row[0] for row in DAYS])
def test_whole_days(timeline: Timeline, title: str, begin: str, end: str, status: str, precision: str) -> None:
    component = by_title(timeline)[title]
    assert component["DTSTART"].dt == date.fromisoformat(begin)
    assert component["DTEND"].dt == date.fromisoformat(end)  # the day after the last
    assert "TZID" not in component["DTSTART"].params
    assert component["STATUS"] == status
    assert component["TRANSP"] == "TRANSPARENT"
    assert component["X-MICROSOFT-CDO-ALLDAYEVENT"] == "TRUE"
    assert component["X-TIMELINE-PRECISION"] == precision


@pytest.mark.parametrize(
    ("title", "begin", "end"),
    [("启动仪式", "2022-05-12T09:30+08:00", "2022-05-12T10:30+08:00"),
     ("座谈会", "2022-05-12T14:00+08:00", "2022-05-12T16:00+08:00")],
)  # fmt: skip
def test_clock_times(timeline: Timeline, title: str, begin: str, end: str) -> None:
    component = by_title(timeline)[title]
    assert component["DTSTART"].params["TZID"] == "Asia/Shanghai"
    assert component["DTSTART"].dt == datetime.fromisoformat(begin)
    assert component["DTEND"].dt == datetime.fromisoformat(end)
    assert component["TRANSP"] == "OPAQUE"
    assert "X-MICROSOFT-CDO-ALLDAYEVENT" not in component
    assert ("按 1 小时显示" in component["DESCRIPTION"]) == (title == "启动仪式")


@pytest.mark.parametrize(
    ("when", "begin", "end"),
    [
        (When(edtf="2022-05-12", time="22:00/02:00"), "2022-05-12T22:00", "2022-05-13T02:00"),
        (When(edtf="2022-05-12", time="24:00"), "2022-05-13T00:00", "2022-05-13T01:00"),
        (When(edtf="2022-12-31", time="23:59:30"), "2022-12-31T23:59:30", "2023-01-01T00:59:30"),
        (When(edtf="2022-05-12", time="15:00", part=Part.AFTERNOON), "2022-05-12T15:00", "2022-05-12T16:00"),
    ],
)
def test_clock_times_at_the_edge_of_a_day(of: Callable[..., Timeline], when: When, begin: str, end: str) -> None:
    component = only(of(("5月12日", when, "守岁", {})))
    assert component["DTSTART"].dt.replace(tzinfo=None) == datetime.fromisoformat(begin)
    assert component["DTEND"].dt.replace(tzinfo=None) == datetime.fromisoformat(end)


def test_a_clock_time_before_the_end_of_summer_time_is_a_whole_day(of: Callable[..., Timeline]) -> None:
    component = only(of(("1988年7月1日8时", When(edtf="1988-07-01", time="08:00"), "通车", {})))
    assert component["SUMMARY"] == "08:00·通车"
    assert component["DTSTART"].dt == date(1988, 7, 1)


def test_a_clock_time_over_several_days_is_told_and_not_drawn(of: Callable[..., Timeline]) -> None:
    component = only(of(("5月8日至10日", When(edtf="2022-05-08/2022-05-10", time="09:00/17:00"), "展览", {})))
    assert component["DTEND"].dt == date(2022, 5, 11)
    assert "时间：09:00–17:00" in component["DESCRIPTION"]


@pytest.mark.parametrize(
    ("edtf", "length"),
    [("2022-05-01/2022-05-31", 31), ("2022-05-01/2022-06-01", 1), ("2022-05/2022-06", 31), ("2022-05/2022-05", 31)],
)
def test_a_long_stretch_is_shown_at_its_start(of: Callable[..., Timeline], edtf: str, length: int) -> None:
    component = only(of(("5月", When(edtf=edtf), "展览", {})))
    assert component["DTSTART"].dt == date(2022, 5, 1)
    assert (component["DTEND"].dt - component["DTSTART"].dt).days == length
    assert component["SUMMARY"].startswith("【起】") == (edtf in ("2022-05-01/2022-06-01", "2022-05/2022-06"))


@pytest.mark.parametrize(
    "when",
    [
        When(edtf="2022"),
        When(edtf="202X"),
        When(edtf="2022-21"),
        When(edtf="2022/2025"),
        When(edtf="../2025"),
        When(edtf="XXXX-05-12"),
        When(edtf="-0220-05-12"),
        When(rrule="FREQ=WEEKLY"),
        When(duration="P1M"),
    ],
)
def test_what_has_no_day_is_left_out_and_counted(of: Callable[..., Timeline], when: When) -> None:
    timeline = of(("某日", when, "活动", {}))
    assert not calendar(timeline).walk("VEVENT")
    assert left_out(timeline, Options()).startswith("没有写入日历：1 项")


@pytest.mark.parametrize(
    ("edtf", "day"), [("../2022-05-30", 30), ("2022-05-30", 30), ("2022-05-10/2022-05-30", 30), ("../2022-05", 31)]
)
def test_a_deadline_stands_on_its_last_day_and_rings(of: Callable[..., Timeline], edtf: str, day: int) -> None:
    timeline = of(("5月30日前", When(edtf=edtf), "报名", {"event_kind": EventKind.DEADLINE}))
    component = only(timeline)
    alarms = [alarm["TRIGGER"].to_ical().decode() for alarm in component.walk("VALARM")]
    assert component["SUMMARY"].startswith("【截止】")
    assert (component["DTEND"].dt - component["DTSTART"].dt).days == (31 if edtf == "../2022-05" else 1)
    assert component["DTEND"].dt.toordinal() - 1 == date(2022, 5, day).toordinal()
    assert alarms == ([] if edtf == "../2022-05" else ["-P2DT15H", "PT9H"])
    assert "含当日" in component["DESCRIPTION"]


def test_only_deadlines_ring(timeline: Timeline) -> None:
    ringing = [str(c["SUMMARY"]) for c in calendar(timeline, everything=True).walk("VEVENT") if c.walk("VALARM")]
    assert ringing == ["【截止】报送总结"]


# --- an event ---------------------------------------------------------------------------------------------------------


def test_the_description_says_what_is_written_where_and_why(timeline: Timeline) -> None:
    lines = str(by_title(timeline)["启动仪式"]["DESCRIPTION"]).split("\n")
    assert lines == [
        "结束时间未写明，按 1 小时显示。",
        "主办：市残联、市教育局",
        "原文：5月12日9:30，举行启动仪式。",
        "来源：notice.txt 第 7 行",
        "日期：“5月12日9:30”，2022年5月12日",
        "依据：2022前",
        "可信度：原文写明",
    ]


def test_a_part_of_the_day_is_no_clock_time(timeline: Timeline) -> None:
    component = by_title(timeline)["上午·走访慰问"]
    assert str(component["DESCRIPTION"]).startswith("原文只写“上午”，没有具体时刻。")


def test_uids_are_stable_ascii_and_unique(timeline: Timeline) -> None:
    made = [str(c["UID"]) for c in calendar(timeline, everything=True).walk("VEVENT")]
    assert all(re.fullmatch(r"tl-[0-9a-f]{32}@timeline\.invalid", uid) for uid in made)
    assert len(set(made)) == len(made)
    assert {uid[3:35] for uid in made} <= {event.uid for event in timeline.events}


def test_time_stamps_are_the_document_s_or_the_caller_s() -> None:
    row = ROWS[3:4]
    assert only(timeline_of(story_of(row)))["DTSTAMP"].dt == datetime(2022, 5, 8, tzinfo=UTC)
    dated = timeline_of(story_of(row, published=date(2022, 4, 1)))
    assert only(dated)["DTSTAMP"].dt == datetime(2022, 4, 1, tzinfo=UTC)
    stamp = datetime(2023, 1, 2, 3, 4, 5, tzinfo=UTC)
    component = only(dated, stamp=stamp)
    assert {component[name].dt for name in ("DTSTAMP", "CREATED", "LAST-MODIFIED")} == {stamp}


def test_old_days_have_a_stamp_that_every_client_can_read(of: Callable[..., Timeline]) -> None:
    component = only(of(("1919年5月4日", When(edtf="1919-05-04"), "游行", {})))
    assert component["DTSTART"].dt == date(1919, 5, 4)
    assert component["DTSTAMP"].dt == datetime(1970, 1, 1, tzinfo=UTC)


def test_a_guess_does_not_look_like_a_fact(of: Callable[..., Timeline]) -> None:
    component = only(of(("5月12日", When(edtf="2022-05-12"), "开幕", {"certainty": Certainty.GUESSED})))
    assert component["STATUS"] == "TENTATIVE"
    assert component["X-TIMELINE-CONFIDENCE"] == "guessed"
    assert "可信度：推测" in component["DESCRIPTION"]
    morning = (When(edtf="2022-05-12", part=Part.MORNING), "开幕", {"certainty": Certainty.GUESSED})
    assert only(of(("5月12日上午", *morning)))["SUMMARY"] == "【日期待核】上午·开幕"


@settings(max_examples=150, deadline=None)
@given(title=st.text(), place=st.text(), organiser=st.text(), sentence=st.text())
def test_every_text_comes_back_as_it_went_in(title: str, place: str, organiser: str, sentence: str) -> None:
    more = {"place": place, "organisers": (organiser,), "sentence": "5月12日" + sentence}
    timeline = timeline_of(story_of((("5月12日", When(edtf="2022-05-12"), title, more),)))
    data = ics.render(timeline, Options())
    component = Calendar.from_ical(data).walk("VEVENT")[0]
    assert not component.errors
    assert component["SUMMARY"] == (one_line(title).replace("\\", "＼") or "活动")
    assert component.get("LOCATION", "") == one_line(place).replace("\\", "＼")
    assert f"主办：{one_line(organiser)}" in component["DESCRIPTION"]
    assert f"原文：{one_line('5月12日' + sentence)}"[:500] in component["DESCRIPTION"]
    assert data.count(b"BEGIN:VEVENT") == data.count(b"END:VEVENT") == 1
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
