"""`timeline corpus`, `stats`, `watch`, and `--jobs`: what is said, what is shown, with which exit code."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.commands.session import TEXT, Run, one_line
from tests.corpus import pages
from timeline.export.files import locked


@pytest.fixture
def corpus(run: Run) -> str:
    Path("pages.jsonl").write_bytes(pages.lines())
    assert run("corpus", "pages.jsonl", "-o", "events").exit_code == 0
    return "events"


def test_corpus_says_what_became_of_the_input(run: Run) -> None:
    Path("pages.jsonl").write_bytes(pages.lines())
    result = run("corpus", "pages.jsonl", "-o", "events")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "events: 4 events in 3 documents, 1 shard",
        "1 document is not in Chinese and was passed over",
        "3 documents could not be read: events/problems.jsonl says which and why",
    ]
    chinese = run("corpus", "pages.jsonl", "-o", "events", "--resume", "--lang", "zh")
    assert chinese.stdout.startswith("events：3 份文件，4 项")


def test_reasons_speak_chinese_unless_another_language_is_asked_for(run: Run) -> None:
    Path("pages.jsonl").write_bytes(pages.lines())
    for folder, more in (("events", ()), ("other", ("--lang", "en"))):
        run("corpus", "pages.jsonl", "-o", folder, *more)
    chinese, english = (Path(folder, "problems.jsonl").read_text(encoding="utf-8") for folder in ("events", "other"))
    assert "不是一行 JSON" in chinese
    assert "is no line of JSON" in english


def test_one_run_at_a_time_makes_a_corpus(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("fcntl")
    monkeypatch.setattr("timeline.export.files._TRIES", 1)
    Path("pages.jsonl").write_bytes(pages.lines())
    with locked(Path("events")):
        result = run("corpus", "pages.jsonl", "-o", "events")
    assert result.exit_code == 1
    assert "another" in one_line(result)
    assert not list(Path("events").iterdir())


def test_what_an_address_takes_is_said(run: Run, corpus: str) -> None:
    for arguments in (("corpus", "pages.jsonl", "-o", "nowhere://x"), ("stats", "nowhere://x")):
        result = run(*arguments)
        assert result.exit_code == 1
        assert "nowhere" in one_line(result)


def test_a_folder_that_cannot_be_made_is_one_line(run: Run, corpus: str) -> None:
    result = run("corpus", "pages.jsonl", "-o", "pages.jsonl/deep")
    assert result.exit_code == 1
    assert one_line(result).startswith("timeline: pages.jsonl/deep: cannot be written")


def test_an_input_that_is_missing_is_one_line_and_code_1(run: Run) -> None:
    Path("pages.jsonl").write_bytes(pages.lines())
    result = run("corpus", "none", "pages.jsonl", "-o", "events")
    assert result.exit_code == 1
    assert one_line(result) == "timeline: none: no such file or folder"
    assert json.loads(Path("events/manifest.json").read_bytes())["state"] == "incomplete"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("corpus", "pages.jsonl"), "--output is missing"),
        (("corpus", "pages.jsonl", "-o", "events"), "events holds a corpus already"),
        (("corpus", "pages.jsonl", "-o", "events", "--resume", "--year", "1999"), "begun in another way (options"),
        (("corpus", "pages.jsonl", "-o", "x", "--jobs", "0"), "--jobs: not a number from 1 on: 0"),
        (("corpus", "pages.jsonl", "-o", "x", "--column", "page=7"), "--column: not ROLE=NAME: page=7"),
        (("corpus", "pages.jsonl", "-o", "x", "--scheduler", "tcp://h:1"), "--scheduler goes with --engine dask"),
        (("corpus", "pages.jsonl", "-o", "memory://x", "--jobs", "2"), "memory:// is seen by one process only"),
        (("corpus", "pages.jsonl", "-o", "x", "--engine", "spark"), "--engine: no such choice: spark"),
        (("corpus", "pages.jsonl", "-o", "pages.jsonl"), "pages.jsonl is a file: name a folder"),
        (("stats", "pages.jsonl"), "pages.jsonl is no corpus"),
        (("show", "memory://nowhere"), "memory://nowhere is no corpus"),
    ],
)
def test_wrong_usage(run: Run, corpus: str, arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert said in one_line(result)
    assert result.exit_code == 2


def test_a_missing_extra_is_said(run: Run, corpus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = run("corpus", "pages.jsonl", "-o", "other", "--engine", "dask")
    assert result.exit_code == 1
    assert "timeline[dask]" in one_line(result)
    monkeypatch.setitem(sys.modules, "duckdb", None)
    for command in ("show", "stats"):
        result = run(command, corpus)
        assert result.exit_code == 1
        assert "timeline[corpus]" in one_line(result)


def test_damaged_shards_are_one_line(run: Run, corpus: str) -> None:
    for path in Path(corpus).glob("part-*"):
        path.write_bytes(b"PAR1")
    for command in ("show", "stats"):
        result = run(command, corpus)
        assert "shards that cannot be read" in one_line(result)
        assert result.exit_code == 2


# --- what a corpus shows ----------------------------------------------------------------------------------------------


def test_show_shows_a_corpus_like_its_documents(run: Run, corpus: str) -> None:
    result = run("show", corpus, "--all")
    assert (result.exit_code, result.stderr) == (0, "")
    for text in ("Sunday 15 May", "Wednesday 8 March", "人民广场", "臺北市", "[1] https://www.example.cn/0"):
        assert text in result.stdout
    narrowed = run("show", corpus, "--place", "上海", "--from", "2023-01", "--kind", "fair")
    assert "招聘会" in narrowed.stdout
    assert "人民广场" not in narrowed.stdout


def test_what_a_corpus_does_not_hold_is_said(run: Run, corpus: str) -> None:
    result = run("show", corpus, "--place", "火星")
    assert one_line(result) == "timeline: events: holds nothing of what is asked for"
    assert result.exit_code == 0


def test_a_corpus_and_a_document_are_one_timeline(run: Run, corpus: str) -> None:
    Path("notice.txt").write_text(TEXT, encoding="utf-8")
    result = run("show", corpus, "notice.txt")
    assert result.stdout.count("Sunday 15 May") == 1
    assert "[1] https://www.example.cn/0" in result.stdout
    assert "notice.txt" in result.stdout


def test_export_from_a_corpus(run: Run, corpus: str) -> None:
    assert run("export", corpus, "-o", "out", "--format", "ics,markdown,json,html").exit_code == 0
    calendar = Path("out/timeline.ics").read_text(encoding="utf-8")
    assert calendar.count("BEGIN:VEVENT") == 4
    assert "20230308" in calendar
    events = json.loads(Path("out/timeline.json").read_bytes())["events"]
    assert all(event["why"] for event in events)


def test_a_guess_is_left_out_and_listed(run: Run) -> None:
    text = "12月30日，市残联在人民广场举行文化节开幕式。各界人士参加了活动，场面热烈。建馆60周年，该馆创办于1958年。"
    Path("one.jsonl").write_text(json.dumps({"text": text, "url": "u"}), encoding="utf-8")
    run("corpus", "one.jsonl", "-o", "events")
    Path("u").write_text(text, encoding="utf-8")
    for path in ("events", "u"):
        result = run("show", path, "--strict", "--all")
        assert result.exit_code == 0
        assert "文化节" not in result.stdout
        assert "文化节" in result.stderr


def test_stats(run: Run, corpus: str) -> None:
    lines = run("stats", corpus).stdout.splitlines()
    assert lines[:2] == ["4 events, told 4 times in 3 documents", "1 October 2021 to 8 March 2023"]
    for text in ("Years", "  2022", "Places", "  臺北市", "Kinds", "Certainty of the date", "Sources", "  example.cn"):
        assert any(line.startswith(text) for line in lines), text
    found = json.loads(run("stats", corpus, "--format", "json", "--top", "1").stdout)
    assert (found["happenings"], found["documents"], len(found["place"])) == (4, 3, 1)
    assert [row["name"] for row in found["year"]] == ["2021", "2022", "2023"]
    chinese = run("stats", corpus, "--place", "上海", "--lang", "zh").stdout
    assert chinese.startswith("1 项，见于 1 份文件，共 1 处\n2023年3月8日\n\n年份\n")


def test_who_needs_no_corpus_loads_nothing_of_one() -> None:
    code = "import timeline.commands.show, timeline.commands.export, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"pyarrow", "duckdb", "fsspec", "distributed", "multiprocessing", "fastwarc", "timeline.corpus.records"}
    assert not set(done.stdout.split()) & heavy


# --- several processes ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [("show",), ("export", "-o", "out", "--format", "ics,json,markdown")])
def test_several_processes_say_and_write_the_same(run: Run, command: tuple[str, ...]) -> None:
    Path("texts").mkdir()
    for number in range(20):
        Path(f"texts/{number:02}.txt").write_text(pages.TEXTS[number % 3] + f"\n{number}\n", encoding="utf-8")
    Path("texts/bad.txt").write_bytes(b"\x80\xff\x81")
    results, files = [], []
    for jobs in ("1", "2"):
        results.append(run(*command, "texts", "none.txt", "-", "--jobs", jobs, input=TEXT.encode()))
        files.append({path.name: path.read_bytes() for path in Path("out").glob("*")})
        for path in Path("out").glob("*"):
            path.unlink()
    one, two = results
    assert (one.exit_code, one.stdout, one.stderr) == (two.exit_code, two.stdout, two.stderr)
    assert one.exit_code == 1
    assert files[0] == files[1]


# --- watching ---------------------------------------------------------------------------------------------------------


def test_only_what_changed_is_understood_again(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import timeline.commands.watch as watching

    Path("texts").mkdir()
    for number, text in enumerate(pages.TEXTS):
        Path(f"texts/{number}.txt").write_text(text, encoding="utf-8")
    told: list[str] = []
    whole = watching.Run.understood

    def understood(self, document):  # type: ignore[no-untyped-def]
        told.append(document.name)
        return whole(self, document)

    def changes(*_: object, **__: object):  # type: ignore[no-untyped-def]
        yield set()
        Path("texts/1.txt").write_text(pages.TEXTS[1].replace("3月8日", "3月19日"), encoding="utf-8")
        yield set()
        Path("texts/2.txt").unlink()
        yield set()
        raise KeyboardInterrupt

    monkeypatch.setattr(watching.Run, "understood", understood)
    monkeypatch.setattr("watchfiles.watch", changes)
    result = run("watch", "texts", "-o", "texts/out", "--format", "markdown,json")
    assert result.exit_code == 0
    assert told == ["0.txt", "1.txt", "2.txt", "1.txt"]
    watched = {path.name: path.read_bytes() for path in Path("texts/out").iterdir()}
    run("export", "texts", "-o", "whole", "--format", "markdown,json", "--exclude", "out/*")
    assert watched == {path.name: path.read_bytes() for path in Path("whole").iterdir()}
    assert b"2023-03-19" in watched["timeline.json"]


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGINT to send")
def test_watching_ends_by_an_interrupt(tmp_path: Path) -> None:
    (tmp_path / "notice.txt").write_text(TEXT, encoding="utf-8")
    arguments = [sys.executable, "-m", "timeline", "watch", ".", "-o", "out", "--format", "json"]
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(Path(__file__).parent.parent.parent)}
    with subprocess.Popen(
        arguments, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as p:
        assert p.stderr
        assert b"watching" in p.stderr.readline()
        (tmp_path / "notice.txt").write_text(TEXT.replace("5月15日", "5月16日"), encoding="utf-8")
        out, until = tmp_path / "out" / "timeline.json", time.monotonic() + 60
        while b"2022-05-16" not in out.read_bytes() and time.monotonic() < until:
            time.sleep(0.05)
        assert b"2022-05-16" in out.read_bytes()
        p.send_signal(signal.SIGINT)
        assert p.wait() == 0


def test_without_its_packages_nothing_is_begun(run: Run, notice: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = run("corpus", notice, "-o", "events")
    assert one_line(result) == "timeline: this needs more packages: pip install 'timeline[corpus]'"
    assert result.exit_code == 1
    assert not list(Path("events").glob("*.json*"))
