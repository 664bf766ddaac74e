"""Every attack of the table inside every format that is read; files made to hurt whoever opens them."""

import html
import io
import json
import struct
import time
import zipfile
import zlib
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.commands.session import Run
from tests.read.rendering import word, word_paragraph
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
    kept = "".join(
        sign if sign >= " " and sign not in "\ufffe\uffff" and not "\ud800" <= sign <= "\udfff" else " "
        for sign in text
    )
    return word("".join(map(word_paragraph, _sentences(kept))))


def _mail(text: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = " ".join(f"关于{text}的通知".encode("utf-8", "replace").decode().split())
    message.set_content(_plain(text).decode(), cte="base64")
    return message.as_bytes()


FORMS: dict[str, Callable[[str], bytes]] = {
    "txt": _plain,
    "md": _plain,
    "html": _page,
    "docx": _word,
    "eml": _mail,
    "mbox": lambda text: b"From a 2020\n" + _mail(text),
    "zip": lambda text: zipped(("a.txt", _plain(text))),
}


@pytest.mark.parametrize("form", FORMS)
@attacks
def test_no_attack_in_a_file_gets_out_of_its_words(form: str, attack: Attack) -> None:
    items = list(documents(f"a.{form}", FORMS[form](attack.text)))
    found = [item for item in items if isinstance(item, Document)]
    assert len(found) == 1 or [item.rule for item in items if isinstance(item, Note)] == ["read-binary"]
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
    "parts without end": ("a.eml", lambda: b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nx\n" * 20_000),
    "mails in mails": ("a.eml", lambda: b"Content-Type: message/rfc822\n\n" * 5_000),
    "a header without end": ("a.eml", lambda: b"Subject: " + b"=?utf-8?q?" + b"=41" * 200_000 + b"?=\n\nx"),
    "deep elements": ("a.html", lambda: b"<html>" + b"<div>" * 100_000 + "5月1日".encode()),
    "deep tables": ("a.html", lambda: b"<html>" + b"<table><tr><td>" * 3_000 + "5月1日".encode()),
    "attributes without end": ("a.html", lambda: b"<html><p " + b"a=1 " * 300_000 + b">"),
    "a page that moves on": ("a.html", lambda: '<html><meta http-equiv=refresh content="0;url=file:///etc/hostname"><p>5月1日开幕。'.encode()),
    "half a PDF": ("a.pdf", lambda: b"%PDF-1.7\n1 0 obj\n<<" + b"/A " * 100_000),
    "a PDF of pages that name each other": ("a.pdf", lambda: _PAGES_OF_THEMSELVES),
    "a mailbox of nothing": ("a.mbox", lambda: b"From x\n" * 100_000),
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
