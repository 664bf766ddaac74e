"""The lists of words: each row fires on its examples, and none could never match the folded text."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from timeline.events.language.words import branch, pattern, quoted, verbs
from timeline.text.folding import fold

DATA = tomllib.loads(resources.files("timeline").joinpath("data/events.toml").read_text(encoding="utf-8"))
LISTS = [(section, name) for section, row in DATA.items() for name in row if name != "examples"]


@pytest.mark.parametrize("section", DATA)
def test_every_example_holds_a_word_of_its_list(section: str) -> None:
    names = [name for name in DATA[section] if name != "examples"]
    for example in DATA[section]["examples"]:
        assert any(pattern(section, name).search(fold(example)) for name in names), example


@pytest.mark.parametrize(("section", "name"), LISTS)
def test_no_word_is_changed_by_folding_or_stands_twice(section: str, name: str) -> None:
    words = DATA[section][name]
    assert [word for word in words if fold(word) != word] == []
    assert len(words) == len(set(words))


def test_no_key_has_two_classes() -> None:
    keys = [key for name, keys in DATA["key"].items() if name != "examples" for key in keys]
    assert len(keys) == len(set(keys))


def test_a_verb_inside_a_noun_or_a_quotation_is_none() -> None:
    assert verbs("启动仪式") == verbs("“举办”二字") == ()
    assert [kind for _, kind in verbs("市残联举办招聘会并印发《通知》")] == ["hold", "publish"]
    assert quoted("《启动》", 1)
    assert not quoted("《启》动", 3)


def test_a_branch_finds_the_longest_word() -> None:
    assert branch(["组织", "组织开展"]) == "组织(?:开展|)"[:0] + branch(["组织开展", "组织"])
    import re

    assert re.match(branch(["组织", "组织开展"]), "组织开展活动")[0] == "组织开展"
