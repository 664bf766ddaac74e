"""Who held it: 主办, 由…举办, and the bodies that are the subject of the deed. Persons are no organisers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from timeline.events.divisions import opens_as_name, path_of
from timeline.events.drafts import Draft, raw_words
from timeline.events.words import branch, verbs, words
from timeline.model import Category, Document, Span
from timeline.text import fold

_HOSTS = r"(?:主办|承办|合办|联办|举办|组织|发起|筹办|策划|召集|开展|举行|牵头)"
_NAMES = r"([^,。;:“”\0]{2,90}?)"
_TOGETHER = r"(?:联合|共同|携手|联手|合力|协同|牵头|具体|负责|倾力|精心|合作)*"
_THEN = r"(?:(?:[于在将]|定于)?\0[^,。;“”]{0,30}?)?"  # 由甲于16日在文化馆举办
_DATED = re.compile(
    r"(?:^|[,。;]|现?对|根据|按照)([^,。;“”《\0对据照]{2,30})\0+(?:联合)?(?:印发|发布|公布|颁布|下发|出台|制定)"
)
# 由甲主办、乙承办; 甲主办、乙承办的集市; 主办单位为甲. Who only helps, supports or guides is no organiser.
_BY = re.compile(rf"由(?!于){_NAMES}{_TOGETHER}{_HOSTS}")
_DONE_BY = re.compile(rf"由(?!于){_NAMES}{_THEN}{_TOGETHER}(?:举办|主办|承办|举行|办理|推动|推出)")
# 主办单位超级圆顶宣布…, 主办方“某某”决定…: a name that is announced as the host needs no end of one.
_HOST_CALLED = re.compile(
    r"(?:主办|承办)(?:单位|方|机关)(?:[“‘]([^“”‘’]{2,20})[”’]|([^,。;:“”()\0将于在为是也则表说的可得会]{2,24}?)"
    r"(?=\0|将|宣布|公布|表示|决定|指出))"
)
_LATIN = r"[A-Z][A-Za-z.&-]{1,20}(?: [A-Z][A-Za-z.&-]{1,20}){0,2}"
_OR_NOT = rf"(?:{_LATIN}|[\u4e00-\u9fff]{{2,14}}?)"
_IN_LATIN = re.compile(
    rf"(?:^|[,。;\0 ])({_LATIN}(?: ?[与和及、] ?{_OR_NOT}){{0,3}}) ?(?:将会?|\0|,|[在于][^,。;]{{1,12}}?){{0,12}}"
    rf"{_TOGETHER}(?:举办|主办|合办)"
)
_HELD_BY = re.compile(rf"(?:^|[,。;\0]|(?<=[办起])、){_NAMES}{_TOGETHER}(?:主办|承办|合办|联办)(?=[,、。;的]|$)")
_IS = re.compile(r"(?:主办|承办|合办)(?:单位|方|机构|机关)?(?:为|是|有|:){1,2}([^,。;“”\0)]{2,90})")
_HOSTS_ARE = re.compile(r"(?:主办|承办)(?:单位|方|机关)([^,。;“”\0将于在为是:]{2,60})")  # 主办单位农委会、卫福部将公布…
_NEXT = re.compile(rf"[、,](?:由)?{_NAMES}{_TOGETHER}(?:承办|主办|合办|联办)")
_THIS = re.compile(r"[。;!] ?(?:据悉,|据了解,)?(?:此次|本次|该|这次|这项|这场|上述|活动|展览|比赛)")

_ENDS = (*words("body", "ends"), *words("agent", "ends"))
_END = re.compile(branch(_ENDS))
_NAMELESS = {word for word in (*words("body", "ends"), *words("premises")) if len(word) == 2} - {"学校", "残联", "妇联"}
_NAMELESS |= set(words("premises")) | {"委员会", "联合会", "基金会", "办公室", "电视台", "管委会", "办事处", "研究所"}
_NAMELESS |= {"研究院", "俱乐部", "实验室", "董事会", "组委会", "筹委会", "理事会", "工作组", "领导小组"}
_JOIN = (
    r"(?:会同|协同|联动|携手|联手|联同|联合(?!会|国(?!家|科|联|残)|体|社|中学|大学|报|王国|公报|声明|党委|支部|总"
    r"|主办|举办|承办|开展|印发|发布|下发|制作|$))"
)
_SPLIT = re.compile(
    rf"、|(?:{_JOIN}|并?与|(?<=[会局厅部联委府司心院处站馆校社团区网报台所办学团队])(?:以及|和|及)"
    r"|(?<=[A-Za-z]) ?[和及] ?(?=[A-Z]))"
)
_PARTNER = re.compile(_JOIN)
_AND_OTHERS = re.compile(
    r"(?:等)?(?:\d{1,3}|[一二两三四五六七八九十多几]{1,3}|各|多|相关|有关|其他)?(?:[家个]?)(?:中央|省级|主流|爱心|相关|有关|新闻)?"
    r"(?:部门|单位|机构|媒体|企业|组织|团体|高校)?$"
)
_VAGUE = re.compile(
    r"(?:施工|建设|主管|双方|各方|合作|参与|协办|支持|成员|多|各|几|相关|有关|多个|部分|不少|许多|其他|全国|社会|上级|所有|爱心|众多)?(?:部门|单位|机构|企业|媒体|组织|社团|公司|团队)$"
)
_AND_MORE = re.compile(
    r"等(?:[\d一二两三多几各]{0,4}[家个]?)?(?:[\u4e00-\u9fff]{0,4}(?:部门|单位|机构|媒体|企业|组织|团体))?$"
)
_COUNTED = re.compile(r"(?:另?有|全[市省县区国])?[\d一二三四五六七八九十百多]{1,5}余?[家所个间座](?!.{0,12}[、和与])")
_DATELINE = re.compile(r"(?:^|(?<=[。;]))[^,。;\0]{2,8}[社网报台][^,。;\0]{0,6}\0+ ?[电讯]")
_BRACKETED = re.compile(r"\([^()]{0,20}\)")
_NO_BODY = re.compile(r"^[\d年月日#*]|[:|│]|^(?:主|承|协)办")
_MEN_OF = r"(?:的)?(?:相关|有关|主要)?(?:负责人|负责同志|领导班子|领导|工作人员|干部职工|干部|工作组|专家)(?:等|一行)?"
_MEN, _MEN_AHEAD = re.compile(rf"{_MEN_OF}$"), re.compile(_MEN_OF)
_TURNED = re.compile(
    r"[现拟将应须可]?[对向给把被奉]|[获受](?=.{3})|登陆|结合|组织|.*(?:并入|前身)|[〈《(]|.*[从在于为经将是这]|[本该我各]?[馆校院局厅部处署站社办司]$|(?:依|各校|各方|各家|参加|出席|邀请|请|根据|按照|经|据|由于|通过|因|每|凡|该|此|本次|其)"
)
_DECIDED = (
    "决定",
    "批准",
    "同意",
    "任命",
    "委请",
    "委托",
    "要求",
    "认为",
    "表示",
    "参加",
    "出席",
    "参与",
    "获悉",
    "了解到",
)
# What may stand between the subject and its deed.
_BETWEEN = (
    r"(?:也|又|还|再|已|已经|将|将会|会(?=[召举开组公发在于联将])|拟|曾|定于|决定|计划|准备|继续|正式|隆重|成功|圆满|顺利|如期|首次|再次|联合|共同|会同|携手|合作|分别|陆续|积极|"
    r"精心|认真|广泛|深入|集中|统一|牵头|具体|同步|同时|现场|专门|率先|组织|主动|全面|先后|相继|即将|将于|业|并|各自|线上|特别|特|谨|谨订|谨定|一起|"
    r"(?:灵活)?采[取用][^,]{0,20}?(?:方式|形式|模式)|全力)"
)
_AFTER = re.compile(
    rf"\0|,|\(|{_BETWEEN}|[在于以为围向对与同将把从自就因按面通假根结依至]"
    r"|坚持|紧扣|紧紧|聚焦|立足|采取|发挥|派出|带领|利用|深化|创新|专版|头版|业经|$"
)
_DUTY = re.compile(r"(?:要|应|应当|须|必须|可|可以|需|请|不得)(?!求)")
_LEAD = re.compile(
    r"(?:[一二三四五六七八九]是|首先|其次|其中|同时|此外|另外|随后|而|但|且|现场|当天|当日|近日|日前|活动中|据悉|并且|而且|并|为此|由|"
    r"[（(]?[一二三四五六七八九十\d]{1,2}[)、.]|上午|下午|晚上?|今天|昨天|联合(?!会)|[ ,、\0\-*·>△■●])*"
)
_ADVERBIAL = re.compile(rf"(?:{_LEAD.pattern}(?:{_BETWEEN}|[在于以为围向对将把从通结按面][^,]{{0,30}}?)*)$")
_LIMIT = 240  # characters of a sentence that are looked at
_PLACE_END = ("省", "市", "区", "县", "旗", "州", "盟", "镇", "乡", "街道", "各地", "全省", "全市")


@cache
def _deeds() -> frozenset[str]:
    """Verbs whose subject is the organiser of what they tell."""
    held = {verb for section in ("hold", "publish", "visit") for verb in words(section, "verbs")}
    return frozenset(held | set(words("organise", "verbs"))) - {"来到", "走进", "通报表彰"}


def bodies(document: Document, at: Span, *, named: bool = False) -> tuple[str, ...]:
    """The bodies in a run of them, each in the document's own characters; none where a part of it is no body.

    With `named` a word before them (由, 主办) vouches for them all.

    >>> from timeline.text import document
    >>> sentence = document("示例", "天津市残联、市残疾人福利基金会")
    >>> bodies(sentence, Span(0, len(sentence.text)))
    ('天津市残联', '市残疾人福利基金会')
    """
    text = at.of(document.text)
    found: list[str] = []
    parts = list(_parts(text))
    # 文化局、天后宫、县政府: most of a row are bodies, so all of it are.
    named = named or 2 * sum(part.of(text).endswith(_ENDS) for part, _ in parts) > max(len(parts), 2)
    for part, partner in parts:
        words_ = part.of(text)
        trimmed = _MEN.sub("", words_)
        if _AND_OTHERS.fullmatch(trimmed) or _VAGUE.fullmatch(trimmed) or _COUNTED.match(trimmed):
            continue
        if not _is_body(trimmed, vouched=named or partner):
            return ()
        start = at.start + part.start
        found.append(raw_words(document, [Span(start, start + len(trimmed))]).strip())
    return tuple(dict.fromkeys(found))


def _parts(text: str) -> Iterator[tuple[Span, bool]]:
    """The parts of a run, without what stands around them, and whether 会同 or 联合 stands before one."""
    text_end = len(text)
    others = _AND_MORE.search(text)
    if others and others.start() > 1:
        text_end = others.start()
    position, partner = 0, False
    inside = [match.span() for match in _BRACKETED.finditer(text)]
    for match in [*_SPLIT.finditer(text, 0, text_end), None]:
        if match and any(left < match.start() < right for left, right in inside):
            continue
        start, end = match.span() if match else (text_end, text_end)
        part = text[position:start]
        left = position + len(part) - len(part.lstrip(" ,"))
        if part.strip(" ,"):
            yield Span(left, left + len(part.strip(" ,"))), partner
        position, partner = end, partner or bool(match and _PARTNER.match(text, match.start()))


def _is_body(part: str, *, vouched: bool) -> bool:
    if not 2 <= len(part) <= 30 or _TURNED.match(part) or "的" in part or _NO_BODY.search(part):
        return False
    if verbs(part) or part in _NAMELESS or part.startswith(("本", "该", "我")):
        return False
    return vouched or part.endswith(_ENDS) or part.startswith(("各级", "各地"))


def organisers(document: Document, draft: Draft, what: Category) -> tuple[str, ...]:
    """Who held what the words of a draft tell."""
    return _told_of(document, draft) or (speaker_of(document) if what in _OF_AN_OFFICE else ())


# What an office does that reports of itself: nobody else is named, so it is the one that speaks.
_OF_AN_OFFICE = frozenset(
    {
        Category.WORKS, Category.CLOSURE, Category.APPLICATION, Category.CAMPAIGN, Category.SERVICE, Category.FAIR,
        Category.EXHIBITION, Category.TRAINING, Category.LECTURE, Category.CONTEST,
    }
)  # fmt: skip
_SPEAKS = re.compile(
    r"(?:^|[。;\n,])([\u4e00-\u9fff]{2,16}?)(?:\([^()]{0,16}\))?(?:今[天日]|[^,。;]{0,6}[长员任])?"
    r"(?:表示|指出|说明|提醒|呼吁|强调)(?=[,:用市民])"
)


@lru_cache(maxsize=4)  # asked of one document for each of its events
def speaker_of(document: Document) -> tuple[str, ...]:
    """The one body that a report of its own lets speak: 工务局指出, 工务局提醒."""
    spoken = Counter(
        found
        for match in _SPEAKS.finditer(document.text[:3000])
        if (found := bodies(document, Span(*match.span(1)))) and len(found) == 1
    )
    return next(iter(spoken)) if len(spoken) == 1 else ()


def _told_of(document: Document, draft: Draft) -> tuple[str, ...]:
    """Whom the lines or sentences of a draft name."""
    block = document.blocks[draft.block]
    sentence = draft.context
    if draft.title and draft.rule not in _OTHERS_PAPER and (hosts := host_of(document, draft)):
        return hosts
    if not block.at.start <= draft.at.start < block.at.end:
        return ()
    start = max(block.at.start, draft.at.start - _LIMIT)
    at = Span(start, min(max(draft.at.end, start), start + 2 * _LIMIT))
    text = _DATELINE.sub(lambda match: "\0" * len(match[0]), _masked(document, at, draft.dates))
    own = _named(document, Span(draft.at.start, at.end), text[draft.at.start - start :])
    return own or _subject(document, at, text, draft) or _told_after(document, draft, sentence)


_OTHERS_PAPER = ("published", "issued", "announced")


def _masked(document: Document, at: Span, dates: tuple[Span, ...]) -> str:
    """The words with a hole for every sign of their dates."""
    text = at.of(document.text)
    for left, right in dates:
        if left < at.end and right > at.start:
            left, right = max(left - at.start, 0), min(right - at.start, len(text))
            text = text[:left] + "\0" * (right - left) + text[right:]
    return text


def _named(document: Document, at: Span, text: str) -> tuple[str, ...]:
    """Whom the words name as organiser: 由…主办, …承办的, 主办单位为…"""
    for row in (_BY, _DONE_BY, _HELD_BY, _IS, _HOST_CALLED, _HOSTS_ARE, _DATED, _IN_LATIN):
        match = row.search(text)
        if match is None:
            continue
        group = match.lastindex or 1
        run = Span(at.start + match.start(group), at.start + match.end(group))
        found = bodies(document, run, named=row in (_BY, _IS, _HOST_CALLED, _IN_LATIN))
        while found and row in (_BY, _HELD_BY) and (match := _NEXT.match(text, match.end())):
            found += bodies(document, Span(at.start + match.start(1), at.start + match.end(1)), named=True)
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _told_after(document: Document, draft: Draft, sentence: Span) -> tuple[str, ...]:
    """Whom the next sentence names, where it goes on with the same thing: 此次活动由…主办."""
    if document.blocks[draft.block].at.end <= sentence.end:
        return ()
    at = Span(sentence.end, min(document.blocks[draft.block].at.end, sentence.end + 120))
    text = at.of(document.text)
    match = _THIS.match(text)
    if match is None:
        return ()
    end = re.search("[。;]", text[match.end() :])
    stop = match.end() + end.start() if end else len(text)
    return _named(document, Span(at.start + 1, at.start + stop), text[1:stop])


def _subject(document: Document, at: Span, text: str, draft: Draft) -> tuple[str, ...]:
    """The bodies that are the subject of the draft's first deed; a clause without one goes on with the last."""
    begin = draft.at.start - at.start
    issuer = issuer_of(document)  # who leaves himself out: 组织开展了… in a report of his own
    subject: tuple[str, ...] = ()  # of the last clause that has one
    waiting = False  # whether it still looks for its deed: 甲会同乙,丙共同举办
    for clause in re.finditer(r"[^,。;:]+", text):
        words_ = clause[0]
        opens = text[clause.start() - 1 : clause.start()] in ("", "。", ";")
        deed = next((span.start for span, _ in verbs(words_) if span.of(words_) in _deeds()), None)
        lead = _LEAD.match(words_).end()  # type: ignore[union-attr]
        head = words_ if deed is None else words_[:deed]
        whole = Span(at.start + clause.start() + lead, at.start + clause.end())
        partner = _PARTNER.search(words_[:lead] + " ") is not None
        own = _run(document, whole, words_[lead:], deed, lead, partner)
        doers = subject + own if partner or (waiting and _JOINED.search(head)) else own
        if not own and opens and not _GOES_ON.match(words_):
            subject = issuer if _ADVERBIAL.match(head) else ()
            doers = subject
        elif not own and (_ADVERBIAL.match(head) or (deed is None and not opens)):
            doers = subject
        if doers is own or waiting:
            subject = doers
        waiting = bool(own) and deed is None and words_.rstrip().endswith(fold(own[-1]))
        if clause.end() >= begin and (deed is not None or (doers and "“" in words_)):
            return tuple(dict.fromkeys(doers))
    return ()


