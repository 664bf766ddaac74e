"""A crawl gives its pages in Chinese, one by one, each under its address; whatever else lies in it is counted."""

import gzip
import io
from pathlib import Path

import pytest

from tests.read.rendering import page, pdf
from timeline.model import Document, Note
from timeline.read import Bounds, documents, read_all, records

TEXT = "关于举办读书节的通知\n" + "".join(f"5月{day}日，在市图书馆举行第{day}场讲座。\n" for day in range(11, 15))
ENGLISH = "<html><body><p>The exhibition 上海 opens on 12 May 2022 in the museum.</p></body></html>".encode()
JAPANESE = "<html><body><p>五月十二日に東京で展覧会の開会式が行われました。入場は無料です。</p></body></html>".encode()


def record(address: str, body: bytes, kind: str = "conversion", type: str = "text/plain", head: str = "") -> bytes:
    """A record as crawlers write it."""
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n{head}Content-Type: {type}\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"


def answer(address: str, body: bytes, type: str = "text/html", status: str = "200 OK", head: str = "") -> bytes:
    """The answer of a server."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n{head}\r\n".encode() + body
    return record(address, http, "response", "application/http; msgtype=response")


def told(items: list[Document | Note]) -> list[tuple[str, str]]:
    return [(item.name, "") if isinstance(item, Document) else (item.document, item.rule) for item in items]


CRAWL = b"".join(
    (
        record("", b"software: a", "warcinfo", "application/warc-fields"),
        answer("https://a.example/1.html", page(TEXT)),
        answer("https://a.example/2.html", page(TEXT).decode().encode("gb18030"), "text/html; charset=GBK"),
        answer("https://a.example/3", gzip.compress(page(TEXT), mtime=0), head="Content-Encoding: gzip\r\n"),
        answer("https://a.example/4.pdf", pdf(TEXT), "application/pdf"),
        answer("https://a.example/5.png", b"\x89PNG", "image/png"),
        answer("https://b.example/en", ENGLISH),
        answer("https://b.example/ja", JAPANESE),
        answer("https://b.example/la", "<p>Ré l'été à Genève</p>".encode("latin-1"), "text/html; charset=iso-8859-1"),
        answer("https://a.example/gone", page(TEXT), status="404 Not Found"),
        answer("https://a.example/bad.pdf", b"%PDF-1.4 and no more", "application/pdf"),
        record("https://a.example/1.html", TEXT.encode(), "resource"),
    )
)
FOUND = [
    *((f"x.warc.gz/https://a.example/{name}", "") for name in ("1.html", "2.html", "3", "4.pdf")),
    ("x.warc.gz/https://a.example/bad.pdf", "read-broken"),
    ("x.warc.gz/https://a.example/1.html (2)", ""),
    ("x.warc.gz", "read-skipped-records"),
]


@pytest.mark.parametrize("data", [CRAWL, gzip.compress(CRAWL, mtime=0)], ids=["plain", "packed"])
def test_the_pages_in_chinese_are_documents(data: bytes, tmp_path: Path) -> None:
    items = list(documents("x.warc.gz", data))
    assert told(items) == FOUND
    assert isinstance(items[-1], Note)
    assert items[-1].values == {"skipped": "5", "count": "11"}
    for item in items[:4]:
        assert isinstance(item, Document)
        assert "5月14日，在市图书馆举行第14场讲座。" in item.raw
    (tmp_path / "x.warc.gz").write_bytes(data)
    names = [name for name, rule in told(list(read_all([tmp_path]))) if not rule]
    assert names == [name for name, rule in FOUND if not rule]


def test_a_wet_says_which_languages_its_texts_are_in() -> None:
    crawl = b"".join(
        record(f"https://a.example/{number}", TEXT.encode(), head=f"WARC-Identified-Content-Language: {languages}\r\n")
        for number, languages in enumerate(("zho,eng", "eng", "zho"))
    )
    items = list(documents("a.warc.wet.gz", gzip.compress(crawl, mtime=0)))
    assert [rule or name[-1] for name, rule in told(items)] == ["0", "2", "read-skipped-records"]


def test_records_come_one_by_one_however_long_the_file(tmp_path: Path) -> None:
    """The first document is there before the file is read to its end, and the largest size is that of a record."""
    path = tmp_path / "a.wet.gz"
    one = gzip.compress(record("https://a.example/", TEXT.encode()))
    path.write_bytes(one * 2000 + b"no archive")
    items = records(path, Bounds(size=1000))
    assert isinstance(next(items), Document)
    rest = list(items)
    assert len(rest) >= 1999
    assert all(isinstance(item, Document) for item in rest[:1999])


def test_a_record_that_is_too_large_costs_no_other() -> None:
    crawl = record("https://a.example/1", TEXT.encode() * 50) + record("https://a.example/2", TEXT.encode())
    items = list(documents("a.wet", crawl, Bounds(size=2000)))
    assert told(items) == [("a.wet/https://a.example/1", "read-too-large"), ("a.wet/https://a.example/2", "")]


@pytest.mark.parametrize("cut", [1, 30, 200, len(CRAWL) // 2])
def test_a_crawl_that_is_cut_off_gives_what_is_there(cut: int) -> None:
    items = list(documents("x.warc.gz", gzip.compress(CRAWL[:-cut], mtime=0)))
    assert told(items)[:2] == FOUND[:2]


@pytest.mark.parametrize(
    "data",
    [b"no crawl", gzip.compress(b"no crawl", mtime=0), gzip.compress(CRAWL, mtime=0)[:40]],
    ids=["no crawl", "packed", "cut off"],
)
def test_what_is_no_crawl_is_named(data: bytes) -> None:
    (note,) = documents("a.warc.gz", data)
    assert isinstance(note, Note)
    assert note.rule in ("read-broken", "read-no-records")


def test_a_stream_without_a_name_is_known_by_its_beginning() -> None:
    (document,) = read_all(["-"], io.BytesIO(record("https://a.example/", TEXT.encode())))
    assert isinstance(document, Document)
    assert document.name == "stdin/https://a.example/"
