"""What is fuzzed: a name, and a function of bytes that may refuse them in its own words and in no other.

A target that raises anything but what it says it raises has found a fault. The tests run every target on its corpus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from string import ascii_letters
from typing import NamedTuple
from zipfile import ZipFile

from timeline.decisions import DecisionsError, written
from timeline.export import EXPORTERS, encoded, ledger
from timeline.export.options import Options
from timeline.find import find
from timeline.model import Document
from timeline.pipeline import build, interpret
from timeline.read import Bounds, calendar, documents
from timeline.read.encoding import EncodingError, decode
from timeline.text import document
from timeline.text.cleaning import clean

_BOUNDS = Bounds(size=1_000_000, seconds=10)
# A byte of text targets is a sign or a word of these; so a mutated byte is another date, and not half a character.
_SIGNS = (
    *"0123456789０１５年月日号时点分秒周星期第一二三四五六七八九十廿初正腊闰零〇○两半几数多上下前后今昨明去",
    *"本每至到从起止—~-/.:：,，、。；()（）“”「」《》【】|#* \n\r\t　",
    *"2022 5月12日 上午 下午 农历 民国 光绪 公元前 星期 期间 截至 报名 举行 开幕式 春节 全国助残日 同日 当天".split(),
    *"次日 去年 本月 上旬".split(),
    *"在人民广场 县残联 关于 的通知 第34个国际残疾人日 殘疾 来源： Jan 2022-05-12T09:30:00Z".split(),
    *("<b>", "&amp;", "END:VEVENT", "\ufeff", "\u202e", "\x1b[31m", "\x00", "\ud800", "\U0001f600", "\u2028"),
    *ascii_letters,
)


def text_of(data: bytes) -> str:
    """Bytes as a text: signs of the table, or UTF-8 where the first byte is odd."""
    if data[:1] and data[0] % 2:
        return data[1:].decode("utf-8", "replace")
    return "".join(_SIGNS[byte % len(_SIGNS)] for byte in data[1:])


def cleaner(data: bytes) -> None:
    """Raw text -> clean text, and the way back."""
    raw = text_of(data)
    text, offsets, _ = clean(raw)
    assert all(0 <= offsets.raw(i) < len(raw) for i in range(len(text)))


def finder(data: bytes) -> None:
    """Expressions, each where it says it is."""
    made = document("fuzz", text_of(data))
    for expression in find(made):
        assert expression.span.of(made.raw) == expression.text


def resolver(data: bytes) -> None:
    """A line, said on a day."""
    day = date.fromordinal(1 + int.from_bytes(data[:3], "big") % 3_650_000)
    interpret(text_of(data[3:]), day)


def whole(data: bytes) -> None:
    """A document, and every output of it."""
    timeline = build([document("fuzz", text_of(data))])
    for exporter in EXPORTERS:
        encoded(exporter, timeline, Options())


def _reader(suffix: str, head: bytes = b"") -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        for item in documents(f"fuzz{suffix}", head + data, _BOUNDS):
            assert not isinstance(item, Document) or item.text == clean(item.raw)[0]

    return read


def _packed(suffix: str, part: str, **others: bytes) -> Callable[[bytes], None]:
    """A reader of packed files: of the bytes themselves, or, behind a mark, of a sound file that has them as a part.

    Whatever is changed in a packed file breaks its sums, and is never read.
    """
    read_file = _reader(suffix)

    def read(data: bytes) -> None:
        if data[:1] == _PART:
            file = BytesIO()
            with ZipFile(file, "w") as archive:
                for name, content in {**others, part: data[1:]}.items():
                    archive.writestr(name, content)
            data = file.getvalue()
        read_file(data)

    return read


_PART = b"\1"
_BOOK = {
    "META-INF/container.xml": b'<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
    "book.opf": b"<package><metadata><title>x</title><date>2022-05-12</date></metadata><manifest>"
    b'<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
    b'<spine><itemref idref="a"/></spine></package>',
}


def encodings(data: bytes) -> None:
    """Bytes of any encoding."""
    try:
        decode(data)
    except EncodingError:
        return


def calendars(data: bytes) -> None:
    """A calendar of any maker."""
    try:
        calendar.story("fuzz.ics", data)
    except calendar.CalendarError:
        return


def ledgers(data: bytes) -> None:
    """A ledger, and one made anew of a calendar."""
    for read in (ledger.decoded, ledger.rebuilt):
        try:
            found = read(data)
        except ValueError:
            continue
        assert ledger.decoded(found.encoded()) == found


def decisions(data: bytes) -> None:
    """A file of decisions, honoured."""
    try:
        found = written("timeline.toml", data.decode("utf-8", "replace"))
    except DecisionsError:
        return
    build([document("fuzz", "2022年5月12日，县残联举行开幕式。")], decisions=found.decisions)


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "cleaner": cleaner,
    "finder": finder,
    "resolver": resolver,
    "whole": whole,
    "encodings": encodings,
    "text": _reader(".txt"),
    "page": _reader(".html", b"<html>"),
    "word": _packed(".docx", "word/document.xml"),
    "mail": _reader(".eml"),
    "mailbox": _reader(".mbox"),
    "archive": _reader(".zip"),
    "pdf": _reader(".pdf"),
    "table": _reader(".csv"),
    "book": _packed(".epub", "a.xhtml", **_BOOK),
    "calendars": calendars,
    "ledgers": ledgers,
    "decisions": decisions,
}


class Frame(NamedTuple):
    """What makes a file of a text: the mark of UTF-8 or a head before it, signs round each of its lines, a foot."""

    head: bytes = b""
    opens: bytes = b""
    closes: bytes = b"\n"
    foot: bytes = b""

    def around(self, text: bytes) -> bytes:
        """The file."""
        lines = (self.opens + line + self.closes for line in text.splitlines())
        return self.head + b"".join(lines) + self.foot


_MAIL = b"From: a@b.example\nDate: Thu, 12 May 2022 10:00:00 +0800\nContent-Type: text/plain; charset=utf-8\n\n"
_WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
FRAMES = {
    "cleaner": Frame(b"\1"),
    "finder": Frame(b"\1"),
    "resolver": Frame(date(2022, 5, 14).toordinal().to_bytes(3, "big") + b"\1"),
    "whole": Frame(b"\1"),
    "encodings": Frame(),
    "text": Frame(),
    "page": Frame(b"<title>x</title><body>", b"<p>", b"</p>\n"),
    "word": Frame(_PART + _WORD, b"<w:p><w:r><w:t>", b"</w:t></w:r></w:p>\n", b"</w:body></w:document>"),
    "mail": Frame(_MAIL),
    "mailbox": Frame(b"From a@b.example Thu May 12 10:00:00 2022\n" + _MAIL),
    "table": Frame(),
    "book": Frame(_PART + b"<html><body>", b"<p>", b"</p>\n", b"</body></html>"),
}
_CORPUS = Path(__file__).parent / "corpus"


def beginnings(name: str) -> Iterator[tuple[str, bytes]]:
    """What a target begins with: name and bytes of its own, and the texts that all share who read texts."""
    for path in sorted((_CORPUS / name).iterdir()):
        yield path.name, path.read_bytes()
    for path in sorted((_CORPUS / "texts").iterdir() if name in FRAMES else ()):
        yield path.stem, FRAMES[name].around(path.read_bytes())
