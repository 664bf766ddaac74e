"""Lines that are no sentences -> drafts: front matter, keys and values, tables, columns of lines, programmes, signatures.

What a structure tells is taken out of the pool: the sentences of these blocks are not read again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from timeline.events.drafts import Draft, raw_words
from timeline.events.words import words
from timeline.model import Document, EventKind, ExpressionKind, Resolution, Role, Span, When

_KEY = re.compile(r"[-*+·>●○ ]{0,3}([\u4e00-\u9fffA-Za-z]{1,9}) ?: ?(?=\S)")
_LABEL = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])? ?([\u4e00-\u9fffA-Za-z]{1,9}):?$"
)
_IDLE = re.compile(r"(?:预计|截止|约|定于|大约|时间|日期|[-*+·,;:?()\[\]~—至到 、/|])*")
_BRACKETED = re.compile(r"\([^()]{0,30}\)")
_ORGANISATION = re.compile(rf"(?:{'|'.join(words('body', 'ends'))})$")
_ISSUED = re.compile(r"[ ]?(?:发布|公布|印发|通过|颁布|修订|修正|施行|起施行)?$")
_BULLET = re.compile(r"[-*+·>●○ ]{1,3}|\d{1,2}[.、)] ?|\(\d{1,2}\) ?")
_NOTICE = re.compile(
    r"(?:关于)?(?:组织|做好|认真|开展|举办|召开|举行|印发|公布|发布|进一步)*(.{4,}?)的?(?:通知|公告|通告|函|意见|决定|方案|办法|规定)?$"
)
_SITE_NAME = re.compile(r" [-—|_] .*$")
_BREAK = re.compile(r"互动|休息|签到|茶歇|午餐|晚餐|报到|入场|进场|合影|welcome|Welcome|分组|自由")


@dataclass(slots=True)
class Line:
    """A block with its dates."""

    number: int
    at: Span
    text: str
    role: Role
    resolutions: list[Resolution] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, Span] | None:
        """The key and the value's place, where the line is `key: value` with a key that is known."""
        match = _KEY.match(self.text)
        if not match or _class(match[1]) is None:
            return None
        return match[1], Span(self.at.start + match.end(), self.at.end)

    @property
    def label(self) -> str | None:
        """The key that stands alone on the line."""
        match = _LABEL.match(self.text)
        return match[1] if match and _class(match[1]) else None

    @property
    def bare(self) -> bool:
        """Whether the line is only dates."""
        return bool(self.resolutions) and _IDLE.fullmatch(_BRACKETED.sub("", self._without_dates())) is not None

    def _without_dates(self) -> str:
        text, shift = self.text, self.at.start
        for resolution in reversed(self.resolutions):
            start, end = resolution.expression.at
            text = text[: max(start - shift, 0)] + text[end - shift :]
        return text

    def dated(self) -> Resolution | None:
        """The first resolution with a date of its own."""
        return next((r for r in self.resolutions if r.when and r.when.edtf and not _clock(r)), None)

    def clock(self) -> Resolution | None:
        """The first resolution that is only a time of day."""
        return next((r for r in self.resolutions if _clock(r)), None)


def _clock(resolution: Resolution) -> bool:
    return resolution.expression.kind is ExpressionKind.TIME


def _class(key: str) -> str | None:
    return next(
        (name for name in ("time", "clock", "place", "title", "host", "other", "plain") if key in words("key", name)),
        None,
    )


@dataclass(slots=True)
class Found:
    """What the structures of a document tell, and the blocks they used up."""

    drafts: list[Draft] = field(default_factory=list)
    used: set[int] = field(default_factory=set)


def topic(document: Document) -> Span | None:
    """What the document is about: its title without 关于…的通知 and the name of the site.

    >>> from timeline.text import document
    >>> notice = document("示例", "关于组织开展第三十次全国助残日活动的通知\\n各有关单位:")
    >>> topic(notice).of(notice.text)
    '第三十次全国助残日活动'
    """
    block = next(
        (b for b in document.blocks if b.role is Role.TITLE or (b.role is Role.HEADING and b.level == 1)), None
    )
    if block is None:
        block = next(
            (b for b in document.blocks if b.role is Role.META and b.at.of(document.text).startswith("title:")), None
        )
    if block is None:
        return None
    text = block.at.of(document.text)
    start = len(text) - len(
        text.removeprefix("title:").lstrip(" #\"'“") if text.startswith("title:") else text.lstrip("# ")
    )
    text = _SITE_NAME.sub("", text).rstrip(" \"'")
    about = text.find("关于", start)
    if about >= 0:
        match = _NOTICE.match(text, about)
        if match and match.end(1) > match.start(1):
            return Span(block.at.start + match.start(1), block.at.start + match.end(1))
    return Span(block.at.start + start, block.at.start + len(text))


