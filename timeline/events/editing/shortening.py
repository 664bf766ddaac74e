"""A phrase that is too long for a title -> the part of it that an editor would keep.

One strike after the other, the mildest first: brackets, the tail of a list, a slogan, an attribute, the place, the
cause, a second deed; at the last a cut at the end of a word.
"""

from __future__ import annotations

import re

from timeline.events.editing.bones import bared
from timeline.events.editing.circumstances import (
    without_agent,
    without_beneficiary,
    without_cause,
    without_company,
    without_doer,
    without_ground,
    without_manner,
    without_means,
    without_place,
    without_score,
    without_way,
)
from timeline.events.language.divisions import named
from timeline.events.language.persons import person_of, spoken_of
from timeline.events.language.phrases import GLOSS, HOLE, LONGEST, SHORTEST, Phrase, paired, trim
from timeline.events.language.segment import begins_with_verb, borders, has_verb, tags
from timeline.events.language.words import branch, verbs, words
from timeline.model import Span

_LISTED = re.compile(r"、(?:[^、,“”《》\0]|“[^“”]{1,16}”){2,24}\0{0,200}(?=等[^、,]{2})")
_WORKS = re.compile(r"(?<=》)(?:《[^《》\0]{1,30}》){1,12}(?=等)")
_SEQUEL = re.compile(r"(?:,|并(?![购列入])|同时|随后|进而|从而|,以|,以此)")
_OF_LONG = re.compile(r"^(?:[^“《,在将把被向对由与着]|《[^》]{1,20}》){4,60}?(?<![目标])的(?=[^,]{8,})")
_SLOGAN = re.compile(r"^“[^“”]{2,24} [^“”]{2,24}”(?=[^,]{8,})|^“[^“”]{4,30}”(?=“)")
_HEAD_NAME = re.compile(r"^(?:第[一二三四五六七八九十\d]{1,3}[届次期])?“[^“”]{2,16}”")


def shorten(part: Phrase) -> Phrase:
    """At most LONGEST characters, by what an editor would strike first.

    Brackets, the tail of a list before 等, a slogan before the name, the attribute of the subject, the place …

    >>> shorten(Phrase("上海残联通过心理辅导、康复指导、法律咨询、居家健身等线上系列讲座或演示", 0)).printed
    '上海残联通过心理辅导、康复指导、法律咨询等线上系列讲座或演示'
    """
    part = _strike_offices(part)
    for strike in _STRIKES:
        if part.size <= LONGEST:
            return part
        part = trim(strike(part))
    part = bared(part)
    return part if part.size <= LONGEST else _cut(part)


def _strike_glosses(part: Phrase) -> Phrase:
    for match in GLOSS.finditer(part.text):
        part = part.without(*match.span())
    return part


def _strike_list(part: Phrase) -> Phrase:
    for listed in (_LISTED, _WORKS):
        while part.size > LONGEST and (match := listed.search(part.text)):
            part = part.without(*match.span())
    return part


def _strike_slogan(part: Phrase) -> Phrase:
    match = _SLOGAN.match(part.text)
    return part.cut(match.end(), len(part.text)) if match else part


def _strike_attribute(part: Phrase) -> Phrase:
    first = next((span.start for span, _ in verbs(part.text)), len(part.text))
    acted = begins_with_verb(part.printed)  # 出演过《甲》等作品的演员因病去世
    while part.size > LONGEST and (match := _OF_LONG.match(part.text)):
        if match.end() > first and not (acted and verbs(part.text[match.end() :])):
            break
        part = trim(part.cut(match.end(), len(part.text)))
        first = next((span.start for span, _ in verbs(part.text)), len(part.text))
    return part


def _strike_sequel(part: Phrase) -> Phrase:
    """甲主演《乙》并获得…: the first deed, where it is whole."""
    for match in _SEQUEL.finditer(part.text):
        first = part.cut(0, match.start())
        if (
            first.size >= 10
            and paired(first.text)
            and any(len(first.text) - span.end >= 2 for span, _ in verbs(first.text))
        ):
            return first
    return part


