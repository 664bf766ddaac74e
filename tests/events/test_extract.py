"""Events as a whole: evidence, names that last, and no text that breaks it."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.marked import events, marked
from timeline.events import extract
from timeline.events.drafts import Draft
from timeline.events.who.bodies import bodies
from timeline.events.who.people import organisers
from timeline.model import (
    Category,
    Certainty,
    EventKind,
    Expression,
    ExpressionKind,
    Point,
    Resolution,
    Setting,
    Span,
    When,
)
from timeline.pipeline import tell
from timeline.text import document

REPORT = (
    "⟦5月12日|2022-05-12⟧，市残联“送清凉”活动启动仪式在人民公园举行。\n"
    "⟦5月13日|2022-05-13⟧，市图书馆举办盲人读书分享会。"
)


def test_evidence_names_the_raw_words() -> None:
    doc, resolutions = marked(REPORT)
    for event in extract(doc, Setting(), resolutions):
        (evidence,) = event.evidence
        assert evidence.span.of(doc.raw) == evidence.text
        assert evidence.line in (1, 2)
        assert event.description in doc.raw


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("通知.md", "2022年5月12日，市图书馆举办**讲座**。", "市图书馆举办讲座"),
        ("通知.md", "2022年5月12日，**市图书馆**举办**展览**。", "市图书馆举办展览"),
        ("通知.md", "2022年5月12日，张**被判刑。", "张**被判刑"),  # a name that is kept back
        ("通知.txt", "2022年5月12日，张**和李**被判刑。", "张**和李**被判刑"),
        ("通知.md", "2022年5月12日，张**、陈**被判刑。", "张**、陈**被判刑"),
    ],
)
def test_what_markdown_sets_in_bold_is_told_without_its_marks(name: str, text: str, title: str) -> None:
    assert [event.title for event in tell(document(name, text)).events] == [title]


def test_a_uid_knows_neither_the_file_nor_the_date() -> None:
    names = [event.uid for event in events(REPORT)]
    assert names == [event.uid for event in events(REPORT, "别处/别名")]
    assert names == [event.uid for event in events(REPORT.replace("2022-05-12", "2022-05-11"))]
    assert all(len(name) == 32 and set(name) <= set(string.hexdigits.lower()) for name in names)
    assert len(set(names)) == len(names)


TITLED = "关于举办2021年全民阅读活动的通知\n各单位：\n" + REPORT.replace("5月12日|", "5月12日（星期四）|")


@pytest.mark.parametrize(
    "change",
    [
        ("2021年", "2022年"),
        ("5月12日（星期四）|2022-05-12", "5月20日（星期五）|2022-05-20"),
        ("各单位：", "各单位：\n\n"),
        ("活动的通知\n", "活動的通知\n"),
    ],
)
@pytest.mark.parametrize("text", [TITLED, REPORT])
def test_a_uid_survives_a_corrected_date_and_another_wrapping(text: str, change: tuple[str, str]) -> None:
    names = {event.uid for event in events(text)}
    assert {event.uid for event in events(text.replace(*change))} == names


def test_events_of_one_name_have_uids_of_their_own() -> None:
    found = events("⟦5月1日|2022-05-01⟧，市残联举办专场招聘会。⟦6月1日|2022-06-01⟧，市残联举办专场招聘会。")
    assert len({event.uid for event in found}) == len(found) == 2


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("⟦5月13日|2022-05-13⟧,市残联印发《关于开展培训的通知》。", EventKind.PUBLICATION),
        ("⟦10月30日|2018-10-30⟧报名结束。", EventKind.DEADLINE),
        ("⟦5月1日至31日|2022-05-01/2022-05-31|period⟧,市图书馆举办读书月活动。", EventKind.PERIOD),
        ("⟦5月1日至2日|2022-05-01/2022-05-02|period⟧,市体育馆举办运动会。", EventKind.EVENT),
    ],
)
def test_kinds(sentence: str, kind: EventKind) -> None:
    assert [event.kind for event in events(sentence)] == [kind]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("天津市残联、市残疾人福利基金会共同举办义卖活动", ("天津市残联", "市残疾人福利基金会")),
        ("由自治区残联、自治区税务局联合主办的招聘会开幕", ("自治区残联", "自治区税务局")),
        ("二是联合省文旅厅举办诵读活动", ("省文旅厅",)),
        ("多家爱心企业举办义卖活动", ()),
        ("参加市残联的会议", ()),
        ("河东社区联合青禾物业在广场开展演练", ("河东社区", "青禾物业")),
        ("由市文化局主办、市文化馆承办的晚会上演", ("市文化局", "市文化馆")),
        ("讲座由市图书馆主办,县妇联协办", ("市图书馆",)),
        ("讲座开讲。此次活动由市图书馆主办", ("市图书馆",)),
        ("县妇联会同县教育局、县团委等部门,在中心小学共同举办游园会", ("县妇联", "县教育局", "县团委")),
        ("县妇联相关负责人走访慰问困难家庭", ("县妇联",)),
        ("副县长张某走访慰问困难家庭", ()),
        ("浙江省举行启动仪式", ("浙江省",)),
        ("各单位要认真组织开展活动", ()),
        ("文化局、天后宫、县政府联合举办庆典", ("文化局", "天后宫", "县政府")),
        ("“江城”音乐节在公园举行", ()),
        ("由临江慈善基金会办理的“公益嘉年华”开幕", ("临江慈善基金会",)),
        ("主办单位“临江之声”决定补办演唱会", ("临江之声",)),
        ("由 OSSF 和 MozTW 联手合作举办工作坊", ("OSSF", "MozTW")),
        ("OSSF 与无线电协会在教室举办工作坊", ("OSSF", "无线电协会")),
        ("三是联合临江联通开展公益宣传活动", ("临江联通",)),
        ("各地也积极行动,开展义诊活动", ("各地",)),
        ("另有20所学校同步举办研习营", ()),
        ("博物馆举办展览", ()),
        ("结合市残联的安排开展宣传活动", ()),
        ("县妇联携手县医院走进工业园开展义诊", ("县妇联", "县医院")),
        ("镇团委联合图书馆举办读书会", ("镇团委", "图书馆")),
        ("腾讯在深圳发布年度报告", ("腾讯",)),
        ("佛光山在高雄举办法会", ("佛光山",)),
        ("歌后田小满在高雄举办演唱会", ()),
        ("爱心企业举办义卖", ()),
        ("音乐节举行开幕式", ()),
        ("本府文化局办理说明会", ("文化局",)),
        ("在市文旅局和市体育局的共同主办下,龙舟赛在东湖举行", ("市文旅局", "市体育局")),
        ("江岸福建社团联会假富丽楼金禧厅举办庆功宴", ("江岸福建社团联会",)),
        ("河西大学与河西基金会合办之研讨会开幕", ("河西大学", "河西基金会")),
        ("由河西区议会赞助、河西民政署主办的晚会上演", ("河西民政署",)),
        ("实验小学全体师生举行升旗仪式", ("实验小学",)),
        ("市科协主席张明到实验小学调研", ()),
        ("兹定于三楼举行读书会", ()),
        ("龙舟赛鸣枪。赛事由市体育局和市文旅局主办", ("市体育局", "市文旅局")),
        ("市残联教育处先后组织四场家长开放日", ("市残联教育处",)),
        ("由江岸大学文学与新闻学院、市作协主办的诗会开幕", ("江岸大学文学与新闻学院", "市作协")),
        ("会议由市委宣传部主办,江岸大学文化研究协同创新中心承办", ("市委宣传部", "江岸大学文化研究协同创新中心")),
        ("与河西外国语学校合作办学", ()),
        ("市工会、职工关爱中心联合主办本次活动,全程播放总决赛", ("市工会", "职工关爱中心")),
        ("市住建委举办普法讲座", ("市住建委",)),
        ("联动北京、上海、杭州举办巡展", ()),
        ("由江岸大使馆文化处(微博)举办的课堂开讲", ("江岸大使馆文化处",)),
        ("县政府因应寒潮,超前部署召开防灾会议", ("县政府",)),
        ("另县政府防灾办公室召开会议", ("县政府防灾办公室",)),
        ("教育局局长张海洋昨日公布停课安排", ("教育局",)),
        ("一直盲撑政府三读通过法案", ()),
        ("工商部门开展检查", ()),
        ("由江岸大学首次组织举办的挑战赛开幕", ("江岸大学",)),
        ("主办单位与江岸足球总会举行记者会", ("江岸足球总会",)),
        ("联合国儿童基金会举办餐会", ("联合国儿童基金会",)),
        ("绩优队伍将代表本市参加环保署举办的群英会", ()),
        ("疫情期间区公所举办端午活动", ()),
        ("华盛顿和东京宣布暂停谈判", ()),
        ("图书馆临时闭馆,恢复开放时间另行通知", ()),
        ("康乐署关闭东湖公园一个月", ("康乐署",)),
        ("江岸文化馆提早关闭", ()),
        ("腾讯从创始人手中收购游戏平台", ("腾讯",)),
        ("张副主席举行记者会", ()),
        ("书展开幕。主办的贸促局副局长周先生表示,展期七天", ("贸促局",)),
        ("包括市图书馆在内的多家场馆开展夜场活动", ()),
        ("女佣入院当天进行流感测试", ()),
        ("中银优选基金开始发行", ()),
        ("”国土部发布规划办法", ("国土部",)),
        ("金融机构发布报告", ()),
        ("证监会发布新规定", ("证监会",)),
        ("在宾馆举办“书画展”(江岸基金会和河西书画协会主办、本公司承办)", ("江岸基金会", "河西书画协会")),
        ("**北京医学统计与数据管理学会、临江大学**将于三月举办研讨会", ("北京医学统计与数据管理学会", "临江大学")),
        ("完成旧路改造(责任单位:市住建局、市交通局)", ("市住建局", "市交通局")),
        ("完成旧路改造(市住建局牵头,市交通局配合)", ("市住建局",)),
        ("博物馆节亦会举办讲座系列", ()),
        ("江岸文化传播有限公司成立", ()),
        ("江岸中学从创办至今桃李满园", ()),
        ("县政府成立改水领导小组", ("县政府",)),
        ("展览开幕。这个由临江博物馆举办的巡回展展出文物", ("临江博物馆",)),
        ("谴责港府进行启用仪式", ()),
        ("据杨处长介绍开展捐赠活动", ()),
        ("新华社发(吴小溪摄)上午近百名参观者在江岸公园里举办了刚刚开幕的水墨画展览", ()),
        ("中国银监会在京召开会议", ("中国银监会",)),
        ("腾讯会在深圳举办大会", ("腾讯",)),
    ],
)
def test_organisers(sentence: str, expected: tuple[str, ...]) -> None:
    doc = document("示例", sentence)
    at = Span(0, len(doc.text))
    draft = Draft(when=When(edtf="2022-05-12"), resolution=None, rule="any", at=at, clauses=(at,), context=at, block=0)
    assert organisers(doc, draft, Category.OTHER) == expected


def test_who_holds_a_list_is_said_above_it() -> None:
    found = events(
        "迎新活动\n江岸大学读书会将在秋季学期举办系列活动，时间安排如下：\n"
        "| 活动 | 时间 | 地点 |\n| --- | --- | --- |\n"
        "| 朗诵会 | ⟦2019年9月3日|2019-09-03⟧ | 图书馆 |\n| 诗歌讲座 | ⟦2019年9月5日|2019-09-05⟧ | 东楼 |"
    )
    assert [event.organisers for event in found] == [("江岸大学读书会",)] * 2


def test_the_date_may_stand_between_a_body_and_its_deed() -> None:
    (event,) = events("根据市政府⟦5月12日|2022-05-12⟧印发的《办法》，补贴提高。")
    assert event.organisers == ("市政府",)


def test_the_sentence_names_its_hosts_before_it_comes_to_the_day() -> None:
    (event,) = events("讲座由历史学会、图书馆合办，⟦5月12日|2022-05-12⟧在三楼举行。")
    assert event.organisers == ("历史学会", "图书馆")


def test_a_later_paragraph_says_whose_a_thing_is() -> None:
    found = events(
        "⟦5月12日|2022-05-12⟧，江岸大讲堂揭牌仪式在剧场举行。\n校长致辞。\n“江岸大讲堂”由社科处、图书馆共同主办，每月一讲。"
    )
    assert [event.organisers for event in found] == [("社科处", "图书馆")]


def test_the_hosts_of_another_thing_are_not_asked() -> None:
    found = events("⟦5月12日|2022-05-12⟧，江岸广场落成。\n读书会由社科处、图书馆共同主办，每月一次。")
    assert [event.organisers for event in found] == [()]


def test_what_somebody_holds_is_named_before_its_day() -> None:
    (event,) = events("为贺国庆，由江岸社团联合举办之大型书画展，⟦5月12日|2022-05-12⟧在市民会堂隆重开幕。")
    assert (event.title, event.place) == ("大型书画展", "市民会堂")


def test_whoever_writes_calls_himself_by_a_word() -> None:
    found = events("江岸市图书馆通知\n⟦5月12日|2022-05-12⟧，我馆举办读书会。")
    assert [event.organisers for event in found] == [("江岸市图书馆",)]


def test_who_is_named_as_host_of_a_notice_holds_what_it_tells() -> None:
    found = events("读书会\n主办单位：城东图书馆\n时间：⟦9月2日|2024-09-02⟧\n地点：三楼")
    assert [event.organisers for event in found] == [("城东图书馆",)]


def test_a_host_among_the_lines_of_one_event_is_not_that_of_the_others() -> None:
    lines = "".join(
        f"{number}号讲座\n时间：⟦9月{number}日|2024-09-0{number}⟧\n地点：三楼\n" + "备注\n" * 8 for number in (3, 4)
    )
    text = (
        "讲座一览\n"
        + "说明\n" * 15
        + "2号讲座\n时间：⟦9月2日|2024-09-02⟧\n主办单位：城东图书馆\n"
        + "备注\n" * 8
        + lines
    )
    found = events(text)
    assert [event.organisers for event in found] == [("城东图书馆",), (), ()]


def test_the_office_that_speaks_does_the_works_of_its_report() -> None:
    found = events(
        "工务局指出，桥梁改建将分段进行。⟦6月16日|2025-06-16⟧上午起，东环路封闭施工。工务局提醒，请改道行驶。"
    )
    assert [event.organisers for event in found] == [("工务局",)]


def test_whoever_heads_an_announcement_holds_what_it_lists() -> None:
    found = events("江岸市图书馆读书节活动安排\n⟦9月2日|2024-09-02⟧ 开幕式\n⟦9月3日|2024-09-03⟧ 亲子讲座")
    assert {event.organisers for event in found} == {("江岸市图书馆",)}


def test_a_headline_that_only_begins_with_a_body_names_no_host() -> None:
    found = events("江岸医院附近道路施工安排\n⟦9月2日|2024-09-02⟧ 东环路\n⟦9月3日|2024-09-03⟧ 西环路")
    assert {event.organisers for event in found} <= {()}


def test_a_school_is_called_by_its_name_whatever_its_annals_call_it() -> None:
    found = events("江岸中学校史\n⟦1941年|1941⟧，学校招收高中班。")
    assert [event.organisers for event in found] == [("江岸中学",)]


def test_who_holds_this_contest_is_told_further_down() -> None:
    found = events("⟦5月5日|2022-05-05⟧，辩论赛在江岸会堂拉开帷幕。\n本次辩论赛由省学位办主办，共分五个阶段。")
    assert [event.organisers for event in found] == [("省学位办",)]


def test_a_report_without_a_subject_speaks_of_its_source() -> None:
    found = events("工作回顾\n来源：县妇联\n⟦5月12日|2022-05-12⟧，组织开展了义诊活动，两百人参加。")
    assert [event.organisers for event in found] == [("县妇联",)]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("超级圆顶公司昨天", ("超级圆顶公司",)),
        ("江岸巴士公司早已", ("江岸巴士公司",)),
        ("县政府上周五", ("县政府",)),
        ("[江岸市政府", ("江岸市政府",)),
        ("@江岸交警大队", ("江岸交警大队",)),
        ("江岸市政府(文化局)", ("江岸市政府(文化局)",)),
        ("社会局、江岸市村里发展 协会", ("社会局", "江岸市村里发展协会")),
        ("紧急", ()),
        ("王立新透过行政长官办公室", ()),
    ],
)
def test_a_body_is_told_without_when_and_how(words: str, names: tuple[str, ...]) -> None:
    doc = document("示例", words)
    assert bodies(doc, Span(0, len(doc.text)), named=True) == names


def test_what_strangers_do_is_not_done_by_the_office_that_speaks_of_it() -> None:
    found = events(
        "渔政局表示,将加强巡查。\n渔政局提醒,注意安全。\n⟦5月12日|2022-05-12⟧，两艘货船驶入禁渔区作业，船只已被关闭。"
    )
    assert [event.organisers for event in found if "货船" in event.title] == [()]


def test_a_run_with_a_stranger_in_it_is_no_run_of_bodies() -> None:
    doc = document("示例", "天津市残联、雨天")
    assert bodies(doc, Span(0, len(doc.text))) == ()


SIGNS = "年月日第一二三上午在于举办开展活动的，。、；：“”《》（）()|#*-—\n\n 0123456789:北京市abc“"


@given(st.text(SIGNS, max_size=300), st.lists(st.tuples(st.integers(0, 300), st.integers(1, 12)), max_size=6))
@settings(max_examples=200, deadline=None)
def test_no_text_breaks_it(raw: str, spots: list[tuple[int, int]]) -> None:
    doc = document("示例", raw)
    resolutions, end = [], 0
    for start, length in sorted(spots):
        at = Span(max(start, end), min(max(start, end) + length, len(doc.text)))
        if at.end > at.start and "\n" not in at.of(doc.text):
            end = at.end
            span = doc.raw_span(at)
            kind = list(ExpressionKind)[length % len(ExpressionKind)]
            expression = Expression(span=span, at=at, text=span.of(raw), kind=kind, phrase="any", value=Point())
            when = When(edtf="2022-05-12" if length % 3 else "../2022", duration="P1M" if length % 2 else None)
            resolutions.append(Resolution(expression=expression, when=when, certainty=Certainty.DERIVED, steps=()))
    found = extract(doc, Setting(), resolutions)
    assert list(found) == sorted(found, key=lambda event: event.sort_key)
    for event in found:
        assert event.title.strip()
        for evidence in event.evidence:
            assert evidence.span.of(raw) == evidence.text


def test_the_day_of_a_page_does_not_count_as_a_telling() -> None:
    text = (
        "山城地震\n⟦2008年8月30日|2008-08-30⟧\n"
        "记者了解到,⟦30日16时|2008-08-30||16:00⟧在两县交界处发生的地震,已造成部分房屋垮塌。"
    )
    assert "2008-08-30" in [event.when.edtf for event in events(text)]


def test_days_of_no_known_year_follow_each_other() -> None:
    story = tell(document("报纸.txt", "11月18日，协定签字。11月13日，议会停会。11月16日，炮台守军起事。"))
    assert [event.when.edtf for event in story.events] == ["XXXX-11-13", "XXXX-11-16", "XXXX-11-18"]


def test_hosts_stand_below_the_line_that_says_so() -> None:
    found = events(
        "# 数据研讨会\n会议时间：⟦2016年5月29日|2016-05-29⟧\n**主办单位**\n江岸统计研究会\n河西大学统计学院\n"
        "**会议地点**\n明德楼\n**会议费用**\n免费\n欢迎参加。\n请携带证件。"
    )
    assert found[0].organisers == ("江岸统计研究会", "河西大学统计学院")


def test_whose_task_a_line_is_stands_beside_its_day() -> None:
    found = events(
        "## 1. 路面修复工作\n工程部 (⟦2025年5月31日|2025-05-31⟧前)\n"
        "## 2. 树木修剪\n环境部 (⟦2025年6月1日|2025-06-01⟧前)"
    )
    assert [event.organisers for event in found] == [("工程部",), ("环境部",)]
