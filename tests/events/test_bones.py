"""Bones: what carries a clause that is too long, and that nothing is torn from it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.events.editing.bones import BONES, bared
from timeline.events.language.phrases import LONGEST, PAIRS, Phrase, trim

EXAMPLES = [(bone, clause, expected) for bone in BONES for clause, expected in bone.examples.items()]


@pytest.mark.parametrize(
    ("bone", "clause", "expected"), EXAMPLES, ids=[f"{bone.name}: {clause[:16]}" for bone, clause, _ in EXAMPLES]
)
def test_a_bone_leaves_what_its_examples_say(bone, clause: str, expected: str) -> None:
    assert trim(bone.strike(Phrase(clause, 0))).printed == expected
    assert bared(Phrase(clause, 0)).size <= LONGEST


@pytest.mark.parametrize(
    "clause",
    [
        "委员、副总理、对话牵头人王某应约与商务部长史密斯通电话就双边经贸关系的下一步安排交换意见",
        "选手以十八岁零八个月的年龄打破了前辈创下的十九岁五个月最年少的纪录并受到表彰",
    ],
)
def test_who_does_it_is_never_struck_from_between(clause: str) -> None:
    left = bared(Phrase(clause, 0)).printed
    assert "副总理史密斯" not in left
    assert "打破" in left or "王某" in left


@given(st.text(alphabet="市长于在的、和会晤参加“”《》,举行活动及其他部门人员", max_size=90))
@settings(max_examples=80, deadline=None)
def test_marks_stay_in_pairs(text: str) -> None:
    left = bared(Phrase(text, 0)).printed
    for opening, closing in PAIRS:
        if text.count(opening) == text.count(closing):
            assert left.count(opening) == left.count(closing)
