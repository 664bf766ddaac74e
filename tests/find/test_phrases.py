"""Every row of the table reads its examples, in every disguise, whatever its place in the table."""

import random
import re

import pytest

from timeline.find import divide, find, phrases
from timeline.find.automaton import Automaton
from timeline.find.morphemes import islands
from timeline.find.shapes import SUBSHAPES
from timeline.model import ExpressionKind
from timeline.text import document
from timeline.text.folding import fold

EXAMPLES = [(phrase, text, value) for phrase in phrases() for text, value in phrase.examples.items()]
NAMES = [f"{phrase.name}: {text}" for phrase, text, _ in EXAMPLES]

# The simplified characters of the examples that a traditional page writes otherwise.
TRADITIONAL = str.maketrans(
    "点时号周礼间来届个后两开从内几钟国际残疾颖农历闰腊刚经总数应动预节读书备华为总当议认识预备实这过里许历双黄庆"
    "纪学几",
    "點時號週禮間來屆個後兩開從內幾鐘國際殘疾穎農曆閏臘剛經總數應動預節讀書備華為總當議認識預備實這過裡許歷雙黃慶紀學幾",
)
FULL_WIDTH = str.maketrans({chr(0x21 + i): chr(0xFF01 + i) for i in range(94)})


def values(text):
    return [(found.phrase, found.value) for found in find(document("test", text))]


@pytest.mark.parametrize(("phrase", "text", "value"), EXAMPLES, ids=NAMES)
class TestExamples:
    def test_alone(self, phrase, text, value):
        assert values(text) == [(phrase.name, value)]

    def test_in_prose(self, phrase, text, value):
        assert values(f"据悉，{text}，各地举办活动。") == [(phrase.name, value)]

    def test_traditional(self, phrase, text, value):
        twin = text.translate(TRADITIONAL)
        assert fold(twin) == fold(text)
        assert values(twin) == [(phrase.name, value)]

    def test_full_width(self, phrase, text, value):
        said = values(text.translate(FULL_WIDTH))
        assert [name for name, _ in said] == [phrase.name]
        if "+" not in text:  # the zone keeps its letters as they are written
            assert said == [(phrase.name, value)]

    def test_span(self, phrase, text, value):
        assert phrase.build
        assert value == phrase.examples[text]
        prose = f"据悉，{text}，各地举办活动。"
        (found,) = find(document("test", prose))
        assert prose[found.span.start : found.span.end] == found.text
        assert found.text in text


def test_every_row_has_examples():
    assert [phrase.name for phrase in phrases() if not phrase.examples] == []


def test_names_of_rows_are_unique():
    names = [phrase.name for phrase in phrases()]
    assert len(set(names)) == len(names)


def islands_of_examples():
    return sorted(
        {
            tuple(morpheme.kind for morpheme in island)
            for _, text, _ in EXAMPLES
            for island in islands(fold(text), hant=False)
        }
    )


def test_no_two_rows_tie():
    """Two rows of one length would make the order of the table matter."""
    rows = [(phrase.name, Automaton([phrase.shape])) for phrase in phrases()]
    for kinds in islands_of_examples():
        for first, last, phrase in divide(kinds):
            fitting = [name for name, row in rows if row.longest(kinds[first:last], 0) == (last - first, 0)]
            assert fitting == [phrase.name], kinds


def test_order_of_the_table_changes_nothing():
    """The longest phrase wins: reading with the rows in any order gives the same division."""
    rows = list(phrases())
    for seed in range(3):
        random.Random(seed).shuffle(rows)
        shuffled = Automaton([phrase.shape for phrase in rows])
        for kinds in islands_of_examples():
            at, cuts = 0, []
            while at < len(kinds):
                end, row = shuffled.longest(kinds, at) or (at + 1, None)
                if row is not None:
                    cuts.append((at, end, rows[row].name))
                at = end
            assert cuts == [(first, last, phrase.name) for first, last, phrase in divide(kinds)]


