"""Lines -> groups of keys and values that belong together: 时间：… 地点：…, side by side or one below the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from timeline.events.language.segment import begins_with_verb, has_verb
from timeline.events.language.words import verbs
from timeline.events.structure.keys import key_class
from timeline.events.structure.lines import Line, is_clock
from timeline.model import Role, Span

_QUIET = 2  # lines without a key that a group bears


@dataclass(slots=True)
class Field:
    """A key, the kind of thing that it says, and its value."""

    kind: str
    key: str
    line: Line  # of the value
    value: Span
    label: Line  # of the key


@dataclass(slots=True)
class Group:
    """Keys and values that say when, where and what of one thing."""

    fields: list[Field] = field(default_factory=list)

    def of(self, *kinds: str) -> list[Field]:
        """The fields of some kinds."""
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
        """The lines that keys and values stand on."""
        return [line for entry in self.fields for line in (entry.label, entry.line)]


def groups_of(lines: Sequence[Line], used: set[int]) -> list[Group]:
    """Runs of keys and values; a date that comes again begins the next run."""
    groups = [Group()]
    quiet, i = 0, 0
    while i < len(lines):
        entry = None if lines[i].number in used else _field(lines, i)
        group = groups[-1]
        if entry is None:
            quiet += 1
            if (group.of("time") and _next_thing(lines, i)) or group.idle:
                groups.append(Group())
            elif _over_keys(lines, i):
                groups.append(Group([Field("day", "", lines[i], lines[i].at, lines[i])]))
                quiet = 0
            elif quiet == 1 and group.fields and lines[i].bare and lines[i].clock():
                group.fields.append(Field("clock", "", lines[i], lines[i].at, lines[i]))
            elif group.fields and (quiet > _QUIET or lines[i].role in (Role.HEADING, Role.PARAGRAPH)):
                groups.append(Group())
        else:
            if entry.kind == "time" and entry.line.dated() and any(known.line.dated() for known in group.of("time")):
                groups.append(Group())
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
    below = lines[i + 1]
    if below.key is None:
        return False
    hours = key_class(below.key[0]) in ("time", "clock") and below.clock() is not None and below.dated() is None
    return hours or key_class(below.key[0]) in ("title", "place", "host")


def _next_thing(lines: Sequence[Line], i: int) -> bool:
    """Whether a numbered line without a key stands over keys: 2.学术报告会, and below it who speaks and when."""
    following = lines[i + 1] if i + 1 < len(lines) else None
    return following is not None and following.key is not None and depth(lines[i].text) < len(NUMBERINGS)


def _field(lines: Sequence[Line], i: int) -> Field | None:
    """`key: value` on one line, or a key alone and its value on the next."""
    line = lines[i]
    if line.key:
        key, value = line.key
        if _tells_each(line, value) or _does_each(line):
            return None
        return Field(key_class(key) or "plain", key, line, value, line)
    following = lines[i + 1] if i + 1 < len(lines) else None
    if line.label and following and not following.label and len(following.text) <= 60 and not _does_each(following):
        kind = key_class(line.label) or "plain"
        if kind in ("place", "title", "host") and following.bare:
            return None  # 时间, 内容, 地点 over rows whose cells stand one a line, the hour first
        if kind == "plain" and depth(following.text) < len(NUMBERINGS):
            return None  # 三、内容:, and below it (一)9:30 演出
        if _LISTS_DAYS.match(line.label) and _OWN_KEY.match(following.text) and following.dated():
            return None  # 重要日期, and below it 摘要提交截止:12月31日
        return Field(kind, line.label, following, following.at, line)
    return None


_LISTS_DAYS = re.compile("重要|关键|主要|相关|各项|时间节点")
_OWN_KEY = re.compile("(?![上下]午|早上|晚上)[一-鿿]{3,14}:")


def _tells_each(line: Line, value: Span) -> bool:
    """相关期限:作品截止日为1月7日,决赛定为3月6日: each day has a name of its own, and the key is that of none."""
    days = [r.expression.at for r in line.resolutions if r.when and r.when.edtf and not is_clock(r)]
    if len(days) < _FEWEST:
        return False
    ends = [value.start, *(day.end for day in days)]
    return all(
        _NAMED.search(line.text[end - line.at.start : day.start - line.at.start])
        for end, day in zip(ends, days, strict=False)
    )


def _does_each(line: Line) -> bool:
    """开放时间:6月22日至24日闭馆,6月25日起恢复开放: behind each day stands a deed of its own, and each is told."""
    days = [r.expression.at for r in line.resolutions if r.when and r.when.edtf and not is_clock(r)]
    if len(days) < _FEWEST or not all(one.end < other.start for one, other in pairwise(days)):
        return False
    done = [_DONE.match(line.text, day.end - line.at.start) for day in days]
    return all(deed is not None and _is_deed(deed[1]) for deed in done)


def _is_deed(words_: str) -> bool:
    return bool(verbs(words_)) or has_verb(words_) or begins_with_verb(words_) or _OFF.fullmatch(words_) is not None


_OFF = re.compile("(?:休[馆市园业]|报到|入场|彩排)")


_DONE = re.compile(r"(?:\([^()]{1,12}\))?(?!(?:正式)?(?:开始|结束|截止|为止|止))([一-鿿]{2,12})(?=[,;。(]|$)")
_FEWEST = 2  # days of a key that name what each is of
_NAMED = re.compile(r"[一-鿿]{2,}(?:日期?|时间|期限)?(?:暂|拟|预|初)?(?:[定订]?[为于在]|是|[定订])$")


NUMBERINGS = (
    re.compile(r"[壹贰叁参肆伍陆柒捌玖拾]{1,2}、|第[一二三四五六七八九十]{1,3}[章节部]"),
    re.compile(r"[一二三四五六七八九十]{1,3}、"),
    re.compile(r"\([一二三四五六七八九十]{1,3}\)"),
    re.compile(r"\d{1,2}[.、](?!\d)"),
    re.compile(r"\(\d{1,2}\)"),
)


def depth(text: str) -> int:
    """How deep the numbering of a line is: 壹、 0, 一、 1, (一) 2, 1. 3, (1) 4, none 5."""
    return next((rank for rank, mark in enumerate(NUMBERINGS) if mark.match(text)), len(NUMBERINGS))
