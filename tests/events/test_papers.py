"""Papers of an office, a school and an association: the events that whoever filed them would have noted."""

from __future__ import annotations

import pytest

from timeline.pipeline import tell
from timeline.text import document

WEEKLY = """市场部周报（2026年第46周）

本周完成：
1. 周一召开双十一复盘会，各区域经理参加。
2. 周五下午3点，新版小程序上线。

下周计划：
1. 周二上午10:00在3号会议室召开预算评审会；
2. 周四前提交2027年度预算初稿；

请各位于周日22:00前将个人小结发至邮箱。
2026-11-13
"""
SCHOOL = """致全体家长的一封信

尊敬的家长：
    2026—2027学年度第一学期将于1月22日（星期五）结束，寒假从1月23日起至2月20日（正月十五）止，2月22日正式开学。
    一、期末考试时间为1月18日至20日，七、八年级21日上午不上课。
    二、社会实践活动报名截至元旦。
    三、寒假作业请于开学当天上交。
    四、春季研学旅行初定于4月10日。
                        实验中学
                        2026年12月18日
"""
ANNALS = """本會大事記

民國三十八年，創辦人林天佑先生於臺南創會。
88年九二一大地震，會員募款，翌年元宵節前夕送抵災區。
97.5.18 出版三十週年紀念專輯。
102年3月－6月 舉辦巡迴講座共12場。
今（114）年將於國慶連假期間舉行系列活動，重陽節當日設宴款待資深會員。
"""

# The heads of its lines are written in five ways; nobody is called 大事.
MIXED = """大事年表

1905年，光緒三十一年 創立「普通學堂」。
1912 民國元年 改稱縣立高等小學校。
民國26.7 抗戰軍興，學校西遷。
1938.11.11 校舍毀於大火
51年 與三中合併
五十年代末 成為省重點中學
"""

# A day alone, and what happened on it counted below.
DAILY = """11.13
(1)议会不足法定人数，停止开会。
(2)外交部致电公使，劝告勿再施压。
11.16炮台守军起事。
11.18
(1)协定签字。
(2)督军抵省城，接任。
11.20
(1)通令各省尊孔。
"""


@pytest.mark.parametrize(
    ("paper", "noted"),
    [
        (
            DAILY,
            {
                ("XXXX-11-13", "议会不足法定人数，停止开会"),
                ("XXXX-11-13", "外交部致电公使，劝告勿再施压"),
                ("XXXX-11-16", "炮台守军起事"),
                ("XXXX-11-18", "协定签字"),
            },
        ),
        (
            WEEKLY,
            {
                ("2026-11-09", "召开双十一复盘会"),
                ("2026-11-13", "新版小程序上线"),
                ("2026-11-15", "请各位将个人小结发至邮箱"),
            },
        ),
        (
            SCHOOL,
            {
                ("2027-01-22", "2026—2027学年度第一学期结束"),
                ("2027-01-23/2027-02-20", "寒假"),
                ("2027-02-22", "寒假正式开学"),
                ("2027-01-18/2027-01-20", "期末考试"),
                ("2027-01-21", "七、八年级不上课"),
                ("2027-01-01", "社会实践活动报名"),
                ("2027-04-10", "春季研学旅行"),
            },
        ),
        (
            MIXED,
            {
                ("1905", "創立「普通學堂」"),
                ("1912", "改稱縣立高等小學校"),
                ("1937-07", "抗戰軍興，學校西遷"),
                ("1938-11-11", "校舍毀於大火"),
                ("1951", "與三中合併"),
                ("1957/1959", "成為省重點中學"),
            },
        ),
        (ANNALS, {("2008-05-18", "本會出版三十週年紀念專輯"), ("2013-03/2013-06", "巡迴講座共12場")}),
    ],
)
def test_what_a_paper_notes_is_told(paper: str, noted: set[tuple[str, str]]) -> None:
    told = {(event.when.edtf or "", event.title) for event in tell(document("示例", paper)).events}
    assert noted <= told


