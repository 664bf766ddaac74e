"""A page and its expressions -> the day of publication, by the first witness that speaks.

`PUBLICATION_RULES` is the policy: the line of the source, a date at the top, the dateline, the signature, the address.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from timeline.model import (
    Anchor,
    Block,
    Claim,
    Document,
    Expression,
    ExpressionKind,
    Point,
    Script,
    Section,
    Span,
    Unit,
)
from timeline.setting.reports import over_report
from timeline.setting.written import ROC, whole_day, written_year

_SOURCE = re.compile(
    r"来源|作者|记者|字体|编辑|发布|发表|发稿|发帖|发言日期|发文|成文|印发|刊登|刊出|张贴|公告(?:日期|时间)|公布(?:日期|时间)"
    r"|上传|上版|建档|更新|浏览|阅读|点击|(?i:posted|published|updated)"
    # What is written by hand: a record, a form, a contract.
    r"|(?:记录|填[表报写]|制[表单]|报告|整理|签[订署发字]|立约|申请|打印|撰写|起草|编[制写]|出具|开具|定稿|写作|采访|访谈|口述|采录)(?:日期|时间|日):"
)
_REPRINTED = re.compile(r"[\s(\[【—\-*]{0,4}(?:本文|此文|文章)?(?:原载|原刊|载于?|刊于|摘自|摘编自|转载自|选自)\s?《")
_NO_SOURCE = re.compile(r"活动|报名|开会|举行|召开|考试|会议|讲座|地点")
_BARE_LABEL = re.compile(r"\W{0,3}(?:日期|时间|(?i:date))\W{1,3}$")
_WHERE, _FORM = re.compile(r"\n\W{0,6}(?:[一二三四五六七八九十]、)?(?:活动|会议|举办|集合|上课|比赛)?地[点址] ?:"), 100
_SIGNATORY = re.compile(
    r"(?:局|委|会|部|院|校|中心|公司|办公室|办公厅|政府|联|馆|处|科|社|大学|集团|银行|医院|学校)[\s(]{0,3}$"
)
_ISSUED = re.compile(r"\s{0,3}(?:印发|发布|公布|公告|印)?[\s)]{0,3}$")
_ALONE = re.compile(
    r"(?:[\s\d:,.()年月号時时分秒/\|~\-—至]|日(?!期)|(?:星期|礼拜|周)[一二三四五六日天])*(?:https?://\S*)?[\s)\]】]*"
)
_FIGURES = re.compile(r"[\d一二三四五六七八九十]")
_LABEL = re.compile(r"(?:时间|日期|日程|期限|期间|截止)\S{0,4}:?$")
_DATELINE = re.compile(r"(?:社|网|报|讯)[^。\n]{0,24}$")
_DATELINE_AFTER = re.compile(r"[^。\n]{0,12}?(?:电|讯|信息|消息|报道)")
_FRONT = re.compile(r"^---\n.{0,400}?^date:\s*(?=[\d])", re.DOTALL | re.MULTILINE)
_TOP_BLOCKS, _LABELLED_BLOCKS, _SIGNED_BLOCKS = 4, 2, 5
_SOURCE_LINE = 120  # characters of a line that says where a text is from
_SIGNATURE = 30  # characters of a name that signs
_ADDRESS = re.compile(r"https?://\S{1,80}?/[a-z]?(20\d\d)[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?!\d)")
_ADDRESS_LINE = re.compile(
    r"(?:\W{0,3}(?:原文|本文|文章|网页|页面|来源)?(?:链接|网址|地址|来源|出处)?\W{0,3})https?://"
)
_OUTLET = re.compile(
    r"[\s(]{0,3}[\u4e00-\u9fff]{1,8}(?:报|社|网|台|刊|快讯|娱乐|体育|财经|新闻|在线|头条|资讯|客户端)[\s)]{0,3}"
)
_AGENCY = re.compile(r"(?:编辑|译者|核稿|编译)[^\n。]{1,24}\)(1\d\d|[89]\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")
_WIRE = re.compile(r"[。)」”](1[01]\d|9\d)(0[1-9]|1[0-2])([0-2]\d|3[01])\s*(?:\n|$)")
_DAMAGED = re.compile(
    r"(?:发[布表稿文]|更新|公[布告]|刊登|上传|来源)(?:日期|时间|日|时)?\s?:[^\d\n。]{0,4}"
    r"((?:19|20)\d\d)[^\d\n]{1,3}(1[0-2]|0?[1-9])[^\d\n]{1,3}(3[01]|[12]\d|0?[1-9])(?!\d)"
)
_DATELINE_REACH = 400
_DAYS_WITH_NAMES = 3  # 大前天, 大后天


class Page:
    """A document and its expressions, with the block of each."""

    def __init__(self, document: Document, expressions: Sequence[Expression], region: str) -> None:
        self.document, self.expressions, self.region = document, expressions, region
        self.starts = [block.at.start for block in document.blocks]
        self.days = [(expression, day) for expression in expressions if (day := whole_day(expression, region))]

    def index(self, expression: Expression) -> int:
        """The number of the block that holds an expression."""
        return max(bisect_right(self.starts, expression.at.start) - 1, 0)

    def block(self, expression: Expression) -> Block:
        """The block that holds an expression."""
        return self.document.blocks[self.index(expression)]

    def line(self, expression: Expression) -> str:
        """The text of that block."""
        return self.block(expression).at.of(self.document.text)

    def stands_apart(self, index: int) -> bool:
        """Whether the lines around one are words: a column of dates and hours is a table, 时间 is a label."""
        around = self.document.blocks[max(index - 1, 0) : index] + self.document.blocks[index + 1 : index + 2]
        lines = [block.at.of(self.document.text) for block in around]
        return not any((_ALONE.fullmatch(line) and _FIGURES.search(line)) or _LABEL.search(line) for line in lines)

    def heads_hours(self, index: int) -> bool:
        """Whether the next line begins with a clock time: the line is a day of a programme."""
        following = self.document.blocks[index + 1 : index + 2]
        return bool(following) and any(
            expression.at.start == following[0].at.start
            and expression.at.end < following[0].at.end  # a clock time alone is the hour of the stamp above it
            and expression.kind is ExpressionKind.TIME
            for expression in self.expressions
        )

    def rest(self, expression: Expression) -> str:
        """The line without the expression."""
        at, block, text = expression.at, self.block(expression).at, self.document.text
        return text[block.start : at.start] + text[at.end : block.end]


def _source_line(page: Page) -> Claim[date] | None:
    for expression, day in page.days:
        at = page.block(expression).at
        line = at.of(page.document.text) if at.end - at.start <= _SOURCE_LINE else ""
        sourced = "。" not in line and (_SOURCE.search(line) or _REPRINTED.match(line))
        if sourced and not _NO_SOURCE.search(line):
            return Claim(day, "published-source", expression.span)
    return None


def _alone_at_top(page: Page) -> Claim[date] | None:
    for expression, day in page.days:
        index = page.index(expression)
        if index >= _TOP_BLOCKS:
            return None
        rest = page.rest(expression)
        alone = (_ALONE.fullmatch(rest) or _OUTLET.fullmatch(rest)) and len(page.document.blocks) > 1
        if alone and page.stands_apart(index) and not page.heads_hours(index):
            return Claim(day, "published-top", expression.span)
    return None


def _labelled_at_top(page: Page) -> Claim[date] | None:
    """日期: or date at the very top; further down it is the day of what the page is about."""
    for expression, day in page.days:
        block = page.block(expression)
        if page.index(expression) >= _LABELLED_BLOCKS:
            return None
        before = page.document.text[block.at.start : expression.at.start]
        if _BARE_LABEL.fullmatch(before) and not _NO_SOURCE.search(page.line(expression)):
            if _WHERE.search(page.document.text, block.at.end, block.at.end + _FORM):
                return None  # 时间:5月10日14:00, and below it 地点: a form tells when the thing is
            return Claim(day, "published-top", expression.span)
    return None


def _labelled_above_report(page: Page) -> Claim[date] | None:
    """日期: below the headline, where a report stands below it, which tells of that day or shortly before."""
    for expression, day in page.days:
        index, block = page.index(expression), page.block(expression)
        label = page.document.text[block.at.start : expression.at.start]
        if expression.at.end == block.at.end and _BARE_LABEL.fullmatch(label) and over_report(page, index, day):
            return Claim(day, "published-top", expression.span)
    return None


def _front_matter(page: Page) -> Claim[date] | None:
    match = _FRONT.match(page.document.text)
    if match:
        for expression, day in page.days:
            if expression.at.start == match.end():
                return Claim(day, "published-front", expression.span)
    return None


def _dateline(page: Page) -> Claim[date] | None:
    """新华社北京5月15日电: without a year it takes that of the nearest whole day, or lies before what is planned."""
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
        day = whole_day(expression, page.region)
        if day is not None and (page.region != "CN" or "年" in expression.text):
            return Claim(day, "published-dateline", expression.span)
        if point.year is None:
            found = _of_dateline(point.month, point.day, expression, page)
            if found is not None or not page.days:
                return found
    return None


def _of_dateline(month: int, day: int, expression: Expression, page: Page) -> Claim[date] | None:
    """The day of a dateline without a year."""
    nearest = _nearest(month, day, [known for _, known in page.days])
    if nearest is not None:
        return Claim(nearest, "dateline-nearest", expression.span)
    return _before_plan(month, day, expression, page)


def _closing_dateline(page: Page) -> Claim[date] | None:
    """The bracket that closes a report: (新华社7月3日电), (本报7月3日讯 记者王某), (7月3日讯)."""
    blocks, text = page.document.blocks, page.document.text
    for expression in reversed(page.expressions):
        if page.index(expression) < len(blocks) - 2:
            return None
        point, (start, end) = expression.value, expression.at
        if not isinstance(point, Point) or point.month is None or point.day is None or point.lunar:
            continue
        if _REPORT_BEFORE.search(text[max(0, start - _SIGNATURE) : start]) and _REPORT_BEHIND.match(text, end):
            known = whole_day(expression, page.region)
            if known is not None:
                return Claim(known, "published-dateline", expression.span)
            return _of_dateline(point.month, point.day, expression, page) if point.year is None else None
    return None


_REPORT_BEFORE = re.compile(r"\([一-鿿\d]{0,24}$")
_REPORT_BEHIND = re.compile(r"[一-鿿]{0,8}?(?:电|讯|消息|报道)[^()\n]{0,24}\)[。 ]{0,2}$", re.MULTILINE)


_PLANNED = re.compile(r"(?:将|同意|决定|计划|预计|拟|定)(?:要|会)?[于在]$")
_PAPER = re.compile(r"的?(?:财报|报告|报表|业绩|年报|季报|财务|审计)")
_BEGINS = {Section.EARLY: 1, Section.Q1: 1, Section.Q2: 4, Section.Q3: 7, Section.Q4: 10, Section.SECOND_HALF: 7}


def _before_plan(month: int, day: int, expression: Expression, page: Page) -> Claim[date] | None:
    """The last such day before a month that is planned: 6月24日电 … 双方同意于2010年初召开."""
    for other in page.expressions:
        plan = other.value
        if not isinstance(plan, Point) or plan.day is not None or plan.year is None or plan.shift is not None:
            continue
        if _PAPER.match(page.document.text, other.at.end):
            continue  # 将在2020年第一季度财报发布后: the quarter is long over
        first = plan.month or _BEGINS.get(plan.section) if plan.section is not None else plan.month
        year = written_year(plan, page.region)
        if (
            first is None
            or year is None
            or not _PLANNED.search(page.document.text, max(0, other.at.start - 5), other.at.start)
        ):
            continue
        try:
            return Claim(date(year - (month > first), month, day), "dateline-planned", expression.span)
        except ValueError:
            return None
    return None


def _said_today(page: Page) -> Claim[date] | None:
    """今日(12月8日)公布: the day that the text calls today, in the year of the nearest whole day."""
    for expression in page.expressions:
        point = expression.value
        if not isinstance(point, Point) or point.shift is None or point.month is None or point.day is None:
            continue
        if (point.shift.unit, point.shift.anchor) != (Unit.DAY, Anchor.NOW) or expression.at.start > _DATELINE_REACH:
            continue
        day = _nearest(point.month, point.day, [day for _, day in page.days])
        if day is not None and day.year > 1 and abs(point.shift.amount) <= _DAYS_WITH_NAMES:
            return Claim(day - timedelta(days=int(point.shift.amount)), "published-today", expression.span)
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


def _alone_at_end(page: Page) -> Claim[date] | None:
    for expression, day in reversed(page.days):
        rest = page.rest(expression)
        if "更新" in rest and len(rest) <= 12:
            return Claim(day, "published-end", expression.span)
        index = page.index(expression)
        if _OUTLET.fullmatch(rest) and index == len(page.document.blocks) - 1 > 0:
            return Claim(day, "published-end", expression.span)
        if (
            index >= max(_TOP_BLOCKS, len(page.document.blocks) // 2)
            and _ALONE.fullmatch(rest)
            and page.stands_apart(index)
            and not page.heads_hours(index)
        ):
            return Claim(day, "published-end", expression.span)
    return None


def _clipped(page: Page) -> Claim[date] | None:
    """The bracket that closes a clipping: (2024年5月16日《江岸晚报》), (原载《江岸晚报》2024年5月16日第3版)."""
    blocks, text = page.document.blocks, page.document.text
    for expression, day in reversed(page.days):
        if page.index(expression) < len(blocks) - 2:
            return None
        at, end = expression.at, page.block(expression).at.end
        before, behind = (
            text[max(page.block(expression).at.start, at.start - _SIGNATURE) : at.start],
            text[at.end : end],
        )
        if closes_clipping(before, behind):
            return Claim(day, "published-end", expression.span)
    return None


def closes_clipping(before: str, behind: str) -> bool:
    """Whether the words around a day are the bracket with a paper that closes a clipping.

    >>> closes_clipping("(", "《江岸晚报》)"), closes_clipping("(原载《江岸晚报》", "第3版)")
    (True, True)
    >>> closes_clipping("(", "开幕)")
    False
    """
    if _OPENS.search(before) and _PAPER_BEHIND.fullmatch(behind):
        return True
    return _PAPER_BEFORE.search(before) is not None and _CLOSES.fullmatch(behind) is not None


_TITLE_OF_PAPER = r"《?[一-鿿]{1,12}(?:报|社|网|台|刊|志|周刊|画报)》?"
_SHEET = r"[, ]{0,2}(?:第?[一二三四五六七八九十\dA-Z]{1,4}版)?"
_OPENS = re.compile(r"\((?:本文)?(?:原?载|刊|据|摘自|转自|来源:?)?[于自]?$")
_PAPER_BEHIND = re.compile(rf"[, ]{{0,2}}{_TITLE_OF_PAPER}{_SHEET}\)[。 ]{{0,2}}")
_PAPER_BEFORE = re.compile(rf"\((?:本文)?(?:原?载|刊|据|摘自|转自|来源:?)?[于自]? ?{_TITLE_OF_PAPER}[, ]{{0,2}}$")
_CLOSES = re.compile(rf"{_SHEET}\)[。 ]{{0,2}}")


def _signed(page: Page) -> Claim[date] | None:
    """The day behind whoever signs, on one of the last lines: 某某市教育局 2020年5月8日."""
    blocks, text = page.document.blocks, page.document.text
    for expression, day in reversed(page.days):
        if page.index(expression) < max(len(blocks) - _SIGNED_BLOCKS, 1):
            return None
        line, at = page.block(expression).at, expression.at
        before, behind = text[line.start : at.start], text[at.end : line.end]
        if len(before) <= _SIGNATURE and "。" not in before and _SIGNATORY.search(before) and _ISSUED.fullmatch(behind):
            return Claim(day, "published-end", expression.span)
    return None


def _address(page: Page) -> Claim[date] | None:
    """The day in the address of the page, where the page quotes it: …/2020/05/26/…, …/t20200526_1234.html."""
    blocks, text = page.document.blocks, page.document.text
    for block in blocks[:_TOP_BLOCKS] + blocks[_TOP_BLOCKS:][-_TOP_BLOCKS:]:
        line = block.at.of(text)
        match = _ADDRESS.search(line) if "://" in line else None
        if match and _ADDRESS_LINE.match(line):
            try:
                day = date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                continue
            at = Span(block.at.start + match.start(1), block.at.start + match.end(3))
            return Claim(day, "published-address", page.document.raw_span(at))
    return None


def _agency_stamp(page: Page) -> Claim[date] | None:
    """(编辑:李大同)1060605: the day that closes a report of the Taiwanese agency, in years of the Republic."""
    text = page.document.text
    if page.document.script is not Script.HANT:
        return None
    for match in (*_AGENCY.finditer(text), *(_WIRE.finditer(text) if "中央社" in text else ())):
        try:
            day = date(int(match[1]) + ROC, int(match[2]), int(match[3]))
        except ValueError:
            continue
        return Claim(day, "published-end", page.document.raw_span(Span(match.start(1), match.end(3))))
    return None


def _damaged_source(page: Page) -> Claim[date] | None:
    """发布时间:2019--04-02: a line of the source whose date has lost or gained a sign."""
    for block in page.document.blocks[:_TOP_BLOCKS] + page.document.blocks[_TOP_BLOCKS:][-_TOP_BLOCKS:]:
        match = _DAMAGED.search(page.document.text, block.at.start, block.at.end)
        if match and not _NO_SOURCE.search(block.at.of(page.document.text)):
            try:
                day = date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                continue
            return Claim(day, "source-damaged", page.document.raw_span(Span(match.start(1), match.end(3))))
    return None


PUBLICATION_RULES = (
    _source_line,
    _alone_at_top,
    _labelled_at_top,
    _labelled_above_report,
    _front_matter,
    _dateline,
    _closing_dateline,
    _alone_at_end,
    _clipped,
    _signed,
    _said_today,
    _address,
    _agency_stamp,
    _damaged_source,
)


def published(page: Page) -> Claim[date] | None:
    """The day of publication: what the reader of the file knows, else the first rule that speaks."""
    if page.document.published is not None:
        return Claim(page.document.published, "published-file")
    return next((claim for rule in PUBLICATION_RULES if (claim := rule(page)) is not None), None)
