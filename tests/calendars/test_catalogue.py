"""The catalogue refuses an entry without source or examples, a name that is a common word, and a name claimed twice."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from itertools import groupby

import pytest

from timeline import edtf
from timeline.calendars import observances, rules
from timeline.catalogue import Entry, by_key, by_name, load
from timeline.text import fold

ENTRIES = load()
ROWS = tomllib.loads(resources.files("timeline").joinpath("data/observances.toml").read_text(encoding="utf-8"))[
    "observance"
]
FIELDS = {
    "key", "name", "aliases", "called", "needs_context", "english", "rule", "changes", "dates", "editions", "region",
    "since", "until", "first", "per_year", "source", "unverified", "examples",
}  # fmt: skip

# Names of two characters that nobody uses for anything else.
_SHORT_BUT_PLAIN = frozenset("元旦 除夕 春节 佛诞 孔诞 国庆 七夕 腊八 寒假 暑假 暑期 年卅 618".split())
# In one region two entries bear the name; the first in the file is meant.
_FIRST_IN_FILE = {"清明", "小年"}

each_entry = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["key"])
def test_the_fields(row: dict[str, object]) -> None:
    assert row.keys() <= FIELDS
    assert {"key", "name", "english", "rule", "source", "examples"} <= row.keys()
    assert row["source"]
    assert row["examples"]
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", str(row["key"]))


def test_keys_are_unique() -> None:
    assert len(by_key()) == len(ENTRIES)


@each_entry
def test_examples(entry: Entry) -> None:
    for asked, wanted in entry.examples.items():
        if match := re.fullmatch(r"第(\d+)次", asked):
            assert str(observances.year_of(entry.key, int(match[1]))) == wanted
        else:
            assert observances.edtf(entry.key, int(asked)) == wanted


@each_entry
def test_every_rule_can_be_read(entry: Entry) -> None:
    for rule in (entry.rule, *(change.rule for change in entry.changes)):
        if rule == "dates":
            assert entry.dates or entry.first, "neither the days nor the ordinals are known"
        elif rule == "editions":
            assert entry.editions
        else:
            for part in rule.split(" and "):
                rules.grain(observances.rule_of(part, 2023))
    assert len(entry.rule.split(" and ")) == entry.per_year


@each_entry
def test_written_days_can_be_read(entry: Entry) -> None:
    for year, text in entry.dates.items():
        first, last = edtf.bounds(text.replace("..", "/"))
        assert first is not None
        assert last is not None
        assert first <= last
        assert first.year == year
    for text in entry.editions.values():
        first, last = edtf.bounds(text.replace("..", "/"))
        assert first is not None
        assert last is not None
        assert first <= last
    numbers = sorted(entry.editions)
    starts = [edtf.bounds(entry.editions[number].replace("..", "/"))[0] for number in numbers]
    assert starts == sorted(starts, key=str), "editions go up with the years"


@each_entry
def test_names_are_simplified_and_leave_out_windows_and_ordinals(entry: Entry) -> None:
    row = next(row for row in ROWS if row["key"] == entry.key)
    assert all(fold(name) == name for name in row.get("called", {}))
    for name in (row["name"], *row.get("aliases", ())):
        assert fold(name) == name
        assert not re.search(r"期间$|假期$|长假$|前夕$|活动$|第[一二三四五六七八九十\d]+[次届]", name)
    assert len({row["name"], *row.get("aliases", ())}) == 1 + len(row.get("aliases", ()))


@each_entry
def test_a_common_word_needs_context(entry: Entry) -> None:
    for name in (*entry.names, *entry.called):
        numeral = re.fullmatch(r"[〇零一二三四五六七八九十\d·]+", name)
        if name not in _SHORT_BUT_PLAIN and (numeral or len(name) <= 2):
            assert name in entry.needs_context, name
    assert entry.needs_context <= {*entry.names, *entry.called}


def test_a_name_borne_twice_is_told_apart_by_the_region() -> None:
    for name, bearers in by_name().items():
        if len(bearers) > 1 and name not in _FIRST_IN_FILE:
            regions = [frozenset(place.partition("-")[0] for place in entry.region) for entry in bearers]
            for i, region in enumerate(regions):
                assert not any(region & other for other in regions[i + 1 :]), name


def test_a_name_that_says_its_ordinal_means_one_edition() -> None:
    for entry in ENTRIES:
        for name, ordinal in entry.called.items():
            assert observances.year_of(entry.key, ordinal) is not None, name
            assert len(by_name()[name]) == 1, name


def test_the_sections_stay_together() -> None:
    text = resources.files("timeline").joinpath("data/observances.toml").read_text(encoding="utf-8")
    sections = re.findall(r"^# --- (.+?) -+$", text, re.MULTILINE)
    assert len(sections) == len({section for section, _ in groupby(sections)})
