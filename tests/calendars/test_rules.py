"""The forms in which a rule is written."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from timeline import edtf
from timeline.calendars import rules
from timeline.catalogue import load

YEARS = st.integers(1901, 2099)
WRITTEN = sorted(
    part
    for entry in load()
    for rule in (entry.rule, *(change.rule for change in entry.changes))
    for part in rule.split(" and ")
    if part not in ("dates", "editions") and not re.search(r"[+-]\d+$", part)
)


@pytest.mark.parametrize("row", rules.RULES, ids=lambda row: row.example[0])
def test_example(row: rules.Rule) -> None:
    rule, year, text = row.example
    assert rules.days(rule, year) == edtf.bounds(text)
    assert rules.grain(rule) is row.grain


@pytest.mark.parametrize("row", rules.RULES, ids=lambda row: row.example[0])
def test_no_two_forms_read_the_same_rule(row: rules.Rule) -> None:
    assert [other for other in rules.RULES if re.fullmatch(other.form, row.example[0])] == [row]


@pytest.mark.parametrize(
    ("rule", "year", "text"),
    [
        ("second sunday of may", 2023, "2023-05-14"),
        ("fourth thursday of november", 2023, "2023-11-23"),
        ("last monday of march", 2023, "2023-03-27"),
        ("fourth thursday of november +1", 2023, "2023-11-24"),
        ("third sunday of may -6..+0", 2023, "2023-05-15/2023-05-21"),
        ("lunar 01-01 -15..+24", 2024, "2024-01-26/2024-03-05"),
        ("lunar 12-08", 2024, "2024-01-18"),
        ("easter -2", 2024, "2024-03-29"),
        ("term 秋分", 2023, "2023-09-23"),
        ("previous term 冬至 +18..+26", 2024, "2024-01-09/2024-01-17"),
        ("heat 1", 2023, "2023-07-11/2023-07-20"),
        ("heat 2", 2023, "2023-07-21/2023-08-09"),
        ("heat 3", 2023, "2023-08-10/2023-08-19"),
        ("sunday week of 05-15", 2021, "2021-05-09/2021-05-15"),
        ("third week of september", 2021, "2021-09-13/2021-09-19"),
    ],
)
def test_days(rule: str, year: int, text: str) -> None:
    assert rules.days(rule, year) == edtf.bounds(text)


@pytest.mark.parametrize(
    ("rule", "year"),
    [
        ("02-29", 2023),
        ("fifth sunday of february", 2023),
        ("lunar 12-08", 2023),
        ("lunar 08-15", 2150),
        ("term 冬至", 1850),
    ],
)
def test_a_year_without_it(rule: str, year: int) -> None:
    assert rules.days(rule, year) is None


@pytest.mark.parametrize("rule", ["", "sometime", "third sunday", "5-1", "lunar 8-15", "quanguo-zhucanri"])
def test_unknown(rule: str) -> None:
    with pytest.raises(rules.UnknownRuleError):
        rules.days(rule, 2023)


@given(YEARS)
def test_easter(year: int) -> None:
    assert rules.days("easter", year) == (easter(year), easter(year))


@given(YEARS, st.sampled_from([1, 2, 3, 4, -1]), st.integers(0, 6), st.integers(1, 12))
def test_nth_weekday(year: int, nth: int, weekday: int, month: int) -> None:
    ordinal = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}[nth]
    monday = date(2024, 1, 1)
    name = f"{ordinal} {date.fromordinal(monday.toordinal() + weekday):%A} of {date(2024, month, 1):%B}".lower()
    found = rules.days(name, year)
    assert found is not None
    day = found[0]
    assert (day.year, day.month, day.weekday()) == (year, month, weekday)
    if nth > 0:
        assert (day.day - 1) // 7 + 1 == nth
    else:
        assert (day + timedelta(days=7)).month != month


@given(st.sampled_from(WRITTEN), YEARS)
def test_what_begins_ends_later(rule: str, year: int) -> None:
    found = rules.days(rule, year)
    assert found is None or found[0] <= found[1]
