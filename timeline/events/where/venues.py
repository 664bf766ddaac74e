"""An event whose words name no place -> that of its document, as far as that holds for it.

A notice has one venue, a page tells of one house or one town. What is done on the net, all over a country or elsewhere
is done at none of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline.events.drafts import Draft, raw_words
from timeline.events.language.abroad import abroad
from timeline.events.language.divisions import Path, short_names
from timeline.events.structure.keys import key_class, key_of_line
from timeline.events.structure.topics import topic
from timeline.events.where.countries import home_city
from timeline.events.where.home import is_life, is_local, is_of_a_city, name_of, says_nothing, sight_of, signed_at
from timeline.events.where.places import masked
from timeline.events.where.territories import first_division
from timeline.events.who.hosts import headed_by
from timeline.model import Category, Document, Script, Span, When
from timeline.text.folding import fold


class Venue(NamedTuple):
    """Where a document's events take place by its own word."""

    whole: str = ""  # the one 地点 of the document
    last: str = ""  # the last place that a structure gave: that of a programme
    before: str = ""  # that of the event told before, for what is part of it
    block: int = -1  # the paragraph that names it
    held: tuple[When, ...] = ()  # the days on which something is held there


def venue_of(document: Document, drafts: Sequence[Draft]) -> Venue:
    """Where the document says that all of it takes place: the one 地点 that it gives."""
    values = {
        raw_words(document, [Span(block.at.start + start, block.at.end)]).strip(" 。.；;")
        for block in document.blocks
        if (start := _place_line(block.at.of(document.text)))
    }
    value = without_remark(values.pop()) if len(values) == 1 else ""
    # Each part of a programme that names a house of its own says nothing of the others.
    last = next((draft.place for draft in reversed(drafts) if draft.place and draft.rule != "programme"), "")
    return Venue(
        value if 2 <= len(value) <= 40 else "",
        last,
        held=tuple(draft.when for draft in drafts if value and without_remark(draft.place.strip(" 。.；;")) == value),
    )


_REMARK = re.compile(
    r"\s*[(（](?:[详詳见見]|具[体體]|附[图圖近]|地[图圖])[^()（）]{0,60}[)）]$|\s*[/／]\s*(?:[详詳][细細]|交通)[^/／(（]{0,12}$"
    r"|\s+(?:[电電][话話]|[传傳]真|[联聯][系絡络]人?|[郵邮][编編])\s*[:：].*$"
)


def without_remark(place: str) -> str:
    """A place without the remark where more is told of it.

    >>> without_remark("科技大楼 B643（详见下面地图）"), without_remark("三峽院區 / 三樹路2號 / 詳細交通資訊")
    ('科技大楼 B643', '三峽院區 / 三樹路2號')
    >>> without_remark("江岸交通大学"), without_remark("文化宫（东门）"), without_remark("详见附件")
    ('江岸交通大学', '文化宫（东门）', '详见附件')
    >>> without_remark("翠樂街11號 電話：2660")
    '翠樂街11號'
    """
    return _REMARK.sub("", place) or place


_PIN = re.compile(r"[^\u4e00-\u9fffA-Za-z\d]{0,4}📍[^\u4e00-\u9fffA-Za-z\d]{0,2}(?=[\u4e00-\u9fffA-Za-z\d])")


def _place_line(text: str) -> int:
    """Where the place begins that a line gives and nothing else: behind 地点: or a pin; 0 for any other line."""
    if pin := _PIN.match(text):
        return pin.end()
    key = key_of_line(text)
    return key[1] if key and key_class(key[0]) == "place" and not _SEAT.search(key[0]) else 0


_SEAT = re.compile("住所|注册|通[讯信]|邮[寄政]|联[系络]|办公|公司|单位|收件")  # where somebody is found, and no venue


