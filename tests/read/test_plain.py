"""Bytes of a text file become exactly the text that was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.read.encoding import decode
from timeline.read.plain import text_of


@given(st.text())
def test_a_text_comes_back_as_it_was_written(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(b"\xef\xbb\xbf" + text.encode()).text == text
        assert "\0" in text or decode(text.encode()).text == text


@pytest.mark.parametrize("text", ["5月\r\n12日", "5月\r12日", "5月\n12日\n", "\u2028\x0b\x85", "5月\r\n\n12日\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_line_ends_stay_as_they_are(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_what_cannot_be_read_of_a_text_is_counted() -> None:
    text, (remark,) = text_of("5月12日，举行开幕式。".encode() * 9 + b"\xff" + "5月13日闭幕。".encode())
    assert (text.count("\ufffd"), remark.rule, remark.values["count"]) == (1, "read-lost", 1)


def test_a_zero_byte_in_a_text_costs_nothing() -> None:
    assert text_of("5月12日，\0举行开幕式。".encode() * 9) == ("5月12日，\0举行开幕式。" * 9, ())


@pytest.mark.parametrize("wrong", ["gb18030", "latin-1", "cp1252"])
def test_a_text_that_was_saved_in_the_wrong_encoding_is_noticed(wrong: str) -> None:
    text = "各有关单位：定于2022年5月15日举行开幕式，请准时参加。"
    garbled = text.encode().decode(wrong, "replace")
    assert [remark.rule for remark in text_of(garbled.encode())[1]] in (["read-garbled"], ["read-lost"])
    assert text_of(text.encode())[1] == ()
