"""What is said of an event besides its title: the document's sentence, and never a mere date."""

from __future__ import annotations

import pytest

from tests.events.marked import events
from timeline.events.description import cleaned, described
from timeline.model import Span
from timeline.text import document


def test_the_sentence_is_the_description() -> None:
    (event,) = events("天气晴朗。⟦5月12日|2022-05-12⟧，市图书馆举办盲人读书会，共有三十人参加。散会很晚。")
    assert event.description == "5月12日，市图书馆举办盲人读书会，共有三十人参加"


def test_what_is_only_a_date_is_told_with_its_title() -> None:
    doc = document("示例", "九月")
    assert described(doc, Span(0, 2), "全校開始上課") == "全校開始上課 九月"


def test_a_long_text_ends_with_a_sentence() -> None:
    doc = document("示例", "讲座开始。" + "人很多，" * 60 + "大家都来了。" + "后来，" * 100)
    text = described(doc, Span(0, len(doc.text)), "讲座开始")
    assert text.endswith("大家都来了。")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("* 5月12日 开幕", "5月12日 开幕"),
        ("见[通知](https://example.org/1)，<b>明天</b>开课", "见通知，明天开课"),
        ("”）三天后，比赛结束", "三天后，比赛结束"),
        ("a < b 时停止", "a < b 时停止"),
    ],
)
def test_layout_is_no_part_of_it(words: str, expected: str) -> None:
    assert cleaned(words) == expected
