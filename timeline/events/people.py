"""Who held it: 主办, 由…举办, and the bodies at the head of its clause."""

from __future__ import annotations

import re

from timeline.events.drafts import raw_words
from timeline.events.words import branch, verbs, words
from timeline.model import Document, Span

_BY = re.compile(r"由([^,。;“”\0]{2,80}?)(?:联合|共同)*(?:主办|承办|举办|组织|发起|协办)")
_ENDS = re.compile(rf"{branch(words('body', 'ends'))}$")
_SPLIT = re.compile(r"[、]|(?<=[会局厅部联委府司心院处])(?:和|与|及|会同|联合|、)")
_ALSO = re.compile(r"、([^,。;“”\0]{2,40}?)(?:承办|协办)")
_NO_BODY = ("参加", "出席", "向", "对", "给", "到", "在", "于", "经", "从", "据", "与", "请", "邀请")
_DECIDED = re.compile(r"决定|批准|同意|任命|委请|委托|邀请|要求|通知")
_TURNED = re.compile(r"[现拟将应须可]?[对向给把被与奉]|[〈《(]|.*从")
_DEEDS = branch((*words("hold", "verbs"), *words("publish", "verbs")))
_DEED = re.compile(rf"\0+[ ,]?(?:联合|共同|正式|隆重|成功|分别)*{_DEEDS}")
_END = re.compile(r"$")
_LEAD = re.compile(r"(?:[一二三四五六七八九]是|同时|此外|另外|并|其中|[ ,、])*(?:由|联合(?!会))?")


def bodies(document: Document, at: Span) -> tuple[str, ...]:
    """The bodies in a run of them, each in the document's own characters; none where a part of it is no body.

    >>> from timeline.text import document
    >>> sentence = document("示例", "天津市残联、市残疾人福利基金会")
    >>> bodies(sentence, Span(0, len(sentence.text)))
    ('天津市残联', '市残疾人福利基金会')
    """
    text = at.of(document.text)
    found, position = [], 0
    for match in [*_SPLIT.finditer(text), None]:
        start, end = match.span() if match else (len(text), len(text))
        part = text[position:start].strip()
        if part:
            if not _ENDS.search(part) or _TURNED.match(part) or len(part) > 30 or "的" in part or verbs(part):
                return ()
            left = at.start + position + len(text[position:start]) - len(text[position:start].lstrip())
            found.append(raw_words(document, [Span(left, left + len(part))]).strip())
        position = end
    return tuple(dict.fromkeys(found))


def organisers(document: Document, at: Span, dates: tuple[Span, ...]) -> tuple[str, ...]:
    """Who held what the words tell."""
    text = document.text[at.start : min(at.end, at.start + 200)]
    for left, right in dates:
        if left < at.start + len(text) and right > at.start:
            left, right = max(left - at.start, 0), min(right - at.start, len(text))
            text = text[:left] + "\0" * (right - left) + text[right:]
    if match := _BY.search(text):
        first = bodies(document, Span(at.start + match.start(1), at.start + match.end(1)))
        more = _ALSO.match(text, match.end())
        return first + (bodies(document, Span(at.start + more.start(1), at.start + more.end(1))) if more else ())
    for clause in re.finditer(r"[^,。;:\0]+", text):
        body = clause[0]
        if body.startswith(_NO_BODY):
            continue
        ends = [span.start for span, _ in verbs(body)[:1]] + [body.find("“")] * ("“" in body)
        if not ends and text[clause.end() : clause.end() + 1] == "\0" and _DEED.match(text, clause.end()):
            ends = [len(body)]  # 甲会、乙会5月1日联合印发…: the date stands between who and what
        ends = [min(end, act.start()) for end in ends for act in [_DECIDED.search(body, 2) or _END.search(body)] if act]
        for end in sorted(ends):
            head = re.sub(r"(?:将|已|也|还|决定|联合|共同|在[^,]*|于[^,]*|同步|组织)+$", "", body[:end])
            left = _LEAD.match(head).end()  # type: ignore[union-attr]
            if head[left:]:
                begin = at.start + clause.start()
                found = bodies(document, Span(begin + left, begin + len(head)))
                if found:
                    return found
    return ()
