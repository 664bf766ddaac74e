"""The morphemes of one phrase -> its value: what is written, and nothing more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

from timeline.find.counts import Amount, Morpheme
from timeline.lexicon import names
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

Tokens = Sequence[Morpheme]

_POINT_FIELDS = frozenset(field.name for field in fields(Point))


# --- points ------------------------------------------------------------------------------------------------------------------

_NOON = {Part.AFTERNOON: 1, Part.NOON: 1, Part.EVENING: 4, Part.NIGHT: 6}  # the first hour that means another twelve


def _hour(hour: int, part: Part | None) -> int:
    """下午3点 is 15, 晚上12点 is 24, 凌晨12点 is 0."""
    if part in (Part.DAWN, Part.MORNING):
        return 0 if hour == 12 and part is Part.DAWN else hour
    if part in _NOON and hour <= 12:
        if hour == 12:
            return 12 if part in (Part.NOON, Part.AFTERNOON) else 24
        if hour >= _NOON[part]:
            return 12 + hour if not (part is Part.NOON and hour > 9) else hour
    return hour


class _Written:
    """Gathers the fields of one point, morpheme by morpheme."""

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}
        self.hour: int | None = None
        self.minute: int | None = None
        self.second: int | None = None
        self.zone: str | None = None
        self.bracket = False
        self.before = False  # 差一刻八点

    def take(self, token: Morpheme) -> None:
        """Adds what one morpheme says."""
        kind, value = token.kind, token.value
        if reader := getattr(self, f"_{kind}", None):
            reader(value)
        else:
            self.fields |= {name: said for name, said in value.items() if name in _POINT_FIELDS}

    def _month(self, value: Any) -> None:
        self.fields |= value

    def _open(self, _: Any) -> None:
        self.bracket = True

    def _close(self, _: Any) -> None:
        self.bracket = False

    def _sun(self, _: Any) -> None:
        if self.bracket:
            self.fields["weekday"] = 6

    def _number(self, value: Any) -> None:
        number = value["number"]
        if number > 1000:
            self.fields["year"] = number
        elif self.hour is not None:
            if self.minute is None:
                self.minute = number
            else:
                self.second = number
        elif self.bracket and ("day" in self.fields or "shift" not in self.fields):
            self.fields["weekday"] = number - 1
        else:
            self.fields["day"] = number
            if value.get("chinese") and self.fields.get("chinese"):  # 三月十九, said without 日, is of the moon
                self.fields["lunar"] = True

    _big_number = _lead_number = _number

    def _set_hour(self, value: Any) -> None:
        self.hour = value["hour"]

    _hour = _loose_hour = _set_hour

    def _zero_hour(self, value: Any) -> None:
        self.hour, self.minute = 0, None

    def _minute(self, value: Any) -> None:
        self.minute = value["minute"]

    _quarter_hour = _minute

    def _half(self, _: Any) -> None:
        self.minute = 30

    def _second(self, value: Any) -> None:
        amount = value["amount"].number
        self.second = int(amount) if amount is not None else None

    def _clock(self, value: Any) -> None:
        clock = value["clock"]
        self.hour, self.minute, self.second = clock.hour, clock.minute, clock.second

    def _zone(self, value: Any) -> None:
        self.zone = value["zone"]

    def _offset(self, value: Any) -> None:
        self.zone = value["word"]

    def _meridiem(self, value: Any) -> None:
        if self.hour is not None:
            self.hour = self.hour % 12 + (12 if value["word"] == "pm" else 0)

    def _around(self, _: Any) -> None:
        self.fields["approximate"] = True

    _approximate = _around

    def _years(self, value: Any) -> None:
        self.fields["year"] = value["year"]

    _long_years = _years

    def _annual(self, value: Any) -> None:
        self.fields |= value if "section" in value else {}

    def _whole(self, value: Any) -> None:
        """2022年全年: the year that is written, and only without one the year that is spoken of."""
        if not {"year", "month", "day", "shift"} & self.fields.keys():
            self.fields |= value
        self.fields["section"] = value["section"]

    def _school_year(self, value: Any) -> None:
        self.fields |= {**value, "section": Section.ACADEMIC}

    def point(self) -> Point:
        """The point that was written."""
        said = self.fields
        if "era" in said:
            said["short_year"] = False
        if "century" in said and "decade" in said:
            said["decade"] += (said.pop("century") - 1) * 100
            said["short_year"] = False
        said.pop("chinese", None)
        part = said.get("part")
        if self.hour is not None:
            said["clock"] = Clock(_hour(self.hour, part), self.minute, self.second, self.zone)
        return Point(**said)


def point(tokens: Tokens) -> Point:
    """2022年5月15日上午, 今年3月, 上周五晚上8点."""
    written = _Written()
    for token in tokens:
        written.take(token)
    return written.point()


_OF_UNIT = {
    "month_section": Unit.MONTH,
    "lone_tens": Unit.MONTH,
    "half_month": Unit.MONTH,
    "half_week": Unit.WEEK,
    "year_section": Unit.YEAR,
}


def part_of_unit(tokens: Tokens) -> Point:
    """2019年底, 5月中下旬; 月底 alone is of the month that is spoken of, 年底 of this year."""
    written = point(tokens)
    unit = _OF_UNIT.get(tokens[0].kind) if tokens else None
    if unit and written == Point(section=written.section):
        anchor = Anchor.NOW if unit is Unit.YEAR else Anchor.FOCUS
        return replace(written, shift=Shift(unit, 0, anchor))
    return written


def same_period(tokens: Tokens) -> Point:
    """去年同期, 去年本月十日: the day or month of what was said before, in another year."""
    rest = [token for token in tokens if token.kind not in ("relative_month", "same")]
    return replace(point(rest), same_period=True)


# --- stretches ---------------------------------------------------------------------------------------------------------------

_TAIL = frozenset(
    (
        "of",
        "space",
        "comma",
        "from",
        "during",
        "later",
        "earlier",
        "since",
        "ever_since",
        "deadline",
        "come",
        "within",
        "to",
        "list",
    )
)


def _bare(tokens: Tokens) -> list[Morpheme]:
    """Without the words at its ends that only tell how the stretch lies."""
    kept = list(tokens)
    while kept and kept[-1].kind in _TAIL:
        kept.pop()
    while kept and kept[0].kind in _TAIL:
        kept.pop(0)
    return kept


def side(tokens: Tokens) -> Point | Occasion:
    """One end of a stretch."""
    kept = _bare(tokens)
    if any(token.kind in _NAMED for token in kept):
        return occasion(kept)
    return part_of_unit(kept)


def _split(tokens: Tokens, kinds: Sequence[str]) -> tuple[list[Morpheme], list[Morpheme]]:
    """What stands before and behind the first morpheme of one of the kinds."""
    at = next(i for i, token in enumerate(tokens) if token.kind in kinds and i > 0)
    return list(tokens[:at]), list(tokens[at + 1 :])


_ORDER = ("year", "month", "day", "hour")
_UNIT_OF = {
    "year": "year", "two_digit_year": "year", "three_digit_year": "year", "short_year": "year", "bare_year": "year", "month": "month",
    "day": "day", "few_days": "day", "number_day": "day", "hour": "hour", "loose_hour": "hour", "clock": "hour", "lunar_day": "day",
}  # fmt: skip


def _lend_unit(left: list[Morpheme], right: list[Morpheme]) -> list[Morpheme]:
    """20到25日: the numeral without a unit on the left takes the unit on the right."""
    left = _bare(left)
    if not left or left[-1].kind not in ("lead_number", "big_number"):
        return left
    units = [_UNIT_OF[token.kind] for token in right if token.kind in _UNIT_OF]
    written = {_UNIT_OF[token.kind] for token in left if token.kind in _UNIT_OF}
    for unit in _ORDER:
        if unit in units and unit not in written:
            number = left[-1].value["number"]
            value: dict[str, Any] = {unit: number}
            if unit == "year" and number < 100:
                value["short_year"] = True
            return [*left[:-1], left[-1]._replace(kind=unit, value=value)]
    return left


def _borrow_unit(left: list[Morpheme], right: list[Morpheme]) -> list[Morpheme]:
    """5月10日至12: a numeral alone on the right is of the unit that ends the left."""
    kept = _bare(right)
    if len(kept) == 1 and kept[0].kind == "number":
        units = [_UNIT_OF[token.kind] for token in left if token.kind in _UNIT_OF]
        if units:
            return [kept[0]._replace(kind=units[-1], value={units[-1]: kept[0].value["number"]})]
    return right


def _same_half_of_day(start: Point | Occasion, end: Point | Occasion) -> Point | Occasion:
    """下午4时至5时: the second clock time stands in the same part of day."""
    if isinstance(start, Occasion) or isinstance(end, Occasion) or start.clock is None or end.clock is None:
        return end
    bare = end.part is None and end.day is None and end.shift is None and end.weekday is None
    later = end.clock.hour + 12
    if bare and start.part in _NOON and end.clock.hour < 12 and start.clock.hour <= later <= 24:
        return replace(end, clock=replace(end.clock, hour=later))
    return end


def period(tokens: Tokens) -> Period:
    """5月10日至12日, 自2020年起至2023年底, 9:00-11:30."""
    left, right = _split(tokens, ("to", "list"))
    start = side(_lend_unit(left, right))
    end = _same_half_of_day(start, side(_borrow_unit(left, right)))
    return Period(start=start, end=end)


def period_with_hours(tokens: Tokens) -> Period:
    """5月10日至12日9:00-17:00: the same hours on each day."""
    days, hours = _split(tokens, ("to",))
    at = next(i for i, token in enumerate(hours) if token.kind in _CLOCKS)
    times = period(hours[at:])
    whole = period([*days, next(token for token in tokens if token.kind == "to"), *hours[:at]])
    return Period(start=_with_time(whole.start, times.start), end=_with_time(whole.end, times.end))


def pair(tokens: Tokens) -> Period:
    """今明两天."""
    first, last = tokens[0].value["pair"]
    return Period(start=Point(shift=first), end=Point(shift=last))


def season_years(tokens: Tokens) -> Period:
    """1996-97赛季, 2003-04年度."""
    value = tokens[0].value
    return Period(start=Point(year=value["year"]), end=Point(year=value["last"]))


_CLOCKS = frozenset(("part", "one_part", "hour", "loose_hour", "clock", "zero_hour", "zone"))


def _with_time(day: Point | Occasion | None, time: Point | Occasion | None) -> Point | Occasion | None:
    if day is None or time is None:
        return day
    return replace(day, part=time.part, clock=time.clock)


def since_epoch(tokens: Tokens) -> Period:
    """改革开放以来."""
    return Period(start=point(tokens[:1]), approximate=True)


def before_epoch(tokens: Tokens) -> Period:
    """建国前: up to the day before."""
    first = point(tokens[:1])
    assert first.year and first.month and first.day
    eve = date(first.year, first.month, first.day) - timedelta(days=1)
    return Period(end=Point(year=eve.year, month=eve.month, day=eve.day))


def since(tokens: Tokens) -> Period:
    """5月15日起, 今年以来, 2015年后."""
    return Period(start=side(tokens))


def deadline(tokens: Tokens) -> Period:
    """5月30日前."""
    return Period(end=side(tokens), deadline=True)


def between(tokens: Tokens) -> Period:
    """2010年之后2018年之前."""
    left, right = _split(tokens, ("later", "since"))
    return Period(start=side(left), end=side(right))


def within(tokens: Tokens) -> Point | Occasion:
    """10月里, 年内, 21日内: the stretch itself."""
    return side(tokens)


# --- lengths -----------------------------------------------------------------------------------------------------------------

_LETTER = {
    Unit.TERM: ("M", 6), Unit.CENTURY: ("Y", 100), Unit.DECADE: ("Y", 10), Unit.YEAR: ("Y", 1), Unit.QUARTER: ("M", 3), Unit.MONTH: ("M", 1),
    Unit.WEEK: ("W", 1), Unit.DAY: ("D", 1), Unit.HOUR: ("TH", 1), Unit.MINUTE: ("TM", 1), Unit.SECOND: ("TS", 1),
}  # fmt: skip


def amounts(tokens: Tokens) -> Iterator[Amount]:
    """The amounts among the morphemes; 10月 and 20日 beside other amounts are lengths too."""
    for token in tokens:
        if "amount" in token.value:
            yield token.value["amount"]
        elif token.kind == "minute":
            yield Amount(token.value["minute"], Unit.MINUTE)
        elif token.kind == "month":
            yield Amount(token.value["month"], Unit.MONTH)
        elif token.kind == "hour":
            yield Amount(token.value["hour"], Unit.HOUR)
        elif token.kind == "quarter":
            yield Amount(token.value["number"], Unit.QUARTER)


def iso(found: Sequence[Amount]) -> str:
    """ISO 8601 text; a numeral that is not written (数日) leaves the unit alone: P3D would be invented, so it is PXD."""
    sums: dict[str, float | None] = {}
    for amount in found:
        letter, factor = _LETTER[amount.unit]
        so_far = sums.get(letter, 0)
        sums[letter] = None if amount.number is None or so_far is None else so_far + amount.number * factor
    if sums.get("W") is not None and len(sums) > 1 and ("D" in sums):
        sums["D"] = (sums["D"] or 0) + 7 * (sums.pop("W") or 0)
    date = "".join(f"{_plain(sums[letter])}{letter}" for letter in "YMWD" if letter in sums)
    clock = "".join(f"{_plain(sums['T' + letter])}{letter}" for letter in "HMS" if "T" + letter in sums)
    return f"P{date}" + (f"T{clock}" if clock else "")


def _plain(number: float | None) -> str:
    return "X" if number is None else f"{number:g}" if number < 1e6 else str(int(number))


def duration(tokens: Tokens, direction: Direction | None = None) -> Duration:
    """三天, 两个半月, 36天5小时30分."""
    found = list(amounts(tokens))
    vague = any(amount.vague for amount in found) or any(token.kind in ("around", "approximate") for token in tokens)
    return Duration(iso=iso(found), direction=direction, approximate=vague)


def span_of_lengths(tokens: Tokens) -> Duration:
    """3-5天: from the one to the other; the longer is said."""
    found = list(amounts(tokens))
    return Duration(iso=iso(found[-1:]), approximate=True)


def lasting(tokens: Tokens) -> Duration:
    """近三年, 过去两周, 三年来."""
    return duration(tokens, Direction.LAST)


def coming(tokens: Tokens) -> Duration:
    """未来三年, 今后48小时."""
    return duration(tokens, Direction.NEXT)


def inside(tokens: Tokens) -> Duration:
    """5日内, 一个月之内."""
    return duration(tokens, Direction.WITHIN)


_IN_UNIT = {
    Unit.CENTURY: 1200, Unit.DECADE: 120, Unit.YEAR: 12, Unit.TERM: 6, Unit.QUARTER: 3, Unit.MONTH: 1,
}  # fmt: skip
_IN_SECONDS = {Unit.WEEK: 604800, Unit.DAY: 86400, Unit.HOUR: 3600, Unit.MINUTE: 60, Unit.SECOND: 1}


def _shift(found: Sequence[Amount], sign: int) -> Shift | None:
    """The amounts as one shift, in the smallest unit of them."""
    if any(amount.number is None for amount in found):
        return None
    unit = found[-1].unit
    if len(found) == 1:
        return Shift(unit, sign * (found[0].number or 0), Anchor.EVENT)
    table = _IN_UNIT if unit in _IN_UNIT else _IN_SECONDS
    if not all(amount.unit in table for amount in found):
        return Shift(unit, sign * (found[-1].number or 0), Anchor.EVENT)
    total = sum((amount.number or 0) * table[amount.unit] for amount in found)
    return Shift(unit, sign * total / table[unit], Anchor.EVENT)


def _shifted(tokens: Tokens, sign: int) -> Point | Duration:
    """三天后, 两周前, 六天后的3时1刻."""
    at = next(i for i, token in enumerate(tokens) if token.kind in ("later", "earlier", "since"))
    found = list(amounts(tokens[:at]))
    shift = _shift(found, sign)
    if shift is None:
        return duration(tokens[:at], Direction.NEXT if sign > 0 else Direction.LAST)
    vague = any(amount.vague for amount in found)
    rest = point(_bare(tokens[at + 1 :]))
    return replace(rest, shift=shift, approximate=vague or rest.approximate)


def later(tokens: Tokens) -> Point | Duration:
    """三天后."""
    return _shifted(tokens, 1)


def earlier(tokens: Tokens) -> Point | Duration:
    """半年前."""
    return _shifted(tokens, -1)


def vague(tokens: Tokens) -> Point | Period:
    """近日, 目前, 未来, 届时: no more than a side of the moment."""
    now = Point(shift=Shift(Unit.DAY, 0, Anchor.NOW))
    side_of = tokens[0].value["word"]
    if side_of == "last":
        return Period(end=now, approximate=True)
    if side_of == "next":
        return Period(start=now, approximate=True)
    anchor = Anchor.EVENT if side_of == "event" else Anchor.NOW
    return Point(shift=Shift(Unit.DAY, 0, anchor), approximate=True)


# --- the nth of something ----------------------------------------------------------------------------------------------------


def nth(tokens: Tokens) -> Point:
    """5月第三个星期日, 2021年第一周, 今年前五个月, 2017年最后一天."""
    place, unit, count = 1, Unit.DAY, 1
    rest: list[Morpheme] = []
    for token in tokens:
        if token.kind == "ordinal":
            place, unit = token.value["number"], Unit.WEEK
        elif token.kind.startswith("ordinal_"):
            place, unit = token.value["number"], token.value["unit"]
        elif token.kind in ("last_of", "last_day"):
            place = -1
        elif token.kind in ("previous", "next", "earlier", "later"):
            place = 1 if token.kind in ("previous", "earlier") else -1
        elif (
            "amount" in token.value
            or token.kind == "quarter"
            or (token.kind == "month" and rest and rest[-1].kind in _YEARISH)
        ):
            found = next(amounts([token]))
            unit, count = found.unit, int(found.number or 1)
        else:
            rest.append(token)
    return replace(point(_bare(rest)), nth=Nth(place, unit, count))


_YEARISH = frozenset(("year", "relative_year", "two_digit_year", "three_digit_year", "short_year"))


# --- observances -------------------------------------------------------------------------------------------------------------

_NAMED = frozenset(("occasion", "lone_occasion", "weak_occasion", "meeting"))
_WINDOWS = {
    "during": Window.DURING, "eve": Window.EVE, "arrival": Window.AROUND, "around": Window.AROUND, "leisure": Window.HOLIDAY,
}  # fmt: skip


def occasion(tokens: Tokens) -> Occasion:
    """第三十三次全国助残日, 今年春节期间, 2022年“十四五”期间, 除夕晚上6点半."""
    at = next(i for i, token in enumerate(tokens) if token.kind in _NAMED)
    name = tokens[at].value
    key, ordinal = name["key"], name["called"]
    window = Window.DAY
    year: Point | None = None
    time: list[Morpheme] = []
    years: list[Morpheme] = []
    for i, token in enumerate(tokens):
        if token.kind == "ordinal":
            ordinal = token.value["number"]
        elif token.kind == "scope":
            whole = names().get(token.value["word"] + name["name"])
            key = whole.key if whole else key
        elif token.kind in _WINDOWS and i > at and (window is Window.DAY):
            window = _WINDOWS[token.kind]
        elif token.kind == "relative_day" and i > at:
            shift = token.value["shift"]
            window = {1: Window.NEXT_DAY, -1: Window.EVE}.get(int(shift.amount), window)
            if "part" in token.value:
                time.append(token._replace(kind="part", value={"part": token.value["part"]}))
        elif i < at:
            years.append(token)
        elif i > at:
            time.append(token)
    if kept := [token for token in _bare(years) if token.kind not in ("open", "close", "of", "space", "lunar")]:
        year = point(kept)
    at_time = point([token for token in time if token.kind not in ("of", "close", "while", "space", "one_day")])
    return Occasion(key=key, ordinal=ordinal, year=year, window=window, part=at_time.part, clock=at_time.clock)