def _strike_to_the_bone(part: Phrase) -> Phrase:
    return bared(part, whole=True)


_SECOND_ATTRIBUTE = re.compile(r"、[^、,的“《]{4,16}?(?=(?:有关|相关)?的[^的,]{2,12}$)")


def _strike_second_attribute(part: Phrase) -> Phrase:
    match = _SECOND_ATTRIBUTE.search(part.text)
    return part.without(*match.span()) if match else part


_TWO_DEEDS = re.compile("并|成为|作为|担任|出任")  # 回国并成为某公司的工程师
_OBJECT = re.compile(r"的(?=(?:[^的,“《]{4,14}|《[^《》]{2,24}》)$)")


def _deed_end(part: Phrase, deed: Span, last: re.Match[str]) -> int:
    """From where no second deed may stand: of a text 经议会通过的《条例》 says only how it came about."""
    return last.end() if part.text.endswith("》") else deed.end


def _strike_object_attribute(part: Phrase) -> Phrase:
    """递交一式两份、载明收益的名表: the deed and its thing."""
    last = _OBJECT.search(part.text)
    deed = next((span for span, _ in verbs(part.text)), None) if last else None
    if last is None or deed is None or deed.end >= last.start() or verbs(part.text[_deed_end(part, deed, last) :]):
        return part
    start = deed.end + (part.text[deed.end : deed.end + 1] == "了")
    if _TWO_DEEDS.search(part.text, start, last.start()):
        return part
    struck = part.without(start, last.end())
    return struck if struck.size >= 8 and paired(part.text[start : last.end()]) else part


def _strike_subject(part: Phrase) -> Phrase:
    for span, _ in verbs(part.text)[:1]:
        if "、" in part.text[: span.start]:
            break
        rest = part.cut(span.start, len(part.text))
        if part.cut(0, span.start).size >= SHORTEST and 10 <= rest.size <= LONGEST:
            return rest
    return part


# 甲国总统某甲、乙国总统某乙、丙国总统某丙|对中国进行国事访问: what each of them does, the first does.
_OTHERS_TOO = re.compile(
    r"(?<=^)([^、,“《\0]{2,12})(?<!局)((?:、[^、,“《\0]{2,20}){1,8}(?:[和与及、][^、,“《\0]{2,20}))(?=\0+[对赴在到访出前抵参][^、]*$)"
)
_TOGETHER = re.compile("会[晤谈见面]|合[并作]|联合|共同|[结离]婚|签[署订]|见面|握手|对决|交手|决赛")


def _strike_other_subjects(part: Phrase) -> Phrase:
    match = _OTHERS_TOO.search(part.text)
    return part if match is None or _TOGETHER.search(part.text, match.end()) else part.without(*match.span(2))


def _strike_subjects(part: Phrase) -> Phrase:
    """甲、乙、丙三国企业签署7亿美元合作协议: the deed, where a cut behind it would take what was done."""
    for span, _ in verbs(part.text)[:1]:
        rest = part.cut(span.start, len(part.text))
        if "、" in part.text[: span.start] and 8 <= rest.size <= LONGEST and paired(rest.text):
            return rest
    return part


def _strike_verb(part: Phrase) -> Phrase:
    """启动X行动: the X, where X is a name by itself."""
    first = next(iter(verbs(part.text)), None)
    whole = part.text.endswith((*words("noun"), "行动", "计划", "工程"))
    return part.cut(first[0].end, len(part.text)) if first and first[0].start == 0 and whole else part


def _strike_division(part: Phrase) -> Phrase:
    for _ in range(4):
        first = next(named(part.text[:12]), None)
        town = _TOWN.match(part.text)
        end = first[0].end if first and first[0].start == 0 else town.end() if town else 0
        if not end or part.size <= LONGEST or _BODY.match(part.text, end) or _AND_ANOTHER.match(part.text, end):
            break
        part = part.cut(end, len(part.text))
    return part


