"""A sentence and its mentions -> drafts: which words does each date govern?

A date governs the words from the head of its clause to the next date; dates with nothing between them share what
follows; what stands before a date that ends its sentence belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from timeline.events.drafts import Draft, inside
from timeline.events.language.clauses import Sentence
from timeline.events.language.segment import begins_with_verb, lacks_subject, tags
from timeline.events.language.words import verbs, words
from timeline.events.mentions import Mention
from timeline.events.when.carryovers import ON, announced_from, held_then, moved_thing, thing_of_both
from timeline.events.when.date_words import HELD, ON_ITS_DAY, UP_TO, date_words
from timeline.events.when.occasions import days_off
from timeline.events.when.roles import role
from timeline.events.when.rule import Part
from timeline.events.when.runs import NOTHING, Live, glued, run, shared_hours, trains
from timeline.events.who.lives import life_of
from timeline.events.who.subjects import subject_of
from timeline.model import EventKind, ExpressionKind, Span, When
from timeline.resolve.periods import stretch

_LOOKED_AT = 600  # characters behind a date in which other dates are of interest
_AND = re.compile(r"(?:并|且|同时)[^,、的]{1,16}$")
_FOR = re.compile(r"(?:为期|历时|持续|时间为|长达|共|约|的|大约)[“]?$")
_TO = re.compile(r"(?:[到至]|(?P<on>于))$")
_ENDS = re.compile(r"(?:正式|圆满|顺利)?(?:截止|结束|闭幕|落幕|收官|谢幕|完工|竣工|到期|期满)")


def _value(mention: Mention, following: Mention | None) -> str:
    """The days of a mention; a deadline's is its last, and a length right behind a beginning gives it an end."""
    if mention.kind is ExpressionKind.DEADLINE:
        return mention.edtf.removeprefix("../")
    if following is not None and _days_of_feast(mention, following):
        return following.edtf
    if following is not None and (off := days_off(mention, following)):
        return off
    beside = following is not None and mention.edtf.endswith("/..") and following.at.start - mention.at.end <= 3
    if beside and following and (lasts := stretch(following.when.duration or "", start=mention.when.first)):
        return lasts
    if mention.when.time and mention.edtf.endswith("/.."):
        return mention.edtf.removesuffix("/..")  # 16日上午9时起施工: it begins at that hour of that day
    return mention.edtf


def _days_of_feast(feast: Mention, mention: Mention) -> bool:
    """中秋连假(9月14日至17日): the days in the bracket are those of the feast, whatever a calendar says."""
    text = mention.document.text
    between, behind = text[feast.at.end : mention.at.start], text[mention.at.end : mention.at.end + 1]
    first, last, day = mention.when.first, mention.when.last, feast.when.first
    if feast.kind is not ExpressionKind.OBSERVANCE or (between, behind) != ("(", ")") or not (first and last and day):
        return False
    return mention.kind is ExpressionKind.PERIOD and first - day <= _WEEK and day - last <= _WEEK


_WEEK = timedelta(days=7)


def _length_and_end(mentions: Sequence[Mention]) -> tuple[str, Mention] | None:
    """为期一个月,到6月10日截止: the stretch, and the mention of its end."""
    for i, mention in enumerate(mentions):
        if mention.kind is ExpressionKind.DURATION and mention.when.duration and _FOR.search(mention.before):
            for end in mentions[i + 1 : i + 4]:
                led = _TO.search(end.before)
                if led and led["on"] and not (_ENDS.match(end.after) or _ENDS.search(end.text)):
                    continue  # 工期约20天,请业主于29日前移车: no end of it
                if end.when.last and end.grain == "day" and led:
                    days = stretch(mention.when.duration, end=end.when.last)
                    if days:
                        return days, end
    return None


