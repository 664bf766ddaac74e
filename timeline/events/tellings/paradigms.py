"""Two titles -> whether they name two members of a set of which one happening has one: 男子 and 女子, 一中 and 二中.

Such words exclude each other as numbers do, whatever else two titles share. Some do so wherever they stand; others,
which may be part of anything, only where the same sign stands before or behind them: 城南|仓库 and 城北|仓库.

>>> other_member("女子100米决赛", "男子100米决赛"), other_member("羽毛球赛决赛", "羽毛球赛半决赛")
(True, True)
>>> other_member("临江一中家长会", "临江二中家长会"), other_member("城南仓库起火", "城北仓库起火")
(True, True)
>>> other_member("中小学生朗诵比赛", "小学生朗诵比赛"), other_member("江南大学开学", "江北大学生到江南大学")
(False, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from timeline.events.language.words import branch, words
from timeline.memory import remembered
from timeline.text.folding import fold

_Slots = dict[tuple[int, str], frozenset[str]]


def other_member(one: str, other: str) -> bool:
    """Whether where the one has a member of a set the other has another, and each lacks that of the other."""
    left, right = _members(one), _members(other)
    return any(
        left[slot].isdisjoint(right[slot])
        and not _has(right, slot[0], left[slot])
        and not _has(left, slot[0], right[slot])
        for slot in left.keys() & right.keys()
    ) or _of_another_kind(one, other)


def _has(slots: _Slots, number: int, members: frozenset[str]) -> bool:
    """Whether a title has members of a set anywhere."""
    return any(not members.isdisjoint(found) for (set_, _), found in slots.items() if set_ == number)


@cache
def _sets() -> tuple[tuple[re.Pattern[str], dict[str, str], bool], ...]:
    """For each set its words, the member that each of them is, and whether it is asked what stands beside them."""
    found = []
    for name in ("words", "beside"):
        for row in words("paradigm", name):
            members = {word: member.split()[0] for member in row.split("|") for word in member.split()}
            found.append((re.compile(branch(members)), members, name == "beside"))
    return tuple(found)


@cache
def _any() -> re.Pattern[str]:
    """Any word of any set: most titles have none."""
    return re.compile(branch(word for _, members, _ in _sets() for word in members))


@remembered(4_096)
def _members(title: str) -> _Slots:
    """The sets of which a title names members, where, and which."""
    text, found = fold(title), dict[tuple[int, str], frozenset[str]]()
    for slot, member in _found(text) if _any().search(text) else _numbered(text):
        found[slot] = found.get(slot, frozenset()) | {member}
    return found


def _found(text: str) -> Iterator[tuple[tuple[int, str], str]]:
    for number, (search, members, beside) in enumerate(_sets()):
        for match in search.finditer(text):
            member, before, after = members[match[0]], text[: match.start()][-1:], text[match.end() :]
            if not beside:
                yield (number, ""), member
                continue
            if before.isalnum() and member not in _LEVELS:
                yield (number, f"{before}-"), member
            if after[:1].isalnum() and not (member in _LEVELS and _NO_LEVEL.match(after)):
                yield (number, f"-{after[: 2 if member in _LEVELS else 1]}"), member
    yield from _numbered(text)


_LEVELS = frozenset("省市县区镇乡")  # 市|图书馆 and 区|图书馆; what stands before them is a name
_NO_LEVEL = re.compile("[长委政里内域民级区县镇乡村城场井集]|中心|.(?![一-鿿])")
_NUMBER = re.compile(
    "第?([一二三四五六七八九十]+)(?=中(?!央|心|国|华|[东西南北]|全会)|小(?!时|区|组|步|批|部|孩|伙|康|学生)|院(?!士)|附[中小]|幼)"
)


_YEAR_OF_PUPILS = re.compile("([高初大研])([一二三四])(?![大五六七八九十百千万代类])")


# 副书记 is not 书记.
_OFFICE = re.compile("(副?)(书记|主任|主席|总理|总统|总经理|总裁|(?:董事|秘书|[省市县区镇乡局处厅部院校会社馆行])长)")


def _numbered(text: str) -> Iterator[tuple[tuple[int, str], str]]:
    """The numbers by which schools, hospitals, pupils and offices are told apart: 一中, 高二, 副书记."""
    for match in _NUMBER.finditer(text):
        yield (-1, text[match.end()]), match[1]
    for match in _YEAR_OF_PUPILS.finditer(text):
        yield (-2, match[1]), match[2]
    for match in _OFFICE.finditer(text):
        yield (-3, match[2]), match[1]


# 红旗|社区 and 红旗|小学 begin two titles: two bodies of one name. 红旗|小学 and 和平|小学 are two of one kind.
KINDS = branch(words("paradigm", "kinds"))
_BODY = re.compile(rf"(?![全我本各该某一两几多])([\u4e00-\u9fff]{{2,4}}?)({KINDS})")
_REACHED = re.compile(rf"([到进访赴])(?![全我本各该某一两几多])([\u4e00-\u9fff]{{2}})({KINDS})")
_NAMED = re.compile(rf"([\u4e00-\u9fff]{{2}})({KINDS})")
_COMMON = frozenset(words("paradigm", "common"))  # what many bodies of one kind are called: 人民|医院
_LEADING = "在到赴与和对向从为由给及的于等家所个座某进入访省市县区镇乡"
_BEFORE = "在到赴与对向从为由给及于被将把访"  # 对乙|公司; 和平|小学 has a name


def _of_another_kind(one: str, other: str) -> bool:
    """Whether two titles begin with one name that two kinds of bodies bear, or name two bodies of one kind."""
    texts = fold(one), fold(other)
    left, right = (_BODY.match(text) for text in texts)
    if left and right and left[1] == right[1] and left[2] != right[2]:
        return True
    reached = [set(_REACHED.findall(text)) for text in texts]
    for way, name, kind in reached[0] - reached[1]:
        for _, _, other_kind in {found for found in reached[1] - reached[0] if found[:2] == (way, name)}:
            if name + kind not in texts[1] and name + other_kind not in texts[0]:
                return True  # 走进|光华|社区 and 走进|光华|小学
    bodies = [_bodies(text) for text in texts]
    return any(bodies[0][kind].isdisjoint(bodies[1][kind]) for kind in bodies[0].keys() & bodies[1].keys())


@remembered(4_096)
def body_at_the_head(title: str) -> str:
    """The body with whose name a title begins.

    >>> body_at_the_head("桂花社区举办讲座"), body_at_the_head("讲座走进桂花社区")
    ('桂花社区', '')
    """
    match = _BODY.match(fold(title))
    return match[0] if match and match[1] not in _COMMON else ""


@remembered(4_096)
def _bodies(text: str) -> dict[str, frozenset[str]]:
    """The last two signs of the names of bodies of each kind; none of a kind of which one has no name of its own."""
    found: dict[str, frozenset[str]] = {}
    bare: set[str] = set()
    for match in _NAMED.finditer(text):
        name, kind = match[1], match[2]
        if name in _COMMON or name[1] in _LEADING or name[0] in _BEFORE:
            bare.add(kind)
        found[kind] = found.get(kind, frozenset()) | {name}
    return {kind: names for kind, names in found.items() if kind not in bare}
