"""What a pattern of places has matched -> the stretch of it that is a place, or nothing."""

from __future__ import annotations

import re

from timeline.events.language.abroad import abroad, abroad_at, abroad_names
from timeline.events.language.divisions import Path, is_county, is_town, named, opens_as_name, path_of
from timeline.events.language.segment import has_verb, tags
from timeline.events.language.sites import NO_SITE, SITE, SITES, is_site
from timeline.events.language.words import branch, verbs, words
from timeline.events.where.grounds import where_done
from timeline.events.where.placing import NAMED_FOR, Pattern
from timeline.model import Span

# A place goes on to its last site, and no further than where somebody begins to do something: 三清宫|迎驾回基隆.
_ON = re.compile(
    rf"{branch(words('site', 'ends'))}"
    r"(?=[迎送接拜看观进开作做为并后再而回返带与]|夜宿|住宿|驻驾|住驾|安座|参观|参拜|恭迎|举)"
)
_SHORT = (
    "held at",
    "founded at",
    "left from",
    "abroad",
    "climbed",
    "near",
    "handed in at",
    "begun at",
)  # rows whose verb proves the place
_GROUNDS = re.compile(
    r"(?:书馆|术馆|物馆|览馆|化馆|会馆|公园|乐园|广场|商场|剧院|体育场|体育馆|夜市|老街|场馆|游乐场|专用区|[^学]院区|寺|庙|宫|教堂)$"
)
# What 在…举行 has between it that is no place: 在欢呼声中, 在同一时间, 在国庆期间.
_NO_GROUND = re.compile(
    r"(?:[下中上间时后前里内外声际日月年季届名]|框架|主题|形式|方式|背景|基础|同期|过程|阶段|平台|网络|云端|气氛|氛围"
    r"|领导|支持|全国|全球|世界|各地)$"
)
# 于本署培训中心, 落户我县产业园: the name is 培训中心, 产业园.
_OWN_HOUSE = re.compile(r"[本该我](?:[署局馆校院会社司府园省市区县州旗镇乡]|公司|中心)(?=.{2})")
_SCORE = re.compile(
    r"(?<=[^\d一二三四五六七八九十]{2})[\d一二三四五六七八九十]{1,3}(?:比|[:\-])[\d一二三四五六七八九十]"
)  # 在东京|3比0战胜
_PREMISE = re.compile(rf"{SITES}$")
_THAT_LAND = re.compile(r"该[国省州邦](?=[一-鿿]{3})")  # 在该国北方省的海滩搁浅
_TODAY = re.compile(
    r"(?:现[在今时]|今(?=[一-鿿]{2}.*[省市县州区国道府镇乡村])|今[天日]|目前|当[时年])的(?=.{2})"
)  # 迁至现在的牛津道
_BY_WHOM = re.compile(r"(?<=[^,]{2})[被遭](?=.)")  # 于上海被日方逮捕
_CHANGED_IT = re.compile(r"^[^“]{2,}[^除为远明不末终到私公]了(?![凡望])")  # 海边围了块空地, 尤巴城建造了神庙
_HELD_BY = re.compile(r"(?:联合|共同)?(?:主办|承办|协办|合办)的")
_RULED = re.compile(r"(?:占领|统治|殖民|侵占|管治|执政|入侵)[^,。;]{0,4}?(?:期间|时期|年代|时代|[下时后前])")
_GROUND = 4  # characters of 主场馆
_LONG = 16  # characters of a place that is told with whose it is
_NAMED_ALONE = ("happened at", "opens with", "done to it")
_STRUCK = re.compile("轰炸|炮击|空袭|袭击|攻打|进犯|占领|洗劫|围攻")
_LOCAL = re.compile(r"地(?![下铁区面坛安中形质])")  # 在地宫庙 are those of the place itself
_A_DAY = re.compile(r"\d{1,4}[年月日]")  # 原定于4月中旬举办的: a day that is no more
_NEW = re.compile(
    r"新(?:[建修盖]|(?:校区|校舍|馆|址|大?楼|园区|院区|厂房?|总部|基地|会址|门店)$)"
)  # 新建综合楼落成: the house itself is what is told of
_FOUNDED = re.compile(r"(?:增设|设[置立]?|改[设属为]|[隶划归]属?|成立|[赴留][日美英法德俄韩])(?=.{2})")  # 设置彰化县
_NO_NAME = re.compile(
    r"[《》〈〉]|^走访|[更改]名|改[称制为]|升格|[报版]副$|期间|[时才]$|^(?:马|道|公|铁|小|大)[路街]$|时(?=[更改迁建设])|"
    r"(?<!毕)节(?:日|期间)?$|(?:刚刚?|正在?|的|之际|前夕|时期|[^法渔电联]网)$|^[哪那这何](?:里|儿|处|边)|整[个座]|[影歌文政体乐]坛$|(?:直播间|抖音|微信群|视频号|微博|腾讯会议|脸书|推特|院线|博客|推文|帖文)|^[^“]*”|“[^”]*$|^[^‘]*’|‘[^’]*$"
    r"|^或|^(?:下列|以下|上述)|^(?:某(?:海域|地|处|部|单位|营区|空域)|不同|各个|多个|若干|指定|相关|有关)"
    r"|[多数几][家所个处地]|一[家所名]|^日(?!本|照|月|喀|土)|^的|^[现原旧新]址$|最[后初早大小]|唯一的?|首个|第[一二三四五六七八九十]个|^[属隶]于?(?!.[山城])|直[属隶]"
    r"|^(?:[两三四多各几数]地|国[内外]|海外|[境省市县岛]内|[境省市]外|[当本外异]地|内地|各国|云端|室[内外]|户外|.*(?:大陆|国际|国内|海外|内地|全球|欧美|资本|股票|证券|期货|以[东西南北])市场)$|^\d{1,3}[栋幢座]楼?$|频道|——|^.内$|^同[年月日期]$|^[^,]{0,4}受(?=[^,]{2})|^[\d几数百千万多余]+[人名位户]|[一-鿿]以(?![色东西南北内外下上])"
    r"|^(?:终点|起点|全长|途经)|^(?:公交|巴士|专线)?\d{1,3}路|^(?:同一|当地|校园内?$|学校$|[大中小]学$|高中$|学院$|(?:[爱红革][一-鿿]{1,3})?教育基地$|工厂$|农村$|酒店$|家[中里]?$|医院$|病房$|会场$|市内$)"
)
# 艺术学校舞台发生火灾: a place by what it is, as no man and no car is.
_AT_HOME = re.compile(
    r"[^一两三几该\d][^,一两\d]{1,9}?(?:[路街巷村镇厂楼矿桥港]|学校|[小中大]学|大厦|医院|市场|商场|小区|社区|广场|公园|酒店|餐厅"
    r"|工地|仓库|隧道|公路|高速|码头|机场|[车]站|食堂|宿舍|车间|幼儿园|[敬养]老院|实验室|超市|大厦|[图体博美展]..?馆|教堂|[寺庙宫]|加油站|养[殖鸡猪]场|作坊|商店|餐馆)[^,。的]{0,4}$"
)
_SCHOOL = re.compile(r"[国初高一二三四五六七八九十附女实\d]中$")
# 挂靠在江岸大学, 转会到河西队: whose a body is and whom one plays for, and not where anything is done.
_OF_ANOTHER = re.compile(r"(?:挂靠|隶属|附属|归属|转会|租借|加盟|刊登|刊载|登载|发表|连载|收录|报道)[在于到至]?$")
_ASKED = re.compile(r"[应须需请可得]|截止|报名|收件|受理")
_FIRM = re.compile(
    r"[^某各家该本]{3}(?:公司|集团|厂|研究[所院])$"
)  # 莅临江岸传媒公司: whom one visits, one visits at home
_OFFICE = re.compile(r"(?:残联|联合会|局|厅|委|政府|部门|公司|办公室|通知|电话)$")


