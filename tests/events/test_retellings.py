"""A headline or a speech that tells again what the text tells makes no second event."""

from __future__ import annotations

import pytest

from tests.events.marked import events, told
from timeline.pipeline import tell
from timeline.text import document


def days(text: str) -> list[str | None]:
    return [day for day, _ in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "# 城西桥⟦16日|2025-06-16⟧起封闭\n\n⟦6月16日|2025-06-16⟧,城西桥封闭施工。",
        "标题:城西桥⟦16日|2025-06-16⟧封闭\n\n⟦6月16日|2025-06-16⟧,城西桥封闭施工。",
        "⟦6月16日|2025-06-16⟧,老院长王某病逝。其女回忆说:“父亲在⟦6月16日|2025-06-16⟧走得很安详,没有痛苦。”",
    ],
)
def test_the_same_day_is_told_once(text: str) -> None:
    assert days(text) == ["2025-06-16"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 城西桥⟦16日|2025-06-16⟧封闭\n\n⟦6月17日|2025-06-17⟧,城东桥也封闭施工。", ["2025-06-16", "2025-06-17"]),
        ("他说:“我们在⟦6月16日|2025-06-16⟧举办了书画展,人很多。”", ["2025-06-16"]),
    ],
)
def test_what_only_a_headline_or_a_speech_tells_stays(text: str, expected: list[str]) -> None:
    assert days(text) == expected


def test_an_introduction_is_no_headline() -> None:
    text = "我行将于⟦8月20日|2017-08-20⟧进行系统维护,安排如下:\n\n⟦8月20日|2017-08-20⟧,网上银行停止服务。"
    assert days(text) == ["2017-08-20", "2017-08-20"]


def test_a_sentence_on_the_day_of_the_notice_tells_of_the_same_thing() -> None:
    notice = (
        "# 移动安全沙龙\n\n⟦5月30日|2015-05-30⟧,协会将举行安全沙龙,欢迎参加。\n\n"
        "时间:⟦5月30日|2015-05-30⟧\n\n地点:主楼二层"
    )
    assert days(notice) == ["2015-05-30"]


def test_another_thing_on_the_day_of_the_notice_stays() -> None:
    notice = "# 移动安全沙龙\n\n⟦5月30日|2015-05-30⟧,新馆也将开馆。\n\n时间:⟦5月30日|2015-05-30⟧\n\n地点:主楼二层"
    assert days(notice) == ["2015-05-30", "2015-05-30"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "江岸马拉松将于⟦12月10日|2023-12-10⟧在湖边开跑，⟦8月11日至9月29日|2023-08-11/2023-09-29|period⟧受理报名。\n"
            "江岸马拉松于⟦8月11日至9月29日|2023-08-11/2023-09-29|period⟧开放报名。",
            2,
        ),
        ("⟦5月3日|2023-05-03⟧生效。\n公交新票价⟦5月3日|2023-05-03⟧起生效。", 1),
        ("⟦5月3日|2023-05-03⟧在市医院去世。\n沈从山⟦5月3日|2023-05-03⟧下午在市医院离世。", 1),
        ("沈从山⟦5月3日|2023-05-03⟧在市医院去世。\n王立新⟦5月3日|2023-05-03⟧在县医院去世。", 2),
    ],
)
def test_a_bare_step_or_a_death_of_nobody_is_told_in_full(text: str, titles: int) -> None:
    assert len(events(text)) == titles


def test_a_year_tells_nothing_of_what_is_told_to_the_day() -> None:
    text = "沈从山生平\n沈从山,绍兴人。沈从山于1487年7月30日受封江王。沈从山在1487年封江王,次年沈从山到任。"
    found = [(event.when.edtf, event.title) for event in tell(document("示例", text)).events]
    assert ("1487-07-30", "沈从山受封江王") in found
    assert not any(day == "1487" for day, _ in found)
