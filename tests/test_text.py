"""Clean text: what is dropped, what is folded, and the way back."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.model import Role, Script
from timeline.text import document
from timeline.text.borders import bordered
from timeline.text.cleaning import clean
from timeline.text.folding import fold, script
from timeline.text.items import itemised
from timeline.text.torn import whole_rows

SIGNS = "年月日 5１２　，。：:（）“「」『』残殘联聯\n\r\t\u00a0\u200b\ufeffab|#-*—·•〇○、…"


@given(st.text(SIGNS, max_size=200))
@settings(max_examples=400)
def test_every_clean_character_is_the_fold_of_the_raw_one_at_its_offset(raw: str) -> None:
    text, offsets, _ = clean(raw)
    positions = [offsets.raw(position) for position in range(len(text))]
    assert [fold(bordered(whole_rows(itemised(raw)))[position]) for position in positions] == list(text)
    assert all(a < b for a, b in pairwise(positions))


@given(st.text(SIGNS, max_size=200))
def test_blocks_lie_in_order_and_hold_all_but_line_ends(raw: str) -> None:
    doc = document("示例", raw)
    ends = 0
    for block in doc.blocks:
        assert block.at.start >= ends
        assert block.at.end > block.at.start
        assert doc.text[ends : block.at.start].strip(" \n") == ""
        ends = block.at.end
    assert doc.text[ends:].strip(" \n") == ""


@given(st.text(max_size=200))
def test_no_text_breaks_it(raw: str) -> None:
    document("示例", raw)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("上午9: 30开会", "上午9:30开会"),
        ("时间：9： 00—17： 30", "时间:9:00—17:30"),
        ("5月2日19 : 30开演", "5月2日19:30开演"),
        ("约翰福音14: 27，比例1: 20", "约翰福音14: 27,比例1: 20"),
    ],
)
def test_a_clock_time_that_is_set_apart(raw: str, clean: str) -> None:
    assert document("页面.txt", raw).text == clean


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("5 月 12 日", "5月12日"),
        ("10 25 日", "10 25日"),
        ("行 动 方 案", "行动方案"),
        ("二 ○ ○ 四 年 五 月 (星 期 三 )", "二〇〇四年五月(星期三)"),
        ("今 天 ( 三 月 一 日 )", "今天(三月一日)"),
        ("张三 李四", "张三 李四"),
        ("２０２０年，「助殘」", "2020年,“助残”"),
        ("2024年⼗⽉⼀⽇，⻓沙⾳樂⾨", "2024年十月一日,长沙音乐门"),  # radicals, as a PDF has them
        ("甲\r\n乙", "甲\n乙"),
    ],
)
def test_clean(raw: str, text: str) -> None:
    assert clean(raw)[0] == text


def test_script() -> None:
    assert script("殘疾人聯合會舉辦活動") is Script.HANT
    assert script("残疾人联合会举办活动") is Script.HANS


COLUMN = [
    "滨江：社区读书会热闹",
    "本月10日上午，读书会在滨江路图",
    "书馆举行，共有两百余名居民来到现",
    "场，大家一起分享读书的心得，气氛",
    "非常热烈，孩子们还表演了节目，赢",
    "得阵阵掌声。主办方表示，今后还将",
    "举办更多这样的活动，让更多居民参",
    "与进来，共同营造浓厚的读书氛围，",
    "推动全民阅读走进千家万户，成为一",
    "种生活方式。",
    "高新：科技体验日受欢迎",
    "本月12日下午，科技体验日在高新",
    "广场举行，吸引了许多青少年前来参",
    "加，机器人表演赢得满堂喝彩，志愿",
    "者耐心地讲解每一件展品的原理，让",
    "孩子们在玩耍中学到了许多知识，收",
    "获满满。",
]


def test_lines_of_a_column_are_joined_and_place_headings_stand_alone() -> None:
    doc = document("示例", "\n\n".join(COLUMN))
    blocks = [(block.role, block.at.of(doc.text)) for block in doc.blocks]
    assert [text[:2] for _, text in blocks] == ["滨江", "本月", "高新", "本月"]
    assert blocks[2] == (Role.HEADING, "高新:科技体验日受欢迎")
    assert "滨江路图书馆举行" in blocks[1][1]


def test_a_line_that_begins_with_a_connective_goes_on() -> None:
    doc = document("示例", "活动很多。\n同时，提升服务者专\n业能力的比赛也展开了。大家都来了。")
    assert doc.text.split("\n") == ["活动很多。", "同时,提升服务者专业能力的比赛也展开了。大家都来了。"]


@pytest.mark.parametrize(
    ("raw", "roles"),
    [
        ("标题一则\n正文说了很多话，说完了。", [Role.TITLE, Role.PARAGRAPH]),
        ("---\ntitle: 年会\ntags:\n- 甲\n---\n## 前言\n正文说完了。", [*[Role.META] * 5, Role.HEADING, Role.PARAGRAPH]),
        ("2007年9月7日\n正文说完了。", [Role.META, Role.PARAGRAPH]),
        ("第一段正文说完了。\n| 甲 | 乙 |\n* 一项", [Role.PARAGRAPH, Role.ROW, Role.ITEM]),
        ("正文说完了。\n<!-- 注 -->", [Role.PARAGRAPH, Role.META]),
        ("正文说完了。\n北京\n北京市的情况是这样的，大家都很好。", [Role.PARAGRAPH, Role.HEADING, Role.PARAGRAPH]),
    ],
)
def test_roles(raw: str, roles: list[Role]) -> None:
    assert [block.role for block in document("示例", raw).blocks] == roles


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("標題一則\n正文說完了。", "標題一則"),
        ("---\ntitle: “年會”\n---\n正文说完了。", "“年會”"),
        ("# 规定\n正文说完了。", "规定"),
        ("正文说完了。", None),
    ],
)
def test_titles(raw: str, title: str | None) -> None:
    assert document("示例", raw).title == title


SHORT = (
    "定于5月12日上午九时在区图书馆报告厅举行读书节开幕式，请各单位派两名代表参加，"
    "并于5月10日前把名单报到办公室，逾期不候，谢谢配合。"
)


@pytest.mark.parametrize("width", [16, 20, 30])
@pytest.mark.parametrize("indent", ["", "　　"])
def test_a_letter_of_a_few_lines_that_was_broken_to_a_width_is_joined(width: int, indent: str) -> None:
    whole = indent + SHORT
    lines = [whole[i : i + width] for i in range(0, len(whole), width)]
    assert clean("\n".join(lines))[0] == clean(SHORT)[0]


ANNALS = (
    "第三章  教育",
    "一、书院",
    "清光绪二年，知县周某在城南建文昌书院，有讲堂三间，延请名师，课以经",
    "史，后毁于火。光绪八年，邑绅捐银重修。",
    "二、学堂",
    "清光绪三十年，文昌书院改为官立高等小学堂，设堂长一人，教习三人，学",
    "生四十名，经费由书院田租拨给。宣统元年，又在城北设女子初等小学堂一",
    "所。",
    "民国二年，高等小学堂改称县立第一高等小学校，增设师范讲习科一班，招",
    "收学员三十名。",
)


def test_broken_lines_among_headings_and_short_paragraphs_are_joined() -> None:
    lines = clean("\n".join(ANNALS))[0].split("\n")
    assert len(lines) == 6
    assert lines[2].endswith("光绪八年,邑绅捐银重修。")
    assert lines[5].endswith("招收学员三十名。")


@pytest.mark.parametrize("end", ["。", "；"])
def test_paragraphs_of_like_length_that_end_stay_apart(end: str) -> None:
    lines = [f"清光绪{n}年，知县在城南建文昌书院，有讲堂三间，延请名师课以经史{end}" for n in "二三四五六七"]
    assert clean("\n".join(["书院", *lines]))[0].count("\n") == len(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["5月12日上午在图书馆举行开幕式典礼", "5月13日上午在文化馆举行书法讲座课", "5月14日上午在博物馆举行闭幕式晚会"],
        [
            "春眠不觉晓，处处闻啼鸟，夜来风雨声",
            "花落知多少？床前明月光，疑是地上霜。",
            "举头望明月，低头思故乡，白日依山尽",
        ],
        [
            "各单位要高度重视，切实加强组织领导。",
            "各街道要密切配合，切实做好服务保障。",
            "各部门要加强协作，切实维护现场秩序。",
        ],
    ],
)
def test_lines_of_one_length_that_are_whole_stay_lines(lines: list[str]) -> None:
    assert clean("\n".join(lines))[0].count("\n") == len(lines) - 1


@pytest.mark.parametrize(
    ("raw", "role"),
    [
        ("1月1日：开幕式\n1月2日：联欢会\n", Role.ITEM),
        ("1月1日（周六） 开幕式\n1月2日（周日） 联欢会\n", Role.ITEM),
        ("2022-01-01，县残联举行比赛\n2022-01-02，县残联举行联欢会\n", Role.ITEM),
        ("９:00 签到\n９:30 开幕式\n", Role.ITEM),
        ("1月1日开幕式\n1月2日联欢会\n", Role.ITEM),
        ("- 1月1日：开幕式\n- 1月2日：联欢会\n", Role.ITEM),
        ("1. 2022年1月1日 开幕式\n2. 2022年1月2日 联欢会\n", Role.ITEM),
        ("一、1月1日开幕式\n二、1月2日联欢会\n", Role.ITEM),
        ("20220101 开幕式\n20220102 联欢会\n", Role.ITEM),
        ("周一 开会\n周二 培训\n", Role.ITEM),
        ("1949年 建校\n1952年 更名\n", Role.ITEM),
        ("1949 建校\n1952 更名\n", Role.ITEM),
        ("开幕式：1月1日\n联欢会：1月2日\n", Role.ITEM),
        ("开幕式（1月1日）\n联欢会（1月2日）\n", Role.ITEM),
        ("2022年读书节活动方案\n2023年3月，各校开展读书节。\n", Role.TITLE),
        ("关于读书节的通知（1月1日）\n各校：\n", Role.TITLE),
        ("1月1日开幕式隆重举行\n1月2日，县文化馆开馆。\n", Role.TITLE),
        ("1月1日 开幕式\n1月1日 14时举行\n", Role.TITLE),
        ("5月12日我校举行开幕式\n5月13日，记者来到我校\n", Role.TITLE),
        ("1月1日 开幕式\n1月2日，记者来到我校\n", Role.TITLE),
        ("1月1日：开幕式\n地点：文化馆\n", Role.TITLE),
    ],
)
def test_a_list_of_days_has_no_title(raw: str, role: Role) -> None:
    assert document("示例", raw).blocks[0].role is role


@pytest.mark.parametrize("count", [5, 12, 19, 40])
@pytest.mark.parametrize("heading", ["", "夏季联赛安排\n\n"])
@pytest.mark.parametrize(
    "row",
    [
        "| 赛区{0} | 第{0}场比赛，南山中学队对北山中学队 | 人民广场 |",
        "赛区{0} | 第{0}场比赛，南山中学队对北山中学队 | 人民广场",
        "赛区{0}\t第{0}场比赛，南山中学队对北山中学队\t人民广场",
        "5月{0}日，第{0}场比赛，南山中学队对北山中学队",
        "{0}. 第{0}场比赛，南山中学队对北山中学队",
    ],
)
def test_rows_and_items_of_one_width_stay_lines(row: str, heading: str, count: int) -> None:
    rows = [row.format(10 + number) for number in range(count)]
    made = document("示例", heading + "\n".join(rows))
    assert len(made.blocks) == count + bool(heading)


def test_letter_spaced_type_may_go_on_from_a_word_set_close() -> None:
    assert clean("印发残疾 人 就 业 方 案（试行）")[0] == "印发残疾人就业方案(试行)"
    assert clean("代表：张三 李四 王 五")[0] == "代表:张三 李四 王 五"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("定于 2 0 2 2 年 5 月 1 2 日开幕", "定于2022年5月12日开幕"),
        ("定于20\n22年5月1\n2日开幕。", "定于2022年5月12日开幕。"),
        ("得票 1 2 3 4 张，5月1 2日", "得票1 2 3 4张,5月12日"),
        ("共20\n5月12日开幕。", "共20\n5月12日开幕。"),
        ("12\n2022年5月开幕。", "12\n2022年5月开幕。"),
    ],
)
def test_figures_of_a_date_that_are_set_apart_or_cut_by_a_line_end(raw: str, text: str) -> None:
    assert clean(raw)[0] == text


def test_a_document_is_known_by_its_words_alone() -> None:
    """What is asked of it is remembered by it, and compared at each question: thousands of blocks would cost more."""
    one, same = (document("甲", "5月9日开会。\n5月10日闭会。") for _ in range(2))
    assert one == same == replace(one, blocks=())
    assert hash(one) == hash(same)
    assert one != document("乙", one.raw) != document("乙", f"{one.raw}完") != replace(one, text=one.text[:-1])
