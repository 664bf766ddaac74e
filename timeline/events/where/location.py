"""A draft -> the place that is printed with it: its own, its clause's, its section's, else that of the document.

A place that says nothing is none: a notice of a Taiwanese town is not printed with 臺灣.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import NamedTuple

from timeline.events.drafts import Draft, inside, raw_words
from timeline.events.language.divisions import Path, named, path_of
from timeline.events.language.segment import has_verb
from timeline.events.language.sites import SITES, is_site
from timeline.events.language.words import branch, words
from timeline.events.structure.keys import key_of_line
from timeline.events.structure.rooms import room_of_session
from timeline.events.what.preludes import ON_THE_WAY
from timeline.events.where.countries import acting_country, home_city, home_country
from timeline.events.where.datelines import datelines, wired_from
from timeline.events.where.home import (
    MOURNED,
    SPOKEN_OF,
    mourned_in,
    name_of,
    of_heading,
    printed,
    says_nothing,
    sight_of,
    told_of_somebody,
)
from timeline.events.where.kernels import kernel
from timeline.events.where.places import in_clause, in_title, masked, told_of_before
from timeline.events.where.territories import first_division, seen_at
from timeline.events.where.venues import STAGED, Venue, elsewhere, of_the_whole, without_remark
from timeline.events.who.stand_ins import house_of
from timeline.model import Block, Category, Document, Role, Script, Span
from timeline.text.folding import fold


class Section(NamedTuple):
    """The division that stands over a block, and how the document writes it."""

    path: Path = ()
    words: str = ""


def sections_of(document: Document, home: Path) -> list[Section]:
    """The division that stands over each block: that of the last place heading, until the text turns elsewhere."""
    found: list[Section] = []
    section = Section()
    bodies = _bodies_of_divisions(document)
    sights = _sights(document)
    labelled = _labelled(document)
    for number, block in enumerate(document.blocks):
        short = block.role in (Role.HEADING, Role.TITLE, Role.ITEM) or block.at.end - block.at.start <= 12
        short = short or number in labelled
        division = of_heading(document, block, home) if short else None
        if division:
            section = Section(division, _printed_heading(document, block, division))
        elif law := _law_of(document, block, home):
            section = law
        elif number in bodies or number in sights:
            section = Section((), bodies.get(number) or sights[number])
        elif (sights and section.words in sights.values()) or (
            block.role is Role.HEADING and key_of_line(block.at.of(document.text))
        ):
            pass
        elif block.role is Role.HEADING or (section.path and not short and _turns(document, block, section.path)):
            section = Section()
        found.append(section)
    for number, town in datelines(document).items():
        found[number] = Section((), town)  # each report of a paper is of the town that it is sent from
    return found


_DIVISION_FIRST = re.compile(r"[#>【\[ ]{0,6}[一-鿿]{1,6}[省市区县旗州盟镇乡][】\]]?:")
_FEWEST = 2  # paragraphs of a round-up that name their division


def _labelled(document: Document) -> frozenset[int]:
    """The paragraphs of a round-up that begin with their division: 静安区:5月12日,… and 徐汇区:5月13日,…"""
    found = [number for number, block in enumerate(document.blocks) if _DIVISION_FIRST.match(document.text, *block.at)]
    return frozenset(found) if len(found) >= _FEWEST else frozenset()


_LAW = re.compile(r"[^,。:《》]{4,30}(?:条例|规定|办法|细则|规则|章程)")


def _law_of(document: Document, block: Block, home: Path) -> Section | None:
    """The division whose law a line names and nothing else: what becomes of 江岸市垂钓条例 is done there."""
    text = block.at.of(document.text).strip("# *《》")
    first = next(named(text[:12], home), None) if _LAW.fullmatch(text) else None
    if first is None or first[0].start != 0 or not first[0].of(text).endswith(_DIVISION):
        return None
    start = block.at.start + block.at.of(document.text).index(text[0])
    return Section(first[1], raw_words(document, [Span(start, start + first[0].end)]))


_OF_A_DIVISION = re.compile(
    rf"[# ]{{0,7}}(?:[一二三四五六七八九十]{{1,3}}、|\([一二三四五六七八九十\d]{{1,3}}\)|\d{{1,2}}[.、])? ?"
    rf"([一-鿿]{{1,5}}[市区县旗州镇乡])[一-鿿]{{0,6}}?{branch(words('body', 'ends'))} ?$"
)


def _bodies_of_divisions(document: Document) -> dict[int, str]:
    """The divisions of headings that name the same office of several: 一、海门区卫生局 … 二、东海县卫生局."""
    found: dict[int, str] = {}
    for number, block in enumerate(document.blocks):
        match = _OF_A_DIVISION.match(block.at.of(document.text)) if block.role is Role.HEADING else None
        if match:
            at = Span(block.at.start + match.start(1), block.at.start + match.end(1))
            found[number] = raw_words(document, [at])
    return found if len(set(found.values())) > 1 else {}


def _sights(document: Document) -> dict[int, str]:
    """The headings of a guide to several sights: 八达岭长城 … 乐山大佛."""
    found = {
        number: raw_words(document, [block.at]).strip("#*【】[]《》 ")
        for number, block in enumerate(document.blocks)
        if block.role is not Role.ROW
        and block.at.end - block.at.start <= _SIGHT_LINE
        and sight_of(block.at.of(document.text))
    }
    return found if len(set(found.values())) > 1 else {}


_SIGHT_LINE = 16  # characters of a heading


def _printed_heading(document: Document, block: Block, division: Path) -> str:
    """The table knows the whole name in simplified characters; other documents are printed in their own."""
    if document.script is Script.HANS:
        return name_of(division)
    text = block.at.of(document.text).partition(":")[0]
    left = len(text) - len(text.lstrip("#>【[ "))
    return raw_words(document, [Span(block.at.start + left, block.at.start + len(text.rstrip("】] ")))])


def _turns(document: Document, block: Block, section: Path) -> bool:
    """Whether a paragraph speaks of the division above the section or beside it, and not of the section itself."""
    text = document.text[block.at.start : min(block.at.end, block.at.start + 300)]
    paths = [path for _, path in named(text, section)]
    own = any(path[: len(section)] == section for path in paths) or section[-1][:2] in text
    return not own and any(path[:1] == section[:1] for path in paths)


def place_of(
    document: Document, draft: Draft, title: str, section: Section, home: Path, venue: Venue, what: Category
) -> str | None:
    """Where a draft of that title happened, in the document's own characters; `venue` is that of a programme."""
    if draft.place:
        return without_remark(draft.place.rstrip(" 。.;；,，、")) or None
    name = fold(draft.title)
    in_row = draft.rule == "table" and is_site(name) and kernel(name) == Span(0, len(name))
    if in_row and not name.endswith(_DIVISION):
        return draft.title  # a row of a programme that says only where one is
    within = section.path or home
    own = _first_words(document, draft)
    if draft.rule == "date line":  # the date alone on its line, and what happened below it
        own = draft.context
    for at in (own, draft.origin) if draft.origin else (own,):
        spans = in_clause(document, at, draft.dates, within)
        if spans and (place := printed(document, spans, within)):
            return (venue.before or None) if fold(place) in _SAME else place
    if site := _bare_site(document, draft):
        return raw_words(document, [site])
    if house := house_of(document, masked(document, own, draft.dates), own.start):
        return raw_words(document, [house])
    spans = in_clause(document, draft.context, draft.dates, within, premises=True) if not draft.title else ()
    # What stands before is where the day before was spent, unless it is the road that is worked at.
    if spans and (
        spans[0].start >= draft.at.start or (what in _AT_A_ROAD and not _DAY.search(document.text, *spans[0]))
    ):
        return printed(document, spans, within)
    if room := room_of_session(document, draft, venue.last or venue.whole):
        return room
    if draft.rule == "programme" and venue.last:
        return venue.last
    if venue.before and _part_of(document, draft):
        return venue.before
    if below := _house_below(document, draft):
        return below
    if told_next := _in_next_sentence(document, draft, within):
        return told_next
    if division := _division_of(document, own if draft.rule == "date line" else draft.at, draft, within):
        return division
    if MOURNED.search(document.text, *draft.at) and (town := mourned_in(document)):
        return raw_words(document, [town])
    if venue.block == draft.block and draft.when.single_day and what in STAGED and _is_house(venue.before):
        return venue.before
    if house := in_title(title, within):
        return house.of(title)
    if spans := told_of_before(document, draft):
        return printed(document, spans, within)
    if section.words:
        return section.words
    told = masked(document, draft.at, draft.dates)
    if city := _WHOLE_CITY.search(told):
        return _CITIES[city[1]]
    if country := acting_country(told):
        return raw_words(document, [Span(draft.at.start + country.start, draft.at.start + country.end)])
    if elsewhere(document, draft, home, what) or told_of_somebody(document, draft.block):
        return None
    opened = Span(document.blocks[draft.block].at.start, min(draft.at.start + _WIRED, draft.at.end))
    whole = wired_from(document, opened) or of_the_whole(document, draft, home, venue, what)
    if whole or home or what in _IN_NO_COUNTRY:
        return whole or None
    return home_country(document) or home_city(document) or None


