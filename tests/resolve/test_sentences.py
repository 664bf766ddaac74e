"""Whole sentences, found and resolved: relative words around a day of publication, and the turn of the year."""

from __future__ import annotations

import re
from datetime import date

import pytest

from timeline.find import find
from timeline.pipeline import tell
from timeline.resolve import resolve
from timeline.setting import understand
from timeline.text import document

WEDNESDAY = date(2021, 5, 12)


def dates(text, published=None):
    doc = document("页面.txt", text, published=published)
    expressions = find(doc)
    resolutions = resolve(doc, expressions, understand(doc, expressions))
    return {found.expression.text: found.when.edtf if found.when else None for found in resolutions}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("记者上周五获悉，下周三将开馆。", {"上周五": "2021-05-07", "下周三": "2021-05-19"}),
        ("上周日开幕，本周日闭幕。", {"上周日": "2021-05-09", "本周日": "2021-05-16"}),
        ("上周末和这周末均有活动。", {"上周末": "2021-05-08/2021-05-09", "这周末": "2021-05-15/2021-05-16"}),
        ("周日的比赛已经取消。", {"周日": "2021-05-09"}),
        ("比赛将于周日举行。", {"周日": "2021-05-16"}),
        ("讲座通知\n请于周五到礼堂参加。", {"周五": "2021-05-14"}),
        ("今（12日）晨发车。", {"今（12日）晨": "2021-05-12"}),
        ("昨(11)日晚到达。", {"昨(11)日晚": "2021-05-11"}),
        ("工程本月底完工。", {"本月底": "2021-05-21/2021-05-31"}),
        ("截至上月底，已完成三成。", {"上月底": "2021-04-30"}),
        ("工程下月初投产。", {"下月初": "2021-06-01/2021-06-10"}),
        ("工程月底前交付。", {"月底前": "../2021-05-31"}),
        ("工程年底前完成。", {"年底前": "../2021-12-31"}),
        ("去年年底完工，明年初投产。", {"去年年底": "2020-12", "明年初": "2022-01"}),
        ("前天开幕，昨晚落幕，后天休息。", {"前天": "2021-05-10", "昨晚": "2021-05-11", "后天": "2021-05-14"}),
        ("上个月15日开工，下个月1日完工。", {"上个月15日": "2021-04-15", "下个月1日": "2021-06-01"}),
        ("5月销售一百台，比去年同期多。", {"5月": "2021-05", "去年同期": "2020-05"}),
        ("活动定于6月1日举行，届时欢迎参加。", {"6月1日": "2021-06-01", "届时": "2021-06-01~"}),
        ("下半年开工，一季度增长。", {"下半年": "2021-41", "一季度": "2021-33"}),
        ("本学年招生，上学年已停招。", {"本学年": "2020-08/2021-07", "上学年": "2019-08/2020-07"}),
        ("春节前完成，春节后开工。", {"春节前": "../2021-02-12", "春节后": "2021-02-12/.."}),
        ("过去五年持续增长，未来三天有雨。", {"过去五年": "2016/2020", "未来三天": "2021-05-12/2021-05-15"}),
    ],
)
def test_counted_from_the_day_of_publication(text, expected):
    assert dates(text, WEDNESDAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2020年3月2日开工，三天后停工，两周前已勘察，半年后复工。",
            {"2020年3月2日": "2020-03-02", "三天后": "2020-03-05", "两周前": "2020-02-17", "半年后": "2020-09-02"},
        ),
        (
            "1953年春大旱。同年秋蝗灾。年底征兵。",
            {"1953年春": "1953-21", "同年秋": "1953-23", "年底": "1953-12"},
        ),
        (
            "影展活动安排\n2022年5月20日（周五）开幕。\n周六论坛。\n周日闭幕。",
            {"2022年5月20日（周五）": "2022-05-20", "周六": "2022-05-21", "周日": "2022-05-22"},
        ),
        (
            "1999年5月建校，翌年三月招生，同年9月扩建。",
            {"1999年5月": "1999-05", "翌年三月": "2000-03", "同年9月": "2000-09"},
        ),
        (
            "2019年5月开工，2020年底完工，次年3月启用。",
            {"2019年5月": "2019-05", "2020年底": "2020-12", "次年3月": "2021-03"},
        ),
    ],
)
def test_counted_from_what_was_told(text, expected):
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("12月25日比赛，1月5日颁奖。", date(2021, 1, 8), {"12月25日": "2020-12-25", "1月5日": "2021-01-05"}),
        ("12月31日落幕。", date(2021, 1, 3), {"12月31日": "2020-12-31"}),
        ("比赛通知\n请于1月5日参加。", date(2020, 12, 20), {"1月5日": "2021-01-05"}),
        (
            "比赛通知\n12月25日预赛，1月5日决赛，1月10日前领奖。",
            date(2020, 12, 1),
            {"12月25日": "2020-12-25", "1月5日": "2021-01-05", "1月10日前": "../2021-01-10"},
        ),
        (
            "新闻列表\n1月5日 展览开幕\n1月2日 讲座\n12月28日 年会\n12月3日 培训",
            date(2021, 1, 6),
            {"1月5日": "2021-01-05", "1月2日": "2021-01-02", "12月28日": "2020-12-28", "12月3日": "2020-12-03"},
        ),
        (
            "自4月1日起调整收费。部长14日表示，修法已完成。",
            date(2023, 3, 15),
            {"4月1日起": "2023-04-01/..", "14日": "2023-03-14"},
        ),
        ("昨（30日）晚停电。", date(2021, 5, 1), {"昨（30日）晚": "2021-04-30"}),
        ("明（1）日开馆。", date(2021, 4, 30), {"明（1）日": "2021-05-01"}),
    ],
)
def test_the_turn_of_the_year_and_of_the_month(text, published, expected):
    assert dates(text, published) == expected


