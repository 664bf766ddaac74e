"""What a telling is called: labels, bylines, words of saying and denials are no titles."""

from __future__ import annotations

import pytest

from tests.events.marked import events, told
from timeline.pipeline import tell
from timeline.text import document


def test_a_stage_is_called_after_the_paragraph_below_it() -> None:
    found = told(
        "# 全年安排\n\n第一阶段:⟦6月中旬|2014-06-11/2014-06-20|period⟧\n\n这时候人人都忙。考试中心召开大纲修订会议。"
    )
    assert found == [("2014-06-11/2014-06-20", "考试中心召开大纲修订会议")]


def test_a_stage_without_anything_below_keeps_its_label() -> None:
    assert told("# 全年安排\n\n各队注意。\n\n第二阶段:⟦6月中旬|2014-06-11/2014-06-20|period⟧")[0][1] == "第二阶段"


def test_the_time_of_registration_is_called_after_the_whole() -> None:
    found = told(
        "# 关于举办创新大赛的通知\n\n请各队登录网站。报名时间:⟦5月13日至6月5日|2025-05-13/2025-06-05|period⟧。"
    )
    assert found == [("2025-05-13/2025-06-05", "创新大赛报名")]


def test_hours_behind_a_label_belong_to_what_was_told() -> None:
    (event,) = events(
        "电力公司通知如下。⟦6日|2010-12-06⟧检修线路:甲山线。检修时间:⟦6日7:00至18:30|2010-12-06|date|07:00/18:30⟧。"
    )
    assert (event.when.time, "甲山线" in event.title) == ("07:00/18:30", True)


def test_two_lines_of_one_day_are_two_events() -> None:
    found = told(
        "⟦6日|2010-12-06⟧检修线路:东站科山线。影响范围:甲小区。\n⟦6日|2010-12-06⟧检修线路:东站化机线。影响范围:乙小区。"
    )
    assert len(found) == 2


def test_what_is_said_is_told_and_not_that_it_was_said() -> None:
    assert told("校方表示,⟦4月6日|2016-04-06⟧大学在南门设接待点。")[0][1] == "大学在南门设接待点"
    assert "表示" not in told("⟦4月6日|2016-04-06⟧,校方表示,大学在南门设接待点迎接校友。")[0][1]


def test_a_denied_ceremony_is_not_told_as_held() -> None:
    assert told("⟦6月26日|2010-06-26⟧,家属不举行遗体告别仪式。")[0][1] != "遗体告别仪式"


def test_a_byline_is_no_part_of_a_title() -> None:
    assert told("本报讯(记者佘某)四大展览馆⟦今天|2016-04-04⟧将开馆。")[0][1] == "四大展览馆开馆"


def test_a_closing_day_is_an_event_and_a_day_of_reckoning_none() -> None:
    found = told("⟦8月5日|2023-08-05⟧还有亲子工作坊,名额20组,报名截止⟦7月31日|2023-07-31⟧。")
    assert ("2023-07-31", "报名截止") in found
    assert told("截止⟦2019年底|2019-12-31⟧,全县已脱贫25万人。") == []


def test_a_dated_line_is_no_furniture_where_it_names_something() -> None:
    assert (
        told("# 回顾与下一步\n\n- ⟦2021/03/13|2021-03-13⟧ 年度大会,地点:中研院资讯所\n- 征求设计师")[0][1] == "年度大会"
    )
    assert told("# 苹果首发日\n\n⟦2015-09-25 16:04|2015-09-25⟧ 某某新闻网") == []


def test_who_is_carried_from_the_sentence_before() -> None:
    found = told("陈美华⟦1963年|1963⟧出生于梅县。⟦1982年|1982⟧参加歌唱大赛。")
    assert [title for _, title in found] == ["陈美华出生于梅县", "陈美华参加歌唱大赛"]


def test_the_former_law_is_not_told_by_its_own_day() -> None:
    assert [
        day for day, _ in told("本条例自⟦2008年|2008⟧施行。⟦1991年5月15日|1991-05-15⟧起施行的原条例同时废止。")
    ] == ["2008"]


def test_hosts_are_organisers_and_the_thing_is_one() -> None:
    (event,) = events("由市文旅局主办、市图书馆承办的“书香满城”读书节于⟦4月23日|2024-04-23⟧开幕。")
    assert event.organisers == ("市文旅局", "市图书馆")
    assert event.title.startswith("“书香满城”读书节")


def test_a_date_may_stand_between_bodies_and_their_deed() -> None:
    (event,) = events("市残联、市教育局⟦9月1日|2024-09-01⟧联合印发《关于做好入学工作的通知》。")
    assert event.organisers == ("市残联", "市教育局")


def test_who_is_addressed_is_no_organiser() -> None:
    (event,) = events("纳税人应于⟦1月31日|2023-01-31⟧前,向市财政局递交申报书。")
    assert event.organisers == ()


