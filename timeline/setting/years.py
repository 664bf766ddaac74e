"""Title, numbers and names of a document -> the years that it claims for itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from timeline.catalogue import eras
from timeline.find.numerals import number
from timeline.model import Block, Claim, Document, Expression, Naming, Role, Span
from timeline.setting.written import ROC, ROC_YEARS

_NUMBER = re.compile(r"[〔\[(【]((?:19|20)\d\d)[〕\])】]\s?[^\s,。;]{0,8}?\d{1,6}\s?号")
# In Taiwan the number itself begins with the year of the Republic: 字第1130001234号.
_ROC_NUMBER = re.compile(r"字第\s?(\d{3})\d{7}\s?号")
_NUMBER_REACH = 1500
_BARE_YEAR = re.compile(r"(?<![\d.:/-])((?:19|20)\d\d)(?=\s?[^\s\d.:/年~-]|\.\d?[A-Za-z])")
_SCHOOL_YEAR = re.compile("学年")
_SCHOOL, _SECOND_TERM = re.compile("学年|[赛球]季"), re.compile("第二学期|下学期|春季学期")
_ANNIVERSARY = re.compile(r"(\d{1,4}|[一二三四五六七八九十百千零〇两]{1,6})周年")
# 1978年开始的四十年间, 2003年以来的15年: the beginning and the years since. Led by a digit, to which the engine skips.
_ELAPSED = re.compile(
    r"(1(?<!\d1)[89]\d\d|2(?<!\d2)0\d\d)年(?:\d{1,2}月)?[^。,;\n]{0,8}?(?:开始|以来|以后|起|至今|迄今|到现在|到如今)"
    r"[^。;\n\d一二三四五六七八九十]{0,6}(\d{1,3}|[一二三四五六七八九十百]{1,5})[多余]?年(?:间|来|里|中|时间|历程|未|没|不曾|从未)"
)
_FARTHEST = 2035  # nobody's death has been told of a later year
OF_AGE = "year-age"  # the rule of a year that an age at death tells
# 享年82岁, of somebody who was born in a year that is told.
_AGE = re.compile(r"(?:享年|终年|享寿|得年)(\d{2,3}|[一二三四五六七八九十百]{2,5})岁")
_BORN = re.compile(r"(?:\d日|[一二三四五六七八九十]日)?[^。,;\n]{0,6}?(?:出生|生于|诞生|降生)")
_OPENING = 600  # characters in which an anniversary is what the document is about
# A day or a month in the name or the address of a file: IMG_20180624_1.jpg, …/uploads/2018/06/….
_STAMP = re.compile(
    r"[/_\-](?:[A-Za-z]{0,8}_?)(20[0-3]\d)(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|([-/])(?:0[1-9]|1[0-2])(?=\2))(?=[\d_/.\-])"
)
_FILE = re.compile(r"[A-Za-z0-9:/_.%?=&\-]{12,200}")
# 产品路线图(2025年): the bracket behind a plan or a list says of which year it is.
_PLAN_OF = re.compile(
    r"(?:[图表历]|计划|规划|安排|方案|要点|清单|报告|总结|大纲|目录|指南|简章|纪要|大事记|日程|行程|课程)[(]$"
)
_TITLE_LENGTHS = (8, 60)
_SENTENCE = re.compile(r"[。!?;:|]|(?:日|号|时|分)$|\d[-/.]\d")


def title_blocks(document: Document) -> tuple[Block, ...]:
    """The title, of the page or of its front matter; without one a last line that can be one, but no row of a list."""
    blocks, text = document.blocks, document.text
    found = tuple(
        block
        for block in blocks
        if block.role is Role.TITLE
        or (block.role is Role.HEADING and block.level == 1)
        or (block.role is Role.META and text.startswith("title:", block.at.start))
    )
    listed = bool(blocks) and blocks[0].role is Role.ITEM
    return found or (blocks[-1:] if len(blocks) > 1 and not listed and _closes(blocks[-1].at.of(text)) else ())


def _closes(line: str) -> bool:
    """Whether a last line is a title that stands at the end: words, no sentence, no date."""
    return _TITLE_LENGTHS[0] <= len(line) <= _TITLE_LENGTHS[1] and not _SENTENCE.search(line)


def _bare_years(document: Document, blocks: Sequence[Block]) -> Iterator[tuple[re.Match[str], Span]]:
    """Four digits without 年 in a title."""
    for block in blocks:
        for match in _BARE_YEAR.finditer(document.text, block.at.start, block.at.end):
            yield match, Span(match.start(1), match.end(1))


def of_title(
    document: Document, named: Sequence[Naming], numbered: Sequence[tuple[Expression, str, int]]
) -> Claim[int] | None:
    """The one year in the title: written, of a numbered observance, or four digits alone (2020徐州马拉松)."""
    blocks = title_blocks(document)

    def titled(at: Span) -> bool:
        number = bisect_right(blocks, at.start, key=lambda block: block.at.start) - 1
        return number >= 0 and at.start < blocks[number].at.end

    found = [(naming.year, naming.at) for naming in named if titled(naming.at) and naming.side not in ("bracket",)]
    if not found:
        found = [(n.year, n.at) for n in named if titled(n.at) and _PLAN_OF.search(document.text, 0, n.at.start)]
    if not found:
        counted = [(year, expression.at) for expression, _, year in numbered if titled(expression.at)]
        if len({year for year, _ in counted}) == 1:
            year, at = counted[0]
            return Claim(year, "year-title-ordinal", document.raw_span(at))
        bare = [(int(match[1]), at) for match, at in _bare_years(document, blocks)]
        found = counted or bare or _headed(document)
    if len({year for year, _ in found}) == 1:
        return _in_term(found[0], document, blocks)
    first = min(found, default=None)
    if (
        first is None
        or {year for year, _ in found} != {first[0], first[0] + 1}
        or not _titles(document, blocks, _SCHOOL)
    ):
        return None
    return _in_term(first, document, blocks)


def _headed(document: Document) -> list[tuple[int, Span]]:
    """The year with which the name of a thing begins, in the first lines of a post: 📅 2024台南古迹日."""
    heads = ((block, _HEAD_OF_POST.match(document.text, *block.at)) for block in document.blocks[:_FIRST_LINES])
    short = [match for block, match in heads if match and block.at.end - block.at.start <= _TITLE_LENGTHS[1]]
    return [(int(match[1]), Span(*match.span(1))) for match in short]


_HEAD_OF_POST = re.compile(r"[^\w\n]{0,6}((?:19|20)\d\d) ?(?=[一-鿿“《])(?![年级届人元])[^。\n]*$", re.MULTILINE)
_FIRST_LINES = 3


def _titles(document: Document, blocks: Sequence[Block], words: re.Pattern[str]) -> bool:
    return any(words.search(document.text, block.at.start, block.at.end) for block in blocks)


def _in_term(found: tuple[int, Span], document: Document, blocks: Sequence[Block]) -> Claim[int]:
    """The claim of a title; the second term of a school year lies in the year after, a whole one runs into it."""
    school = _titles(document, blocks, _SCHOOL)
    spring = school and _titles(document, blocks, _SECOND_TERM)
    rule = "year-title-school" if _titles(document, blocks, _SCHOOL_YEAR) and not spring else "year-title"
    return Claim(found[0] + spring, rule, document.raw_span(found[1]))


def of_number(document: Document, region: str) -> Claim[int] | None:
    """The year in the document's own number."""
    if match := _NUMBER.search(document.text, 0, _NUMBER_REACH):
        return Claim(int(match[1]), "year-number", document.raw_span(Span(*match.span())))
    match = _ROC_NUMBER.search(document.text, 0, _NUMBER_REACH) if region == "TW" else None
    if match is None or int(match[1]) not in ROC_YEARS:
        return None
    return Claim(int(match[1]) + ROC, "year-number", document.raw_span(Span(*match.span())))