@pytest.mark.parametrize(
    ("paper", "days"),
    [
        (WEEKLY, {"2026-11-09", "2026-11-13", "2026-11-15", "2026-11-17", "2026-11-19"}),
        (
            SCHOOL,
            {
                "2026-12-18",
                "2027-01-01",
                "2027-01-18/2027-01-20",
                "2027-01-21",
                "2027-01-22",
                "2027-01-23/2027-02-20",
                "2027-02-22",
                "2027-04-10",
            },
        ),
        (
            ANNALS,
            {"1949", "1999", "2000-02-18", "2008-05-18", "2013-03/2013-06", "2025-10-10/2025-10-12", "2025-10-29"},
        ),
    ],
)
def test_nothing_is_lost_and_the_line_above_a_list_is_no_event(paper: str, days: set[str]) -> None:
    assert {event.when.edtf for event in tell(document("示例", paper)).events} == days


CALL = """征文启事
截稿日期：2025年9月底。初评结果10月中旬公布，11月下旬颁奖。
"""
HOURS = """展览时间：2024年7月2日至10月7日
地点：东馆
开幕讲座7月2日14时。
"""


def test_what_stands_behind_the_value_of_a_key_is_told() -> None:
    told = {(event.when.edtf, event.title) for event in tell(document("示例", CALL)).events}
    assert {("2025-10-11/2025-10-20", "初评结果公布"), ("2025-09-21/2025-09-30", "征文截稿")} <= told
    assert "2025-11-21/2025-11-30" in {day for day, _ in told}


def test_a_first_line_that_gives_the_time_is_no_title() -> None:
    told = {(event.when.edtf, event.title) for event in tell(document("示例", HOURS)).events}
    assert ("2024-07-02/2024-10-07", "东馆展览") in told
    assert ("2024-07-02", "开幕讲座") in told


BLOCK = """社区活动通知

小区3号楼电梯检修，12日至14日停用；13日晚10点至次日6点停水。

居民委员会
2026年9月28日
"""


def test_what_stops_by_itself_is_no_step_of_the_headline() -> None:
    told = {(event.when.edtf, event.title) for event in tell(document("示例", BLOCK)).events}
    assert ("2026-10-12/2026-10-14", "小区3号楼电梯检修停用") in told
    assert ("2026-10-13/2026-10-14", "小区停水") in told


ROUNDUP = """某市助残月活动丰富多彩

临江区：5月16日，区残联走访慰问困难家庭22户。
东湖街道：5月17日，街道“温馨家园”举办手工编织比赛，共有26人参加。
实验中学：5月18日，师生到科技馆开展研学活动。
2024年5月20日
"""


def test_a_place_or_a_body_before_the_colon_only_says_who_reports() -> None:
    told = {(event.when.edtf, event.title) for event in tell(document("示例", ROUNDUP)).events}
    assert {
        ("2024-05-16", "区残联走访慰问困难家庭22户"),
        ("2024-05-17", "手工编织比赛"),
        ("2024-05-18", "师生到科技馆开展研学活动"),
    } <= told


FESTIVAL = """海洋文化节日程

7月18日（周五）
09:00-09:40 开幕式 海滨公园主舞台
10:00-11:30 海洋经济论坛 国际会议中心二楼
14:00-17:00 沙雕大赛（初赛） 金沙滩
19:30 开海音乐会 海滨公园主舞台

7月19日（周六）
09:00 颁奖仪式 海滨公园主舞台
（2025年）
"""


def test_the_last_column_of_a_programme_is_where_it_is() -> None:
    told = {(event.title, event.place) for event in tell(document("示例", FESTIVAL)).events}
    assert {
        ("开幕式", "海滨公园主舞台"),
        ("海洋经济论坛", "国际会议中心二楼"),
        ("沙雕大赛（初赛）", "金沙滩"),  # no word says that it is a place: its column does
        ("颁奖仪式", "海滨公园主舞台"),
    } <= told


LANTERNS = "2023年2月5日（正月十五）　青石镇首届元宵灯会在文化广场举办，吸引周边群众近万人。"