def _generic(text: str) -> bool:
    return text.strip("#*> :").endswith(words("generic")) or (
        _LABEL.match(text.strip("#* ")) is not None and _class(text.strip("#*> :")) is not None
    )


def _draft(document: Document, line: Line, resolution: Resolution, **more: object) -> Draft:
    when = resolution.when or When()
    edtf = when.edtf or ""
    deadline = resolution.expression.kind is ExpressionKind.DEADLINE and edtf.startswith("../")
    draft = Draft(
        when=When(edtf=edtf[3:] if deadline else edtf, time=when.time, part=when.part),
        resolution=resolution,
        rule="structure",
        at=line.at,
        clauses=(line.at,),
        context=line.at,
        block=line.number,
        dates=tuple(r.expression.at for r in line.resolutions),
    )
    return replace(draft, **more)  # type: ignore[arg-type]


def _with_clock(draft: Draft, clock: Resolution | None) -> Draft:
    if clock is None or clock.when is None or draft.when.time:
        return draft
    return replace(
        draft, when=When(edtf=draft.when.edtf, time=clock.when.time, part=clock.when.part or draft.when.part)
    )


# --- front matter and publication ----------------------------------------------------------------------------------------


def _dates_itself(line: Line) -> bool:
    """Whether a line of front matter gives the day of the text and not of something that an excerpt tells."""
    key = re.match(r"([A-Za-z_]{2,20}):", line.text)
    return key is None or key[1] in ("date", "published", "time", "datetime", "pubdate")


def _front_matter(document: Document, lines: Sequence[Line], found: Found) -> None:
    fields = {line.key[0]: (line, line.key[1]) for line in lines if line.role is Role.META and line.key}
    dated = next((line for line in lines if line.role is Role.META and line.dated() and _dates_itself(line)), None)
    found.used.update(line.number for line in lines if line.role is Role.META)
    about = topic(document)
    if dated is None or about is None:
        return
    resolution = dated.dated()
    assert resolution is not None
    clock = next((line.clock() for line in lines if line.role is Role.META and line.clock()), None)
    place = next((span for key, (_, span) in fields.items() if _class(key) == "place"), None)
    title = raw_words(document, [about])
    if clock or place:
        draft = _draft(document, dated, resolution, title=title, rule="front matter")
        draft = _with_clock(draft, clock)
        found.drafts.append(replace(draft, place=raw_words(document, [place]) if place else ""))
    elif dated.text != resolution.expression.at.of(document.text):
        found.drafts.append(
            _draft(
                document,
                dated,
                resolution,
                title=raw_words(document, [_whole_title(document) or about]),
                rule="published",
                kind=EventKind.PUBLICATION,
                minor=True,
            )
        )


# --- keys and values -----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Group:
    lines: list[Line] = field(default_factory=list)
    fields: list[tuple[str, str, Line, Span]] = field(default_factory=list)  # class, key, line of the value, value


def _groups(lines: Sequence[Line], used: set[int]) -> list[_Group]:
    """Runs of keys and values; a key that comes again begins the next."""
    groups: list[_Group] = []
    group = _Group()
    i = 0
    quiet = 0
    while i < len(lines):
        line = lines[i]
        entry: tuple[str, Line, Span] | None = None
        if line.number in used:
            pass
        elif line.key:
            entry = (line.key[0], line, line.key[1])
        elif line.label and i + 1 < len(lines) and not lines[i + 1].label and len(lines[i + 1].text) <= 60:
            entry = (line.label, lines[i + 1], lines[i + 1].at)
            group.lines.append(line)
            i += 1
        if entry is None:
            quiet += 1
            follows_clock = bool(line.resolutions) and line.bare and line.clock() is not None and quiet == 1
            if follows_clock and group.fields:
                group.fields.append(("clock", "", line, line.at))
                group.lines.append(line)
            elif (quiet > 2 or line.role in (Role.HEADING, Role.PARAGRAPH)) and group.fields:
                groups.append(group)
                group = _Group()
        else:
            kind = _class(entry[0]) or "plain"
            clash = kind == "time" and any(
                k == "time" and (ln.dated() or not entry[1].clock()) for k, _, ln, _ in group.fields
            )
            if clash and entry[1].dated():
                groups.append(group)
                group = _Group()
            group.fields.append((kind, entry[0], entry[1], entry[2]))
            group.lines.append(entry[1])
            quiet = 0
        i += 1
    if group.fields:
        groups.append(group)
    return groups


