"""`data/divisions.tsv` -> which words name a province, a prefecture or a county, and to whom they belong.

>>> path_of("大庆市"), path_of("河北"), path_of("水上公园街")
(('黑龙江省', '大庆市'), ('河北省',), None)
>>> [span.of("河北和天津市南开区") for span, _ in named("河北和天津市南开区")]
['河北', '天津市', '南开区']
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

from timeline.events.language.words import words
from timeline.model import Span

Path = tuple[str, ...]

_NATIONS = "壮|回|维吾尔|朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|傣|白|景颇|傈僳|蒙古|哈萨克|柯尔克孜|黎"
_AUTONOMOUS = re.compile(rf"^(.{{2,}}?)(?:(?:{_NATIONS})族?){{0,3}}(?:自治区|自治州)$")
_PEOPLES = (
    rf"{_NATIONS}|保安|东乡|撒拉|裕固|仡佬|水|瑶|侗|毛南|仫佬|各|锡伯|塔吉克|畲|佤|拉祜|布朗|纳西|普米|独龙|怒|满|土"
    "|达斡尔|鄂温克"
)
_COUNTY_OF_NATIONS = re.compile(rf"^(.{{2,}}?)(?:(?:{_PEOPLES})族?)+自治县$")
_PLAIN = re.compile(r"^(.{2,}?)(?:特别行政区|地区|省|市|盟)$")
_OF_TAIWAN = re.compile(r"^(.{2,}?)县$")  # elsewhere a county lies below a prefecture; 新竹 and 嘉义 are cities as well
_COUNTY = re.compile(r"^(.{2,}?)(?:新区|区|县|市|旗)$")
# Short names that are words of their own; they count only with 市 behind them.
_WORDS = frozenset(words("ordinary"))
# What stands before a name that only stands in other words by chance: 马里|兰州, 黄|河南堤, 站|台北侧.
_INSIDE = {
    "兰州": "里",
    "达州": "里",
    "眉山": "峨",
    "江门": "临",
    "河源": "恒黄淮",
    "济南": "斐",
    "金华": "基",
    "内江": "市境",
    "定西": "平规决锁否肯稳固一认指约",
    "开封": "打未拆启解",
    "天门": "每当整一半两多几昨今明白",
    "河南": "黄运淮漳",
    "河北": "黄运淮漳",
    "台中": "站平阳舞看月窗讲电",
    "台南": "站平阳舞看月窗讲电",
    "台北": "站平阳舞看月窗讲电",
    "台东": "站平阳舞看月窗讲电",
    "海南": "的地黑红里死渤渡",
    "海西": "的中里",
    "北海": "东西",
    "山南": "天雅凰泰秦衡华岭燕行连阴昆",
    "山西": "天雅泰衡华行恒嵩阴昆",
    "山东": "天雅泰衡华行恒嵩阴昆",
    "海城市": "沿滨临近环",
    "兴城市": "新振复",
    "树林区": "红",
    "龙湾区": "九",
    "增城区": "新",
}
_BEHIND_GUANG = ("广东", "广西")  # 广西|北海
_SIDE = re.compile("(?:河[南北]|湖[南北]|江西|山[东西]|海[南北])[岸麓坡堤畔侧]|哈密[顿尔瓜]")
# 范县, 兴县: the last half of 示范县, 大兴县, unless it stands where a name may begin.
_BEFORE_COUNTY = frozenset("省市州区盟旗县在于至到赴从往来由回去驻和与及的为是今即经距离给对将向今明昨日")
_COUNTY_OF_ONE = 2  # characters of 兴县


def _by_chance(text: str, position: int, name: str, free: bool) -> bool:
    """Whether a name stands where it does only by chance; `free` says that a division ends right before it.

    >>> [_by_chance(*row, False) for row in (("马里兰州", 2, "兰州"), ("黄河南岸", 1, "河南"), ("大兴县", 1, "兴县"))]
    [True, True, True]
    >>> _by_chance("广西北海", 2, "北海", True), _by_chance("山西省兴县", 3, "兴县", True)
    (False, False)
    """
    before = text[position - 1 : position] if position else ""
    if _SIDE.match(text, position):
        return True
    if before and before in _INSIDE.get(name, ""):
        return text[max(position - 2, 0) : position] not in _BEHIND_GUANG
    county = len(name) == _COUNTY_OF_ONE and name[1] == "县" and not free
    return county and "一" <= before <= "鿿" and before not in _BEFORE_COUNTY


_NO_PLACE = re.compile(
    r"肺炎|脑炎|热病|(?:师范|科技|理工|工业|农业|医科|财经|交通|外国语|海洋|技术)?大学(?!生)|时间|路(?!段)|(?<![县区市])路|(?:大|铁|石|浮)?桥(?![头西东南北区镇乡]|梁)|街|大道|大学|学院|[日晚早晨商时快周都青]报|青年报|都市报|新闻网|在线(?:消息|新闻|网|讯|.{2}频道)|菜|话|剧|戏|人民政府|古|山(?![区村城寨林地火洪路歌体东西])"
)


def _short(name: str) -> str:
    match = _AUTONOMOUS.match(name) or _PLAIN.match(name)
    return match[1] if match else name


@cache
def _index() -> tuple[dict[str, tuple[Path, ...]], dict[str, tuple[int, ...]]]:
    """Name -> the divisions called so; first two characters -> the lengths of the names that begin with them."""
    names: dict[str, list[Path]] = {}
    short_forms: dict[str, list[Path]] = {}  # 民和县: as 民和回族土族自治县 is called

    def add(name: str, path: Path) -> None:
        rows = names.setdefault(name, [])
        if path not in rows:
            rows.append(path)

    text = resources.files("timeline").joinpath("data/divisions.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        province, prefecture, counties = line.split("\t")
        add(province, (province,))
        add(_short(province), (province,))
        path: Path = (province,)
        if prefecture:
            path = (province, prefecture)
            add(prefecture, path)
            if _short(prefecture) not in _WORDS:
                add(_short(prefecture), path)
            own = _OF_TAIWAN.match(prefecture)
            if own and f"\t{own[1]}市\t" not in text:
                add(own[1], path)
        for county in counties.split():
            add(county, (*path, county))
            if of_nations := _COUNTY_OF_NATIONS.match(county):
                short_forms.setdefault(of_nations[1] + "县", []).append((*path, county))
    for name, rows in short_forms.items():
        if name not in names and len(rows) == 1:
            add(name, rows[0])
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[:2], set()).add(len(name))
    return (
        {name: tuple(rows) for name, rows in names.items()},
        {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()},
    )


@cache
def _firsts() -> re.Pattern[str]:
    """Where two characters stand of which a name may be the first and the second: nearly everywhere none does."""
    first, second = ("".join(sorted({pair[i] for pair in _index()[1]})) for i in (0, 1))
    return re.compile(f"[{first}](?=[{second}])")


def opens_as_name(text: str) -> bool:
    """Whether a text begins with the first two characters of some division."""
    return text[:2] in _index()[1]


@lru_cache(maxsize=4_096)  # names of a text come again and again
def path_of(name: str, within: Path = ()) -> Path | None:
    """The division of that name: the one below `within` where several are called so, else the only or highest one.

    >>> path_of("鼓楼区", ("江苏省",)), path_of("鼓楼区")
    (('江苏省', '南京市', '鼓楼区'), None)
    """
    rows = _index()[0].get(name, ())
    inside = [row for row in rows if row[: len(within)] == within] if within else []
    if len(inside) >= 1:
        return min(inside, key=len)
    highest = [row for row in rows if len(row) == min(map(len, rows))] if rows else []
    return highest[0] if len(highest) == 1 else None


def county_of(short: str, within: Path) -> Path | None:
    """A county by its short name, as headings of its own city's papers use it.

    >>> county_of("杨浦", ("上海市",))
    ('上海市', '杨浦区')
    """
    rows = _counties().get(short, ())
    return next((row for row in rows if row[: len(within)] == within), None)


def is_county(short: str) -> bool:
    """Whether counties are called so for short: 徐汇, 鼓楼."""
    return short in _counties()


def is_town(short: str) -> bool:
    """Whether counties, districts or towns are called so for short: 徐汇, 头城.

    >>> is_town("头城"), is_town("元宵")
    (True, False)
    """
    return any(short + end in _index()[0] for end in "县区市镇乡旗")


@cache
def _counties() -> dict[str, tuple[Path, ...]]:
    """Short name of a county -> the counties called so."""
    found: dict[str, tuple[Path, ...]] = {}
    for name, rows in _index()[0].items():
        if match := _COUNTY.match(name):
            found[match[1]] = (*found.get(match[1], ()), *(row for row in rows if len(row) > 1))
    return found


_TOWN = re.compile(r"^(.{2,})[区县市旗镇乡]$")


@lru_cache(maxsize=64)
def short_names(within: Path) -> dict[str, Path]:
    """The short names of the counties and towns below a division that are no other word: 后壁 of 台南.

    >>> short_names(("台湾", "台南市"))["后壁"]
    ('台湾', '台南市', '后壁区')
    """
    names = _index()[0]
    found: dict[str, Path] = {}
    for row in _below().get(within[:1], ()):
        match = _TOWN.match(row[-1]) if len(row) > len(within) and row[: len(within)] == within else None
        if match and match[1] not in names and match[1] not in _WORDS and row[-1] not in _OF_ANY_TOWN:
            found[match[1]] = row
    return found


@cache
def _below() -> dict[Path, list[Path]]:
    """What lies below each of the highest divisions, in the order of the names."""
    found: dict[Path, list[Path]] = {}
    for rows in _index()[0].values():
        for row in rows:
            if len(row) > 1:
                found.setdefault(row[:1], []).append(row)
    return found


# Every town has one, and some are called no more than that: 老城区 of Luoyang.
_OF_ANY_TOWN = frozenset("老城区 新城区 城区 郊区 矿区 东区 西区 南区 北区 中区 市中区 城中区 城东区 城北区".split())


def _unproved(path: Path, within: Path, before: str) -> bool:
    """大湖乡 of Taiwan is one of many villages called so: it counts below its region or right behind its county."""
    if path[-1] in _OF_ANY_TOWN and within[: len(path) - 1] != path[:-1]:
        return path[-2][:2] not in before
    town = path[0] == "台湾" and path[-1].endswith(("乡", "镇"))
    return town and within[:1] != path[:1] and not before.endswith(path[-2])


def named(text: str, within: Path = ()) -> Iterator[tuple[Span, Path]]:
    """The divisions that a text names, the longest name at each place."""
    names, lengths = _index()
    end = 0
    for match in _firsts().finditer(text):
        position = match.start()
        sizes = lengths.get(text[position : position + 2])
        if sizes is None or position < end:
            continue
        for size in sizes:
            name = text[position : position + size]
            if len(name) == size and name in names and not _NO_PLACE.match(text, position + size):
                if _by_chance(text, position, name, position == end > 0):
                    break
                path = path_of(name, within)
                if path and _unproved(path, within, text[:position]):
                    break
                if path and not (
                    name.endswith("社区") and text[max(position - 2, end) : position].strip("在于至到赴,。 ")
                ):
                    yield Span(position, position + size), path
                    end = position + size
                    break


_DATELINE = re.compile(r" ?[\d年月日\0 ]{2,12}[\u4e00-\u9fff]{0,2}(?:电|讯|消息)")


def in_dateline(text: str, at: Span) -> bool:
    """Whether a division only tells where an agency writes from.

    >>> in_dateline("新华网北京9月18日电", Span(3, 5)), in_dateline("展览在北京开幕", Span(3, 5))
    (True, False)
    """
    return text[at.start - 1 : at.start] in ("网", "社") and _DATELINE.match(text, at.end) is not None


def common(paths: list[Path]) -> Path:
    """The lowest division to which at least half of the paths belong, from two votes on.

    >>> common([("陕西省", "安康市", "汉阴县"), ("陕西省", "安康市"), ("陕西省",), ("广东省", "深圳市")])
    ('陕西省', '安康市')
    """
    found: Path = ()
    while True:
        votes = Counter(
            path[: len(found) + 1] for path in paths if len(path) > len(found) and path[: len(found)] == found
        )
        if not votes:
            return found
        best, count = max(votes.items(), key=lambda row: (row[1], row[0]))
        if count < 2 or count * 2 < sum(votes.values()):
            return found
        found = best


# 由甲地开往乙地的客车, 一架从甲地飞往乙地的客机, 前往乙地的大客车: where it comes from and goes to, not where it was.
_BOUND = re.compile(
    r"[辆架艘列班趟][由从自][^,。]{2,12}?[开飞驶前返]往[^,。的]{2,10}|[由从自][^,。]{2,12}?[开飞驶前返]往[^,。的]{2,10}(?=的|途中)"
    r"|(?<![一-鿿])(?:(?![由从自辆架艘列班趟])[一-鿿]){2,5}[开飞驶]往[一-鿿]{2,8}?(?=的|列车|客车|客机|航班|班机)"
    r"|(?:[开飞驶前发返]往|赶往|前去)[^,。的\0]{2,10}(?=的[^,。的]{0,8}?(?:[车机船轮艇]|列车|航班|旅客|乘客|游客))"
)


def without_journeys(text: str) -> str:
    """A text with holes for what only says where somebody or something comes from and goes to.

    >>> without_journeys("一辆由北京开往长沙的客车").replace(chr(0), "_")
    '一________的客车'
    >>> without_journeys("前往白湖的大客车坠河").replace(chr(0), "_")
    '____的大客车坠河'
    """
    if "往" in text:
        text = _BOUND.sub(lambda match: "\0" * len(match[0]), text)
    if "邀" in text or "委托" in text:
        text = _ASKED_BY.sub(lambda match: "\0" * len(match[0]), text)
    return _FROM.sub(lambda match: "\0" * len(match[0]), text) if "从" in text or "来自" in text else text


_ASKED_BY = re.compile(
    r"[受应][^,。;、受应]{2,24}?(?:邀请|之邀|邀约|委托|的?盛?邀(?=[,赴前出参]))"
)  # 受临江市电视台邀请


# 刚从武汉|回来的人, 从北京|来到长沙, 来自武汉: where somebody came from.
_FROM = re.compile(
    r"从[^,。;从在到\0]{2,8}?(?=(?:拉练|访问|考察|旅游|旅行|出差|演出|留学|学成|载誉|凯旋|赶|飞|坐车|乘车|乘机|搭机|乘船|步行|开车|驾车|连夜|专程"
    r"|返乡|回国|归国)*(?:回来|归来|返回|回到|来到|来(?=[一-鿿]{2})|飞抵|抵达|赶到|前来|运来|运到|运抵|调来|调到|调往|迁来|迁到|迁往|迁至|移居|转到|转往))"
    r"|来自[^,。;来、的\0]{2,10}(?=[的,。;、]|$)"
)
