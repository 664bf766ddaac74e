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
from typing import NamedTuple

from timeline.events.segment import tags
from timeline.events.words import pattern, verbs

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
    named = [[run for run in map(_in_words, runs) if not _is_deed(run)] for runs in only]
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


def _in_words(run: Run) -> Run:
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


def _is_deed(run: Run) -> bool:
    """Whether words only tell what was done, and name nobody and nothing: not 游泳|比赛."""
    if pattern("noun").search(run.words) or _NOUN.match(run.ahead) or pattern("noun").match(run.ahead):
        return False
    known = "".join(run.words[span.start : span.end] for span, _ in verbs(run.words))
    verbal = "dpu" if len(run.words) == 1 else "vdpu"  # 督 of 督办会 is no word
    return known == run.words or all(tag[:1] in verbal for _, tag in tags(run.words))


_NOUN = re.compile("[会赛展式节班日周月营]")
