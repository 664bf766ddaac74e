"""The rows for repeated times, and how their RFC 5545 rule is written."""

from __future__ import annotations

from timeline.find.lengths import amounts
from timeline.find.morpheme import Amount, Morpheme
from timeline.find.phrase import Phrase
from timeline.find.points import Tokens, point
from timeline.model import BYDAY, Anchor, Clock, Part, Point, Recurrence, Section, Shift, Unit

_WORKING = "BYDAY=MO,TU,WE,TH,FR"
_RULES = {
    "yearly": "FREQ=YEARLY", "quarterly": "FREQ=MONTHLY;INTERVAL=3", "monthly": "FREQ=MONTHLY", "weekly": "FREQ=WEEKLY",
    "daily": "FREQ=DAILY", "hourly": "FREQ=HOURLY", "minutely": "FREQ=MINUTELY", "weekdays": f"FREQ=WEEKLY;{_WORKING}",
    "weekends": "FREQ=WEEKLY;BYDAY=SA,SU",
    "odd-days": f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, range(1, 32, 2)))}",
    "even-days": f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, range(2, 31, 2)))}",
    "odd-months": "FREQ=YEARLY;BYMONTH=1,3,5,7,9,11", "even-months": "FREQ=YEARLY;BYMONTH=2,4,6,8,10,12",
    "other-day": "FREQ=DAILY;INTERVAL=2", "other-week": "FREQ=WEEKLY;INTERVAL=2",
    "school-year": "FREQ=YEARLY", "term": "FREQ=MONTHLY;INTERVAL=6",
}  # fmt: skip
_FREQUENCY = {
    Unit.CENTURY: ("YEARLY", 100), Unit.YEAR: ("YEARLY", 1), Unit.TERM: ("MONTHLY", 6), Unit.QUARTER: ("MONTHLY", 3),
    Unit.MONTH: ("MONTHLY", 1), Unit.WEEK: ("WEEKLY", 1), Unit.DAY: ("DAILY", 1), Unit.HOUR: ("HOURLY", 1),
    Unit.MINUTE: ("MINUTELY", 1), Unit.SECOND: ("SECONDLY", 1),
}  # fmt: skip
_FINER = {
    "YEARLY": ("MONTHLY", 12), "MONTHLY": ("DAILY", 30), "WEEKLY": ("DAILY", 7), "DAILY": ("HOURLY", 24),
    "HOURLY": ("MINUTELY", 60), "MINUTELY": ("SECONDLY", 60),
}  # fmt: skip
_EDGE_DAYS = {Section.EARLY: "1", Section.MIDDLE: "15", Section.LATE: "-1"}
_STRETCHES = {
    Section.FIRST_TEN: range(1, 11), Section.SECOND_TEN: range(11, 21), Section.THIRD_TEN: range(21, 32),
    Section.FIRST_HALF: range(1, 16), Section.SECOND_HALF: range(16, 32),
}  # fmt: skip
_MONTHS_OF = {
    Section.Q1: range(1, 4), Section.Q2: range(4, 7), Section.Q3: range(7, 10), Section.Q4: range(10, 13),
    Section.FIRST_HALF: range(1, 7), Section.SECOND_HALF: range(7, 13),
}  # fmt: skip
_TO_AN_HOUR = frozenset((("to", "hour"), ("to", "loose_hour")))
_OF_THE_MOON = frozenset(("lunar", "lunar_month", "lunar_day"))
_TIMES = frozenset(
    (
        "part",
        "one_part",
        "hour",
        "loose_hour",
        "clock",
        "minute",
        "half",
        "zero_hour",
        "quarter_hour",
        "second",
        "sharp",
        "meridiem",
    )
)


def _weekdays(tokens: Tokens) -> list[int]:
    """The weekdays of 每周一至周五, 每周二、四, 每周六、日."""
    found: list[int] = []
    through = False
    for token in tokens:
        if token.kind in ("weekday", "every_weekday"):
            day = token.value["weekday"]
        elif token.kind == "number" and found and 1 <= token.value["number"] <= 6:
            day = token.value["number"] - 1
        elif token.kind == "sun" and found:
            day = 6
        elif token.kind == "weekend":
            day = 5
        else:
            through = token.kind == "to"
            continue
        found += range(found[-1] + 1, day) if through and found else ()
        found.append(day)
        through = False
    return list(dict.fromkeys(found))


