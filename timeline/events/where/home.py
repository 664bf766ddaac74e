"""A document -> the division that it is about, and how its places are printed."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.events.drafts import raw_words
from timeline.events.language.divisions import Path, common, county_of, in_dateline, named, path_of, without_journeys
from timeline.events.language.persons import person_of
from timeline.events.language.words import verbs
from timeline.events.structure.keys import BULLETS
from timeline.events.structure.topics import annals_of
from timeline.events.where.datelines import without_datelines
from timeline.model import Block, Document, Role, Script, Span
from timeline.text.folding import fold

_READ = 6000  # characters in which a document says what it is about
_OPENING = 120  # characters in which a document names the division that it is about


def of_heading(document: Document, block: Block, within: Path) -> Path | None:
    """The division of a heading: 河北 alone on its line, 普陀:公益市集…

    Counties are known by their short names only below the document's own division.
    """
    text = block.at.of(document.text).strip("#>【】[] ")
    head, colon, _ = text.partition(":")
    if not colon and (len(text) > 12 or block.role is Role.PARAGRAPH):
        return None
    if len(head) > 10:
        return None
    return path_of(head, within) or (county_of(head, within) if within and len(head) <= 5 else None)


SPOKEN_OF = re.compile(
    "影响(?!力)|施压|干预|政权|高层|人权|问题|事务|局势|政策|议题|条约|法案"
)  # of 新疆问题讨论会 nobody knows where it is held
_BORN = re.compile(r"(?:生于|籍贯:?|祖籍|原籍|毕业于|任教于|就读于)$")
_NATIVE = re.compile(
    r"(?:省|市|县|区)?(?:籍|人(?![民大社力事口才员工])|(?:[男女][篮足排]?|[篮足排乒羽])?队(?!伍|员之家))"
)  # 浙江绍兴人, 辽宁男篮


def _votes(text: str, until: int | None = None) -> list[Path]:
    """The divisions that a text names; names in a row (新疆乌鲁木齐) are one."""
    found: list[Path] = []
    end = born = -1
    for span, path in named(without_journeys(text)):
        if until is not None and span.start >= until:
            break
        if path[0] == "香港" and not path[-1].endswith("区"):
            path = path[:1]  # 旺角 is a quarter that much is told of, and no town of its own
        if _from_there(text, span) or span.start == born:
            born = span.end
            continue  # where somebody comes from is not where the text is set
        if span.start == end and found and path[:1] == found[-1][:1]:
            found[-1] = max(found[-1], path, key=len)
        else:
            found.append(path)
        end = span.end
    return found


def _from_there(text: str, at: Span) -> bool:
    """Whether a division tells where somebody was born or taught, or where the report was written."""
    if in_dateline(text, at) or SPOKEN_OF.match(text, at.end):
        return True
    if _BORN.search(text, max(at.start - 6, 0), at.start):
        return True
    end = max((span.end for span, _ in named(text[at.end : at.end + 12]) if span.start == 0), default=0)
    return _NATIVE.match(text, at.end + end) is not None


_OWN_COUNTY = re.compile(r"[我全本]县")
_FEW = 3


def _own_county(document: Document) -> Path:
    """The county of a text that says 我县: the one that it calls by its short name besides."""
    text = document.text[:6000]
    if len(_OWN_COUNTY.findall(text)) < _FEW - 1:
        return ()
    counties = {path[-1][:-1]: path for _, path in named(text) if path[-1].endswith("县") and len(path[-1]) > _FEW - 1}
    best = max(counties, key=text.count, default="")
    return counties[best] if best and text.count(best) >= _FEW else ()


def of_document(document: Document) -> Path:
    """The division that the document is about: the lowest that half of its places share, else the one it opens with."""
    if own := _own_county(document):
        return own
    text = without_datelines(document, Span(0, min(_READ, len(document.text))))
    votes = _votes(text)
    shared = common(votes)
    if not shared and len({path[0] for path in votes}) > 3:
        return ()
    opening = next(iter(_votes(text[: _OPENING + 10], _OPENING)), ())
    if not opening or (shared and opening[: len(shared)] == shared):
        return shared or opening
    return opening


_DEPARTED = re.compile(
    r"[在于]([一-鿿]{2,14}?)(?:一连.{1,3}天|为[^,。]{2,6})?(?:因病|不幸|安详)?"
    r"(?:逝世|病逝|辞世|离世|举殡|出殡|设灵|举行(?:丧礼|葬礼|追悼会|告别仪式|遗体告别))"
)
MOURNED = re.compile(r"举殡|公祭|家祭|大殓|出殡|设灵|辞灵|追悼会|告别仪式|遗体告别|丧礼|葬礼|守灵")


@lru_cache(maxsize=4)
def mourned_in(document: Document) -> Span | None:
    """The one town in which a text says that somebody died and is mourned: the rites without a place are held there."""
    found: list[tuple[Span, Path]] = []
    for match in _DEPARTED.finditer(document.text[:6000]):
        first = next(named(match[1]), None)
        if first is not None and first[0].start == 0:
            found.append((Span(match.start(1), match.start(1) + first[0].end), first[1]))
    return found[0][0] if len({path[:2] for _, path in found}) == 1 else None


# 八达岭长城, 乐山大佛, 河西天后宫, 龙门石窟: a title that is the name of a place and nothing else.
_SIGHT = re.compile(
    r"[一-鿿·]{2,12}?(?:[宫庙寺庵祠塔桥阁]|教堂|故居|旧址|遗址|遗迹|书院|城墙|长城|古[镇城村]|(?:风景)?(?:名胜)?区|大佛|石窟"
    r"|公园|植物园|动物园|湿地|水库|[帝王皇]陵|天池|瀑布|溶洞|(?<![登爬上下])山|[湖岛])"
)
_NO_SIGHT = re.compile(
    "[和与及的]|名称|编号|位置|行政区|开发区|新区|社区|地区|校区|小区|灾区|专区|[市县辖]区$|特区|^[一二三四五六七八九十]"
)


def sight_of(line: str) -> str:
    """The house or sight that a line names and nothing else.

    >>> sight_of("# 乐山大佛"), sight_of("走访养老社区"), sight_of("河西区"), sight_of("修建跨海大桥")
    ('乐山大佛', '', '', '')
    """
    name = line.strip("#*【】[]《》 ")
    plain = _SIGHT.fullmatch(name) and not _NO_SIGHT.search(name) and not verbs(name) and path_of(name) is None
    return name if plain and len(name) > _SHORTEST and county_of(name, ()) is None else ""


_SHORTEST = 2  # characters of 登山, 下桥


_FIRST_WORDS = 10  # characters of what opens a sentence
_SENTENCE = re.compile(r"[。!?;]")
_WAYS, _DIVISIONS = frozenset("赴抵往返离经被"), frozenset("省市区县州盟旗镇乡")
_BODY = re.compile(r"[^,。;、的]{1,8}?(?:局|委|会|部|院|校|中心|公司|政府|馆|处|社|大学|银行|协会|消防|警方|交警)")
_SCHOOL = re.compile(r"[一-鿿]{0,6}?(?:学校|大学|学院|中学|高中|小学)")
_BEHIND, _LINE = frozenset("年月日于自为与和及的前"), 16
_CREDIT = re.compile(
    r"(?:来源|稿源|作者|责任编辑|责编|摄影|转自) ?[: ][^,。;]*$"
)  # of a paper, and not of what it tells
_OFFICE = re.compile(r"[^,。;、的网报 ]{0,8}?(?:局|委|会|部|院|政府|馆|处|大学|残联|妇联|中心)")
_HEAD, _FOOT = 3, 3  # blocks that name the document, blocks that sign it
_HERE = re.compile(r"[我全本](?:省|市|区|县|州|府|乡|镇)")


@lru_cache(maxsize=4)  # asked of one document for each of its events
def is_local(document: Document) -> bool:
    """Whether a document speaks of its own division as such: 我市, 全省, 本府."""
    return len(_HERE.findall(document.text[:6000])) >= 2


_OF_A_CITY = re.compile(
    "本[港澳]|特区政府|港府|行政长官|立法会|[警海]务处|[市文化民房教卫运环渔康][一-鿿]{0,6}[政康务卫育输护生事]署|康文署"
)
_SPOKEN = 2  # times that it does


@lru_cache(maxsize=4)
def is_of_a_city(document: Document) -> bool:
    """Whether a document speaks of Hong Kong or Macau as who lives there does: 本港, 康文署."""
    return len(_OF_A_CITY.findall(document.text[:_READ])) >= _SPOKEN


# What is done once in a life: a paragraph that tells several of them is somebody's.
_STEPS = re.compile(
    r"毕业于|毕业后|肄业|考入|考取|就读|入学|升任|调任|改任|当选为?|逝世|病逝|结婚|出生|入伍|入党|拜师|师从"
)
_OF_A_LIFE = 3  # paragraphs at most, and kinds of steps at least

# 陈树人(1921年3月5日—2004年11月17日), 字静安,号观堂, 1877年生于海宁, 生平, 年谱
_LIFE = re.compile(
    r",字[^,。]{1,4},|\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出)?生于"
    r"|\([^()]{0,12}\d{4}年?[^()]{0,12}[—–\-~至][^()]{0,16}\)"
    r"|(?:生平|传略|小传|年谱|简历|讣告|讣闻)$"
    # how a page on somebody opens: Name(years), actor
    r"|^[一-鿿·]{2,10}(?:\([^()\n]{0,60}\))?,(?:是|为)?[^,。;\n]{0,20}?(?:演员|运动员|球员|作家|诗人|教授|歌手|画家|书法家"
    r"|导演|编剧|作曲家|政治家|政治人物|官员|将领|部将|名将|学者|科学家|院士|医[生师]|律师|法官|记者|主持人|企业家|商人|僧人|高僧"
    r"|大臣|革命家|军人|神父|牧师|传教士)(?=[,。;、])",
    re.M,
)


@lru_cache(maxsize=4)
def is_life(document: Document) -> bool:
    """Whether a document tells somebody's life, which is led in many places."""
    if _LIFE.search(document.text, 0, 2 * _OPENING) is not None:
        return True
    if len(document.blocks) <= _OF_A_LIFE and len(set(_STEPS.findall(document.text))) >= _OF_A_LIFE:
        return True
    name = annals_of(document)
    return name is not None and person_of(name.of(document.text)) == name.of(document.text)  # 沈从山年表


