"""Whether a line, or a part of one, names a house or another place by itself, and nothing else."""

from __future__ import annotations

import re

from timeline.events.language.divisions import path_of
from timeline.events.language.segment import has_verb, lacks_subject
from timeline.events.language.words import branch, verbs, words
from timeline.model import Document, Span
from timeline.text.folding import fold

SITES = branch(words("premises"))
SITE = re.compile(
    rf"(?:{branch(words('site', 'ends'))}”?"
    r"(?:[A-Za-z\d\-]{1,10}|[一二三四五六七八九十\d]{1,4}[楼层号室]|内|里|一带|户外|室外|门外|周边)?"
    r"|(?:路|街|道|巷)[^,。]{0,6}(?:办公室|楼|号|店|段))$"
)
_ADDRESS = re.compile(r"\([^()]{0,60}\)$")
NO_SITE = re.compile(
    r"^(?:让|请|使|叫|令(?!狐)|不要|被|获|荣获|入选|评为|评上|成为|更名|改名|改为|列为|命名|其|此|近|今|明|昨|上半|下半|年|月|该|这|本|会上|全|各(?!村.{2})|线上|网上|新媒体|媒体|平台|基础|同时|过程|期间|现场|活动(?!中心|室|广场|基地|板房|馆)|我|他|她"
    r"|一(?![楼层号])|大会(?!堂)|会议(?!厅|室|中心)|中$|前$|后$|日$|时$|官邸"
    r"|.{0,12}(?:指导|支持|领导|帮助|陪同|协助|推动|努力|引导|号召|情况|背景|框架|形势|条件|方面|过程|会议|(?<![教商协工字])会|基础|工作)"
    r"(?:下|上|中)?$)|.{0,6}板$|.*(?:日报|平台|频率|官网|网站|微博|公众号|节目|周[一二三四五六日]|仪式上|现场|[主客入进离退登出散到]场(?!馆))"
)


def is_site(text: str) -> bool:
    """Whether a line by itself names where something is.

    >>> is_site("知武馆4F演讲厅"), is_site("儿童公园(四维路二段)"), is_site("机械学会年会"), is_site("走访图书馆")
    (True, True, False, False)
    """
    plain = _ADDRESS.sub("", text.strip("#*·- ")).strip()
    if not 3 <= len(plain) <= 30 or plain.endswith(words("noun")):
        return False
    said = NO_SITE.match(plain) or re.search(" .*在(?![线地])", plain)  # 述说发展 重温历史在香港
    return SITE.search(plain) is not None and not said and not verbs(plain)


_BESIDE_HOUSE = re.compile(r"在?([一-鿿\d]{3,16}) (?=(?!每|[限约共]\d)[一-鿿“《][^ :]{3,40}$)")


def house_beside(name: str) -> tuple[str, str]:
    """The house that stands before a thing with but a blank between them, or behind it and a bar, and the thing.

    >>> house_beside("图书馆三楼报告厅 天文讲座"), house_beside("在校电视台 成员集会"), house_beside("河西区 发生火灾")
    (('图书馆三楼报告厅', '天文讲座'), ('校电视台', '成员集会'), ('', '河西区 发生火灾'))
    >>> house_beside("亲子手作坊｜三楼多功能室"), house_beside("国画展｜作品导览")
    (('三楼多功能室', '亲子手作坊'), ('', '国画展｜作品导览'))
    """
    if cells := _BAR.search(name):
        thing, house = name[: cells.start()], name[cells.end() :]
        known = len(thing) >= _LEAST_THING and is_site(fold(house)) and not has_verb(fold(house))
        return (house, thing) if known else ("", name)
    match = _BESIDE_HOUSE.match(fold(name))
    if match is None:
        return "", name
    house, thing = name[slice(*match.span(1))], name[match.end() :]
    led = match.start(1) > 0 and not has_verb(match[1])
    named = led or (is_site(match[1]) and path_of(match[1]) is None)
    return (house, thing) if named and not lacks_subject(fold(thing)) else ("", name)


_BAR = re.compile(r" ?(?:[|｜] ?){1,2}(?=[^|｜]{2,16}$)")
_LEAST_THING = 4  # characters


def named_site(document: Document, at: Span) -> Span:
    """The place of a line that names nothing else, without the address in brackets; else an empty span."""
    text = at.of(document.text)
    if not is_site(text):
        return Span(at.start, at.start)
    address = _ADDRESS.search(text)
    return Span(at.start, at.start + len(text[: address.start() if address else None].rstrip()))