def test_an_observance_beside_its_day_does_not_hide_what_happened() -> None:
    found = told(
        "⟦5月19日|2024-05-19⟧,⟦第三十四次全国助残日|2024-05-19|observance⟧,副市长赴阳光家园看望慰问残疾人代表,并召开座谈会。"
    )
    assert any("看望慰问" in title for _, title in found)


def test_a_cancelled_run_is_told_as_cancelled() -> None:
    assert told("因天气原因,原定于⟦12月3日|2024-12-03⟧举行的健康跑活动取消。")[0][1] == "健康跑活动取消"


def test_a_bare_deed_is_that_of_what_the_document_is_about() -> None:
    found = told("# 某省残疾人就业条例\n\n第一条 为促进就业,制定本条例。\n\n自⟦2008年7月1日|2008-07-01⟧起施行。")
    assert found == [("2008-07-01", "某省残疾人就业条例施行")]


def test_work_since_a_year_is_no_event_of_that_year() -> None:
    assert told("各市对⟦2003年以来|2003/..|period⟧重点工作落实情况进行检查。") == []


def test_what_is_held_on_a_feast_bears_its_name() -> None:
    assert told("⟦9月28日|2023-09-28⟧,⟦中秋|2023-09-29|observance⟧诗会在后海举行。")[0][1] == "中秋诗会"
    assert told("⟦端午|2023-06-22|observance⟧龙舟赛定于⟦6月20日|2023-06-20⟧在东湖开赛。") == [
        ("2023-06-20", "端午龙舟赛在东湖开赛")
    ]
    assert told("⟦重阳|2023-10-23|observance⟧登高于⟦10月20日|2023-10-20⟧进行。")[0][0] == "2023-10-20"


def test_what_happens_is_no_place() -> None:
    (event,) = events("⟦1937年7月7日|1937-07-07⟧,卢沟桥事变发生。")
    assert event.place == "卢沟桥"
    (event,) = events("⟦1937年|1937⟧,辛亥事变发生。")
    assert event.place is None


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("⟦10月8日|2022-10-08⟧，学校举行开学典礼（新生于⟦9月3日|2022-09-03⟧报到）。", ["新生报到", "学校举行开学典礼"]),
        (
            "⟦10月8日|2022-10-08⟧，李某当选会长（前任于⟦6月1日|2022-06-01⟧辞职），任期三年。",
            ["前任辞职", "李某当选会长"],
        ),
        ("⟦5月6日|2022-05-06⟧，新馆开放（旧馆于⟦4月30日|2022-04-30⟧闭馆）。", ["旧馆闭馆", "新馆开放"]),
        ("学堂由乡绅创办（⟦1893年|1893⟧），后更名为大学。", ["学堂由乡绅创办"]),
    ],
)
def test_a_bracket_with_a_deed_and_a_day_of_its_own_leaves_the_deed_before_it(text: str, titles: list[str]) -> None:
    assert [title for _, title in told(text)] == titles


def test_of_a_contest_its_final_is_told() -> None:
    assert told("⟦9月23日|2023-09-23⟧,机器人大赛在科技馆举行决赛。") == [("2023-09-23", "机器人大赛在科技馆举行决赛")]
    assert told("⟦9月23日|2023-09-23⟧,机器人大赛决赛在科技馆举行。") == [("2023-09-23", "机器人大赛决赛")]


def test_a_sentence_before_the_evening_of_a_day_of_a_chronicle_is_of_that_day() -> None:
    text = (
        "江岸公司2022年大事记\n6月8日\n公司举行消防演练。\n7月1日\n公司党委组织重温入党誓词。当晚，举办文艺晚会。\n"
        "8月3日\n公司召开座谈会。下午，与会人员参观展馆。"
    )
    found = [(event.when.edtf, event.title) for event in tell(document("a.txt", text)).events]
    assert [day for day, _ in found] == ["2022-06-08", "2022-07-01", "2022-07-01", "2022-08-03"]
    assert {"公司举行消防演练", "公司党委组织重温入党誓词", "公司召开座谈会"} <= {title for _, title in found}


def test_a_line_with_bars_that_is_a_row_of_no_table_is_told() -> None:
    text = (
        "文山图书馆2024年12月活动\n12/1（日）10:00 亲子手作坊｜三楼多功能室｜11/20起开放报名\n"
        "12/7（六）14:00 作家见面会\n12/14（六）旧书交换"
    )
    found = {(event.when.edtf, event.title, event.place) for event in tell(document("a.txt", text)).events}
    assert ("2024-12-01", "亲子手作坊", "三楼多功能室") in found
    assert {day for day, _, _ in found} == {"2024-11-20/..", "2024-12-01", "2024-12-07", "2024-12-14"}
