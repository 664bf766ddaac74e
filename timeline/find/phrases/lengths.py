"""Rows of lengths, and of what is counted by one: three days, the last two years, six weeks later."""

from __future__ import annotations

from timeline.find import lengths
from timeline.find.phrase import Phrase, event
from timeline.model import (
    Clock,
    Direction,
    Duration,
    Point,
    Section,
    Unit,
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
        {"过两天": Point(shift=event(Unit.DAY, 2)), "再过十分钟": Point(shift=event(Unit.MINUTE, 10))},
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
            "三天后": Point(shift=event(Unit.DAY, 3)),
            "一个半小时后": Point(shift=event(Unit.HOUR, 1.5)),
            "一年两个月后": Point(shift=event(Unit.MONTH, 14)),
            "六天后的3时1刻": Point(shift=event(Unit.DAY, 6), clock=Clock(3, 15)),
        },
    ),
    Phrase(
        "later than a deed",
        "deed_later any_length (around | within)?",
        lengths.later_than_a_deed,
        {
            "术后六周": Point(shift=event(Unit.WEEK, 6)),
            "出院后3个月内": Duration(iso="P3M", direction=Direction.WITHIN),
            "会后半小时": Duration(iso="PT30M"),
        },
    ),
    Phrase(
        "earlier",
        "(any_length | few_days) earlier (of? (day_time | quarter | year_section | half_year))?",
        lengths.earlier,
        {
            "五年前第二季度": Point(shift=event(Unit.YEAR, -5), section=Section.Q2),
            "两周前": Point(shift=event(Unit.WEEK, -2)),
            "半年前": Point(shift=event(Unit.YEAR, -0.5)),
        },
    ),
)
