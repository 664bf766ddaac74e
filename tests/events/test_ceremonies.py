"""A ceremony, a time or a list of towns as a title: of which thing it is."""

from __future__ import annotations

import pytest

from timeline.pipeline import tell
from timeline.text import document


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("由甲馆主办的「古城光影」摄影展于2023年5月28日在塔石广场举行开幕仪式。", ["「古城光影」摄影展开幕仪式"]),
        (
            "由甲馆筹划的《山河岁月──李山水墨展》，于2015年9月25日在甲馆举行开幕礼，展期由9月26日至10月10日。",
            ["《山河岁月──李山水墨展》开幕礼", "《山河岁月──李山水墨展》"],
        ),
        ("甲局举办“甲城嘉年华”。开幕仪式将于2022年5月29日在江岸公园举行。", ["“甲城嘉年华”开幕仪式"]),
        (
            "“守护地球”园游会2023年5月28日举行，闭幕式在5月30日晚间举行。",
            ["“守护地球”园游会", "“守护地球”园游会闭幕式"],
        ),
        ("「时空」——牌坊体验展于2022年12月29日举行开幕仪式。", ["牌坊体验展开幕仪式"]),
        ("2023年5月28日，「江岸奖」在中山堂举行颁奖典礼。", ["「江岸奖」颁奖典礼"]),
        ("2023国际书展于5月28日在会展中心举行开幕仪式。", ["国际书展开幕仪式"]),
        (
            "甲馆主办「阅读新乐趣 视讯联播活动」，于2004年3月4日在古坑乡、湖内乡、莺歌镇及壮围乡四地同步举行。",
            ["「阅读新乐趣 视讯联播活动」"],
        ),
        ("2023年5月28日，市政府在会展中心举行开幕仪式，市长致词。", ["市政府在会展中心举行开幕仪式"]),  # who, not what
        ("获“金曲奖”的歌手陈小雨，2023年5月28日举行记者会。", ["歌手陈小雨举行记者会"]),
        (
            "题目取自《山海经》，主题为“守护地球”。2023年5月28日举行开幕仪式。",
            ["开幕仪式"],
        ),  # names of nothing that is held
    ],
)
def test_of_which_thing(text: str, titles: list[str]) -> None:
    events = tell(document("示例", f"文教\n\n{text}")).events
    assert sorted(event.title for event in events) == sorted(titles)
