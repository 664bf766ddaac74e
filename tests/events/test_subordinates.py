"""What only leads up to a deed, and which deed is whose."""

from __future__ import annotations

import pytest

from tests.events.marked import told
from timeline.events.language.phrases import Phrase
from timeline.events.what.subordinates import SUBORDINATES, leads_up


@pytest.mark.parametrize("example", [example for kind in SUBORDINATES for example in kind.examples])
def test_every_row_does_what_its_examples_say(example: str) -> None:
    assert leads_up(Phrase(example, 0))


@pytest.mark.parametrize(
    "clause", ["因出现疫情而暂停通关", "因病去世", "随州市举行庆典", "为灾民捐款", "为期三天的展览闭幕"]
)
def test_what_is_told_is_no_such_clause(clause: str) -> None:
    assert not leads_up(Phrase(clause, 0))


SENTENCES = [
    # what it was in spite of
    ("⟦3日|2004-10-03⟧,未等余震平息,邻近城市又发生山体滑坡。", ["邻近城市发生山体滑坡"]),
    ("江岸公司⟦3月|2018-03⟧宣布,为拓展海外业务,将成立江岸国际公司。", ["江岸公司宣布成立江岸国际公司"]),
    # a name, and of what it is told some signs later
    (
        "⟦8月6日凌晨|2021-08-06⟧,著名越剧表演艺术家沈从山,在华东医院逝世,享年95岁。",
        ["著名越剧表演艺术家沈从山在华东医院逝世"],
    ),
    (
        "⟦1月3日|2022-01-03⟧,著名诗人、评论家、学者,江派最后一位诗人沈从山在北京逝世。",
        ["江派最后一位诗人沈从山在北京逝世"],
    ),
    # an office that somebody takes is no name
    (
        "⟦1980年|1980⟧任中国江岸大学副校长;⟦1984年|1984⟧任卫生部副部长。",
        ["任中国江岸大学副校长", "任卫生部副部长"],
    ),
    # the beginning and the end of one thing
    ("这一赛季⟦自3日开始|2004-10-03/..⟧,⟦20日|2004-10-20⟧结束。", ["这一赛季开始", "这一赛季结束"]),
    ("⟦6日|2008-09-06⟧,历史上首届残奥会开幕,⟦17日|2008-09-17⟧闭幕。", ["历史上首届残奥会开幕", "历史上首届残奥会闭幕"]),
    # a word that begins like the end of a date
    ("⟦11月1日起|2023-11-01⟧鼓入醮。", ["起鼓入醮"]),
    ("全国少年书画展固定于⟦8月23日|2020-08-23⟧在江岸公园举行。", ["全国少年书画展"]),
    # what a preposition governs behind its date
    ("为⟦12月|2009-12⟧的峰会做准备。", ["为峰会做准备"]),
    # what for, and what for besides
    (
        "⟦6月20日|2011-06-20⟧,为响应市教育局培养人才的号召,鼓励理论结合实践,培养实用型人才,沈从山捐资二十万元。",
        ["沈从山捐资二十万元"],
    ),
    # in whose company, and how
    (
        "⟦11月6日|2012-11-06⟧,江岸警方在邻县警方的配合下,将网上逃犯周某(男,32岁,邻县人)抓获。",
        ["江岸警方将网上逃犯周某抓获"],
    ),
    (
        "⟦3日晚|2012-11-03⟧,家住江岸县的龚女士在老乡的陪同下,慌慌张张地来到派出所报案。",
        ["龚女士慌慌张张地来到派出所报案"],
    ),
    (
        "⟦1月10日|2017-01-10⟧,江岸市委常委会根据有关规定,结合沈从山的表现和意愿,正式追认沈从山为道德模范。",
        ["江岸市委常委会正式追认沈从山为道德模范"],
    ),
    # what happens is told with where
    ("⟦12月15日|2012-12-15⟧,在江岸县江边桥十字路口,发生一起重大车祸。", ["江岸县江边桥十字路口发生一起重大车祸"]),
    # what is said over a text, and who said it first
    ("解说:⟦5月31日|2012-05-31⟧,邻国舰队司令走进海军陆战队营区。", ["邻国舰队司令走进海军陆战队营区"]),
    ("[导读]第十届江岸车展将于⟦9月29日|2011-09-29⟧拉开帷幕。", ["第十届江岸车展拉开帷幕"]),
    # by whom, and what it is called
    (
        "由周兰、李山主演的都市爱情电影《江上》将于⟦9月19日|2013-09-19⟧在全国上映。",
        ["都市爱情电影《江上》在全国上映"],
    ),
    ("⟦3月12日|2012-03-12⟧,一场名为“向英雄致敬”的报告会在江岸中学举行。", ["“向英雄致敬”报告会"]),
    # what for, behind who; what they did is told
    (
        "⟦1月9日|1947-01-09⟧,江岸民众为响应北方学生发起的抗议斗争,在滨海市举行了集会和游行示威。",
        ["江岸民众在滨海市举行集会和游行示威"],
    ),
    (
        "⟦民国十八年|1929⟧,江岸县政府为了迎接远道而来的灵柩,趁势在县城进行建设,包括修建新码头。",
        ["江岸县政府趁势在县城进行建设"],
    ),
    # when and where are told beside it
    ("阅读测试开放时间为:⟦3月31日|2025-03-31⟧。", ["阅读测试开放"]),
    (
        "⟦7月5日|2013-07-05⟧,以“传承经典”为主题的两岸学术研讨会在江岸县圆满落幕。",
        ["“传承经典”两岸学术研讨会在江岸县圆满落幕"],
    ),
    # what goes on in a place, and what somebody thinks of it
    ("⟦2019年|2019⟧江岸羽毛球锦标赛正在滨海市进行中。", ["江岸羽毛球锦标赛"]),
    ("⟦12月6日|2023-12-06⟧,中学进行了一场内容丰富、生动有趣的科研分享会。", ["中学进行科研分享会"]),
    # what comes into force is what was decided
    ("四家客运公司获市政府批准加价,⟦7日|2021-04-07⟧生效。", ["四家客运公司获市政府批准加价生效"]),
]


@pytest.mark.parametrize(("sentence", "titles"), SENTENCES, ids=[sentence[:24] for sentence, _ in SENTENCES])
def test_a_title_is_the_deed(sentence: str, titles: list[str]) -> None:
    assert [title for _, title in told(sentence)] == titles
