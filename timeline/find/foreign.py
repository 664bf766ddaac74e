"""Dates in English, French, German and Spanish -> morphemes: May 15, 2022; 15 mai 2022; Sept. 3.

A pattern of the names of months finds the candidate; dateparser, which is loaded with the first of them, reads it. A
name without a number beside it is no date: May may be a person and mars a planet.

>>> [(found.kind, dict(found.value)) for found in foreign("发布于15. März 2022")]
[('stamp', {'year': 2022, 'month': 3, 'day': 15})]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from timeline.find.morpheme import Morpheme
from timeline.model import Clock

_LANGUAGES = ["en", "fr", "de", "es"]
_NAMES = (
    "jan(?:uary|vier|uar)?|ene(?:ro)?|feb(?:ruary|ruar|rero)?|f[ée]v(?:rier)?|mar(?:ch|s|zo)?|märz|apr(?:il)?|avr(?:il)?"
    "|abr(?:il)?|mayo?|mai|june?|juni?o?|juin|july?|julio?|juli|juil(?:let)?|aug(?:ust)?|ao[uû]t|ago(?:sto)?"
    "|sept?(?:ember|embre|iembre)?|o[ck]t(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?|d[eé]c(?:ember|embre)?"
    "|dez(?:ember)?|dic(?:iembre)?"
)
# Led by a class of characters, to which the engine skips.
_SCOUT = re.compile(
    r"[JFMASONDEjfmasonde](?=(?i:an|ne|e[bcvpz]|[éo]v|éc|a[riy]|är|pr|vr|br|u[ilng]|o[uû]|go|[ck]t|ic))(?<![A-Za-zÀ-ÿ].)"
)
_MONTH = re.compile(rf"(?:{_NAMES})\b\.?", re.IGNORECASE)
_YEAR = r"((?:19|20)\d\d)(?![\d:])"
_DAY_BEHIND = re.compile(rf" (\d{{1,2}})(?:st|nd|rd|th)?(?:[-–](\d{{1,2}}))?(?![\d:.])(?:,? {_YEAR})?")
# Thu Nov 28 19:35:27 2024, as machines stamp their mail.
_STAMP_BEHIND = re.compile(rf" {{1,2}}(\d{{1,2}}) ([01]\d|2[0-3]):([0-5]\d):([0-5]\d) {_YEAR}")
_YEAR_BEHIND = re.compile(rf"(?:,? (?:de )?|-){_YEAR}")
_DAY_BEFORE = re.compile(r"(?<![\d.:/A-Za-z第-])(?:(\d{1,2})[-–])?(\d{1,2})(?:st|nd|rd|th|er|\.)?(?: (?:de |of )?|-)$")
_WEEKDAY_BEFORE = re.compile(r"(?<![A-Za-z])(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,? $")
_LOOK_BACK = 12


@lru_cache(maxsize=512)
def _month(name: str) -> int | None:
    """The number of a month by its name."""
    from dateparser import parse

    read = parse(f"15 {name.rstrip('.')} 2000", languages=_LANGUAGES, settings={"STRICT_PARSING": True})
    return read.month if read else None


def foreign(text: str) -> Iterator[Morpheme]:
    """Dates as foreign pages and metadata write them."""
    for scout in _SCOUT.finditer(text):
        name = _MONTH.match(text, scout.start())
        if name is None:
            continue
        begin, end, day, last, clock = name.start(), name.end(), None, None, None
        if before := _DAY_BEFORE.search(text, max(0, begin - _LOOK_BACK), begin):
            begin, day, last = before.start(), before[1] or before[2], before[1] and before[2]
            behind = _YEAR_BEHIND.match(text, end)
            year = behind[1] if behind else None
        elif behind := _STAMP_BEHIND.match(text, end):
            day, year = behind[1], behind[5]
            clock = Clock(int(behind[2]), int(behind[3]), int(behind[4]))
        elif behind := _DAY_BEHIND.match(text, end):
            day, last, year = behind[1], behind[2], behind[3]
        elif behind := _YEAR_BEHIND.match(text, end):
            year = behind[1]
        else:
            continue
        if year is None and not name[0][0].isupper():
            continue  # 15 mars: French, or a count of something
        month = _month(name[0])
        if month is None or not all(1 <= int(said) <= 31 for said in (day, last) if said):
            continue
        end = behind.end() if behind else end
        if weekday := _WEEKDAY_BEFORE.search(text, max(0, begin - _LOOK_BACK), begin):
            begin = weekday.start()
        written = {"year": year, "month": month, "day": day, "last": last}
        kind = "days" if last else "stamp" if year and day else "stamp_month" if year else "month_day"
        value: dict[str, int | Clock] = {field: int(said) for field, said in written.items() if said}
        yield Morpheme(kind, value if clock is None else {**value, "clock": clock}, begin, end)
