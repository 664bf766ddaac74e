"""The catalogue refuses an entry without source or examples, a name that is a common word, and a name claimed twice."""

from __future__ import annotations

import re
import runpy
import tomllib
from importlib import resources
from itertools import groupby
from pathlib import Path

import pytest

from tests.calendars.blocks import faults
from timeline import edtf
from timeline.calendars import observances
from timeline.catalogue import BlockError, Entry, by_name, load, read_block, read_blocks

ENTRIES = load()
ROWS = tomllib.loads(resources.files("timeline").joinpath("data/observances.toml").read_text(encoding="utf-8"))[
    "observance"
]
# In one region two entries bear the name; the first in the file is meant.
_FIRST_IN_FILE = {"清明", "小年"}

each_entry = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)


KEYS = [row.get("key", "") for row in ROWS]


def test_the_file_is_read_as_the_standard_library_reads_it() -> None:
    text = resources.files("timeline").joinpath("data/observances.toml").read_text(encoding="utf-8")
    assert read_blocks(text) == ROWS


@pytest.mark.parametrize("line", ["name = '全国测试日", "name = 全国测试日", "name", "first = 'a' 'b'", "first = 20x"])
def test_a_line_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(BlockError, match="line 2"):
        read_blocks(f"[[observance]]\n{line}\n")


def test_every_block_is_sound() -> None:
    found = [fault for row in ROWS for fault in faults(row, KEYS)]
    assert not found, "\n".join(["mend in timeline/data/observances.toml:", *found])


SOUND = {
    "key": "ceshi-ri",
    "name": "全国测试日",
    "english": "Test Day",
    "rule": "05-15",
    "source": "国务院2020年决定",
    "examples": {"2023": "2023-05-15"},
}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"source": ""}, "lacks source"),
        ({"source": "x"}, "the source names a law"),
        ({"examples": {}}, "lacks examples"),
        ({"rule": None}, "lacks rule"),
        ({"sourse": "x"}, "unknown field sourse"),
        ({"key": "全国测试日"}, "the key is small letters"),
        ({"key": "jiaoshijie"}, "another block has the same key"),
        ({"region": "China"}, "no such region"),
        ({"name": "下雨"}, "下雨 is a common word"),
        ({"name": "星期日"}, "星期日 is a common word"),
        ({"name": "一二三"}, "is a common word or a numeral"),
        ({"name": "全國測試日"}, "全國測試日 is written 全国测试日"),
        ({"aliases": ["测试日期间"]}, "测试日期间 ends in a word"),
        ({"aliases": ["第三次测试日"]}, "has an ordinal"),
        ({"aliases": ["全国测试日"]}, "stands twice"),
        ({"needs_context": ["测试"]}, "none of its names"),
        ({"rule": "15 May"}, "no such rule: 15 May"),
        ({"rule": "05-32"}, "no such rule: 05-32"),
        ({"rule": "nosuch +1"}, "no such rule: nosuch +1"),
        ({"rule": "05-15 and 10-15"}, "2 parts"),
        ({"rule": "dates"}, "wants a table of dates"),
        ({"rule": "editions"}, "wants a table of editions"),
        ({"examples": {"第一次": "2023"}}, "not 第一次"),
    ],
)
def test_each_mistake_is_told(change: dict[str, object], told: str) -> None:
    row = {name: value for name, value in (SOUND | change).items() if value is not None}
    found = faults(row, [*KEYS, str(row["key"])])
    assert any(told in fault for fault in found), found


def test_a_sound_block_is_told_nothing() -> None:
    assert faults(SOUND, [*KEYS, "ceshi-ri"]) == []
    assert faults(SOUND | {"name": "测试", "needs_context": True, "rule": "jiaoshijie +1"}, [*KEYS, "ceshi-ri"]) == []


def test_a_block_without_a_source_is_refused_when_it_is_loaded() -> None:
    with pytest.raises(BlockError, match="ceshi-ri lacks source"):
        read_block({name: value for name, value in SOUND.items() if name != "source"})


@each_entry
def test_examples(entry: Entry) -> None:
    for asked, wanted in entry.examples.items():
        if match := re.fullmatch(r"第(\d+)次", asked):
            year = observances.year_of(entry.key, int(match[1]))
            assert str(year) == wanted, f"{entry.key}: {asked} is of {year}, the example says {wanted}"
        else:
            found = observances.edtf(entry.key, int(asked))
            assert found == wanted, f"{entry.key}: in {asked} the rule gives {found}, the example says {wanted}"


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


def test_a_name_borne_twice_is_told_apart_by_the_region() -> None:
    for name, bearers in by_name().items():
        if len(bearers) > 1 and name not in _FIRST_IN_FILE:
            regions = [frozenset(place.partition("-")[0] for place in entry.region) for entry in bearers]
            for i, region in enumerate(regions):
                shared = any(region & other for other in regions[i + 1 :])
                keys = ", ".join(entry.key for entry in bearers)
                assert not shared, f"{name} is claimed by {keys} in one region: nothing tells which is meant"


def test_a_name_that_says_its_ordinal_means_one_edition() -> None:
    for entry in ENTRIES:
        for name, ordinal in entry.called.items():
            assert observances.year_of(entry.key, ordinal) is not None, name
            assert len(by_name()[name]) == 1, name


def test_the_sections_stay_together() -> None:
    text = resources.files("timeline").joinpath("data/observances.toml").read_text(encoding="utf-8")
    sections = re.findall(r"^# --- (.+?) -+$", text, re.MULTILINE)
    assert len(sections) == len({section for section, _ in groupby(sections)})


def test_a_command_that_needs_no_observance_loads_none() -> None:
    measure = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks" / "observances.py"))
    assert not measure["loads_catalogue"]("--version")
    assert measure["loads_catalogue"]("observances", "全国助残日")
