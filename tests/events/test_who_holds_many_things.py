"""Titles that would name nothing by themselves: many things at once, and a deed that asks for no more."""

from __future__ import annotations

import pytest

from tests.events.marked import told

SENTENCES = [
    ("⟦3月5日|2023-03-05⟧,江岸区各学校开展了形式多样的环保活动。", ["江岸区各学校开展形式多样的环保活动"]),
    (
        "⟦3月5日|2023-03-05⟧,江岸图书馆举办名家讲座、图书漂流、朗诵会等活动。",
        ["江岸图书馆举办名家讲座、图书漂流、朗诵会等活动"],
    ),
    (
        "⟦3月5日|2023-03-05⟧,江岸博物馆通过文物修复、拓印等线上系列讲座,为市民提供体验。",
        ["江岸博物馆文物修复、拓印等线上系列讲座"],
    ),
    ("⟦3月5日|2023-03-05⟧,举办普法宣讲、现场咨询、入户慰问等活动。", ["普法宣讲、现场咨询、入户慰问等活动"]),
    ("⟦3月5日|2023-03-05⟧,江岸医院通过了评审,晋升为三级医院。", ["江岸医院通过评审"]),
    ("⟦1958年|1958⟧,江岸剧团解散,演员转入省剧院。", ["江岸剧团解散"]),
    ("⟦1958年|1958⟧,江岸大桥通车,全长二里。", ["江岸大桥通车"]),
    (
        "江岸路是一条主干道。工程分两期。⟦2002年5月1日|2002-05-01⟧,全线建成通车。江岸路绿树成荫。江岸路很长。",
        ["江岸路全线建成通车"],
    ),
    ("⟦3月至5月|2002-03/2002-05⟧为第一期,建成江滨路至新河路段。", ["第一期建成江滨路至新河路段"]),
]


@pytest.mark.parametrize(("sentence", "titles"), SENTENCES, ids=[sentence[:24] for sentence, _ in SENTENCES])
def test_a_title_says_who_and_what(sentence: str, titles: list[str]) -> None:
    assert [title.replace("，", ",") for _, title in told(sentence)] == [title.replace("，", ",") for title in titles]


PAPERS = [
    (
        "# 江岸市古树保护办法\n⟦2021年5月4日|2021-05-04⟧ 江岸市人民政府令第49号公布\n第一条 为保护古树,制定本办法。",
        ["江岸市人民政府公布《江岸市古树保护办法》"],
    ),
    ("江岸港自⟦5月1日|2021-05-01⟧开始正式启动封关,各方准备就绪。", ["江岸港正式启动封关"]),
]


@pytest.mark.parametrize(("paper", "titles"), PAPERS, ids=[paper[:24] for paper, _ in PAPERS])
def test_a_title_says_what_it_is_about(paper: str, titles: list[str]) -> None:
    assert [title for _, title in told(paper)] == titles


DEEDS = [
    ("⟦5月20日|2023-05-20⟧,受台风影响,城东多处房屋受损。", ["城东多处房屋受损"]),
    (
        "⟦6月1日|2023-06-01⟧,由江岸妇联捐建的“儿童之家”在中心小学正式揭牌。",
        ["由江岸妇联捐建的“儿童之家”在中心小学正式揭牌"],
    ),
    ("停车场月租由⟦10月1日|2022-10-01⟧起调高百分之五。", ["停车场月租调高百分之五"]),
    ("江岸新楼总投资2600万元,预计⟦2024年6月|2024-06⟧竣工。", ["江岸新楼竣工"]),
    ("⟦12月15日|2023-12-15⟧,年会在江岸举行。", ["年会"]),
    (
        "老城隍庙在城东。老城隍庙很小。老城隍庙有戏台。⟦嘉靖三年|1524⟧倭寇入侵,庙宇被焚,⟦隆庆三年|1569⟧重建。",
        "老城隍庙重建",
    ),
    (
        "沈从山是画家。沈从山爱画。沈从山爱江。⟦1958年|1958⟧参与筹建某研究所,并出任首任所长。",
        "沈从山参与筹建某研究所,并出任首任所长",
    ),
    ("⟦宣统元年|1909⟧于青石山麓改置为南溪厅。", ["改置为南溪厅"]),
    ("已有120个国家,提出在⟦2050年|2050⟧之前,达到净零排放的目标。", "达到净零排放的目标"),
    ("江岸榜⟦2009年1月|2009-01⟧完善,每月初公布。", ["江岸榜完善"]),
    ("前锋马云飞入球。江城队主帅孙立军赛后辞职,他于⟦去年12月|2022-12⟧接替前任上任。", "孙立军接替前任上任"),
]


@pytest.mark.parametrize(("sentence", "expected"), DEEDS, ids=[sentence[:24] for sentence, _ in DEEDS])
def test_a_deed_is_told_of_whose_it_is(sentence: str, expected: str | list[str]) -> None:
    titles = [title.replace("，", ",") for _, title in told(sentence)]
    assert titles == expected if isinstance(expected, list) else expected in titles