END = r"(?:\.\.|-?[\dX]{3,4}(?:-\d{2}){0,2}~?)"


@pytest.mark.parametrize(
    "text",
    [
        "109學年度第一學期開始，本學期起，臺北市。",
        "2020-2021学年第二学期起至2021年底前后。",
        "20世纪90年代初起，上半年以来，近三年，未来十年左右。",
        "农历正月初五起至十五，春节期间，国庆假期前。",
    ],
)
def test_whatever_is_said_is_a_date_or_one_stretch(text):
    for words, said in dates(text, WEDNESDAY).items():
        assert said is None or re.fullmatch(rf"{END}(?:/{END})?", said), (words, said)


def test_the_same_days_of_another_year_are_proved_by_the_stretch_that_was_told() -> None:
    told = document("", "2021年7月1日至9月30日接待游客十万人（去年同期为八万人）。")
    expressions = find(told)
    same = resolve(told, expressions, understand(told, expressions))[1]
    proofs = {step.rule: step.because for step in same.steps}
    assert proofs["same-period"] is not None
    assert proofs["same-period"].of(told.raw) == "2021年7月1日至9月30日"


@pytest.mark.parametrize(
    ("text", "rule", "month"),
    [
        ("2022年12月31日公布名单，1日开幕。", "day-next-month", "2023-01"),
        ("关于停水的通知\n发布时间：2022-05-28\n12日至14日停水。", "day-due", "2022-06"),
        ("2022年5月12日开幕，14日闭幕。", "day-focus", "2022-05"),
    ],
)
def test_a_day_alone_says_the_month_that_it_was_given(text: str, rule: str, month: str) -> None:
    told = document("", text)
    expressions = find(told)
    steps = resolve(told, expressions, understand(told, expressions))[-1].steps
    assert {step.rule: step.values.get("month") for step in steps}[rule] == month


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a story goes on from 翌年; what is to come 明年 is left again
        ("1937年7月停办，翌年二月复课，四月迁校。", {"1937年7月": "1937-07", "翌年二月": "1938-02", "四月": "1938-04"}),
        ("1951年8月招生，次年3月开课，9月增班。", {"1951年8月": "1951-08", "次年3月": "1952-03", "9月": "1952-09"}),
        ("2020年9月开工，明年5月完工，10月招标。", {"2020年9月": "2020-09", "明年5月": "2021-05", "10月": "2020-10"}),
        # years count from the year that was told in passing, and back again as far as they were counted
        (
            "馆长1986年1月3日逝世。家人于2002年捐出藏书。五年后，纪念室开放。",
            {"1986年1月3日": "1986-01-03", "2002年": "2002", "五年后": "2007"},
        ),
        ("宫殿1535年改建。一百多年前的游客也来过。", {"1535年": "1535", "一百多年前": None}),
        ("建国后近50年，他再没有写作。", {"建国后": "1949-10-01/..", "近50年": None}),
        # what another year is compared with; the latest year is the latest before
        ("2024年末，户籍人口3万人，较上年减少214人。", {"2024年末": "2024-12", "上年": "2023"}),
        ("2019年，进出口12亿元，比去年增长5%。", {"2019年": "2019", "去年": "2018"}),
        (
            "2016年，工程开工。\n力争明年完工。\n2025年，全线通车。",
            {"2016年": "2016", "明年": "2017", "2025年": "2025"},
        ),
        # days of no known month keep what is known
        ("8日8时至9日8时，全市有雨。", {"8日8时至9日8时": "XXXX-XX-08/XXXX-XX-09"}),
        ("18日12时起封闭，25日前完工。", {"18日12时起": "XXXX-XX-18/..", "25日前": "../XXXX-XX-25"}),
        # the days that were told before with their months
        (
            "2023年长假（9月29日至10月6日）照常开放，节日里（29日至6日）加演两场。",
            {"2023年": "2023", "9月29日至10月6日": "2023-09-29/2023-10-06", "29日至6日": "2023-09-29/2023-10-06"},
        ),
    ],
)
def test_from_what_a_day_goes_on(text, expected):
    assert dates(text) == expected


