"""`timeline observances`: what an observance is, when, which one; and the observances of a year as a calendar."""

import json
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar import Event as Component

from tests.commands.session import Run, one_line
from timeline.calendars import observances
from timeline.catalogue import load
from timeline.export.rule_words import rule_words


def events(data: bytes) -> dict[str, Component]:
    """The events of a calendar by what they are called."""
    return {str(event["SUMMARY"]): event for event in Calendar.from_ical(data).events}


# --- one of them -----------------------------------------------------------------------------------------------------


def test_a_name_is_explained(run: Run) -> None:
    lines = run("observances", "全国助残日", "--year", "2023", "--lang", "en").stdout.splitlines()
    assert lines == [
        "全国助残日, National Day for Helping the Disabled",
        "  also called: 助残日, 全国残疾人助残日",
        "  when: the third Sunday of May",
        "  first held: 1991",
        "  where: mainland China",
        "  source: 残疾人保障法第四十八条",
        "  2023-05-21 = 21 May 2023, Sunday, number 33",
    ]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("第34个国际残疾人日", "2025-12-03 = 2025年12月3日，星期三，第34次"),
        ("第33次“全国助残日”", "2023-05-21 = 2023年5月21日，星期日，第33次"),
        ("全国第三十二次助残日", "2022-05-15 = 2022年5月15日，星期日，第32次"),
        ("2022年中秋节", "2022-09-10 = 2022年9月10日，星期六"),
        ("國際殘疾人日", "2024-12-03 = 2024年12月3日，星期二，第33次"),
        ("广交会", "2024-10-15/2024-11-04 = 2024年10月15日至11月4日，第136届"),
        ("巴黎奥运会", "2024-07-26/2024-08-11 = 2024年7月26日至8月11日，巴黎奥运会"),
    ],
)
def test_a_number_or_a_year_fixes_the_day(run: Run, name: str, day: str) -> None:
    result = run("observances", name, "--lang", "zh", "--year", "2024")
    assert f"  {day}" in result.stdout.splitlines()
    assert result.exit_code == 0


def test_without_a_year_no_day_is_said_and_the_options_are_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.world.today", lambda: date(2022, 5, 1))
    result = run("observances", "中秋节")
    assert "when: day 15 of month 8 of the Chinese calendar" in result.stdout
    assert " = " not in result.stdout
    assert one_line(result) == "timeline: no year is given: --year YEAR gives its days, --today those of this year"
    assert "2022-09-10" in run("observances", "中秋节", "--today").stdout
    assert "2022-05-15" in run("observances", "今年助残日", "--today").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("国际手语日", "--year", "2015", "--lang", "en"), "there was none in 2015: it was first held in 2018"),
        (("国际手语日", "--year", "2015", "--lang", "zh"), "2015年尚未设立：2018年才有"),
        (("蒋公诞辰", "--year", "2020", "--lang", "en"), "there was none in 2020: it was last held in 2006"),
        (("春节", "--year", "2200", "--lang", "en"), "the tables of the Chinese calendar run from 1 to 2100"),
        (("清明节", "--year", "1850", "--lang", "zh"), "农历与节气推算仅限1900—2100年"),
        (("亚运会", "--year", "2022", "--lang", "en"), "no day is known in 2022"),
    ],
)
def test_a_year_without_it_is_told_why(run: Run, arguments: tuple[str, ...], said: str) -> None:
    result = run("observances", *arguments)
    assert result.exit_code == 1
    assert said in result.stdout


def test_days_off_are_those_of_the_region(run: Run) -> None:
    lines = run("observances", "--year", "2024", "--region", "TW", "--lang", "en").stdout.splitlines()
    (festival,) = [line for line in lines if "春节," in line]
    assert festival.endswith("days off 8 February to 14 February 2024; worked in exchange: 17 February 2024")
    assert "days off" not in next(line for line in lines if "情人节" in line)