_AND_ANOTHER = re.compile(r" ?[&、和与及]")  # 江岸、河西两地…: the one is not told without the other


_BODY = re.compile(rf"[一-鿿]{{0,2}}?{branch((*words('body', 'ends'), *words('agent', 'ends')))}")  # 天津|电视台
_TOWN = re.compile(r"[一-鿿]{2,4}?(?:街道|[镇乡县])(?!委|政|长|人|党|城|域)")


def _strike_head(part: Phrase) -> Phrase:
    """The end of a long name: it says what the thing is."""
    if verbs(part.text) or not part.text.endswith(words("noun")):
        return part
    for end in borders(part.text):
        rest = part.cut(end, len(part.text))
        if rest.text[:1] in _COUNTERS or part.text[end - 1 : end].isdigit():
            continue
        if rest.size <= LONGEST and paired(rest.text) and not _IN_LATIN.match(part.text, end - 1):
            return rest
    return part


_COUNTERS = frozenset("年月日届次期号")  # what a number before them belongs to
_IN_LATIN = re.compile(r"[A-Za-z\d ][A-Za-z\d ](?=[A-Za-z\d])|[A-Za-z][A-Za-z]")


def _strike_middle(part: Phrase) -> Phrase:
    """“X”…N: the quoted name and the end of what it names."""
    match = _HEAD_NAME.match(part.text)
    if not match or not part.text.endswith(words("noun")):
        return part
    room = LONGEST - (match.end() - match.start())
    tail = part.text[match.end() :]
    for end in borders(tail):
        if len(tail) - end <= room and len(tail) - end >= 4:
            return part.without(match.end(), match.end() + end)
    return part


_TRANSLATED = re.compile(r"(?<=[一-鿿)]) [A-Za-z][A-Za-z0-9 ,.&'’()/-]{7,}$")


def _strike_translation(part: Phrase) -> Phrase:
    """毕业典礼 Commencement Ceremony: the same said in two languages."""
    match = _TRANSLATED.search(part.text)
    return part.cut(0, match.start()) if match and match.start() >= 4 else part


_PERSON = rf"{branch(words('surname'))}[一-鿿]"
_OFFICE = (
    r"(?:副?(?:书记|主席|主任|[局厅部处科司市省区县州镇乡会院校所馆行署]长|理事长|秘书长|检察长|总经理|董事长|总裁)|"
    r"[一-鿿]{1,6}(?<![国大])家|(?:博士生?|硕士生?|研究生)?导师|诗人|主?演员|导演|编剧|主持人|评论员|教师|党组成员|常委|委员|代表|研究员|教授|调研员|牵头人|发言人|负责人|部长|总理|总统|院士|董事|理事|会员)"
)
_OFFICES = re.compile(
    rf"(?:^|(?<=[与和同由请,对向\0])|(?<=会见|邀请))(?:[一-鿿]{{0,24}}?{_OFFICE}、){{1,6}}[一-鿿]{{0,24}}?{_OFFICE}(?={_PERSON})"
)


def _strike_offices(part: Phrase) -> Phrase:
    """市委常委、副市长沈从山到访: a run of offices is no name; one stands where it is all that is said of somebody."""
    if start := spoken_of(part.text):
        part = part.cut(start, len(part.text))
    for match in _OFFICES.finditer(part.text) if "、" in part.text else ():
        if person_of(part.text[match.end() :].replace(HOLE, ",")) and part.size - len(match[0]) >= SHORTEST:
            part = part.without(*match.span())
    return part


_FIRST_OFFICES = re.compile(rf"(?:[一-鿿]{{0,12}}?{_OFFICE}、){{1,6}}(?=[一-鿿]{{0,8}}?{_OFFICE})")


def _strike_first_offices(part: Phrase) -> Phrase:
    """市委常委、副市长李某: the last of the offices of one person, where the name is not plain."""
    match = _FIRST_OFFICES.search(part.text) if "、" in part.text else None
    return part.without(*match.span()) if match and part.size - len(match[0]) >= SHORTEST else part


