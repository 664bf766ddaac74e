"""What only leads up to a deed is no title: when it was, whose word it is, who is behind it, a name in other words."""

from __future__ import annotations

import pytest

from tests.events.marked import events, told

SENTENCES = [
    # a clause that only says when
    ("⟦9月25日|2007-09-25⟧,山谷中学的8名学生吃过饭后,被送往医院救治。", ["山谷中学的8名学生被送往医院救治"]),
    ("⟦8月25日晚|2007-08-25⟧,就在演出刚刚开始的时候,突然发生爆炸。", ["突然发生爆炸"]),
    # a deed in it that is worth telling stands
    ("⟦4月1日|2021-04-01⟧,平台正式上线后,让居民少跑路。", ["平台正式上线"]),
    # a noun with its attribute, and the deed some clauses later
    ("⟦7月26日|2009-07-26⟧,由甲地开往乙地的1043次列车,被山洪阻断。", ["1043次列车被山洪阻断"]),
    # who holds it stands between the thing and the deed
    ("“春之声”音乐会,由青年协会于⟦5月16日|2021-05-16⟧在人民公园举办。", ["“春之声”音乐会"]),
    # a deed told of a noun
    ("⟦1940年|1940⟧出生的秦其文,", ["秦其文出生"]),
    # what the time is the time of
    ("本次社团招新的时间为⟦3月2日|2023-03-02⟧。", ["社团招新"]),
    # the matter that somebody speaks of
    ("⟦1月15日|2018-01-15⟧,就法庭外的言行一事,律政司将其转交警方。", ["律政司将其转交警方"]),
    # what somebody had gone through before
    ("⟦1956年|1956⟧公私合营后,改名为江岸印刷厂。", ["改名为江岸印刷厂"]),
    ("⟦2003年|2003⟧毕业后,她进入一家报社当记者。", ["她进入一家报社当记者"]),
    # only why, and only by whose means
    ("⟦12月30日|2003-12-30⟧,沈芳终因癌细胞扩散导致衰竭,于江岸医院病逝。", ["沈芳于江岸医院病逝"]),
    ("⟦12月10日|1995-12-10⟧,由江岸商城等企业共同投资,江岸足球俱乐部正式成立。", ["江岸足球俱乐部正式成立"]),
    ("⟦2010年3月|2010-03⟧,老人在家人的陪同下,向博物馆捐赠了书画作品36件。", ["老人向博物馆捐赠书画作品36件"]),
    # why alone, and a word that links
    ("⟦10月25日|1950-10-25⟧,因调整行政区划,成立江岸县。", ["成立江岸县"]),
    # the bracket behind a deed says when
    (
        "学堂由沈从山创办(⟦1893年|1893⟧),后更名为江岸大学(⟦1928年7月|1928-07⟧)。",
        ["学堂由沈从山创办", "更名为江岸大学"],
    ),
    ("他主持修建了江岸大桥(⟦1957年|1957⟧)、河西公园(⟦1962年|1962⟧)。", []),
    # for what feast it was done is no second event
    (
        "⟦2007年至2009年|2007/2009|period⟧,为迎接⟦第十一届全运会|2009-10-16/2009-10-28|observance⟧,体育场进行了改建。",
        ["体育场进行改建"],
    ),
    # a verb inside the name of a house
    ("⟦2011年3月|2011-03⟧,《秦其文文集》由江岸出版社出版。", ["《秦其文文集》由江岸出版社出版"]),
    # who did it is no office that was told of him
    ("⟦1950年|1950⟧任桥梁局工程师。⟦1953年|1953⟧参加大桥设计。", ["任桥梁局工程师", "参加大桥设计"]),
    # what is done besides, and by whose invitation
    ("水利局⟦2月4日|2026-02-04⟧除设立联络窗口外,走访各处工地。", ["水利局走访各处工地"]),
    ("⟦2013年|2013⟧,受商会邀请,剧团赴巴黎演出。", ["剧团赴巴黎演出"]),
    # with whom it is done
    ("江岸诊所⟦5月29日|2024-05-29⟧邀请戒烟者及其亲友,于长青会所办理“无烟日”体验活动。", ["“无烟日”体验活动"]),
    ("⟦2019年|2019⟧,剧团偕同江岸文教基金会,共同举办少儿戏剧节。", ["共同举办少儿戏剧节"]),
    # what one of a kind is, stands behind its attributes
    (
        "⟦10月13日|2011-10-13⟧,一辆由江岸开往白湖,牌号为甲1572的大型卧铺客车行至绕城高速时,冲出护栏。",
        ["一辆大型卧铺客车冲出护栏"],
    ),
    # what still goes on, what it is as, and how one went there
    ("⟦5月22日|2018-05-22⟧,相关细节还在敲定中,商务部将解除出口禁令。", ["商务部解除出口禁令"]),
    ("⟦1991年8月|1991-08⟧,青石关作为古城墙的精华,接受了遗产证书。", ["青石关接受遗产证书"]),
    ("D3:⟦4月23日|2019-04-23⟧出发,江岸～白湖(车程半小时),白湖景区游览。", ["白湖景区游览"]),
    # what is done with what is handled
    ("⟦2022年|2022⟧,市政府将文学馆旧馆的地址,定为江滨路一号。", ["市政府将文学馆旧馆的地址定为江滨路一号"]),
    # whose picture it is, and how a thing is called
    ("某某社供图⟦2019年10月|2019-10⟧,名为山河远阔的书画展在江岸博物馆开幕。", ["山河远阔书画展在江岸博物馆开幕"]),
    # by whose order, and the letter that a notice goes back to
    ("根据主题教育的工作安排与部署,⟦10月12日|2019-10-12⟧江岸支部参观纪念馆。", ["江岸支部参观纪念馆"]),
    ("一、依教育局⟦98年9月2日|2009-09-02⟧教字第0980150485号函办理。", ["教育局函"]),
    ("⟦2011年|2011⟧,随著社区的扩大,剧团迁入新馆。", ["剧团迁入新馆"]),
    # what was announced
    ("卫生署⟦5月22日|2021-05-22⟧公布,因出现疫情而暂停通关。", ["卫生署公布因出现疫情而暂停通关"]),
    # a stretch told by its beginning
    ("⟦2019年|2019⟧落成的“全龄公园”,", ["“全龄公园”落成"]),
    # an observance is told by its own name
    ("⟦5月18日|2018-05-18⟧是⟦国际博物馆日|2018-05-18|observance⟧,上海是今年的主会场。", ["国际博物馆日"]),
]


