"""Who held it: 主办, 由…举办, and the bodies that are the subject of the deed. Persons are no organisers."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache, partial

from timeline.events.drafts import Draft, inside, raw_words
from timeline.events.language.divisions import opens_as_name, path_of
from timeline.events.language.segment import begins_with_verb, first_act, is_word
from timeline.events.language.words import quoted, verbs, words
from timeline.events.who.bodies import END, ENDS, MEN_AHEAD, PARTNER, bodies, is_agent
from timeline.events.who.hosts import headed_by, host_of, issued_by, issuer_of, opened_by, told_below
from timeline.model import Category, Document, Span
from timeline.text.folding import fold

_HOSTS = r"(?:主办|承办|合办|联办|举办|组织|发起|筹办|策划|召集|开展|举行|牵头)"
_NAMES = r"([^,。;:“”\0]{2,90}?)"
_TOGETHER = r"(?:首次|首度|再次|独家|联合|共同|携手|联手|合力|协同|牵头|具体|负责|倾力|精心|合作)*"
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
_HELD_BY = re.compile(
    rf"(?:^|[,。;\0(]|(?<=[办起])、){_NAMES}{_TOGETHER}(?:主办|承办|合办|联办)(?=[,、。;的之“]|本次|此次|这次|本届|该|$)"
)
_IS_HELD = re.compile(
    r"是([^,。;:“”\0由是]{2,40}?)(?:每年|定期|首次|联合|共同|自\0起)*(?:举办|主办|承办|组织|发起)的(?=[^,。;]{2})"
)
_IS = re.compile(r"(?:主办|承办|合办)(?:单位|方|机构|机关)?(?:为|是|有|:){1,2}([^,。;“”\0)]{2,90})")
_HOSTS_ARE = re.compile(r"(?:主办|承办)(?:单位|方|机关)([^,。;“”\0将于在为是:]{2,60})")  # 主办单位农委会、卫福部将公布…
# (责任单位:甲、乙), (甲牵头,乙配合): whose task it is.
_RESPONSIBLE = re.compile(r"(?:责任|负责|主责)(?:单位|部门|科室|处室)(?:为|是|:) ?([^,。;“”\0)]{2,60})")
_LEADS = re.compile(r"\(([^,。;“”()\0]{2,60}?)(?:牵头|负责)(?=[,、;)])")
_UNDER = re.compile(rf"在{_NAMES}的?{_TOGETHER}(?:主办|承办|举办|组织)下")
_HOSTING = re.compile(
    r"主办的([^,。;:“”()\0的]{2,16}?[会局署处部社院馆府台团委校司])(?=[^,。;:“”()]{0,16}(?:表示|指出|称|说|透露|强调|介绍))"
)
_NEXT = re.compile(rf"[、,](?:由)?{_NAMES}{_TOGETHER}(?:承办|主办|合办|联办)")
_THIS = re.compile(
    r"[。;!] ?(?:据悉,|据了解,)?(?:此次|本次|该|这次|这项|这场|这个由|上述|活动|展览|比赛|主办的"
    r"|“[^“”]{2,24}”由(?!于)|[\u4e00-\u9fff]{1,10}(?:会|赛|展|节|礼|坛|动|事|式|座|训|仪式|项目)由(?!于))"
)

_DATELINE = re.compile(
    r"(?:^|(?<=[。;]))[^,。;\0]{2,8}[社网报台][^,。;\0]{0,6}\0+ ?[电讯](?:\([^()]{0,16}\))?[】〕\]]?"
)
_CREDIT = re.compile(r"[一-鿿]{2,6}[社网报台]?(?:记者)?发?\([^()]{0,16}摄\)")  # 新华社发(吴小溪摄)
_DUTY_LINE = re.compile(
    r"[^一-鿿\0()]{0,4}([一-鿿、]{2,24}) ?\([^\0()一-鿿]{0,4}\0+[^\0()]{0,4}\)[^一-鿿]{0,3}"
)  # 工程部 (5月31日前)
_DECIDED = re.compile(r"\0|决定|批准|同意|任命|委请|委托|要求|认为|表示|参加|出席|参与|获悉|了解到")
# What may stand between the subject and its deed.
_BETWEEN = (
    r"(?:也|亦|均|又|还|再|已|已经|将|将会|[订预拟]于|兹[定订]于?|[预原]定|[预原]计|(?<![监委协学商工联审组党理董团友作教])会(?=[召举开组公发在于联])(?![于在]\0[^,。]{0,24}?(?:了|成功|圆满|顺利))|拟|曾|定于|决定|计划|准备|继续|正式|隆重|成功|圆满|顺利|如期|首次|再次|联合|共同|会同|携手|合作|分别|陆续|积极|"
    r"精心|认真|广泛|深入|集中|统一|牵头|具体|同步|同时|现场|专门|率先|组织|主动|全面|先后|相继|即将|将于|业|并|各自|线上|特别|特|谨|谨订|谨定|一起|"
    r"(?:灵活)?采[取用][^,]{0,20}?(?:方式|形式|模式)|全力)"
)
_AFTER = re.compile(
    rf"\0|,|\(|\*\*|{_BETWEEN}|[在于以为围向对与同将把从自就因按面通假根结依至]"
    r"|坚持|紧扣|紧紧|聚焦|立足|采取|发挥|派出|带领|利用|深化|创新|专版|头版|业经|$"
)
_DUTY = re.compile(r"(?:要|应|应当|须|必须|可|可以|需|请|不得)(?!求)")
_LEAD = re.compile(
    r"(?:【[^【】]{1,12}】|\([^()]{0,8}[讯电]\)|[一二三四五六七八九]是|首先|其次|其中|同时|此外|另外|另(?![类一])|随后|而|但|且|现场|当天|当日|近日|日前|活动中|据悉|并且|而且|并|为此|由|"
    r"[（(]?[一二三四五六七八九十\d]{1,2}[)、.]|上午|下午|晚上?|今天|昨天|联合(?![会国社体报])|[ ,、\0\-*·>△■●])*"
)
_ADVERBIAL = re.compile(rf"(?:{_LEAD.pattern}(?:{_BETWEEN}|[在于以为围向对将把从通结按面][^,]{{0,30}}?)*)$")
_LIMIT = 240  # characters of a sentence that are looked at
_PLACE_END = ("省", "市", "区", "县", "旗", "州", "盟", "镇", "乡", "街道", "各地", "全省", "全市")


@cache
def _deeds() -> frozenset[str]:
    """Verbs whose subject is the organiser of what they tell."""
    held = {verb for section in ("hold", "publish", "visit") for verb in words(section, "verbs")}
    return frozenset(held | set(words("organise", "verbs"))) - {"来到", "走进", "通报表彰", "联合"}


def _first_deed(clause: str) -> int | None:
    """Where the first deed of a clause begins whose subject is its organiser."""
    found = [span.start for span, _ in verbs(clause) if span.of(clause) in _deeds()][:1]
    found += [match.start() for match in _OTHER_DEED.finditer(clause) if not quoted(clause, match.start())][:1]
    return min(found, default=None)


# Deeds that make no event of a clause without a date, and so are no verbs of `words`.
_OTHER_DEED = re.compile(
    r"(?:组织(?![者部法化上内架结机成委形体生力纪起的])|播放|放映|合办|(?<![残妇侨社])联办|办理|发起|创办|策划|筹办|召集|招募|招收|制定|编制|推出|颁发|聘任|批准|增设|作出|播出|表彰)(?=[^,。单方人者窗大公事学])"
    r"|(?:关闭|封闭|废止|修订|修正|发行|发射|上调|下调|修建|改建|扩建|重建)了?(?=[^,。;、的在于等前后时\0][^,。;])"
)


def organisers(document: Document, draft: Draft, what: Category) -> tuple[str, ...]:
    """Who held what the words of a draft tell."""
    told = _told_of(document, draft)
    if not told and what in _OF_AN_OFFICE and not _others_deed(document, draft):
        told = _speaker(document, draft.context) or speaker_of(document)
    if draft.rule in _OTHERS_PAPER:
        return told or (() if draft.rule == "published" else issued_by(document))
    own = draft.title or what is Category.RITE or _is_line(document, draft)
    return told or (headed_by(document) or opened_by(document, draft.block) if own else ())


_ANOTHER = re.compile(
    r"[\0 ,]*(?:该|这|上述)?[两二三几数多]?[艘架辆名位]|[\0 ,]*(?:美国|日本|英国|法国|俄罗斯|台湾|我国|全国|全球)"
)


_BEGUN = re.compile(
    r"(?:正式|宣布|宣告|隆重|分别|从|自|于|\0)*(?:成立|创立|建立|创办|开办|创建|组建|设立)(?:以来|之初|于|至今|大会|仪式)?(?=\0|[,。;(:]|于|至今|$)"
)


def _is_begun(text: str, name: str) -> bool:
    """Whether a body is what is founded, and nobody's host: 江岸文化公司成立于2004年."""
    start = text.find(fold(name))
    return start >= 0 and _BEGUN.match(text, start + len(name)) is not None


