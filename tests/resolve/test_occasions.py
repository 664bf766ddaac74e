"""Observances: the ordinal, the year beside them, the passage."""

from __future__ import annotations

from datetime import date

import pytest

from tests.resolve.builder import edtf, written
from timeline.model import Anchor, Certainty, Occasion, Point, Recurrence, Shift, Unit, Window

DAY = "quanguo-zhucanri"


@pytest.mark.parametrize(
    ("words", "value", "expected"),
    [
        ("第三十二次全国助残日", Occasion(key=DAY, ordinal=32), "2022-05-15"),
        ("2023年全国助残日", Occasion(key=DAY, year=Point(year=2023)), "2023-05-21"),
        ("第34个国际残疾人日期间", Occasion(key="guoji-canjiren-ri", ordinal=34, window=Window.DURING), "2025-12-03"),
        ("2023年春节前夕", Occasion(key="chunjie", year=Point(year=2023), window=Window.EVE), "2023-01-21"),
    ],
)
def test_the_ordinal_or_the_year_beside_it_is_as_good_as_written(words, value, expected):
    found = written(f"在{words}举行。", (words, value))
    assert edtf(found) == [expected]
    assert found[0].certainty is Certainty.WRITTEN


def test_the_passage_gives_the_year():
    found = written(
        "2022年5月10日启动，助残日闭幕。",
        ("2022年5月10日", Point(year=2022, month=5, day=10)),
        ("助残日", Occasion(key=DAY)),
    )
    assert edtf(found)[1] == "2022-05-15"
    assert found[1].certainty is Certainty.DERIVED


def test_the_next_new_year_after_december():
    found = written(
        "2020年12月28日开会，元旦前办结。",
        ("2020年12月28日", Point(year=2020, month=12, day=28)),
        ("元旦", Occasion(key="yuandan")),
    )
    assert edtf(found)[1] == "2021-01-01"


def test_this_year_of_a_document_with_an_ordinal():
    found = written(
        "第三十次全国助残日通知\n今年的助残日线上举行。",
        ("第三十次全国助残日", Occasion(key=DAY, ordinal=30)),
        ("今年的助残日", Occasion(key=DAY, year=Point(shift=Shift(Unit.YEAR, 0, Anchor.NOW)))),
    )
    assert edtf(found) == ["2020-05-17", "2020-05-17"]


def test_a_definition_is_of_no_year():
    found = written(
        "2008年修订。每年5月第三个星期日为全国助残日。",
        ("2008年", Point(year=2008)),
        ("每年5月第三个星期日", Recurrence(rrule="FREQ=YEARLY;BYMONTH=5;BYDAY=3SU")),
        ("全国助残日", Occasion(key=DAY)),
    )
    assert edtf(found)[2] == "XXXX-05"


def test_without_a_year_the_day_is_named_without_one():
    found = written("国际残疾人日有活动。", ("国际残疾人日", Occasion(key="guoji-canjiren-ri")))
    assert edtf(found) == ["XXXX-12-03"]


def test_an_observance_leaves_the_day_that_was_said():
    found = written(
        "2022年5月12日开幕，助残日将至，13日巡展。",
        ("2022年5月12日", Point(year=2022, month=5, day=12)),
        ("助残日", Occasion(key=DAY)),
        ("13日", Point(day=13)),
    )
    assert edtf(found)[2] == "2022-05-13"


@pytest.mark.parametrize(
    ("place", "words", "key", "expected"),
    [
        ("台北市政府", "父親節", "fuqinjie", "2021-08-08"),
        ("台北市政府", "教師節", "jiaoshijie", "2021-09-28"),
        ("香港九龍", "父親節", "fuqinjie", "2021-06-20"),
        ("香港九龍", "兒童節", "ertongjie", "2021-04-04"),
        ("北京市政府", "父亲节", "fuqinjie", "2021-06-20"),
    ],
)
def test_a_name_means_the_day_as_it_is_kept_there(place, words, key, expected):
    found = written(f"{place}將於{words}舉行活動。", (words, Occasion(key=key)), published=date(2021, 3, 1))
    assert edtf(found) == [expected]


def test_a_holiday_is_the_announced_days_off_and_else_says_so():
    value = Occasion(key="guoqing", year=Point(year=2023), window=Window.HOLIDAY)
    (found,) = written("2023年国庆假期出行。", ("2023年国庆假期", value))
    assert found.when.edtf == "2023-09-29/2023-10-06"
    value = Occasion(key="guoqing", year=Point(year=1995), window=Window.HOLIDAY)
    (found,) = written("1995年国庆假期出行。", ("1995年国庆假期", value))
    assert (found.when.edtf, found.certainty) == ("1995-10-01", Certainty.GUESSED)
    assert "holiday-unknown" in [step.rule for step in found.steps]
