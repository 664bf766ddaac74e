"""What a pattern of places has matched -> the name in it, without what leads to it or is done there."""

from __future__ import annotations

import re

from timeline.events.language.abroad import abroad, abroad_at
from timeline.events.language.divisions import named, opens_as_name, path_of
from timeline.events.language.segment import tags
from timeline.events.language.words import branch, verbs, words
from timeline.events.where.placing import NAMED_FOR
from timeline.model import Span

_LED = re.compile(
    r"(?:(?:徒步|自行|自由|深度)?(?:游览|参观|游玩)[了过]?|家乡|老家|故乡|而|则|但|仅知?|只知|便|即|指|据|至今|最近|目前|一直|达到|到达|(?:[举开][办行展]|召开|主办|承办)的"
    r"|有(?![限巢恒马])|驻(?!马店|[地点军防守华京])|(?:一直|长期|仍|还)?(?:住|身|停留|坐落|收藏|存放|安葬|葬)[在于])(?=.{2})"
)
_NO_PLACE = re.compile(
    r"(?:(?:并|划|归)入|从此|此后|[它他她]|撤销?(?=.{1,8}[县市区府州镇乡]$)|撤[地县市社]建|废(?=.{0,8}[县市区州府道郡])|裁撤|[是为系][^,]{0,4}[省市县区国家]|(?:其|便|就|也)?(?:成了|变成|成为)|[便就]成|改[制隶称建置]|升格|合并|增设|筹设).{2}"
)
_HAPPENING = re.compile("(?:事变|兵变|政变|事件|惨案|战争|之[战役乱]|战役|起义|暴动|革命)$")  # 卢沟桥事变|发生
_SITE = re.compile(rf"{branch(words('site', 'ends'))}(?:[一二三四五六七八九十\d]{{1,3}}[楼层])?$")
_NAMED_FOR = re.compile(NAMED_FOR)
_FAMILY = re.compile(r"(?:的|一[个户]|某)[^的]{0,8}(?:世家|家庭|家族|农家|人家|之家|地主家|书香门第)$")
_ANY_FAMILY = re.compile(r"(?:世家|家庭|家族|望族|农家|人家|书香门第|书香之家)$")
# 美国|次贷危机 爆发, 加拿大|后: what befell a country, or when one was there, is no part of its name.
_BEFELL = re.compile(r".{0,5}(?:危机|内战|大选|疫情|动乱|骚乱|大罢工|革命|战争)$")
_WHEN = re.compile(r"(?:之?[后前时]|以[后前]|期间|之际|途中)$")
# 有主权争议的|纳戈尔诺地区, 位于城东的|南湖宾馆: how a place is or where it lies, before its name.
_NO_OTHER = re.compile(r"[一某几多该这那每两]|其中|所有|[^,]{1,2}$")
# 巡演哈尔滨站: the town at which a tour stops.
_STATION = re.compile(r"(?:巡演|巡回演[出唱]会?|演唱会|音乐会|巡展|见面会|路演)([一-鿿]{2,5})站$")
# 南田厅改置为县: what becomes of a place is no part of its name.
_CHANGED = re.compile(
    r"(?:(?<=.{2})为(?=.{0,8}第[一二三四五六七八九十])|改[置制建隶]|更名|改[名称]|升格|[复划]归|并入|划入|合并)"
)
_OF_IT = re.compile(r"的(?=.{2})")


def kernel(place: str) -> Span | None:
    """The name in a stretch, by its position there; None where the stretch names no place.

    >>> [place[slice(*kernel(place))] for place in ("而荃湾大会堂", "善化庆祝", "一直住在北京医院", "东京的台湾")]
    ['荃湾大会堂', '善化', '北京医院', '东京']
    >>> [place[slice(*kernel(place))] for place in ("巡演哈尔滨站", "南田厅改置为南田县")]
    ['哈尔滨', '南田厅']
    >>> kernel("是广东省旅游景区"), kernel("改制大学"), kernel("卢沟桥事变")
    (None, None, None)
    """
    if len(place) < _SHORTEST:
        return Span(0, len(place))  # 返港: the city of one sign
    if _NO_PLACE.match(place) or _HAPPENING.search(place):
        return None
    start, end = 0, len(place)
    while led := _LED.match(place, start):
        start = led.end()
    if station := _STATION.search(place, start):
        start, end = station.span(1)
    if changed := _CHANGED.search(place, start + _SHORTEST):
        end = changed.start()
    if place.endswith("等地"):
        end -= 2
    if family := _FAMILY.search(place, start):
        end = family.start()
    end = start + _country(place[start:end])
    for of in _OF_IT.finditer(place, start, end):
        if not _is_place(place[start : of.start()]) and _is_named(place[of.end() : end]):
            start = of.end()
            continue
        if _is_whose(place[of.end() : end]):
            end = of.start()
            break
    if end > start and _ANY_FAMILY.search(place, start, end):
        return None
    end = start + _deed(place[start:end])
    return Span(start, end) if end - start >= _SHORTEST else None


