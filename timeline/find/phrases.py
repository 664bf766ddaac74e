"""THE TABLE of sound phrases: what each looks like, what it says, and examples that the tests run.

The longest phrase at a place wins, so the order of the rows means nothing; two phrases of one length are a fault that the tests
find. A row's shape is written in the names of morphemes (`counts.py`, `data/words.toml`) and of the sub-shapes of `shapes.py`.
"""

from __future__ import annotations

from timeline.find import lengths, occasions, points, stretches
from timeline.find.phrase import Phrase
from timeline.find.recurrences import RECURRENCES
from timeline.model import (
    Anchor,
    Clock,
    Direction,
    Duration,
    Nth,
    Occasion,
    Part,
    Period,
    Point,
    Section,
    Shift,
    Unit,
)

NOW, FOCUS, EVENT = Anchor.NOW, Anchor.FOCUS, Anchor.EVENT


def _year(amount: int, anchor: Anchor = NOW) -> Shift:
    return Shift(Unit.YEAR, amount, anchor)


POINTS = (
    Phrase(
        "point",
        "from? (moment | few_days bracket_week? (glue? day_time)?) around? | (moment | ordinal_week weekday | vague) open (full_date | year_month | sectioned | month_day) close",
        points.point,
        {
            "2022年5月15日上午": Point(year=2022, month=5, day=15, part=Part.MORNING),
            "5月15日": Point(month=5, day=15),
            "二〇二二年五月十五日": Point(year=2022, month=5, day=15),
            "今年3月": Point(shift=_year(0), month=3),
            "2022年5月": Point(year=2022, month=5),
            "昨日下午2时许": Point(
                shift=Shift(Unit.DAY, -1, NOW), part=Part.AFTERNOON, clock=Clock(14), approximate=True
            ),
            "今(14日)": Point(shift=Shift(Unit.DAY, 0, NOW), day=14),
            "上周五": Point(shift=Shift(Unit.WEEK, -1, NOW), weekday=4),
            "15:30": Point(clock=Clock(15, 30)),
        },
    ),
    Phrase(
        "year", "from? sure_year around?", points.point, {"2019年": Point(year=2019), "去年": Point(shift=_year(-1))}
    ),
    Phrase("bare year", "bare_year", points.point, {"(2019)": Point(year=2019)}),
    Phrase("short year", "short_year", points.point, {"08年": Point(year=8, short_year=True)}),
    Phrase("part of day", "part", points.point, {"中午": Point(part=Part.NOON)}),
    Phrase(
        "part of a unit",
        "from? sectioned around?",
        points.part_of_unit,
        {
            "2020年5月中下旬": Point(year=2020, month=5, section=Section.SECOND_THIRD_TEN),
            "2019年底": Point(year=2019, section=Section.LATE),
        },
    ),
    Phrase("decade", "decades", points.point, {"20世纪80年代": Point(decade=1980)}),
    Phrase("year of accounts", "annual_year", points.point, {"2022年度": Point(year=2022)}),
    Phrase(
        "same period",
        "relative_year same | relative_year relative_month any_day?",
        points.same_period,
        {"去年同期": Point(shift=_year(-1), same_period=True)},
    ),
    Phrase(
        "nth",
        "(any_year glue?)? (any_month | relative_month)? glue? ordinal weekday day_time?"
        " | (any_year | any_year? any_month | relative_month) glue? (ordinal_week | ordinal_day | ordinal_month) (glue? day_time)?"
        " | (any_year | any_year? any_month | relative_month) of? last_day day_time? | previous quarter | (any_year | any_year? any_month | relative_month) glue? (previous | next | last_of | earlier | later) (amount | few_days | quarter | month)",
        lengths.nth,
        {"5月第三个星期日": Point(month=5, weekday=6, nth=Nth(3, Unit.WEEK))},
    ),
)

