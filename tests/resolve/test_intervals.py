"""Half-open intervals of one line, the likeliest first, the other reading second."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.resolve.builder import written
from timeline.model import (
    Anchor,
    Clock,
    Direction,
    Duration,
    Nth,
    Occasion,
    Part,
    Period,
    Point,
    Section,
    Shift,
    Unit,
    When,
)
from timeline.resolve.intervals import intervals

NOON = datetime(2016, 1, 22, 12)
NOW = "2016-01-22T12:00"


def spans(words, value):
    (resolution,) = written(f"{words}见。", (words, value), today=NOON)
    return [
        tuple(end.isoformat(timespec="minutes") if end else None for end in pair)
        for pair in intervals(resolution, NOON)
    ]


@pytest.mark.parametrize(
    ("words", "value", "expected"),
    [
        ("2016年9月3日", Point(year=2016, month=9, day=3), [("2016-09-03T00:00", "2016-09-04T00:00")]),
        (
            "9月3日",
            Point(month=9, day=3),
            [("2016-09-03T00:00", "2016-09-04T00:00"), ("2015-09-03T00:00", "2015-09-04T00:00")],
        ),
        (
            "1月3日",
            Point(month=1, day=3),
            [("2016-01-03T00:00", "2016-01-04T00:00"), ("2017-01-03T00:00", "2017-01-04T00:00")],
        ),
        ("29日", Point(day=29), [("2016-01-29T00:00", "2016-01-30T00:00"), ("2015-12-29T00:00", "2015-12-30T00:00")]),
        (
            "2月29日",
            Point(month=2, day=29),
            [("2016-02-29T00:00", "2016-03-01T00:00"), ("2012-02-29T00:00", "2012-03-01T00:00")],
        ),
        ("15:37", Point(clock=Clock(15, 37)), [("2016-01-22T15:37", "2016-01-22T15:38")]),
        ("15:00", Point(clock=Clock(15, 0)), [("2016-01-22T15:00", "2016-01-22T16:00")]),
        ("凌晨", Point(part=Part.DAWN), [("2016-01-22T00:00", "2016-01-22T06:00")]),
        ("上午", Point(part=Part.MORNING), [("2016-01-22T06:00", "2016-01-22T12:00")]),
        ("中午", Point(part=Part.NOON), [("2016-01-22T11:00", "2016-01-22T13:00")]),
        ("下午", Point(part=Part.AFTERNOON), [("2016-01-22T13:00", "2016-01-22T18:00")]),
        ("晚上", Point(part=Part.EVENING), [("2016-01-22T18:00", "2016-01-23T00:00")]),
        (
            "12月3日",
            Point(month=12, day=3),
            [("2016-12-03T00:00", "2016-12-04T00:00"), ("2015-12-03T00:00", "2015-12-04T00:00")],
        ),
        (  # today is the 22nd: it, and the one to come
            "22日",
            Point(day=22),
            [("2016-01-22T00:00", "2016-01-23T00:00"), ("2016-02-22T00:00", "2016-02-23T00:00")],
        ),
        (  # the next month that has a 31st is March
            "31日",
            Point(day=31),
            [("2016-01-31T00:00", "2016-02-01T00:00"), ("2015-12-31T00:00", "2016-01-01T00:00")],
        ),
        (
            "9:00到17:00",
            Period(start=Point(clock=Clock(9, 0)), end=Point(clock=Clock(17, 0))),
            [("2016-01-22T09:00", "2016-01-22T17:00")],
        ),
        (
            "2016年1月22日12点前",
            Period(end=Point(year=2016, month=1, day=22, clock=Clock(12))),
            [(None, NOW)],  # now it is over: nothing is left of it
        ),
        (
            "2016年3月2日15时前",
            Period(end=Point(year=2016, month=3, day=2, clock=Clock(15))),
            [(None, "2016-03-02T15:00"), ("2016-01-22T12:00", "2016-03-02T15:00")],
        ),
        (
            "22:00到6:00",
            Period(start=Point(clock=Clock(22, 0)), end=Point(clock=Clock(6, 0))),
            [("2016-01-22T22:00", "2016-01-23T06:00")],
        ),
        (
            "2018年前",
            Period(end=Point(year=2018), deadline=True),
            [(None, "2019-01-01T00:00"), ("2016-01-22T12:00", "2019-01-01T00:00")],
        ),
        (
            "2011年前",
            Period(end=Point(year=2011), deadline=True),
            [(None, "2012-01-01T00:00"), (None, "2011-01-01T00:00")],
        ),
        (
            "2015年9月起",
            Period(start=Point(year=2015, month=9)),
            [("2015-09-01T00:00", None), ("2015-09-01T00:00", "2016-01-22T12:00")],
        ),
        ("2017年起", Period(start=Point(year=2017)), [("2017-01-01T00:00", None)]),
        (
            "2016年3月2日15时后",
            Period(start=Point(year=2016, month=3, day=2, clock=Clock(15))),
            [("2016-03-02T15:00", None), ("2016-03-02T15:00", "2016-03-03T00:00")],
        ),
    ],
)
def test_intervals(words, value, expected):
    assert spans(words, value) == expected


@pytest.mark.parametrize(
    ("words", "iso", "direction", "expected"),
    [
        ("近六个月", "P6M", Direction.LAST, [("2015-07-22T12:00", NOW), ("2015-07-01T00:00", "2016-01-01T00:00")]),
        ("过去一个半月", "P1.5M", Direction.LAST, [("2015-12-07T12:00", NOW)]),
        ("最近20分钟", "PT20M", Direction.LAST, [("2016-01-22T11:40", NOW)]),
        ("未来三天", "P3D", Direction.NEXT, [(NOW, "2016-01-25T12:00"), ("2016-01-23T00:00", "2016-01-26T00:00")]),
        ("今后五年", "P5Y", Direction.NEXT, [(NOW, "2021-01-22T12:00"), ("2017-01-01T00:00", "2022-01-01T00:00")]),
        ("前三周", "P3W", Direction.PREVIOUS, [("2015-12-28T00:00", "2016-01-18T00:00"), ("2016-01-01T12:00", NOW)]),
        ("上四年", "P4Y", Direction.PREVIOUS, [("2012-01-01T00:00", "2016-01-01T00:00"), ("2012-01-22T12:00", NOW)]),
        ("后两个月", "P2M", Direction.FOLLOWING, [("2016-02-01T00:00", "2016-04-01T00:00"), (NOW, "2016-03-22T12:00")]),
        ("15日内", "P15D", Direction.WITHIN, [(NOW, "2016-02-07T00:00"), ("2016-01-07T12:00", NOW)]),
        ("45分钟以内", "PT45M", Direction.WITHIN, [(NOW, "2016-01-22T12:45"), ("2016-01-22T11:15", NOW)]),
        ("数日内", "PXD", Direction.WITHIN, []),
        ("三天", "P3D", None, []),
    ],
)
def test_lengths_against_a_moment(words, iso, direction, expected):
    assert spans(words, Duration(iso=iso, direction=direction)) == expected


@pytest.mark.parametrize(
    ("words", "unit", "amount", "expected"),
    [
        ("当年", Unit.YEAR, 0, [("2016-01-01T00:00", "2017-01-01T00:00")]),
        ("六年后", Unit.YEAR, 6, [("2022-01-01T00:00", "2023-01-01T00:00"), ("2022-01-22T00:00", "2022-01-23T00:00")]),
        ("六年以后", Unit.YEAR, 6, [("2022-01-01T00:00", "2023-01-01T00:00"), ("2022-01-01T00:00", None)]),
        (
            "两周之后",
            Unit.WEEK,
            2,
            [("2016-02-05T00:00", "2016-02-06T00:00"), ("2016-02-01T00:00", "2016-02-08T00:00")],
        ),
        (
            "两个季度后",
            Unit.QUARTER,
            2,
            [("2016-07-01T00:00", "2016-10-01T00:00"), ("2016-07-01T00:00", "2016-08-01T00:00")],
        ),
        (
            "一个半月前",
            Unit.MONTH,
            -1.5,
            [("2015-12-07T00:00", "2015-12-08T00:00"), ("2015-12-01T00:00", "2016-01-01T00:00")],
        ),
        ("九天之前", Unit.DAY, -9, [("2016-01-13T00:00", "2016-01-14T00:00"), (None, "2016-01-14T00:00")]),
        ("九天后", Unit.DAY, 9, [("2016-01-31T00:00", "2016-02-01T00:00")]),
        ("半小时以后", Unit.HOUR, 0.5, [("2016-01-22T12:30", "2016-01-22T12:31"), ("2016-01-22T12:30", None)]),
    ],
)
def test_so_far_from_a_moment(words, unit, amount, expected):
    assert spans(words, Point(shift=Shift(unit, amount, Anchor.EVENT))) == expected


@pytest.mark.parametrize(
    ("words", "value", "expected"),
    [
        (
            "六点半",
            Point(clock=Clock(6, 30)),
            [("2016-01-22T06:30", "2016-01-22T06:31"), ("2016-01-22T18:30", "2016-01-22T18:31")],
        ),
        (
            "周三",
            Point(weekday=2),
            [("2016-01-27T00:00", "2016-01-28T00:00"), ("2016-01-20T00:00", "2016-01-21T00:00")],
        ),
        (
            "周五",
            Point(weekday=4),
            [("2016-01-22T00:00", "2016-01-23T00:00"), ("2016-01-29T00:00", "2016-01-30T00:00")],
        ),
        ("6:30", Point(clock=Clock(6, 30)), [("2016-01-22T06:30", "2016-01-22T06:31")]),
        (
            "上月第三周",  # by the week that holds the fourth day of December, or by its first Monday
            Point(shift=Shift(Unit.MONTH, -1, Anchor.NOW), nth=Nth(3, Unit.WEEK)),
            [("2015-12-14T00:00", "2015-12-21T00:00"), ("2015-12-21T00:00", "2015-12-28T00:00")],
        ),
        (
            "十一点",
            Point(clock=Clock(11)),
            [("2016-01-22T11:00", "2016-01-22T12:00"), ("2016-01-22T23:00", "2016-01-23T00:00")],
        ),
        (
            "一点",
            Point(clock=Clock(1)),
            [("2016-01-22T01:00", "2016-01-22T02:00"), ("2016-01-22T13:00", "2016-01-22T14:00")],
        ),
        ("零点", Point(clock=Clock(0)), [("2016-01-22T00:00", "2016-01-22T01:00")]),
        ("十二点", Point(clock=Clock(12)), [("2016-01-22T12:00", "2016-01-22T13:00")]),
        ("深夜", Point(part=Part.NIGHT), [("2016-01-22T22:00", "2016-01-23T02:00")]),
        (  # the first of June is a Wednesday
            "2016年6月第二周",
            Point(year=2016, month=6, nth=Nth(2, Unit.WEEK)),
            [("2016-06-06T00:00", "2016-06-13T00:00"), ("2016-06-13T00:00", "2016-06-20T00:00")],
        ),
        (
            "农历八月十五",
            Point(lunar=True, month=8, day=15),
            [("2015-09-27T00:00", "2015-09-28T00:00"), ("2016-09-15T00:00", "2016-09-16T00:00")],
        ),
        (  # of 1987, 2017 and 2025 only
            "闰六月",
            Point(lunar=True, leap=True, month=6),
            [("2017-07-23T00:00", "2017-08-22T00:00"), ("1987-07-26T00:00", "1987-08-24T00:00")],
        ),
        (
            "农历十月下旬",
            Point(lunar=True, month=10, section=Section.THIRD_TEN),
            [("2015-12-02T00:00", "2015-12-11T00:00"), ("2016-11-20T00:00", "2016-11-29T00:00")],
        ),
        (
            "国庆节",
            Occasion(key="guoqing"),
            [("2016-10-01T00:00", "2016-10-02T00:00"), ("2016-10-01T00:00", "2016-10-08T00:00")],
        ),
        (
            "2015年除夕",
            Occasion(key="chuxi", year=Point(year=2015)),
            [("2015-02-18T00:00", "2015-02-19T00:00"), ("2016-02-07T00:00", "2016-02-08T00:00")],
        ),
        (
            "上季度末",
            Point(shift=Shift(Unit.QUARTER, -1, Anchor.NOW), section=Section.LATE),
            [("2015-12-01T00:00", "2016-01-01T00:00")],
        ),
        (
            "2015年暑假",
            Point(year=2015, section=Section.SUMMER_BREAK),
            [("2015-07-01T00:00", "2015-09-01T00:00")],
        ),
        (  # the day of writing is a Friday
            "本周下半周",
            Point(shift=Shift(Unit.WEEK, 0, Anchor.NOW), section=Section.SECOND_HALF),
            [("2016-01-21T00:00", "2016-01-25T00:00")],
        ),
        (
            "过四天",
            Point(shift=Shift(Unit.DAY, 4, Anchor.EVENT)),
            [("2016-01-26T00:00", "2016-01-27T00:00"), ("2016-01-26T00:00", None)],
        ),
        (
            "2015年5月上旬到中旬",
            Period(start=Point(year=2015, month=5, section=Section.FIRST_TEN), end=Point(section=Section.SECOND_TEN)),
            [("2015-05-01T00:00", "2015-05-21T00:00")],
        ),
    ],
)
def test_what_stands_in_other_calendars_and_hours(words, value, expected):
    assert spans(words, value) == expected


def test_what_is_told_of_is_counted_from_there():
    """Of 三年后 behind a day the moment says nothing."""
    *_, later = written(
        "2009年4月6日开业，三年后停业。",
        ("2009年4月6日", Point(year=2009, month=4, day=6)),
        ("三年后", Point(shift=Shift(Unit.YEAR, 3, Anchor.EVENT))),
        today=NOON,
    )
    assert intervals(later, NOON) == ((datetime(2012, 1, 1), datetime(2013, 1, 1)),)


def test_what_has_no_date_has_no_interval():
    (resolution,) = written("每天见。", ("每天", Point()))
    assert intervals(resolution, NOON) == ()
    assert When(duration="P3D").first is None


@pytest.mark.parametrize(
    ("words", "value", "today", "other"),
    [
        ("2月29日", Point(month=2, day=29), datetime(2016, 3, 5), "2020-02-29"),
        ("2月29日", Point(month=2, day=29), datetime(2016, 1, 22), "2012-02-29"),
        ("30日", Point(day=30), datetime(2016, 1, 31), "2016-03-30"),
        ("30日", Point(day=30), datetime(2016, 3, 22), "2016-01-30"),
    ],
)
def test_a_day_that_not_every_year_or_month_has_is_next_that_of_one_that_has_it(words, value, today, other) -> None:
    (resolution,) = written(f"{words}见。", (words, value), today=today)
    assert intervals(resolution, today)[1][0].date().isoformat() == other