def test_as_many_years_later_as_were_counted_back():
    text = "十年前，他在这里开店。十年后，他把店交给儿子。"
    assert dates(text, WEDNESDAY) == {"十年前": "2011", "十年后": "2021"}
    assert dates("1998年，他开店。十年后，店铺关门。", WEDNESDAY)["十年后"] == "2008"


def test_the_end_of_a_thing_is_no_day_of_the_story():
    text = "2024年9月9日开学典礼。周二军训开始，至24日结束。本周末接待来宾。"
    assert dates(text)["本周末"] == "2024-09-14/2024-09-15"


@pytest.mark.parametrize(
    ("text", "clock", "day"),
    [
        ("2024年国庆开放公告\n开放时间：9:00—17:00（16:30停止入馆）。", "16:30", None),
        ("10月1日照常开放。\n参观时间：9:00—17:00，16:00停止售票。", "16:00", None),
        ("2024年10月1日演出，19:30停止入场。", "19:30", "2024-10-01"),
    ],
)
def test_the_hour_from_which_nobody_is_let_in(text, clock, day):
    assert dates(text)[clock] == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1950年冬至1951年春，全村修渠。", {"1950年冬至1951年春": "1950-24/1951-21"}),
        ("1960年夏至次年春，滴雨未下。", {"1960年夏至次年春": "1960-22/1961-21"}),
        ("2023年冬至，剧团开演。", {"2023年冬至": "2023-12-22"}),
        (
            "光绪二年入塾。五年己卯赴试。十一年正月，至上海。二十一年四月，辞馆。",
            {
                "光绪二年": "1876",
                "五年己卯": "1879",
                "十一年正月": "1885-02-15/1885-03-16",
                "二十一年四月": "1895-04-25/1895-05-23",
            },
        ),
        (
            "宣统三年八月，起事。民国元年元旦，赴宁。三年六月，返乡。",
            {"宣统三年八月": "1911-09-22/1911-10-21", "民国元年元旦": "1912-01-01", "三年六月": "1914-06"},
        ),
        ("租金每季支付，于每季首月5日前付清。", {"每季": None, "5日前": None}),
        (
            "每周一休馆（2024年6月10日照常开放，次日休馆）。",
            {"每周一": None, "2024年6月10日": "2024-06-10", "次日": "2024-06-11"},
        ),
        (
            "2024年8月20日到账。截至8月底，销量较去年同期增长。",
            {"2024年8月20日": "2024-08-20", "8月底": "2024-08-31", "去年同期": "2023-08"},
        ),
    ],
)
def test_seasons_reigns_and_habits(text, expected):
    assert dates(text) == expected


