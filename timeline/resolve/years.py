"""A month or a day without a year -> its year, by the first witness that speaks.

`YEAR_RULES` is the policy: its order was measured, and each function's docstring is its reason. A rule looks at the
`Query` and answers with a `Verdict` or with None; the name in the verdict is what `timeline explain` prints.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import isleap
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from timeline.calendars import observances
from timeline.model import Certainty, Claim, Expression, Naming, Occasion, Period, Span
from timeline.resolve.focus import SCHOOL_ENDS, Focus, Partial
from timeline.resolve.scene import Scene
from timeline.resolve.sections import last_day


class Query(NamedTuple):
    """A month, perhaps with its day, whose year is asked for; without a month the year of the passage is asked for."""

    month: int | None
    day: int | None
    expression: Expression
    focus: Focus
    scene: Scene


class Verdict(NamedTuple):
    """A year, the rule that found it, and its proof."""

    year: int | None  # None: no witness knows it
    rule: str
    sure: Certainty
    because: Span | None = None  # raw
    beside: Verdict | None = None  # a witness of the document that was asked too: it agrees, or it does not


# Months from the focus to the next yearless date: from -3 to +5 within a year; beyond that the year has turned.
_TURNS, _TURNS_BACK = -6, 9
_LEAP_GAP = 9  # years: 1896, 1904
_BESIDE = 4  # characters between a date and the observance it is said to be
_PARTS = re.compile(r"[。;!?\n]")
_PUT_OFF = re.compile(r"(?:[延移改挪]|推迟|顺延|延期|展期|延后|平移)(?:[至到在为于]|办至|期至|后至|到了)?$")
_FEAST = r"(?:国庆[日节]?|独立[日节]|建国日|共和国?日|统一日|解放日|诞辰日|纪念日)"
_FEAST_IS = re.compile(rf"{_FEAST}[”\"]?(?::|[是为]|定[在于为]|在)(?:公历)?$")
_IS_FEAST = re.compile(rf"(?:被?[定作]为|是|为)[^\n。;,\d]{{0,10}}{_FEAST}")
_FEAST_REACH = 14
_DAYS_AGO = 14
_SOON = 1  # months after publication in which tickets for next year are sold
_FAR_AHEAD = 6  # months that no report tells of before they come
_NEAR, _DAYS_OF_MONTH = 62, 31
_NO_GUESS_OF_THE_TEXT = ("year-published", "year-now", "year-reference", "year-given")


def _claimed(claim: Claim[int] | None, sure: Certainty = Certainty.DERIVED) -> Verdict | None:
    return Verdict(claim.value, claim.rule, sure, claim.because) if claim else None


def ordinal_beside(query: Query) -> Verdict | None:
    """The numbered observance beside it: 第三十三次全国助残日(5月21日), 5月21日是第三十三次全国助残日."""
    for other in query.scene.neighbours(query.expression.at.start, 1):
        value, (left, right) = other.value, sorted((other.at, query.expression.at))
        if isinstance(value, Occasion) and value.ordinal is not None and 0 <= right.start - left.end <= _BESIDE:
            between = query.scene.text[left.end : right.start]
            year = observances.year_of(value.key, value.ordinal)
            wrong = (value.key, value.ordinal) in query.scene.setting.miscounted
            if year is not None and not wrong and not _PARTS.search(between):
                return Verdict(year, "year-ordinal", Certainty.DERIVED, other.span)
    return None


def every_year(query: Query) -> Verdict | None:
    """法国国庆日是7月14日, 把7月14日定为国庆日: a feast of a nation is told of, on a day that every year has."""
    text, at = query.scene.text, query.expression.at
    if query.day is None or not (
        _FEAST_IS.search(text, max(0, at.start - _FEAST_REACH), at.start) or _IS_FEAST.match(text, at.end)
    ):
        return None
    sentence = query.scene.sentence(at.start)
    said = query.scene.between(sentence.start, sentence.end)
    if any(isinstance(one.value, Occasion) and one.value.year is not None for one in said):
        return None
    return Verdict(None, "year-every", Certainty.DERIVED)


def same_clause(query: Query) -> Verdict | None:
    """Another year that opens the clause: 去年的评选于6月29日揭晓."""
    said = query.focus.clause
    if said is None or query.expression.at.start >= query.focus.clause_ends:
        return None
    return Verdict(said.place.year, "year-clause", min(said.sure, Certainty.DERIVED), said.because)


def same_sentence(query: Query) -> Verdict | None:
    """A whole date in the same sentence, before anything moved the focus: 11月5日公布的2018年10月31日排行榜."""
    if query.focus.said is not None or query.month is None:
        return None
    end = query.scene.sentence(query.expression.at.start).end
    for naming in query.scene.setting.named:
        if naming.at.start >= end:
            return None
        if naming.at.start > query.expression.at.start and naming.month and not naming.side:
            near = (date(naming.year, naming.month, 1),) if naming.year >= date.min.year else ()
            year = _closest(query.month, query.day, near, 366)
            return of_naming(query, year or naming.year, naming, "year-sentence", Certainty.GUESSED)
    return None


def heading(query: Query) -> Verdict | None:
    """The heading above, where the text below it has named another year only in passing."""
    above, said = query.focus.heading, query.focus.at(query.expression.at.start)
    if above is None or said is None or said.place.month is not None or above.place.year is None:
        return None
    return Verdict(above.year(query.month), "year-heading", min(above.sure, Certainty.DERIVED), above.because)


def heading_above(query: Query) -> Verdict | None:
    """The year of the heading above, whatever was said since."""
    above = query.focus.heading
    if above is None or above.place.year is None:
        return None
    return Verdict(above.year(query.month), "year-heading", min(above.sure, Certainty.DERIVED), above.because)


def announced(query: Query) -> Verdict | None:
    """定于8月7日举行, after a life has been told: what is to come lies behind the day on which the telling stands."""
    said, claim = query.focus.at(query.expression.at.start), query.scene.setting.published
    event = query.focus.event
    told = event.place.known if event else None
    day = claim.value if claim else told
    if said is None or said.place.year is None or day is None or query.month is None:
        return None
    past = said.place.year < day.year and (said.place.day is None or query.scene.above(query.expression, said.because))
    past = past and not query.scene.heads_entry(said.because)
    value = query.expression.value
    due = claim is not None and isinstance(value, Period) and value.deadline  # 6月底前完成改造
    if not past or not (due or query.scene.says_ahead(query.expression.at.start)):
        return None
    year = day.year + ((query.month, query.day or 31) < (day.month, day.day))
    because = claim.because if claim else event.because if event else None
    return Verdict(year, "year-announced", Certainty.DERIVED if year == day.year else Certainty.GUESSED, because)


def just_before(query: Query) -> Verdict | None:
    """2月3日 of a report of 8 February, which has looked back on a year before: what happened days ago is told last."""
    said, claim = query.focus.at(query.expression.at.start), query.scene.setting.published
    if said is None or said.place.year is None or claim is None or query.month is None or query.day is None:
        return None
    if said.place.year >= claim.value.year or not query.scene.above(query.expression, said.because):
        return None
    try:
        ago = (claim.value - date(claim.value.year, query.month, query.day)).days
    except ValueError:
        return None
    if not 0 <= ago <= _DAYS_AGO or query.scene.heads_entry(said.because) or query.scene.oldest_first:
        return None
    return Verdict(claim.value.year, "year-published", Certainty.DERIVED, claim.because)


def focus(query: Query) -> Verdict | None:
    """What was said before, with the turn of the year: after December comes January."""
    said = query.focus.at(query.expression.at.start)
    if said is None:
        return None
    place = said.place
    if place.year is None:
        return None
    if query.month is None or place.month is None:
        return Verdict(said.year(query.month), "year-focus", min(said.sure, Certainty.DERIVED), said.because)
    home = query.focus.home
    if home is not None and said is query.focus.said and _nearer(query, home.place, place):
        return Verdict(home.place.year, "year-focus", min(home.sure, Certainty.DERIVED), home.because)
    change = query.month - place.month
    if (change, (query.day or 31) - (place.day or 0)) < (0, 0) and _is_put_off(query):
        return Verdict(place.year + 1, "year-turned", Certainty.GUESSED, said.because)
    if change >= -_TURNS and _due_before(query, place):
        return Verdict(place.year - 1, "year-turned-back", Certainty.GUESSED, said.because)
    if change <= _TURNS and (query.focus.falls >= 2 or query.scene.newest_first):
        return Verdict(place.year, "year-newest-first", Certainty.GUESSED, said.because)
    if change <= _TURNS and not _too_late(query, place) and not _belongs_to_stretch(query, place):
        return Verdict(place.year + 1, "year-turned", Certainty.GUESSED, said.because)
    if change >= _TURNS_BACK and _looks_back(query, place):
        return Verdict(place.year - 1, "year-turned-back", Certainty.GUESSED, said.because)
    return Verdict(place.year, "year-focus", min(said.sure, Certainty.DERIVED), said.because)


def _nearer(query: Query, home: Partial, away: Partial) -> bool:
    """4月4日, 明年1月2日 … 4月4日: whether a day is closer to what was told before the other year than to that."""
    if home.year is None or home.month is None or away.month is None or query.month is None:
        return False
    wanted = query.month * _DAYS_OF_MONTH + (query.day or 1)
    return abs(wanted - home.month * _DAYS_OF_MONTH - (home.day or 1)) < abs(
        wanted - away.month * _DAYS_OF_MONTH - (away.day or 1)
    )


def _belongs_to_stretch(query: Query, place: Partial) -> bool:
    """5月1日至10月31日举办,4月30日晚开幕: days in the stretch that the sentence has told of, or shortly before it."""
    sentence = query.scene.sentence(query.expression.at.start)
    if query.focus.stretch is None or query.focus.beside_ends <= sentence.start or place.year is None:
        return False
    first = date.fromisoformat(query.focus.stretch.partition("/")[0])
    try:
        wanted = date(place.year, query.month or 1, query.day or last_day(place.year, query.month or 1))
    except ValueError:
        return False
    return first.year == place.year and (first - wanted).days <= _NEAR


def _is_put_off(query: Query) -> bool:
    """Whether the date is the one to which something was put off: 原定2024/6/7的场次延至4/18."""
    return _PUT_OFF.search(query.scene.before(query.expression, 6)) is not None


def _too_late(query: Query, place: Partial) -> bool:
    """Whether the next year's month would come long after the day of publication, in a text that looks back."""
    published = query.scene.setting.published
    if published is None or place.year is None or query.scene.looks_ahead(query.expression):
        return False
    if query.focus.latest >= (place.year + 1, query.month or 0):
        return False  # that month of the next year was announced before
    return (place.year + 1 - published.value.year) * 12 + (query.month or 0) - published.value.month > 1