_SHORTEST = 2  # characters of a name


def _leading(place: str) -> int:
    """Where the countries or the divisions end that a stretch begins with; 0 where it begins with none."""
    end = 0
    for span, _ in named(place):
        if span.start != end:
            break
        end = span.end
    return end or abroad_at(place, 0)


def _country(place: str) -> int:
    """Where a country or division ends of which the rest only tells what befell it, when, or whose family.

    >>> _country("美国次贷危机"), _country("加拿大后"), _country("澳门望族家庭"), _country("江岸后街")
    (2, 3, 2, 4)
    """
    end = _leading(place)
    rest = place[end:]
    if end and (_BEFELL.fullmatch(rest) or _WHEN.fullmatch(rest) or _ANY_FAMILY.search(rest)):
        return end
    return len(place)


def _is_place(words_: str) -> bool:
    """Whether what stands before 的 is a place itself: 纽约的殡仪馆, but 风景如画的加拿大, 位于城东的南湖宾馆."""
    if _SITE.search(words_) is not None or next(named(words_), None) is not None or any(abroad(words_)):
        return True
    return not any(
        tag[:1] in _LIKE and (len(word) > 1 or tag == "r" or len(words_) > _OWNER) for word, tag in tags(words_)
    )


_OWNER = 3  # characters of a name that the dictionary takes for a deed: 涩谷
_LIKE = ("a", "v", "z", "i", "l", "r")  # what tells how it is, or whose


def _is_named(rest: str) -> bool:
    """Whether what stands behind 的 has a name of its own: 南湖宾馆, 加拿大, and not 一家宾馆, 雇主家."""
    if _NO_OTHER.match(rest):
        return False
    house = len(rest) > _SHORTEST and _SITE.search(rest) is not None and rest not in _HOUSES
    return _leading(rest) > 0 or (house and not rest.endswith("家") and not verbs(rest))


_HOUSES = frozenset((*words("site", "ends"), *words("premises")))  # 会议室: no name, but a kind of house


def _is_whose(rest: str) -> bool:
    """Whether what follows 的 is somebody or something of the place, and no house in it."""
    whole = path_of(rest)
    return (
        _SITE.search(rest) is None
        or (whole is not None and len(whole) == 1)
        or any(tag == "p" or _acts(word, tag) for word, tag in tags(rest)[1:-1])
    )


_VISITS = ("参访", "探访", "采访")  # no word of the dictionary, or two


def _acts(word: str, tag: str) -> bool:
    return len(word) > 1 and tag in ("v", "vi", "vd")


_PARTY = re.compile("(?<=[一-鿿]{2})(?:欢庆|庆贺|喜迎|欢度)")


def _deed(place: str) -> int:
    """Where what is done at a place begins: 善化|庆祝, 柏林电影节|斩; else the end."""
    if party := _PARTY.search(place):
        return party.start()  # 新总馆|欢庆103周年馆庆
    position = 0
    found = tags(place)
    for number, (word, tag) in enumerate(found):
        rest = place[position:]
        behind = position >= _SHORTEST and number > 0
        if behind and _acts(word, tag) and not (_SITE.search(rest) or _NAMED_FOR.match(place, position + len(word))):
            return position if path_of(rest) is None and abroad_at(place, position) == position else len(place)
        position += len(word)
    if len(place) <= _SHORTEST or len(found) == 1 or _SITE.search(place):
        return len(place)
    (word, before), (last, tag) = found[-2:]
    if len(word) == 1 and not opens_as_name(place):
        return len(place)  # 意大利拉|奎|拉
    return len(place) - (
        len(last) == 1 and tag in ("v", "c", "r") and before.startswith("n") and place[-2:] not in _VISITS
    )
