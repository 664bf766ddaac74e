"""A year that was said -> how far it frames what comes after it.

A year that opens a clause is the frame of what follows; in the middle of one it holds for its sentence, 去年 for its
clause.
"""

from __future__ import annotations

import re
from itertools import islice

from timeline import edtf
from timeline.model import Anchor, Certainty, Claim, Expression, Period, Point, Unit
from timeline.resolve.focus import NOWHERE, Focus, Said
from timeline.resolve.lunar_days import goes_on_in_annals
from timeline.resolve.scene import Scene
from timeline.resolve.sections import text
from timeline.setting.standing import inside, is_of_figures, is_origin, opens_clause, opens_sentence, side_of
from timeline.setting.written import points_of, written_year

_COUNTED = re.compile(r"(?:截止|截至|止于|统计[,:]?)$")
_COMPARED, _COMPARES = re.compile(r"[比较与同跟和从自由距]$"), re.compile(r"同期|相比|以来|[底末初起至到]")
_TO_COME = re.compile(r"将|拟|定于|即将")
_CLAUSE = re.compile(r",?[^,;。!?\n]{0,80}")
_OF_A_HOUSE = re.compile(r"(?:成立|创办|创立|创建|建立|设立|组建|始建|建成|出生)的(?=[\u4e00-\u9fff])")
# 十一年乙酉: a year told with its name in the cycle begins what a life tells of it, in a text without stops too.
_BY_CYCLE = re.compile("年(?:岁次|岁在)?[甲乙丙丁戊己已巳庚辛壬癸][子丑寅卯辰巳已己午未申酉戌亥]$")
_PAUSES = frozenset(",、:") | {""}
_BRACKET_REACH, _CLAUSE_REACH = 60, 80  # characters


def year_said(point: Point, said: Said, expression: Expression, focus: Focus, scene: Scene) -> Focus:
    """A year that opens a clause is the frame of what follows; in the middle of one it holds for the sentence."""
    shift = point.shift
    if said.place.year is None or _COUNTED.search(scene.before(expression, 3)):
        return focus
    of_another = shift is not None and shift.anchor is Anchor.NOW and shift.amount
    if shift is not None and of_another and not goes_on_in_annals(shift, focus, scene):
        return _of_another_year(point, said, expression, focus, scene)
    if side_of(scene.document, expression) == "plan" or scene.text.startswith("去(", expression.at.start):
        return focus  # 去(112)年, 明(114)年
    if inside(scene.text, expression.at, "《", "》", _BRACKET_REACH):
        return focus  # 《2016年规划》 is a name
    if is_of_figures(scene.text, expression.at):
        return focus._replace(remark=said, remark_ends=scene.sentence(expression.at.start).end)
    known = focus.said
    by_cycle = point.era is not None and _BY_CYCLE.search(expression.at.of(scene.text)) is not None
    if by_cycle or labels_line(expression, scene):
        moved = focus.moved(said, event=False)
        if not by_cycle:
            return moved
        above = focus.heading if focus.heading is not None and focus.heading.because == expression.span else None
        return moved._replace(lunar=NOWHERE, heading=above, heading_level=focus.heading_level if above else -1)
    if known is not None and known.place.year == said.place.year:
        again = point.year is not None and known.place.month is not None and focus.heading is None
        if not again:
            return focus._replace(remark=None)
        # 12月31日 … 2017年春季学期3月5日开学: a year that is said again does not turn
        return focus._replace(remark=said, remark_ends=scene.sentence(expression.at.start).end)
    if known is not None and known.sure is not Certainty.GUESSED and _of_its_clause(expression, scene):
        return focus
    if (known is not None or _dated(scene)) and _OF_A_HOUSE.match(scene.text, expression.at.end):
        return focus  # 2009年成立的子公司,4月1日停业: of which house it is
    of_old = point.era is not None and (known is None or opens_clause(scene.text, expression.at.start))
    if (of_old and not _dated(scene)) or _frames(expression, known, scene):
        return focus.moved(said, event=False)
    if known is None and not _dated(scene) and not is_origin(scene.text, expression.at.start):
        return focus.moved(said._replace(sure=Certainty.GUESSED), event=False)
    if is_origin(scene.text, expression.at.start) and scene.after(expression, 1) == "的":
        return focus  # 始建于1906年的老教堂于12月28日重新开放: of which house it is
    return focus._replace(remark=said, remark_ends=scene.sentence(expression.at.start).end)


