"""What all commands do alike: files that cannot be read, wrong usage, help, endings."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.commands.session import TEXT, Run, one_line
from timeline import __version__
from timeline.__main__ import main as started
from timeline.cli import COMMANDS
from timeline.export import EXPORTERS

# --- what cannot be read ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [("show",), ("export", "-o", "out")])
def test_a_broken_file_is_one_line_and_stops_no_other(run: Run, notice: str, command: tuple[str, ...]) -> None:
    Path("a.txt").write_bytes(b"\x80\xff\x81")
    Path("z.txt").write_bytes(b"")
    result = run(*command, ".", "none.txt")
    lines = result.stderr.splitlines()
    assert result.exit_code == 1
    assert lines[0].startswith("timeline: a.txt: is no text in UTF-8, UTF-16, GB18030 or Big5: byte 0x80 at byte 0")
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
    assert one_line(result).startswith("timeline: empty: holds no file that can be read (.txt, .md,")
    assert result.exit_code == 1


def test_what_is_skipped_is_said_and_is_no_error(run: Run, notice: str) -> None:
    Path("picture.png").write_bytes(b"\x89PNG")
    result = run("show", ".")
    assert one_line(result) == "timeline: .: 1 file skipped: picture.png"
    assert result.exit_code == 0


def test_a_fault_of_the_program_costs_only_its_document(run: Run, notice: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import timeline.pipeline

    whole = timeline.pipeline.tell

    def tell(document, **given):  # type: ignore[no-untyped-def]
        if document.name == "bad.txt":
            raise ZeroDivisionError("division by zero")
        return whole(document, **given)

    monkeypatch.setattr("timeline.commands.together.tell", tell)
    Path("bad.txt").write_text(TEXT, encoding="utf-8")
    result = run("show", ".")
    assert one_line(result).startswith(
        "timeline: bad.txt: could not be understood, a fault of the program (ZeroDivision"
    )
    assert result.exit_code == 1
    assert "Sunday 15 May" in result.stdout


def test_a_fault_of_the_program_is_one_line_and_says_where(
    run: Run, notice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def render(*_: object) -> str:
        raise ZeroDivisionError("division\x1b[31m by zero")

    monkeypatch.setattr("timeline.export.terminal.render", render)
    result = run("show", notice)
    said = one_line(result)
    assert said.startswith("timeline: a fault of the program (ZeroDivisionError: division")
    assert said.endswith("); please report it")
    assert "commands/show.py:" in said
    assert "\x1b" not in said
    assert result.exit_code == 1


def test_a_calendar_that_cannot_be_read_costs_no_other(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import timeline.read.calendar

    whole = timeline.read.calendar.story

    def story(name: str, data: bytes):  # type: ignore[no-untyped-def]
        if name == "bad.ics":
            raise ZeroDivisionError("division by zero")
        return whole(name, data)

    monkeypatch.setattr("timeline.read.calendar.story", story)
    event = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20220512\nSUMMARY:会\nEND:VEVENT\n"
    for name, count in (("bad.ics", 1), ("large.ics", 40), ("a.ics", 1)):
        Path(name).write_text(f"BEGIN:VCALENDAR\n{event * count}END:VCALENDAR\n", encoding="utf-8")
    result = run("show", "bad.ics", "large.ics", "a.ics", "--max-size", "1k")
    assert [line.partition(": ")[2][:40] for line in result.stderr.splitlines()] == [
        "bad.ics: could not be understood, a faul",
        "large.ics: is larger than 1 kB: see --ma",
    ]
    assert result.exit_code == 1
    assert "12 May" in result.stdout


# --- wrong usage ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show",), "PATH is missing"),
        (("show", "a.txt", "--year", "9" * 5_000), "--year: not a year"),
        (("show", "a.txt", "--max-size", "9" * 5_000), "--max-size: no size like"),
        (("export", "a.txt"), "--output is missing"),
        (("export", "a.txt", "-o"), "-o wants a value"),
        (("export", "a.txt", "-o", "x", "--format", "pdf"), "--format: no such format: pdf (there are ics,"),
        (("show", "a.txt", "--year", "two"), "--year: not a year: two"),
        (("show", "a.txt", "--from", "never"), "--from: not a date: never"),
        (("show", "a.txt", "--from", "某天"), "--from: not a date: 某天"),
        (("show", "a.txt", "--from", "上周五"), "--from: 上周五 depends on the day it is said: write it out, or add"),
        (("show", "a.txt", "--to", "5月"), "--to: 5月 depends on the day"),
        (("show", "a.txt", "--to", "last friday"), "--to: last friday depends on the day"),
        (("show", "a.txt", "--during", "助残日期间"), "--during: 助残日期间 depends on the day"),
        (("show", "a.txt", "--during", "某天"), "--during: not a date: 某天"),
        (("show", "a.txt", "--search", "，。"), "--search: no word to look for: ，。"),
        (("show", "a.txt", "--date", "昨天"), "--date: not a date: 昨天"),
        (("show", "a.txt", "--date", "2022-05-01", "--today"), "--date and --today both"),
        (("show", "a.txt", "--today", "--date", "2022-05-01"), "--date and --today both"),
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


# --- help, version, endings -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
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


def test_an_interrupt_while_modules_load_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Loading(ModuleType):
        def __getattr__(self, name: str) -> object:
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "timeline.cli", Loading("timeline.cli"))
    with pytest.raises(SystemExit) as ended:
        started()
    assert ended.value.code == 130
    assert capsys.readouterr() == ("", "")


def test_a_command_that_is_mistyped_is_told_what_may_be_meant(run: Run) -> None:
    assert (
        one_line(run("shwo", "seeds")) == "timeline: no such command: shwo; did you mean show? (see `timeline --help`)"
    )
    assert "did you mean" not in one_line(run("zzz"))
