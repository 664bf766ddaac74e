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


def test_every_event_leads_to_its_page_and_to_its_line_on_it() -> None:
    from tests.read.rendering import _LEFT, _SIZE, _TOP
    from timeline.export import json, markdown
    from timeline.export.html import render
    from timeline.export.options import Options
    from timeline.pipeline import build

    pages = [[f"5月{12 + i}日，第{i + 1}页的读书会在报告厅举行。"] for i in range(3)]
    streams = [
        f"BT /F {_SIZE} Tf 1 0 0 1 {_LEFT} {_TOP} Tm <{lines[0].encode('utf-16-be').hex()}> Tj ET".encode()
        for lines in pages
    ]
    document = read(pdf_of(streams))
    timeline = build([document], year=2022)
    found = list(json.timeline_object(timeline, "en")["events"])
    assert [event["evidence"][0]["page"] for event in found] == [1, 2, 3]
    assert {event["evidence"][0]["left"] for event in found} == {_LEFT}
    assert all(abs(event["evidence"][0]["top"] - (842 - _TOP - _SIZE)) <= 4 for event in found)
    assert "第 3 页" in markdown.render(timeline, Options(language="zh"))
    assert "第 3 页" in render(timeline, Options(language="zh"))


def test_a_form_feed_ends_a_page_of_plain_text_too() -> None:
    (document,) = documents("a.txt", "5月12日开幕。\n\f5月13日闭幕。\n".encode())
    assert isinstance(document, Document)
    place = document.place(document.raw.index("13"))
    assert place is not None
    assert (place.page, place.left) == (2, None)
    (other,) = documents("a.txt", "5月12日开幕。".encode())
    assert isinstance(other, Document)
    assert other.place(0) is None


def test_pages_of_one_line_each_are_no_running_heads() -> None:
    words = "5月12日，举行开幕式。".encode("utf-16-be").hex().encode()
    assert read(pdf_of([b"BT /F 10 Tf 60 700 Td <" + words + b"> Tj ET"] * 3)).raw.count("开幕式") == 3


def placed(text: str, x: float, y: float, size: int = 12) -> list[str]:
    """A line set sign by sign, as many programs do that print into a file."""
    return [
        f"BT /F {size} Tf 1 0 0 1 {x + size * n} {y} Tm <{sign.encode('utf-16-be').hex()}> Tj ET"
        for n, sign in enumerate(text)
    ]


def is_drawn() -> bool:
    """Whether a font of this machine has a sign that the file brings no font for: PDFium drops those set alone else."""
    return rule(pdf_of(["\n".join(placed("是", 90, 760)).encode()])) != ["read-scan"]


LINES = (
    "“就有未来”活动方案",
    "残联主席、副主席：定于五月十二日上午举行启动仪式。",
    "一、地点在“市民中心”，请各单位（部门）准时参加。",
    "二、有关事项由办公室负责，一一落实。",
)


@pytest.mark.parametrize("shifts", [(0.0,), (0.0, 0.4), (0.0, 0.3, 0.6)])
@pytest.mark.parametrize("whole", [True, False])
def test_signs_set_one_by_one_or_twice_to_look_bold_make_the_lines_that_are_seen(
    shifts: tuple[float, ...], whole: bool
) -> None:
    signs = []
    for number, line in enumerate(LINES):
        for shift in shifts:
            if whole:
                code = line.encode("utf-16-be").hex()
                signs.append(f"BT /F 12 Tf 1 0 0 1 {90 + shift} {760 - 30 * number} Tm <{code}> Tj ET")
            elif not is_drawn():
                pytest.skip("no font of this machine has Chinese signs")
            else:
                signs += placed(line, 90 + shift, 760 - 30 * number)
    document = read(pdf_of(["\n".join(signs).encode()]))
    assert "".join(document.raw.split()) == "".join(LINES)