_RIDES = re.compile("(?<=..)(?:往返)?的?(?:航班|班机|客机|航线|班次|列车|船班)$")  # 飞抵桃园机场|航班


def settled(row: Pattern, text: str, match: re.Match[str], within: Path) -> Span | None:
    """The stretch of a match that is a place, or nothing."""
    if row.name == "at" and match.start() > 3:
        return None
    if row.name == "handed in at" and not _ASKED.search(text):
        return None
    start, end = match.span(match.lastindex or 1)
    if _OF_ANOTHER.search(text, max(match.start() - 4, 0), start):
        return None
    if row.name == "done at":
        end = start + where_done(text[start:end])
        if end == start:
            return None
    start, end = _trimmed(row, text, Span(start, end), within)
    if _IN_LATIN.fullmatch(text, start, end):
        return Span(start, end)
    if row.name == "held at" and _UNDER.match(text, end):
        return None
    if row.name in ("befallen", "one of it") and not _can_be_struck(row, text, Span(start, end)):
        return None
    if _is_known(row, text, Span(start, end)):
        return _as_known(row, text, Span(start, end), match, within)
    if row.name == "in its city" and (_PREMISE.search(text, start, end) or tags(text[start:end])[0][1][:1] in "adv"):
        return None  # 在首都机场举行, 在首都隆重举行
    if row.name == "befallen" and text[end - 1] in "民人员者":
        return None  # 县政府与通儒村村民发生矛盾: who
    if row.name in ("held at", "at a site") and (inner := _INNER.match(text, start, end)):
        start = inner.end()
    if text[start] in "假唯惟" and opens_as_name(text[start + 1 : end]):
        start += 1
    if row.name in ("held at", "held in"):
        start, end = _without_ways(text, Span(start, end))
    if row.name == "held at" and _NOT_YET.match(text, match.end()) and not SITE.search(text, start, end):
        return None  # 光棍节影片上映前
    place = text[start:end]
    if place.endswith("们"):
        return None  # 王於昌|和战友们: people
    if not place or place in words("done") or NO_SITE.match(place) or (row.name != "happened at" and _acts(place)):
        return None
    if row.name == "happened at" and _STRUCK.search(place):
        return None  # 飞机轰炸平安镇: the town is
    if row.name == "happened at" and (whose := place.find("的")) > 0 and len(place) > _LONG:
        end = start + whose  # 新市镇的|龙山集团一生产磷肥的车间
    at = Span(start, end)
    if _is_no_place(row, text, at, match):
        return None
    if row.sure or row.name in ("befallen", "one of it", "done at"):
        return at
    return _up_to_its_end(row, text, at, match, within)


