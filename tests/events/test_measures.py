"""Clauses that only measure name no event beside one that tells."""

from __future__ import annotations

import pytest

from tests.events.marked import told
from timeline.events.language.phrases import Phrase
from timeline.events.what.measures import MEASURES, only_measures, only_time, without_measures


@pytest.mark.parametrize(
    "clause", [example for measure in MEASURES for example in measure.examples] + ["名额30人", "参赛者五百余名"]
)
def test_a_measure_is_known(clause: str) -> None:
    assert only_measures(Phrase(clause, 0))


@pytest.mark.parametrize(
    "clause",
    [
        "造成三人受伤",
        "评选出10人",
        "比赛推迟三天",
        "影响深远",
        "共商合作大计",
        "火灾烧毁房屋三间",
        "持续推进改革",
        "二十人获奖",
        "全区稽查商铺49家",
    ],
)
def test_a_deed_is_no_measure(clause: str) -> None:
    assert not only_measures(Phrase(clause, 0))


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("每周三下午2:00至4:00", True),
        ("16:30—17:30", True),
        ("每周三例会", False),
        ("五人小组", False),
        ("每天下午二时", True),
    ],
)
def test_a_time_is_known(clause: str, *, expected: bool) -> None:
    assert only_time(Phrase(clause, 0)) is expected


def test_what_is_measured_alone_is_told() -> None:
    assert without_measures([Phrase("降雨量80毫米", 0)]) == [Phrase("降雨量80毫米", 0)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("市运动会将于⟦5月6日至8日|2021-05-06/2021-05-08⟧举行,较上届提前一周。", "市运动会"),
        ("⟦4月9日|2021-04-09⟧,诗人沈从山在绍兴病逝,享年八十一岁。", "诗人沈从山在绍兴病逝"),
        ("⟦4月9日|2021-04-09⟧,滨江隧道贯通,全长21公里。", "滨江隧道贯通"),
        ("⟦4月9日|2021-04-09⟧,书画展闭幕,参观者达三千余人。", "书画展闭幕"),
        ("名额有限,⟦4月9日|2021-04-09⟧起接受报名。", "接受报名"),
        ("定于⟦4月9日|2021-04-09⟧对江岸路沿线停电,影响约900户。", "对江岸路沿线停电"),
    ],
)
def test_a_measure_is_no_title(text: str, title: str) -> None:
    assert [name for _, name in told(text)] == [title]