_INNER = re.compile(r"“([^“”]{14,60})”")


def _strike_outside(part: Phrase) -> Phrase:
    """加演一场“A B C 甲世界巡回演唱会”: the name, where the name alone is long enough."""
    match = _INNER.search(part.text)
    whole = (
        match is not None and match[1].endswith((*words("noun"), *"会赛展节礼讲")) and part.size - len(match[1]) <= 16
    )
    return part.cut(*match.span(1)) if match and whole else part


_CALLED = re.compile(r"(?:名为|名叫|题为|标题为|主题为)(?:“[^“”]{6,60}”|《[^《》]{6,60}》)的?(?=[^,]{2,10}$)")


def _strike_called(part: Phrase) -> Phrase:
    """论坛上出现名为《甲》的帖子: what came up, where its name is too long."""
    match = _CALLED.search(part.text)
    return part.without(*match.span()) if match else part


_MEETING = re.compile(r"(?<=在)\0*[^,的“在]{2,16}?(?:召开|举[办行])的(?=[^,“]{4,}[会式坛赛展]上)")


def _strike_where_they_met(part: Phrase) -> Phrase:
    """江岸市在深圳召开的现场会上发言: who speaks at what, and not where that was."""
    match = _MEETING.search(part.text)
    return part.without(*match.span()) if match else part


_STRIKES = (
    _strike_glosses,
    _strike_where_they_met,
    _strike_called,
    without_doer,
    without_company,
    without_score,
    without_manner,
    _strike_translation,
    _strike_first_offices,
    _strike_list,
    _strike_slogan,
    without_means,
    without_way,
    _strike_attribute,
    without_place,
    without_cause,
    without_beneficiary,
    _strike_second_attribute,
    _strike_object_attribute,
    _strike_sequel,
    without_ground,
    without_agent,
    _strike_other_subjects,
    _strike_to_the_bone,
    _strike_subject,
    _strike_verb,
    _strike_division,
    _strike_outside,
    _strike_middle,
    _strike_head,
    _strike_subjects,
)


def _cut(part: Phrase) -> Phrase:
    """Cut on the right: at the last clause or coordinate that fits, else at the end of a word."""
    text = part.text
    room = _room(text)
    for sign in (",", "、", " "):
        position = text.rfind(sign, 0, room + 1)
        if position >= 12 and not _FIGURE.match(text, position - 1) and paired(text[:position]):
            if sign == " " and _IN_LATIN.match(text, position - 1):
                continue  # Evergreen 527 Cafe
            if sign != " " and _tells(text) and not _tells(text[:position]):
                continue  # 市长、局长出席开工仪式: half of who it is says nothing
            return trim(part.cut(0, position))
    ends = [end for end in borders(text[: room + 8]) if end <= room]
    for end in reversed(ends):
        if end < 8:
            break
        cut = trim(_before_half(part.cut(0, end)))
        if cut.text and paired(cut.text):
            return cut
    return trim(part.cut(0, ends[-1] if ends else room))


_LEAST, _HALF = 12, 10  # characters of what stays, and of the half of a pair that is struck


def _before_half(part: Phrase) -> Phrase:
    """甲担任管理委员会成员和某软件: of a pair that is cut inside its second half the first."""
    position, joint = 0, -1
    for word, tag in tags(part.text):
        if word in ("和", "与", "及", "以及", "暨") and tag in ("c", "p"):
            joint = position
        position += len(word)
    half = joint >= _LEAST and len(part.text) - joint <= _HALF
    return part.cut(0, joint) if half and not verbs(part.text[joint:]) else part


def _tells(text: str) -> bool:
    return bool(verbs(text)) or has_verb(text.replace(HOLE, ""))


_FIGURE = re.compile(r"\d,\d")


def _room(text: str) -> int:
    """How far LONGEST printed characters reach."""
    count = 0
    for position, sign in enumerate(text):
        count += sign != HOLE
        if count > LONGEST:
            return position
    return len(text)