_THERE = re.compile(r"(?:^|[,。;:\d日号])(?:[将已曾])?(?:(?:[兼历]|调)?任(?:中共)?|[在于赴到往从由自向至去抵])?$")
_GREAT_REGION = re.compile("华[南北东中](?=[一地大]|[就将也多]|、|,)|江[淮汉]|黄淮|[东西][北南]地区")  # 华南一带
_EVERYWHERE = re.compile(
    r"全国(?:公映|上映|放映|巡[演展讲回]|发行|范围内|同步|各地(?=举[办行]|开展|同步|陆续))|全球(?!变暖|化)|世界各地|各大洲|中国内地|全网"
)
_ONLINE = re.compile(
    r"线上(?!线下|和线下|与线下)|云(?:端|上|游)(?=[^一-鿿]|[举召进直观参活展])"
    r"|网络直播|直播间|全程直播|在线直播|网上直播"
    r"|[视影][频像讯]会议|腾讯会议|钉钉|公众号平台|视频号|抖音"
    r"|(?i:zoom(?![A-Za-z])|google ?meet|webex|microsoft ?teams)"
)
_ON_SITE = re.compile("线下|现场|实体")
# An honour is received where it is given: 在博览会上获金奖, 被评为示范县.
_HONOURED = re.compile(
    r"(?:荣获|获得?|夺得?|斩获|摘得?|捧得)[^,。;]{0,30}?(?:[大金银铜首]奖|等奖|优秀奖|奖项|称号|[冠亚季]军|[金银铜]牌|殊荣|表彰|第[一二三]名)"
    r"|[被获][^,。;]{0,20}?(?:评为|授予|评定为|认定为?|确定为|列为|列入|命名为|评选为)|(?:核定)?公布为"
)
# What is sent out to all the world was made by somebody of a town, and is not held there.
_SENT_OUT = re.compile(
    r"(?:电视台|频道|卫视|电台)[^,。;]{0,8}?(?:播出|播映|首播)|(?:^|[\0,])[^,。;在于]{0,12}(?:寄[出发送]|发货|出货|拍摄完成|完成拍摄|出版(?!社|局|集团|署|总|物|座谈|展|节))"
)
# 亮相中国国际工业博览会, 参加全国残运会: who goes to a thing of the nation goes somewhere else.
_SHOWN_AT = re.compile(
    r"(?:亮相|参加|参展|出席|参赛|征战|角逐)[^,。;]{0,8}?(?:中国|全国|国际|世界|亚洲|全球)[^,。;]{0,16}?(?:会(?!议精神)|展|赛|节|论坛)"
)
# What the government of the whole country does is not done in a town that tells of it.
_OF_THE_NATION = re.compile(
    r"[\0 ,]*(?:国家主席|中共中央总书记"
    r"|国务院|行政院|立法院|监察院|考试院|司法院|党中央|中共中央|国家[^,。]{2,8}?(?:总?局|委)"
    r"|全国(?:人大|政协)"
    r"|(?:教育|外交|公安|卫生|财政|国防|文化|科技|交通|农业|商务|民政|司法|劳动|内政|法务|经济|交通运输|生态环境|工业和信息化"
    r"|住房城乡建设|人力资源和?社会保障|文化和旅游)部(?![门队分委]))"
)
_CAPITALS = ("北京市", "台北市")


def elsewhere(document: Document, draft: Draft, home: Path, what: Category) -> bool:
    """Whether the words themselves say that it was not where the document's other things are: 10/28高雄绕标赛."""
    text = masked(document, _told_in(draft), draft.dates)
    if _GREAT_REGION.search(text) or _EVERYWHERE.search(text) or _abroad_there(text, fold(home_city(document))):
        return True
    if (_HONOURED.search(text) or _SENT_OUT.search(text)) and not _itself(document):
        return True
    if what not in _HANDED_IN and _ONLINE.search(text) and not _ON_SITE.search(text):
        return True
    if _SHOWN_AT.search(text) and not any(name.rstrip("省市") in text for name in home):
        return True
    if _OF_THE_NATION.match(text) and home[-1:] and not set(home) & set(_CAPITALS):
        return True
    division = first_division(document, draft.at, draft.dates, home) if home else None
    if division is None or division[1][: len(home)] == home or home[: len(division[1])] == division[1]:
        return False
    start = division[0].start
    return _THERE.search(document.text, max(start - 6, draft.at.start), start) is not None


