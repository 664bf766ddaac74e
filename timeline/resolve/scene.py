"""A document, its setting and its expressions, with what the rules ask of them again and again kept at hand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from timeline.calendars import observances
from timeline.find.grids import Grid, grids
from timeline.find.numerals import number
from timeline.memory import once
from timeline.model import (
    Anchor,
    Block,
    Certainty,
    Claim,
    Document,
    Expression,
    Naming,
    Occasion,
    Point,
    Role,
    Script,
    Setting,
    Span,
    Unit,
    Value,
)
from timeline.resolve.focus import Focus, Partial, Said
from timeline.resolve.forms import Items
from timeline.resolve.namings import Namings
from timeline.setting.written import whole_day

_STOPS = re.compile(r"[。!?\n]")
_CLAUSE_ENDS, _CLAUSE_REACH = re.compile(r"[,;。!?\n]"), 20
_SENTENCE_REACH = 300
_DATELINE_REACH, _FIRST_ONES = 400, 12
_SLUG = re.compile(r"[社网报讯电][^。\n]{0,24}$")
_SLUG_ENDS = re.compile(r"[讯电] ?(?:北京时间|当地时间)?$")
_REPORTED = re.compile(r"[^。,\n]{0,8}?(?:电|讯|消息|报道)")
_ENTRY_MARKS = 2  # signs that may stand beside the date of an entry
_UNTIL = re.compile(r"(?:截至|截止|持续至|[到至])$")
# From a day up to the day of writing.
_SINCE, _UP_TO_NOW = (
    re.compile(r"自(?!己|然|动|行|主)|距离?"),
    re.compile(r"以来|至今|迄今|到现在|已(?:经)?(?:过去|有|过)"),
)
_IS_FEAST = re.compile(r"(?:就|正|便|恰好?|又|也)?(?:是|为|逢|迎来|到)(?:了|一年一度的?|我国|我们的?)?")
_EVERY_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)")
_YEARLY_MOON = re.compile(r"每年的?(?:农历|旧历|阴历)([正冬腊]|[一二三四五六七八九十]{1,2})月")
_MOONS = {"正": 1, "冬": 11, "腊": 12}


def _moons(text: str) -> frozenset[int]:
    found = _YEARLY_MOON.finditer(text) if "每年" in text else ()
    return frozenset(_MOONS.get(match[1]) or number(match[1]) for match in found)


_SPEAKER, _OVER = re.compile(r"[^\s:,。|\d]{1,6}:"), re.compile(r"[了过]|已经|上[周次回个]|刚|昨|前天|当时")
_COUNTS_DOWN, _OF_THE_MOON = re.compile("倒数|跨年|元旦"), re.compile("农历|春节|新春|年初[一二三]|大年|贺岁|围炉|团年")
_LOG = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
_CLOSES = re.compile(r"(?:许|左右|准时)?,?(?:会议)?(?:圆满|顺利|胜利)?(?:结束|闭会)")
_CLOSING = re.compile(r"散会|闭会|会议结束")
_ASKS = re.compile(
    r"请(?:各位|大家|您|诸位|同学|家长|准时|提前|按时|自[带备行]|携?带|务必|勿)|踊跃|务必|敬邀|不见不散|[别勿](?:迟到|忘|错过)"
    r"|欢迎(?:大家|各位|您|前来|报名|参加|届时)"
)
_AHEAD = re.compile(
    r"将(?!(?:有关|相关|该)?(?:情况|信息|消息)|[其他她它]|嫌疑人|伤者|患者|[^,。;\n]{1,8}(?:上报|移[送交]|送[往到医]|交给))|拟|预计|计划(?![”》、,。;的书]|生育|经济|委员|单列|指标|体制)|打算|即将|截止|报名|持续[到至]|延续[到至]|请于|须于|应于|届时|[定订择]于|谨[订定于]|押后|改[期到至]|[推延][迟期]?[到至](?![^,。;\n]{0,16}(?:不治|[去逝离]世|死亡|身亡))|[挪调]到"
)


# 日期(农历), 农历月日, 重要活动(农历): what the days below it are counted in.
_MOON_HEAD = re.compile(
    r"(?:日期|时间|月日|日子|活动|行事历|一览表?)[ (﹝〔]{1,2}(?:农历|旧历|阴历)[)﹞〕]"
    r"|(?:农历|旧历|阴历)(?:日期|月日|日子)(?= ?(?:\||\n|$))"
)


PLAIN = frozenset(("", "remark", "name"))  # how a year is named that the text tells of
_MOST_HEADS, _LONGEST_ROW = 20, 300  # characters before a cell that can hold a date


def _column(text: str, start: int, position: int) -> int:
    """The number of the cell that holds a position, in a line that begins at `start`."""
    return text[start:position].lstrip("| ").count("|")


class Scene:
    """What the fold looks at besides the expression at hand and the focus."""

    def __init__(self, document: Document, expressions: Sequence[Expression], setting: Setting) -> None:
        self.document, self.expressions, self.setting = document, expressions, setting
        self.text = document.text
        self._starts = [block.at.start for block in document.blocks]
        self._expression_starts = [expression.at.start for expression in expressions]
        self.namings = Namings(document, expressions, setting)
        self._sentences: dict[int, Span] = {}

    # --- where -------------------------------------------------------------------------------------------------------

    def block(self, position: int) -> Block | None:
        """The block that holds a position of the clean text."""
        index = bisect_right(self._starts, position) - 1
        return self.document.blocks[index] if index >= 0 else None

    def below(self, block: Block, count: int) -> Sequence[Block]:
        """The blocks behind one, so many at most."""
        index = bisect_right(self._starts, block.at.start)
        return self.document.blocks[index : index + count]

    def sentence(self, position: int) -> Span:
        """The sentence that holds a position of the clean text; brackets and quotation marks do not end it."""
        if position not in self._sentences:
            low = max(0, position - _SENTENCE_REACH)
            start = max(low, *(self.text.rfind(stop, low, position) + 1 for stop in "。!?\n"))
            match = _STOPS.search(self.text, position, position + _SENTENCE_REACH)
            end = match.start() if match else min(position + _SENTENCE_REACH, len(self.text))
            self._sentences[position] = Span(start, end)
        return self._sentences[position]

    def between(self, start: int, end: int) -> Sequence[Expression]:
        """The expressions that begin in a stretch of the clean text."""
        return self.expressions[bisect_left(self._expression_starts, start) : bisect_left(self._expression_starts, end)]

    def neighbours(self, position: int, count: int) -> Sequence[Expression]:
        """The expressions next to a position of the clean text, so many on each side."""
        index = bisect_left(self._expression_starts, position)
        return self.expressions[max(index - count, 0) : index + count + 1]

    def gloss(self, expression: Expression) -> Claim[date] | None:
        """The civil day that stands in brackets right behind an expression: 宣统元年六月癸卯(1909年8月11日)."""
        end = expression.at.end
        if self.text[end : end + 1] != "(":
            return None
        for other in self.between(end + 1, end + 3):
            day = whole_day(other, self.setting.region)
            if day is not None and self.text[other.at.end : other.at.end + 1] == ")":
                return Claim(day, "gloss", other.span)
        return None

    def above(self, expression: Expression, because: Span | None) -> bool:
        """Whether the words that prove something stand in a paragraph above the one of an expression."""
        block = self.block(expression.at.start)
        return because is not None and block is not None and because.start < self.document.offsets.raw(block.at.start)

    def heads_entry(self, because: Span | None) -> bool:
        """Whether a date is all that its line holds, as at the head of an entry of a chronicle."""
        if because is None:
            return False
        line = (
            self.document.raw[: because.start].rpartition("\n")[2] + self.document.raw[because.end :].partition("\n")[0]
        )
        return len(line.strip(" \t\r|#*")) <= _ENTRY_MARKS

    def beside_source(self, expression: Expression) -> Claim[date] | None:
        """The day of publication, of an expression that stands in the same line or alone on the next."""
        claim, block = self.setting.published, self.block(expression.at.start)
        if claim is None or claim.because is None or block is None:
            return None
        line = self.document.raw_span(block.at)
        alone = expression.at == block.at and self.block(block.at.start - 1)
        start = self.document.raw_span(alone.at).start if alone else line.start
        return claim if start <= claim.because.start < line.end else None

    def begins_log_line(self, expression: Expression) -> bool:
        """Whether a clock time in figures is the first thing of its line: 09:12 评审改期."""
        block, value = self.block(expression.at.start), expression.value
        first = block is not None and block.at.start == expression.at.start and block.role is not Role.HEADING
        return first and isinstance(value, Point) and _LOG.fullmatch(expression.at.of(self.text)) is not None

    def follows(self, end: int, expression: Expression) -> bool:
        """Whether nothing stands between the end of a line and an expression."""
        return end >= 0 and not self.text[end : expression.at.start].strip()

    def closes_meeting(self, expression: Expression) -> bool:
        """Whether the clock time is that at which a meeting closes: 散会:上午11时30分."""
        line = self.text.rfind("\n", 0, expression.at.start) + 1
        before = _CLOSING.search(self.text, max(line, expression.at.start - 20), expression.at.start)
        behind = _CLOSES.match(self.text, expression.at.end)
        return before is not None or (behind is not None and "会" in behind[0] + self.before(expression, 8))

    def before(self, expression: Expression, length: int) -> str:
        """The clean text just before an expression."""
        return self.text[max(0, expression.at.start - length) : expression.at.start]

    def after(self, expression: Expression, length: int) -> str:
        """The clean text just after an expression."""
        return self.text[expression.at.end : expression.at.end + length]

    def ends_stretch(self, expression: Expression) -> bool:
        """Whether the words before an expression make it the end of a stretch: 截至2019年底, 持续到5月末."""
        return _UNTIL.search(self.before(expression, 3)) is not None

    def heading_at(self, expression: Expression) -> Block | None:
        """The heading that an expression stands in: it has a mark, or words besides the date."""
        block = self.block(expression.at.start)
        if block is None or block.role is not Role.HEADING:
            return None
        rest = (block.at.end - block.at.start) - (expression.at.end - expression.at.start)
        return block if rest >= 2 or self.text.startswith("#", block.at.start) else None

    def heads_part(self, expression: Expression) -> bool:
        """Whether an expression is a month alone on a line, as 十二月 above its days."""
        block, value = self.block(expression.at.start), expression.value
        month = isinstance(value, Point) and value.month is not None and value.day is None
        return month and block is not None and block.role is Role.HEADING and block.at == expression.at

    @once
    def grids(self) -> tuple[Grid, ...]:
        """The tables whose columns are days."""
        return grids(self.document, self.expressions)

    def heads_row(self, expression: Expression) -> bool:
        """Whether an expression is the label of a row below several days."""
        grid = self._grid(expression)
        return grid is not None and grid.labels(expression.at.start)

    def day_above(self, expression: Expression) -> Expression | None:
        """The day at the head of the column in which an expression stands."""
        grid = self._grid(expression)
        return grid.day(expression.at.start) if grid else None

    def _grid(self, expression: Expression) -> Grid | None:
        """The last table of days that begins before an expression."""
        start = expression.at.start
        number = bisect_right(self.grids, start, key=lambda grid: grid.rows[0].label.start) - 1
        return self.grids[number] if number >= 0 else None

    # --- the time of writing -----------------------------------------------------------------------------------------

    def now(self, focus: Focus) -> Claim[date] | None:
        """The day to count 今天 from, at this place of the text."""
        return focus.now or self.setting.now

    def outlived(self, year: int) -> bool:
        """Whether the document tells of later years as past: a history that opens in 1937 was not written then."""
        return any(
            naming.year > year and not naming.side and not self.says_ahead(naming.at.start)
            for naming in self.setting.named
        )

    @once
    def latest_told(self) -> Naming | None:
        """The latest year that the document names as one that has come, wherever it stands."""
        told = [one for one in self.setting.named if one.side in PLAIN and not self.says_ahead(one.at.start)]
        return max(told, key=lambda naming: naming.year, default=None)

    def looks_ahead(self, expression: Expression) -> bool:
        """Whether a date is one to come: the document is a notice, or a word before the date says so."""
        return self.setting.notice or self.says_ahead(expression.at.start)

    @once
    def numbered_now(self) -> Said | None:
        """The day of writing by 今天(5日) or 昨(12)日, in the one month with which that day is said elsewhere."""
        for expression in self.neighbours(0, _FIRST_ONES):
            point = expression.value
            if not isinstance(point, Point) or point.shift is None or point.day is None or point.month is not None:
                continue
            if (point.shift.unit, point.shift.anchor) == (Unit.DAY, Anchor.NOW):
                months = self.namings.months_of_day.get(point.day, frozenset())
                month = next(iter(months)) if len(months) == 1 else None
                today = Partial(None, month, point.day).later(-int(point.shift.amount))
                return Said(today, Certainty.GUESSED, expression.span) if today.day else None
        return None

    def asks(self, expression: Expression) -> bool:
        """Whether the sentence asks its reader to come or to do something, and tells of nothing that is over."""
        sentence = self.sentence(expression.at.start)
        asked = _ASKS.search(self.text, sentence.start, sentence.end) is not None
        return asked and _OVER.search(self.text, sentence.start, sentence.end) is None

    def plans_in_chat(self, expression: Expression) -> bool:
        """Whether people who write to each other speak of a day, and not as of one that is over: 小林:周五可以."""
        sentence = self.sentence(expression.at.start)
        return self._is_chat and _OVER.search(self.text, sentence.start, sentence.end) is None

    @once
    def _is_chat(self) -> bool:
        """Whether most lines open with somebody's name, and the same names come again."""
        names = [match[0] for block in self.document.blocks if (match := _SPEAKER.match(self.text, block.at.start))]
        return len(names) * 2 > len(self.document.blocks) and 1 < len(set(names)) * 2 <= len(names)

    def says_ahead(self, position: int, clauses: int | None = None) -> bool:
        """Whether a word of the sentence, up to so many clauses on, says that it speaks of what is to come."""
        sentence = self.sentence(position)
        end = sentence.end
        if clauses is not None:
            commas = [match.end() for match in _CLAUSE_ENDS.finditer(self.text, position, end)]
            end = commas[clauses - 1] if len(commas) >= clauses else end
        return _AHEAD.search(self.text, sentence.start, end) is not None

    @once
    def yearless_now(self) -> Said | None:
        """The day of a dateline without a year or a month, where no other is known: 新华社某地4月16日电.

        So is the day in the bracket of a word that counts from it: 今日(十一月十二日), 昨天(6月10日).
        """
        for expression in self.expressions:
            point = expression.value
            if expression.at.start > _DATELINE_REACH:
                return None
            if not isinstance(point, Point) or point.year is not None or point.lunar or point.day is None:
                continue
            shift = point.shift
            if shift is not None:
                from_now = shift.unit is Unit.DAY and shift.anchor is Anchor.NOW and point.month is not None
                if not from_now:
                    continue
                today = Partial(None, point.month, point.day).later(-int(shift.amount))
                return Said(today, Certainty.GUESSED, expression.span)
            if self.is_dateline(expression):
                return Said(Partial(None, point.month, point.day), Certainty.GUESSED, expression.span)
        return None

    def is_dateline(self, expression: Expression) -> bool:
        """Whether a report begins with this day: 新华社北京4月16日电, 本报讯 4月16日."""
        if _SLUG.search(self.before(expression, 30)) is None:
            return False
        behind = _REPORTED.match(self.text, expression.at.end) is not None
        return behind or _SLUG_ENDS.search(self.before(expression, 8)) is not None

    @once
    def feast_now(self) -> Said | None:
        """The day of writing of a text that says 后天是五一, with its year where the text has one."""
        for first, second in pairwise(self.expressions):
            point, feast = first.value, second.value
            if not isinstance(point, Point) or not isinstance(feast, Occasion) or point.shift is None:
                continue
            today = point.shift.unit is Unit.DAY and point.shift.anchor is Anchor.NOW and point.weekday is None
            between = self.text[first.at.end : second.at.start]
            plain = feast.year is None and feast.ordinal is None and feast.counted is None
            if not today or not plain or _IS_FEAST.fullmatch(between) is None:
                continue
            day = self._feast_day(feast.key)
            if day is not None:
                return Said(day.later(-int(point.shift.amount)), Certainty.GUESSED, second.span)
        return None

    def _feast_day(self, key: str) -> Partial | None:
        """The day of a feast in the year that the document is about, or in every year."""
        year = self.setting.anniversary_year if self.setting.published is None else None
        year = year or self.setting.year
        found = observances.dates(key, year.value) if year else None
        if found is not None:
            return Partial.of(found[0])
        every = _EVERY_YEAR.fullmatch(observances.yearless(key) or "")
        return Partial(None, int(every[1]), int(every[2])) if every else None

    @once
    def yearly_moons(self) -> frozenset[int]:
        """The months of the moon in which something is said to be held every year: 每年农历三月十九."""
        return _moons(self.text)

    def moons_of_every_year(self, expression: Expression) -> frozenset[int]:
        """The month of the moon that a rule of every year names."""
        return _moons(expression.at.of(self.text))

    @once
    def ends_civil_year(self) -> bool:
        """Whether 除夕 is 31 December, as in Hong Kong: the text counts down to it and has no feast of the moon."""
        if self.setting.script is not Script.HANT or _OF_THE_MOON.search(self.text):
            return False
        return "12月31日" in self.text and _COUNTS_DOWN.search(self.text) is not None

    @once
    def _moon_lists(self) -> tuple[tuple[Span, int | None], ...]:
        """Where days are of the moon by the head of their column, or by the title of their list, and which column."""
        found: list[tuple[Span, int | None]] = []
        blocks = self.document.blocks
        for i, block in enumerate(blocks if "历" in self.text else ()):
            if len(found) >= _MOST_HEADS:
                break
            for match in _MOON_HEAD.finditer(self.text, block.at.start, block.at.end):
                heads = block.role in (Role.TITLE, Role.HEADING) and "|" not in block.at.of(self.text)
                below = blocks[i + 1 :] if not heads else ()
                ends = next((other.at.start for other in below if other.role is Role.HEADING), len(self.text))
                column = None if heads else _column(self.text, block.at.start, match.start())
                found.append((Span(match.end(), ends), column))
        return tuple(found)

    def is_of_moon_list(self, position: int) -> bool:
        """Whether a cell or a line that begins here stands below 日期(农历), or in a list whose title says so."""
        block = self.block(position) if self._moon_lists else None
        if block is None or position - block.at.start > _LONGEST_ROW:
            return False
        if self.text[block.at.start : position].rpartition("|")[2].strip("( "):
            return False
        own = _column(self.text, block.at.start, position)
        return any(at.start < position < at.end and column in (None, own) for at, column in self._moon_lists)

    # --- what is told of a date --------------------------------------------------------------------------------------

    @once
    def looked_back_on(self) -> tuple[Naming, ...]:
        """The whole days from which the document counts to its own, the latest first: 自2008年6月24日离职以来."""
        found = []
        for naming in self.setting.named:
            if naming.month and naming.day:
                sentence = self.sentence(naming.at.start)
                since = _SINCE.search(self.text, sentence.start, naming.at.start)
                if since and _UP_TO_NOW.search(self.text, naming.at.end, sentence.end):
                    found.append(naming)
        return tuple(sorted(found, key=lambda naming: (naming.year, naming.month, naming.day), reverse=True))

    def told_on(self, said: Said) -> str:
        """The words of the clause in which a date stands, without the date."""
        expression = self._by_span.get(said.because) if said.because else None
        if expression is None:
            return ""
        words = self.before(expression, _CLAUSE_REACH), self.after(expression, _CLAUSE_REACH)
        return f"{_CLAUSE_ENDS.split(words[0])[-1]} {_CLAUSE_ENDS.split(words[1])[0]}"

    def said_by(self, span: Span | None) -> Value | None:
        """What the expression of a span says."""
        expression = self._by_span.get(span) if span is not None else None
        return expression.value if expression is not None else None

    @once
    def _items(self) -> Items:
        return Items(self.text, self.document.blocks)

    def stated(self, expression: Expression, focus: Focus) -> Said | None:
        """The day that a notice states for the whole, where the last one told is that of another of its items."""
        if focus.event is None or len(focus.days) < 2:
            return None
        here = self._items.holding(expression.at.start)
        told = self._item_of(focus.event)
        if here is None or told in (None, here) or self._items.states_day(told):
            return None
        return next((said for said in focus.days if self._items.states_day(self._item_of(said))), None)

    def _item_of(self, said: Said) -> int | None:
        expression = self._by_span.get(said.because) if said.because is not None else None
        return self._items.holding(expression.at.start) if expression is not None else None

    @once
    def _by_span(self) -> dict[Span, Expression]:
        return {expression.span: expression for expression in self.expressions}
