"""Numbered observances that a date contradicts: the date is believed, the number is a note."""

from __future__ import annotations

import pytest

from timeline.model import Story
from timeline.pipeline import tell
from timeline.text import document


def _told(text: str) -> Story:
    return tell(document("示例", text))


@pytest.mark.parametrize(
    ("text", "words", "day", "rule"),
    [
        ("2017年5月19日是第23个全国助残日。", "第23个全国助残日", "2017-05-21", "doubt-ordinal-date"),
        (
            "12月的校园\n\n2013年12月3日，今天是第二十三个“国际残疾人日”。",
            "第二十三个“国际残疾人日”",
            "2013-12-03",
            "doubt-ordinal-date",
        ),
        ("2025年4月24日是第九个中国航天日。", "第九个中国航天日", "2025-04-24", "doubt-ordinal-date"),
        ("第七个农民丰收节，2023年9月23日，村里摆起长桌宴。", "第七个农民丰收节", "2023-09-23", "doubt-ordinal-date"),
        ("2022年第31次全国助残日活动将于5月15日举行。", "2022年第31次全国助残日", "2022-05-15", "doubt-ordinal"),
    ],
)
def test_a_number_that_a_date_contradicts_is_noted_and_claims_no_year(text, words, day, rule):
    story = _told(text)
    assert {found.expression.text: found.when.edtf for found in story.resolutions}[words] == day
    assert rule in [note.rule for note in story.notes]
    assert story.setting.ordinal_year is None


def test_a_miscounted_number_in_the_title_does_not_date_the_page():
    story = _told(
        "第23个全国助残日活动在我县举行\n\n2017年5月21日是第23个全国助残日。5月18日，志愿者走访了残疾人家庭。"
    )
    assert [found.when.edtf for found in story.resolutions][-1] == "2017-05-18"


@pytest.mark.parametrize(
    "text",
    [
        "2022年5月15日是第三十二次全国助残日。",
        "第34个“国际残疾人日”，2025年12月3日，义诊开始。",
        "2024年10月15日，第136届广交会在广州开幕。",
        "2024年第三十四次全国助残日前夕，志愿者慰问了老人。",
    ],
)
def test_a_number_that_agrees_raises_no_doubt(text):
    assert not [note.rule for note in _told(text).notes if "ordinal" in note.rule]


def test_games_in_passing_do_not_date_a_page():
    story = _told("第29届残奥会在北京举行时，他还是学生。5月12日，他来到特教学校。")
    assert story.setting.ordinal_year is None