def _months(tokens: Tokens) -> list[int]:
    """The months of 每年7月至8月, 每年3月、9月, 每年3月1日至5月31日, 每年第一季度."""
    found: list[int] = []
    through = False
    last = max((i for i, token in enumerate(tokens) if token.kind == "month"), default=-1)
    for i, token in enumerate(tokens):
        if token.kind == "month" or (token.kind == "lead_number" and i < last):
            month = token.value.get("month") or token.value["number"]
            found += range(found[-1] + 1, month) if through and found else ()
            found.append(month)
        elif token.kind in ("quarter", "two_quarters", "half_year"):
            found += _MONTHS_OF[token.value["section"]]
        through = token.kind == "to" or (through and token.kind != "list")
    return found


def _rule(tokens: Tokens) -> str:
    """The rule without its clock time."""
    words = {token.value.get("word", "") for token in tokens if token.kind in ("every", "every_weekday", "workday")}
    ordinals = _ordinals(tokens)
    if "weekdays" in words and not ordinals:
        return _RULES["weekdays"]
    base = next((_RULES[word] for word in words if word in _RULES and word != "weekdays"), "FREQ=DAILY")
    if any(token.kind in _OF_THE_MOON for token in tokens):
        return base  # RFC 5545 has no days of the moon
    months, weekdays = _months(tokens), _weekdays(tokens)
    parts = [base]
    if months:
        parts.append(f"BYMONTH={','.join(map(str, months))}")
    if "weekdays" in words:
        parts.append(f"{_WORKING};BYSETPOS={','.join(ordinals)}")
    if weekdays:
        parts.append("BYDAY=" + ",".join(f"{number}{BYDAY[day]}" for number in ordinals or ("",) for day in weekdays))
    days = _days(tokens) if not weekdays else []
    if days:
        unit = "BYMONTHDAY" if "MONTH" in base or months else "BYYEARDAY"
        parts.append(f"{unit}={','.join(map(str, days))}")
    edges = [_EDGE_DAYS[token.value["section"]] for token in tokens if token.value.get("section") in _EDGE_DAYS]
    if edges and not days:
        parts.append(
            f"BYMONTHDAY={edges[0]}"
            if "MONTH" in base or months
            else f"BYMONTH={ {'1': 1, '15': 6, '-1': 12}[edges[0]] }"
        )
    return ";".join(parts)


def _ordinals(tokens: Tokens) -> list[str]:
    """The numbers of 每月第一个星期日, 每月第二、四个周六."""
    return [
        str(number)
        for token in tokens
        if token.kind in ("ordinal", "ordinals")
        for number in token.value.get("numbers", (token.value.get("number"),))
    ]


def _days(tokens: Tokens) -> list[int]:
    """The days of 每月5日、15日, 每月1至10日, 每月最后一天; of 3月1日至5月31日 the months are enough."""
    found: list[int] = []
    through = False
    months = 0
    last = max((i for i, token in enumerate(tokens) if token.kind == "month"), default=-1)
    for i, token in enumerate(tokens):
        if token.kind in _TIMES:
            break
        months += token.kind == "month"
        day = -1 if token.kind == "last_day" else _day_of(token) if token.kind != "lead_number" or i > last else None
        if day is not None:
            found += range(found[-1] + 1, day) if through and found else ()
            found.append(day)
        elif token.kind in _DAY_PARTS and token.value.get("section") in _STRETCHES:
            found += _STRETCHES[token.value["section"]]
        through = token.kind == "to"
    return found if months < 2 or "to" not in {token.kind for token in tokens} else []


_DAY_PARTS = frozenset(("tens", "lone_tens", "half_month"))


def _day_of(token: Morpheme) -> int | None:
    """The day of a month that a morpheme says."""
    if token.kind in ("day", "few_days", "number_day", "ordinal_day"):
        return int(token.value.get("day") or token.value["number"])
    return int(token.value["number"]) if token.kind in ("lead_number", "number") else None


def _with_hours(tokens: Tokens) -> Tokens:
    """The morphemes with the number of 8-12时 as the hour that it is."""
    kinds = [token.kind for token in tokens]
    return [
        token._replace(kind="hour", value={"hour": token.value["number"]})
        if token.kind == "lead_number" and tuple(kinds[i + 1 : i + 3]) in _TO_AN_HOUR
        else token
        for i, token in enumerate(tokens)
    ]


