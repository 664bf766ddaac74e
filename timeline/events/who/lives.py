"""The opening of a line -> whom or what the rest of it tells of: a life, a line with a label of its own."""

from __future__ import annotations

import re

from timeline.events.language.epochs import EPOCH
from timeline.events.language.persons import person_of
from timeline.events.language.segment import is_name, is_word, tags
from timeline.events.language.words import branch, verbs, words
from timeline.events.structure.keys import key_class
from timeline.model import Span

_HONOUR = "先生|女士|同志|院士|教授|老师|老人"
_NAME = rf"{branch(words('surname'))}[一-鿿]{{1,3}}?"
_CALLED = r"(?:字|号|谥|又?名|原名|本名|又名|别名|笔名|艺名|学名|乳名|法号|自号|别号)[一-鿿·、]{1,8}"
_ORIGIN = r"(?:原籍|祖籍|籍贯)[一-鿿]{2,12}"
_NATURE = (
    r"男|女|[一-鿿]{1,4}族|(?:中共|中国共产党)党员|(?:大学|大专|本科|研究生|高中|中专|博士|硕士)(?:学历|学位|毕业)?"
)
_ATTRIBUTE = re.compile(rf"(?:{_CALLED}|{_ORIGIN}|{_NATURE})")
_YEAR = r"(?:公元前?|民国|光绪|宣统|同治|咸丰|道光)?[\d〇零一二三四五六七八九十元]{2,4}年[^,。;]{0,12}?"
_LIFE = re.compile(
    rf" {{0,2}}({_NAME})(?:{_HONOUR})?(?:\([^()\n]{{0,60}}\))?"
    rf"(?:,(?:{_CALLED}|{_NATURE}|{_ORIGIN})(?=[,。(])|,?(?:于|在)?{_YEAR}(?:出生|诞生|生(?=[于,。;])))"
)


def is_attribute(name: str) -> bool:
    """Whether words only say what somebody is called, of what people or from where: no one of whom a deed is told.

    >>> is_attribute("字子山"), is_attribute("浙江绍兴人"), is_attribute("汉族"), is_attribute("主持人")
    (True, True, True, False)
    """
    if _ATTRIBUTE.fullmatch(name):
        return True
    return name.endswith("人") and any(tag == "ns" for _, tag in tags(name[:-1])[:1]) and not verbs(name)


def life_of(text: str, at: Span) -> Span | None:
    """Whom a block is about that opens with a person and the birth or the by-names.

    >>> told = "沈从山,字子山,1901年生于绍兴。1920年赴沪。"
    >>> life_of(told, Span(0, len(told))).of(told)
    '沈从山'
    """
    match = _LIFE.match(text, at.start, min(at.end, at.start + _FAR))
    return Span(*match.span(1)) if match else None


# 上诉人(原审被告人)杨某,男: whom a court names, and the sentences behind it are told of.
_PARTY = re.compile(
    r"(?:原审|被)?(?:上诉人|被告人?|原告人?|申请人|申诉人|第三人|罪犯)(?:\([^()\n]{2,14}\))?"
    r"([一-鿿][一-鿿×某甲乙丙丁]{1,3}?)(?:\([^()\n]{2,14}\))?,(?:(?:又名|曾用名|别名|绰号)[^,。\n]{1,10},){0,2}[男女],"
)


def party_of(text: str, start: int, end: int) -> Span | None:
    """The party of a case that a stretch of the text named last.

    >>> told = "上诉人(原审被告人)杨某,男,汉族。因本案被逮捕。"
    >>> party_of(told, 0, len(told)).of(told)
    '杨某'
    """
    last = max(_PARTY.finditer(text, start, end), key=lambda found: found.start(), default=None)
    return Span(*last.span(1)) if last else None


_FAR = 120  # characters in which the opening of a life stands


_NUMBERED = re.compile(r" {0,2}(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、]|\([\d一二三四五六七八九十]{1,2}\))? ?")
_LABEL = re.compile(r"([^,。:;“”《》()!?\n ]{2,12}):")
_SPEAKS = ("讯", "电", "消息", "信息", "报道", "说", "称", "示", "问", "答", "道", "附", "注", "者", "人", "如下")


