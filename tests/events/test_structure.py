"""Lines that are no sentences."""

from __future__ import annotations

import pytest

from tests.events.marked import events, told
from timeline.model import EventKind, Weight


def test_keys_and_values_are_one_event() -> None:
    found = events(
        "某市青年论坛\n活动时间：⟦2013/03/09|2013-03-09|date|09:00/21:00⟧\n活动地点：滨江会议中心\n"
        "报名时间：⟦3月4日至8日|2013-03-04/2013-03-08|period⟧"
    )
    assert [(event.when.edtf, event.title) for event in found] == [
        ("2013-03-04/2013-03-08", "某市青年论坛报名"),
        ("2013-03-09", "某市青年论坛"),
    ]
    assert found[1].place == "滨江会议中心"
    assert found[1].when.time == "09:00/21:00"


def test_what_is_said_beside_a_thing_is_not_its_name() -> None:
    found = told(
        "校园讲座\n1.江南园林的测绘\n报告人：沈从山 江岸大学教授\n主持人：周强\n时间：⟦3月6日|2010-03-06⟧\n地点：甲楼\n"
        "2.古籍数字化的路径\n参加对象：全体新生\n时间：⟦3月20日|2010-03-20⟧\n地点：乙楼"
    )
    assert found == [("2010-03-06", "江南园林的测绘"), ("2010-03-20", "古籍数字化的路径")]


def test_each_thing_of_an_issue_is_called_by_its_own_heading() -> None:
    found = told(
        "# 校园消息 2024-10-11\n## 志愿者招募\n服务时间：⟦10月22日|2024-10-22⟧\n"
        "## 关于开展急救技能实训的通知\n上课时间：⟦10月24日|2024-10-24⟧"
    )
    assert found == [("2024-10-22", "志愿者招募服务"), ("2024-10-24", "急救技能实训")]


def test_a_title_in_latin_script_goes_on_in_the_next_line() -> None:
    found = told(
        "# 校园消息 2024-10-11\n1.Digital Fabrication Strategies for\nConstruction Industry\n"
        "报告人：沈从山\n时间：⟦3月6日|2010-03-06⟧"
    )
    assert found == [("2010-03-06", "Digital Fabrication Strategies for Construction Industry")]


def test_a_date_beside_a_thing_is_told_too() -> None:
    found = told(
        "# 园林测绘课\n时间：⟦3月6日|2010-03-06⟧\n报名方式：扫码填表，⟦3月1日|2010-03-01⟧公布名单。\n地点：甲楼"
    )
    assert ("2010-03-06", "园林测绘课") in found
    assert "2010-03-01" in [when for when, _ in found]


def test_a_row_of_names_says_what_each_of_them_does() -> None:
    found = events(
        "国庆值班表\n日期 | 白班 | 夜班\n⟦10月1日|2026-10-01⟧ | 周强 | 沈从山\n⟦10月2日|2026-10-02⟧ | 钱明 | 赵山"
    )
    assert [event.title for event in found] == ["白班 周强 夜班 沈从山", "白班 钱明 夜班 赵山"]


def test_who_speaks_in_a_chat_is_no_event() -> None:
    found = events(
        "⟦2026-06-03 09:15|2026-06-03|date|09:15⟧ 赵工：⟦后天|2026-06-05⟧新版上线。\n"
        "⟦2026-06-04 10:02|2026-06-04|date|10:02⟧ 小刘：开始吧。"
    )
    assert [event.when.edtf for event in found] == ["2026-06-05"]


def test_the_subject_of_a_meeting_is_its_title() -> None:
    found = events("会议通知\n开会事由：讨论图书馆扩建方案\n开会时间：⟦106年2月23日|2017-02-23⟧\n开会地点：三楼会议室")
    assert [(event.title, event.place) for event in found] == [("讨论图书馆扩建方案", "三楼会议室")]


def test_labels_on_lines_of_their_own() -> None:
    found = events(
        "读书会秋季篇\n时间\n⟦2011/10/22|2011-10-22⟧\n⟦13:30~18:00|2011-10-22|time|13:30/18:00⟧\n地点\n元化路三号"
    )
    assert [(e.when.edtf, e.when.time, e.title, e.place) for e in found] == [
        ("2011-10-22", "13:30/18:00", "读书会秋季篇", "元化路三号")
    ]


