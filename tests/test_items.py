"""Items of a list that were run into one line: what is one, what is none, and what is told of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.pipeline import tell
from timeline.text import document
from timeline.text.items import itemised

_STEPS = [("2023-03-01/2023-03-10", "报名"), ("2023-03-20", "初试"), ("2023-04-05", "放榜")]


@pytest.mark.parametrize(
    "line",
    [
        "日程如下: ◆报名:2023年3月1日至10日 ◆初试:3月20日 ◆放榜:4月5日",
        "日程如下:★报名：2023年3月1日至10日★初试：3月20日★放榜：4月5日",
        "※2023年3月1日至10日 报名 ※3月20日 初试 ※4月5日 放榜",
        "一、报名：2023年3月1日至10日 二、初试：3月20日 三、放榜：4月5日",
        "(1)报名：2023年3月1日至10日 (2)初试：3月20日 (3)放榜：4月5日",
        "1.报名：2023年3月1日至10日 2.初试：3月20日 3.放榜：4月5日",
        "报名：2023年3月1日至10日 初试：3月20日 放榜：4月5日",
    ],
)
def test_each_item_is_told_by_its_own_words(line: str) -> None:
    events = tell(document("示例", f"公告\n\n{line}\n")).events
    assert [(event.when.edtf, event.title.removeprefix("公告")) for event in events] == _STEPS


def test_keys_behind_a_sign_are_of_one_event() -> None:
    events = tell(document("示例", "公告\n\n社区讲座 ★时间：2023年5月6日下午2时 ★地点：活动中心 ★讲师：王小明")).events
    assert [(event.title, event.place) for event in events] == [("社区讲座", "活动中心")]


@pytest.mark.parametrize(
    "text",
    [
        "时间:3月1日 地点:礼堂 电话:02-1234-5678",
        "评分:★★★☆☆ 价格:★★",
        "市长:甲 议长:乙 局长:丙",
        "他说:3月1日开会 我说:不去",
        "|◆报名:3月1日|◆初试:3月20日|",
        "一、二、三、四年级学生均须参加。",
        "3月1日 1. 甲 2. 乙 3. 丙",
        "买 2.5 公斤 3.5 元",
    ],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    assert itemised(text) == text


@given(st.text("甲报名: ◆★一二三、(1)2.月日5\n|：\u3000", max_size=80))
def test_items_change_no_length(text: str) -> None:
    changed = itemised(text)
    assert len(changed) == len(text)
    assert all(new == old or new == "\n" for new, old in zip(changed, text, strict=True))
    assert itemised(changed) == changed
