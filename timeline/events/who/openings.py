"""A stretch of a clause -> the name that it opens with, of whom or what it tells: 市图书馆 of 市图书馆新馆将开放."""

from __future__ import annotations

import re

from timeline.events.language.persons import person_of, spoken_of
from timeline.events.language.phrases import comes_again
from timeline.events.language.segment import HOW, NO_WHO, first_act, has_verb, is_name, is_word, tags
from timeline.events.language.words import branch, verbs, words
from timeline.events.who.lives import is_attribute
from timeline.model import Span

_NAME_END = re.compile(
    r"(?:曾经?|将|已经?|都|也|均|(?<![原起成病内外])因病?|正式|(?<=[一-鿿]{2})(?:成功(?!大学|[镇村路])|顺利|圆满|隆重|如期|迅速|及时|连夜|火速)|创校|建校|设校|立校|建厂|迄今|至今|此前|随后|后来|终于?|首次|再次|分别|同时|现|拟|来自|耗[时资]|斥资|历时|占地|"
    r"[一二三四五六七八九十\d]{1,3}岁|(?:总?投|斥|出|融|募|筹|集)资(?=[约近超逾达共]{0,2}[\d一二三四五六七八九十百千两]+)|由(?!于)|近(?=[一两几半数\d十年期日来])|本名|原名|又名|别名|艺名|笔名|被|把|对(?!话)|回(?![族民教收顾])|就(?![业读学任地近职医])|以(?!色列|及)|(?<![成作认因])为|向|从(?!军)|在(?!线|校|职)|(?<![位由属对关至等])于(?!田|都)|自(?!由|治|贡)|(?<=[一-鿿]{2})[上本]赛?季|随(?=[一-鿿]{2,8}[脱迁赴到来返撤])|到|至(?!尊)|抵(?=[华台港澳京沪津穗渝达])|[是即])"
)
_OPENING = re.compile(
    r"[ △▲◆◇●○■□★☆►▶※•]{0,2}(?:"
    r"(?:\d{1,2}(?:[.、](?!\d)|/(?=[一-鿿]))|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,2}\)) ?|"
    r"[【〔][^】〕]{1,20}[】〕] ?|(?:[一两三四每]年一度|备受(?:瞩目|期待|关注)|万众瞩目|期待已久)的|"
    r"(?:创[建办立]|成立|始建|兴建|组建|诞生|坐落)[于在][^,。;“《的]{2,14}的(?=[^,。;的]{4})|"
    r"我的?(?=(?:曾?[祖外]?(?:爷爷|奶奶|外公|外婆|姥姥|姥爷|[祖父母]父|[祖父母]母|[父母]亲|爸爸|妈妈)|父母|[大二三小]?(?:哥|姐|弟|妹|舅|姑|姨|叔|伯)|丈夫|妻子|儿子|女儿))|"
    r"(?:主讲人?|讲者|讲师|嘉宾|报告人|演讲人|主持人|作者|姓名|人物|得主|艺术家|候选人|导师)(?:简介|介绍)?:|"
    r"此前|其中|同时|近日|日前|另外|此外|据了解|据悉|最近|后来|"
    r"随后|起初|最初|反观|至于|原(?:[定订本]|计划))?"
)
_MEANWHILE = re.compile(
    r"之后|之前|以来|以后|以前|后(?=[须应将再才又即就])|(?:后|前|时|期间|之际|过程中|情况下|的话|当中)$"
)
_NO_NAME = re.compile(
    r"[(（]|民国|公元|[清日荷]治|日[据殖]|明郑|战[前后]|[东南西北]迁|(?:[上下本这]个?(?:周|星期|月|[赛球雪]?季|学期|学年|回合|轮)|[今明昨后前][天日晚]|[今明去前后]年)|"
    r"[ “]*(?:[在于自从由为以据因当随经按根凭将被对向把与和及并还也但而则又再致使令让请此其这那他她它我你您受](?!告人)|"
    r"原[定订计本]|中(?:秀才|举|进士|状元|榜)|"
    r"大家|笔者|本文|同时|有|"
    r"第[一二三四五六七八九十]是|[一二三四五六七八九十]是|如果|若|目前|最|不|没)|[^一-鿿A-Za-z《“ ]|"
    r"第[一二三四五六七八九十\d]{1,3}(?:阶段|期|步|批|轮)"
)
_CLAUSE = 120  # characters of a clause in which a word of time is looked for
_OFFICE = re.compile(r"[一-鿿]{2}(?:[一-鿿]{2})?(?:[处局所站段队署科]|中心|公司|办公室)")  # 养护工程处: no deed, a name
_ROUTE = re.compile("[至到](?=[一-鿿]{2,8}(?:车|线|段|班|航|路|铁))")
_FIGURE = re.compile(r"\d{1,4}(?![\d年月日号/.-])")
TERM = r"(?:[展会赛档工花租任聘假汛学]|报名|公示|有效|投票|征集|募集|认购|试用)期(?:间|限)?"  # 展期至5月5日
_MARK = re.compile(r"[“(,:\d](?<!第\d)")
UNFIT = re.compile(
    r"[。;:\d]$|\d[年月日]|[的了着过]$|[省市县区州镇乡]人$|(?:时间|日期|地点|方式|原因?|早期|晚期|初期|后期|时期|期间|年代)$|"
    r"[局台会社网部站处署]消息$|"  # 气象台消息: who says it, and not whom it is told of
    r"(?:[产股债版]|所有|经营|使用|管理)权$|(?:差距|比分)$|[分设共占][一二两三四五六七八九十\d]|"  # what nobody is
    r"^(?:历史|简介|概况|沿革|背景|缘起|由来|发展)$|"
    r"[一-鿿] [一-鿿]|^记者$|(?<![皇王太天母])后$|"
    r"^[初原曾旧又本别]名|^[返回归赴抵离][国乡家台港沪京]$|"
    rf"^{TERM}$|^全[台国省市县港澳球岛校]$|"
    r"(?:致辞|致词|讲话|发言|受访|介绍|说明|解释|回应|采访)[时中]$"
)
_FOUNDED = re.compile("(?:中华人民共和国|新中国|共和国|民国|中华民国)(?:成立|建立|诞生)")  # 后,1961年落成客运站


