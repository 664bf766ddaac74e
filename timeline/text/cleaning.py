"""A raw text -> its clean text, the way back, and its blocks: idle spaces dropped, wrapped lines joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from heapq import merge
from io import StringIO
from itertools import pairwise
from operator import itemgetter

from timeline.model import Offsets, Span
from timeline.text.borders import bordered
from timeline.text.folding import CJK, fold
from timeline.text.items import itemised
from timeline.text.torn import whole_rows

_INVISIBLE = (
    "\ufeff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
)
_BLANK = " \t\u00a0\u2002-\u200a\u202f\u205f\u3000"
_DIGIT = "0-9\uff10-\uff19"

_ODD = re.compile(rf"[{_INVISIBLE}\r{_BLANK}]")  # most lines have none of them, and nothing to drop
# 12/31 年會 and 12.31 年終大會: behind a day of the month what happens on it, and no 31年
_OF_THE_YEAR = (
    rf"(?:(?<=[/.-][{_DIGIT}].)|(?<=[/.-][{_DIGIT}][{_DIGIT}].))[{_BLANK}]*"
    "年(?:[會会終终底末度假檢检報报慶庆宴貨货糕]|夜[飯饭])"
)
_IDLE = re.compile(  # led by a class of characters, to which the engine skips
    rf"[{_INVISIBLE}\r{_BLANK}](?:(?<=[{_INVISIBLE}])[{_INVISIBLE}]*|(?<=\r)(?=\n)|(?<=[{_BLANK}])"
    rf"(?:(?<=[{CJK}].)[{_BLANK}]*(?=[{_DIGIT}])"
    rf"|(?<=[{_DIGIT}].)(?!{_OF_THE_YEAR})[{_BLANK}]*(?=[{CJK}])))"
)
# Marks of Markdown: those of strong type, and of a quotation at the head of a line.
# Not the stars for names that are kept back: 王**、李**获刑, 张**和陈**获刑.
_SURNAME = (
    "[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧"
    "姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯]"
)
_STRONG = re.compile(
    rf"(?<!\*)\*\*(?=[^\s*])(?!(?<=[{CJK}]\*\*)[、，。；：！？,;)）])(?!(?<={_SURNAME}\*\*)[^*\n]{{0,79}}{_SURNAME}\*\*)"
    r"[^*\n]{1,80}(?<!\s)\*\*(?!\*)"
)
_QUOTED = re.compile(rf"^> ?(?=[{CJK}“「《【])(?![^>]{{1,40}} > )")  # > 首页 > 新闻 is a way through a site
_HEADING = re.compile(r"[#\d.、\s>*+-]{0,8}\*\*[^*]*\*\*[:：]?")  # a line of strong type is a heading
# Letter-spaced type: 行 动 方 案. Four single characters at least, so that names set apart by one space stay apart;
# five where the word that they end begins close set.
_PARAGRAPH = 2_000  # letters: the engine remembers the way through each, and a line may have hundreds of thousands
_LETTER = f"{CJK}○◯"  # a circle is the nought of 二○○四 until it is folded
_LETTER_SPACED = re.compile(
    rf"(?:(?<![{_LETTER}])|(?=(?:[{_LETTER}][{_BLANK}]){{5}}))(?:[{_LETTER}](?:[{_BLANK}]?[、，]?[{_BLANK}]|[{_BLANK}][(（][{_BLANK}]?|[{_BLANK}]?[)）][{_BLANK}])){{3,{_PARAGRAPH}}}"
    rf"[{_LETTER}](?![{_LETTER}])(?:[{_BLANK}](?=[)）]))?"
)
_BLANKS = re.compile(rf"[{_BLANK}]+")
# Figures of a date that are set apart as the letters are: 2 0 2 2 年 5 月 1 2 日.
_FIGURE_SPACED = re.compile(
    rf"(?<![{_DIGIT}])[{_DIGIT}](?:[{_BLANK}][{_DIGIT}]){{3}}(?=[{_BLANK}]?年)"
    rf"|(?<=[年月])[{_BLANK}]?[{_DIGIT}][{_BLANK}][{_DIGIT}](?=[{_BLANK}]?[月日])"
)
# A day or a month in Chinese numerals that a scan tore apart: 三月十 五日.
_NUMERAL_SPACED = re.compile(rf"(?<=[年月])[{_BLANK}]?[一二三]?十[{_BLANK}][一二三四五六七八九](?=[{_BLANK}]?[月日])")
# The house where something is held, set off by blanks: 於 10月17日 在 成功大學 盛大舉行.
_HELD_THERE = re.compile(
    rf"[在於于假][{_BLANK}]{{0,2}}[^\n{_BLANK}，。、；：,;:!?！？在於于假]{{2,30}}[{_BLANK}]{{0,2}}"
    r"(?:盛大|隆重|正式|順利|顺利|圓滿|圆满|如期|熱鬧|热闹|聯合|联合|共同)?(?:[舉举][行辦办]|召[開开]|登[場场]|[開开揭]幕)"
)
_HELD_APART = re.compile(rf"[{_BLANK}](?:(?<=[在於于假].)[{CJK}]|[盛隆正順顺圓圆如熱热聯联共舉举召登開开揭])")
# A clock time set with a blank beside its colon: 上午9: 30, 9: 00-11: 30. A verse, 《约》14: 27, is none.
_COLON_SPACED = rf"(?:[{_BLANK}]?[:：][{_BLANK}]|[{_BLANK}][:：])[0-5０-５][{_DIGIT}](?![{_DIGIT}])"
_BEFORE_CLOCK = "日号號午早晚晨夜间間时時点點六五四三二一至到)）—–~-"
_CLOCK_SPACED = re.compile(
    rf"(?:(?<=[{_BEFORE_CLOCK}])|(?<=[{_BEFORE_CLOCK}][{_BLANK}])|(?<=[间間][:：])|(?<=[间間][:：][{_BLANK}]))"
    rf"[{_DIGIT}]{{1,2}}{_COLON_SPACED}"
    rf"|(?<![{_DIGIT}./])(?<![{_DIGIT}][:：])[{_DIGIT}]{{1,2}}{_COLON_SPACED}"
    rf"(?=[{_BLANK}]?[-—–~至到]{{1,2}}[{_BLANK}]?[{_DIGIT}]{{1,2}}[{_BLANK}]?[:：])"
)
# What each of them has somewhere in it. They look at every character of a line; these skip from blank to blank.
_LETTER_APART = re.compile(rf"[{_BLANK}](?:[(（][{_BLANK}]?)?[{_LETTER}](?=[{_BLANK}、，)）])")
_NUMERAL_APART = re.compile(rf"[{_BLANK}](?<=十.)[一二三四五六七八九]")
_COLON_APART = re.compile(rf"[{_BLANK}](?:(?<=[{_DIGIT}].)[:：]|(?<=[:：].)[{_DIGIT}])")
_FIGURE_APART = re.compile(rf"[{_BLANK}](?<=[{_DIGIT}].)[{_DIGIT}]")
_SPACED = (
    (_LETTER_APART, _LETTER_SPACED),
    (_FIGURE_APART, _FIGURE_SPACED),
    (_NUMERAL_APART, _NUMERAL_SPACED),
    (_COLON_APART, _CLOCK_SPACED),
    (_HELD_APART, _HELD_THERE),
)
# A line that ends amid the figures of a date, with the next one: 5月1 and 2日, 于20 and 22年.
_CUT_DATE = re.compile(r"[年月]\d\n\d?[月日]|[^\W\d_a-zA-Z]\d(?:\n\d{3}|\d\n\d{2}|\d{2}\n\d)年")

# 普陀：公益市集 — in a newspaper's column a place and a colon open a heading.
_PLACE_HEADING = re.compile(rf"[{CJK}]{{2,5}}[:：][^\d]")

_CLOSERS = "”’」』）)》\"'"
_SENTENCE_ENDS = frozenset("。！？!?…")
STOPS = _SENTENCE_ENDS | frozenset("；;：:")


def last_sign(line: str) -> str:
    """The last character of a line but for the marks that close; nothing, where it has no other."""
    return line.rstrip(_CLOSERS)[-1:]


_NARROW = re.compile("[\0-\u1fff]+")


def _width(line: str) -> float:
    """Width in full-width characters."""
    return (len(line) + len(_NARROW.sub("", line))) / 2


def _lines(raw: str) -> list[Span]:
    """The lines that hold something, without the white space around them."""
    spans = []
    for match in re.finditer(r"[^\n]+", raw):
        line = match[0]
        left = len(line) - len(line.lstrip(_BLANKS_STRIP))
        right = len(line.rstrip(_BLANKS_STRIP))
        if right > left:
            spans.append(Span(match.start() + left, match.start() + right))
    return spans


_BLANKS_STRIP = (
    " \t\r\x0b\x0c\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff"
)


def _runs_on(full: list[str], widths: list[float], column: float) -> bool:
    """Whether a few lines show that sentences were broken to a width: none differs, most break off amid clauses."""
    if len(full) < _FEW or column < _NARROWEST or any(abs(width - column) > 1 for width in widths):
        return False
    broken = sum(last_sign(line) not in STOPS for line in full)
    return broken * 4 >= len(full) * 3 and sum(_CLAUSES.search(line) is not None for line in full) * 2 >= len(full)


_FEW, _NARROWEST = 2, 16
_CLAUSES = re.compile(r"[，。、；,;].")


def _column_width(words: list[str], widths: list[float]) -> float | None:
    """The width of the column that the lines were broken to, or None where each line is a paragraph of its own."""
    ends_open = sum(last_sign(line) not in STOPS for line in words)
    if len(widths) < 2:
        return None
    if len(widths) < 15:
        lengths = [float(len(line)) for line in words]  # broken to so many columns, or characters
        few = any(sizes[-1:] <= sizes[:1] and _runs_on(words[:-1], sizes[:-1], sizes[0]) for sizes in (widths, lengths))
        return max(widths) if few else None
    if ends_open * 2 < len(widths):
        return None
    width = sorted(widths)[int(len(widths) * 0.8)]
    near = sum(abs(w - width) <= 1.5 for w in widths)
    return width if 12 <= width <= 48 and near * 100 >= 45 * len(widths) else None


_BEGINS_ITEM = re.compile(
    r"[-*+·●○■◆▪►•※◎|]|\d{1,4}[-/.、)年月]|[(（]?[一二三四五六七八九十]{1,3}[、)）]|[壹貳贰參叁肆伍陸柒捌玖拾]{1,2}、"
)


_FEWEST_ROWS = 3


def _rows(words: list[str]) -> set[int]:
    """Indexes of the rows of tables, which are never wrapped, however even they are: cells between | or tabs.

    A row may lack the | at its ends where nearly all lines with one have as many: 赛区 | 场次 | 地点, but no menu.
    """
    borders = [line.count("|") for line in words]
    cells, rows = max(Counter(filter(None, borders)).items(), key=itemgetter(1), default=(0, 0))
    alike = cells >= 2 and rows >= _FEWEST_ROWS and rows * 4 >= sum(map(bool, borders)) * 3
    return {
        i
        for i, line in enumerate(words)
        if (line[0] == line[-1] == "|" and borders[i] > 2) or (alike and borders[i] == cells) or line.count("\t") >= 2
    }


# No heading begins so: a line that does and has no stop at its end was broken off.
_CONNECTIVE = re.compile(
    r"(?:同时|同時|此外|另外|其中|目前|当前|當前|因此|但是|然而|不过|不過|随后|隨後|据悉|據悉|据了解|據了解)[,，]"
)


def _unfinished(line: str) -> bool:
    """Whether a line is the beginning of a sentence that the next line goes on with."""
    return _CONNECTIVE.match(line) is not None and last_sign(line) not in STOPS


def _set_apart(words: list[str], widths: list[float], gaps: list[int]) -> set[int]:
    """Indexes of the lines that go on where empty lines set the paragraphs apart: in one, all but the last are full.

    Such a paragraph may have sentences that end with a line, and any width; a list of dates of equal length is none.
    """
    full = [i for i, gap in enumerate(gaps) if gap == 1]
    last = [i for i in range(len(words)) if i == len(gaps) or gaps[i] > 1]
    if not full:
        return set()
    column = sorted(widths[i] for i in full)[int(len(full) * 0.8)]
    if not (len(full) >= 10 and len(last) >= 3) and not (
        len(last) > 1 and _runs_on([words[i] for i in full], [widths[i] for i in full], column)
    ):
        return set()
    even = sum(-2.5 <= widths[i] - column <= 1.5 for i in full)
    listed = sum(_BEGINS_ITEM.match(words[i + 1]) is not None for i in full)
    if not 8 <= column <= 80 or even * 100 < 95 * len(full) or listed * 4 > len(full):
        return set()
    if sum(last_sign(words[i]) not in STOPS for i in full) * 2 < len(full):
        return set()
    return {i + 1 for i in full} if all(widths[i] <= column + 1.5 for i in last) else set()


def _set_in(words: list[str], widths: list[float], insets: list[float], gaps: list[int]) -> set[int]:
    """Indexes of the lines that go on where paragraphs begin set in: those that do not, below a line that is full."""
    margin = min(insets, default=0.0) + 1
    flush = [i + 1 for i, gap in enumerate(gaps) if gap == 1 and insets[i + 1] < margin]
    begun = sum(inset >= margin for inset in insets)
    if not flush or not begun:
        return set()
    widths = [inset + width for inset, width in zip(insets, widths, strict=True)]
    column = sorted(widths[i - 1] for i in flush)[int(len(flush) * 0.8)]
    above = [i - 1 for i in flush]
    if not (len(flush) >= 10 and begun >= 3) and not _runs_on(
        [words[i] for i in above], [widths[i] for i in above], column
    ):
        return set()
    below_full = {i for i in flush if -2.5 <= widths[i - 1] - column <= 1.5}
    listed = sum(_BEGINS_ITEM.match(words[i]) is not None for i in flush)
    if not 8 <= column <= 80 or max(widths) > column + 1.5 or listed * 4 > len(flush):
        return set()
    open_ended = sum(last_sign(words[i - 1]) not in STOPS for i in flush)
    return below_full if len(below_full) * 100 >= 90 * len(flush) and open_ended * 2 >= len(flush) else set()


_HANGS = re.compile(r"\d{1,3}[.、)）] ?[^\d]|[(（]?[一二三四五六七八九十]{1,3}[、)）]")


def _set_out(words: list[str], widths: list[float], insets: list[float], gaps: list[int]) -> set[int]:
    """Indexes of the lines that go on where items hang out: those set in below their number, each below a full line."""
    margin = min(insets, default=0.0)
    under = {
        i + 1 for i, gap in enumerate(gaps) if gap == 1 and insets[i + 1] > margin and not _HANGS.match(words[i + 1])
    }
    heads = {i for i, line in enumerate(words) if insets[i] <= margin and _HANGS.match(line)}
    if len(heads) < _FEW or not {i - 1 for i in under} <= heads | under:
        return set()
    ends = [insets[i] + widths[i] for i in range(len(words))]
    column = max((ends[i - 1] for i in under), default=0.0)
    on = {i for i in under if ends[i - 1] - column >= -2.5 and last_sign(words[i - 1]) not in STOPS}
    return (
        on
        if column >= _NARROWEST and len(on) >= _FEW and max(ends[i] for i in under | heads) <= column + 1.5
        else set()
    )


def _inset(raw: str, line: Span) -> str:
    """The white space before a line."""
    return raw[raw.rfind("\n", 0, line.start) + 1 : line.start]


def _joins(raw: str, with_borders: str, lines: list[Span]) -> set[int]:
    """Indexes of the lines that go on from the line before them; no row of a table is one, nor is the line below it."""
    words = [line.of(raw) for line in lines]
    rows = _rows(words) | {i for i, line in enumerate(lines) if line.of(with_borders) != words[i]}
    return _wrapped(raw, lines, words) - rows - {i + 1 for i in rows}


def _wrapped(raw: str, lines: list[Span], words: list[str]) -> set[int]:
    """Indexes of the lines that go on as the text was broken to a fixed width."""
    insets = [_inset(raw, line) for line in lines]
    widths = [_width(line) for line in words]
    gaps = [raw.count("\n", before.end, after.start) for before, after in pairwise(lines)]
    lengths = [float(len(line)) for line in words]  # broken to so many columns, or characters
    for measure in (widths, lengths):
        if joined := _set_apart(words, measure, gaps):
            return joined
    indents = [_width(inset) if inset else 0.0 for inset in insets]
    in_columns = _set_in(words, widths, indents, gaps)
    in_characters = _set_in(words, lengths, [float(len(inset)) for inset in insets], gaps)
    if hanging := _set_out(words, widths, indents, gaps):
        return hanging
    if in_columns or in_characters:
        return max(in_columns, in_characters, key=len)
    even = max(widths, lengths, key=_evenness)
    column = _column_width(words, even)
    flowing = _flowing(words, even, gaps, column) if column is not None else None
    if flowing is not None and sum(_BEGINS_ITEM.match(words[i]) is not None for i in flowing) * 4 <= len(flowing):
        return flowing  # and no list whose lines have one width: 1月5日,第一场 | 1月6日,第二场
    if ragged := max((_ragged(words, measure, gaps) for measure in (widths, lengths)), key=len):
        return ragged
    return {
        i
        for i in range(1, len(lines))
        if (_unfinished(words[i - 1]) and "。" in words[i]) or _CUT_DATE.search(f"{words[i - 1][-4:]}\n{words[i][:4]}")
    }


def _evenness(sizes: list[float]) -> int:
    """How many lines are as long as most are, by one way to measure them."""
    return max(Counter(round(size) for size in sizes).values(), default=0)


def _flowing(words: list[str], widths: list[float], gaps: list[int], column: float) -> set[int]:
    """Indexes of the lines that go on where the lines of a text are as wide as its column, but for the last ones."""
    loose = sum(gap > 1 for gap in gaps) * 2 > len(gaps)  # an empty line between most: a single break ties closer
    joined = set()
    for i in range(1, len(words)):
        before, here = widths[i - 1], widths[i]
        if last_sign(words[i - 1]) in _SENTENCE_ENDS or max(before, here) > column + 4:
            continue
        if not loose and gaps[i - 1] > 1:
            continue
        begins = (i - 1) not in joined
        if loose and gaps[i - 1] > 1 and begins and before < column - 4 and _PLACE_HEADING.match(words[i - 1]):
            continue
        # The first line of a paragraph may be two characters short: its indentation is gone. Any other short line is
        # the last of its paragraph, unless the line above it is as short: then the column runs round a picture.
        last_of_paragraph = before < min(here, column) - 4 if begins else before < min(widths[i - 2], here, column) - 2
        if last_of_paragraph and not (loose and gaps[i - 1] == 1):
            continue
        joined.add(i)
    return joined


def _ragged(words: list[str], widths: list[float], gaps: list[int]) -> set[int]:
    """Indexes of the lines that go on where short paragraphs, headings and lists stand among broken ones, as in annals.

    No line is wider than the column, and those that are as wide break off amid their clauses; rows do not.
    """
    column = max(widths, default=0.0)
    full = [i for i, width in enumerate(widths[:-1]) if width >= column - 2.5]
    cut = [i for i in full if last_sign(words[i]) not in STOPS]
    if not _WIDE <= column <= 80 or len(cut) < _SEVERAL or len(cut) * 2 < len(full):
        return set()
    if sum(_CLAUSES.search(words[i]) is not None for i in cut) * 4 < len(cut) * 3:
        return set()
    if sum(_BEGINS_ITEM.match(words[i + 1]) is not None for i in cut) * 4 > len(cut):
        return set()
    # Once the column is shown, a line with wide blanks in it may be a little shorter.
    on = [i for i in full if last_sign(words[i]) not in _SENTENCE_ENDS]
    on += [i for i, width in enumerate(widths[:-1]) if width >= column - 4 and last_sign(words[i]) not in STOPS]
    return {i + 1 for i in on if gaps[i] == 1 and _HANGS.match(words[i + 1]) is None}


_WIDE, _SEVERAL = 24, 4  # characters of such a column, lines that show it


def _idle(line: str) -> Iterator[tuple[int, int]]:
    """The stretches of a line that are to be dropped, in order; one may be told twice, and overlap the next."""
    marked = "**" in line or line.startswith(">")
    if not marked and _ODD.search(line) is None:
        return iter(())
    cuts: list[Iterator[tuple[int, int]]] = [(match.span() for match in _IDLE.finditer(line))]
    if marked:
        cuts.append(_strong(line))
    for scout, search in _SPACED:
        if scout.search(line):
            cuts.append(_blanks_within(line, search))
    return merge(*cuts)


def _strong(line: str) -> Iterator[tuple[int, int]]:
    """The marks of strong type in the midst of a line, which stand in pairs, and that of a quotation at its head."""
    yield from (match.span() for match in _QUOTED.finditer(line))
    if _HEADING.fullmatch(line):
        return
    for match in _STRONG.finditer(line):
        yield match.start(), match.start() + 2
        yield match.end() - 2, match.end()


def _blanks_within(line: str, spaced: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The blanks within letter-spaced type."""
    for stretch in spaced.finditer(line):
        for blank in _BLANKS.finditer(line, *stretch.span()):
            yield blank.span()


