"""The words that open a clause -> the name of the Chinese person with which they begin."""

from __future__ import annotations

import re

from timeline.events.language.segment import is_word, lacks_subject
from timeline.events.language.words import branch, words

_PERSON = re.compile(rf"{branch(words('surname'))}[一-鿿]{{1,2}}")
_AFTER_NAME = re.compile(
    r"[,(“《\d ]|[原本又别艺笔乳学]名|[今昨明前去同次当][天日晚晨年月]|"
    r"同志|先生|女士|小姐|老人|老师|夫人|院士|教授|博士|医生|主任|主席|总统|总理|书记|代表|委员|董事长|(?:总?经|总)理|"
    r"[部省市县区镇乡局处科校院馆会社厂站队]长|"
    r"[赛会事课战]后|[赛会]前|当[场众即]|日前|近日|"
    r"近(?=[一两几半数\d十年期日来])|[在于自从因曾已也将被与和是为又还并再由则均都就]"
)


def person_of(words_: str) -> str | None:
    """The name of a Chinese person that opens some words: a surname, one or two characters more, no word by itself.

    >>> person_of("沈从山考入美术学院"), person_of("刘若英,歌手"), person_of("高考在六月"), person_of("方案公布")
    ('沈从山', '刘若英', None, None)
    >>> person_of("沈从先同志积劳成疾")
    '沈从先'
    """
    match = _PERSON.match(words_)
    if match is None or is_word(match[0]):
        return None
    for end in sorted({match.end(), match.end() - 1}, reverse=True):
        name, rest = words_[:end], words_[end:]
        if end == len("陈老") and _OLD.match(words_, 1):
            continue  # 陈老先生 is no 陈老
        if end < 2 or name[2:] in _NO_END or is_word(name) or (rest and is_word(words_[end - 1 : end + 1])):
            continue
        if is_word(words_[:2]) and not (end > 2 and _SURELY.match(rest)):
            continue
        if not rest or _AFTER_NAME.match(rest) or lacks_subject(rest[:12]):
            return name
    return None


# 周长芸因病逝世: a person, though 周长 is a word
_SURELY = re.compile(r"因病|同志|先生|女士|院士|教授|逝世|去世|病逝|生于|出生|\((?:\d{4}|[男女])|,[男女],")
_OLD = re.compile("老(?:先生|太太|夫人|师|师傅)")
_NO_END = tuple("因被把")  # 张某因醉驾被查: no third character of a name


# 集团创办人、有“灯王”之称的: how somebody is spoken of, before the name.
_EPITHET = re.compile(r"[^,。]{0,24}?[有为称]“[^“”]{1,10}”(?:之[称誉])?的")


def spoken_of(text: str) -> int:
    """Where the name of somebody begins behind what is said of them; 0 where a text does not begin so.

    >>> spoken_of("集团创办人、有“灯王”之称的沈从山逝世"), spoken_of("名为“远方”的展览开幕")
    (14, 0)
    """
    match = _EPITHET.match(text)
    return match.end() if match and person_of(text[match.end() : match.end() + 8].replace("\0", ",")) else 0
