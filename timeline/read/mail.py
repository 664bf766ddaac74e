"""A mail -> its subject and text, published on the day of its Date; what is attached is read in its turn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart

from timeline.model import Severity
from timeline.read.content import Budget, Content, Part, Remark, UnreadableError, Wish
from timeline.read.formats import format_of
from timeline.read.plain import text_of
from timeline.read.unread import PICTURE, unread_by_name

_MULTIPART = re.compile(rb"^content-type:\s{0,9}multipart/", re.IGNORECASE | re.MULTILINE)
_LINES = 5_000_000  # lines of a mail, each as often as there are parts that may end with it


def _vetted(data: bytes) -> None:
    """Refuses what the library would look at line by line for each of the parts around it, without end."""
    parts = len(_MULTIPART.findall(data))
    if (data.count(b"\n") + data.count(b"\r")) * (parts + 1) > _LINES:
        raise UnreadableError("read-broken", reason=f"multipart: {parts}")


def _published(mail: EmailMessage) -> date | None:
    """The day of the Date header, as its sender counts it."""
    try:
        moment = mail["date"].datetime
    except (AttributeError, ValueError, TypeError, IndexError, OverflowError):  # there is none, or it is broken
        return None
    return moment.date() if moment else None


def _subject(mail: EmailMessage) -> str:
    try:
        return " ".join(str(mail["subject"] or "").split())
    except (ValueError, LookupError, IndexError):
        return ""


def _payload(part: MIMEPart) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _body(mail: EmailMessage, budget: Budget) -> Content | None:
    part = mail.get_body(("plain", "html"))
    if part is None:
        return None
    data = _payload(part)
    budget.spend(len(data))
    if part.get_content_type() == "text/html":
        from timeline.read import page

        return page.content(data, part.get_content_charset())
    text, remarks = text_of(data, part.get_content_charset())
    return Content(text, remarks=remarks)


def contents(data: bytes, wish: Wish) -> Iterator[Content | Part | Remark]:
    """The mail, and the files that came with it."""
    _vetted(data)
    mail = message_from_bytes(data, policy=policy.default)
    body, subject = _body(mail, wish.budget), _subject(mail)
    if body is None and not subject:
        raise UnreadableError("read-no-mail")
    text = body.text if body else ""
    if subject and not text.lstrip().startswith(subject):
        text = f"{subject}\n\n{text}"
    remarks = body.remarks if body else ()
    published = _published(mail) or (body.published if body else None)
    yield Content(text, title=subject or None, published=published, remarks=remarks)
    for part in mail.iter_attachments():
        name = part.get_filename()
        if name and format_of(name) is not None:
            attached = _payload(part)
            wish.budget.spend(len(attached))
            yield Part(name, attached)
        elif name and (rule := unread_by_name(name)) and rule != PICTURE:
            yield Remark(rule, severity=Severity.INFO, part=name)