def _live(mentions: Sequence[Mention]) -> list[Live]:
    """The mentions that date something; the year of a thing gives way to a day that opens the sentence."""
    found: list[Live] = []
    day = False
    for mention in mentions:
        rule = role(mention)
        coarse = rule.part is Part.MINOR and mention.grain != "day"
        thing = coarse and (day or (found and _is_of(found[-1].mention, mention)))
        if found and found[-1].part is Part.MINOR and _names_what_is_held(found[-1].mention, mention):
            found.pop()
        if found and rule.part is Part.EVENT and _frames(found[-1].mention, mention):
            found.pop()
        if rule.part in (Part.EVENT, Part.END, Part.MINOR) and not thing:
            found.append(Live(mention, rule.part, rule.name))
        day = day or (rule.part is Part.EVENT and mention.topic)
    return found


def _frames(year: Mention, day: Mention) -> bool:
    """2025年,国庆节当天举办分享会: the year belongs to the feast behind it, as to a day that names its month."""
    between = day.document.text[year.at.end : day.at.start]
    coarse = year.grain in ("year", "month") and "/" not in year.edtf and between == ","
    return coarse and day.kind is ExpressionKind.OBSERVANCE and day.edtf.startswith(year.edtf + "-")


def _names_what_is_held(year: Mention, day: Mention) -> bool:
    """举办2024职人挑战赛,昨日于会展中心举行: the year is of the name of what is held on the day behind it."""
    start = _thing_before(day.document.text, day)
    return day.single_day and year.grain == "year" and start <= year.at.start < day.clause.start


def _is_of(day: Mention, mention: Mention) -> bool:
    """Whether a year belongs to the thing that is held on a day: 定于6月举办2017年读书节, 6日在礼堂召开2017年度大会."""
    held = mention.document.text[day.at.end : mention.at.start]
    there = _THERE.match(held) if day.grain == "day" else None
    held = held[there.end() :] if there else held
    return day.clause == mention.clause and len(held) <= _VERB and HELD.fullmatch(held) is not None


_THERE = re.compile(r"[在于][^,。;]{2,20}?(?=举[办行]|召开)")
_VERB = 6  # characters of a verb of holding, with its adverb


def drafts_of(sentence: Sentence, mentions: Sequence[Mention], block: int, hero: Span | None = None) -> list[Draft]:
    """The drafts of one sentence; `hero` is whom the text as a whole is about."""
    live = _live(mentions)
    length = _length_and_end(mentions)
    if length:
        live = [row for row in live if row.mention is not length[1]] or [Live(length[1], Part.EVENT, "stretch")]
    if not live:
        return []
    text = mentions[0].document.text
    dates = trains(text, live, date_words(mentions, {id(row.mention) for row in live}))
    live, stretches, ends = run(
        text, [row for i, row in enumerate(live) if not (i and glued(live[i - 1].mention, row.mention))]
    )
    following = {id(one): other for one, other in pairwise(mentions)}
    shared = shared_hours(text, live)
    things = {id(b.mention): thing_of_both(text, a.mention, b.mention) for a, b in pairwise(live)}
    found: list[Draft] = []
    for row, region in zip(live, _governed(text, sentence, live, ends), strict=True):
        mention, at = row.mention, _unwrapped(text, region, row.mention)
        last = length is not None and row is live[-1]
        value = stretches.get(id(mention)) or _value(mention, following.get(id(mention)))
        value = length[0] if length and last else value
        if found and (closed := _closes(text, found[-1], mention)):
            found[-1] = replace(found[-1], when=replace(found[-1].when, edtf=closed))
            continue  # 5月6日起接受报名,5月20日截止
        if found and mention.kind is ExpressionKind.DEADLINE and value == found[-1].when.edtf:
            found[-1] = replace(found[-1], at=Span(found[-1].at.start, at.end))  # one term for two duties
            continue
        found.append(
            Draft(
                when=When(edtf=value, time=hours.time, part=hours.part)
                if (hours := shared.get(id(mention)))
                else When(edtf=value, time=mention.when.time, part=mention.when.part),
                resolution=length[1].resolution if length and last else mention.resolution,
                rule=row.rule,
                at=at,
                clauses=inside(sentence.clauses, at),
                context=sentence.at,
                block=block,
                dates=inside(dates, Span(at.start, min(at.end, at.start + _LOOKED_AT))),
                subject=things.get(id(mention))
                or subject_of(text, sentence, mention, hero)
                or (found[-1].subject if found and found[-1].at == at else None),  # 1962年、1972年两次撤校
                kind=EventKind.PERIOD if length and last else None,
                minor=row.part is Part.MINOR,
                title=moved_thing(mention) if row.rule == "moved to" else held_then(mention),
            )
        )
    return found