def _trimmed(row: Pattern, text: str, at: Span, within: Path) -> Span:
    """What was matched without what leads to the place: whose it is, which day, by whom."""
    start, end = at
    if own := _OWN_HOUSE.match(text, start, end):
        start = own.end()
    if end - start > 3 and text[start] in "在于":
        start += 1
    if text.startswith("中国", start) and any(at.start == 0 for at, _ in named(text[start + 2 : end], within)):
        start += 2
    if row.name in ("held at", "at a site") and text.startswith(("主场", "客场"), start) and end - start > _GROUND:
        start += 2  # 在主场丰田中心迎战
    if far := _THAT_LAND.match(text, start, end):
        start = far.end()
    if text[start] in "了过":
        start += 1  # 来到|了印度
    if hall := _IN_LATIN.match(text, start, end):
        end = hall.end()
    if score := _SCORE.search(text, start, end):
        end = score.start()
    if today := _TODAY.match(text, start, end):
        start = today.end()
    if text.startswith("地点", start) and end - start > 3:
        start += 2
    if rides := _RIDES.search(text, start, end):
        end = rides.start()
    if agent := _BY_WHOM.search(text, start, end):
        end = agent.start()
    return Span(start, end)


# 在Horne Hall 重新开放教堂: the name of a house in Latin script ends with its noun.
_IN_LATIN = re.compile(
    r"(?:[A-Z][A-Za-z.'’&-]* ){1,5}(?:Hall|Cent(?:re|er)|Park|School|Church|Library|Theat(?:re|er)|Museum"
    r"|Hotel|Building|Room|Stadium|University|College)"
)


def _can_be_struck(row: Pattern, text: str, at: Span) -> bool:
    """Whether a stretch without any preposition is a region: of whatever else something may befall nobody asks."""
    start, end = at
    return bool(
        abroad_at(text, start) > start
        or _AT_HOME.search(text, start, end)
        or _in_a_county(text[start:end])
        or (row.name == "one of it" and text[end - 1] in "镇乡村县市区")
        or (_REGION.search(text, start, end) and _stands_alone(text[start:end]))
    )


