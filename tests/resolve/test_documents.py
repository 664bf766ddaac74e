"""Whole documents of many registers, each date with what a careful reader takes it for, written down beforehand.

`documents/*.txt` hold them: a line `=== name | option=value` begins one, `{words=value}` marks an expression, its value
EDTF, clock, length or rule as far as it has them; `{words=}` is understood and not datable.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from timeline.find import find
from timeline.model import Resolution
from timeline.resolve import resolve
from timeline.setting import understand
from timeline.text import document

FOLDER = Path(__file__).parent / "documents"
HEAD = re.compile(r"^=== (.+)\n", re.MULTILINE)
MARK = re.compile(r"\{([^{}=]+)=([^{}]*)\}")
CASES = [
    pytest.param(head, body, id=f"{path.stem}: {head.partition(' |')[0]}")
    for path in sorted(FOLDER.glob("*.txt"))
    for head, body in zip(*[iter(HEAD.split(path.read_text(encoding="utf-8"))[1:])] * 2, strict=True)
]


def value(resolution: Resolution) -> str:
    """EDTF, clock, length and rule of a resolution, without the sign of what is approximate."""
    when = resolution.when
    if when is None:
        return ""
    parts = (when.edtf, when.time, None if when.edtf else when.duration, when.rrule)
    return " ".join(filter(None, parts)).replace("~", "")


def test_there_are_documents_of_every_register() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} >= {
        "chronicles",
        "news",
        "notices",
        "programmes",
        "traditional",
    }
    assert len(CASES) > 100


@pytest.mark.parametrize(("head", "body"), CASES)
def test_every_date_of_the_document(head: str, body: str) -> None:
    published = re.search(r"published=(\S+)", head)
    day = date.fromisoformat(published[1]) if published else None
    doc = document("document.txt", MARK.sub(r"\1", body), published=day)
    expressions = find(doc)
    resolutions = resolve(doc, expressions, understand(doc, expressions))
    marks = 0
    wrong = []
    for mark in MARK.finditer(body):
        start = mark.start() - marks
        marks += len(mark[0]) - len(mark[1])
        touching = [one for one in resolutions if start <= one.expression.span.start < start + len(mark[1])]
        touching = touching or [
            one for one in resolutions if one.expression.span.start <= start < one.expression.span.end
        ]
        found = value(touching[0]) if touching else "nothing"
        if found != mark[2].replace("~", ""):
            wrong.append((mark[1], mark[2], found))
    assert not wrong