def _others_deed(document: Document, draft: Draft) -> bool:
    """Whether the words themselves say who did it, and it is nobody whom an office speaks for: 两艘军舰驶入."""
    return _ANOTHER.match(_masked(document, draft.at, draft.dates)) is not None


def _is_line(document: Document, draft: Draft) -> bool:
    """Whether a draft is a line by itself that names a thing and tells no deed: 9月2日 开幕式."""
    line = document.blocks[draft.block].at
    text = line.of(document.text) if line.end - line.start <= _LINE else "。"
    return "。" not in text and not verbs(text)


_LINE = 40  # characters of a line of a programme


# What an office does that reports of itself: nobody else is named, so it is the one that speaks.
_OF_AN_OFFICE = frozenset(
    {
        Category.WORKS, Category.CLOSURE, Category.APPLICATION, Category.CAMPAIGN, Category.SERVICE, Category.FAIR,
        Category.EXHIBITION, Category.TRAINING, Category.LECTURE, Category.CONTEST,
    }
)  # fmt: skip
_SPEAKS = re.compile(
    r"[。;\n,]([\u4e00-\u9fff]{2,16}?)(?:\([^()]{0,16}\))?(?:今[天日]|[^,。;]{0,6}[长员任])?"
    r"(?:表示|指出|说明|提醒|呼吁|强调|补充)(?=[,:用市民])"
)
_SPEAKS_HERE = re.compile(
    rf"([\u4e00-\u9fff]{{0,14}}?{END.pattern})(?:表示|指出|说明|提醒|呼吁|强调|补充)(?:说|道)?(?=[,:用市民])"
)