def _due_before(query: Query, place: Partial) -> bool:
    """What is due comes before what it is for: 12月26日前 of a meeting in May that was announced in November."""
    published, value = query.scene.setting.published, query.expression.value
    if published is None or place.year is None:
        return False
    day = published.value
    far = (query.month or 0) - (place.month or 0) >= _TURNS_BACK
    soon = place.year == day.year + 1 and 0 <= (query.month or 0) - day.month <= _SOON
    if not (far and (query.scene.setting.notice or soon)) and not (isinstance(value, Period) and value.deadline):
        return False
    return (day.year, day.month, day.day) <= (place.year - 1, query.month or 0, query.day or 31)


def _looks_back(query: Query, place: Partial) -> bool:
    """A list newest-first, a day of January to March in a text that nobody dated, or a month still far to come."""
    published = query.scene.setting.published
    if query.focus.falls >= 2 or query.scene.newest_first:
        return True
    if place.day is not None and published is None:
        return not query.scene.oldest_first
    if published is None or place.year != published.value.year or query.scene.looks_ahead(query.expression):
        return False
    return (query.month or 0) - published.value.month >= _FAR_AHEAD


def title(query: Query) -> Verdict | None:
    """The one year in the title; from January to July a school year is in its second."""
    verdict = _claimed(query.scene.setting.title_year)
    if verdict is None or verdict.year is None or verdict.rule != "year-title-school":
        return verdict
    return verdict._replace(year=verdict.year + (query.month is not None and query.month <= SCHOOL_ENDS))


