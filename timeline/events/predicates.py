"""Clauses that lead up to a deed: when it was, and of whom it is told.

>>> only_when("就在表演刚刚开始的时候"), only_when("方案公布"), only_when("三个小时")
(True, False, False)
>>> "由甲地开往乙地的1043次列车"[bearer("由甲地开往乙地的1043次列车") :], bearer("举办盛大的开业仪式")
('1043次列车', -1)
"""

from __future__ import annotations

import re

from timeline.events.persons import person_of
from timeline.events.places import is_site
from timeline.events.segment import begins_with_verb, has_verb, is_name, is_word, tags
from timeline.events.structure.keys import key_class
from timeline.events.words import verbs

_WHEN = re.compile(
    r"(?:就在|正当|当|正在|适逢)?.{2,40}?(?:的时候|时候|之时|之际|过程中|途中|之后|以后|期间|[后时])[\0 ]*$"
)
_ENDS = ("之后", "以后", "之际", "期间", "饭后", "餐后")
_SUBJECT_OF_WHEN = 22  # characters of who is told of in a temporal clause
_BY_LEAD = re.compile(r"(?:由|从|自|在|来自|位于|被|原定|原订|原)")
_BEARER = 18  # characters of the noun behind its attribute
_MEANS = re.compile("经过|通过|随着|由于|根据|按照|凭借|依托|围绕|结合|针对")
_DONE = re.compile(r"[了过着][^的]{0,20}的[^的]{1,18}$")


def only_when(text: str) -> bool:
    """Whether a clause says no more than when: 吃过饭后, 列车运行至某地时."""
    words = text.rstrip("\0 ")
    if not words.endswith(("后", "时", "候", "际", "中", "间")) or _WHEN.fullmatch(words) is None:
        return False
    if words.endswith(("时候", "之时", "途中", "过程中")):
        return not any(kind == "hold" for _, kind in verbs(words))
    # A deed that is known by itself is worth telling: 平台正式上线后.
    return not verbs(words) and (words[-2:] in _ENDS or not is_word(words[-2:]))


def only_where(text: str) -> bool:
    """Whether a clause says no more than where.

    >>> only_where("处于学校附近的一处溃口"), only_where("滨江区一幼儿园"), only_where("甲校并入江岸中学")
    (True, True, False)
    """
    if verbs(text):
        return False
    return _LIES.fullmatch(text) is not None or (is_site(text) and not (has_verb(text) or _ACTS.search(text)))


_LIES = re.compile(r"(?:位于|处于|地处|坐落|靠近)[^,]{2,24}")
_ACTS = re.compile(r"[将把被与为是从向至到:]|设置|前往|并入")


def who_then(text: str) -> int:
    """Where the name ends with which a temporal clause begins; 0 for none, -1 for one that is not clear.

    >>> who_then("中学的8名女孩吃过饭后"), who_then("吃过饭后"), who_then("一工地部分工人在食用扁豆后")
    (7, 0, 7)
    >>> who_then("有八名孩子睡午觉时")
    5
    """
    if text.startswith("有") and (known := who_then(text[1:])) > 0:
        return known + 1
    if begins_with_verb(text) or text[:1] in "在于从因经":
        return 0
    end = 0
    for word, tag in tags(text[:40]):
        if end >= 2 and tag[:1] in ("v", "p", "d", "t") and tag != "vn":
            break
        end += len(word)
    end = _with_name(text, end)
    name = text[:end].strip()
    return end if 2 <= len(name) <= _SUBJECT_OF_WHEN and is_name(name.rpartition("的")[2]) else -1


_OFFICE = re.compile(r"(?<=[员家士长授任师者人记席手星官帝])[一-鿿]{2,3}")


def _with_name(text: str, end: int) -> int:
    """主席江启臣胜选后: the name to its end, where the dictionary takes half of it for a verb."""
    for office in _OFFICE.finditer(text, 0, end + 2):
        person = person_of(text[office.start() :])
        if person and office.start() < end < office.start() + len(person):
            return office.start() + len(person)
    return end


def bearer(text: str) -> int:
    """Where the noun begins of a clause that is a noun with its attribute and nothing else; -1 where it says more."""
    position = text.rfind("的")
    tail = text[position + 1 :].rstrip("\0 ")
    if (
        _MEANS.match(text)
        or position < 4
        or not 2 <= len(tail) <= _BEARER
        or key_class(tail)
        or verbs(tail)
        or has_verb(tail)
        or _DONE.search(text)
    ):
        return -1
    head = text[:position]
    if any(kind in ("hold", "publish") for _, kind in verbs(head)):
        return -1
    return position + 1 if _BY_LEAD.match(head) or (begins_with_verb(head) and not verbs(head[:4])) else -1
