"""Bytes of a text file become exactly the text that was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.read.plain import decode


@given(st.text())
def test_a_text_comes_back_as_it_was_written(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode()) == text
    assert decode(b"\xef\xbb\xbf" + text.encode()) == text


@pytest.mark.parametrize("text", ["5月\r\n12日", "5月\r12日", "5月\n12日\n", "\u2028\x0b\x85"])
def test_line_ends_stay_as_they_are(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize("data", ["5月".encode("gb18030"), b"\xff", "5月".encode()[:-1], b"\xed\xa0\x80"])
def test_what_is_no_utf8_is_refused(data: bytes) -> None:
    with pytest.raises(UnicodeDecodeError):
        decode(data)
