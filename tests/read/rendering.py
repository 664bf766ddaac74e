"""A plain text in the clothes of other formats, as the world wears them: menus, footers, running heads, line ends."""

import html
import io
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from functools import cache

from timeline.model import Document
from timeline.pipeline import tell
from timeline.read import documents
from timeline.text import document
from timeline.text.folding import fold, simplifications

_MENU = ("首页", "新闻中心", "通知公告", "政务公开", "联系我们")
_RELATED = (
    "2021年1月2日某地召开工作会议",
    "本市3月9日启动春季招聘会",
    "去年5月举行的文艺演出精彩回顾",
    "2019年12月3日图片新闻",
    "第十届文化节将于10月8日开幕",
    "4月1日起实施新办法",
)


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _usual(sign: str) -> bool:
    """Whether a character is among the usual ones of Big5, which are its first level."""
    code = sign.encode("big5", "replace")
    return b"\xa4\x40" <= code <= b"\xc6\x7e"


@cache
def _forms() -> dict[str, str]:
    """Simplified character -> the usual traditional one that folds to it."""
    forms: dict[str, str] = {}
    for traditional, simplified in simplifications().items():
        if _usual(traditional):
            forms.setdefault(simplified, traditional)
    return forms


def traditional(text: str) -> str:
    """The text in traditional characters, one for one, as far as Big5 has them."""
    changed = "".join(_forms().get(sign, sign) for sign in text)
    return changed.encode("big5hkscs", "replace").decode("big5hkscs")


def page(text: str, head: str = "", info: str = "") -> bytes:
    """A saved web page: menu, path, title, line of source, text, links to more, footer."""
    title, *rest = paragraphs(text)
    menu = "".join(f'<li><a href="/{i}">{word}</a></li>' for i, word in enumerate(_MENU))
    related = "".join(f'<li><a href="/news/{i}.html">{line}</a></li>' for i, line in enumerate(_RELATED))
    body = "".join(f"<p>　　{html.escape(line)}</p>\n" for line in rest)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{html.escape(title)}_某某市人民政府</title>{head}'
        f'<script>var day = "2020年1月1日";</script></head><body><div class="header"><ul class="nav">{menu}</ul></div>'
        f'<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/n">新闻中心</a></div><div class="main">'
        f'<h1>{html.escape(title)}</h1>{info}<div class="content">{body}</div>'
        f'<div class="related"><h3>相关阅读</h3><ul>{related}</ul></div></div>'
        f'<div class="footer"><p>版权所有 某某市人民政府 备案号：京ICP备05000000号 2018年6月1日上线</p></div>'
        "</body></html>"
    ).encode()


def mail(text: str, subtype: str = "plain", charset: str = "utf-8") -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "a@example.org", "b@example.org"
    message["Subject"] = paragraphs(text)[0]
    if subtype == "plain":
        message.set_content(text, charset=charset, cte="base64")
    else:
        message.set_content(page(text).decode(), subtype="html", charset=charset, cte="base64")
    return message.as_bytes()


