"""A saved web page -> its main text with title, headings, lists and tables, and the day on which it was published.

What stands around the text (menus, footers, links to more) is found by trafilatura; pages too short for that, and the
bodies of mails, are read whole but for what is made of links. The day is taken from the head of the page alone: a date
in its body is said by somebody, and what is written between title and text is kept for the setting to judge.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from timeline.model import Severity
from timeline.read.content import UNTOLD, Content, Remark, UnreadableError, Wish, row
from timeline.read.plain import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s{0,3}=\s{0,3}[\"']?([\w-]{2,20})", re.I)
_DECLARATION = re.compile(r"\A\s{0,64}<\?xml[^>]{0,200}\?>|<!DOCTYPE[^>\[]{0,200}\[[^\]]{0,9999}\]\s{0,9}>")
_ELEMENT = re.compile("<[A-Za-z]")
_ELEMENTS = 60_000  # of a page: each costs the libraries some three kilobytes
_ENOUGH = 200  # characters, from which on what trafilatura finds is believed
_TOLD = 500  # elements of a page that may tell its day
_EARLIEST, _LATEST = "1990-01-01", "2099-12-31"  # fixed, so that no page means something else tomorrow

_UNSEEN = frozenset("script style noscript template head select iframe svg object graphic".split())
_SILENT = _UNSEEN | frozenset("nav footer aside form button".split())
_HEADINGS = {**{f"h{i}": i for i in range(1, 7)}, "head": 2}
_BLOCKS = frozenset(
    "p div section article main header ul ol dl dt dd list quote blockquote pre table tbody thead tr row td th cell "
    "caption figcaption figure center address hr body fw nav footer aside form button".split()
)
_ITEMS = frozenset(("li", "item"))
_ROWS, _CELLS = frozenset(("tr", "row")), frozenset(("td", "th", "cell"))
_LISTS = frozenset("ul ol dl list div section".split())
_CALLED = re.compile(
    r"(?:^|[-_ ])(?:nav|menu|foot(?:er)?|(?:bread)?crumbs?|position|sidebar|share|related|copyright|toolbar|pager)"
    r"(?:$|[-_ \d])",
    re.I,
)
_LONGEST_CELL = 200
_DATED = re.compile(r"\d年|\d月|\d{4}-\d")
_QUOTED = 30  # characters of a sentence that was left out
_HEAD_LINES, _HEAD_LINE = 6, 120  # how far above the text its line of source may begin, and how long it is
_YEAR = re.compile(r"(?:19|20)\d\d|[零〇○一二三四五六七八九]{4}年|民[国國]")
_SITE = re.compile(r"(?:\s*[_|｜]|\s+[-–—]\s+|--).*$|[-–—][^-–—_|｜\d]{1,12}(?:网|网站|门户|频道|平台|日报|晚报|在线)$")
_SOFT = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
_BETWEEN = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")


def _is_row(element: _Element) -> bool:
    """Whether a row holds data; the tables that lay out a page hold text, and tables."""
    cells = [cell for cell in element if cell.tag in _CELLS]
    return len(cells) > 1 and not any(
        next(cell.iter("table"), None) is not None or len("".join(cell.itertext())) > _LONGEST_CELL for cell in cells
    )


def _flowing(text: str) -> str:
    """The text of one element: where the source of the page breaks a line, Chinese goes on without a blank."""
    return _BETWEEN.sub("", _SOFT.sub(" ", text)) if "\n" in text or "\r" in text else text


def _lines(tree: _Element, *, everything: bool = False) -> list[str]:
    """The blocks of a tree, a line each; what stands around a text only where everything is asked for."""
    from lxml import etree

    lines: list[str] = []
    words: list[str] = []
    mark = ""

    def flush() -> None:
        nonlocal mark
        for line in "".join(words).split("\n"):
            if text := line.strip():
                lines.append(mark + text)
                mark = ""
        words.clear()

    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if not isinstance(tag, str) or tag in (_UNSEEN if everything else _SILENT):
                walk.skip_subtree()
                continue
            block = tag in _BLOCKS or tag in _HEADINGS or tag in _ITEMS
            if block:
                flush()
            if tag in _ROWS and _is_row(element):
                lines.append(row("".join(cell.itertext()) for cell in element if cell.tag in _CELLS))
                walk.skip_subtree()
                continue
            if tag in _HEADINGS:
                mark = "#" * _level(element) + " "
            elif tag in _ITEMS:
                mark = "- "
            elif tag in ("br", "lb"):
                words.append("\n")
            words.append(_flowing(element.text or ""))
        else:
            if isinstance(tag, str) and (tag in _BLOCKS or tag in _HEADINGS or tag in _ITEMS):
                flush()
                mark = "" if tag in _HEADINGS or tag in _ITEMS else mark
            if element is not tree:
                words.append(_flowing(element.tail or ""))
    flush()
    return [line for line in lines if line]


def _level(element: _Element) -> int:
    """The level of a heading; trafilatura keeps it in an attribute."""
    return _HEADINGS.get(str(element.get("rend", element.tag)), 2)


def _without_links(body: _Element) -> None:
    """Takes out what is made of links, or is called by the names that menus have: the inner before the outer."""
    sizes: defaultdict[_Element, int] = defaultdict(int)  # characters that stand in an element
    linked: defaultdict[_Element, int] = defaultdict(int)  # of them, in links
    for element in reversed(list(body.iter())):
        tag = element.tag
        if isinstance(tag, str) and tag not in _UNSEEN:
            sizes[element] += _signs(element.text)
            if tag in ("a", "ref"):
                linked[element] = sizes[element]
            elif tag in _LISTS and (
                linked[element] * 10 > sizes[element] * 6
                or _CALLED.search(f"{element.get('class', '')} {element.get('id', '')}")
            ):
                sizes[element] = linked[element] = 0
                element.drop_tree()
        parent = element.getparent()
        if parent is not None:
            sizes[parent] += sizes[element] + _signs(element.tail)
            linked[parent] += linked[element]


def _signs(text: str | None) -> int:
    return len("".join(text.split())) if text else 0


def _plain(line: str) -> str:
    return "".join(line.lstrip("#- ").split())


def _introduction(whole: list[str], main: list[str], title: str) -> list[str]:
    """The lines with a year in them that stand between the title and the text: who published it, and when."""
    plain = [_plain(line) for line in whole]
    kept = set(map(_plain, main))
    start = next((i for i, line in enumerate(plain) if line in kept and line != title), 0)
    top = plain.index(title) if title in plain[:start] else start
    above = whole[max(top, start - _HEAD_LINES) : start]
    return [line for line in above if len(line) <= _HEAD_LINE and _YEAR.search(line) and _plain(line) != title]


def _around(tree: _Element) -> list[str]:
    """Every line of the page, the menus and links too."""
    body = tree.find("body")
    return _lines(body, everything=True) if body is not None else []


def _left(lines: list[str]) -> Iterator[Remark]:
    """How many lines were left out of the page, how many of them with dates; a sentence with a date is a doubt."""
    dated = [line for line in lines if _DATED.search(line)]
    sentences = [line for line in dated if "。" in line]
    if sentences:
        values = {"count": len(lines), "sentences": len(sentences), "words": sentences[0][:_QUOTED]}
        yield Remark("page-left-sentence", values, Severity.DOUBT)
    elif lines:
        yield Remark("page-left", {"count": len(lines), "dated": len(dated)}, Severity.INFO)


def _published(tree: _Element) -> date | None:
    """The day that the head of the page gives."""
    from htmldate import find_date
    from lxml import html

    page = html.document_fromstring("<html><head></head><body></body></html>")
    for element in islice((*tree.iter("meta", "link"), *tree.iter("script")), _TOLD):
        if element.tag != "script" or element.get("type") == "application/ld+json":
            copy = deepcopy(element)
            copy.tail = None
            page.head.append(copy)
    day = find_date(
        page, extensive_search=False, original_date=True, min_date=_EARLIEST, max_date=_LATEST, outputformat="%Y-%m-%d"
    )
    return date.fromisoformat(day) if day else None


def _title(tree: _Element) -> str:
    """The title: the heading that the name of the page repeats, else that name without the site's, else a heading."""
    name = " ".join((tree.findtext(".//title") or "").split())
    headings = [" ".join("".join(element.itertext()).split()) for element in tree.iter("h1", "h2")]
    without_site = _SITE.sub("", name)
    repeated = max((heading for heading in headings if heading in without_site), key=len, default="")
    return repeated or (without_site if without_site != name else next(filter(None, headings), name))


