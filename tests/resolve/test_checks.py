"""The checks confirm or leave a doubt; doubts become notes in two languages."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from string import Formatter

from hypothesis import given, settings
from hypothesis import strategies as some

import timeline.resolve
from tests.catalogues import rows
from tests.resolve.builder import edtf, written
from timeline.messages import say
from timeline.model import Anchor, Certainty, Clock, Occasion, Part, Period, Point, Section, Severity, Shift, Unit
from timeline.resolve import doubts, resolve
from timeline.resolve.intervals import intervals
from timeline.text import document

HOME = Path(timeline.resolve.__file__).parent


def rules(resolution):
    return [step.rule for step in resolution.steps]


def test_a_day_that_does_not_exist_keeps_its_month():
    found = written("2013年2月29日塌陷。", ("2013年2月29日", Point(year=2013, month=2, day=29)))
    assert edtf(found) == ["2013-02"]
    assert "doubt-impossible" in rules(found[0])
    assert found[0].certainty is Certainty.GUESSED


def test_the_weekday_confirms_or_leaves_a_doubt():
    confirmed, doubted = written(
        "2024年6月27日（星期四）开会，2024年6月28日（星期四）散会。",
        ("2024年6月27日（星期四）", Point(year=2024, month=6, day=27, weekday=3)),
        ("2024年6月28日（星期四）", Point(year=2024, month=6, day=28, weekday=3)),
    )
    assert rules(confirmed)[0] == "weekday-confirms"
    assert "doubt-weekday" in rules(doubted)
    assert doubted.when.edtf == "2024-06-28"


def test_a_date_beside_a_numbered_observance_must_be_its_day():
    found = written(
        "2022年5月16日是第三十二次全国助残日。",
        ("2022年5月16日", Point(year=2022, month=5, day=16)),
        ("第三十二次全国助残日", Occasion(key="quanguo-zhucanri", ordinal=32)),
    )
    assert "doubt-ordinal-date" in rules(found[0])
    assert edtf(found) == ["2022-05-16", "2022-05-15"]


def test_doubts_become_notes_with_their_line():
    text = "标题\n2013年2月29日塌陷。"
    found = written(text, ("2013年2月29日", Point(year=2013, month=2, day=29)))
    notes = doubts(document("t.txt", text), found)
    assert [(note.rule, note.line, note.severity) for note in notes] == [("doubt-impossible", 2, Severity.DOUBT)]
    assert "2013-02-29" in say("en", notes[0].rule, **notes[0].values)


def test_what_has_no_year_is_a_loss_that_names_the_option():
    found = written("5月12日开工。", ("5月12日", Point(month=5, day=12)))
    (note,) = doubts(document("t.txt", "5月12日开工。"), found)
    assert note.severity is Severity.LOSS
    assert "--year" in say("zh", note.rule, **note.values)


def test_every_rule_in_the_code_has_its_row_and_every_row_both_languages():
    source = "".join(
        path.read_text(encoding="utf-8") for path in [*HOME.glob("*.py"), *(HOME.parent / "setting").glob("*.py")]
    )
    named = set(re.findall(r'note\(\s*"([a-z-]+)"', source)) | set(
        re.findall(r'(?:Verdict|Claim|Step)\([^"()]*(?:\([^()]*\)[^"()]*)*"([a-z-]+)"', source)
    )
    named |= set(re.findall(r'"(doubt-[a-z-]+|year-[a-z-]+|published-[a-z]+)"', source))
    missing = {name for name in named if name not in rows()}
    assert not missing
    for name in named:
        row = rows()[name]
        fields = [
            {field for form in row[language] for _, field, _, _ in Formatter().parse(form) if field}
            for language in ("en", "zh")
        ]
        assert row["en"], name
        assert row["zh"], name
        if name != "weekday-confirms":
            assert fields[1] <= fields[0] | {"text", "year", "count"}, name


numbers = some.one_of(some.none(), some.integers(1, 12))
points = some.builds(
    Point,
    era=some.sampled_from([None, None, None, "民国", "光绪", "不存在"]),
    year=some.one_of(some.none(), some.integers(0, 10_000)),
    month=numbers,
    day=some.one_of(some.none(), some.integers(0, 40)),
    lunar=some.booleans(),
    leap=some.booleans(),
    decade=some.one_of(some.none(), some.sampled_from([90, 1990])),
    century=some.one_of(some.none(), some.integers(1, 22)),
    section=some.one_of(some.none(), some.sampled_from(Section)),
    weekday=some.one_of(some.none(), some.integers(0, 6)),
    shift=some.one_of(
        some.none(), some.builds(Shift, some.sampled_from(Unit), some.integers(-3000, 3000), some.sampled_from(Anchor))
    ),
    same_period=some.booleans(),
    part=some.one_of(some.none(), some.sampled_from(Part)),
    clock=some.one_of(some.none(), some.builds(Clock, some.integers(0, 24), some.integers(0, 59))),
)
ends = some.one_of(some.none(), points)
values = some.one_of(points, some.builds(Period, start=ends, end=ends, deadline=some.booleans()))


@settings(max_examples=300, deadline=None)
@given(some.lists(values, min_size=1, max_size=6), some.booleans())
def test_whatever_is_written_it_resolves_to_one_resolution_each_and_never_raises(found, dated):
    marks = [(f"甲{index}", value) for index, value in enumerate(found)]
    text = "会议：" + "，".join(words for words, _ in marks) + "。"
    resolutions = written(text, *marks, today=datetime(2022, 5, 14, 9) if dated else None)
    assert len(resolutions) == len(found)
    for resolution in resolutions:
        assert resolution.steps
        intervals(resolution, datetime(2022, 5, 14, 9))
    assert resolve(document("", text), [], timeline.setting.understand(document("", text), [])) == ()
