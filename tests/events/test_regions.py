"""Which words a date governs, and how dates of one sentence combine."""

from __future__ import annotations

import pytest

from tests.events.marked import events, told
from timeline.events.language.clauses import sentences
from timeline.model import EventKind, Span, Weight
from timeline.pipeline import tell
from timeline.text import document


def clauses(text: str) -> list[list[str]]:
    return [[clause.of(text) for clause in sentence.clauses] for sentence in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲来,乙去。丙在!", [["甲来", "乙去"], ["丙在"]]),
        ("举办“你,我;他”讲座,散会", [["举办“你,我;他”讲座", "散会"]]),
        ("售价1,200元,时间8:30", [["售价1,200元", "时间8:30"]]),
        ("未闭的“引号,仍然断句", [["未闭的“引号", "仍然断句"]]),
        ("他说:“我们来了。大家都在。”散会", [["他说", "“我们来了"], ["大家都在"], ["”散会"]]),
        ("", []),
    ],
)
def test_clauses(text: str, expected: list[list[str]]) -> None:
    assert clauses(text) == expected


def test_three_dated_happenings_of_a_sentence_are_three_events() -> None:
    found = told(
        "⟦6月1日|2021-06-01⟧,市图书馆举办少儿读书活动;⟦6月2日|2021-06-02⟧,市博物馆举行文物捐赠仪式;"
        "⟦6月3日|2021-06-03⟧,市剧院上演话剧。"
    )
    assert [day for day, _ in found] == ["2021-06-01", "2021-06-02", "2021-06-03"]
    assert "读书活动" in found[0][1]
    assert "捐赠仪式" in found[1][1]
    assert "话剧" in found[2][1]


def test_dates_with_nothing_between_them_share_what_follows() -> None:
    found = told("⟦5月10日|2021-05-10⟧、⟦12日|2021-05-12⟧和⟦15日|2021-05-15⟧举办三场招聘会。")
    assert [day for day, _ in found] == ["2021-05-10", "2021-05-12", "2021-05-15"]
    assert all("招聘会" in title for _, title in found)


def test_a_length_and_its_end_make_a_stretch() -> None:
    found = events("中心举办⟦2021年|2021⟧线上招聘会,为期⟦一个月|P1M|duration⟧,到⟦7月10日|2021-07-10|deadline⟧截止。")
    assert [event.when.edtf for event in found] == ["2021-06-10/2021-07-10"]
    assert found[0].kind is EventKind.PERIOD


def test_what_is_due_by_a_day_does_not_end_a_length() -> None:
    start, length = "⟦11月30日起|2026-11-30/..|period⟧", "⟦20天|P20D|duration⟧"
    found = events(f"{start},车棚拆除重建,工期约{length},请车主于⟦29日前|../2026-11-29|deadline⟧将车辆移走。")
    assert [event.when.edtf for event in found] == ["2026-11-29", "2026-11-30/.."]


def test_the_end_from_which_a_stretch_is_counted_is_its_reason() -> None:
    sentence = "⟦节日之际|2021-05-15⟧,中心举办招聘会,为期⟦一个月|P1M|duration⟧,到⟦7月10日|2021-07-10|deadline⟧截止。"
    (event,) = events(sentence)
    assert (event.when.edtf, event.kind) == ("2021-06-10/2021-07-10", EventKind.PERIOD)
    resolution = event.evidence[0].resolution
    assert resolution is not None
    assert resolution.expression.text == "7月10日"


def test_a_later_sentence_may_say_how_long_it_lasts() -> None:
    found = told("⟦5月15日|2021-05-15⟧,市文化馆举办书画展览。展览持续至⟦5月22日|2021-05-22⟧。")
    assert [day for day, _ in found] == ["2021-05-15/2021-05-22"]


def test_a_beginning_and_a_length_make_a_stretch() -> None:
    found = told("⟦12月13日起|1937-12-13/..|period⟧的⟦六个星期|P6W|duration⟧,城内发生屠杀。")
    assert [day for day, _ in found] == ["1937-12-13/1938-01-23"]


def test_a_deadline_is_on_its_day() -> None:
    (event,) = events("各单位请于⟦5月30日前|../2020-05-30|deadline⟧将报名表报送到市残联。")
    assert event.when.edtf == "2020-05-30"
    assert event.kind is EventKind.DEADLINE


def test_one_term_for_two_duties_is_one_event() -> None:
    found = events(
        "请贵公司于⟦8月31日前|../2017-08-31|deadline⟧腾退场地,并于⟦8月31日前|../2017-08-31|deadline⟧办理手续。"
    )
    assert len(found) == 1