# 【主讲者简介】, 关于作者: what is told below it is somebody's life.
_ABOUT_SOMEBODY = re.compile(
    r"[^一-鿿]{0,6}(?:关于)?(?:主讲者?|讲[者师员]|主讲人|主持人?|与谈人?|作者|嘉宾|人物|艺术家|画家|导演|演[出员]者?|团员|教练|导师|老师|教授|策展人|个人)"
    r"(?:群|团队|阵容)?(?:简介|介绍|简历|经历|小传|档案)?[^一-鿿]{0,4}"
)


@lru_cache(maxsize=4)  # asked of one document for each of its events
def _on_somebody(document: Document) -> frozenset[int]:
    """The blocks below a line that says that somebody is told of, up to the next heading."""
    found: set[int] = set()
    on = False
    for number, block in enumerate(document.blocks):
        text = block.at.of(document.text)
        line = len(text) <= _LINE and block.role is not Role.ROW
        if line and _ABOUT_SOMEBODY.fullmatch(text) and text.rstrip(" 】]#*:").endswith(_SAYS_SO):
            on = True
        elif block.role is Role.HEADING or (line and text.startswith(("【", "[", "#"))):
            on = False
        elif on:
            found.add(number)
    return frozenset(found)


_SAYS_SO = ("简介", "介绍", "简历", "经历", "小传", "档案", "作者", "讲者")


