"""Where a long phrase may be cut: jieba's words, loaded only when a cut is made.

jieba's own start reads its whole dictionary and takes more than a second; a cut needs only its common words.

>>> phrase = "残疾人高校毕业生网络招聘会"
>>> [phrase[a:b] for a, b in zip((0, *borders(phrase)), borders(phrase))]
['残疾人', '高校', '毕业生', '网络', '招聘会']
"""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib import resources
from math import inf, log
from typing import Any

from timeline.events.language.divisions import opens_as_name
from timeline.events.language.words import verbs
from timeline.memory import remembered

# Words counted a hundred times and more, and verbs counted ten times, of up to six Chinese characters: one in eight;
# the others are never decoded.
_FREQUENT = re.compile(rb"\n[^ ]{1,18}+ (?:\d{3,}+ \S++|\d\d v(?=\n))")


@cache
def _jieba() -> Any:
    """The library without pkg_resources: it asks for that only to open files, and a tenth of a second goes by."""
    name = "pkg_resources"
    loaded = name in sys.modules
    if not loaded:
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        import jieba
    finally:
        if not loaded:
            del sys.modules[name]
    return jieba


@cache
def _dictionary() -> tuple[list[str], list[str], list[str]]:
    """Words, how often each was counted, and their parts of speech."""
    lines = resources.files(_jieba()).joinpath("dict.txt").read_bytes()
    fields = b"".join(_FREQUENT.findall(b"\n" + lines)).decode().split()
    return fields[::3], fields[1::3], fields[2::3]


@cache
def _tags() -> dict[str, str]:
    words, _, parts = _dictionary()
    return {**dict(zip(words, parts, strict=True)), **dict.fromkeys(_SPORTS, "n")}


# What one competes in, which the dictionary has as deeds.
_SPORTS = "跳高 跳远 跳水 跳绳 举重 击剑 射箭 摔跤 拔河 竞走 滑雪 滑冰 冲浪 赛跑 掷铁饼 跳伞 蹦床".split()


@cache
def _tokenizer() -> Any:
    """jieba's, but for how it weighs the words of a phrase: it asks for every beginning of one, and each time anew."""
    words, counts, _ = _dictionary()
    total = log(sum(map(int, counts)))
    by_count = {count: log(int(count)) - total for count in set(counts)}
    weights = dict(zip(words, map(by_count.__getitem__, counts), strict=True))
    unknown = log(1) - total
    longest = {word[:2]: len(word) for word in sorted(words, key=len)}  # of the words that begin with two characters

    class Tokenizer(_jieba().Tokenizer):  # type: ignore[misc]
        def get_DAG(self, phrase: str) -> None:  # noqa: N802
            """Nothing: the words that begin at a place are looked up where they are weighed."""

        def calc(self, phrase: str, _: None, route: dict[int, tuple[float, int]]) -> None:
            """The likeliest way from each place to the end: its weight, and where its first word ends."""
            length = len(phrase)
            ways = [0.0] * (length + 1)
            for start in range(length - 1, -1, -1):
                last, best = start, weights.get(phrase[start], -inf) + ways[start + 1]
                if (size := longest.get(phrase[start : start + 2])) is not None:
                    for end in range(start + 1, start + size if start + size < length else length):
                        weight = weights.get(phrase[start : end + 1])
                        if weight is not None and weight + ways[end + 1] >= best:
                            last, best = end, weight + ways[end + 1]
                ways[start] = best if best > -inf else unknown + ways[start + 1]
                route[start] = ways[start], last

    tokenizer = Tokenizer()
    tokenizer.initialized = True
    return tokenizer


@remembered(4_096)
def tags(phrase: str) -> tuple[tuple[str, str], ...]:
    """The words of a phrase, each with the part of speech that jieba's dictionary gives it; empty where it has none."""
    known = _tags()
    return tuple([(word, known.get(word, "")) for word in _tokenizer().cut(phrase, HMM=False)])


def borders(phrase: str) -> tuple[int, ...]:
    """The ends of the words of a phrase."""
    found, end = [], 0
    for word, _ in tags(phrase):
        end += len(word)
        found.append(end)
    return tuple(found)


def has_verb(phrase: str) -> bool:
    """Whether a phrase says that something happens.

    >>> has_verb("大门紧闭"), has_verb("北京市昌平区一幼儿园")
    (True, False)
    """
    found = tags(phrase[:60])
    acts = any(tag in ("v", "vd", "vi") and (len(word) > 1 or word in _SHORT) for word, tag in found)
    return acts or bool(found and found[-1][1] == "vn")


def is_word(phrase: str) -> bool:
    """Whether the dictionary knows a phrase as one word.

    >>> is_word("合并"), is_word("会等")
    (True, False)
    """
    return phrase in _tags()


