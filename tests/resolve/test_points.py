"""Days, weekdays, clock times and relative words."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.resolve.builder import edtf, written
from timeline.model import Anchor, Certainty, Clock, Nth, Part, Period, Point, Recurrence, Repair, Section, Shift, Unit

OPENING = ("2022年5月10日", Point(year=2022, month=5, day=10))


def day(amount, anchor=Anchor.EVENT, **more):
    return Point(shift=Shift(Unit.DAY, amount, anchor), **more)


def week(amount, section):
    return Point(shift=Shift(Unit.WEEK, amount, Anchor.NOW), section=section)


def quarter(amount, section):
    return Point(shift=Shift(Unit.QUARTER, amount, Anchor.NOW), section=section)


def after_opening(words, value, **given):
    found = written(f"2022年5月10日开幕，{words}继续。", OPENING, (words, value), **given)
    return found[1].when


@pytest.mark.parametrize(
    ("words", "value", "expected"),
    [
        ("当天", day(0), "2022-05-10"),
        ("次日", day(1), "2022-05-11"),
        ("前一天", day(-1), "2022-05-09"),
        ("三天后", day(3), "2022-05-13"),
        ("一周后", Point(shift=Shift(Unit.WEEK, 1, Anchor.EVENT)), "2022-05-17"),
        ("一个月后", Point(shift=Shift(Unit.MONTH, 1, Anchor.EVENT)), "2022-06-10"),
        ("12日", Point(day=12), "2022-05-12"),
        ("同年8月", Point(shift=Shift(Unit.YEAR, 0, Anchor.FOCUS), month=8), "2022-08"),
        ("翌年3月", Point(shift=Shift(Unit.YEAR, 1, Anchor.FOCUS), month=3), "2023-03"),
        ("当月", Point(shift=Shift(Unit.MONTH, 0, Anchor.FOCUS)), "2022-05"),
        ("年底", Point(shift=Shift(Unit.YEAR, 0, Anchor.FOCUS), section=Section.LATE), "2022-12"),
        ("5月中下旬", Point(month=5, section=Section.SECOND_THIRD_TEN), "2022-05-11/2022-05-31"),
        ("下半年", Point(shift=Shift(Unit.YEAR, 0, Anchor.FOCUS), section=Section.SECOND_HALF), "2022-41"),
        ("20世纪90年代初", Point(decade=1990, section=Section.EARLY), "1990/1993"),
        ("5月第三个星期日", Point(month=5, weekday=6, nth=Nth(3, Unit.WEEK)), "2022-05-15"),
        ("农历八月十五", Point(lunar=True, month=8, day=15), "2022-09-10"),
        ("光绪二十八年正月十五", Point(era="光绪", year=28, month=1, day=15), "1902-02-22"),
        ("民国三十四年九月", Point(era="民国", year=34, month=9), "1945-09"),
    ],
)
def test_counted_from_what_was_said(words, value, expected):
    assert after_opening(words, value).edtf == expected


@pytest.mark.parametrize(
    ("words", "value", "expected"),
    [
        ("昨日", day(-1, Anchor.NOW), "2021-05-11"),
        ("今（12日）", day(0, Anchor.NOW, day=12), "2021-05-12"),
        ("昨（30日）", day(-1, Anchor.NOW, day=30), "2021-04-30"),
        ("本月3日", Point(shift=Shift(Unit.MONTH, 0, Anchor.NOW), day=3), "2021-05-03"),
        ("上月", Point(shift=Shift(Unit.MONTH, -1, Anchor.NOW)), "2021-04"),
        ("本周六", Point(shift=Shift(Unit.WEEK, 0, Anchor.NOW), weekday=5), "2021-05-15"),
        ("上周五", Point(shift=Shift(Unit.WEEK, -1, Anchor.NOW), weekday=4), "2021-05-07"),
        ("下周", Point(shift=Shift(Unit.WEEK, 1, Anchor.NOW)), "2021-05-17/2021-05-23"),
        ("周一", Point(weekday=0), "2021-05-10"),
        ("本季度", Point(shift=Shift(Unit.QUARTER, 0, Anchor.NOW)), "2021-34"),
        ("这学期", Point(shift=Shift(Unit.TERM, 0, Anchor.NOW)), "2021-02/2021-07"),
        ("30日", Point(day=30), "2021-04-30"),
        ("9日", Point(day=9), "2021-05-09"),
        ("上世纪80年代", Point(shift=Shift(Unit.CENTURY, -1, Anchor.NOW), decade=80, short_year=True), "198X"),
        ("上世纪1980年代", Point(shift=Shift(Unit.CENTURY, -1, Anchor.NOW), decade=1980), "198X"),
        ("下个十年", Point(shift=Shift(Unit.DECADE, 1, Anchor.NOW)), "203X"),
        ("上个十年", Point(shift=Shift(Unit.DECADE, -1, Anchor.NOW)), "201X"),
        ("周初", week(0, Section.EARLY), "2021-05-10/2021-05-11"),
        ("周中", week(0, Section.MIDDLE), "2021-05-12/2021-05-13"),
        ("下周末", week(1, Section.WEEKEND), "2021-05-22/2021-05-23"),
        ("周后期", week(0, Section.LATE), "2021-05-14/2021-05-16"),
        ("上半周", week(0, Section.FIRST_HALF), "2021-05-10/2021-05-12"),
        ("下半周", week(0, Section.SECOND_HALF), "2021-05-13/2021-05-16"),
        ("本季度初", quarter(0, Section.EARLY), "2021-04"),
        ("本季度中", quarter(0, Section.MIDDLE), "2021-05"),
        ("上季度末", quarter(-1, Section.LATE), "2021-03"),
    ],
)
def test_counted_from_the_day_of_writing(words, value, expected):
    found = written(f"记者{words}获悉。", (words, value), published=date(2021, 5, 12))
    assert edtf(found) == [expected]


def test_a_bare_weekday_looks_ahead_where_the_sentence_does():
    found = written("比赛将于周五举行。", ("周五", Point(weekday=4)), published=date(2021, 5, 12))
    assert edtf(found) == ["2021-05-14"]


def test_without_a_day_of_writing_the_first_whole_day_stands_in():
    found = written(
        "2018年10月22日起报名，今天是第一天。",
        ("2018年10月22日起", Period(start=Point(year=2018, month=10, day=22))),
        ("今天", day(0, Anchor.NOW)),
    )
    assert edtf(found) == ["2018-10-22/..", "2018-10-22"]
    assert found[1].certainty is Certainty.GUESSED


def test_nothing_is_taken_from_the_clock_of_the_machine():
    found = written(
        "昨日下雨，三小时后停。",
        ("昨日", day(-1, Anchor.NOW)),
        ("三小时后", Point(shift=Shift(Unit.HOUR, 3, Anchor.EVENT))),
    )
    assert edtf(found) == [None, None]
    assert found[1].when.duration == "PT3H"


def test_a_moment_that_is_given_has_a_clock():
    found = written(
        "三小时后出发。",
        ("三小时后", Point(shift=Shift(Unit.HOUR, 3, Anchor.EVENT))),
        today=datetime(2025, 1, 7, 22, 30),
    )
    assert (found[0].when.edtf, found[0].when.time) == ("2025-01-08", "01:30")


def test_clock_times_take_the_event_not_the_deadline_or_the_range():
    found = written(
        "活动：2013年3月9日。报名：3月4日至3月8日，截止3月8日。9:30签到。",
        ("2013年3月9日", Point(year=2013, month=3, day=9)),
        ("3月4日至3月8日", Period(start=Point(month=3, day=4), end=Point(month=3, day=8))),
        ("3月8日", Point(month=3, day=8)),
        ("9:30", Point(clock=Clock(9, 30))),
    )
    assert (found[3].when.edtf, found[3].when.time) == ("2013-03-09", "09:30")


def test_that_day_is_the_event_and_no_later_remark():
    found = written(
        "2019年8月16日开会。据今年5月21日的通知，当天签到。",
        ("2019年8月16日", Point(year=2019, month=8, day=16)),
        ("今年5月21日", Point(shift=Shift(Unit.YEAR, 0, Anchor.NOW), month=5, day=21)),
        ("当天", day(0)),
        published=date(2019, 8, 26),
    )
    assert edtf(found) == ["2019-08-16", "2019-05-21", "2019-08-16"]


def test_clock_times_of_a_repeated_event_have_no_day():
    found = written(
        "2020年9月1日开馆。每天开放，10:00入场。",
        ("2020年9月1日", Point(year=2020, month=9, day=1)),
        ("每天", Recurrence(rrule="FREQ=DAILY")),
        ("10:00", Point(clock=Clock(10, 0))),
    )
    assert (found[2].when.edtf, found[2].when.time) == (None, "10:00")


def test_a_late_hour_of_the_afternoon_is_in_the_evening():
    when = after_opening("下午9时半", Point(part=Part.AFTERNOON, clock=Clock(21, 30)))
    assert (when.part, when.time) == (Part.EVENING, "21:30")


@pytest.mark.parametrize(("hour", "part"), [(18, Part.AFTERNOON), (19, Part.EVENING)])
def test_the_afternoon_ends_at_seven(hour, part):
    assert after_opening("下午见", Point(part=Part.AFTERNOON, clock=Clock(hour))).part is part


@pytest.mark.parametrize(
    ("day_said", "bare", "expected"),
    [(30, 4, "2022-06-04"), (30, 5, "2022-05-05"), (31, 5, "2022-06-05"), (27, 1, "2022-06-01"), (26, 1, "2022-05-01")],
)
def test_a_bare_day_that_falls_by_26_is_of_the_next_month(day_said, bare, expected):
    found = written(
        f"2022年5月{day_said}日开幕，{bare}日小结。",
        (f"2022年5月{day_said}日", Point(year=2022, month=5, day=day_said)),
        (f"{bare}日", Point(day=bare)),
    )
    assert edtf(found)[1] == expected


@pytest.mark.parametrize(
    ("words", "value", "expected"),
    [
        ("20世纪90年代", Point(century=20, decade=90), "199X"),
        ("20世纪1990年代", Point(century=20, decade=1990), "199X"),
        ("21世纪", Point(century=21), "20XX"),
        ("20年代", Point(decade=20, short_year=True), "202X"),
        ("30年代", Point(decade=30, short_year=True), "193X"),
    ],
)
def test_decades_and_centuries(words, value, expected):
    assert edtf(written(f"在{words}流行。", (words, value))) == [expected]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("农历正月三十", Point(lunar=True, month=1, day=30)),  # its first month had 29 days
        ("闰正月", Point(lunar=True, leap=True, month=1)),  # of no year that is known
    ],
)
def test_of_a_lunar_day_that_a_year_does_not_have_only_the_year_is_told(words, value):
    (found,) = written(f"{words}见。", (words, value), today=date(2023, 6, 14))
    assert found.when.edtf == "2023"
    assert "doubt-lunar" in [step.rule for step in found.steps]


def test_a_lunar_day_says_its_day_and_a_lunar_month_its_month():
    (day_,) = written("2022年农历八月十五。", ("2022年农历八月十五", Point(lunar=True, year=2022, month=8, day=15)))
    (month,) = written("2022年农历八月。", ("2022年农历八月", Point(lunar=True, year=2022, month=8)))
    assert [step.rule for step in day_.steps] == ["lunar"]
    assert [step.rule for step in month.steps] == ["lunar-month"]


def test_a_civil_date_in_brackets_settles_a_lunar_one():
    found = written(
        "成化六年七月三十日（1470年8月26日）生。",
        ("成化六年七月三十日", Point(era="成化", year=6, month=7, day=30)),
        ("1470年8月26日", Point(year=1470, month=8, day=26)),
    )
    assert edtf(found) == ["1470-08-26", "1470-08-26"]


def test_lunar_days_without_a_year_name_their_two_months():
    found = written(
        "农历正月初九拜天公，七月十五日普渡。",
        ("农历正月初九", Point(lunar=True, month=1, day=9)),
        ("七月十五日", Point(month=7, day=15)),
    )
    assert edtf(found) == ["XXXX-01/XXXX-02", "XXXX-08/XXXX-09"]


def test_a_lost_month_is_the_month_of_most_days():
    found = written(
        "2022年5月10日走访。5月12日义诊。月13日慰问。6月1日总结。",
        ("2022年5月10日", Point(year=2022, month=5, day=10)),
        ("5月12日", Point(month=5, day=12)),
        ("月13日", Point(day=13), Repair("digit")),
        ("6月1日", Point(month=6, day=1)),
    )
    assert edtf(found) == ["2022-05-10", "2022-05-12", "2022-05-13", "2022-06-01"]
    assert [resolution.certainty for resolution in found[2:]] == [Certainty.GUESSED, Certainty.DERIVED]


def test_of_two_readings_the_one_that_the_neighbours_share():
    readings = (Point(month=1, day=11), Point(month=11, day=1))
    found = written(
        "2023年11月3日彩排。111日开幕。11月9日闭幕。",
        ("2023年11月3日", Point(year=2023, month=11, day=3)),
        ("111日", readings[0], Repair("月", readings)),
        ("11月9日", Point(month=11, day=9)),
    )
    assert edtf(found)[1] == "2023-11-01"


@pytest.mark.parametrize(
    ("words", "value", "certainty"),
    [
        ("05/06/2016", Point(year=2016, month=5, day=6), Certainty.DERIVED),
        ("05/05/2016", Point(year=2016, month=5, day=5), Certainty.WRITTEN),
        ("05/16/2016", Point(year=2016, month=5, day=16), Certainty.WRITTEN),
        ("16年5月6日", Point(year=16, short_year=True, month=5, day=6), Certainty.DERIVED),
        ("106年5月6日", Point(year=106, month=5, day=6), Certainty.GUESSED),
        ("民国106年5月6日", Point(era="民国", year=106, month=5, day=6), Certainty.WRITTEN),
    ],
)
def test_what_can_be_read_two_ways_is_not_called_written(words, value, certainty):
    (found,) = written(f"自{words}起。", (words, value))
    assert found.certainty is certainty


def test_three_digits_are_a_year_of_the_republic_in_taiwan():
    (found,) = written("臺北市自106年5月6日施行。", ("106年5月6日", Point(year=106, month=5, day=6)))
    assert (found.when.edtf, found.certainty) == ("2017-05-06", Certainty.DERIVED)


def test_the_month_of_a_torn_page_stands_at_the_end_of_the_line_before():
    found = written(
        "2017年4月3日会议。4月5日会议。报告于 11\n\n\n月21日发布。",
        ("2017年4月3日", Point(year=2017, month=4, day=3)),
        ("4月5日", Point(month=4, day=5)),
        ("月21日", Point(day=21), Repair("digit")),
    )
    assert edtf(found)[2] == "2017-11-21"


def test_an_hour_that_nothing_dates_is_only_a_length():
    found = written("三小时后停。", ("三小时后", Point(shift=Shift(Unit.HOUR, 3, Anchor.EVENT))))
    assert (found[0].when.edtf, found[0].when.duration) == (None, "PT3H")


def test_the_second_term_of_a_school_year_lies_in_the_year_after():
    words = "2020学年第二学期"
    (found,) = written(f"{words}开学。", (words, Point(year=2020, section=Section.SPRING_TERM)))
    assert found.when.edtf == "2021-02/2021-07"
    (found,) = written("2021年春季学期。", ("2021年春季学期", Point(year=2021, section=Section.SPRING_TERM)))
    assert found.when.edtf == "2021-02/2021-07"


def test_years_of_a_reign_are_told_with_its_name() -> None:
    (resolution,) = written("光绪年间设局。", ("光绪年间", Point(era="光绪")))
    assert [dict(step.values) for step in resolution.steps if step.rule == "reign"] == [
        {"era": "光绪", "years": "1875–1908"}
    ]
