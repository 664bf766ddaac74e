"""The morphemes of one date or clock time -> a `Point`: the fields that are written, and no others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from timeline.calendars.eras import civil_year
from timeline.find.morpheme import Morpheme
from timeline.model import Anchor, Clock, Nth, Part, Period, Point, Section, Shift, Unit

Tokens = Sequence[Morpheme]

_POINT_FIELDS = frozenset(field.name for field in fields(Point))


AFTERNOON = {
    Part.AFTERNOON: 1,
    Part.NOON: 1,
    Part.EVENING: 4,
    Part.NIGHT: 6,
}  # the first hour that means another twelve


def _hour(hour: int, part: Part | None) -> int:
    """下午3点 is 15, 晚上12点 is 24, 凌晨12点 is 0."""
    if part in (Part.DAWN, Part.MORNING):
        return 0 if hour == 12 and part is Part.DAWN else hour
    if part in AFTERNOON and hour <= 12:
        if hour == 12:
            return 12 if part in (Part.NOON, Part.AFTERNOON) else 24
        if hour >= AFTERNOON[part]:
            return 12 + hour if not (part is Part.NOON and hour > 9) else hour
    return hour


_OF_THE_MOON = frozenset(("lunar", "leap", "month", "day", "cycle_day", "chinese"))
_OF_THE_YEAR = frozenset(("era", "year", "short_year"))
_OF_A_DAY = frozenset(("month", "day", "shift"))
_THIS_TERM = Shift(Unit.TERM, 0, Anchor.NOW)
_DATE = frozenset(("day", "weekday", "shift"))
_SEASONS = frozenset((Section.SPRING, Section.SUMMER, Section.AUTUMN, Section.WINTER))
_SLIP = 1  # years between two tables
_FULL_MOON = 15
_SATURDAY = 5
_WORKDAYS = 6  # 周六 is the last that a number can name


_QUARTERS = (Section.Q1, Section.Q2, Section.Q3, Section.Q4)
_EDGES = (Section.EARLY, Section.MIDDLE, Section.LATE)


class _Written:
    """Gathers the fields of one point, morpheme by morpheme. The method `_kind` reads the morphemes of that kind."""

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}
        self.hour: int | None = None
        self.minute: int | None = None
        self.second: int | None = None
        self.zone: str | None = None
        self.short = False  # minutes that an hour lacks
        self.outside: dict[str, Any] | None = None  # while a bracket is open, what stands before it

    def take(self, token: Morpheme) -> None:
        """Adds what one morpheme says."""
        if reader := _READERS.get(token.kind):
            reader(self, token.value)
        else:
            for name, said in token.value.items():
                if name in _POINT_FIELDS:
                    self.fields[name] = said

    def _month(self, value: Any) -> None:
        if self.fields.get("section") in _SEASONS:
            del self.fields["section"]  # 雍正十年秋七月
        self.fields |= value

    def _open(self, _: Any) -> None:
        self.outside, self.fields = self.fields, {}

    def _close(self, _: Any) -> None:
        """A bracket adds to what stands before it: 道光三年(1824年), 周三(27日); the Gregorian day is the surer one."""
        inside, self.fields, self.outside = self.fields, self.outside or {}, None
        if "day" in self.fields:  # 17日(本周六), 6月14日(今天)
            inside.pop("shift", None)
        for side, other in ((self.fields, inside), (inside, self.fields)):
            # The civil day is the surer one: 25日(正月初一), 初六(2月21日); 2月(正月十五) has none.
            if side.get("lunar") and not other.get("lunar"):
                weaker = side if "day" in other else other
                for name in _OF_THE_MOON & weaker.keys():
                    del weaker[name]
        if "era" in self.fields and "era" not in inside and {"year", "month", "day"} <= inside.keys():
            # 成化十二年七月初二日(1476年7月22日): the civil day as it is written
            for name in (_OF_THE_YEAR | _OF_THE_MOON) & self.fields.keys():
                del self.fields[name]
        told = "era" in inside or "year" in inside
        if told and (shift := self.fields.get("shift")) and shift.unit is Unit.YEAR:  # 次年(922年), 今年(112年)
            del self.fields["shift"]
        if self._contradicts(inside):  # 陈后主至德元年(583年): the Tang had a 至德 too
            for name in _OF_THE_YEAR & self.fields.keys():
                del self.fields[name]
        if "year" in self.fields:
            inside = {name: said for name, said in inside.items() if name not in _OF_THE_YEAR}
        self.fields = {**inside, **self.fields}

    def _contradicts(self, inside: dict[str, Any]) -> bool:
        """Whether the civil year in the bracket is another than that of the reign before it, by more than a slip."""
        era, year, civil = self.fields.get("era"), self.fields.get("year"), inside.get("year")
        if era is None or year is None or civil is None or inside.get("era", "公元") != "公元":
            return False
        known = civil_year(era, year)
        return known is not None and abs(known - civil) > _SLIP

    def _sun(self, _: Any) -> None:
        if self.outside is not None and not self.fields.get("lunar"):  # (日), and not (农历十月初八日)
            self.fields["weekday"] = 6
        elif self.fields.get("weekday") == _SATURDAY and not {"month", "day"} & self.fields.keys():
            del self.fields["weekday"]  # 星期六日 are both days of the weekend
            self.fields["section"] = Section.WEEKEND

    def _number(self, value: Any) -> None:
        number = value["number"]
        if number > 1000:
            self.fields["year"] = number
        elif self.hour is not None and number < 60:
            if self.minute is None:
                self.minute = number
            else:
                self.second = number
        elif self.outside is not None and "month" not in self.fields and number <= _WORKDAYS:
            self.fields["weekday"] = number - 1
        elif number > 31:
            self.fields |= {"year": number, "short_year": number < 100}
        else:
            self.fields["day"] = number
            if value.get("chinese") and self.fields.get("chinese"):  # 三月十九, said without 日, is of the moon
                self.fields["lunar"] = True

    _big_number = _lead_number = _number

    def _set_hour(self, value: Any) -> None:
        self.hour = value["hour"]
        if "approximate" in value:
            self.fields["approximate"] = True

    _hour = _loose_hour = _set_hour

    def _zero_hour(self, _: Any) -> None:
        self.hour, self.minute = 0, None

    def _minute(self, value: Any) -> None:
        self.minute = value["minute"]

    _quarter_hour = _minute

    def _big_year(self, _: Any) -> None:
        self.fields |= {"month": 1, "lunar": True, "big_year": True}

    def _previous(self, _: Any) -> None:
        """前206年, beside no other era, is before the common one."""
        self.fields["era"] = "公元前"

    def _ordinal_day(self, value: Any) -> None:
        """第四天(11月18日), of a trip."""
        self.fields["nth"] = Nth(value["number"], Unit.DAY)

    def _ordinal_week(self, value: Any) -> None:
        """第10周周四, of a school term."""
        self.fields["term_week"] = value["number"]

    _term_week = _ordinal_week

    def _leap(self, _: Any) -> None:
        self.fields |= {"leap": True, "lunar": True}

    def _edge(self, value: Any) -> None:
        """四季度末 is the last month of the quarter."""
        section = self.fields.get("section")
        if section in _QUARTERS:
            quarter, place = _QUARTERS.index(section), _EDGES.index(value["section"])
            self.fields |= {"month": 3 * quarter + place + 1, "section": None}
        else:
            self.fields |= value

    def _half(self, _: Any) -> None:
        self.minute = 30

    def _short_of(self, _: Any) -> None:
        """差五分八点, 九点差一刻."""
        self.short = True

    _short = _short_of

    def _same_day(self, value: Any) -> None:
        """5月20日当天 is that very day; 当晚 its evening."""
        if _DATE & self.fields.keys():
            value = {name: said for name, said in value.items() if name != "shift"}
        self.fields |= value

    def _second(self, value: Any) -> None:
        amount = value["amount"].number
        self.second = int(amount) if amount is not None else None

    def _clock(self, value: Any) -> None:
        clock = value["clock"]
        self.hour, self.minute, self.second = clock.hour, clock.minute, clock.second
        self.zone = clock.zone or self.zone

    def _zone(self, value: Any) -> None:
        self.zone = value["zone"]

    def _offset(self, value: Any) -> None:
        self.zone = value["word"]

    def _meridiem(self, value: Any) -> None:
        if self.hour is not None:
            self.hour = self.hour % 12 + (12 if value["word"] == "pm" else 0)

    def _around(self, _: Any) -> None:
        self.fields["approximate"] = True

    _approximate = _more = _around

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
        if self.outside is not None:
            self._close(None)
        said = self.fields
        if "era" in said:
            said["short_year"] = False
        if "century" in said and "decade" in said:
            said["decade"] += (said.pop("century") - 1) * 100
            said["short_year"] = False
        if (
            said.pop("big_year", False) and said.get("lunar") and said.get("day", 1) > _FULL_MOON
        ):  # 年廿九 is before the new year
            said["month"] = 12
        said.pop("chinese", None)
        if said.get("shift") == _THIS_TERM and "term_week" in said:
            del said["shift"]  # 本学期第3周周三
        if (week := said.pop("term_week", None)) and not _OF_A_DAY & said.keys():
            said["shift"] = Shift(Unit.WEEK, week - 1, Anchor.TERM)
        part = said.get("part")
        if self.short and self.hour and self.minute:
            self.hour, self.minute = self.hour - 1, 60 - self.minute
        if self.hour is not None:
            said["clock"] = Clock(_hour(self.hour, part), self.minute, self.second, self.zone)
        return Point(**said)


_READERS = {name[1:]: method for name, method in vars(_Written).items() if name[0] == "_" and name[1] != "_"}


_NOTHING = Point()


def point(tokens: Tokens) -> Point:
    """2022年5月15日上午, 今年3月, 上周五晚上8点."""
    if not tokens:
        return _NOTHING
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


def reign(tokens: Tokens) -> Point | Period:
    """光绪年间, 北宋时期, 民国初年; the civil years in a bracket behind are the surer ones: 圣历年间(698—700)."""
    opened = next((i for i, token in enumerate(tokens) if token.kind == "open"), len(tokens))
    told = [
        Point(year=token.value.get("year", token.value.get("number")), era="公元")
        for token in tokens[opened:]
        if "year" in token.value or "number" in token.value
    ]
    tokens = tokens[:opened]
    if told:
        return Period(start=told[0], end=told[-1]) if len(told) > 1 else told[0]
    era = [token.value["era"] for token in tokens if "era" in token.value][-1]
    section = next((token.value["section"] for token in tokens if "section" in token.value), Section.WHOLE)
    return Point(era=era, section=section)


def same_period(tokens: Tokens) -> Point:
    """去年同期, 去年本月十日: the day or month of what was said before, in another year."""
    rest = [token for token in tokens if token.kind not in ("relative_month", "same")]
    return replace(point(rest), same_period=True)


_EDGE_WORDS = frozenset(
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
        "closing",
        "come",
        "within",
        "to",
        "list",
    )
)


def trimmed(tokens: Tokens) -> list[Morpheme]:
    """Without the words at its ends that only tell how the stretch lies."""
    kept = list(tokens)
    while kept and kept[-1].kind in _EDGE_WORDS:
        kept.pop()
    while kept and kept[0].kind in _EDGE_WORDS:
        kept.pop(0)
    return kept


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
