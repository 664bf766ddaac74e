"""A title -> its core: what it says without verbs of holding, numbers and names of places.

>>> core("天津市第三届“夏季送凉爽”活动在水上公园举行", "水上公园")
'夏季送凉爽'
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from timeline.events.language.divisions import named
from timeline.events.language.words import branch, pattern, words
from timeline.events.tellings.differences import without_counts
from timeline.events.tellings.paradigms import KINDS
from timeline.events.tellings.roads import by_name
from timeline.memory import remembered
from timeline.text.folding import fold

_SIGNS = re.compile(r"[^\w\u3400-\u9fff]+")
_CEREMONY = re.compile(
    r"(?<=开幕|闭幕|揭幕|揭牌|启动|开课|开营|结营|开工|竣工|开业|开学|开赛|签约|授牌|颁奖|奠基|通车|开通)(?:仪式|典礼|会|式)"
)
# 第一中学 is 一中, 第三人民医院 三院.
_NUMBERED = re.compile(r"第([一二三四五六七八九十]{1,3})(?:高级|实验|人民)?(?:([中小])学|医(院)|(幼)儿园)")
_GAMES = re.compile(r"第([一二三四五六七八九十]{1,3})届(?:全国|全军|[省市县区])?运动会")  # 八运会
# 因病|逝世, and no 因|病逝|世; “她力量”主题|分享会; 《学报》上|发表.
# … and 创校|六十周年校庆.
_ADDED = re.compile(
    r"因病(?:医治无效)?|(?<=[”》])(?:主题|上(?=[发刊登连]))|[创建][校院馆厂](?=[一二三四五六七八九十百\d]+周?年)"
)
_YEAR = re.compile(r"(?<!\d)\d{2,4}(?:-\d{4})?(?:学年度?|年度)|(?<!\d)\d{4}届")  # 2023年度|民主生活会
# 我院|第三批医疗队, 他的|《江村经济》: whose it is, the other paper says by name.
_SELF = re.compile("^[他她]们?的?|[我本](?=[校院馆司公社局厂队所会])(?:公司|.)")
_FIRM = re.compile("(?<=..)(?:股份)?有限(?:责任)?公司")
_LASTS = re.compile(r"[一二两三四五六七八九十半\d]{1,3}(?:天|个?小时|个?星期|周(?![年岁])|个月)$")  # 闭馆一天
# 27名|队员, 三千余人|赴宴: how many is no name of a thing, as in 3人|篮球赛.
_MANY = re.compile(
    r"(?:\d[\d,.]*|[一二两三四五六七八九十百千万]+)(?:[多余几][万个]?[名位人户家棵株只件台辆份册套桌]?|[名位棵株桌])"
)


_BODY = re.compile(f"(?<![省市区县州旗])(?:{KINDS})")


@cache
def _alternatives() -> tuple[re.Pattern[str], dict[str, str]]:
    """Any word that has another for it, and the one that stands for all of them."""
    rows = [row.split() for row in words("synonyms")]
    return re.compile(branch(word for row in rows for word in row)), {word: row[0] for row in rows for word in row}


@cache
def _long_names() -> tuple[re.Pattern[str], dict[str, str]]:
    """The long names of bodies, and the short one of each."""
    rows = [row.split() for row in words("abbreviation")]
    return re.compile(branch(word for row in rows for word in row)), {word: row[0] for row in rows for word in row}


@remembered(4_096)
def short_named(text: str) -> str:
    """A folded text, its roads and bodies called in one way.

    >>> short_named("市残疾人联合会"), short_named("G15高速"), short_named("最高法")
    ('市残联', '沈海高速', '最高法')
    """
    search, first = _long_names()
    return search.sub(lambda match: first[match[0]], by_name(text))


@lru_cache(maxsize=4_096)
def core(title: str, place: str | None) -> str:
    """What a title says, folded; pieces that were apart are on lines of their own."""
    text = _uncounted(title)
    if place:
        if (name := short_named(fold(place))) not in text:
            return core(title, None)
        text = text.replace(name, "\n")
    for span, _ in reversed(list(named(text))):
        if _BODY.match(text, span.end):
            continue  # 和平小学 is no school in 和平
        text = f"{text[: span.start]}\n{text[span.end :]}"
    search, first = _alternatives()
    text = search.sub(lambda match: first[match[0]], _CEREMONY.sub("", text))
    text = pattern("light").sub("\n", _SIGNS.sub("\n", text))
    return "\n".join(piece for piece in text.split("\n") if piece)


@remembered(4_096)
def _uncounted(title: str) -> str:
    """A title, folded, without years, numbers and what only says whose or how long."""
    title = _YEAR.sub("\n", title)
    text = short_named(fold(title)).replace("《中华人民共和国", "《")
    if "第" in text:
        text = _NUMBERED.sub(r"\1\2\3\4", _GAMES.sub(r"\1运会", text))
    return without_counts(_ADDED.sub("", _LASTS.sub("\n", _MANY.sub("\n", _SELF.sub("\n", _FIRM.sub("", text))))))


@remembered(4_096)
def pairs(text: str) -> frozenset[str]:
    """The characters of a text two by two, and those that stand alone."""
    pieces = text.split("\n")
    return frozenset(piece[i : i + 2] for piece in pieces for i in range(max(1, len(piece) - 1)) if piece)


@remembered(4_096)
def own_words(text: str) -> frozenset[str]:
    """The pairs of a core without nouns that name many events; none where it is nothing else."""
    return pairs(pattern("noun").sub("\n", text))


def is_bare(text: str) -> bool:
    """Whether a core is only what many happenings are called: 招聘会, 座谈会."""
    return len(pattern("noun").sub("", text.replace("\n", ""))) < NAMED


NAMED = 3  # characters beside nouns of events that name a thing of its own