def test_what_is_held_on_days_not_known_is_in_the_list_of_a_year_alone(run: Run) -> None:
    assert "爱鸟周" in run("observances", "--year", "2024").stdout
    assert "爱鸟周" not in run("observances", "--from", "2024-05-01", "--to", "2024-05-20").stdout


def test_the_region_chooses_between_two_of_one_name(run: Run) -> None:
    both = run("observances", "父亲节", "--year", "2023").stdout
    assert "2023-06-18" in both
    assert "2023-08-08" in both
    taiwan = run("observances", "父親節", "--year", "2023", "--region", "TW").stdout
    assert "2023-08-08" in taiwan
    assert "2023-06-18" not in taiwan


def test_days_off_are_told_as_far_as_they_are_announced(run: Run) -> None:
    said = run("observances", "国庆节", "--year", "2023", "--region", "CN", "--lang", "zh").stdout
    assert "放假 2023年9月29日至10月6日；调休上班：2023年10月7日、2023年10月8日" in said
    assert "放假安排尚未公布" in run("observances", "国庆节", "--year", "2090", "--lang", "zh").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("奥特曼节",), "no observance of that name: 奥特曼节"),
        (("助残",), "no observance of that name: 助残 (did you mean 全国助残日, "),
        (("第900次全国助残日",), "全国助残日 has no number 900"),
    ],
)
def test_what_is_not_known_is_one_line_and_code_1(run: Run, arguments: tuple[str, ...], said: str) -> None:
    result = run("observances", *arguments)
    assert said in one_line(result)
    assert result.stdout == ""
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "ics"), "a calendar needs its years"),
        (("--from", "2024"), "without --year, --from and --to go together"),
        (("--from", "1000", "--to", "2000"), "more than 200 years at once"),
        (("--region", "XX"), "--region: no such region: XX (there are CN, TW, HK, MO, CN-BJ"),
        (("--year", "next"), "--year: not a year: next"),
        (("--from", "2024-06", "--to", "2024-05"), "--from 2024-06-01 is after --to 2024-05-31"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...], said: str) -> None:
    result = run("observances", *arguments)
    assert said in one_line(result)
    assert result.exit_code == 2


# --- a year of them --------------------------------------------------------------------------------------------------


def test_without_anything_the_names_are_listed(run: Run) -> None:
    lines = run("observances", "--lang", "zh").stdout.splitlines()
    assert len(lines) == len(load())
    assert "全国助残日（National Day for Helping the Disabled）：5月的第三个星期日" in lines


def test_a_stretch_of_time_lists_its_days_in_order(run: Run) -> None:
    lines = run("observances", "--from", "2024-05-12", "--to", "2024-05-19", "--region", "CN").stdout.splitlines()
    days = [line.split()[0] for line in lines if line.count("-") >= 2 and "/" not in line.split()[0]]
    assert days == sorted(days)
    assert any(line.startswith("2024-05-19            Sunday    全国助残日") for line in lines)
    assert any(line.startswith("2024-05-11/2024-05-17 ") for line in lines)  # it began the day before
    assert not any("澳门" in line for line in lines)


def test_json_has_every_fact(run: Run) -> None:
    (entry,) = json.loads(run("observances", "春节", "--year", "2023", "--format", "json").stdout)["observances"]
    assert entry["rule"] == "lunar 01-01"
    assert entry["rule_in_words"] == "day 1 of month 1 of the Chinese calendar"
    (held,) = entry["days"]
    assert (held["first"], held["last"], held["ordinal"]) == ("2023-01-22", "2023-01-22", None)
    assert held["days_off"] == ["2023-01-21", "2023-01-27"]
    assert held["working_days"] == ["2023-01-28", "2023-01-29"]


