"""`timeline show`: what it prints, in which language, and what of it is asked for."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.commands.session import TEXT, Run, one_line


def test_show_prints_the_timeline_as_plain_text(run: Run, notice: str) -> None:
    result = run("show", notice)
    assert result.exit_code == 0
    assert "Sunday 15 May" in result.stdout
    assert "deadline, that day included" in result.stdout
    assert "[1] notice.txt" in result.stdout
    assert "\x1b" not in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("environment", "chinese"),
    [
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "zh_TW.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, True),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "de_DE.UTF-8"}, False),
        ({"LANG": ""}, False),
    ],
)
def test_the_locale_chooses_the_language(run: Run, notice: str, environment: dict[str, str], chinese: bool) -> None:
    assert ("星期日" in run("show", notice, **environment).stdout) == chinese


def test_a_kind_that_is_none_is_told_with_all_there_are(run: Run, notice: str) -> None:
    result = run("show", notice, "--kind", "宴席")
    assert result.exit_code == 2
    assert "宴席" in one_line(result)
    assert "ceremony" in one_line(result)


def test_lang_wins_over_the_locale_wherever_it_stands(run: Run, notice: str) -> None:
    for arguments in (
        ("--lang", "zh", "show", notice),
        ("show", notice, "--lang=zh"),
        ("show", "--lang", "zh", notice),
    ):
        assert "星期日" in run(*arguments).stdout
    assert "Sunday" in run("show", notice, "--lang", "en", LANG="zh_CN.UTF-8").stdout


@pytest.mark.parametrize(
    ("arguments", "kept"),
    [
        ((), {"15 May", "30 May"}),
        (("--from", "2022-05-16"), {"30 May"}),
        (("--from", "2022年5月16日"), {"30 May"}),
        (("--to", "2022-05-15"), {"15 May"}),
        (("--to", "2022-04"), set()),
        (("--from", "2022-05", "--to", "2022-05"), {"15 May", "30 May"}),
        (("--from", "2022年5月", "--to", "2022年5月"), {"15 May", "30 May"}),
        (("--from", "16 May 2022"), {"30 May"}),
        (("--to", "May 2022"), {"15 May", "30 May"}),
        (("--place", "人民廣場"), {"15 May"}),
        (("--place", "北京"), set()),
        (("--place", "北京", "--place", "广场"), {"15 May"}),
        (("--kind", "ceremony"), {"15 May"}),
        (("--kind", "儀式"), {"15 May"}),
        (("--kind", "Deadline"), {"30 May"}),
        (("--kind", "截止", "--kind", "ceremony"), {"15 May", "30 May"}),
        (("--kind", "court"), set()),
        (("--search", "人民廣場"), {"15 May"}),
        (("--search", "广场开幕式"), {"15 May"}),
        (("--search", "报送", "--search", "总结"), {"30 May"}),
        (("--search", "报送 广场"), set()),
        (("--during", "2022年5月底"), {"30 May"}),
        (("--during", "第三十二次全国助残日"), {"15 May"}),
        (("--during", "助残日期间", "--date", "2022-06-01"), {"15 May"}),
        (("--during", "May 2022", "--from", "2022-05-16"), {"30 May"}),
        (("--during", "上周日", "--date", "2022-05-20"), {"15 May"}),
    ],
)
def test_what_is_shown_can_be_narrowed(run: Run, notice: str, arguments: tuple[str, ...], kept: set[str]) -> None:
    result = run("show", notice, *arguments)
    assert result.exit_code == 0
    assert {day for day in ("15 May", "30 May") if f"day {day}\n" in result.stdout} == kept


def test_a_year_and_a_day_can_be_given(run: Run) -> None:
    assert "Year unknown" in run("show", "-", input="5月12日，举行开幕式。").stdout
    assert "12 May 2021" in run("show", "-", "--year", "2021", input="5月12日，举行开幕式。").stdout
    assert "30 April 2022" in run("show", "-", "--date", "2022-05-01", input="昨日，举行开幕式。").stdout


def test_standard_input_with_a_bom(run: Run) -> None:
    result = run("show", "-", input=b"\xef\xbb\xbf" + TEXT.encode())
    assert result.exit_code == 0
    assert "[1] stdin" in result.stdout


def test_the_clock_is_asked_only_by_today(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def clock() -> date:
        asked.append(1)
        return date(2022, 5, 20)

    asked: list[int] = []
    monkeypatch.setattr("timeline.world.today", clock)
    text = "昨日，举行开幕式。5月1日，举行比赛。"
    assert "2022" not in run("show", "-", input=text).stdout
    assert not asked
    assert "19 May 2022" in run("show", "-", "--today", input=text).stdout
    shown = run("show", "-", "--today", "--from", "上周五", input=text).stdout
    assert "19 May 2022" in shown
    assert "比赛" not in shown
    assert run("show", "-", "--from", "last friday", "--today", input=text).stdout == shown


def test_strict_leaves_guesses_out_and_lists_them(run: Run) -> None:
    text = "5月12日，市残联举行开幕式。"
    assert "开幕式" in run("show", "-", input=text).stdout
    result = run("show", "-", "--strict", input=text)
    assert "开幕式" not in result.stdout
    assert one_line(result).startswith("timeline: stdin:1: left out, its date is a guess: 12 May ")
    assert "开幕式" in one_line(result)
    assert result.exit_code == 0


def test_strict_keeps_what_is_written_or_derived(run: Run, notice: str) -> None:
    assert run("show", notice, "--strict").stdout == run("show", notice).stdout


def test_a_narrowed_view_lists_what_belongs_to_it_and_counts_the_rest(run: Run, notice: str) -> None:
    Path("other.txt").write_text("2022年6月29日，举行书展。\n\n2013年2月29日，举行比赛。\n", encoding="utf-8")
    whole = run("show", ".").stdout
    assert "other.txt" in whole
    assert "nothing shown here" not in whole
    part = run("show", ".", "--to", "2022-05-20", "--from", "2022-05-01").stdout
    assert notice in part
    assert "other.txt" not in part
    assert "not listed, since nothing shown here is from them: 1 document, 1 doubt" in part
    assert "does not exist" in run("show", ".", "--to", "2013").stdout
    run("export", ".", "-o", "out", "--from", "2022-05-01", "--format", "markdown,json")
    page = Path("out/timeline.md").read_text(encoding="utf-8")
    assert "与所列各项无关而没有列出：1 条存疑" in page
    made = json.loads(Path("out/timeline.json").read_text(encoding="utf-8"))
    assert made["beside"] == {"sources": 0, "notes": 1}
    assert made["notes"] == []


def test_a_calendar_is_shown_as_it_is(run: Run, notice: str) -> None:
    run("export", notice, "-o", "out", "--lang", "en")
    result = run("show", "out/timeline.ics", "--lang", "en")
    assert result.exit_code == 0
    assert "【Due】" in result.stdout
    both = run("show", notice, "out/timeline.ics", "--lang", "en")
    assert "2 documents" in both.stdout


def test_nothing_found_is_said(run: Run, notice: str) -> None:
    result = run("show", notice, "--search", "没有的词")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:2] == ["Timeline", "Nothing is as you asked; ask for less."]


def test_the_chart_is_drawn_when_asked_for(run: Run) -> None:
    text = "2022年5月8日至20日，市残联举办摄影展。"
    assert "├" not in run("show", "-", input=text).stdout
    assert " " * 9 + "├" + "─" * 11 + "┤" in run("show", "-", "--chart", input=text).stdout
