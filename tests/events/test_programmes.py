"""The hours of a programme: several in one line, behind the day or the label of the day, and what is only a pause."""

from __future__ import annotations

import pytest

from timeline.pipeline import tell
from timeline.text import document

HEAD = "现将各项活动的时间告知大家，请大家准时参加。\n"


def told(lines: str) -> list[tuple[str | None, str, str]]:
    """Hour, title and weight of every event, in order."""
    return [(e.when.time, e.title, e.weight.value) for e in tell(document("示例", HEAD + lines)).events]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "2024年4月23日\n9:00 开幕式；9:40 颁发证书\n14:00 电影放映；16:00 诗歌沙龙",
            [
                ("09:00", "开幕式", "core"),
                ("09:40", "颁发证书", "core"),
                ("14:00", "电影放映", "core"),
                ("16:00", "诗歌沙龙", "core"),
            ],
        ),
        (
            "2024年5月3日：9:00 红队对蓝队；11:00 白队对黄队",
            [("09:00", "红队对蓝队", "core"), ("11:00", "白队对黄队", "core")],
        ),
        (
            "2024年9月1日开学典礼：上午7:30签到，8:00升旗，8:20校长致辞，9:30合影",
            [
                (None, "开学典礼", "core"),
                ("07:30", "开学典礼签到", "minor"),
                ("08:00", "升旗", "core"),
                ("08:20", "校长致辞", "core"),
                ("09:30", "开学典礼合影", "minor"),
            ],
        ),
        (
            "2024年5月5日颁奖典礼：18:00入场，19:00开始，21:00结束",
            [
                (None, "颁奖典礼", "core"),
                ("18:00", "颁奖典礼入场", "minor"),
                ("19:00", "颁奖典礼开始", "core"),
                ("21:00", "颁奖典礼结束", "core"),
            ],
        ),
        ("2024年9月20日家长会：甲班9:00，乙班10:30，丙班14:00", [(None, "家长会", "core")]),
    ],
)
def test_each_hour_of_a_line_is_told(lines: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert told(lines) == expected


def test_a_sentence_with_an_hour_is_no_programme() -> None:
    (event,) = told("2024年5月3日上午10时56分，城东某大厦发生火灾；现场浓烟较大。")
    assert event[0] == "10:56"


def test_the_hours_of_a_line_only_go_on() -> None:
    lines = "2024年9月1日\n7:15出发；9:20游后湖；5:30返程"
    assert [time for time, _, _ in told(lines)] == ["07:15", "09:20"]


def test_names_stand_over_their_days_where_the_last_day_has_nothing_below() -> None:
    text = (
        "河西燈會\n河西公園\n燈謎晚會\n"
        "15.9.2016 (星期四) 農曆八月十五 8 – 11pm\n"
        "少年之夜\n16.9.2016 (星期五) 7:30 – 9:30pm\n"
        "江岸燈會\n江岸公園\n燈謎晚會\n"
        "17.9.2016 (星期六) 7:30 – 10pm\n\n"
        "如有更改，恕不另行通知，敬請留意大會稍後公布的最新安排。"
    )
    told = [(event.when.edtf, event.when.time, event.title) for event in tell(document("頁面.txt", text)).events]
    assert told == [
        ("2016-09-15", "20:00/23:00", "燈謎晚會"),
        ("2016-09-16", "19:30/21:30", "少年之夜"),
        ("2016-09-17", "19:30/22:00", "燈謎晚會"),
    ]
