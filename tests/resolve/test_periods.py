"""Ranges, deadlines and lengths."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.resolve.builder import edtf, written
from timeline import edtf as text
from timeline.model import Certainty, Clock, Direction, Duration, Occasion, Part, Period, Point, Section, When
from timeline.resolve.periods import moved, stretch


def one(words, value, **given_):
    return written(f"自{words}止。", (words, value), **given_)[0]


@pytest.mark.parametrize(
    ("words", "start", "end", "expected"),
    [
        ("2022年5月10日至12日", Point(year=2022, month=5, day=10), Point(day=12), "2022-05-10/2022-05-12"),
        ("2022年5月30日至2日", Point(year=2022, month=5, day=30), Point(day=2), "2022-05-30/2022-06-02"),
        ("2022年12月30日至1月2日", Point(year=2022, month=12, day=30), Point(month=1, day=2), "2022-12-30/2023-01-02"),
        ("2000年10至12月", Point(year=2000, month=10), Point(month=12), "2000-10/2000-12"),
        ("20日至2018年11月25日", Point(day=20), Point(year=2018, month=11, day=25), "2018-11-20/2018-11-25"),
        ("11月17日至2018年1月3日", Point(month=11, day=17), Point(year=2018, month=1, day=3), "2017-11-17/2018-01-03"),
        ("民国十八年至二十六年", Point(era="民国", year=18), Point(year=26), "1929/1937"),
        (
            "2020年5月上旬至6月底",
            Point(year=2020, month=5, section=Section.FIRST_TEN),
            Point(month=6, section=Section.LATE),
            "2020-05-01/2020-06-30",
        ),
        (
            "2013年6月1日至2023年6月1日",
            Point(year=2013, month=6, day=1),
            Point(year=2023, month=6, day=1),
            "2013-06-01/2023-06-01",
        ),
    ],
)
def test_each_end_takes_what_it_lacks_from_the_other(words, start, end, expected):
    found = one(words, Period(start=start, end=end))
    assert found.when.edtf == expected
    assert found.certainty is Certainty.WRITTEN


def test_a_deadline_and_a_beginning_are_open():
    assert (
        one("2020年5月30日前", Period(end=Point(year=2020, month=5, day=30), deadline=True)).when.edtf
        == "../2020-05-30"
    )
    assert one("2020年5月起", Period(start=Point(year=2020, month=5))).when.edtf == "2020-05/.."


def test_an_observance_may_be_an_end():
    value = Period(start=Point(year=2022, month=5, day=1), end=Occasion(key="quanguo-zhucanri", year=Point(year=2022)))
    assert one("2022年5月1日至2022年助残日", value).when.edtf == "2022-05-01/2022-05-15"


def test_clock_times_of_both_ends():
    when = one(
        "2006年5月9日8:00至5月12日18:00",
        Period(
            start=Point(year=2006, month=5, day=9, clock=Clock(8, 0)), end=Point(month=5, day=12, clock=Clock(18, 0))
        ),
    ).when
    assert (when.edtf, when.time) == ("2006-05-09/2006-05-12", "08:00/18:00")


def test_the_afternoon_of_the_left_end_holds_on_the_right():
    when = one(
        "2022年5月9日下午2时至8时",
        Period(start=Point(year=2022, month=5, day=9, part=Part.AFTERNOON, clock=Clock(14)), end=Point(clock=Clock(8))),
    ).when
    assert (when.edtf, when.time) == ("2022-05-09", "14:00/20:00")


def test_one_that_ends_before_it_begins_is_kept_with_a_doubt():
    found = one(
        "2022年5月9日至2021年5月12日",
        Period(start=Point(year=2022, month=5, day=9), end=Point(year=2021, month=5, day=12)),
    )
    assert found.when.edtf == "2022-05-09/2021-05-12"
    assert "doubt-backwards" in [step.rule for step in found.steps]


@pytest.mark.parametrize(
    ("iso", "known", "expected"),
    [
        ("P1M", {"end": date(2022, 6, 10)}, "2022-05-10/2022-06-10"),
        ("P1M", {"start": date(2022, 1, 31)}, "2022-01-31/2022-02-28"),
        ("P2W", {"start": date(2022, 5, 1)}, "2022-05-01/2022-05-14"),
        ("P10D", {"start": date(2022, 1, 1)}, "2022-01-01/2022-01-10"),
        ("P1M", {"end": date(2022, 3, 31)}, "2022-02-28/2022-03-31"),
        ("P999Y", {"start": date(9990, 1, 1)}, None),
        ("P0D", {"start": date(2022, 5, 1)}, None),
        ("P1Y", {"end": date(2024, 2, 29)}, "2023-02-28/2024-02-29"),
        ("P1.5M", {"start": date(2022, 5, 1)}, "2022-05-01/2022-06-16"),
        ("PT3H", {"start": date(2022, 5, 1)}, None),
        ("PXD", {"start": date(2022, 5, 1)}, None),
        ("P1M", {}, None),
    ],
)
def test_a_length_with_one_end_known_is_a_stretch(iso, known, expected):
    assert stretch(iso, **known) == expected


@given(some.dates(date(1900, 1, 1), date(2100, 1, 1)), some.integers(0, 400))
def test_days_later_and_earlier_are_each_others_inverse(day, count):
    later = moved(day, f"P{count}D", 1)
    assert later == day + timedelta(days=count)
    assert later is not None
    assert moved(later, f"P{count}D", -1) == day


@given(some.dates(date(1900, 1, 1), date(2100, 1, 1)), some.integers(1, 60))
def test_a_stretch_begins_before_it_ends(day, months):
    first, last = text.bounds(stretch(f"P{months}M", start=day) or "")
    assert first == day
    assert last is not None
    assert 28 * months <= (last - day).days <= 31 * months


def test_lengths_that_lie_against_the_time_of_writing():
    found = written(
        "近半年增长，未来三年翻番，过去两年持平。三天完成。前两年下降，前三个月、上两周，后两个月。",
        ("近半年", Duration(iso="P6M", direction=Direction.LAST)),
        ("未来三年", Duration(iso="P3Y", direction=Direction.NEXT)),
        ("过去两年", Duration(iso="P2Y", direction=Direction.LAST)),
        ("三天", Duration(iso="P3D")),
        ("前两年", Duration(iso="P2Y", direction=Direction.PREVIOUS)),
        ("前三个月", Duration(iso="P3M", direction=Direction.PREVIOUS)),
        ("上两周", Duration(iso="P2W", direction=Direction.PREVIOUS)),
        ("后两个月", Duration(iso="P2M", direction=Direction.FOLLOWING)),
        published=date(2018, 11, 5),
    )
    assert edtf(found) == [
        "2018-05/2018-11",
        "2018/2021",
        "2016/2017",
        None,
        "2016/2017",
        "2018-08/2018-10",
        "2018-10-22/2018-11-04",
        "2018-12/2019-01",
    ]
    assert [resolution.when.duration for resolution in found] == [
        "P6M",
        "P3Y",
        "P2Y",
        "P3D",
        "P2Y",
        "P3M",
        "P2W",
        "P2M",
    ]


def test_a_term_counts_from_no_day_that_nobody_asked_from() -> None:
    (term,) = written("2024-05-03\n请于三天内提交。", ("三天内", Duration(iso="P3D", direction=Direction.WITHIN)))
    assert (term.when, term.certainty, [step.rule for step in term.steps]) == (
        When(duration="P3D"),
        Certainty.WRITTEN,
        ["written"],
    )
