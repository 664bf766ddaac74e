"""What a page adds below its text is no event, and is said; where such words are the text, they are read."""

import pytest

from timeline.model import Role, Severity
from timeline.pipeline import tell
from timeline.text import document

TEXT = "社区开放日\n\n2022年5月12日，区图书馆举行开放日活动，两百名居民参加。\n"
LINKS = "2021年1月2日某地召开工作会议\n3月9日春季招聘会启动\n去年5月举行文艺演出\n"
BAIT = "|".join(f"在线精品大全第{i}页" for i in range(30))


def days(text: str) -> list[str]:
    return [event.when.edtf or "" for event in tell(document("a.txt", text)).events]


@pytest.mark.parametrize("heading", ["相关阅读", "相关链接：", "【延伸阅读】", "猜你喜欢", "■ 相关新闻", "## 熱點新聞"])
def test_links_below_the_text_are_no_events(heading: str) -> None:
    story = tell(document("a.txt", f"{TEXT}\n{heading}\n{LINKS}"))
    assert [event.when.edtf for event in story.events] == ["2022-05-12"]
    (note,) = [note for note in story.notes if note.rule == "tail-left"]
    assert (note.line, note.values, note.severity) == (5, {"count": "4"}, Severity.INFO)
    assert len(story.resolutions) > 1  # what is written is found all the same


@pytest.mark.parametrize(
    "text",
    [
        "相关链接：\n\n2004年5月8日，首届书展在广州举行，此后每年一届。\n",
        "相关链接\n" + LINKS + "\n2022年5月20日，闭幕式在市文化馆举行。\n",
        "5月13日，馆内设相关阅读专区。\n5月14日，举行朗诵会。\n5月15日，举行讲座。\n",
    ],
)
def test_what_goes_on_is_text(text: str) -> None:
    story = tell(document("a.txt", TEXT + "\n" + text))
    assert Role.TAIL not in {block.role for block in story.document.blocks}
    assert len(story.events) > 1
    assert not story.document.notes


def test_a_row_of_bait_is_left_without_a_word() -> None:
    read = document("a.txt", f"{TEXT}\n分享:\n{BAIT}\n")
    assert read.blocks[-1].role is Role.TAIL
    assert not read.notes
    assert days(f"{TEXT}\n{BAIT}|2021年1月2日开业\n") == ["2022-05-12"]


def test_a_table_with_many_columns_is_none() -> None:
    rows = "\n".join("|".join([f"5月{day}日", *(f"第{i}场比赛" for i in range(12))]) for day in range(12, 16))
    assert document("a.txt", f"赛程安排\n{rows}\n").blocks[-1].role is Role.ROW
