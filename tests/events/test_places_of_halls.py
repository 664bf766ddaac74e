"""Rooms with numbers, courts, towns with their feasts, battlegrounds, cities abroad: where it was."""

from __future__ import annotations

import pytest

from tests.events.marked import events


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("协会在三教 3201 主办见面会。", "三教3201"),
        ("协会在1204人参加的大会上抽签。", None),
        ("两人闯入市议会会议室。", "市议会会议室"),
        ("公司进入海外市场。", None),
        ("江岸裁判法院押后至6月4日判刑。", "江岸裁判法院"),
        ("最高法院公开征求意见。", None),
        ("两人到法院起诉公司。", None),
        ("朝廷迁都临安。", "临安"),
        ("武昌起义爆发。", "武昌"),
        ("秋收起义爆发。", None),
        ("渡江战役打响。", None),
        ("马关条约签订。", None),
        ("頭城搶孤熱鬧登場。", "頭城"),
        ("元宵龍舟賽熱鬧登場。", None),
        ("中大於百萬大道舉行畢業禮。", "百萬大道"),
        ("參加人數大於三百人。", None),
        ("研究会挂靠在江岸大学。", None),
        ("林小溪转会到河西队。", None),
        ("林小溪在美国因病去世。", "美国"),
        ("市民在西門展區《年年有餘》燈組旁設攤。", "西門展區"),
        ("抽獎在臺北表演藝術中心戶外舉行。", "臺北表演藝術中心戶外"),
        ("警方在太古城中心拘捕四人。", "太古城中心"),
        ("林小溪首次個展於臺北市立美術館。", "臺北市立美術館"),
        ("大浦宏昌苑发生五级火。", "大浦宏昌苑"),
        ("智利中部和南部遭8.8级强震袭击。", "智利中部和南部"),
        ("球队遭对手逆转。", None),
        ("图书馆开放线上报名。", None),
        ("伦敦举行世界博览会。", "伦敦"),
        ("伦敦市民举行集会。", None),
        ("武汉肺炎疫情趋缓。", None),
    ],
)
def test_where_it_was(told: str, place: str | None) -> None:
    found = events(f"⟦2019年5月6日|2019-05-06⟧，{told}")
    assert [event.place for event in found[:1]] in ([place], [] if place is None else [place])


def test_a_house_by_its_name_in_the_clause_before() -> None:
    text = "西区 M+ 视觉文化博物馆开幕在即，⟦5月6日|2019-05-06⟧开放全馆供传媒预览。"
    assert [event.place for event in events(text)] == ["西区 M+ 视觉文化博物馆"]


def test_what_a_page_on_a_city_abroad_tells_happened_there() -> None:
    text = (
        "杜林进行了快速工业化，⟦1899年|1899⟧，杜林建成汽车厂。⟦1902年|1902⟧，举办首届博览会。"
        "杜林放弃了旧的规划，⟦1920年|1920⟧爆发首次罢工，杜林的工厂被占据。"
    )
    assert {event.place for event in events(text)} == {"杜林"}
    assert {event.place for event in events(text.replace("杜林", "杜林队"))} != {"杜林"}


@pytest.mark.parametrize("bar", ["︱", "丨", "∣"])
def test_a_bar_of_any_form_parts_a_key_from_its_value(bar: str) -> None:
    text = f"走读活动\n时间{bar}⟦9月23日|2023-09-23⟧\n地点{bar}乌树林休闲园区"
    assert [event.place for event in events(text)] == ["乌树林休闲园区"]


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("两车在铜岭大道与南山路口交汇处相撞。", "铜岭大道与南山路口交汇处"),
        ("公司在江岸交易所股票上市。", "江岸交易所"),
        ("论文刊登在美国《国家科学院学报》上。", None),
        ("小说在临江市出版。", "吉林省白山市临江市"),
        ("部队在中岭山与敌军激战。", "中岭山"),
        ("李烈文在湖口起兵。", "湖口"),
        ("他在新宿的一家酒店被捕。", "新宿"),
        ("他在脸书发文回应。", None),
        ("工人在建大桥坠落。", None),
        ("竞赛于启航活动中心举行。", "启航活动中心"),
        ("论坛在腾飞商务大厦举行。", "腾飞商务大厦"),
        ("电车公司在北角英皇道加设车厂。", "北角英皇道"),
        ("他在任内兴建水库。", None),
        ("公司在同年增设分店。", None),
        ("林小溪受四川省广播电视台邀请作电视连线。", None),
    ],
)
def test_where_one_fights_lists_and_prints(told: str, place: str | None) -> None:
    assert [event.place for event in events(f"⟦2019年5月6日|2019-05-06⟧，{told}")] == [place]


