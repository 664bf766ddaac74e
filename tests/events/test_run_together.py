"""A table whose lines were run together: what each day is for, and what no such table is."""

from __future__ import annotations

import pytest

from timeline.pipeline import tell
from timeline.text import document


def _told(text: str) -> set[tuple[str, str]]:
    return {((event.when.edtf or "")[5:], event.title) for event in tell(document("示例", text)).events}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "英语等级考试9月1日-3日网上报名9月5日现场确认计算机等级考试9月8日网上报名9月20日打印准考证",
            {
                ("09-01/XXXX-09-03", "英语等级考试网上报名"),
                ("09-05", "英语等级考试现场确认"),
                ("09-08", "计算机等级考试网上报名"),
                ("09-20", "计算机等级考试打印准考证"),
            },
        ),
        (
            "考试安排3月2日江岸英语考试（一级）3月9日江岸英语考试（二级）江岸音乐考试江岸美术考试3月12日报名3月20日现场确认",
            {
                ("03-02", "江岸英语考试（一级）"),
                ("03-09", "江岸英语考试（二级）"),
                ("03-09", "江岸音乐考试"),
                ("03-12", "江岸美术考试报名"),
                ("03-20", "江岸美术考试现场确认"),
            },
        ),
        (
            "赛程安排10月1日男子百米预赛10月2日男子百米决赛10月3日女子跳远10月5日颁奖仪式",
            {
                ("10-01", "男子百米预赛"),
                ("10-02", "男子百米决赛"),
                ("10-03", "女子跳远"),
                ("10-05", "颁奖仪式"),
            },
        ),
        (
            "江岸大学校庆晚会5月1日校友论坛5月2日青年合唱比赛5月3日书画展览5月6日",  # the day stands behind
            {
                ("05-01", "江岸大学校庆晚会"),
                ("05-02", "校友论坛"),
                ("05-03", "青年合唱比赛"),
                ("05-06", "书画展览"),
            },
        ),
        (
            "沈从山1月1日出生2月3日满月3月2日落户4月5日离家",
            {("01-01", "沈从山出生"), ("02-03", "沈从山满月"), ("03-02", "沈从山落户"), ("04-05", "沈从山离家")},
        ),
    ],
)
def test_each_day_of_a_line_has_its_own_thing(text: str, told: set[tuple[str, str]]) -> None:
    assert _told(text) == told


def test_a_sentence_is_no_table() -> None:
    assert ("03-01", "市里举行书画展览") in _told("3月1日市里举行书画展览，3月5日闭幕，4月1日再开，5月1日结束。")