def test_each_session_has_its_own_keys() -> None:
    found = told(
        "写作工作坊\n工作坊台北场\n日期：⟦3月6日|2010-03-06⟧\n地点：甲楼\n费用：免费\n"
        "工作坊高雄场\n日期：⟦3月20日|2010-03-20⟧\n地点：乙楼\n费用：免费"
    )
    assert found == [("2010-03-06", "工作坊台北场"), ("2010-03-20", "工作坊高雄场")]


def test_a_table_that_lost_its_grid() -> None:
    found = events(
        "校园讲座\n日期\n时间\n学校\n地点\n⟦11/23|2006-11-23⟧\n⟦20:00-22:00|2006-11-23|time|20:00/22:00⟧\n甲大学\n"
        "电脑教室\n⟦12/01|2006-12-01⟧\n⟦15:20-16:50|2006-12-01|time|15:20/16:50⟧\n乙高中"
    )
    assert [(e.when.edtf, e.when.time, e.title, e.place) for e in found] == [
        ("2006-11-23", "20:00/22:00", "甲大学校园讲座", "甲大学 电脑教室"),
        ("2006-12-01", "15:20/16:50", "乙高中校园讲座", "乙高中"),
    ]


def test_a_label_may_stand_before_the_date_and_a_deadline_behind() -> None:
    found = events(
        "教师研习\n场次\n日期\n地点\n报名\n截止日期\n台中场\n⟦2006/12/09|2006-12-09⟧\n清水国小\n我要报名\n"
        "⟦2006/12/01|2006-12-01⟧ 截止\n"
        "台北场\n⟦2006/12/13|2006-12-13⟧\n五常国中\n我要报名\n⟦2006/12/05|2006-12-05⟧ 截止"
    )
    assert [(e.when.edtf, e.title, e.kind) for e in found] == [
        ("2006-12-01", "台中场教师研习截止", EventKind.DEADLINE),
        ("2006-12-05", "台北场教师研习截止", EventKind.DEADLINE),
        ("2006-12-09", "台中场教师研习", EventKind.EVENT),
        ("2006-12-13", "台北场教师研习", EventKind.EVENT),
    ]


def test_a_table_between_bars() -> None:
    found = events("赛程表\n| 时间 | 赛事 | 地点 |\n| ⟦6月1日|2021-06-01⟧ | 男子百米决赛 | 一号田径场 |\n")
    assert [(e.when.edtf, e.title, e.place) for e in found] == [("2021-06-01", "男子百米决赛", "一号田径场")]


def test_a_chronicle_between_bars_tells_what_was_done_and_not_what_it_meant() -> None:
    found = told(
        "时间 | 发展 | 意义\n⟦1920年|1920⟧ | 学会在江岸成立 | 学人第一次有了一个属于自己的团体\n"
        "⟦1925年|1925⟧ | 改出周刊 | 更多读者能够读到关于妇女与农民的文章"
    )
    assert found == [("1920", "学会在江岸成立"), ("1925", "改出周刊")]


def test_a_programme_between_bars() -> None:
    found = events(
        "日期:⟦2017年12月20日|2017-12-20⟧\n⟦9:10~9:15||time|09:10/09:15⟧ | 图书站揭牌 | |\n"
        "⟦9:15~9:30||time|09:15/09:30⟧ | 口琴演奏 | 三年级\n"
    )
    assert [event.title for event in found] == ["图书站揭牌", "口琴演奏"]


def test_who_stands_behind_a_thing_does_not_name_it() -> None:
    found = events(
        "- 敬老同乐活动\n- 办理机关(单位):\n指导机关:江岸市政府\n主办单位:江岸基金会\n"
        "- 日期:⟦2017年12月20日|2017-12-20⟧\n- 地点:江岸社区活动中心"
    )
    assert [event.title for event in found] == ["敬老同乐活动"]


