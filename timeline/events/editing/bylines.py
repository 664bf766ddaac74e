"""A clause -> the same without who reports it: the agency and its place before the news, the reporter's name.

>>> from timeline.events.language.phrases import Phrase
>>> without_source(Phrase("(江岸讯)大桥通车", 0)).text
'大桥通车'
>>> without_source(Phrase("通讯社记者李四摄(通讯社记者王五江岸电)大桥通车", 0)).text
'大桥通车'
>>> without_source(Phrase("本报讯(记者 李四)大桥通车", 0)).text, without_source(Phrase("江岸通讯承认亏损", 0)).text
('大桥通车', '江岸通讯承认亏损')
"""

from __future__ import annotations

import re

from timeline.events.language.phrases import Phrase
from timeline.events.language.words import branch, words

_SOURCE = re.compile(
    r"^[^,“()\0]{0,12}(?:记者|通讯员)[^,“()\0]{2,8}摄[ \0]*(?:\([^()]{4,40}[电讯]\))?|"
    r"^\((?:特派|本报|实习)?(?:记者|通讯员|编译)[^()]{0,30}\)|"
    r"^[^,“]{2,16}\((?:特派|本报|实习)?(?:记者|通讯员)[^()]{0,30}\)|"
    r"^\([^(),“]{1,12}[讯电]\)|"
    r"^[【〔\[][^】〕\]]{1,20}[】〕\]]|"
    r"^[^,“\0]{2,12}\0+(?:报[道导]|消息) (?=[^,]{4})|"
    r"^[^,“]{0,24}?(?:(?<!通)讯|消息|(?<![家广国水供发用])电)(?:\([^()]{0,20}\))?[ :,\0]+|"
    r"^[^,“]{0,16}?[电讯]\([^()]{0,30}\)|"
    r"^据[^,“\0《]{0,6}(?:[一-鿿]社|中新网|央视)[^,“\0《]{0,6}(?<![家广国水供发用])电 ?(?![影视话脑台器力动])|"
    r"^[^,“\0]{2,10}(?:供图|供稿|摄影) ?(?=\0)|"
    r"^[^“\0]{0,80}(?<!通)讯 ?(?=\0)|^[^,“\0]{0,16}\0+专?[电讯](?![影视话脑台器力动信请告贺令复询促邀谢召饬陈问])"
)
_ONLY_SOURCE = re.compile(r"[^,“]{0,16}(?:专电|快讯|[网报社台]讯|综合消息)|[^,“]{0,12}[网报社台] ?(?:消息|信息|电|讯)")
_BYLINE = re.compile(
    r"[□■◎●]? ?(?:本报|本刊|本台|本社)?(?:首席|实习|见习|特约|全媒体)?(?:记者|通讯员)[ :]?"
    rf"{branch(words('surname'))}[一-鿿·]{{1,3}}"
    r"(?:/[文摄图])?(?: [一-鿿·]{2,4}/[文摄图])*(?:/?(?:即时)?报[道导])?(?= |\0|$)"
)


_SIGNS = frozenset("(【〔[讯电息报者员图稿影摄")  # of which whatever names a source has one: most clauses have none


def without_source(part: Phrase) -> Phrase:
    """The clause without its source; nothing of a clause that is but a source."""
    if _SIGNS.isdisjoint(part.text):
        return part
    if match := _SOURCE.match(part.text):
        part = part.cut(match.end(), len(part.text))
    if _ONLY_SOURCE.fullmatch(part.printed.strip()):
        return part.cut(0, 0)
    match = _BYLINE.search(part.text)
    return part.without(*match.span()) if match else part
