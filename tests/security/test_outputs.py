"""Every attack of the table against every output: what its reader sees has the shape that harmless words have."""

from functools import cache

import pytest

from tests.export.samples import Row, story_of, timeline_of
from tests.security.attacks import ATTACKS, Attack
from tests.security.readers import CONTROL, READERS, page
from timeline.export import EXPORTERS, Exporter, encoded
from timeline.export.explanation import render as explained_in_text
from timeline.export.html import explained
from timeline.export.options import Options
from timeline.model import Story, Timeline, When
from timeline.text import document, printable

HARMLESS = Attack("harmless", "开幕式")
attacks = pytest.mark.parametrize("attack", ATTACKS, ids=[attack.name for attack in ATTACKS])


def told(attack: Attack) -> Story:
    """A document in which the attack is name, title, place, organiser, description and sentence at once."""
    text = attack.text
    row: Row = (
        "5月12日",
        When(edtf="2022-05-12", time="09:30"),
        text,
        {"place": text, "organisers": (text,), "description": text, "sentence": f"5月12日{text}"},
    )
    other: Row = ("6月1日", When(edtf="2022-06-01"), "书展", {})
    return story_of((row, other), name=printable(f"{text}.txt"))


def timeline_with(attack: Attack) -> Timeline:
    """Its timeline, through the door that lets no half character in."""
    story = told(Attack(attack.name, document("", attack.text).raw))
    return timeline_of(story)


@cache
def shape_of_harmless(exporter: Exporter) -> object:
    return READERS[exporter.NAME](encoded(exporter, timeline_with(HARMLESS), Options()))


def test_every_output_has_a_reader() -> None:
    assert {exporter.NAME for exporter in EXPORTERS} == set(READERS)


@pytest.mark.parametrize("exporter", EXPORTERS, ids=[exporter.NAME for exporter in EXPORTERS])
@attacks
def test_no_attack_changes_the_shape_of_an_output(exporter: Exporter, attack: Attack) -> None:
    made = encoded(exporter, timeline_with(attack), Options())
    assert READERS[exporter.NAME](made) == shape_of_harmless(exporter)


@attacks
def test_no_attack_changes_the_page_of_a_document(attack: Attack) -> None:
    def shape(each: Attack) -> object:
        timeline = timeline_with(each)
        return page(explained.render(timeline.stories[0], "zh", timeline).encode())

    assert shape(attack) == shape(HARMLESS)


@attacks
def test_no_attack_reaches_a_terminal_that_explains(attack: Attack) -> None:
    timeline = timeline_with(attack)
    assert not CONTROL.search(explained_in_text(timeline.stories[0], "zh", timeline))
