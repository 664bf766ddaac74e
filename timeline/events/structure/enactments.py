"""The head of a law -> drafts: below its name, one behind another, when it was passed, approved, amended, put in force.

(2001年11月22日市人大常委会第三次会议通过 根据2010年9月17日…《关于修改…的决定》修正 自2010年12月1日起施行): each step
is told of the law, since by itself it is that of nothing; who took it stands in the words beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.events.drafts import raw_words
from timeline.events.structure.lines import Found, Line, draft_of
from timeline.model import Document, EventKind, Resolution, Span

_ABOVE = 3  # lines between the name of a law and the first step
_LONGEST = 40  # characters of the name of a law
_LAW = re.compile(
    r"[# *]{0,6}(?P<name>[一-鿿、“”《》]{2,36}(?:法|条例|规定|办法|细则|章程|规则|准则|规程|规范|公约)(?:\(试行\))?)"
    r"(?:\([^()]{2,12}\))?[ *]{0,3}"
)
_PASSED = "(?:审议|表决|修订)?通过|批准|公布施行|发布施行|公布|发布|颁布|印发|修正|修订|修改|施行|实施|生效|废止"
_ORDINAL = "第[一二三四五六七八九十]{1,3}次"
# Who took the step, by which paper, and the step.
_STEP = re.compile(
    r"[ ,]{0,3}(?:起[ ,]?)?(?:经|由|以)?(?P<who>[^,。;《》]{0,80}?)"
    r"(?:《[^《》\n]{2,120}》[^,。;《》]{0,40}?(?:的?决[定议])?)?"
    rf"(?P<act>(?:{_ORDINAL})?(?:{_PASSED}))(?P<of>的)?"
    r"(?:[ ,;。)）]*(?:(?:并|同时)?自[公发颁]布之日起(?:施行|实施|生效))?[ ,;。)）]*"
    r"(?:根据|依据|依照|经|自|由|以及|并)?)?"
)
_LEADS = re.compile(r"[ (（]*(?:根据|依据|依照|经|自|由)?")


class _Step(NamedTuple):
    resolution: Resolution
    act: Span
    at: Span


def enactments(document: Document, lines: Sequence[Line], found: Found) -> None:
    """The steps of the lines below each law, where there are two at least."""
    for number, line in enumerate(lines):
        law = _LAW.fullmatch(line.text) if len(line.text) <= _LONGEST and not line.resolutions else None
        if law is None:
            continue
        told = list(_below(document, lines, number + 1, found))
        if sum(len(steps) for _, steps in told) < _FEWEST:
            continue
        at = Span(line.at.start + law.start("name"), line.at.start + law.end("name"))
        name = raw_words(document, [at])
        if len(name) > _LONG and (by := _BY_WHOM.match(name)):
            name = name[by.end() :]  # 最高人民法院关于…的规定: who made it is told beside it
        name = name if name.startswith("《") else f"《{name}》"
        for below, steps in told:
            for resolution, act, told_at in steps:
                deed = raw_words(document, [act])
                published = deed.startswith(("公布", "发布", "颁布", "印发"))
                kind = EventKind.PUBLICATION if published else EventKind.EVENT
                found.drafts.append(
                    draft_of(
                        below,
                        resolution,
                        "enactment",
                        title=f"{name}{deed}",
                        at=told_at,
                        context=told_at,
                        kind=kind,
                    )
                )
            found.used.add(below.number)


_FEWEST, _LONG = 2, 24
_BY_WHOM = re.compile("[一-鿿]{2,16}(?=关于)")


def _below(
    document: Document, lines: Sequence[Line], first: int, found: Found
) -> Iterator[tuple[Line, tuple[_Step, ...]]]:
    """The lines of steps that follow one another, with few lines between them and the name."""
    begun = False
    for number in range(first, len(lines)):
        line = lines[number]
        steps = _steps(document, line) if line.resolutions and line.number not in found.used else ()
        if steps:
            begun = True
            yield line, steps
        elif begun or number - first >= _ABOVE or _LAW.fullmatch(line.text):
            return


def _steps(document: Document, line: Line) -> tuple[_Step, ...]:
    """The steps of a line that is made of nothing else."""
    text = document.text
    dated = [one for one in line.resolutions if _outside_marks(text, line.at.start, one.expression.at.start)]
    if not dated or _LEADS.fullmatch(text, line.at.start, dated[0].expression.at.start) is None:
        return ()
    steps: list[_Step] = []
    approved: Resolution | None = None
    for number, one in enumerate(dated):
        end = dated[number + 1].expression.at.start if number + 1 < len(dated) else line.at.end
        step = _STEP.fullmatch(text, one.expression.at.end, end)
        if step is None or not (one.when and one.when.edtf):
            return ()
        if step["of"]:
            approved = approved or one  # 甲批准的5月23日乙关于修改…的决定修正: amended on the day of the approval
            continue
        begun = approved or one
        steps.append(_Step(begun, Span(*step.span("act")), Span(begun.expression.at.start, step.end("act"))))
        approved = None
    return () if approved else tuple(steps)


def _outside_marks(text: str, start: int, at: int) -> bool:
    """Whether a position of a line is not within 《》."""
    return text.count("《", start, at) == text.count("》", start, at)
