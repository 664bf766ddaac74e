r"""Words -> HTML that shows them and nothing else; a page as one file that fetches nothing and runs its own script.

Whatever is no `Markup` is escaped where it is put in, so no text of a document can become a tag.

>>> tag("b", {"class": "x", "hidden": False, "title": '"'}, "1 < 2", Markup("<i></i>"))
'<b class="x" title="&quot;">1 &lt; 2<i></i></b>'
>>> script_json({"title": "</script><!--\u2028"})
'{"title":"\\u003c/script\\u003e\\u003c!--\\u2028"}'
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from importlib import resources
from typing import Any

from timeline.events.language.segment import borders
from timeline.export.wording import one_line
from timeline.text.folding import fold

Attributes = Mapping[str, object]

_TAGS_OF_CODE = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029", "\x7f": "\\u007f"}
)
_NO_LINE_BEFORE = frozenset("”’》）)、，。：；！？·%℃日月年号届次个岁元名份期")
_NO_LINE_AFTER = frozenset("“‘《（(第")


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def shown(words: str) -> str:
    """Words without control characters; outer spaces stay, as of the pieces of a sentence."""
    return one_line(f"|{words}|")[1:-1]


def text(words: str) -> Markup:
    """Words as text of the page."""
    return words if isinstance(words, Markup) else Markup(escape(shown(words)))


def join(parts: Iterable[str]) -> Markup:
    """The parts one behind the other."""
    return Markup("".join(map(text, parts)))


def _start(name: str, attributes: Attributes | None) -> str:
    said = []
    for key, value in (attributes or {}).items():
        if value is True:
            said.append(f" {key}")
        elif value is not None and value is not False:
            said.append(f' {key}="{escape(shown(str(value)))}"')
    return f"<{name}{''.join(said)}>"


def void(name: str, attributes: Attributes) -> Markup:
    """An element that holds nothing."""
    return Markup(_start(name, attributes))


def tag(name: str, attributes: Attributes | None = None, *inside: str) -> Markup:
    """An element. An attribute that is None or False is left out, one that is True stands without a value."""
    return Markup(f"{_start(name, attributes)}{join(inside)}</{name}>")


def _breaks(line: str, at: int) -> bool:
    """Whether a line may end there: not before a closing sign, behind an opening one or within Latin words."""
    if not 0 < at < len(line) or line[at] in _NO_LINE_BEFORE or line[at - 1] in _NO_LINE_AFTER:
        return False
    return not (line[at - 1].isascii() and line[at].isascii())


def abridged(words: str, length: int) -> str:
    """At most so many characters of a title, cut between words.

    >>> abridged("关于举办残疾人就业帮扶活动的通知", 10)
    '关于举办残疾人就业…'
    """
    line = one_line(words)
    if len(line) <= length:
        return line
    ends = [end for end in borders(fold(line)) if length // 2 < end < length]
    return line[: ends[-1] if ends else length - 1].rstrip(" —·、，：-_") + "…"


def title(words: str) -> Markup:
    """A title that is broken between words only; the page's style forbids every other break."""
    line = one_line(words)
    made, start = [], 0
    for end in borders(fold(line)):
        if _breaks(line, end):
            made.append(escape(line[start:end]))
            start = end
    return Markup("<wbr>".join([*made, escape(line[start:])]))


def script_json(value: Any) -> Markup:
    """JSON that can stand in a script element whatever it says."""
    return Markup(json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_TAGS_OF_CODE))


@cache
def _file(name: str) -> str:
    return resources.files("timeline").joinpath("data/page", name).read_text(encoding="utf-8")


def _files(*names: str) -> Markup:
    return Markup("".join(map(_file, names)))


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def document(
    *,
    language: str,
    name: str,
    about: str,
    styles: tuple[str, ...],
    scripts: tuple[str, ...],
    head: str,
    body: Iterable[str],
) -> str:
    """A whole page. Its policy allows the one style and the one script that are in it, by their hashes."""
    style, code = _files(*styles), Markup(f'"use strict";\n(() => {{\n{_files(*scripts)}}})();\n')
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(code)}; base-uri 'none'; form-action 'none'"
    )
    described = (
        ("http-equiv", "Content-Security-Policy", policy),
        ("name", "viewport", "width=device-width, initial-scale=1"),
        ("name", "color-scheme", "light dark"),
        ("name", "referrer", "no-referrer"),
        ("name", "generator", "timeline"),
        ("name", "description", about),
    )
    lines = [
        "<!doctype html>",
        f'<html lang="{"zh-Hans" if language == "zh" else "en"}" class="no-js">',
        '<head><meta charset="utf-8">',
        *(void("meta", {kind: key, "content": value}) for kind, key, value in described),
        tag("title", None, name),
        f"<style>{style}</style>",
        text(head),
        "</head><body>",
        *map(text, body),
        f"<script>{code}</script>",
        "</body></html>",
    ]
    return "\n".join(filter(None, lines)) + "\n"
