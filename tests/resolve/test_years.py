"""Which year a yearless date takes: one example a witness, and the witnesses that disagree."""

from __future__ import annotations

from datetime import date

import pytest

from tests.resolve.builder import edtf, written
from timeline.model import Anchor, Certainty, Occasion, Period, Point, Shift, Unit
from timeline.resolve import doubts
from timeline.text import document

THIS_YEAR = Shift(Unit.YEAR, 0, Anchor.NOW)
LAST_YEAR = Shift(Unit.YEAR, -1, Anchor.NOW)


def rules(resolution):
    return [step.rule for step in resolution.steps]


def test_the_text_goes_on_from_the_year_that_was_said():
    found = written(
        "2022年5月15日开幕。6月1日闭幕。",
        ("2022年5月15日", Point(year=2022, month=5, day=15)),
        ("6月1日", Point(month=6, day=1)),
    )
    assert edtf(found) == ["2022-05-15", "2022-06-01"]
    assert rules(found[1]) == ["year-focus"]
    assert [resolution.certainty for resolution in found] == [Certainty.WRITTEN, Certainty.DERIVED]


@pytest.mark.parametrize(
    ("first", "then", "year"),
    [(12, 1, 2023), (11, 3, 2023), (9, 3, 2023), (9, 4, 2022), (6, 5, 2022), (6, 3, 2022), (3, 6, 2022), (3, 11, 2022)],
)
def test_a_month_that_falls_by_half_a_year_is_of_the_next_year(first, then, year):
    found = written(
        f"2022年{first}月召开会议，{then}月完成。",
        (f"2022年{first}月", Point(year=2022, month=first)),
        (f"{then}月", Point(month=then)),
    )
    assert edtf(found)[1] == f"{year}-{then:02d}"


def test_what_goes_on_from_a_guess_is_guessed():
    found = written(
        "2022年12月3日表彰。1月5日总结。1月8日归档。",
        ("2022年12月3日", Point(year=2022, month=12, day=3)),
        ("1月5日", Point(month=1, day=5)),
        ("1月8日", Point(month=1, day=8)),
    )
    assert edtf(found) == ["2022-12-03", "2023-01-05", "2023-01-08"]
    assert found[2].certainty is Certainty.GUESSED


def test_a_guess_that_the_document_shares_is_one_no_longer():
    found = written(
        "2023年年会筹备日程\n2022年12月3日筹备。1月5日开幕。1月8日闭幕。",
        ("2023年", Point(year=2023)),
        ("2022年12月3日", Point(year=2022, month=12, day=3)),
        ("1月5日", Point(month=1, day=5)),
        ("1月8日", Point(month=1, day=8)),
    )
    assert edtf(found)[2:] == ["2023-01-05", "2023-01-08"]
    assert rules(found[2]) == ["year-turned", "year-title"]
    assert [resolution.certainty for resolution in found[2:]] == [Certainty.DERIVED, Certainty.DERIVED]


def test_a_guess_that_the_document_contradicts_leaves_one_doubt():
    text = "2022年年会日程\n2022年12月3日筹备。1月5日开幕。1月8日闭幕。1月9日清场。"
    found = written(
        text,
        ("2022年", Point(year=2022)),
        ("2022年12月3日", Point(year=2022, month=12, day=3)),
        ("1月5日", Point(month=1, day=5)),
        ("1月8日", Point(month=1, day=8)),
        ("1月9日", Point(month=1, day=9)),
    )
    assert rules(found[3]) == ["year-focus", "doubt-witness"]
    assert found[3].certainty is Certainty.GUESSED
    assert [note.rule for note in doubts(document("t.txt", text), found)] == ["doubt-witness"]


def test_a_deadline_comes_before_what_it_is_for():
    found = written(
        "征稿通知\n会议于2026年5月22日召开，12月26日前交稿。",
        ("2026年5月22日", Point(year=2026, month=5, day=22)),
        ("12月26日前", Period(end=Point(month=12, day=26), deadline=True)),
        published=date(2025, 11, 4),
    )
    assert edtf(found)[1] == "../2025-12-26"


