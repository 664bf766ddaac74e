"""The drafts of a document with their events -> the events without what a later sentence tells of the day again.

News says first that something happened, then how: a notice names a thing, then says when it begins. The later sentence
is another telling of the same happening where it names no other one: an accident of the same kind, the same deed of the
same body, or nothing but what kind of thing it was (仪式9时开始). Its hour is kept where the first telling has none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from timeline.events.drafts import Draft
from timeline.events.language.segment import tags
from timeline.events.language.words import branch, pattern, verbs, words
from timeline.events.tellings.allegations import one_deed, told_by
from timeline.events.tellings.cores import core, own_words, pairs
from timeline.events.tellings.differences import VETOES, hours_apart, places_apart, shortens
from timeline.events.tellings.likeness import likeness
from timeline.events.tellings.parts import HELD_IN
from timeline.events.tellings.retellings import DIED
from timeline.model import Document, Event, Role, Weight, When
from timeline.text.folding import fold

Told = tuple[Draft, Event]

_SENTENCES = ("dated", "stated", "heard", "referred", "deed of an hour", "inherited")
_TELLING = 160  # characters of a draft that are looked at
_CROWD = 24  # tellings of one day among which a first one is looked for


def told_before(document: Document, told: Iterable[Told]) -> list[Event]:
    """The events without those that tell again what an earlier sentence told of the same day."""
    found: list[Event] = []
    days: dict[str, list[tuple[Draft, int]]] = {}
    lines: dict[str, list[int]] = {}
    for draft, event in told:
        day = days.setdefault((event.when.edtf or "").removesuffix("~"), [])
        line = _line(document, draft, event, [(found[n], n) for n in lines.get(event.when.edtf or "", ())[:_CROWD]])
        if line is not None:
            shown = found[line]
            hour = event.when if shown.when.time is None and event.when.time else shown.when
            found[line] = replace(shown, place=shown.place or event.place, when=hour)
            continue
        before = [(one, found[number], number) for one, number in day[:_CROWD]]
        if (alleged := _alleged(document, draft, before)) is not None:
            evidence = (*found[alleged].evidence, *event.evidence)
            court = told_by(document, draft.at.start) == "found"
            found[alleged] = replace(event if court else found[alleged], evidence=evidence)
            continue
        if _remarks(document, draft, [(one, other) for one, other, _ in before]):
            continue
        first = _first(document, draft, event, before)
        if first is not None:
            found[first] = _fuller(found[first], event)
            continue
        if draft.rule in _SENTENCES:
            day.append((draft, len(found)))
        if _is_line(document, draft):
            lines.setdefault(event.when.edtf or "", []).append(len(found))
        found.append(event)
    return found


def _alleged(document: Document, draft: Draft, before: Sequence[tuple[Draft, Event, int]]) -> int | None:
    """The one earlier event that one side of a suit tells, and the court or the other side tells again."""
    who = told_by(document, draft.at.start) if draft.rule in _SENTENCES and before else ""
    if not who:
        return None
    again = [
        number
        for one, other, number in before
        if _DAY.fullmatch(other.when.edtf or "")
        and told_by(document, one.at.start) not in (who, "")
        and one_deed(_behind_the_day(document, one), _behind_the_day(document, draft))
    ]
    return again[0] if len(again) == 1 else None


def _behind_the_day(document: Document, draft: Draft) -> str:
    """What a sentence says behind its date."""
    start = draft.resolution.expression.at.end if draft.resolution else draft.at.start
    return document.text[start : max(draft.at.end, start)][:_TELLING]


_SHOWN = ("date line", "item", "table", "programme", "column", "calendar", "ledger", "listing")


def _is_line(document: Document, draft: Draft) -> bool:
    """Whether a draft is a line of a list or a table and no sentence."""
    if draft.rule in _SHOWN:
        return True
    block = document.blocks[draft.block] if draft.block >= 0 else None
    listed = block is not None and block.role in (Role.ITEM, Role.ROW, Role.HEADING)
    return (
        listed
        and block is not None
        and block.at.end - block.at.start <= _LINE
        and "。" not in block.at.of(document.text)
    )


_LATER = re.compile(r"(?:活动|仪式)?(?:[之以]?[后前]|期间|当[天日]|现场|结束|[上中]|闭幕|的)")


def _line(document: Document, draft: Draft, event: Event, lines: Sequence[tuple[Event, int]]) -> int | None:
    """The one line of a list or a table of which a sentence of the same day says every word again."""
    if draft.rule != "dated" or not event.when.single_day or not lines or _is_line(document, draft):
        return None
    sentence = draft.context.of(document.text)[:_TELLING]
    again = [
        (line, number)
        for line, number in lines
        if _says_all(sentence, line) and not hours_apart(line.when, event.when) and not places_apart(line, event)
    ]
    return again[0][1] if len(again) == 1 and not likeness(again[0][0], event) else None  # what is alike is merged


def _says_all(sentence: str, line: Event) -> bool:
    title = fold(f"{line.title} {line.place or ''}")
    known = [word for word, _ in tags(title) if word.isalnum()]
    words_ = [word for word in known if len(word) > 1]
    if sum(map(len, words_)) < _NAMED or not all(word in sentence for word in words_):
        return False
    return not any(_goes_on(sentence, sentence.find(word) + len(word), known) for word in words_)


def _goes_on(sentence: str, end: int, known: Sequence[str]) -> bool:
    """Whether a word is but part of what is named: 书法展览|策展人, or of when it is: 开幕式|后."""
    behind = tags(sentence[end : end + _NAMED])
    return _LATER.match(sentence, end) is not None or bool(
        behind and behind[0][1][:1] in ("n", "j") and not sentence.startswith(tuple(known), end)
    )


_NAMED = 4  # characters that name what a line tells of


_DAY = re.compile(r"[\dX]{4}-[\dX]{2}-\d\d~?")


def _first(document: Document, draft: Draft, event: Event, before: Sequence[tuple[Draft, Event, int]]) -> int | None:
    """The one earlier event that a draft tells of again; none where it could be several."""
    if draft.rule not in _SENTENCES or _DAY.fullmatch(event.when.edtf or "") is None or not before:
        return None
    again = [
        number
        for one, other, number in before
        if one.at.end <= draft.at.start
        and _one_passage(document, one, draft)
        and (not hours_apart(other.when, event.when) or _within_an_hour(other.when, event.when))
        and not places_apart(other, event)
        and not any(VETOES[what](other, event) for what in ("number", "phase", "member"))  # 第一场 and 第二场 of a day
        and _tells_again(document, (one, other), (draft, event))
        and not likeness(other, event)  # what is alike is merged, and keeps both tellings
    ]
    return again[0] if len(again) == 1 else None


_OF_IT = re.compile(r"发生的|发生在[^,。的]{2,30}的")  # 8日发生的地震已造成6人死亡: it is named in passing
_NO_HOUR = re.compile(r"将|症状|呕吐|腹泻|不适")  # of a threat, or of what came of it


def _fuller(event: Event, again: Event) -> Event:
    """The telling that stays: the first, with the hour that the second gives, unless it only names what happened."""
    if _opened(fold(event.title), fold(again.title)) and _said(again.title) > _said(event.title):
        event, again = again, event  # 第五届艺术节启动仪式 is more than 艺术节启动
    names = _OF_IT.search(fold(event.evidence[0].text)) and not _OF_IT.search(fold(again.evidence[0].text))
    bare = _BARE.fullmatch(fold(again.title)) is not None  # 会议就开始 only gives the hour of the 务虚会
    best, other = (again, event) if names or (_tells(again) and not (_tells(event) or bare)) else (event, again)
    hour = best.when.time is None and "/" not in (other.when.time or "/") and _tells(other)
    weight = Weight.CORE if Weight.CORE in (event.weight, again.weight) else Weight.MINOR
    return replace(best, weight=weight, when=other.when if hour else best.when)


def _tells(event: Event) -> bool:
    """Whether a title says by itself that something happened, and when it began."""
    title = fold(event.title)
    return _NO_HOUR.search(title) is None and (
        bool(_incidents(title)) or _BARE.match(title) is not None or DIED.search(title) is not None
    )


def _within_an_hour(one: When, other: When) -> bool:
    """Whether two hours are those of one opening: 7:38 and 8:00."""
    hours = [re.fullmatch(r"(\d\d):(\d\d)(?::\d\d)?", when.time or "") for when in (one, other)]
    minutes = [60 * int(hour[1]) + int(hour[2]) for hour in hours if hour]
    return len(minutes) == 2 and abs(minutes[0] - minutes[1]) <= _HOUR


_HOUR = 30  # minutes between two hours of one opening


def _one_passage(document: Document, one: Draft, other: Draft) -> bool:
    """Whether no heading stands between two drafts."""
    borders = _borders(document)
    return one.block < 0 or bisect_right(borders, one.block) == bisect_right(borders, other.block)


@lru_cache(maxsize=4)  # asked of one document for each two of its tellings of a day
def _borders(document: Document) -> Sequence[int]:
    """The numbers of the headings and rows."""
    borders = (Role.HEADING, Role.TITLE, Role.ROW)
    return [number for number, block in enumerate(document.blocks) if block.role in borders]


_ATTENDED = re.compile(
    r",?(?:现场|全天|一共|会场)?[共约近超]?(?:计|有|吸引|迎来|接待)?了?(?:来自[^,。]{2,16}的)?"
    r"[\d一二两三四五六七八九十百千万数几余多]{1,8}[名位人](?:[^,。;]{0,12}?)(?:参[加与赛观]|到场|观[看礼赛]|出席|前来|观众|游客|市民|读者)"
)
_SINCE = re.compile(r"([\u4e00-\u9fff]{2,4}?)之?后,")
_THAT_DAY = re.compile(r"[\u4e00-\u9fff]{2,4}?(?:当[天日]|那天|首日),?")
_ITS_DAY = re.compile(r"[\u4e00-\u9fff]{2,4}$")


def _remarks(document: Document, draft: Draft, told: Sequence[Told]) -> bool:
    """当天三千人参加, 通车后车程缩短: how many came, or how things stood since, on a day of which something is told."""
    if draft.rule not in _SENTENCES or draft.resolution is None or not told:
        return False
    text, at = document.text, draft.resolution.expression.at
    ahead, behind = text[draft.at.start : at.start], text[at.end : min(draft.at.end, at.end + _TELLING)]
    if _ATTENDED.match(behind):
        return True
    since, that = _SINCE.match(behind), _THAT_DAY.match(behind)
    if since is not None and since[1] in " ".join(_words(document, one) for one in told):
        return not verbs(behind[since.end() :])
    its = at.of(text) in _DAY_WORDS and _ITS_DAY.fullmatch(ahead)
    return bool(that or its) and not draft.when.time and not verbs(behind[that.end() if that else 0 :])


_DAY_WORDS = ("当天", "当日", "那天", "这天", "首日")

_OTHER = re.compile(
    r"又|再[次度]?|另[一外有]|[第其][二三]|余震|[一二两三四五六七八九十\d多][起宗处]|先后|分别|接连|同日|还"
)
_MANY = re.compile(r"[二两三四五六七八九十\d多][起宗处]")
# What comes after it: help, an end, a count, a reason.
_AFTER = re.compile(
    r"扑灭|熄灭|控制|接治|就诊|送[医往到进]|入院|留院|救出|救治|抢救|清理|恢复|赶[到赴至]|抵达|调查|通报|召开|启动|处置|转移|疏散|出院|住院|收治|"
    r"原因|提示|提醒|宣布|悼念|慰问|解除|死亡|身亡|不治|消防|获救|脱离|排除|指挥|记者|被告|嫌疑"
)


def _details(document: Document, line: Draft, draft: Draft) -> bool:
    """Whether a line of a day and its news stands right above the paragraph of that day: the head of an entry."""
    if draft.block != line.block + 1 or line.resolution is None or draft.resolution is None:
        return False
    text, head, body = document.text, document.blocks[line.block].at, document.blocks[draft.block].at
    alone = head.end - head.start <= _LINE and "。" not in head.of(text) and body.end - body.start > _LINE
    return alone and all(
        told.expression.at.start == block.start for told, block in ((line.resolution, head), (draft.resolution, body))
    )


_LINE = 60  # characters of the head of an entry


def _tells_again(document: Document, first: Told, second: Told) -> bool:
    if _details(document, first[0], second[0]):
        return True
    telling = second[0].at.of(document.text)[:_TELLING]
    title = fold(second[1].title)
    if _OTHER.search(title):
        return False
    earlier, words_ = fold(first[1].title), _words(document, first)
    if _opened(earlier, title) or (_OF_KIN.match(title) and DIED.search(title) and DIED.search(earlier)):
        return True
    if hours_apart(first[1].when, second[1].when):
        return False
    how = not (_AFTER.search(title) or _AFTER.search(earlier) or _MANY.search(earlier))
    if how and _incidents(words_) & _incidents(title + telling):
        return True
    return _bare(title, words_) or _same_deed(earlier, title)


# 家父安详辞世: whoever says so is told of by name above.
_OF_KIN = re.compile(
    r"(?:家[父母严慈]|先[父母]|慈[父母]|我?(?:父亲|母亲|爸爸|妈妈|爷爷|奶奶|外公|外婆|祖父|祖母|丈夫|妻子)|老人|[他她])"
)


def _words(document: Document, told: Told) -> str:
    return fold(told[1].title) + told[0].at.of(document.text)[:_TELLING]


@cache
def _kinds() -> tuple[re.Pattern[str], dict[str, int]]:
    rows = {word: number for number, row in enumerate(words("incident")) for word in row.split()}
    return re.compile(branch(rows)), rows


def _incidents(text: str) -> frozenset[int]:
    """The kinds of accidents that a text tells of."""
    search, rows = _kinds()
    return frozenset(rows[match[0]] for match in search.finditer(text))


def _opened(first: str, second: str) -> bool:
    """公司举行面市仪式 and 市长宣布公司产品正式面市: somebody opens what was told."""
    if not any(_OPENS.search(title) for title in (first, second)):
        return False
    if "宣布" not in first + second and len({HELD_IN.search(title) is None for title in (first, second)}) > 1:
        return False  # 新馆开馆, and the first lecture in it
    return len(_said(first.rpartition("宣布")[2]) & _said(second.rpartition("宣布")[2])) >= _SHARED


def _said(title: str) -> frozenset[str]:
    return pairs(core(title, None))


_OPENS = re.compile(rf"宣布.{{3,}}|(?:正式|隆重)?{branch(words('opening'))}(?:仪式|典礼)?$")
_SHARED = 2  # pairs of characters that two titles have in common


_BARE = re.compile(
    r"(?:该|此次|本次|这[次场]|整个)?(?P<thing>[\u4e00-\u9fff]{2,4}?)"
    r"(?:是|正式|准时|定于|将|即|就|便|才)?(?:发生|举[行办]|召开|开始|进行|打响|开[打球])(?!前|后|以来|之际)"
)


def _bare(title: str, told: str) -> bool:
    """地震发生在…, 仪式于9时开始: nothing but what kind of thing it was, and that it was."""
    match = _BARE.match(title)
    return match is not None and match["thing"] in told and pattern("noun").search(match["thing"]) is not None


def _same_deed(first: str, second: str) -> bool:
    """Whether two clauses tell the same deed of the same body to the same thing."""
    one, other = _parts(first), _parts(second)
    if one is None or other is None or one[1] != other[1]:
        return False
    who, whom = (one[0], other[0]), (one[2], other[2])
    one_body = who[0].endswith(who[1]) or who[1].endswith(who[0])
    if not one_body and min(map(len, who)) >= _NAME:
        one_body = shortens(*who) or shortens(*reversed(who))
    own = [
        {word for word in own_words(core(thing, None)) if len(word) > 1} for thing in whom
    ]  # 召开安全生产会议 and 召开信访会议 are two
    if all(own) and own[0].isdisjoint(own[1]):
        return False
    return one_body and not (all(whom) and pairs(whom[0]).isdisjoint(pairs(whom[1])))


_NAME = 3  # characters of a name that may be left out of a longer one


def _parts(title: str) -> tuple[str, str, str] | None:
    """Who, deed and thing of a title; 突然, 正式 and the like before the deed say neither."""
    position, who = 0, ""
    found = tags(title[:_CLAUSE])
    for (word, tag), (behind, _) in pairwise((*found, ("", ""))):
        position += len(word)
        if tag in ("v", "vi") and len(word) > 1 and who and _BODY.match(behind) is None:
            return who, word, title[position:]
        who += "" if tag in ("d", "ad", "t") else word
    return None


_CLAUSE = 40  # characters of a title in which its deed stands
_BODY = re.compile(r"中心|[局部委处所站厅司办院署科组队网会]")  # 防护|中心
