"""A PDF gives its text in reading order, paragraphs whole; a scan is said to be one."""

from pathlib import Path

import pytest

from tests.read.rendering import paragraphs, pdf, pdf_of
from timeline.model import Document
from timeline.read import documents

TEXT = (Path(__file__).parents[2] / "seeds" / "000_cbd24ceb52957bb5.txt").read_bytes().decode()


def read(data: bytes) -> Document:
    (document,) = (item for item in documents("a.pdf", data) if isinstance(item, Document))
    return document


@pytest.mark.parametrize("rows_first", [False, True])
@pytest.mark.parametrize("columns", [1, 2])
def test_paragraphs_are_whole_and_in_order(columns: int, rows_first: bool) -> None:
    document = read(pdf(TEXT, columns, rows_first=rows_first))
    assert ["".join(line.split()) for line in document.raw.split("\n\n")] == [
        "".join(p.split()) for p in paragraphs(TEXT)
    ]
    assert document.raw.count("\f") > 0


def rule(data: bytes) -> list[str]:
    return [item.rule for item in documents("a.pdf", data) if not isinstance(item, Document)]


def test_a_scan_is_said_to_be_one() -> None:
    assert rule(pdf_of([b"0 0 m 100 100 l S"] * 2)) == ["read-scan"]


def test_a_page_without_text_among_others_is_named() -> None:
    words = "5月12日，举行开幕式。".encode("utf-16-be").hex().encode()
    document = read(pdf_of([b"BT /F 10 Tf 60 700 Td <" + words + b"> Tj ET", b"0 0 m 100 100 l S"]))
    assert [(note.rule, note.values) for note in document.notes] == [("read-scan-pages", {"pages": "2"})]


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"%PDF-1.7\n" + bytes(100), pdf(TEXT)[:400]])
def test_a_broken_file_is_named(data: bytes) -> None:
    assert rule(data) == ["read-broken"]