def _group_title(document: Document, lines: Sequence[Line], group: _Group) -> Span | None:
    for kind, key, _, value in group.fields:
        if kind == "title" and (not key.endswith("主题") or value.of(document.text).endswith(words("noun"))):
            return value
    first = min(line.number for line in group.lines)
    if lines[first].label:
        first = lines[first].number
    over_heading = False
    for line in reversed(lines[max(first - 8, 0) : first]):
        if line.key or line.label or line.resolutions or not line.text.strip("-*# "):
            continue
        if line.role is Role.PARAGRAPH and not over_heading:
            if len(line.text) > 40 or line.text.endswith(("。", "!", ":", ";")):
                continue
        if _generic(line.text):
            over_heading = True
            continue
        if (
            len(line.text.strip("#*- ")) >= 4
            and line.role in (Role.HEADING, Role.ITEM)
            and (line.number == first - 1 or line.role is Role.HEADING or over_heading)
        ):
            return Span(line.at.start + len(line.text) - len(line.text.lstrip("#*- ")), line.at.end)
    return topic(document)


def _key_values(document: Document, lines: Sequence[Line], found: Found) -> None:
    for group in _groups(lines, found.used):
        dated = next(((line, r) for kind, _, line, _ in group.fields if kind == "time" and (r := line.dated())), None)
        seconds = [(key, line, line.dated()) for kind, key, line, _ in group.fields if kind == "other" and line.dated()]
        if dated is None and not seconds:
            continue
        about = _group_title(document, lines, group)
        title = raw_words(document, [about]) if about else ""
        place = next((raw_words(document, [value]) for kind, _, _, value in group.fields if kind == "place"), "")
        context = Span(min(line.at.start for line in group.lines), max(line.at.end for line in group.lines))
        if dated:
            clock = next(
                (line.clock() for kind, _, line, _ in group.fields if kind in ("time", "clock") and line.clock()), None
            )
            draft = _draft(
                document, dated[0], dated[1], title=title, place=place, context=context, rule="keys and values"
            )
            found.drafts.append(_with_clock(draft, clock))
        for key, line, resolution in seconds:
            assert resolution is not None
            what = re.sub(r"(?:时间|日期|期间)$", "", key)
            position = line.text.find(what) if line.text.find(what) >= 0 else -1
            noun = (
                raw_words(document, [Span(line.at.start + position, line.at.start + position + len(what))])
                if position >= 0
                else ""
            )
            if not noun:
                noun = next(
                    (
                        raw_words(document, [Span(b.at.start, b.at.start + len(what))])
                        for b in document.blocks[max(line.number - 1, 0) : line.number]
                        if b.at.of(document.text).startswith(what)
                    ),
                    "",
                )
            found.drafts.append(
                _draft(document, line, resolution, title=f"{title[:24]}{noun}", context=context, rule="second key")
            )
        if dated or seconds:
            found.used.update(line.number for line in group.lines)


# --- columns of lines ----------------------------------------------------------------------------------------------------


def _column_names(lines: Sequence[Line], i: int) -> int:
    """How many lines from `i` on are names of columns."""
    count = 0
    while i + count < len(lines) and count < 12 and lines[i + count].label and len(lines[i + count].text) <= 8:
        count += 1
    names = {_class(lines[i + k].label or "") for k in range(count)}
    return count if count >= 3 and "time" in names else 0


def _topic_above(lines: Sequence[Line], i: int, document: Document) -> str:
    for line in reversed(lines[max(i - 6, 0) : i]):
        text = line.text.strip("#* ")
        for suffix in ("一览表", "一览", "列表", "时间表"):
            text = text.removesuffix(suffix)
        if line.role in (Role.HEADING, Role.TITLE, Role.ITEM) and 2 <= len(text) <= 20 and text.endswith(words("noun")):
            return raw_words(document, [Span(line.at.start, line.at.start + len(text))])
    about = topic(document)
    return raw_words(document, [about])[:16] if about else ""