def _is_known(row: Pattern, text: str, at: Span) -> bool:
    """Whether a row takes its match only as the name of a country, a town or a division that is known."""
    if row.name == "in office":
        return abroad_at(text, at.start) != at.end and not _FAR.fullmatch(text, *at)
    return row.name in ("to a country", "in its name", "abroad", "its town's feast", "named for its ground")


def _as_known(row: Pattern, text: str, at: Span, match: re.Match[str], within: Path) -> Span | None:
    """The match of such a row, where it is one of these."""
    words_ = at.of(text)
    if row.name == "in its name":
        return at if path_of(words_, within) is not None or abroad_at(text, at.start) == at.end else None
    if row.name in ("its town's feast", "named for its ground"):
        known = path_of(words_, within) is not None or is_town(words_)
        ground = row.name == "named for its ground" and words_[-1] in "关桥庄镇村城" and not words_.startswith("解放")
        return at if (known and words_ not in words("ordinary")) or ground else None
    if row.name == "in office":
        return at if next(abroad_names(words_), None) == Span(0, len(words_)) else None
    return _abroad(text, at, ends=match.lastindex == 2) if row.name == "abroad" else at


def _is_no_place(row: Pattern, text: str, at: Span, match: re.Match[str]) -> bool:
    """Whether a stretch is a day, a deed, somebody's or what the row is not asked for."""
    start, end = at
    place = at.of(text)
    if _A_DAY.match(place) or _CHANGED_IT.search(place):
        return True
    if row.name in ("held at", "held in") and (_HELD_BY.match(text, end) or _RULED.match(text, end)):
        return True  # 在住宅局主办的房展会上: whose fair it is; 在日本占领期间
    alone = row.name in _NAMED_ALONE and (row.name != "happened at" or text[end : end + 1] == ",")
    if alone and not _stands_alone(place):
        return True  # 又越过杨树浦港,向东修路; 政府再批出青年村附近的土地
    if row.name == "taken by" and place in words("premises"):
        return True  # 市场被外资占领
    if row.name == "moved to" and place.endswith(words("noun")):
        return True  # 重返石器时代主题讲座
    if row.name == "happened at" and (_INNER.match(place, 1) or (text[end : end + 1] == "," and has_verb(place))):
        return True  # 两名驴友在大青山迷路; 组织校友参观新校区,
    if _FOUNDED.match(place) or _NO_NAME.search(place) or (row.name == "held at" and place.endswith(_JOINED)):
        return True
    if text[start - 1 : start] == "在" and _LOCAL.match(place):
        return True
    only_deed = [tag for _, tag in tags(place)] in (["vn"], ["v"]) and not opens_as_name(place)
    if only_deed and path_of(place) is None and not abroad_at(place, 0):
        return True  # 定于考试结束后召开, 在接到判决书后: what is done, and not where
    if row.name in _ITSELF and _NEW.match(place):
        return True
    if row.name in _ITSELF and tags(place)[0][1] in ("v", "vi", "vd") and len(tags(place)[0][0]) > 1:
        return True  # 完工江岸公园
    # 前往欣赏, 赴台探亲; 推出展览,及资助青年赴内地参观
    return row.name in _GONE and (_only_deed(place) or _ANOTHER.search(text, 0, match.start()) is not None)


def _up_to_its_end(row: Pattern, text: str, at: Span, match: re.Match[str], within: Path) -> Span | None:
    """A stretch of which the row proves nothing, as far as it is a place by how it ends or by the name in it."""
    start, end = at
    place = at.of(text)
    if row.name in _BESIDE and (has_verb(place) or any(tag == "t" for _, tag in tags(place))):
        return None  # 九二一地震,会员募款,次年送抵灾区: what came of it
    if row.name in _GONE and 2 <= (act := _first_deed(place)) < len(place):
        end, place = start + act, place[:act]
        if _NO_NAME.search(place):
            return None  # 到医院治疗
    if row.name == "dated at" and path_of(place) is None and not _GROUNDS.search(place):
        return None
    if row.name == "gone to" and _OFFICE.search(place):
        return None
    if row.name == "held in":
        return None if _NO_GROUND.search(place) and not _SCHOOL.search(place) else Span(start, end)
    if row.name in _SAID_OF_THINGS and place.endswith(words("noun")) and not SITE.search(place):
        return None
    motion = text[match.start() : start]
    short = (
        (row.name in _SHORT or motion.startswith(_THERE) or _SCHOOL.search(place) is not None)
        and len(place) <= 5
        and (_SCHOOL.search(place) is not None or not place.endswith(("上", "中", "下", "里", "时", "后", "前")))
    )
    if further := _ON.search(place):
        end = start + further.end()
    elif not (
        SITE.search(place)
        or short
        or (row.name == "born" and _FIRM.search(place))
        or row.name in ("abroad", "near", "handed in at")
    ):
        end = _last_name(place, within, start)
    return Span(start, end) if end - start >= 2 else None


