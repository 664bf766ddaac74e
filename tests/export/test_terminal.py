"""The terminal: days as headings, nothing wider than the screen, the same without colour."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.export import terminal
from timeline.export.options import Options
from timeline.layout import columns, wrapped
from timeline.model import Certainty, EventKind, Timeline, When

PAGE = """\
活动预告
2022年5月12日至30日，2 项，1 份文件
天津 1

── 2022年5月 ───────────────────────────
5月12日 星期四
  ● 09:30  启动仪式
    天津市  [1:2]*

5月30日 星期一
  ■ 报送总结
    截止，含当日  [1:3]

● 当日  ■ 截止  * 推得

出处（[1:7] 即出处 [1] 的第 7 行）
[1] notice.txt（活动预告）
    年份 2022：test-year words=活动预告
    year=2022

存疑
  [1:1] 文件是空的
"""


def show(timeline: Timeline, **options: object) -> str:
    return terminal.render(timeline, Options(**options))  # type: ignore[arg-type]


def test_the_page_of_two_events(of: Callable[..., Timeline]) -> None:
    sure = {"place": "天津市", "certainty": Certainty.DERIVED}
    start = ("5月12日9:30", When(edtf="2022-05-12", time="09:30"), "启动仪式", sure)
    due = ("5月30日前", When(edtf="../2022-05-30"), "报送总结", {"event_kind": EventKind.DEADLINE})
    assert show(of(start, due), width=40) == PAGE


def test_the_head_counts_a_province_once_however_it_is_written(of: Callable[..., Timeline]) -> None:
    places = ("北京", "北京市海淀区", "首都图书馆", "大慶市")
    rows = [("5月12日", When(edtf="2022-05-12"), f"活动{place}", {"place": place}) for place in places]
    head = show(of(*rows)).splitlines()[2]
    assert sorted(head.split("、")) == ["北京 2", "首都图书馆 1", "黑龙江 1"]


def test_where_nothing_is_listed_no_two_lines_are_blank(of: Callable[..., Timeline]) -> None:
    assert "\n\n\n" not in show(of())


def test_english_names_days_and_months(timeline: Timeline) -> None:
    made = show(timeline, language="en", everything=True)
    assert "Thursday 12 May" in made
    assert "── April 2022 ──" in made
    assert "Year unknown" in made


def test_events_without_a_year_or_a_date_come_last(timeline: Timeline) -> None:
    made = show(timeline)
    titles = ["成立筹备组", "安全大检查", "技能竞赛", "报送总结", "“星光”演出", "开学典礼", "例会"]
    places = [made.index(title) for title in titles]
    assert places == sorted(places)


def test_the_day_of_an_observance_bears_its_name(timeline: Timeline) -> None:
    assert "5月14日 星期六  第三次游行日" in show(timeline)


def test_minor_events_are_counted_and_shown_when_asked(timeline: Timeline) -> None:
    assert "另有 1 项次要，没有列出（用 --all 列出）" in show(timeline)
    assert "分会场活动（次要）" in show(timeline, everything=True)


@pytest.mark.parametrize("width", [40, 60, 80, 100])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_is_wider_than_the_screen(timeline: Timeline, width: int, language: str) -> None:
    for line in show(timeline, width=width, language=language, everything=True).splitlines():
        assert columns(line) <= width, line
        assert line == line.rstrip()


def test_colour_changes_no_letter(timeline: Timeline) -> None:
    coloured = show(timeline, colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == show(timeline)
    assert "\x1b" not in show(timeline)


def test_columns_count_chinese_twice_and_marks_not_at_all() -> None:
    assert [columns(text) for text in ("5月", "ａ", "e\u0301", "—", "")] == [3, 2, 1, 1, 0]


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"])), st.integers(8, 60))
def test_wrapping_loses_no_letter_and_keeps_the_width(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
    assert all(columns(line) <= width for line in lines)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("省残联举行开幕式，副省长出席。", 16, ["省残联举行开幕", "式，副省长出席。"]),
        ("at the shopping centre", 10, ["at the", "shopping", "centre"]),
        ("在“百联谱梦”揭牌", 8, ["在“百联", "谱梦”揭", "牌"]),
    ],
)
def test_lines_break_where_a_printer_would(text: str, width: int, lines: list[str]) -> None:
    assert list(wrapped(text, width)) == lines


def test_the_number_of_a_source_and_its_line_stay_on_one_line() -> None:
    lines = wrapped("中山大学  lecture, guessed: the text goes on  [16:15]? [2:7]*", 48, words=True)
    assert lines == ("中山大学  lecture, guessed: the text goes on", "[16:15]? [2:7]*")