def test_a_list_newest_first_goes_back_over_the_turn_of_the_year():
    text = "2021年3月1日展览\n2月3日讲座\n12月20日年会\n11月2日培训"
    found = written(
        text,
        ("2021年3月1日", Point(year=2021, month=3, day=1)),
        ("2月3日", Point(month=2, day=3)),
        ("12月20日", Point(month=12, day=20)),
        ("11月2日", Point(month=11, day=2)),
    )
    assert edtf(found) == ["2021-03-01", "2021-02-03", "2020-12-20", "2020-11-02"]


def test_the_title_speaks_where_nothing_was_said():
    found = written(
        "2019年读书节日程\n各校：日程如下。\n4月23日开幕，请参加。",
        ("2019年", Point(year=2019)),
        ("4月23日", Point(month=4, day=23)),
    )
    assert edtf(found)[1] == "2019-04-23"
    assert found[1].certainty is Certainty.DERIVED


def test_the_number_of_an_observance_dates_the_day_beside_it():
    found = written(
        "第三十三次全国助残日（5月21日）将至。",
        ("第三十三次全国助残日", Occasion(key="quanguo-zhucanri", ordinal=33)),
        ("5月21日", Point(month=5, day=21)),
    )
    assert edtf(found) == ["2023-05-21", "2023-05-21"]
    assert rules(found[1]) == ["year-ordinal"]


def test_a_report_looks_back_and_a_notice_ahead():
    marks = (("12月20日", Point(month=12, day=20)),)
    assert edtf(written("记者获悉，12月20日举行了比赛。", *marks, published=date(2021, 1, 5))) == ["2020-12-20"]
    marks = (("1月9日", Point(month=1, day=9)),)
    assert edtf(written("关于报名的通知\n请于1月9日前往。", *marks, published=date(2020, 12, 20))) == ["2021-01-09"]


def test_tables_whose_year_stands_elsewhere_take_the_nearest_whole_date():
    found = written(
        "11/23 巡回展\n12/05 巡回展\n教师场 2006/12/09 下午",
        ("11/23", Point(month=11, day=23)),
        ("12/05", Point(month=12, day=5)),
        ("2006/12/09", Point(year=2006, month=12, day=9)),
    )
    assert edtf(found) == ["2006-11-23", "2006-12-05", "2006-12-09"]
    assert found[0].certainty is Certainty.GUESSED


def test_without_any_year_it_stays_unknown_until_one_is_given():
    marks = (("5月12日", Point(month=5, day=12)),)
    assert edtf(written("5月12日开工。", *marks)) == ["XXXX-05-12"]
    assert edtf(written("5月12日开工。", *marks, year=2018)) == ["2018-05-12"]


def test_a_year_in_passing_holds_to_the_end_of_its_sentence():
    found = written(
        "2020年3月1日，协会开会，它成立于1998年，同年5月注册。",
        ("2020年3月1日", Point(year=2020, month=3, day=1)),
        ("1998年", Point(year=1998)),
        ("同年5月", Point(month=5, shift=Shift(Unit.YEAR, 0, Anchor.FOCUS))),
    )
    assert edtf(found)[1:3] == ["1998", "1998-05"]


def test_a_year_in_passing_is_forgotten_after_its_sentence():
    found = written(
        "2020年3月1日，协会开会，它成立于1998年。6月1日搬迁。",
        ("2020年3月1日", Point(year=2020, month=3, day=1)),
        ("1998年", Point(year=1998)),
        ("6月1日", Point(month=6, day=1)),
    )
    assert edtf(found) == ["2020-03-01", "1998", "2020-06-01"]


def test_last_year_alone_does_not_move_the_focus():
    found = written(
        "2020年5月1日启用，比去年多一成，6月扩建。",
        ("2020年5月1日", Point(year=2020, month=5, day=1)),
        ("去年", Point(shift=LAST_YEAR)),
        ("6月", Point(month=6)),
    )
    assert edtf(found)[1:] == ["2019", "2020-06"]