def _told_in(draft: Draft) -> Span:
    """The words that tell a draft; of keys and values all lines of the group."""
    keyed = draft.rule in ("keys and values", "second key", "date line")
    both = (draft.at, draft.context) if keyed else (draft.at,)
    return Span(min(at.start for at in both), max(at.end for at in both))


def _abroad_there(text: str, here: str) -> bool:
    """Whether words begin or go on with another country, or a city that the page is not about: 加拿大国庆日, 在法国."""
    there = (span for span in abroad(text) if span.of(text) != here)
    return any(_THERE.search(text[: span.start].rstrip("\0 ")) for span in there)


# What is done on paper, in a life or by a firm has no place of its own, unless the document speaks of its own town.
_ON_PAPER = frozenset({Category.PUBLICATION, Category.LIFE, Category.FOUNDING})
_HANDED_IN = frozenset({Category.DEADLINE, Category.APPLICATION})
_NOT_THERE = _ON_PAPER | _HANDED_IN  # nobody hands in his papers at the fair


def _during(when: When, held: When) -> bool:
    """Whether a day lies within those on which something is held."""
    return bool(when.first and held.first and held.last and held.first <= when.first <= held.last)


def of_the_whole(document: Document, draft: Draft, home: Path, venue: Venue, what: Category) -> str | None:
    """Where everything takes place that the document tells, if it says so."""
    there = what not in _NOT_THERE or (what in _ON_PAPER and draft.when.time is not None)
    own = _is_paper(document)
    house = _house(document) if what in _AT_THE_HOUSE or (own and what is Category.OTHER) else ""
    if own and house:
        return house  # and not where one writes to
    if venue.whole and there and (not venue.last or any(_during(draft.when, when) for when in venue.held)):
        return venue.whole
    sight = _itself(document)
    if sight and _HONOURED.search(document.text, *draft.at):
        return sight
    if house:
        return house
    if what is not Category.PUBLICATION and (estate := estate_of(document)):
        return estate
    if what is not Category.COURT and _is_judgment(document):
        return None
    of_the_town = what is Category.FOUNDING and _OFFICE_OF_IT.search(document.text, *draft.at) is not None
    done_there = of_the_town or (what not in _ON_PAPER and not (what in _HANDED_IN and _meets(document)))
    signed = signed_at(document, home) or _headed_by_quarter(document, home)
    here = is_local(document) or (done_there and not is_life(document) and signed)
    town = _home_place(document, home, staged=what in STAGED) if here else None
    return town or (sight if what not in _OF_NO_SIGHT else None) or None


def _headed_by_quarter(document: Document, home: Path) -> bool:
    """Whether the first line names the quarter that the page is about: 大浦五级火警特别交通安排."""
    nearer = _nearer(document, home)
    return nearer != home and nearer[-1].rstrip("区县市镇乡") in document.text[:_FIRST_LINE]


_FIRST_LINE = 20  # characters
_MEETING_PLACE = re.compile(r"(?:会议|活动|比赛|大会|举办|举行|培训|演出|论坛|报到)(?:的)?地[点址]")


@lru_cache(maxsize=4)  # asked of one document for each of its events
def _meets(document: Document) -> bool:
    """Whether a document calls to a meeting at some place: what one hands in for it is sent from anywhere."""
    return _MEETING_PLACE.search(document.text[:_READ]) is not None


# What governs a town is founded in it.
_OFFICE_OF_IT = re.compile(
    r"[省市县区镇乡](?:委(?!托|员)|公署|政府|公所|人民政府|革命委员会|公社|党部)[^,。;]{0,6}?(?:成立|设立|建立)"
    r"|(?:成立|设立|建立)[^,。;“]{0,6}[省市县区镇乡](?:委(?!托|员)|公署|政府|公所|人民政府|革命委员会|党部)"
)


def at_the_hosts(document: Document, draft: Draft, hosts: Sequence[str], what: Category) -> str | None:
    """新庄小学举行升旗仪式: where a school, a museum or a temple alone holds a thing of which no place is told."""
    if len(hosts) != 1 or what not in _HELD_IN_A_HOUSE or _HOME_OF.search(fold(hosts[0])) is None:
        return None
    held = _HOLDS.search(document.text, *draft.at) is not None and _AWAY.search(document.text, *draft.at) is None
    return None if not held or elsewhere(document, draft, (), what) else hosts[0]


