"""Doubts on dates that were placed: which words contradict each other, which confirm, and what is not datable."""

from __future__ import annotations

import pytest

from timeline.model import Severity, Story
from timeline.pipeline import tell
from timeline.text import document


def _told(text: str) -> Story:
    return tell(document("示例", text))


def _steps(text: str) -> dict[str, list[str]]:
    return {found.expression.text: [step.rule for step in found.steps] for found in _told(text).resolutions}


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("2022年5月15日是第三十二次全国助残日。", False),
        ("2022年5月16日是第三十二次全国助残日。", True),
        ("2022年5月14日是第三十二次全国助残日。", True),
        ("第三十二次全国助残日是2022年5月16日。", True),
        ("2022年5月16日筹备第三十二次全国助残日。", False),
    ],
)
def test_a_day_beside_a_number_is_its_day_or_doubted(text, doubted):
    steps = _steps(text)
    assert any("doubt-ordinal-date" in rules for rules in steps.values()) is doubted


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("2022年9月10日（农历八月十五）赏月。", "moon-confirms"),
        ("2022年9月11日（农历八月十五）赏月。", "doubt-moon"),
    ],
)
def test_the_lunar_day_in_brackets_confirms_or_doubts(text, rule):
    (civil, *_) = _steps(text).values()
    assert rule in civil


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("5月12日开工。", ["doubt-no-year"]),
        ("2021年5月12日开工。", []),
        ("目前进展顺利。", []),
        ("次日开工。", ["doubt-undated"]),
        ("每天开放。", []),
        ("工期三天。", []),
        ("国际残疾人日有活动。", []),
    ],
)
def test_what_is_asked_for_and_not_found_is_noted(text, rules):
    assert [note.rule for note in _told(text).notes if note.rule.startswith("doubt")] == rules


def test_what_leaves_a_time_without_its_date_is_a_loss():
    severities = {note.rule: note.severity for text in ("5月12日开工。", "次日开工。") for note in _told(text).notes}
    assert severities["doubt-no-year"] is Severity.LOSS
    assert severities["doubt-undated"] is Severity.LOSS


def test_a_number_of_another_year_than_the_one_before_it_is_doubted_once():
    story = _told("2021年第三十二次全国助残日活动方案\n定于5月15日举行。")
    assert [note.rule for note in story.notes] == ["doubt-ordinal"]
