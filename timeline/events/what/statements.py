"""A draft -> the statements that its title is made of: its clauses, each without the words that no title says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.catalogue import by_name
from timeline.events.drafts import Draft
from timeline.events.editing.bylines import without_source
from timeline.events.language.phrases import HOLE, LONGEST, Phrase, joined, phrase, trim, without_glosses
from timeline.events.language.segment import has_verb, is_name, lacks_subject, tags
from timeline.events.language.sites import is_site
from timeline.events.language.words import branch, verbs, words
from timeline.events.structure.keys import key_class
from timeline.events.structure.run_in import without_heading
from timeline.events.what.makers import made_then, of_those
from timeline.events.what.measures import without_measures
from timeline.events.what.subordinates import without_subordinates
from timeline.model import Document, Span

_CLEFT = re.compile(r"是(?=\0)")  # 股票是1984年发行的
# 由商会出资,在旧址上建立的学堂: that it was founded
_FOUNDED = re.compile(r"((?:[\0 ]*在[^,的]{2,24}?)?)(?:建立|成立|创办|创立|创建|组建|设立|兴建|兴办)(的)([^,的]{2,16})")
_ADDRESSED = re.compile(r"(?:各位?|尊敬的|亲爱的|广大|全体|致)[^,]{1,20}$")
_BY = re.compile(r"[\0 ]*由")  # 由甲主办、乙承办的活动 is one thing
_COORDINATED = re.compile(rf"、(?=(?:组织|联合)?{branch(words('hold', 'verbs'))})")


def statements(document: Document, draft: Draft) -> list[Phrase]:
    """The clauses of a draft that tell something of it, each as a title would say it."""
    found: list[Phrase] = []
    spans = draft.clauses[:6]
    if len(spans) > 1 and (_only_feast(document, draft, spans[0]) or _only_its_day(document, draft)):
        spans = spans[1:]
    for number, span in enumerate(spans):
        span = span if number else _behind_heading(document, span, draft.block)
        if found and _is_detail(document, span):
            break
        if found and _is_place(document, span, draft) and any(trim(part).size >= 2 for part in found):
            continue
        if document.text[span.end : span.end + 1] == ":" and _ADDRESSED.match(span.of(document.text)):
            continue
        if _leads_to_its_thing(document.text, spans, number):
            continue
        part = _listed(without_source(without_glosses(without_heading(document, phrase(document, span, draft.dates)))))
        if not part.text:
            continue
        if (clock := _CLOCK_OF.match(part.text)) and tags(clock[1])[0][1] == "ns":
            part = part.cut(clock.end(), len(part.text))
        if found and _AS_IT_WAS.search(spans[number - 1].of(document.text)):
            then = _THEN_DID.match(part.text)
            part = part.cut(then.end(), len(part.text)) if then else part
            if found[-1].start == spans[number - 1].start and is_name(trim(found[-1]).printed):
                part = _without_comma(document, trim(found.pop()), part)
        if number and (hosts := _OF_HOSTS.match(part.text)) and _leads_to_its_thing(document.text, spans, number - 1):
            part = part.cut(hosts.end(), len(part.text))
        if part.text.endswith("的") and (match := _CLEFT.search(part.text)):
            part = part.without(*match.span())
        if span.end >= draft.clauses[-1].end and (made := _FOUNDED.fullmatch(part.text)) and is_name(made[3]):
            part = part.without(*made.span(1)).without(*made.span(2))
        if part.text.rstrip(HOLE + " ").endswith("后") and (match := _ONCE.match(part.text)):
            part = part.cut(match.end(), len(part.text)).without(*_last(part.text, match.end()))
        if letter := _LETTER.fullmatch(part.text):
            part = part.cut(letter.start(1), letter.end(3)).without(
                *(place - letter.start(1) for place in letter.span(2))
            )
        for unsaid, sign in _UNSAID:
            if sign in part.text and (match := unsaid.search(part.text)):
                part = part.without(*match.span())
        if "一案" in part.text and trim(part).size > LONGEST and (case := _IN_THE_CASE.search(part.text)):
            part = part.without(*case.span())
        if (
            (match := _ON_CONDITION.search(part.text))
            and match.start() >= 4
            and is_name(part.cut(0, match.start()).printed)
        ):
            return [*found, part.cut(0, match.start())]
        if part.text.lstrip(HOLE + " ").startswith("除") and (match := _EXCEPT.match(part.text)) and match["close"]:
            part = part.cut(part.text.index("除") + 1, match.start("close"))
        if (match := _HOSTED.match(part.text)) and HOLE not in match[0]:
            part = part.cut(0, match.start("by"))
        if (match := _OF_ITS_TIME.search(part.text)) and has_verb(part.text[: match.start() + 2].replace(HOLE, "")):
            part = part.without(*match.span())  # 收购2010年成立的公司: the deed and its thing
        if (event := _BY_EVENT.fullmatch(part.text)) and (is_name(event["who"]) or event["who"].endswith(_BODIES)):
            part = part.without(*event.span("by"))
        part = _occurred(made_then(part))
        if shown := _SHOWN.match(part.text):
            part = part.cut(shown.end(), len(part.text))
            if match := _PICTURES.search(part.text):
                return [*found, part.cut(0, match.start())]
        if found and _WITH.search(part.text) and (place := found[-1].text.rfind("在")) >= 0:
            found[-1] = found[-1].cut(0, place)  # 在甲,以及乙的陪同下,前往视察
            continue
        if found and (one := _of_that_kind(found[-1], part)):
            found[-1] = one
            continue
        match = None if _BY.match(part.text) else _COORDINATED.search(part.text)
        if match and not re.search("[有相]关的", part.text[match.end() :]):
            found += [part.cut(0, match.start()), part.cut(match.end(), len(part.text))]
        else:
            found.append(part)
    if (ruled := of_those(document, draft, found)) is not None:
        return [ruled]
    return without_subordinates(
        without_measures(
            _past_condition(
                [part for part in found if trim(part).size >= 2 and not _AFTERWARDS.fullmatch(trim(part).printed)]
            )
        )
    )


_CLOCK_OF = re.compile(r"[ ,]*([一-鿿]{2,5})时间(?=\0)")  # 巴黎时间15日18时: by which clock
_HOSTING = r"(?:联合|共同)?(?:主办|承办|协办|合办|联办|支持|指导)"
_HOSTS_ALONE = re.compile(rf"(?:由(?!于)[^,“《]{{2,60}}?{_HOSTING}|(?:并由)?[^,“《的]{{2,60}}?{_HOSTING})")
_OF_HOSTS = re.compile(rf"[\0 ]*(?:并?由)?[^,\0“《的]{{2,60}}?{_HOSTING}的(?=[^,])")


def _leads_to_its_thing(text: str, spans: Sequence[Span], number: int) -> bool:
    """由甲主办,乙承办的读书会在书店举行: a clause that only begins to say whose the thing is that a later one names."""
    by = any(text.startswith("由", span.start) for span in spans[max(number - 2, 0) : number + 1])
    if not by or _HOSTS_ALONE.fullmatch(text, *spans[number]) is None:
        return False
    for span in spans[number + 1 : number + 3]:
        if text[span.start - 1] not in ",":
            return False
        if _OF_HOSTS.match(text, *span):
            return True
        if _HOSTS_ALONE.fullmatch(text, *span) is None:
            return False
    return False


def _without_comma(document: Document, who: Phrase, deed: Phrase) -> Phrase:
    """Somebody and what he did, between which stood only how it was."""
    gap = len(who.text), deed.start - who.start
    return joined(document, who, deed).without(*gap)


def _past_condition(parts: list[Phrase]) -> list[Phrase]:
    """只要在2月19日之前,于网站点选,就可以提出建议: what one may then do."""
    if len(parts) < _CONDITION or _IF.fullmatch(trim(parts[0]).text) is None:
        return parts
    for number, part in enumerate(parts[1:], 1):
        if then := _THEN.match(part.text):
            return [part.cut(then.end(), len(part.text)), *parts[number + 1 :]]
    return parts[2:]


_CONDITION = 3  # clauses of a condition and what follows from it
_IF = re.compile("只要|如果|假如|倘若|若|除非|一旦")
_THEN = re.compile(r"[\0 ,]*(?:[就便]?(?:可以?|能够?|会)|[即方才][可能])")


_RUN_IN = re.compile(r"[一-鿿]{2,8}( {1,2})(?=[^ ]{4})")


def _behind_heading(document: Document, span: Span, block: int) -> Span:
    """元宵灯会　本年元宵,…: the heading that a wide blank parts from its first sentence is no word of it."""
    at = document.blocks[block].at
    match = _RUN_IN.match(document.text, *span) if span.start == at.start and at.end - at.start > _LINE else None
    blank = document.raw_span(Span(*match.span(1))).of(document.raw) if match else ""
    return Span(match.end(), span.end) if match and ("\u3000" in blank or len(blank) > 1) else span


_LINE = 30  # characters of a line that is a heading, or cells
_OF_THE_DAY = re.compile(r"[“”]|(?:当[天日]|期间|之际|前夕)$")


def _only_feast(document: Document, draft: Draft, clause: Span) -> bool:
    """5月18日国际博物馆日当天,市博物馆夜间开放: a clause that is but the day and its feast."""
    words_ = phrase(document, clause, draft.dates)
    name = _OF_THE_DAY.sub("", words_.printed.strip(" ,"))
    if HOLE not in words_.text or name not in by_name():
        return False
    told = trim(phrase(document, draft.clauses[1], draft.dates))
    return told.size >= _DEED and has_verb(told.printed) and not lacks_subject(told.printed)


def _only_its_day(document: Document, draft: Draft) -> bool:
    """开庭当天,通往镇里的道路实施交通管制: a clause that is but the day of another deed."""
    if _ITS_DAY.fullmatch(draft.clauses[0].of(document.text)) is None:
        return False
    told = trim(phrase(document, draft.clauses[1], draft.dates))
    return told.size >= _DEED and has_verb(told.printed)


_ITS_DAY = re.compile(r"(?![,\d])[一-鿿]{2,6}?(?<![每同即])的?[当那][天日晚](?:[上下中]午|早上|清晨|凌晨|傍晚|晚上?)?")
_DEED = 6  # characters of who does something on the day of a feast
_INCLUDES = re.compile(r"[^,“《]{0,12}(?:包括|包含|计有|设有)了?(?=\0)")


# 元宵节著名的灯会、王爷出巡的平安祭: the first thing is of the date, the second has an attribute of its own
_ITS_OWN = re.compile(
    r"(?<=\0)(?:最?(?:著名|闻名|热闹|盛大|有名|特别))?的(?P<thing>[^、,的“\0]{4,16})"
    r"(?=、[^、,的\0]{2,10}的[^、,的\0]{4,16}[、\0 ]*$)"
)


def _listed(part: Phrase) -> Phrase:
    """节目包括3月5日的音乐会及次日的木偶剧: each thing is told by itself."""
    if (first := _ITS_OWN.search(part.text)) and not verbs(part.text):
        return part.cut(*first.span("thing"))
    match = _INCLUDES.match(part.text)
    if match is None:
        return part
    part = part.cut(match.end(), len(part.text))
    following = re.search(r"[及和与、以]{1,2}(?:\0|$)", part.text)
    return part.cut(0, following.start()) if following else part


def _is_detail(document: Document, clause: Span) -> bool:
    """Whether a clause is the key of a value beside the thing: 年会,地点:会议中心."""
    key = clause.of(document.text).strip() if document.text[clause.end : clause.end + 1] == ":" else ""
    return len(key) <= 8 and key_class(key) in ("place", "host", "other", "plain")


def _is_place(document: Document, clause: Span, draft: Draft) -> bool:
    """Whether a clause is the place beside the thing: 开幕式,文化广场."""
    part = phrase(document, clause, draft.dates)
    handled = part.text[:1] in ("将", "把")
    return (
        HOLE not in part.text
        and not handled
        and is_site(part.text)
        and not (has_verb(part.printed) or "了" in part.text)
    )


# 一辆由甲地开往乙地,牌号为…的客车: what one of them is, says the end of the attributes in a row.
_ONE_OF = re.compile(
    r"[\0 ]*(?:\d{1,3}|[一二三两四五六七八九十几数]{1,3})[辆艘架列名位家座幢栋]"
    r"(?=(?:由|从|自|载|满载|搭载|隶属|车?牌|来自|正在|原)[^的]{2,30}$)"
)
_ITS_NOUN = re.compile(r"[^的,]{2,24}的(?=[^,的]{2})")


def _of_that_kind(head: Phrase, following: Phrase) -> Phrase | None:
    """One of a kind without its attributes, where a comma parts these: 一辆由甲地开往乙地,牌号为…的客车驶至路口."""
    one, noun = _ONE_OF.match(head.text), _ITS_NOUN.match(following.text)
    if one is None or noun is None or following.start < head.start + len(head.text):
        return None
    gap = HOLE * (following.start + noun.end() - head.start - one.end())
    return Phrase(head.text[: one.end()] + gap + following.text[noun.end() :], head.start)


_MISHAP = (
    r"(?P<what>[^,的]{0,16}?(?:地震|强震|余震|爆炸|事故|火灾|大火|车祸|海啸|洪水|泥石流|滑坡|塌方|坍塌|枪击案?|袭击|坠机|空难|矿难|沉船"
    r"|命案|血案|惨案|凶杀案|冲突|骚乱|踩踏|疫情|事件))(?P<rest>,?(?:(?:已经?|共|目前|至少)*(?:造成|导致|致使?|引发|夺去|震惊|轰动)[^,]*)?)$"
)
_OCCURRED = re.compile(r"[\0 ,]*(?:[在于][^,“《的\0]{2,24}?|[^,“《的\0在于]{2,24}?)(?:发生|爆发)(?P<of>的)" + _MISHAP)
_OCCURRED_AT = re.compile(r"[\0 ,]*(?P<at>发生[在于])[^,“《的\0]{2,24}(?P<of>的)" + _MISHAP)


def _occurred(part: Phrase) -> Phrase:
    """在江岸发生的地震已造成三人死亡: that it happened there, and not what came of it."""
    if "发生" not in part.text and "爆发" not in part.text:
        return part
    match = _OCCURRED.match(part.text) or _OCCURRED_AT.match(part.text)
    if match is None:
        return part
    part = part.without(*match.span("rest")).without(*match.span("of"))
    return part.without(*match.span("at")) if "at" in match.groupdict() else part


_ONCE = re.compile(r"[\0 ,]*当(?![前时年天日地中局初选代作晚下场夜事])")  # 当甲将乙赠予丙后 tells of a gift


def _last(text: str, shift: int) -> tuple[int, int]:
    """Where the last 后 of a clause stands that is cut on the left."""
    position = text.rfind("后") - shift
    return position, position + 1


_WITH = re.compile(r"^(?!.*在).{2,24}(?:指导|领导|带领|陪同|见证|配合|协助|支持)下$")
_MOVED = re.compile(r"(?<=\0)(?:改期?|移|延期?|延后|推迟|提前|顺延|平移|挪|展延|调整)(?:至|到|于|在|为)(?=\0)")
# 因疫情延至10月3日在甲地举行: the thing, for its day is told.
_POSTPONED = re.compile(
    r"(?<=[^,]{4})(?:因[^,\0]{1,12}?)?(?:延期?|改期?|推迟|顺延|延后|提前|提早|移|调整|展延)[至到于在为]{0,2}"
    r"(?=\0+ ?(?:在[^,]{2,24})?(?:举[行办]|召开|进行|开幕|开赛))"
)
# 特展延至9月26日; 图书馆定三月五日开幕.
_DANGLING = re.compile(
    r"(?<=[^,]{4})[延移改挪](?=\0+[, ]*$)"
    r"|(?<=[^,\0]{2})(?<![规决预原签法制约固确认商协暂初特指拟一稳肯测])[定订]于?(?=\0+[^,])"
)
# 名为“江岸写真展”的写真展: the name ends with what it is
_OF_ITS_KIND = re.compile(r"(?<=([一-鿿]{3})”)的\1|(?<=([一-鿿]{2})”)的\2")
# 请贵公司于31日前腾退场地: what is to be done
_ASKED = re.compile(
    r"^[\0 ,]*请(?:贵|你|您|各)(?:公司|单位|方|校|院|部门|司|处|局|户|业主|会员|位[一-鿿]{2,4})(?=\0|[一-鿿]{4})"
)
_AFTERWARDS = re.compile("[之此其随]后|后来|[之此]前|同时|不久后?|稍后|旋即|翌日")  # 不久,又迁往江边
_HELD_THEN = re.compile(r"(?<=在\0)\0*(?:举[办行]|召开)的(?=[^,]{2,30}[会赛展坛节式][上中])")  # 在1日举行的大赛中获奖
_SITUATED = re.compile(r"(?:坐落|地处|位)(?:于|在)[^,的“《]{2,18}的(?=[^,]{4})")  # 位于新区的图书馆
_EXCEPT = re.compile(r"^[\0 ]*除了?(?=[^,]*\0[^,]*$)(?=[^,]{6}).*?(?P<close>(?:之|以)?外)?[\0 ]*$")  # 除甲将在5月公演外
# 稻田也是今天开始对外开放: the deed.
_IT_IS = re.compile(
    r"(?<=[^,\0]{2})[也正就便都]?是(?=\0+(?:开始|正式|首[次度]|第一次)?(?:对外|全面)?[开启动登上展举召揭落竣])"
)
# 本局前于3月5日函请: of an office what it has done before; 以下为5月3日园游会的照片: what the pictures show.
# 两人的长曲项目若能正常发挥,有望夺牌: what is on that day.
_ON_CONDITION = re.compile(r"(?:如果|假如|倘若|倘|若(?=[能可无未有])|一旦)[^,\0]{2,20}$")
_FORMERLY = re.compile(r"(?<=[本贵][局府会部处署校院馆所司社])前以?(?=\0|[于曾经业邀函])")
_HUMBLY = re.compile(r"(?<=[一-鿿])[谨兹敬](?=\0+[假在于举召])|^[\0 ,]*[谨兹敬](?=\0)")  # 谨订于某日假某地举行
_ALREADY = re.compile(r"(?<=[局府会部处署院厅])业(?=\0|[于经已])")
_MEANT = re.compile(r"^[\0 ,]*[业约定](?=\0)")  # 定明日赴京, 约于明年落成
# 马拉松由甲主办、乙承办,于5日在广场起跑: by whom, between a thing and what is told of it.
_HOSTED = re.compile(r"[^,“《由]{4,24}(?P<by>由[^,“《]{2,40}[主承协合]办(?:、[^,“《]{2,20}[主承协合]办){0,3})$")
_OF_ITS_TIME = re.compile(
    r"(?<=[一-鿿]{2})\0{3,}(?:[成创设建][立办设]|落成|竣工|出版|发行|上映|推出|公布|发布|退役|退休|宣布退[役休]|毕业|出土)的(?=[^,])"
)
# 残联通过线上讲座或演示,为残疾人提供指导: what was held, for what came of it is told beside it.
_BODIES = (*words("body", "ends"), *words("agent", "ends"))
_BY_EVENT = re.compile(
    r"[\0 ,]*(?P<who>[^,\0“《的]{2,16})(?P<by>通过)[^,“《\0]{4,60}"
    r"(?:讲座|演示|培训|课程|直播|展览|巡讲|宣讲|义诊|走访|演练|讲堂|活动)[\0 ]*"
)
_SHOWN = re.compile(r"^(?:以下|下列|[上下]图)(?:[为是]|[即系])(?=\0)")
_PICTURES = re.compile(r"(?<=[^,的]{4})的?(?:部[分份]|现场|活动)?(?:相片|照片|影像|图片|剪影|花絮)$")
_ORIGINALLY = re.compile(r"原[定订计][^,]{0,24}?(?:举办|举行|召开|进行|开展)的(?=[^,]{3})")  # 原定于4月中旬举办的花市
# 自8月7日首班车起至工程结束,对线路临时调整: the hour of a day, and no deed.
_TRAINS = re.compile(
    r"(?<=\0)(?:[首头末]班[车船])(?:时|发车)?(?:起|止|后)?(?:至[^,]{2,8}(?:结束|完工|竣工|止))?(?=[\0 ]*(?:,|$))"
)
# 甲在没有许可证的情况下,雇人砍伐: what was done
_AS_IT_WAS = re.compile(r"在[^,]{2,36}(?:情况|前提|条件|背景|形势|状态)下$")
_ISSUE = re.compile(r"(?<=\0)第?\d{1,3}期(?=《)")  # 1995年6期《绿洲》发表诗作
_THEN_DID = re.compile(r"[\0 ,]*[就便仍竟却](?=[一-鿿]{2})")
_UNDER = re.compile(r"在[^,]{2,24}(?:指导|领导|支持|帮助|推动|努力|配合|协助|见证|陪同)下$")

# 到了1913年,…于是正名为书院至今: what was done; 它于1869年建校: of what, the subject says.
_COME_TO = re.compile(
    r"^[ ,]*[但而]?(?:到了?|直?[到至]|迨至?|及至)(?=\0)"
    r"|^[ ,]*它(?!们)(?:是(?=[^,]{6}))?(?=[^,]{4})|^[ ,]*于是(?=[^,]{4})"
)
_SO_FAR = re.compile(r"(?<=[^,]{6})[至迄]今$")
# 依教育部四月二日台字第0980150485号函办理: what the notice goes back to.
_LETTER = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}、)?[\0 ]*(?:依据?|根据|按)([^,\0]{2,14})"
    r"(\0+[^,\0]{0,12}字?第?[\dA-Z]{3,14}号)(书?函)[^,]{0,2}(?:办理|辦理)"
)
# 四月二日内政部台内地字第779587号令修正发布第6条: what was done, not under which number.
_DECREE = re.compile(
    r"(?<=\0)(?:[^,“\0、]{2,40}?字第[\dA-Z]{3,14}号(?:令|公告|函)?(?:[、及]|会[同衔])*){1,4}(?=[^,]{2})"
)
# 文化部于6月18日依据文化资产保存法第五十九条指定…: on what ground is told in the text.
_BY_LAW = re.compile(
    r"(?<=[\0\u4e00-\u9fff])(?:依据|根据|依照|按照|依)(?:《[^《》]{2,24}》|[^,“”《》\0的]{2,16}?(?:法|条例|办法|规则|细则|章程))"
    r"(?:第[〇零一二三四五六七八九十百\d]{1,6}条)(?:之[一二三四五]|第[一二三四五六七八九十\d]{1,2}[项款]){0,2}(?:的?规定|之规定)?,?(?=[^,]{4})"
)
# 以下为局长在会议上的发言全文: what he said there.
_BELOW = re.compile(
    r"^[\0 ,]*以下[是为]"
    r"(?=[^,]{2,60}?(?:致辞|致词|讲话|发言|谈话|演辞|演说|答[复覆]|回[复覆])(?:的?(?:全文|内容|要点|摘要))?\0*$)"
)
_VERBATIM = re.compile(r"(?<=致辞|致词|讲话|发言|谈话|演辞|演说|答复|答覆|回复|回覆)的?(?:全文|内容|要点|摘要)\0*$")

# 法院对原告甲诉被告乙转让合同纠纷一案依法作出调解书: what it did, where both are too long for a title
_IN_THE_CASE = re.compile(
    r"(?<=[院委局庭])[对就][^,]{6,90}?一案(?=[^,]{0,6}(?:作出|向|提起|立案|受理|审理|开庭|宣判|裁定|判决))"
)

# Each with a sign without which it is not looked for: most clauses have none.
_UNSAID = (
    (_OF_ITS_KIND, "”的"),
    (_ASKED, "请"),
    (_TRAINS, "班"),
    (_COME_TO, ""),
    (_SO_FAR, "今"),
    (_DECREE, "号"),
    (_UNDER, "下"),
    (_AS_IT_WAS, "下"),
    (_ISSUE, "期《"),
    (_DANGLING, HOLE),
    (_MOVED, HOLE),
    (_POSTPONED, HOLE),
    (_SITUATED, "的"),
    (_HELD_THEN, "的"),
    (_ORIGINALLY, "原"),
    (_FORMERLY, "前"),
    (_ALREADY, "业"),
    (_MEANT, HOLE),
    (_HUMBLY, HOLE),
    (_IT_IS, "是"),
    (_BY_LAW, "条"),
    (_BELOW, "以下"),
    (_VERBATIM, ""),
)
