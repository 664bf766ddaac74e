"""A person's decisions: written by UID, honoured by every run, told wherever they changed something, never a crash."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.decisions import DecisionsError, decide, written
from timeline.merge import merge
from timeline.model import Certainty, Event, EventKind, Timeline, Weight
from timeline.pipeline import tell
from timeline.text import document

ONE = """读书月简报

2024年4月23日，市图书馆举行“书香满城”读书月启动仪式。

4月25日上午，作家见面会在人民公园举行。
"""
OTHER = """文化动态

2024年4月23日，“书香满城”读书月启动仪式在市图书馆举行。

2024年4月24日，新书签售会在人民公园举行。
"""
STORIES = [tell(document("one.txt", ONE)), tell(document("other.txt", OTHER))]


def event(timeline: Timeline, words: str) -> Event:
    """The only event with these words in its title."""
    (found,) = (event for event in timeline.events if words in event.title)
    return found


def decided(text: str, **uids: str) -> Timeline:
    found = written("timeline.toml", "version = 1\n" + text.format(**uids))
    return decide(STORIES, found.decisions, found.notes)


PLAIN = merge(STORIES)
START, MEETING, SIGNING = (event(PLAIN, words) for words in ("启动仪式", "见面会", "签售"))


def rules(timeline: Timeline) -> list[str]:
    return [note.rule for note in timeline.notes if note.document == "timeline.toml"]


def test_the_documents_tell_of_three_events() -> None:
    assert len(PLAIN.events) == 3
    assert len(START.tellings) == 2


def test_an_event_gets_the_title_date_time_place_kind_and_weight_that_a_person_wants() -> None:
    found = event(
        decided(
            '[event.{uid}]\ntitle = "与作家见面"\ndate = 2024-04-26\ntime = "14:30"\n'
            'place = "人民公园荷花池"\nkind = "deadline"\nweight = "minor"\n',
            uid=MEETING.uid,
        ),
        "与作家见面",
    )
    assert (found.when.edtf, found.when.time, found.place) == ("2024-04-26", "14:30", "人民公园荷花池")
    assert (found.kind, found.weight, found.certainty) == (EventKind.DEADLINE, Weight.MINOR, Certainty.WRITTEN)
    assert found.uid == MEETING.uid
    assert [(e.document, e.span) for e in found.evidence] == [(e.document, e.span) for e in MEETING.evidence]
    assert {step.rule for step in found.decided} == {
        *("decided", "decided-title", "decided-time", "decided-place", "decided-kind", "decided-weight")
    }


@pytest.mark.parametrize("name", [START.uid, START.uid[:8], f"tl-{START.uid}@timeline.invalid"])
def test_an_event_is_named_by_its_uid_its_first_digits_or_as_a_calendar_holds_it(name: str) -> None:
    assert event(decided('[event."{uid}"]\nplace = ""\n', uid=name), "启动仪式").place is None


def test_any_telling_names_the_event() -> None:
    for telling in START.tellings:
        found = event(decided('[event.{uid}]\ntitle = "读书月开场"\n', uid=telling.uid), "读书月开场")
        assert len(found.evidence) == 2
        assert found.uid == telling.uid or found.uid == START.uid


def test_a_dropped_event_is_gone_and_the_others_stay() -> None:
    found = decided("[event.{uid}]\ndrop = true\n", uid=MEETING.uid)
    assert [e.uid for e in found.events] == [e.uid for e in PLAIN.events if e.uid != MEETING.uid]


def test_two_events_are_made_one_with_the_facts_of_the_first_and_the_evidence_of_both() -> None:
    found = decided('[event.{uid}]\nmerge = ["{other}"]\n', uid=MEETING.uid, other=SIGNING.uid)
    assert len(found.events) == 2
    made = event(found, "见面会")
    assert (made.uid, made.when.edtf, made.title) == (MEETING.uid, MEETING.when.edtf, MEETING.title)
    assert {e.document for e in made.evidence} == {"one.txt", "other.txt"}


def test_a_telling_leaves_the_event_that_it_was_merged_into() -> None:
    first, second = START.tellings
    found = decided('[event.{uid}]\nsplit = ["{other}"]\n', uid=first.uid, other=second.uid)
    assert {e.uid for e in found.events} == {e.uid for e in PLAIN.events} | {first.uid, second.uid}
    assert len(found.events) == 4
    assert all(len(e.evidence) == 1 for e in found.events)


def test_what_left_can_be_decided_of_by_itself() -> None:
    first, second = START.tellings
    text = '[event.{uid}]\nsplit = ["{other}"]\n[event.{other}]\ntitle = "读书月分会场"\ndate = "2024-04-27"\n'
    found = decided(text, uid=first.uid, other=second.uid)
    assert event(found, "分会场").when.edtf == "2024-04-27"
    assert event(found, "启动仪式").when.edtf == "2024-04-23"


def test_an_event_moved_to_the_day_of_its_double_becomes_one_with_it() -> None:
    stories = [
        tell(document(f"{day}.txt", f"2024年5月{day}日，第三届社区邻里节在幸福广场开幕。")) for day in ("11", "12")
    ]
    first, second = merge(stories).events
    text = f"version = 1\n[event.{first.uid}]\ndate = 2024-05-12\n"
    (found,) = decide(stories, written("timeline.toml", text).decisions).events
    assert (found.when.edtf, len(found.evidence)) == ("2024-05-12", 2)
    assert second.when.edtf == "2024-05-12"


def test_a_decision_outlives_a_moved_renamed_and_redated_document() -> None:
    moved = ONE.replace("4月25日上午", "4月27日")
    decisions = written("timeline.toml", f'version = 1\n[event.{MEETING.uid}]\ntitle = "与作家见面"\n').decisions
    found = decide([tell(document("2024/简报.txt", moved))], decisions)
    assert event(found, "与作家见面").when.edtf == "2024-04-27"
    assert rules(found) == []


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ('[event.{uid}]\ntitel = "x"\n', "decision-key", 2),
        ("[events.{uid}]\ndrop = true\n", "decision-key", 2),
        ("[event.deadbeef]\ndrop = true\n", "decision-gone", 2),
        ("\n\n[event.xyz]\ndrop = true\n", "decision-uid", 4),
        ('[event.{uid}]\ndate = "5月15日"\n', "decision-value", 2),
        ('[event.{uid}]\ndate = "2024-02-30"\n', "decision-value", 2),
        ('[event.{uid}]\ntime = "25:00"\n', "decision-value", 2),
        ('[event.{uid}]\nkind = "party"\n', "decision-value", 2),
        ("[event.{uid}]\ntitle = 5\n", "decision-value", 2),
        ('[event.{uid}]\nmerge = "{uid}"\n', "decision-uids", 2),
        ('[event.{uid}]\nmerge = ["deadbeef"]\n', "decision-gone", 2),
        ('[event.{uid}]\nsplit = ["{uid}"]\n', "decision-split", 2),
        ("event = 5\n", "decision-uid", 2),
    ],
)
def test_what_cannot_be_done_is_a_note_that_names_the_line(text: str, rule: str, line: int) -> None:
    found = decided(text, uid=MEETING.uid)
    (note,) = (note for note in found.notes if note.document == "timeline.toml")
    assert (note.rule, note.line) == (rule, line)
    assert found.events == PLAIN.events


def test_one_thing_decided_twice_is_a_note_and_the_first_holds() -> None:
    first, second = START.tellings
    found = decided('[event.{a}]\ntitle = "甲会开幕"\n[event.{b}]\ntitle = "乙会开幕"\n', a=first.uid, b=second.uid)
    assert rules(found) == ["decision-twice"]
    assert event(found, "甲会").evidence


@pytest.mark.parametrize(
    ("text", "rule"),
    [("version = ", "decisions-broken"), ("version = 2\n", "decisions-version"), ("", "decisions-version")],
)
def test_a_file_that_cannot_be_read_is_an_error_with_its_line(text: str, rule: str) -> None:
    with pytest.raises(DecisionsError) as caught:
        written("timeline.toml", text)
    assert (caught.value.note.rule, caught.value.note.line) == (rule, 1)


UIDS = st.sampled_from([told.uid for e in PLAIN.events for told in (e.tellings or (e,))])
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from(["甲", "“书香满城”读书月启动仪式"]),
        "date": st.sampled_from(["2024-04-24", "2024-04", "2024-04-01/2024-04-30", "../2024-05-01"]),
        "time": st.sampled_from(["", "09:00"]),
        "place": st.sampled_from(["", "北京市"]),
        "merge": st.lists(UIDS, max_size=2),
        "split": st.lists(UIDS, max_size=2),
        "drop": st.booleans(),
    },
)


@given(st.dictionaries(UIDS, FACTS, max_size=4))
def test_no_decisions_lose_evidence_or_give_two_events_one_uid(wanted) -> None:
    rows = [
        f"[event.{uid}]\n" + "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in row.items())
        for uid, row in wanted.items()
    ]
    found = decided("".join(rows).replace("{", "{{").replace("}", "}}"))
    uids = [e.uid for e in found.events]
    assert len(set(uids)) == len(uids)
    spans = {(e.document, e.span) for each in found.events for e in each.evidence}
    everything = {(e.document, e.span) for each in PLAIN.events for e in each.evidence}
    assert spans <= everything
    if not any(row.get("drop") for row in wanted.values()):
        assert spans == everything
