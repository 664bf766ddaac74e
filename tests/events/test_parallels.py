"""Several things of one day behind one date, and one thing that holds the date of another."""

from __future__ import annotations

import pytest

from timeline.pipeline import tell
from timeline.text import document

CHRONICLE = """大事记
1962年1月1日　第四届棒球锦标赛在江岸举行；全国首届工业展览会在河西揭幕。
1962年1月6日　县委召开经济工作会议；会议强调要抓好落实；参观群众3万人次。
1962年3月8日　两国海军举行演习；国防部发表援外报告，共22亿元；同时慰问官兵。
"""


def told(text: str) -> list[tuple[str | None, str]]:
    return [(event.when.edtf, event.title) for event in tell(document("示例", text)).events]


def test_the_parts_of_an_entry_are_told_each() -> None:
    assert {title for day, title in told(CHRONICLE) if day == "1962-01-01"} == {
        "第四届棒球锦标赛",
        "全国首届工业展览会在河西揭幕",
    }
    assert ("1962-03-08", "国防部发表援外报告") in told(CHRONICLE)


def test_what_goes_on_with_the_first_part_is_nothing_by_itself() -> None:
    assert [title for day, title in told(CHRONICLE) if day == "1962-01-06"] == ["县委召开经济工作会议"]


def test_outside_a_chronicle_a_semicolon_begins_nothing() -> None:
    text = "1962年1月1日，第四届棒球锦标赛在江岸举行；全国首届工业展览会在河西揭幕。"
    assert [title for _, title in told(text)] == ["第四届棒球锦标赛"]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("2021年3月2日，公安局通报处理2月28日发生的斗殴事件。", [("2021-03-02", "公安局通报处理斗殴事件")]),
        (
            "1980年5月17日，尚未上任的总统宣布戒严、派兵镇压5月18日爆发的民主运动。",
            [("1980-05-17", "尚未上任的总统宣布戒严、派兵镇压民主运动")],
        ),
        # what is to come is told too
        (
            "2021年3月2日，县委部署3月5日开始的清理整治行动。",
            [("2021-03-02", "县委部署清理整治行动"), ("2021-03-05", "清理整治行动")],
        ),
        (
            "2025年2月19日，统计局发布1月份商品住宅销售价格变动情况。",
            [("2025-02-19", "统计局发布1月份商品住宅销售价格变动情况")],
        ),
    ],
)
def test_a_date_in_an_object_is_that_of_the_object(text: str, events: list[tuple[str, str]]) -> None:
    assert told(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("物业费缴纳截止时间延长至2026年5月15日。", [("2026-05-15", "物业费缴纳截止时间延长")]),
        (
            "原定于2025年10月16日的《数据结构》实验课，因机房检修调整到10月21日第7-8节，地点不变。",
            [("2025-10-21", "《数据结构》实验课")],
        ),
        ("兹定于2026年4月18日22:00至次日6:00对本小区实施停水。", [("2026-04-18/2026-04-19", "本小区停水")]),
        ("2026年11月28日至29日为运动会，遇雨顺延。", [("2026-11-28/2026-11-29", "运动会")]),
        ("课本剧展演安排在2024年5月14日。", [("2024-05-14", "课本剧展演")]),
    ],
)
def test_what_is_moved_or_done_to_something_is_told_by_its_name(text: str, events: list[tuple[str, str]]) -> None:
    assert told(text) == events


def test_lines_of_a_poster_are_told_by_their_names() -> None:
    poster = (
        "活動快訊 2025年12月\n🎄聖誕說故事：12/20(六)10:30-11:30 兒童室，免報名\n"
        "✏️寒假閱讀營：115年1月26日至28日，報名12月8日上午9時起\n"
    )
    assert {("2025-12-20", "聖誕說故事"), ("2026-01-26/2026-01-28", "寒假閱讀營")} <= set(told(poster))
    assert all(day != "2025-12" for day, _ in told(poster))