_HEARD = re.compile(r"(?:获悉|得知|了解到|查到|查询到|发现|回忆说?|回顾|记得|介绍说?|透露|表示|称|说|显示)[,:]?“?$")
_LONG_AGO = 2  # years


def looked_back(point: Point, expression: Expression, focus: Focus, scene: Scene) -> bool:
    """家长获悉,1999年12月11日此药停用: what somebody hears of years long past is over with its sentence."""
    said = focus.said
    if (
        point.year is None
        or point.era is not None
        or said is None
        or said.place.year is None
        or said.place.month is None
    ):
        return False
    year = written_year(point, scene.setting.region)
    if year is None or year > said.place.year - _LONG_AGO:
        return False
    return _HEARD.search(scene.before(expression, 8)) is not None


_LABEL = re.compile(r"[#*\d.、 ]{0,8}[^()\d,。;:、!?]{1,14}[ (]*$")
_LABEL_ENDS = re.compile(r" ?\)\**(?: ?:|$)", re.M)


def labels_line(expression: Expression, scene: Scene) -> bool:
    """第三届(2013年):5月4日晚,…: the year in the label of a line or in a heading is that of what it labels."""
    block, at, value = scene.block(expression.at.start), expression.at, expression.value
    if block is None or not isinstance(value, Point) or value.shift is not None:
        return False
    return _LABEL_ENDS.match(scene.text, at.end, block.at.end) is not None and (
        _LABEL.fullmatch(scene.text, block.at.start, at.start) is not None
    )


def _of_its_clause(expression: Expression, scene: Scene) -> bool:
    """明年1月10日前完成2023年度数据录入;春节前…: the year of a thing, where the clause has said its own day."""
    start, text = expression.at.start, scene.text
    begins = max(text.rfind(stop, max(0, start - _CLAUSE_REACH), start) for stop in ",;。!?\n:")
    return any(
        other.at.start > begins and any(point.month is not None or point.day is not None for point in points_of(other))
        for other in scene.between(max(begins, 0), start)
    )


def leaving(expression: Expression, focus: Focus) -> Focus:
    """明年续建二期,今年8月起招标,9月开工: what says its own year leaves the one that the sentence began with."""
    if focus.clause is None:
        return focus
    own = any(
        point.year is not None or (point.shift and point.shift.unit is Unit.YEAR) for point in points_of(expression)
    )
    return focus._replace(clause=None, clause_ends=-1) if own else focus


# 2月20日开工,预计2024年8月竣工: a look ahead from what is told.
_FORESEEN = re.compile(r"(?:预计|预期|预定|预料|估计|有望|可望|力争|争取|计划|规划|拟|目标)[^,。;:!?\n\d]{0,8}$")
_FORESEEN_REACH = 12  # characters


def foreseen(point: Point, said: Said, expression: Expression, focus: Focus, scene: Scene) -> Focus | None:
    """The look ahead of a chronicle to a later year holds to the end of its entry: the next is of its own year."""
    known, text, at = focus.said, scene.text, expression.at
    ahead = focus.remark if at.start < focus.remark_ends else None
    if ahead is not None and ahead.place.month is not None and ahead.place.year == said.place.year:
        return focus._replace(remark=said)  # 预计2024年8月竣工,9月启用
    if known is None or known.place.year is None or point.year is None or (said.place.year or 0) <= known.place.year:
        return None
    told = {claim.place.year for claim in (focus.heading,) if claim}
    told |= {claim.value for claim in (scene.setting.title_year,) if claim}
    if known.place.year not in told or not _FORESEEN.search(text, max(0, at.start - _FORESEEN_REACH), at.start):
        return None
    block = scene.block(at.start)
    return focus._replace(remark=said, remark_ends=block.at.end if block else at.end)


