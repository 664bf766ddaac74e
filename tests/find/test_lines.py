"""Dates that only their lines make: columns of years, and numbers in columns that are none."""

import pytest

from timeline.find import find
from timeline.text import document


def words(text):
    return [found.text for found in find(document("test", text))]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("| 1907 | 出生 |\n| 1923 | 赴日 |\n| 1927 | 入选 |", ["1907", "1923", "1927"]),
        ("1895\n生于嘉义\n1924\n东京求学\n1926\n入选帝展", ["1895", "1924", "1926"]),
        ("1986 获奖\n1962 任教\n1935 参展", ["1986", "1962", "1935"]),
        ("1905年创立\n1938.11.11 校舍毁于大火\n2005 百年校庆", ["1905年", "1938.11.11", "2005"]),
    ],
)
def test_columns_of_years(text, years):
    assert words(text) == years


@pytest.mark.parametrize(
    "text",
    [
        "1907\n出生\n1923\n赴日",  # two are no column
        "1900\n甲区\n1800\n乙区\n1500\n丙区",  # prices are round
        "1923\n甲\n1907\n乙\n1935\n丙",  # they go to and fro
        "1923元\n1927元\n1935元",
    ],
)
def test_columns_of_numbers(text):
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("校历\n第11—12周 实习\n第13周 答辩", ["第11—12周", "第13周"]),
        ("本学期第3至第5周补课，第19-20周考试。", ["本学期第3至第5周", "第19-20周"]),
        ("孕期保健\n第11—12周 建档", []),
        ("预告\n3.18 开幕\n3.19-20 论坛\n3.22 闭幕", ["3.18", "3.19-20", "3.22"]),
    ],
)
def test_weeks_and_days_of_lines(text, found):
    assert words(text) == found
