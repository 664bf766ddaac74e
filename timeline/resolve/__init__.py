"""Expressions and setting -> resolutions: a fold over the expressions that carries a focus.

What is written stays what it is; what is not written is taken from the witnesses of the document, in a fixed order, and
every resolution says by which steps it was come by and how sure that makes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from timeline.model import (
    Anchor,
    Certainty,
    Claim,
    Document,
    Duration,
    Expression,
    ExpressionKind,
    Note,
    Period,
    Point,
    Recurrence,
    Resolution,
    Role,
    Setting,
    Severity,
    Span,
    Unit,
    When,
)
from timeline.resolve import moves, wires
from timeline.resolve.checks import moons_agree, side_by_side, years_agree
from timeline.resolve.context import Context, Placed, clock_text
from timeline.resolve.focus import Focus, Partial
from timeline.resolve.occasions import place_occasion
from timeline.resolve.periods import resolve_duration, resolve_period
from timeline.resolve.points import place
from timeline.resolve.repairs import repaired
from timeline.resolve.scene import Scene
from timeline.resolve.sections import Side
from timeline.resolve.sets import resolve_recurrence
from timeline.resolve.this_year import year_of_today
from timeline.resolve.trail import DOUBT, Trail
from timeline.resolve.verdicts import Query
from timeline.setting.standing import inside
from timeline.setting.written import points_of

_LEAD_REACH = 600


def resolve(document: Document, expressions: Sequence[Expression], setting: Setting) -> tuple[Resolution, ...]:
    """What each expression means, in order.

    Where nothing says when the document was written and a word asks for it, the fold runs twice: the first whole day of
    the opening stands in for the day of writing.
    """
    scene = Scene(document, expressions, setting)
    resolutions = _fold(scene)
    if setting.now is None and any(map(_asks_now, expressions)):
        lead = (
            _week_of_news(scene)
            or _feast_now(scene)
            or _foot(document, resolutions)
            or _lead(document, resolutions, scene.namings.records)
        )
        if lead is not None and not scene.outlived(lead.value.year):
            return _fold(Scene(document, expressions, replace(setting, lead=lead)))
    return resolutions


def _fold(scene: Scene) -> tuple[Resolution, ...]:
    focus, setting = Focus(), scene.setting
    resolutions = []
    headings = [block for block in scene.document.blocks if block.role is Role.HEADING]
    passed = 0
    row, begun = -1, focus
    articles = iter(scene.setting.postings)
    article = next(articles, None)
    for expression in scene.expressions:
        while article is not None and article.at.start <= expression.at.start:
            focus = moves.into(article)
            scene.setting = replace(setting, published=article.day)
            article = next(articles, None)
        while passed < len(headings) and headings[passed].at.start <= expression.at.start:
            focus = moves.below(headings[passed], focus)
            passed += 1
        block = scene.block(expression.at.start)
        begins = block is not None and block.role is Role.ROW and block.at.start != row
        if begins and row >= 0 and _next_row(scene, row, expression.at.start):
            focus = moves.beside(begun, focus)
        resolution, focus = _step(expression, wires.beyond(expression, focus), scene)
        resolutions.append(resolution)
        if begins and block is not None:
            row, begun = block.at.start, focus
    return moons_agree(setting, years_agree(setting, side_by_side(scene.document, resolutions)))


def _next_row(scene: Scene, row: int, position: int) -> bool:
    """Whether a row stands right below another."""
    above = scene.block(row)
    return above is not None and scene.text.find("\n", above.at.end + 1, position) < 0


def _step(expression: Expression, focus: Focus, scene: Scene) -> tuple[Resolution, Focus]:
    """One expression: what it means, and the focus after it."""
    trail = Trail()
    value = repaired(expression, focus, scene, trail)
    context = Context(expression, focus, scene, trail)
    ends: tuple[Placed | None, Placed | None] = (None, None)
    when: When | None
    if isinstance(value, Period):
        when, *sides = resolve_period(value, context)
        ends = (sides[0], sides[1])
    elif isinstance(value, Duration):
        when = resolve_duration(value, context)
    elif isinstance(value, Recurrence):
        when = resolve_recurrence(value, focus.said.place if focus.said else None)
    else:
        placed = place(value, context) if isinstance(value, Point) else place_occasion(value, context)
        when, ends = _when(placed, context), (placed, None)
    sure = trail.sure
    resolution = Resolution(expression=expression, when=when, certainty=sure, steps=trail.steps)
    read = expression if value is expression.value else replace(expression, value=value)
    return resolution, moves.after(read, ends, sure, focus, scene)


def _when(placed: Placed, context: Context) -> When | None:
    """A placed point as a time; 底 after 截至 or 到 is the last day."""
    ends = context.scene.ends_stretch(context.expression)
    text = placed.edtf(Side.END if ends and placed.stretch is None else Side.ALONE)
    time = clock_text(placed.clock)
    when = When(edtf=text, time=time, part=placed.part, duration=placed.duration, rrule=placed.rrule)
    return None if when == When() else when


# --- the day of writing, where nothing says it -----------------------------------------------------------------------


def _asks_now(expression: Expression) -> bool:
    """Whether an expression counts from the day of writing."""
    if isinstance(expression.value, Duration):
        return expression.value.direction is not None
    return any(
        (point.shift is not None and not (point.shift.unit is Unit.YEAR and point.shift.anchor is Anchor.NOW))
        or (point.day is not None and point.month is None)
        or point.weekday is not None
        for point in points_of(expression)
    )


def _foot(document: Document, resolutions: Sequence[Resolution]) -> Claim[date] | None:
    """The day alone in the last line, whose year the text has told, or in a bracket that closes the text."""
    last = resolutions[-1] if resolutions else None
    if last is None or not isinstance(last.expression.value, Point) or last.when is None or last.when.first is None:
        return None
    at, end = last.expression.at, document.blocks[-1].at
    alone = end.start <= at.start and not document.text[end.start : at.start].strip("( ") and at.end >= end.end - 1
    alone = alone or (document.text[at.start - 1 : at.start] == "(" and document.text[at.end :].strip() == ")")
    signed = alone and last.when.single_day and last.expression.value.shift is None
    return moves.lead_of(last.when.first, last.expression) if signed else None


def _week_of_news(scene: Scene) -> Claim[date] | None:
    """上周(7月14日至7月20日): written in the week behind that one, in the latest year that the text tells of."""
    for expression in scene.neighbours(0, _FIRST_ONES):
        point = expression.value
        if (
            not isinstance(point, Point)
            or point.shift is None
            or point.weekday is not None
            or point.section is not None
        ):
            continue
        shift = point.shift
        if (shift.unit, shift.anchor) != (Unit.WEEK, Anchor.NOW) or shift.amount not in _WEEKS_OF_NEWS:
            continue
        for other in scene.between(expression.at.end, expression.at.end + 2):
            if scene.text[other.at.start - 1] != "(" or not isinstance(other.value, Period):
                continue
            first = other.value.start
            if not isinstance(first, Point) or first.year is not None or first.month is None or first.day is None:
                continue
            year = year_of_today(Query(first.month, first.day, other, Focus(), scene)).year
            begins = Partial(year, first.month, first.day).known
            if begins is not None:
                return Claim(begins - timedelta(days=7 * int(shift.amount)), "lead-week", other.span)
    return None


_FIRST_ONES, _WEEKS_OF_NEWS = 6, (-1, 0, 1)


def _feast_now(scene: Scene) -> Claim[date] | None:
    """The day of writing of a text that says 后天是五一, where its year is known."""
    said = scene.feast_now
    return Claim(said.place.known, "lead", said.because) if said and said.place.known else None


def _lead(document: Document, resolutions: Sequence[Resolution], records: frozenset[Span]) -> Claim[date] | None:
    """The first whole day of the opening; what stands in brackets and observances do not count."""
    for resolution in resolutions:
        expression, when = resolution.expression, resolution.when
        if expression.at.start > _LEAD_REACH:
            return None
        value = expression.value
        point = (
            (value.start if value.end is None or moves.one_day(value) else None) if isinstance(value, Period) else value
        )
        if when is None or not isinstance(point, Point) or point.shift is not None:
            continue
        if isinstance(value, Period) and value.approximate:
            continue  # 新中国成立后
        aside = inside(document.text, expression.at, "(", ")") or expression.at in records
        if point.day is not None and when.first is not None and not aside:
            return moves.lead_of(when.first, expression)
    return None


# --- doubts ----------------------------------------------------------------------------------------------------------


def doubts(document: Document, resolutions: Sequence[Resolution]) -> tuple[Note, ...]:
    """Every doubt that came up, as notes: contradictions, repairs, days that do not exist, what could not be dated."""
    notes = []
    said: set[tuple[str, ...]] = set()
    for resolution in resolutions:
        expression = resolution.expression
        for step in resolution.steps:
            same = (step.rule, *step.values.values())
            if step.rule == "doubt-witness" and same in said:
                continue  # one note for a chain of dates that go on from the same guess
            said.add(same)
            if step.rule.startswith(DOUBT) or step.rule.startswith("repair"):
                notes.append(_note(document, resolution, step.rule, dict(step.values)))
        if _undated(resolution):
            notes.append(_note(document, resolution, "doubt-undated", {}))
        elif resolution.when and resolution.when.edtf and "XXXX" in resolution.when.edtf and _wants_year(expression):
            notes.append(_note(document, resolution, "doubt-no-year", {}))
    return tuple(notes)


def _wants_year(expression: Expression) -> bool:
    return expression.kind not in (ExpressionKind.SET, ExpressionKind.OBSERVANCE)


def _undated(resolution: Resolution) -> bool:
    """Whether a date was asked for and none was found; 目前 and 近日 ask for none."""
    value, kind = resolution.expression.value, resolution.expression.kind
    if isinstance(value, Point | Period) and value.approximate:
        return False
    asked = kind not in (ExpressionKind.DURATION, ExpressionKind.SET, ExpressionKind.TIME)
    return (
        asked
        and (resolution.when is None or resolution.when.edtf is None)
        and resolution.certainty is not Certainty.WRITTEN
    )


_LOST = frozenset({"doubt-repair", "doubt-undated", "doubt-no-year"})  # these leave a time without its date


def _note(document: Document, resolution: Resolution, rule: str, values: dict[str, str]) -> Note:
    expression = resolution.expression
    return Note(
        document=document.name,
        rule=rule,
        values={"text": expression.text, **values},
        severity=Severity.LOSS if rule in _LOST else Severity.DOUBT,
        span=expression.span,
        line=document.line(expression.span.start),
    )