_GOES_ON = re.compile(r"[ ,]*(?:[一二三四五六七八九]是|同时|并且?|还|另外|此外|其次|最后|现场|\0+[ ,]*还)")
_JOINED = re.compile(r"共同|联合|携手")


_LAST_ADVERBS = re.compile(rf"{_BETWEEN}+$")
_LAST_WAYS = re.compile(rf"(?:{_BETWEEN}|[在于以围结][^,]*)*$")
_ALL_OF_IT = ("各地", "全省", "全市")
_EVERYWHERE = re.compile(r"(?:各地|全省|全市|全区|全县)(?=[也均都]|将|积极|纷纷|陆续|集中)")
_OTHERS = re.compile(r"等(?:[\u4e00-\u9fff]{0,6}?(?:部门|单位|机构|媒体|企业|组织|团体|高校))?")


@lru_cache(maxsize=256)  # of the clauses before it each event of a paragraph asks again
def _run(document: Document, at: Span, text: str, deed: int | None, lead: int, partner: bool) -> tuple[str, ...]:
    """The bodies that open a clause before its deed or its end; 联合 before the clause vouches for one."""
    limit = len(text) if deed is None else deed - lead
    if limit < 0:
        return ()
    quotation = text.find("“")
    limit = min(limit, quotation) if quotation >= 0 else limit
    ends = [match.end() for match in _END.finditer(text, 0, limit)]
    ends += [match.end() for match in _OTHERS.finditer(text, 0, limit)]
    ends += [limit] if partner or _PARTNER.search(text[:limit]) else []
    for end in sorted(set(ends), reverse=True):
        tail = _MEN_AHEAD.match(text, end)
        if not (tail or end == limit or _AFTER.match(text, end)) or _DUTY.match(text, end):
            continue
        if any(word in text[:end] for word in _DECIDED):
            continue
        body = _LAST_ADVERBS.sub("", text[:end]) if end == limit else text[:end]
        found = bodies(document, Span(at.start, at.start + len(body)), named=partner and end == limit)
        if found:
            return found
    if everywhere := _EVERYWHERE.match(text):
        return (raw_words(document, [Span(at.start, at.start + everywhere.end())]),)
    if not (text.startswith(_ALL_OF_IT) or opens_as_name(text)):
        return ()
    by_itself = deed is not None and not 0 <= quotation < deed - lead
    place = _LAST_WAYS.sub("", text[:limit])
    if (
        (by_itself or (deed is None and place != text))
        and place.endswith(_PLACE_END)
        and (path_of(place) or place in _ALL_OF_IT)
    ):
        return (raw_words(document, [Span(at.start, at.start + len(place))]),)
    return ()