def test_coordinated_objects_are_events_of_their_own() -> None:
    found = told(
        "⟦文化周期间|2021-09-13/2021-09-19|observance⟧,市文旅局举办了第三届民间艺术节开幕式演出、"
        "“水墨江南”青年书画作品展览、非物质文化遗产保护论坛等活动。"
    )
    assert [title for _, title in found] == [
        "“水墨江南”青年书画作品展览",
        "第三届民间艺术节开幕式演出",
        "非物质文化遗产保护论坛",
    ]


def test_a_roundup_gives_its_frame_to_sections_without_a_date() -> None:
    found = events(
        "在⟦助残日期间|2022-05-15|observance⟧,全国各地举行了丰富多彩的主题活动,一起来看。\n北京\n"
        "北京市残联启动“数字助残”系列活动,提高服务质量。\n河北\n河北省残联举办线上招聘会,提供岗位三百个。\n"
        "江苏\n市民也应继续加强学习,推进工作。"
    )
    by_title = {event.title: event for event in found}
    assert (
        by_title["“数字助残”系列活动" if "“数字助残”系列活动" in by_title else "北京市残联启动“数字助残”系列活动"].place
        == "北京市"
    )
    assert any(event.place == "河北省" and "招聘会" in event.title for event in found)
    assert not any("学习" in event.title for event in found)
    assert {event.when.edtf for event in found} == {"2022-05-15"}


def test_an_overview_is_minor() -> None:
    (event,) = events("⟦助残日期间|2022-05-15|observance⟧,各地开展了形式多样的助残活动。")
    assert event.weight is Weight.MINOR


def test_a_counted_observance_is_told_once() -> None:
    found = told(
        "⟦5月15日|2022-05-15⟧是⟦第三十二次全国助残日|2022-05-15|observance⟧。\n"
        "⟦5月13日|2022-05-13⟧,市残联举办⟦第三十二次全国助残日|2022-05-15|observance⟧活动。"
    )
    assert found == [("2022-05-13", "市残联举办第三十二次全国助残日活动"), ("2022-05-15", "第三十二次全国助残日")] or [
        day for day, _ in found
    ] == ["2022-05-13", "2022-05-15"]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("其中,第三十八届山桥庙会以“迎春”为主题,于⟦2月10日|2024-02-10⟧开幕。", "第三十八届山桥庙会开幕"),
        ("第一代神社由技师某设计,⟦1917年|1917⟧动工,⟦1918年|1918⟧完工。", "第一代神社动工"),
        ("初赛结束后须推荐项目名单,并于⟦6月5日|2025-06-05|deadline⟧前提交相关材料。", "提交相关材料"),
        ("一晚停停走走,⟦10日|2009-05-10⟧抵达我们的目的地。", "抵达我们的目的地"),
    ],
)
def test_a_bare_deed_takes_the_name_that_its_sentence_begins_with(sentence: str, title: str) -> None:
    assert told(sentence)[0][1] == title


def test_days_in_a_row_that_share_one_deed_are_one_stretch() -> None:
    assert told("⟦1月19日|2008-01-19⟧、⟦20日|2008-01-20⟧举行短道速滑世锦赛。")[0][0] == "2008-01-19/2008-01-20"
    assert told("应于⟦2023年1月|2023-01⟧及⟦2月|2023-02⟧向税务厅递交申报书。")[0][0] == "2023-01/2023-02"


def test_days_apart_or_each_with_its_own_deed_stay_apart() -> None:
    assert len(told("⟦1月19日|2008-01-19⟧、⟦21日|2008-01-21⟧举行招聘会。")) == 2


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024年中秋节放假三天。", "2024-09-15/2024-09-17"),
        ("2025年五一劳动节全校放假5天。", "2025-05-01/2025-05-05"),
        ("1998年国庆节放假三天。", "1998-10-01/1998-10-03"),
        ("2023年国庆期间，工厂放假8天。", "2023-09-29/2023-10-06"),
        ("1998年元旦放假三天。", "1998-01-01"),
        ("2024年中秋节停课一天。", "2024-09-17"),
    ],
)
def test_so_many_days_off_are_those_that_were_announced(text: str, days: str) -> None:
    assert [event.when.edtf for event in tell(document("test", text)).events] == [days]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024年10月1日、2日、3日举办灯会。", ["2024-10-01/2024-10-03"]),
        ("2024年10月、11月、12月举办培训班。", ["2024-10/2024-12"]),
        ("2021年、2022年、2023年连续获评优秀企业。", ["2021/2023"]),
        ("2024年3月5日、6日和8日、9日举行面试。", ["2024-03-05/2024-03-06", "2024-03-08/2024-03-09"]),
        ("2024年10月1日、2日、4日举办灯会。", ["2024-10-01", "2024-10-02", "2024-10-04"]),
        ("本馆曾于2005年、2006、2008年三次举办书展。", ["2005", "2006", "2008"]),
        ("民国五年、六年、七年，省署均通令各县修志。", ["1916", "1917", "1918"]),
    ],
)
def test_a_list_of_days_is_one_stretch_or_as_many_events(text: str, days: list[str]) -> None:
    assert [event.when.edtf for event in tell(document("test", text)).events] == days
    assert len(told("协会分别于⟦5月9日|2021-05-09⟧、⟦10日|2021-05-10⟧举办招聘会。")) == 2


