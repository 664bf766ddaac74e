"""今年, 去年, 明年 -> the year that 今年 means, by the first witness that speaks.

It is another question than that after the year of a bare month: the latest year that a document names tells it best.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline.model import Certainty, Naming
from timeline.resolve.minutes import of_the_meeting
from timeline.resolve.scene import PLAIN
from timeline.resolve.verdicts import Query, Verdict, of_naming
from timeline.resolve.witnesses import anniversary, given, number, ordinal, said_again, said_now, stamp, title
from timeline.resolve.years import heading_above


def latest(query: Query) -> Verdict | None:
    """The latest year named before, unless only in a bracket, a range, a plan or in the same sentence; else behind."""
    start = query.expression.at.start
    sentence = query.scene.sentence(start)
    named = [
        naming
        for naming in query.scene.setting.named
        if naming.side in PLAIN and not sentence.start <= naming.at.start < sentence.end
    ]
    best = max(
        [naming for naming in named if naming.at.start < start] or named, key=lambda naming: naming.year, default=None
    )
    return of_naming(query, best.year, best, "year-latest", Certainty.GUESSED) if best else None


def compared(query: Query) -> Verdict | None:
    """2024年末,全镇户籍人口3万人,较上年减少214人: the year with which another of its sentence is compared."""
    scene, start = query.scene, query.expression.at.start
    if not _COMPARED.search(scene.before(query.expression, 2)):
        return None
    sentence = scene.sentence(start)
    named = [naming for naming in scene.setting.named if sentence.start <= naming.at.start < start]
    return of_naming(query, named[-1].year, named[-1], "year-sentence", Certainty.DERIVED) if named else None


_COMPARED = re.compile("[较比]$")


def now_year(query: Query) -> Verdict | None:
    """The year of the day of publication."""
    now = query.scene.now(query.focus)
    if now is None:
        return None
    sure = Certainty.DERIVED if now.rule.startswith(("published", "reference")) else Certainty.GUESSED
    return Verdict(now.value.year, "year-now", sure, now.because)


def named_anyhow(query: Query) -> Verdict | None:
    """A year that is named only in a quoted title, a range or a deadline, else in a whole date of the same sentence."""
    sentence = query.scene.sentence(query.expression.at.start)
    beside: Naming | None = None
    for naming in query.scene.setting.named:
        if naming.side in ("origin", "record", "since", "horizon"):
            continue
        if not sentence.start <= naming.at.start < sentence.end:
            return of_naming(query, naming.year, naming, "year-first", Certainty.GUESSED)
        if naming.month is not None and beside is None:
            beside = naming
    return of_naming(query, beside.year, beside, "year-sentence", Certainty.GUESSED) if beside else None


def title_now(query: Query) -> Verdict | None:
    """The one year in the title; but what is published in the year after looks back on it as 去年."""
    published, claim = query.scene.setting.published, query.scene.setting.title_year
    if published is not None and claim is not None and published.value.year == claim.value + 1:
        return None
    return title(query)


def heading_written(query: Query) -> Verdict | None:
    """The year of the heading above, unless it was itself counted from the day of writing: # 前年10月的火警."""
    above = query.focus.heading
    if above is not None and above.because and _COUNTED.search(above.because.of(query.scene.document.raw)):
        return None
    return heading_above(query)


_COUNTED = re.compile("[今本去前明后後]年")

THIS_YEAR_RULES: tuple[Callable[[Query], Verdict | None], ...] = (
    compared,
    said_now,
    of_the_meeting,
    heading_written,
    title_now,
    ordinal,
    number,
    said_again,
    anniversary,
    now_year,
    latest,
    given,
    named_anyhow,
    stamp,
)


def year_of_today(query: Query) -> Verdict:
    """The year of 今天(7月6日): who writes so has come to the latest year that the document tells of, wherever."""
    verdict = this_year(query)
    if verdict.rule not in ("year-latest", "year-first"):
        return verdict
    best = query.scene.latest_told
    return of_naming(query, best.year, best, "year-latest", Certainty.GUESSED) if best else verdict


def this_year(query: Query) -> Verdict:
    """The year that 今年 means, by the first rule that speaks."""
    for rule in THIS_YEAR_RULES:
        verdict = rule(query)
        if verdict is not None:
            return verdict
    return Verdict(None, "year-unknown", Certainty.GUESSED)
