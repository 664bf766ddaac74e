"""The patterns that name a place, in the order in which they are asked; `places` settles what they match."""

from __future__ import annotations

from timeline.events.where.gatherings import GATHERINGS
from timeline.events.where.journeys import JOURNEYS
from timeline.events.where.mishaps import MISHAPS
from timeline.events.where.placing import Pattern

# What proves most comes first: the first row whose place holds is the one.
_ASKED = (
    "taken by", "in its city", "in a numbered room", "met at", "its seat", "to a country", "born", "at a crossing",
    "driven as far as", "held at", "in its bracket", "in the bracket of a thing", "crowded", "its place", "fixed for",
    "held in", "filmed at", "in a house called so", "that happened at", "at a coast", "at a post",
    "moved to", "ended at", "begun at", "left from", "abroad", "gone to", "come to", "inside", "opens inside",
    "closed road", "on a border", "closed site", "cut off", "road works", "happened at", "struck", "befallen",
    "one of it", "dated at", "at a site", "near", "arrived at", "handed in at", "off a road", "studied at",
    "graduated", "in office", "founded at", "its branch", "its own garden", "opens with", "done to it",
    "open and shut", "at sea", "risen", "taken", "taken in at", "climbed", "behind its date", "on its date",
    "said to be at", "behind its name", "by its sign", "at its feast", "its town's feast", "named for its ground",
    "in court", "branch", "its government", "at somebody's home", "its local time", "in one of", "visited",
    "driven to", "seen", "freed", "done at", "in its name", "at",
)  # fmt: skip

PATTERNS: tuple[Pattern, ...] = tuple(
    sorted((*GATHERINGS, *JOURNEYS, *MISHAPS), key=lambda row: _ASKED.index(row.name))
)
