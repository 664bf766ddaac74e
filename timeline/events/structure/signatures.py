"""The foot of a paper -> who signs it, and what its day is the day of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.drafts import raw_words
from timeline.events.language.segment import begins_with_verb
from timeline.events.language.words import branch, words
from timeline.events.structure.lines import Found, Line, draft_of
from timeline.events.structure.topics import heading
from timeline.model import Document, EventKind, Role, Span
from timeline.text.folding import fold

_ORGANISATION = re.compile(rf"{branch(words('body', 'ends'))}$")
_AT_HOUSE = re.compile(rf"于([\u4e00-\u9fff]{{1,12}}{branch(words('body', 'ends'))})$")


def issued_at(document: Document, line: Line, about: Span, found: Found, *, foot: bool) -> None:
    """二零二三年八月二十九日于市政署: the day of the paper, and who issued it; at the foot without 于 as well."""
    resolution = line.dated()
    assert resolution is not None
    at = resolution.expression.at
    match = _AT_HOUSE.fullmatch(document.text, at.end, line.at.end) if at.start <= line.at.start else None
    house = (raw_words(document, [Span(*match.span(1))]),) if match else ()
    names = house or (_beside(document, line, at) if foot else ())
    if not foot and line.number < _HEAD and _EDITED.fullmatch(document.text, line.at.start, at.start):
        found.used.add(line.number)  # 某县办公室编 12月29日, under the name of the paper
        return
    if not names:
        return
    title = raw_words(document, [heading(document) or about])
    draft = draft_of(line, resolution, "signature", title=title, kind=EventKind.PUBLICATION)
    found.drafts.append(replace(draft, organisers=names))
    found.used.add(line.number)


def _beside(document: Document, line: Line, date: Span) -> tuple[str, ...]:
    """2020年9月28日 县供电公司: the body beside the day on a line that says nothing else."""
    sides = (Span(line.at.start, date.start), Span(date.end, line.at.end))
    names = [raw_words(document, [side]).strip(" 　,，。()（）") for side in sides]
    (name,) = [name for name in names if name] if names.count("") == 1 else [""]
    when = line.resolutions[0].when
    day = len(line.resolutions) == 1 and when is not None and when.single_day
    named = _WHO.fullmatch(fold(name)) or _READER.match(fold(name)) or _SIGNS.fullmatch(fold(name))
    signs_it = day and named and not begins_with_verb(fold(name))  # 1952年考入美术学院
    return (name,) if signs_it else ()


def signing(lines: Sequence[Line], i: int) -> list[Line]:
    """The lines of who signs right above a date: one below the other where several do."""
    first = i - 1
    while (
        first - 1 > 0 and i - first < _TOGETHER and lines[first - 1].role is not Role.TITLE and signs(lines[first - 1])
    ):
        first -= 1
    return list(lines[first:i])


_TOGETHER = 3  # bodies that sign one below the other
_NOTICE = re.compile(r"(?:通知|通告|公告|通报|启事|声明|决定|公示|函|倡议书|公开信|意见|办法|方案)$")


def own_paper(document: Document) -> Span | None:
    """The title of a notice, whose last line is its day: nobody signs where the title says who."""
    about = heading(document)
    return about if about and _NOTICE.search(about.of(document.text)) else None


def signers(document: Document, line: Line) -> tuple[str, ...]:
    """Who signs: 县教育局  县科学技术协会 are two bodies, beside each other."""
    names = [Span(line.at.start + name.start(), line.at.start + name.end()) for name in _NAMES.finditer(line.text)]
    if not all(_ORGANISATION.search(name.of(document.text)) for name in names):
        return (raw_words(document, [line.at]).strip("? "),)
    return tuple(raw_words(document, [name]) for name in names)


_NAMES = re.compile(r"[^? ]+")


def signs(line: Line) -> bool:
    """Whether a line names who signs, and nothing else."""
    plain = not line.resolutions and line.key is None and len(line.text) <= 40
    name = line.text.strip("? ")
    return plain and (_ORGANISATION.search(name) is not None or _SIGNS.search(name) is not None)


_READER = re.compile("(?:读者|学生|弟子|晚辈?|编者|小弟|愚弟) ?[一-鿿]{1,4}(?:敬?[上启]|谨启|拜上)?$")
_OF_A_CLASS = ("物业", "居委会", "村委会", "班委", "家委会", "班主任", "全体同学")
_WHO = re.compile(rf"[\u4e00-\u9fff\d()]{{1,16}}{branch((*words('body', 'ends'), *_OF_A_CLASS))}")
_SIGNS = re.compile(
    r"(?:[董监理]事会|[居村]委会|学生会|治丧委员会|[小中]学|幼儿园|领导小组|指挥部|组委会|筹[备委][组会]|支部|总支|编辑部|派出所|法院|检察院"
    r"|商会|同学会|[校社]友会|物业|警察局)$"
)


def judgement(lines: Sequence[Line]) -> Span | None:
    """The line below the name of a court that says what its paper is: 民事判决书."""
    return next((line.at for line in lines[:_HEAD] if _JUDGEMENT.search(line.text)), None)


_EDITED = re.compile("[一-鿿、 ]{2,24}(?:编印?|主编|编发|印发|编辑)[: ]{0,3}")
_HEAD = 4  # lines at the head of a paper
_JUDGEMENT = re.compile(r"(?:判决|裁[定决]|调解|决定|起诉|公证)书$")


def officer(line: Line) -> bool:
    """Whether a line is the name of somebody who signs for an office: 审判长  王某, 书记员  张某.

    >>> _OFFICER.fullmatch("审判长  王 磊") is not None, _OFFICER.fullmatch("书记员培训") is not None
    (True, False)
    """
    return not line.resolutions and _OFFICER.fullmatch(line.text.strip()) is not None


_OFFICER = re.compile(
    r"(?:代理?|首席|人民|助理|[副正])?(?:审判[长员]|陪审员|书记员|法官(?:助理)?|执行员|检察[长员官]|仲裁员|公证员|[局署厅处司科院校部会]长|主[席任]|董事长|总经理)"
    r"[: ]{1,8}[\u4e00-\u9fff](?: {0,4}[\u4e00-\u9fff]){1,3}"
)
