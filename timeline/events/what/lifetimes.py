"""李四(1921年—2004年),画家; 李四,男,1921年5月生; 早报(1904年创刊): a date in the bracket of a name -> the name.

Where no word of the text tells a deed, the name is all, for a title has no words of its own.
"""

from __future__ import annotations

import re

from timeline.events.drafts import Draft
from timeline.events.language.phrases import HOLE, Phrase
from timeline.events.language.words import verbs
from timeline.model import Document, Span

_NAME = r"([\u4e00-\u9fff·]{2,12}|[A-Za-z][A-Za-z .·-]{2,30})"
_LIVED = re.compile(rf" {{0,2}}{_NAME} ?\(([^()\n]{{4,80}})\)(?=[,。是字原\n]|$)")
_DATES = re.compile(r"(?:[^—~\d]{0,30}[,:;、])?[\d年月日.约生于?农历公元前〇零一二三四五六七八九十初廿\[\] /]*[—~至-]")
_BORN = re.compile(rf"{_NAME},(?:(?:男|女|[\u4e00-\u9fff]{{1,5}}族|[\u4e00-\u9fff]{{2,10}}人),){{0,3}}$")
_OPENED = re.compile(rf" {{0,2}}({_NAME[1:-1]}|《[^《》\n]{{1,20}}》) ?\(")
_DEED = re.compile(r"[\u4e00-\u9fff]{2,8}(?=\)[,。是\n])")
# 《早报》第152号(1927年4月10日)的刊名: the day of an issue.
_ISSUE = re.compile(r"(《[^》\n]{1,20}》 ?第 ?[\d一二三四五六七八九十百]{1,5} ?[号期卷辑回版集]) ?\($")
_CLOSED = re.compile(r"\)(?=[的之,、。;]|$)")
_ONLY_BORN = re.compile(r"出?生(?=[,。;]|$)")


def lifetime(document: Document, draft: Draft) -> Phrase | None:
    """The name whose bracket a date stands in, with the deed that the bracket tells.

    >>> from timeline.pipeline import tell
    >>> from timeline.text import document as read
    >>> [event.title for event in tell(read("示例", "沈从山(1921年5月3日—2004年1月9日),画家,绍兴人。")).events]
    ['沈从山']
    """
    if draft.resolution is None or draft.rule not in ("dated", "stretch"):
        return None
    text, at, start = document.text, draft.resolution.expression.at, draft.context.start
    if (listed := _LISTED.search(text, max(start, at.start - _FAR), at.start)) and (
        _NEXT.match(text, at.end)
        or (text.startswith(")", at.end) and _ONE_MORE.search(text, max(start, listed.start() - 4), listed.start()))
    ):
        return Phrase(listed[1], listed.start(1))
    if at.start - start > _FAR:
        return None
    if (lived := _LIVED.match(text, start)) and lived.start(2) <= at.start < lived.end(2) and _DATES.match(lived[2]):
        return Phrase(lived[1], lived.start(1))
    if (opened := _OPENED.match(text, start)) and opened.end() == at.start and (deed := _DEED.match(text, at.end)):
        known = verbs(deed[0])
        gap = HOLE * (at.end - opened.end(1))
        return Phrase(opened[1] + gap + deed[0], opened.start(1)) if known and known[0][0].start == 0 else None
    if (issue := _ISSUE.search(text[start : at.start])) and _CLOSED.match(text, at.end):
        return Phrase(issue[1], start + issue.start(1))
    born = _BORN.match(text[start : at.start])
    deed = _ONLY_BORN.match(text, at.end) if born else None
    if born is None or deed is None:
        return None
    name = Span(start + born.start(1), start + born.end(1))
    return Phrase(born[1] + HOLE * (at.end - name.end) + deed[0], name.start)


# 先后称“甲大学”(1928.2-1928.4)、“乙大学”(1927.6-1928.2): each name with its own time, the last one at the end.
_LISTED = re.compile(r"((?:(?:[改更][名称]|定名|命名|[名称])为?)?(?:“[^“”\n]{2,20}”|《[^《》\n]{1,20}》)) ?\($")
_ONE_MORE = re.compile(r"\)[、及和与]{1,2} ?$")
_NEXT = re.compile(r"\)(?:[、及和与]{1,2} ?[“《]|$)")
_FAR = 60  # characters from the head of a sentence to the dates of whom it opens with
