"""Morphemes and islands: what starts an expression, what goes on, and how the engine is kept fast."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.find import find
from timeline.find.counts import _SCOUT, counts
from timeline.find.morphemes import LONGEST_ISLAND, islands
from timeline.lexicon import lexicon, name_endings
from timeline.model import Document, Offsets, Script
from timeline.text import document


def kinds(text, hant=False):
    return [[morpheme.kind for morpheme in island] for island in islands(text, hant=hant)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月10日", ["month", "day"]),
        ("民国三十四年", ["era", "years"]),
        ("第三十三次全国助残日", ["ordinal", "occasion"]),
        ("两个半月后", ["amount", "later"]),
        ("上月最后五天", ["relative_month", "last_of", "amount"]),
        ("5月中下旬", ["month", "tens"]),
        ("周五9点", ["weekday", "hour"]),
        ("今(14日)", ["this_day"]),
        ("六月初六", ["month", "lunar_day"]),
    ],
)
def test_islands(text, expected):
    assert kinds(text) == [expected]


@pytest.mark.parametrize(
    "text",
    ["一个人", "十分高兴", "一点也不", "第三人民医院", "二十大报告", "三个年", "一年级", "第八版", "FM101.2", "零点五"],
)
def test_nothing_is_found(text):
    assert find(document("test", text)) == ()


def test_three_digits_are_a_year_in_traditional_script_only():
    assert [found.kind for found in counts("107年", hant=True)] == ["three_digit_year"]
    assert [found.kind for found in counts("107年", hant=False)] == ["long_years"]


def test_an_island_is_bounded():
    assert all(len(island) <= LONGEST_ISLAND for island in islands("5月5日至" * 500, hant=False))


@pytest.mark.parametrize(
    "pattern", [_SCOUT, lexicon().start.scout, name_endings()[0]], ids=["numerals", "words", "names"]
)
def test_scouts_are_led_by_a_class(pattern):
    """The engine skips to a class of characters, but tries everything else at each place: some 15 times slower."""
    assert re._parser.parse(pattern.pattern)[0][0] is re._constants.IN


def plain(text):
    return Document(name="test", raw=text, text=text, offsets=Offsets(), blocks=(), script=Script.HANS)


HOSTILE = [
    "1234567890",
    "1年2月3日4时5分",
    "5月5日至5月6日至",
    "1-2-3/4.5:6",
    "月月年年日日",
    "零第",
    "5月(5月(",
    "每周一、",
    "第第一",
    "廿廿",
    "月1日 ",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_cost_is_linear(unit):
    """Four times the text may not cost much more than four times the time."""
    times = []
    for size in (20_000, 80_000):
        text = plain((unit * size)[:size])
        start = time.process_time()
        find(text)
        times.append(time.process_time() - start)
    assert times[1] < 12 * times[0] + 0.2


PIECES = st.lists(
    st.sampled_from(
        [
            *"0123456789年月日号时点分秒周天第一二三十廿初上下旬前后内起至到—-~/.:()“”、， 。\n\t　（）：％",
            *"半个每逢近今明去闰农历民国助残春节星期",
            "全国",
            "截止",
            "ＡＢ",
            "5月",
            "2022年",
        ]
    ),
    max_size=40,
).map("".join)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("八点", [["hour"]]),
        ("19年", [["short_year"]]),
        ("以下八点", [["loose_hour"]]),
        ("一共19年", [["two_digit_year"]]),
    ],
)
def test_what_is_all_there_is_is_asked_for(text, expected):
    """八点 in prose is a count, 19年 a length; alone they are an hour and a year."""
    assert kinds(text) == expected


@given(PIECES | st.text(max_size=60))
def test_any_text_is_read(text):
    """Nothing raises; spans lie in order, never overlap, and cut their own words out of the raw text."""
    source = document("test", text)
    end = 0
    for found in find(source):
        assert text[found.span.start : found.span.end] == found.text
        assert found.text
        assert found.span.start >= end
        end = found.span.end
        assert source.raw_span(found.at) == found.span


@given(PIECES, PIECES)
def test_lines_are_read_apart(first, second):
    """What stands in one paragraph changes nothing in the next."""
    from timeline.find import _sound

    first, second = first.replace("\n", "") + "。", second.replace("\n", "") + "。"
    alone = [found.text for part in (first, second) for found in _sound(document("test", part))[0]]
    together = [found.text for found in _sound(document("test", f"{first}\n{second}"))[0]]
    assert together == alone