# 全港下半旗, 本港录得: all of the city, which nobody there calls by its name.
_WHOLE_CITY = re.compile("(?:全|本)([港澳])(?![区口币府商资股人门])")
_CITIES = {"港": "香港", "澳": "澳門"}
_IN_NO_COUNTRY = frozenset(
    {Category.PUBLICATION, Category.DEADLINE, Category.APPLICATION, Category.CONTEST}
)  # what the people of a country hand in, publish and win
_WIRED = 24  # characters in which a draft opens with a wire


def _bare_site(document: Document, draft: Draft) -> Span | None:
    """诵读比赛:决赛4月24日14:30,报告厅: the house that stands alone between two signs behind the name of a thing."""
    if draft.resolution is None or not draft.clauses:
        return None
    start = draft.resolution.expression.at.end
    for piece in _PIECE.finditer(document.text, start, min(draft.at.end, start + _BESIDE)):
        name, before = piece[1], masked(document, Span(start, piece.start()), draft.dates).strip("\0 ,@(|｜")
        follows, sign = document.text[piece.end() : piece.end() + 2], document.text[piece.start() - 1]
        ends = follows.lstrip(")")[:1] in ("", "\n", "。", ";")
        alone = ends and sign in " :" and 0 < len(before) <= _SHORT_LABEL and "," not in before
        if not alone and _tells(before):
            return None
        if not ends and (not before or sign in " :("):
            continue  # 3月,新建辦公大樓(…)落成: whom it is told of
        if (
            is_site(name)
            and not _ACTS.search(name)
            and not has_verb(name)
            and kernel(name) == Span(0, len(name))
            and path_of(name) is None
        ):
            return Span(*piece.span(1))
    return None