def _columns(document: Document, lines: Sequence[Line], found: Found) -> None:
    i = 0
    while i < len(lines):
        count = _column_names(lines, i)
        if not count:
            i += 1
            continue
        names = [lines[i + k].label or "" for k in range(count)]
        above = _topic_above(lines, i, document)
        date_column = next(k for k, name in enumerate(names) if _class(name) == "time")
        end = i + count
        while (
            end < len(lines)
            and lines[end].role is not Role.PARAGRAPH
            and (lines[end].role is not Role.HEADING or lines[end].resolutions)
        ):
            end += 1
        starts = [
            k - date_column for k in range(i + count, end) if lines[k].bare and lines[k].dated() and not _due(lines[k])
        ]
        for start, stop in zip(starts, [*starts[1:], min(end, (starts[-1] if starts else 0) + count)], strict=False):
            if start >= i + count:
                _row(document, lines[start:stop], names, above, found)
        found.used.update(range(i, end))
        i = max(end, i + 1)


def _row(document: Document, row: Sequence[Line], names: list[str], above: str, found: Found) -> None:
    """One row of a table whose cells stand on lines of their own."""
    dated = next((line for line in row if line.bare and line.dated() and not _due(line)), None)
    if dated is None:
        return
    resolution = dated.dated()
    assert resolution is not None
    clock = next((line.clock() for line in row if line.bare and line.clock()), None)
    cells = [line for line in row if not line.resolutions and line.text.strip("*- ")]
    columns = [name for name in names if name not in ("日期", "时间")]
    named = dict(zip(columns, cells, strict=False))
    label = next((named[name] for name in columns if _class(name) != "place" and name in named), None)
    place_cell = next((named[name] for name in columns if _class(name) == "place" and name in named), None)
    host = next((named[name] for name in ("学校", "单位", "机关") if name in named), None)
    name = raw_words(document, [label.at]) if label else ""
    context = Span(row[0].at.start, row[-1].at.end)
    place = " ".join(raw_words(document, [line.at]) for line in (host, place_cell) if line)
    title = f"{name} {above}".strip() if name.isascii() else f"{name}{above}"
    draft = _draft(document, dated, resolution, title=title, place=place, context=context, at=context, rule="column")
    found.drafts.append(_with_clock(draft, clock))
    for line in row:
        due = line.dated()
        if line is not dated and due and _due(line):
            found.drafts.append(
                _draft(
                    document,
                    line,
                    due,
                    title=f"{title}{_due_words(document, line)}",
                    context=context,
                    rule="deadline of a row",
                    kind=EventKind.DEADLINE,
                )
            )


def _due(line: Line) -> bool:
    return "截止" in line.text or line.resolutions[0].expression.kind is ExpressionKind.DEADLINE


def _due_words(document: Document, line: Line) -> str:
    position = line.text.find("截止")
    return raw_words(document, [Span(line.at.start + position, line.at.start + position + 2)]) if position >= 0 else ""


def _bare_lines(document: Document, lines: Sequence[Line], found: Found) -> None:
    """A date alone on its line: the short line below it says what."""
    for i, line in enumerate(lines):
        if line.number in found.used or not line.bare:
            continue
        resolution = line.dated()
        if resolution is None or line.role is Role.META:
            continue
        above = lines[i - 1] if i else None
        below = lines[i + 1] if i + 1 < len(lines) else None
        about = topic(document)
        if above and about and above.label and _class(above.label) == "time":
            found.drafts.append(
                _draft(
                    document,
                    line,
                    resolution,
                    at=about,
                    clauses=(about,),
                    dates=(),
                    context=Span(above.at.start, line.at.end),
                    rule="labelled date",
                )
            )
        elif (
            above
            and about
            and not above.resolutions
            and len(above.text) <= 40
            and _ORGANISATION.search(above.text.strip("? "))
        ):
            found.drafts.append(
                _draft(
                    document, line, resolution, title=raw_words(document, [_whole_title(document) or about]), organisers=(raw_words(document, [above.at]),),
                    context=Span(above.at.start, line.at.end), rule="signature", kind=EventKind.PUBLICATION,
                )
            )  # fmt: skip
            found.used.add(above.number)
        elif (
            below
            and not below.resolutions
            and 2 <= len(below.text) <= 40
            and below.role in (Role.ITEM, Role.HEADING, Role.PARAGRAPH)
        ):
            found.drafts.append(
                _draft(
                    document,
                    line,
                    resolution,
                    title=raw_words(document, [below.at]),
                    context=Span(line.at.start, below.at.end),
                    rule="date line",
                )
            )
            found.used.add(below.number)
        else:
            continue
        found.used.add(line.number)


