"""在2010年毕业后,某人…: a clause that tells what was done before, and of whom the clause behind it says so.

The date is that of the first clause; who did it opens the second one. A title tells both, the name first.
"""

from __future__ import annotations

import re

from timeline.events.drafts import Draft, raw_words
from timeline.events.editing.printing import finish
from timeline.events.language.phrases import LONGEST, Phrase, trim
from timeline.events.language.segment import lacks_subject
from timeline.events.who.antecedents import antecedent
from timeline.events.who.openings import opening_name
from timeline.model import Document, Span

_AFTER = re.compile(r"(?P<end>(?:之|以)?后)[\0 ,]*$")
_DATED = re.compile(r"(?:但|而|不过|然而)?(?:[在于自继]|早在)")
# What only sets those off of whom the next clause tells: 接到报警后,警方赶到.
_SETS_OFF = re.compile(
    r"(?:接[到获报]|[收听看遇]到|获[悉知]|得知|闻讯|[赶到抵]达|赶到|发现|经过|历时|案发|事发|休息|[用吃]餐)"
)
_HE = re.compile(r"[他她](?![们人方处国乡校])")


def once_done(document: Document, draft: Draft, clauses: list[Phrase]) -> str:
    """The title of a deed that is told with 后 and whose doer the next clause names; empty for any other.

    在2010年从江岸大学毕业后,沈从山进入银行 is 沈从山从江岸大学毕业.
    """
    at = draft.resolution.expression.at if draft.resolution else None
    after = _AFTER.search(clauses[0].text) if at and len(clauses) > 1 else None
    if at is None or after is None or not clauses[0].start <= at.start < clauses[1].start:
        return ""
    deed = trim(clauses[0].cut(0, after.start("end")))
    if not _DATED.fullmatch(document.text, clauses[0].start, at.start) or _SETS_OFF.match(deed.text):
        return ""
    if deed.size < _DEED or not (lacks_subject(deed.printed) or deed.text.startswith(("从", "自", "与", "向", "由"))):
        return ""
    start = clauses[1].start + len(clauses[1].text) - len(clauses[1].text.lstrip(" ,"))
    who = _who(document, start, clauses[1].start + len(clauses[1].text))
    told = f"{raw_words(document, [who])}{finish(document, deed)}" if who else ""
    return told if len(told) <= LONGEST else ""


_DEED = 2  # characters of a deed: 毕业


def _who(document: Document, start: int, end: int) -> Span | None:
    if _HE.match(document.text, start):
        return antecedent(document, document.text[start], start)
    name = opening_name(document.text, start, end)
    return name if name and name.start == start else None
