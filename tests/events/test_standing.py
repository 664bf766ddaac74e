"""A title stands by itself: it tells what happened and of what, whoever reads it."""

from __future__ import annotations

import pytest

from tests.events.marked import told
from timeline.events.what.standing import FAULTS, stands
from timeline.pipeline import tell
from timeline.text import document


@pytest.mark.parametrize("example", [example for fault in FAULTS for example in fault.examples])
def test_every_fault_is_found_in_its_examples(example: str) -> None:
    assert not stands(example)


@pytest.mark.parametrize(
    "title",
    [
        "江岸马拉松开跑",
        "颁发许可",
        "迁都",
        "召开家长会",
        "江岸小说",
        "因病去世",
        "开幕式",
        "江岸乐团发布新专辑",
        "恢复供应",
        "第一届理事会",
    ],
)
def test_a_good_title_has_no_fault(title: str) -> None:
    assert stands(title)


def test_a_list_that_has_lost_its_deed_does_not_stand() -> None:
    assert not stands("甲学校、乙专门学校", "由甲学校、乙专门学校、丙专门学校合并成立")
    assert stands("甲学校、乙学校合并", "由甲学校、乙学校合并")


SENTENCES = [
    # who does it stands behind the place
    (
        "江岸商务部发布公告。⟦17日|2016-03-17⟧,在两地上市的山海公司发布停牌公告。",
        ["两地上市的山海公司发布停牌公告"],
    ),
    # where somebody only spoke
    ("商务部长罗某⟦16日|2017-03-16⟧在宣布制裁时称,山海公司违背了和解协议。", ["山海公司违背和解协议"]),
    (
        "⟦30日15时|2014-01-30⟧,江岸县境内,环城东线公路往海口方向53公里处,发生一起追尾事故。",
        ["环城东线公路往海口方向53公里处发生一起追尾事故"],
    ),
    # the name of a person stays whole, and so does what is told of him later
    (
        "任弼时,1904年生。⟦1915年|1915⟧,考入江岸师范学校。⟦1918年|1918⟧,考入明德中学。",
        ["任弼时考入江岸师范学校", "任弼时考入明德中学"],
    ),
    ("徐特立原名徐立华,⟦1877年|1877⟧出生于江岸县。", ["徐特立出生于江岸县"]),
    ("江岸大学教授、著名生态学家沈从山因病医治无效,于⟦24日|2020-09-24⟧在西雅图逝世。", ["沈从山在西雅图逝世"]),
    ("⟦2018年|2018⟧警方到场,⟦2020年|2020⟧被告是社团的召集人。", ["被告是社团的召集人"]),
    ("学生会干部在⟦3月|2016-03⟧透过网络专页,宣扬节约用水。", ["学生会干部宣扬节约用水"]),
    # of the half of a name that is also a verb
    ("⟦3月7日|2020-03-07⟧,现任党主席江启臣胜选后,迟迟未收到贺电。", ["现任党主席江启臣迟迟未收到贺电"]),
    # 记者会 is no reporter
    ("⟦18日|2021-12-18⟧,沈从山在江岸饭店召开记者会表示,要团结。", ["沈从山在江岸饭店召开记者会"]),
    ("江岸日报/江岸网(记者吕途)⟦23日晚|2018-05-23⟧,山海公司发布公告称,股票停牌。", ["山海公司发布公告"]),
    ("工程直至⟦8日|2005-05-08⟧才结束。", ["工程结束"]),
    ("江岸联盟最早在⟦去年11月|2020-11⟧已有公开活动。", ["江岸联盟已有公开活动"]),
    # what a date has parted from its verb
    ("陶艺作品特展延至⟦9月26日|2021-09-26⟧,欢迎参观。", ["陶艺作品特展"]),
    ("常委会确定于⟦3月10日|2020-03-10⟧召开第八次江岸会议。", ["常委会确定召开第八次江岸会议"]),
    ("山海艺术节暂定于⟦5月1日|2020-05-01⟧开幕。", ["山海艺术节开幕"]),
    # what comes up is nobody's deed
    ("沈从山健康状况受关注,⟦25日|2020-05-25⟧突然传出住院消息。", ["突然传出住院消息"]),
    # a place whose first sign is also a verb
    ("议会消息,⟦22日|2020-10-22⟧花莲运动会落幕。", ["花莲运动会落幕"]),
]


@pytest.mark.parametrize(("sentence", "titles"), SENTENCES, ids=[sentence[:24] for sentence, _ in SENTENCES])
def test_nobody_gets_the_deed_of_another(sentence: str, titles: list[str]) -> None:
    assert [title for _, title in told(sentence)][-len(titles) :] == titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "第五届江岸棋类公开赛开赛在即\n\n比赛将于2018年9月3日报到。\n\n2018年9月13日离会。",
            "第五届江岸棋类公开赛离会",
        ),
        ("【江岸音乐节】今夏最热闹的聚会\n\n2018年9月13日恢复售票。\n\n2018年9月15日开幕。", "江岸音乐节开幕"),
    ],
)
def test_a_bare_step_is_that_of_what_the_headline_is_about(text: str, title: str) -> None:
    assert title in [event.title for event in tell(document("示例", text)).events]