def label_of(text: str, at: Span) -> Span | None:
    """What the line of a block is about that begins with a label.

    >>> told = "2.东线:2021年开工,次年通车。"
    >>> label_of(told, Span(0, len(told))).of(told)
    '东线'
    """
    start = match.end() if (match := _NUMBERED.match(text, at.start, at.end)) else at.start
    label = _LABEL.match(text, start, at.end)
    if label is None:
        return None
    name = label[1]
    if (
        name.endswith(_PARTS)
        or _NO_LABEL.fullmatch(name)
        or EPOCH.fullmatch(name)
        or key_class(name)
        or name.endswith(_SPEAKS)
        or verbs(name)
        or not (is_name(name) or _SECTION.fullmatch(name) or is_feast(name))
    ):
        return None
    return Span(*label.span(1))


def is_feast(label: str) -> bool:
    """Whether a line is labelled by a feast, as those of a list of days off are: 二、春节:2月10日起放假."""
    return _FEAST.fullmatch(label) is not None


# Names of the parts of a text, and of what is said of anything.
_PARTS = tuple(
    (
        "导语 导读 简介 摘要 背景 要点 看点 提要 编者按 前言 后记 正文 标题 说明 小结 进展 结果 "
        "原因 案情 经过 情况 安排 流程 日程 行程 "
        "通知 提示 提醒 事项 方面 票价 价格 费用 名额 电话 内容 对象 资格 条件 要求 办法 方式 方法"
    ).split()
)
_NO_LABEL = re.compile(
    r"[各致].*|(?:尊敬|亲爱)的.*|(?:全体|广大).*|第[一二三四五六七八九十\d]{1,3}(?:阶段|步|条|项|点|部分|章|节|批|天|日|周|站)"
)
_FEAST = re.compile(r"[一-鿿]{1,5}节|元旦|除夕|五一|十一")
_SECTION = re.compile(r"[一-鿿]{0,6}?第?[一二三四五六七八九十\d]{1,3}(?:标段|标|期|段|区|组|队|班|号线|号|线|轮|届)")
_BEARS = re.compile(rf"(?:^|[员家士长授任师者人记席手星官帝])({branch(words('surname'))}[一-鿿]{{1,2}})(?:{_HONOUR})?$")


def bearer_of_title(clause: str) -> int:
    """Where the name begins of a clause that is a person with offices and honours; -1 where it is none.

    >>> bearer_of_title("著名画家、美术学院院长沈从山先生")
    11
    >>> bearer_of_title("方案公布"), bearer_of_title("集团创办人沈从山")
    (-1, 5)
    """
    match = _BEARS.search(clause)
    deed = match is None or verbs(_WHO_DOES.sub("人", clause))
    return match.start(1) if match and not is_word(match[1]) and not deed else -1


_WHO_DOES = re.compile(r"[一-鿿]{2}[人者](?!民)|(?:离|退)休(?=[一-鿿]{0,4}[师工员部任长授记])")  # 创办人


_LINES = 4  # lines above a paragraph in which a second life may begin


def another_life(text: str, start: int, hero: Span) -> Span | None:
    """Whom the paragraphs above tell of, where the life of another begins there: 周某(1899年—1986年)."""
    end = start - 1
    for _ in range(_LINES):
        above = text.rfind("\n", 0, max(end, 0)) + 1
        if person := lifetime_at(text, above):
            return person if person.of(text) != hero.of(text) else None
        end = above - 1
    return None


def lifetime_at(text: str, start: int) -> Span | None:
    """Whose years stand in the bracket behind the name with which a paragraph begins."""
    person = person_of(text[start : start + 24])
    known = person is not None and _LIFETIME.match(text, start + len(person)) is not None
    return Span(start, start + len(person)) if person and known else None


_LIFETIME = re.compile(r"\([^()]{0,6}\d{4}年?")
