"""`timeline.toml` in a folder: every command honours it, and says where a person decided."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.session import Run
from tests.test_decisions import ONE, OTHER, SIGNING, START


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("one.txt", ONE), ("other.txt", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_next_run_honours_the_file_of_the_folder(run: Run, folder: Path) -> None:
    before = run("show", ".", "--uids").stdout
    assert SIGNING.uid[:8] in before
    assert all(telling.uid[:8] in before for telling in START.tellings)
    (folder / "timeline.toml").write_text(
        f'version = 1\n[event.{SIGNING.uid[:8]}]\ntitle = "新书签售"\ndate = 2024-04-28\n', encoding="utf-8"
    )
    shown = run("show", ".")
    assert shown.stderr == ""
    assert "新书签售" in shown.stdout
    assert "Sunday 28 April" in shown.stdout
    assert "a person decided the date (timeline.toml:2)" in " ".join(shown.stdout.split())
    one_file = run("show", "other.txt").stdout
    assert "新书签售" in one_file
    assert "timeline.toml" not in run("check", "one.txt").stdout  # the event is in another document, not gone


def test_json_and_explain_say_that_a_person_decided(run: Run, folder: Path) -> None:
    (folder / "mine.toml").write_text(f"version = 1\n[event.{SIGNING.uid}]\ndate = 2024-04-28\n", encoding="utf-8")
    assert run("export", ".", "-o", "out", "--decisions", "mine.toml").exit_code == 0
    made = json.loads((folder / "out" / "timeline.json").read_text(encoding="utf-8"))
    (found,) = (e for e in made["events"] if e["decided"])
    assert (found["uid"], found["edtf"], found["certainty"]) == (SIGNING.uid, "2024-04-28", "written")
    assert found["decided"][0]["rule"] == "decided"
    assert found["why"] == ["日期由人工决定（mine.toml:2）"]
    calendar = (folder / "out" / "timeline.ics").read_text(encoding="utf-8").replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20240428" in calendar
    assert "日期由人工决定（mine.toml:2）" in calendar
    assert "人工决定" in (folder / "out" / "timeline.md").read_text(encoding="utf-8")
    told = run("explain", "other.txt", "--decisions", "mine.toml").stdout
    assert "a person decided the date (mine.toml:2)" in told


def test_check_tells_of_a_decision_whose_event_is_gone(run: Run, folder: Path) -> None:
    (folder / "timeline.toml").write_text("version = 1\n\n[event.deadbeef]\ndrop = true\n", encoding="utf-8")
    result = run("check", ".")
    assert "timeline.toml:3: no event has a UID that begins with deadbeef" in result.stdout
    assert run("check", ".", "--fail-on-notes").exit_code == 1


def test_a_broken_file_stops_the_run_with_one_line(run: Run, folder: Path) -> None:
    (folder / "timeline.toml").write_text("version = 1\n[event.abc\n", encoding="utf-8")
    result = run("show", ".")
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith("timeline: timeline.toml:2: this is no TOML")
    (folder / "timeline.toml").write_text("version = 1\n[event.abc]\ntitle =\n", encoding="utf-8")
    assert run("show", ".").stderr.startswith("timeline: timeline.toml:3: this is no TOML")
    missing = run("show", ".", "--decisions", "none.toml")
    assert missing.exit_code == 2
    assert "none.toml" in missing.stderr


def test_a_calendar_that_is_exported_again_moves_and_withdraws_events(run: Run, folder: Path) -> None:
    run("export", ".", "-o", "out", "--format", "ics")
    (folder / "timeline.toml").write_text(
        f"version = 1\n[event.{SIGNING.uid}]\ndate = 2024-04-28\n[event.{START.uid}]\ndrop = true\n", encoding="utf-8"
    )
    run("export", ".", "-o", "out", "--format", "ics")
    calendar = (folder / "out" / "timeline.ics").read_text(encoding="utf-8").replace("\r\n ", "")
    events = {part.split("UID:tl-")[1][:32]: part for part in calendar.split("BEGIN:VEVENT")[1:]}
    assert "DTSTART;VALUE=DATE:20240428" in events[SIGNING.uid]
    assert "SEQUENCE:1" in events[SIGNING.uid]
    assert "STATUS:CANCELLED" in events[START.uid]