def test_where_something_is_held_does_not_only_say_where() -> None:
    (event,) = tell(document("示例", LANTERNS)).events
    assert (event.when.edtf, event.title, event.place) == ("2023-02-05", "青石镇首届元宵灯会", "文化广场")


def test_the_year_of_a_meeting_stays_whole_or_goes() -> None:
    told = {event.title for event in tell(document("示例", "2023年1月4日　镇党委召开2022年度民主生活会。")).events}
    assert told == {"2022年度民主生活会"}


FEAST = "2024年8月14日\n\n中秋連假（9月14日至17日）期間，館內舉辦親子市集。\n"


def test_the_days_beside_a_feast_are_its_days() -> None:
    told = {event.when.edtf for event in tell(document("示例", FEAST)).events}
    assert told == {"2024-09-14/2024-09-17"}


PAGE = """新闻动态

某馆开展主题活动
1月24日下午，“春之声”读书会在一楼大厅举行。
本馆动态 2019/01/25 16:13

某馆荣获先进单位称号
今日上午，全市表彰大会在会展中心举行。
行业动态 2018/12/28 17:22

某馆新馆开工
7月26日，新馆正式开工。
本馆动态 2018/07/27 09:27
"""


def test_each_article_of_a_page_has_its_own_day() -> None:
    told = {(event.when.edtf, event.weight.value, event.title) for event in tell(document("示例", PAGE)).events}
    assert told == {
        ("2018-07-26", "core", "新馆正式开工"),
        ("2018-07-27", "minor", "某馆新馆开工"),
        ("2018-12-28", "core", "全市表彰大会"),
        ("2018-12-28", "minor", "某馆荣获先进单位称号"),
        ("2019-01-24", "core", "“春之声”读书会"),
        ("2019-01-25", "minor", "某馆开展主题活动"),
    }


NEWS = """江岸图书馆最新消息

2023-11-08
本馆参加阅读推广大会
昨日，本馆馆员参加全市阅读推广大会。

2023-10-20
秋季书展落幕
本月15日至18日，秋季书展在一楼大厅举行。

2023-06-02
公布2023年征文比赛获奖名单
"""


def test_the_day_above_an_article_is_when_it_was_written() -> None:
    told = {(event.when.edtf, event.title) for event in tell(document("示例", NEWS)).events}
    assert told == {
        ("2023-11-07", "江岸图书馆馆员参加全市阅读推广大会"),
        ("2023-10-15/2023-10-18", "秋季书展"),
        ("2023-06-02", "公布2023年征文比赛获奖名单"),
    }


HEADLINES = """协会动态

协会走访会员企业
2022.3.18
秘书长李明昨日率队走访三家会员企业，了解生产情况。

协会召开理事会
2022.1.21
协会于本月十九日在湖滨饭店召开第四届理事会第二次会议。

会长接受本市电台专访
2021.12.6
会长王芳谈到行业的前景与困难，并回答了听众提问。
"""


def test_the_day_between_headline_and_text_is_when_it_was_written() -> None:
    told = {(event.when.edtf, event.title) for event in tell(document("示例", HEADLINES)).events}
    assert told == {
        ("2022-03-17", "秘书长李明率队走访三家会员企业"),
        ("2022-01-19", "第四届理事会第二次会议"),
        ("2021-12-06", "会长接受本市电台专访"),
    }


def test_a_chronicle_that_begins_with_the_oldest_is_no_page_of_news() -> None:
    chronicle = "校史大事记\n\n1998-09-01\n学校挂牌成立。\n2001-05-20\n图书馆奠基。\n2003-11-08\n首届年会召开。\n"
    told = tell(document("示例", chronicle))
    assert not told.setting.postings
    assert {event.when.edtf for event in told.events} == {"1998-09-01", "2001-05-20", "2003-11-08"}


