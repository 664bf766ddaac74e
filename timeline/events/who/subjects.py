"""A dated clause -> who or what it tells of, where it does not say so itself.

Chinese drops a subject that is known: 张某1938年出生于北京,1958年毕业于戏曲学校。 The name that opens an earlier
clause, an earlier sentence of the paragraph or the text itself holds until another one takes its place.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from timeline.catalogue import eras
from timeline.events.language.clauses import Sentence
from timeline.events.language.persons import person_of
from timeline.events.language.segment import NO_WHO, begins_with_verb, is_name, lacks_subject
from timeline.events.language.words import words
from timeline.events.mentions import Mention
from timeline.events.who.affected import OF_A_HOUSE, undergoes
from timeline.events.who.antecedents import persons_in
from timeline.events.who.lives import another_life, bearer_of_title, is_feast, label_of, life_of, lifetime_at, party_of
from timeline.events.who.openings import NOUNS, TERM, UNFIT, of_events, opening_name
from timeline.events.who.predicates import bearer, who_meanwhile
from timeline.model import Span

_STANDS_FOR = re.compile(r"[他她它](?!们|人|处|国|乡|校)")  # and 其在某地 behind its date
_ANNOUNCED = re.compile(
    r"(?:宣布|决定)(?:将|拟|在|于|自|从|定){0,3}$|^[ “]?(?:原|预|拟|兹|谨|将)?(?:[定订]|将|拟|预计|计划)于?$"
)
_THING = re.compile(r"的([^的,了是在]{2,8})$")  # 筹划已久的西北游,终于在…拉开帷幕


def subject_of(text: str, sentence: Sentence, mention: Mention, hero: Span | None) -> Span | None:
    """Who, where the mention opens its clause: the name that an earlier clause of the sentence begins with."""
    before = mention.before
    if _STANDS_FOR.match(before):
        near = [
            one for clause in sentence.clauses if clause.end < mention.clause.start for one in persons_in(text, clause)
        ]
        if near and before[0] != "它":
            return near[-1]
        name = _told_of(text, sentence, mention, hero)
        return name if name and (before[0] == "它" or name == hero or person_of(name.of(text))) else None
    # 成化二十三年七月十一日(1487年7月30日)受封: the one day in two calendars
    opens = mention.opens or any(
        one.opens and not text[one.at.end : mention.at.start].strip("( ") for one in mention.earlier[-1:]
    )
    one = mention.earlier[-1] if mention.earlier and mention.before.endswith("、") else None
    deed = text[one.at.end : mention.at.start] if one is not None and one.clause == mention.clause else ""
    listed = 2 <= len(deed) - 1 <= _LISTED and begins_with_verb(deed)
    if not (
        opens
        or listed  # 排行榜2005年首次实行,2008年修正、2009年完善
        or _ANNOUNCED.search(before)
        or NO_WHO.match(before)
        or _FOUNDED_ON.fullmatch(before)
        or _TERM_TO.fullmatch(before)
        or _TERM_IS.fullmatch(before)
    ):
        return None
    line = Span(mention.block.at.start, mention.clause.start)
    if ":" in text[sentence.at.start : line.end]:
        line = Span(sentence.at.start, line.end)  # 第九轮:…;闭幕式:同日
    if line.end - line.start <= _LINE and (label := label_of(text, line)):
        own = label.start >= sentence.at.start or not is_feast(label.of(text))
        return label if own else None  # 春节:10日起放假。4日上班: no feast works
    if (thing := undergoes(text, _clause_before(sentence, mention), mention)) is not None:
        return thing
    name = _whole(text, _told_of(text, sentence, mention, hero), hero)
    if name is not None and _is_told(name.of(text)):
        name = hero  # 妻子患病、儿子生病死去…。1809年,他…
    if name is not None and _CHARGES.search(text, name.end, mention.clause.start):
        return None  # 教育部发文,要求各校摸底,并于1月15日前上交: what those do whom it tells to
    if hero is not None and name is not None and name != hero and _ONLY_THERE.match(text, name.end):
        return hero if name.end <= sentence.at.start else name
    if hero is not None and OF_A_HOUSE.match(mention.after.lstrip(" ,")) and _is_other(text, name, hero):
        return hero  # 倭寇入侵,庙宇毁于兵火,隆庆三年重建: the temple that the text is about
    if name is not None and name != hero and name.start < mention.block.at.start and _FOUNDED_ON.fullmatch(before):
        return hero
    if name is not None and name != hero and _BY_THE_STATE.match(mention.after) and not _DIVISION.search(name.of(text)):
        return None  # 1950年撤甲市并入甲县: no army or body named before does it
    if (party := _party(text, sentence, mention)) is not None and (name is None or name.start < party.start):
        return party
    if name is None and hero is not None and OF_A_HOUSE.match(mention.after.lstrip(" ,")):
        nobody = person_of(hero.of(text)) is not None and _AS_A_HOUSE.match(mention.after)
        return None if nobody or _DOES_IT.search(hero.of(text)) else hero
    if name is not None and OF_A_HOUSE.match(mention.after.lstrip(" ,")) and _DOES_IT.search(name.of(text)):
        return hero if hero is not None and not _DOES_IT.search(hero.of(text)) else None
    if name is not None and _WORK.fullmatch(name.of(text)):
        return life_of(text, mention.block.at) or hero
    if hero is not None and _BURIED.match(mention.after) and not (name and person_of(name.of(text))):
        return hero
    if (called := _called_before(text, sentence, mention)) and (hero is None or person_of(hero.of(text))):
        return called
    kin = name is not None and name.end <= sentence.at.start and _KIN.fullmatch(name.of(text)) is not None
    return (life_of(text, mention.block.at) or (hero if kin else None) or name) if kin or name is None else name


# 要求各校摸底: from there on it is told of those who shall do it.
_CHARGES = re.compile(
    r"(?<![被受获应])(?:要求|责令|指示|命令|呼吁|号召|敦促|督促|责成)(?![书的之]|》|”|如下)[^,。;]{2,16}"
)


def _is_told(name: str) -> bool:
    """Whether a row of what seem to be names is one of deeds: 妻子患精神病、儿子生病."""
    return "、" in name and _BEFELL.search(name) is not None


_BEFELL = re.compile(r"患(?!者)|生病|病[倒重死逝]|死去|[去逝离]世|怀孕|生下|出生|离婚|失[业踪]|破产|被[一-鿿]{2}")


def _is_other(text: str, name: Span | None, hero: Span) -> bool:
    """Whether a text is about a house, and a name beside it is that of none."""
    about = hero.of(text)
    house = about.startswith("《") or _HOUSE.search(about) is not None
    return house and name is not None and name != hero and _HOUSE.search(name.of(text)) is None


_HOUSE = re.compile("[陵寺庙宫观祠院校馆路桥厂社堂园塔局所墓殿楼阁亭城站港场]$|大学|中学|小学|铁路|公路|水库|运河")
_AS_A_HOUSE = re.compile(
    r"[^,。;]{2,14}[陵寺庙宫院校馆路桥县市镇区厂社堂园塔局所墓府](?=[,。;]|$)"
)  # 更名为显陵: nobody is
_LISTED = 4  # characters of a deed in a row of deeds
_BURIED = re.compile(r"[, ]?(?:(?:归|安|合|改|迁|下)?葬[于在]|[薨崩](?=[,。;]|$)|谥[曰号为])")
_RENAMED = re.compile(r"[, ]?(?:正式|复|又|再度?|后)?(?:更|改|易)(?:名|号|称)为?")
_CALLED = re.compile(r"(?:称为|名为|取名为?|定名为?|命名为|初名|原名|时称|称)(“[^“”]{2,16}”|[^,。;“”的了]{3,14}),$")


def _called_before(text: str, sentence: Sentence, mention: Mention) -> Span | None:
    """另立一庙,称为“世庙”,十五年更号: what was called so before it was called otherwise."""
    called = _CALLED.search(text, sentence.at.start, mention.clause.start) if _RENAMED.match(mention.after) else None
    return Span(*called.span(1)) if called else None


_BY_THE_STATE = re.compile(
    r"[,、 ]?(?:撤销?|析|废|裁|复?置|改[属隶置]|并入|分设|恢复)[一-鿿]{1,7}?[县市区府州郡道省镇乡](?![长委])"
    r"|撤[地县市社]建[市区镇]|改组[一-鿿]{0,8}(?:政府|内阁|[省市县]府)"
)
_DIVISION = re.compile(r"[县市区府州郡道省镇乡村旗盟]$")


def _party(text: str, sentence: Sentence, mention: Mention) -> Span | None:
    """因本案于2013年3月21日被羁押: of the party that the court has named last, in what stands of it below its name."""
    below = _OF_A_CASE.search(text, mention.at.end, sentence.at.end)
    return party_of(text, max(0, mention.at.start - _PARTY_REACH), mention.at.start) if below else None


_OF_A_CASE = re.compile(r"羁押|拘留|逮捕|抓获|取保候审|监视居住|判处|刑满|释放|归案|投案")
_PARTY_REACH = 400


def _whole(text: str, name: Span | None, hero: Span | None) -> Span | None:
    """沈水生 of 沈水生于1944年出生, where the text is about 沈水生 and 生于 is no verb."""
    about = hero.of(text) if hero is not None else ""
    if name is None or not text.startswith(about, name.start) or len(about) <= name.end - name.start:
        return name
    return Span(name.start, name.start + len(about))


# 1926年,农民协会在此成立。1985年被公布为文物: what the page is about, and not who was there once.
_ONLY_THERE = re.compile("[^,。;]{0,6}?(?:[在于驻]此|在这里|在其中|借此)")
_FOUNDED_ON = re.compile(
    "(?:正式|最初|最早)?(?:成立|创立|创办|创建|组建|建立|始建|兴建|修建|建成|落成|竣工|通车|开业|开办|设立|重建|创刊)于"
)
_TERM_TO = re.compile(rf"{TERM}(?:将|也|均)?(?:[至到为自从由于在]|延[长至续]?|持续|顺延){{0,2}}")
_OWN_NAME = re.compile(r"(“[^“”]{2,20}”(?:[一-鿿]{0,4}(?:[展赛节季营]|展览|计划|课程|活动))?)[将定]?[在于]?$")
_TERM_IS = re.compile(r"(?:报名|截止|投稿|收件|截稿|展览|展出)?(?:时间|日期|期限)(?:[为是]|定[为于在])")
# Of these a life tells in passing: 父亲去世。1990年任教授 is told of the child.
_KIN = re.compile(
    r"其?(?:[父母]亲?|祖[父母]|外祖[父母]|妻子?|夫人?|丈夫|[长次幼独三]?[子女]|儿子|女儿|[兄弟姐妹哥]{1,2}|全家)"
)
# Whoever builds or renames a house is not built or renamed.
_DOES_IT = re.compile(
    r"(?:委员会|[计市省县区纪国发改建交]委|政府|[局厅署]|"
    r"主教|牧师|神父|修女|长老|传道|校长|院长|先生|女士|老师|教授|博士|主任|总督|知县|司铎)$"
)


_WORK = re.compile("(?:其|多[幅件部])?(?:作品|画作|著作|诗作|创作|小说|论文|专辑)")  # 作品入选…,次年与某人结婚
_LINE = 120  # characters over which the label of a line holds


def _told_of(text: str, sentence: Sentence, mention: Mention, hero: Span | None) -> Span | None:
    if mention.earlier:
        first = mention.earlier[0]
        named = mention.earlier if _TERM_TO.fullmatch(mention.before) else ()
        for first, thing in ((one, _OWN_NAME.search(one.before)) for one in named):
            if thing is None:
                continue
            start = first.at.start - len(first.before) + thing.start()
            return Span(start, start + len(thing[1]))  # 甲主办的“乙”昨日揭幕,展期至…
        outlet = _OUTLET.match(text, first.at.end) is not None
        start = first.at.end + (text[first.at.end : first.at.end + 1] == ",")
        opening = (first.clause.start, first.at.start)
        behind = (start, min(start + 24, mention.at.start))
        for begin, end in (opening, behind):
            name = opening_name(text, begin, end) if end - begin >= 2 and not outlet else None
            if name and (end == first.at.start or text[name.end] not in ",;。"):
                return name
    if (held := _held_then(text, sentence, mention)) is not None:
        return held
    if each := _EACH.match(text, sentence.at.start, mention.clause.start):
        return Span(*each.span(1))
    if (noun_before := _led_to(text, sentence, mention)) is not None:
        return noun_before
    speech = _speech(text, sentence, mention)
    before = [clause for clause in sentence.clauses[speech : speech + 4] if clause.start < mention.clause.start]
    sent = {one.clause for one in mention.earlier if _OUTLET.match(text, one.at.end)}  # 某网成都8月30日电
    before = [clause for clause in before if clause not in sent]
    for clause in reversed(before) if _SPEAKS.match(mention.after) else before:
        close = clause.end + 1 == mention.clause.start and text[clause.end] == ","
        if close and _BOTH.match(mention.before) and (pair := _PAIR.search(clause.of(text)[-40:])):
            return Span(clause.end - len(pair[1]), clause.end)
        thing = _THING.search(clause.of(text)[-40:]) if clause.end + 1 == mention.clause.start else None
        if thing and (is_name(thing[1]) or thing[1].endswith(words("noun"))):
            return Span(clause.end - len(thing[1]), clause.end)
        noun = bearer(clause.of(text)) if clause == sentence.clauses[0] and text[clause.end] == "," else -1
        if noun >= 0 and is_name(_ALL.sub("", name_ := clause.of(text)[noun:])) and not UNFIT.search(name_):
            return Span(clause.start + noun, clause.end)  # 曾三度夺冠的勇士,上季失利,今日…
        guests = _GUESTS.fullmatch(clause.of(text)) if close and clause == sentence.clauses[0] else None
        if guests:
            return Span(clause.start + guests.start(1), clause.end)
        teller = _CONFESSES.fullmatch(clause.of(text)[:20])
        if teller and person_of(teller[1]) == teller[1]:
            return Span(clause.start + teller.start(1), clause.start + teller.end(1))
        whom = _THING.search(clause.of(text)[-40:]) if clause == sentence.clauses[0] else None
        if whom and person_of(whom[1]) == _HONOUR.sub("", whom[1]):
            return Span(clause.end - len(whom[1]), clause.end)
        ill = _ILL.search(clause.of(text)[-_BEARER:])
        end = clause.end - len(ill[0]) if ill else clause.end
        long = end - clause.start > _BEARS
        if long and (office := bearer_of_title(text[max(end - _BEARER, clause.start) : end])) >= 0:
            return Span(max(end - _BEARER, clause.start) + office, end)
        speaks = text[clause.end] == ":" and (
            _QUOTES.search(text, clause.start, clause.end) is not None or not lacks_subject(mention.after[:_DEED])
        )
        if not speaks and (name := opening_name(text, clause.start, clause.end)):
            if text[clause.end] == ":" and name.end == clause.end:
                continue  # 获奖经历:2003年获金奖
            if _SAYS.search(text, clause.start, clause.end) and not person_of(name.of(text)):
                continue  # 警方认为,3日…: who says it is not who does it
            return name
    for clause in before:
        deed = mention.after.lstrip(" ,")[:_DEED]
        if text[clause.end] == "," and (end := who_meanwhile(clause.of(text), deed)):
            return Span(clause.start, clause.start + end)
    if name := _carried(text, sentence, mention, hero):
        return name
    she = hero is not None and _SHE.match(text, mention.at.end) is not None and person_of(hero.of(text)) is not None
    return _nearest(text, hero, mention.at.start) if hero and she else None


# 每一位认证成功的公民,都会获得99个点数,在4月24日至30日可以投票: of all of them
_EACH = re.compile(
    r"(?:每一?[位名个家]|所有|凡是?|任何|全体)[^。;,]{0,60}的([一-鿿]{2,6})(?=,(?:[都均皆也][会将可须]?|将|会|可|就|必须|自动))"
)


def _speech(text: str, sentence: Sentence, mention: Mention) -> int:
    """The number of the clause with which the speech begins that a mention stands in; 0 where it stands in none."""
    opening = text.rfind("“", sentence.at.start, mention.at.start)
    if opening < 0 or text.find("”", opening, mention.at.start) >= 0:
        return 0
    number = bisect_left(sentence.clauses, opening, key=lambda clause: clause.start)
    opened = sentence.clauses[number : number + 1]
    return number if opened and opened[0].start <= opening + 1 else 0


_SAYS = re.compile("(?:认为|显示|怀疑|推测|估计|判断)$")
_SPEAKS = re.compile(r"[, ]?(?:称[:“]|下[诏令]|降旨|上[书疏奏]|奏请|题写|手书)")  # whoever was named last does so
_OUTLET = re.compile(" ?(?:电|讯|消息|报[道导])")  # 东方网7月26日消息
# 甲组的初赛和决赛,都已在5月开打: two in a row, of both of whom it is told.
_BOTH = re.compile(r"[都均皆]")
_PAIR = re.compile(r"(?:^|[的是有])([^的,是有于在将被]{2,10}[和与及、][^的,于在将被]{2,10})$")
_HELD_THEN = re.compile(r"[^,。]{0,40}?(?:举[行办]|召开|登场|揭幕|办理)(?:$|[。;])")


def _clause_before(sentence: Sentence, mention: Mention) -> Span | None:
    """The clause that ends right before that of a date."""
    number = bisect_left(sentence.clauses, mention.clause) - 1
    before = sentence.clauses[number] if number >= 0 else None
    return before if before and before.end + 1 == mention.clause.start else None


def _held_then(text: str, sentence: Sentence, mention: Mention) -> Span | None:
    """宣誓就职暨交接典礼,将在5日于会堂举行: the thing of the clause before, whatever it is made of."""
    before = _clause_before(sentence, mention)
    if before is None or text[before.end] != "," or not _LEAST <= before.end - before.start <= _MOST:
        return None
    return before if before.of(text).endswith(NOUNS) and _HELD_THEN.match(mention.after) else None


_BY_HOSTS = re.compile(
    r"(?:[一两三四每]年一度的)?([^,。;]{4,26}?)由[^。;“《]{2,60}?(?:[主承协合]办|共同举办|联合举办)(?:、[^,。;]{2,24}[主承协合]办){0,3},"
)


def _led_to(text: str, sentence: Sentence, mention: Mention) -> Span | None:
    """首度晋级的女子队,今早将迎战 is told of the 女子队; 某展由甲主办,乙协办,于5日举办 of the show."""
    hosted = _BY_HOSTS.match(text, sentence.at.start, mention.clause.start)
    if hosted and (hosted[1].endswith(NOUNS) or is_name(of_events(hosted[1]))):
        return Span(*hosted.span(1))
    before = _clause_before(sentence, mention)
    if before is None or before == sentence.clauses[0] or text[before.end] != "," or text[before.start] in _NO_NOUN:
        return None
    start = bearer(before.of(text))
    name = text[before.start + start : before.end] if start >= 0 else ""
    return Span(before.start + start, before.end) if _SOMEBODY.search(name) and is_name(name) else None


_NO_NOUN = "对就把将向是为系有属"  # with which a clause begins that is no noun with its attribute
_SOMEBODY = re.compile("(?:[队团员者家星将手社首民宾侨友]|公司|集团|企业|剧组|球会|选手)$")
_LEAST, _MOST = 6, 28  # characters of a thing that is held
# 参加庆贺的各国元首,将于5月19日抵达.
_GUESTS = re.compile(
    r"[-─— ]{0,3}(?:参加|出席|应邀|受邀|获邀|前来|参与)[^,的]{0,16}的"
    r"((?:各国|各地|[一-鿿]{0,4})[^,的]{0,6}[首使民宾侨友员者手家长])"
)
_HONOUR = re.compile("(?<=..)(?:教授|博士|医师|老师|先生|女士|主任|院士|律师)$")
_ALL = re.compile("^各[国地省市县校界位]?")  # 各国元首
_CONFESSES = re.compile("据?(.{2,4}?)(?:交代|交待|供述|供认|自述|回忆)(?:称|说)?")  # of himself
_ILL = re.compile(r"(?:因[^,]{1,6}?|突发[^,]{2,6}?)(?:[医救]治|抢救)?(?:无效|不治)?$")  # 沈从山因病医治无效,于5日逝世
_BEARS, _BEARER = 12, 40  # characters of a clause that is a person with offices
_DEED = 12  # characters of a deed in which its verb stands
_SHORT_DEED = 2  # characters of a deed that needs nobody: 生, 逝世
_FAR = 24  # clauses before a date, behind which a sentence is no longer told of whom the one before it told
_BACK = 24  # sentences without a subject of their own that a name reaches over
_STOPS = re.compile(r"[。;!]")
_DATE = re.compile(
    r" ?(?:其中,|此外,|另外,)?(?:[在于自从至到早]{0,2}"
    r"(?:公元前?|民国元?|[\d〇零一二三四五六七八九十]{1,4}(?:[年月日号]|世纪|年代)|[同次翌当][年月日])"
    r"(?:[\d〇零一二三四五六七八九十年月日号上下初末底旬季()至到\-—~、]|中(?!秀才|举|进士|状元|榜|式)|[春夏秋冬]天?){0,24}(?:(?<=\d)[时点](?:\d{1,2}分?|半|整|许)?)?(?:起|间|期间|后|前|开始)?[,]?)?"
)
_GOES_ON = re.compile(
    r"[他她它](?!们)|其(?!中|他|它)|[在于由从为经](?!理|营|典|济|于)|后来|随后|此后|之后|同时|期间|[东南西北]迁|"
    r"(?:战[前后]|光复|解放[前后]|建[国校]|清末|民初|日[治据])[初中末]?(?:时?期)?,"
)


def _carried(text: str, sentence: Sentence, mention: Mention, hero: Span | None) -> Span | None:
    """Who the last sentence with a subject begins with, where this one begins with the date and goes on with a deed."""
    first, start = sentence.at.start, mention.block.at.start
    number = bisect_left(sentence.clauses, mention.clause)
    if number > _FAR:
        return None
    for clause in sentence.clauses[:number]:
        words_ = text[_behind_date(text, clause.start, clause.end) : clause.end]
        if len(words_) > _SHORT_DEED and not (_GOES_ON.match(words_) or lacks_subject(words_[:12])):
            return None
    life = hero is not None and text.startswith(hero.of(text), start) and person_of(hero.of(text)) is not None
    for _ in range(_BACK):
        if first - 1 <= start or not _STOPS.match(text, first - 1):
            break
        before = max(*(text.rfind(stop, start, first - 1) for stop in "。;!"), start - 1) + 1
        head = _behind_date(text, before, first - 1)
        if hero and text.startswith(hero.of(text), head):
            return Span(head, head + hero.end - hero.start)
        once = _ONCE_DONE.match(text, head, first - 1)
        if once and (name := opening_name(text, once.end(), first - 1)) and name.start == once.end():
            return name  # 1927年协会分裂后,早报成为…: whom the sentence tells of
        name = opening_name(text, head, first - 1)
        if name and _DIVIDED.match(name.of(text)):
            return None
        if name and (name.start == head or text[name.start - 1] == "的" or _NUMBERED.fullmatch(text, head, name.start)):
            return name
        of_life = life and head > before and name is None  # 1992年博士毕业之后留校: whatever it begins with
        if not (
            of_life or _GOES_ON.match(text, head, first - 1) or lacks_subject(text[head : min(first - 1, head + 12)])
        ):
            return None
        first = before
    if hero and first <= start + 2:
        return another_life(text, start, hero) or _nearest(text, hero, mention.at.start)
    return lifetime_at(text, start) or _told_of_above(text, start)


def _behind_date(text: str, start: int, end: int) -> int:
    """Where a sentence goes on behind the date that opens it: 宣统元年十月|析象山、宁海地, 1940年|划归三门县."""
    if then := _THEN.match(text, start, end) or _EPOCH.match(text, start, end):
        return then.end()
    for begin in (start, start + 1):  # 清光绪元年: its dynasty before it
        year = _NUMBERED_YEAR.match(text, begin + 2, end)
        if year and text[begin : begin + 2] in eras().reigns:
            start = year.end()
            break
    opening = _DATE.match(text, start, end)
    return opening.end() if opening else start


# 复分甲县置乙县: what the state did, and nobody who goes on
_DIVIDED = re.compile(r"[复又再仍乃]?[分析割并][一-鿿]{1,12}?[县郡州府部地][一-鿿]{0,6}?[置为]")
_ONCE_DONE = re.compile(r"[^,。;“《(]{3,24}?(?<![皇王太天母前先落])(?:之|以)?后,(?=[^,。;]{4})")
_THEN = re.compile("(?:事后|随后|此后|之后|后来|其后|同时|当时|不久|此时|最终|最后|最初|起初),")
# 建国后历任馆员、副馆长, 抗战爆发后,携家南迁: when it was, and nobody who did it
_EPOCH = re.compile(
    r"(?:建[国政校]|(?:全[国省市县])?解放|光复|(?:抗日|解放)?战争|抗?战(?:争?(?:爆发|胜利|结束))?|改革开放|辛亥革命|[“文化大]{1,4}革命?”?|事变|"
    r"(?:大学|中学|小学|高中|专科|留学|学成|出狱|退伍|复员|转业|毕业|回国|归国|婚|病愈))(?:之|以)?(?:[前后]|初期?|中期?|末期?|期间|时期)(?!勤)(?:,|(?=[一-鿿]{2}))"
)
_NUMBERED_YEAR = re.compile(r"(?:[元一二三四五六七八九十]{1,3}|\d{1,2}|[初末中])年(?:\(\d{3,4}年?\))?")
_QUOTES = re.compile(r"(?:[说称问答道讯电]|表示|指出|写道|回忆|介绍|如下|[为是])$")
_NUMBERED = re.compile(
    r"(?:主讲人?|讲者|讲师|嘉宾|报告人|演讲人|主持人|作者|姓名|人物|得主|艺术家|候选人|导师)(?:简介|介绍)?:|"
    r"[ “]{0,2}(?:\d{1,2}[.、/]|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,2}\))? ?[“]?"
)
_SHE = re.compile(r"[,\0 ]{0,2}[他她](?!们|人|处|国|乡|校)")


def _told_of_above(text: str, start: int) -> Span | None:
    """Whom the paragraph before a paragraph opens with, where it is a person."""
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    person = person_of(text[above : above + 24]) if above < start else None
    return Span(above, above + len(person)) if person else None


_REACH = 4000  # characters over which the name of whom a text is about reaches


def _nearest(text: str, name: Span, before: int) -> Span | None:
    """The last time that a name stands before a position, not too far from it."""
    start = text.rfind(name.of(text), max(before - _REACH, 0), before)
    return Span(start, start + name.end - name.start) if start >= 0 else None
