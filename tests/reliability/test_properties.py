"""What is true of every text and every set of documents, whoever wrote them."""

import random
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.hostile.documents import grown
from tests.read.rendering import traditional, wrapped
from timeline.export import EXPORTERS, encoded
from timeline.export.ics import holds, uid
from timeline.export.ics import render as calendar
from timeline.export.options import Options
from timeline.find import phrases
from timeline.merge import merge
from timeline.model import Story, Timeline
from timeline.pipeline import build, tell
from timeline.text import document

ROOT = Path(__file__).parent.parent.parent
SEEDS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
EXAMPLES = [example for phrase in phrases() for example in phrase.examples]
MANY = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
FEW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

CLAUSES = st.sampled_from(
    [
        "县残联在人民广场举行开幕式",
        "市图书馆举办读书会",
        "请报送总结材料",
        "开展义诊活动",
        "召开第三届联席会议",
        "大家都来了",
    ]
)
SENTENCES = st.builds("{}，{}。".format, st.sampled_from(EXAMPLES), CLAUSES)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=6).map(
    lambda lines: "活动通知\n2022年5月1日\n" + "\n".join(lines) + "\n"
)
_SHORT_YEAR = re.compile(r"(?<!\d)\d{1,3}(?:年|[-/.])")
ANYTHING = st.one_of(st.text(st.characters(), max_size=200), st.integers(0, 100_000).map(grown), TEXTS)


def dates(text: str) -> list[str | None]:
    """What the expressions of a text mean, in its order."""
    return [each.when.edtf if each.when else None for each in tell(document("a", text)).resolutions]


@MANY
@given(ANYTHING)
def test_any_text_goes_in_and_every_offset_names_the_raw_text(text: str) -> None:
    story = tell(document("a", text), today=date(2022, 5, 1))
    raw = story.document.raw
    assert len(raw) == len(text)
    assert all(a == b or "\ud800" <= a <= "\udfff" for a, b in zip(text, raw, strict=True))
    for resolution in story.resolutions:
        assert resolution.expression.span.of(raw) == resolution.expression.text
    for event in story.events:
        for evidence in event.evidence:
            assert 0 <= evidence.span.start <= evidence.span.end <= len(raw)
            assert story.document.line(evidence.span.start) == evidence.line
            assert "".join(evidence.text.split()) in "".join(raw.split())


@MANY
@given(TEXTS)
def test_full_width_and_half_width_are_the_same_dates(text: str) -> None:
    wide = text.translate({code: code + 0xFEE0 for code in range(0x30, 0x3A)})
    assert dates(wide) == dates(text)


@pytest.mark.parametrize("text", SEEDS)
def test_wrapped_and_unwrapped_are_the_same_dates(text: str) -> None:
    whole = "\n".join(document("a", text).text.split("\n"))
    assert Counter(dates(wrapped(whole, 36))) == Counter(dates(whole))


@MANY
@given(st.lists(SENTENCES, min_size=1, max_size=5).map("\n".join))
def test_traditional_and_simplified_are_the_same_dates(text: str) -> None:
    """But for a year of up to three digits, which is of the republic in a traditional text alone."""
    assume(not _SHORT_YEAR.search(text))
    text = "活动通知\n2022年5月1日\n" + text
    assert dates(traditional(text)) == dates(text)


# --- sets of documents ------------------------------------------------------------------------------------------------


def stories(texts: Iterable[str]) -> list[Story]:
    return [tell(document(f"{number}.txt", text)) for number, text in enumerate(texts)]


def told(timeline: Timeline) -> Counter[tuple[str, object, str | None]]:
    """Every telling of every event: what merging may join and never lose."""
    return Counter(
        (
            evidence.document,
            evidence.span,
            evidence.resolution.when.edtf if evidence.resolution and evidence.resolution.when else None,
        )
        for event in timeline.events
        for evidence in event.evidence
    )


@FEW
@given(st.lists(TEXTS, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(texts: list[str], chance: random.Random) -> None:
    documents = [document(f"{number}.txt", text) for number, text in enumerate(texts)]
    shuffled = list(documents)
    chance.shuffle(shuffled)
    assert build(shuffled) == build(documents)
    for exporter in EXPORTERS:
        assert encoded(exporter, build(shuffled), Options()) == encoded(exporter, build(documents), Options())


@FEW
@given(TEXTS, TEXTS)
def test_two_documents_are_both_timelines(one: str, other: str) -> None:
    """No telling of either is lost or redated, and none is added."""
    both = stories((one, other))
    apart = told(merge(both[:1])) + told(merge(both[1:]))
    assert set(told(merge(both))) == set(apart)


@FEW
@given(st.lists(TEXTS, min_size=3, max_size=3))
def test_merging_is_idempotent_commutative_and_associative(texts: list[str]) -> None:
    one, two, three = stories(texts)
    whole = merge((one, two, three))
    assert merge((three, one, two)) == whole
    assert merge(merge((one, two, three)).stories) == whole
    assert merge((*merge((one, two)).stories, three)) == whole == merge((one, *merge((two, three)).stories))


@FEW
@given(TEXTS, TEXTS)
def test_dates_that_are_written_in_full_outlive_being_put_into_one_file(one: str, other: str) -> None:
    """Of two texts in one file less is true: what the second leaves open may go on from the first."""
    full = "2021年3月4日，县残联举行开幕式。\n"
    before, behind = dates(full + one), dates(full + one + "\n" + full + other)
    assert before[0] == behind[0] == "2021-03-04"
    assert behind.count("2021-03-04") >= 2


# --- what is written --------------------------------------------------------------------------------------------------


@MANY
@given(ANYTHING)
def test_every_calendar_reads_back_as_the_same_events(text: str) -> None:
    timeline = build([document("a", text)], today=date(2022, 5, 1))
    shown = {uid(event): event for event in holds(timeline, Options())}
    back = {str(part.uid): part for part in Calendar.from_ical(calendar(timeline, Options())).events}
    assert back.keys() == shown.keys()
    for name, part in back.items():
        start = part.start.date() if isinstance(part.start, datetime) else part.start
        when = shown[name].when
        # Of what has no first day the end is shown as long as it is written: a day, a month, a year.
        assert start in (when.first, when.last) or (when.first is None and part.end == when.last + timedelta(days=1))


@FEW
@given(ANYTHING)
def test_every_export_is_deterministic(text: str) -> None:
    for exporter in EXPORTERS:
        assert encoded(exporter, build([document("a", text)]), Options()) == encoded(
            exporter, build([document("a", text)]), Options()
        )