def test_a_life_opens_with_what_somebody_is() -> None:
    text = (
        "王金路（），京剧演员，工生行，居北京市。⟦1934年|1934⟧，王金路拜师。曾在北京市授课。⟦2002年|2002⟧，王金路得奖。"
    )
    assert [event.place for event in events(text)] == [None, None]


def test_a_theme_below_a_heading_that_names_nothing_is_the_name() -> None:
    text = "【活动资讯】\n主题：从牛车到五分车\n时间：⟦9月23日|2023-09-23⟧\n地点：乌树林园区"
    assert [(event.title, event.place) for event in events(text)] == [("从牛车到五分车", "乌树林园区")]
    text = "诚信日活动通知\n活动安排\n主题：讲诚信，树新风\n时间：⟦9月23日|2023-09-23⟧\n地点：乌树林园区"
    assert [event.title for event in events(text)] != ["讲诚信，树新风"]


@pytest.mark.parametrize(
    ("told", "hosts"),
    [
        ("江岸大学、统计研究中心和统计之都将于⟦5月6日|2019-05-06⟧举办会议。", ("江岸大学", "统计研究中心", "统计之都")),
        ("歌会是电视广播有限公司举办的活动，⟦5月6日|2019-05-06⟧在会展中心举行。", ("电视广播有限公司",)),
        ("⟦5月6日|2019-05-06⟧，国发会与卫福部召开协作会议。", ("国发会", "卫福部")),
        ("⟦5月6日|2019-05-06⟧，座谈会与教育局的展览同日举行。", ()),
    ],
)
def test_who_held_it(told: str, hosts: tuple[str, ...]) -> None:
    assert [event.organisers for event in events(told)][:1] == [hosts]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("⟦1949年5月3日|1949-05-03⟧，杭州为敌军占领，省政府迁至舟山群岛。", "浙江省杭州市"),
        ("⟦5月3日|2019-05-03⟧，市场被外资品牌占领。", None),
        ("⟦5月3日|2019-05-03⟧，上海铁路新客站调整指挥部成员。", "上海市"),
        ("⟦5月3日|2019-05-03⟧，第一站孩子们来到了江岸美术馆参加活动。", "江岸美术馆"),
        ("青禾社区是一个老小区，⟦2022年初|2022-01⟧启动更新改造项目。", "青禾社区"),
        ("江岸大桥位于城东，⟦2003年5月|2003-05⟧通车。", None),
        ("林小溪是社区干部，⟦2022年|2022⟧调任县城。", None),
    ],
)
def test_where_what_the_sentence_tells_of_is(text: str, place: str | None) -> None:
    assert [event.place for event in events(text)][:1] == [place]


def test_who_a_speaker_is_was_not_told_at_the_venue() -> None:
    text = (
        "大庆市音乐会\n时间：⟦2023年11月8日|2023-11-08⟧\n地点：大庆市成功厅\n【主讲者简介】\n"
        "林小溪，歌手，⟦2000年|2000⟧回到家乡。⟦2016年|2016⟧与友人合唱。"
    )
    assert [event.place for event in events(text)] == [None, None, "大庆市成功厅"]
