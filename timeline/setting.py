"""Document and expressions -> what the document as a whole says of its time: when published, of which year it is.

Nothing is resolved here: only what is written whole is used. Every claim names its rule and the words that prove it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from timeline.calendars import eras, observances
from timeline.model import (
    Block,
    Claim,
    Document,
    Expression,
    Naming,
    Occasion,
    Period,
    Point,
    Role,
    Script,
    Setting,
    Span,
)

# --- where the document comes from -----------------------------------------------------------------------------------

_REGION_WORDS = {
    "TW": re.compile(
        r"中华民国(?=\d|[一二三四五六七八九十百])|行政院|台北|台湾|台中|台南|高雄|新北|[学年]年度"
        r"|(?<!\d)(?:9\d|1[01]\d)年(?:度|\d{1,2}月)"
    ),
    "HK": re.compile(
        r"香港|港铁|特区政府|九龙|新界|港岛|屯门|观塘|旺角|湾仔|铜锣湾|尖沙咀|元朗|沙田|荃湾|将军澳|深水埗|粉岭|洪水桥"
    ),
    "MO": re.compile(r"澳门|氹仔"),
}
_REGION_SAMPLE = 20_000


def region_of(document: Document) -> str:
    """CN, TW, HK or MO: whose years and words these are; only traditional script leaves the mainland."""
    if document.script is not Script.HANT:
        return "CN"
    sample = document.text[:_REGION_SAMPLE]
    counts = {region: len(words.findall(sample)) for region, words in _REGION_WORDS.items()}
    region, count = max(counts.items(), key=lambda row: row[1])
    return region if count else "CN"


# --- years as they are written ---------------------------------------------------------------------------------------

# In Taiwan 96年 is 2007; three digits are of the Republic wherever they stand without 公元.
_ROC_FIRST, _ROC_HUNDRED, _ROC_LAST = 80, 100, 150


def written_year(point: Point, region: str, near: int | None = None) -> int | None:
    """The civil year that a point writes, by its era, its two digits or its country; None where it writes none.

    `near` is a year that the document is known to be about; two digits are taken close to it.

    >>> written_year(Point(era="民国", year=34), "CN"), written_year(Point(year=107), "TW")
    (1945, 2018)
    >>> written_year(Point(year=96, short_year=True), "TW"), written_year(Point(year=5, short_year=True), "CN")
    (2007, 2005)
    """
    if point.year is None:
        return None
    if point.era is not None:
        return eras.civil_year(point.era, point.year)
    if (_ROC_FIRST if region == "TW" else _ROC_HUNDRED) <= point.year <= _ROC_LAST:
        return point.year + 1911
    if point.short_year:
        return whole_year(point.year, near)
    return point.year


def whole_year(digits: int, near: int | None) -> int:
    """Two digits of a year -> the year: the one close to what the document is about, else this side of 2050.

    >>> whole_year(5, None), whole_year(71, None), whole_year(38, 1946)
    (2005, 1971, 1938)
    """
    if near is None:
        return 2000 + digits if digits < 50 else 1900 + digits
    century = near // 100 * 100
    return min((century + digits + turn for turn in (-100, 0, 100)), key=lambda year: abs(year - near + 10))


def points_of(expression: Expression) -> Iterator[Point]:
    """Every point that an expression writes, ends of stretches and years of observances too."""
    value = expression.value
    parts = (value.start, value.end) if isinstance(value, Period) else (value,)
    for part in parts:
        if isinstance(part, Point):
            yield part
        elif isinstance(part, Occasion) and part.year is not None:
            yield part.year


def whole_day(expression: Expression, region: str) -> date | None:
    """The civil day that an expression writes whole, with its year."""
    point = expression.value
    if not isinstance(point, Point) or point.lunar or point.section or None in (point.year, point.month, point.day):
        return None
    try:
        return date(written_year(point, region) or 0, point.month or 0, point.day or 0)
    except ValueError:
        return None


# --- where an expression stands --------------------------------------------------------------------------------------

_CLAUSE_OPENS = frozenset("。!?;:,\n“”\"'》)】]|、 —-")
_BEFORE = re.compile(r"(?:自从|早在|截至|截止|截止到|[在于自从至到据])$")


def opens_clause(text: str, start: int) -> bool:
    """Whether nothing but a preposition stands between an expression and the last punctuation."""
    before = text[max(0, start - 4) : start]
    if match := _BEFORE.search(before):
        start -= len(match[0])
    return start <= 0 or text[start - 1] in _CLAUSE_OPENS


def inside(text: str, at: Span, opening: str, closing: str, reach: int = 60) -> bool:
    """Whether a stretch stands between two signs of the same line."""
    left = text.rfind(opening, max(0, at.start - reach), at.start)
    if left < 0:
        return False
    between = text[left + 1 : at.start]
    return closing not in between and "\n" not in between and text.find(closing, at.end, at.end + reach) >= 0


def side_of(document: Document, expression: Expression) -> str:
    """How a year is named: in a bracket, a quoted name, a range, a deadline, a plan; empty where it is simply said."""
    value, text, at = expression.value, document.text, expression.at
    if isinstance(value, Period):
        return "deadline" if value.deadline else "range"
    if isinstance(value, Occasion):
        return "name"
    if inside(text, at, "(", ")"):
        return "bracket"
    if inside(text, at, "《", "》"):
        return "quote"
    if text[max(0, at.start - 2) : at.start] in ("截止", "截至"):
        return "deadline"
    if isinstance(value, Point) and value.month is None and not opens_clause(text, at.start):
        return "remark"
    return ""


def _named(document: Document, expressions: Sequence[Expression], region: str) -> tuple[Naming, ...]:
    found = []
    for expression in expressions:
        for point in points_of(expression):
            if point.year is None or point.decade is not None:
                continue
            year = written_year(point, region)
            if year is not None:
                month, day = (None, None) if point.lunar else (point.month, point.day)
                found.append(Naming(year, expression.at, month, day, side_of(document, expression)))
    return tuple(found)


# --- the day of publication ------------------------------------------------------------------------------------------

_SOURCE = re.compile(r"来源|作者|记者|字体|编辑|发布|发表|发稿|更新|浏览|阅读|点击")
_NO_SOURCE = re.compile(r"活动|报名|开会|举行|召开|考试|会议时间")
_ALONE = re.compile(
    r"(?:[\s\d:,.()年月号時时分秒/\|~\-—至]|日(?!期)|(?:星期|礼拜|周)[一二三四五六日天])*(?:https?://\S*)?[\s)\]】]*"
)
_LABEL = re.compile(r"(?:时间|日期|日程|期限|期间|截止)\S{0,4}:?$")
_DATELINE = re.compile(r"(?:社|网|报|讯)[^。\n]{0,24}$")
_DATELINE_AFTER = re.compile(r"[^。\n]{0,12}?(?:电|讯|信息|消息|报道)")
_FRONT = re.compile(r"^---\n.{0,400}?^date:\s*(?=[\d])", re.DOTALL | re.MULTILINE)
_TOP_BLOCKS = 4
_DATELINE_REACH = 400


class _Page:
    """A document and its expressions, with the block of each."""

    def __init__(self, document: Document, expressions: Sequence[Expression], region: str) -> None:
        self.document, self.expressions, self.region = document, expressions, region
        self.starts = [block.at.start for block in document.blocks]
        self.days = [(expression, day) for expression in expressions if (day := whole_day(expression, region))]

    def index(self, expression: Expression) -> int:
        return max(bisect_right(self.starts, expression.at.start) - 1, 0)

    def block(self, expression: Expression) -> Block:
        return self.document.blocks[self.index(expression)]

    def line(self, expression: Expression) -> str:
        return self.block(expression).at.of(self.document.text)

    def stands_apart(self, index: int) -> bool:
        """Whether the lines around one are words: a column of dates and hours is a table, 时间 is a label."""
        around = self.document.blocks[max(index - 1, 0) : index] + self.document.blocks[index + 1 : index + 2]
        lines = [block.at.of(self.document.text) for block in around]
        return not any(_ALONE.fullmatch(line) or _LABEL.search(line) for line in lines)

    def rest(self, expression: Expression) -> str:
        """The line without the expression."""
        at, block, text = expression.at, self.block(expression).at, self.document.text
        return text[block.start : at.start] + text[at.end : block.end]


def _source_line(page: _Page) -> Claim[date] | None:
    for expression, day in page.days:
        line = page.line(expression)
        if len(line) <= 120 and "。" not in line and _SOURCE.search(line) and not _NO_SOURCE.search(line):
            return Claim(day, "published-source", expression.span)
    return None


def _alone_at_top(page: _Page) -> Claim[date] | None:
    for expression, day in page.days:
        index = page.index(expression)
        if index >= _TOP_BLOCKS:
            return None
        if _ALONE.fullmatch(page.rest(expression)) and len(page.document.blocks) > 1 and page.stands_apart(index):
            return Claim(day, "published-top", expression.span)
    return None


def _front_matter(page: _Page) -> Claim[date] | None:
    match = _FRONT.match(page.document.text)
    if match:
        for expression, day in page.days:
            if expression.at.start == match.end():
                return Claim(day, "published-front", expression.span)
    return None


def _dateline(page: _Page) -> Claim[date] | None:
    """新华社北京5月15日电: without a year it takes that of the nearest whole day."""
    text = page.document.text
    for expression in page.expressions:
        if expression.at.start > _DATELINE_REACH:
            return None
        point = expression.value
        if not isinstance(point, Point) or point.month is None or point.day is None or point.lunar:
            continue
        line_start = text.rfind("\n", 0, expression.at.start) + 1
        before = text[line_start : expression.at.start]
        if not (_DATELINE.search(before) and _DATELINE_AFTER.match(text, expression.at.end)):
            continue
        day = whole_day(expression, page.region) or _nearest(point.month, point.day, [day for _, day in page.days])
        if day is not None and (point.year is None or page.region != "CN" or "年" in expression.text):
            return Claim(day, "published-dateline", expression.span)
    return None


def _nearest(month: int, day: int, days: Sequence[date]) -> date | None:
    """The day of the year that lies closest to one of `days`."""
    candidates = []
    for known in days:
        for year in (known.year - 1, known.year, known.year + 1):
            try:
                candidate = date(year, month, day)
            except ValueError:
                continue
            candidates.append((abs((candidate - known).days), candidate))
    return min(candidates)[1] if candidates else None


def _alone_at_end(page: _Page) -> Claim[date] | None:
    for expression, day in reversed(page.days):
        rest = page.rest(expression)
        if "更新" in rest and len(rest) <= 12:
            return Claim(day, "published-end", expression.span)
        index = page.index(expression)
        if (
            index >= max(_TOP_BLOCKS, len(page.document.blocks) // 2)
            and _ALONE.fullmatch(rest)
            and page.stands_apart(index)
        ):
            return Claim(day, "published-end", expression.span)
    return None


PUBLICATION_RULES = (_source_line, _alone_at_top, _front_matter, _dateline, _alone_at_end)


def _published(page: _Page) -> Claim[date] | None:
    if page.document.published is not None:
        return Claim(page.document.published, "published-file")
    return next((claim for rule in PUBLICATION_RULES if (claim := rule(page)) is not None), None)


# --- the year --------------------------------------------------------------------------------------------------------

_NUMBER = re.compile(r"[〔\[(【]((?:19|20)\d\d)[〕\])】]\s?(?:第\s?)?\d{1,4}\s?号")
_NOTICE = re.compile(r"通知|公告|通告|启事|公示|招聘|招募|报名|邀请|征集|招生|方案|预告|日程|安排|简章|须知|日历")


def _title_blocks(document: Document) -> tuple[Block, ...]:
    return tuple(block for block in document.blocks if block.role is Role.TITLE)


def _ordinal_years(expressions: Sequence[Expression]) -> Iterator[tuple[Expression, str, int]]:
    for expression in expressions:
        value = expression.value
        parts = (value.start, value.end) if isinstance(value, Period) else (value,)
        for part in parts:
            if isinstance(part, Occasion) and part.ordinal is not None:
                year = observances.year_of(part.key, part.ordinal)
                if year is not None:
                    yield expression, part.key, year


def _title_year(
    document: Document, named: Sequence[Naming], ordinals: Sequence[tuple[Expression, str, int]]
) -> Claim[int] | None:
    blocks = _title_blocks(document)

    def titled(at: Span) -> bool:
        return any(block.at.start <= at.start < block.at.end for block in blocks)

    found = [(naming.year, naming.at) for naming in named if titled(naming.at) and naming.side not in ("bracket",)]
    if not found:
        found = [(year, expression.at) for expression, _, year in ordinals if titled(expression.at)]
    if len({year for year, _ in found}) != 1:
        return None
    return Claim(found[0][0], "year-title", document.raw_span(found[0][1]))


def _number_year(document: Document) -> Claim[int] | None:
    match = _NUMBER.search(document.text, 0, 1500)
    return Claim(int(match[1]), "year-number", document.raw_span(Span(*match.span()))) if match else None


def _ordinal_year(ordinals: Sequence[tuple[Expression, str, int]]) -> Claim[int] | None:
    """The year of the ordinal that is named most; the first of equals."""
    counts = Counter(year for _, _, year in ordinals)
    if not counts:
        return None
    best = max(counts.values())
    for expression, _, year in ordinals:
        if counts[year] == best:
            return Claim(year, "year-ordinal", expression.span)
    return None


def _occasion(expressions: Sequence[Expression], ordinals: Sequence[tuple[Expression, str, int]]) -> Claim[str] | None:
    """The observance that the document is about: one with an ordinal, else one named three times and more."""
    if ordinals:
        return Claim(ordinals[0][1], "occasion", ordinals[0][0].span)
    counts = Counter(e.value.key for e in expressions if isinstance(e.value, Occasion))
    if not counts:
        return None
    key, count = counts.most_common(1)[0]
    if count < 3:
        return None
    first = next(e for e in expressions if isinstance(e.value, Occasion) and e.value.key == key)
    return Claim(key, "occasion", first.span)


def _about(document: Document, claims: Sequence[Claim[int] | None], named: Sequence[Naming]) -> Claim[int] | None:
    """The year a person would say the document is about."""
    for claim in claims:
        if claim is not None:
            return claim
    plain = [naming for naming in named if not naming.side] or list(named)
    if not plain:
        return None
    best = next((naming for naming in plain if naming.month is not None), plain[0])
    return Claim(best.year, "year-named", document.raw_span(best.at))


def understand(
    document: Document, expressions: Sequence[Expression], *, year: int | None = None, today: date | None = None
) -> Setting:
    """What the document says of itself. `year` and `today` (a moment, where its clock is known) are asked last."""
    region = region_of(document)
    named = _named(document, expressions, region)
    published = _published(_Page(document, expressions, region))
    if published is not None and published.because is not None:
        line = published.because
        named = tuple(n._replace(side="source") if document.raw_span(n.at) == line else n for n in named)
    ordinals = list(_ordinal_years(expressions))
    title_year = _title_year(document, [n for n in named if n.side != "source"], ordinals)
    ordinal_year, number_year = _ordinal_year(ordinals), _number_year(document)
    publication_year = Claim(published.value.year, published.rule, published.because) if published else None
    given = Claim(year, "year-given") if year is not None else None
    head = (document.title or "") + "".join(block.at.of(document.text) for block in _title_blocks(document))
    return Setting(
        year=_about(document, (title_year, ordinal_year, number_year, publication_year), named) or given,
        title_year=title_year,
        published=published,
        ordinal_year=ordinal_year,
        number_year=number_year,
        named=named,
        occasion=_occasion(expressions, ordinals),
        region=region,
        script=document.script,
        notice=_NOTICE.search(head) is not None,
        given_year=year,
        reference=today,
    )


def spoken(setting: Setting, reference: date | None) -> Setting:
    """The setting of a single line that is said at a moment: it has no title, no number and no line of its source."""
    return replace(setting, year=None, title_year=None, number_year=None, published=None, reference=reference)


def moment_of(setting: Setting) -> datetime | None:
    """The very moment to count 三小时后 from, where a clock is known."""
    return setting.reference if isinstance(setting.reference, datetime) else None
