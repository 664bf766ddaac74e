"""A Word document gives its paragraphs, headings, items and tables in order, and nothing that was struck out."""

import io
import zipfile

import pytest

from tests.read.rendering import word, word_paragraph
from tests.read.test_unread import COMPOUND
from timeline.model import Document
from timeline.read import documents

STYLES = (
    '<w:style w:styleId="2"><w:name w:val="heading 1"/></w:style><w:style w:styleId="a"><w:name w:val="a"/></w:style>'
)


def raw(data: bytes) -> list[str]:
    (document,) = documents("a.docx", data)
    assert isinstance(document, Document)
    return document.raw.strip().split("\n\n")


def cell(*words: str) -> str:
    return "<w:tc>" + "".join(map(word_paragraph, words)) + "</w:tc>"


def test_the_shape_of_a_document_is_kept() -> None:
    body = (
        word_paragraph("一、日程安排与注意事项", '<w:pStyle w:val="2"/>')
        + word_paragraph("报到", '<w:outlineLvl w:val="1"/>')
        + word_paragraph("5月12日开幕", '<w:numPr><w:ilvl w:val="0"/></w:numPr>')
        + f"<w:tbl><w:tr>{cell('日期')}{cell('活动', '地点')}</w:tr><w:tr>{cell('5月13日')}{cell('')}</w:tr></w:tbl>"
        + "<w:p><w:r><w:t>照旧</w:t></w:r><w:del><w:r><w:delText>取消</w:delText></w:r></w:del>"
        + "<w:ins><w:r><w:t>举行</w:t></w:r></w:ins></w:p>"
        + "<w:p><w:r><w:pict><w:txbxContent>"
        + word_paragraph("框里的字")
        + "</w:txbxContent></w:pict><w:t>正文</w:t></w:r></w:p>"
    )
    assert raw(word(body, STYLES)) == [
        *("# 一、日程安排与注意事项", "## 报到", "- 5月12日开幕", "| 日期 | 活动 地点 |", "5月13日", "照旧举行"),
        *("正文", "框里的字"),
    ]


def test_what_lies_within_each_other_is_read_once_and_in_its_order() -> None:
    inner = f"<w:tbl><w:tr>{cell('甲')}{cell('乙')}</w:tr></w:tbl>"
    table = f"<w:tbl><w:tr>{cell('日期')}<w:tc>{word_paragraph('外')}{inner}</w:tc></w:tr></w:tbl>"
    assert raw(word(table)) == ["| 日期 | 外 甲 乙 |"]
    boxes = word_paragraph("正文").replace(
        "</w:p>",
        f"<w:r><w:txbxContent>{word_paragraph('一').replace('</w:p>', '')}<w:r><w:txbxContent>{word_paragraph('二')}"
        f"</w:txbxContent></w:r></w:p></w:txbxContent></w:r>"
        f"<w:r><w:txbxContent>{word_paragraph('三')}</w:txbxContent></w:r></w:p>",
    )
    assert raw(word(boxes)) == ["正文", "一", "二", "三"]
    assert raw(word(f"<w:tbl><w:tr>{cell('日期')}<w:tc>{boxes}</w:tc></w:tr></w:tbl>")) == ["| 日期 | 正文 一 二 三 |"]


def broken(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", data)
    return file.getvalue()


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"PK\x03\x04", "read-broken"),
        (broken(word__other=b"<x/>"), "read-broken"),
        (broken(word__document=b"<x>"), "read-broken"),
        (broken(word__document=b"<x/>"), "read-empty"),
        (broken(word__document=BOMB), "read-broken"),
        (broken(word__document=OUTSIDE), "read-broken"),
        (broken(word__document=b"<x>" * 100_000 + b"</x>" * 100_000), "read-empty"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "read-encrypted"),
        (COMPOUND + bytes(100), "unread-office"),
    ],
)
def test_a_broken_document_is_named(data: bytes, rule: str) -> None:
    (note,) = documents("a.docx", data)
    assert not isinstance(note, Document)
    assert note.rule == rule
