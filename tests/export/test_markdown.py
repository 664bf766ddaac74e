"""The page: readable, linked, and never broken by what a document says."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

import cmarkgfm
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.export.samples import PARADE, ROWS, story_of, timeline_of
from timeline.export import markdown
from timeline.export.markdown import escaped, folded
from timeline.export.options import Diagram, FrontMatter, Grouping, Options
from timeline.export.wording import one_line
from timeline.model import Certainty, EventKind, Evidence, Span, Timeline, When, Window

RENDERER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def page(timeline: Timeline, **options: object) -> str:
    return markdown.render(timeline, Options(**options))  # type: ignore[arg-type]


def text_of(source: str) -> str:
    """What a reader sees of one paragraph."""
    html = RENDERER.render(source)
    assert not re.sub(r"</?p>", "", html).count("<"), html
    return re.sub(r"&(?:amp|lt|gt|quot);", lambda m: {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"'}[m[0]],
                  re.sub(r"</?p>", "", html)).replace("\n", " ").strip()  # fmt: skip


def test_the_page_of_one_event(of: Callable[..., Timeline]) -> None:
    row = ("5月12日上午", When(edtf="2022-05-12"), "“送清凉”启动仪式", {"place": "南开区", "organisers": ("市残联",)})
    assert page(of(row)) == (
        "# 活动预告\n\n"
        "2022年5月12日，1 项，1 份文件。\n\n"
        "| 月份 | 项数 | 地区 |\n| --- | ---: | --- |\n| [2022年5月](#2022年5月) | 1 | 天津 |\n\n"
        "## 2022年5月\n\n"
        "### 2022年5月12日 星期四\n\n"
        "#### “送清凉”启动仪式\n\n"
        "5月12日，南开区，活动；主办：市残联。\n\n"
        "> **5月12日上午**，举行“送清凉”启动仪式。（出处 1，第 2 行）\n\n"
        "## 出处\n\n"
        "1. 活动预告（notice.txt）；年份 2022：test-year words\\=活动预告 year\\=2022\n\n"
        "## 存疑\n\n"
        "- 文件是空的（出处 1，第 1 行）\n"
    ).replace("\\=", "=")


def test_a_month_is_told_by_its_provinces_and_a_stretch_without_the_year_that_stands_above_it(
    of: Callable[..., Timeline],
) -> None:
    rows = [
        ("5月8日至10日", When(edtf="2022-05-08/2022-05-10"), "技能竞赛", {"place": "廣東省"}),
        ("5月9日", When(edtf="2022-05-09"), "走访慰问", {"place": "广东省广州市"}),
        ("5月9日", When(edtf="2022-05-09"), "观影", {"place": "星光影院"}),
        ("12月8日", When(edtf="2022-12-08/2023-01-10"), "冬令营", {"place": "广东"}),
    ]
    made = page(of(*rows))
    assert "| [2022年5月](#2022年5月) | 3 | 广东、星光影院 |" in made
    assert "\n5月8日至10日，廣東省，" in made
    assert "\n2022年12月8日至2023年1月10日，广东，" in made


def test_words_that_bring_their_quotation_marks_get_no_others(of: Callable[..., Timeline]) -> None:
    during = {"value": replace(PARADE, window=Window.DURING), "certainty": Certainty.DERIVED}
    words = ("“游行日”活动期间", "游行日期间")
    made = page(of(*[(each, When(edtf="2022-05-14"), f"讲座{n}", during) for n, each in enumerate(words)]))
    assert "原文只说“游行日”活动期间" in made
    assert "原文只说“游行日期间”" in made


def test_every_link_leads_to_a_heading(timeline: Timeline) -> None:
    for language in ("zh", "en"):
        made = page(timeline, language=language, everything=True)
        anchors = {h.lower().replace(" ", "-") for h in re.findall(r"^#+ (.+)$", made, re.MULTILINE)}
        links = re.findall(r"\]\(#([^)]+)\)", made)
        assert len(links) == 6
        assert set(links) <= anchors


def test_headings_differ_rise_by_one_and_end_without_a_stop(of: Callable[..., Timeline]) -> None:
    made = page(of(*[("5月12日", When(edtf="2022-05-12"), title, {}) for title in ("开幕！", "开幕", "开幕。", "？")]))
    headings = re.findall(r"^(#+) (.+)$", made, re.MULTILINE)
    assert len({text for _, text in headings}) == len(headings)
    assert not [text for _, text in headings if re.search(r"[.,;:!。，；：！]$", text)]
    levels = [len(marks) for marks, _ in headings]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_what_is_left_out_is_told(timeline: Timeline) -> None:
    made = page(timeline)
    assert "另有 1 项次要，没有列出" in made
    assert "没有写入日历：" in made
    assert "分会场活动" not in made
    assert "分会场活动" in page(timeline, everything=True)


def test_a_date_that_stands_elsewhere_is_quoted_with_its_line(of: Callable[..., Timeline]) -> None:
    timeline = of(("5月12日", When(edtf="2022-05-12"), "开幕", {}))
    (event,) = timeline.events
    first = event.evidence[0]
    later = Evidence(document=first.document, span=Span(0, 4), text="活动预告", line=1, resolution=first.resolution)
    made = page(replace(timeline, events=(replace(event, evidence=(later,)),)))
    assert "> 活动预告（出处 1，第 1 行，日期见“5月12日”（出处 1，第 2 行））" in made


def test_two_pieces_of_evidence_are_two_paragraphs_of_one_quotation() -> None:
    timeline = timeline_of(story_of(ROWS[3:4]))
    (event,) = timeline.events
    made = page(replace(timeline, events=(replace(event, evidence=event.evidence * 2),)))
    assert RENDERER.render(made).count("<blockquote>") == 1
    assert made.count("第 2 行") == 2


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<!-- a -->",
        "[x](javascript:alert(1))",
        "![x](y)",
        "**a** _b_ ~~c~~ `d`",
        "# a",
        "- a",
        "+ a",
        "1. a",
        "1) a",
        "> a",
        "---",
        "===",
        "| a | b |",
        "&lt;b&gt; &#60;",
        "a\\",
        "https://a.cn/?b=c_d_",
        "<https://a.cn>",
        "*",
        "12.",
    ],
)
def test_a_reader_sees_the_document_s_own_signs(text: str) -> None:
    assert text_of("\n".join(folded(escaped(text), ""))) == text


@pytest.mark.parametrize("text", ["https://a.cn", "www.a.cn", "a@b.cn", ":smile:"])
def test_nothing_becomes_a_link_or_a_picture_on_a_forge(text: str) -> None:
    assert re.search(r"https?\\:|www\\\.|\\@|\\:smile", escaped(text))


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Z"]), max_size=120))
def test_any_text_is_seen_as_it_is(text: str) -> None:
    if seen := one_line(text):
        assert re.sub(r"\s+", "", text_of("\n".join(folded(escaped(text), "")))) == re.sub(r"\s+", "", seen)


@settings(max_examples=150, deadline=None)
@given(title=st.text(min_size=1), sentence=st.text())
def test_no_document_can_add_an_element_to_the_page(title: str, sentence: str) -> None:
    row = ("5月12日", When(edtf="2022-05-12"), title, {"place": title, "sentence": "5月12日" + sentence})
    plain = ("5月12日", When(edtf="2022-05-12"), "开幕", {"place": "天津", "sentence": "5月12日开幕"})
    tags = []
    for made in (page(timeline_of(story_of((row,)))), page(timeline_of(story_of((plain,))))):
        tags.append(sorted(re.findall(r"<[^>]+>", re.sub(r"</?strong>|<br ?/>", "", RENDERER.render(made)))))
    assert tags[0] == tags[1]


def test_lines_are_short_where_a_stop_allows_it() -> None:
    text = "根据各地疫情防控情况，不宜开展大规模聚集活动，全省将集中开展网上活动，介绍全省事业发展概况，" * 4
    lines = list(folded(text, "> "))
    assert all(len(line) <= 82 for line in lines)
    assert "".join(line.removeprefix("> ") for line in lines) == text


# --- what can be asked for --------------------------------------------------------------------------------------------


def plain(html: str) -> str:
    """HTML without attributes and with one way to write each sign, as two renderers can be compared."""
    html = re.sub(r"<(/?\w+)[^>]*>", r"<\1>", html).replace("&quot;", '"').replace("&#39;", "'")
    return re.sub(r"\s*\n\s*", "\n", html).strip()


@pytest.mark.parametrize("group", Grouping)
@pytest.mark.parametrize("mermaid", [None, *Diagram])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_renderers_make_the_same_page(
    timeline: Timeline, group: Grouping, mermaid: Diagram | None, language: str
) -> None:
    made = page(timeline, group=group, mermaid=mermaid, language=language, everything=True)
    assert plain(cmarkgfm.github_flavored_markdown_to_html(made)) == plain(RENDERER.render(made))


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=60))
def test_both_renderers_show_any_text_alike(text: str) -> None:
    row = ("5月12日", When(edtf="2022-05-12"), text, {"place": text, "sentence": f"5月12日{text}"})
    made = page(timeline_of(story_of((row,))), group=Grouping.PLACE)
    assert plain(cmarkgfm.github_flavored_markdown_to_html(made)) == plain(RENDERER.render(made))


@pytest.mark.parametrize(
    ("site", "keys", "heading"),
    [
        (FrontMatter.HUGO, ["title", "date", "description"], False),
        (FrontMatter.JEKYLL, ["layout", "title", "date", "description"], False),
        (FrontMatter.MKDOCS, ["description"], True),
    ],
)
def test_front_matter(of: Callable[..., Timeline], site: FrontMatter, keys: list[str], heading: bool) -> None:
    timeline = of(("5月12日", When(edtf="2022-05-12"), "开幕", {}), published=date(2022, 5, 1))
    _, matter, body = page(timeline, front_matter=site).split("---\n", 2)
    said = dict(line.split(": ", 1) for line in matter.splitlines())
    assert list(said) == keys
    assert json.loads(said["description"]) == "2022年5月12日，1 项，1 份文件"
    assert ("title" not in said) or json.loads(said["title"]) == "活动预告"
    assert said.get("date", "2022-05-01") == "2022-05-01"
    assert ("# 活动预告\n" in body.splitlines(keepends=True)) == heading


@given(st.text(min_size=1))
def test_no_title_breaks_the_front_matter(title: str) -> None:
    timeline = timeline_of(story_of(ROWS[3:4]))
    story = timeline.stories[0]
    named = replace(timeline, stories=(replace(story, document=replace(story.document, title=title)),))
    lines = page(named, front_matter=FrontMatter.JEKYLL).split("\n")
    assert lines.index("---", 1) == 4
    told = json.loads(lines[2].removeprefix("title: "))
    assert not set("<>\n") & set(told)


def test_by_place(of: Callable[..., Timeline]) -> None:
    rows = (
        ("5月12日", When(edtf="2022-05-12"), "开幕", {"place": "南京市玄武区"}),
        ("5月13日", When(edtf="2022-05-13"), "比赛", {"place": "江苏省苏州市"}),
        ("2023年", When(edtf="2023"), "总结", {}),
        ("5月15日", When(edtf="2022-05-15"), "讲座", {"place": "a(b)"}),
    )
    made = page(of(*rows), group=Grouping.PLACE)
    assert re.findall(r"^\| .+ \|$", made, re.MULTILINE) == [
        "| 地区 | 项数 | 时间 |",
        "| --- | ---: | --- |",
        "| [江苏省](#江苏省) | 2 | 2022年5月12日至13日 |",
        "| a(b) | 1 | 2022年5月15日 |",
        "| [地点不详](#地点不详) | 1 | 2023年 |",
    ]
    assert re.findall(r"^##+ (.+)$", made, re.MULTILINE)[:7] == [
        "江苏省", "开幕", "比赛", "a(b)", "讲座", "地点不详", "总结",
    ]  # fmt: skip
    assert "\n2022年5月12日，南京市玄武区，活动。\n" in made


def test_the_timeline_of_mermaid(of: Callable[..., Timeline]) -> None:
    rows = (
        ("2022年5月", When(edtf="2022-05"), "筹备", {}),
        ("5月12日", When(edtf="2022-05-12"), "开幕; 第一天", {}),
        ("5月12日", When(edtf="2022-05-12"), "比赛", {}),
    )
    made = page(of(*rows), mermaid=Diagram.TIMELINE)
    (drawn,) = re.findall(r"^```mermaid\n(.*?)^```$", made, re.S | re.M)
    assert drawn.splitlines() == [
        "timeline",
        "  section 2022年5月",
        "    日子不详 : 筹备",
        "    2022年5月12日 : 开幕 第一天",
        " " * 14 + " : 比赛",
    ]


def test_the_gantt_of_mermaid(of: Callable[..., Timeline]) -> None:
    rows = (
        ("5月8日至10日", When(edtf="2022-05-08/2022-05-10"), "section: 竞赛", {}),
        ("5月12日", When(edtf="2022-05-12"), "开幕", {}),
        ("5月底", When(edtf="2022-05-25~"), "大约", {}),
        ("5月30日前", When(edtf="../2022-05-30"), "报送", {"event_kind": EventKind.DEADLINE}),
    )
    made = page(of(*rows), mermaid=Diagram.GANTT)
    (drawn,) = re.findall(r"^```mermaid\n(.*?)^```$", made, re.S | re.M)
    assert drawn.splitlines() == [
        "gantt",
        "  dateFormat YYYY-MM-DD",
        "  axisFormat %Y-%m-%d",
        "  section 2022年5月",
        "    · section 竞赛 :2022-05-08, 2022-05-11",
        "    开幕 :2022-05-12, 2022-05-13",
        "    报送 :milestone, 2022-05-30, 0d",
    ]


def test_nothing_to_draw_is_no_picture(of: Callable[..., Timeline]) -> None:
    assert "mermaid" not in page(of(("2019年", When(edtf="2019"), "成立", {})), mermaid=Diagram.GANTT)


@given(st.text(min_size=1))
def test_no_title_is_a_word_of_mermaid(title: str) -> None:
    for kind in Diagram:
        made = page(timeline_of(story_of((("5月12日", When(edtf="2022-05-12"), title, {}),))), mermaid=kind)
        (drawn,) = re.findall(r"^```mermaid\n(.*?)^```$", made, re.S | re.M)
        lines = drawn.splitlines()
        assert len(lines) == (3 if kind is Diagram.TIMELINE else 5)
        shown = r"[\w “”‘’《》〈〉（）、·…]"
        begun = rf"    2022年5月12日 : {shown}+|    (?![a-zA-Z]){shown}+ :2022-05-12, 2022-05-13"
        assert re.fullmatch(begun, lines[-1])


@pytest.mark.parametrize("text", ["{% include x %}", "{{ site.x }}", "{{< y >}}", "{{% z %}}"])
def test_no_text_is_a_word_of_a_site(text: str) -> None:
    assert not re.search(r"\{[{%]", escaped(text))
    assert text_of(escaped(text)) == text
