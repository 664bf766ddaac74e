"""The page of one document: every expression a link to its reasons, every event beside it, the text whole."""

from itertools import pairwise

import pytest

from tests.export.samples import ROWS, story_of, timeline_of
from tests.export.test_html import HOSTILE, Page
from timeline.export.html import explained
from timeline.export.html.explained import pieces
from timeline.messages import LANGUAGES
from timeline.model import Story
from timeline.pipeline import tell
from timeline.text import document

TEXT = (
    "关于举办文化节的通知\n\n乘6号线前往。文化节于2022年5月12日至\n14日举行，"
    "5月10日前报名，为期三天。<b>今年</b>另有演出。\n某市文化馆\n2022年4月20日\n"
)


@pytest.fixture
def told() -> Story:
    return tell(document("notice.txt", TEXT))


def page(story: Story, language: str = "zh") -> Page:
    return Page(explained.render(story, language, timeline_of(story)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_is_whole(told: Story, language: str) -> None:
    text = page(told, language).text
    lines = [line for line in TEXT.split("\n") if line]
    assert all(line in text for line in lines)


def test_every_expression_is_a_link_to_its_reasons_and_back(told: Story) -> None:
    made = page(told)
    anchors = [each["id"] for _, each in made.elements if "id" in each]
    links = [each["href"] or "" for name, each in made.elements if name == "a"]
    assert len(anchors) == len(set(anchors))
    assert {link[1:] for link in links} <= set(anchors)
    for number in range(1, len(told.resolutions) + 1):
        assert f"#x{number}" in links
        assert f"#t-x{number}" in links


def test_an_expression_is_coloured_by_its_certainty(told: Story) -> None:
    found = {
        each["href"]: each["class"]
        for name, each in page(told).elements
        if name == "a" and "x" in str(each.get("class")).split()
    }
    for number, resolution in enumerate(told.resolutions, start=1):
        expected = resolution.certainty.label if resolution.when else "none"
        assert found[f"#x{number}"] == f"x {expected}"
    assert "x left" in found.values()


def test_events_stand_beside_the_text_with_their_lines(told: Story) -> None:
    made = page(told)
    assert told.events
    assert all(event.title in made.text for event in told.events)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_document_stays_text(text: str) -> None:
    raw = f"2022年5月12日，举行{text}活动。\n5月13日{text}\n"
    made = page(tell(document(text.replace("\r\n", " "), raw)))
    assert [name for name, _ in made.elements if name in {"script", "img", "svg", "style"}] == ["style", "script"]
    assert not [key for _, attributes in made.elements for key in attributes if key.startswith("on")]


def test_overlapping_stretches_are_shown_once() -> None:
    story = story_of(ROWS)
    shown = pieces(story)
    assert len(shown) == len(ROWS)
    assert all(left.span.end <= right.span.start for left, right in pairwise(shown))
