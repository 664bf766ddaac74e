"""What moves the focus, and what must not."""

from __future__ import annotations

from datetime import date

import pytest

from tests.resolve.builder import edtf, written
from timeline.model import Anchor, Certainty, Clock, Direction, Duration, Part, Period, Point, Shift, Unit
from timeline.resolve.focus import Focus, Partial, Said

OPENING = ("2018年5月6日上午", Point(year=2018, month=5, day=6, part=Part.MORNING))
TODAY = Point(shift=Shift(Unit.DAY, 0, Anchor.NOW))
VAGUE = Point(shift=Shift(Unit.DAY, 0, Anchor.NOW), approximate=True)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("未来", Period(start=TODAY, approximate=True)),
        ("近年来", Period(end=Point(shift=Shift(Unit.YEAR, 0, Anchor.NOW)), approximate=True)),
        ("近日", Period(end=TODAY, approximate=True)),
        ("目前", VAGUE),
        ("近三年", Duration(iso="P3Y", direction=Direction.LAST)),
        ("三天内", Duration(iso="P3D", direction=Direction.WITHIN)),
        ("届时", Point(shift=Shift(Unit.DAY, 0, Anchor.EVENT), approximate=True)),
    ],
)
def test_a_vague_word_leaves_everything_where_it_was(words, value):
    text = f"2018年5月6日上午开工。{words}情况良好。8日检查，6月1日验收。9:30签到。"
    found = written(
        text,
        OPENING,
        (words, value),
        ("8日", Point(day=8)),
        ("6月1日", Point(month=6, day=1)),
        published=date(2021, 5, 14),
    )
    assert edtf(found)[2:] == ["2018-05-08", "2018-06-01"]
    assert [resolution.certainty for resolution in found[2:]] == [Certainty.DERIVED, Certainty.DERIVED]
    found = written(text, OPENING, (words, value), ("9:30", Point(clock=Clock(9, 30))), published=date(2021, 5, 14))
    assert edtf(found)[2] == "2018-05-06"


def test_the_day_after_goes_on_with_the_story():
    found = written(
        "2018年5月6日上午开幕。次日论坛。当天下午参观。",
        OPENING,
        ("次日", Point(shift=Shift(Unit.DAY, 1, Anchor.EVENT))),
        ("当天下午", Point(shift=Shift(Unit.DAY, 0, Anchor.EVENT), part=Part.AFTERNOON)),
    )
    assert edtf(found)[1:] == ["2018-05-07", "2018-05-07"]


def test_small_hours_after_an_evening_are_of_the_next_day():
    found = written(
        "2018年5月6日晚上10点出发，凌晨1点半到达，3点入住。",
        ("2018年5月6日晚上10点", Point(year=2018, month=5, day=6, part=Part.EVENING, clock=Clock(22))),
        ("凌晨1点半", Point(part=Part.DAWN, clock=Clock(1, 30))),
        ("3点", Point(clock=Clock(3))),
    )
    assert edtf(found) == ["2018-05-06", "2018-05-07", "2018-05-07"]
    assert found[1].certainty is Certainty.GUESSED
    assert found[2].when.time == "03:00"


def test_an_hour_without_its_half_of_the_day_goes_on_in_the_half_that_was_said():
    marks = (
        ("2018年5月6日下午2点", Point(year=2018, month=5, day=6, part=Part.AFTERNOON, clock=Clock(14))),
        ("5点", Point(clock=Clock(5))),
        ("8:30", Point(clock=Clock(8, 30))),
    )
    found = written("2018年5月6日下午2点开会，5点散会，次日8:30复会。", *marks)
    assert [resolution.when.time for resolution in found] == ["14:00", "17:00", "08:30"]
    found = written("2018年5月6日下午2点开会。5点散会，8:30复会。", *marks)
    assert [resolution.when.time for resolution in found[1:]] == ["17:00", "08:30"]


def test_the_half_of_the_day_may_be_said_without_an_hour():
    found = written(
        "2018年5月6日开幕，当晚的音乐会7点半开始。",
        ("2018年5月6日", Point(year=2018, month=5, day=6)),
        ("当晚", Point(shift=Shift(Unit.DAY, 0, Anchor.EVENT), part=Part.EVENING)),
        ("7点半", Point(clock=Clock(7, 30))),
    )
    assert found[2].when.time == "19:30"


