"""A day that opens with its weather -> what the next sentence tells of it.

School and company news open so: 3月5日,春光明媚,惠风和畅。全校师生在操场举行植树活动。 Two or more clauses of four
characters are no news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.drafts import Draft
from timeline.events.language.clauses import Sentence
from timeline.events.language.segment import has_verb
from timeline.events.language.words import verbs
from timeline.events.mentions import Mention
from timeline.model import Document, Span

_FOUR = re.compile(r"[一-鿿]{4}")
_LEAST = 2  # clauses that paint a picture
_DATED = re.compile(r"[\d年月日号()周星期一二三四五六日天 上下午早晚晨农历正腊初廿元,]*")


def beyond_scenery(document: Document, draft: Draft, following: tuple[Sentence, Sequence[Mention]] | None) -> Draft:
    """The draft itself, or what the sentence behind it tells, where its own only says how the day was."""
    if following is None or draft.title or not _is_scenery(document, draft):
        return draft
    sentence, mentions = following
    if any((mention.single_day or mention.topic) and not mention.ordinal for mention in mentions):
        return draft
    dates = tuple(mention.at for mention in mentions)
    return replace(draft, at=sentence.at, clauses=sentence.clauses, context=sentence.at, dates=dates, subject=None)


def _undated(document: Document, draft: Draft, clause: Span) -> str:
    """A clause without its date: nothing of 道光三年."""
    at = draft.resolution.expression.at if draft.resolution else None
    if at is None or not clause.start <= at.start < at.end <= clause.end:
        return clause.of(document.text).strip()
    return (document.text[clause.start : at.start] + document.text[at.end : clause.end]).strip(" ,")


def _is_scenery(document: Document, draft: Draft) -> bool:
    """Whether beside its date a draft has but clauses of four characters that tell no deed."""
    told = [words for clause in draft.clauses if not _DATED.fullmatch(words := _undated(document, draft, clause))]
    idle = [words for words in told if _FOUR.fullmatch(words) and not (verbs(words) or has_verb(words))]
    return len(told) >= _LEAST and len(idle) == len(told)