def _tells(words_: str) -> bool:
    """Whether words tell something, and are not but the name of a thing, its hour or a key."""
    return len(words_) > _LABEL or (not _THING_END.search(words_) and has_verb(words_))


_ACTS = re.compile("[在于将把被为我他她]|[那这当]年")  # 那年我刚上小学 is no school
_LABEL, _SHORT_LABEL = 24, 12  # characters of the name of a thing
_THING_END = re.compile(rf"^[^,]*{branch(words('noun'))}(?:之?[后前]|结束后|开始前)?$")
_BESIDE = 60  # characters behind a day in which its house stands
_PIECE = re.compile(
    rf"(?<=[ ,:@(|｜])(?:选址[在于]?|地[点址][在为:]|设[在于])?((?![在于到从赴往至原新改废旧])[一-鿿A-Za-z\d]{{0,12}}"
    rf"(?:{SITES}|[厅室馆堂楼]|食堂|花园|(?<![一二三四五六七八九十\d两主客立市登退])场|[小中大]学|学校|校园|院区)"
    r"(?:[A-Za-z\d]{1,4}|[一二三四五六七八九十\d]{1,3}[楼层])?(?:门前|门口|[东南西北]门|[东南西北]侧)?)(?=[,。;()\n|｜]|$)"
)
_SAME = frozenset(
    "同址 同地 原址 原地点 原地 原处 该处 同处 同一地点 同一场地 同一会场 同一场馆".split()
)  # where the one before it was
_DAY = re.compile(r"\d[月日]")
_AT_A_ROAD = frozenset({Category.WORKS, Category.CLOSURE})


