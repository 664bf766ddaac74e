"""What a date does in its sentence: every row of the table holds in its examples."""

from __future__ import annotations

import pytest

from tests.events.marked import marked
from timeline.events.mentions import by_block, mentions_of
from timeline.events.roles import RULES, Part, role

EXAMPLES = [(rule.name, example) for rule in RULES for example in rule.examples]


def roles(text: str) -> list[str]:
    doc, resolutions = marked(text if text.startswith("#") else f"以下是正文,说得很清楚。\n{text}")
    return [
        role(mention).name
        for block, row in zip(doc.blocks, by_block(doc, resolutions), strict=True)
        for _, mentions in mentions_of(doc, block, row)
        for mention in mentions
    ]


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[f"{name}: {text[:20]}" for name, text in EXAMPLES])
def test_a_row_decides_in_its_examples(name: str, example: str) -> None:
    assert name in roles(example)


def test_every_row_has_an_example_and_a_name_of_its_own() -> None:
    assert all(rule.examples for rule in RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert RULES[-1].part is Part.EVENT


@pytest.mark.parametrize(
    "sentence",
    [
        "⟦2019年|2019⟧,公司在香港上市。",
        "张三⟦1938年|1938⟧出生于北京市。",
        "⟦3月|2014-03⟧,一辆小巴翻滚。",
        "⟦助残日期间|2022-05-15|observance⟧,市残联举办招聘会。",
        "报名于⟦10月30日|2018-10-30⟧结束。",
        "会馆已于⟦2005年1月18日|2005-01-18⟧重新开放。",
    ],
)
def test_these_are_events(sentence: str) -> None:
    assert roles(sentence) == ["dated"]
