"""The name of an observance and the words around it -> an `Occasion`."""

from __future__ import annotations

from dataclasses import replace

from timeline.find.lengths import amounts, nth
from timeline.find.morpheme import Morpheme
from timeline.find.points import Tokens, point, trimmed
from timeline.lexicon import names
from timeline.model import Anchor, Nth, Occasion, Part, Period, Point, Shift, Unit, Window

NAMED = frozenset(("occasion", "lone_occasion", "weak_occasion", "weak_plan", "meeting"))
_SIGNS = frozenset(("open", "close", "quote", "of", "space", "lunar", "while", "one_day", "feast", "feast_sign"))
_WINDOWS = {
    "during": Window.DURING,
    "eve": Window.EVE,
    "arrival": Window.AROUND,
    "around": Window.AROUND,
    "leisure": Window.HOLIDAY,
}


_NIGHT = Morpheme("part", {"part": Part.NIGHT}, 0, 0)  # 除夕夜十二时 is midnight


def occasion(tokens: Tokens) -> Occasion:
    """第三十三次全国助残日, 今年春节期间, 2022年“十四五”期间, 除夕晚上6点半."""
    at = next(i for i, token in enumerate(tokens) if token.kind in NAMED)
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
        elif token.kind in ("relative_day", "same_day") and i > at:
            shift = token.value["shift"]
            window = {1: Window.NEXT_DAY, -1: Window.EVE}.get(int(shift.amount), window)
            if "part" in token.value:
                time.append(token._replace(kind="part", value={"part": token.value["part"]}))
        elif i < at:
            years.append(token)
        elif i > at:
            time.append(token)
    if kept := [token for token in trimmed(years) if token.kind not in _SIGNS]:
        year = point(kept)
    night = [_NIGHT] if name["name"].endswith("夜") and not any("part" in token.value for token in time) else []
    at_time = point([*night, *(token for token in time if token.kind not in _SIGNS)] if time else [])
    return Occasion(key=key, ordinal=ordinal, year=year, window=window, part=at_time.part, clock=at_time.clock)


_DAYS_OF_WEEK = 7


def counted(tokens: Tokens) -> Occasion | Point | Period:
    """春节后第一个工作日, 五一前最后一个周五, 清明前一周; 节后首个工作日 is of the feast that was named."""
    at = next(i for i, token in enumerate(tokens) if token.kind in SIDES)
    side = tokens[at]
    after = side.kind in ("later", "next") or side.value["word"] == "1"
    piece = _piece(tokens[at + 1 :], 1 if after else -1)
    if not at:
        return replace(piece or Point(), shift=Shift(Unit.DAY, 0, Anchor.FEAST))
    feast = occasion(tokens[:at])
    if piece is None:
        return Period(start=feast) if after else Period(end=feast, deadline=True)
    return replace(feast, part=piece.part, clock=piece.clock, counted=replace(piece, part=None, clock=None))


def day_off(tokens: Tokens) -> Occasion:
    """国庆假期第三天, 五一假期首日: a day within the days off of a feast."""
    at = next(i for i, token in enumerate(tokens) if token.kind in _DAYS_OFF)
    told = tokens[at]
    number = told.value["number"] if told.kind == "ordinal_day" else 1 if told.value["word"] == "first" else -1
    feast = occasion([*tokens[:at], *tokens[at + 1 :]])
    return replace(feast, window=Window.HOLIDAY, counted=Point(nth=Nth(number, Unit.DAY)))


_DAYS_OFF = frozenset(("ordinal_day", "last_day", "off_day"))
SIDES = frozenset(("later", "earlier", "previous", "next", "feast_side"))


def _piece(tokens: Tokens, sign: int) -> Point | None:
    """What is counted: an nth day, week or working day, or so many days right beside the feast; 春节后几天 is none."""
    found = next(amounts(tokens), None)
    if found is not None:
        days = (found.number or 0) * (_DAYS_OF_WEEK if found.unit is Unit.WEEK else 1)
        whole = found.unit in (Unit.DAY, Unit.WEEK) and days >= 1
        return Point(nth=Nth(sign, Unit.DAY, int(days))) if whole else None
    piece = nth(tokens)
    count = piece.nth or Nth(1, Unit.DAY)
    return replace(piece, nth=replace(count, number=sign * abs(count.number)))