def clean(raw: str) -> tuple[str, Offsets, tuple[Span, ...]]:
    """The clean text, the way back, and the stretch of each block (a line, or the lines joined to it)."""
    raw = whole_rows(itemised(raw))
    tabbed, raw = raw, bordered(raw)
    lines = _lines(raw)
    joined = _joins(tabbed, raw, lines)
    kept = StringIO()  # where every second character goes, a list of what stays takes a hundred bytes for each
    starts, shifts, length, at = [0], [0], 0, 0

    def drop(start: int, end: int) -> None:
        nonlocal length, at
        if end <= start:
            return
        kept.write(raw[at:start])
        length += start - at
        at = end
        if starts[-1] == length:
            shifts[-1] = end - length
        else:
            starts.append(length)
            shifts.append(end - length)

    blocks: list[list[int]] = []
    for i, line in enumerate(lines):
        if i in joined:
            drop(lines[i - 1].end, line.start)
        else:
            # Keep one line end between two blocks: the last one before the line.
            border = raw.rfind("\n", at, line.start)
            previous = lines[i - 1].end if i else 0
            if i and border >= 0:
                drop(previous, border)
                drop(border + 1, line.start)
            else:
                drop(previous, line.start)
        start = length + line.start - at
        body = line.of(raw)
        for a, b in _idle(body):
            drop(max(line.start + a, at), line.start + b)
        end = length + line.end - at
        if i in joined:
            blocks[-1][1] = end
        else:
            blocks.append([start, end])
    if lines:
        kept.write(raw[at : lines[-1].end])
    text = fold(kept.getvalue())
    return text, Offsets(tuple(starts), tuple(shifts)), tuple(Span(a, b) for a, b in blocks)
