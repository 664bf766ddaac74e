"""Dates beside each other -> the one stretch that they are, and the hour that they share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline.events.mentions import Mention
from timeline.events.when.rule import Part
from timeline.model import ExpressionKind, Span, When

NOTHING = re.compile(
    r"[、,和及与至]?(?:\([^()]{0,20}\))?[、,和及与]?|[一-鿿]{0,2}(?:之?[前后])?的?(?:首|第[一二三四五]|最后一)个"
)


class Live(NamedTuple):
    """A mention that dates something, and the row that says so."""

    mention: Mention
    part: Part
    rule: str


class Runs(NamedTuple):
    """The mentions that begin a run or stand alone, the stretch of each run, and where it ends in the text."""

    live: list[Live]
    stretches: dict[int, str]
    ends: dict[int, int]


def run(text: str, live: Sequence[Live]) -> Runs:
    """Days or months in a row that share one deed are one stretch: 1月19日、20日, 一月及二月份.

    Those of a list in which some lie by themselves are days or years each: 2005、2006、2008年三次获奖.
    """
    runs = Runs([], {}, {})
    live = _feasts_in_one(text, live, runs)
    for listed in _lists(text, live):
        rows = list(_rows(text, listed))
        if (len(rows) > 1 and any(len(row) == 1 for row in rows)) or _each_by_itself(text, listed[-1].mention):
            rows = [[one] for one in listed]
        for first, *others in rows:
            runs.live.append(first)
            if others:
                runs.stretches[id(first.mention)] = f"{first.mention.edtf}/{others[-1].mention.edtf}"
                runs.ends[id(first.mention)] = others[-1].mention.at.end
    return runs


def _feasts_in_one(text: str, live: Sequence[Live], runs: Runs) -> list[Live]:
    """中秋、国庆期间: one time of two feasts that lie near each other; 五一、端午期间 are two."""
    found: list[Live] = []
    for row in live:
        before = found[-1].mention if found else None
        if before is None or not _are_feasts(text, before, row.mention):
            found.append(row)
            continue
        days = sorted(day for one in (before, row.mention) for day in (one.when.first, one.when.last) if day)
        if days and (days[-1] - days[0]).days > _SEASON:
            found.append(row)
            continue
        found[-1] = row
        if days:
            runs.stretches[id(row.mention)] = f"{days[0]}/{days[-1]}" if days[0] < days[-1] else f"{days[0]}"
    return found


def _are_feasts(text: str, before: Mention, mention: Mention) -> bool:
    both = before.kind is mention.kind is ExpressionKind.OBSERVANCE and not (before.ordinal or mention.ordinal)
    if not both or _TWO.fullmatch(text, before.at.end, mention.at.start) is None:
        return False
    return mention.text.endswith(("期间", "假期", "前后", "之际")) or _BOTH.match(text, mention.at.end) is not None


_SEASON = 20  # days of the longest time of two feasts
_TWO = re.compile("[”“]?[、和与及暨][“]?")
_BOTH = re.compile("[”]?(?:节|佳节)?(?:两节|双节|小?长假|假期|假日|连假|期间|佳节)")


def _each_by_itself(text: str, last: Mention) -> bool:
    """五年、六年、七年,内务部均通知各地; 2005、2006年两次获奖: what was done in each of the years or months."""
    return last.grain in ("year", "month") and _EACH.match(text, last.at.end) is not None


_EACH = re.compile(r"[^。;、\n]{0,8}?(?:均|分别|先后|[两二三四五六七八九2-9][次度])")


def _lists(text: str, live: Sequence[Live]) -> Iterator[list[Live]]:
    """The mentions, those together that stand side by side or say from when to when."""
    found: list[Live] = []
    for row in live:
        if found and not (_is_beside(text, found[-1].mention, row.mention) or _from_to(text, found[-1], row)):
            yield found
            found = []
        found.append(row)
    if found:
        yield found


def _rows(text: str, listed: Sequence[Live]) -> Iterator[list[Live]]:
    """A list in the pieces whose days, months or years follow each other; what says from when to when is one."""
    found = [listed[0]]
    for before, row in pairwise(listed):
        if _days_between(before.mention, row.mention) != 1 and not _from_to(text, before, row):
            yield found
            found = []
        found.append(row)
    yield found


def glued(before: Mention, mention: Mention) -> bool:
    """1945年二战结束后: the second says of the first when in it, and is no second day."""
    return (
        mention.at.start == before.at.end
        and mention.edtf.endswith("/..")
        and len(before.edtf) < len("1945-09-02")
        and mention.edtf.startswith(before.edtf)
    )


def _is_beside(text: str, before: Mention, mention: Mention) -> bool:
    """Whether a mention is a later day, month or year than another and nothing stands between them."""
    if before.grain != mention.grain or before.when.time or mention.when.time:
        return False
    if mention.kind is not ExpressionKind.DATE or "/" in before.edtf + mention.edtf:
        return False
    between = text[before.at.end : mention.at.start]
    joint = NOTHING.fullmatch(between) is not None and len(between) <= 4 and "分别" not in before.before
    return joint and _days_between(before, mention) > 0


def _days_between(before: Mention, mention: Mention) -> int:
    """How many days after the end of one mention another begins; 0 where that is not known."""
    last, first = before.when.last, mention.when.first
    return (first - last).days if last is not None and first is not None else 0


# 自11月2日首班车起至11月17日末班车止: the first and the last day, each with the hour at which it begins or ends.
_OPENS = r"(?:首班车|头班车|末班车|运营结束|收车|收市|开市|凌晨|零时|施工)"
_FROM_TO = re.compile(rf"(?:\([^()]{{1,8}}\))?{_OPENS}(?:时|后)?(?:起|开始)?[,]?[至到]")
_UNTIL = re.compile(rf"(?:\([^()]{{1,8}}\))?(?:{_OPENS}(?:时|前|后)?)?(?:止|为止|结束)?")


def _from_to(text: str, before: Live, row: Live) -> bool:
    first, last = before.mention.when.first, row.mention.when.last
    single = before.mention.single_day and row.mention.single_day
    ordered = first is not None and last is not None and first < last
    return single and ordered and _FROM_TO.fullmatch(text, before.mention.at.end, row.mention.at.start) is not None


def trains(text: str, live: Sequence[Live], dates: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words that are dates, with those between the ends of a stretch: they name no thing."""
    found = list(dates)
    for before, row in pairwise(live):
        if _from_to(text, before, row):
            until = _UNTIL.match(text, row.mention.at.end)
            end = until.end() if until else row.mention.at.end
            found = [date for date in found if not before.mention.at.start <= date.start < end]
            found.append(Span(before.mention.at.start, end))
    return tuple(sorted(found))


def shared_hours(text: str, live: Sequence[Live]) -> dict[int, When]:
    """The hour of the last of several days that one deed has: 9月28日、10月12日及11月9日下午2时."""
    found: dict[int, When] = {}
    for before, row in reversed(list(pairwise(live))):
        day, hour = before.mention, found.get(id(row.mention)) or row.mention.when
        beside = _ALIKE.fullmatch(text, day.at.end, row.mention.at.start) is not None
        if beside and hour.time and day.single_day and row.mention.single_day and not (day.when.time or day.when.part):
            found[id(day)] = hour
    return found


_ALIKE = re.compile(r"(?:\([^()]{1,8}\))?[、,]?(?:以?[及和与暨]|、)")