def _speaker(document: Document, sentence: Span) -> tuple[str, ...]:
    """The body that a sentence itself lets speak: 体育局表示,马拉松将于10月20日举行."""
    match = _SPEAKS_HERE.match(document.text, sentence.start, sentence.end)
    return bodies(document, Span(*match.span(1))) if match else ()


@lru_cache(maxsize=4)  # asked of one document for each of its events
def speaker_of(document: Document) -> tuple[str, ...]:
    """The one body that a report of its own lets speak: 工务局指出, 工务局提醒."""
    spoken = {
        found
        for match in _SPEAKS.finditer("\n" + document.text[:3000])  # so that the first line begins as the others do
        if (found := bodies(document, Span(match.start(1) - 1, match.end(1) - 1))) and len(found) == 1
    }
    others = (match[1] for match in _HAS_NEWS.finditer(document.text[:3000]))
    if len(spoken) != 1 or any(fold(other) not in fold(name) for other in others for (name,) in spoken):
        return ()
    return next(iter(spoken))


# 教育局宣布: another that has something to say.
_HAS_NEWS = re.compile(
    rf"(?<![一-鿿])([一-鿿]{{0,10}}?{END.pattern})(?:今[天日]|昨[天日])?(?:宣布|公布|发布|发出|透露|证实|介绍|预料|预测|通报)"
)


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
    text = _masked(document, at, draft.dates)
    if "电" in text or "讯" in text:
        text = _DATELINE.sub(lambda match: "\0" * len(match[0]), text)
    if "摄" in text:
        text = _CREDIT.sub(lambda match: "\0" * len(match[0]), text)
    short = block.at.end - block.at.start <= _LINE
    whose = _DUTY_LINE.fullmatch(_masked(document, block.at, draft.dates)) if short else None
    if whose:
        return bodies(document, Span(block.at.start + whose.start(1), block.at.start + whose.end(1)))
    own = _named(document, Span(draft.at.start, at.end), text[draft.at.start - start :])
    subject = _subject(document, at, text, draft) if not own else ()
    if subject and _is_begun(text, subject[-1]):
        return ()
    told = own or subject or _told_before(document, draft, sentence)
    return told or _told_after(document, draft, sentence) or told_below(document, draft)


_OTHERS_PAPER = ("published", "issued", "announced")


def _masked(document: Document, at: Span, dates: tuple[Span, ...]) -> str:
    """The words with a hole for every sign of their dates."""
    text = at.of(document.text)
    for left, right in inside(dates, at):
        left, right = left - at.start, right - at.start
        text = text[:left] + "\0" * (right - left) + text[right:]
    return text


def _named(document: Document, at: Span, text: str) -> tuple[str, ...]:
    """Whom the words name as organiser: 由…主办, …承办的, 主办单位为…"""
    for row, sign in _NAMING:
        match = row.search(text) if sign in text else None
        if match is None:
            continue
        group = match.lastindex or 1
        run = Span(at.start + match.start(group), at.start + match.end(group))
        found = bodies(document, run, named=row in _VOUCHING)
        while found and row in (_BY, _HELD_BY) and (match := _NEXT.match(text, match.end())):
            found += bodies(document, Span(at.start + match.start(1), at.start + match.end(1)), named=True)
        if found:
            return tuple(dict.fromkeys(found))
    return ()


