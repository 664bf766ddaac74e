"""他 and 她 at the head of a title, 该组织, 会馆 -> who or what the paragraph has named before.

A reader of one line has not read the name. The nearest one that opens a clause, or that a clause is about, is meant;
where the paragraph names nobody so, whom the whole text is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.events.language.persons import person_of
from timeline.events.language.phrases import comes_again
from timeline.events.language.segment import is_name, is_word
from timeline.events.language.words import branch, verbs, words
from timeline.events.who.heroes import hero_of
from timeline.model import Document, Span

_CLAUSE = re.compile(r"[^,。;:!?\n“”]+")
_OPENS = re.compile(
    r"[ (]*(?:但是|不过|然而|于是|此时|这时|随后|后来|此后|同时|当时|此前|据悉|原来|最后|最终|但|而|并|当|据|连)?,?"
)
_FEMALE = re.compile(r"女|母|姐|妹|太太|夫人|妻")
_MALE = re.compile(r"(?<!子)男|父|先生|丈夫|兄|弟")
_NICKNAME = re.compile(rf"[小老阿]{branch(words('surname'))}(?=[一-鿿])|{branch(words('surname'))}某{{1,2}}(?!某)")
_ADDRESSED = re.compile(
    rf"{branch(words('surname'))}[一-鿿]{{0,2}}(?:先生|女士|小姐|太太|老师|同学|师傅|大爷|大妈|阿姨|大叔)"
)
_FOREIGN = re.compile(
    r"[一-鿿]{2,6}[·•‧-][一-鿿]{2,8}(?=[于在将已曾因从自将率表宣首再获出被与和也还则]|[今昨明去前当][日天年])"
)
_SOMEBODY = re.compile(
    r"一[名位个](?:[^,。的]{2,10}的)?(?=([^,。的]{0,12}?(?:\d{1,3}岁)?[^,。的]{0,6}?(?:男子|女子|男童|女童|病人|患者|学生|老人|妇人|司机|旅客|乘客|工人|职员|市民|游客))(?![的和与、]))"
)
# 江城队主帅沈从山赛后辞职,他…
_OFFICE = re.compile(
    r"[一-鿿]{0,12}?(?:主?教练|主帅|队长|[部省市县区镇乡局厅处科院校馆会社厂站]长|主席|主任|书记|总理|总统|经理|总裁|教授|博士"
    r"|导演|演员|[一-鿿]{1,3}家|歌手|运动员|诗人|编剧|记者|医生|律师|警员|司机|选手|创始人|负责人|发言人|候选人)"
)
_IS_OR_BY = re.compile(r"(?:[是由]|即为)[^,。的]{0,14}?(?<=[员家士长授任师者人手星后神将])")
_KIN = re.compile(
    r"的?(?:妻子|丈夫|女儿|儿子|母亲|父亲|妈妈|爸爸|姐姐|妹妹|哥哥|弟弟|爷爷|奶奶|孙[子女]|同事|朋友|同学|邻居)(?![的和与、])"
)
_REACH = 240  # characters over which a pronoun reaches back


def antecedent(document: Document, pronoun: str, before: int) -> Span | None:
    r"""Whom 他 or 她 at a place of the text means; nothing where that is not clear.

    >>> from timeline.text import document as read
    >>> story = read("示例", "小郑动心了,1月17日他来到车站。小郑买了票。")
    >>> antecedent(story, "他", story.text.index("他")).of(story.text)
    '小郑'
    """
    text = document.text
    start = max(text.rfind("\n", 0, before) + 1, before - _REACH)
    other = _FEMALE if pronoun == "他" else _MALE
    clauses = [Span(*match.span()) for match in _CLAUSE.finditer(text, start, before)]
    for clause in reversed(clauses):
        for person in persons_in(text, clause):
            if kin := _KIN.match(text, person.end):
                person = Span(person.start, kin.end())  # 老郑的女儿很担心,她赶到车站
            elif text.startswith("的", person.end):
                return None
            if person.end <= before and not other.search(text, person.start, person.end):
                return person
    hero = hero_of(document)
    if hero is None or hero.end > before or person_of(hero.of(text)) is None:
        return None
    return hero


def persons_in(text: str, clause: Span) -> Iterator[Span]:
    """The persons that a clause begins with or names as who did it."""
    opening = _OPENS.match(text, *clause)
    start = opening.end() if opening else clause.start
    if person := person_of(text[start : min(start + 12, clause.end)]):
        yield Span(start, start + len(person))
    if (office := _OFFICE.match(text, start, clause.end)) and (
        person := person_of(text[office.end() : office.end() + 8])
    ):
        yield Span(office.end(), office.end() + len(person))
    for shape in (_ADDRESSED, _NICKNAME, _FOREIGN):
        match = shape.match(text, start, clause.end)
        if match and comes_again(text, Span(*match.span())) and not is_word(match[0]):
            yield Span(*match.span())
    if match := _SOMEBODY.match(text, start, clause.end):
        yield Span(*match.span(1))
    for named in _IS_OR_BY.finditer(text, *clause):
        if person := person_of(text[named.end() : min(named.end() + 10, clause.end)]):
            yield Span(named.end(), named.end() + len(person))


_CALLED = re.compile(r"(?<![于为了的])“([^“”,。]{2,14})”(?=[^,。“”的]{2})")


def quoted_before(text: str, before: int) -> Span | None:
    """The name in quotation marks that opened a clause last: of 该组织 and 该乐队."""
    start = max(before - _REACH, 0)
    named = [
        match for match in _CALLED.finditer(text, start, before) if text[match.start() - 1 : match.start()] in _EDGES
    ]
    return Span(*named[-1].span()) if named else None


_EDGES = ("\n", ",", "。", ";", ":", "!", "?", "")


_DEFINED = 4_000  # characters over which it is remembered what the school is called


def defined_before(text: str, kind: str, before: int) -> Span | None:
    """出事的学校为江岸幼儿园: what is said to be the one that is called by its kind later."""
    said = re.compile(rf"[^,。;]{{0,8}}[一-鿿]{kind}(?:名为|名叫|叫做|系|为|是)([^,。;:“”的了]{{4,18}})(?=[,。;])")
    found = [Span(*match.span(1)) for match in said.finditer(text, max(before - _DEFINED, 0), before)]
    return next((span for span in reversed(found) if is_name(span.of(text)) and not verbs(span.of(text))), None)
