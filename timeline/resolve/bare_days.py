"""A day without its month -> its date: 5日, as it goes on from what was said, or as the day of writing lets it be."""

from __future__ import annotations

import re
from datetime import timedelta

from timeline import edtf
from timeline.model import Certainty, Expression, Point, Recurrence
from timeline.resolve.context import Context, Placed, of_day
from timeline.resolve.focus import Partial, Said
from timeline.resolve.sections import last_day, months_later
from timeline.resolve.wires import sent_on
from timeline.resolve.years import year_of

_OF_DAYS = frozenset(("point", "period", "since", "deadline", "period with hours"))
_FIGURES = frozenset("0123456789０１２３４５６７８９")
# A bare day that falls this far behind the last one is of the next month: 30日 … 2日.
_NEXT_MONTH = 26
_HAS_BEEN = re.compile(r"[已曾了]|截[至止]|以来|发生|收到|获悉|召开了")
_LATELY = 7  # days that a report looks back
# 7月18日或19日, 可于20日: one more day of what is to come.
_LISTED = re.compile(r"[、或和及与]$|[可须请应能][于在]$")


def of_bare_day(day: int, context: Context) -> Placed:
    """A day alone: the month of the range, of what was said last, or of the day of writing."""
    if context.left is not None and context.left.partial.month is not None:
        context.trail.note("range-left")
        left = context.left.partial
        return Placed(_rolled(left, day) if left.day is not None and day < left.day else left._replace(day=day))
    if (sent := sent_on(day, context.expression, context.scene)) is not None:
        context.trail.note("now", Certainty.DERIVED, sent.because, day=sent.value.isoformat())
        return Placed(Partial.of(sent.value))
    if _of_each(context):
        context.trail.note("clock-habit")
        return Placed()
    if (framed := _of_framing_week(day, context)) is not None:
        return framed
    said = _listed(context) or context.focus.said
    if (told := _told_behind(day, context)) is not None:
        return told
    if said is not None and (_is_over(day, said, context) or _is_of_figures(day, said, context)):
        said = None
    if said is not None and said.place.month is not None:
        place = said.place
        if (reported := _just_before(day, place, context)) is not None:
            return reported
        if (told := _told_again(day, said, context) or _around_feast(day, place, context)) is not None:
            return told
        if _is_due(day, place, context):
            context.trail.note("day-due", Certainty.GUESSED, said.because, month=_rolled(place, day).edtf[:-3])
            return Placed(_rolled(place, day))
        if place.day is not None and place.day - day >= _NEXT_MONTH:
            context.trail.note("day-next-month", Certainty.GUESSED, said.because, month=_rolled(place, day).edtf[:-3])
            return Placed(_rolled(place, day))
        context.trail.note(
            "day-focus", min(said.sure, Certainty.DERIVED), said.because, month=edtf.month(place.year, place.month or 0)
        )
        return Placed(place._replace(day=day))
    if (ahead := _run_before(day, context)) is not None:
        return ahead
    claim = context.scene.now(context.focus)
    elsewhere = said is not None and claim is not None and said.place.year not in (None, claim.value.year)
    if claim is None and (ahead := _before_the_first(day, context)) is not None:
        return ahead
    now = None if elsewhere else context.now()
    if now is None:
        return _told_elsewhere(day, context)
    place = Partial.of(now)
    if _is_due(day, place, context):
        context.trail.note("day-due", Certainty.GUESSED, month=_rolled(place, day).edtf[:-3])
        return Placed(_rolled(place, day))
    before = now.replace(day=1) - timedelta(days=1)
    looks_back = not context.scene.looks_ahead(context.expression) and claim is not None and claim.rule != "reference"
    nearer = day <= before.day and day - now.day > now.day + before.day - day  # there is no 31日 of February
    if day > last_day(now.year, now.month) or (looks_back and nearer):
        place = Partial.of(before)
        context.trail.note("day-month-before", Certainty.GUESSED)
    elif looks_back and day > now.day:
        context.trail.note("day-ahead", Certainty.GUESSED)
    return Placed(place._replace(day=day))


def _of_framing_week(day: int, context: Context) -> Placed | None:
    """下周计划:26日起施工,预计4月8日完成;28日验收: a day of the week that frames it, whatever was foreseen since."""
    at, said = context.expression.at.start, context.focus.said
    frame = next((frame for frame in reversed(context.focus.weeks) if at < frame.ends), None)
    if frame is None or said is None or said.place.month is None or context.left is not None:
        return None
    days = (frame.monday.value + timedelta(days=number) for number in range(7))
    found = next((one for one in days if one.day == day), None)
    if found is None or (found.year, found.month) == (said.place.year, said.place.month):
        return None
    context.trail.note("week", Certainty.DERIVED, frame.monday.because, week=frame.monday.value.isoformat())
    return of_day(found)


