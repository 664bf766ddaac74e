"""Many things at once -> told with who holds them: 形式多样的助残活动, or a list of three, names nothing by itself."""

from __future__ import annotations

import re

from timeline.events.language.phrases import LONGEST, SHORTEST, Phrase, trim
from timeline.events.language.segment import is_name
from timeline.events.language.words import verbs, words
from timeline.events.what.bearers import named_after

# 形式多样的助残活动; 政策宣讲、现场咨询、入户慰问: many things, that name nothing without who does them.
_UMBRELLA = re.compile(
    r"(?:(?:形式|内容|种类)(?:多样|丰富|各异)|丰富多彩|多种多样|各种各样|多种(?:形式)?|各[类种项]|一?系列|多[项样])的?(?=[^“《的]{2,16}$)"
    r"|[^“《、,]{2,16}、[^“《,]{2,40}(?:等[^、]{0,6}活动$|、[^“《,、]{2,12}$)"
)


def names_nothing(thing: Phrase) -> bool:
    """Whether what is held is many things at once.

    >>> names_nothing(Phrase("形式多样的环保活动", 0)), names_nothing(Phrase("环保知识竞赛", 0))
    (True, False)
    """
    return thing.size >= SHORTEST and _UMBRELLA.match(thing.text) is not None


_BODIES = (*words("body", "ends"), *words("agent", "ends"))
_SOMEBODY, _WHO = 2, 16  # characters of who holds many things


def by_whom(part: Phrase, thing: Phrase, who: Phrase | None) -> Phrase | None:
    """全省各级残联还开展了包括义诊、招聘会、慰问: who, the verb and what, where somebody is named before."""
    start = thing.start - part.start
    before = [span for span, kind in verbs(part.text[:start]) if kind == "hold"]
    if not before:
        return None
    head = trim(part.cut(0, before[-1].start))
    deed = part.cut(before[-1].start, start + len(thing.text)).without(
        len(part.text[slice(*before[-1])]), start - before[-1].start
    )
    named_so = is_name(head.printed) or head.text.endswith(_BODIES)
    name = head if _SOMEBODY <= head.size <= _WHO and named_so else who
    if name is None or trim(name).size < _SOMEBODY or trim(name).start >= deed.start:
        return None
    while trim(name).size + deed.size > LONGEST and "、" in deed.text:
        deed = deed.cut(0, deed.text.rindex("、"))
    return named_after(name, deed)
