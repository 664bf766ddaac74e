"""What a date does in its sentence: every row of the table holds in its examples."""

from __future__ import annotations

import pytest

from tests.events.marked import marked
from timeline.events.mentions import by_block, mentions_of
from timeline.events.when.roles import ORDER, RULES, role
from timeline.events.when.rule import Part
from timeline.pipeline import tell
from timeline.text import document

EXAMPLES = [(rule.name, example) for rule in RULES for example in rule.examples]


def roles(text: str) -> list[str]:
    doc, resolutions = marked(text if text.startswith("#") else f"以下是正文,说得很清楚。\n{text}")
    return [
        role(mention).name
        for block, row in zip(doc.blocks, by_block(doc, resolutions), strict=True)
        for _, mentions in mentions_of(doc, block, row)
        for mention in mentions
    ]


def test_every_row_has_one_place_in_the_order() -> None:
    assert tuple(rule.name for rule in RULES) == ORDER


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[f"{name}: {text[:20]}" for name, text in EXAMPLES])
def test_a_row_decides_in_its_examples(name: str, example: str) -> None:
    assert name in roles(example)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("example", "以巡江公司来往河东(北)、河西的40号线为例,车资五元,⟦4月4日|2021-04-04⟧将加至六元"),
        ("of an object", "为⟦年底|2009-12⟧的旺季做准备,店家增购货品"),
        ("habit", "江岸⟦4月|2009-04⟧的天气很不可靠"),
        ("counted", "⟦去年|2017⟧书展受台风影响,入场人次有约99万"),
        ("of a rule", "此外,凡参加⟦7月18日|2018-07-18⟧讲座可获赠礼品"),
        ("recurs", "庙会固定于⟦八月二十三日|2020-10-09⟧,今年在广场办两天"),
        ("dated", "⟦一九七三年秋|1973-23⟧,我回津上学,告别了农场"),
        ("personal", "⟦2019年|2019⟧,我觉得自己真的老了"),
        ("year in a name", "搜寻课程:⟦113年度|2024⟧河西社造说明会"),
        ("year in a name", "市长、市⟦2019年|2019⟧慈善行活动总指挥王立新出席会议"),
        ("year in a name", "⟦7月5日|2017-07-05⟧,社团举办了⟦6·29|2017-06-29⟧合唱汇演庆功宴"),
        ("eligible", "且于⟦11月30日|2026-11-30⟧满17岁,未满25岁"),
        ("of a rule", "⟦1月19日|2023-01-19⟧后若因故未能参加研习者,请办理请假"),
        ("year in a name", "⟦第一学期|2026-09/2027-01|period⟧将于⟦1月22日|2027-01-22⟧结束"),
        ("year in a name", "⟦2024年上半年|2024-40|period⟧教师资格考试笔试定于⟦3月9日|2024-03-09⟧举行。"),
        ("year in a name", "⟦2024年第一季度|2024-33|period⟧新闻发布会于⟦4月18日|2024-04-18⟧召开。"),
        ("counted", "展出草圣⟦民国十三年至五十三年间|1924/1964|period⟧,三十四件书法作品"),
        ("stated", "交警部门⟦今日|2019-05-21⟧通报:一辆货车闯红灯"),
        ("dateline", "(某社记者王立新江岸⟦11日|2012-01-11⟧电)消防局说,路口有车祸"),
        ("page", "江岸 车祸 交通 江岸Plus直播 ⟦2019-05-26|2019-05-26⟧"),
        ("general", "相传⟦清乾隆年间|1736/1795|period⟧,渔民在此捕获海龟"),
    ],
)
def test_these_are_none(name: str, sentence: str) -> None:
    assert name in roles(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "郑从山⟦1981年4月|1981-04⟧开始从事司法工作,当时获委任为地方法院法官。后来升任院长。",
        "郑从山⟦1981年起|1981/..|period⟧从事律师工作,后来转任地方法院法官。两年前退休。",
        "⟦2003年|2003⟧“⟦7·12|2003-07-12⟧”特大洪水冲毁供水管道11公里",
        "⟦2010年|2010⟧“⟦8·8|2010-08-08⟧”泥石流灾害造成两座村庄被埋",
    ],
)
def test_the_last_date_is_that_of_the_deed(sentence: str) -> None:
    assert roles(sentence)[-1] == "dated"


def test_a_feast_of_its_own_year_is_the_day_of_the_clause_behind_it() -> None:
    story = tell(
        document("示例", "1949年两人分别,直到1950年中秋,兄弟二人在河西重逢,一同回乡看望多年不见的父母和亲友。")
    )
    assert [event.when.edtf for event in story.events] == ["1950-09-26"]


def test_a_blow_that_is_over_dates_nothing() -> None:
    assert roles("⟦2008年|2008⟧“⟦5·12|2008-05-12⟧”大地震后,学校停课两周")[-1] == "year in a name"


def test_every_row_has_an_example_and_a_name_of_its_own() -> None:
    assert all(rule.examples for rule in RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert RULES[-1].part is Part.EVENT


@pytest.mark.parametrize(
    "sentence",
    [
        "⟦2019年|2019⟧,公司在香港上市。",
        "张三⟦1938年|1938⟧出生于北京市。",
        "⟦3月|2014-03⟧,一辆小巴翻滚。",
        "⟦助残日期间|2022-05-15|observance⟧,市残联举办招聘会。",
        "报名于⟦10月30日|2018-10-30⟧结束。",
        "⟦即日起至12月8日|../2014-12-08|period⟧,在文化馆演讲厅放映十六国的电影。",
        "⟦1978年|1978⟧《为什么,小城》在电影节斩获大奖。",
        "会馆已于⟦2005年1月18日|2005-01-18⟧重新开放。",
        "诗人郑敏出生于⟦1920年7月18日|1920-07-18⟧。",
        "⟦重阳节当日|2025-10-29|observance⟧设宴款待会员。",
        "⟦3月|2013-03⟧举办巡回讲座共12场。",
        "研学活动报名截至⟦元旦|2027-01-01|observance⟧。",
        "作业请于开学⟦当天|2027-02-22⟧上交。",
        "小时候家里穷,⟦1992年|1992⟧才上小学。",
        "剧社成立于⟦2011年|2011⟧,现有演员23人。",
    ],
)
def test_these_are_events(sentence: str) -> None:
    assert roles(sentence) == ["dated"]
