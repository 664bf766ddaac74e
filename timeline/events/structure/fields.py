"""Keys and values -> drafts: front matter, 时间：… 地点：… groups, labels on lines of their own, publication lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.events.drafts import Draft, raw_words
from timeline.events.editing.printing import finish
from timeline.events.language.clauses import sentences
from timeline.events.language.phrases import phrase
from timeline.events.language.words import pattern
from timeline.events.mentions import at_noon
from timeline.events.structure.brackets import in_bracket
from timeline.events.structure.captions import caption, dated_heading, thing_of
from timeline.events.structure.groups import Field, Group, groups_of
from timeline.events.structure.keys import key_class, subject_of
from timeline.events.structure.lines import Found, Line, draft_of, is_clock
from timeline.events.structure.topics import heading, topic
from timeline.model import Document, EventKind, ExpressionKind, Resolution, Role, Span, When
from timeline.text.folding import fold

_DATES_THE_TEXT = ("date", "published", "time", "datetime", "pubdate")
_ISSUE = re.compile(r"来源|发布|发稿|时间|日期|更新|记者")  # a bare time stamp dates the page, and nobody tells of it
_BARE = 2  # characters of a word that is but a deed
_LINE = 24  # characters of a line that names the thing below it


def front_matter(document: Document, lines: Sequence[Line], found: Found) -> None:
    """The date of front matter or a publication line: an event where it has an hour or a place, else a publication."""
    meta = [line for line in lines if line.role is Role.META and line.number not in found.used]
    found.used.update(line.number for line in lines if line.role in (Role.META, Role.TAIL))
    dated = next((line for line in meta if line.dated() and _dates_the_text(line)), None)
    resolution = dated.dated() if dated else None
    about = topic(document)
    if dated is None or resolution is None or about is None:
        return
    clock = next((clock for line in meta if (clock := line.clock())), None)
    place = next((line.key[1] for line in meta if line.key and key_class(line.key[0]) == "place"), None)
    if clock or place:
        words_ = raw_words(document, [place]) if place else ""
        found.drafts.append(
            draft_of(dated, resolution, "front matter", title=raw_words(document, [about]), place=words_, clock=clock)
        )
    elif _ISSUE.search(dated.text):
        title = raw_words(document, [heading(document) or about])
        found.drafts.append(
            draft_of(dated, resolution, "published", title=title, kind=EventKind.PUBLICATION, minor=True)
        )


_TODAY = re.compile(r"[今昨](?![年后])")


def _days_of_news(lines: Sequence[Line]) -> frozenset[Span | None]:
    """日期:111-08-05 over 今(4)日举行开幕典礼: where the days stand on which news was written, from which 今 counts."""
    return frozenset(
        step.because
        for line in lines
        for resolution in line.resolutions
        if _TODAY.match(resolution.expression.text)
        for step in resolution.steps
        if step.rule == "now"
    )


def _published(document: Document, lines: Sequence[Line], group: Group, resolution: Resolution, found: Found) -> None:
    """The news itself, on the day on which it was written."""
    line = group.lines[0]
    if about := caption(document, lines, group) or heading(document):
        title = raw_words(document, [about])
        found.drafts.append(
            draft_of(line, resolution, "published", title=title, kind=EventKind.PUBLICATION, minor=True)
        )
    found.used.add(line.number)


def _dates_the_text(line: Line) -> bool:
    """Whether a line gives the day of the text and not of something that an excerpt tells."""
    key = re.match(r"([A-Za-z_]{2,20}) ?[:=]", line.text)
    return key is None or key[1] in _DATES_THE_TEXT


def keys_and_values(document: Document, lines: Sequence[Line], found: Found) -> None:
    """One event for the time of each group, and one for each second date that it names (报名时间, 截止日期)."""
    news = _days_of_news(lines)
    groups = groups_of(lines, found.used)
    named = sum(_content(document, group) is not None for group in groups) >= _SEVERAL
    for group in groups:
        first = next(((entry, r) for entry in group.of("day", "time") if (r := entry.line.dated())), None)
        seconds = [(entry, r) for entry in group.of("other") if (r := entry.line.dated())]
        if first is None:
            found.venues += [raw_words(document, [known.value]) for known in group.of("place")]
        if first is None and not seconds:
            continue
        if first is not None and not group.of("place") and first[1].expression.span in {*news, found.written}:
            _published(document, lines, group, first[1], found)
            continue
        over = dated_heading(lines, group, first[1]) if first else None
        content = _content(document, group) if named else None
        about = over[1] if over else content.value if content else caption(document, lines, group)
        title = raw_words(document, [thing_of(document, about)]) if about else ""
        below = about is not None and about != topic(document) and len(title) <= _LINE and title[:1] not in "【〔"
        if first is not None and (seconds or _HELD_THEN.search(document.text, *first[0].line.at)):
            title = _REGISTERS.sub("", title)
        brief = title
        if about and seconds and len(title) > _LONG:
            brief = finish(document, phrase(document, thing_of(document, about), ())) or title[:_LONG]
        if over:
            found.used.add(over[0].number)
        beside = [entry.line for entry in group.of("plain") if entry.line.dated() and entry is not content]
        context = Span(min(line.at.start for line in group.lines), max(line.at.end for line in group.lines))
        if first is not None:
            entry, resolution = first
            place = next((raw_words(document, [_site(document, known)]) for known in group.of("place")), "")
            place = place or _beside_time(document, entry)
            clock = next((clock for known in group.of("day", "time", "clock") if (clock := known.line.clock())), None)
            further = _further_days(document, entry, resolution)
            if resolution.when and not resolution.when.time and clock is None:  # 4月2日及9日上午9时至11时
                clock = next((one for one, _ in further if one.when and one.when.time), None)
            thing = _PLAN.sub("", title) if entry.key in _OF_THE_THING else title
            name = _named_by_key(document, entry, thing, below=below)
            found.drafts += [
                draft_of(entry.line, one, "keys and values", title=name, place=place, context=context, clock=hour)
                for one, hour in [(resolution, clock), *further]
            ]
        for entry in group.fields:
            bracket = _BRACKET.search(document.text, *entry.value) if entry.kind in ("place", "plain") else None
            at = Span(*bracket.span(1)) if bracket else entry.value
            if title and bracket and (bracketed := in_bracket(document, entry.line, at, title, context)):
                found.drafts += bracketed
                beside = [line for line in beside if line is not entry.line]
        found.drafts += _stretches([_second(document, entry, r, brief, context) for entry, r in seconds])
        told = [line for line in group.lines if line not in beside]
        found.used.update(line.number for line in told)
        found.begun.update({line.number: more for line in told if (more := _more(document, line))})


def _content(document: Document, group: Group) -> Field | None:
    """内容:游园会 of a group with a time and no name: what it is, where several groups have one."""
    if group.of("title") or not group.of("day", "time"):
        return None
    known = next((entry for entry in group.of("plain") if entry.key in _CONTENT), None)
    if known is None or not 2 <= known.value.end - known.value.start <= _LINE:
        return None
    return None if re.search("[。;,]", known.value.of(document.text)) else known


_CONTENT, _SEVERAL = ("内容", "活动内容", "项目", "活动项目", "节目", "课程", "活动"), 2
_LONG = 30  # characters of a name that is shortened before a step of it is named by it


def _beside_time(document: Document, entry: Field) -> str:
    """时间及地点:8月8日9时,文化会馆一楼教室: what stands behind the last time of the value."""
    if "地点" not in entry.key or "时间" not in entry.key:
        return ""
    start = max((one.expression.at.end for one in entry.line.resolutions), default=entry.value.end)
    match = _BEHIND_TIME.match(document.text, start, entry.value.end)
    return raw_words(document, [Span(*match.span(1))]) if match else ""


_BEHIND_TIME = re.compile(r"[)\],、;在于 ]{1,4}([^。;!?]{3,60})")
_AND_AT = ("及", "和", "与", "、", "以及")  # 4月24日上午11时及下午3时: twice on that day
_JOINED = re.compile(r"(?:\([^()]{0,40}\)|[ 、,和与及/;]){1,6}")


def _further_days(document: Document, entry: Field, first: Resolution) -> list[tuple[Resolution, Resolution | None]]:
    """时间:4月23日下午3时,4月24日上午11时: the days that only a joint parts from the one before."""
    found: list[tuple[Resolution, Resolution | None]] = []
    days = {first.when.edtf if first.when else None}
    told = [one for one in entry.line.resolutions if one.expression.at.start >= entry.value.start]
    for before, one in pairwise(told):
        between = document.text[before.expression.at.end : one.expression.at.start]
        if one.when is None or one.when.duration or ("(" in between and ")" not in between):
            continue
        if not _JOINED.fullmatch(between) or not one.when.single_day:
            break
        first_hour = before.when.time if before.when else None
        again = is_clock(one) and first_hour is not None and between.strip() in _AND_AT
        again = again and not at_noon(first_hour, one.when.time)
        if again or (not is_clock(one) and one.when.edtf not in days):
            days.add(one.when.edtf)
            found.append((one, None))
    return found


def _more(document: Document, line: Line) -> int:
    """Where the next sentence begins, 0 where no date stands there: 截稿日期:9月底。初评结果10月中旬公布."""
    stop = _NEXT_KEY.search(document.text, *line.at)
    end = stop.end() if stop else 0
    dated = any(one.expression.at.start >= end and one.expression.kind in _TELLS for one in line.resolutions)
    return end if dated else 0


# The next sentence, or the next key on the line: 报名截止:6月30日;说明会:7月10日.
_NEXT_KEY = re.compile(r"。|;(?= ?[一-鿿]{2,10}:)")
_TELLS = (ExpressionKind.DATE, ExpressionKind.DEADLINE, ExpressionKind.PERIOD)
_PAPER = re.compile(r"(?<=.{2})(?:公告|通知|启事|啟事|简章|簡章|通告)$")
# 暑期课程报名, 书画展征稿启事, and below it when one registers or sends something and when it begins.
_REGISTERS = re.compile(r"(?<=.{3})(?:报名|報名|(?:征[稿文]|徵[稿文])(?:启事|啟事)?)$")
# 考试日期, and not 报名时间
_HELD_THEN = re.compile(r"(?:考试|比赛|竞赛|展览|展出|演出|开课|上课|开赛|活动|举办|举行)(?:时间|日期) ?[:|]")
_ROUND = re.compile(r"赛$|试$|开幕|闭幕|颁奖|揭晓|彩排|报到|开始|结束")


_ANNOUNCED = re.compile(r"(?:发言|公告|发布|发文|刊登)日期 ?:? ?$")
_LETTER = re.compile("发文日期 ?:")
_LETTERHEAD = 6  # lines between the day of a letter and what it is about
_FORM = 4  # lines of a form that belong to its announcement


def announcements(document: Document, lines: Sequence[Line], found: Found) -> None:
    """主旨:…, and below it 发言日期 4月23日: the paper and the day on which it was given out."""
    subject: Span | None = None
    letter: Line | None = None  # 发文日期, above the 主旨 of a letter
    days: set[str] = set()  # what the 主旨 itself dates
    for i, line in enumerate(lines):
        if line.key and line.key[0] in ("主旨", "案由"):
            subject = line.key[1]
            days = {one.when.edtf[:10] for one in line.resolutions if one.when and one.when.edtf}
            if letter and (dated := letter.dated()) and line.number - letter.number <= _LETTERHEAD:
                first = sentences(document.text, subject)[0].clauses[0]
                draft = draft_of(letter, dated, "announced", at=first, kind=EventKind.PUBLICATION, minor=True)
                found.drafts.append(draft)
                found.used.add(letter.number)
            letter = None
        if line.label is None and line.number not in found.used and _LETTER.match(line.text) and line.dated():
            letter = line
        resolution = line.dated()
        day = (resolution.when.edtf or "")[:10] if resolution and resolution.when else ""
        if line.key and key_class(line.key[0]) == "issue" and day in days:
            found.used.add(line.number)  # 公告时间:7月21日起生效, as the 主旨 says
        if subject is None or resolution is None or line.number in found.used:
            continue
        start = resolution.expression.at.start
        if not _ANNOUNCED.search(document.text, max(start - 8, line.at.start), start):
            continue
        title = raw_words(document, [subject])[:60]
        clock = line.clock()
        kind = EventKind.PUBLICATION
        found.drafts.append(draft_of(line, resolution, "announced", title=title, kind=kind, minor=True, clock=clock))
        found.used.update(one.number for one in lines[i : i + _FORM] if one.key is None)
        subject = None


def _named_by_key(document: Document, entry: Field, title: str, *, below: bool) -> str:
    """停水时间 is the time of a 停水, whatever stands over it; 时间 that of what the text is about.

    `below` is whether the title is a line above and not that of the text.
    """
    what = re.sub(r"(?<=.{2})(?:召开|举办|举行|办理)$", "", subject_of(entry.key))
    position = entry.label.text.find(what) if what else -1
    if position < 0 or what in fold(title):
        return title
    start = entry.label.at.start + position
    own = raw_words(document, [Span(start, start + len(what))])
    # 决赛 is one of something, 停水检修 is a thing by itself, and 服务 says too little
    return f"{title[:24]}{own}" if _ROUND.search(what) or (below and len(what) <= _BARE) else own


def _second(document: Document, entry: Field, resolution: Resolution, title: str, context: Span) -> Draft:
    """报名时间 of a group: an event of its own, called after the group and its key."""
    what = re.sub(r"(?:时间|日期|期间|期限)(?:[及与和、]?地点)?$", "", entry.key)
    position = entry.label.text.find(what)
    noun = raw_words(document, [Span(entry.label.at.start + position, entry.label.at.start + position + len(what))])
    whole = "" if len(pattern("second").sub("", what)) >= 2 else _PAPER.sub("", title)  # 停止过户起始 says what
    whole = _HOW.sub("", whole)
    noun = "" if whole.endswith((f"{noun}活动", noun)) else noun
    draft = draft_of(entry.line, resolution, "second key", title=f"{whole}{noun}", context=context)
    return _until(document, entry, draft)


def _until(document: Document, entry: Field, draft: Draft) -> Draft:
    """报名:9月1日起,9月25日截止: the term with both its ends."""
    first = draft.when.first
    later = [one for one in entry.line.resolutions if first and one.when and one.when.last and one.when.last > first]
    if first is None or not (draft.when.edtf or "").endswith("/.."):
        return draft
    for one in later:
        closes = _CLOSES.match(document.text, one.expression.at.end) or one.expression.kind is ExpressionKind.DEADLINE
        if closes and one.when and one.when.last:
            days = f"{first.isoformat()}/{one.when.last.isoformat()}"
            return replace(draft, when=When(edtf=days, time=draft.when.time))
    return draft


_CLOSES = re.compile(r"(?:截止|为止|止|结束)")


def _site(document: Document, entry: Field) -> Span:
    """The place of a value: 市剧场 of 市剧场(凭票入场,5月28日起领票); an address stays."""
    match = _BRACKET.search(document.text, *entry.value)
    if match is None or not (entry.line.resolutions or _NO_ADDRESS.search(match[1])):
        return entry.value
    return Span(entry.value.start, match.start()) if match.start() - entry.value.start >= _BARE else entry.value


_BRACKET = re.compile(r"\(([^()]{2,60})\)[ 。.]?$")
_NO_ADDRESS = re.compile(r"凭[票证]|领票|报名|免费|收费|限[额\d]|[入进]场|预约|请|须|额满|先到先得|自[备理]")
_PLAN = re.compile(
    r"(?<=.{4})(?:(?:活动|活動|实施|實施|工作)?方案|秩序[册冊]|(?:竞赛|競賽)?[规規]程)(?:[（(][节節摘草][选選要案][）)])?$"
)  # 读书节活动方案, and below it 活动时间: the 读书节
_OF_THE_THING = ("活动时间", "活动日期", "比赛时间", "比赛日期", "竞赛时间", "演出时间")
_HOW = re.compile(r"(?<=.{4})(?:方法|方式|辦法|办法|須知|须知)$")  # 会议登记方法, and below it 登记时间
_FROM, _UNTIL = re.compile(r"(.{2,})(?:起始|开始|開始)$"), re.compile(r"(.{2,})(?:截止|结束|結束|终止|終止)$")


def _stretches(drafts: list[Draft]) -> list[Draft]:
    """X起始日期 and X截止日期 are the first and the last day of one X; the last is a term besides."""
    ends = {match[1]: draft for draft in drafts if (match := _UNTIL.match(draft.title))}
    found = []
    for draft in drafts:
        begins = _FROM.match(draft.title)
        end = ends.get(begins[1]) if begins else None
        if begins and end and draft.when.first and end.when.last and draft.when.first < end.when.last:
            days = When(edtf=f"{draft.when.first.isoformat()}/{end.when.last.isoformat()}")
            found.append(replace(draft, when=days, title=begins[1], kind=EventKind.PERIOD))
        else:
            found.append(draft)
    return found
