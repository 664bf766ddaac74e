"""Two tellings of the same days -> how surely they are one happening, from 0 to 1.

Titles are compared by what they say: without verbs of holding, numbers and names of places. What only one of them says
is an omission, or explained by the place, the hosts or the sentence of the other; where each says something that the
other does not, they tell of two things.

>>> core("天津市第三届“夏季送凉爽”活动在水上公园举行", "水上公园")
'夏季送凉爽'
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from timeline.events.differences import apart, hosts_in_common, same_place, shortens, without_counts
from timeline.events.divisions import named
from timeline.events.words import branch, pattern, words
from timeline.memory import remembered
from timeline.model import Event, EventKind
from timeline.text.folding import fold

_SIGNS = re.compile(r"[^\w\u3400-\u9fff]+")
_BLANK = re.compile(r"\s+")
_CEREMONY = re.compile(
    r"(?<=开幕|闭幕|揭幕|揭牌|启动|开课|开营|结营|开工|竣工|开业|开学|开赛|签约|授牌|颁奖|奠基|通车|开通)(?:仪式|典礼|会|式)"
)
_NUMBERED = re.compile(r"第([一二三四五六七八九十]{1,3})(?:高级|实验)?([中小])学")  # 第一中学 is 一中
_ENOUGH = 4  # characters that two titles share at least
_NAMED = 3  # characters beside nouns of events that name a thing of its own


@cache
def _alternatives() -> tuple[re.Pattern[str], dict[str, str]]:
    """Any word that has another for it, and the one that stands for all of them."""
    rows = [row.split() for row in words("synonyms")]
    return re.compile(branch(word for row in rows for word in row)), {word: row[0] for row in rows for word in row}


@lru_cache(maxsize=32_768)
def core(title: str, place: str | None) -> str:
    """What a title says, folded; pieces that were apart are on lines of their own."""
    text = without_counts(_NUMBERED.sub(r"\1\2", fold(title)))
    if place:
        text = text.replace(fold(place), "\n")
    for span, _ in reversed(list(named(text))):
        text = f"{text[: span.start]}\n{text[span.end :]}"
    search, first = _alternatives()
    text = search.sub(lambda match: first[match[0]], _CEREMONY.sub("", text))
    text = pattern("light").sub("\n", _SIGNS.sub("\n", text))
    return "\n".join(piece for piece in text.split("\n") if piece)


@remembered(32_768)
def pairs(text: str) -> frozenset[str]:
    """The characters of a text two by two, and those that stand alone."""
    pieces = text.split("\n")
    return frozenset(piece[i : i + 2] for piece in pieces for i in range(max(1, len(piece) - 1)) if piece)


@remembered(32_768)
def own_words(text: str) -> frozenset[str]:
    """The pairs of a core without nouns that name many events; none where it is nothing else."""
    return pairs(pattern("noun").sub("\n", text))


class _Run(NamedTuple):
    """What one core says and the other does not."""

    words: str
    last: bool  # it is, or holds, the title's last word: what


def _rest(text: str, known: frozenset[str], letters: str) -> list[_Run]:
    """The runs of a core that are not said by the other."""
    if pairs(text) <= known:
        return []
    said = bytearray(len(text))
    for i, sign in enumerate(text):
        if sign == "\n":
            said[i] = 1
        elif text[i : i + 2] in known:
            said[i : i + 2] = b"\1\1"
        alone = (i == 0 or text[i - 1] == "\n") and (i + 1 == len(text) or text[i + 1] == "\n")
        if alone and sign in letters:
            said[i] = 1
    runs = (run.span() for run in re.finditer(rb"\0+", bytes(said)))
    return [_Run(text[start:end], end > len(text) - 2 and end - start > 1) for start, end in runs]


@lru_cache(maxsize=32_768)
def _folded(*texts: str) -> str:
    return "\n".join(_BLANK.sub("", fold(text)) for text in texts)


def _unexplained(runs: list[_Run], one: Event, other: Event) -> list[_Run]:
    """The runs that the place, the hosts and, in another document, the sentence of the other do not say either."""
    told = () if _same_document(one, other) else (other.description[:300],)
    # Of the hosts in common either name is known.
    known = _folded(other.place or "", *other.organisers, *hosts_in_common(one, other), *told)
    return [run for run in runs if run.words not in known and not (len(run.words) > 2 and shortens(run.words, known))]


def _same_document(one: Event, other: Event) -> bool:
    return not {e.document for e in one.evidence}.isdisjoint(e.document for e in other.evidence)


def _sentence(event: Event) -> str:
    return _BLANK.sub("", event.description)


def _bare(text: str) -> bool:
    """Whether a core is only what many happenings are called: 招聘会, 座谈会."""
    return len(pattern("noun").sub("", text.replace("\n", ""))) < _NAMED


def _supported(one: Event, other: Event) -> bool:
    """Whether more than a common name speaks for it: the document, the sentence, the hour, the place or a host."""
    if _same_document(one, other) or _sentence(one) == _sentence(other):
        return True
    if hosts_in_common(one, other) or (one.when.time and one.when.time == other.when.time):
        return True
    if _at_home(one, other) or _at_home(other, one):
        return True
    return same_place(one, other)


def _at_home(one: Event, other: Event) -> bool:
    """Whether the one was held at the house of a body that held the other."""
    return bool(one.place) and any(
        fold(one.place or "").endswith(fold(body)) for body in other.organisers if len(body) >= _NAMED
    )


def _opens(run: str, *, due: bool) -> bool:
    """Whether a run only says that something begins, or of what is due that it ends."""
    return pattern("opening").sub("", run) == "" or (due and run == "截止")


def likeness(one: Event, other: Event) -> float:
    """How surely two tellings of the same days are one happening; 0 where they are not."""
    if apart(one, other):
        return 0.0
    score = _alike(one, other)
    if score or _same_document(one, other):
        return score
    heads = [_HEAD.match(fold(event.title)) for event in (one, other)]
    if not any(heads):
        return 0.0
    cut = [replace(e, title=e.title[: head.end()]) if head else e for e, head in zip((one, other), heads, strict=True)]
    return _alike(*cut)


_HEAD = re.compile(r"[^,]{6,}(?=,[^,]{2,}$)")  # 突降特大暴雨,地铁停运: what comes of it is an addition


def _alike(one: Event, other: Event) -> float:
    """How surely two tellings that nothing sets apart are one happening."""
    left, right = core(one.title, one.place), core(other.title, other.place)
    if not left or not right:
        return 1.0 if fold(one.title) == fold(other.title) and _supported(one, other) else 0.0
    if left == right:
        return 1.0 if not _bare(left) or _supported(one, other) else 0.0
    only_left = _rest(left, pairs(right), right)
    only_right = _rest(right, pairs(left), left)
    said = ["".join(run.words for run in only) for only in (only_left, only_right)]
    shared = min(len(text.replace("\n", "")) - len(rest) for text, rest in zip((left, right), said, strict=True))
    if shorter := shortens(said[0], said[1]) or shortens(said[1], said[0]):
        only_left = only_right = []
    supported = _supported(one, other)
    if shared < (_NAMED if supported else _ENOUGH) and not shorter:
        named = supported and not _same_document(one, other) and (left in words("noun") or right in words("noun"))
        if not named or shared < min(len(left), len(right)):
            return 0.0
    only_left = _unexplained(only_left, one, other)
    only_right = _unexplained(only_right, other, one)
    if only_left and only_right:
        return 0.0
    due = one.kind is other.kind is EventKind.DEADLINE
    if any(run.last and not _opens(run.words, due=due) for run in only_left + only_right):
        return 0.0
    from rapidfuzz import fuzz

    return max(0.5, fuzz.ratio(left, right) / 100)