_DIVISION = ("省", "市", "区", "县", "镇", "乡", "州")


def _is_house(place: str) -> bool:
    """Whether a place is one house and no division."""
    name = fold(place)
    return is_site(name) and not name.endswith(_DIVISION)


def _first_words(document: Document, draft: Draft) -> Span:
    """The first two clauses that tell it; a clause that is only its date is none of them."""
    if not draft.clauses:
        return draft.at
    first = draft.clauses[0]
    bare = any(at.start == first.start and first.end <= at.end + 1 for at in inside(draft.dates, first))
    idle = sum(
        1
        for _ in takewhile(
            _GOING.fullmatch, (masked(document, clause, draft.dates).strip("\0 ,") for clause in draft.clauses[:4])
        )
    )
    return Span(draft.at.start, draft.clauses[min(max(idle, 1) + bare, len(draft.clauses) - 1)].end)


_GOING = re.compile(ON_THE_WAY)


# 活动开幕式, 嘉年华的启动礼: part of what was told before, and held where that was.
_PART = re.compile(
    r"[\0,:今当同午早晚天日首 ]*在?[\0昨今当天日的]*"
    r"(?:此次|本次|该|活动|大会|展览|比赛|论坛|嘉年华|庙会|现场|会议)?的?(?:活动)?"
    r"(?:开幕式|闭幕式|开幕礼|启动礼|启动仪式|揭幕式|揭牌仪式|颁奖礼|颁奖典礼|签约仪式|现场|活动中|会上)"
)


def _part_of(document: Document, draft: Draft) -> bool:
    """Whether the words open with a part of something that they do not name."""
    at = Span(draft.at.start, min(draft.at.end, draft.at.start + _OPENING))
    text = at.of(document.text)
    for left, right in reversed(inside(draft.dates, at)):
        text = text[: left - at.start] + "\0" + text[right - at.start :]
    return _PART.match(text) is not None


_OPENING = 120  # characters of a draft in which it says that it is a part
_HOURS_BESIDE = re.compile(r" ?\([^()]{0,40}\)$")


def _house_below(document: Document, draft: Draft) -> str | None:
    """The house that the line below a line of a programme names: 8/26 分享会, and below it 展演厅(09:30 ~ 12:30)."""
    block = document.blocks[draft.block]
    following = document.blocks[draft.block + 1] if draft.block + 1 < len(document.blocks) else None
    if following is None or block.at.end - block.at.start > _PROGRAMME_LINE or "。" in block.at.of(document.text):
        return None
    line = following.at.of(document.text)
    site = _HOURS_BESIDE.sub("", line)
    if _NUMBERED.match(line):
        return None  # (三)作家进校园: the next thing
    if not is_site(site) or path_of(site) or line == site:
        return None
    return raw_words(document, [Span(following.at.start, following.at.start + len(site))])


