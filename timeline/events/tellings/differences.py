"""Two tellings -> whether something sets them apart, however alike their titles are.

Other numbers of the same thing, opening against closing, other places, other bodies, another hour.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from functools import cache, lru_cache

from timeline.events.language.abroad import abroad_at
from timeline.events.language.divisions import Path, named
from timeline.events.language.segment import tags
from timeline.events.language.words import words
from timeline.events.tellings.paradigms import KINDS, other_member
from timeline.events.tellings.roads import by_name, expressways
from timeline.find.numerals import CHINESE, number
from timeline.memory import remembered
from timeline.model import Event, EventKind, Part, When
from timeline.text.folding import fold

_COUNTERS = "届次个期场批名号级站轮季班读周年组"
# 第三届, 100周年, 二年级, 5号线; a bare 第一 counts what follows it. 一人一案, 三亚 and 四川 count nothing.
_COUNTED = re.compile(rf"第?(?:(\d+)|(?<=第)([{CHINESE}]+)|([{CHINESE}]+)(?=[{_COUNTERS}]))(年级|周年|季度|.?)")
_WHOLE = ("年级", "周年", "季度")
_HOURS = {
    Part.DAWN: (0, 7),
    Part.MORNING: (5, 13),
    Part.NOON: (11, 15),
    Part.AFTERNOON: (12, 19),
    Part.EVENING: (17, 24),
    Part.NIGHT: (18, 24),
}


_SCORE = re.compile(r"(?<![\d:])(\d{1,3})[:比](\d{1,3})(?![\d:])")


@remembered(4_096)
def scores(title: str) -> frozenset[tuple[int, ...]]:
    """The results that a title tells, whoever has won.

    >>> scores("东海队2比1战胜西山队") == scores("西山队1:2不敌东海队")
    True
    """
    return frozenset(tuple(sorted((int(match[1]), int(match[2])))) for match in _SCORE.finditer(fold(title)))


@remembered(4_096)
def counts(title: str) -> Mapping[str, frozenset[int]]:
    """What a title numbers, and by which numbers.

    >>> counts("第十四届全运会100周年"), counts("二年级家长会")
    ({'届': frozenset({14}), '周年': frozenset({100})}, {'年级': frozenset({2})})
    """
    found: dict[str, frozenset[int]] = {}
    for match in _COUNTED.finditer(_SCORE.sub("", by_name(fold(title)))):
        numeral = match[1] or match[2] or match[3]
        found[match[4]] = found.get(match[4], frozenset()) | {number(numeral)}
    return found


def without_counts(title: str) -> str:
    r"""A title with a gap where something is counted.

    >>> without_counts("第三届社区邻里节"), without_counts("市第二中学")
    ('\n社区邻里节', '市\n中学')
    """
    return _COUNTED.sub(lambda match: "\n" if match[4] in _WHOLE or match[4] in _COUNTERS else f"\n{match[4]}", title)


def _other_numbers(one: str, other: str) -> bool:
    results = scores(one), scores(other)
    if all(results) and results[0].isdisjoint(results[1]):
        return True
    if _disjoint(counts(one), counts(other)):
        return True
    return _disjoint(_sessions(one), _sessions(other))


def _disjoint(left: Mapping[str, frozenset[int]], right: Mapping[str, frozenset[int]]) -> bool:
    """Whether something is counted on both sides, by other numbers."""
    return bool(left and right) and any(
        what in right and numbers.isdisjoint(right[what]) for what, numbers in left.items()
    )


_SESSION = re.compile(rf"第?([{CHINESE}]+|\d+)次(全体会议|[\u4e00-\u9fff]?会议|[\u4e00-\u9fff]{{2}})")


@remembered(4_096)
def _sessions(title: str) -> Mapping[str, frozenset[int]]:
    """What a title counts by times, each thing by itself: 二次会议|第一次全体会议."""
    found: dict[str, frozenset[int]] = {}
    for match in _SESSION.finditer(fold(title)):
        found[match[2]] = found.get(match[2], frozenset()) | {number(match[1])}
    return found


@cache
def _opposed() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Pairs of word lists of which a happening has one side only."""
    rows = (row.partition("|") for row in words("opposed"))
    return tuple((frozenset(first.split()), frozenset(second.split())) for first, _, second in rows)