def first_act(phrase: str) -> int:
    """Where the first word of a phrase begins that does not belong to a name: a verb, an adverb, a word of time.

    >>> first_act("石英正式出道"), first_act("推出五倍券"), first_act("教育部")
    (2, 0, 3)
    """
    position = 0
    for word, tag in tags(phrase):
        if (
            len(word) > 1
            and word not in _IN_NAMES
            and (tag[:1] in ("v", "d", "r", "t", "z") or tag == "ad")
            and tag not in ("vn", "vg")
        ):
            break
        position += len(word)
    return position


# 机器|厂, of whatever part of speech the dictionary takes it for
_ENDS_NAME = frozenset("某厂局院馆校店社村镇县市区乡省州寺庙庵宫塔桥街站矿场园堂坊坝")
_IN_NAMES = ("高速",)  # 绕城高速二期

_CROWNED = ("皇帝", "帝")


def is_name(phrase: str) -> bool:
    """Whether a phrase only names somebody or something: no verb, adverb, pronoun or particle in it, a noun at its end.

    >>> is_name("第三十八届龙潭庙会"), is_name("一晚停停走走"), is_name("张某"), is_name("")
    (True, False, True, True)
    """
    known = tags(phrase)
    found = [
        (word, "n" if after in _CROWNED else tag[:1])  # 嘉靖|皇帝: of the time that bears the name
        for (word, tag), (after, _) in zip(known, (*known[1:], ("", "")), strict=False)
        if word.strip(" 、·") and tag != "vn" and word not in _IN_NAMES
    ]
    if any(tag and tag in ("vdrtzo" if len(word) > 1 else "pcuy") for word, tag in found):
        return False
    return not found or found[-1][1] in ("n", "j", "i", "l", "q", "") or found[-1][0] in _ENDS_NAME


def begins_with_verb(phrase: str) -> bool:
    """Whether the first word is a verb, or an adverb before one.

    >>> begins_with_verb("首次跻身前十"), begins_with_verb("日本投降")
    (True, False)
    >>> begins_with_verb("考生可登录网站"), begins_with_verb("澎湃新闻记者到场")
    (False, False)
    """
    known = verbs(phrase[:12])
    if known and known[0][0].start == 0:
        return True
    found = [(word, tag) for word, tag in tags(phrase[:12]) if word.strip(" ,")]
    word, tag = found[0] if found else ("", "")
    if word in HOW and found[1:2] and found[1][1] in ("v", "vd", "vi", "vn", "l"):
        return True  # 全面|启动, but 全面|战争
    if found[1:2] == [("了", "ul")] and len(found) > 2 and word not in _PERSONS:
        return True  # 新建|了|一座书屋, 参观|了|博物馆: nouns of the dictionary
    if ("地", "uv") in found[1:2] and word != "花":
        return True  # 慌慌张张|地|来到
    if len(word) == 1 and opens_as_name(phrase.lstrip(" ,")):
        return False  # 花|莲
    if _FLOWER.match(phrase) or _OF_OFFICE.match(phrase) or word in _PERSONS or _PRESS.match(phrase):
        return False  # 花|地玛圣母堂, 戴|副主教
    return tag in ("v", "vd", "vi", "d", "ad") or word in ("首次", "首度", "再次", "被", "前往")


HOW = frozenset(
    "重新 全面 全线 全部 整体 全力 大力 积极 深入 逐步 圆满 成功 顺利 隆重 认真 扎实 稳步 加快 热烈".split()
)
_OF_OFFICE = re.compile(
    r"[\u4e00-\u9fff]副?(?:主教|神父|牧师|[校院市县部局处署镇乡区]长|先生|女士|老师|教授|主任|议员|委员|理事长|董事长)(?!会|团|室)"
)
# Whom the dictionary takes for a deed.
_PERSONS = frozenset("考生 选手 对手 好手 帮手 杀手 保长 处长 排长 站长 组长 连长 镇长".split())
_PRESS = re.compile(r"[\u4e00-\u9fff]{2,4}(?:新闻|日报|晚报|早报|时报|周刊)(?:社?记者|社)")
_FLOWER = re.compile(r"花(?![了过费钱掉光大上在多近约去]|[一二三四五六七八九十百千万两数几半\d])")
_SHORT = frozenset("赴说称获夺赢胜败死建改迁创办开关设任签入出")  # verbs of one character that tell something


