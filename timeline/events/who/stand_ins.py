"""该公司, 本校, 校方 at the head of a title, or nothing at all -> the name that is meant.

A text names a body once and then calls it by what it is. A reader of one line has not read that name: the last one of
that sort before it is told instead; of 本 and 我 the first one, for whoever writes names himself at the head.
"""

from __future__ import annotations

import re
from functools import cache

from timeline.events.language.divisions import named as places
from timeline.events.language.phrases import HOLE, Phrase, comes_again
from timeline.events.language.segment import begins_with_verb, tags
from timeline.events.language.words import verbs
from timeline.events.who.antecedents import antecedent, defined_before, quoted_before
from timeline.events.who.heroes import hero_of
from timeline.model import Document, Role, Span

# What a body is called, and how the names of such bodies end.
_ENDS = {
    "公司": "公司|集团",
    "司": "公司",
    "校": "大学|学院|中学|小学|学校|幼儿园|国小|国中|高中",
    "馆": "馆",
    "院": "医院|学院|研究院|剧院|书院|博物院",
    "局": "局",
    "署": "署",
    "厅": "厅",
    "行": "银行|分行",
    "所": "研究所|派出所|交易所|事务所",
    "厂": "厂",
    "会": "协会|学会|委员会|基金会|联合会|公会|总会|促进会",
    "中心": "中心",
    "组织": "组织",
    "基金": "基金",
    "社": "社",
    "庙": "宫|庙|寺",
    "园": "园",
}
_STANDS_IN = re.compile(
    rf"(?:(?P<far>本|我)|该|(?=[^方]{{1,2}}方))(?P<kind>{'|'.join(_ENDS)})(?P<side>方)?(?![址区史训])"
)
_PRONOUN = re.compile(r"[他她](?![们人方处国乡校日年山])")
_NOMINAL = ("n", "j", "b", "f", "s", "m", "q", "i", "l", "a", "")


def named(document: Document, part: Phrase) -> Phrase:
    r"""A title that begins with a word for a body, with its name; the title as it is where the text names none.

    >>> from timeline.text import document as read
    >>> text = read("示例", "江岸市图书馆开放通知\\n9月3日,我馆恢复开放。")
    >>> named(text, Phrase("我馆恢复开放", text.text.index("我馆"))).printed
    '江岸市图书馆恢复开放'
    """
    match = _STANDS_IN.match(part.text)
    if told := _PRONOUN.match(part.text):
        return _instead(document, part, told.end(), antecedent(document, told[0], part.start))
    if match is None and (thing := _this_thing(document, part) or _bare_kind(document, part)):
        return thing
    if match is None or bool(match["side"]) is not (match[0][0] not in "该本我"):
        return part
    name = _name_above(document, part.start, match["kind"]) if match["far"] else None
    name = name or _name(document.text, part.start, match["kind"], first=bool(match["far"]))
    if name is None and not match["far"]:
        name = defined_before(document.text, match["kind"], part.start)
    if name is None and _CALLED_KIND.match(part.text):
        name = quoted_before(document.text, part.start)
    return _instead(document, part, match.end(), name)


def _instead(document: Document, part: Phrase, end: int, name: Span | None) -> Phrase:
    """A title with a name instead of the word that stands in for it."""
    rest = part.cut(end, len(part.text))
    if name is None or name.end > part.start or name.end - name.start + rest.size > _ROOM:
        return part
    return Phrase(name.of(document.text) + HOLE * (rest.start - name.end) + rest.text, name.start)


_ROOM = 44  # characters of a title before what an editor strikes is struck
_AT_HOME = re.compile(
    r"(?:在|于|假|走进|来到)([本我该][校馆院庙园])(?=[隆正成顺圆如联共]|[举召开拉启开上揭演展落]|[,。;]|$)"
    r"|^[\0 ,]*([本我][馆园])(?=(?:将|拟|特别|\0|于|在|现|正式|继续){0,8}(?:举办|举行|推出|开展|开放|开馆|闭馆|展出))"
)


