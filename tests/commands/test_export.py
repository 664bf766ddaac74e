"""`timeline export`: the files it writes, and what it says of them."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import timeline.pipeline
from tests.commands.session import TEXT, Run, one_line
from timeline.model import Certainty, Document, Story

WRITTEN = ["timeline.html", "timeline.ics", "timeline.json", "timeline.lock.json", "timeline.md"]


def test_export_writes_and_says_what_it_wrote(run: Run, notice: str) -> None:
    result = run("export", notice, "-o", "new/out")
    assert result.exit_code == 0
    assert sorted(path.name for path in Path("new/out").iterdir()) == WRITTEN
    for line, name in zip(result.stdout.splitlines(), ("ics", "md", "html", "json"), strict=True):
        size = Path(f"new/out/timeline.{name}").stat().st_size
        assert line.startswith(f"new/out/timeline.{name}: ")
        assert line.endswith(f" events, {size} bytes")


def test_two_exports_are_the_same_bytes_in_any_locale(run: Run, notice: str) -> None:
    run("export", notice, "-o", "one")
    run("export", notice, "-o", "two", LANG="zh_CN.UTF-8", TZ="America/New_York")
    run("export", str(Path(notice).resolve()), "-o", "three", LC_ALL="C")
    for name in ("ics", "md", "html", "json"):
        first = Path(f"one/timeline.{name}").read_bytes()
        assert first == Path(f"two/timeline.{name}").read_bytes() == Path(f"three/timeline.{name}").read_bytes()
        assert str(Path.cwd()).encode() not in first


def contents(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


def test_an_export_over_the_last_one_changes_nothing(run: Run, notice: str) -> None:
    arguments = ("export", notice, "-o", "out", "--split", "place", "--tasks")
    run(*arguments)
    first = contents("out")
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    assert contents("out") == first


def test_a_corrected_document_updates_its_events(run: Run) -> None:
    text = "活动通知\n2022年5月12日，县残联举行“春雨”行动启动仪式。\n2022年6月1日，市残联举行文化节开幕式。\n"
    Path("notice.txt").write_text(text, encoding="utf-8")
    run("export", "notice.txt", "-o", "out")
    Path("renamed.txt").write_text(text.replace("5月12日", "5月13日"), encoding="utf-8")
    result = run("export", "renamed.txt", "-o", "out")
    assert (result.exit_code, result.stderr) == (0, "")
    calendar = Path("out/timeline.ics").read_text(encoding="utf-8")
    assert calendar.count("BEGIN:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20220513" in calendar
    assert "SEQUENCE:1" in calendar
    Path("renamed.txt").write_text(text.rpartition("2022年6月")[0], encoding="utf-8")
    result = run("export", "renamed.txt", "-o", "out")
    assert one_line(result) == "timeline: 1 event is gone since the last export; written as cancelled"
    assert "STATUS:CANCELLED" in Path("out/timeline.ics").read_text(encoding="utf-8")


def test_a_document_that_cannot_be_read_withdraws_nothing(run: Run) -> None:
    Path("one.txt").write_text("2022年5月12日，县残联举行“春雨”行动启动仪式。\n", encoding="utf-8")
    Path("two.txt").write_text("2022年6月1日，市残联举行文化节开幕式。\n", encoding="utf-8")
    run("export", "one.txt", "two.txt", "-o", "out")
    first = contents("out")
    Path("two.txt").write_bytes(b"")
    result = run("export", "one.txt", "two.txt", "-o", "out")
    assert result.exit_code == 1
    assert b"CANCELLED" not in contents("out")["timeline.ics"]
    Path("two.txt").write_text("2022年6月1日，市残联举行文化节开幕式。\n", encoding="utf-8")
    run("export", "one.txt", "two.txt", "-o", "out")
    assert contents("out") == first


def test_a_lost_or_damaged_ledger_is_rebuilt_and_said(run: Run, notice: str) -> None:
    run("export", notice, "-o", "out")
    first, ledger = contents("out"), Path("out/timeline.lock.json")
    ledger.unlink()
    assert one_line(run("export", notice, "-o", "out")).endswith(
        "missing; what was published is taken from out/timeline.ics"
    )
    assert contents("out") == first
    ledger.write_text("{", encoding="utf-8")
    assert one_line(run("export", notice, "-o", "out")).endswith(
        "damaged; what was published is taken from out/timeline.ics"
    )
    assert contents("out") == first
    ledger.write_text("{", encoding="utf-8")
    Path("out/timeline.ics").unlink()
    result = run("export", notice, "-o", "out")
    assert one_line(result).endswith("all events are written as new")
    assert result.exit_code == 0
    assert contents("out") == first


def test_a_ledger_of_a_newer_program_stops_the_calendar_and_nothing_else(run: Run, notice: str) -> None:
    Path("out").mkdir()
    Path("out/timeline.lock.json").write_text('{"version": 2}', encoding="utf-8")
    result = run("export", notice, "-o", "out")
    assert result.exit_code == 1
    assert "newer timeline" in one_line(result)
    assert sorted(contents("out")) == ["timeline.html", "timeline.json", "timeline.lock.json", "timeline.md"]


def test_calendars_of_an_earlier_export_are_not_forgotten(run: Run, notice: str) -> None:
    run("export", notice, "-o", "out", "--tasks")
    result = run("export", notice, "-o", "out")
    assert one_line(result).endswith("since not asked for: timeline-tasks.ics")


@pytest.mark.parametrize("option", ["split", "uncertain", "part-of-day"])
def test_a_choice_that_is_none_is_told(run: Run, notice: str, option: str) -> None:
    result = run("export", notice, "-o", "out", f"--{option}", "colour")
    assert result.exit_code == 2
    assert one_line(result).startswith(f"timeline: --{option}: no such choice: colour (there are ")


def test_a_part_of_the_day_as_hours(run: Run) -> None:
    text = "2022年5月12日上午，县残联举行启动仪式。"
    run("export", "-", "-o", "out", "--part-of-day", "timed", input=text)
    calendar = Path("out/timeline.ics").read_text(encoding="utf-8")
    assert "DTSTART;TZID=Asia/Shanghai:20220512T080000" in calendar
    assert "TRANSP:TRANSPARENT" in calendar
    assert "OPAQUE" not in calendar


def test_alarms_can_be_left_out(run: Run) -> None:
    text = "请于2022年5月30日前报送总结材料。"
    run("export", "-", "-o", "one", input=text)
    run("export", "-", "-o", "two", "--no-alarms", input=text)
    assert b"VALARM" in contents("one")["timeline.ics"]
    assert b"VALARM" not in contents("two")["timeline.ics"]


def test_source_date_epoch_stamps_the_calendar(run: Run, notice: str) -> None:
    run("export", notice, "-o", "out", "--format", "ics", SOURCE_DATE_EPOCH="1672531200")
    assert b"DTSTAMP:20230101T000000Z" in Path("out/timeline.ics").read_bytes()
    result = run("export", notice, "-o", "out", SOURCE_DATE_EPOCH="yesterday")
    assert one_line(result) == "timeline: SOURCE_DATE_EPOCH is no number of seconds: yesterday"
    assert result.exit_code == 2


def test_formats_can_be_chosen(run: Run, notice: str) -> None:
    run("export", notice, "-o", "out", "--format", "json, text")
    assert sorted(path.name for path in Path("out").iterdir()) == ["timeline.json", "timeline.txt"]


@pytest.mark.parametrize("before", [True, False])
def test_files_speak_the_language_that_is_asked_for(before: bool, run: Run, notice: str) -> None:
    command, language = ["export", notice, "-o", "out"], ["--lang", "en"]
    run(*(language + command if before else command + language))
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
    assert sorted(path.name for path in Path("out").iterdir()) == WRITTEN


def test_an_old_export_is_replaced_and_a_link_stays_a_link(run: Run, notice: str) -> None:
    Path("out").mkdir()
    Path("kept.md").write_text("old", encoding="utf-8")
    Path("out/timeline.md").symlink_to(Path("kept.md").resolve())
    run("export", notice, "-o", "out", "--format", "markdown")
    assert Path("out/timeline.md").is_symlink()
    assert Path("kept.md").read_text(encoding="utf-8").startswith("# ")


def test_strict_leaves_guesses_out_of_every_file_and_lists_them(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = timeline.pipeline.tell

    def tell(document: Document, **given: Any) -> Story:
        """The document's story, in which one day is a guess."""
        story = whole(document, **given)
        unsure = (
            replace(event, certainty=Certainty.GUESSED) if "启动仪式" in event.title else event
            for event in story.events
        )
        return replace(story, events=tuple(unsure))

    monkeypatch.setattr("timeline.commands.together.tell", tell)
    text = "2022年5月12日，县残联举行启动仪式。\n\n2022年6月1日，市残联举行开幕式。\n"
    run("export", "-", "-o", "all", input=text)
    assert "启动仪式" in Path("all/timeline.ics").read_text(encoding="utf-8")
    result = run("export", "-", "-o", "out", "--strict", input=text)
    assert one_line(result).startswith("timeline: stdin:1: left out, its date is a guess: 12 May 2022 ")
    assert result.exit_code == 0
    for name in ("ics", "md", "html", "json"):
        written = Path(f"out/timeline.{name}").read_text(encoding="utf-8")
        assert "开幕式" in written
        assert "启动仪式" not in written