def _of_each(context: Context) -> bool:
    """于每季首月5日前付清: a day of each, where nothing but a month or a word stands between."""
    focus, at, text = context.focus, context.expression.at, context.scene.text
    if not focus.habit_start < at.start < focus.habit_ends:
        return False
    before = context.scene.neighbours(at.start, 1)[0]
    return isinstance(before.value, Recurrence) and _OF_EACH.fullmatch(text, before.at.end, at.start) is not None


_OF_EACH = re.compile(r"度?的?(?:首|末|第[一二三]个?|最后一个?|次|下)个?月份?的?")


def _is_over(day: int, said: Said, context: Context) -> bool:
    """2009年6月1日坠落。, and in another paragraph of a paper of 14 October 2011 将于20日首发: days around its own."""
    scene, published = context.scene, context.scene.setting.published
    if published is None or scene.setting.put_up_late or not said.place.year or said.place.year >= published.value.year:
        return False
    told = scene.heads_entry(said.because) or scene.namings.oldest_first or scene.namings.newest_first
    return not told and scene.above(context.expression, said.because) and abs(day - published.value.day) <= _AROUND


def _is_of_figures(day: int, said: Said, context: Context) -> bool:
    """1月通胀率创新高 above, and 仓库17日起火 in news of 19 February that speak of it: a day around their own."""
    published, place = context.scene.setting.published, said.place
    if published is None or place.day is not None or abs(day - published.value.day) > _AROUND:
        return False
    own = Partial.of(published.value)
    before = months_later(own._replace(day=None), -1)
    spoken_of = any(one.place.year == own.year and one.place.month == own.month for one in context.focus.days)
    return place == before and spoken_of and context.scene.above(context.expression, said.because)


def _told_behind(day: int, context: Context) -> Placed | None:
    """17日晚,警方通报7月17日的事故: the same day with its month, in the same sentence."""
    scene, at = context.scene, context.expression.at
    for other in scene.between(at.end, scene.sentence(at.start).end):
        point = other.value
        if isinstance(point, Point) and point.month is not None and point.day == day and not point.lunar:
            verdict = year_of(context.query(point.month, day)) if point.year is None else None
            year = context.take(verdict) if verdict is not None else point.year
            context.trail.note("day-focus", Certainty.DERIVED, other.span, month=edtf.month(year, point.month))
            return Placed(Partial(year, point.month, day))
    return None


def _listed(context: Context) -> Said | None:
    """1月27日、28至31日: the day right before it in the same list, though it is only a remark."""
    focus, start = context.focus, context.expression.at.start
    return focus.beside if focus.beside_ends == start - 1 and context.scene.text[start - 1] in "、和及与" else None


def _before_the_first(day: int, context: Context) -> Placed | None:
    """1.24日开营 2.9月1日开学: in a list that goes on in time the first month of it says the one before."""
    scene, start = context.scene, context.expression.at.start
    block = scene.block(start)
    following = next((e for e in scene.neighbours(start, _SOON) if e.at.start > start and _months(e)), None)
    point = following.value if following else None
    if block is None or following is None or not isinstance(point, Point) or not point.month or not point.day:
        return None
    if following.at.start < block.at.end or not _ITEM.match(scene.text, block.at.start):
        return None
    other = scene.block(following.at.start)
    if other is None or not _ITEM.match(scene.text, other.at.start):
        return None
    first = Partial(context.take(year_of(context.query(point.month, point.day))), point.month, point.day)
    place = first._replace(day=day) if day <= point.day else _back(first, day)
    context.trail.note("day-of-list", Certainty.GUESSED, following.span, month=place.edtf[:-3])
    return Placed(place)


def _run_before(day: int, context: Context) -> Placed | None:
    """廿五日立院通过 … 三十日闭会 四月份 一日公布: days that go on to the first of a month are of the one before."""
    scene, start, last = context.scene, context.expression.at.start, day
    if context.expression.phrase not in _OF_DAYS:
        return None
    for other in scene.neighbours(start, _RUN):
        point = other.value
        if other.at.start <= start:
            continue
        if not isinstance(point, Point) or point.year is not None or point.shift is not None or point.lunar:
            return None
        if point.month is not None and point.day is not None:
            if not (point.day <= _FIRST_DAYS < last) or last - day > _RUN:
                return None
            year = context.take(year_of(context.query(point.month, point.day)))
            place = _back(Partial(year, point.month, point.day), day)
            context.trail.note("day-of-list", Certainty.GUESSED, other.span, month=place.edtf[:-3])
            return Placed(place)
        if point.day is None or point.month is not None or not last < point.day:
            return None
        last = point.day
    return None


_RUN, _FIRST_DAYS = 12, 5  # expressions; days


def _months(expression: Expression) -> bool:
    point = expression.value
    return isinstance(point, Point) and point.month is not None


def _back(place: Partial, day: int) -> Partial:
    """A day of the month before."""
    month = place.month - 1 if place.month and place.month > 1 else _LAST
    year = place.year - (month == _LAST) if place.year is not None else None
    return Partial(year, month, day)