# 停业两年的|影院恢复营业: what was so before.
_GONE_BY = re.compile("^(?:停[业课工产运航牌]|关闭|封闭|休[市馆]|闭馆)[^,的]{1,10}的(?=[^,的]{4,})")


@remembered(4_096)
def _sided(title: str) -> frozenset[str]:
    """The words of either side that a title has."""
    folded = _GONE_BY.sub("", fold(title))
    return frozenset(word for sides in _opposed() for side in sides for word in side if word in folded)


def _contrary(one: str, other: str) -> bool:
    """Whether one title has a word of the one side and the other instead one of the other side."""
    left, right = _sided(one), _sided(other)
    if not left or not right:
        return False
    left, right = left - right, right - left
    return bool(left and right) and any(
        (first & left and second & right) or (first & right and second & left) for first, second in _opposed()
    )


def _hours(when: When) -> tuple[float, float] | None:
    """The hours of a day between which it begins; None where nothing is said of them."""
    if when.time:
        hour, minute = when.time.partition("/")[0].split(":")[:2]
        begin = int(hour) + int(minute) / 60
        return begin, begin
    return _HOURS[when.part] if when.part else None


def hours_apart(one: When, other: When) -> bool:
    """Whether two tellings begin at hours that cannot be one."""
    if not one.time and not other.time:
        if not one.part or not other.part:
            return False
        if {one.part, other.part} == {Part.AFTERNOON, Part.EVENING}:
            return True
    left, right = _hours(one), _hours(other)
    if left and right and one.time and other.time and _to_the_minute(one.time) != _to_the_minute(other.time):
        return int(left[0]) != int(right[0])  # 12时 and 12时06分
    return bool(left and right and not (left[0] <= right[1] and right[0] <= left[1]))


def _to_the_minute(time: str) -> bool:
    """Whether an hour was measured and not appointed: 12:06."""
    return int(time.split(":")[1][:2]) % 5 != 0


@remembered(4_096)
def divisions(text: str) -> tuple[Path, ...]:
    """The divisions that a text names, each as far down as it names it."""
    paths = [path for _, path in named(fold(text))]
    return tuple(p for p in dict.fromkeys(paths) if not any(q != p and q[: len(p)] == p for q in paths))


@lru_cache(maxsize=4_096)
def _divisions_of_place(place: str) -> tuple[Path, ...]:
    """The divisions that a place names; 海东 is a word of its own, but not as a place."""
    if _HOUSE_OF_NAME.fullmatch(fold(place)):
        return ()  # 和平医院 is no hospital in 和平
    return divisions(place) or divisions(f"{place}市")


_HOUSE_OF_NAME = re.compile(rf"[\u4e00-\u9fff]+(?<![省市区县州旗])(?:{KINDS})")


def within(one: Path, other: Path) -> bool:
    """Whether one of two divisions lies in the other."""
    return one[: len(other)] == other or other[: len(one)] == one


def _exclude(one: Collection[Path], other: Collection[Path]) -> bool:
    """Whether both name divisions, and none of the one lies in one of the other."""
    if not one or not other:
        return False
    return not any(within(left, right) for left in one for right in other)


def places_apart(one: Event, other: Event) -> bool:
    """Whether two tellings name divisions, in their titles or for their places, of which none lies in another."""
    return _exclude(divisions(one.title), divisions(other.title)) or _exclude(
        _divisions_of_place(one.place or ""), _divisions_of_place(other.place or "")
    )


@lru_cache(maxsize=4_096)
def _seat(title: str) -> tuple[Path, ...]:
    """The division with whose full name a title opens: 徐汇区助残日活动, but not 北京冬奥会."""
    words_ = fold(title)
    span = next((span for span, _ in named(words_) if span.start == 0), None)
    return divisions(words_[: span.end]) if span and words_[span.end - 1] in "省市区县州旗" else ()