def test_a_programme() -> None:
    found = events(
        "技术讲座\n* 地点：科技楼\n* 时间：⟦2019/3/14|2019-03-14⟧\n"
        "* ⟦14:00 - 14:40|2019-03-14|time|14:00/14:40⟧ 知识讲座\n"
        "* ⟦14:40 - 14:45|2019-03-14|time|14:40/14:45⟧ 互动环节"
    )
    parts = {event.title: event for event in found}
    assert parts["知识讲座"].place == parts["互动环节"].place == "科技楼"
    assert parts["互动环节"].weight is Weight.MINOR


def test_a_date_over_the_line_that_says_what() -> None:
    found = told(
        "志愿填报日程\n预计⟦7月14日|2006-07-14⟧(以公布的为准)\n本科一批志愿补报\n⟦7月21日|2006-07-21⟧\n本科二批志愿补报"
    )
    assert found == [("2006-07-14", "本科一批志愿补报"), ("2006-07-21", "本科二批志愿补报")]


def test_a_notice_is_published_on_the_day_that_signs_it() -> None:
    found = events(
        "关于开展全民阅读活动的通知\n各单位：\n现就有关事项通知如下，请认真组织落实，做好各项准备工作。\n一、活动时间\n"
        "⟦4月中旬|2021-04-11/2021-04-20|period⟧\n某市文化委员会\n⟦2021年3月1日|2021-03-01⟧"
    )
    assert [(e.when.edtf, e.title, e.kind) for e in found] == [
        ("2021-03-01", "关于开展全民阅读活动的通知", EventKind.PUBLICATION),
        ("2021-04-11/2021-04-20", "全民阅读活动", EventKind.PERIOD),
    ]
    assert found[0].organisers == ("某市文化委员会",)


def test_front_matter() -> None:
    found = events(
        '---\ntitle: "开源年会"\ndate: ⟦2019-03-14|2019-03-14⟧\n'
        "time: ⟦14:00|2019-03-14|time|14:00⟧\nplace: 大礼堂\n---\n欢迎参加。"
    )
    assert [(e.when.edtf, e.when.time, e.title, e.place) for e in found] == [
        ("2019-03-14", "14:00", "开源年会", "大礼堂")
    ]


def test_hours_below_a_day_are_its_programme() -> None:
    found = events(
        "机械工程年会议程\n⟦9月5日|2023-09-05⟧\n⟦09:00-09:30|2023-09-05|time|09:00/09:30⟧\n开幕致辞\n信义讲堂\n"
        "主持人: 李某\n⟦09:30-12:00|2023-09-05|time|09:30/12:00⟧\n成果口头发表\n西楼三楼\n成果壁报发表\n二楼走廊\n附注"
    )
    assert [(e.when.edtf, e.when.time, e.title, e.place) for e in found] == [
        ("2023-09-05", "09:00/09:30", "开幕致辞", "信义讲堂"),
        ("2023-09-05", "09:30/12:00", "成果口头发表", "西楼三楼"),
        ("2023-09-05", "09:30/12:00", "成果壁报发表", "二楼走廊"),
    ]
    assert [e.weight for e in found] == [Weight.CORE, Weight.CORE, Weight.MINOR]


def test_the_day_and_the_hall_under_a_title_are_those_of_the_whole() -> None:
    found = events("机械工程年会\n⟦2023年9月5日|2023-09-05⟧\n市科技大学 图书馆\n各位来宾，敬请光临。")
    assert [(e.when.edtf, e.title, e.place) for e in found] == [("2023-09-05", "机械工程年会", "市科技大学 图书馆")]


def test_a_calendar_of_months_and_days_on_lines_of_their_own() -> None:
    found = events(
        "校历\n⟦8月|2020-08⟧\n1\n学期开始\n助学申请(⟦8/3-8/7|2020-08-03/2020-08-07|period⟧)\n⟦8月|2020-08⟧\n21\n"
        "全校停电(⟦08:00~17:00|null|time|08:00/17:00⟧)\n⟦9月|2020-09⟧\n14\n开始上课\n"
    )
    assert [(e.when.edtf, e.when.time, e.title) for e in found] == [
        ("2020-08-01", None, "学期开始"),
        ("2020-08-03/2020-08-07", None, "助学申请"),
        ("2020-08-21", "08:00/17:00", "全校停电"),
        ("2020-09-14", None, "开始上课"),
    ]


