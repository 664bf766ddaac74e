"""Keys and values -> drafts: front matter, 时间：… 地点：… groups, labels on lines of their own, publication lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from timeline.events.clauses import sentences
from timeline.events.drafts import Draft, raw_words
from timeline.events.phrases import phrase
from timeline.events.printing import finish
from timeline.events.structure.brackets import in_bracket
from timeline.events.structure.lines import (
    Found,
    Line,
    draft_of,
    heading,
    is_clock,
    is_generic,
    is_issue,
    is_page,
    key_class,
    named_by_notice,
    subject_of,
    topic,
)
from timeline.events.words import pattern, words
from timeline.model import Document, EventKind, ExpressionKind, Resolution, Role, Span, When
from timeline.text import fold

_DATES_THE_TEXT = ("date", "published", "time", "datetime", "pubdate")
_ISSUE = re.compile(r"来源|发布|发稿|时间|日期|更新|记者")  # a bare time stamp dates the page, and nobody tells of it
_BARE = 2  # characters of a word that is but a deed
_LINE = 24  # characters of a line that names the thing below it
_QUIET = 2  # lines without a key that a group bears


def front_matter(document: Document, lines: Sequence[Line], found: Found) -> None:
    """The date of front matter or a publication line: an event where it has an hour or a place, else a publication."""
    meta = [line for line in lines if line.role is Role.META]
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


def _dates_the_text(line: Line) -> bool:
    """Whether a line gives the day of the text and not of something that an excerpt tells."""
    key = re.match(r"([A-Za-z_]{2,20}) ?[:=]", line.text)
    return key is None or key[1] in _DATES_THE_TEXT


@dataclass(slots=True)
class _Field:
    kind: str
    key: str
    line: Line  # of the value
    value: Span
    label: Line  # of the key


@dataclass(slots=True)
class _Group:
    fields: list[_Field] = field(default_factory=list)

    def of(self, *kinds: str) -> list[_Field]:
        return [entry for entry in self.fields if entry.kind in kinds]

    @property
    def idle(self) -> bool:
        """Whether it says nothing yet but what is said beside a thing."""
        return bool(self.fields) and all(entry.kind == "plain" for entry in self.fields)

    @property
    def first(self) -> int:
        """The number of the first line that says when, where or what; of those beside a thing where none does."""
        told = [entry for entry in self.fields if entry.kind != "plain"] or self.fields
        return min(entry.label.number for entry in told)

    @property
    def lines(self) -> list[Line]:
        return [line for entry in self.fields for line in (entry.label, entry.line)]


def _groups(lines: Sequence[Line], used: set[int]) -> list[_Group]:
    """Runs of keys and values; a date that comes again begins the next run."""
    groups = [_Group()]
    quiet, i = 0, 0
    while i < len(lines):
        entry = None if lines[i].number in used else _field(lines, i)
        group = groups[-1]
        if entry is None:
            quiet += 1
            if (group.of("time") and _next_thing(lines, i)) or group.idle:
                groups.append(_Group())
            elif _over_keys(lines, i):
                groups.append(_Group([_Field("day", "", lines[i], lines[i].at, lines[i])]))
                quiet = 0
            elif quiet == 1 and group.fields and lines[i].bare and lines[i].clock():
                group.fields.append(_Field("clock", "", lines[i], lines[i].at, lines[i]))
            elif group.fields and (quiet > _QUIET or lines[i].role in (Role.HEADING, Role.PARAGRAPH)):
                groups.append(_Group())
        else:
            if entry.kind == "time" and entry.line.dated() and any(known.line.dated() for known in group.of("time")):
                groups.append(_Group())
            groups[-1].fields.append(entry)
            quiet = 0
            i = max(i, entry.line.number)
        i += 1
    return [group for group in groups if group.fields]


def _over_keys(lines: Sequence[Line], i: int) -> bool:
    """Whether a line is only a date and stands over keys: what they say is of that day."""
    if not (lines[i].bare and lines[i].dated() and i + 1 < len(lines)):
        return False
    if i and (above := lines[i - 1].key) and key_class(above[0]) == "time":
        return False  # 日期:10月5~13日, and below it which teams play on which of them
    key = lines[i + 1].key
    return key is not None and key_class(key[0]) in ("title", "place", "host")


def _next_thing(lines: Sequence[Line], i: int) -> bool:
    """Whether a numbered line without a key stands over keys: 2.学术报告会, and below it who speaks and when."""
    following = lines[i + 1] if i + 1 < len(lines) else None
    return following is not None and following.key is not None and _rank(lines[i].text) < len(_NUMBERINGS)


def _field(lines: Sequence[Line], i: int) -> _Field | None:
    """`key: value` on one line, or a key alone and its value on the next."""
    line = lines[i]
    if line.key:
        key, value = line.key
        return _Field(key_class(key) or "plain", key, line, value, line)
    following = lines[i + 1] if i + 1 < len(lines) else None
    if line.label and following and not following.label and len(following.text) <= 60:
        return _Field(key_class(line.label) or "plain", line.label, following, following.at, line)
    return None


def _title(document: Document, lines: Sequence[Line], group: _Group) -> Span | None:
    """What the group is about: its 主题 or 事由, else the line above that names something, else the whole topic."""
    for entry in group.of("title"):
        if not entry.key.endswith("主题") or group.of("day") or entry.value.of(document.text).endswith(words("noun")):
            return entry.value
    first = near = group.first
    above_heading = False
    between = 0  # lines of text between the keys and the line that names what they are of
    rank = _rank(lines[first].text)
    for line in reversed(lines[max(first - (_FAR if is_issue(document) else _NEAR), 0) : first]):
        if line.role is not Role.HEADING and first - line.number > _NEAR:
            continue
        near -= near == line.number + 1 and bool(line.key or line.label)  # nothing but keys between
        above = _rank(line.text)
        if rank <= above < len(_NUMBERINGS):
            continue  # 六、对象 is no heading of 七、时间
        if above < rank and (match := _WAY.match(line.text)):
            return Span(line.at.start + match.start(1), line.at.start + match.end(1))
        if line.key or line.label or _dated(line) or len(line.text.strip("#*- ")) < 4 or is_page(line.text):
            continue
        rank = min(rank, above)
        if line.role is Role.PARAGRAPH and (len(line.text) > 40 or line.text.endswith(("!", ":", ";"))):
            between += 1
            continue
        if (
            line.text.endswith(("。", "优先", "即可", "不限", "自理", "自备", "待定"))
            or line.text.startswith("——")
            or _LETTERS.search(line.text) is None
        ):
            between += 1
            continue
        if line.text.count(")") > line.text.count("("):
            continue  # the end of a line above
        if line.role is Role.HEADING and (notice := named_by_notice(document, line.at)):
            return notice
        if is_generic(line.text):
            above_heading = True
        elif line.role is Role.HEADING or (line.role is Role.ITEM and (line.number == near - 1 or above_heading)):
            begun = lines[line.number - 1] if line.number else line
            goes_on = begun.role is Role.ITEM and not begun.key and _WRAPPED.search(f"{begun.text}\n{line.text}")
            return Span(begun.bare_text.start, line.bare_text.end) if goes_on else line.bare_text
        elif above < len(_NUMBERINGS) and line.number == first - 1 - between and _NAMED.fullmatch(line.text):
            return line.bare_text  # 3、布偶工作坊, a paragraph on it, and below that when and where
    return topic(document)


_WRAPPED = re.compile(r"[A-Za-z,]\n[A-Za-z]")  # a title in Latin script that goes on in the next line
_LETTERS = re.compile("[一-鿿A-Za-z]{2}")
_NEAR, _FAR = 8, 40  # lines over a group in which one names what it is about; in a paper of many things a heading
_NAMED = re.compile("[^。,;!?]{6,36}")

_DETAILS = re.compile(
    r"(?<=.{3})的?(?:活动)?(?:详情|详细资料|详细信息|相关信息|资料|资讯)$"
)  # 书展详情, and below it when and where


def _thing(document: Document, about: Span) -> Span:
    """书展 of **书展详情**, below which it is said when and where."""
    name = about.of(document.text)
    start = about.start + len(name) - len(name.lstrip("* "))
    return Span(start, max(start, about.start + len(_DETAILS.sub("", name.rstrip("*: ")))))


def _dated(line: Line) -> bool:
    """Whether a line has a date besides the feasts and hours of its name: 1、贺中秋庆国庆晚会, 午间交流会."""
    return any(r.expression.kind is not ExpressionKind.OBSERVANCE and not _is_part(r) for r in line.resolutions)


def _is_part(resolution: Resolution) -> bool:
    """Whether it is only a part of a day in words: 午间, 晚上."""
    return is_clock(resolution) and not re.search(r"\d", resolution.expression.text)


def _dated_heading(lines: Sequence[Line], group: _Group, resolution: Resolution) -> tuple[Line, Span] | None:
    """4/26 技术聚会 #1 over 时间:2009/4/26 14:00: the line that names the thing, and its name."""
    day = resolution.when.first if resolution.when else None
    number = min(line.number for line in group.lines)
    for line in reversed(lines[max(number - 8, 0) : number]):
        dated = line.dated()
        if dated is None or dated.when is None or dated.when.first != day or line.role is Role.PARAGRAPH:
            continue
        if dated.expression.kind is ExpressionKind.OBSERVANCE:
            continue  # 中秋晚会: the feast is part of the name
        rest = Span(max(r.expression.at.end for r in line.resolutions), line.at.end)
        name = line.text[rest.start - line.at.start :]
        left = len(name) - len(name.lstrip(" :-—)]"))
        if dated.expression.at.start <= line.bare_text.start + 1 and len(line.text) <= 60 and len(name) - left >= 4:
            return line, Span(rest.start + left, rest.end)
    return None


