"""Where a long phrase may be cut: jieba's words, loaded only when a cut is made.

jieba's own start reads its whole dictionary and takes more than a second; a cut needs only its common words.

>>> phrase = "残疾人高校毕业生网络招聘会"
>>> [phrase[a:b] for a, b in zip((0, *borders(phrase)), borders(phrase))]
['残疾人', '高校', '毕业生', '网络', '招聘会']
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

_FREQUENT = re.compile(r"^(\S{1,6}) (\d{3,}) ", re.MULTILINE)  # words counted a hundred times and more


@cache
def _tokenizer() -> Any:
    import jieba

    text = resources.files("jieba").joinpath("dict.txt").read_text(encoding="utf-8")
    frequency = {word: int(count) for word, count in _FREQUENT.findall(text)}
    total = sum(frequency.values())
    for word in tuple(frequency):
        for end in range(1, len(word)):
            frequency.setdefault(word[:end], 0)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = frequency, total, True
    return tokenizer


def borders(phrase: str) -> tuple[int, ...]:
    """The ends of the words of a phrase."""
    found, end = [], 0
    for word in _tokenizer().cut(phrase, HMM=False):
        end += len(word)
        found.append(end)
    return tuple(found)
