"""The rule of an observance -> words: `third sunday of may -6..+0` is said as a person would say it.

>>> rule_words("third sunday of may", "en"), rule_words("third sunday of may", "zh")
('the third Sunday of May', '5月的第三个星期日')
>>> rule_words("lunar 08-15", "zh"), rule_words("ganenjie +1", "zh")
('农历八月十五', '感恩节后1天')
"""

from __future__ import annotations

from datetime import date, timedelta

from timeline.calendars import rules
from timeline.catalogue import by_key
from timeline.export.dates import weekday, words
from timeline.messages import say

_MONDAY = date(2024, 1, 1)
_TABLES = ("dates", "editions")  # announced, and listed day by day
_LUNAR_MONTHS = "正二三四五六七八九十冬腊"
_DIGITS = "一二三四五六七八九十"


def rule_words(rule: str, language: str) -> str:
    """A rule of the catalogue in words."""
    if rule in _TABLES:
        return say(language, f"rule-{rule}")
    if " and " in rule:
        return say(language, "list-comma").join(rule_words(part, language) for part in rule.split(" and "))
    name, space, shift = rule.partition(" ")
    if entry := by_key().get(name):
        base = entry.english if language == "en" else entry.name
        moved = rules.parts(f"01-01{space}{shift}").moved
        return _moved(base, moved, language) if moved else base
    parts = rules.parts(rule)
    base = say(language, f"rule-{_row(parts)}", **_values(parts, language))
    return _moved(base, parts.moved, language) if parts.moved else base


def _moved(base: str, moved: tuple[int, int], language: str) -> str:
    first, last = (_shift(days, language) for days in moved)
    return say(language, "rule-moved" if first == last else "rule-moved-range", rule=base, first=first, last=last)


def _shift(days: int, language: str) -> str:
    return say(language, "shift-before" if days < 0 else "shift-after" if days else "shift-same", count=abs(days))


def _row(parts: rules.Parts) -> str:
    """The row of the messages for a form of a rule."""
    if parts.name == "heat" and parts.values["last"]:
        return "heat-all"
    return "term-before" if parts.values.get("before") else parts.name


def _values(parts: rules.Parts, language: str) -> dict[str, object]:
    """What stands in a rule, as words of the language."""
    if parts.name == "lunar" and language == "zh":
        return {"month": _LUNAR_MONTHS[int(parts.values["month"]) - 1], "day": _lunar_day(int(parts.values["day"]))}
    values: dict[str, object] = dict(parts.values)
    if parts.name != "lunar":
        values |= {part: _month(values[part], language) for part in ("month", "last_month") if part in values}
    if parts.name == "once":
        values["date"] = words(str(values["date"]).replace("..", "/"), language)
    if "nth" in values:
        values["nth"] = say(language, f"nth-{values['nth']}")
    if "full" in values:
        values["full"] = say(language, "full-week") if values["full"] else ""
    if "weekday" in values or "sunday" in values:
        first = values.get("weekday", 6 if values.get("sunday") else 0)
        values["weekday"] = weekday(_MONDAY + timedelta(days=int(str(first))), language)
    return values


def _month(number: object, language: str) -> str:
    return words(f"XXXX-{int(str(number)):02d}", language)


def _lunar_day(day: int) -> str:
    """初一, 十五, 廿三."""
    if day in (10, 20, 30):
        return {10: "初十", 20: "二十", 30: "三十"}[day]
    return ("初", "十", "廿")[day // 10] + _DIGITS[day % 10 - 1]
