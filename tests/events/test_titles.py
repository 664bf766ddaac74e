"""Titles: every rung gives what its examples say, and no title is what an editor would never write."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.marked import events, told
from timeline.events.drafts import raw_words
from timeline.events.editing.shortening import shorten
from timeline.events.language.phrases import LONGEST, Phrase, balanced, trim
from timeline.events.language.segment import begins_with_verb, borders, has_verb
from timeline.events.what.rungs import RUNGS
from timeline.model import Span
from timeline.pipeline import tell
from timeline.text import document

RUNG_EXAMPLES = [(rung, clause, expected) for rung in RUNGS for clause, expected in rung.examples.items()]


@pytest.mark.parametrize(
    ("rung", "clause", "expected"),
    RUNG_EXAMPLES,
    ids=[f"{rung.name}: {clause[:16]}" for rung, clause, _ in RUNG_EXAMPLES],
)
def test_a_rung_gives_its_examples(rung, clause: str, expected: str) -> None:
    doc = document("示例", clause)
    found = rung.climb(Phrase(doc.text, 0))
    assert ("" if found is None else trim(found).printed) == document("示例", expected).text


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("请贵公司于⟦8月31日之前|2017-08-31|deadline⟧腾退委托管理的场地。", "腾退委托管理的场地"),
        ("⟦8月17日|2017-08-17⟧,市管理委员会向江岸停车公司作出《通知》。", "市管理委员会向江岸停车公司作出《通知》"),
        ("之后在万历、⟦天启年间|1621/1627|period⟧,均有朝臣提出请求。", "朝臣提出请求"),
        ("沈氏⟦弘治四年|1491⟧建宅江边,不久,又改在城北。", "沈氏建宅江边,又改在城北"),
        ("她以2分11秒的成绩打破了沈从海⟦1998年6月|1998-06⟧创下的纪录。", "沈从海创下纪录"),
        ("此役追平了江岸队⟦2010年|2010⟧创造的最长连胜纪录。", "江岸队创造最长连胜纪录"),
        ("名为“江岸旧影摄影展”的摄影展将于⟦5月3日|2021-05-03⟧在文化馆开幕。", "“江岸旧影摄影展”在文化馆开幕"),
        ("李明从⟦1985年|1985⟧开始的三十年间,拍摄了多部电影。", "李明拍摄多部电影"),
        ("江岸队近两年一路追赶,终于在⟦5月|2021-05⟧完成反超。", "江岸队完成反超"),
        (
            "⟦5月3日|2021-05-03⟧,滨江路与江岸一路交会处的人行道因地铁三号线施工工地爆破不当导致地陷。",
            "滨江路与江岸一路交会处的人行道地陷",
        ),
        ("⟦5月12日|2022-05-12⟧,市残联“夏日清凉”活动启动仪式在人民公园举行。", "“夏日清凉”活动启动仪式"),
        ("⟦5月14日|2022-05-14⟧,举办第二届“最美教师”发布活动,评选出10人。", "第二届“最美教师”发布活动"),
        ("⟦4月27日|2017-04-27⟧,市政府办公厅印发《停车管理改革方案》。", "市政府办公厅印发《停车管理改革方案》"),
        ("春季研学旅行初定于⟦4月10日|2027-04-10⟧。", "春季研学旅行"),
        ("期末复习,七、八年级⟦21日上午|2027-01-21⟧不上课。", "七、八年级不上课"),
        ("老艺人李四因病于⟦2018年10月27日|2018-10-27⟧在杭州逝世。", "老艺人李四因病在杭州逝世"),
        ("⟦5月19日|2023-05-19⟧,“同心同行”——滨江区全民健身主题活动在体育馆举行。", "滨江区全民健身主题活动"),
        ("⟦今年3月|2023-03⟧印发的《促进就业行动方案》明确提出要求。", "印发《促进就业行动方案》"),
        ("⟦2002年5月1日|2002-05-01⟧,全线建成通车。", "全线建成通车"),
        ("⟦6月1日|2021-06-01⟧,为庆祝儿童节,区图书馆举办亲子阅读分享会。", "区图书馆举办亲子阅读分享会"),
        ("⟦6月8日|2021-06-08⟧,市长王某赴高新区创业孵化中心、软件园,调研大学生就业工作。", "市长王某调研大学生就业工作"),
        (
            "⟦5月11日|2021-05-11⟧,邀请讲师以“法在身边”为主题,通过网络直播的形式,为职工讲解劳动法。",
            "邀请讲师为职工讲解劳动法",
        ),
        ("⟦6月2日|2021-06-02⟧,一名男子在车站门口,踏滑板车撞到石柱。", "一名男子踏滑板车撞到石柱"),
        ("⟦6月2日|2021-06-02⟧,警方接获一名男子报案,指其汽车在天桥起火。", "指其汽车在天桥起火"),
        ("⟦6月3日|2021-06-03⟧,在滨江大道路口发生一起交通事故,两人受伤。", "滨江大道路口发生一起交通事故"),
        ("筹划已久的读书节,终于在⟦5月9日|2021-05-09⟧拉开了帷幕。", "读书节拉开帷幕"),
        ("江城日报消息:⟦2月8日|2021-02-08⟧,清水镇八名女孩食物中毒。", "清水镇八名女孩食物中毒"),
        ("各用户:因管网检修,定于⟦9月3日|2021-09-03⟧停水。", "因管网检修停水"),
        ("⟦5月1日|2021-05-01⟧,该导演的纪录片也在北京电影资料馆上映。", "该导演的纪录片在北京电影资料馆上映"),
        ("⟦5月1日|2021-05-01⟧,经省人民政府批准,滨江经济技术开发区成立。", "滨江经济技术开发区成立"),
        ("江岸市图书馆通知\n⟦5月1日|2021-05-01⟧,我馆恢复开放。", "江岸市图书馆恢复开放"),
        ("李四晚年写成《桥梁五十年》一书,⟦1995年|1995⟧由江岸出版社出版。", "《桥梁五十年》由江岸出版社出版"),
        ("⟦2023年3月1日|2023-03-01⟧起施行的《无障碍环境条例》要求配备设施。", "《无障碍环境条例》施行"),
        ("江岸通讯⟦今年3月|2023-03⟧承认,公司解雇了四名雇员。", "江岸通讯承认,公司解雇四名雇员"),
        ("⟦3月2日|2021-03-02⟧,有八名孩子睡午觉时,陆续出现呕吐症状。", "八名孩子陆续出现呕吐症状"),
        ("⟦3月2日|2021-03-02⟧,滨江区清水镇,处于学校附近的一溃口处,村民划船回家。", "村民划船回家"),
        ("⟦2019年3月|2019-03⟧高考体检部分省市高考体检安排。", "部分省市高考体检安排"),
        ("⟦5月2日|2021-05-02⟧起,演唱会门票都将于网上售票系统开卖。", "演唱会门票都将于网上售票系统开卖"),
        (
            "江岸公司⟦2002年7月8日|2002-07-08⟧采用全部向投资者定价配售方式成功发行了每股面值1.00元的普通股股票7,500万股。",
            "江岸公司发行每股面值1.00元的普通股股票7,500万股",
        ),
        ("“白湖”牌香米⟦2月1日|2021-02-01⟧在绿色食品博览会上获金奖。", "“白湖”牌香米在绿色食品博览会上获金奖"),
        ("⟦8月5日|2021-08-05⟧正取名单缴费截止。", "正取名单缴费截止"),
        ("甄某自⟦1973年|1973⟧起,主演了《远方》等多部影片。", "甄某主演了《远方》等多部影片"),
        ("⟦1974年|1974⟧,沈从山凭借《远方》中一角,二度夺得影展最佳男主角。", "沈从山二度夺得影展最佳男主角"),
        ("全国少年足球锦标赛,于⟦10月25日|2022-10-25⟧在主球场、第一小学球场热闹开打。", "全国少年足球锦标赛"),
        ("⟦7月1日|2021-07-01⟧,市长李某前往清水、滨江等受灾严重地区,实地探访灾区民众。", "市长李某实地探访灾区民众"),
        (
            "滨江特别行政区行政长官李家山⟦7日|2023-07-07⟧根据基本法第48条第三款签署经立法会通过的《2023年区议会(修订)条例》。",
            "滨江特别行政区行政长官李家山签署《2023年区议会条例》",
        ),
        (
            "⟦10月1日|2011-10-01⟧下午,一辆前往神农架的大客车在行经清水镇时坠入水库,造成三人死亡。",
            "一辆前往神农架的大客车在行经清水镇时坠入水库",
        ),
        ("首支股票是⟦1984年11月18日|1984-11-18⟧发行的。", "首支股票发行"),
        ("第3届滨江音乐节颁奖典礼因疫情延至⟦10月3日|2020-10-03⟧在江岸音乐厅举行。", "第3届滨江音乐节颁奖典礼"),
        ("入围名单则于⟦7月15日|2020-07-15⟧公布。", "入围名单公布"),
        ("首批物资已于⟦7月15日|2020-07-15⟧运抵。", "首批物资运抵"),
        ("最快⟦7月15日|2020-07-15⟧公布调查细节。", "公布调查细节"),
        ("⟦2003年2月5日|2003-02-05⟧,她走了。", "她走了"),
        ("⟦11月15日|2021-11-15⟧,市长周大山,前往视察“江岸新亮点”。", "市长周大山前往视察“江岸新亮点”"),
        ("⟦3月12日|2026-03-12⟧,沈从山市长也力邀三市前来参加果品节。", "沈从山市长力邀三市前来参加果品节"),
        (
            "⟦12月9日|2021-12-09⟧,江岸代表沈从山透过视像方式,与各地代表一同出席会议。",
            "江岸代表沈从山与各地代表一同出席会议",
        ),
    ],
)
def test_titles_of_sentences(sentence: str, title: str) -> None:
    assert [found for _, found in told(sentence)] == [title]


def test_an_announcement_tells_what_is_announced() -> None:
    found = told("歌手李某⟦昨日|2021-06-04⟧宣布将于⟦8月1日|2021-08-01⟧在体育馆开唱。")
    assert found == [("2021-06-04", "歌手李某宣布在体育馆开唱"), ("2021-08-01", "歌手李某在体育馆开唱")]


def test_an_announcement_keeps_who_announces_what_is_put_off() -> None:
    found = told(
        "(江岸讯)市文化局⟦3月25日|2020-03-25⟧宣布,第3届滨江音乐节颁奖典礼因疫情延至⟦10月3日|2020-10-03⟧在江岸音乐厅举行。"
    )
    assert found == [
        ("2020-03-25", "市文化局宣布第3届滨江音乐节颁奖典礼"),
        ("2020-10-03", "第3届滨江音乐节颁奖典礼"),
    ]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("垂钓暂行规定\n由水务局于⟦1994年12月6日|1994-12-06⟧发布。", "水务局发布《垂钓暂行规定》"),
        ("水务法规汇编\n垂钓暂行规定\n《规定》共四十五条,自⟦1995年1月1日|1995-01-01⟧起施行。", "《垂钓暂行规定》施行"),
        (
            "制定《江岸市垂钓条例》。⟦2004年8月27日|2004-08-27⟧江岸市第三届人民代表大会常务委员会第三十三次会议通过。",
            "《江岸市垂钓条例》通过",
        ),
        ("垂钓暂行规定\n⟦1994年12月6日|1994-12-06⟧,登山协会批准。", "登山协会批准《垂钓暂行规定》"),
    ],
)
def test_what_becomes_of_a_law_is_told_with_its_name(sentence: str, title: str) -> None:
    assert [found for _, found in told(sentence)] == [title]


def test_who_only_says_what_another_date_tells_is_no_event() -> None:
    found = told("多位官员⟦15日|2014-04-15⟧说,一辆大客车⟦14日晚|2014-04-14⟧与拖车相撞。")
    assert found == [("2014-04-14", "一辆大客车与拖车相撞")]


def test_an_amendment_is_told_of_the_law_above_it() -> None:
    law = (
        "# 江岸市助残条例\n1990年12月28日 江岸市第七届人民代表大会常务委员会第十七次会议通过\n"
        "2008年4月24日 江岸市第十一届人民代表大会常务委员会第二十二次会议修订\n"
        "2018年10月26日 江岸市第十三届人民代表大会常务委员会第六次会议《关于修改〈优待办法〉等十五部法规的决定》修正\n"
        "第一条 为了维护残疾人的合法权益，制定本条例。"
    )
    titles = [event.title for event in tell(document("示例", law)).events]
    assert titles == ["《江岸市助残条例》通过", "《江岸市助残条例》修订", "《江岸市助残条例》修正"]


def test_a_day_that_opens_with_its_weather_tells_what_was_done_on_it() -> None:
    assert told("⟦3月5日|2021-03-05⟧,春光明媚,惠风和畅。全校师生在操场举行植树活动。") == [
        ("2021-03-05", "全校师生在操场举行植树活动")
    ]
    assert told("⟦5月1日|2021-05-01⟧,大桥通车,市民称快。多家商场打折。")[0] == ("2021-05-01", "大桥通车,市民称快")


def test_things_in_a_row_are_told_one_by_one() -> None:
    found = told("节目包括⟦2月27日|2020-02-27⟧的昆曲《江岸春》及⟦次日|2020-02-28⟧的木偶剧。")
    assert found == [("2020-02-27", "昆曲《江岸春》"), ("2020-02-28", "木偶剧")]


def test_a_feast_of_another_year_is_no_counted_feast() -> None:
    found = tell(document("示例", "母亲1958年进了纱厂,第二年五一节和父亲结了婚。")).events
    assert [event.title for event in found if event.when.edtf == "1959-05-01"] == ["母亲和父亲结了婚"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("3 \0\0\0\0 读书周", "读书周"),
        ("12 \0\0 敬老月", "敬老月"),
        ("5人获奖", "5人获奖"),
        ("3 位教师获奖", "3 位教师获奖"),
        ("*以上课程须预约", "以上课程须预约"),
    ],
)
def test_the_number_of_a_row_is_no_part_of_its_name(words: str, name: str) -> None:
    assert trim(Phrase(words, 0)).text == name


def test_a_title_is_in_the_script_of_its_document() -> None:
    (event,) = events("⟦5月12日|2020-05-12⟧，縣政府舉辦「鄉土文化」體驗活動。")
    assert event.title == "縣政府舉辦「鄉土文化」體驗活動"


def test_two_dates_of_a_sentence_keep_their_subject() -> None:
    found = told("张某⟦1938年|1938⟧出生于北京市,⟦1958年|1958⟧毕业于戏曲学校。")
    assert found[0] == ("1938", "张某出生于北京市")
    assert found[1] == ("1958", "张某毕业于戏曲学校")


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("某市残联通过心理辅导、康复指导、法律咨询、居家健身、音乐疗愈等线上系列讲座", "等线上系列讲座"),
        ("“我心向党 携手前行”某省首届残疾人事业公益短视频征集活动入选作品展播", "公益短视频征集活动入选作品展播"),
        ("“花开时节”某省首届残疾人工艺美术文创作品产品征集活动入围作品展览", "征集活动入围作品展览"),
    ],
)
def test_a_long_title_keeps_what_the_thing_is(long: str, short: str) -> None:
    printed = shorten(Phrase(long, 0)).printed
    assert len(printed) <= LONGEST
    assert printed.endswith(short)


PIECES = st.sampled_from(
    (
        "市残联 举办 了 “阳光 行动” 活动 , 、 的 在 和 《通知》 印发 ( ) 启动仪式 于 人民公园 举行 "
        "等 将 以 为主题 共同 走访慰问 困难 家庭 — · 100 “ ” ⟦6月1日|2021-06-01⟧"
    ).split()
)


@given(st.lists(PIECES, min_size=1, max_size=25))
@settings(max_examples=300, deadline=None)
def test_no_title_is_nonsense(pieces: list[str]) -> None:
    for event in events("⟦5月1日|2021-05-01⟧," + "".join(pieces) + "。"):
        title = event.title
        assert 2 <= len(title) <= LONGEST
        assert not re.match(r"[,，、。；;:：)）”》·—\s]", title)
        assert not re.search(r"[,，、。；;:：(（“《·—\s]$", title)
        assert title.count("“") == title.count("”")
        assert title.count("《") == title.count("》")
        assert not title.endswith(("的", "和")) or len(title) <= 3
        assert not title.endswith("了") or len(title) <= 6


@given(st.text("“”《》()甲乙", max_size=12))
def test_marks_are_paired(text: str) -> None:
    printed = balanced(Phrase(text, 0)).printed
    assert all(printed.count(a) == printed.count(b) for a, b in ("“”", "《》", "()"))


def test_words_are_known_without_the_whole_dictionary() -> None:
    assert borders("残疾人就业") == (3, 5)
    assert has_verb("大门紧闭")
    assert begins_with_verb("毕业于学校")
    assert not begins_with_verb("学校放假")


def test_raw_words_leave_out_what_cleaning_dropped() -> None:
    doc = document("示例", "舉\n\n行 ３ 場")
    assert raw_words(doc, [Span(0, len(doc.text))]).replace(" ", "") == "舉行３場"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("决定两所学校合并", "决定两所学校合并"),
        ("全校新生报到", "全校新生报到"),
        ("修订竞赛规则", "修订竞赛规则"),
        ("举办了招聘会并", "举办了招聘会"),
    ],
)
def test_a_particle_that_ends_a_word_stays(words: str, expected: str) -> None:
    assert trim(Phrase(words, 0)).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9月14日上午9时，开幕式，社区文化广场；", "开幕式"),
        ("休业式定于6月28日上午10时在体育馆举行。", "休业式"),
        ("新员工入职培训将于6月28日在三楼进行。", "新员工入职培训"),
        ("2024年10月19日为原民之夜。", "原民之夜"),
        ("“文革”期间受到冲击，1972年恢复工作。", "恢复工作"),
        ("2018年6月，其代表作《山河》获第十届文学奖提名。", "代表作《山河》获第十届文学奖提名"),
        ("位于滨江新区的市图书馆新馆将于2023年10月1日起试开放。", "市图书馆新馆试开放"),
        ("2023年3月1日起施行的《无障碍环境建设条例》要求公共场所配备辅助设施。", "《无障碍环境建设条例》施行"),
    ],
)
def test_what_stands_beside_the_thing_is_no_part_of_its_name(text: str, expected: str) -> None:
    (event,) = tell(document("notice.txt", text)).events
    assert event.title == expected