_REGION = re.compile(r"[^这该当各一些本等]{2}(?:地区|山区|[省邦郡州岛市县镇乡村]|海域|半岛)$")


def _stands_alone(place: str) -> bool:
    """Whether a stretch at the head of a clause is but a name: 京沪高速公路沧州服务区附近, and not 又越过清水港."""
    found = tags(place)
    return not any(
        (tag in ("v", "vd", "vi", "d", "r", "c") and len(word) > 1 and word not in _IN_NAMES)
        or word in _LEADS
        or (word in _SMALL and (number == 0 or tag == "d"))
        for number, (word, tag) in enumerate(found)
    )


_IN_NAMES = ("高速", "经开", "会同")
_LEADS, _SMALL = frozenset((*"自对向把被于", "自从", "随着", "由于", "关于")), frozenset("又再也都已还就才将由属隶经从")


def _in_a_county(place: str) -> bool:
    """Whether a stretch ends with the short name of a county, and of nothing larger: 川西汶川."""
    return any(
        is_county(short) and path_of(short) is None and short not in words("ordinary")
        for short in (place[-2:], place[-3:])
    )


_JOINED = ("因", "遭", "被", "与", "及", "并", "而", "就", "才")  # 在赛事中因|发生: no name ends so before a deed
_SAID_OF_THINGS = ("behind its date", "held at")
_ITSELF = ("done to it", "its own garden", "opens with", "open and shut")
_ANOTHER = re.compile(
    r"[^\0,]{2},(?:以及|及(?!时)|并且?(?![在于])|同时|同日|还|又|随后|此外|另)[^,]{0,16}$|[趁待](?!遇)[^,]{0,12}$"
)
_INNER = re.compile(r".*(?:在|于|位于|假)(?=.{2})")
_DONE = branch((*words("act", "verbs"), *words("hold", "verbs"), *words("done")))
_NOT_YET = re.compile(rf"{_DONE}{{1,2}}(?:之?[前后]|以[前后]|时|的(?:尾声|过程|时候))")
_CAUSE = re.compile(
    r"(?<=[^,]{2})(?:股[票份]|主板|创业板)$|(?<=[^,]{2})因(?:公|故|[^,]{0,6}(?:病|[症癌疾伤]|衰竭|感染|事故|爆炸))$"
)
_WAYS = ("不幸", "安详", "平静", "突然", "同步", "同时", "接力", "轮流", "联合", "首次", "陆续", "分别", "义务", "免费")
_MADE = re.compile(r"[^的]{2,8}的(?=[^的]{3,}$)")


def _without_ways(text: str, at: Span) -> Span:
    """A place without how it is done there (汉直接) and how the house came to be (新建成的球场).

    >>> text = "新建成的南湖球场直接"
    >>> _without_ways(text, Span(0, len(text))).of(text)
    '南湖球场'
    """
    start, end = at
    if ill := _CAUSE.search(text, start, end):
        end = ill.start()  # 在美国|因病去世
    found = tags(text[start:end])
    while len(found) > 1 and (found[-1][1] in ("d", "ad") or found[-1][0] in _WAYS):
        end -= len(found[-1][0])
        found = found[:-1]
    if len(found) > 1 and found[-1][1] == "v" and len(found[-1][0]) == 1 and SITE.search(text, start, end - 1):
        end -= 1  # 在大球场踢|表演赛
    made = _MADE.match(text, start, end)
    if made and _acts(made[0]) and is_site(text[made.end() : end]):
        start = made.end()
    return Span(start, end)


_GOING_TO_DO = ("参观", "游览", "体验", "选购", "捧场", "助阵")


