"""What a date does in its sentence: does it date an event, close a stretch, or neither?

The first row that holds decides, and its name goes into the event. A row lies in the room of its condition, with
sentences in which it holds and the expression it is about in ⟦…|edtf|kind⟧; the tests run them. In which order the rows
are asked is said here, and is the policy.
"""

from __future__ import annotations

from timeline.events.mentions import Mention
from timeline.events.when import (
    amounts,
    asides,
    attributes,
    backgrounds,
    changes,
    conditions,
    ends,
    habits,
    headings,
    moments,
    names,
    occasions,
    opinions,
    provisions,
    relatives,
    reports,
    states,
)
from timeline.events.when.rule import Part, Rule


def _undated(mention: Mention) -> bool:
    return not mention.edtf


ORDER = (
    "undated",
    "within a word",
    "question",
    "general",
    "example",
    "remark",
    "habit",
    "every year",
    "apposed",
    "hour of habit",
    "referred",
    "day of note",
    "party",
    "before a date",
    "vague",
    "list",
    "heading",
    "page",
    "parted",
    "over its section",
    "in a title",
    "in a name",
    "of an object",
    "of a relative clause",
    "former",
    "attachment",
    "gloss",
    "explained",
    "dateline",
    "learned",
    "heard",
    "believed",
    "cited",
    "according",
    "those",
    "who may",
    "ground",
    "article",
    "make",
    "of a ticket",
    "case",
    "late",
    "validity",
    "greeted",
    "personal",
    "remembered",
    "outlook",
    "at hand",
    "recurs",
    "reporter",
    "prices",
    "eligible",
    "maybe",
    "moved",
    "moved to",
    "if it rains",
    "lasts",
    "as of",
    "compared",
    "likened",
    "of somebody",
    "of a rule",
    "state",
    "figures",
    "measured",
    "existing",
    "being",
    "season",
    "adjectival",
    "boast",
    "counted",
    "counted year",
    "year of an object",
    "year in a name",
    "attribute",
    "label",
    "in a label",
    "only a frame",
    "wished",
    "reason",
    "age",
    "invited",
    "usual",
    "unheld",
    "day word",
    "said",
    "meanwhile",
    "pause",
    "session",
    "deed of an hour",
    "clock",
    "stated",
    "put off",
    "announced",
    "recalled",
    "what there is",
    "long ago",
    "whole year",
    "dated",
)

_ROOMS = (
    amounts,
    asides,
    attributes,
    backgrounds,
    changes,
    conditions,
    ends,
    habits,
    headings,
    moments,
    names,
    occasions,
    opinions,
    provisions,
    relatives,
    reports,
    states,
)
_OWN = (
    Rule("undated", Part.NONE, _undated, ("⟦每天|null|set⟧进行训练",)),
    Rule("dated", Part.EVENT, lambda _: True, ("⟦5月13日|2022-05-13⟧,市残联举行活动",)),
)
_ROWS = (*_OWN, *(rule for room in _ROOMS for rule in room.ROWS))
RULES: tuple[Rule, ...] = tuple(sorted(_ROWS, key=lambda rule: ORDER.index(rule.name)))


def role(mention: Mention) -> Rule:
    """The first row that holds."""
    return next(rule for rule in RULES if rule.holds(mention))
