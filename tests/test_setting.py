"""What a document says of itself."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from timeline.find import find
from timeline.model import Script
from timeline.setting import region_of, spoken, understand
from timeline.text import document


def setting(text, **given):
    doc = document("页面.txt", text, published=given.pop("published", None))
    return understand(doc, find(doc), **given)


@pytest.mark.parametrize(
    ("text", "expected", "rule"),
    [
        ("标题在此\n来源：市政府网 发布时间：2021-03-04\n正文开始。", date(2021, 3, 4), "published-source"),
        ("标题在此\n信息来源：残联 时间：2020-04-27 字体：大 中 小\n正文。", date(2020, 4, 27), "published-source"),
        ("2007年9月7日\n标题在此\n正文开始，没有别的。", date(2007, 9, 7), "published-top"),
        ("2014年04月16日 02:31:52\n标题在此\n正文开始，没有别的。", date(2014, 4, 16), "published-top"),
        ("---\ntitle: 讲座\ndate: 2019-03-14\n---\n正文。", date(2019, 3, 14), "published-front"),
        ("新华社北京2018年3月5日电 会议今天开幕。", date(2018, 3, 5), "published-dateline"),
        ("新华网合肥5月12日电 展览开幕。\n展览于2019年5月10日布展完毕。", date(2019, 5, 12), "published-dateline"),
        (
            "通知\n请各单位参加。\n一、时间待定。\n二、地点待定。\n某某委员会\n2020年4月23日",
            date(2020, 4, 23),
            "published-end",
        ),
    ],
)
def test_the_day_of_publication(text, expected, rule):
    claim = setting(text).published
    assert claim is not None
    assert (claim.value, claim.rule) == (expected, rule)


def test_what_the_reader_says_wins():
    assert setting("2007年9月7日\n正文。", published=date(2010, 1, 2)).published.value == date(2010, 1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "讲座通知\n活动时间：2020年5月12日 地点：礼堂\n请参加。",
        "2020年5月12日，协会召开会议，讨论章程。",
        "课程表\n2006/12/09\n13:30-16:30\n2006/12/13\n13:30-16:30\n2006/12/20\n09:00-12:00",
    ],
)
def test_the_day_of_an_event_is_no_publication(text):
    assert setting(text).published is None


def test_the_year_of_the_title_unless_it_has_two():
    assert setting("2019年读书节方案\n4月23日开幕，请参加。").title_year.value == 2019
    assert setting("2019年至2020年规划对照2018年\n正文。").title_year is None


def test_the_number_of_the_document_and_of_the_observance():
    found = setting("关于举办第三十次全国助残日活动的通知\n粤残〔2020〕1号\n各市残联：请组织。")
    assert found.number_year.value == 2020
    assert found.ordinal_year.value == 2020
    assert found.occasion.value == "quanguo-zhucanri"
    assert found.notice


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("臺北市政府公告，106年2月23日開會。", "TW"),
        ("香港特區政府公佈，九龍區活動。", "HK"),
        ("澳門特別行政區公務員開考，報名。", "MO"),
        ("台北市与香港代表来京，民国三十四年。", "CN"),
    ],
)
def test_the_region(text, region):
    assert region_of(document("t", text)) == region


def test_the_script_and_the_years_it_names_in_order():
    found = setting("1998年成立，2003年改制（2005年备案），2010年5月上市。")
    assert [(naming.year, naming.month, naming.side) for naming in found.named] == [
        (1998, None, ""),
        (2003, None, ""),
        (2005, None, "bracket"),
        (2010, 5, ""),
    ]
    assert found.script is Script.HANS


def test_what_is_given_is_asked_last():
    found = setting("5月12日开工。", year=2018, today=date(2022, 5, 1))
    assert (found.year.value, found.now.value, found.now.rule) == (2018, date(2022, 5, 1), "reference")
    dated = setting("2007年9月7日\n标题\n正文，没有别的。", today=date(2022, 5, 1))
    assert dated.now.value == date(2007, 9, 7)


def test_a_single_line_is_said_at_the_moment_that_is_given():
    moment = datetime(2025, 1, 7, 8)
    found = spoken(setting("2024年3月1日"), moment)
    assert found.published is None
    assert found.now.value == moment.date()
