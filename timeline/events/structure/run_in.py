"""A page whose headings were run into their sentences -> where each heading ends.

高考报名各省高考报名工作陆续展开: the words that open the sentence come once more in it, with nothing but a 各 or the
rest of the heading between. One sentence may do so by chance; a page that does so again and again has lost its lines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from timeline.events.drafts import Draft, raw_words
from timeline.events.language.clauses import ENDS, Sentence, sentences
from timeline.events.language.phrases import HOLE, Phrase
from timeline.events.language.segment import tags
from timeline.events.mentions import Mention
from timeline.model import Document, Role, Span

_DATE = re.compile(
    r"(?:(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{4}年)(?:[至到—-](?:(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?))?"
)
# 名单公布3月至5月各校名单将陆续公布
_BEFORE_DATE = re.compile(rf"([一-鿿]{{3,11}}(?![在于自从至到])[一-鿿])(?={_DATE.pattern},?[一-鿿]{{8}})")
_FEWEST = 4  # sentences of a page that has run its headings in
_SHORTEST, _LONGEST, _AGAIN = 3, 12, 48  # characters of a heading, and within which its words come once more
_CHINESE = re.compile(r"[一-鿿]*")
_BEGINS = re.compile(r"[各某本该全]|部分|有关|相关|不少|许多|多数|其他")
_STOPS = ("p", "c", "r", "d", "u", "m")


@lru_cache(maxsize=4)  # asked of one document for each of its sentences
def headings(document: Document) -> Mapping[int, Span]:
    """The headings that a document has run into its sentences, by where they begin; of most documents none."""
    found: list[Span] = []
    text = document.text
    for block in (block.at for block in document.blocks if block.role is Role.PARAGRAPH):
        if block.end - block.start <= _PAGE or sum(text.count(stop, *block) for stop in ENDS) < _FEWEST - 1:
            continue
        here, beside = [], []
        for sentence in sentences(text, block):
            dated = _DATE.match(text, sentence.at.start)
            start = dated.end() if dated else sentence.at.start
            size = _run_in(text[start : min(sentence.at.end, start + _LONGEST + _AGAIN)])
            if size:
                here.append(Span(start, start + size))
            elif heading := _BEFORE_DATE.match(text, start, sentence.at.end):
                beside.append(Span(*heading.span(1)))
        found += sorted(here + beside) if len(here) >= _FEWEST else []
    return {heading.start: heading for heading in found}


_PAGE = 60  # characters of a paragraph that was a page


def _run_in(words: str) -> int:
    """How long the heading is that opens some words; 0 for none.

    >>> _run_in("高考报名各省高考报名工作陆续展开"), _run_in("自主招生报名自主招生试点高校将发布简章")
    (4, 6)
    >>> _run_in("江岸大学和江岸大学分校合并"), _run_in("各高校陆续公布简章")
    (0, 0)
    """
    chinese = _CHINESE.match(words)
    run = chinese[0] if chinese else ""
    for size in range(min(_LONGEST, len(run) - 1), _SHORTEST - 1, -1):
        again = words.find(run[:size], size)
        if again < 0:
            continue
        end = _end(run, size, again)
        return end if end <= again else 0
    return 0


def _end(run: str, size: int, again: int) -> int:
    """Where a heading ends whose first `size` characters come again: there, or before the first word of a sentence."""
    position = 0
    for word, tag in tags(run):
        if position >= size and (position == again or tag[:1] in _STOPS or _BEGINS.match(run, position)):
            return position if position <= _LONGEST and tag[:1] != "c" and word not in _BETWEEN else 0
        if word in _MODAL:
            return 0
        position += len(word)
    return position if position == again else 0


_BETWEEN = frozenset("和与及或的在为对由向把被将是到")
_MODAL = frozenset("可 应 需 须 要 能 会 可以 应当 需要".split())


def heading_at(document: Document, start: int) -> Span | None:
    """The heading that was run into the sentence whose words begin at a place."""
    return headings(document).get(start)


def over_its_section(mention: Mention) -> bool:
    """2018年12月 before a heading that was run in, where its sentence tells a day or month of its own within it."""
    if mention.at.start != mention.sentence.at.start or mention.following is None or mention.grain == "day":
        return False
    return (
        mention.following.start < mention.sentence.at.end and heading_at(mention.document, mention.at.end) is not None
    )


def section_of(document: Document, mentions: Sequence[Mention]) -> Mention | None:
    """The month that heads a section of such a page: it opens the sentence, right before the first heading."""
    first = mentions[0] if mentions else None
    heads = first is not None and first.at.start == first.sentence.at.start and first.grain in ("month", "day")
    return first if heads and first and heading_at(document, first.at.end) else None


def told_by_heading(document: Document, sentence: Sentence, section: Mention, block: int) -> Draft | None:
    """A sentence without a date below the month of its section: its heading says what it is."""
    heading = heading_at(document, sentence.at.start)
    if heading is None:
        return None
    return Draft(
        when=section.when,
        resolution=section.resolution,
        rule="run-in heading",
        at=heading,
        clauses=(heading,),
        context=sentence.at,
        block=block,
        title=raw_words(document, [heading]),
    )


def without_heading(document: Document, part: Phrase) -> Phrase:
    """A clause without the heading that was run into it."""
    opening = len(part.text) - len(part.text.lstrip(HOLE + " "))
    heading = heading_at(document, part.start + opening)
    if heading is not None and heading.end < part.start + len(part.text):
        return part.without(opening, heading.end - part.start)
    return part