def test_a_thousand_dates_in_a_row_break_nothing() -> None:
    row = "，".join(f"{1 + i % 12}月{1 + i % 28}日" for i in range(1000))
    story = tell(document("示例", f"2022年安排\n{row}举行考试。"))
    assert len(story.resolutions) >= 1000
    assert len(story.events) <= 1000


def test_a_time_that_says_when_in_a_year_makes_no_second_event() -> None:
    found = told("⟦1945年|1945⟧⟦二战结束后|1945-09-02/..|period⟧，“江岸铁工所”改名为“江岸制钢公司”。")
    assert [day for day, _ in found] == ["1945"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "上次股东会（10月18日）议定的分红方案，将于12月1日施行。",
            [("2023-10-18", "股东会"), ("2023-12-01", "分红方案施行")],
        ),
        (
            "第二次筹备会（9月3日）上决定的书市，定于10月15日在广场举行。",
            [("2023-09-03", "第二次筹备会"), ("2023-10-15", "书市")],
        ),
        (
            "10月8日委员会通过的新规约将于11月1日施行。",
            [("2023-10-08", "委员会通过的新规约"), ("2023-11-01", "新规约施行")],
        ),
    ],
)
def test_what_one_day_decides_another_carries_out(sentence: str, expected: list[tuple[str, str]]) -> None:
    told_ = tell(document("公告.txt", f"　　{sentence}\n\n2023年8月20日\n"))
    assert [(event.when.edtf, event.title) for event in told_.events] == expected


def test_the_day_of_an_announcement_is_minor_and_names_what_is_announced() -> None:
    story = tell(document("快讯.txt", "2024年5月30日，馆长在会上宣布新馆将于9月1日启用。\n"))
    assert [(e.when.edtf, e.title, e.weight) for e in story.events] == [
        ("2024-05-30", "馆长在会上宣布新馆启用", Weight.MINOR),
        ("2024-09-01", "新馆启用", Weight.CORE),
    ]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("2025年，国庆节当天举办分享会。", "2025-10-01"),
        ("2025年，全国助残日前最后一个周五举办分享会。", "2025-05-16"),
    ],
)
def test_a_year_frames_the_feast_behind_it(sentence: str, day: str) -> None:
    assert [event.when.edtf for event in tell(document("公告.txt", sentence)).events] == [day]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "灯会回顾\n首届(2016年):2月8日,灯会在文庙开幕。\n第二届(2017年):1月28日,灯会移师北湖公园。",
            [("2016-02-08", "首届灯会在文庙开幕"), ("2017-01-28", "第二届灯会移师北湖公园")],
        ),
        (
            "合作社大事\n起步阶段（2008年）：3月5日，合作社成立；10月，首批茶叶上市。\n转型阶段（2019年）：11月8日，合作社开设网店。",
            [("2008-03-05", "合作社成立"), ("2008-10", "首批茶叶上市"), ("2019-11-08", "合作社开设网店")],
        ),
        (
            "农场简史\n2009年至2011年，农场建成三座大棚，同年8月大棚全部投产。",
            [("2009/2011", "农场建成三座大棚"), ("2011-08", "大棚全部投产")],
        ),
    ],
)
def test_the_year_in_the_label_of_a_line_is_that_of_the_line(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(event.when.edtf, event.title) for event in tell(document("回顾.txt", text)).events] == expected


def test_the_feast_behind_a_day_and_a_colon_is_what_is_told() -> None:
    lines = ("2024年工作日历", "2月10日至2月17日：春节放假", "4月7日：清明节假期补班", "6月10日：端午节包粽子比赛")
    assert [(event.when.edtf, event.title) for event in tell(document("日历.txt", "\n".join(lines))).events] == [
        ("2024-02-10/2024-02-17", "春节放假"),
        ("2024-04-07", "清明节假期补班"),
        ("2024-06-10", "端午节包粽子比赛"),
    ]