def test_a_date_over_a_place_has_it() -> None:
    found = events(
        "户外公演\n各场免费入场。\n⟦8月3日|2024-08-03⟧\n#台东 儿童公园(四维路二段)\n"
        "⟦9月1日|2024-09-01⟧\n#彰化 鹿港体育场"
    )
    assert [e.place for e in found] == ["台东 儿童公园", "彰化 鹿港体育场"]


def test_a_stage_and_the_paragraph_below_it() -> None:
    found = told(
        "招生工作须知\n各位考生，请认真阅读。\n第一阶段：⟦2014年6月中旬|2014-06-11/2014-06-20|period⟧\n"
        "考试中心召开⟦2015年|2015⟧命题工作会议，讨论大纲。会后将公布说明，供考生查阅。\n第二阶段：⟦2014年9月|2014-09⟧\n"
        "全国统一网上报名开始。符合条件者均可登录报名系统，填写个人信息并上传照片。"
    )
    assert [day for day, _ in found] == ["2014-06-11/2014-06-20", "2014-09"]
    assert "命题工作会议" in found[0][1]
    assert "报名" in found[1][1]


def test_days_over_keys() -> None:
    found = events(
        "秋季活动安排\n各位读者，活动安排如下。\n⟦9月20日|2020-09-20⟧\n主题：唐诗赏析\n活动地点：市图书馆三楼\n"
        "⟦9月27日|2020-09-27⟧\n主题：观影《远山》\n活动地点：市文化馆影视厅"
    )
    assert [(e.when.edtf, e.title, e.place) for e in found] == [
        ("2020-09-20", "唐诗赏析", "市图书馆三楼"),
        ("2020-09-27", "观影《远山》", "市文化馆影视厅"),
    ]


def test_a_key_is_no_title() -> None:
    found = events(
        "停水公告的新闻\n【桃园县】\n停水时间：⟦11月17日|2025-11-17|date|10:00/12:00⟧\n停水地区：长庆街\n其他路段照常。"
    )
    assert [e.title for e in found] == ["停水公告的新闻"] or [e.title for e in found] == ["停水"]
    assert told(
        "比赛规程\n一、宗  旨：推广运动。\n二、组  别：成人组。\n三、日  期：⟦10月5日|2013-10-05⟧\n四、地  点：市体育馆"
    ) == [("2013-10-05", "比赛规程")]


def test_hours_after_their_day_are_no_event_of_their_own() -> None:
    found = events(
        "⟦6日|2010-12-06⟧ 检修线路:城北站东线。"
        "检修时间:⟦6日7:00至6日18:30|2010-12-06|date|07:00/18:30⟧。影响范围:东街。"
    )
    assert [(e.when.edtf, e.when.time) for e in found] == [("2010-12-06", "07:00/18:30")]


def test_what_stands_around_a_page_is_no_event() -> None:
    found = events(
        "首页> 新闻中心> 正文\n城北大桥建成通车\n⟦2014-03-10 14:03|2014-03-10|date|14:03⟧\n"
        "⟦昨天|2014-03-09⟧，城北大桥建成通车。"
    )
    assert [(e.when.edtf, e.title) for e in found] == [("2014-03-09", "城北大桥建成通车")]


@pytest.mark.parametrize(
    "head",
    [
        "| 时间 Date | 主题 Subject | 地点 Venue |",
        "| 日期 / Date | 主题(Topic) | 地点/Place |",
        "| Date | Title | Venue |",
        "| 日期 (Date) | 名称 Name of event | 场地 Hall |",
        "| 活动时间 When | 活动名称 What's on | 活动地点 Where |",
    ],
)
def test_a_head_in_two_languages_names_its_column(head: str) -> None:
    found = events(f"{head}\n| --- | --- | --- |\n| ⟦2009-04-30|2009-04-30⟧ | [劳动节聚餐] | 花雕面馆 |")
    assert [(event.title, event.place) for event in found] == [("劳动节聚餐", "花雕面馆")]