PERIODS = (
    Phrase(
        "period",
        "from? (range_end (since | deadline)? space? to space? from? (range_end | number | bare_year | big_number | weak_month_day) | (any_part | dated any_part? | any_year glue?)? (lead_number | big_number) (to | list) (space? range_end | lead_number | number | big_number) | weak_month_day to weak_month_day)"
        " (during | deadline | annual | around | earlier)? | from? sure_year to (years | long_years) during?",
        stretches.period,
        {
            "5月10日至12日": Period(start=Point(month=5, day=10), end=Point(day=12)),
            "9:00-11:30": Period(start=Point(clock=Clock(9, 0)), end=Point(clock=Clock(11, 30))),
        },
    ),
    Phrase(
        "between",
        "from? between_end list between_end during",
        stretches.period,
        {"2007年与2009年之间": Period(start=Point(year=2007), end=Point(year=2009))},
    ),
    Phrase(
        "since",
        "from? (end (space? (since | ever_since) | later) | two_digit_year since)",
        stretches.since,
        {"5月15日起": Period(start=Point(month=5, day=15)), "今年以来": Period(start=Point(shift=_year(0)))},
    ),
    Phrase(
        "deadline",
        "from? end space? earlier",
        stretches.deadline,
        {"5月30日前": Period(end=Point(month=5, day=30), deadline=True)},
    ),
    Phrase(
        "since an epoch",
        "epoch (since | ever_since | later)",
        stretches.since_epoch,
        {"改革开放以来": Period(start=Point(year=1978, month=12, day=18), approximate=True)},
    ),
    Phrase(
        "before an epoch",
        "epoch earlier",
        stretches.before_epoch,
        {"建国前": Period(end=Point(year=1949, month=9, day=30))},
    ),
    Phrase(
        "period with hours",
        "from? (full_date | year_month | lone_day) bracket_week? to (full_date | lone_day | number | weak_month_day) bracket_week? sun? (space | comma | of)?"
        " day_time space? to space? (day_time | number)",
        stretches.period_with_hours,
        {
            "5月10日至12日9:00-17:00": Period(
                start=Point(month=5, day=10, clock=Clock(9, 0)), end=Point(day=12, clock=Clock(17, 0))
            )
        },
    ),
    Phrase(
        "bounded", "from? (sure_year | date) (later | since) comma? (sure_year | date) earlier", stretches.between, {}
    ),
    Phrase(
        "two in a row",
        "pair",
        stretches.pair,
        {"今明两年": Period(start=Point(shift=_year(0)), end=Point(shift=_year(1)))},
    ),
    Phrase(
        "years of a season",
        "season_years annual?",
        stretches.season_years,
        {"2003-04年度": Period(start=Point(year=2003), end=Point(year=2004))},
    ),
    Phrase(
        "within a unit",
        "(year_month | sure_year | any_season | sectioned | relative_month | relative_week | decades) (within | during)",
        stretches.within,
        {"10月里": Point(month=10)},
    ),
)

LENGTHS = (
    Phrase(
        "length", "length around?", lengths.duration, {"两个半月": Duration(iso="P2.5M"), "三天": Duration(iso="P3D")}
    ),
    Phrase(
        "vague",
        "vague | future",
        points.vague,
        {"近日": Period(end=Point(shift=Shift(Unit.DAY, 0, NOW)), approximate=True)},
    ),
    Phrase("length, two ends", "lead_number (to | list)? (amount | years | second)", lengths.span_of_lengths, {}),
    Phrase(
        "last",
        "(past | near | previous) length (come | ever_since | within)? | length (come | ever_since) | past near length",
        lengths.lasting,
        {"近三年": Duration(iso="P3Y", direction=Direction.LAST)},
    ),
    Phrase(
        "next",
        "(future | next) length within?",
        lengths.coming,
        {"未来三年": Duration(iso="P3Y", direction=Direction.NEXT)},
    ),
    Phrase(
        "within",
        "(length | day | few_days | three_digit_year) within",
        lengths.inside,
        {"5日内": Duration(iso="P5D", direction=Direction.WITHIN)},
    ),
    Phrase(
        "later",
        "(length | few_days) later (of? day_time)?",
        lengths.later,
        {"三天后": Point(shift=Shift(Unit.DAY, 3, EVENT))},
    ),
    Phrase(
        "earlier",
        "(length | few_days) earlier (of? day_time)?",
        lengths.earlier,
        {"两周前": Point(shift=Shift(Unit.WEEK, -2, EVENT))},
    ),
)

OCCASIONS = (
    Phrase(
        "occasion",
        "occasion_core",
        occasions.occasion,
        {"第三十三次全国助残日": Occasion(key="quanguo-zhucanri", ordinal=33)},
    ),
)

PHRASES = (*POINTS, *PERIODS, *LENGTHS, *OCCASIONS, *RECURRENCES)
