"""A table whose lines were run together without a mark -> one event a day: 3月1日笔试3月5日面试3月9日体检.

What a day is for stands behind it, or before it, the whole line through. Behind a step (网上报名, 现场确认) begins the
name of the next thing, whose steps are those that follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.events.drafts import raw_words
from timeline.events.language.persons import person_of
from timeline.events.language.phrases import LONGEST
from timeline.events.language.segment import lacks_subject
from timeline.events.language.words import branch, words
from timeline.events.structure.lines import Found, Line, draft_of, is_clock
from timeline.model import Document, Resolution, Span

_FEWEST = 4  # days of a line that is a table
_HEAD = 14  # characters before the first day: 报名安排
_ITEM = 80  # characters between two days
_STEP = re.compile(
    r"(?:网上|现场|集中|线上|线下|正式|预|补|第[一二三]次)*(?:报名|确认|缴费|审核|资格审查|注册|登记|笔试|面试|初试|复试|录取|体检|公示|签到|报到"
    r"|抽签|选房|填报志愿|志愿填报|打印准考证|查询成绩|成绩查询|查分|发榜|放榜|领取[一-鿿]{0,4}证)"
)
_NAME = 2  # characters of a name before the first day
_LABEL = re.compile(r"(?:安排|日程|时间|一览|[表历]|计划|事项|节点|如下)$")  # 报名安排 names nothing
_LAST_NOUN = re.compile(rf"({branch((*words('noun'), '考核'))})(?:\([^()]{{1,16}}\))?$")
_NAMES = re.compile(r"(?=[^一-鿿]*[一-鿿]{2})[一-鿿A-Za-z\d()、·“”《》 /-]*")


def run_together(document: Document, lines: Sequence[Line], found: Found) -> None:
    """One line of days and things, without a mark between them: an event for each of the things of a day."""
    for line in lines:
        if line.number in found.used:
            continue
        dated = [r for r in line.resolutions if r.when and r.when.edtf and not is_clock(r)]
        if len(dated) < _FEWEST or len(dated) != len(line.resolutions):
            continue
        for resolution, name in _told(document, line, dated):
            found.used.add(line.number)
            found.drafts.append(
                draft_of(line, resolution, "run together", title=name, at=Span(*resolution.expression.at))
            )


def _told(document: Document, line: Line, dated: Sequence[Resolution]) -> Iterator[tuple[Resolution, str]]:
    """The days of a line and what each is for; nothing where the line is no such table."""
    bounds = [line.at.start, *(end for r in dated for end in r.expression.at), line.at.end]
    gaps = [_bare(document.text, Span(*bounds[i : i + 2])) for i in range(0, len(bounds), 2)]
    sizes = [gap.end - gap.start for gap in gaps]
    if any(not 2 <= size <= _ITEM for size in sizes[1:-1]):
        return
    if not all(_NAMES.fullmatch(document.text, *gap) for gap in gaps if gap.end > gap.start):
        return
    if sizes[-1] >= 2 and sizes[0] <= _HEAD:
        yield from _days_first(document, dated, gaps[0], gaps[1:])
    elif sizes[-1] == 0 and sizes[0] >= 2:
        for resolution, gap in zip(dated, gaps, strict=False):
            yield resolution, raw_words(document, [gap])


def _bare(text: str, at: Span) -> Span:
    """A stretch without the blanks and signs at its edges."""
    words_ = at.of(text)
    left = len(words_) - len(words_.lstrip(" :、-—~)"))
    right = len(words_.rstrip(" :、-—~("))
    return Span(at.start + left, at.start + max(left, right))


def _days_first(
    document: Document, dated: Sequence[Resolution], head: Span, gaps: Sequence[Span]
) -> Iterator[tuple[Resolution, str]]:
    """Each day with what stands behind it; of a step, what the words before its day have named."""
    names = head.end - head.start >= _NAME and _LABEL.search(document.text, *head) is None
    person = person_of(head.of(document.text)) is not None
    thing = [head] if names else []
    steps = [_STEP.match(document.text, *gap) for gap in gaps]
    for resolution, gap, step, following in zip(dated, gaps, steps, [*steps[1:], None], strict=True):
        if step is not None:
            done = Span(*step.span())
            size = done.end - done.start + sum(span.end - span.start for span in thing)
            yield resolution, raw_words(document, [*thing, done] if size <= LONGEST else [done])
            rest = _bare(document.text, Span(done.end, gap.end))
            thing = [rest] if rest.end > rest.start else thing
            continue
        things = list(_things(document.text, gap))
        if following is not None and len(things) > 1:
            thing = [things.pop()]
        for one in things:
            bare = names and (person or lacks_subject(one.of(document.text)))
            yield resolution, raw_words(document, [head, one] if bare else [one])


def _things(text: str, gap: Span) -> Iterator[Span]:
    """The names that stand one behind the other: all of a list end with one noun, 英语水平考试(3-6级)|英语口语考试."""
    noun = _LAST_NOUN.search(text, *gap)
    start = gap.start
    if noun:
        for border in re.finditer(
            rf"(?<=[^ ]{{4}}){noun[1]}(?:\([^()]{{1,16}}\))?(?=[^ ()、和与及的]{{6}})", gap.of(text)
        ):
            yield Span(start, gap.start + border.end())
            start = gap.start + border.end()
    yield Span(start, gap.end)