def test_a_table_between_blanks() -> None:
    found = events(
        "实践安排\n日期\t内容\t地点\n⟦7月1日|2024-07-01⟧\t动员大会\t大礼堂\n⟦7月3日|2024-07-03⟧\t入户调研\t青山县"
    )
    assert [(e.title, e.place) for e in found] == [("动员大会", "大礼堂"), ("入户调研", "青山县")]


def test_lines_of_one_make() -> None:
    found = events(
        "民谣巡演\n上海 ⟦8/3|2024-08-03⟧ 大剧院\n南京 ⟦9/1|2024-09-01⟧ 音乐厅\n杭州 ⟦10/5|2024-10-05⟧ 体育馆"
    )
    assert [(e.title, e.place) for e in found] == [
        ("民谣巡演", "上海 大剧院"),
        ("民谣巡演", "南京 音乐厅"),
        ("民谣巡演", "杭州 体育馆"),
    ]


def test_hours_take_the_day_that_they_stand_under() -> None:
    found = events(
        "更新论坛日程\n时间：⟦9月25日|2025-09-25⟧\n地点：会议中心三楼\n"
        "⟦9:30-10:00|null|time|09:30/10:00⟧ 开幕式\n⟦10:00-11:30|null|time|10:00/11:30⟧ 主旨报告"
    )
    assert [(e.when.edtf, e.when.time, e.title, e.place) for e in found] == [
        ("2025-09-25", None, "更新论坛日程", "会议中心三楼"),
        ("2025-09-25", "09:30/10:00", "开幕式", "会议中心三楼"),
        ("2025-09-25", "10:00/11:30", "主旨报告", "会议中心三楼"),
    ]


def test_rounds_are_named_after_the_whole() -> None:
    found = told(
        "关于举办歌唱大赛的通知\n一、报名时间：⟦10月8日至15日|2024-10-08/2024-10-15|period⟧\n"
        "二、初赛时间：⟦10月25日|2024-10-25⟧\n三、决赛时间：⟦11月8日|2024-11-08⟧"
    )
    assert [title for _, title in found] == ["歌唱大赛报名", "歌唱大赛初赛", "歌唱大赛决赛"]


def test_keys_below_what_happens_tell_where() -> None:
    found = events(
        "讲堂预告\n⟦9月6日|2025-09-06⟧\n红楼饮食文化\n主讲人:王某\n地点:图书馆报告厅\n"
        "⟦9月13日|2025-09-13⟧\n秋季养生\n主讲人:李某\n地点:文化馆"
    )
    assert [(e.title, e.place) for e in found] == [("红楼饮食文化", "图书馆报告厅"), ("秋季养生", "文化馆")]


def test_the_only_place_of_a_text_is_that_of_its_programme() -> None:
    found = events(
        "# 开发者大会\n\n### ⟦8月10日|2024-08-10⟧（上午）\n\n- ⟦9:00 - 9:10|2024-08-10|time|09:00/09:10⟧ 开场致辞\n\n"
        "## 地点\n\n滨江会议中心\n"
    )
    assert [(e.title, e.place) for e in found] == [("开场致辞", "滨江会议中心")]


def test_two_columns_of_dates_are_a_stretch() -> None:
    found = told(
        "| 项目 | 开始时间 | 截止时间 |\n|---|---|---|\n| 作品提交 | ⟦3月1日|2024-03-01⟧ | ⟦4月30日|2024-04-30⟧ |\n"
    )
    assert found == [("2024-03-01/2024-04-30", "作品提交")]


def test_a_term_of_two_months_is_one() -> None:
    found = told("雇主须于⟦一月|2023-01⟧及⟦二月份内|2023-02⟧向财税厅递交雇员名表。")
    assert [day for day, _ in found] == ["2023-01/2023-02"]


def test_a_key_and_its_date() -> None:
    found = told("考试时间节点\n打印准考证：⟦12月14日|2023-12-14⟧\n3.笔试：⟦12月23日|2023-12-23⟧，地点另行通知")
    assert found == [("2023-12-14", "打印准考证"), ("2023-12-23", "笔试")]