def _elsewhere(one: Event, other: Event) -> bool:
    """Whether two tellings name places that exclude each other; a hall may lie in the city that the other names."""
    if _exclude(divisions(one.title), divisions(other.title)):
        return True
    roads = [expressways(fold(f"{event.title},{event.place or ''}")) for event in (one, other)]
    if all(roads) and roads[0].isdisjoint(roads[1]):
        return True
    for a, b in ((one, other), (other, one)):
        seat = _seat(a.title)  # 旬阳市 may speak in 深圳
        away = seat and [_exclude(seat, _divisions_of_place(event.place or "")) for event in (a, b)]
        if away == [False, True]:
            return True
    if not one.place or not other.place or _named_by_both(one, other):
        return False
    if one.place in _HOME or other.place in _HOME:
        return any(abroad_at(fold(event.place or "")) for event in (one, other))  # a house may lie anywhere in it
    left, right = _divisions_of_place(one.place), _divisions_of_place(other.place)
    if left and right:
        return _exclude(left, right)
    if (left and abroad_at(fold(other.place))) or (right and abroad_at(fold(one.place))):
        return True
    if (left or right) and not all(_is_site(place) for place in (one.place, other.place)):
        return sites_apart(one.place, other.place)
    return not one_site(one.place, other.place)


_HOME = ("中国", "中國")


def _named_by_both(one: Event, other: Event) -> bool:
    """Whether the place of one is in both titles, and so what it is about: 县博物馆|新馆奠基, in the park."""
    titles = fold(one.title), fold(other.title)
    return any(all(fold(place) in title for title in titles) for place in (one.place, other.place) if place)


def _is_site(place: str) -> bool:
    """Whether a place is a house with a name, and no division or address."""
    rest = _own_name(place)
    return len(rest) >= _HOUSE and rest.endswith(words("site", "ends")) and not _DIGIT.search(rest)


_HOUSE = 3  # characters of the name of a house
_DIGIT = re.compile(r"\d")


def same_place(one: Event, other: Event) -> bool:
    """Whether both tell a place, and the one may lie in the other: by their divisions, else by the words of both."""
    if not one.place or not other.place:
        return False
    left, right = divisions(one.place), divisions(other.place)
    if left and right and not any(within(a, b) for a in left for b in right):
        return False
    return bool(left and right) or one_site(one.place, other.place)


_ROOM = re.compile(
    r"(?:[一二三四五六七八九十\d]{1,3}[楼层])?(?:多功能|学术|大|小|演播)?(?:报告厅|会议[室厅]|礼堂|大厅|教室|厅|门[口前]|现场|会场)"
)
_LEADING = frozenset("省 市 县 区 镇 乡 州 旗 我 我市 我县 我区 本市 全市".split())


@lru_cache(maxsize=4_096)
def sites_apart(one: str, other: str) -> bool:
    """Whether two names of sites end in one common noun and begin with other names.

    >>> sites_apart("东门菜市场", "西门菜市场"), sites_apart("市民广场", "人民广场")
    (True, True)
    >>> sites_apart("区少年宫三楼", "少年宫"), sites_apart("奥体公园", "杭州市奥体公园")
    (False, False)
    """
    left, right = _site_words(one), _site_words(other)
    names = ["".join(words_) for words_ in (left, right)]
    if left == right or shortens(*names) or shortens(*reversed(names)):
        return False
    while left and right and left[-1] == right[-1]:
        left.pop()
        right.pop()
    rests = ["".join(words_) for words_ in (left, right)]
    if rests == names:
        noun = next((end for end in words("site", "ends") if all(name.endswith(end) for name in names)), "")
        rests = [name.removesuffix(noun) for name in names]
    return rests != names and min(map(len, rests)) > 1 and not have_words_in_common(*rests)


def _site_words(site: str) -> list[str]:
    found = [word for word, _ in tags(_own_name(site))]
    return found[1:] if found[:1] and found[0] in _LEADING else found


def one_site(one: str, other: str) -> bool:
    """Whether two names may be those of one site: a room tells of no other house than the one it lies in."""
    rooms = [_ROOM.fullmatch(fold(name)) is not None for name in (one, other)]
    if rooms.count(True) == 1:
        return True
    return have_words_in_common(one, other) and not sites_apart(one, other)


