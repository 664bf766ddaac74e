"""A mail is a document of its day; a mailbox is many of them."""

from datetime import date
from email.message import EmailMessage

import pytest

from tests.read.rendering import mail
from timeline.model import Document
from timeline.read import documents

TEXT = "开幕式通知\n\n各单位：\n\n定于5月12日举行开幕式。\n"


def read(name: str, data: bytes) -> list[Document]:
    return [item for item in documents(name, data) if isinstance(item, Document)]


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("Mon, 16 May 2022 23:30:00 +0800", date(2022, 5, 16)),
        ("16 May 2022 10:20 GMT", date(2022, 5, 16)),
        ("yesterday", None),
        ("", None),
    ],
)
def test_the_date_of_a_mail_is_its_day(header: str, day: date | None) -> None:
    (document,) = read("a.eml", f"Date: {header}\n".encode() + mail(TEXT))
    assert (document.title, document.published) == ("开幕式通知", day)
    assert document.raw.split() == TEXT.split()


def test_what_is_attached_is_read_in_its_turn() -> None:
    message = EmailMessage()
    message["Subject"] = "两份通知"
    message.set_content("请查收。")
    message.add_attachment(TEXT.encode("gb18030"), maintype="text", subtype="plain", filename="通知.txt")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    found = read("a.eml", message.as_bytes())
    assert [document.name for document in found] == ["a.eml", "a.eml/通知.txt"]
    assert found[1].raw == TEXT


def test_a_mailbox_is_its_mails() -> None:
    box = b"".join(b"From a@example.org Mon May 16 2022\n" + mail(TEXT) + b"\n\n" for _ in range(3))
    assert [document.name for document in read("box.mbox", box)] == [f"box.mbox/{i}.eml" for i in (1, 2, 3)]


@pytest.mark.parametrize(
    "data", [b"x", b"Subject: =?x?Q?=\n\n", b"Content-Type: multipart/mixed\n\n", b"\xff\xfe\n\n\n"]
)
@pytest.mark.parametrize("name", ["a.eml", "a.mbox", "a.mht"])
def test_no_broken_mail_raises(name: str, data: bytes) -> None:
    assert len(list(documents(name, data))) <= 1
