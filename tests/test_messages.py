"""Every text of the program is there in each language, and every text that the code names exists."""

import ast
import re
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from tests.catalogues import catalogue, rows, source
from timeline.messages import LANGUAGES, say

HOUSE = Path(__file__).parent.parent / "timeline"
ROWS = sorted(rows())


def places(*forms: str) -> set[str]:
    """The names of the places to fill in."""
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name is not None}


@pytest.mark.parametrize("row", ROWS)
def test_each_text_is_there_in_every_language(row: str) -> None:
    texts = rows()[row]
    assert set(texts) == set(LANGUAGES)
    assert all(form.strip() for forms in texts.values() for form in forms)
    assert all(sign.isprintable() or sign == "\n" for forms in texts.values() for form in forms for sign in form)


@pytest.mark.parametrize("row", ROWS)
def test_each_text_can_be_said_and_has_words_of_its_language(row: str) -> None:
    for language in LANGUAGES:
        for number in ("1", "7"):
            assert "{" not in say(language, row, **dict.fromkeys(places(*rows()[row][language]), number))
    english = " ".join(rows()[row]["en"])
    assert not re.search(r"[一-鿿]", re.sub(r"[{“`'【].*?[}”`'】]", "", english.split("Examples")[0])) or (
        row.startswith(("usage-", "help-"))
    )


@pytest.mark.parametrize("row", [row for row in ROWS if len(rows()[row]["en"]) > 1])
def test_the_number_that_chooses_a_form_is_the_count(row: str) -> None:
    one, many = rows()[row]["en"]
    assert one != many
    assert say("en", row, count=1) == one.replace("{count}", "1")
    assert say("en", row, count="2") == many.replace("{count}", "2")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_program_reads_is_what_translators_wrote(language: str) -> None:
    compiled = BytesIO()
    write_mo(compiled, catalogue(language))
    compiled.seek(0)
    with source(language).with_suffix(".mo").open("rb") as file:
        read = GNUTranslations(file)
    for message in catalogue(language):
        if isinstance(message.id, tuple):
            assert tuple(read.ngettext(*message.id, n) for n in (1, 2))[: len(message.string)] == message.string
        elif message.id:
            assert read.gettext(message.id) == message.string, "pybabel compile -d timeline/locale -D timeline"
    assert set(read._catalog) == set(GNUTranslations(compiled)._catalog)  # nothing lingers that was struck out


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_stands_twice(language: str) -> None:
    names = re.findall(r'^msgid "(.+)"$', source(language).read_text(encoding="utf-8"), re.MULTILINE)
    assert len(names) == len(set(names)) == len(ROWS)


def said_rows() -> set[str]:
    """The rows that the code says by name: say("en", "row"), self.say("row"), _note(name, "row")."""
    named = set()
    for path in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                function = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if function in ("say", "_note", "note_of"):
                    named |= {
                        argument.value
                        for argument in node.args[:2]
                        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
                    }
    return named - set(LANGUAGES)


def test_every_text_that_the_code_says_exists() -> None:
    assert {"summary-minor", "interrupted"} & said_rows()
    assert not said_rows() - set(rows())


# Named by a value, or by a rule, a phrase or a doubt that has the name.
FAMILIES = tuple(
    f"{family}-"
    for family in (
        "advice because certainty damage decided expression format help kind mark nth page-count page-script page-view "
        "part phrase phrases push region rule season setting shift split stats trap"
    ).split()
)


def test_no_text_is_idle() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in HOUSE.rglob("*.py"))
    idle = [name for name in ROWS if not re.search(rf"[\"']{re.escape(name)}[\"']", code)]
    assert [name for name in idle if not name.startswith(FAMILIES)] == []


def test_numbers_choose_their_word() -> None:
    assert say("en", "count-documents", count=1) == "1 document"
    assert say("en", "count-documents", count=0) == "0 documents"
    assert say("zh", "count-documents", count=1) == "1 份文件"


def test_a_missing_text_or_value_is_said_and_not_raised() -> None:
    assert say("en", "no-such-row", year=2022) == "no-such-row year=2022"
    assert say("en", "date-year") == "{year}"


@given(st.text())
def test_no_value_is_read_as_a_template(text: str) -> None:
    assert say("en", "quoted", text=text) == f"“{text}”"