def test_a_paper_is_signed_with_its_day_and_house() -> None:
    found = events(
        "关于停用旧表格的公告\n自即日起停用旧表格，特此公告，请各界人士留意并转告相关人员。\n⟦二零二三年八月二十九日|2023-08-29⟧于市政署"
    )
    assert [(e.when.edtf, e.kind, e.organisers) for e in found] == [("2023-08-29", EventKind.PUBLICATION, ("市政署",))]


def test_a_beginning_and_an_end_under_keys_are_a_stretch() -> None:
    found = events(
        "公告\n董事会决议召开年会\n停止过户起始日期:⟦4月5日|2024-04-05⟧\n停止过户截止日期:⟦6月3日|2024-06-03⟧"
    )
    assert [(e.when.edtf, e.title, e.kind) for e in found] == [
        ("2024-04-05/2024-06-03", "停止过户", EventKind.PERIOD),
        ("2024-06-03", "停止过户截止", EventKind.DEADLINE),
    ]


def test_an_announcement_bears_its_subject() -> None:
    found = events(
        "主旨:公告董事会通过合并财报\n序号 1 发言日期 ⟦113/04/23|2024-04-23⟧ 发言人 黄某\n"
        "事实发生日 ⟦113/04/22|2024-04-22⟧"
    )
    assert [(e.when.edtf, e.title, e.kind) for e in found] == [
        ("2024-04-23", "公告董事会通过合并财报", EventKind.PUBLICATION)
    ]


def test_names_of_columns_without_a_table_below_them_are_left_alone() -> None:
    assert told("日期\n時間\n學校\n地點\n以上資訊僅供參考。") == []


def test_one_thing_in_several_places_is_called_after_the_text_and_the_place() -> None:
    found = events(
        "# 亲子阅读讲座 报名中\n"
        "- 东城区:⟦2021年4月24日|2021-04-24⟧,于东城区文化馆\n"
        "- 西城区:⟦2021年4月25日|2021-04-25⟧,于西城区文化馆\n"
    )
    assert [(event.title, event.place) for event in found] == [
        ("亲子阅读讲座 东城区", "东城区文化馆"),
        ("亲子阅读讲座 西城区", "西城区文化馆"),
    ]


def test_a_dated_heading_names_what_the_keys_below_it_tell() -> None:
    found = events(
        "# 春季系列活动\n"
        "⟦4/26|2021-04-26⟧ 开源聚会第一场\n"
        "轻松交流,不限主题,每个月一次,欢迎提出建议,也欢迎第一次来的朋友到场坐一坐。\n"
        "时间:⟦2021/4/26|2021-04-26⟧ ⟦14:00|2021-04-26|time|14:00⟧\n"
        "地点:三楼会议室\n"
    )
    assert [(event.title, event.when.edtf, event.place) for event in found] == [
        ("开源聚会第一场", "2021-04-26", "三楼会议室")
    ]


LIFE = (
    "沈从山年表\n|\n⟦1931年|1931⟧ |\n生于绍兴 |\n⟦1952年|1952⟧ |\n考入美术学院 |\n|\n作品《江上》入选春展 |\n"
    "⟦1960年|1960⟧ |\n任教于师范大学 |"
)


def test_a_table_with_a_cell_on_each_line() -> None:
    assert told(LIFE) == [
        ("1931", "沈从山生于绍兴"),
        ("1952", "作品《江上》入选春展"),
        ("1952", "沈从山考入美术学院"),
        ("1960", "沈从山任教于师范大学"),
    ]


def test_a_table_without_a_head() -> None:
    found = told(
        "公司沿革\n| ⟦1995年|1995⟧ | 公司在深圳成立 |\n| ⟦1998年3月|1998-03⟧ | 公司上市,成为同业第一家。营收增长。 |\n"
        "| ⟦2003年|2003⟧ | 厂区迁至东莞 |"
    )
    assert found == [("1995", "公司在深圳成立"), ("1998-03", "公司上市,成为同业第一家"), ("2003", "厂区迁至东莞")]


def test_two_dated_rows_are_no_ledger() -> None:
    assert told("价目\n| ⟦2019年|2019⟧ | 三十元 |\n| ⟦2020年|2020⟧ | 四十元 |") == []


