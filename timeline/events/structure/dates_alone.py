"""A date alone on its line -> drafts: over what happens then, below what it is the day of, or under who signs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from timeline.events.drafts import raw_words
from timeline.events.language.sites import named_site
from timeline.events.language.words import words
from timeline.events.mentions import grain
from timeline.events.structure.entries import first_sentence, further_entries, goes_on, numbered_entries, tells
from timeline.events.structure.keys import key_class
from timeline.events.structure.lines import Found, Line, draft_of, is_clock
from timeline.events.structure.sections import SECTION, name_of_section
from timeline.events.structure.signatures import (
    issued_at,
    judgement,
    officer,
    own_paper,
    signers,
    signing,
    signs,
)
from timeline.events.structure.topics import heading, is_generic, topic
from timeline.model import Document, EventKind, Resolution, Role, Span

_RUBRIC = re.compile(
    r"^[一-鿿]{0,4}(?:要闻|新闻|简讯|消息|快讯|短讯|短波|头条|头版|社论|社评|副刊|专栏|广告|启事|公告)$"
)


class _Alone(NamedTuple):
    """A date alone on its line, what it means, and what stands beside it."""

    document: Document
    lines: Sequence[Line]
    place: int  # of the line among the lines
    resolution: Resolution
    about: Span | None  # the topic of the document
    above: Line | None
    below: Line | None  # the next line with words
    annals: bool  # whether many dates stand so, over what happened then
    opened: int  # how many dates of the page stand below a name with a colon
    named_above: bool  # whether every date of the page has its name over it
    found: Found

    @property
    def line(self) -> Line:
        """The line of the date."""
        return self.lines[self.place]

    def tell(self, title: Span, place: str, context: Span) -> None:
        """Something that happens then, by the words that name it."""
        named = raw_words(self.document, [title])
        self.found.drafts.append(
            draft_of(self.line, self.resolution, "date line", title=named, place=place, context=context)
        )


def date_lines(document: Document, lines: Sequence[Line], found: Found) -> None:
    """A date alone on its line: under a label, under the name of who signs, or over the line that says what."""
    about = topic(document)
    over = sum(
        line.bare and (goes_on(below) or tells(below, of_a_day=_of_a_day(dated)))
        for line, below in pairwise(lines)
        if line.number not in found.used and (dated := line.dated())
    )
    opened = sum(after.bare and _opens(name) for name, after in pairwise(lines))
    named_above = _stand_below(lines)
    for i, line in enumerate(lines):
        resolution = line.dated()
        if line.number in found.used or resolution is None:
            continue
        if not line.bare:
            if about:
                issued_at(document, line, about, found, foot=0 < i == len(lines) - 1)
            continue
        above = lines[i - 1] if i else None
        below = next((one for one in lines[i + 1 : i + 3] if _WORD.search(one.text)), None)
        alone = _Alone(document, lines, i, resolution, about, above, below, over >= _ANNALS, opened, named_above, found)
        if any(read(alone) for read in _READINGS):
            found.used.add(line.number)


def _day_of_issue(alone: _Alone) -> bool:
    """刊登日期, and below it the day."""
    label = alone.above.label if alone.above else None
    return label is not None and key_class(label) == "issue"


def _below_its_label(alone: _Alone) -> bool:
    """活动时间, and below it the day of what the document is about."""
    above, about = alone.above, alone.about
    if not (above and about and above.label) or key_class(above.label) != "time":
        return False
    context = Span(above.at.start, alone.line.at.end)
    alone.found.drafts.append(draft_of(alone.line, alone.resolution, "labelled date", at=about, context=context))
    return True


def _below_its_name(alone: _Alone) -> bool:
    """摘要投稿:, and below it when; or 摘要投稿 without the sign, where names and days take turns and a day is last."""
    above = alone.above
    if above is None or above.number in alone.found.used or above.resolutions or not 2 <= len(above.text) <= _NAME:
        return False
    opened = alone.opened if _opens(above) else 0
    if opened < _TWICE and not ((alone.named_above and not signs(above)) or _takes_turns(alone)):
        return False
    alone.tell(above.bare_text, "", Span(above.at.start, alone.line.at.end))
    alone.found.used.add(above.number)
    return True


def _opens(name: Line) -> bool:
    """Whether a line is a name that ends in a colon, and no key that is known: 摘要投稿:, and not 演出时间:."""
    return name.text.endswith(":") and len(name.text) <= _NAME and key_class(name.text.rstrip(": ")) is None


def _takes_turns(alone: _Alone) -> bool:
    """Whether names and days take turns round the line, a name before each day and nothing after the last."""
    lines, last, first = alone.lines, alone.place, alone.place
    while last + 2 < len(lines) and _is_turn(lines, last + 2):
        last += 2
    while first - 2 > 0 and _is_turn(lines, first - 2):
        first -= 2
    behind = lines[last + 1] if last + 1 < len(lines) else None
    over = lines[first - 2] if first > 1 else None
    return (
        (last - first) // 2 + 1 >= _ANNALS
        and _is_turn(lines, first)
        and (behind is None or behind.role is Role.HEADING or len(behind.text) > _NAME)
        and (over is None or not over.bare)
    )


def _stand_below(lines: Sequence[Line]) -> bool:
    """Whether each day of a page has a short name over it, and not each has one below it."""
    days = [i for i, line in enumerate(lines) if line.bare and line.dated()]
    if len(days) < _ANNALS or not all(i and _is_turn(lines, i) for i in days):
        return False
    below = [lines[i + 1] if i + 1 < len(lines) else None for i in days]
    return not all(one and not one.resolutions and len(one.text) <= _NAME for one in below)


def _is_turn(lines: Sequence[Line], i: int) -> bool:
    """Whether a line is only dates and the one above it a short name without any."""
    name = lines[i - 1]
    return lines[i].bare and not name.resolutions and name.role is not Role.TITLE and 2 <= len(name.text) <= _NAME


_NAME, _TWICE = 24, 2  # characters of a name over its day; names with a colon that are no 各位家长:


def _below_the_title(alone: _Alone) -> bool:
    """The day between the title and the house, or whom the words address."""
    above, below, about = alone.above, alone.below, alone.about
    if not (above and about and below) or above.role is not Role.TITLE:
        return False
    if not (below.site or _NAMES_NOTHING.fullmatch(below.text)):
        return False
    place = raw_words(alone.document, [below.bare_text] if below.site else [])
    alone.tell(about, place, Span(above.at.start, below.at.end))
    alone.found.used.add(below.number)
    return True


def _between_name_and_place(alone: _Alone) -> bool:
    """理事会会议, below it the day or the days, and below these where."""
    line, below = alone.line, alone.below
    name = _named_above(alone.document, alone.lines, alone.place, alone.found) if below else None
    where = _where(alone.document, below) if below and name else None
    if below is None or name is None or where is None:
        return False
    title, context = raw_words(alone.document, [name]), Span(line.at.start, below.at.end)
    alone.found.drafts += [
        draft_of(line, one, "date line", title=title, place=where, context=context, clock=line.clock())
        for one in _days_of(line)
    ]
    alone.found.used.add(below.number)
    return True


def _below_who_signs(alone: _Alone) -> bool:
    """The day at the foot of a paper, below the bodies that issue it."""
    above, about, found = alone.above, alone.about, alone.found
    if not (above and about) or above.number in found.used or not signs(above):
        return False
    title = raw_words(alone.document, [heading(alone.document) or about])
    context = Span(above.at.start, alone.line.at.end)
    draft = draft_of(
        alone.line, alone.resolution, "signature", title=title, context=context, kind=EventKind.PUBLICATION
    )
    foot = signing(alone.lines, alone.place)
    names = tuple(name for one in foot for name in signers(alone.document, one))
    found.drafts.append(replace(draft, organisers=names))
    found.used.update(one.number for one in foot)
    return True


def _beside_an_officer(alone: _Alone) -> bool:
    """审判长 …, 书记员 … round the day of a judgement."""
    officers = [one for one in (alone.above, alone.below) if one and officer(one)]
    if not (alone.above and alone.about and officers):
        return False
    _published(alone, judgement(alone.lines) or heading(alone.document) or alone.about)
    alone.found.used.update(one.number for one in officers)
    return True


def _last_of_a_paper(alone: _Alone) -> bool:
    """The day in the last line of a paper that somebody issues."""
    last = 0 < alone.place == len(alone.lines) - 1
    paper = own_paper(alone.document) if last and alone.about else None
    if paper:
        _published(alone, paper)
    return bool(paper)


def _published(alone: _Alone, title: Span) -> None:
    named = raw_words(alone.document, [title])
    alone.found.drafts.append(
        draft_of(alone.line, alone.resolution, "signature", title=named, kind=EventKind.PUBLICATION)
    )


def _over_a_rubric(alone: _Alone) -> bool:
    """The day of the paper, over the name of a part of it: nothing is told."""
    return alone.place == 0 and alone.below is not None and _RUBRIC.search(alone.below.text) is not None


def _over_what_happens(alone: _Alone) -> bool:
    """The day over the line that says what."""
    line, below, found = alone.line, alone.below, alone.found
    if below is None or below.number in found.used:
        return False
    if not tells(below, of_a_day=alone.annals and _of_a_day(alone.resolution)):
        return False
    keys = alone.lines[alone.place + 2 : alone.place + 2 + _SESSION]
    place = raw_words(alone.document, [named_site(alone.document, below.bare_text)]) or _keyed_place(
        alone.document, keys
    )
    alone.tell(below.bare_text, place, Span(line.at.start, below.at.end))
    found.used.add(below.number)
    when = alone.resolution.when
    if alone.annals and grain(when.edtf or "" if when else "") != "day":
        further_entries(alone.document, line, alone.lines[below.number + 1 :], found)
    elif alone.annals:
        numbered_entries(alone.document, line, alone.lines[below.number :], found)
    return True


def _over_its_story(alone: _Alone) -> bool:
    """The day of annals, or a stage of a plan, over sentences that tell of it."""
    line, below, found = alone.line, alone.below, alone.found
    if below is None or below.number in found.used or not goes_on(below):
        return False
    if not (alone.annals or _STAGE.match(line.text)):
        return False
    first_sentence(alone.document, line, below, found)
    if alone.annals:
        numbered_entries(alone.document, line, alone.lines[below.number :], found)
    return True


# In the order in which they are asked; the first that reads the line is the last.
_READINGS: tuple[Callable[[_Alone], bool], ...] = (
    _day_of_issue,
    _below_its_label,
    _below_its_name,
    _below_the_title,
    _between_name_and_place,
    _below_who_signs,
    _beside_an_officer,
    _last_of_a_paper,
    _over_a_rubric,
    _over_what_happens,
    _over_its_story,
)


def _named_above(document: Document, lines: Sequence[Line], i: int, found: Found) -> Span | None:
    """理事会会议 over 9月1日晚上八时, or the section in which it stands: ## 排球联赛."""
    above = lines[i - 1] if i else None
    if above is None:
        return None
    named = above.role in (Role.HEADING, Role.ITEM) and above.number not in found.used and not above.resolutions
    if named and not (above.key or above.label or is_generic(above.text)) and above.text.endswith(words("noun")):
        return above.bare_text
    for line in reversed(lines[max(i - _SECTION_LINES, 0) : i]):
        if SECTION.match(line.text):
            return name_of_section(document, line)
        if len(line.text) > _SHORT or line.key or line.label:
            return None
    return None


