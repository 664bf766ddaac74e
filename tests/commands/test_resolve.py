"""`timeline resolve`: one phrase, or a line for each line of standard input."""

import json
from datetime import date

import pytest

from tests.commands.session import Run, one_line


@pytest.mark.parametrize(
    ("text", "value"),
    [("明天", "2022-05-02"), ("5月10日至12日", "2022-05-10/2022-05-12"), ("２０２０年５月", "2020-05")],
)
def test_resolve_says_what_a_phrase_means(run: Run, text: str, value: str) -> None:
    result = run("resolve", text, "--date", "2022-05-01")
    assert result.stdout.startswith(f"{text}\n  = {value} = ")
    assert result.stderr == ""
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("text", "value"),
    [("5月12日", "XXXX-05-12 = 12 May"), ("今年3月", "XXXX-03 = March"), ("昨天", "not datable"), ("近三年", "P3Y")],
)
def test_what_is_not_said_stays_open_and_the_options_are_named(run: Run, text: str, value: str) -> None:
    result = run("resolve", text)
    assert result.stdout.startswith(f"{text}\n  = {value} (")
    assert one_line(result) == (
        "timeline: no day to count from is given: --date DATE or --today gives one, --year only the year"
    )
    assert result.exit_code == 0


@pytest.mark.parametrize("text", ["2022年5月15日", "第三十三次全国助残日", "每周三", "三天", "15:30"])
def test_what_is_whole_asks_for_no_option(run: Run, text: str) -> None:
    assert run("resolve", text).stderr == ""


def test_a_year_or_the_day_of_the_clock_can_be_given(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.world.today", lambda: date(2022, 5, 1))
    assert "  = 2021-05-12 = " in run("resolve", "5月12日", "--year", "2021").stdout
    assert "  = 2022-05-02 = " in run("resolve", "明天", "--today").stdout


def test_resolve_finds_nothing(run: Run) -> None:
    result = run("resolve", "没有时间", "--date", "2022-05-01")
    assert one_line(result) == "timeline: no time expression in it: 没有时间"
    assert result.exit_code == 1


def test_batch_answers_each_line(run: Run) -> None:
    lines = [
        {"id": "a", "text": "明天开会", "reference": "2013-02-12T04:30:00", "expected": "not looked at"},
        {"id": "b", "text": "没有时间", "reference": "2013-02-12T04:30:00"},
        {"id": 3, "text": "2022年5月15日"},
    ]
    result = run("resolve", "--batch", input="\n".join(json.dumps(line) for line in lines))
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [answer["id"] for answer in answers] == ["a", "b", 3]
    (found,) = answers[0]["found"]
    assert set(found) == {"text", "start", "end", "kind", "intervals", "duration", "rrule"}
    assert (found["text"], found["start"], found["end"]) == ("明天", 0, 2)
    assert found["intervals"][0] == ["2013-02-13T00:00:00", "2013-02-14T00:00:00"]
    assert answers[1]["found"] == []
    assert answers[2]["found"][0]["intervals"] == [["2022-05-15T00:00:00", "2022-05-16T00:00:00"]]


def test_a_line_without_a_reference_counts_from_the_day_that_is_given(run: Run) -> None:
    line = json.dumps({"id": 1, "text": "明天"})
    (given,) = json.loads(run("resolve", "--batch", "--date", "2022-05-01", input=line).stdout)["found"]
    assert given["intervals"] == [["2022-05-02T00:00:00", "2022-05-03T00:00:00"]]
    (unplaced,) = json.loads(run("resolve", "--batch", input=line).stdout)["found"]
    assert unplaced["intervals"] == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"no json", 'line 1: is no JSON object with the key "text"'),
        (b"[1]", 'line 1: is no JSON object with the key "text"'),
        (b'{"id": 1}', 'line 1: is no JSON object with the key "text"'),
        (b"\xff\xfe", 'line 1: is no JSON object with the key "text"'),
        (b'{"text": "5\xe6\x9c\x88", "reference": "soon"}', 'line 1: "reference" is no ISO date: soon'),
    ],
)
def test_batch_goes_on_after_a_bad_line(run: Run, line: bytes, said: str) -> None:
    good = json.dumps({"id": "good", "text": "2022年", "reference": "2022-05-01"}).encode()
    result = run("resolve", "--batch", input=line + b"\n\n" + good)
    assert one_line(result) == f"timeline: {said}"
    assert json.loads(result.stdout)["id"] == "good"
    assert result.exit_code == 1
