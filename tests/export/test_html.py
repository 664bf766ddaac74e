"""The web page as a file: what it says, what it embeds, and that no document can make it do anything."""

import base64
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.samples import PARADE, ROWS, story_of, timeline_of
from timeline.export import html, ics
from timeline.export.html.entries import Extent, entry, lanes
from timeline.export.html.markup import abridged, shown, tag, title
from timeline.export.html.overview import scale
from timeline.export.options import Options
from timeline.export.wording import one_line, sources
from timeline.messages import LANGUAGES
from timeline.model import Certainty, Evidence, Span, Timeline, When, Window

Of = Callable[..., Timeline]

VOID = {"meta", "wbr", "input"}


class Page(HTMLParser):
    """A page as a reader has it: its text, its elements, its scripts."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.text = ""
        self.marked: list[str] = []
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "mark":
            self.marked.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            self.scripts.append((self.elements[-1][1], data))
        elif self.open and self.open[-1] != "style":
            self.text += data
            if "mark" in self.open:
                self.marked[-1] += data

    def data(self) -> dict[str, Any]:
        return next(json.loads(text) for attributes, text in self.scripts if attributes.get("id") == "data")

    def known(self) -> list[dict[str, Any]]:
        """The linked data; none where no event qualifies."""
        found = [text for attributes, text in self.scripts if attributes.get("type") == "application/ld+json"]
        return json.loads(found[0])["@graph"] if found else []


def page(timeline: Timeline, **options: object) -> Page:
    return Page(html.render(timeline, Options(**options)))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_event_stands_in_the_page_without_a_script(timeline: Timeline, language: str) -> None:
    made = page(timeline, language=language)
    assert all(event.title in made.text for event in timeline.events)
    anchors = [each["id"] for name, each in made.elements if name == "article"]
    assert sorted(anchors) == sorted(f"e-{event.uid}" for event in timeline.events)


def test_every_anchor_is_its_own_and_every_link_leads_to_one(timeline: Timeline) -> None:
    made = page(timeline)
    anchors = [each["id"] for _, each in made.elements if "id" in each]
    assert len(anchors) == len(set(anchors))
    links = {each["href"] for name, each in made.elements if name == "a"}
    assert len(links) > 5
    assert {link[1:] for link in links if link} <= set(anchors)


def test_the_words_of_the_date_are_marked_in_the_sentence(of: Of) -> None:
    made = page(of(("5月12日上午", When(edtf="2022-05-12"), "开幕", {"sentence": "据悉，5月12日上午举行开幕。"})))
    assert made.marked == ["5月12日上午"]
    assert "据悉，5月12日上午举行开幕。" in made.text
    assert "所以记在2022年5月12日 星期四（原文写明）" in made.text


def test_a_date_that_stands_elsewhere_has_a_quotation_of_its_own(of: Of) -> None:
    timeline = of(("5月12日", When(edtf="2022-05-12"), "开幕", {}))
    (event,) = timeline.events
    first = event.evidence[0]
    later = Evidence(document=first.document, span=Span(0, 4), text="活动预告", line=1, resolution=first.resolution)
    made = page(replace(timeline, events=(replace(event, evidence=(later,)),)))
    assert made.marked == ["5月12日"]
    assert made.text.index("日期见") < made.text.index("原文活动预告")


def test_the_calendar_in_the_page_is_the_exporter_s_own(timeline: Timeline) -> None:
    found = page(timeline).data()
    frame, blocks = found["calendar"], [event["ics"] for event in found["events"] if event["ics"]]
    made = "".join((frame["begin"], frame["zone"], *blocks, frame["end"]))
    assert made.encode() == ics.render(timeline, Options(everything=True))


def test_linked_data_states_nothing_that_is_not_certain(of: Of) -> None:
    sure = ("5月12日", When(edtf="2022-05-12"), "开幕式", {"place": "河南省郑州市", "organisers": ("市残联",)})
    unsure = [("2022年5月", When(edtf="2022-05"), "检查", {"place": "北京市"}), *ROWS]
    known = page(of(sure, *unsure)).known()
    titles = {event["name"] for event in known}
    assert titles == {"开幕式", "技能竞赛"}
    assert {"startDate": "2022-05-08", "endDate": "2022-05-10"}.items() <= known[0].items()
    assert known[1]["location"]["name"] == "河南省郑州市"
    assert known[1]["organizer"] == [{"@type": "Organization", "name": "市残联"}]


def test_the_policy_allows_the_page_s_own_script_and_style_and_nothing_else(timeline: Timeline) -> None:
    source = html.render(timeline, Options())
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', source)
    code = Page(source).scripts[-1][1]
    style = source[source.index("<style>") + 7 : source.index("</style>")]
    for text, of_what in ((code, "script"), (style, "style")):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{of_what}-src &#x27;sha256-{digest}&#x27;" in policy
    assert "unsafe" not in policy
    assert policy.startswith("default-src &#x27;none&#x27;")


def test_nothing_is_fetched_and_nothing_is_styled_or_run_from_within_a_tag(timeline: Timeline) -> None:
    for name, attributes in page(timeline).elements:
        assert name not in {"link", "img", "iframe", "object", "embed", "base", "form"}
        assert not [key for key in attributes if key.startswith("on") or key in {"style", "src", "srcdoc", "action"}]
        assert (attributes.get("href") or "#").startswith("#")
    source = html.render(timeline, Options())
    style = source[source.index("<style>") : source.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style


HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "<!-- <script>",
    "]]><svg onload=alert(1)>",
    "[x](javascript:alert(1))",
    "\" onmouseover='alert(1)'",
    "\u2028\u2029\u202e\x1b[31m&lt;b&gt;",
    "END:VEVENT\r\nBEGIN:VEVENT",
    "{{constructor}}${1}`",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_document_stays_text(text: str) -> None:
    more = {"place": text, "organisers": (text,), "description": text, "sentence": f"5月12日{text}举行。"}
    story = story_of((("5月12日", When(edtf="2022-05-12"), text, more),), name=text.replace("\r\n", " "))
    hostile = replace(story, document=replace(story.document, title=text))
    calm = timeline_of(
        story_of((("5月12日", When(edtf="2022-05-12"), "字", {**more, "place": "字", "organisers": ("字",)}),))
    )
    made, usual = page(timeline_of(hostile)), page(calm)
    assert one_line(text) in made.text
    assert made.data()["events"][0]["title"] == one_line(text)
    # The same elements with the same names of attributes as of a calm document, but for where lines may break.
    assert shape(made) == shape(usual)


def shape(made: Page) -> list[tuple[str, list[str]]]:
    return [(name, list(attributes)) for name, attributes in made.elements if name != "wbr"]


@settings(max_examples=50, deadline=None)
@given(st.text())
def test_text_and_attributes_say_what_they_were_given(words: str) -> None:
    made = Page(tag("p", {"title": words}, words))
    assert made.text == shown(words)
    assert made.elements == [("p", {"title": shown(words)})]
    assert Page(tag("p", None, title(words))).text == one_line(words)


def test_a_title_breaks_between_words_only() -> None:
    pieces = title("全国第三十二次“助残日”活动在呼和浩特启动").split("<wbr>")
    assert len(pieces) > 4
    assert "“助残日”" in "".join(pieces)
    assert not [piece for piece in pieces if piece[0] in "”》，。日" or piece[-1] in "“《（第"]
    assert "呼和浩特" in pieces
    assert len(abridged("关于举办残疾人就业帮扶活动的通知", 10)) <= 11


def test_ranges_run_side_by_side_only_on_different_lines(of: Of) -> None:
    days = [("2022-05-01", "2022-05-09"), ("2022-05-03", "2022-05-12"), ("2022-05-10", "2022-05-20")]
    rows = [(f"{n}日", When(edtf=f"{first}/{last}"), f"活动{n}", {}) for n, (first, last) in enumerate(days, start=1)]
    timeline = of(*rows)
    entries = [entry(event, sources(timeline)) for event in timeline.events]
    assert [lanes(entries)[each.event.uid] for each in entries] == [0, 1, 0]


@pytest.mark.parametrize(
    ("edtf", "extent", "first", "last"),
    [
        ("2022-05-12", Extent.DAY, date(2022, 5, 12), date(2022, 5, 12)),
        ("2022-05-12/2022-06-01", Extent.RANGE, date(2022, 5, 12), date(2022, 6, 1)),
        ("2022-05-12/2022-06", Extent.DAY, date(2022, 5, 12), date(2022, 5, 12)),
        ("2022-05-12/..", Extent.DAY, date(2022, 5, 12), date(2022, 5, 12)),
        ("2022-02", Extent.MONTH, date(2022, 2, 1), date(2022, 2, 28)),
        ("2022-21", Extent.YEAR, date(2022, 1, 1), date(2022, 12, 31)),
        ("2022", Extent.YEAR, date(2022, 1, 1), date(2022, 12, 31)),
        ("XXXX-05-12", Extent.NONE, None, None),
        ("-0220-05-12", Extent.NONE, None, None),
        (None, Extent.NONE, None, None),
    ],
)
def test_an_event_takes_no_more_of_the_calendar_than_is_known(
    edtf: str | None, extent: Extent, first: date | None, last: date | None, of: Of
) -> None:
    timeline = of(("某日", When(edtf=edtf), "活动", {}))
    (placed,) = (entry(event, sources(timeline)) for event in timeline.events)
    assert (placed.extent, placed.first, placed.last) == (extent, first, last)


@pytest.mark.parametrize(
    ("first", "last", "months"), [(2020, 2022, 1), (2000, 2022, 12), (1500, 2022, 120), (1, 2022, 1200)]
)
def test_the_strip_is_as_fine_as_can_be_seen(first: int, last: int, months: int, of: Of) -> None:
    rows = [(f"{year}年", When(edtf=f"{year:04d}-05-12"), f"活动{year}", {}) for year in (first, last)]
    timeline = of(*rows)
    found = scale(entry(event, sources(timeline)) for event in timeline.events)
    assert found.months == months
    assert found.columns <= 110
    assert page(timeline).text


@pytest.mark.parametrize(
    ("place", "region"),
    [
        ("黑龙江省大庆市", "黑龙江"),
        ("廣東省", "广东"),
        ("广西壮族自治区", "广西"),
        ("徐汇区", "上海"),
        (None, ""),
        ("巴黎", "巴黎"),
    ],
)
def test_places_are_gathered_by_province(place: str | None, region: str, of: Of) -> None:
    timeline = of(("5月12日", When(edtf="2022-05-12"), "活动", {"place": place}))
    (placed,) = (entry(event, sources(timeline)) for event in timeline.events)
    assert placed.region == region


def test_a_line_goes_through_whatever_stands_between_its_first_and_its_last_day(of: Of) -> None:
    rows = [
        ("12月20日至2月10日", When(edtf="2022-12-20/2023-02-10"), "冬令营", {}),
        ("2023年", When(edtf="2023"), "成立筹备组", {}),
        ("2023年1月", When(edtf="2023-01"), "安全检查", {}),
        ("2月3日", When(edtf="2023-02-03"), "讲座", {}),
        ("2023年3月", When(edtf="2023-03"), "总结", {}),
    ]
    made = html.render(of(*rows), Options())
    shown = made[made.index('id="y2022"') : made.index('class="foot"')]
    parts = re.split(r'(?=<h2|<h3 id|<div class="row)', shown)
    drawn = [len(re.findall('class="lane', part)) for part in parts[1:]]
    assert drawn == [0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0]  # until the row of 10 February


def test_a_province_that_stands_above_its_group_is_told_where_the_group_is_not(of: Of) -> None:
    during = {"value": replace(PARADE, window=Window.DURING), "certainty": Certainty.DERIVED, "place": "江西省"}
    made = html.render(of(("游行日期间", When(edtf="2022-05-14"), "讲座", during)), Options())
    assert '<span class="above" lang="zh-Hans">江西省</span>' in made


def test_the_page_without_events_is_light_and_says_so_without_a_script() -> None:
    made = html.render(timeline_of(story_of(())), Options())
    assert len(made.encode()) < 200_000
    assert '<p class="empty">没有读到有日期的事件。</p>' in made


def test_an_end_that_is_told_elsewhere_in_the_sentence_is_a_reason(of: Of) -> None:
    open_ = When(edtf="2022-05-15/..")
    told = of(("5月15日起", open_, "招聘月", {}))
    (event,) = told.events
    longer = replace(event, when=When(edtf="2022-05-15/2022-05-31"))
    assert "持续" not in html.render(told, Options())
    assert html.render(told, Options()).count("首日、末日或时长") == 0
    assert html.render(replace(told, events=(longer,)), Options()).count("首日、末日或时长") == 1


def test_the_choices_beyond_a_dozen_are_behind_a_press_and_none_is_lost() -> None:
    stories = [
        story_of(((f"5月{day}日", When(edtf=f"2022-05-{day:02d}"), f"第{day}场讲座", {}),), f"{day}.txt")
        for day in range(1, 16)
    ]
    made = Page(html.render(timeline_of(*stories), Options()))
    chosen = [value["value"] for name, value in made.elements if name == "input" and value.get("name") == "s"]
    assert len(chosen) == len(set(chosen)) == 15
