"""Tellings -> happenings: which of them are one, and that one as an event with all its evidence.

A merged event keeps its tellings, and merging always begins with them: so it is a function of the set of tellings,
and neither their order, nor copies, nor what was merged before changes anything. Tellings are compared only where
their days are the same or go together, and there only where their titles share a word that few others have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from types import MappingProxyType

from timeline.events.language.words import pattern
from timeline.events.tellings.cores import core, own_words, pairs
from timeline.events.tellings.differences import apart
from timeline.events.tellings.headlines import Headed, headed, one_by_headline
from timeline.events.tellings.likeness import likeness
from timeline.events.tellings.readings import plain
from timeline.memory import remembered
from timeline.model import Certainty, Event, EventKind, Weight
from timeline.text.folding import fold

_CROWD = 48  # tellings of one day that are all compared with each other; of more, those that share a rare word

Apart = Collection[frozenset[str]]  # UIDs of two tellings that are never one happening
Together = Iterable[Collection[str]]  # UIDs of tellings that are always one
Headlines = Mapping[str, str]  # of the documents that tell of one event


def alike(one: Event, other: Event) -> bool:
    """Whether two tellings of days that go together are one happening."""
    return likeness(one, other) > 0 and (one.when.edtf == other.when.edtf or _go_together(one, other))


def _go_together(one: Event, other: Event) -> bool:
    """Whether two alike tellings of other days are one: a stretch is not the ceremony of its first day."""
    left, right = core(one.title, one.place), core(other.title, other.place)
    if _is_coarse(one) or _is_coarse(other):
        shortest = [core(plain(event.title), event.place) for event in (one, other)]
        return any(pairs(a) <= pairs(b) or pairs(b) <= pairs(a) for a, b in ((left, right), shortest))
    if (one.when.edtf or "").endswith("/..") or (other.when.edtf or "").endswith("/.."):
        return True  # 6月1日起实行 and 6月1日开始: what has no end is told by its first day
    if one.when.first == other.when.first and _by_days(one) and _by_days(other):
        return False  # two accounts of how long it lasts: both are told
    opening = pattern("opening")
    return (opening.search(left) is None) == (opening.search(right) is None)


def _by_days(event: Event) -> bool:
    """Whether a telling is of a stretch of days."""
    begin, _, end = (event.when.edtf or "").partition("/")
    return len(begin) == len(end) == len("2022-05-15")


# --- the order of tellings --------------------------------------------------------------------------------------------


def _precision(event: Event) -> int:
    """How much of its days a telling says, the most first."""
    edtf = event.when.edtf or ""
    if event.when.single_day:
        return 1
    if ".." in edtf or event.when.first is None or event.when.last is None:
        return 2
    return 0 if len(edtf.partition("/")[0]) == len("2022-05-15") else 3


def _facts(event: Event) -> tuple[object, ...]:
    """All that a telling says, so that two with the same facts say the same."""
    when = event.when
    return (
        (when.edtf or "", when.time or "", when.part or "", event.kind.value),
        (event.title, event.place or "", event.organisers, _words(event.description)),
    )


@remembered(4_096)  # asked several times of each telling while it is put in order
def _words(description: str) -> str:
    return "".join(fold(description).split())


def _fullest(event: Event) -> tuple[object, ...]:
    """Total order of tellings: what a person decided, then the fullest first."""
    evidence = event.evidence[0] if event.evidence else None
    return (
        not event.decided,
        _precision(event),
        not event.when.single_day and pattern("opening").search(fold(event.title)) is not None,
        event.when.time is None,
        event.when.part is None,
        event.weight is Weight.MINOR,
        -event.certainty,
        event.place is None,
        -len(event.organisers),
        -min(len(event.title), 30),
        _facts(event),
        evidence.document if evidence else "",
        evidence.span if evidence else (0, 0),
        event.uid,
    )


def tellings(events: Iterable[Event]) -> list[Event]:
    """What the events were merged of, each telling once, in an order of its own."""
    found: dict[tuple[object, ...], Event] = {}
    for event in events:
        for telling in event.tellings or (event,):
            found[_fullest(telling)] = telling
    return [found[key] for key in sorted(found)]


# --- which are compared -----------------------------------------------------------------------------------------------


def _block(event: Event) -> tuple[str, str]:
    """The days under which a telling is compared: of a deadline the last, of a stretch the first."""
    when = event.when
    if event.kind is EventKind.DEADLINE and when.last:
        return "due", when.last.isoformat()
    return ("from", when.first.isoformat()) if when.first and _precision(event) < 3 else ("in", when.edtf or "")


def _candidates(events: Sequence[Event], block: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of a block that are worth comparing: their titles share a word beside nouns that many events have.

    A title of nothing but such nouns is compared with those that have them too.
    """
    if len(block) < 2:
        return
    cores = {i: core(events[i].title, None) for i in block}
    words = {i: own_words(cores[i]) for i in block}
    bare = {i: pairs(cores[i]) or frozenset(("",)) for i in block if not words[i]}
    if len(block) <= _CROWD:
        for i, j in combinations(block, 2):
            if not words[i].isdisjoint(words[j]) or _of_few_letters(cores[i], cores[j]):
                yield i, j
            elif i in bare or j in bare:
                nouns = (bare.get(k) or pairs(cores[k]) for k in (i, j))
                if not next(nouns).isdisjoint(next(nouns)):
                    yield i, j
        return
    words |= bare
    found: set[tuple[int, int]] = set()
    common = Counter(word for i in block for word in words[i])
    rows: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i in block:
        for word in words[i]:
            rows[word, (events[i].place or "") if common[word] > _CROWD else ""].append(i)
    for row in rows.values():
        for position, i in enumerate(row):
            found.update((i, j) for j in row[position + 1 : position + _CROWD])
    yield from sorted(found)