# 擢升为右佥都御史, 授兵部尚书, 任知县: offices of the old dynasties, and how they were given.
_OLD_OFFICE = (
    r"(?:尚书|侍[郎中读讲]|仆射|郎中|员外郎|主事|大?学士|[寺仆禄膳正少]卿|寺丞|给事中|御史|巡抚|总[督兵]|[布按]\w{1,2}使|节度使|刺史"
    r"|太守|知[县府州军]|县[令尉丞]|将军|都督|提督|编修|修撰|检讨|祭酒|司业|通判|推官|教谕|训导|参[议政将]|佥事|同知|[宰丞]相|[太少][师傅保]|太尉"
    r"|司[徒空马]|中书令|门下平章事|仪同三司|国[公男]|郡[王公]|庶吉士)"
)
NO_WHO = re.compile(
    rf"(?:擢升?|[升迁拜授除封加补署进赠任转晋调]|左迁|累[官迁]|官至|追[赠封]|历[任官])[授任升封补迁]?[为至]?(?=[^,。;]{{0,10}}{_OLD_OFFICE})|"
    r"[卒殁薨](?=$|[,。;、(])|"
    r"抵(?=达|[华台港澳京沪](?:$|[,。;访出参]))|为(?=[^,]{2,24}(?:[校院馆会市县董]长|主[任席]|教授|院士)(?:$|[,。;]))|[命取]名[为作]|部署(?=[第一二三四五六七八九十两\d]|[一-鿿]{2,8}(?:部队|兵力|警力|人力|军))|荣[登获膺]|喜[获迎]|勇[夺获]|斩获|凭借?|以(?!色列|下|上)|因(?!此|素)|与(?!会)|和(?!平|谐|田)|随(?!州|笔|员|从|军记)|被(?![告子动害捕单])|受(?![害访灾众益贿审助邀]+[者人方群]|众)|又|[生卒殁葬]于|还|并|再|曾|已|便|即|才(?!艺)|先后|连续|再度|相继|最终|终于|奉准|"
    r"(?:小学|中学|高中|大学|本科|硕士|博士|研究生)毕业|其后|另|[东南西北]迁|经过?(?!理|济|营|典|常)|升(?:[为任格至]|等(?![考审]))|[改易]名|改[为称由任]|列[为入]|[调转][任入往至]|晋升|兼任|获(?![益利]|得者|录取|准)|"
    r"[一二三两几多][次度](?!世界|大战)|首[次度]|迁[至往入]|[重增扩改复倡募鼎续整翻]+[修建葺缮]|嫁[给到入与]|"
    r"入(?![学选围])(?=[一-鿿]{1,12}(?:学[院校堂]|大学|[中小]学|书院|[军党]校|[一-鿿]系|研究[院所])(?![生长]))|定名|停招|[归并划][入归属]|"
    r"任(?=[^,]{2,16}(?:书记|主[任席]|委员|[部局校院馆会市县厂站队处科组师团军行所台社]长|经理|总裁|教授|讲师|编辑|记者|秘书|顾问|司令|行走|主笔|教习|知[县府]|总督|巡抚|御史|参事|董事|干事|导师))|"
    r"任(?=[^,]{2,14}(?:工程师|技师|教师|医师|律师|会计师|指挥|总监|代表|大使|公使|领事|干部|总理|理事|监事|助教|助理|研究员|馆员|技术员|教练|评委|参谋|政委|校董|院士|常委)(?:$|[,。;、]))|"
    r"任(?=(?:副|代理?|名誉|首任)?(?:[部局校院馆会市县厂站队处科组师团军行所台社]长|书记|主[任席]|主编|总编|总裁|经理)"
    r"(?:$|[,。;、兼至]))|分配[到至在]|"
    r"历任|(?:主?编|编著|合著|[著撰译])(?=[《“])|携(?:家|眷|妻|子|儿|女|全家|老)|[错误]划|[返赴离居寓](?=[一-鿿]{1,2}(?:$|[,。;]))|弛|招(?!商局|[待聘股])|改[\u4e00-\u9fff]{1,4}?为|属(?![性地实下相鼠牛虎兔龙蛇马羊猴鸡狗猪])|隶属?|直[属隶]|"
    r"析[\u4e00-\u9fff]{1,3}[、置地县]|[废撤裁设置升降](?=[道府州厅县市区乡])|"
    r"重新(?=[一-鿿]{2})|谥[曰号为]|可以|可(?=[于将在向到凭至持按])|潜心|醉心|致力于?|[返回归][国乡](?=[任执创参服担就]|后?(?:任|创|担))|自(?:[沉缢尽杀焚刎立号费学荐]|称(?!的))"
)


def lacks_subject(words_: str) -> bool:
    """Whether words tell what somebody does and not who.

    >>> lacks_subject("凭借歌曲《远方》获得关注"), lacks_subject("考入中央大学"), lacks_subject("大学开学")
    (True, True, False)
    """
    return NO_WHO.match(words_) is not None or begins_with_verb(words_)
