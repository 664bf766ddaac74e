"""What an editor would give a line of its own is core; an occasion, a web page's date, an overview are minor."""

from __future__ import annotations

import pytest

from timeline.model import Weight
from timeline.pipeline import tell
from timeline.text import document


def weights(text: str) -> dict[str, Weight]:
    """Title and weight of each event."""
    return {event.title: event.weight for event in tell(document("示例.txt", text)).events}


@pytest.mark.parametrize(
    "text",
    [
        "2024年5月19日，全市残联系统开展多种形式的助残活动。",
        "2024年5月，各地开展形式多样的宣传活动。",
        "工作通知\n\n2024年\n\n结合第三十四次全国助残日，各单位要做好宣传工作。",
        "工作通知\n\n2024年\n\n为迎接第三十四次全国助残日，请各单位做好宣传工作。",
        "2022年，全区举办各类招聘活动12场次。",
    ],
)
def test_an_overview_and_an_occasion_are_minor(text: str) -> None:
    assert set(weights(text).values()) == {Weight.MINOR}


def test_an_occasion_is_minor_beside_what_happened() -> None:
    found = weights("校园新闻\n\n在第38个教师节来临之际，2022年9月9日，学校举行表彰大会。")
    assert found == {"第38个教师节": Weight.MINOR, "学校举行表彰大会": Weight.CORE}


def test_a_numbered_observance_that_is_told_of_is_core() -> None:
    assert weights("2022年5月15日是第三十二次全国助残日。") == {"第三十二次全国助残日": Weight.CORE}


def test_the_date_of_a_page_is_minor() -> None:
    found = weights("市图书馆举办读书会\n\n发布时间：2024年3月3日\n\n3月2日，市图书馆举办青年读书会。")
    assert sorted(found.values()) == [Weight.CORE, Weight.MINOR]
    assert found["市图书馆举办青年读书会"] is Weight.CORE
