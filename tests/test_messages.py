"""Every text of the program is there in each language, and every row that the code names exists."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.messages import LANGUAGES, rows, say

HOUSE = Path(__file__).parent.parent / "timeline"
ROWS = sorted(rows())


def places(text: str) -> set[str]:
    """The names of the places to fill in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("row", ROWS)
def test_each_row_speaks_every_language(row: str) -> None:
    texts = rows()[row]
    assert set(texts) - {"severity"} == set(LANGUAGES)
    assert all(text.strip() for text in texts.values())


@pytest.mark.parametrize("row", ROWS)
def test_each_row_can_be_said_and_has_words_of_its_language(row: str) -> None:
    for language in LANGUAGES:
        said = say(language, row, **dict.fromkeys(places(rows()[row][language]), "7"))
        assert "{" not in said
    assert not re.search(r"[一-鿿]", re.sub(r"[{“`'【].*?[}”`'】]", "", rows()[row]["en"].split("Examples")[0])) or (
        row.startswith(("usage-", "help-"))
    )


def test_no_row_stands_in_two_files() -> None:
    names: list[str] = []
    for file in sorted((HOUSE / "data" / "messages").glob("*.toml")):
        names += re.findall(r"^\[(.+)\]$", file.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(names) == len(set(names))


def said_rows() -> set[str]:
    """The rows that the code says by name: say("en", "row"), self.say("row"), _note(name, "row")."""
    named = set()
    for path in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                function = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if function in ("say", "_note"):
                    named |= {
                        argument.value
                        for argument in node.args[:2]
                        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
                    }
    return named - set(LANGUAGES)


def test_every_row_that_the_code_says_exists() -> None:
    assert {"summary-minor", "interrupted"} & said_rows()
    assert not said_rows() - set(rows())


# Named by a value.
FAMILIES = tuple(
    f"{family}-"
    for family in (
        "because certainty expression format help kind mark nth part phrases push region rule season shift split"
    ).split()
)


def test_no_row_of_the_interface_is_idle() -> None:
    file = HOUSE / "data" / "messages" / "interface.toml"
    code = "\n".join(path.read_text(encoding="utf-8") for path in HOUSE.rglob("*.py"))
    names = re.findall(r"^\[(.+)\]$", file.read_text(encoding="utf-8"), re.MULTILINE)
    idle = [name for name in names if not re.search(rf"[\"']{name}[\"']", code)]
    assert [name for name in idle if not name.startswith(FAMILIES)] == []


def test_numbers_choose_their_word() -> None:
    assert say("en", "count-documents", count=1) == "1 document"
    assert say("en", "count-documents", count=0) == "0 documents"
    assert say("zh", "count-documents", count=1) == "1 份文件"


def test_a_missing_row_or_value_is_said_and_not_raised() -> None:
    assert say("en", "no-such-row", year=2022) == "no-such-row year=2022"
    assert say("en", "date-year") == "{year}"


@given(st.text())
def test_no_value_is_read_as_a_template(text: str) -> None:
    assert say("en", "quoted", text=text) == f"“{text}”"
