"""Tables whose columns wide blanks part: what is one, what is none, and what is told of its rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.pipeline import tell
from timeline.text import document
from timeline.text.borders import bordered

PROGRAMME = (
    "活动名称    日期    时间    地点\n"
    "读书电影周  5/4    10:00  视听室\n新书发表会  5/11  14:30  礼堂\n亲子共读班  5/25  9:30  三楼教室"
)


def test_a_head_and_its_rows() -> None:
    events = tell(document("示例", f"2024年5月活动一览\n{PROGRAMME}")).events
    assert [(e.when.edtf, e.when.time, e.title, e.place) for e in events] == [
        ("2024-05-04", "10:00", "读书电影周", "视听室"),
        ("2024-05-11", "14:30", "新书发表会", "礼堂"),
        ("2024-05-25", "09:30", "亲子共读班", "三楼教室"),
    ]


def test_a_row_of_a_name_and_an_honour_is_one() -> None:
    rows = "2018年  王海波  男子跳高  金牌\n2019年  李小梅  女子跳远  银牌\n2021年  张建国  男子铅球  铜牌"
    events = tell(document("示例", f"江岸田径队奖牌榜\n{rows}")).events
    assert [(e.when.edtf, e.title) for e in events] == [
        ("2018", "王海波 男子跳高 金牌"),
        ("2019", "李小梅 女子跳远 银牌"),
        ("2021", "张建国 男子铅球 铜牌"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "王海波  李小梅  张建国\n陈晓雨  刘洋  周婷\n马超  黄志刚  何其芳",  # names, and no days
        "2018年  甲队  金牌\n2019年  乙队",  # two rows
        "　　2018年5月1日，江岸举行义卖。\n　　2018年5月2日，江岸举行义诊。\n　　2018年5月3日，江岸举行义演。",
    ],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    assert bordered(text) == text


@given(st.text("甲乙 \t\n|。5年月/\u3000", max_size=80))
def test_borders_change_no_length(text: str) -> None:
    changed = bordered(text)
    assert len(changed) == len(text)
    assert all(new == old or (new == "|" and old in " \t\u3000") for new, old in zip(changed, text, strict=True))