def _of_few_letters(one: str, other: str) -> bool:
    """Whether a short title and another share letters, if no word: 升旗 and 升国旗."""
    return min(len(one), len(other)) <= _FEW and len(set(one) & set(other) - {"\n"}) >= _LETTERS


_FEW, _LETTERS = 4, 2


# --- which are one ----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Groups:
    """Tellings on their way into groups; two become one only where nothing sets any two of their tellings apart."""

    events: list[Event]  # one for all that say the same
    apart: Apart
    uids: list[frozenset[str]]
    documents: list[frozenset[str]]
    of: list[int]
    members: list[list[int]]

    def join(self, i: int, j: int, *, forced: bool = False) -> None:
        """Makes the groups of two tellings one, unless something sets them apart."""
        one, other = self.of[i], self.of[j]
        if one == other:
            return
        if not forced and any(self._parted(a, b) for a in self.members[one] for b in self.members[other]):
            return
        if len(self.members[one]) < len(self.members[other]):
            one, other = other, one
        for k in self.members[other]:
            self.of[k] = one
        self.members[one] += self.members[other]
        self.members[other] = []

    def _parted(self, i: int, j: int) -> bool:
        one, other = self.events[i], self.events[j]
        # What one document tells apart is not made one by what another says of it.
        if self.documents[i] & self.documents[j] and not (_one_stretch(one, other) and likeness(one, other)):
            return True
        if self.apart and any(frozenset((a, b)) in self.apart for a in self.uids[i] for b in self.uids[j]):
            return True
        return apart(one, other)


def _one_stretch(one: Event, other: Event) -> bool:
    """Whether one document may tell one happening with these days: the same, or of one beginning and one name.

    A month that a summary gives, and a day in it, are those of one name as well.
    """
    left, right = ((event.when.edtf or "").removesuffix("/..") for event in (one, other))
    if left == right:
        return True
    within = _is_coarse(one) is not _is_coarse(other) and len(left[:7]) == len(right[:7]) and left[:7] == right[:7]
    begins = one.when.first == other.when.first and "/" in left + right and (left in right or right in left)
    if not (within or begins) or one.description == other.description:
        return False  # 11月17-18日,17日考甲,18日考乙: the stretch is called after the first of its days
    return core(one.title, one.place) == core(other.title, other.place)


def _same_facts(events: Sequence[Event], divided: Collection[str]) -> list[list[Event]]:
    """The tellings that say the same, as copies of a document do; those that a person divided stay single."""
    found: dict[tuple[object, ...], list[Event]] = {}
    for event in events:
        key = (*_facts(event), event.uid if event.uid in divided else "")
        found.setdefault(key, []).append(event)
    return list(found.values())


def merged(
    events: Iterable[Event], together: Together = (), apart: Apart = (), headlines: Headlines = MappingProxyType({})
) -> list[Event]:
    """Events with the same happening told once, sorted; `together` and `apart` are what a person decided."""
    divided = {uid for pair in apart for uid in pair}
    classes = _same_facts(tellings(events), divided)
    said = [each[0] for each in classes]
    numbers = range(len(said))
    uids = [frozenset(event.uid for event in each) for each in classes]
    documents = [frozenset(e.document for event in each for e in event.evidence) for each in classes]
    groups = _Groups(said, apart, uids, documents, list(numbers), [[i] for i in numbers])
    for wanted in together:
        bound = [i for i in numbers if not uids[i].isdisjoint(wanted)]
        for i in bound[1:]:
            groups.join(bound[0], i, forced=True)
    _join_same_days(groups)
    _join_headed(groups, headlines)
    _join_coarse(groups)
    found = [_one([event for i in sorted(group) for event in classes[i]]) for group in groups.members if group]
    return sorted(found, key=lambda event: (event.sort_key, _fullest(event)))