def _of_another_year(point: Point, said: Said, expression: Expression, focus: Focus, scene: Scene) -> Focus:
    """去年的评选于6月29日揭晓: the year of the clause; 比去年提前3天, 与去年相比 only compare."""
    if _COMPARED.search(scene.before(expression, 3)):
        return focus
    if point.section is not None:
        return _of_a_piece(said, expression, focus, scene)
    shift_back = point.shift is not None and point.shift.amount < 0  # 去年的冠军将于5月3日回访
    clause = _CLAUSE.match(scene.text, expression.at.end)
    if clause is None or _COMPARES.match(clause[0]) or (shift_back and _TO_COME.search(clause[0])):
        return focus
    attribute = scene.after(expression, 1) == "的"
    opens = not attribute and opens_sentence(scene.text, expression.at.start)  # 明年继续推进,3月启动二期
    ends = scene.sentence(expression.at.start).end if opens else clause.end()
    return focus._replace(clause=said, clause_ends=max(ends, clause.end()))


def _of_a_piece(said: Said, expression: Expression, focus: Focus, scene: Scene) -> Focus:
    """明年第一季度: the months of it, for as long as its sentence lasts."""
    value = expression.value
    first, last = edtf.bounds(text(said.place, value.section)) if isinstance(value, Point) else (None, None)
    if first is None or last is None or first.year != last.year:
        return focus
    ends = scene.sentence(expression.at.end - 1).end
    return focus._replace(piece=said, piece_months=(first.month, last.month), piece_ends=ends)


def _frames(expression: Expression, known: Said | None, scene: Scene) -> bool:
    """Whether a year is the frame of what follows: 2010年, at the head; not the one of a prize in a dated report."""
    text, at = scene.text, expression.at
    if not opens_clause(text, at.start):
        return False
    told = known is not None and known.place.month is not None and _dated(scene)
    return not told or opens_sentence(text, at.start) or text[at.end : at.end + 1] in _PAUSES


def _dated(scene: Scene) -> bool:
    """Whether the document says of itself when it is, so that a year in the middle of a clause is only a remark."""
    setting = scene.setting
    claims = (
        setting.published,
        setting.title_year,
        setting.ordinal_year,
        setting.number_year,
        setting.moon_year,
    )
    return any(claim is not None for claim in claims)


def begun_before(expression: Expression, scene: Scene) -> Claim[int] | None:
    """The year from which on things went so, or to which they lasted, where it was the last that was said.

    1937年后,学校内迁。次年,抵达昆明; 2009年至2011年拍成影片,同年8月首映
    """
    block = scene.block(expression.at.start)
    for other in reversed(scene.between(block.at.start, expression.at.start) if block else ()):
        value = other.value
        last = (value.end or value.start) if isinstance(value, Period) else None
        if isinstance(last, Point):
            plain = last == Point(year=last.year)
            return Claim(last.year, "year-focus", other.span) if plain and last.year is not None else None
        if any(point.year is not None or point.shift is not None for point in points_of(other)):
            return None
    return None


_YEAR_ALONE = re.compile(r"[#*【 ]{0,6}[\d〇零一二三四五六七八九十元]{1,4}年(?:\([^()]{1,16}\))?[】* ]{0,4}")


def below_a_year(expression: Expression, scene: Scene) -> bool:
    """1950年 alone on its line, and below it 8月开展土改,至次年4月结束: the next line is of 1950 again."""
    above = (block for block in reversed(scene.document.blocks) if block.at.start <= expression.at.start)
    return any(_YEAR_ALONE.fullmatch(scene.text, *block.at) for block in islice(above, _LINES))


_LINES = 40  # of a chronicle below one year
