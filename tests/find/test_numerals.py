"""Numerals: what they say, and that writing a number and reading it again gives the number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.find.numerals import number

DIGITS = "零一二三四五六七八九"


def chinese(value: int) -> str:
    """A number below ten thousand as it is said."""
    if value < 10:
        return DIGITS[value]
    words, gap = "", False
    for power, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + sign
            gap = False
        else:
            gap = True
    return words.removeprefix("一") if words.startswith("一十") else words


@given(st.integers(min_value=0, max_value=9999))
def test_spoken(value):
    assert number(chinese(value)) == value


@given(st.integers(min_value=0, max_value=9999))
def test_digit_by_digit(value):
    assert number("".join(DIGITS[int(digit)] for digit in f"{value:04d}")) == value


@given(st.integers(min_value=0, max_value=99_999_999))
def test_figures(value):
    assert number(str(value)) == value
    assert number(f"{value:,}") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("廿三", 23),
        ("卅一", 31),
        ("廿", 20),
        ("两千零八", 2008),
        ("二〇二二", 2022),
        ("十", 10),
        ("2千", 2000),
        ("三万五千", 35000),
    ],
)
def test_other_forms(text, value):
    assert number(text) == value


def test_other_words_are_no_number():
    with pytest.raises(ValueError, match="春"):
        number("春")
