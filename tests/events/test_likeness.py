"""What sets two titles apart, and what two documents may tell in other words."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from timeline.events.tellings.frames import FRAMES, Frame, framed
from timeline.events.tellings.matches import one_match
from timeline.events.tellings.paradigms import other_member
from timeline.events.tellings.paraphrases import Run, in_words, is_slight, short_names
from timeline.events.tellings.parts import is_part
from timeline.events.tellings.sameness import merged
from timeline.merge import merge
from timeline.model import Weight
from timeline.pipeline import tell
from timeline.text import document


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("女子跳远决赛", "男子跳远决赛"),
        ("市气象台发布大风蓝色预警", "市气象台发布大风黄色预警"),
        ("市气象台发布雷电黄色预警", "市气象台发布冰雹黄色预警"),
        ("江岸二中运动会", "江岸三中运动会"),
        ("第三小学迎来督导组", "第五小学迎来督导组"),
        ("高一家长会", "高三新生家长会"),
        ("城东菜场失火", "城西菜场失火"),
        ("市档案馆开放日", "区档案馆开放日"),
        ("游泳公开赛", "跳水公开赛"),
        ("双打决赛", "单打决赛"),
        ("红星社区端午活动", "红星小学端午活动"),
        ("育英小学举办讲座", "和平小学举办讲座"),
        ("新城派出所反诈宣传", "北关派出所反诈宣传"),
        ("语文科目开考", "英语科目开考"),
        ("公司召开董事会", "公司召开监事会"),
        ("老城东失火", "新城西起火"),  # the sign before, if none behind
        ("东菜场失火", "西菜市失火"),  # one sign behind
        ("市妇联大会", "区妇联会议"),  # two signs behind a level
        ("沈从山任江岸市委书记", "沈从山任江岸市委副书记"),
        ("交通银行支行开业", "建设银行支行开业"),
        ("江岸医院门诊楼启用", "江岸医院住院楼启用"),
        ("消防队走进江岸社区", "消防队走进江岸小学"),
    ],
)
def test_members_of_one_set_are_two(one: str, other: str) -> None:
    assert other_member(one, other)
    assert other_member(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("男女混合接力", "女子混合接力"),
        ("全市中小学调整作息", "我市中小学调整作息"),
        ("第二小学开学", "江岸第二小学开学"),
        ("城东菜场失火", "江岸城东菜场失火"),
        ("江岸小学与红星小学结对", "红星小学与江岸小学结对"),
        ("乙公司被甲公司收购", "甲公司完成对乙公司的收购"),
        ("市人民医院义诊", "江岸医院义诊"),
        ("上海图书馆展览", "图书馆展览"),
        ("大学生走进红星小学", "红星小学迎来大学生志愿者"),
        ("决赛", "羽毛球决赛"),
        ("市委副书记沈从山任书记", "沈从山任市委书记"),
        ("消防队走进江岸社区江岸小学", "消防队走进江岸小学"),
    ],
)
def test_what_names_no_other_member_is_not_set_apart(one: str, other: str) -> None:
    assert not other_member(one, other)
    assert not other_member(other, one)


@pytest.mark.parametrize(
    ("run", "part"),
    [
        (Run("书画展", False, "丰收节", "开幕"), True),
        (Run("征文", False, "读书节", "启动"), True),
        (Run("医学院", False, "江岸大学", "毕业"), True),
        (Run("附属幼儿园", False, "江岸中学", "运动会"), True),
        (Run("志愿者", False, "运动会", "启动"), True),
        (Run("招募", False, "运动会", "启动"), False),
        (Run("旅游", False, "青山文化", "节启动"), False),
        (Run("知识", False, "防溺水", "讲座"), False),
        (Run("开幕", True, "丰收节", ""), False),
    ],
)
def test_a_part_is_another_happening(run: Run, part: bool) -> None:
    assert is_part(run) is part


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("红队2比0胜蓝队", "蓝队0:2不敌红队", True),
        ("红队2比0胜蓝队", "红队2比1胜蓝队", False),
        ("红队2比0胜蓝队", "红队2比0胜白队", False),
        ("红队与蓝队见面", "蓝队与红队见面", False),
    ],
)
def test_a_match_is_told_from_either_side(one: str, other: str, same: bool) -> None:
    assert one_match(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("国际汽车工业展览会", "车展", True),
        ("妇女联合会", "妇联", True),
        ("国际汽车工业展览会", "书展", False),
        ("国际汽车工业展览会", "业展", False),  # no name begins in the third word
        ("展览", "车展", False),
    ],
)
def test_a_letter_of_each_word_is_a_name(one: str, other: str, same: bool) -> None:
    assert short_names(Run(one, False, "", ""), Run(other, False, "", "")) is same
    assert short_names(Run(other, False, "", ""), Run(one, False, "", "")) is same


def test_a_short_name_may_share_its_first_letter_with_the_long_one() -> None:
    long = Run("科技创新", False, "市", "大赛")
    assert short_names(Run("创", False, "市科", "大赛"), long)
    assert not short_names(Run("创", False, "市文", "大赛"), long)


@pytest.mark.parametrize(
    ("run", "words"),
    [
        (Run("督", False, "提案", "办会"), "督办"),
        (Run("办", False, "提案督", "会"), "督办"),
        (Run("提案", False, "", "督办会"), "提案"),
    ],
)
def test_a_run_is_told_in_whole_words(run: Run, words: str) -> None:
    assert in_words(run).words == words


def test_what_names_nothing_is_slight() -> None:
    assert is_slight(Run("已经", False, "刘强", "检查"))
    assert is_slight(Run("率队", False, "刘强", "检查"))
    assert not is_slight(Run("医院", False, "刘强", "检查"))


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        # one deed in two words, with and without the ground, the people, the outcome
        ("2024年5月6日，新桥路因管道改造封闭。", "2024年5月6日，新桥路全封闭，车辆须绕行。", 1),
        ("2024年5月6日，百余名市民在江岸公园参加健步走大会。", "2024年5月6日，健步走大会在江岸公园举行。", 1),
        ("2024年5月6日，北关一仓库起火。", "2024年5月6日，北关一仓库突发大火，无人受伤。", 1),
        ("2024年5月6日，东华大桥恢复通车。", "2024年5月6日，封闭半年的东华大桥恢复通行。", 1),
        ("2024年5月6日，话剧《家书》在江岸剧院首演。", "2024年5月6日，话剧团在江岸剧院演出《家书》。", 1),
        ("2024年5月6日，旬阳市在深圳召开的现场会上发言。", "2024年5月6日，旬陽市在深圳召開的現場會上發言。", 1),
        # a year, a season or a month, and a day in it
        ("1958年，沈从山考入江岸大学历史系。", "1958年秋，沈从山进入江岸大学历史系学习。", 1),
        ("1958年，江岸造船厂建成投产。", "1958年10月1日，江岸造船厂建成投产。", 1),
        ("1958年，江岸造船厂建成投产。", "1958年10月1日，江岸造船厂建成投产。10月8日，江岸造船厂开除一批工人。", 2),
        ("1958年，江岸造船厂建成投产。", "1959年10月1日，江岸造船厂建成投产。", 2),
        # nothing but that something begins; what another does about it
        ("2024年5月6日，全面启动。", "2024年5月6日，秋季征兵工作全面启动。", 2),
        # another's deed, a part, another site, a unit
        ("2024年5月6日，总理致电祝贺沈从山当选总统。", "2024年5月6日，沈从山当选新总统。", 2),
        ("2024年5月6日，江岸丰收节开幕。", "2024年5月6日，江岸丰收节摄影展开幕。", 2),
        ("2024年5月6日，江岸大学举行毕业典礼。", "2024年5月6日，江岸大学医学院举行毕业典礼。", 2),
        ("2024年5月6日，科技周讲座在和平医院举行。", "2024年5月6日，科技周讲座在江岸中学举行。", 2),
        ("2024年5月6日，话剧《家书》在江岸剧院演出。", "2024年5月6日，《家书》研讨会在江岸剧院举行，话剧界参加。", 2),
        ("2024年5月6日，市政府通过《绿化条例》。", "2024年5月6日，市政府公布《绿化条例》。", 2),
    ],
)
def test_two_documents_in_other_words(one: str, other: str, events: int) -> None:
    stories = [tell(document(f"{name}.txt", text)) for name, text in zip("甲乙", (one, other), strict=True)]
    assert len(merge(stories).events) == events


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.example)
def test_a_deed_has_one_frame(frame: Frame) -> None:
    assert frame.pattern.search(frame.example)
    assert framed(frame.example) == frame.told


@pytest.mark.parametrize(
    "title",
    [
        "书画展在文化馆开展", "红队对阵蓝队", "市政府部署防汛", "三车间完工", "第三项议程", "某人失踪", "中国首都机场",
        "张敏获得冠军奖金", "台风登陆温岭", "中心任命仪式", "新闻发布会", "新校服发放",
    ],
)  # fmt: skip
def test_what_is_no_frame_stays(title: str) -> None:
    assert framed(title) == title


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        # a body, a road by its short and by its long name
        ("江岸市妇联慰问环卫工人", "江岸市妇女联合会为环卫工人送清凉", 1),
        ("最高法公布典型案例", "最高人民法院发布10件典型案例", 1),
        ("G25高速江岸段三车追尾", "长深高速江岸段发生一起追尾事故", 1),
        ("国道312线货车侧翻", "312国道一辆货车侧翻", 1),
        ("国道312线货车侧翻", "310国道一辆货车侧翻", 2),
        ("长深高速江岸段发生追尾", "京沪高速江岸段发生追尾", 2),
        ("江岸市妇女联合会举办讲座", "江岸市文学艺术界联合会举办讲座", 2),
        # an empty verb, a passive, a count, an office from its other end
        ("江岸市市场监管局对养老院进行消防检查", "江岸市市场监管局检查养老院消防", 1),
        ("江岸市市场监管局对养老院进行消防检查", "江岸市市场监管局对酒店进行消防检查", 2),
        ("国务院任命沈从山为水利部副部长", "沈从山任水利部副部长", 1),
        ("沈从山辞去局长职务", "沈从山卸任局长", 1),
        ("沈从山接任局长", "沈从山辞去局长职务", 2),
        ("沈从山在全国锦标赛蛙泳决赛中摘金", "沈从山夺得全国锦标赛蛙泳金牌", 1),
        ("沈从山夺得全国锦标赛蛙泳金牌", "沈从山夺得全国锦标赛蛙泳银牌", 2),
        ("江岸县政府部署抗旱工作", "江岸县政府召开抗旱工作会议", 1),
        ("江岸县政府部署抗旱工作", "江岸县政府召开防火工作会议", 2),
        ("国产首艘科考船完成检修后复航", "我国首艘科考船恢复运营", 1),
        ("省气象台拉响高温红色预警", "省气象台发布高温红色预警信号", 1),
        ("沈某被判处死刑", "沈某被执行死刑", 2),
        ("江岸化工集团登陆科创板", "江岸化工集团在科创板上市", 1),
        ("检察院批准逮捕沈某", "沈某被检察院提起公诉", 2),
        ("江岸老年公寓投入运营", "江岸老年公寓开业", 1),
        ("江岸老年公寓封顶", "江岸老年公寓开业", 2),
        ("江岸县政府与海岳集团签约", "海岳集团与江岸县政府签署战略合作协议", 1),
        ("江岸第一中学举行成人礼", "江岸一中高三学子参加成人仪式", 1),
        ("八千名跑者参加江岸全程马拉松", "江岸全马开跑", 1),
        # whose it was is in the other title
        ("科技节在江岸中学举行", "江岸中学科技节开幕", 1),
        # a house lies in the country
        ("马来西亚总理访华，在人民大会堂会谈", "国家主席在人民大会堂会见马来西亚总理", 1),
    ],
)
def test_two_papers_frame_one_deed(one: str, other: str, events: int) -> None:
    texts = (
        document(f"{name}.txt", f"2024年5月6日，{text}。") for name, text in zip("甲乙", (one, other), strict=True)
    )
    assert len(merge([tell(text) for text in texts]).events) == events


def test_what_one_document_tells_apart_stays_apart() -> None:
    both = document("甲.txt", "2024年5月12日，江岸书院举办茶会。\n\n2024年5月12日，江岸书院举办诗会。")
    third = document("乙.txt", "2024年5月12日，江岸书院举办诗茶会。")
    assert len(merge([tell(both), tell(third)]).events) == 2


def test_two_meetings_of_one_body_on_one_day_are_both_told() -> None:
    text = "2024年3月22日，东山镇召开防汛工作会议。\n\n2024年3月22日，东山镇召开信访工作会议。"
    assert len(tell(document("甲.txt", text)).events) == 2


def test_what_one_of_two_tells_as_its_subject_is_no_minor_event() -> None:
    (one,) = tell(document("甲.txt", "2024年5月12日，江岸书院举办茶会。")).events
    (other,) = tell(document("乙.txt", "2024年5月12日上午，江岸书院举办茶会。")).events
    for weights in product(Weight, repeat=2):
        pair = [replace(event, weight=weight) for event, weight in zip((one, other), weights, strict=True)]
        (both,) = merged(pair)
        assert both.weight is (Weight.CORE if Weight.CORE in weights else Weight.MINOR)