def _blocks(groups: _Groups) -> Mapping[tuple[str, str], Sequence[int]]:
    """The tellings of each day."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, event in enumerate(groups.events):
        blocks[_block(event)].append(i)
    return blocks


def _join_same_days(groups: _Groups) -> None:
    """Joins what is told of the same days, the surest first."""
    found = []
    for block in _blocks(groups).values():
        for i, j in _candidates(groups.events, block):
            one, other = groups.events[i], groups.events[j]
            if (score := likeness(one, other)) and (one.when.edtf == other.when.edtf or _go_together(one, other)):
                found.append((one.when.edtf != other.when.edtf, -score, i, j))
    for *_, i, j in sorted(found):
        groups.join(i, j)


def _join_headed(groups: _Groups, headlines: Headlines) -> None:
    """Joins what one document tells of a day to what another tells in the words of the headline over it."""
    named = {i: by for i, event in enumerate(groups.events) if (by := headed(event, headlines))}
    if not named:
        return
    events = [_with_headline(event, named.get(i)) for i, event in enumerate(groups.events)]
    for block in _blocks(groups).values():
        for i, j in _candidates(events, block) if not named.keys().isdisjoint(block) else ():
            if groups.of[i] == groups.of[j] or groups.documents[i] & groups.documents[j]:
                continue
            one, other = groups.events[i], groups.events[j]
            if one.when.edtf == other.when.edtf and any(
                a in named and one_by_headline(groups.events[a], named[a], groups.events[b])
                for a, b in ((i, j), (j, i))
            ):
                groups.join(i, j)


def _with_headline(event: Event, by: Headed | None) -> Event:
    """An event whose title has the words of its headline as well."""
    return replace(event, title=f"{by.event.title},{event.title}") if by else event


def _join_coarse(groups: _Groups) -> None:
    """Joins what is told of a month, a season or a year to what is told of a day in it, if of one such thing."""
    coarse = [i for i, event in enumerate(groups.events) if _is_coarse(event)]
    if not coarse:
        return
    years = {(groups.events[i].when.edtf or "")[:4] for i in coarse}
    words: dict[int, frozenset[str]] = {}
    rows: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, event in enumerate(groups.events):
        edtf = event.when.edtf or ""
        if edtf[:4] in years and (_precision(event) < 2 or _is_coarse(event)):
            words[i] = pairs(core(event.title, event.place))
            for word in words[i]:
                rows[edtf[:4], word].append(i)
    for i in sorted(coarse, key=lambda i: -len(groups.events[i].when.edtf or "")):
        event = groups.events[i]
        year = (event.when.edtf or "")[:4]
        rare = sorted((rows[year, word] for word in words[i]), key=len)[:_RARE]
        found = {j for row in rare for j in row[:_CROWD] if _lies_in(groups.events[j], event)}
        near = [j for j in sorted(found) if alike(event, groups.events[j])]
        if near and len({groups.of[j] for j in near}) == 1:
            groups.join(i, near[0])


_RARE = 3  # words of a title that few others have, by which its finer tellings are looked for


def _lies_in(event: Event, coarse: Event) -> bool:
    """Whether the days of an event are some of those of another."""
    one, other = event.when, coarse.when
    if one.edtf == other.edtf or not (one.first and one.last and other.first and other.last):
        return False
    return other.first <= one.first and one.last <= other.last


def _is_coarse(event: Event) -> bool:
    """Whether an event is told of a month, a season or a year and of nothing finer."""
    edtf = event.when.edtf or ""
    return event.kind is not EventKind.DEADLINE and edtf.replace("-", "").isdigit() and len(edtf) in _COARSE


_COARSE = (len("2022"), len("2022-05"))


def _one(told: Sequence[Event]) -> Event:
    """Tellings, the fullest first, as one event: the words of the first, the evidence of all."""
    best = told[0]
    if len(told) == 1:
        return best
    evidence = {(e.document, e.span): e for event in reversed(told) for e in event.evidence}
    sure = (event.certainty for event in told if event.when.edtf == best.when.edtf)
    fixed = {step.rule for step in best.decided}
    core = any(event.weight is Weight.CORE for event in told)
    return replace(
        best,
        place=best.place if "decided-place" in fixed else next((e.place for e in told if e.place), None),
        organisers=next((event.organisers for event in told if event.organisers), ()),
        weight=best.weight if "decided-weight" in fixed else Weight.CORE if core else Weight.MINOR,
        certainty=max(sure, default=Certainty.GUESSED),
        repaired=all(event.repaired for event in told),
        evidence=tuple(evidence[key] for key in sorted(evidence)),
        tellings=tuple(told),
    )
