"""What was said before a yearless date -> its year, with the turn of the year: after December comes January.

The functions are rules of `years`; here is what they ask before they go over the turn of a year, or back.
"""

from __future__ import annotations

import re
from datetime import date

from timeline.model import Certainty, Period
from timeline.resolve import witnesses
from timeline.resolve.focus import Partial, Said
from timeline.resolve.sections import last_day
from timeline.resolve.stories import has_just_been
from timeline.resolve.verdicts import Query, Verdict
from timeline.resolve.witnesses import FAR_AHEAD, NEAR

# Months from the focus to the next yearless date: from -3 to +5 within a year; beyond that the year has turned.
_TURNS, _TURNS_BACK, _FAR_BACK = -6, 9, -8
_PUT_OFF = re.compile(r"(?:[延移改挪]|推迟|顺延|延期|展期|延后|平移)(?:[至到在为于]|办至|期至|后至|到了)?$")
_FALLS = 2  # steps back in a row: a list newest-first
_SOON = 1  # months after publication in which tickets for next year are sold
_DAYS_OF_MONTH = 31


def next_part(query: Query) -> Verdict | None:
    """一月 … 十月 … 十二月: months at the head of parts go on from each other, whatever year the parts look back on."""
    before = query.focus.part
    if before is None or before.place.year is None or before.place.month is None or query.month is None:
        return None
    if not query.scene.heads_part(query.expression) or query.scene.namings.newest_first:
        return None
    turned = query.month - before.place.month <= _TURNS
    rule, sure = ("year-turned", Certainty.GUESSED) if turned else ("year-heading", Certainty.DERIVED)
    return Verdict(before.place.year + turned, rule, min(before.sure, sure), before.because)


def focus(query: Query) -> Verdict | None:
    """What was said before, with the turn of the year: after December comes January."""
    said = query.focus.at(query.expression.at.start)
    if said is None:
        return None
    place = said.place
    if place.year is None:
        return None
    if place.month is None and (told := _of_business_year(query, place.year)) is not None:
        return told
    if query.month is None or place.month is None:
        return Verdict(said.year(query.month), "year-focus", min(said.sure, Certainty.DERIVED), said.because)
    if (soon := _sooner(query, said)) is not None:
        return soon
    home = query.focus.home
    if home is not None and said is query.focus.said and _nearer(query, home.place, place):
        return Verdict(home.place.year, "year-focus", min(home.sure, Certainty.DERIVED), home.because)
    change = query.month - place.month
    if (change, (query.day or 31) - (place.day or 0)) < (0, 0) and _is_put_off(query):
        return Verdict(place.year + 1, "year-turned", Certainty.GUESSED, said.because)
    if change >= -_TURNS and _due_before(query, place):
        return Verdict(place.year - 1, "year-turned-back", Certainty.GUESSED, said.because)
    newest = query.focus.falls >= _FALLS and not has_just_been(query, place.year + 1)
    if change <= _TURNS and (newest or query.scene.namings.newest_first):
        return Verdict(place.year, "year-newest-first", Certainty.GUESSED, said.because)
    short = change > _FAR_BACK and (titled := witnesses.title(query)) is not None and titled.year == place.year
    short = short or _of_a_review(query, place.year)
    aside = _TOLD_ASIDE.search(query.scene.before(query.expression, 24)) is not None
    if (
        change <= _TURNS
        and not (short or aside)
        and not _too_late(query, place)
        and not _belongs_to_stretch(query, place)
    ):
        return Verdict(place.year + 1, "year-turned", Certainty.GUESSED, said.because)
    if change >= _TURNS_BACK and _looks_back(query, place):
        return Verdict(place.year - 1, "year-turned-back", Certainty.GUESSED, said.because)
    return Verdict(place.year, "year-focus", min(said.sure, Certainty.DERIVED), said.because)


# 2019年十大新闻, 2019年度大事盘点: what is listed in it is of that year, in whatever order
_REVIEW = re.compile(r"年?度?[^\n。,]{0,12}?(?:[十八六五]大|[十八六五]件|大事|要闻|盘点|回顾|回眸|荣誉榜|里程碑|纪事)")


def _of_a_review(query: Query, year: int) -> bool:
    claim = query.scene.setting.title_year
    if claim is None or claim.value != year or claim.because is None:
        return False
    return _REVIEW.match(query.scene.document.text, claim.because.end) is not None


# 10月8日,某人获奖(该奖于4月28日设立): what a bracket says that was done lies behind, and the year does not turn.
_TOLD_ASIDE = re.compile(r"\((?![^()]{0,20}[将拟定订待])[^()]{1,20}(?:于|已在)$")


def _of_business_year(query: Query, year: int) -> Verdict | None:
    """6月23日消息: … 2019年巨额亏损。6月22日公布的2019年财报: the year that a report is on is not that of its day."""
    claim, event = query.scene.setting.report_year, query.focus.event
    if claim is None or event is None or event.place.year != claim.value or year != claim.value - 1:
        return None
    return Verdict(claim.value, claim.rule, Certainty.GUESSED, claim.because)


def _sooner(query: Query, said: Said) -> Verdict | None:
    """预计2025年9月建成。…自5月20日起封闭 in a paper of May 2024: what is planned for later ends with its sentence."""
    claim, start = query.scene.setting.published, query.scene.sentence(query.expression.at.start).start
    if claim is None or said.place.year != claim.value.year + 1 or said.because is None or query.month is None:
        return None
    if said.because.start >= query.scene.document.offsets.raw(start):
        return None
    planned = query.scene.document.raw[max(0, said.because.start - _PLAN_REACH) : said.because.start]
    months = query.month - claim.value.month
    if not (_PLANNED.search(planned) and 0 <= months <= -_TURNS):
        return None
    return Verdict(claim.value.year, "year-published", Certainty.GUESSED, claim.because)


_PLANNED = re.compile(r"(?:预计|預計|预期|計劃|计划|力争|有望|争取|拟)[于到至在]?$")
_PLAN_REACH = 6


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
    return first.year == place.year and (first - wanted).days <= NEAR


def _is_put_off(query: Query) -> bool:
    """Whether the date is one to which something was put off, and not still to come: 原定2024/6/7的场次延至4/18."""
    published, said = query.scene.setting.published, query.focus.at(query.expression.at.start)
    same = published is not None and said is not None and said.place.year == published.value.year
    if same and published is not None and (query.month or 0) >= published.value.month:
        return False  # 9月26日: 12月的选举 … 表决延至10月
    told = query.scene.document.offsets.raw(query.scene.sentence(query.expression.at.start).start)
    if said is None or said.because is None or said.because.start < told:
        return False
    return _PUT_OFF.search(query.scene.before(query.expression, 6)) is not None


def _too_late(query: Query, place: Partial) -> bool:
    """Whether the next year's month would come long after the day of publication, in a text that looks back."""
    published, lead = query.scene.setting.published, query.scene.setting.lead
    if published is None and lead is not None and lead.because and lead.because > query.expression.span:
        published = lead  # the day alone in the last line
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
    if query.focus.falls >= 2 or query.scene.namings.newest_first:
        return True
    if place.day is not None and published is None:
        return not query.scene.namings.oldest_first
    if published is None or place.year != published.value.year or query.scene.looks_ahead(query.expression):
        return False
    return (query.month or 0) - published.value.month >= FAR_AHEAD