def opening_name(text: str, start: int, end: int) -> Span | None:
    """Who or what opens a clause: its words up to the first verb, preposition or mark; nothing where that is no name.

    >>> words_ = "第三十八届庙会以“迎春”为主题"
    >>> opening_name(words_, 0, len(words_)).of(words_)
    '第三十八届庙会'
    """
    start = lead.end() if (lead := _OPENING.match(text, start, end)) else start
    party = _PARTY.match(text, start, end)
    if (thing := _NOUN_ALONE.match(text, start, end)) and is_name(thing[1]) and not _says(thing[0]):
        return Span(*thing.span(1))
    if party and (person := person_of(text[party.end() : min(party.end() + 8, end)])):
        return Span(start, party.end() + len(person))
    if called := _called(text, start, end):
        return called
    if behind := spoken_of(text[start:end]):
        start += behind
    start += text.startswith("“", start, end) and "”" not in text[start:end]
    words = text[start : min(end, start + 24)]
    if NO_WHO.match(text, start) or _FOUNDED.match(text, start):
        return None  # 任甲校副校长: a deed
    if _MEANWHILE.search(text, start, end if end - start <= _CLAUSE else start + _CLAUSE):
        return None
    if quoted := _QUOTED_HEAD.match(words):
        words = "X" * quoted.end() + words[quoted.end() :]  # whatever is said inside a name
    if (person := person_of(words)) and not UNFIT.search(person):
        return Span(start, start + len(person))
    stops = [span.start for span, _ in verbs(words)[:1]] + [m.start() for m in _NAME_END.finditer(words) if m.start()][
        :1
    ]
    stops += [match.start() for match in (_MARK.search(words),) if match and match.start()]
    whole = _before_its_verb(words, min(stops)) if stops else words
    stop = first_act(whole)
    region = whole[:stop]  # 江岸市动物|防疫保护处
    while office := _OFFICE.match(whole, stop):
        stop = office.end() + first_act(whole[office.end() :])
    if quoted and words[stop : len(whole)] in NOUNS:
        stop = len(whole)  # “甲”大型实景|演出
    if _FIGURE.match(words, stop):
        return None  # 某村台18线: the name goes on
    if stop < len(whole) and words[stop + 2 :].startswith(NOUNS):
        return None  # 社会实践活动报名: no deed of society
    name = words[:stop].strip(" ")
    if _ROUTE.match(words, stop) and tags(name)[-1:] and tags(name)[-1][1] == "ns":
        return None  # 上海至南京夜快车
    left = start + len(words[:stop]) - len(words[:stop].lstrip(" "))
    if len(alone := tags(name)) == 1 and alone[0][1] == "vn":
        return None  # 分析2000年的资料: a deed
    if not 2 <= len(name) <= 16 or name in HOW or _NO_NAME.match(name) or UNFIT.search(name):
        return None
    if (
        not (is_name(name) or is_name(of_events(name)) or _is_office(name, region) or (quoted and name.endswith(NOUNS)))
        or is_attribute(name)
        or _AFTER_THAT.search(name)
    ):
        return None
    return Span(left, left + len(name))