def test_a_file_where_a_folder_is_wanted_is_told_and_kept(run: Run, notice: str) -> None:
    result = run("export", notice, "-o", notice, "--lang", "en")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"timeline: -o: {notice} is a file: name a folder\n"


def test_a_missing_extra_costs_no_other_format(run: Run, notice: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = run("export", notice, "-o", "out", "--format", "parquet,csv", "--bom")
    assert result.exit_code == 1
    assert one_line(result) == "timeline: this needs more packages: pip install 'timeline[parquet]'"
    assert [path.name for path in Path("out").iterdir()] == ["timeline.csv"]
    assert Path("out/timeline.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_template_is_filled_in_under_its_own_name(run: Run, notice: str) -> None:
    Path("agenda.md.j2").write_text("{{ events|length }}: {{ events[0].date }}", encoding="utf-8")
    result = run("export", notice, "-o", "out", "--template", "agenda.md.j2")
    assert result.exit_code == 0
    assert [path.name for path in Path("out").iterdir()] == ["agenda.md"]
    assert Path("out/agenda.md").read_text(encoding="utf-8") == "2: 2022年5月15日"
    run("export", notice, "-o", "both", "--template", "agenda.md.j2", "--format", "csv", "--lang", "en")
    assert sorted(path.name for path in Path("both").iterdir()) == ["agenda.md", "timeline.csv"]
    assert Path("both/agenda.md").read_text(encoding="utf-8") == "2: 15 May 2022"


def test_a_broken_template_is_one_line_and_costs_no_other(run: Run, notice: str) -> None:
    Path("a.md").write_text("{{ title }}\n{% for %}", encoding="utf-8")
    result = run("export", notice, "-o", "out", "--template", "a.md", "--format", "csv")
    assert result.exit_code == 1
    assert one_line(result).startswith("timeline: a.md:2: the template cannot be used: ")
    assert [path.name for path in Path("out").iterdir()] == ["timeline.csv"]
    missing = run("export", notice, "-o", "out", "--template", "none.md")
    assert one_line(missing).startswith("timeline: none.md: ")
    assert missing.exit_code == 1


def test_templates_need_an_extra(run: Run, notice: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    Path("a.md").write_text("{{ title }}", encoding="utf-8")
    result = run("export", notice, "-o", "out", "--template", "a.md")
    assert one_line(result) == "timeline: this needs more packages: pip install 'timeline[templates]'"
    assert result.exit_code == 1


def test_the_page_can_be_made_for_a_site(run: Run, notice: str) -> None:
    asked = ("--front-matter", "hugo", "--group", "place", "--mermaid", "gantt")
    run("export", notice, "-o", "out", "--format", "markdown", *asked)
    made = Path("out/timeline.md").read_text(encoding="utf-8")
    assert made.startswith("---\ntitle: ")
    assert "| 地区 | 项数 | 时间 |" in made
    assert "```mermaid\ngantt\n" in made
    assert run("export", notice, "-o", "out", "--group", "day").exit_code == 2


def test_the_page_offers_each_event_as_the_calendar_holds_it(run: Run, notice: str) -> None:
    run("export", notice, "-o", "out")
    Path(notice).write_text(TEXT.replace("15日", "16日"), encoding="utf-8")
    for formats in ("html,ics", "html"):  # in the same run, and from the ledger alone
        run("export", notice, "-o", "out", "--format", formats)
        calendar, page = (Path("out", f"timeline.{suffix}").read_bytes().decode() for suffix in ("ics", "html"))
        events = [f"BEGIN:VEVENT{part}" for part in calendar.split("BEGIN:VEVENT")[1:]]
        assert any("SEQUENCE:1" in event for event in events)
        for event in events:
            if "STATUS:CANCELLED" not in event:
                assert json.dumps(event.partition("END:VCALENDAR")[0], ensure_ascii=False)[1:-1] in page
