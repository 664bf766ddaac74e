"""Document and expressions -> what the document as a whole says of its time: when published, of which year it is.

Nothing is resolved here: only what is written whole is used. Every claim names its rule and the words that prove it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from timeline.model import Claim, Document, Expression, Naming, Script, Setting
from timeline.setting import moon, numbered, years
from timeline.setting.games import under_way
from timeline.setting.minutes import of_minutes
from timeline.setting.postings import postings
from timeline.setting.publication import Page, published
from timeline.setting.standing import side_of
from timeline.setting.written import ROC_YEARS, points_of, written_year

# --- where the document comes from -----------------------------------------------------------------------------------

_REGION_WORDS = {
    "TW": re.compile(
        r"中华民国(?=\d|[一二三四五六七八九十百])|行政院|总统府|双十(?:国庆|节)|台北|台湾|台中|台南|高雄|新北|台铁|台电|健保|中央社|连假|[区乡镇]公所"
        r"|花莲|屏东|嘉义|基隆|宜兰|苗栗|彰化|南投|台东|澎湖|[学年]年度"
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
    sample = document.text[:_REGION_SAMPLE].replace(" ", "")
    counts = {region: len(words.findall(sample)) for region, words in _REGION_WORDS.items()}
    region, count = max(counts.items(), key=lambda row: row[1])
    return region if count else "CN"


# What says in the opening that a list of things to come follows.
_OPENING = re.compile(
    r"(?:通知|公告|安排|事项|时段|路段|时间|日程|计划)[^。\n]{0,16}如下|现[将就][^。\n]{0,40}如下|特此(?:通知|公告)|敬请|请各"
    r"|计划在下列|停[电水气]检修"
)
_OPENING_REACH = 300
_LONG_AGO = 5  # years from which on a year in the middle of a title is no year of the document
_NOTICE = re.compile(r"通知|公告|通告|启事|公示|招聘|招募|报名|邀请|征集|招生|方案|预告|日程|安排|简章|须知|日历")


def _named(document: Document, expressions: Sequence[Expression], region: str) -> tuple[Naming, ...]:
    found = []
    era = None
    for expression in expressions:
        for point in points_of(expression):
            if point.year is None or point.decade is not None:
                continue
            era = point.era or (era if point.year < min(ROC_YEARS) else None)  # 民国三十八年 … 四十二年
            year = written_year(replace(point, era=point.era or era), region)
            if year is not None:
                month, day = (None, None) if point.lunar else (point.month, point.day)
                found.append(Naming(year, expression.at, month, day, side_of(document, expression)))
    return tuple(found)


def understand(
    document: Document, expressions: Sequence[Expression], *, year: int | None = None, today: date | None = None
) -> Setting:
    """What the document says of itself. `year` and `today` (a moment, where its clock is known) are asked last."""
    region = region_of(document)
    named = _named(document, expressions, region)
    day = published(Page(document, expressions, region))
    if day is not None and day.because is not None:
        line = day.because
        named = tuple(n._replace(side="source") if document.raw_span(n.at) == line else n for n in named)
    wrong = numbered.miscounted(document, expressions, region)
    ordinals = list(numbered.ordinals(expressions, wrong))
    title = years.of_title(document, [n for n in named if n.side != "source"], ordinals)
    ordinal, number = numbered.of_ordinals(ordinals), years.of_number(document, region)
    if day is not None and title is not None and title.value > day.value.year + 1:
        title = None  # a plan or a term to come (2035年远景目标) is what it is about, not when it is told
    if day is not None and title is not None and title.value + _LONG_AGO <= day.value.year:
        looks_back = any(n.side in ("remark", "origin") and document.raw_span(n.at) == title.because for n in named)
        title = None if looks_back else title  # 校史溯自1922年
    publication = Claim(day.value.year, day.rule, day.because) if day else None
    given = Claim(year, "year-given") if year is not None else None
    if publication is None and today is not None:
        publication = given or Claim(today.year, "year-reference")
    moons = moon.pairs(document)
    together, elapsed, stamp = (
        moon.year_of(moons, named, expressions),
        years.of_anniversary(document, named),
        years.of_stamps(document),
    )
    year_of_document = years.about(document, (title, ordinal, number, publication, together), named)
    return Setting(
        year=year_of_document or elapsed or given or stamp,
        title_year=title,
        published=day,
        met=of_minutes(document, expressions, region),
        ordinal_year=ordinal,
        number_year=number,
        moon_year=together,
        moon_pairs=moons,
        anniversary_year=elapsed,
        report_year=years.of_reports(document, named),
        stamp_year=stamp,
        named=named,
        games=under_way(document),
        postings=postings(document, expressions, region),
        miscounted=wrong,
        occasion=numbered.occasion(expressions, ordinals),
        region=region,
        script=document.script,
        notice=_looks_ahead(document),
        given_year=year,
        reference=today,
    )


def _looks_ahead(document: Document) -> bool:
    """Whether the title calls it a notice, or the opening says that what is to come follows."""
    head = (document.title or "") + "".join(block.at.of(document.text) for block in years.title_blocks(document))
    return _NOTICE.search(head) is not None or _OPENING.search(document.text, 0, _OPENING_REACH) is not None


def spoken(setting: Setting, reference: date | None) -> Setting:
    """The setting of a single line that is said at a moment: it has no title, no number and no line of its source."""
    return replace(setting, year=None, title_year=None, number_year=None, published=None, reference=reference)


def moment_of(setting: Setting) -> datetime | None:
    """The very moment to count 三小时后 from, where a clock is known."""
    return setting.reference if isinstance(setting.reference, datetime) else None
