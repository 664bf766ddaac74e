"""The JSON of a document has the keys of the evaluation's format, and its offsets are those of the file."""

from dataclasses import replace
from datetime import date

from tests.export.samples import ROWS, story_of, timeline_of
from timeline.export.json import story_object, timeline_object
from timeline.model import Claim, Story, When


def test_the_keys_are_those_of_the_format(story: Story) -> None:
    made = story_object(story, "en")
    assert set(made) >= {"document", "context", "expressions", "events"}
    assert set(made["document"]) >= {"source", "title", "published", "script"}
    assert set(made["context"]) >= {"year", "why"}
    keys = "text start end kind edtf time part_of_day duration rrule certainty repaired why"
    assert set(made["expressions"][0]) == set(keys.split())
    keys = "uid edtf time part_of_day title description place organisers kind weight certainty evidence"
    assert set(made["events"][0]) >= set(keys.split())
    assert set(made["events"][0]["evidence"][0]) >= {"source", "start", "end", "text"}


def test_values_are_plain(story: Story) -> None:
    made = story_object(story, "en")
    by_text = {expression["text"]: expression for expression in made["expressions"]}
    assert by_text["5月12日9:30"]["time"] == "09:30"
    assert by_text["5月9日上午"]["part_of_day"] == "morning"
    assert by_text["每周三"] | {"edtf": None, "rrule": "FREQ=WEEKLY;BYDAY=WE"} == by_text["每周三"]
    assert by_text["月13日"]["repaired"] is True
    assert by_text["月13日"]["certainty"] == "derived"
    assert made["context"]["year"] == 2022
    assert all(type(value) in (str, int, bool, type(None), list) for e in made["expressions"] for value in e.values())


def test_offsets_cut_the_words_out_of_the_raw_text(story: Story) -> None:
    made = story_object(story, "en")
    raw = story.document.raw
    for found in [*made["expressions"], *(e for event in made["events"] for e in event["evidence"])]:
        assert raw[found["start"] : found["end"]] == found["text"]


def test_a_document_that_names_no_year_says_so(story: Story) -> None:
    made = story_object(replace(story, setting=replace(story.setting, year=None)), "en")
    assert made["context"]["year"] is None
    assert made["context"]["why"]


def test_the_day_of_publication_is_the_file_s_or_the_text_s(story: Story) -> None:
    assert story_object(story, "en")["document"]["published"] is None
    named = story_of(ROWS, published=date(2022, 5, 1))
    assert story_object(named, "en")["document"]["published"] == "2022-05-01"
    claimed = replace(named, setting=replace(named.setting, published=Claim(date(2022, 4, 30), "test")))
    assert story_object(claimed, "en")["document"]["published"] == "2022-04-30"


def test_a_timeline_holds_the_same_event_objects(story: Story) -> None:
    of_story = {event["uid"]: event for event in story_object(story, "zh")["events"]}
    of_timeline = {event["uid"]: event for event in timeline_object(timeline_of(story), "zh")["events"]}
    assert of_story == of_timeline


def test_two_documents_are_told_apart() -> None:
    rows = (("5月12日", When(edtf="2022-05-12"), "开幕式", {}),)
    made = timeline_object(timeline_of(story_of(rows, "a.txt"), story_of(rows, "b.txt")), "zh")
    assert [source["number"] for source in made["sources"]] == [1, 2]
    assert [event["evidence"][0]["source"] for event in made["events"]] == ["a.txt", "b.txt"]
