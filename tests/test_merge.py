"""The same event told twice is one event; what only looks alike stays apart."""

from __future__ import annotations

import hashlib
import time
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.marked import marked
from timeline.events import extract
from timeline.events.tellings.sameness import alike, merged
from timeline.merge import merge, timeline_of
from timeline.model import Certainty, Event, EventKind, Evidence, Setting, Span, Story, Weight, When


def event(title: str, day: str = "2022-05-15", *, document: str = "甲.txt", start: int = 0, **more) -> Event:
    base = Event(
        uid=f"{document}{start}{title}",
        when=When(edtf=day, time=more.pop("time", None)),
        title=title,
        description=title,
        place=more.pop("place", None),
        organisers=more.pop("organisers", ()),
        kind=more.pop("kind", EventKind.EVENT),
        weight=Weight.CORE,
        certainty=Certainty.WRITTEN,
        evidence=(Evidence(document=document, span=Span(start, start + 1), text=title[:1], line=1),),
    )
    return replace(base, **more)


def story(text: str, name: str) -> Story:
    doc, resolutions = marked(text, name)
    return Story(
        document=doc,
        setting=Setting(),
        resolutions=resolutions,
        events=extract(doc, Setting(), resolutions),
        notes=(),
    )


SAME = [
    ("“夏季送凉爽”活动启动仪式", "天津市“夏季送凉爽”活动启动仪式"),
    ("残健融合公益市集", "普陀区残健融合公益市集"),
    ("市残联举办专场招聘会", "市残联举办專場招聘會"),
    ("印发《停车管理改革方案》", "市政府印发《停车管理改革方案》"),
    ("规划闲置空间整合查询平台会议", "市府会议「规划闲置空间整合查询平台会议」"),
]
TOLD_IN_OTHER_WORDS = [
    ("区文化馆举办机器人体验课", "机器人体验课开讲"),
    ("江岸商场新华路店开业", "江岸商场新华路店正式开门迎客"),
    ("全县少年合唱大赛", "全县少年合唱大赛圆满落幕"),
    ("国家图书馆“古籍之光”展厅重新开放", "国图“古籍之光”展厅重新对外开放"),
    ("第三人民医院新院区启用", "三院新院区投入使用"),
    ("市第八届运动会闭幕", "市八运会闭幕"),
    ("新生开学典礼暨军训动员大会", "新生开学典礼"),
    ("“杂技之王”沈青山逝世", "中国文联委员沈青山因病逝世"),
    ("江岸中学操场封闭", "江岸中学操场封闭三天"),
]
APART = [
    ("城北站10千伏东门线检修", "城北站10千伏南塘线检修"),
    ("第一次志愿填报", "第二次志愿填报"),
    ("文化节开幕式", "文化节闭幕式"),
    ("英语四级口试开考", "英语六级口试开考"),
    ("招聘会报名开始", "招聘会报名截止"),
    ("李某出生于乌鲁木齐", "李某逝世于乌鲁木齐"),
    ("“声悦童心”公益诵读活动", "“大爱北疆”公益助残活动"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_told_twice(one: str, other: str) -> None:
    assert alike(event(one), event(other))


@pytest.mark.parametrize(("one", "other"), TOLD_IN_OTHER_WORDS)
def test_another_document_tells_it_in_other_words(one: str, other: str) -> None:
    assert alike(event(one), event(other, document="乙.txt"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("东门菜市场", "西门菜市场", False),
        ("市民广场", "人民广场", False),
        ("杏花社区", "青石社区", False),
        ("区少年宫三楼", "少年宫", True),
        ("三楼报告厅", "报业大厦", True),
        ("二楼会议室", "三楼会议室", False),
        ("县文化馆", "文化馆", True),
    ],
)
def test_two_houses_are_two_places_and_a_room_lies_in_a_house(one: str, other: str, same: bool) -> None:
    stories = (event("手工义卖", place=one), event("手工义卖", place=other, document="乙.txt"))
    assert alike(*stories) is same


@pytest.mark.parametrize(("one", "other"), APART)
def test_only_alike(one: str, other: str) -> None:
    assert not alike(event(one), event(other))


@pytest.mark.parametrize(
    "difference",
    [
        ({"place": "河北省"}, {"place": "山西省"}),
        ({"time": "09:00"}, {"time": "14:00"}),
        ({"organisers": ("甲市残联",)}, {"organisers": ("乙区文旅局",)}),
        ({"kind": EventKind.DEADLINE}, {"kind": EventKind.EVENT}),
    ],
)
def test_one_difference_keeps_two_of_one_name_apart(difference) -> None:
    one, other = (event("全国助残日主题活动", **more) for more in difference)
    assert not alike(one, other)


def test_a_hall_may_lie_in_the_city_of_the_other_telling() -> None:
    assert alike(event("规划讨论会议", place="市政大楼八楼"), event("规划讨论会议", place="北京市"))


def test_all_evidence_is_kept() -> None:
    (found,) = merged([event("专场招聘会", document="甲.txt"), event("专场招聘会", document="乙.txt", place="北京市")])
    assert [evidence.document for evidence in found.evidence] == ["乙.txt", "甲.txt"]
    assert found.place == "北京市"


TITLES = st.sampled_from([*sum(SAME, ()), *sum(APART, ())])
EVENTS = st.builds(
    lambda title, day, document, start, place, time: event(
        title, day, document=document, start=start, place=place, time=time
    ),
    TITLES,
    st.sampled_from(["2022-05-15", "2022-05-16", "2022-05", "2022-05-15/2022-05-20", "2022-05-15/.."]),
    st.sampled_from(["甲.txt", "乙.txt"]),
    st.integers(0, 50),
    st.sampled_from([None, "北京市", "河北省"]),
    st.sampled_from([None, "09:00"]),
)


@given(st.lists(EVENTS, max_size=8), st.lists(EVENTS, max_size=4), st.randoms())
@settings(max_examples=200)
def test_order_changes_nothing_and_merging_again_changes_nothing(
    events: list[Event], more: list[Event], random
) -> None:
    found = merged(events)
    shuffled = list(events)
    random.shuffle(shuffled)
    assert merged(shuffled) == found
    assert merged(found) == found
    assert merged([*found, *more]) == merged([*events, *more]) == merged([*merged(more), *events])
    spans = {(e.document, e.span) for each in events for e in each.evidence}
    assert {(e.document, e.span) for each in found for e in each.evidence} == spans


TEXTS = (
    "⟦5月12日|2022-05-12⟧，天津市残联“送清凉”活动启动仪式在人民公园举行。",
    "⟦5月12日|2022-05-12⟧，“送清凉”活动启动仪式在天津市人民公园举行。⟦5月20日|2022-05-20⟧，市图书馆举办读书会。",
    "⟦2022年5月20日|2022-05-20⟧，市图书馆举办青年读书会。",
)


def test_documents_in_any_order_make_one_timeline() -> None:
    stories = [story(text, f"{number}.txt") for number, text in enumerate(TEXTS)]
    timelines = [merge(order) for order in permutations(stories)]
    assert all(timeline == timelines[0] for timeline in timelines)
    assert len(timelines[0].events) == 2
    assert [len(found.evidence) for found in timelines[0].events] == [2, 2]


def test_a_copy_under_another_name_adds_no_event() -> None:
    once = merge([story(text, f"{number}.txt") for number, text in enumerate(TEXTS)])
    twice = merge([story(text, f"{name}{number}.txt") for number, text in enumerate(TEXTS) for name in ("", "副本")])
    assert [(e.when, e.title) for e in twice.events] == [(e.when, e.title) for e in once.events]


def test_uids_are_unique() -> None:
    redated = [story(TEXTS[0], "甲.txt"), story(TEXTS[0].replace("2022-05-12", "2022-05-11"), "乙.txt")]
    found = merge(redated).events
    assert len(found) == 2
    assert len({each.uid for each in found}) == 2


def test_those_of_one_name_are_called_alike_in_every_version() -> None:
    """Whoever subscribed has these UIDs in a calendar: the first keeps its own, the others count from nought."""
    same = [event("义诊", f"2022-05-{day}", uid="a" * 32, description="社区 义诊") for day in (12, 13, 14)]
    assert [each.uid for each in timeline_of((), same).events] == [
        "a" * 32,
        hashlib.sha256(f"{'a' * 32}\n社区义诊\n0".encode()).hexdigest()[:32],
        hashlib.sha256(f"{'a' * 32}\n社区义诊\n1".encode()).hexdigest()[:32],
    ]


def test_a_name_that_a_document_gives_comes_before_one_that_none_gives() -> None:
    told = story(TEXTS[0], "甲.txt")
    (own, *_) = told.events
    stray = replace(own, uid="0" * 32, evidence=(replace(own.evidence[0], document="乙.txt"),))
    found = timeline_of((told,), [own, stray]).events
    assert [each.uid for each in found] == [own.uid]


def disputes(*texts: str) -> list[tuple[str | None, list[str | None]]]:
    found = merge([story(text, f"{number}.txt") for number, text in enumerate(texts)])
    assert len([note for note in found.notes if note.rule == "doubt-day"]) * 2 == sum(
        len(each.disputes) for each in found.events
    )
    return [(each.when.edtf, [other.when.edtf for other in each.disputes]) for each in found.events]


def on(day: int, text: str) -> str:
    return f"⟦5月{day}日|2024-05-{day:02}⟧，{text}"


def test_two_days_of_one_thing_are_both_kept_and_tell_of_each_other() -> None:
    fair = "第三届社区邻里节在幸福广场开幕。"
    assert disputes(on(18, fair), on(19, fair)) == [("2024-05-18", ["2024-05-19"]), ("2024-05-19", ["2024-05-18"])]
    assert disputes(on(18, fair), on(19, fair), on(19, "社区邻里节（第三届）开幕。"))[0] == (
        "2024-05-18",
        ["2024-05-19"],
    )


def test_of_two_days_the_first_tells_once_of_the_other_at_its_own_date() -> None:
    found = merge([story(on(day, "第三届社区邻里节在幸福广场开幕。"), f"{day}.txt") for day in (19, 18)])
    (note,) = (note for note in found.notes if note.rule == "doubt-day")
    first = found.events[0]
    assert (note.document, note.line, note.span) == ("18.txt", 1, Span(0, len("5月18日")))
    assert note.values == {
        "title": first.title,
        "day": "2024-05-18",
        "other": "2024-05-19",
        "document": "19.txt",
        "at": "1",
    }


SHOW = "“光影之间”特展在市美术馆展出。"
ONE_DEED = [
    (on(18, "清河大桥建成通车。"), on(12, "清河大桥通车。")),
    (on(18, "画家林远山逝世。"), on(19, "林远山病逝。")),
    (on(18, "市政府与海岳集团签署战略合作协议。"), on(19, "市政府与海岳集团战略合作协议签订。")),
    (on(18, "电影《远河》首映。"), on(19, "《远河》首映。")),
    ("东风渠⟦1958年3月|1958-03⟧动工。", "东风渠⟦1958年5月|1958-05⟧开工。"),
    (on(18, "神舟二十号发射成功。"), on(19, "神舟二十号发射升空。")),
    (on(18, "青年歌手大赛报名截止。"), on(20, "青年歌手大赛报名截止。")),
    ("陈默⟦1931年|1931⟧出生。", "陈默⟦1932年4月|1932-04⟧出生。"),
    (f"⟦5月9日至26日|2024-05-09/2024-05-26|period⟧，{SHOW}", on(25, "“光影之间”特展闭幕。")),
    (
        f"⟦5月9日至26日|2024-05-09/2024-05-26|period⟧，{SHOW}",
        f"⟦5月9日至25日|2024-05-09/2024-05-25|period⟧，{SHOW}",
    ),
]


@pytest.mark.parametrize("texts", ONE_DEED)
def test_what_is_done_but_once_has_one_day(texts: tuple[str, str]) -> None:
    found = disputes(*texts)
    assert [len(others) for _, others in found] == [1, 1]


@pytest.mark.parametrize(
    "texts",
    [
        (on(18, "台风在海南登陆。"), on(20, "台风在越南登陆。")),
        (on(18, "海边图书馆召开工作会议。"), on(19, "海边图书馆召开工作会议。")),  # 开工 is no word of it
        (on(18, "总馆开馆。"), on(19, "东城分馆开馆。")),
        (on(18, "5路公交开通。"), on(19, "5路公交延长线开通。")),
        (on(18, "海港机械厂与甲公司签署合作协议。"), on(19, "海港机械厂与乙学院签署合作协议。")),
        (on(18, "陈默出生。"), on(19, "陈默之弟陈言出生。")),
        (on(18, "张某受贿案一审宣判。"), on(30, "张某受贿案二审宣判。")),
        (on(1, "书画展开幕。"), on(20, "摄影展开幕。")),
        (on(18, "话剧《茶馆》上演。"), on(25, "话剧《茶馆》上演。")),  # on many evenings
        (on(18, "报名截止。"), on(20, "报名截止。")),  # of what?
        ("学堂⟦1905年|1905⟧创办。", "学堂⟦1905年3月|1905-03⟧创办。"),  # the one says more
        (on(18, "第三届社区邻里节在幸福广场开幕。"), on(19, "第四届社区邻里节在幸福广场开幕。")),  # other numbers
        (on(18, "社区举办义诊。"), on(19, "社区举办义诊。")),  # a common name
        (on(18, "“阳光伙伴”志愿服务集市在东城区举行。"), on(19, "“阳光伙伴”志愿服务集市在西城区举行。")),  # elsewhere
        (on(18, "第三届社区邻里节开幕。") + on(19, "第三届社区邻里节开幕。"), ""),  # one document tells of both
    ],
)
def test_no_contradiction(texts: tuple[str, str]) -> None:
    assert all(others == [] for _, others in disputes(*filter(None, texts)))


def test_a_month_and_a_day_in_it_are_one_and_the_day_is_kept() -> None:
    month = event("第二届“最美工作者”发布活动", "2022-05", document="甲.txt")
    day = event("第二届“最美工作者”发布活动", "2022-05-14", document="乙.txt")
    (found,) = merged([month, day])
    assert (found.when.edtf, len(found.evidence)) == ("2022-05-14", 2)
    other = event("第二届“最美工作者”发布活动", "2022-05-20", document="丙.txt", place="河北省")
    assert len(merged([month, day, replace(other, organisers=("甲局",))])) >= 2


def test_twenty_thousand_events_merge_in_seconds() -> None:
    names = [f"“{chr(0x4E00 + i)}{chr(0x5E00 + i * 7 % 900)}{chr(0x6E00 + i * 13 % 900)}”交流会" for i in range(10_000)]
    events = [
        event(name, f"2022-{i % 12 + 1:02}-{i % 28 + 1:02}", document=f"{copy}.txt", start=i)
        for i, name in enumerate(names)
        for copy in range(2)
    ]
    start = time.process_time()
    assert 9_900 < len(merged(events)) <= len(names)  # some of the signs are numerals, and no names
    assert time.process_time() - start < 20


def test_a_stretch_is_called_after_the_whole_and_not_after_its_opening() -> None:
    days = "2023-08-11/2023-08-20"
    opening = event("第三届古镇音乐周在古戏台广场拉开序幕", days, document="新闻.txt", place="古戏台广场", time="19:30")
    (found,) = merged([opening, event("第三届古镇音乐周", days, document="预告.txt")])
    assert found.title == "第三届古镇音乐周"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市防指决定中小学停课一天", "中小学、幼儿园停课"),
        ("27名青年志愿者赴云岭支教", "青年志愿者赴云岭支教"),
        ("他的《江村经济》刊于《社会研究》", "《江村经济》在《社会研究》上发表"),
        ("海港纺织有限公司迁入新厂房", "海港纺织搬迁至新厂房"),
        ("兴隆小区更换旧电梯", "兴隆小区告别旧电梯"),
        ("本馆暑期讲座开讲", "暑期讲座开讲"),
        ("钢铁厂二期工程完工并投入试生产", "钢铁厂二期竣工"),
    ],
)
def test_two_papers_tell_one_thing_in_their_words(one: str, other: str) -> None:
    assert alike(event(one, document="甲.txt"), event(other, document="乙.txt"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市政协召开提案交办会", "市政协召开提案督办会"),
        ("运动会游泳比赛开赛", "运动会田径比赛开赛"),
        ("3人篮球赛决赛开赛", "5人篮球赛决赛开赛"),
        ("兴隆小区更换旧电梯", "兴隆小区更换旧水管"),
        ("绿源公司招聘保洁员", "绿源公司表彰保洁员"),
    ],
)
def test_two_things_of_one_day_stay_two(one: str, other: str) -> None:
    assert not alike(event(one, document="甲.txt"), event(other, document="乙.txt"))


def test_an_hour_and_a_minute_of_it_are_one_and_two_appointments_are_two() -> None:
    def at(time: str, document: str) -> Event:
        return event("云岭发生5.2级地震", document=document, time=time)

    assert alike(at("12:00", "甲.txt"), at("12:06", "乙.txt"))
    assert not alike(at("12:00", "甲.txt"), at("12:30", "乙.txt"))
    assert not alike(at("12:06", "甲.txt"), at("13:00", "乙.txt"))
