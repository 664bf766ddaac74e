"""Amounts and their units -> a `Duration`, a `Point` so far away, or some units counted within a longer one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.find.morpheme import Amount, Morpheme
from timeline.find.points import Tokens, part_of_unit, point, trimmed
from timeline.model import Anchor, Direction, Duration, Nth, Point, Shift, Unit

_LETTER = {
    Unit.CENTURY: ("Y", 100), Unit.DECADE: ("Y", 10), Unit.YEAR: ("Y", 1), Unit.TERM: ("M", 6), Unit.QUARTER: ("M", 3),
    Unit.MONTH: ("M", 1), Unit.WEEK: ("W", 1), Unit.DAY: ("D", 1), Unit.HOUR: ("TH", 1), Unit.MINUTE: ("TM", 1),
    Unit.SECOND: ("TS", 1),
}  # fmt: skip


# 一年半 is 18 months: fractions are read by few who read ISO 8601. Half a day is a morning or an evening.
_HALF, _MONTHS = 0.5, 12
_HALVES = {"M": ("D", 15), "TH": ("TM", 30), "TM": ("TS", 30)}


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
    """ISO 8601 text, without the numerals that are not written: 数日 is no text, for P3D would be invented."""
    sums: dict[str, float] = {}
    for amount in found:
        if amount.number is not None:
            letter, factor = _LETTER[amount.unit]
            sums[letter] = sums.get(letter, 0) + amount.number * factor
    if not sums:
        return ""
    if "W" in sums and len(sums) > 1:  # ISO 8601 has weeks alone
        sums["D"] = sums.get("D", 0) + 7 * sums.pop("W")
    if sums.get("Y", 0) % 1 == _HALF:
        sums["M"] = sums.get("M", 0) + _MONTHS * sums.pop("Y")
    for letter, (smaller, half) in _HALVES.items():
        if sums.get(letter, 0) % 1 == _HALF:
            sums[letter] -= _HALF
            sums[smaller] = sums.get(smaller, 0) + half
    sums = {letter: number for letter, number in sums.items() if number} or dict([*sums.items()][:1])
    date = "".join(f"{_plain(sums[letter])}{letter}" for letter in "YMWD" if letter in sums)
    clock = "".join(f"{_plain(sums['T' + letter])}{letter}" for letter in "HMS" if "T" + letter in sums)
    return f"P{date}" + (f"T{clock}" if clock else "")


def _plain(number: float) -> str:
    return f"{number:g}" if number < 1e6 else str(int(number))


def duration(tokens: Tokens, direction: Direction | None = None) -> Duration:
    """三天, 两个半月, 36天5小时30分."""
    found = list(amounts(tokens))
    vague = any(amount.vague for amount in found) or any(token.kind in ("around", "approximate") for token in tokens)
    return Duration(iso=iso(found), direction=direction, approximate=vague)


def span_of_lengths(tokens: Tokens) -> Duration:
    """3-5天: from the one to the other; the longer is said."""
    found = list(amounts(tokens))
    return Duration(iso=iso(found[-1:]), approximate=True)


def so_far_from_now(tokens: Tokens) -> Point | Duration:
    """过两天, 再过十分钟."""
    shift = _shift(list(amounts(tokens)), 1)
    return Point(shift=shift) if shift is not None else duration(tokens, Direction.NEXT)


def lasting(tokens: Tokens) -> Duration:
    """近三年, 过去两周, 三年来."""
    return duration(tokens, Direction.LAST)


def coming(tokens: Tokens) -> Duration:
    """未来三年, 今后48小时."""
    return duration(tokens, Direction.NEXT)


def before_now(tokens: Tokens) -> Duration:
    """前两个月, 上两周."""
    return duration(tokens, Direction.PREVIOUS)


def after_now(tokens: Tokens) -> Duration:
    """后三个月, 下三年."""
    return duration(tokens, Direction.FOLLOWING)


def inside(tokens: Tokens) -> Duration:
    """5日内, 一个月之内."""
    return duration(tokens, Direction.WITHIN)


_IN_UNIT = {
    Unit.CENTURY: 1200, Unit.DECADE: 120, Unit.YEAR: 12, Unit.TERM: 6, Unit.QUARTER: 3, Unit.MONTH: 1,
}  # fmt: skip
_FURTHEST = 7_000  # so many years from now have no year of four digits; of smaller units nobody says so many
_IN_SECONDS = {Unit.WEEK: 604800, Unit.DAY: 86400, Unit.HOUR: 3600, Unit.MINUTE: 60, Unit.SECOND: 1}


def _shift(found: Sequence[Amount], sign: int) -> Shift | None:
    """The amounts as one shift, in the smallest unit of them."""
    if any(amount.number is None or amount.number > _FURTHEST for amount in found):
        return None
    unit = found[-1].unit
    if len(found) == 1:
        return Shift(unit, sign * (found[0].number or 0), Anchor.EVENT)
    table = _IN_UNIT if unit in _IN_UNIT else _IN_SECONDS
    if not all(amount.unit in table for amount in found):
        return None  # 一年零三天: a length, but of no one unit
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
    rest = point(trimmed(tokens[at + 1 :]))
    return replace(rest, shift=shift, approximate=vague or rest.approximate)


def later(tokens: Tokens) -> Point | Duration:
    """三天后."""
    return _shifted(tokens, 1)


def later_than_a_deed(tokens: Tokens) -> Point | Duration:
    """术后六周; with 内, or in hours, no more than a length."""
    if tokens[-1].kind == "within":
        return inside(tokens)
    shift = _shift(list(amounts(tokens)), 1)
    if shift is None or (shift.unit not in _IN_UNIT and shift.unit not in (Unit.WEEK, Unit.DAY)):
        return duration(tokens)
    return Point(shift=shift, approximate=duration(tokens).approximate)


def earlier(tokens: Tokens) -> Point | Duration:
    """半年前."""
    return _shifted(tokens, -1)


def nth(tokens: Tokens) -> Point:
    """5月第三个星期日, 2021年第一周, 今年前五个月, 2017年最后一天."""
    place, unit, count = 1, Unit.DAY, 1
    working = any(token.kind == "workday" for token in tokens)
    counted = False  # what follows 前 or 最后 is how many of them
    rest: list[Morpheme] = []
    for token in tokens:
        if token.kind == "ordinal":
            place, unit = token.value["number"], Unit.WORKDAY if working else Unit.WEEK
        elif token.kind.startswith("ordinal_"):
            place, unit = token.value["number"], token.value["unit"]
        elif token.kind in ("last_of", "last_day"):
            place, counted = -1, token.kind == "last_of"
        elif token.kind in ("previous", "next", "earlier", "later"):
            place, counted = 1 if token.kind in ("previous", "earlier") else -1, True
        elif counted and ("amount" in token.value or token.kind in ("quarter", "month")):
            found = next(amounts([token]))
            unit, count = found.unit, int(found.number or 1)
        else:
            rest.append(token)
    return replace(part_of_unit(trimmed(rest)), nth=Nth(place, unit, count))
