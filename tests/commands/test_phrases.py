"""`timeline phrases`: the tables of what can be read, each example with what the program makes of it."""

import json
import re

import pytest

from tests.catalogues import rows
from tests.commands.session import Run, one_line
from timeline.find.damaged import DAMAGES
from timeline.find.phrases import PHRASES
from timeline.find.traps import TRAPS

EXAMPLES = [text for phrase in PHRASES for text in phrase.examples]


def test_every_row_of_the_tables_is_called_something_in_both_languages() -> None:
    named = {row for row in rows() if re.match("(phrase|damage|trap)-", row)}
    written = {f"phrase-{p.name}" for p in PHRASES} | {f"damage-{d.name}" for d in DAMAGES}
    assert not (written | {f"trap-{trap.name}" for trap in TRAPS}) - named


@pytest.mark.parametrize("form", ["text", "json"])
def test_every_example_is_printed(run: Run, form: str) -> None:
    printed = run("phrases", "--format", form).stdout.replace("【", "").replace("】", "")
    for text in (
        *EXAMPLES,
        *(damage.damaged for damage in DAMAGES),
        *(t for trap in TRAPS for t in (trap.trap, trap.sound)),
    ):
        assert (json.dumps(text, ensure_ascii=False)[1:-1] if form == "json" else text) in printed


def test_the_text_says_what_an_example_means_in_the_language_of_the_reader(run: Run) -> None:
    english, chinese = (run("phrases", "--lang", language).stdout for language in ("en", "zh"))
    assert re.search(r"^ +5月10日至12日 +2022-05-10/2022-05-12 = 10 May to 12 May 2022$", english, re.M)
    assert re.search(r"^ +5月10日至12日 +2022-05-10/2022-05-12 = 2022年5月10日至12日$", chinese, re.M)
    assert re.search(r"^ +实施三年行动方案 +no time$", english, re.M)
    assert "as if it were said on 1 May 2022" in english


def test_the_page_is_made_of_tables_of_two_columns(run: Run) -> None:
    page = run("phrases", "--format", "markdown", "--lang", "en").stdout
    assert page.startswith("# What timeline reads\n\n")
    assert [line for line in page.splitlines() if line.startswith("## ")] == [
        "## How times are written",
        "## Dates that have lost characters, where the document supports a repair",
        "## What looks like a time and is none, beside what is one",
    ]
    for line in page.splitlines():
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) == 3


def test_json_gives_each_example_its_expressions(run: Run) -> None:
    book = json.loads(run("phrases", "--format", "json").stdout)
    assert book["reference"] == "2022-05-01"
    examples = {e["text"]: e["found"] for row in book["phrase"] for e in row["examples"]}
    (found,) = examples["第三十三次全国助残日"]
    assert (found["edtf"], found["kind"], found["start"]) == ("2023-05-21", "observance", 0)
    assert all(found["repaired"] for row in book["damage"] for e in row["examples"] for found in e["found"])


def test_another_form_is_refused(run: Run) -> None:
    result = run("phrases", "--format", "pdf")
    assert one_line(result) == "timeline: --format: no such format: pdf (there are text, markdown, json)"
    assert result.exit_code == 2
