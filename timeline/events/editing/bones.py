"""A clause that no single strike makes short enough -> what carries it: who, the deed, and what is done.

What is struck is struck whole: the attribute before its noun, the phrase of a preposition before its deed, the later
members of a list, the words before the noun that an object ends in. What remains is a sentence and no beginning of one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from timeline.events.language.phrases import LONGEST, Phrase, paired, trim
from timeline.events.language.segment import begins_with_verb, tags
from timeline.events.language.words import verbs

_SHORTEST = 8  # characters that must remain
_MILD = 4  # of the strikes: those that leave the name of the thing alone


class Bone(NamedTuple):
    """A strike, and clauses with what it leaves of them."""

    name: str
    strike: Callable[[Phrase], Phrase]
    examples: dict[str, str]


def bared(part: Phrase, *, whole: bool = False) -> Phrase:
    """A phrase after as many of the strikes as make it short enough; `whole` leaves the name of the thing alone."""
    for bone in BONES[:_MILD] if whole else BONES:
        if part.size <= LONGEST:
            break
        struck = trim(bone.strike(part))
        part = struck if struck.size >= _SHORTEST else part
    return part


def _says(text: str) -> bool:
    """Whether a text says that something is done: by the tables of verbs, or by a word of the dictionary inside it."""
    return bool(verbs(text)) or any(tag in ("v", "vd", "vi") and len(word) > 1 for word, tag in tags(text)[:-1])


def _known(word: str) -> bool:
    return len(word) > 1 and any(span == (0, len(word)) for span, _ in verbs(word))


def _without(part: Phrase, start: int, end: int) -> Phrase | None:
    """The phrase without a stretch, where that tears no marks apart."""
    return part.without(start, end) if end > start and paired(part.text[start:end]) else None


_OF = re.compile("的(?=[^的,。]{8,})")
_DONE = re.compile("[了过]")  # 打破了某人创下的纪录: what is said of the object
_AMONG = re.compile("包括[^,“”]{2,30}?在内的")


def _attribute(part: Phrase) -> Phrase:
    """Who or what does it, without what is said of them."""
    if match := _AMONG.search(part.text):
        part = part.without(*match.span())
    for match in _OF.finditer(part.text):
        rest = part.cut(match.end(), len(part.text))
        if (
            rest.size <= LONGEST
            and paired(part.text[: match.end()])
            and not begins_with_verb(rest.printed)
            and _says(rest.printed[2:])
            and not _DONE.search(part.text[: match.start()])
            and not _of_a_phrase(part.text[: match.start()])
        ):
            return rest
    return part


def _of_a_phrase(text: str) -> bool:
    """Whether the noun behind an attribute is that of a preposition: 以十八岁的年龄, 将八公斤的炸药."""
    waits, done = False, False
    for word, tag in tags(text):
        if word in _PREPOSITIONS or word in ("将", "把", "被", "由"):
            waits = waits or not done  # 改编自小说 waits for no deed
        done = tag in ("v", "vd", "vi") and len(word) > 1
        waits = waits and not done
    return waits


_PREPOSITIONS = frozenset(
    "以 对 对于 就 从 自 经 通过 根据 按照 依照 依 因 因应 为 为了 向 在 于 跟 同 针对 随着 面对 沿 借 凭 凭借".split()
)
_ADVERBS = frozenset("已 将 也 还 又 均 都 再 并 正 正式 共同 共 分别 首次 再次".split())


def _prepositional(part: Phrase) -> Phrase:
    return _without_phrase(part)


def _of_whom(part: Phrase) -> Phrase:
    """Even of whom it is done, where all else is too long: half a sentence would say less."""
    return _without_phrase(part, whatever=True)


def _without_phrase(part: Phrase, *, whatever: bool = False) -> Phrase:
    position, start, found = 0, -1, part
    for word, tag in tags(part.text):
        deed = (tag in ("v", "vd", "vi") and len(word) > 1) or word in _ADVERBS or _known(word)
        if start < 0 and word in _PREPOSITIONS:
            start = position
        elif start >= 0 and deed and position - start >= 5 and _says(part.text[position:]):
            if not whatever and part.text[start] == "对" and _ends_in_deed(part.text[position:]):
                break
            struck = _without(part, start, position)
            if struck is not None and struck.size >= _SHORTEST:
                found, start = struck, -1
                if found.size <= LONGEST:
                    break
        position += len(word)
    return found if found.size <= LONGEST else part


def _ends_in_deed(text: str) -> bool:
    """Whether what follows a phrase with 对 is but a deed: 对某人批捕, 对工厂进行了采访 tell of whom it is done."""
    found = tags(text)
    deeds = [word for word, tag in found if tag[:1] not in ("d", "u") and tag != "ad"]
    light = bool(deeds) and deeds[0] in _LIGHT
    return len(deeds) == 1 or (light and all(tag[:1] in ("v", "c", "d", "u") or tag == "ad" for _, tag in found))


_LIGHT = frozenset("进行 开展 给予 予以 加以 作出 做出 展开".split())  # the deed is the noun behind them


_LIST = re.compile(r"、[^、,“”《》]{2,24}")


def _listed(part: Phrase) -> Phrase:
    """The members of a list from the last one back, as long as the deed behind it stays."""
    text = part.text
    members = list(_LIST.finditer(text))
    if len(members) < _MANY:
        return part
    last = members[-1]
    end = _nominal_end(text, last.start() + 1)
    if end < len(text) and not _says(text[end:]):
        return part
    for member in reversed(members):
        struck = _without(part, member.start(), end)
        if struck is None:
            return part
        if struck.size <= LONGEST:
            return struck
    return part


_MANY = 3  # commas of a list that may be shortened


def _nominal_end(text: str, start: int) -> int:
    """Where a member of a list ends: before the deed or the adverb behind it; nowhere where that is not clear."""
    position = start
    for word, tag in tags(text[start:]):
        deed = (tag in ("v", "vd", "vi", "ad") and len(word) > 1) or word in _ADVERBS or _known(word)
        if deed and position > start:
            return position
        if tag in ("c", "p") and word not in ("及", "和", "与", "暨", "以及"):
            return len(text)
        position += len(word)
    return position


_NO_COMPOUND = re.compile(r"[,、的“《是及和与其在于向对从把被将给]|\d年")


def _object(part: Phrase) -> Phrase:
    """参与资源推广服务中心服务专案: what is done, and the end of the long name of its thing."""
    words = tags(part.text)
    position, end = 0, 0
    for word, tag in words:
        position += len(word)
        deed = position > 4 and ((tag in ("v", "vd", "vi") and len(word) > 1) or _known(word))
        if deed and (not end or _NO_COMPOUND.search(part.text[end:])) and position <= LONGEST - _SHORTEST:
            end = position
    name = part.text[end:]
    if not 4 <= end <= LONGEST - _SHORTEST or _NO_COMPOUND.search(name) or not words[-1][1].startswith(("n", "j", "i")):
        return part
    position = 0
    for word, _ in words:
        position += len(word)
        if position > end and len(part.text) - position >= 4:
            struck = _without(part, end, position)
            if struck is not None and struck.size <= LONGEST:
                return struck
    return part


def _second(part: Phrase) -> Phrase:
    """甲会晤乙及丙一行: the first of two, where a deed stands before it."""
    position, found = 0, 0
    for word, tag in tags(part.text):
        if tag == "c" and word in ("及", "及其", "和", "与", "以及", "暨", "并", "或") and 12 <= position <= LONGEST:
            found = position if _says(part.text[:position]) and paired(part.text[:position]) else found
        position += len(word)
    return part.cut(0, found) if found else part


BONES: tuple[Bone, ...] = (
    Bone(
        "attribute",
        _attribute,
        {
            "由某某导演改编自清代作家蒲松龄同名小说的魔幻爱情巨制《画皮》全国公映": "魔幻爱情巨制《画皮》全国公映",
            "曾以多部影片在国际电影节上获得大奖的国宝级女演员李某因病在家中去世": "国宝级女演员李某因病在家中去世",
        },
    ),
    Bone(
        "prepositional",
        _prepositional,
        {
            "调查组已对包括该县在内的北部四县的学校、医院、部分企业完成抗震设防调查": "调查组已完成抗震设防调查",
        },
    ),
    Bone(
        "listed",
        _listed,
        {
            "文化中心、大会堂、上环文娱中心、高山剧场、牛池湾文娱中心、元朗剧院及屯门大会堂将关闭": (
                "文化中心、大会堂、上环文娱中心、高山剧场将关闭"
            ),
        },
    ),
    Bone(
        "second",
        _second,
        {"市长会晤友好城市海滨市山本太郎市长以及邻近的高原町田中次郎町长一行": "市长会晤友好城市海滨市山本太郎市长"},
    ),
    Bone(
        "object",
        _object,
        {
            "志愿者协会参与全市各级校园自由软件数字资源推广服务中心专项计划": (
                "志愿者协会参与各级校园自由软件数字资源推广服务中心专项计划"
            ),
        },
    ),
    Bone(
        "of whom",
        _of_whom,
        {
            "江岸电视台和滨海电视台曾多次对沈从山的制菜厂和新的生产基地进行了采访和报道": (
                "江岸电视台和滨海电视台曾多次进行了采访和报道"
            ),
        },
    ),
)
