"""Scores the answer of the program for a document against its gold file, on the house's own measures.

spans, exact, values: F1 over the time expressions that are asked for (an `optional` one may be found or left).
precision, core, titles, places: of the events; one is found where the day agrees and the evidence or a keyword does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from typing import Any

from timeline import edtf

Item = dict[str, Any]

# Words that hold no fixed time: a careful reader may mark them or not.
VAGUE = frozenset(
    """目前 当前 當前 现在 現在 近期 近日 日前 近来 近來 最近 近年来 近年來 多年来 多年來 未来 未來 将来 將來 今后 今後
    此后 此後 随后 隨後 此前 先前 以往 往年 过去 過去 届时 屆時 当时 當時 同时 同時 与此同时 與此同時 期间 期間
    接下来 接下來 至今""".split()
)


def squeeze(text: str | None) -> str:
    """The text without white space."""
    return re.sub(r"\s+", "", text or "")


def days(value: str | None) -> object:
    """What two EDTF texts must share to mean the same days."""
    if not value:
        return None
    plain = re.sub(r"[~?%]", "", value.split("T")[0] if "/" not in value else value)
    covered = edtf.bounds(plain)
    return covered if covered != (None, None) else plain


def same_days(found: Item, gold: Item) -> bool:
    """Whether the days agree with the gold value or with one that it accepts."""
    return any(days(found.get("edtf")) == days(value) for value in [gold.get("edtf"), *gold.get("accept", [])])


def same_value(found: Item, gold: Item) -> bool:
    """Whether a found expression has the gold value: days, and clock, duration or rule where gold has one."""
    accept = gold.get("accept", [])
    if gold["kind"] == "set" and gold.get("rrule"):
        wanted = [set(rule.split(";")) for rule in [gold["rrule"], *accept]]
        return set((found.get("rrule") or "").split(";")) in wanted
    if gold["kind"] == "duration" and not gold.get("edtf"):
        return found.get("duration") in [gold.get("duration"), *accept]
    return same_days(found, gold) and (gold.get("time") is None or found.get("time") == gold["time"])


def overlap(one: Item, other: Item) -> int:
    """How many characters two stretches share."""
    return max(0, min(one["end"], other["end"]) - max(one["start"], other["start"]))


def pairs(gold: list[Item], found: list[Item], score: Callable[[Item, Item], float]) -> list[tuple[Item, Item]]:
    """One-to-one pairs, the best scores first."""
    ranked = sorted(
        (-value, i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if (value := score(g, f)) > 0
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    chosen = []
    for _, i, j in ranked:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            chosen.append((gold[i], found[j]))
    return chosen


def event_likeness(gold: Item, found: Item) -> float:
    """Above 0 where the day agrees and evidence or keywords do."""
    if not same_days(found, gold):
        return 0.0
    evidence = gold["evidence"] if isinstance(gold["evidence"], list) else [gold["evidence"]]
    shared = max((overlap(a, b) for a in evidence for b in found["evidence"]), default=0)
    text = squeeze(f"{found['title']} {found['description']}")
    return bool(shared) + shared / 10_000 + 2 * sum(squeeze(word) in text for word in gold["keywords"])


def shares_place(found: str | None, gold: str) -> bool:
    """Whether two characters in a row are common to both."""
    found, gold = squeeze(found), squeeze(gold)
    return any(gold[i : i + 2] in found for i in range(len(gold) - 1))


@dataclass
class Tally:
    """Counts of one document or of several."""

    gold: int = 0
    found: int = 0
    spans: int = 0
    exact: int = 0
    values: int = 0
    trapped: int = 0
    found_events: int = 0
    hits: int = 0
    core: int = 0
    core_hits: int = 0
    titles: int = 0
    places: int = 0
    place_hits: int = 0

    def add(self, other: Tally) -> None:
        """Adds the counts of another tally to these."""
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))

    def figures(self) -> dict[str, float]:
        """The measures, each from 0 to 1; `trapped` is a count."""

        def f1(right: int) -> float:
            return 2 * right / (self.gold + self.found) if self.gold + self.found else 1.0

        def share(part: int, whole: int) -> float:
            return part / whole if whole else 1.0

        return {
            "spans": f1(self.spans),
            "exact": f1(self.exact),
            "values": f1(self.values),
            "trapped": self.trapped,
            "precision": share(self.hits, self.found_events),
            "core": share(self.core_hits, self.core),
            "titles": share(self.titles, self.hits),
            "places": share(self.place_hits, self.places),
        }


def _score_expressions(tally: Tally, gold: Item, found: list[Item]) -> None:
    matched = pairs(
        gold["expressions"],
        found,
        lambda g, f: overlap(g, f) + 0.5 * ((g["start"], g["end"]) == (f["start"], f["end"])),
    )
    optional = [g for g in gold["expressions"] if g.get("optional") or squeeze(g["text"]) in VAGUE]
    spare = {id(f) for g, f in matched if g in optional}
    taken = {id(f) for _, f in matched}
    spare |= {
        id(f)
        for f in found
        if id(f) not in taken and (squeeze(f["text"]) in VAGUE or any(overlap(g, f) for g in optional))
    }
    matched = [(g, f) for g, f in matched if id(f) not in spare]
    found = [f for f in found if id(f) not in spare]
    tally.gold = len(gold["expressions"]) - len(optional)
    tally.found = len(found)
    tally.spans = len(matched)
    tally.exact = sum((g["start"], g["end"]) == (f["start"], f["end"]) for g, f in matched)
    tally.values = sum(same_value(f, g) for g, f in matched)
    right = {id(f) for _, f in matched}
    tally.trapped = sum(any(overlap(trap, f) and id(f) not in right for f in found) for trap in gold["traps"])


def score(gold: Item, answer: Item) -> Tally:
    """The tally of one document: `answer` is what `timeline explain --json` prints for it."""
    tally = Tally()
    _score_expressions(tally, gold, answer["expressions"])
    hits = pairs(gold["events"], answer["events"], event_likeness)
    matched = [g for g, _ in hits]
    core = [g for g in gold["events"] if g["weight"] == "core"]
    tally.found_events, tally.hits, tally.core = len(answer["events"]), len(hits), len(core)
    tally.core_hits = sum(g in matched for g in core)
    tally.titles = sum(any(squeeze(word) in squeeze(f["title"]) for word in g["keywords"]) for g, f in hits)
    placed = [(g, f) for g, f in hits if g.get("place")]
    tally.places = len(placed)
    tally.place_hits = sum(shares_place(f["place"], g["place"]) for g, f in placed)
    return tally


def total(tallies: Iterable[Tally]) -> Tally:
    """All counts together."""
    whole = Tally()
    for tally in tallies:
        whole.add(tally)
    return whole
