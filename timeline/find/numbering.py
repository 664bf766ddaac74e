r"""6.8日中午: the number of an item in a list, which its day has run into, is no month.

>>> without_numbers("1.军训24日开营;\n2.9月1日开学;\n3.8日教师节活动;").replace(" ", "_")
'1.军训24日开营;\n__9月1日开学;\n__8日教师节活动;'
>>> without_numbers("4.12 上海\n5.8日 北京\n6.1 广州")
'4.12 上海\n5.8日 北京\n6.1 广州'
"""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(?:(?<=\n)|(?<=[;。] )|(?<=[;。])|^) {0,2}(\d{1,3}[.、])(?!\d{3})")
_DATED = re.compile(r"\d{1,4} ?(?:[-~至到] ?\d{1,2} ?)?(?:年|月|日|号|[点时](?!\d)|:\d\d)")
_FEWEST, _STEP, _MONTHS = 3, 9, 12


def without_numbers(text: str) -> str:
    """The text with blanks for the numbers that dates have run into, one for one."""
    heads = list(_NUMBER.finditer(text)) if _NEXT_TO_DIGIT.search(text) else []
    for run in _runs(heads):
        lists = any(int(head[1][:-1]) > _MONTHS or not text[head.end() : head.end() + 1].isdigit() for head in run)
        for head in run if lists else ():
            if _DATED.match(text, head.end()):
                start, end = head.span(1)
                text = text[:start] + " " * (end - start) + text[end:]
    return text


_NEXT_TO_DIGIT = re.compile(r"(?:^|[\n;。]) {0,2}\d{1,3}[.、]\d")


def _runs(heads: list[re.Match[str]]) -> list[list[re.Match[str]]]:
    """The heads whose numbers go up from 1 or 2, some of them missing."""
    found: list[list[re.Match[str]]] = []
    for head in heads:
        number = int(head[1][:-1])
        if found and 0 < number - int(found[-1][-1][1][:-1]) <= _STEP:
            found[-1].append(head)
        elif number in (1, 2):
            found.append([head])
    return [run for run in found if len(run) >= _FEWEST]