def have_words_in_common(one: str, other: str) -> bool:
    """Whether two names have two characters in a row in common."""
    left, right = fold(one), fold(other)
    return left == right or any(left[i : i + 2] in right for i in range(len(left) - 1))


def shortens(short: str, long: str) -> bool:
    """Whether one text can be the other with letters left out, as abbreviations are made.

    >>> shortens("残联", "残疾人联合会"), shortens("文联", "残疾人联合会")
    (True, False)
    """
    return len(short) >= 2 and _shared()(short, long) == len(short)


@cache
def _shared() -> Callable[[str, str], int]:
    """How many letters two texts have in common in one order; loaded when it is first asked."""
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity


@lru_cache(maxsize=4_096)
def same_body(one: str, other: str) -> bool:
    """Whether two names can be those of one body.

    >>> same_body("天津市残联", "市残疾人联合会"), same_body("安徽省", "安徽省残联"), same_body("浦东残联", "上海文联")
    (True, True, False)
    """
    if _GENERIC.fullmatch(one) or _GENERIC.fullmatch(other):
        return True  # 学校 may be any
    if _exclude(divisions(one), divisions(other)):
        return False
    left, right = (_own_name(name) for name in (one, other))
    return not left or not right or left == right or shortens(left, right) or shortens(right, left)


_GENERIC = re.compile("[我本全]?(?:学校|公司|医院|社区|单位|集团|[校司院馆市区县省镇村])")


def _own_name(body: str) -> str:
    """The name of a body without the divisions before it; empty where a division stands for its government."""
    name = by_name(fold(body))
    end = max((span.end for span, _ in named(name)), default=0)
    return name if end == len(name) - 1 else name[end:]


def hosts_in_common(one: Event, other: Event) -> tuple[str, ...]:
    """The bodies of the one that held the other as well."""
    return tuple(a for a in one.organisers if any(same_body(a, b) for b in other.organisers))


def _due(one: Event, other: Event) -> bool:
    due, held = EventKind.DEADLINE, EventKind.EVENT
    return (one.kind is due and other.kind is held) or (one.kind is held and other.kind is due)


def _hour(one: Event, other: Event) -> bool:
    return hours_apart(one.when, other.when)


def _number(one: Event, other: Event) -> bool:
    return _other_numbers(one.title, other.title)


def _phase(one: Event, other: Event) -> bool:
    return _pauses(one.title) != _pauses(other.title) or _contrary(one.title, other.title)


@remembered(4_096)
def _pauses(title: str) -> bool:
    return _PAUSE.search(fold(title)) is not None


def _member(one: Event, other: Event) -> bool:
    if other_member(one.title, other.title):
        return True
    return bool(one.place and other.place) and other_member(one.place or "", other.place or "")


_PAUSE = re.compile("(?:签到|报到|入场|进场|合影|合照|散场|退场)$")  # an hour around a thing is not the thing


def _host(one: Event, other: Event) -> bool:
    return (
        bool(one.organisers and other.organisers and not hosts_in_common(one, other))
        and not any(_helps(event) for event in (one, other))
        and not any(fold(body) in fold(b.title) for a, b in ((one, other), (other, one)) for body in a.organisers)
    )


_HELPS = re.compile("(?:承办|协办|合办|冠名|支持)(?!单位)|(?:承办|协办)单位")


def _helps(event: Event) -> bool:
    """Whether the bodies of an event are told as those who carry it out: whose it is may be told elsewhere."""
    sentence = fold(event.description)
    ends = (sentence.find(fold(body)) + len(body) for body in event.organisers if fold(body) in sentence)
    return any(_HELPS.search(sentence, end, end + _ROLE) for end in ends)


_ROLE = 16  # characters between a body and what it does


# What costs little and is often so comes first: the order changes nothing else.
VETOES: Mapping[str, Callable[[Event, Event], bool]] = {
    "due": _due,
    "hour": _hour,
    "number": _number,
    "place": _elsewhere,
    "phase": _phase,
    "member": _member,
    "host": _host,
}


def apart(one: Event, other: Event) -> bool:
    """Whether something sets two tellings of the same days apart."""
    for veto in VETOES.values():  # noqa: SIM110  a generator costs as much as most of what is asked
        if veto(one, other):
            return True
    return False
