"""What lies behind a limit is left out, a note says from where, and all before it is as it was."""

import pytest

from timeline import find, limits
from timeline.model import Note, Severity, Story
from timeline.pipeline import tell
from timeline.text import document

SENTENCE = "2022年5月12日，县残联在人民广场举行“春雨”行动启动仪式。\n"


def cuts(story: Story) -> list[Note]:
    return [note for note in story.notes if note.rule.startswith(limits.CUT)]


@pytest.mark.parametrize("sentences", [1, 50])
def test_an_ordinary_text_is_not_cut(sentences: int) -> None:
    story = tell(document("a", SENTENCE * sentences))
    assert cuts(story) == []
    assert len(story.resolutions) == sentences


def test_a_text_too_long_is_cut_at_the_end_of_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHARACTERS", len(SENTENCE) * 10 + 7)
    story = tell(document("a", SENTENCE * 12))
    (note,) = cuts(story)
    assert (note.rule, note.line, note.severity) == ("cut-text", 11, Severity.LOSS)
    assert note.values == {"count": str(len(SENTENCE) * 2)}
    assert story.document.raw == SENTENCE * 10
    assert len(story.resolutions) == 10


def test_a_line_without_end_is_cut_within(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHARACTERS", 100)
    made = document("a", "标题\n" + "甲" * 500)
    assert len(made.raw) == 100
    assert [note.rule for note in made.notes] == ["cut-text"]


def test_a_line_without_end_below_others_is_cut_where_it_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LINE", 50)
    just = "甲" * 50 + "\n"
    assert cuts(tell(document("a", just * 3 + "乙" * 50))) == []
    made = document("a", just * 3 + "乙" * 51 + "\n" + just)
    assert made.raw == just * 3 + "乙" * 50
    assert [(note.rule, note.line, note.values) for note in made.notes] == [("cut-text", 4, {"count": "53"})]


def test_too_many_lines_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LINES", 5)
    story = tell(document("a", SENTENCE * 7))
    assert [(note.rule, note.line) for note in cuts(story)] == [("cut-text", 6)]
    assert story.document.raw == SENTENCE * 5
    assert cuts(tell(document("a", SENTENCE * 5))) == []


def test_too_many_times_are_cut_and_those_before_are_read_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f"2022年5月{day}日，举行第{day}场比赛。\n" for day in range(1, 21))
    whole = tell(document("a", text))
    monkeypatch.setattr(limits, "TIMES", 8)
    story = tell(document("a", text))
    assert [(note.rule, note.line) for note in cuts(story)] == [("cut-times", 9)]
    assert story.resolutions == whole.resolutions[:8]
    assert story.document.raw == text
    assert {event.when for event in story.events} <= {event.when for event in whole.events[:8]}


def test_too_many_times_of_one_line_are_cut_where_as_many_in_several_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    days = [f"2022年5月{day}日举行第{day}场比赛。" for day in range(1, 21)]
    monkeypatch.setattr(limits, "LINE_TIMES", 8)
    assert cuts(tell(document("a", "\n".join(days)))) == []
    whole = tell(document("a", "".join(days[:8])))
    assert cuts(whole) == []
    story = tell(document("a", "".join(days)))
    assert [(note.rule, note.line) for note in cuts(story)] == [("cut-times", 1)]
    assert [resolution.when for resolution in story.resolutions] == [
        resolution.when for resolution in whole.resolutions
    ]


@pytest.mark.parametrize("between", ["", "\n"])
def test_the_beginning_of_a_long_text_is_asked_first_whether_its_times_are_too_many(
    monkeypatch: pytest.MonkeyPatch, between: str
) -> None:
    text = between.join(f"2022年5月{day % 28 + 1}日举行第{day}场比赛。" for day in range(400))
    monkeypatch.setattr(limits, "TIMES", 60)
    monkeypatch.setattr(limits, "LINE_TIMES", 50)
    whole = tell(document("a", text))
    assert len(cuts(whole)) == 1
    looked_at: list[int] = []
    find_islands = find.islands
    monkeypatch.setattr(
        find, "islands", lambda text, hant: looked_at.append(len(text)) or find_islands(text, hant=hant)
    )
    monkeypatch.setattr(find, "_BEGINNING", 3_000)
    assert tell(document("a", text)).resolutions == whole.resolutions
    assert looked_at == [3_000]
    looked_at.clear()
    monkeypatch.setattr(find, "_BEGINNING", 400)  # fifty do not stand in it
    assert tell(document("a", text)).resolutions == whole.resolutions
    assert looked_at == [400, len(document("a", text).text)]


def test_a_line_that_comes_too_often_is_cut_and_as_many_others_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ALIKE", 5)
    others = "".join(f"2022年5月{day}日，举行第{day}场比赛，5月{day + 1}日休息。\n" for day in range(1, 21))
    assert cuts(tell(document("a", others))) == []
    assert cuts(tell(document("a", others + SENTENCE * 5))) == []
    story = tell(document("a", others + SENTENCE * 5 + "6月1日开学。\n" + SENTENCE))
    assert [(note.rule, note.line) for note in cuts(story)] == [("cut-times", 27)]
    assert [resolution.expression.text for resolution in story.resolutions][-2:] == ["2022年5月12日", "6月1日"]


def test_too_many_events_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f"2022年5月{day}日，县残联举行第{day}场比赛。\n" for day in range(1, 11))
    whole = tell(document("a", text))
    monkeypatch.setattr(limits, "EVENTS", 4)
    story = tell(document("a", text))
    assert [(note.rule, note.line) for note in cuts(story)] == [("cut-events", 5)]
    assert story.events == whole.events[:4]