# 座谈会召开。会议在市民中心举行: the next sentence goes on with the same thing and says where.
_GOES_ON_AT = re.compile(
    rf"[。;!]”? ?(?:(?:此次|本次|该|这次|此届|本届|整场)?[一-鿿]{{0,6}}?"
    rf"(?:{branch(words('noun'))}|活动|会议|展览?|比?赛|[婚葬典]礼|节)"
    r"(?:现场|地点)?(?:将|已|均|都|也)*(?:设|安排|选址|定)?[在于假为是:]"
    r"|(?:活动|举[办行]|会议|比赛|展览|演出|集合|报名)?(?:地[点址]|会场|场地|[校社会馆厂店院]址)"
    r"(?:设|选|定|位)?[在于为是:])"
)
_OTHER_DAY = re.compile(r"\d[年月日号:点时]|[今明昨][天日晚]|[周星][一二三四五六日期]")
_STOP = re.compile("[。;!]")


def _in_next_sentence(document: Document, draft: Draft, within: Path) -> str | None:
    """The place that the sentence behind that of a draft tells of the same thing, on no day of its own."""
    start, block = draft.context.end, document.blocks[draft.block].at
    if not block.start <= draft.context.start < block.end or _GOES_ON_AT.match(document.text, start, block.end) is None:
        return None
    stop = _STOP.search(document.text, start + 1, min(block.end, start + _NEXT))
    at = Span(start + 1, stop.start() if stop else min(block.end, start + _NEXT))
    spans = () if _OTHER_DAY.search(document.text, *at) else in_clause(document, at, (), within)
    return printed(document, spans, within) if spans else None


_NEXT = 100  # characters of it
_NUMBERED = re.compile(r"\(?[一二三四五六七八九十\d]{1,3}[)、.](?!\d)")
_PROGRAMME_LINE = 50  # characters


def _division_of(document: Document, at: Span, draft: Draft, within: Path) -> str | None:
    """The division that the words name, unless another region is only mentioned."""
    division = first_division(document, at, draft.dates, within)
    if division is None:
        return None
    span, path = division
    if says_nothing(document, path):
        bound = _BOUND.search(document.text, max(span.start - 4, at.start), span.start)
        feast = path[0].startswith(("香港", "澳门")) and _OF_ITS_NAME.match(document.text, span.end)
        return printed(document, (span,), within) if bound or feast else None
    if SPOKEN_OF.match(document.text, span.end):
        return None
    opens = _stands_first(document, draft, span) or _stands_last(document, span) or seen_at(document, span.end)
    if within and path[: len(within)] != within and not opens:
        return None
    return printed(document, (span,), within)


def _stands_first(document: Document, draft: Draft, division: Span) -> bool:
    """Whether a division opens the words and is no part of a longer name (北京某某基金)."""
    name, following = division.of(document.text), document.text[division.end : division.end + 1]
    whole = name.endswith(("省", "市", "区", "县", "旗", "州")) or following in ("", *",在于举发沦爆")
    whole = whole or _OF_IT.match(document.text, division.end) is not None
    start = max([draft.at.start, *(date.end for date in draft.dates if date.end <= division.start)])
    return whole and not document.text[start : division.start].strip(" ,在于")


# 香港博物馆节, 澳门国际音乐节: the festival of a city.
_OF_ITS_NAME = re.compile(
    r"(?!人|队|政府)[^,。;的在于]{0,8}?(?:节(?![目约省日])|博览会|书展|马拉松|嘉年华|公开赛|锦标赛|音乐会|美食展|花卉展览)"
)
_OF_IT = re.compile("地震|灾区|境内|各地|多地|大部|沿海|[东南西北]部")  # 青海地震灾区首批板房开始建设
# 访问台湾, 投奔台湾: a whole region, where somebody from elsewhere goes to it.
_BOUND = re.compile("(?:访问|投奔|飞抵|抵达|移居|定居|来到|退守|撤往|迁往|迁至|登陆|转往|返回|回到|[赴抵])$")
_EVENT_END = re.compile(r"[会赛杯展节 ]$")


def _stands_last(document: Document, division: Span) -> bool:
    """Whether a division ends its line behind the name of an event: 冬季运动会齐齐哈尔."""
    text = document.text
    ends = text[division.end : division.end + 1] in ("", "\n")
    return ends and _EVENT_END.search(text, max(division.start - 1, 0), division.start) is not None