_NUMBERINGS = (
    re.compile(r"[壹贰叁肆伍陆柒捌玖拾]{1,2}、|第[一二三四五六七八九十]{1,3}[章节部]"),
    re.compile(r"[一二三四五六七八九十]{1,3}、"),
    re.compile(r"\([一二三四五六七八九十]{1,3}\)"),
    re.compile(r"\d{1,2}[.、](?!\d)"),
    re.compile(r"\(\d{1,2}\)"),
)
_WAY = re.compile(r"[^\u4e00-\u9fff]{0,3}[一二三四五六七八九十]{0,3}[、)]? ?(.{2,8}?)(?:方式|办法|须知|事宜|规定):")


def _rank(text: str) -> int:
    """How deep the numbering of a line is: 壹、 0, 一、 1, (一) 2, 1. 3, (1) 4, none 5."""
    return next((rank for rank, mark in enumerate(_NUMBERINGS) if mark.match(text)), len(_NUMBERINGS))


def keys_and_values(document: Document, lines: Sequence[Line], found: Found) -> None:
    """One event for the time of each group, and one for each second date that it names (报名时间, 截止日期)."""
    for group in _groups(lines, found.used):
        first = next(((entry, r) for entry in group.of("day", "time") if (r := entry.line.dated())), None)
        seconds = [(entry, r) for entry in group.of("other") if (r := entry.line.dated())]
        if first is None:
            found.venues += [raw_words(document, [known.value]) for known in group.of("place")]
        if first is None and not seconds:
            continue
        over = _dated_heading(lines, group, first[1]) if first else None
        about = over[1] if over else _title(document, lines, group)
        title = raw_words(document, [_thing(document, about)]) if about else ""
        below = about is not None and about != topic(document) and len(title) <= _LINE and title[:1] not in "【〔"
        if first is not None and seconds:
            title = _REGISTERS.sub("", title)
        brief = title
        if about and seconds and len(title) > _LONG:
            brief = finish(document, phrase(document, _thing(document, about), ())) or title[:_LONG]
        if over:
            found.used.add(over[0].number)
        beside = [entry.line for entry in group.of("plain") if entry.line.dated()]
        context = Span(min(line.at.start for line in group.lines), max(line.at.end for line in group.lines))
        if first is not None:
            entry, resolution = first
            place = next((raw_words(document, [_site(document, known)]) for known in group.of("place")), "")
            place = place or _beside_time(document, entry)
            clock = next((clock for known in group.of("day", "time", "clock") if (clock := known.line.clock())), None)
            thing = _PLAN.sub("", title) if entry.key in _OF_THE_THING else title
            name = _named_by_key(document, entry, thing, below=below)
            found.drafts += [
                draft_of(entry.line, one, "keys and values", title=name, place=place, context=context, clock=hour)
                for one, hour in [(resolution, clock), *_further_days(document, entry, resolution)]
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


_LONG = 30  # characters of a name that is shortened before a step of it is named by it


def _beside_time(document: Document, entry: _Field) -> str:
    """时间及地点:8月8日9时,文化会馆一楼教室: what stands behind the last time of the value."""
    if "地点" not in entry.key or "时间" not in entry.key:
        return ""
    start = max((one.expression.at.end for one in entry.line.resolutions), default=entry.value.end)
    match = _BEHIND_TIME.match(document.text, start, entry.value.end)
    return raw_words(document, [Span(*match.span(1))]) if match else ""


_BEHIND_TIME = re.compile(r"[)\],、;在于 ]{1,4}([^。;!?]{3,60})")
_JOINED = re.compile(r"(?:\([^()]{0,40}\)|[ 、,和与及/;]){1,6}")


def _further_days(document: Document, entry: _Field, first: Resolution) -> list[tuple[Resolution, Resolution | None]]:
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
        if not is_clock(one) and one.when.edtf not in days:
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
_REGISTERS = re.compile(r"(?<=.{3})(?:报名|報名)$")  # 暑期课程报名, and below it when one registers and when it begins
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


def _named_by_key(document: Document, entry: _Field, title: str, *, below: bool) -> str:
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


def _second(document: Document, entry: _Field, resolution: Resolution, title: str, context: Span) -> Draft:
    """报名时间 of a group: an event of its own, called after the group and its key."""
    what = re.sub(r"(?:时间|日期|期间|期限)(?:[及与和、]?地点)?$", "", entry.key)
    position = entry.label.text.find(what)
    noun = raw_words(document, [Span(entry.label.at.start + position, entry.label.at.start + position + len(what))])
    whole = "" if len(pattern("second").sub("", what)) >= 2 else _PAPER.sub("", title)  # 停止过户起始 says what
    whole = _HOW.sub("", whole)
    noun = "" if whole.endswith((f"{noun}活动", noun)) else noun
    draft = draft_of(entry.line, resolution, "second key", title=f"{whole}{noun}", context=context)
    return _until(document, entry, draft)


def _until(document: Document, entry: _Field, draft: Draft) -> Draft:
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


def _site(document: Document, entry: _Field) -> Span:
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
