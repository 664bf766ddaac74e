"""Rows of feasts, meetings and fairs, and of days counted from them."""

from __future__ import annotations

from timeline.find import occasions
from timeline.find.phrase import Phrase, now
from timeline.model import (
    Anchor,
    Clock,
    Nth,
    Occasion,
    Part,
    Point,
    Section,
    Shift,
    Unit,
    Window,
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
            "今年的全国助残日": Occasion(key="quanguo-zhucanri", year=Point(shift=now(Unit.YEAR))),
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