# The rows that name a host, each with a sign without which it need not be looked for.
_NAMING = (
    (_BY, "由"), (_DONE_BY, "由"), (_UNDER, "下"), (_HELD_BY, "办"), (_IS_HELD, "是"), (_IS, "办"),
    (_HOST_CALLED, "办"), (_HOSTS_ARE, "办"), (_HOSTING, "办"), (_DATED, "\0"), (_IN_LATIN, "办"), (_RESPONSIBLE, "责"),
    (_LEADS, "("),
)  # fmt: skip
_VOUCHING = (_BY, _DONE_BY, _UNDER, _IS, _HOST_CALLED, _IN_LATIN, _RESPONSIBLE, _LEADS)
_HOST = re.compile(r"主办|承办|合办|联办|举办的")


def _told_before(document: Document, draft: Draft, sentence: Span) -> tuple[str, ...]:
    """Whom the sentence names before it comes to the date: 讲座由学生会合办,5月3日在礼堂举行."""
    at = Span(max(sentence.start, draft.at.start - _LIMIT), draft.at.start)
    text = at.of(document.text)
    return _named(document, at, text) if at.end > at.start and _HOST.search(text) else ()


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
    issuer = issuer_of(document) or headed_by(document)  # who leaves himself out: 组织开展了… in a report of his own
    subject: tuple[str, ...] = ()  # of the last clause that has one
    waiting = False  # whether it still looks for its deed: 甲会同乙,丙共同举办
    for clause in _CLAUSE.finditer(text, _fresh(text, begin)):
        words_ = clause[0]
        opens = text[clause.start() - 1 : clause.start()] in ("", "。", ";")
        deed = _first_deed(words_)
        lead = _LEAD.match(words_).end()  # type: ignore[union-attr]
        head = words_ if deed is None else words_[:deed]
        whole = Span(at.start + clause.start() + lead, at.start + clause.end())
        partner = PARTNER.search(words_[:lead] + " ") is not None
        own = _runs(document)(whole, words_[lead:], deed, lead, partner)
        doers = subject + own if partner or (waiting and _JOINED.search(head)) else own
        if not own and opens and not _GOES_ON.match(words_):
            subject = issuer if _ADVERBIAL.match(head) else ()
            doers = subject
        elif not own and not (opens and deed is None):
            # Who leaves himself out does what a verb tells, and not what somebody else does.
            goes_on = _ADVERBIAL.match(head) is not None or (not opens and begins_with_verb(words_[lead:]))
            doers = subject if goes_on or (deed is None and subject != issuer) else ()
        if doers is own or waiting:
            subject = doers
        waiting = bool(own) and deed is None and words_.rstrip().endswith(fold(own[-1]))
        if clause.end() >= begin and (deed is not None or (doers and "“" in words_)):
            return tuple(dict.fromkeys(doers))
    return ()


_CLAUSE = re.compile(r"[^,。;:]+")
_BESIDE = re.compile(r"[会协联共]同|[携联]手|联[动合]")  # whatever follows: more than `PARTNER` and `_JOINED` find


def _fresh(text: str, begin: int) -> int:
    """Where the last sentence up to a place begins that takes over no subject from those before it.

    Nothing before it changes whom `_subject` finds, so nothing before it is read: three clauses of four.
    """
    while begin > 0:
        begin = max(text.rfind("。", 0, begin), text.rfind(";", 0, begin)) + 1
        clause = _CLAUSE.match(text, begin)
        if clause and not (_GOES_ON.match(clause[0]) or _BESIDE.search(clause[0])):
            return begin
        begin = max(begin - 1, 0)
    return 0


_GOES_ON = re.compile(r"[ ,]*(?:[一二三四五六七八九]是|同时|并且?|还|另外|此外|其次|最后|现场|\0+[ ,]*还)")
_JOINED = re.compile(r"共同|联合|携手")


_LAST_ADVERBS = re.compile(rf"{_BETWEEN}+$")
_LAST_WAYS = re.compile(rf"(?:{_BETWEEN}|[在于以围结][^,]*)*$")
_ALL_OF_IT = ("各地", "全省", "全市")
_EVERYWHERE = re.compile(r"(?:各地|全省|全市|全区|全县)(?=[也均都]|将|积极|纷纷|陆续|集中)")
_OTHERS = re.compile(r"等(?:[\u4e00-\u9fff]{0,6}?(?:部门|单位|机构|媒体|企业|组织|团体|高校))?")


