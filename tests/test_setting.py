"""What a document says of itself."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from timeline.find import find
from timeline.model import Script
from timeline.setting import region_of, spoken, understand
from timeline.text import document


def setting(text, **given):
    doc = document("页面.txt", text, published=given.pop("published", None))
    return understand(doc, find(doc), **given)


@pytest.mark.parametrize(
    ("text", "expected", "rule"),
    [
        ("标题在此\n来源：市政府网 发布时间：2021-03-04\n正文开始。", date(2021, 3, 4), "published-source"),
        ("标题在此\n信息来源：残联 时间：2020-04-27 字体：大 中 小\n正文。", date(2020, 4, 27), "published-source"),
        ("2007年9月7日\n标题在此\n正文开始，没有别的。", date(2007, 9, 7), "published-top"),
        ("2014年04月16日 02:31:52\n标题在此\n正文开始，没有别的。", date(2014, 4, 16), "published-top"),
        ("---\ntitle: 讲座\ndate: 2019-03-14\n---\n正文。", date(2019, 3, 14), "published-front"),
        ("新华社北京2018年3月5日电 会议今天开幕。", date(2018, 3, 5), "published-dateline"),
        (
            "（原载《江畔晚报》2018年5月9日第3版）\n记者昨日获悉，考试将于6月20日举行。",
            date(2018, 5, 9),
            "published-source",
        ),
        (
            "署方今日（十一月八日）公布，會堂將暫停開放。\n工程二○一九年十二月二日展開，為期一月。",
            date(2019, 11, 8),
            "published-today",
        ),
        (
            "署方公布，會堂將暫停開放。\n申請下月接受登記。\n門票已售罄。\n完\n二○一九年十二月八日（星期日）\n香港時間十一時三十分",
            date(2019, 12, 8),
            "published-end",
        ),
        ("新华网合肥5月12日电 展览开幕。\n展览于2019年5月10日布展完毕。", date(2019, 5, 12), "dateline-nearest"),
        (
            "通知\n请各单位参加。\n一、时间待定。\n二、地点待定。\n某某委员会\n2020年4月23日",
            date(2020, 4, 23),
            "published-end",
        ),
    ],
)
def test_the_day_of_publication(text, expected, rule):
    claim = setting(text).published
    assert claim is not None
    assert (claim.value, claim.rule) == (expected, rule)


def test_what_the_reader_says_wins():
    assert setting("2007年9月7日\n正文。", published=date(2010, 1, 2)).published.value == date(2010, 1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "讲座通知\n活动时间：2020年5月12日 地点：礼堂\n请参加。",
        "2020年5月12日，协会召开会议，讨论章程。",
        "课程表\n2006/12/09\n13:30-16:30\n2006/12/13\n13:30-16:30\n2006/12/20\n09:00-12:00",
    ],
)
def test_the_day_of_an_event_is_no_publication(text):
    assert setting(text).published is None


def test_the_year_of_the_title_unless_it_has_two():
    assert setting("2019年读书节方案\n4月23日开幕，请参加。").title_year.value == 2019
    assert setting("2019年至2020年规划对照2018年\n正文。").title_year is None


def test_the_number_of_the_document_and_of_the_observance():
    found = setting("关于举办第三十次全国助残日活动的通知\n粤残〔2020〕1号\n各市残联：请组织。")
    assert found.number_year.value == 2020
    assert found.ordinal_year.value == 2020
    assert found.occasion.value == "quanguo-zhucanri"
    assert found.notice


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("臺北市政府公告，106年2月23日開會。", "TW"),
        ("香港特區政府公佈，九龍區活動。", "HK"),
        ("澳門特別行政區公務員開考，報名。", "MO"),
        ("台北市与香港代表来京，民国三十四年。", "CN"),
    ],
)
def test_the_region(text, region):
    assert region_of(document("t", text)) == region


def test_the_script_and_the_years_it_names_in_order():
    found = setting("1998年成立，2003年改制（2005年备案），2010年5月上市。")
    assert [(naming.year, naming.month, naming.side) for naming in found.named] == [
        (1998, None, ""),
        (2003, None, ""),
        (2005, None, "bracket"),
        (2010, 5, ""),
    ]
    assert found.script is Script.HANS


def test_what_is_given_is_asked_last():
    found = setting("5月12日开工。", year=2018, today=date(2022, 5, 1))
    assert (found.year.value, found.now.value, found.now.rule) == (2018, date(2022, 5, 1), "reference")
    dated = setting("2007年9月7日\n标题\n正文，没有别的。", today=date(2022, 5, 1))
    assert dated.now.value == date(2007, 9, 7)


def test_a_single_line_is_said_at_the_moment_that_is_given():
    moment = datetime(2025, 1, 7, 8)
    found = spoken(setting("2024年3月1日"), moment)
    assert found.published is None
    assert found.now.value == moment.date()


BODY = "\n各单位要认真做好准备工作，确保活动顺利开展。\n二、其他事项另行通知，请关注网站上的最新消息。"
EXHIBITION = "书法展开幕。展览2021年3月2日布置完毕。" + BODY


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("书法展的消息\n发布时间：2021-03-04 浏览次数：18" + BODY, "published-source"),
        ("书法展的消息\n来源：市残联 2021-03-04 14:34" + BODY, "published-source"),
        ("书法展的消息\n信息来源：市残联 时间：2021年3月4日" + BODY, "published-source"),
        ("書法展的消息\n發佈日期：2021/3/4" + BODY, "published-source"),
        ("书法展的消息\n更新日期：2021.03.04" + BODY, "published-source"),
        ("书法展的批复\n发文日期：2021年3月4日 成文日期：2021年3月1日" + BODY, "published-source"),
        ("书法展的批复\n成文日期：2021年3月4日" + BODY, "published-source"),
        ("書法展的公告\n發文日期：中華民國110年3月4日" + BODY, "published-source"),
        ("书法展的消息\n时间：2021-03-04" + BODY, "published-top"),
        ("date 2021-03-04 街道翻新工程展開" + BODY, "published-top"),
        ("书法展\n新华社北京2021年3月4日电（记者 李明）" + EXHIBITION, "published-dateline"),
        ("书法展\n新华社北京3月4日电（记者 李明）" + EXHIBITION, "dateline-nearest"),
        ("书法展\n中新网3月4日电 " + EXHIBITION, "dateline-nearest"),
        ("书法展\n人民网杭州3月4日电（王小明）" + EXHIBITION, "dateline-nearest"),
        ("书法展\n本报北京3月4日讯 " + EXHIBITION, "dateline-nearest"),
        ("书法展的消息" + BODY + "\n某某市文化局\n二〇二一年三月四日", "published-end"),
        ("书法展的消息" + BODY + "\n某某市文化局 2021年3月4日", "published-end"),
        ("书法展的消息" + BODY + "\n某某市文化局\n2021年3月4日\n（此件公开发布）", "published-end"),
        ("书法展的消息" + BODY + "\n某某市文化局办公室       2021年3月4日印发", "published-source"),
        ("书法展的消息\nhttp://www.example.cn/2021/03/04/art_12_345.html" + BODY, "published-address"),
        ("书法展的消息" + BODY + "\n原文链接：http://www.example.cn/xw/t20210304_123456.html", "published-address"),
    ],
)
def test_every_form_of_the_line_that_says_when(text, rule):
    claim = setting(text).published
    assert claim is not None
    assert (claim.value, claim.rule) == (date(2021, 3, 4), rule)


@pytest.mark.parametrize(
    "text",
    [
        "书法展\n活动时间：2021-03-04" + BODY,
        "时间：2021-03-04 9:00 地点：礼堂\n书法展" + BODY,
        "书法展\n见http://www.example.cn/2021/03/04/art_12_345.html中的介绍。" + BODY,
        "书法展\n本报讯（记者 李明）3月4日，" + EXHIBITION,
    ],
)
def test_what_only_looks_like_one(text):
    assert setting(text).published is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2021读书节日程\n4月23日开幕，请参加。", 2021),
        ("2020-2021学年第二学期校历\n3月1日开学。", 2021),
        ("2020-2021学年第一学期校历\n9月1日开学。", 2020),
        ("109學年度第二學期行事曆\n2月22日開學，臺北市。", 2021),
        ("各校要组织好书法展，4月23日开幕。\n二、请按时报送材料，不得迟报漏报。\n2021年书法展实施方案", 2021),
        ("---\ntitle: 2021年书法展\n---\n4月23日开幕，请参加。", 2021),
        ("2019至2021年书法展一览\n4月23日开幕。", None),
    ],
)
def test_the_year_of_a_title_wherever_it_stands(text, year):
    claim = setting(text).title_year
    assert (claim.value if claim else None) == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("通知\n某文〔2021〕15号" + BODY, 2021),
        ("判决书\n（2015）一中刑终字第1797号" + BODY, 2015),
        ("書法展公告\n發文字號：臺北市文字第1103001234號，請各單位參加臺北市書法展覽會開幕。", 2021),
        ("通知\n电话（2021）转1023" + BODY, None),
    ],
)
def test_the_year_of_the_number(text, year):
    claim = setting(text).number_year
    assert (claim.value if claim else None) == year


def test_an_opening_that_announces_a_list_looks_ahead():
    assert setting("电力公司计划在下列时段进行停电检修：\n6日检修一号线。").notice
    assert not setting("昨日，书法展在市礼堂开幕。\n观众很多。").notice


def test_a_title_about_years_to_come_says_not_when_it_is_told():
    assert setting("2035年远景目标\n来源：市政府 2021-03-04" + BODY).title_year is None
    assert setting("2022年工作要点\n来源：市政府 2021-12-04" + BODY).title_year.value == 2022


@pytest.mark.parametrize(
    ("text", "day", "rule"),
    [
        ("书法展的消息\n发布时间：2021--03-04" + BODY, date(2021, 3, 4), "source-damaged"),
        ("书法展的消息\n更新日期: 2021年3 4" + BODY, date(2021, 3, 4), "source-damaged"),
        ("（中央社記者李明台北4日電）書法展今天開幕。\n（編輯：王小明）1100304", date(2021, 3, 4), "published-end"),
        ("諮 詢 延 長\n* * *\n政 府 今 日 表 示\n完\n二○二一年三月四日\n|", date(2021, 3, 4), "published-end"),
    ],
)
def test_a_day_of_publication_that_is_hard_to_see(text, day, rule):
    claim = setting(text).published
    assert (claim.value, claim.rule) == (day, rule)


@pytest.mark.parametrize(
    "text",
    [
        "文化节节目表\n2019年11月2日（星期六）\n下午2时至4时 开幕巡游\n晚上7时30分 折子戏",
        "11月5日公布的书法协会2021年3月4日排行榜中，李明居首。\n" + BODY,
    ],
)
def test_a_day_of_a_programme_or_of_a_list_is_no_publication(text):
    assert setting(text).published is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("建校六十周年公告\n我校创办于1958年，将举行庆典。", 2018),
        ("1978年开始的四十年间，县城变了样。1992年建开发区。", 2018),
        ("建校六十周年\n我校创办于1958年。2020年又建新楼。", None),  # told after the anniversary
        ("十周年店庆，全场五折。", None),
        ("三十周年晚宴\n时间：2018年11月10日（星期六）晚上七时", None),  # the day on which it is held is no beginning
        ("三十五周年院庆\n日期：2021年9月18日", None),
    ],
)
def test_the_years_that_have_passed_since_a_beginning(text, year):
    claim = setting(text).anniversary_year
    assert (claim.value if claim else None) == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("周末爬山\n![](IMG_20171003_101512.jpg)", 2017),
        ("活动照片\nhttp://img.example.com/uploads/2018/06/20180620_1.jpg", 2018),
        ("![](IMG_20171003_1.jpg)\n![](IMG_20180104_1.jpg)", None),
        ("电话 0755-20180620", None),
    ],
)
def test_the_year_in_the_names_of_files(text, year):
    claim = setting(text).stamp_year
    assert (claim.value if claim else None) == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("5月1日（农历四月初一）开幕。2022年度非遗项目。", 2022),
        ("甲辰年祭祖\n4月4日（农历二月廿六）祭祖。", 2024),
        ("5月1日（农历四月初一）开幕。", None),  # 1984, 2003, 2022, 2041
        ("5月1日（农历八月初一）开幕。2022年度非遗项目。", None),  # never together
    ],
)
def test_the_year_in_which_sun_and_moon_agree(text, year):
    claim = setting(text).moon_year
    assert (claim.value if claim else None) == year


def test_a_year_that_says_its_number_is_the_year_of_writing():
    found = setting("去（112）年試辦，今（113）年擴大，明（114）年檢討。臺北市")
    assert [(naming.year, naming.side) for naming in found.named] == [(2023, "remark"), (2024, "now"), (2025, "plan")]
    assert found.year.value == 2024


def test_the_beginning_of_a_thing_is_no_year_of_the_document():
    found = setting("这条街始建于1931年，是城里最老的街。")
    assert [naming.side for naming in found.named] == ["origin"]
    assert found.year is None


def test_the_day_that_is_given_stands_before_years_that_are_only_named():
    assert setting("2019年的旧事。5月12日开工。", today=date(2024, 5, 1)).year.value == 2024
    assert setting("2019年的旧事。5月12日开工。", today=date(2024, 5, 1), year=2018).year.value == 2018
    assert setting("2019年总结\n5月12日开工，请参加。", today=date(2024, 5, 1)).year.value == 2019