def told_of_somebody(document: Document, block: int) -> bool:
    """Whether a block lies in the part of a page that tells who somebody is."""
    return block in _on_somebody(document)


_ENTRY = re.compile(r"[^一-鿿\d]{0,6}\d{4} ?[年/.-] ?\d{1,2} ?[月/.-] ?\d{1,2}(?!\d)日?[^\d\n]{8}")
_ENTRIES = 3  # lines of a chronicle


@lru_cache(maxsize=4)
def is_chronicle(document: Document) -> bool:
    """Whether most lines of a document tell something of a day of their own: they head and sign nothing."""
    found = sum(_ENTRY.match(document.text, *block.at) is not None for block in document.blocks)
    return found >= _ENTRIES and 2 * found > len(document.blocks)


@lru_cache(maxsize=4)
def signed_at(document: Document, home: Path) -> bool:
    """Whether a document names its division at its head or foot: a notice of a city, a paper of a province.

    What is only named most often, or told of in a sentence, is not where everything happens: of a painter's life, of
    the matches of a year.
    """
    dated = is_chronicle(document)
    for block in (*document.blocks[:_HEAD], *document.blocks[-_FOOT:]):
        if dated and _ENTRY.match(document.text, *block.at):
            continue
        text = without_journeys(document.text[block.at.start : min(block.at.end, block.at.start + _OPENING)])
        for span, path in named(text):
            if _CREDIT.search(text, max(span.start - _LINE, 0), span.start) and not _OFFICE.match(text, span.end):
                continue  # 来源:江岸网(郑州)
            if path[: len(home)] == home[: len(path)] and not _from_there(text, span) and not _passing(text, span):
                return True
    return False