_ENDS_THEN = re.compile("(?:截止|为止|止)(?=[,。;)]|$)")


def _closes(text: str, before: Draft, mention: Mention) -> str | None:
    """The stretch of what began on a day and ends on that of a mention behind which only 截止 stands."""
    begun, last = before.when.edtf or "", mention.edtf.removeprefix("../")
    first = begun.removesuffix("/..")
    if first == begun or mention.grain != "day" or mention.when.time or not first < last:
        return None
    alone = not mention.before.strip(" 至到于") and _ENDS_THEN.match(text, mention.at.end)
    return f"{first}/{last}" if alone else None


_ANNOUNCED = re.compile(r"(?:宣布|决定|公告|预告|证实|宣告|确认|议决|决议|通过|批准)(?:将|拟|在|于|自|从|定){0,3},?$")


_DEED_ENDS = re.compile(r"[一-鿿]{2}$")
_WHICH = re.compile(r"[^,。的\0]{1,10}的(?=[^,。的])")


def _takes(text: str, mention: Mention, following: Mention) -> bool:
    """Whether the next date only belongs to an attribute of what a deed is done to."""
    between = text[mention.at.end : following.at.start]
    if following.clause != mention.clause or not _WHICH.match(text, following.at.end) or "," in between:
        return False
    known = [span.end for span, kind in verbs(between) if kind != "hold"]
    acts = tags(between)[-1:] if between else ()
    deed = bool(known and known[-1] == len(between)) or any(tag == "v" and len(word) > 1 for word, tag in acts)
    deed = deed or (len(between) <= _VERB and lacks_subject(between))
    return deed and _DEED_ENDS.search(between) is not None


def _governed(text: str, sentence: Sentence, live: Sequence[Live], runs: Mapping[int, int]) -> list[Span]:
    """The words that each live mention governs: up to where the next ones begin."""
    starts = _starts(text, live, runs)
    ends: list[int] = []
    end = sentence.at.end
    for i in range(len(live) - 1, -1, -1):
        if i and (aside := _told_aside(text, live[i - 1].mention, live[i].mention)):
            end = min(end, aside.end)
        if i + 1 < len(live) and starts[i + 1] > starts[i]:
            end = starts[i + 1]
            following = live[i + 1].mention
            begins = end in (following.at.start, following.clause.start, announced_from(text, following))
            if _takes(text, live[i].mention, following):
                end = following.clause.end  # 收购2010年成立的公司: the thing belongs to the deed as well
            if begins and _ANNOUNCED.search(text, max(end - 12, live[i].mention.at.end), end):
                end = following.clause.end  # 今日宣布将于8月开唱: what is announced belongs to the announcement as well
            elif (thing := thing_of_both(text, live[i].mention, following)) and end in (
                thing.start,
                following.clause.start,
            ):
                end = thing.end  # 10月18日议定的方案将于12月1日施行
        ends.append(max(end, live[i].mention.at.end))
    found = [Span(start, end) for start, end in zip(starts, reversed(ends), strict=True)]
    first = live[0].mention
    rest = text[first.at.end : sentence.at.end]
    deed = verbs(rest) or (begins_with_verb(rest) and life_of(text, first.block.at))
    free = not any(role(other).name == "age" for other in first.earlier)  # “文革”期间受到冲击,1972年恢复工作
    free = free and not (_AT_LAST.search(first.before) and len(rest) == _DEED and begins_with_verb(rest))
    if free and len(first.before) < 4 and len(rest) <= 4 and not (deed and subject_of(text, sentence, first, None)):
        found[0] = sentence.at  # what is told stands before a date that ends its sentence
    return found


