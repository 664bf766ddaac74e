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
    assert (note.line, note.values, note.severity) == (5, {"count": "4", "dated": "3"}, Severity.INFO)
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


def test_a_row_of_bait_is_left_and_counted() -> None:
    read = document("a.txt", f"{TEXT}\n分享:\n{BAIT}\n")
    assert [block.role for block in read.blocks[-2:]] == [Role.TAIL, Role.TAIL]
    assert [(note.rule, note.values) for note in read.notes] == [("tail-left", {"count": "2", "dated": "0"})]
    assert days(f"{TEXT}\n{BAIT}|2021年1月2日开业\n") == ["2022-05-12"]


def test_a_table_with_many_columns_is_none() -> None:
    rows = "\n".join("|".join([f"5月{day}日", *(f"第{i}场比赛" for i in range(12))]) for day in range(12, 16))
    assert document("a.txt", f"赛程安排\n{rows}\n").blocks[-1].role is Role.ROW


FOOT = [
    "版权声明：本网刊登的文章均已获得授权，未经许可不得转载。2018年1月2日起施行。",
    "版权所有：某市图书馆 2008-2022",
    "Copyright © 2010-2022 某市图书馆 All Rights Reserved",
    "京ICP备05000001号-1　京公网安备 11010102000001号",
    "网站标识码：3100000001",
    "分享到：微信 微博 QQ空间",
    "【打印】【关闭】",
    "[大 中 小]",
    "上一篇：2021年3月9日春季书展",
    "下一篇：没有了",
    "网站地图 | 关于我们 | 联系我们",
    "本网站使用Cookie以改善体验，继续浏览即表示同意",
]


@pytest.mark.parametrize("line", FOOT)
def test_the_foot_of_a_site_is_no_text(line: str) -> None:
    for below in ([line], [line, "主办：某市图书馆 地址：某路1号", FOOT[3]], [FOOT[5], line]):
        read = document("a.txt", "\n".join([TEXT, *below]))
        assert read.blocks[-1].role is Role.TAIL
        assert days("\n".join([TEXT, *below])) == ["2022-05-12"]
        assert [note.rule for note in read.notes] == ["tail-left"]


@pytest.mark.parametrize(
    "line",
    [
        "版权所有者可于5月20日前申报，逾期不再受理。",
        "版权声明登记自5月20日起办理。",
        "5月12日起，未办理ICP备案的网站将被关闭。",
        "5月12日，分享会在报告厅举行",
        "5月12日至13日 打印机捐赠",
        "下一篇文章的征稿截止到5月20日",
        "联系我们：电话12345678，5月20日前报名",
        "未经批准，5月12日起不得进入施工区域",
        "|",
        "2022年5月16日",
    ],
)
def test_such_words_are_text_where_they_say_something(line: str) -> None:
    for text in (f"{TEXT}\n{line}\n", f"通告一则\n{line}\n"):
        assert Role.TAIL not in {block.role for block in document("a.txt", text).blocks}


def test_a_text_that_is_about_such_words_is_whole() -> None:
    text = "关于变更网站备案号的公告\n本馆网站备案号自2022年5月12日起变更如下：\n京ICP备05000001号\n特此公告。\n"
    assert Role.TAIL not in {block.role for block in document("a.txt", text).blocks}


def test_no_foot_takes_time() -> None:
    import time

    from timeline.tail import begins

    started = time.process_time()
    for word in ("分享", "大", "版权所有", "cookie", "使用", "icp", "未经", "首页", "上一篇", "|", " "):
        for between in ("", " ", "|", " | ", "【】"):
            for length in (15, 20_000):
                begins(["开幕式", "举行。", (word + between) * length + "此"])
    assert time.process_time() - started < 1