_SECTION_LINES, _SHORT = 8, 30  # lines of a section in which its days stand; characters of a line among them
_AT = re.compile("[在于]([一-鿿A-Za-z0-9]{2,16})")
_THERE = re.compile("(?:出席|列席|主持|主席|[记纪][录錄]|缺席|参加)(?:人员?|者)?[: ]")


def _where(document: Document, below: Line) -> str | None:
    """The place that the line below a day names: 三楼会议室, 在老李家; empty where it says who came."""
    if below.resolutions:
        return None
    if match := _AT.fullmatch(document.text, *below.at):
        return raw_words(document, [Span(*match.span(1))])
    if below.site:
        return raw_words(document, [below.bare_text])
    return "" if _THERE.match(below.text) else None


def _days_of(line: Line) -> list[Resolution]:
    """The days of a line that is only dates: 12月11日、12日 11:30-13:00."""
    return [one for one in line.resolutions if one.when and one.when.edtf and not is_clock(one)]


def _of_a_day(resolution: Resolution) -> bool:
    """Whether a date is a day, or some days of one calendar: 04-06 Wed-Fri."""
    when = resolution.when
    if when is None or when.single_day:
        return when is not None
    return when.first is not None and when.last is not None and (when.last - when.first).days < _TERM


_TERM = 27  # days, less than any month


# 某牧师 主礼, below the day of a rite; 同志们: below that of a speech.
_NAMES_NOTHING = re.compile(
    r".{2,20}? ?(?:主礼|主讲|主持|证道|指挥|领会|讲员|司会)|"
    r"[^。;!?]{0,24}(?:同志|朋友|同学|家长|老师|代表|来宾|嘉宾|同仁|女士|先生|读者|业主|居民|委员|单位)们?[:!]"
)
_SESSION = 8  # lines that tell of one session
_ANNALS = 3  # dates over lines that make a chronicle
_WORD = re.compile(r"\w")  # a line of dashes is only the rule under a heading
_STAGE = re.compile(r"第[一二三四五六七八九十\d]{1,3}(?:阶段|步|期|批|轮)")


def _keyed_place(document: Document, below: Sequence[Line]) -> str:
    """地点:三楼报告厅, among the keys right below what happens."""
    for line in below:
        if line.key is None or line.dated():
            return ""
        if key_class(line.key[0]) == "place":
            return raw_words(document, [line.key[1]])
    return ""
