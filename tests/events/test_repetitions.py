"""What a later sentence tells of the same day again is no second event; another happening of that day is one."""

from __future__ import annotations

import pytest

from tests.events.marked import events, told
from timeline.pipeline import tell
from timeline.text import document


@pytest.mark.parametrize(
    "text",
    [
        # first that it happened, then how
        "⟦8日凌晨|2021-10-08⟧,江岸高速公路发生一起交通事故。\n⟦8日凌晨|2021-10-08⟧,一辆货车与一辆大客车追尾。",
        "⟦9月19日|2021-09-19⟧,江岸县第一幼儿园发生食物中毒事件。\n⟦当天中午|2021-09-19⟧,孩子们饭后陆续呕吐、腹泻。",
        "青石县⟦11日下午|2021-09-11⟧发生6.6级地震。\n地震发生在⟦11日14时29分|2021-09-11|date|14:29⟧,震源不深。",
        "⟦3月1日|2021-03-01⟧发生的爆炸已造成两人受伤。\n⟦3月1日|2021-03-01⟧,江岸化工厂一座仓库爆炸。",
        # somebody opens what was told, at the same hour or a few minutes later
        "江岸水泥公司⟦7日11时|2021-02-07|date|11:00⟧举行面市仪式。\n市长⟦11时16分|2021-02-07|time|11:16⟧宣布江岸水泥公司产品正式面市。",
        "⟦25日8点|2021-09-25|date|08:00⟧,艺术节正式启动。\n青石中学第五届艺术节启动仪式于⟦25日7:38|2021-09-25|date|07:38⟧举行。",
        "⟦12月5日|XXXX-12-05⟧,城南中学举行消防演练。⟦9时50分|XXXX-12-05|time|09:50⟧,演练正式开始。",
        # the head of an entry, and the entry
        "⟦2015年12月31日|2015-12-31⟧--公司获得资质证书\n\n⟦2015年12月31日|2015-12-31⟧,经有关联合会审核,核定江岸公司的信息系统集成及服务资质为肆级,证书编号为一百二十三,有效期四年,自发证之日起算。",
        # the same deed of the same body
        "外交部⟦周二|2021-07-21⟧要求该馆三日内关闭。\n外交部⟦周二|2021-07-21⟧突然要求该馆关闭,双方争执不下。",
    ],
)
def test_a_happening_is_told_once(text: str) -> None:
    assert len(events(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "⟦8日|2021-10-08⟧,江岸高速公路发生一起交通事故。\n⟦8日|2021-10-08⟧,青石路又发生一起交通事故。",
        "⟦8日6时|2021-10-08|date|06:00⟧,城东仓库起火。\n⟦8日18时|2021-10-08|date|18:00⟧,城西山林起火。",
        "⟦8日|2021-10-08⟧,江岸仓库起火。\n⟦8日9时|2021-10-08|date|09:00⟧,大火被扑灭。",
        "⟦8日|2021-10-08⟧全国发现二十多处火情。\n⟦8日|2021-10-08⟧,江岸岛上烧起大火。",
        "外交部⟦周二|2021-07-21⟧要求该馆关闭。\n卫生部⟦周二|2021-07-21⟧要求该院停诊。",
        "⟦8日|2021-10-08⟧,县残联举行第三场比赛。\n⟦8日|2021-10-08⟧,县残联举行第四场比赛。",
        "⟦8日|2021-10-08⟧,县残联举行运动会开幕式。\n⟦8日|2021-10-08⟧,县残联举行运动会闭幕式。",
        "# 江岸\n\n⟦8日|2021-10-08⟧,城东仓库起火。\n\n# 青石\n\n⟦8日|2021-10-08⟧,河西仓库起火。",
    ],
)
def test_another_happening_of_the_day_stays(text: str) -> None:
    assert len(events(text)) == 2


def test_the_first_telling_gets_the_hour_of_the_second() -> None:
    found = events("江岸商城一个销售厅⟦5日清晨|2021-03-05⟧发生火灾。\n大火是⟦5日8时|2021-03-05|date|08:00⟧被发现的。")
    assert [(event.when.time, "销售厅" in event.title) for event in found] == [("08:00", True)]


def test_what_only_names_a_happening_gives_way_to_what_tells_it() -> None:
    text = "⟦1日|2021-10-01⟧发生的坠崖事故造成两人受伤。\n⟦1日|2021-10-01⟧,一辆客车在青石镇坠入江中。"
    assert told(text)[0][1].startswith("一辆客车")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("⟦4月20日|2024-04-20⟧,青山读书节在广场开幕。\n⟦当天|2024-04-20⟧共有三千余名市民参加活动。", "读书节"),
        ("大桥⟦10月1日|2023-10-01⟧通车。\n⟦10月1日|2023-10-01⟧通车后,车程由40分钟缩短到8分钟。", "大桥"),
        ("剧团⟦11月9日|2024-11-09⟧上演《茶馆》。\n⟦11月9日|2024-11-09⟧演出当天不再售票。", "茶馆"),
    ],
)
def test_a_remark_on_what_was_told_is_no_event(text: str, title: str) -> None:
    assert [title in each for _, each in told(text)] == [True]


def test_what_was_done_after_it_stays() -> None:
    text = "大桥⟦10月1日|2023-10-01⟧通车。\n⟦10月1日|2023-10-01⟧通车后,公交公司开通两条线路。"
    assert len(events(text)) == 2


def test_what_lasts_is_the_thing_that_is_named() -> None:
    found = events(
        "⟦10月18日|2024-10-18⟧,美食节在柳河镇开幕。⟦当天|2024-10-18⟧,镇里举行农产品展销会。美食节持续到⟦10月24日|2024-10-24⟧。"
    )
    assert {event.when.edtf for event in found} == {"2024-10-18/2024-10-24", "2024-10-18"}
    assert "美食节" in next(event.title for event in found if "/" in (event.when.edtf or ""))


PROGRAMME = """滨江读书周安排

10月12日 9:00 读书周开幕式 中心广场
10月13日 14:00 旧书市集 长廊
10月19日 19:00 露天电影 篮球场

"""


@pytest.mark.parametrize(
    "sentence",
    [
        "2024年10月13日下午，居民各带一箱藏书，在长廊摆起旧书市集。",
        "2024年10月19日晚，篮球场放映露天电影，请自带小板凳。",
    ],
)
def test_a_sentence_that_says_all_of_a_line_tells_of_it_again(sentence: str) -> None:
    assert len(tell(document("安排.txt", f"{PROGRAMME}{sentence}\n")).events) == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "2024年10月13日晚，社区办起百家宴。",
        "2024年10月13日，旧书市集主办人在长廊作讲座。",
        "2024年10月19日晚，露天电影后，居民在篮球场放起烟花。",
    ],
)
def test_a_sentence_that_tells_of_another_thing_than_a_line_stays(sentence: str) -> None:
    assert len(tell(document("安排.txt", f"{PROGRAMME}{sentence}\n")).events) == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "⟦8日|2021-10-08⟧,演员石青在江岸医院病逝。\n⟦8日15时|2021-10-08|date|15:00⟧,家父安详辞世。",
            [("15:00", "演员石青在江岸医院病逝")],
        ),
        (
            "⟦8日|2021-10-08⟧,江岸中学召开务虚会,各组组长参加会议。\n⟦8日8时|2021-10-08|date|08:00⟧,会议就开始。",
            [("08:00", "江岸中学召开务虚会")],
        ),
    ],
)
def test_the_telling_that_names_stays_and_gets_the_hour(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(event.when.time, event.title) for event in events(text)] == expected
