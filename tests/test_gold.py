"""The five real documents against what a careful editor wrote down for them. The floors only rise."""

import hashlib
import json
import tomllib
from pathlib import Path

import pytest

from tests.scoring import Tally, score, total
from timeline.export.json import story_object
from timeline.pipeline import tell
from timeline.read import read

ROOT = Path(__file__).parent.parent
GOLD = sorted((ROOT / "tests" / "gold").glob("*.gold.json"))
PINNED = tomllib.loads((ROOT / "tests" / "gold" / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    found = {}
    for path in GOLD:
        name = path.name.removesuffix(".gold.json")
        story = tell(read(ROOT / "seeds" / f"{name}.txt"))
        found[name] = score(json.loads(path.read_text(encoding="utf-8")), story_object(story, "en"))
    return found


def test_the_gold_is_the_gold_that_the_floors_were_measured_on() -> None:
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in GOLD)).hexdigest()
    assert digest == PINNED["digest"]


@pytest.mark.parametrize("measure", PINNED["floors"])
def test_floor(tallies: dict[str, Tally], measure: str) -> None:
    assert round(total(tallies.values()).figures()[measure], 3) >= PINNED["floors"][measure]


def test_no_trap_is_taken_for_a_date(tallies: dict[str, Tally]) -> None:
    assert total(tallies.values()).figures()["trapped"] == 0


@pytest.mark.parametrize("name", [path.name.removesuffix(".gold.json") for path in GOLD])
def test_every_offset_names_the_raw_text(name: str) -> None:
    raw = (ROOT / "seeds" / f"{name}.txt").read_bytes().decode("utf-8").removeprefix("\ufeff")
    answer = story_object(tell(read(ROOT / "seeds" / f"{name}.txt")), "en")
    for item in [*answer["expressions"], *(evidence for event in answer["events"] for evidence in event["evidence"])]:
        assert raw[item["start"] : item["end"]] == item["text"]