def test_the_calendar_repeats_only_what_repeats_by_a_simple_rule(run: Run) -> None:
    result = run("observances", "--from", "2024-01-01", "--to", "2025-12-31", "--region", "CN", "--format", "ics")
    found = events(result.stdout_bytes)
    assert found["全国助残日"]["RRULE"].to_ical() == b"FREQ=YEARLY;BYDAY=3SU;BYMONTH=5"
    assert found["全国助残日"]["DTSTART"].dt == date(2024, 5, 19)
    assert found["国际残疾人日"]["RRULE"].to_ical() == b"FREQ=YEARLY"
    lunar = [event for name, event in found.items() if name == "中秋节"]
    assert lunar
    assert all("RRULE" not in event for event in lunar)
    assert [e["DTSTART"].dt for e in Calendar.from_ical(result.stdout_bytes).events if e["SUMMARY"] == "中秋节"] == [
        date(2024, 9, 17),
        date(2025, 10, 6),
    ]
    for event in found.values():
        assert "RRULE" not in event or (event["DTEND"].dt - event["DTSTART"].dt).days == 1
    assert "Not in the calendar: “十四五”" in one_line(result)  # a plan has years, and no days


def test_the_calendar_is_the_same_bytes_and_no_two_events_share_a_name(run: Run) -> None:
    arguments = ("observances", "--year", "2024", "--format", "ics")
    data = run(*arguments).stdout_bytes
    assert data == run(*arguments, LANG="zh_CN.UTF-8", TZ="America/New_York").stdout_bytes
    uids = [str(event["UID"]) for event in Calendar.from_ical(data).events]
    assert len(uids) == len(set(uids))


def test_a_rule_that_was_another_one_does_not_repeat_from_then() -> None:
    assert observances.rrule("quanguo-aiyanri", 1994) is None
    assert observances.rrule("quanguo-aiyanri", 2000) == "FREQ=YEARLY"
    assert observances.rrule("zhongqiu", 2024) is None


@given(st.sampled_from(load()), st.integers(min_value=1992, max_value=2060))
def test_what_repeats_falls_on_the_days_of_the_catalogue(entry, year) -> None:  # type: ignore[no-untyped-def]
    rule = observances.rrule(entry.key, year)
    days = observances.dates(entry.key, year)
    if rule is None or days is None:
        return
    from dateutil.rrule import rrulestr

    first = observances.dates(entry.key, year + 1)
    assert first
    starts = rrulestr(rule, dtstart=datetime.combine(days[0], time()))
    assert [day.date() for day in starts[:2]] == [days[0], first[0]]


# --- rules in words --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "english", "chinese"),
    [
        ("12-03", "3 December", "12月3日"),
        ("12-28..01-02", "28 December to 2 January", "12月28日至1月2日"),
        ("month 06", "the whole of June", "6月全月"),
        ("last friday of november", "the last Friday of November", "11月的最后一个星期五"),
        (
            "last full week of september",
            "the last full week of September, from Monday to Sunday",
            "9月的最后一个整周（周一至周日）",
        ),
        ("sunday week of 05-15", "the week of 15 May, from Sunday on", "5月15日所在的一周（星期日起）"),
        ("lunar 12-23", "day 23 of month 12 of the Chinese calendar", "农历腊月廿三"),
        ("lunar 07-30", "day 30 of month 7 of the Chinese calendar", "农历七月三十"),
        ("easter +39", "39 days after Easter Sunday", "复活节后39天"),
        ("qingming -1", "1 day before Tomb-Sweeping Day", "清明节前1天"),
        ("04-15..05-05 and 10-15..11-04", "15 April to 5 May, 15 October to 4 November", None),
        ("years 2021..2025", "2021 to 2025", "2021年至2025年"),
        ("editions", "announced for each edition", "逐届公布"),
    ],
)
def test_rules_in_words(rule: str, english: str, chinese: str | None) -> None:
    assert rule_words(rule, "en") == english
    assert chinese is None or rule_words(rule, "zh") == chinese


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_rule_of_the_catalogue_can_be_said(language: str) -> None:
    for entry in load():
        for rule in (entry.rule, *(change.rule for change in entry.changes)):
            said = rule_words(rule, language)
            assert said
            assert not set(said) & set("{}_")
            assert not said.startswith("rule-")