_HELD_IN_A_HOUSE = frozenset(
    {
        Category.PERFORMANCE, Category.CONTEST, Category.EXHIBITION, Category.CEREMONY, Category.FAIR, Category.RITE,
        Category.LECTURE, Category.MEETING, Category.TRAINING,
    }
)  # fmt: skip
_HOME_OF = re.compile(
    r"[一-鿿]{2}(?:[小中]学|学校|幼儿园|大学|学院|高中|国[小中]|图书馆|博物[馆院]|美术馆|文化馆|纪念馆|科技馆|大剧院|医院|敬老院|寺|庙|天后宫|教堂)$|^[中港台北科浸城理师清交政浙华武厦川]大$"
)
_HOLDS = re.compile("举[行办]|召开|开展|隆重|如期")
_AWAY = re.compile("参加|参赛|出席|赴|前往|带领|组织[^,。;]{0,12}[到去]|走进|走出|承办|送[^,。;]{0,4}进")
_OF_NO_SIGHT = _HANDED_IN | {Category.LIFE, Category.JOURNEY, Category.VISIT, Category.PUBLICATION}


# 尊敬的青禾花园二期业主(住户)朋友们:, 致翠湖小区全体居民: to whom a notice is written.
_DEAR = re.compile(
    r"[^一-鿿]{0,6}(?:尊敬的|亲爱的|致|敬告)(?!各|全|广|本|我|敬|诸|所)((?:[一-鿿](?<!的)|\d){3,14}?)"
    r"(?:的?(?:各位|全体|广大))?(?:业主|住户|居民|商户|租户)(?:[(/、及和][一-鿿]{2,4}\)?)?(?:朋友)?们?(?=[:,!\n的书]|$)"
)


@lru_cache(maxsize=4)  # asked of one document for each of its events
def estate_of(document: Document) -> str:
    r"""The estate whose owners a notice addresses: what it announces is done there.

    >>> from timeline.text import document
    >>> estate_of(document("示例", "尊敬的青禾花园二期业主(住户)朋友们:大家好!\n5月3日检修水泵。"))
    '青禾花园二期'
    >>> estate_of(document("示例", "尊敬的各位业主:\n5月3日检修水泵。"))
    ''
    """
    for block in document.blocks[:_LINES]:
        if match := _DEAR.match(document.text, *block.at):
            return raw_words(document, [Span(*match.span(1))])
    return ""


_LINES = 4  # blocks in which a notice says to whom it is written


@lru_cache(maxsize=4)  # asked of one document for each of its events
def _itself(document: Document) -> str:
    """The house or sight that a page is about: what it tells happened there."""
    about = topic(document)
    return raw_words(document, [about]).strip("#*【】[]《》 ") if about and sight_of(about.of(document.text)) else ""


_PARTIES = re.compile(r"原告|被告|上诉人|被上诉人|公诉机关")


@lru_cache(maxsize=4)  # asked of one document for each of its events
def _is_judgment(document: Document) -> bool:
    """Whether a document is a court's: what the parties did they did not do at the court."""
    return len(_PARTIES.findall(document.text[:3000])) >= 3 and "法院" in document.text[:3000]


# What a house does is done in it, but for what is published, handed in or toured.
_AT_THE_HOUSE = frozenset(Category) - _NOT_THERE - {Category.JOURNEY, Category.VISIT, Category.OTHER, Category.PERIOD}
_TEMPLE = re.compile(r"(?:^|[“《 ])([\u4e00-\u9fff]{2,7}?[宫庙寺庵])(?!会)")
_OPEN_HOUSES = (
    "图书馆", "博物馆", "博物院", "美术馆", "文化馆", "纪念馆", "科技馆", "展览馆", "体育馆", "体育场", "剧院",
    "音乐厅", "动物园", "植物园", "公园", "宫", "庙", "寺",
)  # fmt: skip


