"""Bytes -> text, whatever the encoding: by its mark, by what the file declares, else by how common its characters are.

>>> decode("5月12日，举行开幕式。".encode("gb18030")).text, decode("五月十二日舉行開幕式".encode("big5")).encoding
('5月12日，举行开幕式。', 'big5hkscs')
>>> decode("5月12日".encode("utf-16-le")).text
'5月12日'
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from timeline.text.folding import fold


class Decoded(NamedTuple):
    """A text, its line ends and damage included, without the byte order mark."""

    text: str
    encoding: str
    lost: int = 0  # how many characters could not be read; each is U+FFFD in the text


class EncodingError(ValueError):
    """Bytes that are no text: `offset` of the first one that is out of place."""

    def __init__(self, offset: int, byte: int) -> None:
        super().__init__(offset, byte)
        self.offset, self.byte = offset, byte


_MARKS = (  # UTF-32 before UTF-16, whose mark it begins with
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
# What is declared is often the older and smaller set of the same letters.
_WIDER = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "cp936", "ms936", "euc-cn", "x-gbk", "gb_2312-80"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "big5hkscs", "cp950", "x-x-big5", "big5-tw"), "big5hkscs"),
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
}

# The characters of every second place in Chinese print, with those of notices and news.
_COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成"
    "方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使"
    "情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化"
    "老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反"
    "受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且"
    "权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔节县省局委协办届举"
    "副委村镇街服务州京江沪湖河广州园馆厅残障助疫情日月年号星期午晚早讯电记者网站来源编辑发布通知公告喺嘅咗唔嚟佢哋係啲冇"
    "，。、；：？！“”‘’（）《》「」『』【】—…·　"
)
_RARE, _STRANGE, _IMPOSSIBLE = 0.4, -0.5, -3.0
_SAMPLE = 100_000  # bytes that are looked at
_GLANCE = 1000  # characters that tell whether a text is one
_ENOUGH = 0.3  # what the characters of a text score on average, rare ones and all
_DAMAGE = 0.02  # of the characters that may be unreadable in a text that is one all the same
_NO_TEXT = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\ufdd0-\ufdef\ufffe\uffff\ue000-\uf8ff\ufffd]")


def _worth(text: str) -> float:
    """How Chinese a text looks: the mean over its characters but for those of ASCII."""
    counted = [sign for sign in fold(text) if sign > "\x7f" or sign == "\0" or _NO_TEXT.match(sign)]
    return sum(map(_weight, counted)) / len(counted) if counted else 0.0


def _weight(sign: str) -> float:
    if sign in _COMMON:
        return 1.0
    if sign == "\0" or _NO_TEXT.match(sign):
        return _IMPOSSIBLE
    try:
        sign.encode("gb2312")
    except UnicodeEncodeError:
        return _STRANGE
    return _RARE


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, text.count("\ufffd"))


def _sample(data: bytes) -> bytes:
    """The part of the file that tells: from the first byte that is not ASCII, at an even place for UTF-16."""
    match = re.search(rb"[\x80-\xff\0]", data)
    start = max(match.start() if match else 0, 2) // 2 * 2 - 2
    return data[start : start + _SAMPLE]


def _best(data: bytes) -> str | None:
    """The encoding in which the bytes look most like Chinese text; None where they do in none."""
    sample = _sample(data)

    def worth(encoding: str) -> float:
        # Not final: the sample may end inside a character.
        return _worth(codecs.getincrementaldecoder(encoding)("replace").decode(sample))

    value, encoding = max((worth(encoding), -i) for i, encoding in enumerate(_CANDIDATES))
    return _CANDIDATES[-encoding] if value >= _ENOUGH else None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of a file. What it declares of itself is believed where it can be read so.

    Raises EncodingError where the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data.removeprefix(mark), encoding)
    for encoding in filter(None, (_WIDER.get((declared or "").strip().lower()), "utf-8")):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.count("\0") <= len(text) * _DAMAGE and (encoding == "utf-8" or _worth(text[:_GLANCE]) >= 0):
            return Decoded(text, encoding)
    best = _best(data)
    if best is not None:
        found = _lenient(data, best)
        if found.lost <= max(1, len(found.text) * _DAMAGE):
            return found
    raise _refusal(data)


def _refusal(data: bytes) -> EncodingError:
    if (nul := data.find(b"\0")) >= 0:
        return EncodingError(nul, 0)
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return EncodingError(error.start, data[error.start])
    return EncodingError(0, data[0])


_WELL = 0.6  # what any Chinese text scores
_BETTER = 0.3
_TAKEN_FOR = ("gb18030", "cp1252", "latin-1", "big5hkscs")
_LOST = re.compile("\ufffd|锟斤拷")  # 锟斤拷 is U+FFFD twice, read once more as GBK


def garbled(text: str) -> bool:
    """Whether a text was UTF-8 that was read as something else and saved so, or lost much on its way here.

    >>> garbled("中文网页的正文".encode().decode("latin-1")), garbled("中文网页的正文")
    (True, False)
    """
    sample = text[:_GLANCE]
    if len(_LOST.findall(sample)) > len(sample) * _DAMAGE:
        return True
    worth = _worth(sample)
    if worth >= _WELL:
        return False
    return any(
        _worth(sample.encode(name, "replace").decode("utf-8", "replace")) > worth + _BETTER for name in _TAKEN_FOR
    )