def house_of(document: Document, words_: str, start: int) -> Span | None:
    r"""The house at which whoever writes is at home, by its name: 在我校举行, 我馆举办.

    >>> from timeline.text import document as read
    >>> text = read("示例", "江岸中学运动会\\n9月3日,运动会在我校举行。")
    >>> house_of(text, text.text[8:], 8).of(text.text)
    '江岸中学'
    """
    match = _AT_HOME.search(words_)
    if match is None:
        return None
    group = match.lastindex or 1
    word = Phrase(match[group], start + match.start(group))
    told = named(document, word)
    return Span(told.start, told.start + len(told.text.rstrip(HOLE))) if told.start != word.start else None


_GENERIC = {
    "公司": "公司", "有限公司": "公司", "股份公司": "公司", "股份有限公司": "公司", "集团": "公司",
    "学校": "校", "医院": "院", "基金会": "基金", "协会": "会", "学会": "会",
}  # fmt: skip


def owner_of(document: Document, word: str, before: int) -> Span | None:
    r"""Whose text it is, where it calls that by a mere word for such bodies: 学校, 股份公司.

    >>> from timeline.text import document as read
    >>> text = read("示例", "江岸中学大事记\n1941年,学校招收高中班。")
    >>> owner_of(text, "学校", 13).of(text.text), owner_of(text, "医院", 13)
    ('江岸中学', None)
    """
    kind = _GENERIC.get(word)
    name = _name(document.text, before, kind, first=True) if kind else None
    # A college that a text names may be one of the school's own.
    return None if name is None or (word == "学校" and name.of(document.text).endswith("学院")) else name


_PLACE = re.compile("该(?P<kind>[省市县区州镇乡村街岛])(?![域属情内外里中上政委])")
# What is called by a name in 《 》: 该片, 该书.
_WORK_KIND = re.compile(
    "该(?:影片|电影|电视剧|纪录片|单曲|歌曲|专辑|小说|作品|节目|杂志|片|剧|书|曲|刊|报)(?=[于在由从自被将获共曾也已是为正首入迁改停复易扩重再又并]|\0)"
)

_CALLED_KIND = re.compile(
    "该(?:组织|乐队|乐团|团体|团伙|品牌|平台|系统)(?![织法性化者内外上下])"
)  # called by a name in “ ”


def _this_thing(document: Document, part: Phrase) -> Phrase | None:
    """该县, 该片: the last county, the last work that the text names before."""
    text, start = document.text, max(part.start - _REACH, 0)
    if match := _PLACE.match(part.text):
        names = list(places(text[start : part.start]))
        fitting = [at for at, _ in names if at.of(text[start : part.start]).endswith(match["kind"])]
        name = Span(start + fitting[-1].start, start + fitting[-1].end) if fitting else None
    elif match := _WORK_KIND.match(part.text):
        works = list(_WORK.finditer(text, start, part.start))
        name = Span(*works[-1].span()) if works else None
    elif match := _CALLED_KIND.match(part.text):
        name = quoted_before(text, part.start)
    else:
        return None
    told = _instead(document, part, match.end(), name)
    return None if told is part else told


# What is called by a mere word for such things once its name has been told.
_BARE = re.compile(
    "(会馆|大桥|俱乐部|道路|公路|铁路|大厦|大楼|公园|博物馆|图书馆|美术馆|纪念馆|体育馆|车站|机场|水库|隧道|教堂|祠堂|书院|剧院|戏院|学校|医院|公司|集团|球队|乐队|协会|学会|基金会|大赛|论坛|博览会|艺术节|电影节|音乐节)"
    "(?=\0*(?:[一-鿿]))"
)
_OF_KIND = {
    "道路": "[路道街]",
    "学校": "大学|学院|中学|小学|学校|学堂|公学",
    "公司": "公司|集团",
    "球队": "队|俱乐部",
    "大楼": "大楼|大厦|楼",
}


def _bare_kind(document: Document, part: Phrase) -> Phrase | None:
    """会馆重新开放: the 锦江会馆 that the text is about, or that it has named last."""
    match = _BARE.match(part.text)
    rest = part.cut(match.end(), len(part.text)) if match else part
    if match is None or not (begins_with_verb(rest.printed) or _DEED_OF.match(rest.printed)):
        return None
    kind = match[1]
    hero = hero_of(document)
    about = hero.of(document.text) if hero else ""
    if re.search(rf"(?<=..)(?:{_OF_KIND.get(kind, kind)})$", about):
        name = hero
    else:
        name = _name(document.text, part.start, kind, first=False) if kind not in _OF_KIND else None
    told = _instead(document, part, match.end(), name)
    return None if told is part else told


