"""Figures and words that can be read in one way alone, and those that are no time at all."""

import pytest

from timeline.find import find
from timeline.model import Clock, Direction, Duration, Point
from timeline.text import document


def readings(text: str) -> list[tuple[str, object]]:
    return [(found.text, found.value) for found in find(document("test", text))]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("05-13-2022开幕", "05-13-2022", Point(year=2022, month=5, day=13)),  # there is no thirteenth month
        ("25-12-2022开幕", "25-12-2022", Point(year=2022, month=12, day=25)),
        ("今(2022)年开幕", "今(2022)年", Point(year=2022)),
        ("本(5)月开幕", "本(5)月", Point(month=5)),
        ("适逢周日，举行义卖", "周日", Point(weekday=6)),  # one Sunday, where 逢周日 is every one
        (
            "Thu May 12 09:30:00 2022",
            "Thu May 12 09:30:00 2022",
            Point(year=2022, month=5, day=12, clock=Clock(9, 30, 0)),
        ),
        ("三、五年内建成", "五年内", Duration(iso="P5Y", direction=Direction.WITHIN)),
    ],
)
def test_read_in_the_one_way_that_there_is(text: str, words: str, value: object) -> None:
    assert readings(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        *("31-32-2022号展位", "13、14月开幕", "0月开幕", "3、4号楼"),
        *("设立春晖基金", "适逢佳节，各界人士参加", "le 15 mars 与友人"),
        *("法国国庆节", "外国的国庆节", "九千亿天后"),
    ],
)
def test_no_time(text: str) -> None:
    assert readings(text) == []


def test_a_length_of_units_that_do_not_count_each_other_is_counted_from_no_day() -> None:
    """一年零三天后 is not three days later."""
    values = dict(readings("2022年5月1日起，一年零三天后开幕，三周零两天后闭幕，两小时零五分后散场。"))
    assert isinstance(values["一年零三天后"], Duration)
    assert isinstance(values["三周零两天后"], Point)
    assert isinstance(values["两小时零五分后"], Point)
