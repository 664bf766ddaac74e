"""A title -> whether it stands by itself: a reader of one line has not read the text that it is cut from."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.events.language.words import verbs, words
from timeline.events.what.subordinates import SUBORDINATES
from timeline.text.folding import fold


class Fault(NamedTuple):
    """What a title must not be, and titles that are so."""

    name: str
    shape: re.Pattern[str]
    examples: tuple[str, ...]


_MODAL = (
    r"(?<![许认宁])可|可以|(?<![供响反相感效适对顺回呼答接策因])应|应[当该]|(?<![急必军内特供])[需须]|需要|必须|能够|(?:还|都|才|仍|也|不|就|亦|将)会|"
    r"(?<![是要])不|没有|(?<![首成国京古故丰帝迁陪])都|[已曾仍]"
)

FAULTS: tuple[Fault, ...] = (
    Fault(
        "leads up",
        re.compile(rf"(?:{'|'.join(kind.opening.pattern for kind in SUBORDINATES)})[^,]*$"),
        ("如果天气好转", "未等余震平息", "由于暴雨来袭"),
    ),
    Fault(
        "is told by whom",
        re.compile(
            r"(?:根?据|按照?)[^,]{2,20}(?:报[道导]|消息|透露|介绍|公布|统计|显示|指出|规定|要求|通知)|"
            r"据?[^,]{2,20}(?:告诉|告知|[向对])[^,]{0,4}记者(?:表示|透露|说)?|"
            r"[^,]{2,8}(?<![传演评小解])(?:说|[宣据声]称|坦言|写道)"
        ),
        ("据外媒报道", "沈从山说"),
    ),
    Fault(
        "ends before its deed",
        re.compile(rf".*(?:{_MODAL}|包括|包含|位于|属于|作为|固定|有没有)"),
        ("凭票尾可", "学校须"),
    ),
    Fault(
        "only links",
        re.compile(
            r"(?:其中|同时|期间|当[日天年月时]|[一二两三几数]?[日天年]|日期[及和与]?|时间[及和与]?|以及|开始|结束|只要|没有|现场|"
            r"结果|目前|后来|随后|依程序|依法|截止|生效期?|有效期|追溯|距今|时隔)"
        ),
        ("其中", "日期及", "一日"),
    ),
    Fault(
        "only says how it is",
        re.compile(r"[^,]*(?:很|非常|十分|极其|相当|越来越)不?[^,“”《]{1,8}"),
        ("江岸的天气很不靠谱", "票价非常便宜"),
    ),
)


def stands(name: str, told: str = "") -> bool:
    """Whether a title stands by itself; `told` is the clause that it is cut from.

    >>> stands("江岸马拉松开跑"), stands("如果天气好转"), stands("其中")
    (True, False, False)
    """
    folded = fold(name)
    if any(fault.shape.fullmatch(folded) for fault in FAULTS):
        return False
    return not _lost_deed(folded, told)


def _lost_deed(name: str, told: str) -> bool:
    """由甲校、乙校和丙校合并, cut to 甲校、乙校: what is done stands no more in it."""
    if "、" not in name or not verbs(told) or verbs(name):
        return False
    return not name.endswith((*words("noun"), "”", "》")) and name not in told[-len(name) - 1 :]
