"""What two titles share and what each says alone -> whether they tell of one deed in other words.

Who and what are said by both, and each has a verb of its own: 小区更换旧电梯 and 小区告别旧电梯. Nouns beside them may
be added by one of the two only, for where each has a noun of its own, two things are told.

>>> one, other = (Run(verb, False, "兴隆小区", "旧电梯") for verb in ("更换", "告别"))
>>> of_other_words(("兴隆小区更换旧电梯", "兴隆小区告别旧电梯"), ([one], [other]))
True
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline.events.language.segment import tags
from timeline.events.language.words import branch, pattern, verbs, words

_PART, _PARTS, _THING = 2, 5, 6  # characters of a name in common, of two of them, of one alone


class Run(NamedTuple):
    """What one core says and the other does not."""

    words: str
    last: bool  # it is, or holds, the title's last word: what
    told: str  # what stands before it
    ahead: str  # what stands behind it


def of_other_words(cores: tuple[str, str], only: tuple[Sequence[Run], Sequence[Run]]) -> bool:
    """Whether two cores have who and what in common, and one of them at most says more than a deed beside it."""
    left, right = cores
    named = [[run for run in map(in_words, runs) if not _is_deed(run)] for runs in only]
    if all(named) or any(run.last or pattern("noun").search(run.words) for runs in named for run in runs):
        return False
    shared = _in_common(left, right)
    if len(shared) > 1:
        return sum(map(len, shared)) >= _PARTS
    thing = next(iter(shared), "")
    return len(thing) >= _THING and not (left.startswith(thing) and right.startswith(thing))


def _in_common(left: str, right: str) -> list[str]:
    """The words that two cores have in common, the longest first, without those that many events are called by."""
    found: list[str] = []
    while len(run := _longest(left, right)) >= _PART:
        left, right = left.replace(run, "\n", 1), right.replace(run, "\n", 1)
        if pattern("noun").sub("", run):
            found.append(run)
    return found


def _longest(left: str, right: str) -> str:
    """The longest text without a gap that stands in both."""
    best = ""
    for start in range(len(left)):
        end = start + len(best) + 1
        while end <= len(left) and "\n" not in left[start:end] and left[start:end] in right:
            best = left[start:end]
            end += 1
    return best


@lru_cache(maxsize=4_096)
def in_words(run: Run) -> Run:
    """A run with the rest of the words in which it begins and ends: 督|办 of 督办会."""
    before, after = run.told.rpartition("\n")[2], run.ahead.partition("\n")[0]
    begin, end, position = len(before), len(before) + len(run.words), 0
    first, last = begin, end
    for word, _ in tags(before + run.words + after):
        if position < begin < position + len(word):
            first = position
        if position < end < position + len(word):
            last = position + len(word)
        position += len(word)
    text = before + run.words + after
    return run._replace(words=text[first:last], told=text[:first], ahead=text[last:])


@lru_cache(maxsize=4_096)
def is_slight(run: Run) -> bool:
    """Whether words name nothing of their own: who comes, which of many it is, how."""
    whole = in_words(run).words
    return all(tag in _SLIGHT or word in words("slight") for word, tag in tags(pattern("slight").sub("", whole)))


_SLIGHT = frozenset(("d", "p", "u", "c", "f", "y", "r", "uj", "ul", "uz", "ad", "z"))


def short_names(one: Run, other: Run) -> bool:
    """Whether one run is short for the other, a letter of each of its words: 车展 of 汽车工业展览会."""
    if set(one.words).isdisjoint(other.words):
        return False
    short, long = sorted((_trimmed(one), _trimmed(other)), key=lambda run: len(run.words))
    letters = short.words
    if len(letters) == 1 and short.told[-1:] == long.words[:1]:
        letters = short.told[-1:] + letters  # 半|马 and 半程马拉松
    if not 2 <= len(letters) <= _LETTERS or len(long.words) < len(letters) + 2 or long.words.startswith(letters):
        return False
    if pattern("noun").search(short.words) and not pattern("noun").search(long.words):
        return False
    names = [word for word, _ in tags(long.words)]
    position = 0
    for number, letter in enumerate(letters):
        while position < len(names) and letter not in names[position]:
            position += 1
        if position == len(names) or (number == 0 and position > 1):
            return False
        position += 1
    return position == len(names)


_LETTERS = 4  # of a short name


def _trimmed(run: Run) -> Run:
    """A run without the words that say that it begins or ends."""
    words_ = run.words
    while match := _BEGUN.search(words_):
        words_ = words_[: match.start()]
    return run._replace(words=words_)


_BEGUN = re.compile(rf"{branch((*words('opening'), *words('closing')))}$")


@lru_cache(maxsize=4_096)
def _is_deed(run: Run) -> bool:
    """Whether words only tell what was done, and name nobody and nothing: not 游泳|比赛."""
    if pattern("noun").search(run.words) or _NOUN.match(run.ahead) or pattern("noun").match(run.ahead):
        return False
    behind = tags(run.ahead.partition("\n")[0][:_BEHIND])
    if behind and behind[0][1] in ("n", "vn") and tags(run.words)[-1][1] == "vn":
        return False  # 文明|旅游|行动: of what kind
    known = "".join(run.words[span.start : span.end] for span, _ in verbs(run.words))
    verbal = "dpu" if len(run.words) == 1 else "vdpu"  # 督 of 督办会 is no word
    return known == run.words or all(tag[:1] in verbal for _, tag in tags(run.words))


_BEHIND = 4  # characters in which the next word shows
_NOUN = re.compile("[会赛展式节班日周月营]")
