"""The five seeds copied under other names, shuffled, re-wrapped and in the other script: not one event more."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from timeline.layout import wrapped
from timeline.merge import merge
from timeline.model import Document, Event, Timeline
from timeline.pipeline import tell
from timeline.read import read
from timeline.text import document

ROOT = Path(__file__).parent.parent
SEEDS = [read(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
STORIES = [tell(seed) for seed in SEEDS]


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return merge(STORIES)


def facts(events: tuple[Event, ...]) -> list[tuple[str | None, str, str]]:
    return [(event.when.edtf, event.title, event.uid) for event in events]


def rewrapped(seed: Document, width: int) -> str:
    """The paragraphs of a document, broken to so many columns, an empty line between them."""
    paragraphs = ("".join(seed.words(block.at).splitlines()) for block in seed.blocks)
    return "\n\n".join("\n".join(wrapped(paragraph, width)) for paragraph in paragraphs) + "\n"


def test_copies_add_no_event_and_change_no_uid(timeline: Timeline) -> None:
    copies = [tell(document(f"副本/{seed.name}.bak.txt", seed.raw)) for seed in SEEDS]
    stories = [*STORIES, *copies, *copies[:2]]
    random.Random(7).shuffle(stories)
    found = merge(stories)
    assert facts(found.events) == facts(timeline.events)
    assert all(len({e.document for e in event.evidence}) >= 2 for event in found.events)


@pytest.mark.parametrize("width", [20, 38])
def test_a_rewrapped_copy_adds_no_event_and_changes_no_uid(timeline: Timeline, width: int) -> None:
    copies = [tell(document(f"折行{seed.name}", rewrapped(seed, width))) for seed in SEEDS]
    assert {event.uid for event in merge(copies).events} == {event.uid for event in timeline.events}
    stories = [*copies, *STORIES]
    random.Random(width).shuffle(stories)
    assert {(e.when.edtf, e.uid) for e in merge(stories).events} == {(e.when.edtf, e.uid) for e in timeline.events}
    assert len(merge(stories).events) == len(timeline.events)


def to_traditional() -> dict[str, str]:
    """Simplified character -> a traditional one for it, from the table by which documents are folded."""
    lines = (ROOT / "timeline" / "data" / "traditional.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (pair for line in lines if not line.startswith("#") for pair in line.split())
    return {pair[1]: pair[0] for pair in pairs if len(pair) == 2}


def test_a_copy_in_the_other_script_adds_no_event(timeline: Timeline) -> None:
    table = str.maketrans(to_traditional())
    copies = [tell(document(f"正體{seed.name}", seed.raw.translate(table))) for seed in SEEDS]
    assert any(seed.raw != copy.document.raw for seed, copy in zip(SEEDS, copies, strict=True))
    found = merge([*STORIES, *copies])
    assert {(e.when.edtf, e.uid) for e in found.events} == {(e.when.edtf, e.uid) for e in timeline.events}


NOTICE = """关于开展读书月活动的通知

2024年4月{day}日，市图书馆举行“书香满城”读书月启动仪式。

4月28日，读书会在人民公园举行。
"""


@pytest.mark.parametrize("change", ["2024年4月20日", "2024年4月23日上午", "4月21日"])
def test_a_corrected_date_keeps_the_uid(change: str) -> None:
    before = tell(document("通知.txt", NOTICE.format(day=23)))
    after = tell(document("2024/改.txt", NOTICE.format(day=23).replace("2024年4月23日", change)))
    assert len(before.events) == 2
    assert [event.uid for event in before.events] == [event.uid for event in after.events]
    assert before.events[0].when != after.events[0].when


def test_a_later_document_changes_no_uid() -> None:
    first = document("a.txt", "2024-04-24 来源：市图书馆\n\n2024年4月23日，“书香满城”读书月启动仪式在市图书馆举行。\n")
    later = document(
        "b.txt",
        "2024-05-02 来源：市文旅局\n\n2024年4月23日上午9:00，“书香满城”读书月启动仪式在市图书馆隆重举行。\n",
    )
    (alone,) = merge([tell(first)]).events
    (both,) = merge([tell(later), tell(first)]).events
    assert len(both.evidence) == 2
    assert both.when.time == "09:00"
    assert both.uid == alone.uid
