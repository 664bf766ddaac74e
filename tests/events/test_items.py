"""Items of a programme: a name, its days, the house."""

from __future__ import annotations

import pytest

from timeline.pipeline import tell
from timeline.text import document

HEAD = "第五届山城读书节通知\n主要活动\n"


def told(line: str) -> list[tuple[str | None, str | None, str, str | None]]:
    story = tell(document("示例", f"{HEAD}{line}\n山城文化局\n2024年3月28日"))
    return [(e.when.edtf, e.when.time, e.title, e.place) for e in story.events if e.when.edtf != "2024-03-28"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "2.“山城讲堂”系列讲座：4月27日、5月4日下午2:30，市图书馆报告厅。",
            [
                ("2024-04-27", "14:30", "“山城讲堂”系列讲座", "市图书馆报告厅"),
                ("2024-05-04", "14:30", "“山城讲堂”系列讲座", "市图书馆报告厅"),
            ],
        ),
        ("3.旧书交换市集：5月1日至3日，滨江公园。", [("2024-05-01/2024-05-03", None, "旧书交换市集", "滨江公园")]),
        (
            "1.开幕式：4月20日（星期六）上午9:30，市图书馆广场。",
            [("2024-04-20", "09:30", "第五届山城读书节开幕式", "市图书馆广场")],
        ),
    ],
)
def test_an_item_is_told_by_its_name(line: str, expected: list[tuple[str, str | None, str, str]]) -> None:
    assert told(line) == expected


def test_an_item_that_goes_on_as_a_sentence_is_read_as_one() -> None:
    (event,) = told("4.征文比赛：5月18日揭晓结果，优秀作品在滨江公园展出。")
    assert (event[0], event[3]) == ("2024-05-18", "滨江公园")


@pytest.mark.parametrize(
    "text",
    [
        "1月1日：开幕式\n1月2日：联欢会\n1月3日：闭幕式\n",
        "1月1日 开幕式\n1月2日 联欢会\n1月3日 闭幕式\n",
        "1月1日开幕式\n1月2日联欢会\n1月3日闭幕式\n",
        "- 1月1日：开幕式\n- 1月2日：联欢会\n- 1月3日：闭幕式\n",
        "1. 1月1日 开幕式\n2. 1月2日 联欢会\n3. 1月3日 闭幕式\n",
        "开幕式：1月1日\n联欢会：1月2日\n闭幕式：1月3日\n",
        "开幕式（1月1日）\n联欢会（1月2日）\n闭幕式（1月3日）\n",
    ],
)
def test_a_list_of_days_without_a_title_tells_each_of_them(text: str) -> None:
    events = tell(document("示例", text)).events
    assert sorted((event.when.edtf, event.title) for event in events) == [
        ("XXXX-01-01", "开幕式"),
        ("XXXX-01-02", "联欢会"),
        ("XXXX-01-03", "闭幕式"),
    ]


def test_a_list_of_years_without_a_title_tells_each_of_them() -> None:
    events = tell(document("示例", "1949年 建校\n1952年 更名\n1978年 迁址\n")).events
    assert [(event.when.edtf, event.title) for event in events] == [
        ("1949", "建校"),
        ("1952", "更名"),
        ("1978", "迁址"),
    ]
