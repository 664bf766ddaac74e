"""What follows 在, 到 or 于 in a clause -> the house, road or hill at its head, before what somebody does there."""

from __future__ import annotations

import re

from timeline.events.language.divisions import opens_as_name
from timeline.events.language.segment import has_verb, tags
from timeline.events.language.words import branch, words
from timeline.events.where.placing import NAMED_FOR

# 清河公园, 三号楼前空地, 化学组办公室, 大青山: where somebody does something, as no man, country or thing is.
_WHERE = re.compile(
    rf"(?:{branch(words('premises'))}"
    r"|[村镇乡县街路巷弄桥山湖河堤岛港湾滩园寺庙宫庵祠塔楼厅馆室所站校厂矿店堂殿阁亭]|[^学]院"
    r"|(?<![人户进借])口|办公室|(?:电视|气象|天文|观景)台|(?:前|后|旁|边)?(?:空地|草坪|草地|院子)|遗址|旧址|[东西南北][麓岸坡]|[小社展]区|(?<=[一-鿿]{3})中心|水库|[仓车]库|车间|营地|泳池)"
    r"(?:[A-Za-z]?\d{1,4}室?|[一二三四五六七八九十]{1,3}[楼层]|[东南西北]侧|旁|对面|前|内|里|一带|附近|门外)?$"
)
_ANY = ("n", "s", "f", "r", "t")  # 农村, 山区: any of its kind
_DOES = ("v", "a", "d", "p", "")  # how the first word of a deed is tagged
_NO_DEED = ("的", "在", "于", "与", "和", "及")
_AMID = re.compile(r"[上下中里时后前间际]$|的")  # 在市图书馆老师帮助下: no house, but what it is done with
_NAMED_FOR = re.compile(NAMED_FOR)
_NAME = 2  # characters that are too few for such a name


def where_done(words_: str) -> int:
    """Where a place ends at which somebody does something; 0 where the words begin with none.

    >>> where_done("清河公园清理垃圾"), where_done("大青山迎接日出"), where_done("农村生活"), where_done("年底完成")
    (4, 3, 0, 0)
    >>> where_done("市电视台播出"), where_done("市图书馆馆长陪同下参观")
    (0, 0)
    """
    best = position = 0
    head, mark, _ = words_.partition("《")
    if mark and len(head) > _NAME and _WHERE.search(head) and not has_verb(head):
        return len(head)  # 西门展区《年年有余》灯组旁|设摊
    found = tags(words_)
    for number, (word, tag) in enumerate(found):
        of_any_name = number == 1 and found[0][1] in _ANY and not opens_as_name(words_)
        last = number == len(found) - 1 or len(word) == 1
        does = tag[:1] in _DOES and (tag != "vn" or last) and word not in _NO_DEED
        if does and position > _NAME and not of_any_name and _is_ground(words_, position, word):
            best = position
        position += len(word)
    return best


def _is_ground(words_: str, end: int, deed: str) -> bool:
    """Whether the words up to an end name where the deed behind them is done."""
    place, rest = words_[:end], words_[end:]
    if place.endswith("台") and deed[0] in "播映首":
        return False  # on the air
    if has_verb(place):
        return False  # 在家属陪同下到派出所|投案
    named_for = _NAMED_FOR.match(words_, end + len(deed)) is not None
    return _WHERE.search(place) is not None and deed[0] != "会" and not named_for and not _AMID.search(rest)