def test_statistics_do_not_move_the_focus():
    found = written(
        "2020年5月1日启动。截至2019年底已有九成。6月验收。",
        ("2020年5月1日", Point(year=2020, month=5, day=1)),
        ("2019年", Point(year=2019)),
        ("6月", Point(month=6)),
    )
    assert edtf(found)[2] == "2020-06"


def test_what_stands_in_brackets_does_not_move_the_focus():
    found = written(
        "2020年5月1日，老校友（1958年毕业）返校。6月2日座谈。",
        ("2020年5月1日", Point(year=2020, month=5, day=1)),
        ("1958年", Point(year=1958)),
        ("6月2日", Point(month=6, day=2)),
    )
    assert edtf(found)[2] == "2020-06-02"


def test_a_range_of_years_does_not_move_the_focus():
    found = written(
        "2018年5月1日签约，租期2018年至2028年，6月交房。",
        ("2018年5月1日", Point(year=2018, month=5, day=1)),
        ("2018年至2028年", Period(start=Point(year=2018), end=Point(year=2028))),
        ("6月", Point(month=6)),
    )
    assert edtf(found)[1:] == ["2018/2028", "2018-06"]


def test_a_weekday_in_brackets_corrects_a_year_that_was_only_guessed():
    # 9 January 2021 was a Saturday, in 2020 it was a Thursday.
    found = written(
        "2019年12月30日预赛。1月9日（周六）决赛。",
        ("2019年12月30日", Point(year=2019, month=12, day=30)),
        ("1月9日（周六）", Point(month=1, day=9, weekday=5)),
    )
    assert edtf(found)[1] == "2021-01-09"
    assert "year-weekday" in rules(found[1])


@pytest.mark.parametrize(
    ("published", "title", "expected"),
    [(date(2019, 5, 1), "", "2019"), (None, "2018年总结", "2018"), (date(2021, 1, 20), "2020年回顾", "2021")],
)
def test_this_year(published, title, expected):
    marks = [("2020年" if "2020" in title else "2018年", Point(year=int(title[:4])))] if title else []
    found = written(f"{title or '消息'}\n今年共办三场。", *marks, ("今年", Point(shift=THIS_YEAR)), published=published)
    assert edtf(found)[-1] == expected


def test_the_year_after_calls_the_year_of_the_title_last_year():
    found = written(
        "2020年回顾\n去年二月上线。",
        ("2020年", Point(year=2020)),
        ("去年二月", Point(shift=LAST_YEAR, month=2)),
        published=date(2021, 1, 22),
    )
    assert edtf(found)[1] == "2020-02"


@pytest.mark.parametrize(
    ("words", "month", "day", "expected"),
    [("11月9日", 11, 9, "2006-11-09"), ("11月8日", 11, 8, "2007-11-08")],
)
def test_the_nearest_whole_day_is_at_most_two_months_away(words, month, day, expected):
    found = written(
        f"{words} 巡回展\n教师场 2007/1/10 下午",
        (words, Point(month=month, day=day)),
        ("2007/1/10", Point(year=2007, month=1, day=10)),
    )
    assert edtf(found)[0] == expected
    assert rules(found[0]) == ["year-nearest" if day == 9 else "year-first"]


def test_the_29th_of_february_needs_a_leap_year_to_be_corrected_by_its_weekday():
    # 29 February 2020 was a Saturday; neither 2019 nor 2021 has one.
    found = written(
        "2019年12月30日预赛。2月29日（周日）决赛。",
        ("2019年12月30日", Point(year=2019, month=12, day=30)),
        ("2月29日（周日）", Point(month=2, day=29, weekday=6)),
    )
    assert edtf(found)[1] == "2020-02-29"
    assert "doubt-weekday" in rules(found[1])


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (2023, 2, 29, "2020-02-29"),
        (2024, 2, 29, "2024-02-29"),
        (1903, 2, 29, "1896-02-29"),
        (1904, 2, 29, "1904-02-29"),
    ],
)
def test_the_29th_of_february_said_at_a_moment_is_that_of_the_last_leap_year(year, month, day, expected):
    (found,) = written("2月29日见。", ("2月29日", Point(month=month, day=day)), today=date(year, 6, 14))
    assert found.when.edtf == expected
