"""Rows of points in time: days, months, years, decades, weeks of a term."""

from __future__ import annotations

from timeline.find import lengths, points, stretches
from timeline.find.phrase import Phrase, event, focus, now
from timeline.model import (
    Anchor,
    Clock,
    Nth,
    Part,
    Period,
    Point,
    Section,
    Shift,
    Unit,
)

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
            "14:30 2022-05-15": Point(year=2022, month=5, day=15, clock=Clock(14, 30)),
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
            "今年3月": Point(shift=now(Unit.YEAR), month=3),
            "翌年1月12日": Point(shift=focus(Unit.YEAR, 1), month=1, day=12),
            "本月11日": Point(shift=now(Unit.MONTH), day=11),
            "下个月": Point(shift=now(Unit.MONTH, 1)),
            "昨日下午2时许": Point(shift=now(Unit.DAY, -1), part=Part.AFTERNOON, clock=Clock(14), approximate=True),
            "昨晚8时30分": Point(shift=now(Unit.DAY, -1), part=Part.EVENING, clock=Clock(20, 30)),
            "次日凌晨": Point(shift=event(Unit.DAY, 1), part=Part.DAWN),
            "今(14日)": Point(shift=now(Unit.DAY), day=14),
            "昨(14)日": Point(shift=now(Unit.DAY, -1), day=14),
            "上周五": Point(shift=now(Unit.WEEK, -1), weekday=4),
            "上上周": Point(shift=now(Unit.WEEK, -2)),
            "本周末": Point(shift=now(Unit.WEEK), section=Section.WEEKEND),
            "周三": Point(weekday=2),
            "下周3下午": Point(shift=now(Unit.WEEK, 1), weekday=2, part=Part.AFTERNOON),
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
            "今晚八点": Point(shift=now(Unit.DAY), part=Part.EVENING, clock=Clock(20)),
            "明天十一二点": Point(shift=now(Unit.DAY, 1), clock=Clock(11), approximate=True),
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
            "去年": Point(shift=now(Unit.YEAR, -1)),
            "同年": Point(shift=focus(Unit.YEAR)),
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
            "今年上半年": Point(shift=now(Unit.YEAR), section=Section.FIRST_HALF),
            "2018年第三季度": Point(year=2018, section=Section.Q3),
            "去年暑假": Point(shift=now(Unit.YEAR, -1), section=Section.SUMMER_BREAK),
            "2021年春": Point(year=2021, section=Section.SPRING),
            "去冬": Point(shift=now(Unit.YEAR, -1), section=Section.WINTER),
            "年底": Point(shift=now(Unit.YEAR), section=Section.LATE),
            "月初": Point(shift=focus(Unit.MONTH), section=Section.EARLY),
            "去年三季度末": Point(shift=now(Unit.YEAR, -1), month=9),
            "农历的十月初": Point(lunar=True, month=10, section=Section.EARLY),
            "2020Q1": Point(year=2020, section=Section.Q1),
            "下学期": Point(shift=now(Unit.TERM, 1)),
            "2023年秋季学期": Point(year=2023, section=Section.AUTUMN_TERM),
            "全年": Point(shift=focus(Unit.YEAR), section=Section.WHOLE),
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
        """
        (dynasty? reign | dynasty | era) (during | reign_span during? | edge)
            (open told_year (to told_year)? close)?
        """,
        points.reign,
        {
            "圣历年间(698—700)": Period(start=Point(year=698, era="公元"), end=Point(year=700, era="公元")),
            "咸丰年间(1855年)": Point(year=1855, era="公元"),
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
                start=Point(shift=now(Unit.YEAR), section=Section.LATE),
                end=Point(shift=now(Unit.YEAR, 1), section=Section.EARLY),
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
            "去年同期": Point(shift=now(Unit.YEAR, -1), same_period=True),
            "去年本月十日": Point(shift=now(Unit.YEAR, -1), same_period=True, day=10),
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
            "本月最后一个周五": Point(shift=now(Unit.MONTH), weekday=4, nth=Nth(-1, Unit.WEEK)),
            "本月最后一个工作日": Point(shift=now(Unit.MONTH), nth=Nth(-1, Unit.WORKDAY)),
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
            "年末最后一天": Point(shift=now(Unit.YEAR), section=Section.LATE, nth=Nth(-1, Unit.DAY)),
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
            "今年前五个月": Point(shift=now(Unit.YEAR), nth=Nth(1, Unit.MONTH, 5)),
            "上月最后五天": Point(shift=now(Unit.MONTH, -1), nth=Nth(-1, Unit.DAY, 5)),
            "前三季度": Point(nth=Nth(1, Unit.QUARTER, 3)),
        },
    ),
    Phrase(
        "near moment",
        "vague | present | future",
        points.vague,
        {
            "近日": Period(end=Point(shift=now(Unit.DAY)), approximate=True),
            "未来": Period(start=Point(shift=now(Unit.DAY)), approximate=True),
            "目前": Point(shift=now(Unit.DAY), approximate=True),
            "届时": Point(shift=event(Unit.DAY), approximate=True),
        },
    ),
)