def ordinal(query: Query) -> Verdict | None:
    """The year of the numbered observance that the document is about."""
    return _claimed(query.scene.setting.ordinal_year)


def number(query: Query) -> Verdict | None:
    """The document's number: 〔2020〕1号."""
    return _claimed(query.scene.setting.number_year)


def moon(query: Query) -> Verdict | None:
    """The year in which a civil day and the lunar day beside it fall together."""
    return _claimed(query.scene.setting.moon_year, Certainty.GUESSED)


def anniversary(query: Query) -> Verdict | None:
    """The year of the anniversary that the document is about, where it does not say when it was published."""
    if query.scene.setting.published is not None:
        return None
    return _claimed(query.scene.setting.anniversary_year, Certainty.GUESSED)


def stamp(query: Query) -> Verdict | None:
    """The one year in the names of the files that the document points to."""
    return _claimed(query.scene.setting.stamp_year, Certainty.GUESSED)


def said_now(query: Query) -> Verdict | None:
    """今(113)年: the document says its own year."""
    for naming in query.scene.setting.named:
        if naming.side == "now":
            return of_naming(query, naming.year, naming, "year-said", Certainty.DERIVED)
    return None


def said_again(query: Query) -> Verdict | None:
    """去年6月 and a whole day of June, in a document that does not say when it was published."""
    setting = query.scene.setting
    return _claimed(query.scene.told_this_year, Certainty.GUESSED) if setting.published is None else None