_AT_LAST = re.compile("(?:终于|最终|才|已|将)[于在]?$")  # 不断追赶,终于在11月完成反超
_DEED = 4  # characters of a deed behind such words


def _unwrapped(text: str, at: Span, mention: Mention) -> Span:
    """(2025年9月27日执行周二课程): a line that is a bracket and nothing else is told without it."""
    words_ = text[at.start : min(at.end, at.start + _LOOKED_AT)]
    alone = at.start == mention.block.at.start == mention.at.start - 1
    whole = alone and words_.startswith("(") and words_.endswith(")") and not re.search("[()]", words_[1:-1])
    return Span(at.start + 1, at.end - 1) if whole else at


_CLOCK = re.compile(r"\d:\d\d")  # 营业时间10:00-22:00,3月20日停业半天
_BY = re.compile(r"由(?!于|来)[^的,]{2,40}$")


def _thing_before(text: str, mention: Mention) -> int:
    """Where the words of the first date begin: 音乐会,由协会于16日在公园举办 tells of the 音乐会."""
    start = mention.clause.start
    clauses = mention.sentence.clauses
    there = not mention.before and _HELD_THERE.match(mention.after) is not None
    nameless = there or ON.fullmatch(mention.before) is not None
    if _TIME_IS.fullmatch(mention.before) and start > mention.sentence.at.start:
        told = next((clause for clause in reversed(clauses) if clause.end < start), None)
        return told.start if told is not None and text[told.end] == "," else start
    if _BY.match(mention.before) is None and not (nameless and (mention.clause in clauses[1:3] or there)):
        return start
    before = next((clause for clause in reversed(clauses) if clause.end < start), None)
    if before is None or text[before.end] != "," or _CLOCK.search(text, *before):
        return start
    if hosted := _HOSTED_THING.match(text, *before):
        return hosted.end()
    if nameless and (held := _HELD_THING.match(text, *before)):
        return held.start(1)
    if before.end - before.start > _THING or (nameless and mention.clause != clauses[1]):
        return start
    thing = _HOSTED.sub("", before.of(text))
    if ON.fullmatch(mention.before) and not _BRACKETED.sub("", mention.after).strip(" ") and not verbs(thing):
        return before.start  # 强烈热带风暴贝碧嘉,由11月4日至8日(共97小时)
    return before.start if (thing.endswith((*words("noun"), "”", "》")) or "“" in thing) and not verbs(thing) else start


_HOSTED = re.compile(r"由(?!于)[^,。]{2,40}?(?:主办|承办|合办|联办|举办)$")  # 讲座由学会合办,5月3日在三楼举行
# 由学会合办之“讲座”,5月3日在三楼举行
_HOSTED_THING = re.compile(
    r"由(?!于)[^,。]{2,80}?(?:主办|承办|合办|联办|举办)[的之](?=“[^“”]{4,40}”$|[^,“”]{2,20}[会赛展节礼式]$)"
)
# 两会合作举办2024职人挑战赛,昨日于会展中心盛大举行
_HELD_THING = re.compile(
    r"[^,。“]{0,24}?(?:举[办行]|主办|合办|办理|开办)(?:的|了)?((?:[^,。“]|“[^“”]{2,30}”){4,36}?(?:[会赛展节季礼式营]|活动))$"
)
_HELD_THERE = re.compile(
    r"(?:上午|下午|晚上?)?,?(?:将|正式|隆重)?[在于假][^,。]{2,30}(?:举[行办]|召开|登场|开[幕赛打跑讲])(?=$|[,。])"
)
# 花市移至公园举行,时间为4月15日
_TIME_IS = re.compile(r"[举办行活动展览演出]{0,2}时间(?:拟|暂|改|调整)?(?:定?[为在于]|是)")
_BRACKETED = re.compile(r"\([^()]{0,20}\)")
_THING = 50  # characters of a clause that names what somebody holds