@pytest.mark.parametrize(("sentence", "titles"), SENTENCES, ids=[sentence[:24] for sentence, _ in SENTENCES])
def test_a_title_is_the_deed(sentence: str, titles: list[str]) -> None:
    assert [title for _, title in told(sentence)] == titles


def test_a_thing_that_is_put_off_is_on_its_new_day() -> None:
    found = told("山海音乐节原定⟦5月13日|2019-05-13⟧举行,现改至⟦9月9日|2019-09-09⟧在江边广场举行。")
    assert [day for day, _ in found] == ["2019-09-09"]


def test_the_day_of_a_picture_is_that_of_what_it_shows() -> None:
    found = told("歌迷在体育馆外彻夜排队购票。图/某某社资料照(⟦2005年11月11日|2005-11-11⟧王某摄影)")
    assert found == [("2005-11-11", "歌迷在体育馆外彻夜排队购票")]


def test_a_pronoun_stands_for_a_person_only() -> None:
    found = told("沈从山是画家。他于⟦1952年|1952⟧考入美术学院。")
    assert found == [("1952", "沈从山考入美术学院")]
    found = told("体育馆耗时四年。他于⟦1952年|1952⟧考入美术学院。")
    assert found == [("1952", "他考入美术学院")]


def test_a_date_in_other_words_is_no_title() -> None:
    found = told("长者进香活动将于⟦12月27日|2021-12-27⟧(⟦农历十一月廿四|2021-12-27⟧)举行。")
    assert found == [("2021-12-27", "长者进香活动")]


def test_steps_are_called_by_their_labels() -> None:
    found = told("招聘公告\n4、成绩公布:于⟦12月25日|2018-12-25⟧张贴在门诊大厅公示栏。")
    assert found == [("2018-12-25", "成绩公布")]


def test_an_opening_is_that_of_what_the_text_is_about() -> None:
    found = events("“青瓷之美”特展即将开放\n⟦5月18日上午|2018-05-18⟧,在大厅举行开幕式。")
    assert [event.title for event in found] == ["“青瓷之美”开幕式"]


@pytest.mark.parametrize(
    "line",
    [
        'date_gmt: "⟦2011-12-02 16:05|2011-12-02⟧:50 +0800"',
        "⟦2024-10-24 13:17|2024-10-24⟧ 某某时光",
        "⟦11/13|2025-11-13⟧停班停课一次看!",
        "发稿时间:⟦112年10月2日|2023-10-02⟧",
    ],
)
def test_the_furniture_of_a_page_tells_nothing(line: str) -> None:
    assert told(f"某某公园开放\n{line}\n公园很大。") == []
