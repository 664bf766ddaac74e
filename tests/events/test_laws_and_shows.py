"""The head of a law, step by step; the show, the project and the contest that the clause before a date names."""

from __future__ import annotations

import pytest

from timeline.pipeline import tell
from timeline.text import document


def told(text: str) -> list[tuple[str, str]]:
    """Day and title of each event, in order of the days."""
    return [(e.when.edtf or "", e.title.replace("，", ",")) for e in tell(document("示例", text)).events]


HEAD = (
    "江岸市市容条例\n"
    "（2001年11月22日江岸市第十一届人民代表大会常务委员会第三十三次会议通过　根据2010年9月17日江岸市第十三届"
    "人民代表大会常务委员会第二十一次会议《关于修改部分法规的决定》第一次修正　2015年7月23日江岸市第十四届"
    "人民代表大会常务委员会第二十二次会议修订　自2015年12月1日起施行）\n"
    "第一条 为了加强市容管理，制定本条例。"
)
LINES = (
    "# 江岸市燃气条例\n"
    "1995年5月26日 江岸市第十一届人民代表大会常务委员会第十七次会议通过\n"
    "1995年6月14日 江岸市人民代表大会常务委员会公告公布施行\n"
    "1997年8月16日 江北省第八届人民代表大会常务委员会第二十九次会议批准的1997年5月23日江岸市第十一届人民代表大会"
    "常务委员会第三十一次会议关于修改《江岸市房屋管理办法》等十一件法规的决定修正\n"
    "第一条 为了加强燃气管理，制定本条例。"
)


def test_the_steps_of_a_law_run_on_in_a_bracket() -> None:
    assert told(HEAD) == [
        ("2001-11-22", "《江岸市市容条例》通过"),
        ("2010-09-17", "《江岸市市容条例》第一次修正"),
        ("2015-07-23", "《江岸市市容条例》修订"),
        ("2015-12-01/..", "《江岸市市容条例》施行"),
    ]


def test_the_steps_of_a_law_line_by_line() -> None:
    assert told(LINES) == [
        ("1995-05-26", "《江岸市燃气条例》通过"),
        ("1995-06-14", "《江岸市燃气条例》公布施行"),
        ("1997-08-16", "《江岸市燃气条例》修正"),  # on the day on which it was approved
    ]


def test_the_story_of_a_law_is_no_head_of_one() -> None:
    found = told("江岸市燃气条例\n1995年5月26日,王某在市图书馆讲解条例通过的经过。\n1996年3月2日,全市开展安全检查。")
    assert [title for _, title in found] == ["王某在市图书馆讲解条例通过的经过", "全市开展安全检查"]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        # whose the thing is that a later clause names
        (
            "2023年5月4日，由校团委、校工会主办，土木学院承办的“五月之声”合唱比赛在主楼广场唱响。",
            "“五月之声”合唱比赛",
        ),
        ("2023年6月3日，由市文联主办、市作协承办，晚报社协办的读书分享会在新华书店举行。", "读书分享会"),
        ("2023年9月3日，读书会由市图书馆主办，晚报承办。", "读书会由市图书馆主办"),
        # the show and the project of the clause before
        (
            "汇集了沈从山早期作品的展览“山水之间”，2023年4月23日在江岸美术馆开幕。",
            "展览“山水之间”在江岸美术馆开幕",
        ),
        ("学院与江桥大学合作举办软件工程本科教育项目，2013年开始招生。", "软件工程本科教育项目开始招生"),
        # by which clock
        ("巴黎时间2019年4月15日，市中心的大教堂发生火灾。", "市中心的大教堂发生火灾"),
        # what one was made, and what one won
        ("1959年学院被定为全国16所重点高校之一。", "学院被定为全国16所重点高校之一"),
        ("学院于1997年入选首批211工程。", "学院入选首批211工程"),
        ("沈从山1983年获中学生运动会跳高冠军。", "沈从山获中学生运动会跳高冠军"),
        # the contest in which it was won keeps its preposition, and its year is that of the deed
        ("沈从山在2008年全国锦标赛上夺冠。", "沈从山在全国锦标赛上夺冠"),
        ("小组在2019年省大学生创新大赛中获二等奖。", "小组在省大学生创新大赛中获二等奖"),
        ("该队在2011年第35届全国总决赛中夺冠。", "该队在第35届全国总决赛中夺冠"),
        # whose it is stands before the deed
        (
            "2019年3月22日，江岸老牌画廊山川画廊在滨江路开设其在亚洲的首个空间。",
            "江岸老牌画廊山川画廊在滨江路开设其在亚洲的首个空间",
        ),
        # what the court did, where both parties are too long for a title
        (
            "2016年5月6日，江岸市中级人民法院就沈某诉江岸市人民政府行政赔偿一案作出终审判决。",
            "江岸市中级人民法院作出终审判决",
        ),
        # how it was when somebody did it
        ("2013年3月3日，沈某在没有办理许可证的情况下，就雇请民工将树林砍伐。", "沈某雇请民工将树林砍伐"),
        # the year of a numbered part
        ("第三届（2009年）：“五月之声”合唱比赛在校区广场举行。", "“五月之声”合唱比赛"),
        # of which issue it was
        ("1995年6期《绿洲》发表诗《淡云》。", "《绿洲》发表诗《淡云》"),
        # the age over an entry of annals
        ("隋朝：开皇九年（589年），废郡，四县并入临江县。", "四县并入临江县"),
        # how long it blew, and that it ended
        ("1904年春，大风三日方止。", "大风三日方止"),
    ],
)
def test_the_thing_that_a_date_tells_of(sentence: str, title: str) -> None:
    assert [name for _, name in told(sentence)] == [title]


def test_years_in_a_row_are_of_one_subject() -> None:
    found = dict(told("江岸学院建于1960年，以培养人才为宗旨，1962年、1972年两次撤校并入江岸大学。"))
    assert (found["1962"], found["1972"]) == ("江岸学院两次撤校并入江岸大学",) * 2


def test_what_the_state_did_goes_on_with_nothing() -> None:
    found = told("贞观八年（634年）复分临江县置丰县。开元二十一年（733年）隶江南东道。")
    assert [title for _, title in found] == ["复分临江县置丰县", "隶江南东道"]


@pytest.mark.parametrize(
    "sentence",
    [
        "2010年全国冠军沈从山是本校校友。",
        "利息自2014年5月20日起按月利率百分之二计算。",
        "原定于2020年3月8日结束的画展不得不提前结束。",
        "1960年后，为加强管理，每年都要对名册进行整理。",
        "至2016年8月18日，被告仅向原告支付了利息9万元。",
    ],
)
def test_no_event(sentence: str) -> None:
    assert told(sentence) == []