WALK = """## 春季健行

|   |   |
|---|---|
| **日期** | 2024年4月13日（六） |
| 时间 | 上午8:00 |
| 地点： | 象山步道口<br> |
| 报名截止 | 2024年4月5日 |
"""
WORKS = """河堤工程进度

| 开标 | 2023年3月1日 |
| 网上公示： | 2023年3月6日至10日 |
| 竣工 | 2024年9月30日 |
"""


def test_keys_between_bars_are_keys_and_steps_have_their_days() -> None:
    told = {
        (event.when.edtf, event.when.time, event.title, event.place) for event in tell(document("示例", WALK)).events
    }
    assert told == {
        ("2024-04-05", None, "春季健行报名截止", None),
        ("2024-04-13", "08:00", "春季健行", "象山步道口"),
    }
    told_of_works = [(event.when.edtf, event.title) for event in tell(document("示例", WORKS)).events]
    assert told_of_works == [
        ("2023-03-01", "开标"),
        ("2023-03-06/2023-03-10", "网上公示"),
        ("2024-09-30", "竣工"),
    ]


def test_bold_keys_are_keys() -> None:
    notes = "# 沙龙\n\n- **日期**：2024年4月20日\n- **时间：** 14:00-16:00\n- **地点：江滨书店**\n"
    (event,) = tell(document("示例", notes)).events
    assert (event.when.time, event.title, event.place) == ("14:00/16:00", "沙龙", "江滨书店")


@pytest.mark.parametrize(
    ("notice", "day", "title"),
    [
        ("2023年全市中学生运动会将延期至2023年9月30日至10月2日举行。", "2023-09-30/2023-10-02", "全市中学生运动会"),
        ("2021年迎春花市改期至2021年3月6日举办。", "2021-03-06", "迎春花市"),
        ("2024年度会员大会延至7月13日召开。", "2024-07-13", "会员大会"),
    ],
)
def test_the_year_of_what_is_put_off_is_its_name(notice: str, day: str, title: str) -> None:
    (event,) = tell(document("示例", notice)).events
    assert event.when.edtf == day
    assert title in event.title


def test_a_day_over_its_hour_and_place_is_that_of_the_thing_above() -> None:
    (event,) = tell(document("示例", "圣诞晚会\n2020年12月24日\n时间：7时30分\n地点：礼堂\n")).events
    assert (event.when.edtf, event.when.time, event.title, event.place) == ("2020-12-24", "19:30", "圣诞晚会", "礼堂")


COUNTY = """江岸县（1912—1939）

江岸县，旧县名，在今某省南部。宣统元年（1909年）十月设厅。民国元年（1912年）二月改厅为县。民国二十一年，属第五专区，同年八月改属第二专区。
"""


def test_a_reign_is_nobody_and_a_county_goes_through_its_history() -> None:
    told = {event.title for event in tell(document("示例", COUNTY)).events}
    assert {"江岸县改厅为县", "江岸县属第五专区", "江岸县改属第二专区"} <= told
    assert not any("宣统" in title for title in told)


def test_what_is_put_off_is_told_of_its_new_day() -> None:
    notice = "原定于2023年4月中旬举办的江滨路花市移至江滩公园举行，时间为4月15日至5月5日。"
    (event,) = tell(document("示例", notice)).events
    assert (event.when.edtf, event.title) == ("2023-04-15/2023-05-05", "江滨路花市移至江滩公园")
    assert event.place is None or "月" not in event.place


JUDGEMENT = """江岸区人民法院
民事判决书

原告王某与被告某物业公司合同纠纷一案，本院于2021年2月3日公开开庭进行了审理。
本院经审理认定事实如下：2019年6月1日，双方签订物业服务合同。
综上，判决如下：驳回原告的诉讼请求。

审判长  王 磊
审判员  李小平

二〇二一年三月九日

书记员  张 倩
"""


def test_who_signs_for_a_court_is_no_event_and_what_it_found_is_told() -> None:
    told = {event.when.edtf: event.title for event in tell(document("示例", JUDGEMENT)).events}
    assert told == {"2021-02-03": "本院公开开庭", "2019-06-01": "双方签订物业服务合同", "2021-03-09": "民事判决书"}