def _passing(text: str, at: Span) -> bool:
    """Whether a sentence only comes by a division: 赴上海, 在海南文昌首飞, 天津失守; 北京教育考试院 is of there."""
    if text[max(at.start - 1, 0) : at.start] in _BEHIND and _SCHOOL.match(text, at.end):
        return True  # 校史溯自1922年台北高等学校: the name of a school is no signature
    if not _SENTENCE.search(text):
        return False
    if text[max(at.start - 1, 0) : at.start] in _WAYS:
        return True
    return at.start > _FIRST_WORDS and text[at.end - 1] not in _DIVISIONS and not _BODY.match(text, at.end)


def printed(document: Document, spans: tuple[Span, ...], section: Path) -> str:
    """A place in the document's own characters; the divisions above it stand before it where the table knows them."""
    place = _NUMBER.sub("", raw_words(document, spans).strip(" ,，、" + BULLETS))
    if fold(place) in _SHORT:
        return _spelled_out(document, place)
    if document.script is Script.HANT or not section:
        return place
    folded = "".join(span.of(document.text) for span in spans)
    first = next(named(folded, section), None)
    if first is None or first[0].start != 0:
        return place
    span, path = first
    name = span.of(folded)
    if len(name) < len(folded) and name not in path:
        return place  # 内蒙古展销中心, 上海共青森林公园, 广州艺术学院: part of a proper name
    if path[: len(section)] != section and section[: len(path)] != path:
        return place
    own = next((i for i, part in enumerate(path) if part.startswith(name[:2])), len(path) - 1)
    full = path[own] if path[own].startswith(name) else name
    return "".join(path[:own]) + full + place[len(name) :]


_NUMBER = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[）)])\s?")  # 四、图书馆
_SHORT = {
    "京": "北京", "沪": "上海", "津": "天津", "渝": "重庆", "穗": "广州", "蓉": "成都", "杭": "杭州", "港": "香港",
    "澳": "澳门", "台": "台湾", "华": "中国", "美": "美国", "日": "日本", "英": "英国", "法": "法国", "德": "德国",
    "俄": "俄罗斯", "韩": "韩国", "朝": "朝鲜", "越": "越南", "苏": "苏联",
}  # fmt: skip


def _spelled_out(document: Document, sign: str) -> str:
    """在京, 返港: the city by its whole name, as the document writes it if it does."""
    name = _SHORT[fold(sign)]
    if sign == "臺":
        return "臺灣"
    position = document.text.find(name)
    if position >= 0:
        return raw_words(document, [Span(position, position + len(name))])
    return name if document.script is Script.HANS else _TRADITIONAL.get(name, "")


_TRADITIONAL = {
    "中国": "中國",
    "美国": "美國",
    "日本": "日本",
    "英国": "英國",
    "法国": "法國",
    "德国": "德國",
    "越南": "越南",
}


def name_of(path: Path) -> str:
    """The whole name of a division: 黑龙江省大庆市."""
    return "".join(path)


_REGIONS = ("台湾", "香港", "澳门")


def says_nothing(document: Document, path: Path) -> bool:
    """Whether a division is a whole region in the script that is written there."""
    return document.script is Script.HANT and len(path) == 1 and path[0].startswith(_REGIONS)