def test_how_long_an_office_runs_dates_nothing_else():
    text = "校友会简讯\n5月18日，理事会换届，任期至2027年5月。\n6月1日，校友返校。\n12月初年会。"
    assert dates(text, date(2024, 8, 5)) == {
        "5月18日": "2024-05-18",
        "2027年5月": "2027-05",
        "6月1日": "2024-06-01",
        "12月初": "2024-12-01/2024-12-10",
    }


def test_hours_of_a_subject_are_of_the_half_that_was_said():
    doc = document("考试", "2025年4月10日上午化学8:30开考，地理11:00开考；下午政治2:30开考，生物5:00开考。")
    expressions = find(doc)
    found = resolve(doc, expressions, understand(doc, expressions))
    assert [one.when.time for one in found if one.when.time] == ["08:30", "11:00", "14:30", "17:00"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2024年2月9日病逝。1966年受冲击，1973年复职，五年后任主任。",
            {"2024年2月9日": "2024-02-09", "1966年": "1966", "1973年": "1973", "五年后": "1978"},
        ),
        (
            "2024年5月1日至5日办节。首日开幕，次日环湖。",
            {"2024年5月1日至5日": "2024-05-01/2024-05-05", "次日": "2024-05-02"},
        ),
        (
            "2024年3月24日填报\n下周计划：26日起施工，预计4月8日完成；28日验收。",
            {
                "2024年3月24日": "2024-03-24",
                "下周": "2024-03-25/2024-03-31",
                "26日起": "2024-03-26/..",
                "4月8日": "2024-04-08",
                "28日": "2024-03-28",
            },
        ),
        (
            "2024年安排资金，2025年预算下达。\n5月下旬开会。今年是计划实施十周年。",
            {"2024年": "2024", "2025年": "2025", "5月下旬": "2025-05-21/2025-05-31", "今年": "2025"},
        ),
        (
            "1963年11月和1964年7月修渠。今天（7月6日），江岸发生2026年第1号洪水。今天8时漫堤。",
            {
                "1963年11月": "1963-11",
                "1964年7月": "1964-07",
                "今天（7月6日）": "2026-07-06",
                "2026年": "2026",
                "今天8时": "2026-07-06",
            },
        ),
        (
            "今日（9月19日）宣布解散，10月底完成。\n该会下月3日开会表决。",
            {"今日（9月19日）": "XXXX-09-19", "10月底": "XXXX-10-21/XXXX-10-31", "下月3日": "XXXX-10-03"},
        ),
        (
            "去年6月4日至今年7月22日刊印，8月30日再审。\n（2021年7月23日）",
            {
                "去年6月4日至今年7月22日": "2020-06-04/2021-07-22",
                "8月30日": "2021-08-30",
                "2021年7月23日": "2021-07-23",
            },
        ),
        (
            "上周（7月14日至7月20日）有两家。\n7月14日，麦清递表。该公司2016年成立。\n2023年、2024年及2025年一季度盈利。\n7月17日，云秀递表。",
            {"上周": "2025-07-14/2025-07-20", "7月14日": "2025-07-14", "7月17日": "2025-07-17"},
        ),
        (
            "2007年患病，2015年再度住院，去年5月手术，在刚过去的星期日（1月10日）离世。\n（2021年1月12日）",
            {"去年5月": "2020-05", "星期日（1月10日）": "2021-01-10", "2021年1月12日": "2021-01-12"},
        ),
        (
            "2024年大事\n1、2月1日，林文走访。\n2、2月3日，会议召开。",
            {"2024年": "2024", "2月1日": "2024-02-01", "2月3日": "2024-02-03"},
        ),
        (
            "民国六十一年延期，议员就职日期为六十二年五月一日。",
            {"民国六十一年": "1972", "六十二年五月一日": "1973-05-01"},
        ),
        ("翌日（9月5日），人群散去。", {"翌日（9月5日）": "XXXX-09-05"}),
        ("事隔三日（9月6日），开始流传。", {"三日": None, "9月6日": "XXXX-09-06"}),
        (
            "2021年8月14日的信提到此事。2023年新年开会，4月22日周六上课。",
            {"2021年8月14日": "2021-08-14", "2023年新年": "2023-01-01", "4月22日周六": "2023-04-22"},
        ),
        (
            "七十四年八月五日，沈云到任。\n民国七十五年十一月建亭。\n七十九年五月兴建食堂。\n七十八年兴建大楼。",
            {"七十八年": "1989", "民国七十五年十一月": "1986-11", "七十九年五月": "1990-05"},
        ),
        (
            "歲末將至，今年(112年)底前完工，10月25日動土。",
            {"歲末": "2023-12", "今年(112年)底前": "../2023-12-31", "10月25日": "2023-10-25"},
        ),
    ],
)
def test_what_lies_nearer_than_the_last_date(text, expected):
    assert expected.items() <= dates(text).items()