# 江岸大学、统计研究中心和|统计之都|将于…举办: the last of a row needs no end of a body.
_LAST_OF_ROW = re.compile(
    r"(?:以及|[、和与及])[^,。;:、\0“”和与及的]{2,12}?(?=\0|将(?:于|\0|在|联)|拟于|[定订]于|联合(?!会|国)|共同|携手|合作举)"
)
_HEAD_OF = re.compile("长(?![期沙春年远途三假安江宁乐])")  # 据杨处|长介绍


@lru_cache(maxsize=1)
def _runs(document: Document) -> Callable[[Span, str, int | None, int, bool], tuple[str, ...]]:
    """What opens the clauses of a document: of those before it each event of a paragraph asks again."""
    return lru_cache(maxsize=256)(partial(_run, document))


def _run(document: Document, at: Span, text: str, deed: int | None, lead: int, partner: bool) -> tuple[str, ...]:
    """The bodies that open a clause before its deed or its end; 联合 before the clause vouches for one."""
    limit = len(text) if deed is None else deed - lead
    if limit < 0:
        return ()
    quotation = text.find("“")
    limit = min(limit, quotation) if quotation >= 0 else limit
    ends = [match.end() for match in END.finditer(text, 0, limit)]
    ends += [match.end() for match in _OTHERS.finditer(text, 0, limit)] if "等" in text else []
    ends += [match.end() for match in _LAST_OF_ROW.finditer(text, 0, limit) if text[: match.start()].endswith(ENDS)]
    ends += [limit] if partner or PARTNER.search(text[:limit]) else []
    for end in sorted(set(ends), reverse=True):
        if text[end - 1 : end + 1] == "所在":
            continue  # 何某所在的消防局
        tail = MEN_AHEAD.match(text, end)
        if not (tail or end == limit or _AFTER.match(text, end) or _acts(text, end)) or _DUTY.match(text, end):
            continue
        if _DECIDED.search(text, 0, end) or _HEAD_OF.match(text, end):
            continue
        body = _LAST_ADVERBS.sub("", text[:end]) if end == limit else text[:end]
        found = bodies(document, Span(at.start, at.start + len(body)), named=partner and end == limit)
        if found:
            return found
    if deed is not None and (office := _OFFICE.match(text[:limit])) and _ANNOUNCES.match(text, deed - lead):
        return bodies(document, Span(at.start, at.start + office.end(1)))
    if deed is not None and (agent := _agent(text, deed - lead)):
        return bodies(document, Span(at.start, at.start + agent), named=True)
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


# 教育局局长张三昨日公布…: what he announces, his office does.
_OFFICE = re.compile(
    rf"([\u4e00-\u9fff]{{2,16}}?{END.pattern})(?:副?[局厅署处院馆校会部司]?长|副?主任|发言人)[\u4e00-\u9fff]{{2,3}}"
    r"(?:\0|[昨今]|日前|近日|正式|也|亦|$)"
)
_ANNOUNCES = re.compile("公布|宣布|发布")


def _acts(text: str, end: int) -> bool:
    """Whether what ends there is one name and a deed follows it."""
    whole = not is_word(text[end - 1 : end + 1]) and begins_with_verb(text[end : end + 8])
    last = PARTNER.split(text[:end])[-1]
    return whole and first_act(last) >= len(last)


_NEEDS_WHO = re.compile(
    r"(?:(?:举办|主办|承办|合办|联办|筹办|推出|发布|公布|召开|印发|发起|收购|并购|推行|宣布|出品|直播)[了过]?|(?:举行|开展|启动)[了过]?(?=[^,。]{2}))(?=[^,。;、\0])"
)
_WHO = re.compile(
    rf"[^,。;:、“”()\0]{{2,12}}?(?=\0|{_BETWEEN}|[在于从向假昨今明]|当[天日]|(?:举办|主办|承办|合办|筹办|推出|发布|公布|召开|印发"
    r"|发起|举行|开展|启动|收购|并购|推行|宣布|出品|直播))"
)


_ANOTHERS = re.compile("参加|参与|出席|前往|代表|配合|响应|获邀|受邀")  # 队伍将参加环保署在河西举办的比赛


def _agent(text: str, deed: int) -> int:
    """Where the subject ends of a deed that needs somebody to do it; 0 where it is none by a name of its own."""
    match = _WHO.match(text) if _NEEDS_WHO.match(text, deed) else None
    if match is None or match.end() > deed or _ANOTHERS.search(text, match.end(), deed):
        return 0
    return match.end() if is_agent(match[0]) else 0