@lru_cache(maxsize=4)  # asked of one document for each of its events
def _house(document: Document) -> str:
    """The one house whose doings the title announces: 河西天后宫文化季, 江岸市图书馆春节开放安排."""
    about = topic(document)
    text = about.of(document.text) if about else ""
    if about and (match := _TEMPLE.search(text)):
        return raw_words(document, [Span(about.start + match.start(1), about.start + match.end(1))])
    (name,) = headed_by(document)[-1:] or ("",)
    if fold(name).endswith(_OPEN_HOUSES):
        return name
    if about and (match := _OWN_PAPER.fullmatch(text)):
        return raw_words(document, [Span(about.start, about.start + match.end(1))])
    return _address(document) if _is_paper(document) else ""


def _is_paper(document: Document) -> bool:
    """Whether a document is what a parish, a centre or a quarter tells of itself from time to time."""
    about = topic(document)
    text = about.of(document.text) if about else ""
    return _PAPER.search(text) is not None or _OWN_PAPER.fullmatch(text) is not None


# 江岸教会周报, 青禾社区简报 第14期, 江岸长老教会: the title of what a parish or a quarter tells of itself.
_PAPER = re.compile(r"(?:[简周月季会里村社]报|通讯|会讯|里讯|村讯|快讯|月刊|季刊|会刊|活动[预月]告|活动表)")
_OWN_PAPER = re.compile(
    r"([一-鿿]{1,14}?(?:教会|教堂|圣堂|礼拜堂|佛光山|精舍|道场|社区|小区|[一-鿿]里(?=办)|活动中心|少年宫))"
    r"(?:办公处|居委会|管理处)?(?: ?(?:\d{1,4}年)?\d{1,2}月份?)?(?:"
    rf"{_PAPER.pattern}[^一-鿿]*(?:第[一二三四五六七八九十百\d]{{1,5}}期)?[^一-鿿]*)?"
)
_ADDRESS = re.compile(r"[地会院馆社堂寺]址: ?([^\n。;,:]{4,40}?)(?= *(?:电话|传真|电邮|网址|邮箱|开放|\(|\n|。|;|$))")


def _address(document: Document) -> str:
    """The one address that a paper gives of those who print it."""
    found = {raw_words(document, [Span(*match.span(1))]) for match in _ADDRESS.finditer(document.text)}
    return found.pop() if len(found) == 1 else ""


@lru_cache(maxsize=4)  # asked of one document for each of its events
def _nearer(document: Document, home: Path) -> Path:
    """The county or town that a document calls by its short name from the first lines on, and no other as often."""
    text = document.text[:_READ]
    counts = [(text.count(short), short) for short in short_names(home) if short in text[:_HEAD]] if home else []
    often = sorted(counts, reverse=True)[:2]
    if not often or often[0][0] < _OFTEN or (len(often) > 1 and often[1][0] * 2 > often[0][0]):
        return home
    path = short_names(home)[often[0][1]]
    there = re.search(rf"[在于到去往来赴]{often[0][1]}(?!公路|路|街|大道|人|纪念|机场|大学|[南北一带])", text)
    return path if path[-1] in text or there else home


_READ, _HEAD, _OFTEN = 6000, 200, 4


# What is put on at some house for people to come to.
STAGED = frozenset(
    {
        Category.PERFORMANCE, Category.CONTEST, Category.EXHIBITION, Category.CEREMONY, Category.FAIR, Category.RITE,
        Category.LECTURE, Category.MEETING,
    }
)  # fmt: skip
_CITIES = ("香港", "香港特别行政区", "澳门", "澳门特别行政区")  # each a region, and one city


def _home_place(document: Document, home: Path, *, staged: bool) -> str | None:
    home = _nearer(document, home)
    if not home or (says_nothing(document, home) and not (staged and home[0] in _CITIES and is_of_a_city(document))):
        return None
    if document.script is Script.HANS:
        return name_of(home)
    for name in (home[-1], home[-1].rstrip("省市区县镇乡旗")):
        position = document.text.find(name)
        if position >= 0:
            return raw_words(document, [Span(position, position + len(name))])
    return None
