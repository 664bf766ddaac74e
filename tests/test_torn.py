"""Rows of a table that line ends within their cells tore: what is one, what is none, and what is told of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.pipeline import tell
from timeline.text import document
from timeline.text.torn import whole_rows

_ONE_CELL_A_LINE = (
    "日期 |\n庆典 |\n备 注 |\n2023年6月1日 |\n接神 |\n爐主用鲜花四果拜拜 |\n2023年6月29日 |\n"
    "收兵 |\n众人备妥三牲\n及酒水参拜 |\n"
    "2023年12月24日 |\n送神 |\n备妥糖果 |"
)
_ONE_ROW_TORN = (
    "序 | 日期 | 活动内容 | 备注 |\n1 | 2023年6月1日 | 筹备会议 | |\n2 | 6月23日 |\n上午三献礼，晚上祝寿大典 |\n"
    "全体委员 |\n3 | 6月24日 | 关帝圣诞 | |\n4 | 6月26日 | 炉主交接 | |"
)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (_ONE_CELL_A_LINE, [("2023-06-01", "接神"), ("2023-06-29", "江岸宫收兵"), ("2023-12-24", "送神")]),
        (
            _ONE_ROW_TORN,
            [
                ("2023-06-01", "筹备会议"),
                ("2023-06-23", "上午三献礼，晚上祝寿大典"),
                ("2023-06-24", "关帝圣诞"),
                ("2023-06-26", "炉主交接"),
            ],
        ),
    ],
)
def test_rows_are_told_as_rows(table: str, told: list[tuple[str, str]]) -> None:
    events = tell(document("示例", f"江岸宫年度庆典\n\n{table}\n")).events
    assert [(event.when.edtf, event.title) for event in events] == told


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n| c | d |\n| e | f |\n| g | h |",  # a table with both its borders
        "首页 |\n关于我们 |\n联络 |\n3月1日 |",  # a menu
        "3月1日 |\n开会 |\n3月2日 |\n聚餐 |\n散会 |\n3月3日 |\n回家 |",  # rows of different length
    ],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    assert whole_rows(text) == text


@given(st.text("甲3月日 |\n", max_size=80))
def test_nothing_but_line_ends_changes(text: str) -> None:
    changed = whole_rows(text)
    assert len(changed) == len(text)
    assert all(new == old or (new == " " and old == "\n") for new, old in zip(changed, text, strict=True))
