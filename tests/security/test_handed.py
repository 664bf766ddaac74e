"""What people are handed beside documents, from whoever: decisions, calendars, lines of JSON, odd files in a folder."""

import json
import os
from pathlib import Path

import pytest

from tests.commands.session import Run, one_line
from tests.security.attacks import ATTACKS, Attack
from tests.security.readers import CONTROL, READERS
from timeline.export import EXPORTERS

attacks = pytest.mark.parametrize("attack", ATTACKS, ids=[attack.name for attack in ATTACKS])
NOTICE = "活动通知\n2022年5月12日，县残联举行“春雨”行动启动仪式。\n"
EVERY = ",".join(exporter.NAME for exporter in EXPORTERS)


def escaped(text: str) -> str:
    """A text as TOML can hold it: every sign by its number, and no half characters."""
    return '"' + "".join(f"\\U{ord(sign):08x}" for sign in text.encode("utf-8", "replace").decode()) + '"'


@attacks
def test_no_file_of_decisions_reaches_a_terminal_or_an_output(run: Run, attack: Attack) -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text(NOTICE, encoding="utf-8")
    run("export", "in", "-o", "plain", "--format", EVERY)
    uid = json.loads(Path("plain/timeline.json").read_bytes())["events"][0]["uid"]
    said = escaped(attack.text)
    facts = f"title = {said}\nplace = {said}\nkind = {said}\nmerge = [{said}]\n{said} = 1\n"
    decided = f"version = 1\n[event.{uid}]\n{facts}[event.{said}]\ndrop = true\n[{said}]\na = 1\n"
    Path("in/timeline.toml").write_text(decided, encoding="utf-8")
    for arguments in (
        ("show", "in"),
        ("check", "in"),
        ("explain", "in/a.txt"),
        ("export", "in", "-o", "out", "--format", EVERY),
    ):
        result = run(*arguments)
        assert result.exit_code in (0, 1)
        assert not CONTROL.search(result.stdout + result.stderr), arguments
    for exporter in EXPORTERS:
        READERS[exporter.NAME](Path(f"out/timeline{exporter.SUFFIX}").read_bytes())
    assert len(json.loads(Path("out/timeline.json").read_bytes())["events"]) == 1


@attacks
def test_no_version_of_decisions_reaches_a_terminal(run: Run, attack: Attack) -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text(NOTICE, encoding="utf-8")
    Path("in/timeline.toml").write_text(f"version = {escaped(attack.text)}\n", encoding="utf-8")
    assert not CONTROL.search(one_line(run("show", "in")))


@pytest.mark.parametrize(
    "text",
    ["a = " + "[" * 5_000, "a = " + "9" * 50_000, "a." * 50_000 + "b = 1", "# " + "a" * 2_000_000, "\0", "[" * 9],
)
def test_decisions_made_to_hurt_are_a_line(run: Run, text: str) -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text(NOTICE, encoding="utf-8")
    Path("in/timeline.toml").write_text(f"version = 1\n{text}", encoding="utf-8")
    result = run("show", "in")
    assert result.exit_code == 2
    assert one_line(result).startswith("timeline: in/timeline.toml:")


@attacks
def test_no_calendar_of_anybodys_reaches_a_terminal(run: Run, attack: Attack) -> None:
    said = attack.text.encode("utf-8", "replace").decode()
    fields = ("UID", "SUMMARY", "LOCATION", "DESCRIPTION", "CATEGORIES", "X-TIMELINE-CONFIDENCE")
    lines = (
        "BEGIN:VCALENDAR",
        f"X-WR-CALNAME:{said}",
        f"X-WR-TIMEZONE:{said}",
        "BEGIN:VEVENT",
        "DTSTART:20220512T090000Z",
    )
    text = "\r\n".join((*lines, *(f"{name}:{said}" for name in fields), "END:VEVENT", "END:VCALENDAR", ""))
    Path("a.ics").write_text(text, encoding="utf-8", newline="")
    result = run("show", "a.ics")
    assert result.exit_code in (0, 1)
    assert not CONTROL.search(result.stdout + result.stderr)


@pytest.mark.parametrize(
    ("line", "answered"),
    [
        ('{"text": ' + "[" * 100_000, False),
        ('{"id": ' + "[" * 500 + "]" * 500 + ', "text": "5月1日"}', True),
        ('{"id": "\\ud800", "text": "5月1日\\udfff"}', True),
        ('{"id": ' + "9" * 5_000 + ', "text": "5月1日"}', False),
        ('{"id": 1, "text": "5月1日", "reference": "\\u001b[31m"}', False),
        ('{"id": 1, "text": "5月1日", "reference": {"a": 1}}', False),
        ("[" * 100_000, False),
        ("\0", False),
    ],
)  # fmt: skip
def test_a_line_of_a_batch_costs_no_other(run: Run, line: str, answered: bool) -> None:
    plain = '{"id": "next", "text": "2022年5月1日"}'
    result = run("resolve", "--batch", input=f"{line}\n{plain}\n")
    assert not CONTROL.search(result.stderr)
    assert len(result.stderr.splitlines()) == (0 if answered else 1)
    rows = [json.loads(row) for row in result.stdout.splitlines()]
    assert [row["id"] for row in rows[-1:]] == ["next"]
    assert len(rows) == 1 + answered
    if answered:
        assert rows[0]["id"] == json.loads(line)["id"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes with names")
def test_what_is_no_file_is_never_waited_for(run: Run) -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text(NOTICE, encoding="utf-8")
    for name, place in (
        ("zero", "/dev/zero"),
        ("null", "/dev/null"),
        ("pipe", "../pipe"),
        ("self", "self.txt"),
        ("gone", "x"),
    ):
        Path(f"in/{name}.txt").symlink_to(place)
    os.mkfifo("pipe")
    os.mkfifo("in/b.txt")
    result = run("show", "in", "--lang", "en")
    assert "启动仪式" in result.stdout
    said = result.stderr.splitlines()
    assert [line for line in said if "skipped" in line] == [
        "timeline: in: 4 files skipped: b.txt, null.txt, pipe.txt, zero.txt"
    ]
    assert len(said) == 3  # the link to itself, and the one that leads nowhere
