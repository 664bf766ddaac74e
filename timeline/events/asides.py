"""Dates of which nothing is told: on the furniture of a page, in a question, in what is so now and then.

Each function is a condition of a row in `roles`, where its examples stand.
"""

from __future__ import annotations

import re

from timeline.events.mentions import Mention
from timeline.events.words import pattern, verbs

_PAGE_DATE = re.compile(r"\d{4}[-/.年] ?\d{1,2}[-/.月] ?\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}")
_LINE = 90  # characters of a line of furniture
_PARTY = re.compile(r"(?:原告|被告|上诉|申请|被害|嫌疑|辩护|罪犯|第三)人?")


def furniture(mention: Mention) -> bool:
    """A line of the page, not of the text: who put it there and when, what to read next."""
    start, end = mention.block.at
    line = mention.document.text[start : min(end, start + _LINE + 1)]
    if len(line) > _LINE or re.search("[。!?]", line):
        return False
    if pattern("page").search(line):
        return True
    rest = _ADDRESS.sub("", line.replace(mention.text, "", 1)).strip(" :|-")
    listed = line.startswith(("-", "*", "+", "·", "●"))
    full = start < _HEAD and not listed and _PAGE_DATE.match(mention.text) is not None
    return full and len(rest) <= 16 and _MEDIUM.search(rest) is not None and not verbs(rest)


_MEDIUM = re.compile(r"(?:网|报|社|台|圈|频道|论坛|在线|传媒|公众号|客户端|编辑|记者[一-鿿·]{2,4})$")
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]{1,200}")
_HEAD = 400  # characters within which a page says when it was put there


def question(mention: Mention) -> bool:
    """A question tells nothing of a month or a year; a day that it names stands."""
    end = mention.sentence.at.end
    asked = mention.document.text[end : end + 1] == "?"
    return asked and mention.grain != "day"


def party(mention: Mention) -> bool:
    """The day of birth by which a court tells one person from another."""
    if not re.match(r"(?:出生|生)(?=[,。;)]|$)", mention.after + "。"):
        return False
    head = mention.document.text[mention.sentence.at.start : mention.at.start]
    return re.search(r"[男女]", head) is not None and _PARTY.search(head) is not None


def before_a_date(mention: Mention) -> bool:
    """七年前的9月23日: it only leads to the date behind it."""
    if mention.following is None or not mention.text.endswith(("前", "后")):
        return False
    between = mention.document.text[mention.at.end : mention.following.start]
    return re.fullmatch(r"的(?:美国时间|当地时间|北京时间)?", between) is not None


_GENERAL = re.compile(
    r"(?:并非|并不是|有的|有些|有时|往往|通常|一般(?:来说|而言)?|大多|多数|或许|也许|就?让我们|邀您|总体上|总体来看|相信|希望|期待|祝愿|愿|据说|如果|若|倘若|假如|一旦)"
)


_HABIT = re.compile(
    r"[,]?(?:就|都|也|便|他|她|我|我们)?(?:多次|经常|常常|时常|一直|始终|不断|长期|每一[个天年月周次]|每逢|逐渐|逐步|越来越)"
)
_WHILE = re.compile(r"(?:的时候|之时)$")
_OF_NOTE = re.compile(r"[^。]{0,30}?(?:是|为|成为)[^,。]{0,20}?(?:日子|时刻|(?<!第)一[天年]|节点|契机)$")


def habit(mention: Mention) -> bool:
    """What goes on for months or years, or the time while something was so: 2004年开始,他就多次住院."""
    if mention.grain == "day" and "/" not in mention.edtf:
        return False
    if mention.text.endswith("以来") and mention.after[:1] not in ("", ","):
        return True  # 2003年以来重点工作
    start, end = mention.clause
    clause = mention.document.text[max(start, end - 8) : end]
    return _HABIT.match(mention.after) is not None or _WHILE.search(clause) is not None


def of_note(mention: Mention) -> bool:
    """A day of which it is only said that it matters."""
    return _OF_NOTE.match(mention.after) is not None


def general(mention: Mention) -> bool:
    """What is so now and then, or believed, or hoped: 有的在初五就会提前收摊."""
    clauses = (mention.clause, mention.sentence.clauses[0])
    return any(_GENERAL.match(mention.document.text, clause.start) for clause in clauses)


_DATELINE = re.compile(r"(?:专?电|讯|信息|消息)(?:[\s(:,]|$)")
_WIRE = re.compile(r"专?[电讯](?![影视话脑台器力动信子池梯网商缆源磁波])")
_WIRED = 16  # characters of an agency and its city


def dateline(mention: Mention) -> bool:
    """某社武汉2月5日电: when and from where the text was sent."""
    if _DATELINE.match(mention.after):
        return True
    head = mention.document.text[mention.block.at.start : mention.at.start]
    return len(head) <= _WIRED and not verbs(head) and _WIRE.match(mention.after) is not None


_REPORTED = re.compile(r" ?据[^,]{2,50}(?:消息|报道|报导|称|透露|援引)")
_LEARNED = re.compile(r"[^,]{0,40}(?:获悉|了解到|得知|获知)$")


def learned(mention: Mention) -> bool:
    """记者9日从…获悉: the day on which somebody heard of what another date of the sentence tells."""
    text, (start, end) = mention.document.text, mention.clause
    told = mention.following is not None and mention.following.start >= end
    heard = _LEARNED.match(text[mention.at.end : end]) is not None and "记者" in text[start:end]
    return told and (heard or _REPORTED.fullmatch(text[start:end]) is not None)