def _only_deed(place: str) -> bool:
    """Whether somebody only goes to do it, or to a city of one sign: 前往欣赏, 赴台探亲.

    >>> _only_deed("欣赏"), _only_deed("台探亲"), _only_deed("保定"), _only_deed("系办")
    (True, True, False, False)
    """
    if opens_as_name(place):
        return False
    if place in _GOING_TO_DO:
        return True
    found = tags(place)
    return (place[0] in "台港澳京沪" and not is_site(place)) or (len(found) == 1 and found[0][1] in ("v", "vi", "vn"))


_THERE = ("赴", "前往", "攻陷", "飞抵", "抵达", "飞返")  # a verb that has but a place behind it
_BESIDE = ("behind its name", "behind its date")
_GONE = ("gone to", "born", "abroad", "at a site")


def _first_deed(place: str) -> int:
    """Where what is done at a place begins: 深圳|拜访两家客户, 河西卫星发射中心.

    >>> _first_deed("深圳拜访两家客户"), _first_deed("河西卫星发射中心"), _first_deed("省里参赛")
    (2, 8, 2)
    """
    position = 0
    for word, tag in tags(place):
        deed = len(word) > 1 and (tag in ("v", "vi", "vd") or word in _AT_A_CONTEST)
        named = _NAMED_FOR.match(place, position + len(word)) or (word not in _FINDS and is_site(place))
        if deed and position >= _NAME and not named:
            return position
        position += len(word)
    return position


_NAME = 2  # characters of the shortest name of a place
_FINDS = ("发现", "发掘", "出土", "找到", "遇见", "结识")  # 城北发现古寺大殿: no house is called after it
_AT_A_CONTEST = (
    "参赛",
    "参会",
    "参展",
    "就医",
    "就学",
    "求学",
    "打工",
    "经商",
    "旅游",
    "度假",
    "出差",
    "演出",
    "检查",
    "督查",
    "督导",
)
_UNDER = re.compile(r"(?:等[^,。]{0,8})?的?[\u4e00-\u9fff]{2,4}下(?![午周月个一])")  # 在市长主持下启用
_NAMED_FOR = re.compile(NAMED_FOR)


def _acts(place: str) -> bool:
    """Whether a stretch tells a deed, and not only the name of a house for it: 发射中心."""
    return any(_NAMED_FOR.match(place, span.end) is None for span, _ in verbs(place))


def _abroad(text: str, at: Span, *, ends: bool) -> Span | None:
    """The country or city that opens a stretch; where it ends a line, with what little follows it."""
    end = abroad_at(text, at.start)
    if end == at.start or _OF_THERE.match(text, end) or _WHILE.match(text, end):
        return None
    if ends and at.end - end <= 4:
        return at
    house = _HOUSE_THERE.match(text, end, at.end)
    return Span(at.start, house.end() if house and not verbs(house[0]) else end)


# 在静冈|佐野美术馆: the house of the city, and not only the city.
_HOUSE_THERE = re.compile(rf"[^,。;:、“”()\0的在于与和及]{{1,10}}?{SITES}(?![一-鿿]{{0,3}}[队员长人])")


_FAR = re.compile(r"[一-鿿]{2,5}[省州邦]")  # 安大略省: a state of another country, or a province
_WHILE = re.compile(
    r"[^,。;]{2,24}?(?:之际|之前|之后|以来|以后|前夕)(?:,|$)"
    r"|[^,。;]{0,4}(?:占领|统治|殖民|侵占|管治|执政|入侵)[^,。;]{0,4}?(?:期间|时期|年代|时代|[下时后前])"
)  # 在美国采取行动之际: when, and not where
_OF_THERE = re.compile(
    r"[一-鿿]{2,8}?(?:[办建创]立?|[开创]设|[创开]办|制造|生产)的(?=[^,。;]{2})"
)  # 就读于英国教会办的女校


def _last_name(place: str, within: Path, start: int) -> int:
    """Where the divisions or countries that open a stretch of other words end."""
    end = 0
    for span in (*(span for span, _ in named(place, within)), *abroad(place)):
        if span.start <= end or place[end : span.start].endswith(("省", "市", "的", "州", "国")):
            end = max(end, span.end)
    rest = place[end:]
    return start + (len(place) if end and len(rest) <= 6 and rest[:1] not in _WITH and not verbs(rest) else end)


_WITH = ("的", "与", "同", "跟", "和", "及")