def test_keys_in_lenticular_brackets() -> None:
    found = told("约聘人员甄选\n【报名日期】⟦1月1日至6日|2009-01-01/2009-01-06|period⟧\n【报名方式】网络报名")
    assert found == [("2009-01-01/2009-01-06", "约聘人员甄选报名")]


def test_a_form_in_one_line() -> None:
    found = told(
        "公园维护案\n招标公告[机关代码]3.95[标案名称]江滨公园割草[是否复数决标]否[截止投标]⟦8月10日|2020-08-10⟧"
        "[开标时间]⟦8月11日|2020-08-11⟧[开标地点]三楼会议室"
    )
    assert found == [("2020-08-10", "江滨公园割草截止投标"), ("2020-08-11", "江滨公园割草开标")]


def test_a_label_before_days_in_a_row_names_them() -> None:
    found = told("校历\n\n[ 2 ]学生注册:⟦9月6日|2025-09-06⟧、⟦7日|2025-09-07⟧(新生以录取通知书为准)")
    assert [day for day, _ in found] == ["2025-09-06/2025-09-07"]
    assert "学生注册" in found[0][1]


def test_a_day_over_a_paragraph_holds_up_to_its_next_date() -> None:
    lines = [
        "⟦1934年1月|1934-01⟧",
        "县人裴某在北平主办发行一份期刊;⟦当年12月|1934-12⟧又策划编辑了另一份。",
        "⟦1945年9月|1945-09⟧",
        "全县举行庆祝大会。",
        "⟦1958年2月|1958-02⟧",
        "县城迁至新城镇。",
    ]
    assert [day for day, _ in told("\n\n".join(lines))][:2] == ["1934-01", "1934-12"]


def test_each_column_of_days_tells_of_its_own() -> None:
    found = told(
        "考试安排\n| 名称 | 报名时间 | 考试时间 |\n| 英语四级 | ⟦3月1日|2024-03-01⟧ | ⟦6月15日|2024-06-15⟧ |\n"
        "| 计算机二级 | ⟦2月20日|2024-02-20⟧ | ⟦3月23日|2024-03-23⟧ |"
    )
    assert sorted(found) == [
        ("2024-02-20", "计算机二级报名"),
        ("2024-03-01", "英语四级报名"),
        ("2024-03-23", "计算机二级考试"),
        ("2024-06-15", "英语四级考试"),
    ]


def test_two_columns_may_be_the_ends_of_one_stretch() -> None:
    found = told("| 报名开始 | 报名截止 | 名称 |\n| ⟦4月1日|2024-04-01⟧ | ⟦4月12日|2024-04-12⟧ | 建造师考试 |")
    assert found == [("2024-04-01/2024-04-12", "建造师考试报名")]


def test_a_row_of_groups_is_named_by_what_the_rows_are_rows_of() -> None:
    found = told("附表：各区座谈会（2024年）\n| 地区 | 日期 | 地点 |\n| 东区 | ⟦6月3日|2024-06-03⟧ | 东区社区会堂 |")
    assert found == [("2024-06-03", "各区座谈会东区")]


def test_what_one_registers_for_is_not_called_registration() -> None:
    found = told("# 暑期课程报名\n报名时间：⟦6月1日|2024-06-01⟧\n上课时间：⟦7月1日|2024-07-01⟧\n地点：少年宫")
    assert found == [("2024-06-01", "暑期课程报名"), ("2024-07-01", "暑期课程")]


def test_details_of_a_thing_are_told_by_its_name() -> None:
    (event,) = events("**第29届书展详情**\n\n日期及时间：⟦7月18日|2018-07-18⟧\n\n地点：会展中心")
    assert (event.title, event.place) == ("第29届书展", "会展中心")


def test_a_numbered_thing_with_a_feast_in_its_name_stands_over_its_keys() -> None:
    found = events(
        "四、活动安排\n1、江岸市贺⟦中秋|2023-09-29|observance⟧文艺晚会\n活动时间：⟦9月27日|2023-09-27⟧\n活动地点：文化广场\n"
    )
    assert [event.title for event in found if event.when.edtf == "2023-09-27"] == ["江岸市贺中秋文艺晚会"]