def _tree(data: bytes, declared: str | None) -> tuple[_Element, tuple[Remark, ...]]:
    """The page, as far as it can be read, and what is to be said of its encoding."""
    from lxml import etree, html

    match = _CHARSET.search(data[:4096])
    text, remarks = text_of(data, declared or (match[1].decode() if match else None))
    if behind := next(islice(_ELEMENT.finditer(text), _ELEMENTS, None), None):
        text, remarks = text[: behind.start()], (*remarks, Remark("read-long-page", {"count": _ELEMENTS}))
    try:
        return html.document_fromstring(_DECLARATION.sub("", text.replace("\0", ""))), remarks
    except (etree.LxmlError, ValueError):
        raise UnreadableError("read-no-text") from None


def chapter(data: bytes) -> tuple[list[str], tuple[Remark, ...]]:
    """The lines of a page around which nothing stands, a chapter of a book, and what is to be said of them."""
    tree, remarks = _tree(data, None)
    body = tree.find("body")
    return _lines(body) if body is not None else [], remarks


def _main(tree: _Element) -> list[str]:
    """The lines of what trafilatura takes for the main text."""
    from trafilatura import bare_extraction, external

    # Its last resort counts small words; those of a hundred languages take 33 MB and a sixth of a second, and Chinese
    # has no blanks between which it would find one.
    external.JT_STOPLIST = ("",)  # type: ignore[assignment]
    found: Any = bare_extraction(deepcopy(tree), favor_recall=True, include_comments=False)
    return _lines(found.body) if found is not None and found.body is not None else []


def content(data: bytes, declared: str | None = None) -> Content:
    """The page. Raises UnreadableError where it holds no text."""
    from lxml import etree

    tree, remarks = _tree(data, declared)
    published, title = _published(tree), _title(tree)
    etree.strip_elements(tree, "script", "style", with_tail=False)
    around = _around(tree)
    main = _main(tree)
    body = tree.find("body")
    if body is not None:
        _without_links(body)
        whole = _lines(body)
        main = [*_introduction(whole, main, _plain(title)), *main] if sum(map(len, main)) >= _ENOUGH else whole
    if not main:
        raise UnreadableError("read-no-text")
    kept = _plain(title) + "\n" + "".join(map(_plain, main))
    left = [line for line in around if _plain(line) not in kept]
    heads = [line for line in main[:_HEAD_LINES] if title and _plain(line) == _plain(title)]
    lines = [title or "", *(line for line in main if line not in heads)]
    return Content(
        "\n\n".join(filter(None, lines)) + "\n",
        title=title or None,
        published=published,
        remarks=(*remarks, *_left(left)),
    )


def contents(data: bytes, wish: Wish = UNTOLD) -> Iterator[Content]:
    """The page."""
    yield content(data, wish.declared)
