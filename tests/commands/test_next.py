"""`timeline next`: deadlines first, then what is under way, then day by day; nothing that is past."""

from pathlib import Path

import pytest

from tests.commands.session import Run, one_line

TEXT = """关于活动的通知

2022年5月10日，市残联举行开幕式。

2022年5月12日至20日，市残联举办摄影展。

请于2022年5月30日前报送总结。

2022年5月15日，县残联举行演讲比赛。

2023年1月5日，省残联举行座谈会。
"""


@pytest.fixture
def plans() -> str:
    Path("plans.txt").write_text(TEXT, encoding="utf-8")
    return "plans.txt"


def test_what_lies_ahead_of_a_day(run: Run, plans: str) -> None:
    result = run("next", plans, "--date", "2022-05-14", "--lang", "zh")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "从2022年5月14日 星期六起"
    in_order = [
        "── 截止 ",
        "5月30日 星期一  16 天后",
        "── 正在进行 ",
        "摄影展",
        "5月15日 星期日",
        "明天",
        "演讲比赛",
        "── 2023年1月 ",
    ]
    places = [result.stdout.index(words) for words in in_order]
    assert places == sorted(places)
    assert "开幕式" not in result.stdout


@pytest.mark.parametrize(
    ("day", "said"), [("2022-05-30", "today"), ("2022-05-29", "tomorrow"), ("2022-05-20", "in 10 days")]
)
def test_how_far_away_a_deadline_is(run: Run, plans: str, day: str, said: str) -> None:
    assert f"Monday 30 May  {said}\n" in run("next", plans, "--date", day).stdout


def test_a_deadline_of_another_year_names_it(run: Run, plans: str) -> None:
    assert "May 2022  Monday 30 May  in 150 days" in run("next", plans, "--date", "2021-12-31").stdout


@pytest.mark.parametrize(
    ("day", "ahead"),
    [("2023-01-05", {"座谈会"}), ("2023-01-06", set()), ("2022-05-21", {"报送", "座谈会"})],
)
def test_nothing_past_is_told(run: Run, plans: str, day: str, ahead: set[str]) -> None:
    result = run("next", plans, "--date", day)
    names = {"开幕式", "摄影展", "报送", "演讲", "座谈会"}
    assert {name for name in names if name in result.stdout} == ahead
    assert ("Nothing is due" in result.stdout) == (not ahead)


def test_it_can_be_narrowed(run: Run, plans: str) -> None:
    shown = run("next", plans, "--date", "2022-05-14", "--to", "本月底", "--search", "演讲").stdout
    assert "演讲比赛" in shown
    assert "报送" not in shown


def test_the_day_is_asked_for(run: Run, plans: str) -> None:
    result = run("next", plans)
    assert (result.exit_code, result.stdout) == (2, "")
    assert one_line(result) == "timeline: from which day on? add --today, or --date DATE"


def test_the_day_dates_no_document(run: Run) -> None:
    assert "开幕式" not in run("next", "-", "--date", "2022-05-14", input="明天，市残联举行开幕式。").stdout
