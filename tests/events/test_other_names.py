"""Two documents call one happening by two clauses, or one by its headline; a judgment tells a deed by two sides."""

from __future__ import annotations

import pytest

from timeline.events.tellings.besides import besides
from timeline.merge import merge
from timeline.pipeline import tell
from timeline.text import document


def events(*texts: str) -> int:
    """How many events the documents tell together."""
    named = zip("甲乙", texts, strict=False)
    return len(merge([tell(document(f"{name}.txt", text)) for name, text in named]).events)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        # another clause of the sentence
        (
            "随着发令枪响，两千名跑者从江岸公园出发，江岸马拉松正式开赛",
            "江岸马拉松赛在江岸公园鸣枪开跑，陈敏获男子组第一名",
            1,
        ),
        ("江岸医院医疗队走进红旗社区，为居民义诊", "红旗社区联合江岸医院开展义诊活动", 1),
        ("江岸歌手大赛落幕，陈小敏摘得桂冠", "陈小敏在江岸歌手大赛总决赛中夺冠", 1),
        # a ground, an attendance, a speech and what came later are no names of it
        ("受台风影响，江岸轮渡停航", "受台风影响，江岸机场取消航班", 2),
        ("江岸书画展开幕，副市长陈敏出席", "副市长陈敏到江岸化工厂调研", 2),
        ("首届江岸丰收节开幕，市长致辞", "首届江岸展销会开幕，市长致辞", 2),
        ("江岸县委书记到青石镇调研，随后召开座谈会", "江岸县委书记召开防汛会议", 2),
        # what is counted, what kind of meeting, what is held within it
        ("县政协九届二次会议第一次全体会议举行", "县政协九届二次会议第二次全体会议举行", 2),
        ("江岸县召开防火工作会议", "江岸县召开防火宣传动员会", 2),
        ("“江岸往事”摄影展在江岸美术馆开幕", "“江岸往事”摄影展作者分享会在江岸美术馆举行", 2),
        ("江岸师大附小举行校庆庆典", "江岸师大附中举行校庆庆典", 2),
        ("江岸队2比1战胜青石队", "江岸青年队2比1战胜青石青年队", 2),
        # in another frame
        ("江岸县委书记陈敏到青石镇调研", "陈敏在青石镇调研时强调抓好春耕生产", 1),
        ("江岸县医院整体搬迁至新院区并开诊", "江岸县医院新院区正式启用", 1),
        ("江岸书店重新开业", "停业两年的江岸书店恢复营业", 1),
        ("地铁9号线一期开通运营", "地铁9号线一期迎来首批乘客", 1),
    ],
)
def test_two_papers_begin_with_two_clauses(one: str, other: str, told: int) -> None:
    assert events(f"2024年5月6日，{one}。", f"2024年5月6日，{other}。") == told


@pytest.mark.parametrize(
    ("headline", "sentence", "other", "told"),
    [
        ("陈敏与海岳外长会谈", "双方在江岸宾馆举行会谈", "外交部长陈敏同海岳外长举行会谈", 1),
        ("暑期防溺水讲座走进清河街道", "讲座在街道文化站开讲", "清河街道举办暑期防溺水讲座", 1),
        ("关于停水的通知", "西山小区停水", "东山小区停水", 2),  # the other says which
        ("江岸中学本周要闻", "校合唱团演出", "江岸中学举行运动会", 2),
    ],
)
def test_a_headline_names_the_one_event_below_it(headline: str, sentence: str, other: str, told: int) -> None:
    assert events(f"{headline}\n2024年5月6日，{sentence}。", f"2024年5月6日，{other}。") == told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("江岸区教育局公布小学招生方案，报名6月开始", "江岸区教育局公布初中招生方案，报名6月开始", 4),
    ],
)
def test_what_both_only_call_a_step_is_of_one_thing(one: str, other: str, told: int) -> None:
    assert events(f"2024年5月6日，{one}。", f"2024年5月6日，{other}。") == told


def test_a_sentence_of_several_days_has_no_other_name() -> None:
    assert besides("5月6日,江岸书画展开幕,5月8日,江岸诗会举行", "江岸书画展开幕") == ()


JUDGMENT = "原告沈某诉称：{}\n\n本院经审理查明：{}\n"


@pytest.mark.parametrize(
    ("alleged", "found", "told"),
    [
        (
            "2021年6月8日，被告向原告借款5万元，并出具借条。",
            "2021年6月8日，被告李某向原告沈某借款50000元，出具借条一张。",
            1,
        ),
        ("2020年1月10日，原、被告登记结婚。", "2020年1月10日，原告沈某与被告孙某在江岸区民政局登记结婚。", 1),
        ("2021年6月8日，被告向原告借款5万元。", "2021年6月8日，被告向周某还款5万元。", 2),
        ("2021年6月8日，被告支付货款5万元。", "2021年6月8日，被告支付货款3万元。", 2),
        ("2022年3月5日，原告与被告签订租赁合同。", "2022年3月5日，原告向被告支付押金2万元。", 2),
    ],
)
def test_a_judgment_tells_a_deed_once(alleged: str, found: str, told: int) -> None:
    story = tell(document("判决书.txt", JUDGMENT.format(alleged, found)))
    assert len(story.events) == told
    if told == 1:
        assert len(story.events[0].evidence) == 2


def test_no_judgment_is_read_by_sides() -> None:
    text = "2021年6月8日，陈敏向江岸银行借款5万元。\n\n2021年6月8日，李明向青石银行借款5万元，出具借条。\n"
    assert len(tell(document("甲.txt", text)).events) == 2