def of_anniversary(document: Document, named: Sequence[Naming]) -> Claim[int] | None:
    """The year in which so many have passed since a beginning: 建校六十周年 … 创办于1958年, 1938年出生 … 享年82岁.

    Only where it is the latest year: what is told of a later one was not written at the anniversary.
    """
    if any(naming.side == "now" for naming in named):
        return None  # 今(112)年 says it
    told = [naming for naming in named if naming.side not in ("deadline", "range", "since", "plan", "horizon")]
    rule = "year-anniversary"
    if elapsed := _ELAPSED.search(document.text):
        match, year = elapsed, int(elapsed[1]) + number(elapsed[2])
    elif told and (counted := _ANNIVERSARY.search(document.text, 0, _OPENING)):
        first = min(told, key=lambda naming: naming.year)
        of_now = any(naming.year == first.year and _held(document, naming) for naming in told)
        begins = next((naming for naming in told if naming.side == "origin"), None if of_now else first)
        if begins is None:
            return None
        match, year = counted, begins.year + number(counted[1])
        newest = max(naming.year for naming in told)
        lately = begins.year < newest < year - 1  # several years are told, and none near the anniversary
        if begins.side != "origin" and lately and not _BEGINS.match(document.text, begins.at.end):
            return None  # 2024年安排270亿元。今年是《计划》实施十周年
    elif turning := _of_turning_point(document.text):
        match, year = turning
    elif (aged := _AGE.search(document.text)) and (birth := _birth(document, named)) is not None:
        match, year, rule = aged, birth + number(aged[1]), OF_AGE
        if year > _FARTHEST:
            return None  # one was born then, and another one died
    else:
        return None
    if year < max((naming.year for naming in told), default=year):
        return None
    return Claim(year, rule, document.raw_span(Span(*match.span())))