def recurrence(tokens: Tokens) -> Recurrence:
    """每周三、五下午, 每月第一个星期日, 每天9时至17时."""
    since = next((i for i, token in enumerate(tokens) if token.kind == "since"), None)
    start = None
    if since is not None:
        start, tokens = point(tokens[:since]), tokens[since + 1 :]
    tokens = _with_hours(tokens)
    rule = _rule(tokens)
    at = next((i for i, token in enumerate(tokens) if token.kind in _TIMES), len(tokens))
    cut = next((i for i, token in enumerate(tokens) if token.kind == "to" and i > at), len(tokens))
    said = [
        token._replace(kind="part") for token in tokens if token.kind == "every" and "part" in token.value
    ]  # 每晚7点
    written = point(said + [token for token in tokens[at:cut] if token.kind in _TIMES or token.kind == "number"])
    part = written.part
    until = point([token for token in tokens[cut + 1 :] if token.kind in _TIMES or token.kind == "number"]).clock
    clock = written.clock
    if until and clock and part in (Part.AFTERNOON, Part.EVENING) and until.hour < 12 and until.hour + 12 > clock.hour:
        until = Clock(until.hour + 12, until.minute, until.second, until.zone)
    return Recurrence(rrule=rule, start=start, part=part, clock=clock, until=until)


def same_day(tokens: Tokens) -> Recurrence:
    """每年的这一天, 每月的同一天: as often as is said, on the day that was told."""
    return Recurrence(rrule=_rule(tokens), start=point([token for token in tokens if token.kind != "every"]))


def interval(tokens: Tokens) -> Recurrence:
    """每两周, 每隔3天, 每半年."""
    amount: Amount = next(amounts(tokens))
    frequency, factor = _FREQUENCY[amount.unit]
    count = (amount.number or 1) * factor
    while count % 1 and frequency in _FINER:  # 每半个月 is every 15 days
        frequency, smaller = _FINER[frequency]
        count *= smaller
    rule = f"FREQ={frequency}" + (f";INTERVAL={int(count)}" if int(count) > 1 else "")
    return Recurrence(rrule=rule)


def weekday_range(tokens: Tokens) -> Recurrence:
    """周一至周五, 周二、四: opening hours."""
    days = ",".join(BYDAY[day] for day in _weekdays(tokens))
    written = recurrence([token for token in tokens if token.kind != "weekday"])
    return Recurrence(rrule=f"FREQ=WEEKLY;BYDAY={days}", part=written.part, clock=written.clock, until=written.until)


