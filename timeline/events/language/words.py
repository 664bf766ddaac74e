"""`data/events.toml` -> the words that tell what happened, ready to be looked for in clean text.

>>> [(word.of("启动仪式在水上公园举行"), kind) for word, kind in verbs("启动仪式在水上公园举行")]
[('举行', 'hold')]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

from timeline.memory import remembered
from timeline.model import Span

VERB_KINDS = ("hold", "act", "publish", "visit")


@cache
def _data() -> dict[str, Any]:
    text = resources.files("timeline").joinpath("data/events.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def words(section: str, name: str = "words") -> tuple[str, ...]:
    """The words of one list, the longest first, so that a branch of them finds the longest."""
    return tuple(sorted(_data()[section][name], key=lambda word: (-len(word), word)))


def branch(choices: Iterable[str]) -> str:
    """A regular expression for any of the words: one branch a first character, so that most positions fail at once.

    >>> branch(["举行", "举办", "召开"])
    '(?:举(?:办|行)|召开)'
    """
    by_first: dict[str, list[str]] = {}
    for word in sorted(set(choices), key=lambda word: (-len(word), word)):
        by_first.setdefault(word[0], []).append(word[1:])
    rows = [
        re.escape(first) + (re.escape(rests[0]) if len(rests) == 1 else f"(?:{'|'.join(map(re.escape, rests))})")
        for first, rests in by_first.items()
    ]
    return f"(?:{'|'.join(rows)})"


@cache
def pattern(section: str, name: str = "words") -> re.Pattern[str]:
    """Any word of a list."""
    return re.compile(branch(words(section, name)))


@cache
def _verb_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {word: kind for kind in reversed(VERB_KINDS) for word in words(kind, "verbs")}
    kinds |= dict.fromkeys(words("parted"), "act")
    inside = dict.fromkeys((*words("inside"), *words("noun")), "")
    return re.compile(branch({**inside, **kinds})), {**inside, **kinds}


@remembered(4096)
def verbs(text: str) -> tuple[tuple[Span, str], ...]:
    """The verbs of a text and their kinds, without those inside a noun (启动仪式) or in quotation marks."""
    search, kinds = _verb_pattern()
    marked = "“" in text or "《" in text  # few texts are, and need to be asked for each verb
    return tuple(
        [
            (Span(*match.span()), kind)
            for match in search.finditer(text)
            if (kind := kinds[match[0]]) and not (marked and quoted(text, match.start()))
        ]
    )


def quoted(text: str, position: int) -> bool:
    """Whether a position stands within “ ” or 《 》.

    >>> quoted("“启动”仪式", 1), quoted("“启动”仪式", 4)
    (True, False)
    """
    return any(
        text.rfind(opening, 0, position) > text.rfind(closing, 0, position) for opening, closing in ("“”", "《》")
    )