def _called(text: str, start: int, end: int) -> Span | None:
    """Somebody by craft and name or by a nickname, a ship, a line with its number: 青年歌手林小雨, 小袁, 地铁3号线."""
    if (titled := _TITLED.match(text, start, end)) and (person := person_of(text[titled.end() : titled.end() + 8])):
        return Span(start, titled.end() + len(person))
    near = _NICKNAME.match(text, start, end)
    if (
        near
        and text[near.end() : near.end() + 1] != "的"
        and not is_word(near[0])
        and comes_again(text, Span(*near.span()))
    ):
        return Span(*near.span())
    craft = next((match for shape in _CRAFTS if (match := shape.match(text, start, end))), None)
    return Span(*craft.span()) if craft else None


def _is_office(name: str, region: str) -> bool:
    """Whether a name is that of an office, whatever deeds it is for: 江岸市动物防疫保护处."""
    return 2 <= len(region) < len(name) and is_name(region) and name.endswith(("处", "局", "所", "署", "中心"))


def _before_its_verb(words_: str, stop: int) -> str:
    """The words up to a stop: 外婆 of 外婆生于1931年, where 于 is the end of a verb."""
    last = tags(words_[: stop + 1])[-1][0] if words_.startswith("于", stop) else ""
    if last in ("处于", "局于") and stop == len(words_) - 1:
        last = ""  # 环境保护处于5月3日: the office, and the preposition of a date
    return words_[: stop + 1 - len(last)] if len(last) > 1 else words_[:stop]


def of_events(name: str) -> str:
    """江岸世博会 as 江岸世仪式: whether the rest of it is a name, whatever the dictionary says of its end."""
    noun = next((noun for noun in NOUNS if name.endswith(noun) and len(name) >= len(noun) + 2), "")
    return f"{name[: -len(noun)]}仪式" if noun else _FESTIVE.sub("仪式", name)


def _says(words_: str) -> bool:
    return bool(verbs(words_) or has_verb(words_))


# 某人的父母的合葬墓,在城北: a noun with its attributes
_NOUN_ALONE = re.compile(r"[^,。;:“”在由]{2,48}的([^,。;的了是在]{2,8})(?=,[在位由])")
_FESTIVE = re.compile(r"(?<=..)(?:[博览展晚年盛峰集庙灯酒园]会|[展赛节])$")
NOUNS = tuple(words("noun"))
_QUOTED_HEAD = re.compile(r"(?:“[^“”]{1,14}”|《[^《》]{1,14}》)(?=[^,。;:的、等为和与]{2})")
_CRAFT = re.compile(
    r"[^月年\d,“(]{2,6}?[一二三四五六七八九十]{1,3}号(?=[与和同将于在从自已发成升首顺再返入抵着])"
)  # 长征五号
# 英轮“新宁号”由沪抵港, 客轮“江安”
_SHIP = re.compile(
    r"[一-鿿]{0,6}(?:“[^“”]{1,8}(?:号|轮|舰|丸)”|[轮舰船艇机]“[^“”]{1,8}”号?)(?=[一-鿿\d])(?![的等及与和、])"
)
# 地铁3号线: no number parts it
_NUMBERED = re.compile(r"[一-鿿]{2,8}?(?<![第在于至到])\d{1,3}号(?:线|机组?|炉)(?![的等及与和、])")
# 青年歌手林小雨, 知名作家沈从山; 小袁, where the text says it again
_TITLED = re.compile(
    r"(?:著名|知名|青年|资深|当红|退休|老)?[一-鿿]{0,4}(?:公使|大使|领事|歌手|演员|导演|教练|运动员|记者|编剧|诗人|医生|律师|工程师|企业家|[作画书歌作舞音艺收科学教][一-鿿]?家)(?=[一-鿿]{2})"
)
_NICKNAME = re.compile(rf"[小老阿]{branch(words('surname'))}(?=[一-鿿])")
_WORK_NAMED = re.compile(
    r"(?:影片|电影|电视剧|纪录片|动画片|[长中短]篇小说|小说|专辑|单曲|歌曲|话剧|舞剧|歌剧|京剧|节目|杂志|专著|图书|新书)《[^《》]{1,20}》(?=[一-鿿])(?![的等和与、])"
)
_CRAFTS = (_WORK_NAMED, _CRAFT, _SHIP, _NUMBERED)
_AFTER_THAT = re.compile(
    r".{2}(?:之|以)?[后时](?=[随赴回返从与和到入因被由为在经任出东西南北]).{2}"
)  # 革命后随友人东渡
_PARTY = re.compile("(?:原审|第[一二三])?(?:被告|原告|上诉|被上诉|申请|被申请|被害|受害|犯罪嫌疑)人? ?")  # of a case