RECURRENCES = (
    Phrase(
        "recurrence",
        """
        (from? year_point since comma?)? (every | every_weekday | every every | every? workday | every weekday)
        more_weekdays{0,6} (span_of_day | whole)?
        """,
        recurrence,
        {
            "每年": Recurrence(rrule="FREQ=YEARLY"),
            "每晚7点": Recurrence(rrule="FREQ=DAILY", part=Part.EVENING, clock=Clock(19)),
            "每周六日": Recurrence(rrule="FREQ=WEEKLY;BYDAY=SA,SU"),
            "每周三": Recurrence(rrule="FREQ=WEEKLY;BYDAY=WE"),
            "每周三、五下午": Recurrence(rrule="FREQ=WEEKLY;BYDAY=WE,FR", part=Part.AFTERNOON),
            "每周一至周五": Recurrence(rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
            "逢周一": Recurrence(rrule="FREQ=WEEKLY;BYDAY=MO"),
            "每天上午9点": Recurrence(rrule="FREQ=DAILY", part=Part.MORNING, clock=Clock(9)),
            "每天9时至17时": Recurrence(rrule="FREQ=DAILY", clock=Clock(9), until=Clock(17)),
            "假日10:00-18:00": Recurrence(rrule="FREQ=WEEKLY;BYDAY=SA,SU", clock=Clock(10, 0), until=Clock(18, 0)),
            "每周工作日9点": Recurrence(rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", clock=Clock(9)),
        },
    ),
    Phrase(
        "day of each unit",
        """
        (from? year_point since comma?)? every of? (some_months some_days? | some_days) same_day? span_of_day?
        """,
        recurrence,
        {
            "每月第一个星期日": Recurrence(rrule="FREQ=MONTHLY;BYDAY=1SU"),
            "每月最后一个周五": Recurrence(rrule="FREQ=MONTHLY;BYDAY=-1FR"),
            "每月第二、四个周六": Recurrence(rrule="FREQ=MONTHLY;BYDAY=2SA,4SA"),
            "每月第一个工作日": Recurrence(rrule="FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"),
            "每年12月的第三个周末": Recurrence(rrule="FREQ=YEARLY;BYMONTH=12;BYDAY=3SA"),
            "每年5月第三个星期日": Recurrence(rrule="FREQ=YEARLY;BYMONTH=5;BYDAY=3SU"),
            "单月第二个星期三": Recurrence(rrule="FREQ=YEARLY;BYMONTH=1,3,5,7,9,11;BYDAY=2WE"),
            "逢双月的15日": Recurrence(rrule="FREQ=YEARLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=15"),
            "每月最后一天": Recurrence(rrule="FREQ=MONTHLY;BYMONTHDAY=-1"),
            "每年3月1日至5月31日": Recurrence(rrule="FREQ=YEARLY;BYMONTH=3,4,5"),
            "每年第一季度": Recurrence(rrule="FREQ=YEARLY;BYMONTH=1,2,3"),
            "每月初一、十五": Recurrence(rrule="FREQ=MONTHLY"),
            "每年农历八月十五": Recurrence(rrule="FREQ=YEARLY"),
            "每年农历三月十九当天": Recurrence(rrule="FREQ=YEARLY"),
            "每月初": Recurrence(rrule="FREQ=MONTHLY;BYMONTHDAY=1"),
            "每月15日前": Recurrence(rrule="FREQ=MONTHLY;BYMONTHDAY=15"),
            "每年10月至12月": Recurrence(rrule="FREQ=YEARLY;BYMONTH=10,11,12"),
            "96年起每年7月至8月间": Recurrence(rrule="FREQ=YEARLY;BYMONTH=7,8", start=Point(year=96, short_year=True)),
        },
    ),
    Phrase(
        "observance each year",
        "every of? (lunar? any_named | any_season | month_day) (during | eve | day_time)?",
        recurrence,
        {"每年春节": Recurrence(rrule="FREQ=YEARLY")},
    ),
    Phrase(
        "the same day each",
        "every of? (relative_day | same_day)",
        same_day,
        {
            "每年的这一天": Recurrence(rrule="FREQ=YEARLY", start=Point(shift=Shift(Unit.DAY, 0, Anchor.EVENT))),
            "每月的同一天": Recurrence(rrule="FREQ=MONTHLY", start=Point(shift=Shift(Unit.DAY, 0, Anchor.EVENT))),
        },
    ),
    Phrase(
        "weekly hours",
        """
        weekday (to (weekday | number | sun) (span_of_day | colon hours_of_day | open hours_of_day close)
                 | (list (weekday | sun)){1,6} (list (day_off | leisure))? (glue | colon)? hours_of_day
                 | list (day_off | leisure) (glue | colon)? hours_of_day
                 | (list? (weekday | sun)){0,6} (list (day_off | leisure))? shut)
        """,
        weekday_range,
        {
            "周一至周五9:00-17:00": Recurrence(
                rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", clock=Clock(9, 0), until=Clock(17, 0)
            ),
            "星期一至五上午9时至下午5时": Recurrence(
                rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", part=Part.MORNING, clock=Clock(9), until=Clock(17)
            ),
            "周二、四上午9:00": Recurrence(rrule="FREQ=WEEKLY;BYDAY=TU,TH", part=Part.MORNING, clock=Clock(9, 0)),
            "周一至周五上午8-12时": Recurrence(
                rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", part=Part.MORNING, clock=Clock(8), until=Clock(12)
            ),
            "星期一至五:9时至18时": Recurrence(
                rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", clock=Clock(9), until=Clock(18)
            ),
            "周一闭馆": Recurrence(rrule="FREQ=WEEKLY;BYDAY=MO"),
            "周一及国定假日休馆": Recurrence(rrule="FREQ=WEEKLY;BYDAY=MO"),
        },
    ),
    Phrase(
        "interval",
        "each (amount | years | two_digit_year | long_years | second)",
        interval,
        {
            "每两周": Recurrence(rrule="FREQ=WEEKLY;INTERVAL=2"),
            "每隔3天": Recurrence(rrule="FREQ=DAILY;INTERVAL=3"),
            "每半年": Recurrence(rrule="FREQ=MONTHLY;INTERVAL=6"),
            "每半个月": Recurrence(rrule="FREQ=DAILY;INTERVAL=15"),
        },
    ),
)
