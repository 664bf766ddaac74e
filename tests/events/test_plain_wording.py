"""Titles that keep the deed: what leads up to it, who shall do it and what is said besides stays out of them."""

from __future__ import annotations

import pytest

from timeline.pipeline import tell
from timeline.text import document


def told(text: str) -> list[tuple[str | None, str]]:
    return [(event.when.edtf, event.title) for event in tell(document("页面.txt", text)).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年8月3日，检方申请将案件押后至9月10日，以待补充证据。", [("2021-09-10", "检方申请将案件押后")]),
        ("2021年8月3日，至于保证金申请，法官当庭驳回。", [("2021-08-03", "法官当庭驳回")]),
        (
            "2023年5月8日，林文清将于5月11日至20日对挪威、冰岛和芬兰进行正式友好访问。",
            [("2023-05-11/2023-05-20", "林文清对挪威、冰岛和芬兰进行正式友好访问")],
        ),
        (
            "2024年3月2日，学生书法讲座《笔法十讲》讲座即将举办。",
            [("2024-03-02", "学生书法讲座《笔法十讲》讲座")],
        ),
        ("2024年6月3日，我们在线上进行查经。", [("2024-06-03", "我们在线上进行查经")]),
        (
            "2024年4月27日，林某案一审开庭。开庭当天，通往法院的道路实施交通管制。",
            [("2024-04-27", "林某案一审开庭"), ("2024-04-27", "通往法院的道路实施交通管制")],
        ),
        (
            "2024年5月8日，副市长沈从山参加会见并在当天上午的大会开幕式上致辞。",
            [("2024-05-08", "副市长沈从山参加会见并在大会开幕式上致辞")],
        ),
        (
            "2012年3月1日，市教育局印发通知，要求各校清点教材，并于3月20日前将清点情况上报到区教育局。",
            [("2012-03-01", "市教育局印发通知"), ("2012-03-20", "清点情况上报到区教育局")],
        ),
        (
            "沈云清1861年5月3日出生于江岸。1899年妻子患肺病、儿子病死。1902年，他突然昏倒。",
            [("1861-05-03", "沈云清出生于江岸"), ("1899", "妻子患肺病、儿子病死"), ("1902", "沈云清突然昏倒")],
        ),
        ("2025年，今天（4月29日）出版的《江岸日报》发表评论员文章。", [("2025-04-29", "《江岸日报》发表评论员文章")]),
        (
            "2011年，我们准备在5月28日（江岸会场）和11月6日（河西会场）举办第四届统计会议。",
            [("2011-05-28", "第四届统计会议"), ("2011-11-06", "第四届统计会议")],
        ),
        ("咨询公司于2023年11月16日向10间电业承办商发出邀请。", [("2023-11-16", "咨询公司向10间电业承办商发出邀请")]),
        ("2009年5月8日，在坚持维权，走合法程序的情况下，保安对工友动手。", [("2009-05-08", "保安对工友动手")]),
        ("2006年5月，[统计学社](网址 <http://a.b.c>)成立。", [("2006-05", "统计学社成立")]),
        ("2003年1月22日，失踪那天上午，邻居还在河边见到沈云清。", [("2003-01-22", "邻居还在河边见到沈云清")]),
        ("讲座主题：运河与城市\n讲座时间：2025年4月23日（周三）20:00\n地点：会堂", [("2025-04-23", "运河与城市")]),
        ("2024年6月18日，的士司机送往医院。", [("2024-06-18", "的士司机送往医院")]),
        (
            "2024年6月18日，他曾经荣立一等功，这些年一直没有提起。",
            [("2024-06-18", "他曾经荣立一等功，这些年一直没有提起")],
        ),
    ],
)
def test_the_deed_is_the_title(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert [one for one in told(text) if one in expected] == expected, told(text)


def test_of_several_who_do_the_same_the_first_stands_for_them() -> None:
    text = (
        "2024年，挪威王国外交大臣埃里克松、冰岛共和国总统约翰松多蒂尔、芬兰共和国总理维尔塔宁、"
        "丹麦王国首相延森将于5月16日至20日对江岸进行工作访问。"
    )
    (event,) = [
        event for event in tell(document("页面.txt", text)).events if event.when.edtf == "2024-05-16/2024-05-20"
    ]
    assert event.title.endswith("对江岸进行工作访问")


@pytest.mark.parametrize(
    ("text", "places", "hosts"),
    [
        ("1793年11月11日他们来到了印度的加尔各答。", ["印度"], [()]),
        ("2019年2月1日，镇政府告知要拆一座围墙，让居民不要围观。", [None], [()]),
        ("2020年6月2日，何云所在的河西消防局举行悼念仪式。", [None], [()]),
        ("1963年11月，王於明和乡亲们修成水渠。", [None], [()]),
        ("2020年8月2日教会在Oak Hall 重新开放教堂主日学。", ["Oak Hall"], [()]),
        ("2024年2月24日青杰会成立十年。青杰会于2024年3月24日举办了两场讲座。", [None, None], [(), ("青杰会",)]),
    ],
)
def test_a_place_and_a_host_end_where_their_names_do(
    text: str, places: list[str | None], hosts: list[tuple[str, ...]]
) -> None:
    events = tell(document("页面.txt", text)).events
    assert [event.place for event in events] == places
    assert [event.organisers for event in events] == hosts


def test_a_key_in_brackets_alone_on_its_line() -> None:
    text = (
        "【活动时间】\n2024年7月13日 14:00-16:00\n【活动平台】\n线上\n【活动主题】\n第一堂课\n【主讲人】\n沈云清教授\n"
    )
    assert told(text) == [("2024-07-13", "第一堂课")]


def test_an_hour_of_a_report_that_says_no_other_day() -> None:
    text = "小巴與貨車相撞\n發佈時間：13:58 2019-04-26\n\n事發凌晨2時許，一輛小巴駛至江岸路口時與貨車相撞。"
    assert ("2019-04-26~", "一輛小巴駛至江岸路口，與貨車相撞") in told(text) or any(
        when == "2019-04-26~" and "相撞" in title for when, title in told(text)
    )