def test_what_runs_over_most_of_a_year_is_no_month():
    found = written(
        "2018年1月至12月连场比赛，1月5日开赛。",
        ("2018年1月至12月", Period(start=Point(year=2018, month=1), end=Point(month=12))),
        ("1月5日", Point(month=1, day=5)),
    )
    assert edtf(found)[1] == "2018-01-05"


def test_opening_hours_below_a_stretch_of_days_hold_on_all_of_them():
    found = written(
        "开放时间\n2018年10月1日-10月8日\n8:30-17:30",
        (
            "2018年10月1日-10月8日",
            Period(start=Point(year=2018, month=10, day=1), end=Point(month=10, day=8)),
        ),
        ("8:30-17:30", Period(start=Point(clock=Clock(8, 30)), end=Point(clock=Clock(17, 30)))),
    )
    assert (found[1].when.edtf, found[1].when.time) == ("2018-10-01/2018-10-08", "08:30/17:30")


def test_counts_of_a_year_do_not_move_the_focus():
    found = written(
        "2008年5月1日发布。据统计，2007年全国有三亿人参加。5月8日登顶。",
        ("2008年5月1日", Point(year=2008, month=5, day=1)),
        ("2007年", Point(year=2007)),
        ("5月8日", Point(month=5, day=8)),
    )
    assert edtf(found)[2] == "2008-05-08"


def test_a_chinese_day_goes_on_from_the_chinese_month():
    found = written(
        "2024年大年初二开幕，初五结束。",
        ("大年初二", Point(lunar=True, month=1, day=2)),
        ("初五", Point(lunar=True, day=5)),
        published=date(2024, 5, 15),
    )
    assert edtf(found) == ["2024-02-11", "2024-02-14"]


def test_a_day_soon_after_the_day_of_writing_is_to_come():
    marks = (("6日", Point(day=6)),)
    assert edtf(written("6日检修线路。", *marks, published=date(2010, 12, 3))) == ["2010-12-06"]
    marks = (("28日", Point(day=28)),)
    assert edtf(written("28日发生一起事故。", *marks, published=date(2010, 12, 3))) == ["2010-11-28"]


def test_from_now_on_in_a_notice_of_no_day_knows_only_its_end():
    found = written(
        "即日起至9月10日报名，2013年10月5日比赛。",
        ("即日起至9月10日", Period(start=TODAY, end=Point(month=9, day=10))),
        ("2013年10月5日", Point(year=2013, month=10, day=5)),
    )
    assert edtf(found)[0] == "../2013-09-10"


@pytest.mark.parametrize(
    ("months", "falls", "latest"),
    [
        ([(2021, 3)], 0, (2021, 3)),
        ([(2021, 3), (2021, 2)], 1, (2021, 3)),
        ([(2021, 3), (2021, 2), (2020, 12)], 2, (2021, 3)),
        ([(2021, 3), (2021, 2), (2021, 2)], 1, (2021, 3)),  # once more the same month
        ([(2021, 3), (2021, 2), (2021, 3)], 0, (2021, 3)),
        ([(2021, 3), (2021, 4), (2021, 1)], 1, (2021, 4)),
        ([(2021, 3), (2021, None), (2021, 2)], 1, (2021, 3)),  # a year alone is no step
        ([(2021, 3), (None, 5), (2021, 2)], 1, (2021, 3)),  # nor is a month of no year
        ([(None, 5), (2021, 3), (2021, 2)], 1, (2021, 3)),
        ([(2020, 12), (2021, 1)], 0, (2021, 1)),
        ([(2021, 1), (2020, 12)], 1, (2021, 1)),
    ],
)
def test_months_that_go_back_one_after_another(months, falls, latest):
    focus = Focus()
    for year, month in months:
        focus = focus.moved(Said(Partial(year, month), Certainty.WRITTEN), event=False)
    assert (focus.falls, focus.latest) == (falls, latest)
