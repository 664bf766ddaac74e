"""Rows of stretches: from one point to another, since, until, within."""

from __future__ import annotations

from timeline.find import stretches
from timeline.find.phrase import Phrase, now
from timeline.model import (
    Anchor,
    Clock,
    Occasion,
    Part,
    Period,
    Point,
    Section,
    Shift,
    Unit,
)

PERIODS = (
    Phrase(
        "period",
        """
        from? (
            (range_end (since | deadline)? | (any_part | dated any_part? | any_year glue?)? (lead_number | big_number))
            space? to space? from? (right_end | lead_number | loose_hour)
            | weak_day to (weak_day | month_day) bracket_week? | loose_hour to loose_hour
        ) (of? during within? | deadline | closing | annual | around | earlier)?
        | from? sure_year to (years | long_years) during?
        | from? range_end since comma to right_end (deadline | closing)
        """,
        stretches.period,
        {
            "5月10日至12日": Period(start=Point(month=5, day=10), end=Point(day=12)),
            "10月22日至10月26日": Period(start=Point(month=10, day=22), end=Point(month=10, day=26)),
            "今年11月20到25日": Period(start=Point(shift=now(Unit.YEAR), month=11, day=20), end=Point(day=25)),
            "2000年10至12月": Period(start=Point(year=2000, month=10), end=Point(month=12)),
            "2023—2024年": Period(start=Point(year=2023), end=Point(year=2024)),
            "(1904—1997)": Period(start=Point(year=1904), end=Point(year=1997)),
            "民国十八年至二十六年": Period(start=Point(era="民国", year=18), end=Point(year=26)),
            "2008.8.8—8.24": Period(start=Point(year=2008, month=8, day=8), end=Point(month=8, day=24)),
            "晚上六时至八时": Period(start=Point(part=Part.EVENING, clock=Clock(18)), end=Point(clock=Clock(20))),
            "7:30 - 9:30pm": Period(start=Point(clock=Clock(19, 30)), end=Point(clock=Clock(21, 30))),
            "8 - 11pm": Period(start=Point(clock=Clock(20)), end=Point(clock=Clock(23))),
            "11am - 1pm": Period(start=Point(clock=Clock(11)), end=Point(clock=Clock(13))),
            "14-18.9.2016": Period(start=Point(year=2016, month=9, day=14), end=Point(year=2016, month=9, day=18)),
            "9:00-11:30": Period(start=Point(clock=Clock(9, 0)), end=Point(clock=Clock(11, 30))),
            "下午4时至5时": Period(start=Point(part=Part.AFTERNOON, clock=Clock(16)), end=Point(clock=Clock(17))),
            "周一至周五": Period(start=Point(weekday=0), end=Point(weekday=4)),
            "3月上旬到下旬": Period(
                start=Point(month=3, section=Section.FIRST_TEN), end=Point(section=Section.THIRD_TEN)
            ),
            "3月下旬至4月上旬": Period(
                start=Point(month=3, section=Section.THIRD_TEN), end=Point(month=4, section=Section.FIRST_TEN)
            ),
            "4月1日起,到6月30日止": Period(start=Point(month=4, day=1), end=Point(month=6, day=30)),
            "即日起至6月底": Period(start=Point(shift=now(Unit.DAY)), end=Point(month=6, section=Section.LATE)),
            "12月31日晚8时至元旦凌晨1时": Period(
                start=Point(month=12, day=31, part=Part.EVENING, clock=Clock(20)),
                end=Occasion(key="yuandan", part=Part.DAWN, clock=Clock(1)),
            ),
        },
    ),
    Phrase(
        "period, told twice",
        """
        from? (lunar_stretch space? open solar_stretch close
            | solar_stretch space? open (lunar_stretch | named to lunar_day) (comma weekday to weekday)? close
            | (named | lunar_day | big_year lunar_day) open told_day close to
                (lunar_day | big_year lunar_day) open told_day close)
        """,
        stretches.told_twice,
        {
            "正月初一至初五(2月10日至14日)": Period(start=Point(month=2, day=10), end=Point(day=14)),
            "除夕(16日)至初三(19日)": Period(start=Point(day=16), end=Point(day=19)),
            "2月10日至17日(正月初一至初八)": Period(start=Point(month=2, day=10), end=Point(day=17)),
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
        """
        from? (end (space? since | space? to? ever_since | space? to present | later)
            | (two_digit_year | fraction_day) since | (open any_named close | any_named) space? (since | ever_since)
            | (meeting | sign meeting sign) ever_since | (weak_occasion | quoted) later)
        """,
        stretches.since,
        {
            "5月15日起": Period(start=Point(month=5, day=15)),
            "今年以来": Period(start=Point(shift=now(Unit.YEAR))),
            "96年起": Period(start=Point(year=96, short_year=True)),
            "10月22日9时起": Period(start=Point(month=10, day=22, clock=Clock(9))),
            "2015年之后": Period(start=Point(year=2015)),
            "春节后": Period(start=Occasion(key="chunjie")),
            "党的十八大以来": Period(start=Occasion(key="dangdahui", ordinal=18)),
            "2001.05-至今": Period(start=Point(year=2001, month=5)),
            "去年5月到现在": Period(start=Point(shift=now(Unit.YEAR, -1), month=5)),
        },
    ),
    Phrase(
        "deadline",
        """
        from? (end | fraction_day) space? (including? earlier including? | closing)
            | from? (weak_occasion | quoted) earlier
        """,
        stretches.deadline,
        {
            "5月30日前": Period(end=Point(month=5, day=30), deadline=True),
            "2017年8月31日之前": Period(end=Point(year=2017, month=8, day=31), deadline=True),
            "五一前": Period(end=Occasion(key="laodongjie"), deadline=True),
            "年底前": Period(end=Point(shift=now(Unit.YEAR), section=Section.LATE), deadline=True),
        },
    ),
    Phrase(
        "since an epoch",
        "epoch (since | ever_since | later)",
        stretches.since_epoch,
        {"改革开放以来": Period(start=Point(year=1978, month=12, day=18), approximate=True)},
    ),
    Phrase(
        "since a reign",
        "dynasty (ever_since | later)",
        stretches.since_reign,
        {
            "二战以来": Period(start=Point(year=1945), approximate=True),
            "文革后": Period(start=Point(year=1976), approximate=True),
        },
    ),
    Phrase(
        "before an epoch",
        "epoch earlier",
        stretches.before_epoch,
        {"建国前": Period(end=Point(year=1949, month=9, day=30))},
    ),
    Phrase(
        "period with hours",
        """
        from? (full_date | year_month | lone_day | any_year? any_month lead_number) bracket_week? space? to space?
        (full_date | lone_day | number | weak_day | relative_year? year_month) bracket_week? sun? (space | comma | of)?
        day_time space? to space? (day_time | number)
        """,
        stretches.period_with_hours,
        {
            "5月10日至12日9:00-17:00": Period(
                start=Point(month=5, day=10, clock=Clock(9, 0)), end=Point(day=12, clock=Clock(17, 0))
            ),
            "14 - 18.9.2016 6:30 - 11pm": Period(
                start=Point(year=2016, month=9, day=14, clock=Clock(18, 30)),
                end=Point(year=2016, month=9, day=18, clock=Clock(23)),
            ),
            "7月18-22日上午10时-12时": Period(
                start=Point(month=7, day=18, part=Part.MORNING, clock=Clock(10)), end=Point(day=22, clock=Clock(12))
            ),
        },
    ),
    Phrase(
        "bounded",
        "from? (sure_year | date) (later | since) comma? (sure_year | date) earlier",
        stretches.bounded,
        {"2010年之后2018年之前": Period(start=Point(year=2010), end=Point(year=2018))},
    ),
    Phrase(
        "two in a row",
        "pair",
        stretches.pair,
        {"今明两年": Period(start=Point(shift=now(Unit.YEAR)), end=Point(shift=now(Unit.YEAR, 1)))},
    ),
    Phrase(
        "years of a season",
        "season_years annual?",
        stretches.season_years,
        {"2003-04年度": Period(start=Point(year=2003), end=Point(year=2004))},
    ),
    Phrase(
        "weeks of a term",
        "from? ((annual_year | school_term | term_name) of?)? term_week space? to space? term_week",
        stretches.weeks_of_a_term,
        {
            "第九教学周至第十教学周": Period(
                start=Point(shift=Shift(Unit.WEEK, 8, Anchor.TERM)), end=Point(shift=Shift(Unit.WEEK, 9, Anchor.TERM))
            )
        },
    ),
    Phrase(
        "days of a foreign month",
        "days",
        stretches.days,
        {"May 15-17, 2022": Period(start=Point(year=2022, month=5, day=15), end=Point(day=17))},
    ),
    Phrase(
        "within a unit",
        """
        (year_month | sure_year | any_season | sectioned | relative_month | relative_week | decades) (within | during)
        """,
        stretches.within,
        {"10月里": Point(month=10), "2022年内": Point(year=2022)},
    ),
)