_DEED_OF = re.compile("[将已于在被由从向]|重新|首次|正式|再次|全[线面]")


_MADE = re.compile(
    r"[,\0 ]*由[^,“《]{2,24}?(?:出版|发行|翻译|译成|改编|搬上|拍成|摄制|首演|演出|刊行|再版|重印|付梓)[^,]{0,8}$"
)
_WORK = re.compile(r"《[^《》\n]{1,24}》")


def work_of(document: Document, part: Phrase) -> Phrase | None:
    """1995年由出版社出版, where nothing says what: the last work that the paragraph names before.

    >>> from timeline.text import document as read
    >>> text = read("示例", "晚年写成《桥梁五十年》一书,1995年由江岸出版社出版。")
    >>> work_of(text, Phrase("由江岸出版社出版", text.text.index("由"))).printed
    '《桥梁五十年》'
    """
    if _MADE.match(part.text) is None:
        return None
    start = max(document.text.rfind("\n", 0, part.start) + 1, part.start - _WORK_REACH)
    works = list(_WORK.finditer(document.text, start, part.start))
    return Phrase(works[-1][0], works[-1].start()) if works else None


_WORK_REACH = 120  # characters over which a work is remembered


def _name_above(document: Document, before: int, kind: str) -> Span | None:
    """The nearest heading that is but a name: 本校 below that of one school among others is that school."""
    for block in reversed(document.blocks):
        if block.role is Role.HEADING and block.at.end <= before:
            text = _REMARK.sub("", block.at.of(document.text))
            start = len(text) - len(text.lstrip("# "))
            if _names(kind).fullmatch(text, start) and not verbs(text[start:]):
                return Span(block.at.start + start, block.at.start + len(text))
    return None


_REMARK = re.compile(r" ?\([^()]*\)$")  # 江岸大学(5月3日更新)


def _name(text: str, before: int, kind: str, *, first: bool) -> Span | None:
    start, end = (0, min(_HEAD, before)) if first else (max(before - _REACH, 0), before)
    ends = _names(kind).finditer(text, start, end)
    found = [span for match in ends if (span := _begun(text, match)) is not None]
    return found[0 if first else -1] if found else None


def last_name(text: str, before: int, kind: str) -> Span | None:
    """The last name of a body of a kind that stands before a place of the text."""
    return _name(text, before, kind, first=False)


_HEAD = 160  # characters in which a text says whose it is
_REACH = 1500  # characters over which a name is remembered


@cache
def _names(kind: str) -> re.Pattern[str]:
    return re.compile(
        rf"[\u4e00-\u9fffA-Za-z·]{{2,20}}?(?:\([一-鿿]{{2,6}}\)[一-鿿]{{0,6}}?)?"
        rf"(?:{_ENDS.get(kind, kind)})(?![方长员内外里中上])"
    )


def _begun(text: str, match: re.Match[str]) -> Span | None:
    """The name with which a run of characters ends: its words back to the first that belongs to no name."""
    start, position = match.start(), match.start()
    for word, tag in tags(match[0]):
        position += len(word)
        if not tag.startswith(_NOMINAL) or word in _NO_PART or (tag in ("m", "q", "a") and position == match.end()):
            start = position
    name = text[start : match.end()]
    if len(name) < _SHORTEST or name in _GENERIC or name.startswith(_NO_START) or verbs(name):
        return None
    alone = start == 0 or text[start - 1] in _EDGES or text[start - 2 : start] == name[-2:]  # 专业会馆锦江会馆
    return Span(start, match.end()) if alone or comes_again(text, Span(start, match.end())) else None


_EDGES = "\n,。;:!?(“、 》”)为是由被"
_SHORTEST = 4  # characters of a name: 某大学, 图书馆 are none
_NO_PART = frozenset("本我该各此是有某全一两多几每个家所名位和与及在于由对向从被将的了为") | {"关于", "根据", "按照"}
_NO_START = ("记者", "跨", "请", "暂", "本", "我", "该", "各", "此", "全", "两", "多", "有关", "相关", "这", "那", "一")
