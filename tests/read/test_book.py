"""An electronic book is one text: its chapters in the order in which they are read."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date

import pytest

from timeline.model import Document, Note
from timeline.read import documents

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf"/></rootfiles></container>'
)
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>某县大事记</dc:title><dc:date>2019-05-12T00:00:00Z</dc:date></metadata><manifest>
<item id="b" href="text/2%20.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="text/1.xhtml" media-type="application/xhtml+xml"/>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="p" href="a.png" media-type="image/png"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref idref="p"/><itemref idref="gone"/></spine>
</package>"""
PAGE = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{}</body></html>'
FILES = {
    "mimetype": b"application/epub+zip",
    "META-INF/container.xml": CONTAINER.encode(),
    "OPS/book.opf": PACKAGE.encode(),
    "OPS/text/1.xhtml": PAGE.format("<h1>第一章</h1><p>1958年5月，县图书馆成立。</p>").encode(),
    "OPS/text/2 .xhtml": PAGE.format("<p>1962年，改名。</p><script>1999年</script>").encode(),
    "OPS/nav.xhtml": PAGE.format("<p>目录</p>").encode(),
}


def book(files: Mapping[str, bytes]) -> bytes:
    """The archive; its first file says what it is, and lies in it as it is."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def test_the_chapters_are_one_text_in_their_order() -> None:
    for name in ("a.epub", "unnamed"):
        (document,) = documents(name, book(FILES))
        assert isinstance(document, Document)
        assert (document.title, document.published) == ("某县大事记", date(2019, 5, 12))
        assert document.raw == "某县大事记\n\n# 第一章\n\n1958年5月，县图书馆成立。\n\n1962年，改名。\n"


def test_a_chapter_that_is_named_twice_is_read_once() -> None:
    twice = PACKAGE.replace('<itemref idref="a"/>', '<itemref idref="a"/>' * 3)
    (once,), (document,) = (
        documents("a.epub", book(FILES)),
        documents("a.epub", book({**FILES, "OPS/book.opf": twice.encode()})),
    )
    assert isinstance(once, Document)
    assert isinstance(document, Document)
    assert document.raw == once.raw


def test_a_chapter_under_two_names_is_read_once() -> None:
    twice = PACKAGE.replace("<item id=", '<item id="c" href="text/1.xhtml#2" media-type="text/html"/><item id=', 1)
    twice = twice.replace('<itemref idref="b"/>', '<itemref idref="b"/><itemref idref="c"/>')
    (once,) = documents("a.epub", book(FILES))
    (document,) = documents("a.epub", book({**FILES, "OPS/book.opf": twice.encode()}))
    assert isinstance(once, Document)
    assert isinstance(document, Document)
    assert document.raw == once.raw


@pytest.mark.parametrize(
    ("name", "rule"), [("OPS/text/1.xhtml", "read-encrypted"), ("OPS/text/2%20.xhtml", "read-encrypted"), ("a.ttf", "")]
)
def test_a_book_under_lock_is_named_and_one_whose_letters_are_locked_is_read(name: str, rule: str) -> None:
    lock = f'<encryption><EncryptedData><CipherReference URI="{name}"/></EncryptedData></encryption>'
    (item,) = documents("a.epub", book({**FILES, "META-INF/encryption.xml": lock.encode()}))
    assert (item.rule if isinstance(item, Note) else "") == rule


@pytest.mark.parametrize("missing", ["META-INF/container.xml", "OPS/book.opf", "OPS/text/1.xhtml"])
def test_a_book_that_lacks_a_part_is_named(missing: str) -> None:
    (note,) = documents("a.epub", book({name: data for name, data in FILES.items() if name != missing}))
    assert isinstance(note, Note)
    assert note.rule == "read-broken"


def test_no_entity_is_loaded() -> None:
    outside = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + PACKAGE.replace("某县", "&a;").encode()
    (document,) = documents("a.epub", book(FILES | {"OPS/book.opf": outside}))
    assert isinstance(document, Document)
    assert document.title == "&a;大事记"
