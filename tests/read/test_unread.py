"""What people have that is not read: each kind is told by its bytes, by its name in a folder, with what to do."""

from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from timeline.model import Document, Note, Severity
from timeline.read import documents, read_all
from timeline.read.formats import FORMATS
from timeline.read.unread import UNREAD, unread, unread_by_name

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def compound(stream: str) -> bytes:
    return COMPOUND + "2022年5月12日".encode("utf-16-le") + stream.encode("utf-16-le") + bytes(64)


def zipped(*names: str) -> bytes:
    with BytesIO() as file:
        with ZipFile(file, "w") as archive:
            for name in names:
                archive.writestr(name, "application/vnd.oasis.opendocument.text" if name == "mimetype" else "<a/>")
        return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("通知.doc", compound("WordDocument"), "unread-word"),
        ("通知.wps", compound("WordDocument"), "unread-word"),
        ("通知.docx", compound("WordDocument"), "unread-word"),
        ("通知.txt", compound("WordDocument"), "unread-word"),
        ("通知", compound("WordDocument"), "unread-word"),
        ("通知.docx", compound("EncryptedPackage"), "read-encrypted"),
        ("表.xls", compound("Workbook"), "unread-workbook"),
        ("表.et", compound("Workbook"), "unread-workbook"),
        ("讲稿.ppt", compound("PowerPoint Document"), "unread-slides"),
        ("邮件.msg", compound("__substg1.0_0037001F"), "unread-outlook"),
        ("旧.doc", compound("Contents"), "unread-word"),
        ("旧", compound("Contents"), "unread-office"),
        ("通知.rtf", b"{\\rtf1\\ansi 2022}", "unread-rtf"),
        ("通知.doc", b"{\\rtf1\\ansi 2022}", "unread-rtf"),
        ("通知.odt", zipped("mimetype", "content.xml"), "unread-open"),
        ("通知", zipped("mimetype", "content.xml"), "unread-open"),
        ("讲稿.pptx", zipped("ppt/presentation.xml"), "unread-slides"),
        ("通知.ofd", zipped("OFD.xml"), "unread-layout"),
        ("论文.caj", b"CAJ\0" + bytes(50), "unread-layout"),
        ("扫描.jpg", b"\xff\xd8\xff\xe0" + bytes(50), "unread-picture"),
        ("扫描.pdf", b"\x89PNG\r\n\x1a\n" + bytes(50), "unread-picture"),
        ("包.rar", b"Rar!\x1a\x07\0" + bytes(50), "unread-packed"),
        ("包.txt.gz", b"\x1f\x8b\x08\0" + bytes(50), "unread-packed"),
    ],
)
def test_its_bytes_tell_it_apart(name: str, data: bytes, rule: str) -> None:
    (note,) = documents(name, data)
    assert isinstance(note, Note)
    assert (note.rule, note.severity) == (rule, Severity.LOSS)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("通知.doc", "<html><body><p>2022年5月12日，启动仪式举行。</p></body></html>".encode()),
        ("通知.doc", "2022年5月12日，启动仪式举行。".encode("gb18030")),
        ("通知.txt", "{\\rtf1是什么？2022年5月12日讲座。".encode()),
        ("通知.rtf", "2022年5月12日，启动仪式举行。".encode()),
        ("CAJ.txt", "CAJ论文2022年5月12日上线。".encode()),
        ("包.zip", zipped("通知.txt")),
    ],
)
def test_what_only_bears_its_name_is_read(name: str, data: bytes) -> None:
    assert all(isinstance(item, Document) for item in documents(name, data))


def test_no_name_is_both_read_and_not_read() -> None:
    assert not {s for each in UNREAD for s in each.suffixes} & {s for each in FORMATS for s in each.suffixes}


def test_every_row_tells_its_own_names_by_its_own_beginnings() -> None:
    for each in UNREAD:
        for suffix in each.suffixes:
            assert unread_by_name(f"通知{suffix.upper()}") in (each.rule, "unread-word")
            for beginning in each.beginnings:
                assert unread(f"通知{suffix}", beginning + each.inside) == each.rule


def test_in_a_folder_documents_are_told_by_what_they_are(tmp_path: Path) -> None:
    names = ["a.doc", "b.wps", "c.rtf", "d.png", "e.mp4", "f.txt", ".g.doc", *(f"old{n}.xls" for n in range(6))]
    for name in names:
        (tmp_path / name).write_bytes(b"2022")
    notes = [item for item in read_all([tmp_path]) if isinstance(item, Note)]
    shown = [f"{tmp_path.as_posix()}/{name}" for name in names]
    assert [(note.document, note.rule) for note in notes] == [
        (f"{shown[0]}, {shown[1]}", "unread-word"),
        (shown[2], "unread-rtf"),
        (", ".join(shown[7:12]) + ", … (6)", "unread-workbook"),
        (tmp_path.as_posix(), "read-skipped"),
    ]
    assert notes[-1].values == {"count": "3", "files": ".g.doc, d.png, e.mp4"}
    assert {note.severity for note in notes} == {Severity.INFO}


def test_what_came_with_a_mail_or_in_an_archive_is_told_too() -> None:
    mail = EmailMessage()
    mail["Subject"] = "通知"
    mail.set_content("2022年5月12日，启动仪式举行。")
    for name in ("方案.doc", "标志.png"):
        mail.add_attachment(compound("WordDocument"), "application", "octet-stream", filename=name)
    for name, data in (("x.eml", mail.as_bytes()), ("x.zip", zipped("方案.doc", "标志.png", "通知.txt"))):
        notes = [item for item in documents(name, data) if isinstance(item, Note)]
        assert (f"{name}/方案.doc", "unread-word", Severity.INFO) in {(n.document, n.rule, n.severity) for n in notes}
        assert not any("标志" in note.document for note in notes)
