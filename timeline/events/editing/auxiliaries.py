"""The small words that a sentence needs and a headline does not: 曾, 将, 了, 有 before a number, a comma behind a name.

They say how a deed lies to the day on which somebody wrote of it. A line of a timeline bears its own day, so that they
say nothing there, and what will be is told as what was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from timeline.events.language.persons import person_of
from timeline.events.language.phrases import HOLE, Phrase
from timeline.events.language.segment import begins_with_verb, has_verb, is_name, is_word, lacks_subject, tags
from timeline.events.language.words import quoted, verbs
from timeline.model import Span


class Auxiliary(NamedTuple):
    """A small word, where it stands in a title, and titles with what they are without it."""

    name: str
    find: Callable[[str], Iterator[Span]]
    examples: dict[str, str]


def _words(text: str) -> list[tuple[int, str, str]]:
    """The words of a text with where each begins and its part of speech, without the holes."""
    found: list[tuple[int, str, str]] = []
    position = 0
    for word, tag in tags(text):
        if word.strip(HOLE + " "):
            found.append((position, word, tag))
        position += len(word)
    return found


_ACTS = ("v", "p", "d")  # how the words are tagged with which a deed begins: a verb, a preposition, an adverb
_ORDER = ("首次", "首度", "多次", "两度", "两次", "三次", "三度", "一度", "再次")


def _begins_deed(word: str, tag: str, rest: str) -> bool:
    if word in _NO_DEED:
        return False
    return (tag.startswith(_ACTS) and tag != "vn") or word in _ORDER or begins_with_verb(rest)


_NO_DEED = frozenset("相关 有关 所有 来自 没有".split())  # which the dictionary takes for deeds


def _once(text: str) -> Iterator[Span]:
    """曾, where it is no surname."""
    found = _words(text) if "曾" in text else []
    for (start, word, _), (after, following, tag) in pairwise(found):
        if word not in ("曾", "曾经") or not _begins_deed(following, tag, text[after:]) or quoted(text, start):
            continue
        name = person_of(text[start : start + 12].replace(HOLE, ",")) if word == "曾" else None
        if name is None or is_word(name[1:]) or following in _LEADS:
            yield Span(start, start + len(word))


_LEADS = frozenset("在 于 被 因 就 由 与 和 从 对 向 获 任 为 到 以 是 经".split())


def _will(text: str) -> Iterator[Span]:
    """将 of what is to come, and not of what is handled; nor in what somebody says that will be."""
    found = _words(text) if "将" in text else []
    for (_, before, of), (start, word, _), (after, following, tag) in zip(found, found[1:], found[2:], strict=False):
        if word != "将" or not _begins_deed(following, tag, text[after:]) or quoted(text, start):
            continue
        handled = tag.startswith("v") and _BECOMES.search(text, after + len(following))
        if not (handled or of in ("v", "vd", "p") or before in _STRESS or _SAID.search(text[:start])):
            yield Span(start, start + 1 + (following == "会" and tag.startswith("v")))


_STRESS = frozenset("也 都 还 并 就 均 即 仍 便 亦 又 不".split())
_BECOMES = re.compile(r"(?<=[一-鿿]{2})(?:[一-鿿]?[为成给至到作入交](?=.)|退还|返还|送还)")
_SAID = re.compile(r"(?:[宣据声]?称|说|表示|宣布|提出|决定|预告|公告|意味着|认为|预计|指出|透露|预测|承诺)[^,]*$")


def _done(text: str) -> Iterator[Span]:
    """了 between a verb and what it is done to."""
    found = _words(text) if "了" in text else []
    for (_, verb, of), (start, word, _), (_, following, _) in zip(found, found[1:], found[2:], strict=False):
        ends = len(verb) > 1 and (of.startswith("v") or verb == "通过") and following[0] not in ",、"
        if word == "了" and ends and not quoted(text, start):
            yield Span(start, start + 1)


def _there_are(text: str) -> Iterator[Span]:
    """有 before how many did it."""
    all_ = _BOTH_HAVE.match(text)
    if all_:
        yield Span(*all_.span())
    match = _SOME.match(text, all_.end() if all_ else 0)
    if match and (_says(match[1]) or "被" in match[1]):
        yield Span(match.start(), match.start() + 1)


_BOTH_HAVE = re.compile("[均皆都]\0*(?=有)")
_SOME = re.compile(
    r"有(?=(?:(?:将?近|约|超过|至少)?(?:\d|[一二两三四五六七八九十百几数多]{1,3}[^一-鿿]?[名位人个家所辆艘架户对只头些])|不少|许多|众多|部分|大批|大量"
    r"|[一-鿿]{2,6}(?:提出|建议|反映|举报|投诉|呼吁|发现|报[警案])))([^,]{6,})"
)


def _parted(text: str) -> Iterator[Span]:
    """The comma between a name, or the part of a plan, and what is told of it."""
    stage = _STAGE.match(text)
    if stage and lacks_subject(text[stage.end() :].replace(HOLE, "")):
        yield Span(*stage.span(1))
        return
    match = _NAME_AND.match(text)
    if match and (person_of(match[1]) == match[1] or (is_name(match[1]) and not _says(match[1]))):
        yield Span(*match.span(2))


def _says(text: str) -> bool:
    return bool(verbs(text)) or has_verb(text.replace(HOLE, ""))


_STAGE = re.compile(r"第[一二三四五六七八九十\d]{1,2}(?:阶段|期|步|批|轮|场|天|部分)\0*(,)\0*")
_NAME_AND = re.compile(r"([^,“”《》、\0 ]{2,12})\0*(,)\0*(?=(?:曾经?|将|已)[一-鿿]{3})")


def _also_called(text: str) -> Iterator[Span]:
    """A bracket that gives another name."""
    for match in _CALLED.finditer(text):
        yield Span(*match.span())


_CALLED = re.compile(r"\((?:亦|又|也|旧|俗|别|简|下|以下|或)[有可]?(?:被|统)?(?:称|名|作|叫)[^()]*\)")


def _this(text: str) -> Iterator[Span]:
    """该, 这座, 此次: a reader of one line sees nothing that it points to."""
    match = _POINTS.match(text)
    following = tags(text[match.end() :])[0][0] if match and match.end() < len(text) else ""
    whose = match is not None and text.startswith("的", match.end() + len(following))  # 该导演的纪录片
    if match and not whose and len(following) > 1 and HOLE not in following and len(text) - match.end() >= _LEFT:
        yield Span(*match.span())
    for those in _THOSE.finditer(text):
        yield Span(*those.span())
    for once in _THIS_TIME.finditer(text):
        if not (quoted(text, once.start()) or len(text) - 2 < _LEFT or (match and once.start() < match.end())):
            yield Span(*once.span())


_POINTS = re.compile("该(?![报刊台]社?长)|这[栋座项个次些种部批条份款届所家支名位场件起艘辆]|此[项批类]")
_THIS_TIME = re.compile("(?:此|本|这)(?:次|届)(?=[一-鿿]{2})")
_THOSE = re.compile("(?<=[迎请助供给为让])[这那]些(?=[一-鿿]{2})")  # 欢迎这些学生
_LEFT = 4  # characters that must remain


def _whoever_wishes(text: str) -> Iterator[Span]:
    """有兴趣的市民可 before what they are to do."""
    match = _WISHES.match(text)
    if match and len(text) - match.end() >= _LEFT and _says(text[match.end() :]):
        yield Span(*match.span())


_WISHES = re.compile(
    r"(?:有兴趣|感兴趣|有意愿?|有需要|有志|合资格|符合资格|欲)(?:参加|参与|报名|申请)?(?:活动)?[的之]?"
    r"(?:者|[一-鿿]{0,2}(?:市民|民众|人士|同学|学生|学员|家长|居民|读者|朋友|会员|团体|机构|学校|单位|师生|教师|长者|青年|大众|公众|业者|商户))们?"
    r"\0*,?\0*(?:均|都)?(?:可以?|须|需|请|应|敬请)\0*"
)
AUXILIARIES: tuple[Auxiliary, ...] = (
    Auxiliary(
        "parted",
        _parted,
        {
            "沈从山,曾为画报拍摄封面": "沈从山曾为画报拍摄封面",
            "第一阶段,开展自查自纠": "第一阶段开展自查自纠",
            "第二期,工程由江岸路桥承建": "第二期,工程由江岸路桥承建",
            "初赛,将在江岸中学开赛": "初赛将在江岸中学开赛",
            "大雪来袭,将停课两日": "大雪来袭,将停课两日",
        },
    ),
    Auxiliary(
        "once",
        _once,
        {
            "棋手曾首次入榜": "棋手首次入榜",
            "警方曾经在车站发现爆炸物": "警方在车站发现爆炸物",
            "桥面曾出现裂缝": "桥面出现裂缝",
            "市长曾荫平主持揭牌": "市长曾荫平主持揭牌",
            "曾文水库马拉松开跑": "曾文水库马拉松开跑",
        },
    ),
    Auxiliary(
        "will",
        _will,
        {
            "活动将全面展开": "活动全面展开",
            "棒球队将与邻队争金": "棒球队与邻队争金",
            "四家剧院将关闭": "四家剧院关闭",
            "警方将嫌疑人抓获": "警方将嫌疑人抓获",
            "水务处将相关事件转介警方": "水务处将相关事件转介警方",
            "学校将开放空间改造为教室": "学校将开放空间改造为教室",
            "公司宣布将恢复供货": "公司宣布将恢复供货",
        },
    ),
    Auxiliary(
        "done",
        _done,
        {
            "剧院举办了戏曲沙龙": "剧院举办戏曲沙龙",
            "球队创造了三连冠": "球队创造三连冠",
            "外婆生了老大": "外婆生了老大",
            "居民了解了规划": "居民了解规划",
        },
    ),
    Auxiliary(
        "there are",
        _there_are,
        {
            "有8名学生出现呕吐症状": "8名学生出现呕吐症状",
            "有不少学校开始报名": "不少学校开始报名",
            "均有朝臣提出移祀的请求": "朝臣提出移祀的请求",
            "有限公司召开股东会": "有限公司召开股东会",
            "有三座石桥": "有三座石桥",
            "有两名驴友被困": "两名驴友被困",
        },
    ),
    Auxiliary(
        "this",
        _this,
        {
            "该小区发生火灾": "小区发生火灾",
            "这座大楼完工": "大楼完工",
            "官网显示此次递交失效": "官网显示递交失效",
            "该校开学": "该校开学",
            "本次活动": "本次活动",
            "欢迎这些学生来校": "欢迎学生来校",
        },
    ),
    Auxiliary(
        "whoever wishes",
        _whoever_wishes,
        {
            "有兴趣的市民可亲临服务中心报名": "亲临服务中心报名",
            "有意参加者请网上登记": "网上登记",
            "有意者捐款五千元": "有意者捐款五千元",
        },
    ),
    Auxiliary(
        "also called",
        _also_called,
        {
            "同知移驻石浦镇(亦有称石浦厅)": "同知移驻石浦镇",
            "王爷就藩安陆(今钟祥)": "王爷就藩安陆(今钟祥)",
        },
    ),
)


def without_auxiliaries(part: Phrase) -> Phrase:
    """A title without its small words."""
    for auxiliary in AUXILIARIES:
        for span in auxiliary.find(part.text):
            part = part.without(*span)
    return part
