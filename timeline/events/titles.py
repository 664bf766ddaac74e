"""The words that tell an event -> its title: what an editor would write above them.

A ladder: the first rung that holds cuts the title out of the clean text; it is printed in the document's own characters.
Every rung is a row with an example, and the example is run.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from timeline.events.drafts import Draft, raw_words
from timeline.events.segment import borders
from timeline.events.words import branch, pattern, verbs, words
from timeline.model import Document, Span

LONGEST, SHORTEST = 30, 6
_LOOKED_AT = 200  # characters of a clause that a title is looked for in
HOLE = "\0"  # stands where a date was


class Phrase(NamedTuple):
    """Clean text in which dates are holes, and where it begins in the document."""

    text: str
    start: int

    def cut(self, start: int, end: int) -> Phrase:
        """A part of it."""
        return Phrase(self.text[start:end], self.start + start)

    def pieces(self) -> list[Span]:
        """Its stretches in the document, without the holes."""
        return [Span(self.start + m.start(), self.start + m.end()) for m in re.finditer(r"[^\0]+", self.text)]


def phrase(document: Document, at: Span, dates: tuple[Span, ...]) -> Phrase:
    """The clean text of a stretch, dates and the prepositions before them made holes of the same length."""
    text = document.text[at.start : min(at.end, at.start + _LOOKED_AT)]
    for date in dates:
        left, right = max(date.start - at.start, 0), min(date.end - at.start, len(text))
        if right <= 0 or left >= len(text):
            continue
        if match := _DATE_LEAD.search(text, max(left - 4, 0), left):
            left = match.start()
        if match := _DATE_TAIL.match(text, right):
            right = match.end()
        text = text[:left] + HOLE * (right - left) + text[right:]
    return Phrase(text, at.start)


_DATE_LEAD = re.compile(r"(?:预计|预定|定于|拟于|将于|已于|分别于|当地时间|早在|并于|在|于|自|从|到|至|迄|截至|由)$")
_DATE_TAIL = re.compile(r"(?:期间|之前|以前|之后|以后|前后|左右|开始|截止|当天|起|前|后|,)?(?:的)?(?=[,]|$)|(?:期间|之前|以前|之后|以后|当天|起)")

# --- trimming ------------------------------------------------------------------------------------------------------------

_EDGE = " ,;:。、·—-*#>|…!?\0"
_LEAD = re.compile(rf"(?:{branch(words('lead'))}|[一二三四五六七八九十]是|第?[一二三四五六七八九十]、|\([一二三四五六七八九十\d]{{1,2}}\)|\d{{1,2}}[.、]|的|了)")
_TAIL = re.compile(rf"(?:{branch(words('tail'))})$")
_NOT_LEAD = re.compile(r"第一|前往|前进|前夕|还都|还乡|再生|就业|就任|就读|就地|才艺|现场会|现代|现金|将军|且末|也门|及格|已婚|都市|都江|又见|并购|并列|而立|业务|业余|前海|前列|前沿|系列|系统|由来|均衡|请愿|请示|另类|曾祖|至善|至少|同时期|期间费|都会|都爹|会上海")
_GLOSS = re.compile(r"\([^()]{1,60}\)")
_LINK = re.compile(r"\[|\]\(?[^)\s]*\)?|https?://\S+|<[^>]{1,300}>")
_PAIRS = (("“", "”"), ("《", "》"), ("(", ")"), ("‘", "’"), ("[", "]"))


def trim(part: Phrase) -> Phrase:
    """Without signs, connectives and particles at its edges.

    >>> trim(Phrase("此外,还举办了招聘会等", 0)).text
    '举办了招聘会'
    """
    for _ in range(6):
        text = part.text
        left = len(text) - len(text.lstrip(_EDGE))
        right = len(text.rstrip(_EDGE))
        part = part.cut(left, max(right, left))
        match = _LEAD.match(part.text)
        if match and not _NOT_LEAD.match(part.text) and len(part.text) - match.end() >= 4:
            part = part.cut(match.end(), len(part.text))
            continue
        match = _TAIL.search(part.text)
        if match and match.start() >= 3 and not _KEPT_TAIL.search(part.text):
            part = part.cut(0, match.start())
            continue
        if part.text == text:
            break
    return part


_KEPT_TAIL = re.compile(r"目的|的士|以上|线上|网上|之上|以下|会上|海上|路上|之后|前后|集中|其中|高中|初中|国中|一中|二中|附中|台中|汉中|晋中|吴中|之中|发起|崛起|一起|共和|平和|总和|祥和|参与|赠与|给与|收到|达到|看到|得到|来到|提到|送到|国是|所在|现在|存在|老有|私有|国有|公有|享有|所有|推进行|小时|及时|同时|平时|武将|大将|空前|目前|年级中")


def balanced(part: Phrase) -> Phrase:
    """Without what an unpaired mark at an edge leaves over.

    >>> balanced(Phrase("“聚力促就业“残疾人之家”", 0)).text.replace(HOLE, "")
    '聚力促就业“残疾人之家”'
    """
    for opening, closing in _PAIRS:
        depth, unpaired = [], []
        for position, sign in enumerate(part.text):
            if sign == opening:
                depth.append(position)
            elif sign == closing:
                if depth:
                    depth.pop()
                else:
                    unpaired.append(position)
        unpaired = sorted(unpaired + depth)
        if unpaired:
            text = part.text
            for position in unpaired:
                text = text[:position] + HOLE + text[position + 1 :]
            part = Phrase(text, part.start)
    return part


def without_glosses(part: Phrase) -> Phrase:
    """Links and longer brackets made holes."""
    text = _LINK.sub(lambda m: HOLE * len(m[0]), part.text)
    text = _GLOSS.sub(lambda m: HOLE * len(m[0]) if len(m[0]) > 8 or m[0].startswith(("(以下", "(含", "(简称")) else m[0], text)
    return Phrase(text, part.start)


def _size(part: Phrase) -> int:
    return len(part.text) - part.text.count(HOLE)


# --- rungs ---------------------------------------------------------------------------------------------------------------

_NOUNS = branch(words("noun"))
_HELD_END = re.compile(rf"(?:将|已|也|还|正式|成功|同步|同时|如期|顺利|隆重|联合|现场|拟|定|即|曾|首次|再次)*(?:在|于)(?=[^在于]*$)|(?:将|已|也|还|正式|成功|同步|同时|如期|顺利|隆重|现场|即将|拉开帷幕)+$")
_HOLD_OBJECT = re.compile(r"(?:了|过|好|完)?(?:一场|一次|一批|首次|以下|的是|多场次的|多场|各类|了)?")
_ATTRIBUTE = re.compile(r"^以“[^”]{2,40}”为主题(?:内容)?的?|^以[^,]{2,60}?为(?:主要)?(?:内容|形式|重点|载体|契机|主题)的|^(?:由|为)[^,“]{2,40}?(?:的)(?=.{4,})")
_THEME = re.compile(r"以(“[^”]{2,30}”)为主题(?:内容)?的?(.{4,30})$")
_BARE = re.compile(rf"(?:(?:本次|此次|这次|该|一场|一次|非正式之?|相关|有关|上述)?(?:活动|会议|通知|仪式|培训|工作|文件|决定|公告|讨论会议|大会|研究|讲话|考试|比赛))$")
_HOST = re.compile(r"^由?[^,“]{2,60}?(?:联合|共同)?(?:主办|承办|举办|协办|组织)的")
_APPOSED = re.compile(r"^“[^”]{2,40}”——(?=.{4})")
_BODIES = re.compile(rf"^[^“,]{{2,40}}?{branch(words('body', 'ends'))}(?=“)")
_REST = re.compile(r"等(?:多场次的?|系列|多项|多种|一系列|丰富多彩的|活动|主题)?[^,]{0,12}$|,.*$")


def _document_named(whole: Phrase) -> Phrase | None:
    """印发《X》, 《X》施行: the verb and the document."""
    match = re.search(rf"{branch(words('publish', 'verbs'))}(?:了|的)?《[^》]{{2,60}}》(?:[^,。《》]{{0,4}}(?:通知|公告|意见|办法))?", whole.text)
    match = match or re.search(r"(?:订立|签订|签署|制定|核定|通过|审议|直播|播出|首发|上映|实施|作出|发出)(?:了)?《[^》]{2,60}》", whole.text)
    match = match or re.search(r"《[^》]{2,60}》(?:[^,。《》]{0,6}(?:施行|修正|修订|生效|实施|发布|公布|出版|上映|首演|公演|问世))", whole.text)
    return whole.cut(*match.span()) if match else None


def _object(clause: Phrase) -> Phrase | None:
    """举办X: the X, with who holds it where X alone says too little."""
    for span, kind in verbs(clause.text):
        if kind != "hold":
            continue
        start = _HOLD_OBJECT.match(clause.text, span.end).end()  # type: ignore[union-attr]
        held = clause.cut(start, len(clause.text))
        if match := _REST.search(held.text):
            held = held.cut(0, match.start())
        if match := _THEME.match(held.text):
            joined = held.text[: match.start(1)], held.text[match.end(1) : match.start(2)]
            held = Phrase(HOLE * len(joined[0]) + match[1] + HOLE * len(joined[1]) + match[2], held.start)
        elif match := _ATTRIBUTE.match(held.text):
            held = held.cut(match.end(), len(held.text))
        held = trim(held)
        if _size(held) < 4 or _BARE.fullmatch(held.text):
            return None
        ends = [m.end() for m in re.finditer(_NOUNS, held.text)]
        if not ends and "“" not in held.text and _size(held) < SHORTEST:
            return None
        if ends and ends[-1] < len(held.text) and verbs(held.text[ends[-1] :]):
            held = held.cut(0, ends[-1])
        subject = trim(clause.cut(0, span.start))
        whole = trim(Phrase(clause.text[: held.start - clause.start + len(held.text)], clause.start))
        if _size(held) <= 10 and 2 <= _size(subject) <= 12 and "," not in subject.text and _size(whole) <= 26:
            return whole
        return held
    return None


def _subject_held(clause: Phrase) -> Phrase | None:
    """X在P举行: the X."""
    for span, kind in verbs(clause.text):
        if span.start < 5 or len(clause.text) - span.end > 6:
            continue
        name = clause.cut(0, span.start)
        if match := _HELD_END.search(name.text):
            name = name.cut(0, match.start())
        for pattern_ in (_APPOSED, _HOST):
            if match := pattern_.match(trim(name).text):
                name = trim(name)
                name = name.cut(match.end(), len(name.text))
        name = trim(name)
        noun = name.text.endswith(words("noun")) or name.text.endswith(("”", "》", "站", "场", "期", "届"))
        if kind == "hold" and _size(name) >= 4 and noun:
            if (match := _BODIES.match(name.text)) and len(name.text) - match.end() >= 8 and _size(name) > 20:
                name = name.cut(match.end(), len(name.text))
            return name
        if kind == "act" and "“" in name.text and _size(name) >= 4:
            return trim(clause.cut(0, span.end))
    return None


def _quoted_name(whole: Phrase) -> Phrase | None:
    """“X”的活动 in a clause without a verb of holding."""
    for match in re.finditer(rf"“[^“”]{{2,30}}”(?:[^“”,。;:\0]{{0,20}}?{_NOUNS})+", whole.text):
        after = whole.text[match.end() : match.end() + 3]
        before = whole.text[max(match.start() - 2, 0) : match.start()]
        if not before.endswith(("以", "围绕")) and not after.startswith(("为主题", "方式", "模式")):
            found = whole.cut(*match.span())
            head = re.search(r"(?:第[一二三四五六七八九十百\d]{1,4}[届次期])$", whole.text[: match.start()])
            return whole.cut(head.start(), match.end()) if head else found
    return None


class Rung(NamedTuple):
    """A way to a title, and a clause with the title it gives."""

    name: str
    climb: Callable[[Phrase], Phrase | None]
    examples: dict[str, str]


RUNGS: tuple[Rung, ...] = (
    Rung("document", _document_named, {"市残联办公室印发《关于开展宣传日活动的通知》": "印发《关于开展宣传日活动的通知》"}),
    Rung(
        "object",
        _object,
        {
            "指导室举办了残疾人就业专场沙龙": "残疾人就业专场沙龙",
            "徐州市举办读书活动等": "徐州市举办读书活动",
            "省残联开展以“促进就业”为主题的残疾人帮扶活动": "“促进就业”残疾人帮扶活动",
        },
    ),
    Rung(
        "held",
        _subject_held,
        {
            "“夏季送凉爽”活动启动仪式在水上公园举行": "“夏季送凉爽”活动启动仪式",
            "由甲会、乙会共同主办的“助残兴农”公益活动在展销中心举行": "“助残兴农”公益活动",
            "“融合共进”——残健融合公益市集在步行街举行": "残健融合公益市集",
        },
    ),
    Rung("quoted name", _quoted_name, {"大家参与“嘉法之约”主题游园会": "“嘉法之约”主题游园会"}),
)

# --- the clause ----------------------------------------------------------------------------------------------------------

_PREFACE = pattern("preface")
_GOING = re.compile(r"(?:赴|深入|走进|来到|到|前往|抵达|莅临)[^,]{2,40}$")
_SOURCE = re.compile(r"^[^,“]{0,14}(?:讯|报道|消息|获悉|电)[ :]+")
_COORDINATED = re.compile(rf"、(?=(?:组织|联合)?{branch(words('hold', 'verbs'))})")
_DE = re.compile(r"^[^“《,]{4,60}?(?<![目标])的(?=[^,]{8,})")


def _clauses(document: Document, draft: Draft) -> list[Phrase]:
    found = []
    for span in draft.clauses:
        part = without_glosses(phrase(document, span, draft.dates))
        if match := _COORDINATED.search(part.text):
            found += [part.cut(0, match.start()), part.cut(match.end(), len(part.text))]
        else:
            found.append(part)
    return [part for part in found if _size(trim(part)) >= 2]


def _told(clauses: list[Phrase]) -> tuple[Phrase, list[Phrase]]:
    """The clause that tells what happened, and those behind it: prefaces are passed over."""
    rest = list(clauses)
    while len(rest) > 1:
        head = trim(rest[0])
        if _PREFACE.match(head.text) and not verbs(head.text):
            rest.pop(0)
        elif _size(head) < 4 and not verbs(head.text):
            rest.pop(0)
        else:
            break
    return rest[0], rest[1:]


def shorten(part: Phrase) -> Phrase:
    """At most LONGEST characters, cut where a reader would: glosses, attributes, coordinates, words."""
    if _size(part) <= LONGEST:
        return part
    part = trim(Phrase(_GLOSS.sub(lambda m: HOLE * len(m[0]), part.text), part.start))
    first = next((span.start for span, _ in verbs(part.text)), len(part.text))
    while _size(part) > LONGEST and (match := _DE.match(part.text[:first])):
        part = trim(part.cut(match.end(), len(part.text)))
        first = next((span.start for span, _ in verbs(part.text)), len(part.text))
    if _size(part) > LONGEST and (match := re.match(r"^[^“《]{2,40}?(?=[“《])", part.text)):
        rest = trim(part.cut(match.end(), len(part.text)))
        if SHORTEST <= _size(rest) <= LONGEST and "《" not in rest.text[1:]:
            return rest
    if _size(part) > LONGEST:
        part = _cut(part)
    return part


def _cut(part: Phrase) -> Phrase:
    """Cut on the right: at the last clause or coordinate that fits, else at the end of a word."""
    text = part.text
    room = LONGEST + text[: LONGEST + 8].count(HOLE)
    for sign in (",", "、", " "):
        position = text.rfind(sign, 0, room + 1)
        if position >= 12 and _balanced_at(text, position):
            return trim(part.cut(0, position))
    ends = [end for end in borders(text[: room + 8]) if end <= room]
    for end in reversed(ends or [room]):
        cut = trim(part.cut(0, end))
        if cut.text and _balanced_at(text, end) and not _TAIL.search(text[:end]):
            return cut
        if end < 12:
            break
    return trim(part.cut(0, ends[-1] if ends else room))


def _balanced_at(text: str, position: int) -> bool:
    return all(text.count(a, 0, position) == text.count(b, 0, position) for a, b in _PAIRS)


def _clause(clauses: list[Phrase], subject: Phrase | None) -> Phrase:
    """The clause itself: who did what."""
    told, rest = _told(clauses)
    if match := _SOURCE.match(told.text):
        told = told.cut(match.end(), len(told.text))
    head = trim(told)
    if rest and (match := _GOING.search(head.text)) and match.start() >= 2 and _size(head) > 20:
        visit = trim(rest[0])
        if any(span.start == 0 for span, _ in verbs(visit.text)):
            gap = HOLE * (visit.start - head.start - match.start())
            head = Phrase(head.text[: match.start()] + gap + visit.text, head.start)
            rest = rest[1:]
    while rest and _size(head) < 10:
        longer = Phrase(head.text + HOLE * 0 + _between(head, rest[0]) + rest[0].text, head.start)
        if _size(trim(longer)) > 26:
            break
        head, rest = trim(longer), rest[1:]
    if subject and verbs(head.text[:6]) and verbs(head.text[:6])[0][0].start == 0:
        before = trim(subject)
        if 2 <= _size(before) and _size(before) + _size(head) <= 26 and before.start < head.start:
            gap = HOLE * (head.start - before.start - len(before.text))
            head = Phrase(before.text + gap + head.text, before.start)
    return head


def _between(head: Phrase, following: Phrase) -> str:
    gap = following.start - head.start - len(head.text)
    return "," + HOLE * (gap - 1) if gap > 0 else ""


def title(document: Document, draft: Draft) -> str:
    """The title of a draft, in the document's own characters."""
    clauses = _clauses(document, draft)
    if not clauses:
        return ""
    subject = phrase(document, draft.subject, ()) if draft.subject else None
    found: Phrase | None = None
    told, rest = _told(clauses)
    for part in (told, *rest[:1]):
        for rung in RUNGS:
            found = rung.climb(part)
            if found is not None and _size(trim(found)) < 4:
                found = None
            if found is not None:
                break
        if found is not None or (verbs(part.text) and not _BARE.search(trim(part).text)):
            break
    if found is None:
        found = _clause(clauses, subject)
    return finish(document, found)


def finish(document: Document, found: Phrase) -> str:
    """A cut phrase as it is printed: short enough, marks in pairs, nothing left hanging."""
    part = balanced(trim(shorten(trim(balanced(trim(found))))))
    part = trim(part)
    return re.sub(r" {2,}", " ", raw_words(document, part.pieces())).strip(" ,，、。；;：:—-")
