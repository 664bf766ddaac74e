"""Dates that only say when somebody lived: the name is all that the text tells."""

from __future__ import annotations

import pytest

from tests.events.marked import told


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
