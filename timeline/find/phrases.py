"""THE TABLE of sound phrases: what each looks like, what it says, and examples that the tests run.

The longest phrase at a place wins, so the order of the rows means nothing; two rows that fit the same words are a fault
that the tests find. A shape is written in the names of morphemes (`counts.py`, `data/words.toml`) and of sub-shapes
(`shapes.py`).
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
    Window,
)


def _now(unit: Unit, amount: float = 0) -> Shift:
    return Shift(unit, amount, Anchor.NOW)


def _focus(unit: Unit, amount: float = 0) -> Shift:
    return Shift(unit, amount, Anchor.FOCUS)


def _event(unit: Unit, amount: float = 0) -> Shift:
    return Shift(unit, amount, Anchor.EVENT)


POINTS = (
    Phrase(
        "point",
        """
        from? (moment | few_days bracket_week? (glue? day_time)?) around?
        | from? (moment | vague | present) space? open (full_date | year_month | sectioned | month_day) close
        """,
        points.point,
        {
            "2022年5月15日": Point(year=2022, month=5, day=15),
            "二〇二二年五月十五日": Point(year=2022, month=5, day=15),
            "2022-05-15": Point(year=2022, month=5, day=15),
            "2022.5.15": Point(year=2022, month=5, day=15),
            "2022/05/15 14:30 GMT+8": Point(year=2022, month=5, day=15, clock=Clock(14, 30, zone="GMT+8")),
            "15.5.2022": Point(year=2022, month=5, day=15),
            "20220515": Point(year=2022, month=5, day=15),
            "May 15, 2022": Point(year=2022, month=5, day=15),
            "22年5月": Point(year=22, short_year=True, month=5),
            "’22年5月": Point(year=22, short_year=True, month=5),
            "2018-11-05T08:15:30-05:30": Point(year=2018, month=11, day=5, clock=Clock(8, 15, 30, "-05:30")),
            "2022-05-15T14:30:00Z": Point(year=2022, month=5, day=15, clock=Clock(14, 30, 0, "Z")),
            "下午三点四十": Point(part=Part.AFTERNOON, clock=Clock(15, 40)),
            "5月15号": Point(month=5, day=15),
            "5/15": Point(month=5, day=15),
            "5月28": Point(month=5, day=28),
            "15日(星期三)": Point(day=15, weekday=2),
            "5月15日(六)晚7点一刻": Point(month=5, day=15, weekday=5, part=Part.EVENING, clock=Clock(19, 15)),
            "2022年5月15日上午": Point(year=2022, month=5, day=15, part=Part.MORNING),
            "2022年5月": Point(year=2022, month=5),
            "今年3月": Point(shift=_now(Unit.YEAR), month=3),
            "翌年1月12日": Point(shift=_focus(Unit.YEAR, 1), month=1, day=12),
            "本月11日": Point(shift=_now(Unit.MONTH), day=11),
            "下个月": Point(shift=_now(Unit.MONTH, 1)),
            "昨日下午2时许": Point(shift=_now(Unit.DAY, -1), part=Part.AFTERNOON, clock=Clock(14), approximate=True),
            "昨晚8时30分": Point(shift=_now(Unit.DAY, -1), part=Part.EVENING, clock=Clock(20, 30)),
            "次日凌晨": Point(shift=_event(Unit.DAY, 1), part=Part.DAWN),
            "今(14日)": Point(shift=_now(Unit.DAY), day=14),
            "昨(14)日": Point(shift=_now(Unit.DAY, -1), day=14),
            "上周五": Point(shift=_now(Unit.WEEK, -1), weekday=4),
            "上上周": Point(shift=_now(Unit.WEEK, -2)),
            "本周末": Point(shift=_now(Unit.WEEK), section=Section.WEEKEND),
            "周三": Point(weekday=2),
            "下周3下午": Point(shift=_now(Unit.WEEK, 1), weekday=2, part=Part.AFTERNOON),
            "周5晚7点": Point(weekday=4, part=Part.EVENING, clock=Clock(19)),
            "2021 08 05": Point(year=2021, month=8, day=5),
            "第三周周四(3/14)": Point(month=3, day=14, weekday=3),
            "农历三月廿三": Point(lunar=True, month=3, day=23),
            "三月十九": Point(lunar=True, month=3, day=19),
            "腊月初十": Point(lunar=True, month=12, day=10),
            "闰四月": Point(lunar=True, leap=True, month=4),
            "大年初三": Point(lunar=True, month=1, day=3),
            "癸卯年正月初五": Point(sexagenary="癸卯", lunar=True, month=1, day=5),
            "万历三十年六月癸卯": Point(era="万历", year=30, lunar=True, month=6, cycle_day="癸卯"),
            "光绪二十四年八月初六": Point(era="光绪", year=24, lunar=True, month=8, day=6),
            "中华民国106年2月23日(星期四)下午4时": Point(
                era="中华民国", year=106, month=2, day=23, weekday=3, part=Part.AFTERNOON, clock=Clock(16)
            ),
            "15:30": Point(clock=Clock(15, 30)),
            "今晚八点": Point(shift=_now(Unit.DAY), part=Part.EVENING, clock=Clock(20)),
            "明天十一二点": Point(shift=_now(Unit.DAY, 1), clock=Clock(11), approximate=True),
            "2018-03-0510:25": Point(year=2018, month=3, day=5, clock=Clock(10, 25)),
            "下午3点半": Point(part=Part.AFTERNOON, clock=Clock(15, 30)),
            "3:15pm": Point(clock=Clock(15, 15)),
            "北京时间20时": Point(clock=Clock(20, zone="北京时间")),
            "凌晨12点": Point(part=Part.DAWN, clock=Clock(0)),
            "2013年二月二十八日下午四点三十分二十九秒": Point(
                year=2013, month=2, day=28, part=Part.AFTERNOON, clock=Clock(16, 30, 29)
            ),
            "5月15日前后": Point(month=5, day=15, approximate=True),
        },
    ),
    Phrase(
        "year",
        "from? sure_year around?",
        points.point,
        {
            "2019年": Point(year=2019),
            "二零一九年": Point(year=2019),
            "去年": Point(shift=_now(Unit.YEAR, -1)),
            "同年": Point(shift=_focus(Unit.YEAR)),
            "民国三十四年": Point(era="民国", year=34),
            "公元前221年": Point(era="公元前", year=221),
            "康熙元年": Point(era="康熙", year=1),
            "前206年": Point(era="公元前", year=206),
            "癸卯年": Point(sexagenary="癸卯"),
            "唐德宗贞元十九年": Point(era="贞元", year=19),
            "康熙丁未": Point(era="康熙", sexagenary="丁未"),
            "2008年左右": Point(year=2008, approximate=True),
        },
    ),
    Phrase("bare year", "bare_year", points.point, {"2019": Point(year=2019)}),
    Phrase("short year", "short_year", points.point, {"08年": Point(year=8, short_year=True)}),
    Phrase("part of day", "part", points.point, {"中午": Point(part=Part.NOON), "凌晨": Point(part=Part.DAWN)}),
    Phrase(
        "part of a unit",
        "from? sectioned around?",
        points.part_of_unit,
        {
            "2020年5月中下旬": Point(year=2020, month=5, section=Section.SECOND_THIRD_TEN),
            "5月末": Point(month=5, section=Section.LATE),
            "2019年底": Point(year=2019, section=Section.LATE),
            "今年上半年": Point(shift=_now(Unit.YEAR), section=Section.FIRST_HALF),
            "2018年第三季度": Point(year=2018, section=Section.Q3),
            "去年暑假": Point(shift=_now(Unit.YEAR, -1), section=Section.SUMMER_BREAK),
            "2021年春": Point(year=2021, section=Section.SPRING),
            "去冬": Point(shift=_now(Unit.YEAR, -1), section=Section.WINTER),
            "年底": Point(shift=_now(Unit.YEAR), section=Section.LATE),
            "月初": Point(shift=_focus(Unit.MONTH), section=Section.EARLY),
            "去年三季度末": Point(shift=_now(Unit.YEAR, -1), month=9),
            "农历的十月初": Point(lunar=True, month=10, section=Section.EARLY),
            "2020Q1": Point(year=2020, section=Section.Q1),
            "下学期": Point(shift=_now(Unit.TERM, 1)),
            "2023年秋季学期": Point(year=2023, section=Section.AUTUMN_TERM),
            "全年": Point(shift=_focus(Unit.YEAR), section=Section.WHOLE),
        },
    ),
    Phrase(
        "decade",
        "decades",
        points.point,
        {
            "20世纪80年代": Point(decade=1980),
            "90年代初": Point(decade=90, short_year=True, section=Section.EARLY),
            "1990年代": Point(decade=1990),
            "21世纪初": Point(century=21, section=Section.EARLY),
        },
    ),
    Phrase(
        "reign",
        "(dynasty? reign | dynasty | era) (during | reign_span during? | edge)",
        points.reign,
        {
            "清光绪年间": Point(era="光绪", section=Section.WHOLE),
            "北宋时期": Point(era="北宋", section=Section.WHOLE),
            "二战期间": Point(era="二战", section=Section.WHOLE),
            "康熙末年": Point(era="康熙", section=Section.LATE),
        },
    ),
    Phrase(
        "two decades",
        "(century | relative_century)? of? decade_pair edge?",
        stretches.decades,
        {
            "20世纪五六十年代": Period(start=Point(decade=1950), end=Point(decade=1960)),
            "七八十年代": Period(start=Point(decade=70, short_year=True), end=Point(decade=80, short_year=True)),
        },
    ),
    Phrase(
        "turn",
        "from? turning_end turning_end",
        stretches.turn,
        {
            "3月底4月初": Period(start=Point(month=3, section=Section.LATE), end=Point(month=4, section=Section.EARLY)),
            "20世纪80年代末90年代初": Period(
                start=Point(decade=1980, section=Section.LATE), end=Point(decade=1990, section=Section.EARLY)
            ),
            "岁末年初": Period(
                start=Point(shift=_now(Unit.YEAR), section=Section.LATE),
                end=Point(shift=_now(Unit.YEAR, 1), section=Section.EARLY),
            ),
        },
    ),
    Phrase(
        "year of accounts",
        "annual_year",
        points.point,
        {
            "2022年度": Point(year=2022),
            "108学年度第二学期": Point(year=108, section=Section.SPRING_TERM),
            "2023学年": Point(year=2023, section=Section.ACADEMIC),
        },
    ),
    Phrase(
        "same period",
        "relative_year same | relative_year relative_month any_day?",
        points.same_period,
        {
            "去年同期": Point(shift=_now(Unit.YEAR, -1), same_period=True),
            "去年本月十日": Point(shift=_now(Unit.YEAR, -1), same_period=True, day=10),
        },
    ),
    Phrase(
        "nth weekday",
        """
        (any_year glue?)? (any_month | relative_month)? glue? ordinal weekday day_time?
        | (any_year | (any_year glue?)? any_month | relative_month) glue? ordinal workday day_time?
        | (any_year | (any_year glue?)? any_month | relative_month) glue? ordinal weekend
        """,
        lengths.nth,
        {
            "5月第三个星期日": Point(month=5, weekday=6, nth=Nth(3, Unit.WEEK)),
            "本月最后一个周五": Point(shift=_now(Unit.MONTH), weekday=4, nth=Nth(-1, Unit.WEEK)),
            "本月最后一个工作日": Point(shift=_now(Unit.MONTH), nth=Nth(-1, Unit.WORKDAY)),
            "12月的第三个周末": Point(month=12, section=Section.WEEKEND, nth=Nth(3, Unit.WEEK)),
        },
    ),
    Phrase(
        "nth unit",
        """
        longer_unit glue? (any_week | ordinal_day | ordinal_month) (glue? day_time)?
        | (longer_unit | year_section | month_section) of? last_day day_time?
        """,
        lengths.nth,
        {
            "2021年第一周": Point(year=2021, nth=Nth(1, Unit.WEEK)),
            "2017年最后一天": Point(year=2017, nth=Nth(-1, Unit.DAY)),
            "2011年4月的最后一天": Point(year=2011, month=4, nth=Nth(-1, Unit.DAY)),
            "年末最后一天": Point(shift=_now(Unit.YEAR), section=Section.LATE, nth=Nth(-1, Unit.DAY)),
            "19年第30周": Point(year=19, short_year=True, nth=Nth(30, Unit.WEEK)),
        },
    ),
    Phrase(
        "week of a term",
        """
        term_week (of? (weekday | weekend))? (of? day_time)?
        | (annual_year | school_term | term_name) of? any_week (of? (weekday | weekend))? (of? day_time)?
        """,
        points.point,
        {
            "第十教学周": Point(shift=Shift(Unit.WEEK, 9, Anchor.TERM)),
            "本学期第十教学周周三": Point(weekday=2, shift=Shift(Unit.WEEK, 9, Anchor.TERM)),
            "2023学年第一学期第三周": Point(
                year=2023, section=Section.AUTUMN_TERM, shift=Shift(Unit.WEEK, 2, Anchor.TERM)
            ),
        },
    ),
    Phrase(
        "day of a trip",
        """
        (trip_day space? (full_date | open (full_date | weak_day) close) | ordinal_day open full_date close)
            bracket_week?
            (space? day_time)?
        | trip_day (space? day_time)?
        """,
        points.point,
        {
            "第四天(11月18日)": Point(month=11, day=18, nth=Nth(4, Unit.DAY)),
        },
    ),
    Phrase(
        "first or last units",
        """
        longer_unit glue? (previous | next | last_of | earlier | later) (amount | few_days | quarter | month)
        | previous quarter
        """,
        lengths.nth,
        {
            "今年前五个月": Point(shift=_now(Unit.YEAR), nth=Nth(1, Unit.MONTH, 5)),
            "上月最后五天": Point(shift=_now(Unit.MONTH, -1), nth=Nth(-1, Unit.DAY, 5)),
            "前三季度": Point(nth=Nth(1, Unit.QUARTER, 3)),
        },
    ),
    Phrase(
        "near moment",
        "vague | present | future",
        points.vague,
        {
            "近日": Period(end=Point(shift=_now(Unit.DAY)), approximate=True),
            "未来": Period(start=Point(shift=_now(Unit.DAY)), approximate=True),
            "目前": Point(shift=_now(Unit.DAY), approximate=True),
            "届时": Point(shift=_event(Unit.DAY), approximate=True),
        },
    ),
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
            "今年11月20到25日": Period(start=Point(shift=_now(Unit.YEAR), month=11, day=20), end=Point(day=25)),
            "2000年10至12月": Period(start=Point(year=2000, month=10), end=Point(month=12)),
            "2023—2024年": Period(start=Point(year=2023), end=Point(year=2024)),
            "(1904—1997)": Period(start=Point(year=1904), end=Point(year=1997)),
            "民国十八年至二十六年": Period(start=Point(era="民国", year=18), end=Point(year=26)),
            "2008.8.8—8.24": Period(start=Point(year=2008, month=8, day=8), end=Point(month=8, day=24)),
            "晚上六时至八时": Period(start=Point(part=Part.EVENING, clock=Clock(18)), end=Point(clock=Clock(20))),
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
            "即日起至6月底": Period(start=Point(shift=_now(Unit.DAY)), end=Point(month=6, section=Section.LATE)),
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
            "今年以来": Period(start=Point(shift=_now(Unit.YEAR))),
            "96年起": Period(start=Point(year=96, short_year=True)),
            "10月22日9时起": Period(start=Point(month=10, day=22, clock=Clock(9))),
            "2015年之后": Period(start=Point(year=2015)),
            "春节后": Period(start=Occasion(key="chunjie")),
            "党的十八大以来": Period(start=Occasion(key="dangdahui", ordinal=18)),
            "2001.05-至今": Period(start=Point(year=2001, month=5)),
            "去年5月到现在": Period(start=Point(shift=_now(Unit.YEAR, -1), month=5)),
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
            "年底前": Period(end=Point(shift=_now(Unit.YEAR), section=Section.LATE), deadline=True),
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
        from? (full_date | year_month | lone_day | any_year? any_month lead_number) bracket_week? to
        (full_date | lone_day | number | weak_day | relative_year? year_month) bracket_week? sun? (space | comma | of)?
        day_time space? to space? (day_time | number)
        """,
        stretches.period_with_hours,
        {
            "5月10日至12日9:00-17:00": Period(
                start=Point(month=5, day=10, clock=Clock(9, 0)), end=Point(day=12, clock=Clock(17, 0))
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
        {"今明两年": Period(start=Point(shift=_now(Unit.YEAR)), end=Point(shift=_now(Unit.YEAR, 1)))},
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

LENGTHS = (
    Phrase(
        "length",
        "any_length (around | beyond)? | lasting (day | few_days) | amount number one_part",
        lengths.duration,
        {
            "三天": Duration(iso="P3D"),
            "两个半月": Duration(iso="P2M15D"),
            "一年半": Duration(iso="P18M"),
            "半小时": Duration(iso="PT30M"),
            "九天八夜": Duration(iso="P9D"),
            "两个学期": Duration(iso="P12M"),
            "90分钟": Duration(iso="PT90M"),
            "6年零4个月": Duration(iso="P6Y4M"),
            "36天5小时30分": Duration(iso="P36DT5H30M"),
            "十余年": Duration(iso="P10Y", approximate=True),
            "三四天": Duration(iso="P3D", approximate=True),
            "数日": Duration(iso="", approximate=True),
        },
    ),
    Phrase(
        "length, two ends",
        "lead_number (to | list)? (amount | years | second)",
        lengths.span_of_lengths,
        {"3-5天": Duration(iso="P5D", approximate=True)},
    ),
    Phrase(
        "last",
        """
        (past near? | near) any_length (come | ever_since | within)? | near month (come | ever_since)?
        | any_length (come | ever_since)
        """,
        lengths.lasting,
        {
            "近三年": Duration(iso="P3Y", direction=Direction.LAST),
            "过去两周": Duration(iso="P2W", direction=Direction.LAST),
            "三年来": Duration(iso="P3Y", direction=Direction.LAST),
            "近6月": Duration(iso="P6M", direction=Direction.LAST),
        },
    ),
    Phrase(
        "units before",
        "previous length (come | ever_since | within)?",
        lengths.before_now,
        {
            "前两个月": Duration(iso="P2M", direction=Direction.PREVIOUS),
            "前两月": Duration(iso="P2M", direction=Direction.PREVIOUS),
            "上两周": Duration(iso="P2W", direction=Direction.PREVIOUS),
        },
    ),
    Phrase(
        "so far from now",
        "passing any_length",
        lengths.so_far_from_now,
        {"过两天": Point(shift=_event(Unit.DAY, 2)), "再过十分钟": Point(shift=_event(Unit.MINUTE, 10))},
    ),
    Phrase(
        "next",
        "future any_length within?",
        lengths.coming,
        {
            "未来48小时": Duration(iso="PT48H", direction=Direction.NEXT),
        },
    ),
    Phrase(
        "units after",
        "next length within?",
        lengths.after_now,
        {"后三个月": Duration(iso="P3M", direction=Direction.FOLLOWING)},
    ),
    Phrase(
        "within",
        "(any_length | day | few_days | three_digit_year) within",
        lengths.inside,
        {
            "15日内": Duration(iso="P15D", direction=Direction.WITHIN),
            "一个月之内": Duration(iso="P1M", direction=Direction.WITHIN),
        },
    ),
    Phrase(
        "later",
        "(any_length | few_days) later (of? (day_time | quarter | year_section | half_year))?",
        lengths.later,
        {
            "三天后": Point(shift=_event(Unit.DAY, 3)),
            "一个半小时后": Point(shift=_event(Unit.HOUR, 1.5)),
            "一年两个月后": Point(shift=_event(Unit.MONTH, 14)),
            "六天后的3时1刻": Point(shift=_event(Unit.DAY, 6), clock=Clock(3, 15)),
        },
    ),
    Phrase(
        "later than a deed",
        "deed_later any_length (around | within)?",
        lengths.later_than_a_deed,
        {
            "术后六周": Point(shift=_event(Unit.WEEK, 6)),
            "出院后3个月内": Duration(iso="P3M", direction=Direction.WITHIN),
            "会后半小时": Duration(iso="PT30M"),
        },
    ),
    Phrase(
        "earlier",
        "(any_length | few_days) earlier (of? (day_time | quarter | year_section | half_year))?",
        lengths.earlier,
        {
            "五年前第二季度": Point(shift=_event(Unit.YEAR, -5), section=Section.Q2),
            "两周前": Point(shift=_event(Unit.WEEK, -2)),
            "半年前": Point(shift=_event(Unit.YEAR, -0.5)),
        },
    ),
)

OCCASIONS = (
    Phrase(
        "occasion",
        "occasion_core",
        occasions.occasion,
        {
            "助残日": Occasion(key="quanguo-zhucanri"),
            "第三十三次全国助残日": Occasion(key="quanguo-zhucanri", ordinal=33),
            "全国第三十二次助残日": Occasion(key="quanguo-zhucanri", ordinal=32),
            "第32次“全国助残日”到来之际": Occasion(key="quanguo-zhucanri", ordinal=32, window=Window.AROUND),
            "第34个“国际残疾人日”当天": Occasion(key="guoji-canjiren-ri", ordinal=34),
            "2022年全国助残日": Occasion(key="quanguo-zhucanri", year=Point(year=2022)),
            "今年的全国助残日": Occasion(key="quanguo-zhucanri", year=Point(shift=_now(Unit.YEAR))),
            "“国际残疾人日”活动期间": Occasion(key="guoji-canjiren-ri", window=Window.DURING),
            "“十四五”期间": Occasion(key="plan-14", window=Window.DURING),
            "春节假期": Occasion(key="chunjie", window=Window.HOLIDAY),
            "除夕晚上6点半": Occasion(key="chuxi", part=Part.EVENING, clock=Clock(18, 30)),
            "国庆节前夕": Occasion(key="guoqing", window=Window.EVE),
            '第三十二次全国"助残日"': Occasion(key="quanguo-zhucanri", ordinal=32),
            "第一个”国际残疾人日”": Occasion(key="guoji-canjiren-ri", ordinal=1),
        },
    ),
    Phrase(
        "counted from a feast",
        """
        counted_from_feast occasion_time?
        | feast_of_count (later | earlier | previous | next) (amount | few_days | day)
        """,
        occasions.counted,
        {
            "春节后第一个工作日": Occasion(key="chunjie", counted=Point(nth=Nth(1, Unit.WORKDAY))),
            "国庆节后的第三个周末": Occasion(
                key="guoqing", counted=Point(section=Section.WEEKEND, nth=Nth(3, Unit.WEEK))
            ),
            "五一前最后一个周五": Occasion(key="laodongjie", counted=Point(weekday=4, nth=Nth(-1, Unit.WEEK))),
            "清明前一周": Occasion(key="qingming", counted=Point(nth=Nth(-1, Unit.DAY, 7))),
            "节后首个工作日": Point(shift=Shift(Unit.DAY, 0, Anchor.FEAST), nth=Nth(1, Unit.WORKDAY)),
        },
    ),
    Phrase(
        "day of the days off",
        "feast_of_days of? (ordinal_day | last_day | off_day) occasion_time?",
        occasions.day_off,
        {
            "国庆假期第三天": Occasion(key="guoqing", window=Window.HOLIDAY, counted=Point(nth=Nth(3, Unit.DAY))),
            "春节假期的第二天": Occasion(key="chunjie", window=Window.HOLIDAY, counted=Point(nth=Nth(2, Unit.DAY))),
            "五一假期首日": Occasion(key="laodongjie", window=Window.HOLIDAY, counted=Point(nth=Nth(1, Unit.DAY))),
            "端午假期最后一天": Occasion(key="duanwu", window=Window.HOLIDAY, counted=Point(nth=Nth(-1, Unit.DAY))),
        },
    ),
    Phrase(
        "edition",
        "edition",
        occasions.occasion,
        {
            "第136届广交会": Occasion(key="guangjiaohui", ordinal=136),
            "第七届“进博会”": Occasion(key="jinbohui", ordinal=7),
            "第三十三届夏季奥林匹克运动会": Occasion(key="aoyunhui", ordinal=33),
        },
    ),
)

PHRASES = (*POINTS, *PERIODS, *LENGTHS, *OCCASIONS, *RECURRENCES)
