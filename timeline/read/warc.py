"""A crawl (WARC, WET) -> the pages in it that are in Chinese, a document each, read one by one however large it is.

Of a WARC the answers of servers and the files stored with it are looked at, of a WET the texts; a page in another
language, a picture, a request is passed over, and counted. The day of the crawl is no day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from timeline.model import Severity
from timeline.read.content import Budget, Content, Remark, UnreadableError, Wish, size_words
from timeline.read.encoding import EncodingError, decode
from timeline.read.formats import format_of_type, held

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_HAN = re.compile(r"[\u3400-\u9fff]")
_OTHER = re.compile(r"[\u3040-\u30ff\uac00-\ud7a3]")  # kana and hangul
_LETTER = re.compile(r"[^\W\d_]")
_MARKUP = re.compile(r"<(?:script|style)\b.{0,20000}?</|<[^<>]{0,2000}>", re.DOTALL | re.IGNORECASE)
_GLANCE = 4000  # characters that tell the language
_BYTES = 200_000  # of a page, among which they stand
_FEWEST, _SHARE, _FOREIGN = 10, 0.2, 0.05
_CHINESE = re.compile(r"(?:x-)?(?:gb|big5|utf|cp9[35]|ms9[35]|unicode)", re.IGNORECASE)  # what such pages declare
_FOUND = 200
_LANGUAGES = "WARC-Identified-Content-Language"


def chinese(text: str) -> bool:
    """Whether a text is in Chinese, by its beginning: names in a page of another language do not make it so.

    >>> chinese("第三十二次全国助残日活动在上海举行"), chinese("オリンピックの開会式が行われた"), chinese("Visit 上海")
    (True, False, False)
    """
    sample = text[:_GLANCE]
    han = len(_HAN.findall(sample))
    letters = len(_LETTER.findall(sample))
    return han >= max(_FEWEST, letters * _SHARE) and len(_OTHER.findall(sample)) <= han * _FOREIGN


def _looks_chinese(data: bytes, declared: str | None, *, markup: bool) -> bool:
    """The same of the bytes of a page, before it costs the time that reading takes."""
    sample = data[: _BYTES if markup else _GLANCE * 3]
    if sample.isascii() or (declared and not _CHINESE.match(declared)):
        return False
    try:
        text = decode(sample, declared).text
    except EncodingError:
        return False
    return chinese(_MARKUP.sub(" ", text) if markup else text)


def _kind(record: WarcRecord) -> tuple[str, str | None]:
    """The type of what a record holds, and the encoding that it declares."""
    if record.is_http:
        return record.http_content_type or "", record.http_charset
    kind, _, rest = (record.headers.get("Content-Type") or "").lower().partition(";")
    return kind.strip(), rest.partition("charset=")[2].strip("\"' ") or None


def _contents(record: WarcRecord, size: int) -> Iterator[Content | Remark]:
    """The documents of a record; none where it holds nothing in Chinese."""
    kind, declared = _kind(record)
    format = format_of_type(kind)
    languages = record.headers.get(_LANGUAGES)
    if format is None or (languages and "zho" not in languages):
        return
    if record.is_http and record.http_headers.status_code != _FOUND:
        return
    data = record.reader.read(size + 1)
    if len(data) > size:
        raise UnreadableError("read-too-large", size=size_words(size))
    if format.name in ("html", "text") and not _looks_chinese(data, declared, markup=format.name == "html"):
        return
    for item in held(format, data, Wish(Budget(size), declared)):
        if isinstance(item, Remark) or (isinstance(item, Content) and chinese(item.text)):
            yield item


def contents(source: bytes | BinaryIO, wish: Wish) -> Iterator[Content | Remark]:
    """The documents of a crawl, each under its address; at the end, how many records were passed over."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    file = BytesIO(source) if isinstance(source, bytes) else source
    kinds = WarcRecordType.response | WarcRecordType.conversion | WarcRecordType.resource
    seen = skipped = 0
    try:
        for record in ArchiveIterator(file, record_types=kinds, parse_http=True, auto_decode="all"):
            seen += 1
            address = record.headers.get("WARC-Target-URI") or f"{seen}"
            silent = True
            for item in _told(record, wish.budget.largest):
                silent = False
                yield item._replace(part=address)
            skipped += silent
    except (OSError, EOFError) as error:
        yield Remark("read-broken", {"reason": str(error)})
    else:
        if not seen:
            raise UnreadableError("read-no-records")
    if skipped:
        yield Remark("read-skipped-records", {"skipped": skipped, "count": seen}, Severity.INFO)


def _told(record: WarcRecord, size: int) -> Iterator[Content | Remark]:
    """What a record holds, or why it cannot be read."""
    try:
        yield from _contents(record, size)
    except UnreadableError as error:
        yield error.remark
