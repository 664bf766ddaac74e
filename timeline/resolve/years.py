"""A month or a day without a year -> its year, by the first witness that speaks.

`YEAR_RULES` is the policy: its order was measured, and each function's docstring is its reason. A rule looks at the
`Query` and answers with a `Verdict` or with None; the name in the verdict is what `timeline explain` prints.
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Callable
from datetime import date

from timeline.calendars import observances
from timeline.model import Certainty, Occasion, Period, Point
from timeline.resolve import witnesses
from timeline.resolve.focus import Partial
from timeline.resolve.minutes import of_minutes
from timeline.resolve.stories import goes_on, resumed
from timeline.resolve.turns import focus, next_part
from timeline.resolve.verdicts import Query, Verdict, closest, of_naming
from timeline.resolve.witnesses import LEAP_GAP
from timeline.setting.written import written_year
from timeline.setting.years import OF_AGE

_BESIDE = 4  # characters between a date and the observance it is said to be
_PARTS = re.compile(r"[。;!?\n]")
_OF_HOUSE = "[校院厂社店]庆日"
_FEAST = rf"(?:国庆[日节]?|独立[日节]|建国日|共和国?日|统一日|解放日|诞辰日|纪念日|{_OF_HOUSE})"
_FEAST_IS = re.compile(rf"{_FEAST}[”\"]?(?::|[是为]|定[在于为]|在)(?:公历)?$|{_OF_HOUSE} ?$")
_IS_FEAST = re.compile(rf"(?:被?[定作]为|是|为)[^\n。;,\d]{{0,10}}{_FEAST}")
# 每年一般在三月初三举行: the day of a habit.
_EVERY_YEAR = re.compile(r"每年[^,。;\n\d]{0,12}?(?:一般|通常|大都|大多|固定|照例|都|均)[^,。;\n\d]{0,6}$")
# 每年出刊两期,分别于四月及十月出版: the months of a habit.
_EVERY_YEARS_MONTHS = re.compile(r"每年[^。;\n\d年]{0,16}?(?:分别|各)[于在][^,。;\n年]{0,8}$")
# 把6月26日定为国际禁毒日, 以9月9日为体育节.
MAKES_FEAST = re.compile(
    r"(?:[确订改指选]?[定立]|[选设作])为[^\n。;,\d]{0,16}?[日节](?![程期子])|为[^\n。;,\d]{2,12}[日节](?=[,。;]|$)"
)
_DISPOSES = re.compile(r"[将把以]$")
_FEAST_REACH = 14
_CLAUSES_AHEAD = 2  # 8月7日,将举行…
_NUMBERED = re.compile(r"度?第[一二三四五六七八九十\d]{1,3}次")
_WEEKDAY = re.compile("星期|周|礼拜|週|禮拜")  # 10月2日(星期一)为国庆日翌日: of one year
_DAYS_AGO = 14
_NO_GUESS_OF_THE_TEXT = ("year-published", "year-now", "year-reference", "year-given")


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
    sentence = query.scene.sentence(at.start)
    feast = _FEAST_IS.search(text, max(0, at.start - _FEAST_REACH), at.start) or _IS_FEAST.match(text, at.end)
    feast = feast or (_DISPOSES.search(text, max(0, at.start - 1), at.start) and MAKES_FEAST.match(text, at.end))
    habit = _EVERY_YEAR.search(text, sentence.start, at.start)
    value = query.expression.value
    day = query.day or (value.day if isinstance(value, Point) else None)
    months = query.month is not None and _EVERY_YEARS_MONTHS.search(text, sentence.start, at.start)
    if months:
        return Verdict(None, "year-every", Certainty.DERIVED)
    if day is None or _WEEKDAY.search(query.expression.text) or not (feast or habit):
        return None
    said = query.scene.between(sentence.start, sentence.end)
    if any(isinstance(one.value, Occasion) and one.value.year is not None for one in said):
        return None
    return Verdict(None, "year-every", Certainty.DERIVED)


def cited(query: Query) -> Verdict | None:
    """十一月二十九日第88/99/M号法令: the number of a law of Macau ends with its year."""
    law = LAW_OF_MACAU.match(query.scene.text, query.expression.at.end) if query.day is not None else None
    if law is None:
        return None
    year = int(law[1])
    if year < _CENTURY:
        year += 1900 if year >= _HANDED_OVER else 2000
    return Verdict(year, "year-number", Certainty.DERIVED)


LAW_OF_MACAU = re.compile(r"第\d{1,4}/(\d{2}|(?:19|20)\d{2})(?:/[A-Z]{1,2})?号")
_CENTURY, _HANDED_OVER = 100, 50


def same_clause(query: Query) -> Verdict | None:
    """Another year that opens the clause: 去年的评选于6月29日揭晓."""
    said = query.focus.clause
    if said is None or query.expression.at.start >= query.focus.clause_ends:
        return None
    return Verdict(said.place.year, "year-clause", min(said.sure, Certainty.DERIVED), said.because)


def same_piece(query: Query) -> Verdict | None:
    """明年第一季度完成换届,3月中旬召开大会: a month of the piece of another year that the sentence has told of."""
    said, (first, last) = query.focus.piece, query.focus.piece_months
    if said is None or query.month is None or query.expression.at.start >= query.focus.piece_ends:
        return None
    if not first <= query.month <= last:
        return None
    return Verdict(said.place.year, "year-clause", min(said.sure, Certainty.DERIVED), said.because)


def told_before(query: Query) -> Verdict | None:
    """公布2019年四季度业绩报告,四季度收入…: the quarter that its sentence has told with the year."""
    value, start = query.expression.value, query.expression.at.start
    if not isinstance(value, Point) or query.month is not None or value != Point(section=value.section):
        return None
    for other in reversed(query.scene.between(query.scene.sentence(start).start, start)):
        point = other.value
        if isinstance(point, Point) and point.section is value.section and point.year is not None:
            year = written_year(point, query.scene.setting.region)
            return Verdict(year, "year-clause", Certainty.DERIVED, other.span)
    return None


def same_sentence(query: Query) -> Verdict | None:
    """A whole date in the same sentence, before anything moved the focus: 11月5日公布的2018年10月31日排行榜.

    So is a numbered meeting: 8月18日公告称,董事会2020年第四次会议通过了议案.
    """
    if query.focus.said is not None or query.month is None:
        return None
    end = query.scene.sentence(query.expression.at.start).end
    published = query.scene.setting.published
    for naming in query.scene.setting.named:
        if naming.at.start >= end:
            return None
        if published is not None and naming.year > published.value.year:
            continue  # 5月18日换届,任期至2027年5月
        behind = naming.at.start > query.expression.at.start
        if behind and not naming.month and _NUMBERED.match(query.scene.text, naming.at.end):
            return of_naming(query, naming.year, naming, "year-sentence", Certainty.GUESSED)
        if behind and naming.month and not naming.side:
            near = (date(naming.year, naming.month, 1),) if naming.year >= date.min.year else ()
            year = closest(query.month, query.day, near, 366)
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
    age = query.scene.setting.anniversary_year
    by_age = age if age is not None and age.rule == OF_AGE else None
    ahead = query.scene.says_ahead(query.expression.at.start, _CLAUSES_AHEAD)
    if ahead and claim is None and by_age is not None and said is not None and (said.place.year or 0) < by_age.value:
        return Verdict(by_age.value, by_age.rule, Certainty.GUESSED, by_age.because)
    day = claim.value if claim else told
    if said is None or said.place.year is None or day is None or query.month is None:
        return None
    past = said.place.year < day.year and (said.place.day is None or query.scene.above(query.expression, said.because))
    past = past or (claim is not None and (ahead or _at_court(query)) and _before_it(query, said.place, day))
    ahead = ahead or _at_court(query)
    below = query.focus.heading is not None and query.focus.heading.place.year == said.place.year
    past = past and not below and not query.scene.heads_entry(said.because)  # a day of annals, below its year
    value = query.expression.value
    due = claim is not None and isinstance(value, Period) and value.deadline  # 6月底前完成改造
    if _DONE.match(query.scene.after(query.expression, _CLAUSE)):
        return None  # 于7月20日提交了录像
    if not past or not (due or ahead):
        return None
    year = day.year + ((query.month, query.day or 31) < (day.month, day.day))
    because = claim.because if claim else event.because if event else None
    return Verdict(year, "year-announced", Certainty.DERIVED if year == day.year else Certainty.GUESSED, because)


def _before_it(query: Query, place: Partial, today: date) -> bool:
    """去年8月18日上街。案件将于5月18日提堂: what is to come lies behind what was told, and behind the telling."""
    wanted = (query.month or 0, query.day or 31)
    told = place.year is not None and place.year < today.year and place.day is not None
    return told and wanted < (place.month or 0, place.day or 0) and wanted >= (today.month, today.day)


def _at_court(query: Query) -> bool:
    """案件5月18日提堂: of a case the next hearing."""
    return _HEARING.match(query.scene.after(query.expression, _CLAUSE)) is not None


_HEARING = re.compile(r"[^,。;\n了过已曾]{0,16}(?:再次?)?(?:提堂|再讯|聆讯|应讯|开审|续审|宣判|判刑)(?![了过])")


def _beside_another(query: Query, published: date) -> bool:
    """7月20日 of a judgement of that August, which has told of 14 July before it looked back: days of one case."""
    day = date(published.year, query.month or 1, query.day or 1)
    named = (known for known in query.scene.namings.whole_days if known.year == published.year and known < published)
    return day < published and any(abs((day - known).days) <= _DAYS_AGO for known in named)


_DONE, _CLAUSE = re.compile(r"[^,。;\n]{1,18}[了过](?!后|以后)"), 24
_HOLY = re.compile(r"[^,。;\n]{0,8}(?:圣诞|诞辰|祝寿|千秋|佛诞|祭典|生日|大典)")
_HOLY_IS = re.compile(r"(?:庆典|祭典|例祭|祭日|圣诞|诞辰|佛诞|生日)(?:日期|日)?[是为在于:]?(?:每年)?$")
_OF_OLD = 30  # years


def holy_day(query: Query) -> Verdict | None:
    """庙始建于1685年…。主要庆典农历9月15日: a feast of the moon is of every year, or of the year of the page."""
    value, said = query.expression.value, query.focus.at(query.expression.at.start)
    if not isinstance(value, Point) or not value.lunar or said is None or not said.place.year:
        return None
    text, at = query.scene.text, query.expression.at
    told = value.day is not None and (
        _HOLY.match(text, at.end) or _HOLY_IS.search(text, max(0, at.start - _FEAST_REACH), at.start)
    )
    return _of_every_year(query) if told else of_yearly_moon(value.month, query)


def of_yearly_moon(month: int | None, query: Query) -> Verdict | None:
    """庙建于1700年。…农历三月十九出巡, where the text says 每年农历三月…: a feast of that month is of every year."""
    return _of_every_year(query) if month in query.scene.yearly_moons else None


def _of_every_year(query: Query) -> Verdict | None:
    """No year, or that of the page, where all that was said before is a year of old or one without a month."""
    said, claim = query.focus.at(query.expression.at.start), query.scene.setting.published
    if said is None or said.place.year is None or said.place.month is not None:
        return None
    if claim is None:
        return Verdict(None, "year-every", Certainty.DERIVED)
    if claim.value.year - said.place.year < _OF_OLD:
        return None
    return Verdict(claim.value.year, "year-published", Certainty.GUESSED, claim.because)


def of_the_week(query: Query) -> Verdict | None:
    """7月17日 of news of 上周(7月14日至7月20日), whatever years of business it has told of since."""
    lead = query.scene.setting.lead
    if lead is None or lead.rule != "lead-week" or query.scene.setting.published or not query.month or not query.day:
        return None
    day = Partial(lead.value.year, query.month, query.day).known
    near = day is not None and abs((day - lead.value).days) <= _DAYS_OF_NEWS
    return Verdict(lead.value.year, "year-now", Certainty.DERIVED, lead.because) if near else None


_DAYS_OF_NEWS = 7


def just_before(query: Query) -> Verdict | None:
    """2月3日 of a report of 8 February, which has looked back on a year before: what happened days ago is told last."""
    said, claim = query.focus.at(query.expression.at.start), query.scene.setting.published
    if said is None or said.place.year is None or claim is None or query.month is None or query.day is None:
        return None
    if said.place.year >= claim.value.year or not query.scene.above(query.expression, said.because):
        return None
    if query.scene.setting.put_up_late or goes_on(query, said, claim.value):
        return None
    try:
        ago = (claim.value - date(claim.value.year, query.month, query.day)).days
    except ValueError:
        return None
    if (
        not (0 <= ago <= _DAYS_AGO or _beside_another(query, claim.value))
        or query.scene.heads_entry(said.because)
        or query.scene.namings.oldest_first
    ):
        return None
    return Verdict(claim.value.year, "year-published", Certainty.DERIVED, claim.because)


YEAR_RULES: tuple[Callable[[Query], Verdict | None], ...] = (
    every_year,
    cited,
    ordinal_beside,
    same_clause,
    same_piece,
    told_before,
    same_sentence,
    of_minutes,
    of_the_week,
    next_part,
    heading,
    announced,
    holy_day,
    just_before,
    resumed,
    focus,
    witnesses.title,
    witnesses.ordinal,
    witnesses.number,
    witnesses.games,
    witnesses.said_now,
    witnesses.said_again,
    witnesses.moon,
    witnesses.told_since,
    witnesses.nearest,
    witnesses.reported,
    witnesses.same_month,
    witnesses.publication,
    witnesses.anniversary,
    witnesses.named_first,
    witnesses.given,
    witnesses.stamp,
)


def year_of(query: Query) -> Verdict:
    """The year of a yearless date, by the first rule that speaks; without any the year stays XXXX."""
    for rule in YEAR_RULES:
        verdict = rule(query)
        if verdict is not None:
            return _leap(compared(verdict, query), query)
    return Verdict(None, "year-unknown", Certainty.GUESSED)


def _leap(verdict: Verdict, query: Query) -> Verdict:
    """2月29日 of a year that was only guessed is of the leap year next to it: to come in a notice, else the nearest.

    Where the year is told, it is a slip of the text and stays one.
    """
    if verdict.year is None or (query.month, query.day) != (2, 29) or isleap(verdict.year):
        return verdict
    ahead = query.scene.looks_ahead(query.expression)
    told = verdict.sure is not Certainty.GUESSED and (ahead or verdict.rule != "year-published")
    if told:
        return verdict
    steps = sorted(range(-LEAP_GAP, LEAP_GAP + 1), key=lambda step: (ahead and step < 0, abs(step), step))
    year = next(verdict.year + step for step in steps if isleap(verdict.year + step))
    return Verdict(year, "year-leap", Certainty.GUESSED, verdict.because)


# What the document says of itself, each as good as derived.
WITNESSES: tuple[Callable[[Query], Verdict | None], ...] = (
    heading_above,
    witnesses.title,
    witnesses.ordinal,
    witnesses.number,
    witnesses.publication,
)


def compared(verdict: Verdict, query: Query) -> Verdict:
    """A guess that a witness of the document shares is one no longer; one that they all contradict is doubted."""
    if verdict.sure is not Certainty.GUESSED or verdict.rule in _NO_GUESS_OF_THE_TEXT:
        return verdict
    found = [witness for rule in WITNESSES if (witness := rule(query)) and witness.sure is not Certainty.GUESSED]
    for witness in found:
        if witness.year == verdict.year:
            return verdict._replace(sure=witness.sure, beside=witness)
    return verdict._replace(beside=found[0]) if found and verdict.rule == "year-focus" else verdict
