"""A saved page gives its text with its structure, and the day that its head names; nothing of what stands around it."""

from datetime import date

import pytest

from tests.read.rendering import page
from timeline.model import Document, Role
from timeline.read import documents

TEXT = "关于举办助残日活动的通知\n" + "\n".join(
    f"5月{day}日，在市文化馆举行第{day}场助残公益活动，区残联负责人到场并讲话，志愿者和残疾人代表参加。"
    for day in range(11, 17)
)


def read(data: bytes) -> Document:
    (document,) = documents("page.html", data)
    assert isinstance(document, Document)
    return document


def test_only_the_text_is_read() -> None:
    document = read(page(TEXT))
    assert document.raw.split("\n\n") == [*TEXT.splitlines()[:-1], TEXT.splitlines()[-1] + "\n"]
    assert (document.title, document.published) == ("关于举办助残日活动的通知", None)
    assert document.blocks[0].role is Role.TITLE


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="PubDate" content="2022-05-16 10:20">',
        '<meta property="article:published_time" content="2022-05-16T10:20:00+08:00">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2022-05-16"}</script>',
    ],
)
def test_the_head_gives_the_day_of_publication(head: str) -> None:
    assert read(page(TEXT, head)).published == date(2022, 5, 16)


@pytest.mark.parametrize(
    "info",
    [
        '<div class="info">来源：市残联　发布时间：2022年5月16日 10:20</div>',
        '<div class="source"><span>2022-05-16 10:20</span> <span>来源：市残联</span></div>',
        "<p><span>来源：市残联</span> <span>发布日期：2022-05-16</span></p>",
    ],
)
def test_the_line_of_source_is_kept_for_the_setting(info: str) -> None:
    from timeline.pipeline import tell

    published = tell(read(page(TEXT, info=info))).setting.published
    assert published
    assert published.value == date(2022, 5, 16)


def test_a_table_a_list_and_headings_keep_their_shape() -> None:
    body = (
        "<h1>安排</h1><h2>一、日程</h2><table><tr><th>日期</th><th>活动</th></tr>"
        "<tr><td>5月12日</td><td>开幕式<br>剪彩</td></tr></table><ul><li>5月13日\n报到</li><li><p>5月14日比赛</p></li></ul>"
        "<p>请各单位准时<b>参加</b>，<br>不得缺席。</p><table><tr><td><p>第一段。</p><p>第二段。</p></td></tr></table>"
    )
    lines = read(f"<html><body>{body}</body></html>".encode()).raw.split("\n\n")
    assert [line.strip() for line in lines] == [
        *("安排", "## 一、日程", "| 日期 | 活动 |", "| 5月12日 | 开幕式剪彩 |", "- 5月13日报到", "- 5月14日比赛"),
        *("请各单位准时参加，", "不得缺席。", "第一段。", "第二段。"),
    ]


def test_words_of_menus_are_text_where_they_are_the_text() -> None:
    text = "图书馆搬迁公告\n5月12日起，本馆首页设“相关阅读”栏目，版权所有者可于5月20日前申报，分享会在报告厅举行。"
    assert read(page(text)).raw.split("\n\n")[-1].strip() == text.splitlines()[1]


@pytest.mark.parametrize("charset", ["gb2312", "gbk", "GB18030", "utf-8", "big5"])
def test_a_page_declares_its_encoding_or_forgets_to(charset: str) -> None:
    text = "通告\n定於5月12日在市政廳舉行開幕典禮。" if charset == "big5" else "通告\n定于5月12日在市政厅举行开幕式。"
    source = page(text).decode()
    encoding = "gb18030" if charset.lower().startswith("gb") else charset
    for declared in (charset, "", "utf-8"):
        data = source.replace('<meta charset="utf-8">', f'<meta charset="{declared}">' if declared else "")
        assert text.splitlines()[1] in read(data.encode(encoding, "replace")).raw


@pytest.mark.parametrize("data", [b"<html></html>", b"<html><body><script>5</script></body></html>", b"<!---->"])
def test_a_page_without_text_is_said_to_be_one(data: bytes) -> None:
    (note,) = documents("page.html", data)
    assert not isinstance(note, Document)
    assert note.rule == "read-no-text"


def test_a_page_nested_without_end_is_read() -> None:
    deep = "<div>" * 20_000 + "5月12日，举行开幕式。"
    assert len(list(documents("page.html", f"<html><body>{deep}</body></html>".encode()))) == 1


def test_no_file_is_loaded_by_a_page() -> None:
    data = b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body><p>5\xe6\x9c\x88&x;</p>'
    assert [item.raw.strip() for item in documents("a.xhtml", data) if isinstance(item, Document)] in (
        ["5月&x;"],
        ["5月"],
    )


@pytest.mark.parametrize(
    ("name", "heading", "title"),
    [
        ("关于停水的公告_某某市人民政府", "关于停水的公告", "关于停水的公告"),
        ("关于停水的公告 - 某某网", "某某网", "关于停水的公告"),
        ("关于停水的公告-5月12日起实施_某某网", "", "关于停水的公告-5月12日起实施"),
        ("某某市人民政府门户网站", "关于停水的公告", "关于停水的公告"),
        ("关于停水的公告-某某新闻网", "", "关于停水的公告"),
        ("2021-2022年停水公告", "", "2021-2022年停水公告"),
        ("关于停水的公告", "", "关于停水的公告"),
    ],
)
def test_the_title_is_that_of_the_text(name: str, heading: str, title: str) -> None:
    body = f"<h1>{heading}</h1><p>5月12日8时至18时，东门街道停水。</p>"
    document = read(f"<html><head><title>{name}</title></head><body>{body}</body></html>".encode())
    assert document.title == title
    assert document.raw.startswith(f"{title}\n\n")
    assert document.raw.count(title) == 1


def test_a_head_with_what_no_parser_reads_alone_is_read() -> None:
    """Half of the pages of real sites that were tried failed here: a line of their head could not be read by itself."""
    head = '<meta name="PubDate" content="2022-05-16">' + "".join(
        f"{element}\x01{element}"
        for element in ("<link>", "<meta>", '<script type="application/ld+json"></script>', "")
    )
    assert read(page(TEXT, head)).published == date(2022, 5, 16)


def test_what_stands_around_the_text_is_counted() -> None:
    notes = read(page(TEXT)).notes
    assert [(note.rule, note.severity.name) for note in notes] == [("page-left", "INFO")]
    assert int(notes[0].values["count"]) > int(notes[0].values["dated"]) >= 6


def test_a_sentence_with_a_date_that_is_left_out_is_a_doubt() -> None:
    aside = "<div class='sidebar'><p>2021年1月2日，某地举行开幕式，三百人参加。</p></div></body>"
    (note,) = read(page(TEXT).replace(b"</body>", aside.encode())).notes
    assert (note.rule, note.severity.name, note.values["sentences"]) == ("page-left-sentence", "DOUBT", "1")


def test_nothing_is_said_where_nothing_is_left_out() -> None:
    assert read("<html><body><p>5月12日，<b>开幕</b>。</p></body></html>".encode()).notes == ()


def test_the_small_words_of_a_hundred_languages_are_not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    from trafilatura import external

    monkeypatch.setattr(external, "JT_STOPLIST", None)
    monkeypatch.setattr(external, "get_stoplists", lambda: pytest.fail("33 MB for a page without blanks"))
    (short,) = documents("公告.html", "<html><body><p>5月12日停水。</p></body></html>".encode())
    assert isinstance(short, Document)
    assert short.raw == "5月12日停水。\n"
