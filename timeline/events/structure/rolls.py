"""Lines of names and years, one below the other -> drafts: 2003年 省文明单位, 王小明(2008年,金牌), 张维翰 1952—1958.

Three lines at least of one make, each with one year (or from which to which) and no deed. What the heading above calls
them is told with a name that says too little by itself: 校长 张维翰.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.drafts import raw_words
from timeline.events.language.segment import has_verb
from timeline.events.language.words import branch, verbs, words
from timeline.events.mentions import grain
from timeline.events.structure.keys import key_class
from timeline.events.structure.lines import Found, Line, draft_of
from timeline.model import Document, EventKind, Resolution, Role, Span

_RUN, _LONGEST = 3, 40  # lines of one make; characters of one
_SIGNS = " ,、:;·—-|()[]〔〕《》"
_MARK = re.compile(r"[-*+·●○◆▪►•※◎ ]{0,4}(?:\d{1,2}[.、)](?!\d) ?)?")
_NAME = re.compile(r"[《“]?[一-鿿A-Za-z][^。;!?]{1,30}")
_PERSON, _NOBODY = re.compile(rf"{branch(words('surname'))}[一-鿿]{{1,2}}"), "空缺"
# Papers and pages of a site have a year as well, and nothing happened then.
_NO_NAME = re.compile(
    r"出版|学报|期刊|杂志|大学学报|第\d+期|ISBN|https?:|页|下载|查看|更多|全文|目录|报告$|年报$|通知$|公告$"
)
_TITLE = re.compile(
    r"[#* ]{0,6}(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])?"
    r"(?:历[届任年]|近年|主要|曾|部分)?"
    r"([一-鿿“”A-Za-z]{2,16}?)(?:一览表?|名单|名录|列表|榜|情况|简表|表|荣誉|一览)?[: *]{0,3}"
)
_OFFICES = re.compile(
    r"(?:校长|院长|馆长|主[任席]|书记|社长|所长|局长|会长|理事长|董事长|总经理|主编|教练|冠军|亚军|季军|状元|得主|获奖者|奖)$"
)


def rolls(document: Document, lines: Sequence[Line], found: Found) -> None:
    """Each line of such a list is told by its name, and by the heading where that names an office or an honour."""
    run: list[tuple[Line, Resolution, str]] = []
    for number, line in enumerate([*lines, None]):
        told = _line(document, line) if line is not None and line.number not in found.used else None
        if line is not None and told is not None and (not run or told[1] == run[-1][2]):
            run.append((line, told[0], told[1]))
            continue
        _roll(document, lines, number, run, found)
        run = [] if line is None or told is None else [(line, *told)]


def _line(document: Document, line: Line) -> tuple[Resolution, str] | None:
    """The year of a line and where it stands, if the line is nothing but that and names."""
    if (
        len(line.text) > _LONGEST
        or line.role in (Role.ROW, Role.META, Role.TITLE)
        or line.key
        or len(line.resolutions) != 1
    ):
        return None
    (resolution,) = line.resolutions
    edtf = (resolution.when and resolution.when.edtf) or ""
    if grain(edtf) not in ("year", "month") or "X" in edtf or re.search("[。!?]", line.text):
        return None
    name = _named(document, line, resolution)
    if name is None or verbs(name) or has_verb(name) or _NO_NAME.search(name):
        return None
    before = _MARK.sub("", line.text[: resolution.expression.at.start - line.at.start])
    return resolution, "first" if not before else "bracket" if before.endswith(("(", "〔", "[")) else "last"


def _named(document: Document, line: Line, resolution: Resolution) -> str | None:
    """What a line says besides its year, if it is set apart from that."""
    start, end = resolution.expression.at
    before, after = document.text[line.at.start : start], document.text[end : line.at.end]
    mark = _MARK.match(before)
    before = before[mark.end() :] if mark else before
    apart = after[:1] in ("", *_SIGNS) if not before else before[-1] in _SIGNS
    # A blank between a sign and a figure is gone: 2010 王菲菲, 张维翰 1952—1958.
    person = not after and _PERSON.fullmatch(before) is not None
    apart = apart or person or (not before and resolution.expression.text.isdigit())
    rest = f"{before.strip(_SIGNS)} {after.strip(_SIGNS)}".strip()
    return rest if apart and rest != _NOBODY and _NAME.fullmatch(rest) else None


def _roll(
    document: Document,
    lines: Sequence[Line],
    number: int,
    run: Sequence[tuple[Line, Resolution, str]],
    found: Found,
) -> None:
    names = [_named(document, line, resolution) for line, resolution, _ in run]
    if len(run) < _RUN or len(set(names)) < len(run):
        return
    whose = _heading(document, lines[number - len(run) - 1]) if number > len(run) else ""
    for line, resolution, _ in run:
        start, end = resolution.expression.at
        pieces = (Span(line.bare_text.start, start), Span(end, line.at.end))
        name = " ".join(filter(None, (raw_words(document, [piece]).strip(_STRIP) for piece in pieces)))
        lasts = "/" in ((resolution.when and resolution.when.edtf) or "")
        title = f"{whose} {name}" if whose and whose not in name else name
        kind = EventKind.PERIOD if lasts else None
        found.drafts.append(draft_of(line, resolution, "roll", title=title, kind=kind))
        found.used.add(line.number)


_STRIP = " ,、:;·—-|()[]〔〕，：；（）【】　"


def _heading(document: Document, line: Line) -> str:
    """校长 of 三、历任校长, 歌手大赛冠军 of 历届歌手大赛冠军: what each of the names below is."""
    match = _TITLE.fullmatch(line.text)
    if match is None or line.resolutions or key_class(match[1]) or not _OFFICES.search(match[1]):
        return ""
    return raw_words(document, [Span(line.at.start + match.start(1), line.at.start + match.end(1))])
