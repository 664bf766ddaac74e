"""The encoding of a Chinese text is found, however short the text, and whatever it says of itself."""

from pathlib import Path

import pytest

from tests.read.rendering import traditional
from timeline.read.encoding import EncodingError, decode, garbled

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
SHORT = [
    "5月12日开会",
    "二〇二二年五月十五日，",
    "第三十二次全国助残日",
    "明天上午9点半",
    "开幕",
    "联系人：王某某 电话 12345678",
]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "utf-16-le", "big5hkscs"])
@pytest.mark.parametrize("length", [60, 300, 3000])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_seed_is_read_in_every_encoding(path: Path, length: int, encoding: str) -> None:
    text = path.read_bytes().decode()[:length]
    if encoding == "big5hkscs":
        text = traditional(text)
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", SHORT)
def test_a_line_is_enough(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    "text", ["香港中環於五月十二日舉行開幕禮", "食環署喺旺角嘅攤檔", "聯絡人：陳先生（內線一二三）"]
)
def test_the_characters_of_hong_kong(text: str) -> None:
    assert decode(text.encode("big5hkscs")).text == text


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("gb2312", "gb18030"), ("GBK", "gb18030"), ("big5", "big5hkscs"), ("UTF-8", "gb18030"), ("x-user", "gb18030")],
)
def test_what_is_declared_is_the_narrower_name_or_wrong(declared: str, encoding: str) -> None:
    text = "定於5月12日在堃熙樓舉行開幕禮" if encoding == "big5hkscs" else "定于5月12日在堃熙楼举行开幕式€"
    assert decode(text.encode(encoding), declared) == (text, encoding, 0)


def test_the_mark_is_no_part_of_the_text() -> None:
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        assert decode("5月".encode(encoding)).text == "5月"


@pytest.mark.parametrize("data", [b"\xff", b"\x80\xff\x81", bytes(range(256)), b"\x89PNG\r\n\x1a\n" + bytes(40)])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(EncodingError):
        decode(data)


def test_no_seed_looks_garbled() -> None:
    assert not [path.name for path in SEEDS if garbled(path.read_bytes().decode())]
