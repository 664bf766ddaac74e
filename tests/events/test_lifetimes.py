"""Dates that only say when somebody lived: the name is all that the text tells."""

from __future__ import annotations

import pytest

from tests.events.marked import told
from timeline.pipeline import tell
from timeline.text import document


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("沈从山(⟦1921年3月5日|1921-03-05⟧—2004年),浙江绍兴人,画家。", "沈从山"),
        ("沈从山,男,汉族,⟦1921年3月|1921-03⟧生,浙江绍兴人。", "沈从山生"),
        ("沈从山(英语:Shen,⟦1921年3月5日|1921-03-05⟧—),画家。", "沈从山"),
        ("大桥(⟦1958年5月1日|1958-05-01⟧通车),长三百米。", "大桥通车"),
        ("《江岸早报》(⟦1904年6月|1904-06⟧创刊),江岸的第一份报纸。", "《江岸早报》创刊"),
        ("大桥工程(⟦2019年5月1日|2019-05-01⟧—6月1日)分两期施工。", "大桥工程分两期施工"),
    ],
)
def test_a_lifetime_is_told_by_its_name(text: str, title: str) -> None:
    assert [name for _, name in told(text)][:1] == [title]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1964年3月8日，我跟老伴结的婚。", [("1964-03-08", "我跟老伴结的婚")]),
        ("我1951年上的学，1960年参的军。", [("1951", "我上的学"), ("1960", "参的军")]),
        ("我1938年生，父亲是铁匠。", [("1938", "我生，父亲是铁匠")]),
        ("78年我当上了队长。", [("1978", "我当上了队长")]),
        ("1956年考上县中。", [("1956", "考上县中")]),
        ("2008年奥运会，我和老伴去北京看了鸟巢。", [("2008", "我和老伴去北京看了鸟巢")]),
        ("2019年，我觉得自己真的老了。", []),
    ],
)
def test_a_life_told_aloud(line: str, expected: list[tuple[str, str]]) -> None:
    story = tell(document("life.txt", line))
    assert [(event.when.edtf, event.title) for event in story.events] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("修路是2003年的事。那年秋天，乡里拨了款。", [("2003", "修路"), ("2003-23", "乡里拨了款")]),
        ("那是1985年的事了，我们厂刚开工。", []),
        ("1998年他毕业。那年，他才二十岁。", [("1998", "他毕业")]),
        ("1969年冬天通了电，收音机是老支书家的。", [("1969-24", "通了电，收音机是老支书家")]),
        ("1982年，分田到户的第二年，粮食翻了一番。", [("1982", "分田到户，粮食翻了一番")]),
        ("2003年“7·12”特大洪水冲毁水管11公里。", [("2003-07-12", "特大洪水冲毁水管11公里")]),
    ],
)
def test_how_a_village_tells_its_years(line: str, expected: list[tuple[str, str]]) -> None:
    story = tell(document("village.txt", line))
    assert [(event.when.edtf, event.title) for event in story.events] == expected


def test_a_clause_about_somebody_is_no_house() -> None:
    assert [
        event.place for event in tell(document("village.txt", "电灯进村是1971年的事，那年我刚上小学。")).events
    ] == [None]
