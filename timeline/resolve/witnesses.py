"""What the document as a whole says of a year: its title, its numbers, its day, the dates that it names elsewhere.

Each function is a rule of `years.YEAR_RULES`; its docstring is its reason.
"""

from __future__ import annotations

from calendar import isleap

from timeline.model import Certainty
from timeline.resolve.focus import SCHOOL_ENDS
from timeline.resolve.verdicts import Query, Verdict, claimed, closest, of_naming

LEAP_GAP = 9  # years: 1896, 1904
FAR_AHEAD = 6  # months that no report tells of before they come
NEAR = 62  # days
_LAST_REPORTS = 10  # the month up to which the report on the year before is news


def title(query: Query) -> Verdict | None:
    """The one year in the title; from January to July a school year is in its second."""
    verdict = claimed(query.scene.setting.title_year)
    if verdict is None or verdict.year is None or verdict.rule != "year-title-school":
        return verdict
    return verdict._replace(year=verdict.year + (query.month is not None and query.month <= SCHOOL_ENDS))


def ordinal(query: Query) -> Verdict | None:
    """The year of the numbered observance that the document is about."""
    return claimed(query.scene.setting.ordinal_year)


def games(query: Query) -> Verdict | None:
    """10月7日 in a text that speaks of 杭州亚运会: a day of its fortnight is of its year."""
    if query.month is None or query.day is None or query.scene.setting.published is not None:
        return None
    for held in query.scene.setting.games:
        first, last = held.value
        for year in range(first.year, last.year + 1):
            if (
                (first.year, first.month, first.day)
                <= (year, query.month, query.day)
                <= (last.year, last.month, last.day)
            ):
                return Verdict(year, held.rule, Certainty.DERIVED, held.because)
    return None


def number(query: Query) -> Verdict | None:
    """The document's number: 〔2020〕1号."""
    return claimed(query.scene.setting.number_year)


def moon(query: Query) -> Verdict | None:
    """The year in which a civil day and the lunar day beside it fall together."""
    return claimed(query.scene.setting.moon_year, Certainty.GUESSED)


def anniversary(query: Query) -> Verdict | None:
    """The year of the anniversary that the document is about, where it does not say when it was published."""
    if query.scene.setting.published is not None:
        return None
    return claimed(query.scene.setting.anniversary_year, Certainty.GUESSED)


def reported(query: Query) -> Verdict | None:
    """6月23日 of a text that speaks of 2019年年报, which came out in the year after, and does not say its own day."""
    if query.scene.setting.published is not None or query.focus.said is not None or (query.month or 0) > _LAST_REPORTS:
        return None
    return claimed(query.scene.setting.report_year, Certainty.GUESSED)


def stamp(query: Query) -> Verdict | None:
    """The one year in the names of the files that the document points to."""
    return claimed(query.scene.setting.stamp_year, Certainty.GUESSED)


def said_now(query: Query) -> Verdict | None:
    """今(113)年: the document says its own year."""
    for naming in query.scene.setting.named:
        if naming.side == "now":
            return of_naming(query, naming.year, naming, "year-said", Certainty.DERIVED)
    return None


def said_again(query: Query) -> Verdict | None:
    """去年6月 and a whole day of June, in a document that does not say when it was published."""
    setting = query.scene.setting
    return claimed(query.scene.namings.told_this_year, Certainty.GUESSED) if setting.published is None else None


def nearest(query: Query) -> Verdict | None:
    """The whole date of the document that lies closest in the calendar, within two months."""
    if query.month is None:
        return None
    days, claim = query.scene.namings.whole_days, query.scene.setting.published
    year = closest(query.month, query.day, days, NEAR)
    if year is None:
        return None
    if claim is not None and claim.value not in days:
        days = tuple(sorted((*days, claim.value)))
        if closest(query.month, query.day, days, NEAR) != year:
            return None  # 4月5日 of a page of 5 April 2011 is no day of 2005, whatever happened in that March
    return Verdict(
        year, "year-nearest", Certainty.GUESSED, query.scene.namings.span_of_day(year, query.month, query.day)
    )


def same_month(query: Query) -> Verdict | None:
    """The same month, named elsewhere with one year only."""
    named = query.scene.namings.months.get(query.month or 0, ())
    if len({naming.year for naming in named}) != 1:
        return None
    published = query.scene.setting.published
    if published is not None and named[0].year > published.value.year and not query.scene.looks_ahead(query.expression):
        return None  # 5月18日换届,任期至2027年5月
    return of_naming(query, named[0].year, named[0], "year-same-month", Certainty.GUESSED)


def publication(query: Query) -> Verdict | None:
    """The day of publication: a report looks back, a notice looks ahead."""
    now = query.scene.now(query.focus)
    if now is None or (now.rule == "reference" and query.scene.setting.given_year is not None):
        return None
    year = now.value.year
    if now.rule == "reference" and (query.month, query.day) == (2, 29):
        year -= next(back for back in range(LEAP_GAP) if isleap(year - back))
    elif query.month is not None and now.rule != "reference":
        ahead = query.month - now.value.month
        if ahead >= FAR_AHEAD and not query.scene.looks_ahead(query.expression):
            year -= 1
        elif query.scene.is_dateline(query.expression):  # 2月19日电 of a page of November: put up late
            year -= (query.month, query.day or 1) > (now.value.month, now.value.day)
        elif ahead <= -FAR_AHEAD and query.scene.looks_ahead(query.expression):
            year += 1
    sure = Certainty.DERIVED if year == now.value.year and now.rule.startswith("published") else Certainty.GUESSED
    rule = {"reference": "year-reference", "lead": "year-now"}.get(now.rule, "year-published")
    return Verdict(year, rule, sure, now.because)


_NO_FIRST = ("origin", "record", "since", "horizon")


def named_first(query: Query) -> Verdict | None:
    """The first year that the document names plainly, else that of the newest paper it quotes or of a stretch's end."""
    named = [naming for naming in query.scene.setting.named if naming.side not in _NO_FIRST]
    if not named:
        return None
    plain = next((naming for naming in named if naming.side in ("", "now")), None)
    if plain is None:
        beside = [naming for naming in named if naming.side in ("quote", "range")]
        plain = max(beside, key=lambda naming: naming.year, default=named[0])
    return of_naming(query, plain.year, plain, "year-first", Certainty.GUESSED)


def told_since(query: Query) -> Verdict | None:
    """2月17日,…聘任新总经理; 自前任2008年6月24日离职以来: what a report looks back on came before its own day."""
    scene, month = query.scene, query.month
    if month is None or query.focus.said is not None or scene.setting.notice or scene.setting.published is not None:
        return None
    naming = next(iter(scene.looked_back_on), None)
    if naming is None or scene.outlived(naming.year):
        return None
    year = naming.year + ((month, query.day or 31) < (naming.month or 0, naming.day or 0))
    return of_naming(query, year, naming, "year-since", Certainty.GUESSED)


def given(query: Query) -> Verdict | None:
    """The year that the user gave."""
    year = query.scene.setting.given_year
    return Verdict(year, "year-given", Certainty.DERIVED) if year is not None else None