_SOURCE = re.compile(r"(?:信息来源|来源|发布机构|发文机关|发布单位|供稿|供稿单位) ?: ?([^ ,。:|]{2,24})")
_MEDIA = re.compile(r"(?:[报网社台刊]|客户端|公众号|微信|频道|新闻|中心)$")


@lru_cache(maxsize=4)  # asked of one document for each of its events
def issuer_of(document: Document) -> tuple[str, ...]:
    """The body whose own report or notice the document is: its source, unless that is a paper, or who signs it."""
    blocks = document.blocks
    for block in blocks[:6]:
        for match in _SOURCE.finditer(block.at.of(document.text)):
            at = Span(block.at.start + match.start(1), block.at.start + match.end(1))
            if not _MEDIA.search(match[1]) and (found := bodies(document, at)):
                return found
    for block in blocks[-4:]:
        text = block.at.of(document.text)
        if len(text) <= 30 and not re.search(r"[\dA-Za-z]", text) and (found := bodies(document, block.at)):
            return found
    return ()


def host_of(document: Document, draft: Draft) -> tuple[str, ...]:
    """Whom the document names as host of what a draft tells: 主办单位:… on a line of its own, the nearest of several.

    Among the keys of one event it holds for that event; at the head or foot of the text it holds for all.
    """
    groups = _host_lines(document)
    if not groups:
        return ()
    line, found = min(groups, key=lambda group: (abs(group[0] - draft.block), group[0] < draft.block))
    ends = line <= _HEAD or line >= len(document.blocks) - _FOOT
    keyed = draft.rule in ("keys and values", "second key")
    return found if ends or not keyed or abs(line - draft.block) <= _GROUP else ()


_HEAD, _FOOT, _GROUP = 15, 10, 8  # lines


@lru_cache(maxsize=4)  # asked of one document for each of its events
def _host_lines(document: Document) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The lines that name hosts, in groups: 主办单位:… begins one, 承办单位:… goes on with it."""
    groups: list[tuple[int, list[str]]] = []
    for number, block in enumerate(document.blocks):
        text = block.at.of(document.text)
        if match := _HOST_LINE.match(text):
            at = Span(block.at.start + match.end(), block.at.start + len(text.rstrip(" 。.;")))
            if not groups or "主" in match[0]:
                groups.append((number, []))
            groups[-1][1].extend(bodies(document, at, named=True))
    return tuple((number, tuple(dict.fromkeys(found))[:8]) for number, found in groups if found)


_HOST_LINE = re.compile(
    r"[^\u4e00-\u9fff]{0,4}(?:[一二三四五六七八九十]{1,3}[、)]? ?)?"
    r"(?:主办|承办)(?:单位|机关|方|机构)? ?[:|│] ?(?=[^ ]{2})"
)