_BEGINS = re.compile(
    r"[^。;\n]{0,24}?(?:成立|创|建|开[馆业园办通]|诞生|设立|落成|出生|问世|[实施]行|实施|[发颁]布|印发|通过|签署|通车)"
)


def _held(document: Document, naming: Naming) -> bool:
    """Whether a day is one on which something is held, with its weekday or below 日期: and no beginning."""
    weekday = _WEEKDAY.match(document.text, naming.at.start)
    return naming.day is not None and (
        weekday is not None or _LABELLED.search(document.text, max(0, naming.at.start - 8), naming.at.start) is not None
    )


_WEEKDAY = re.compile(r"[^\n,。;]{4,16}?\((?:周|星期|礼拜)?[一二三四五六日天]\)")
_LABELLED = re.compile(r"(?:日期|时间|日子)\s?[:|]?\s?$")


# 庆祝建党96周年, 纪念抗日战争胜利七十周年: of a day that everybody knows, held in its year.
_HELD, _SO_MANY = (
    r"(?:庆祝|纪念|喜迎|迎接|欢庆|献礼)[“《]?(?:中国|我国|我军|伟大祖国|祖国)?",
    r"(?:成立)?(\d{1,3}|[一二三四五六七八九十百]{1,5})周年",
)


@cache
def _turning_point() -> re.Pattern[str]:
    return re.compile(f"{_HELD}({'|'.join(sorted(eras().turning, key=len, reverse=True))}){_SO_MANY}")


def _of_turning_point(text: str) -> tuple[re.Match[str], int] | None:
    match = _turning_point().search(text) if "周年" in text else None
    return (match, eras().turning[match[1]] + number(match[2])) if match else None


def _birth(document: Document, named: Sequence[Naming]) -> int | None:
    """The first year that is told as that of a birth: 1938年2月出生, 生于1938年2月."""
    for naming in named:
        before = document.text[max(naming.at.start - 2, 0) : naming.at.start]
        if before == "生于" or _BORN.match(document.text, naming.at.end):
            return naming.year
    return None


# 2019年年报, 2019财年财务报告: published in the year after. 2020年第一季度财报, 2020年半年度报告: in that year.
_YEARLY = re.compile(
    r"(20\d\d)(?:财年|年度?)(?:的|全年|经审计的?|合并|第?[四4]季度){0,3}(?:年报|财报|年度报告|财务报告|业绩报告|年度业绩|审计报告)"
)
_WITHIN_YEAR = re.compile(
    r"(20\d\d)年?(?:第?[一二三1-3]季度?|前三季度?|上半年|半年度?|中期|1-[369]月)的?(?:财报|报告|季报|年报|业绩报告|财务报告|报)(?!名|道|送|考)"
)
# 2019年第二次临时股东大会: that of the year itself.
_MEETING = re.compile(
    r"(20\d\d)年第[一二三四五六七八九十\d]{1,3}次(?:临时|特别)?(?:股东(?:大|特别大)?会|债权人会议|业主大会|(?:会员|代表|村民代表)(?:大会|会议))"
)


def of_reports(document: Document, named: Sequence[Naming]) -> Claim[int] | None:
    """The year in which the newest report on a business year that the document speaks of came out.

    Only where no later year is told: 2019年年报 is quoted for years.
    """
    found = [(int(match[1]) + 1, match) for match in _YEARLY.finditer(document.text)]
    for within in (_WITHIN_YEAR, _MEETING):
        found += [(int(match[1]), match) for match in within.finditer(document.text)]
    if not found:
        return None
    year, match = max(found, key=lambda one: one[0])
    if any(naming.year > year and naming.side not in ("deadline", "range", "plan", "horizon") for naming in named):
        return None
    return Claim(year, "year-report", document.raw_span(Span(*match.span())))


def of_stamps(document: Document) -> Claim[int] | None:
    """The one year in the names of the files and pages that the document points to."""
    found = [
        (int(stamp[1]), Span(token.start() + stamp.start(1), token.start() + stamp.end(1)))
        for token in _FILE.finditer(document.text)
        if (stamp := _STAMP.search(token[0]))
    ]
    if len({year for year, _ in found}) != 1:
        return None
    return Claim(found[0][0], "year-stamp", document.raw_span(found[0][1]))


def about(document: Document, claims: Sequence[Claim[int] | None], named: Sequence[Naming]) -> Claim[int] | None:
    """The year a person would say the document is about."""
    for claim in claims:
        if claim is not None:
            return claim
    plain = [naming for naming in named if naming.side in ("", "now")] or [
        naming for naming in named if naming.side not in ("origin", "record", "since", "horizon")
    ]
    if not plain:
        return None
    best = next((naming for naming in plain if naming.month is not None), plain[0])
    return Claim(best.year, "year-named", document.raw_span(best.at))