_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(body: str, styles: str = "") -> bytes:
    """A .docx of the XML of its body."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {_WORD}><w:body>{body}</w:body></w:document>")
        if styles:
            archive.writestr("word/styles.xml", f"<w:styles {_WORD}>{styles}</w:styles>")
    return file.getvalue()


def word_paragraph(text: str, look: str = "") -> str:
    """A paragraph, its text in several runs as Word leaves them."""
    runs = "".join(f"<w:r><w:t>{html.escape(text[i : i + 7])}</w:t></w:r>" for i in range(0, len(text), 7))
    return f"<w:p><w:pPr>{look}</w:pPr>{runs}</w:p>"


def word_body(text: str) -> str:
    """The paragraphs of a text, as Word has them."""
    return "".join(map(word_paragraph, paragraphs(text)))


def wrapped(text: str, width: int) -> str:
    """Lines of so many characters, paragraphs indented by two."""
    lines: list[str] = []
    clean = document("", text)  # a seed is broken into lines itself
    for block in clean.blocks:
        paragraph = "".join(line.strip() for line in clean.words(block.at).splitlines())
        whole = "　　" + paragraph
        lines += [whole[i : i + width] for i in range(0, len(whole), width)]
    return "\n".join(lines) + "\n"


# --- PDF -------------------------------------------------------------------------------------------------------------

_SIZE, _LEAD, _TOP, _LEFT = 10, 16, 780, 60  # points: of the type, of a line, of the first line, of the margin


def _typeset(text: str, columns: int) -> list[list[tuple[int, int, str]]]:
    """Pages of lines with their places: a column is filled before the next one is begun."""
    width = 46 if columns == 1 else 21
    lines = wrapped(text, width).splitlines()
    per_column = 42
    per_page = per_column * columns
    pages = []
    for start in range(0, len(lines), per_page):
        placed = []
        for i, line in enumerate(lines[start : start + per_page]):
            indent = len(line) - len(line.lstrip("　"))
            x = _LEFT + (i // per_column) * 250 + indent * _SIZE
            placed.append((x, _TOP - (i % per_column) * _LEAD, line.lstrip("　")))
        pages.append(placed)
    return pages


def pdf(text: str, columns: int = 1, *, rows_first: bool = False) -> bytes:
    """A PDF with a text layer, a running head and page numbers; its columns written one by one, or row by row."""
    pages = _typeset(text, columns)
    streams = []
    for number, placed in enumerate(pages, start=1):
        lines = [(_LEFT, 810, "某某市残疾人工作简报"), *placed, (290, 40, f"- {number} -")]
        if rows_first:
            lines.sort(key=lambda line: (-line[1], line[0]))
        streams.append(
            "\n".join(
                f"BT /F {_SIZE} Tf 1 0 0 1 {x} {y} Tm <{words.encode('utf-16-be').hex()}> Tj ET"
                for x, y, words in lines
            ).encode()
        )
    return pdf_of(streams)


def pdf_of(streams: Sequence[bytes]) -> bytes:
    """A PDF of the drawing commands of its pages."""
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
        b"/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) "
        b"/Supplement 4 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 "
        b"/FontBBox [0 -120 1000 880] /Ascent 880 /Descent -120 /CapHeight 880 /ItalicAngle 0 /StemV 93 >> >>] >>"
    )
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        font,
    ]
    for i, stream in enumerate(streams):
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> "
            f"/Contents {5 + 2 * i} 0 R >>".encode(),
            b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream",
        ]
    file, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    return file + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


# --- all of them -----------------------------------------------------------------------------------------------------

FORMS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "HTML": ("a.html", page),
    "PDF": ("a.pdf", pdf),
    "PDF, two columns": ("a.pdf", lambda text: pdf(text, 2)),
    "PDF, two columns set line by line": ("a.pdf", lambda text: pdf(text, 2, rows_first=True)),
    "DOCX": ("a.docx", lambda text: word(word_body(text))),
    "GB18030": ("a.txt", lambda text: text.encode("gb18030")),
    "Big5": ("a.txt", lambda text: traditional(text).encode("big5hkscs")),
    "UTF-16": ("a.txt", lambda text: text.encode("utf-16")),
    "UTF-16 without mark": ("a.txt", lambda text: text.encode("utf-16-be")),
    "line ends of Windows": ("a.txt", lambda text: text.replace("\n", "\r\n").encode()),
    "EML": ("a.eml", mail),
    "EML in GB18030": ("a.eml", lambda text: mail(text, charset="gb18030")),
    "EML in HTML": ("a.eml", lambda text: mail(text, "html")),
    "wrapped at 20": ("a.txt", lambda text: wrapped(text, 20).encode()),
    "wrapped at 38": ("a.txt", lambda text: wrapped(text, 38).encode()),
}


def said(name: str, data: bytes) -> tuple[Counter[object], Counter[object]]:
    """The values of the expressions of a document, and the days and titles of its events, in one script."""
    (found,) = (item for item in documents(name, data) if isinstance(item, Document))
    story = tell(found)
    values = Counter[object](one.when.edtf for one in story.resolutions if one.when)
    return values, Counter[object]((event.when.edtf, fold(event.title)) for event in story.events)
