"""A document full of what other programs obey, through every output: it stays text."""

import csv
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.commands.session import Run

TEXT = """\
=HYPERLINK(1)<script>alert(1)</script>{{ site.x }}活动通知

2022年5月15日，[点此](javascript:alert(1))举行<img src=x onerror=alert(1)>开幕式。
2022年5月16日，=HYPERLINK("http://evil.example","x")公司举办展览。
2022年5月17日，END:VEVENT 举办讲座\\nATTACH:http://evil.example。
2022年5月18日，\x1b[31m红色\x1b[0m\x1b]0;title\x07书画展在人民广场举行。
2022年5月19日，{{ site.secret }}{% include x %}座谈会召开。
2022年5月20日，---，```mermaid，举行“</script><!--”运动会。
2022年5月21日，+cmd|' /C calc'!A0公司在@SUM(1+1)*cmd举行论坛。
2022年5月22日至25日，:::warning 举行培训班；click a href "javascript:alert(1)"。
2022年5月23日，\u202e反转\u202c文艺演出在\u200b上海举行。
"""
FORMATS = "ics,markdown,html,json,jsonl,csv,text"


@pytest.fixture
def made(run: Run) -> Path:
    Path("attack.txt").write_text(TEXT, encoding="utf-8")
    arguments = ("--format", FORMATS, "--front-matter", "jekyll", "--mermaid", "gantt")
    assert run("export", "attack.txt", "-o", "out", *arguments).exit_code == 0
    return Path("out")


class Elements(HTMLParser):
    """The elements of a page, and where its links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def harmless(page: str, scripts: int) -> bool:
    elements = Elements(page).found
    assert sum(tag == "script" for tag, _ in elements) == scripts
    for tag, attributes in elements:
        assert tag not in ("img", "iframe", "object", "embed")
        assert not any(name.startswith("on") for name in attributes)
        assert (attributes.get("href") or "#").startswith("#")
    return True


def test_nothing_that_a_terminal_obeys_gets_out(made: Path, run: Run) -> None:
    for path in made.iterdir():
        text = path.read_text(encoding="utf-8")
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x9b]", text), path.name
        if "json" not in path.suffix:  # data for programs keeps the document's words to the letter
            assert not re.search("[\u202a-\u202e\u2066-\u2069]", text), path.name
    for command in (("show", "attack.txt", "--chart"), ("explain", "attack.txt"), ("check", "attack.txt")):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\x9b]", run(*command).stdout)


def test_the_pages_add_no_element(made: Path) -> None:
    assert harmless((made / "timeline.html").read_text(encoding="utf-8"), scripts=3)
    page = (made / "timeline.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    assert harmless(MarkdownIt("commonmark", {"html": True}).enable("table").render(page), scripts=0)
    assert "{{" not in page
    assert "{%" not in page
    (drawn,) = re.findall(r"```mermaid\n(.*?)```", page, re.S)
    assert not re.search(r"^\s*(click|href|%%)|javascript:", drawn, re.MULTILINE)


def test_the_calendar_holds_its_events_and_nothing_of_theirs(made: Path) -> None:
    lines = (made / "timeline.ics").read_bytes().decode().replace("\r\n ", "").split("\r\n")
    told = (made / "timeline.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines.count("END:VEVENT") == lines.count("BEGIN:VEVENT") == len(told) >= 9
    assert not [line for line in lines if line.startswith("ATTACH")]


def test_no_cell_is_a_formula(made: Path) -> None:
    with (made / "timeline.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert len(cells) > 100
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_what_programs_read_is_whole(made: Path) -> None:
    assert json.loads((made / "timeline.json").read_text(encoding="utf-8"))
    assert len([json.loads(line) for line in (made / "timeline.jsonl").read_text(encoding="utf-8").splitlines()]) >= 9
    page = (made / "timeline.html").read_text(encoding="utf-8")
    (linked,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    assert all(event["@type"] == "Event" for event in json.loads(linked)["@graph"])
    matter = (made / "timeline.md").read_text(encoding="utf-8").split("---\n")[1]
    assert re.fullmatch(r'(?:\w+: (?:"(?:[^"\\]|\\.)*"|[\w-]+)\n)+', matter), matter