def test_every_sub_shape_is_used():
    text = " ".join([*(phrase.shape for phrase in phrases()), *SUBSHAPES.values()])
    assert [name for name in SUBSHAPES if not re.search(rf"\b{name}\b", text)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议定于5月10日、12日和15日举行", ["5月10日", "12日", "15日"]),
        ("假期在7、8月，开放日为周二、四", ["7", "8月", "周二", "四"]),
        ("上午9、10点各一场，5月3、4日加演", ["上午9", "10点", "5月3", "4日"]),
        ("2019、2020年两次修订", ["2019", "2020年"]),
        ("一月及二月份内缴款", ["一月", "二月份内"]),
        ("請於113/04/23前申報", ["113/04/23前"]),
        ("下週日（24日）下午1時17分，週三（27日）", ["下週日（24日）下午1時17分", "週三（27日）"]),
        ("三月二日起駕，五日清晨返回", ["三月二日", "五日清晨"]),
        ("展期延長一個月至今年九月三十日", ["一個月", "今年九月三十日"]),
        ("今年五月台灣首次爆發", ["今年五月"]),
        ("班機1610 時起飛，1632時失聯", ["1610 時", "1632時"]),
        ("106 年 11\n\n\n月 21 日初審", ["106 年 11\n\n\n月 21 日"]),
        ("8月\n1\n開學\n8月\n15\n註冊\n9月\n3\n上課", ["8月\n1", "8月\n15", "9月\n3"]),
        ("8月\n1\n開學", ["8月"]),
        ("傷者留醫2日不治，2日發喪", ["2日", "2日"]),
        ("花上12个小时，凌晨零时才到，21点多入住", ["12个小时", "凌晨零时", "21点多"]),
        ("大正4年(1915)動工", ["大正4年(1915)"]),
        ("9月25-26日(星期四~五)辦理", ["9月25-26日(星期四~五)"]),
        ("甲辰龙年春节前夜", ["甲辰龙年春节前夜"]),
        ("自2020年1月1日起施行", ["2020年1月1日起"]),
        ("2010年“8·8”泥石流、2021年“7.20”特大暴雨，“7.20”版", ["2010年", "8·8", "2021年", "7.20"]),
        ("报名从5月1日开始，到6月10日截止", ["5月1日开始，到6月10日"]),
        ("自5月10日至12日止", ["5月10日至12日"]),
        ("截至2019年底，全省共有三千人", ["2019年底"]),
        ("第三十次全国助残日（5月17日）", ["第三十次全国助残日", "5月17日"]),
        ("13:30 ~\n 18:00", ["13:30 ~\n 18:00"]),
        ("5月15日前往北京", ["5月15日"]),
        ("5月15日后勤人员到位", ["5月15日"]),
        ("今年中秋节放假三天", ["今年中秋节", "三天"]),
        ("一九八三年九月一日，八一路通车", ["一九八三年九月一日"]),
        ("嘉靖十五年建", ["嘉靖十五年"]),
        ("2013年国际残疾人日，残疾人日益受到关注", ["2013年国际残疾人日"]),
        ("6月10日（星期五）晚，7月28日晚间", ["6月10日（星期五）晚", "7月28日晚间"]),
        ("六月初六晒红绿", ["六月初六"]),
        ("我省5月 15 日 举办", ["5月 15 日"]),
        ("上午9时至下午5时开放", ["上午9时至下午5时"]),
    ],
)
def test_spans(text, expected):
    assert [found.text for found in find(document("test", text))] == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2022年5月15日", ExpressionKind.DATE),
        ("下午3点", ExpressionKind.TIME),
        ("9:00-11:30", ExpressionKind.TIME),
        ("5月10日至12日", ExpressionKind.PERIOD),
        ("今年上半年", ExpressionKind.PERIOD),
        ("5月30日前", ExpressionKind.DEADLINE),
        ("三天", ExpressionKind.DURATION),
        ("每周三", ExpressionKind.SET),
        ("助残日期间", ExpressionKind.OBSERVANCE),
    ],
)
def test_kinds(text, kind):
    assert [found.kind for found in find(document("test", text))] == [kind]