def test_a_day_that_was_not_yet_is_one_around_the_feast_that_was_told_of():
    told = "昨天开工。劳动节期间照常营业，30号盘点。"
    assert dates(told, WEDNESDAY)["30号"] == "2021-04-30"
    planned = "昨天开工。劳动节期间照常营业，30号将盘点。"
    assert dates(planned, WEDNESDAY)["30号"] == "2021-05-30"


@pytest.mark.parametrize(
    ("written", "term"),
    [
        (date(2024, 8, 20), "2024-09/2025-01"),  # about to begin
        (date(2024, 9, 20), "2024-09/2025-01"),  # just begun
        (date(2024, 10, 20), "2025-02/2025-07"),  # the new one is the next
        (date(2025, 3, 3), "2025-02/2025-07"),
    ],
)
def test_a_new_term_is_the_one_that_has_just_begun_or_the_next(written, term):
    assert dates("新学期将开设书法课。", written) == {"新学期": term}


@pytest.mark.parametrize(("day", "year"), [("4月2日", 2023), ("4月20日", 2024)])
def test_a_day_goes_with_the_nearer_of_two_years(day, year):
    text = f"2023年3月20日，甲展开幕。明年5月10日举行决赛。{day}，领导小组开会。"
    expected = date(year, 4, int(day[2:-1])).isoformat()
    assert dates(text)[day] == expected


def test_the_reason_counts_the_weeks_of_a_term_as_the_text_does():
    text = "某中学2024学年校历\n2024年9月2日正式上课。\n第3周周四举行家长会。"
    found = {one.expression.text: one for one in tell(document("校历.txt", text)).resolutions}
    meeting = found["第3周周四"]
    assert meeting.when is not None
    assert meeting.when.edtf == "2024-09-19"
    assert [dict(step.values) for step in meeting.steps if step.rule == "term-week"] == [
        {"number": "3", "day": "2024-09-02"}
    ]
