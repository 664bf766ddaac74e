"""Two tellings of two documents -> further cores of each: one title says what another leaves out.

Each reading leaves out of a title, or adds to it, what another document may tell elsewhere or not at all: the hosts,
the place, what came of it, who decided it. Titles that are no core of each other are compared in each reading of both.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from timeline.events.language.segment import has_verb
from timeline.events.language.words import branch, words
from timeline.events.tellings.cores import NAMED, core, is_bare, pairs
from timeline.events.tellings.frames import framed
from timeline.model import Event
from timeline.text.folding import fold

_BLANK = re.compile(r"\s+")
# 突降特大暴雨,地铁停运 and 完工并投入试运行: what comes of it is an addition.
_HEAD = re.compile(r"[^,]{6,}(?=(?:,|(?<![合兼吞归裁])并)[^,]{2,}$)")
_ATTRIBUTE = re.compile(r"[\u4e00-\u9fff]{2,12}$")


def without_bodies(event: Event) -> str:
    """What a title says without those who hold it."""
    title = fold(event.title)
    for body in event.organisers:
        title = title.replace(fold(body), "\n")
    return core(title, event.place)


def _without_hosts(event: Event, other: Event) -> str:
    """What a title says without those who hold it, where the other telling says of nobody that they do."""
    said = core(event.title, event.place) if other.organisers else without_bodies(event)
    nobody = core(other.title, other.place)[:2] in pairs(said)  # it begins with what is held
    return said if nobody and len(said.replace("\n", "")) >= NAMED else core(event.title, event.place)


@cache
def _accidents() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = [row.split() for row in words("incident")]
    return re.compile(branch(word for row in rows for word in row)), {word: row[0] for row in rows for word in row}


def _as_accident(event: Event, _: Event) -> str:
    """突发大火 as 突发火灾: another document has another word for an accident of one kind."""
    search, first = _accidents()
    return core(search.sub(lambda match: first[match[0]], fold(event.title)), event.place)


_SECOND = re.compile(r"(?<=.{4})暨.{4,}")


_DECIDED = re.compile(
    "[^,]{2,12}?(?:(?:决定|宣布|通知|要求)(?=.{4,})"
    "|(?:通报|公告|消息|透露)(?:称?[:,]|(?=破获|侦破|抓获|查处|查获))(?=.{4,}))"
)


def _without_decider(event: Event, _: Event) -> str:
    """市防指决定学校停课 is the 学校停课 of another telling."""
    return core(_DECIDED.sub("", fold(event.title), count=1), event.place)


def _without_second(event: Event, _: Event) -> str:
    """开学典礼暨军训动员大会 is the 开学典礼 of another telling."""
    return core(_SECOND.sub("", fold(event.title)), event.place)


def _with_place(event: Event, _: Event) -> str:
    """What a title says with its place, where little else is said: a bridge is opened."""
    said = core(event.title, event.place)
    return said if len(said.replace("\n", "")) >= NAMED else core(event.title, None)


def _without_places(event: Event, other: Event) -> str:
    """What a title says without the place of either: 剧院演出《杜兰朵》 and 《杜兰朵》在剧院登台."""
    return _without(fold(event.title), (event, other))


def _without_addition(event: Event, _: Event) -> str:
    head = _HEAD.match(fold(event.title))
    return core(event.title[: head.end()] if head else event.title, event.place)


def _with_attribute(event: Event, _: Event) -> str:
    """What a title says that is but a noun, with the words before it in the sentence: 记者节|座谈会."""
    sentence, title = _BLANK.sub("", fold(event.description)), fold(event.title)
    before = _ATTRIBUTE.search(sentence.partition(title)[0]) if title in sentence and is_bare(title) else None
    return core(f"{before[0] if before else ''}{event.title}", event.place)


@cache
def _deeds() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = [row.split() for row in words("deed")]
    return re.compile(branch(word for row in rows for word in row)), {word: row[0] for row in rows for word in row}


_REASON = re.compile(
    r"因(?!病|公|故)[^,]{2,14}?(?=[^,]{2,})(?=封|停|关|闭|暂|延|取|推|改|中断|限|绕|坠|受|被|导|致|引)"
)
_OUTCOME = re.compile(r"(?<=.{4})(?:事故|事件)?(?:,?(?:已|共|并)?(?:导?致|造成|酿成|引发|吸引|惠及)[^,]{2,}|事故$)")
# 一居民楼, 一辆货车: who or what is not named; 台南一中 is.
_SOME = re.compile(
    r"(?<![第\d一二三四五六七八九十])[一两三四五六七八九十几数]多?[名位辆艘架座家栋幢处](?=[\u4e00-\u9fff]{2})"
    r"|(?:^|(?<=[省市县区镇乡村路道地内]))一(?![中小院医附幼])(?=[\u4e00-\u9fff]{2})"
)
_BY_PEOPLE = re.compile(
    r"^(?:全市|全县|全区|我市|我县|我区|本市|当地)?(?:[近约超逾]?\d+[多余]?名?|[数近上约超逾一二两三四五六七八九百千万几十余多]+名)?(?:市民|居民|村民|群众|读者|观众|球迷|跑友|跑者|选手|学生|师生|志愿者)们?(?:在[^,]{2,12}?)?(?:参加|参与|体验|观看|欣赏|聆听)(?=[^,]{4,})"
)
_WITH_PEOPLE = re.compile(
    r"(?<=.{6})(?:吸引|迎来)(?:了|近|约|超|逾)?[\d一二三四五六七八九十百千万数几多余]+[^,]{0,12}$"
)
_WHOSE = re.compile(r"^[^,“”《》的]{3,14}的(?=[^,的]{5,})")
_HARMED = re.compile(r"(?:身亡|死亡|遇难|受伤|受困|被困|获救|丧生|失联)$")
_WHILE = re.compile(r"(?:期间?|假期|时节|之际|以来|[之以]?[后前]|时|影响|[上中])$")
_LENGTH = 4  # characters of a clause that tells something


@lru_cache(maxsize=4_096)
def plain(title: str) -> str:
    """A title as it is told shortest: no reason, no outcome, no second clause, one word for a deed of one kind."""
    head = fold(title).partition(",")[0]
    text = head if len(head) >= _LENGTH and not _WHILE.search(head) else fold(title)
    text = _DECIDED.sub("", _SECOND.sub("", text), count=1)
    search, first = _accidents()
    text = _WITH_PEOPLE.sub("", _BY_PEOPLE.sub("", _REASON.sub("", text)))
    if (whose := _WHOSE.match(text)) and has_verb(whose[0]):
        text = text[whose.end() :]  # 封闭三个月的大桥恢复通车
    told, text = text, search.sub(lambda match: first[match[0]], _OUTCOME.sub("", text))
    if text != told:
        text = _HARMED.sub("", text)
    text = framed(_SOME.sub("\n", text))
    search, first = _deeds()
    return search.sub(lambda match: first[match[0]], text)


def at_its_shortest(event: Event, other: Event) -> str:
    """A title as it is told shortest, with the place where little else is said of either."""
    titles = [plain(one.title) for one in (event, other)]
    said = [_without(title, (event, other)) for title in titles]
    if all(len(text.replace("\n", "")) >= NAMED for text in said):
        return said[0]
    return core(titles[0], None)


def _without(title: str, events: tuple[Event, Event]) -> str:
    for place in sorted((fold(e.place) for e in events if e.place), key=len, reverse=True):
        title = title.replace(place, "\n")
    return core(title, None)


READINGS = (
    _without_hosts,
    _with_place,
    _without_places,
    _as_accident,
    _without_addition,
    _without_second,
    _without_decider,
    _with_attribute,
    at_its_shortest,
)