def nearest(query: Query) -> Verdict | None:
    """The whole date of the document that lies closest in the calendar, within two months."""
    if query.month is None:
        return None
    days, claim = query.scene.whole_days, query.scene.setting.published
    year = _closest(query.month, query.day, days, _NEAR)
    if year is None:
        return None
    if claim is not None and claim.value not in days:
        days = tuple(sorted((*days, claim.value)))
        if _closest(query.month, query.day, days, _NEAR) != year:
            return None  # 4月5日 of a page of 5 April 2011 is no day of 2005, whatever happened in that March
    return Verdict(year, "year-nearest", Certainty.GUESSED, query.scene.span_of_day(year, query.month, query.day))


def same_month(query: Query) -> Verdict | None:
    """The same month, named elsewhere with one year only."""
    named = query.scene.months.get(query.month or 0, ())
    if len({naming.year for naming in named}) != 1:
        return None
    return of_naming(query, named[0].year, named[0], "year-same-month", Certainty.GUESSED)


def publication(query: Query) -> Verdict | None:
    """The day of publication: a report looks back, a notice looks ahead."""
    now = query.scene.now(query.focus)
    if now is None or (now.rule == "reference" and query.scene.setting.given_year is not None):
        return None
    year = now.value.year
    if now.rule == "reference" and (query.month, query.day) == (2, 29):
        year -= next(back for back in range(_LEAP_GAP) if isleap(year - back))
    elif query.month is not None and now.rule != "reference":
        ahead = query.month - now.value.month
        if ahead >= _FAR_AHEAD and not query.scene.looks_ahead(query.expression):
            year -= 1
        elif ahead <= -_FAR_AHEAD and query.scene.looks_ahead(query.expression):
            year += 1
    sure = Certainty.DERIVED if year == now.value.year and now.rule.startswith("published") else Certainty.GUESSED
    rule = {"reference": "year-reference", "lead": "year-now"}.get(now.rule, "year-published")
    return Verdict(year, rule, sure, now.because)


def named_first(query: Query) -> Verdict | None:
    """The first year that the document names plainly, else that of the newest paper it quotes or of a stretch's end."""
    named = [naming for naming in query.scene.setting.named if naming.side not in ("origin", "record", "since")]
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


YEAR_RULES: tuple[Callable[[Query], Verdict | None], ...] = (
    every_year,
    ordinal_beside,
    same_clause,
    same_sentence,
    heading,
    announced,
    just_before,
    focus,
    title,
    ordinal,
    number,
    said_now,
    said_again,
    moon,
    told_since,
    nearest,
    same_month,
    publication,
    anniversary,
    named_first,
    given,
    stamp,
)


def year_of(query: Query) -> Verdict:
    """The year of a yearless date, by the first rule that speaks; without any the year stays XXXX."""
    for rule in YEAR_RULES:
        verdict = rule(query)
        if verdict is not None:
            return compared(verdict, query)
    return Verdict(None, "year-unknown", Certainty.GUESSED)


# What the document says of itself, each as good as derived.
WITNESSES: tuple[Callable[[Query], Verdict | None], ...] = (heading_above, title, ordinal, number, publication)


def compared(verdict: Verdict, query: Query) -> Verdict:
    """A guess that a witness of the document shares is one no longer; one that they all contradict is doubted."""
    if verdict.sure is not Certainty.GUESSED or verdict.rule in _NO_GUESS_OF_THE_TEXT:
        return verdict
    found = [witness for rule in WITNESSES if (witness := rule(query)) and witness.sure is not Certainty.GUESSED]
    for witness in found:
        if witness.year == verdict.year:
            return verdict._replace(sure=witness.sure, beside=witness)
    return verdict._replace(beside=found[0]) if found and verdict.rule == "year-focus" else verdict


# --- helpers ---------------------------------------------------------------------------------------------------------


def of_naming(query: Query, year: int, naming: Naming, rule: str, sure: Certainty) -> Verdict:
    """The verdict of a year that the document names."""
    return Verdict(year, rule, sure, query.scene.document.raw_span(naming.at))


def _closest(month: int, day: int | None, days: tuple[date, ...], reach: int) -> int | None:
    """The year in which a month or day lies closest to one of `days` (sorted), at most `reach` days away."""
    best: tuple[int, int] | None = None
    for year in sorted({known.year + turn for known in days for turn in (-1, 0, 1)}):
        try:
            wanted = date(year, month, day or 15)
        except ValueError:
            continue
        at = bisect_left(days, wanted)
        distance = min((abs((known - wanted).days) for known in days[max(at - 1, 0) : at + 1]), default=reach + 1)
        if distance <= reach and (best is None or distance < best[0]):
            best = (distance, year)
    return best[1] if best else None
