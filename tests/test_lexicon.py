"""The words of time: one kind each, written as the clean text writes them."""

import pytest

from timeline.lexicon import lexicon, name_endings, names, spellings
from timeline.text.folding import fold

PLACES = ("start", "after", "before")


@pytest.mark.parametrize("place", PLACES)
def test_words_are_folded(place):
    assert [word for word in getattr(lexicon(), place).words if fold(word) != word] == []


def test_a_word_has_one_kind():
    """No word stands on two lines of one place."""
    import tomllib
    from importlib import resources

    text = resources.files("timeline").joinpath("data/words.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    for kinds in (table[place] for place in PLACES):
        seen = {}
        for kind, lines in kinds.items():
            for says, notations in lines.items():
                for notation in notations:
                    for word in spellings(notation.split("!")[0].split("?")[0]):
                        place = word, notation.partition("?")[2]  # 隔天换药 is another word than 隔天
                        assert seen.setdefault(place, (kind, says)) == (kind, says), word


def test_longest_word_wins():
    assert [word.text for _, word in lexicon().start.finditer("上上周五下午")] == ["上上周五", "下午"]


def test_a_guarded_word_leaves_room_for_a_shorter_one():
    found = lexicon().after.at("以后勤部", 0)
    assert found is None or found.text != "以后"
    assert lexicon().after.at("前往", 0) is None
    assert lexicon().after.at("前,", 0).kind == "earlier"


def test_names_are_found_from_their_ends():
    _, lengths = name_endings()
    for text in names():
        assert len(text) in lengths[text[-2:]]


def test_common_words_need_support():
    assert names()["小雪"].kind == "weather"
    assert names()["重九"].kind == "weak_occasion"
    assert names()["全国助残日"].kind == "occasion"
    assert names()["全运会"].kind == "meeting"
