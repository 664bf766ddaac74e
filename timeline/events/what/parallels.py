"""1月1日 甲赛在台北举行;乙展在台北揭幕: entries of a chronicle tell several things of a day, parted by a semicolon.

Elsewhere what follows a semicolon goes on with what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.drafts import Draft
from timeline.events.language.clauses import Sentence
from timeline.events.language.segment import has_verb
from timeline.events.language.words import pattern, verbs
from timeline.events.mentions import grain
from timeline.events.who.openings import opening_name
from timeline.model import Document, Resolution

_FEWEST = 3  # lines that a chronicle has
_SHORTEST = 6  # characters of what is told
_CHINESE = re.compile("[\u4e00-\u9fff]{2}")
_COUNTS = re.compile(r"\d[\d.]*[余多万亿千百]{0,2}(?:人次|场次|场|户|家|次|万元|亿元)")
_GOES_ON = re.compile(
    r"(?:会议|大会|会上|活动|仪式|其|该|此|同|并|还|另|共|总|又|因|由于|以|为|对|将|把|从|向|通过|[他她它本](?!省|市|县|区|州)|双方|前者|后者)"
)


def is_chronicle(document: Document, rows: Sequence[Sequence[Resolution]]) -> bool:
    """Whether several lines begin with a day or a month, and go on behind it."""
    found = 0
    for block, row in zip(document.blocks, rows, strict=True):
        first = row[0] if row else None
        if first is None or first.when is None or not first.when.edtf:
            continue
        heads = not document.text[block.at.start : first.expression.at.start].strip(" *·•-#(")
        told = block.at.end - first.expression.at.end >= _SHORTEST
        found += heads and told and grain(first.when.edtf) in ("day", "month")
    return found >= _FEWEST


def parallel(document: Document, sentence: Sentence, given: Draft) -> Draft | None:
    """What a part of an entry behind a semicolon tells of the day of the entry, where it has a subject and a deed."""
    text, at = document.text, sentence.at
    words = at.of(text)
    if text[at.start - 1 : at.start] != ";" or at.end - at.start < _SHORTEST or _GOES_ON.match(words):
        return None
    if pattern("again").match(words) or _COUNTS.search(words.partition(",")[0]):
        return None
    name = opening_name(text, at.start, at.end)
    if (
        name is None
        or not _CHINESE.search(name.of(text))
        or not (verbs(words[: 2 * _FAR]) or has_verb(text[name.end : name.end + _FAR]))
    ):
        return None
    return replace(
        given,
        rule="parallel",
        at=at,
        clauses=sentence.clauses,
        context=at,
        subject=None,
        kind=None,
        origin=None,
        title="",
        place="",
        when=replace(given.when, time=None, part=None),
    )


_FAR = 30  # characters from the name to the deed