def _issued(document: Document, lines: Sequence[Line], found: Found) -> None:
    """1986年2月18日发布, on a line of its own near the top."""
    about = topic(document)
    for line in lines[:6]:
        resolution = line.dated()
        if about is None or resolution is None or line.number in found.used or len(line.text) > 30:
            continue
        rest = line.text[resolution.expression.at.end - line.at.start :]
        if rest and _ISSUED.fullmatch(rest) and resolution.expression.at.start - line.at.start <= 2:
            title = raw_words(document, [_whole_title(document) or about])
            word = raw_words(document, [Span(line.at.end - len(rest.strip()), line.at.end)])
            found.drafts.append(
                _draft(document, line, resolution, title=f"{title}{word}", rule="issued", kind=EventKind.PUBLICATION)
            )
            found.used.add(line.number)


def _whole_title(document: Document) -> Span | None:
    for block in document.blocks:
        if block.role is Role.TITLE or (block.role is Role.HEADING and block.level == 1):
            text = block.at.of(document.text)
            start = len(text) - len(text.lstrip("# "))
            about = text.find("关于")
            if about > start and len(text) - start > 30:
                start = about  # the issuer before it is told by the signature
            return Span(block.at.start + start, block.at.end)
    return None


# --- programmes and tables -----------------------------------------------------------------------------------------------


def _programme(document: Document, lines: Sequence[Line], found: Found) -> None:
    """A time of day and what happens then."""
    for line in lines:
        clock = line.clock()
        if (
            line.number in found.used
            or clock is None
            or clock.when is None
            or not clock.when.edtf
            or len(line.text) > 60
        ):
            continue
        start, end = clock.expression.at
        lead = line.text[: start - line.at.start]
        what = Span(end, line.at.end)
        text = what.of(document.text).strip(" :,;-—")
        if _BULLET.sub("", lead).strip() or len(text) < 2 or "。" in text:
            continue
        left = what.start + len(what.of(document.text)) - len(what.of(document.text).lstrip(" :,;-—"))
        found.drafts.append(
            _draft(
                document,
                line,
                clock,
                title=raw_words(document, [Span(left, what.end)]),
                rule="programme",
                minor=_BREAK.search(text) is not None,
            )
        )
        found.used.add(line.number)


def _tables(document: Document, lines: Sequence[Line], found: Found) -> None:
    """Rows between | whose head names a column of dates."""
    head: list[str] = []
    for line in lines:
        if line.role is not Role.ROW:
            head = []
            continue
        cells = _cells(line)
        texts = [cell.of(document.text) for cell in cells]
        if not line.resolutions and any(_class(text) == "time" or text.endswith(("时间", "日期")) for text in texts):
            head = texts
            continue
        resolution = line.dated()
        if not head or resolution is None:
            continue
        named = dict(zip(head, cells, strict=False))
        dates = [r.expression.at for r in line.resolutions]
        title = next(
            (
                cell
                for name, cell in named.items()
                if _class(name) == "title"
                or name.endswith(("名称", "项目", "内容", "活动", "事项", "主题", "考试", "赛事"))
            ),
            None,
        )
        free = [
            cell
            for cell in cells
            if cell.end > cell.start and not any(cell.start <= at.start < cell.end for at in dates)
        ]
        title = title or max(free, key=lambda cell: cell.end - cell.start, default=None)
        place = next((cell for name, cell in named.items() if _class(name) == "place"), None)
        if title:
            found.drafts.append(
                _draft(
                    document,
                    line,
                    resolution,
                    title=raw_words(document, [title]),
                    place=raw_words(document, [place]) if place else "",
                    rule="table",
                )
            )
            found.used.add(line.number)


def _cells(line: Line) -> list[Span]:
    cells = []
    for match in re.finditer(r"[^|]+", line.text):
        text = match[0]
        left = match.start() + len(text) - len(text.lstrip())
        cells.append(Span(line.at.start + left, line.at.start + left + len(text.strip())))
    return [cell for cell in cells if cell.end > cell.start]


def structured(document: Document, rows: Sequence[Sequence[Resolution]]) -> Found:
    """All that the structures of a document tell."""
    lines = [
        Line(number, block.at, block.at.of(document.text), block.role, list(rows[number]))
        for number, block in enumerate(document.blocks)
    ]
    found = Found()
    _front_matter(document, lines, found)
    _tables(document, lines, found)
    _issued(document, lines, found)
    _columns(document, lines, found)
    _key_values(document, lines, found)
    _programme(document, lines, found)
    _bare_lines(document, lines, found)
    return found
