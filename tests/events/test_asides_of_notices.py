"""What a notice, a regulation, a speech or a memoir says with a date and nobody does, and what stays beside it."""

from __future__ import annotations

import pytest

from timeline.pipeline import tell
from timeline.text import document


def told(raw: str) -> list[tuple[str | None, str, str]]:
    """Days, title and weight of every event."""
    return [(e.when.edtf, e.title, e.weight.value) for e in tell(document("示例", raw)).events]


def test_who_may_apply_is_no_event_and_the_term_is() -> None:
    notice = (
        "关于2024年职称评审的通知\n一、申报条件\n1. 2023年12月31日前取得证书满5年；\n2. 1964年8月31日以后出生。\n"
        "二、时间安排\n（一）个人申报：2024年7月1日至7月20日；"
    )
    assert told(notice) == [("2024-07-01/2024-07-20", "个人申报", "core")]


def test_articles_lay_down_what_is_so_every_year() -> None:
    rules = (
        "河西大学宿舍管理规定\n第一条 为加强管理，制定本规定。\n第二条 23:00以后返回的，须登记。\n"
        "第三条 6月30日前未退宿的，按日收费。\n第四条 本规定自2018年9月10日起施行。"
    )
    assert [day for day, _, _ in told(rules)] == ["2018-09-10/.."]


def test_a_speech_is_told_by_its_title() -> None:
    speech = "局长在全县校长会议上的讲话\n（2023年3月10日）\n同志们：\n今天的会议很重要。去年，我们克服了许多困难。"
    assert told(speech) == [("2023-03-10", "局长在全县校长会议上的讲话", "core")]


def test_what_several_groups_are_is_their_content() -> None:
    groups = (
        "河西社区活动安排\n日期：2024年6月1日\n内容：游园会\n时间：上午9:00\n地点：社区广场\n\n"
        "日期：2024年6月8日\n内容：包粽子比赛\n时间：下午2:30\n地点：社区食堂"
    )
    assert [title for _, title, _ in told(groups)] == ["游园会", "包粽子比赛"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("生产日期为2021年3月5日至3月20日的奶粉可能存在隐患。", []),
        ("根据《管理办法》（第41号令，2017年9月1日起施行），现将事项通知如下。", []),
        ("2019年3月9日下午2时，活动还未开始，门口已经站满了人。", []),
        ("一九七三年秋，我回津上学。", [("1973-23", "我回津上学", "core")]),
        ("2019年，我觉得自己真的老了。", []),
        ("厂长强调，2019年我们有过教训。", [("2019", "我们有过教训", "minor")]),
    ],
)
def test_lines(line: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(f"以下是正文，说得很清楚，请大家看看。\n{line}") == expected


def test_the_headline_below_the_day_of_a_page_is_not_told_beside_the_text() -> None:
    page = (
        "2022年8月24日\n县长出席河西工业展开幕典礼\n周县长今天上午出席河西工业展开幕典礼。\n"
        "他说，展览为期三天。\n随后，他参观了展场。"
    )
    assert [day for day, _, _ in told(page)] == ["2022-08-24"]


def test_the_name_of_a_broadcast_and_its_day_is_no_event() -> None:
    assert told("# 河西新闻 2026-06-30\n\n1. 县里召开防汛会议；\n2. 河西大桥通车。") == []


def test_a_gift_of_many_things_is_one_deed_of_a_life() -> None:
    ((day, _, weight),) = told("沈从山，画家。\n沈从山1994年将所藏书画77件捐赠给河西博物馆，受到好评。")
    assert (day, weight) == ("1994", "core")
