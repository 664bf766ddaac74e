"""Half-open intervals of one line, the likeliest first, the other reading second."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.resolve.builder import written
from timeline.model import Clock, Part, Period, Point, When
from timeline.resolve.intervals import intervals

NOON = datetime(2016, 1, 22, 12)


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
        ("下午", Point(part=Part.AFTERNOON), [("2016-01-22T13:00", "2016-01-22T18:00")]),
        (
            "22:00到6:00",
            Period(start=Point(clock=Clock(22, 0)), end=Point(clock=Clock(6, 0))),
            [("2016-01-22T22:00", "2016-01-23T06:00")],
        ),
        ("2018年前", Period(end=Point(year=2018), deadline=True), [(None, "2019-01-01T00:00")]),
    ],
)
def test_intervals(words, value, expected):
    assert spans(words, value) == expected


def test_what_has_no_date_has_no_interval():
    (resolution,) = written("每天见。", ("每天", Point()))
    assert intervals(resolution, NOON) == ()
    assert When(duration="P3D").first is None
