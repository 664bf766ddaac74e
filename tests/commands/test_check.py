"""`timeline check`: every doubt, where it is, what to do about it, and the code for a pipeline."""

import json
import re
from pathlib import Path

import pytest

from tests.catalogues import rows
from tests.commands.session import Run, one_line
from timeline.messages import say

DOUBTFUL = "2013年2月29日，举行开幕式。\n\n2022年5月15日（星期一），举行比赛。\n"


def test_every_doubt_says_what_to_do() -> None:
    told = re.compile("doubt-|decision-|repair(-|$)|(tail|page)-left|cut-|read-(lost|garbled|scan-pages)$")
    doubts = {row for row in rows() if told.match(row)}
    assert {f"advice-{row}" for row in doubts} == {row for row in rows() if row.startswith("advice-")}


def test_a_note_names_file_line_words_value_and_what_to_do(run: Run) -> None:
    Path("notice.txt").write_text(DOUBTFUL, encoding="utf-8")
    result = run("check", "notice.txt")
    assert result.stdout.splitlines() == [
        "notice.txt:1: “2013年2月29日”: 2013-02-29 does not exist; the month is kept",
        "    taken for: 2013-02 = February 2013",
        "    correct the day, or write the month alone",
        "notice.txt:3: “2022年5月15日（星期一）”: 2022-05-15 is a 周日, not a 周一; the date is kept",
        "    taken for: 2022-05-15 = 15 May 2022",
        "    find out which is right, the date or the weekday, and correct the other",
        "2 notes on 1 document",
    ]
    assert result.exit_code == 0
    chinese = run("check", "notice.txt", "--lang", "zh").stdout
    assert "notice.txt:1：“2013年2月29日”：" in chinese
    assert "现取：2013-02 = 2013年2月" in chinese


@pytest.mark.parametrize(("text", "code"), [(DOUBTFUL, 1), ("2022年5月15日，举行开幕式。", 0)])
def test_a_pipeline_can_stop_on_notes(run: Run, text: str, code: int) -> None:
    assert run("check", "-", input=text).exit_code == 0
    assert run("check", "-", "--fail-on-notes", input=text).exit_code == code


def test_a_date_that_stays_open_is_a_note_until_the_year_is_given(run: Run) -> None:
    text = "5月12日，举行开幕式。"
    assert "give the year with --year" in run("check", "-", input=text).stdout
    assert run("check", "-", "--year", "2022", input=text).stdout == "0 notes on 1 document\n"


def test_json_has_the_words_and_their_place(run: Run) -> None:
    found = json.loads(run("check", "-", "--format", "json", input=DOUBTFUL).stdout)
    assert found["documents"] == ["stdin"]
    first, second = found["notes"]
    assert (first["line"], first["words"], first["rule"]) == (1, "2013年2月29日", "doubt-impossible")
    assert DOUBTFUL[second["start"] : second["end"]] == second["words"]
    assert first["advice"]


def test_a_file_that_cannot_be_read_is_an_error_of_its_own(run: Run) -> None:
    result = run("check", "none.txt")
    assert one_line(result) == "timeline: none.txt: no such file or folder"
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("活动自2022年5月20日至5月10日开展。", "doubt-backwards"),
        ("记录于05/06/2016。", "doubt-day-or-month"),
        ("2021年5月1日（农历四月初一），庙会开幕。", "doubt-moon"),
        ("第三十二次全国助残日活动通知\n某残联〔2021〕15号\n请参加。", "doubt-years"),
        ("2022年5月16日是第三十二次全国助残日。", "doubt-ordinal-date"),
        ("2022年5月10日布展。\n月12日，召开协调会。", "repair-month"),
    ],
)
def test_each_kind_of_doubt_is_shown_with_its_advice_in_both_languages(run: Run, text: str, rule: str) -> None:
    found = json.loads(run("check", "-", "--format", "json", input=text).stdout)["notes"]
    assert rule in {note["rule"] for note in found}
    for language in ("en", "zh"):
        shown = run("check", "-", "--lang", language, input=text).stdout
        assert say(language, f"advice-{rule}") in shown
