"""Seeded: files that are cut, stained, empty, locked, nested, swollen, or named after another format."""

import gzip
import io
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.read.rendering import mail, page, pdf, word, word_body

TEXT = "关于举办活动的通知\n" + "5月12日，举行开幕式。" * 20
_ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def packed(**files: bytes) -> bytes:
    """A ZIP archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def _nested(depth: int) -> bytes:
    data = packed(**{"a.txt": TEXT.encode()})
    for _ in range(depth):
        data = packed(**{"n.zip": data, "a.txt": TEXT.encode()})
    return data


def _locked() -> bytes:
    data = bytearray(packed(**{"a.txt": TEXT.encode()}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + at] |= 1
    return bytes(data)


def _record(body: bytes) -> bytes:
    head = "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://a.example/\r\nContent-Type: text/plain\r\n"
    return head.encode() + b"Content-Length: %d\r\n\r\n" % len(body) + body + b"\r\n\r\n"


def _book() -> bytes:
    container = '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'
    package = (
        '<package><metadata><title>书</title></metadata><manifest><item id="a" href="a.xhtml" '
        'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
    )
    files = {"META-INF/container.xml": container, "b.opf": package, "a.xhtml": page(TEXT).decode()}
    return packed(**{name: text.encode() for name, text in files.items()})


def _sheet() -> bytes:
    from openpyxl import Workbook

    book, file = Workbook(), io.BytesIO()
    for row in (["日期", "活动"], ["2022-05-12", "开幕式"], ["=1/0", "=A1"]):
        book.active.append(row)
    book.save(file)
    return file.getvalue()


FORMS = {
    "txt": lambda chance: TEXT.encode(chance.choice(["utf-8", "gb18030", "utf-16", "big5hkscs"]), "replace"),
    "html": lambda _: page(TEXT),
    "eml": lambda _: mail(TEXT),
    "docx": lambda _: word(word_body(TEXT)),
    "pdf": lambda _: pdf(TEXT),
    "zip": lambda _: packed(**{"a.txt": TEXT.encode(), "b.html": page(TEXT), "c.docx": word(word_body(TEXT))}),
    "mbox": lambda _: b"From x\n" + mail(TEXT) + b"\n\nFrom y\n" + mail(TEXT),
    "csv": lambda _: f"日期,活动\n2022-05-12,{TEXT}\n".encode(),
    "xlsx": lambda _: _sheet(),
    "epub": lambda _: _book(),
    "warc": lambda _: _record(TEXT.encode()) * 3,
    "wet.gz": lambda _: gzip.compress(_record(TEXT.encode()) * 3),
}
# What is made to hurt, whole.
EVIL = {
    "bomb.zip": lambda: packed(**{f"{i}.txt": bytes(30_000_000) for i in range(12)}),
    "deep.zip": lambda: _nested(8),
    "locked.zip": _locked,
    "bomb.docx": lambda: packed(**{"word/document.xml": b"<x>" + b" " * 50_000_000 + b"</x>"}),
    "entities.docx": lambda: packed(**{"word/document.xml": f"{_ENTITIES}<x>&b;</x>".encode()}),
    "entities.xhtml": lambda: f"{_ENTITIES}<html><body>&b;{TEXT}</body></html>".encode(),
    "bomb.xlsx": lambda: packed(**{"xl/workbook.xml": b"<x/>", "xl/a.bin": bytes(30_000_000)}),
    "bomb.wet.gz": lambda: gzip.compress(_record(bytes(100_000_000))),
    "deep.html": lambda: b"<div>" * 50_000 + TEXT.encode(),
    "deep.eml": lambda: b"Content-Type: message/rfc822\n\n" * 2000 + TEXT.encode(),
    "line.txt": lambda: "5月12日至".encode() * 400_000,
    "marks.txt": lambda: "（「【".encode() * 200_000,
    "digits.txt": lambda: b"1" * 2_000_000,
    "nul.txt": lambda: bytes(1_000_000),
    "noise.txt": lambda: random.Random(1).randbytes(2_000_000),
    "huge.txt": lambda: TEXT.encode() * 60_000,
    "cells.csv": lambda: b"," * 3_000_000,
}


def damaged(chance: random.Random) -> tuple[str, bytes]:
    """A file of some format, stained, cut, or under a wrong name: its suffix and its bytes."""
    form = chance.choice(list(FORMS))
    data = bytearray(FORMS[form](chance))
    for _ in range(chance.choice([0, 1, 5, 50])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    end = chance.choice([len(data), len(data), chance.randrange(len(data)), 0, 4])
    return chance.choice([form, form, *FORMS]), bytes(data[:end])


def fill(folder: Path, count: int, seed: int, *, evil: bool = True) -> Iterator[Path]:
    """Makes a folder of so many files, with links that go nowhere or round in a circle among them."""
    chance = random.Random(seed)
    if evil:
        for name, make in EVIL.items():
            (folder / name).write_bytes(make())
            yield folder / name
        (folder / "round").symlink_to(folder, target_is_directory=True)
        (folder / "self.txt").symlink_to(folder / "self.txt")
        (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
        (folder / "shut.txt").write_bytes(TEXT.encode())
        (folder / "shut.txt").chmod(0)
        yield from (folder / name for name in ("self.txt", "gone.txt", "shut.txt"))
    for number in range(count - (len(EVIL) + 3) * evil):
        suffix, data = damaged(chance)
        path = folder / f"{number:04}.{suffix}"
        path.write_bytes(data)
        yield path
