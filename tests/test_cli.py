"""The command line: what it prints, where, in which language, and the code it ends with."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline import __version__
from timeline.cli import main
from timeline.export import EXPORTERS

TEXT = "关于活动的通知\n\n2022年5月15日，市残联在人民广场举行开幕式。\n\n请于5月30日前报送总结。\n"

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the program in an empty folder, in English unless the test says otherwise."""
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str, input: str | bytes | None = None, **environment: str) -> Result:
        result = CliRunner().invoke(main, list(arguments), input=input, env={"LANG": "en_US.UTF-8", **environment})
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run


@pytest.fixture
def notice(tmp_path: Path) -> str:
    (tmp_path / "notice.txt").write_text(TEXT, encoding="utf-8")
    return "notice.txt"


def one_line(result: Result) -> str:
    (line,) = result.stderr.splitlines()
    return line


# --- show ------------------------------------------------------------------------------------------------------------


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


# --- what cannot be read ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [("show",), ("export", "-o", "out")])
def test_a_broken_file_is_one_line_and_stops_no_other(run: Run, notice: str, command: tuple[str, ...]) -> None:
    Path("a.txt").write_bytes("五月".encode("gb18030"))
    Path("z.txt").write_bytes(b"")
    result = run(*command, ".", "none.txt")
    lines = result.stderr.splitlines()
    assert result.exit_code == 1
    assert lines[0].startswith("timeline: a.txt: is not UTF-8: byte 0xCE at byte 0;")
    assert lines[1:3] == ["timeline: z.txt: is empty", "timeline: none.txt: no such file or folder"]
    assert "notice.txt" in result.stdout or Path("out/timeline.md").read_text(encoding="utf-8").count("notice.txt")


def test_errors_are_said_in_chinese(run: Run) -> None:
    result = run("show", "none.txt", LANG="zh_CN.UTF-8")
    assert one_line(result) == "timeline：none.txt：没有这个文件或文件夹"
    assert result.exit_code == 1
    assert result.stdout == ""


def test_an_empty_folder(run: Run) -> None:
    Path("empty").mkdir()
    result = run("show", "empty")
    assert one_line(result) == "timeline: empty: holds no .txt file"
    assert result.exit_code == 1


def test_what_is_skipped_is_said_and_is_no_error(run: Run, notice: str) -> None:
    Path("picture.png").write_bytes(b"\x89PNG")
    result = run("show", ".")
    assert one_line(result) == "timeline: .: 1 file skipped, not .txt: picture.png"
    assert result.exit_code == 0


