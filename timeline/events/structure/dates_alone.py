"""A date alone on its line -> drafts: over what happens then, below what it is the day of, or under who signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

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


def date_lines(document: Document, lines: Sequence[Line], found: Found) -> None:
    """A date alone on its line: under a label, under the name of who signs, or over the line that says what."""
    about = topic(document)
    over = sum(
        line.bare and (goes_on(below) or tells(below))
        for line, below in pairwise(lines)
        if line.number not in found.used and line.dated()
    )
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
        if above and above.label and key_class(above.label) == "issue":
            found.used.add(line.number)  # 刊登日期, and below it the day
            continue
        if above and about and above.label and key_class(above.label) == "time":
            context = Span(above.at.start, line.at.end)
            found.drafts.append(draft_of(line, resolution, "labelled date", at=about, context=context))
        elif (
            above
            and about
            and above.role is Role.TITLE
            and below
            and (below.site or _NAMES_NOTHING.fullmatch(below.text))
        ):
            title, place = raw_words(document, [about]), raw_words(document, [below.bare_text] if below.site else [])
            context = Span(above.at.start, below.at.end)
            found.drafts.append(draft_of(line, resolution, "date line", title=title, place=place, context=context))
            found.used.add(below.number)
        elif (
            below
            and (name := _named_above(document, lines, i, found))
            and (where := _where(document, below)) is not None
        ):
            title, context = raw_words(document, [name]), Span(line.at.start, below.at.end)
            found.drafts += [
                draft_of(line, one, "date line", title=title, place=where, context=context, clock=line.clock())
                for one in _days_of(line)
            ]
            found.used.add(below.number)
        elif above and about and above.number not in found.used and signs(above):
            title = raw_words(document, [heading(document) or about])
            context = Span(above.at.start, line.at.end)
            draft = draft_of(line, resolution, "signature", title=title, context=context, kind=EventKind.PUBLICATION)
            foot = signing(lines, i)
            names = tuple(name for one in foot for name in signers(document, one))
            found.drafts.append(replace(draft, organisers=names))
            found.used.update(one.number for one in foot)
        elif above and about and (officer(above) or (below and officer(below))):
            title = raw_words(document, [judgement(lines) or heading(document) or about])
            found.drafts.append(draft_of(line, resolution, "signature", title=title, kind=EventKind.PUBLICATION))
            found.used.update(one.number for one in (above, below) if one and officer(one))
        elif i and i + 1 == len(lines) and about and (paper := own_paper(document)):
            title = raw_words(document, [paper])
            found.drafts.append(draft_of(line, resolution, "signature", title=title, kind=EventKind.PUBLICATION))
        elif i == 0 and below and _RUBRIC.search(below.text):
            pass  # the day of the paper, over the name of a part of it
        elif (
            below
            and below.number not in found.used
            and tells(below, of_a_day=over >= _ANNALS and _of_a_day(resolution))
        ):
            title = raw_words(document, [below.bare_text])
            place = raw_words(document, [named_site(document, below.bare_text)]) or _keyed_place(
                document, lines[i + 2 : i + 2 + _SESSION]
            )
            context = Span(line.at.start, below.at.end)
            found.drafts.append(draft_of(line, resolution, "date line", title=title, place=place, context=context))
            found.used.add(below.number)
            if over >= _ANNALS and grain(resolution.when.edtf or "" if resolution.when else "") != "day":
                further_entries(document, line, lines[below.number + 1 :], found)
            elif over >= _ANNALS:
                numbered_entries(document, line, lines[below.number :], found)
        elif (
            below and below.number not in found.used and goes_on(below) and (_STAGE.match(line.text) or over >= _ANNALS)
        ):
            first_sentence(document, line, below, found)
            if over >= _ANNALS:
                numbered_entries(document, line, lines[below.number :], found)
        else:
            continue
        found.used.add(line.number)


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
    return resolution.when is not None and resolution.when.single_day


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