def _told_before(before: Mention, mention: Mention) -> bool:
    """Whether a deed stands before the date that ends its clause, and another one behind the date of the next."""
    if before.opens or before.clause.end > before.at.end or not mention.opens:
        return False
    told = before.before.rstrip("于在自从")
    return bool(verbs(told) or ON_ITS_DAY.search(before.before)) and (
        bool(verbs(mention.after)) or lacks_subject(mention.after[:12])
    )


# 打破了某人2012年6月创下的纪录: on that day the other one set it
_SURPASSED = re.compile(r"(?:打破|刷新|超越|追平|改写|平)了?((?!自己|本人|他|她|由)[^,。的了“]{2,16}?)[于在]?$")
_SET = re.compile(r"(?:所)?(?:创下|创造|保持|写下|留下|缔造)的")
_TOGETHER = 40  # dates of one deed; a line that is nothing but dates has no deed at all


_HOURS = ("session", "pause")  # each hour of a programme has a part of its own


def _told_aside(text: str, before: Mention, mention: Mention) -> Span | None:
    """举行开学典礼(新生于9月3日报到): the bracket tells a deed of its own, and so do the words before it."""
    opening = text.rfind("(", max(mention.clause.start, mention.at.start - _ASIDE), mention.at.start)
    closing = text.find(")", mention.at.end, mention.at.end + _ASIDE)
    if opening <= before.at.end or closing < 0 or re.search("[()]", text[opening + 1 : closing]):
        return None
    who, deed = text[opening + 1 : mention.at.start].rstrip("于在"), text[mention.at.end : closing]
    own = len(who) >= _WHO and len(deed) >= _WHO and re.fullmatch(r"[\u4e00-\u9fff“”《》]*", who + deed) is not None
    return Span(opening + 1, closing) if own and opening - before.at.end > _TOLD else None


_ASIDE = 40  # characters of a bracket on each side of its date
_TOLD, _WHO = 4, 2  # characters that tell something, and of somebody


def _starts(text: str, live: Sequence[Live], runs: Mapping[int, int]) -> list[int]:
    """Where the words of each live mention begin; mentions with nothing between them begin together."""
    starts: list[int] = []
    for i, (mention, part, rule) in enumerate(live):
        if part is Part.MINOR and (held := HELD.search(mention.before)):
            starts.append(mention.at.start - len(mention.before) + held.start())
            continue
        if _SET.match(mention.after) and (holder := _SURPASSED.search(mention.before)):
            starts.append(mention.at.start - len(holder[1]))
            continue
        if i == 0:
            starts.append(_thing_before(text, mention))
            continue
        before = live[i - 1][0]
        if aside := _told_aside(text, before, mention):
            starts.append(aside.start)
            continue
        between = text[runs.get(id(before), before.at.end) : mention.at.start]
        together = NOTHING.fullmatch(between) is not None and len(between) <= 24 and rule not in _HOURS
        if "," in between and (UP_TO.search(before.before) or _told_before(before, mention)):
            together = False  # 报名截至元旦,腊八节慰问; 公司成立于3月,10月被责令停产
        if together and (i < _TOGETHER or starts[i - _TOGETHER] != starts[-1]):
            starts.append(starts[-1])
        elif (thing := thing_of_both(text, before, mention)) and (
            thing.start > mention.clause.start or any(which == "hold" for _, which in verbs(mention.after))
        ):
            starts.append(thing.start)  # 会上决定的义卖,定于10月15日在操场举行
        elif mention.clause.start > before.at.start:
            starts.append(announced_from(text, mention))
        else:
            verb = _AND.search(between)  # …交流发言并承办了…: the second date belongs to the second verb
            starts.append(mention.at.start - len(between) + verb.start() if verb else mention.at.start)
    return starts