def test_a_fault_of_the_program_costs_only_its_document(run: Run, notice: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import timeline.pipeline

    whole = timeline.pipeline.tell

    def tell(document, **given):  # type: ignore[no-untyped-def]
        if document.name == "bad.txt":
            raise ZeroDivisionError("division by zero")
        return whole(document, **given)

    monkeypatch.setattr("timeline.pipeline.tell", tell)
    Path("bad.txt").write_text(TEXT, encoding="utf-8")
    result = run("show", ".")
    assert one_line(result).startswith(
        "timeline: bad.txt: could not be understood, a fault of the program (ZeroDivision"
    )
    assert result.exit_code == 1
    assert "Sunday 15 May" in result.stdout


# --- wrong usage -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show",), "PATH is missing"),
        (("export", "a.txt"), "--output is missing"),
        (("export", "a.txt", "-o"), "-o wants a value"),
        (("export", "a.txt", "-o", "x", "--format", "pdf"), "--format: no such format: pdf (there are ics,"),
        (("show", "a.txt", "--year", "two"), "--year: not a year: two"),
        (("show", "a.txt", "--from", "never"), "--from: not a date: never"),
        (("show", "a.txt", "--from", "某天"), "--from: not a date: 某天"),
        (("show", "a.txt", "--lang", "fr"), "--lang: no such language: fr"),
        (("show", "a.txt", "--colour"), "no such option: --colour"),
        (("sing",), "no such command: sing"),
        (("explain", "a", "b"), "unexpected extra argument"),
        (("explain", "."), ".: is a folder"),
        (("resolve",), "give a TEXT"),
        (("resolve", "5月", "--batch"), "give a TEXT"),
    ],
)
def test_wrong_usage_is_one_line_and_code_2(run: Run, arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert said in one_line(result)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_from_after_to(run: Run, notice: str) -> None:
    result = run("show", notice, "--from", "2023", "--to", "2022")
    assert one_line(result) == "timeline: --from 2023-01-01 is after --to 2022-12-31"
    assert result.exit_code == 2


def test_strict_makes_a_doubt_an_error(run: Run) -> None:
    text = "2013年2月29日，举行开幕式。"
    assert run("show", "-", input=text).exit_code == 0
    result = run("show", "-", "--strict", input=text)
    assert result.exit_code == 3
    assert "1 doubt" in one_line(result)


# --- export ----------------------------------------------------------------------------------------------------------


def test_export_writes_and_says_what_it_wrote(run: Run, notice: str) -> None:
    result = run("export", notice, "-o", "new/out")
    assert result.exit_code == 0
    assert sorted(path.name for path in Path("new/out").iterdir()) == ["timeline.ics", "timeline.json", "timeline.md"]
    for line, name in zip(result.stdout.splitlines(), ("ics", "md", "json"), strict=True):
        size = Path(f"new/out/timeline.{name}").stat().st_size
        assert line.startswith(f"new/out/timeline.{name}: ")
        assert line.endswith(f" events, {size} bytes")


def test_two_exports_are_the_same_bytes_in_any_locale(run: Run, notice: str) -> None:
    run("export", notice, "-o", "one")
    run("export", notice, "-o", "two", LANG="zh_CN.UTF-8", TZ="America/New_York")
    run("export", str(Path(notice).resolve()), "-o", "three", LC_ALL="C")
    for name in ("ics", "md", "json"):
        first = Path(f"one/timeline.{name}").read_bytes()
        assert first == Path(f"two/timeline.{name}").read_bytes() == Path(f"three/timeline.{name}").read_bytes()
        assert str(Path.cwd()).encode() not in first


def test_source_date_epoch_stamps_the_calendar(run: Run, notice: str) -> None:
    run("export", notice, "-o", "out", "--format", "ics", SOURCE_DATE_EPOCH="1672531200")
    assert b"DTSTAMP:20230101T000000Z" in Path("out/timeline.ics").read_bytes()
    result = run("export", notice, "-o", "out", SOURCE_DATE_EPOCH="yesterday")
    assert one_line(result) == "timeline: SOURCE_DATE_EPOCH is no number of seconds: yesterday"
    assert result.exit_code == 2


def test_formats_can_be_chosen(run: Run, notice: str) -> None:
    run("export", notice, "-o", "out", "--format", "json, text")
    assert sorted(path.name for path in Path("out").iterdir()) == ["timeline.json", "timeline.txt"]


def test_files_speak_the_language_that_is_asked_for(run: Run, notice: str) -> None:
    run("export", notice, "-o", "out", "--lang", "en")
    assert "Sunday 15 May 2022" in Path("out/timeline.md").read_text(encoding="utf-8")


def test_what_the_calendar_cannot_hold_is_said(run: Run) -> None:
    result = run("export", "-", "-o", "out", input="5月12日，举行开幕式。")
    assert one_line(result) == "timeline: Not in the calendar: 1 without a year"
    assert result.exit_code == 0
    assert b"VEVENT" not in Path("out/timeline.ics").read_bytes()


def test_a_file_that_cannot_be_written_costs_no_other(run: Run, notice: str) -> None:
    Path("out/timeline.md").mkdir(parents=True)
    result = run("export", notice, "-o", "out")
    assert result.exit_code == 1
    assert one_line(result).startswith("timeline: out/timeline.md: cannot be written: ")
    assert sorted(path.name for path in Path("out").iterdir()) == ["timeline.ics", "timeline.json", "timeline.md"]


def test_an_old_export_is_replaced_and_a_link_stays_a_link(run: Run, notice: str) -> None:
    Path("out").mkdir()
    Path("kept.md").write_text("old", encoding="utf-8")
    Path("out/timeline.md").symlink_to(Path("kept.md").resolve())
    run("export", notice, "-o", "out", "--format", "markdown")
    assert Path("out/timeline.md").is_symlink()
    assert Path("kept.md").read_text(encoding="utf-8").startswith("# ")


# --- explain and resolve ---------------------------------------------------------------------------------------------


def test_explain_shows_sentence_value_and_reason(run: Run, notice: str) -> None:
    result = run("explain", notice)
    assert result.exit_code == 0
    assert "notice.txt:5: 请于【5月30日前】报送总结。" in result.stdout
    assert "  = ../2022-05-30 = by 30 May 2022 (deadline, derived)" in result.stdout
    assert "    - " in result.stdout


def test_explain_as_json_has_offsets_of_the_file(run: Run) -> None:
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    Path("crlf.txt").write_bytes(data)
    story = json.loads(run("explain", "crlf.txt", "--json").stdout)
    raw = data.decode("utf-8-sig")
    assert [e["edtf"] for e in story["expressions"]] == ["2022-05-15", "../2022-05-30"]
    for found in [*story["expressions"], *(part for event in story["events"] for part in event["evidence"])]:
        assert raw[found["start"] : found["end"]] == found["text"]


def test_explain_reads_standard_input(run: Run) -> None:
    story = json.loads(run("explain", "-", "--json", input=TEXT).stdout)
    assert story["document"]["source"] == "stdin"


@pytest.mark.parametrize(
    ("text", "value"),
    [("明天", "2022-05-02"), ("5月10日至12日", "2022-05-10/2022-05-12"), ("２０２０年５月", "2020-05")],
)
def test_resolve_says_what_a_phrase_means(run: Run, text: str, value: str) -> None:
    result = run("resolve", text, "--date", "2022-05-01")
    assert result.stdout.startswith(f"{text}\n  = {value} = ")
    assert result.stderr == ""
    assert result.exit_code == 0


def test_resolve_counts_from_today_and_says_so(run: Run) -> None:
    result = run("resolve", "2022年5月15日")
    assert one_line(result).startswith("timeline: counted from 20")


def test_resolve_finds_nothing(run: Run) -> None:
    result = run("resolve", "没有时间", "--date", "2022-05-01")
    assert one_line(result) == "timeline: no time expression"
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


# --- help, version, endings ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [(), *((name,) for name in main.commands)])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_command_has_help_with_examples_and_exit_codes(run: Run, command: tuple[str, ...], language: str) -> None:
    result = run("--lang", language, *command, "--help")
    assert result.exit_code == 0
    assert {"en": "Examples:", "zh": "示例："}[language] in result.stdout
    assert {"en": "Exit codes:", "zh": "退出码："}[language] in result.stdout
    assert "help-" not in result.stdout
    assert result.stdout == run(*command, "-h", "--lang", language).stdout


def test_the_formats_in_the_help_are_those_there_are(run: Run) -> None:
    text = " ".join(run("export", "--help").stdout.split())
    assert ", ".join(exporter.NAME for exporter in EXPORTERS) in text


def test_no_command_shows_the_help(run: Run) -> None:
    assert run().stdout == run("--help").stdout


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"timeline {__version__}\n"


def program(*arguments: str, **more: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "timeline", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **more,  # type: ignore[call-overload]
    )


def test_a_terminal_without_chinese_is_no_error() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "LC_ALL": "C.UTF-8"}
    with program("resolve", "5月", "--date", "2022-05-01", env=environment) as process:
        output, errors = process.communicate()
    assert output.startswith(b"5?\n  = 2022-05 = May 2022 ")
    assert errors == b""


def test_a_reader_who_goes_away_is_no_error() -> None:
    with program("resolve", "--batch") as process:
        assert process.stdin
        assert process.stdout
        process.stdout.close()
        line = json.dumps({"id": 1, "text": "2022年5月15日", "reference": "2022-05-01"}).encode() + b"\n"
        try:
            process.stdin.write(line * 2000)
            process.stdin.close()
        except BrokenPipeError:
            pass
        assert process.stderr
        assert process.stderr.read() == b""
        assert process.wait() == 141


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGINT to send")
def test_an_interrupt_is_one_line() -> None:
    with program("resolve", "--batch", env={**os.environ, "LC_ALL": "C.UTF-8"}) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b'{"id": 1, "text": "2022\xe5\xb9\xb4", "reference": "2022-05-01"}\n')
        process.stdin.flush()
        assert process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.stderr.read().strip().splitlines()[-1] == b"timeline: interrupted"
        assert process.wait() == 130
