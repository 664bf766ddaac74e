"""Every attack of the table inside every format that is read; files made to hurt whoever opens them."""

import csv
import gzip
import html
import io
import json
import struct
import time
import zipfile
import zlib
from base64 import a85encode
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.commands.session import Run
from tests.read.rendering import pdf_of, word, word_paragraph
from tests.read.test_warc import answer, record
from tests.reliability.memory import peak_of
from tests.security.attacks import ATTACKS, Attack
from tests.security.readers import CONTROL, READERS
from timeline.export import EXPORTERS, encoded
from timeline.export.options import Options
from timeline.model import Document, Note
from timeline.pipeline import build
from timeline.read import Bounds, documents

attacks = pytest.mark.parametrize("attack", ATTACKS, ids=[attack.name for attack in ATTACKS])


def zipped(*files: tuple[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return made.getvalue()


def _sentences(text: str) -> tuple[str, str, str]:
    return f"关于{text}的通知", f"2022年5月12日，{text}在{text}举行。", "2022年6月1日，县残联举行书展。"


def _plain(text: str) -> bytes:
    return "\n\n".join(_sentences(text)).encode("utf-8", "replace")


def _page(text: str) -> bytes:
    title, *rest = (html.escape(each) for each in _sentences(text))
    body = "".join(f"<p>{each}</p>" for each in rest)
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>".encode(
        "utf-8", "replace"
    )


def _word(text: str) -> bytes:
    return word("".join(map(word_paragraph, _sentences(_kept(text)))))


def _kept(text: str) -> str:
    """The text as far as XML can hold it."""
    return "".join(
        sign if sign >= " " and sign not in "\ufffe\uffff" and not "\ud800" <= sign <= "\udfff" else " "
        for sign in text
    )


def _mail(text: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = " ".join(f"关于{text}的通知".encode("utf-8", "replace").decode().split())
    message.set_content(_plain(text).decode(), cte="base64")
    return message.as_bytes()


_CONTAINER = b'<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'


def _book(text: str) -> bytes:
    title = html.escape(_sentences(_kept(text))[0])
    return _epub(_package(title=title.encode()), a=_page(_kept(text)))


def _epub(package: bytes, **files: bytes) -> bytes:
    return zipped(
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", _CONTAINER),
        ("b.opf", package),
        *files.items(),
    )


def _package(address: bytes = b"a", chapters: int = 1, title: bytes = b"") -> bytes:
    item = b'<item id="a" href="%s" media-type="text/html"/>' % address
    return b"<package><metadata><title>%s</title></metadata><manifest>%s</manifest><spine>%s</spine></package>" % (
        title,
        item,
        b'<itemref idref="a"/>' * chapters,
    )


def _pdf(text: str) -> bytes:
    lines = [
        f"BT /F 10 Tf 1 0 0 1 60 {780 - 40 * number} Tm <{words.encode('utf-16-be', 'replace').hex()}> Tj ET"
        for number, words in enumerate(_sentences(text[:200]))
    ]
    return pdf_of(["\n".join(lines).encode()])


def _csv(text: str) -> bytes:
    made = io.StringIO(newline="")
    csv.writer(made).writerows((("日期", "活动", text), ("2022-05-12", text, text), ("2022-06-01", "书展", "")))
    return made.getvalue().encode("utf-8", "replace")


def _xlsx(text: str) -> bytes:
    words_ = html.escape(_kept(text))
    cells = "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in ("2022-05-12", words_, words_))
    return _workbook(_sheet(f"<row>{cells}</row>".encode()))


_OFFICE = "http://schemas.openxmlformats.org"
_MAIN = f"{_OFFICE}/spreadsheetml/2006/main"
_REL = f"{_OFFICE}/officeDocument/2006/relationships"


def _related(kind: str, target: str) -> bytes:
    return (
        f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{_REL}/{kind}" Target="{target}"/></Relationships>'
    ).encode()


def _workbook(sheet: bytes, *, strings: bytes = b"", names: int = 1) -> bytes:
    """A workbook of one sheet, under one name or many, as few parts as the library bears."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{kind}.{name}+xml"/>'
        for part, name in (("workbook", "sheet.main"), ("sharedStrings", "sharedStrings"))[: 1 + bool(strings)]
    )
    sheets = "".join(f'<sheet name="a{i}" sheetId="{i}" r:id="r1"/>' for i in range(1, names + 1))
    book = f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{sheets}</sheets></workbook>'
    return zipped(
        ("[Content_Types].xml", f'<Types xmlns="{_OFFICE}/package/2006/content-types">{types}</Types>'.encode()),
        ("_rels/.rels", _related("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", book.encode()),
        ("xl/_rels/workbook.xml.rels", _related("worksheet", "worksheets/a.xml")),
        ("xl/worksheets/a.xml", sheet),
        *((("xl/sharedStrings.xml", strings),) if strings else ()),
    )


def _sheet(rows: bytes) -> bytes:
    return b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (_MAIN.encode(), rows)


_CHINESE = "为残疾人服务，" * 150  # of a crawl only pages in Chinese are read

FORMS: dict[str, Callable[[str], bytes]] = {
    "txt": _plain,
    "md": _plain,
    "html": _page,
    "docx": _word,
    "eml": _mail,
    "mbox": lambda text: b"From a 2020\n" + _mail(text),
    "zip": lambda text: zipped(("a.txt", _plain(text))),
    "epub": _book,
    "pdf": _pdf,
    "csv": _csv,
    "xlsx": _xlsx,
    "wet": lambda text: record(f"https://a.example/{_kept(text)[:60]}", _CHINESE.encode() + b"\n" + _plain(text)),
    "warc": lambda text: answer(f"https://a.example/{_kept(text)[:60]}", _page(f"{_CHINESE}{text}")),
}


@pytest.mark.parametrize("form", FORMS)
@attacks
def test_no_attack_in_a_file_gets_out_of_its_words(form: str, attack: Attack) -> None:
    items = list(documents(f"a.{form}", FORMS[form](attack.text)))
    found = [item for item in items if isinstance(item, Document)]
    assert len(found) == 1 or [item.rule for item in items if isinstance(item, Note)] == ["read-binary"]
    assert not CONTROL.search("".join(item.name if isinstance(item, Document) else item.document for item in items))
    timeline = build(found)
    for exporter in EXPORTERS:
        READERS[exporter.NAME](encoded(exporter, timeline, Options()))  # each refuses what would run, or obey


@attacks
def test_no_name_of_a_file_reaches_a_terminal_or_an_output(run: Run, attack: Attack) -> None:
    name = attack.text.replace("/", "∕").replace("\0", "").encode("utf-8", "replace").decode()[:60] or "x"
    Path("in").mkdir()
    Path("in", f"{name}.txt").write_bytes(_plain("开幕式"))
    Path("in", f"{name}.html").write_bytes(b"")
    for arguments in (
        ("show", "in"),
        ("check", "in"),
        ("export", "in", "-o", "out", "--format", "ics,markdown,html,csv,text"),
    ):
        result = run(*arguments)
        assert not CONTROL.search(result.stdout + result.stderr), arguments
        assert len([line for line in result.stderr.splitlines() if not line.startswith("timeline: ")]) == 0
    for exporter in EXPORTERS:
        file = Path(f"out/timeline{exporter.SUFFIX}")
        if file.exists():
            READERS[exporter.NAME](file.read_bytes())


# --- files made to hurt -----------------------------------------------------------------------------------------------

_ENTITIES = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "lol" * 10}">' for i in range(10))
_LAUGHS = f"<!DOCTYPE x [{_ENTITIES}]><x>&a9;</x>".encode()
_OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>5\xe6\x9c\x881\xe6\x97\xa5&a;</x>'


_PAGES_OF_THEMSELVES = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj\ntrailer<</Root 1 0 R>>"
)


def _docx(document: bytes, **parts: bytes) -> bytes:
    return zipped(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document), *parts.items())


def _claims_to_be_small() -> bytes:
    """A ZIP whose one file says that it is ten bytes long, and unpacks to fifty million."""
    data = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = data.compress(bytes(50_000_000)) + data.flush()
    name = b"a.txt"
    local = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(packed), 10, len(name), 0)
    central = struct.pack(
        "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, 0, len(packed), 10, len(name), 0, 0, 0, 0, 0, 0
    )
    body = local + name + packed
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, len(central) + len(name), len(body), 0)
    return body + central + name + end


def _many(count: int) -> bytes:
    return zipped(*((f"{number}.txt", b"") for number in range(count)))


def _packed_pdf(data: bytes, times: int = 1) -> bytes:
    """A PDF whose page is drawn by what such data unpack to."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    filters = b"/FlateDecode " * times
    drawn = b"<< /Length %d /Filter [%s] >>\nstream\n" % (len(data), filters) + data
    return pdf_of([b"@"]).replace(b"<< /Length 1 >>\nstream\n@", drawn)


def _filtered(data: bytes, *filters: str) -> bytes:
    """A PDF whose page is drawn by what is left when all filters have been applied."""
    names = " ".join(f"/{name}" for name in filters).encode()
    drawn = b"<< /Length %d /Filter [%s] >>\nstream\n" % (len(data), names) + data
    return pdf_of([b"@"]).replace(b"<< /Length 1 >>\nstream\n@", drawn)


def _drawn_large() -> bytes:
    return zlib.compress(bytes(400_000_000), 9)


def _objects_packed() -> bytes:
    """A PDF with a stream of objects that unpacks to much, written in digits."""
    packed = zlib.compress(b"10 0 <</Type/Catalog/Pages 2 0 R>>" + b" " * 200_000_000, 9).hex().encode() + b">"
    head = b"9 0 obj\n<</Type/ObjStm/N 1/First 5/Length %d/Filter[/AHx/Fl]>>stream\n" % len(packed)
    return pdf_of([b"@"]).replace(b"trailer", head + packed + b"\nendstream endobj\ntrailer")


def _nested_parts(depth: int, lines: int) -> bytes:
    heads = (b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(depth))
    return b"".join(heads) + b"Content-Type: text/plain\n\n" + b"\n" * lines


def _nested_word(opened: str, closed: str, depth: int) -> bytes:
    body = opened * depth + word_paragraph("5月1日开幕。" * 10_000) + closed * depth
    return word(body)


_STRINGS = f'<sst xmlns="{_MAIN}"><si><t>{"a" * 1_000_000}</t></si></sst>'.encode()


def _one_text_in_every_cell(count: int) -> bytes:
    """A workbook of a few kilobytes, every cell of which holds the same megabyte."""
    cells = b'<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>' * count
    return _workbook(_sheet(cells), strings=_STRINGS)


_ITEM = '<item id="a{0}" href="a" media-type="text/html"/>'


def _one_chapter_under_many_names(count: int) -> bytes:
    items = "".join(map(_ITEM.format, range(count)))
    order = "".join(f'<itemref idref="a{number}"/>' for number in range(count))
    package = f"<package><metadata/><manifest>{items}</manifest><spine>{order}</spine></package>"
    return _epub(package.encode(), a=_page("书展"))


_CELL = b'<c r="%s" t="inlineStr"><is><t>x</t></is></c>'
_FAR_OUT = b'<row r="1">' + _CELL % b"A1" + b'</row><row r="60000">' + _CELL % b"SF60000" + b"</row>"
_TOLD = record("https://a.example/1", "2022年5月1日，县残联在人民广场举行开幕式，各界人士参加。".encode())

HURTFUL: dict[str, tuple[str, Callable[[], bytes]]] = {
    "billion laughs": ("a.docx", lambda: _docx(_LAUGHS)),
    "billion laughs in the styles": ("a.docx", lambda: _docx(b"<x/>", **{"word/styles.xml": _LAUGHS})),
    "a file named by an entity": ("a.docx", lambda: _docx(_OUTSIDE)),
    "entities of a page": ("a.html", lambda: b"<html>" + _LAUGHS),
    "a file named by an entity of a page": ("a.xhtml", lambda: b'<?xml version="1.0"?>' + _OUTSIDE),
    "zip bomb": ("a.zip", lambda: zipped(("a.txt", bytes(60_000_000)))),
    "zip bomb in a Word file": ("a.docx", lambda: _docx(bytes(60_000_000))),
    "zip that lies about its size": ("a.zip", _claims_to_be_small),
    "many files": ("a.zip", lambda: _many(12_000)),
    "paths that lead out": ("a.zip", lambda: zipped(("../../e.txt", b"x"), ("/e.txt", b"x"), ("C:\\e.txt", b"x"))),
    "names with line ends": ("a.zip", lambda: zipped(("a\n\x1b[31mb.txt", "5月1日开幕。".encode()))),
    "parts without end": ("a.eml", lambda: b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nx\n" * 5_000),
    "mails in mails": ("a.eml", lambda: b"Content-Type: message/rfc822\n\n" * 5_000),
    "a header without end": ("a.eml", lambda: b"Subject: " + b"=?utf-8?q?" + b"=41" * 200_000 + b"?=\n\nx"),
    "deep elements": ("a.html", lambda: b"<html>" + b"<div>" * 100_000 + "5月1日".encode()),
    "deep tables": ("a.html", lambda: b"<html>" + b"<table><tr><td>" * 3_000 + "5月1日".encode()),
    "attributes without end": ("a.html", lambda: b"<html><p " + b"a=1 " * 300_000 + b">"),
    "a page that moves on": ("a.html", lambda: '<html><meta http-equiv=refresh content="0;url=file:///etc/hostname"><p>5月1日开幕。'.encode()),
    "half a PDF": ("a.pdf", lambda: b"%PDF-1.7\n1 0 obj\n<<" + b"/A " * 100_000),
    "a PDF of pages that name each other": ("a.pdf", lambda: _PAGES_OF_THEMSELVES),
    "a mailbox of nothing": ("a.mbox", lambda: b"From x\n" * 100_000),
    "billion laughs in a book": ("a.epub", lambda: _epub(_LAUGHS, a=_LAUGHS)),
    "a file named by an entity of a book": ("a.epub", lambda: _epub(_package(), a=_OUTSIDE)),
    "a chapter that lies outside": ("a.epub", lambda: _epub(_package(b"../../../../etc/hostname"))),
    "a chapter without end": ("a.epub", lambda: _epub(_package(), a=bytes(60_000_000))),
    "a chapter again and again": ("a.epub", lambda: _epub(_package(chapters=100_000), a=_page("书展"))),
    "billion laughs behind a comment": ("a.xlsx", lambda: _workbook(b"<!--" + b"x" * 9_000 + b"-->" + _LAUGHS)),
    "a cell far out": ("a.xlsx", lambda: _workbook(_sheet(_FAR_OUT))),
    "a sheet that unpacks": ("a.xlsx", lambda: _workbook(bytes(60_000_000))),
    "a table of nothing": ("a.csv", lambda: b",\n" * 1_000_000),
    "a row without end": ("a.csv", lambda: b"," * 8_000_000),
    "a cell without end": ("a.csv", lambda: b'2022-05-01,"' + b"a\n" * 500_000),
    "a PDF that unpacks": ("a.pdf", lambda: _packed_pdf(bytes(120_000_000))),
    "a PDF packed twice": ("a.pdf", lambda: _packed_pdf(bytes(120_000_000), 2)),
    "a crawl cut off": ("a.warc.gz", lambda: (gzip.compress(_TOLD) * 3)[:-20]),
    "a crawl that unpacks": ("a.warc.gz", lambda: gzip.compress(_TOLD[:150] + bytes(120_000_000))),
    "a record that lies about its length": ("a.wet", lambda: _TOLD.replace(b"Length: ", b"Length: 99999") + _TOLD),
    "a record of less than nothing": ("a.wet", lambda: _TOLD + _TOLD.replace(b"Length: ", b"Length: -")),
    "tables in tables": ("a.docx", lambda: _nested_word("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 5_000)),
    "text boxes in text boxes": (
        "a.docx",
        lambda: _nested_word("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>", 2_000),
    ),
    "paragraphs in paragraphs": ("a.docx", lambda: _nested_word("<w:p>", "</w:p>", 5_000)),
    "a text in every cell": ("a.xlsx", lambda: _one_text_in_every_cell(50_000)),
    "a sheet under many names": ("a.xlsx", lambda: _workbook(_sheet(_FAR_OUT * 3_000), names=2_000)),
    "a chapter under many names": ("a.epub", lambda: _one_chapter_under_many_names(50_000)),
    "a PDF that unpacks, in digits": ("a.pdf", lambda: _filtered(_drawn_large().hex().encode(), "AHx", "Fl")),
    "a PDF that unpacks, in letters": ("a.pdf", lambda: _filtered(a85encode(_drawn_large()), "A85", "Fl")),
    "a PDF packed, written and packed": (
        "a.pdf",
        lambda: _filtered(zlib.compress(_drawn_large().hex().encode()), "Fl", "AHx", "Fl"),
    ),
    "a PDF of runs": ("a.pdf", lambda: _filtered(zlib.compress(b"\x81\0" * 5_000_000), "Fl", "RL")),
    "a PDF whose objects unpack": ("a.pdf", _objects_packed),
    "a PDF of arrays in arrays": ("a.pdf", lambda: pdf_of([b"@"]) + b"9 0 obj" + b"[" * 2_000_000),
    "a PDF that is many streams": ("a.pdf", lambda: pdf_of([b"@"]) + b"stream\n" * 500_000),
    "parts in parts, and lines": ("a.eml", lambda: _nested_parts(50, 5_000_000)),
    "a page of headings": ("a.html", lambda: b"<html><h1>x</h1>" + b"<h1>a b" * 500_000),
    "a page of paragraphs": ("a.html", lambda: b"<html>" + b"<p>a" * 2_000_000),
    "a page of days of publication": (
        "a.html",
        lambda: b"<html><head>" + b'<meta name="date" content="2022-13-77">' * 200_000 + b"</head><p>x",
    ),
    "data of a page in data": (
        "a.html",
        lambda: b'<html><script type="application/ld+json">' + b"[" * 1_000_000 + b"</script><p>x",
    ),
    "headers of a record without end": ("a.warc", lambda: b"WARC/1.0\r\n" + b"X: a\r\n" * 1_000_000),
    "a header of a record without end": ("a.warc", lambda: b"WARC/1.0\r\nX: " + b"a" * 15_000_000),
    "an answer in a record that unpacks": (
        "a.warc",
        lambda: answer("https://a.example/", gzip.compress(bytes(120_000_000))).replace(
            b"Content-Type: text/html", b"Content-Encoding: gzip\r\nContent-Type: text/html"
        ),
    ),
    "every byte": ("a.txt", lambda: bytes(range(256)) * 1_000),
}  # fmt: skip


@pytest.mark.parametrize("name", HURTFUL)
def test_a_file_made_to_hurt_is_read_or_named_in_time(name: str, tmp_path: Path) -> None:
    file, make = HURTFUL[name]
    path = tmp_path / file
    path.write_bytes(make())
    started = time.process_time()
    items = list(documents(file, path.read_bytes(), Bounds(seconds=30)))
    assert time.process_time() - started < 20
    assert items
    text = json.dumps([item.raw if isinstance(item, Document) else [item.rule, dict(item.values)] for item in items])
    assert Path("/etc/hostname").read_text(encoding="utf-8").strip() not in text
    assert len(text) < 3_000_000
    assert peak_of(path) < 300
