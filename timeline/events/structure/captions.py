"""A group of keys and values -> what it is about, and the line that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.language.words import words
from timeline.events.structure.groups import NUMBERINGS, Group, depth
from timeline.events.structure.keys import is_detail
from timeline.events.structure.lines import Line
from timeline.events.structure.sections import SECTION, dated, name_of_section
from timeline.events.structure.topics import is_generic, is_issue, is_page, named_by_notice, topic
from timeline.model import Document, ExpressionKind, Resolution, Role, Span


def caption(document: Document, lines: Sequence[Line], group: Group) -> Span | None:
    """What the group is about: its 主题 or 事由, else the line above that names something, else the whole topic."""
    for entry in group.of("title"):
        if not entry.key.endswith("主题") or group.of("day") or entry.value.of(document.text).endswith(words("noun")):
            return entry.value
    first = near = group.first
    theme = next((entry.value for entry in group.of("title")), None)
    if theme and first and is_generic(lines[first - 1].text) and not _SLOGAN.search(theme.of(document.text)):
        about = topic(document)
        if about is None or not _PAPER.search(about.of(document.text)):
            return theme  # 【活动资讯】 and below it 主题:从牛车到五分车: no heading names it
    above_heading = False
    between = 0  # lines of text between the keys and the line that names what they are of
    rank = depth(lines[first].text)
    level = _DEEPEST  # of the headings that may name it: what stands before its own section is none of it
    for line in reversed(lines[max(first - (_FAR if is_issue(document) else _NEAR), 0) : first]):
        if line.role is not Role.HEADING and first - line.number > _NEAR:
            continue
        near -= near == line.number + 1 and bool(
            line.key or line.label or _OF_PEOPLE.match(line.text)
        )  # nothing but keys between
        if section := SECTION.match(line.text):
            if len(section[1]) <= level:
                if name := name_of_section(document, line):
                    return name
                level = len(section[1]) - (not is_generic(line.text))
            continue
        if level < _DEEPEST:
            continue
        above = depth(line.text)
        if rank <= above < len(NUMBERINGS):
            continue  # 六、对象 is no heading of 七、时间
        if above < rank and (match := _WAY.match(line.text)):
            return Span(line.at.start + match.start(1), line.at.start + match.end(1))
        if (
            line.key
            or line.label
            or _OF_PEOPLE.match(line.text)
            or _KEYS.match(line.text)
            or dated(line)
            or len(line.text.strip("#*- ")) < 4
            or is_page(line.text)
        ):
            continue
        if line.number and (detail := _DETAIL.fullmatch(lines[line.number - 1].text)) and is_detail(detail[1]):
            continue  # 全体职工, below 【活动对象】
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
        elif above < len(NUMBERINGS) and line.number == first - 1 - between and _NAMED.fullmatch(line.text):
            return line.bare_text  # 3、布偶工作坊, a paragraph on it, and below that when and where
    about = topic(document)
    keys = any(about is not None and about.start >= line.at.start and about.end <= line.at.end for line in group.lines)
    return next((entry.value for entry in group.of("title")), about) if keys else about


# 主持人 翻译者:吴老师: who takes part, under two keys
_OF_PEOPLE = re.compile("[一-鿿]{2,4}[ 、/和兼及][一-鿿]{2,4} ?:(?=[^:]{2,20}$)")
_KEYS = re.compile(  # 起点:市民广场 终点:奥体中心; 预算金额:386万元
    r"[一-鿿]{2,6}:[^: ]{2,20} {1,4}[一-鿿]{2,6}:"
    r"|[一-鿿]{2,8}: ?(?:约|人民币)?[\d.,]{1,12} ?[万亿]?(?:元|人|名|个|套|项|平方米|%)"
)
# 主题:讲诚信,树新风, of a notice on something that has a name: no name of it.
_SLOGAN, _PAPER = re.compile("[,!“”;。 ]|^.{1,5}$"), re.compile("(?:通知|公告|方案|通告|启事|公函)$")
_DETAIL = re.compile(r"[【\[]([一-鿿]{2,8})[】\]]:?")
_DEEPEST = 7  # a rank below ######
_WRAPPED = re.compile(r"[A-Za-z,]\n[A-Za-z]")  # a title in Latin script that goes on in the next line
_LETTERS = re.compile("[一-鿿A-Za-z]{2}")
_NEAR, _FAR = 8, 40  # lines over a group in which one names what it is about; in a paper of many things a heading
_NAMED = re.compile("[^。,;!?]{6,36}")

_DETAILS = re.compile(
    r"(?<=.{3})的?(?:活动)?(?:详情|详细资料|详细信息|相关信息|资料|资讯)$"
)  # 书展详情, and below it when and where


def thing_of(document: Document, about: Span) -> Span:
    """书展 of **书展详情**, below which it is said when and where."""
    name = about.of(document.text)
    start = about.start + len(name) - len(name.lstrip("* "))
    return Span(start, max(start, about.start + len(_DETAILS.sub("", name.rstrip("*: ")))))


def dated_heading(lines: Sequence[Line], group: Group, resolution: Resolution) -> tuple[Line, Span] | None:
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


_WAY = re.compile(
    r"[^\u4e00-\u9fff]{0,3}[一二三四五六七八九十壹贰叁参肆伍陆柒捌玖拾]{0,3}[、)]? ?(.{2,8}?)"
    r"(?:方式|办法|须知|事宜|规定):"
)