_AROUND = 10  # days of a paper's own news
_LAST = 12  # month
_SOON = 4  # expressions among which the first month of a list stands
_ITEM = re.compile(
    r" {0,3}(?:\d{1,2}[.、)]|[-*•·●] ?|[一二三四五六七八九十]{1,3}、|\(?[一二三四五六七八九十\d]{1,3}\))"
)


def _told_elsewhere(day: int, context: Context) -> Placed:
    """预告:22日11时首映 … 9月22日上午,首映仪式: the headline has the day, and the text its month."""
    months = context.scene.namings.months_of_day.get(day, frozenset())
    if not months and (only := _of_the_one_month(day, context)) is not None:
        return only
    if len(months) != 1:
        context.trail.note("day-unknown", Certainty.GUESSED)
        point = context.expression.value
        timed = isinstance(point, Point) and (point.clock is not None or point.part is not None)
        figures = context.expression.text[0] in _FIGURES or timed
        if context.expression.phrase not in _OF_DAYS or not figures:
            return Placed()  # 四日 may be as many days
        verdict = year_of(context.query(None, None))
        return Placed(Partial(None if verdict.sure is Certainty.GUESSED else context.take(verdict), None, day))
    month = next(iter(months))
    context.trail.note("day-elsewhere", Certainty.GUESSED, month=month)
    return Placed(Partial(context.take(year_of(context.query(month, day))), month, day))


def _of_the_one_month(day: int, context: Context) -> Placed | None:
    """廿四日晚聚餐。…(民国廿五年五月): the one month that the whole document names, with its year."""
    named = context.scene.setting.named
    months = {(naming.year, naming.month) for naming in named if naming.month and naming.side in ("", "bracket")}
    point = context.expression.value
    timed = isinstance(point, Point) and (point.clock is not None or point.part is not None)
    if len(months) != 1 or context.scene.namings.day_months or not timed:
        return None
    year, month = next(iter(months))
    context.trail.note("day-elsewhere", Certainty.GUESSED, month=month)
    return Placed(Partial(year, month, day))


def _told_again(day: int, said: Said, context: Context) -> Placed | None:
    """11月19日举行礼拜, then much on 1971年8月, then 19日的礼拜中: the look back is over."""
    if not context.scene.above(context.expression, said.because) or said.place.year is None:
        return None
    days = (*context.focus.days, *((context.focus.opening,) if context.focus.opening else ()))
    again = next((one for one in days if one.place.day == day and (one.place.year or 0) > said.place.year), None)
    if again is None:
        return None
    context.trail.note("day-again", Certainty.DERIVED, again.because, day=again.place.edtf)
    return Placed(again.place)


def _around_feast(day: int, place: Partial, context: Context) -> Placed | None:
    """中秋那天放晴。12号起风 in a page of 10 October: a day that was not yet is one around the feast it has told of."""
    claim, feast = context.scene.now(context.focus), context.focus.feast
    if claim is None or feast is None or claim.rule in ("lead", "reference"):
        return None
    now = claim.value
    to_come = (place.year or now.year, place.month or 0, day) > (now.year, now.month, now.day)
    if not to_come or context.scene.looks_ahead(context.expression):
        return None
    around = (first + timedelta(days) for first in feast.days[:1] for days in range(-_AROUND, _AROUND + 1))
    found = next((one for one in around if one.day == day and one <= now), None)
    if found is None:
        return None
    month = edtf.month(found.year, found.month)
    context.trail.note("day-focus", Certainty.GUESSED, feast.because, month=month)
    return of_day(found)


def _just_before(day: int, place: Partial, context: Context) -> Placed | None:
    """4月1日起调整,部长14日表示: what is reported on the 15th of March was said in March, whatever is to come."""
    claim = context.scene.now(context.focus)
    if claim is None or claim.rule in ("lead", "reference") or context.scene.looks_ahead(context.expression):
        return None
    if _LISTED.search(context.scene.before(context.expression, 2)):
        return None
    now = claim.value
    to_come = (place.year or now.year, place.month or 0) > (now.year, now.month)
    if not to_come or day < 1 or not 0 <= now.day - day <= _LATELY:
        return None
    context.trail.note("now", Certainty.GUESSED, claim.because, day=now.isoformat())
    return of_day(now.replace(day=day))


def _is_due(day: int, place: Partial, context: Context) -> bool:
    """12日至14日停用 of a notice of the 28th: it tells of days to come, so those are of the month after."""
    published, known = context.scene.setting.published, place._replace(day=day).known
    setting = context.scene.setting
    if published is None or known is None or not setting.notice or setting.put_up_late:
        return False
    same_month = (known.year, known.month) == (published.value.year, published.value.month)
    sentence = context.scene.sentence(context.expression.at.start)
    return same_month and known < published.value and not _HAS_BEEN.search(context.scene.text, *sentence)


def _rolled(place: Partial, day: int) -> Partial:
    """A day of the month after."""
    month = (place.month or 0) % 12 + 1
    year = place.year + (month == 1) if place.year is not None else None
    return Partial(year, month, day)
