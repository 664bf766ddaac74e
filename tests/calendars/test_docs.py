"""docs/observances.md lists what the catalogue holds."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

from timeline.calendars.rules import RULES

DOCS = Path(__file__).parents[2] / "docs"


def test_the_list_is_that_of_the_catalogue() -> None:
    page = runpy.run_path(str(DOCS / "list_observances.py"))["page"]
    text = (DOCS / "observances.md").read_text(encoding="utf-8")
    assert text == page(text), "run: python docs/list_observances.py"


def test_the_page_explains_every_form_of_a_rule() -> None:
    text = (DOCS / "observances.md").read_text(encoding="utf-8")
    section = text.partition("## Rules\n")[2].partition("\n## ")[0]
    shown = re.findall(r"`([^`]+)`", section)
    for row in RULES:
        written_out = row.name == "once"  # a day of the tables
        assert written_out or any(re.fullmatch(row.form, rule) for rule in shown), row.form
