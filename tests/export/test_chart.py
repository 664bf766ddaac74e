"""The chart of a month: every day in its column, every bar under its days, nothing wider than the screen."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.samples import story_of, timeline_of
from timeline.export import terminal
from timeline.export.chart import bar, scale
from timeline.export.options import Options
from timeline.layout import columns, fitted
from timeline.model import Timeline, When

MAY = date(2022, 5, 1), date(2022, 5, 31)


def shown(timeline: Timeline, **options: object) -> list[str]:
    return terminal.render(timeline, Options(chart=True, **options)).splitlines()  # type: ignore[arg-type]


def test_the_chart_of_a_month(of: Callable[..., Timeline]) -> None:
    timeline = of(
        ("5月8日至10日", When(edtf="2022-05-08/2022-05-10"), "技能竞赛", {}),
        ("5月9日", When(edtf="2022-05-09"), "走访", {}),
        ("5月9日至6月2日", When(edtf="2022-05-09/2022-06-02"), "助学计划", {}),
        ("6月3日", When(edtf="2022-06-03"), "总结会", {}),
    )
    lines = shown(timeline)
    at = lines.index("  1   5    10   15   20   25   30")
    assert lines[at - 1].startswith("── 2022年5月 ")
    assert lines[at + 1 : at + 5] == [
        "  ·     ·12    ··     ··     ··",  # the seventh is a Saturday
        "         ├─┤                       技能竞赛",
        "          ├" + "─" * 21 + "▸  助学计划",
        "",
    ]
    june = next(i for i, line in enumerate(lines) if line.startswith("── 2022年6月"))
    assert lines[june + 3].startswith("  ◂┤")


def test_a_quiet_month_has_no_chart(of: Callable[..., Timeline]) -> None:
    lines = shown(of(("5月9日", When(edtf="2022-05-09"), "走访", {})))
    assert not [line for line in lines if line.startswith("  1   5 ")]


@given(st.dates(date(2022, 4, 1), date(2022, 6, 30)), st.integers(0, 60), st.sampled_from([1, 2]))
def test_a_bar_lies_under_its_days(first: date, length: int, step: int) -> None:
    last = first + timedelta(days=length)
    if first > MAY[1] or last < MAY[0]:
        return
    drawn = bar(first, last, MAY, step)
    begin, end = max(first, MAY[0]), min(last, MAY[1])
    assert len(drawn) - len(drawn.lstrip()) == (begin.day - 1) * step
    assert len(drawn) == (end.day - 1) * step + 1
    if begin < end:
        assert (drawn.lstrip()[0], drawn[-1]) == ("◂" if first < begin else "├", "▸" if last > end else "┤")


@pytest.mark.parametrize("days", [28, 29, 30, 31])
@pytest.mark.parametrize("step", [1, 2])
def test_numbers_stand_over_their_days(days: int, step: int) -> None:
    for match in re.finditer(r"\d+", scale(days, step)):
        assert match.start() == (int(match[0]) - 1) * step
    assert int(scale(days, step).split()[-1]) <= days


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_is_wider_than_the_screen(timeline: Timeline, width: int, language: str) -> None:
    lines = shown(timeline, width=width, language=language, everything=True)
    assert any("├" in line for line in lines)
    assert [line for line in lines if columns(line) > width] == []
    assert [line for line in lines if line != line.rstrip()] == []


def test_colour_changes_no_letter(timeline: Timeline) -> None:
    coloured = "\n".join(shown(timeline, colour=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == "\n".join(shown(timeline))


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1), st.integers(8, 60))
def test_what_fits_is_a_beginning(text: str, width: int) -> None:
    short = fitted(text, width)
    assert columns(short) <= width
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


@given(st.text(max_size=60))
def test_no_title_breaks_the_chart(title: str) -> None:
    row = ("5月8日至10日", When(edtf="2022-05-08/2022-05-10"), title or "一", {})
    lines = shown(timeline_of(story_of((row,))))
    assert all(columns(line) <= 80 for line in lines)
