"""The words of a phrase are those that jieba itself cuts with the same dictionary, however they are weighed."""

from __future__ import annotations

import re
from pathlib import Path

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.events.language.segment import _dictionary, tags
from timeline.text.folding import fold

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def tokenizer() -> jieba.Tokenizer:
    words, counts, _ = _dictionary()
    frequency = dict(zip(words, map(int, counts), strict=True))
    cutter = jieba.Tokenizer()
    cutter.FREQ = {word[:end]: 0 for word in words for end in range(1, len(word))} | frequency
    cutter.total, cutter.initialized = sum(frequency.values()), True
    return cutter


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_words_are_those_of_jieba(tokenizer: jieba.Tokenizer, path: Path) -> None:
    clauses = re.split(r"[,。;\n]+", fold(path.read_text(encoding="utf-8")))
    for clause in ["第1届ABC杯(T恤)蜻蜓 5G", *clauses]:
        assert [word for word, _ in tags(clause)] == list(tokenizer.cut(clause, HMM=False))


@given(st.text(alphabet="残疾人联合会图书馆举办第三届AB杯5g0%.+-_ ,\0\r\n“”龘\U00020000é", max_size=24))
def test_whatever_stands_in_a_phrase(tokenizer: jieba.Tokenizer, phrase: str) -> None:
    assert [word for word, _ in tags(phrase)] == list(tokenizer.cut(phrase, HMM=False))
