"""Raw text -> clean text that is easy to search and knows where every character stood.

`clean` differs from the raw text in two ways only: characters are *dropped* (idle spaces, the line ends inside a
wrapped paragraph, invisible characters), and characters are *folded one for one* (traditional to simplified, full width
to half, one form of quotation mark and dash). So every character of the clean text stands for exactly one of the raw
text, and `Offsets` leads back to it.

>>> example = document("示例", "據悉，５ 月 12 日舉行")
>>> example.text
'据悉,5月12日举行'
>>> example.words(Span(3, 8))
'５ 月 12 日'
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from itertools import chain, islice, pairwise, repeat

from timeline import limits
from timeline.model import Block, Document, Note, Offsets, Role, Script, Severity, Span
from timeline.tail import begins

CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007"

# --- folding ---------------------------------------------------------------------------------------------------------

# One form of each sign. The right side is what every pattern in the house is written in.
_SIGNS = {
    **{chr(0xFF01 + i): chr(0x21 + i) for i in range(94)},  # full width ASCII
    **dict(zip("「」『』﹁﹂﹃﹄〝〞", "“”‘’“”‘’“”", strict=True)),
    **dict.fromkeys("‐‑‒−﹣", "-"),
    **dict.fromkeys("〜∼˜", "~"),
    **dict.fromkeys("‧•・∙⋅", "·"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "),
    **dict.fromkeys("○◯", "〇"),
    **dict.fromkeys("﹕∶", ":"),
    **dict(zip("︰﹐﹔﹖﹗﹙﹚", ":,;?!()", strict=True)),
}


@cache
def _traditional() -> dict[str, str]:
    """Traditional character -> simplified character; see the head of the data file for its source."""
    text = resources.files("timeline").joinpath("data/traditional.tsv").read_text(encoding="utf-8")
    return {pair[0]: pair[1] for line in text.splitlines() if not line.startswith("#") for pair in line.split(" ")}


@cache
def _fold_table() -> dict[int, int]:
    """Each character of the common blocks has its row: what a table lacks costs twice as much as what it holds."""
    common = chain(range(0x80), range(0x2010, 0x2030), range(0x3000, 0x3020), range(0x4E00, 0xA000))
    return {**{code: code for code in common}, **{ord(a): ord(b) for a, b in (_traditional() | _SIGNS).items()}}


def fold(text: str) -> str:
    """The same text in simplified characters and half width, character for character.

    >>> fold("２０２０年５月，「助殘日」")
    '2020年5月,“助残日”'
    """
    return _folded_name(text) if len(text) <= _NAME else text.translate(_fold_table())


_NAME = 40  # characters of a title, a place, a body: such are folded again and again, and remembered


@lru_cache(maxsize=4_096)
def _folded_name(text: str) -> str:
    return text.translate(_fold_table())


def unfolded(text: str) -> tuple[str, str]:
    """The characters that fold to some character of a folded text, and beside each the one that it folds to.

    >>> unfolded("残5")
    ('殘５', '残5')
    """
    wanted = set(text)
    pairs = [(a, b) for a, b in (_traditional() | _SIGNS).items() if b in wanted]
    return "".join(a for a, _ in pairs), "".join(b for _, b in pairs)


@cache
def _sides() -> dict[str, int]:
    """The characters that one script alone has: 1 for the traditional one, -1 for the simplified one."""
    return dict.fromkeys(_traditional().values(), -1) | dict.fromkeys(_traditional(), 1)


def leaning(text: str) -> int:
    """How many characters only the traditional script has, less those that only the simplified one has."""
    return sum(map(_sides().get, text, repeat(0)))


def script(text: str) -> Script:
    """Which script a text is written in, by the characters that only one of them has."""
    return Script.HANT if leaning(text[:20_000]) > 0 else Script.HANS


# --- dropping --------------------------------------------------------------------------------------------------------

_INVISIBLE = "\ufeff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
_BLANK = " \t\u00a0\u2002-\u200a\u202f\u205f\u3000"
_DIGIT = "0-9\uff10-\uff19"

_ODD = re.compile(rf"[{_INVISIBLE}\r{_BLANK}]")  # most lines have none of them, and nothing to drop
_IDLE = re.compile(  # led by a class of characters, to which the engine skips
    rf"[{_INVISIBLE}\r{_BLANK}](?:(?<=[{_INVISIBLE}])[{_INVISIBLE}]*|(?<=\r)(?=\n)|(?<=[{_BLANK}])"
    rf"(?:(?<=[{CJK}].)[{_BLANK}]*(?=[{_DIGIT}])|(?<=[{_DIGIT}].)[{_BLANK}]*(?=[{CJK}])))"
)
# Letter-spaced type: 行 动 方 案. Four single characters at least, so that names set apart by one space stay apart;
# five where the word that they end begins close set.
_LETTER = f"{CJK}○◯"  # a circle is the nought of 二○○四 until it is folded
_LETTER_SPACED = re.compile(
    rf"(?:(?<![{_LETTER}])|(?=(?:[{_LETTER}][{_BLANK}]){{5}}))(?:[{_LETTER}](?:[{_BLANK}]?[、，]?[{_BLANK}]|[{_BLANK}][(（][{_BLANK}]?|[{_BLANK}]?[)）][{_BLANK}])){{3,}}"
    rf"[{_LETTER}](?![{_LETTER}])(?:[{_BLANK}](?=[)）]))?"
)
_BLANKS = re.compile(rf"[{_BLANK}]+")
# Figures of a date that are set apart as the letters are: 2 0 2 2 年 5 月 1 2 日.
_FIGURE_SPACED = re.compile(
    rf"(?<![{_DIGIT}])[{_DIGIT}](?:[{_BLANK}][{_DIGIT}]){{3}}(?=[{_BLANK}]?年)"
    rf"|(?<=[年月])[{_BLANK}]?[{_DIGIT}][{_BLANK}][{_DIGIT}](?=[{_BLANK}]?[月日])"
)
# What either has somewhere in it. Both look at every character of a line; these skip from blank to blank.
_LETTER_APART = re.compile(rf"[{_BLANK}](?:[(（][{_BLANK}]?)?[{_LETTER}](?=[{_BLANK}、，)）])")
_FIGURE_APART = re.compile(rf"[{_BLANK}](?<=[{_DIGIT}].)[{_DIGIT}]")
# A line that ends amid the figures of a date, with the next one: 5月1 and 2日, 于20 and 22年.
_CUT_DATE = re.compile(r"[年月]\d\n\d?[月日]|[^\W\d_a-zA-Z]\d(?:\n\d{3}|\d\n\d{2}|\d{2}\n\d)年")

# 普陀：公益市集 — in a newspaper's column a place and a colon open a heading.
_PLACE_HEADING = re.compile(rf"[{CJK}]{{2,5}}[:：][^\d]")

_CLOSERS = "”’」』）)》\"'"
_SENTENCE_ENDS = frozenset("。！？!?…")
_STOPS = _SENTENCE_ENDS | frozenset("；;：:")


def _last(line: str) -> str:
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
    broken = sum(_last(line) not in _STOPS for line in full)
    return broken * 4 >= len(full) * 3 and sum(_CLAUSES.search(line) is not None for line in full) * 2 >= len(full)


_FEW, _NARROWEST = 2, 16
_CLAUSES = re.compile(r"[，。、；,;].")


def _column_width(words: list[str], widths: list[float]) -> float | None:
    """The width of the column that the lines were broken to, or None where each line is a paragraph of its own."""
    ends_open = sum(_last(line) not in _STOPS for line in words)
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


_BEGINS_ITEM = re.compile(r"[-*+·●○■◆▪►•※◎|]|\d{1,4}[-/.、)年月]|[(（]?[一二三四五六七八九十]{1,3}[、)）]")

# No heading begins so: a line that does and has no stop at its end was broken off.
_CONNECTIVE = re.compile(
    r"(?:同时|同時|此外|另外|其中|目前|当前|當前|因此|但是|然而|不过|不過|随后|隨後|据悉|據悉|据了解|據了解)[,，]"
)


def _unfinished(line: str) -> bool:
    """Whether a line is the beginning of a sentence that the next line goes on with."""
    return _CONNECTIVE.match(line) is not None and _last(line) not in _STOPS


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
    if sum(_last(words[i]) not in _STOPS for i in full) * 2 < len(full):
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
    open_ended = sum(_last(words[i - 1]) not in _STOPS for i in flush)
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
    on = {i for i in under if ends[i - 1] - column >= -2.5 and _last(words[i - 1]) not in _STOPS}
    return (
        on
        if column >= _NARROWEST and len(on) >= _FEW and max(ends[i] for i in under | heads) <= column + 1.5
        else set()
    )


def _inset(raw: str, line: Span) -> str:
    """The white space before a line."""
    return raw[raw.rfind("\n", 0, line.start) + 1 : line.start]


def _joins(raw: str, lines: list[Span]) -> set[int]:
    """Indexes of the lines that go on from the line before them: the text was broken to a fixed width."""
    words = [line.of(raw) for line in lines]
    insets = [_inset(raw, line) for line in lines]
    widths = [_width(line) for line in words]
    gaps = [raw.count("\n", before.end, after.start) for before, after in pairwise(lines)]
    lengths = [float(len(line)) for line in words]  # broken to so many columns, or characters
    for measure in (widths, lengths):
        if joined := _set_apart(words, measure, gaps):
            return joined
    in_columns = _set_in(words, widths, [_width(inset) for inset in insets], gaps)
    in_characters = _set_in(words, lengths, [float(len(inset)) for inset in insets], gaps)
    if hanging := _set_out(words, widths, [_width(inset) for inset in insets], gaps):
        return hanging
    if in_columns or in_characters:
        return max(in_columns, in_characters, key=len)
    column = _column_width(words, widths)
    if column is None:
        return {
            i
            for i in range(1, len(lines))
            if (_unfinished(words[i - 1]) and "。" in words[i])
            or _CUT_DATE.search(f"{words[i - 1][-4:]}\n{words[i][:4]}")
        }
    loose = sum(gap > 1 for gap in gaps) * 2 > len(gaps)  # an empty line between most: a single break ties closer
    joined = set()
    for i in range(1, len(lines)):
        before, here = widths[i - 1], widths[i]
        if _last(words[i - 1]) in _SENTENCE_ENDS or max(before, here) > column + 4:
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


def _idle(line: str) -> list[tuple[int, int]]:
    """The stretches of a line that are to be dropped, in order."""
    if _ODD.search(line) is None:
        return []
    cuts = {match.span() for match in _IDLE.finditer(line)}
    for scout, search in ((_LETTER_APART, _LETTER_SPACED), (_FIGURE_APART, _FIGURE_SPACED)):
        if scout.search(line):
            for spaced in search.finditer(line):
                cuts |= {blank.span() for blank in _BLANKS.finditer(line, *spaced.span())}
    return sorted(cuts)


def clean(raw: str) -> tuple[str, Offsets, tuple[Span, ...]]:
    """The clean text, the way back, and the stretch of each block (a line, or the lines joined to it)."""
    lines = _lines(raw)
    joined = _joins(raw, lines)
    kept: list[str] = []
    starts, shifts, length, at = [0], [0], 0, 0

    def drop(start: int, end: int) -> None:
        nonlocal length, at
        if end <= start:
            return
        kept.append(raw[at:start])
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
        kept.append(raw[at : lines[-1].end])
    text = fold("".join(kept))
    return text, Offsets(tuple(starts), tuple(shifts)), tuple(Span(a, b) for a, b in blocks)


# --- blocks ----------------------------------------------------------------------------------------------------------

_HASH = re.compile(r"(#{1,6}) ?\S")
_NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]{1,3}[章节部分]"
)
_BULLET = re.compile(r"[-*+·●○■◆▪►•※◎][ ]?\S|\d{1,2}[.、)][^\d]|\(\d{1,2}\)")
_META = re.compile(
    r"来源|发布时间|发布日期|发布人员|发稿|发表于|字体|字号|作者:|责任编辑|浏览|阅读量|点击|只看该作者|信息来源|时间:.{0,22}来源|记者.{1,12}(?:报道|报导|摄)$"
)
# What stands around a text on its page: menus, the path to the page, notes of the browser, who wrote it.
_FURNITURE = re.compile(
    r"[^\w]*|[\d ]{1,8}|\[[^\[\]]{2,6}\]|第\d{1,4}期"
    r"|(?:首页|网站首页|当前位置|您的位置|您现在的位置|所在位置|位置).{0,60}|.{0,30}>.{1,30}>.{0,30}"
    r"|(?:jump|skip|go) to .{1,40}|you are on page.{0,20}|.{0,12}image"
    r"|不支持flash|您正在使用.{0,60}|此为临时链接.{0,40}|[<(]?(?:返回|回)(?:首页|上页|列表)[)>]?"
    r"|(?:网站)?(?:首页|搜索|导航|地图|菜单|登录|注册|打印|关闭|分享到?|收藏|转发|评论|发送|主题|正文|公告栏):?"
    r"|(?:新闻|新闻公报|新闻稿|最新消息|最新公告|重点新闻|新闻中心|通知公告)(?: ?(?:more|更多))?:?"
    r"|(?:查看|浏览|回复|阅读):.{0,40}|.{0,12}(?:专区|频道) ?more",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?|\d{1,2}\.\d{1,2}\.\d{4})[ T]{0,3}\d{1,2}:\d\d(?::\d\d)?(?: .{1,30})?$"
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d$")
_HEAD = 12  # lines of a page within which its title and its day stand
_DATE_SIGN = re.compile(r"\d{4}[-年/.]\d{1,2}")
_ONLY_DATE = re.compile(r"\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?[ T]{0,2}[\d:]{0,8}$")
_FENCES = ("---", "+++")
_FIELD = re.compile(r"[A-Za-z_-]{2,24} ?[:=]|[-\[\]{}#\"']")
_SLOT = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:时间|時間|日期|地点|地點|地址|对象|對象|电话|電話|费用|費用)(?:[:：]|$)"
)  # names nothing
_ENTITLED = re.compile(r"title ?[:=] ?(?=\S)")


def _role(line: str, following: str, first: bool) -> tuple[Role, int]:
    """The role of one line by its own looks and by the line below it."""
    if match := _HASH.match(line):
        return Role.HEADING, len(match[1])
    if line.count("|") >= 2:
        return Role.ROW, 0
    if first and _FURNITURE.fullmatch(line):
        return Role.META, 0
    if (line.startswith("<!--") and line.endswith("-->")) or (first and _ONLY_DATE.match(line)):
        return Role.META, 0
    if len(line) <= 120 and "。" not in line and _META.search(line) and _DATE_SIGN.search(line):
        return Role.META, 0
    ends = _last(line) in _STOPS or line.endswith((",", "、", "，"))
    called = line.endswith(("!", "?")) and len(line) >= _CALL  # 小小志工召募囉! over a notice
    if first and len(line) <= 60 and (not ends or called) and "。" not in line and not _SLOT.match(line):
        return Role.TITLE, 0
    if _NUMBERED.match(line) and len(line) <= 40 and "。" not in line:
        return Role.HEADING, 2 if line[0] != "(" else 3
    if _BULLET.match(line):
        return Role.ITEM, 0
    if len(line) <= 40 and not ends and "。" not in line:
        stands_over = (len(following) > max(40, len(line)) or "。" in following) and not _is_entry(line, following)
        return (Role.HEADING, 0) if stands_over and len(line) <= 30 else (Role.ITEM, 0)
    return Role.PARAGRAPH, 0


_CALL = 10  # characters of a headline that ends in a call
_ENTRY = re.compile(
    r"\W{0,3}([\u4e00-\u9fff]{0,4}(?:\d{1,4}|[元〇零一二三四五六七八九十]{1,4})年"
    r"|(?:1[5-9]|20)\d\d(?=[ (《“\u4e00-\u9fff]))(?=.{4})"
)


def _is_entry(line: str, following: str) -> bool:
    """Whether a line is an entry of a chronicle, and the next line that of another year: 1923赴日, 1926返台。"""
    first, second = _ENTRY.match(line), _ENTRY.match(following)
    return first is not None and second is not None and first[1] != second[1]


def _front_matter(text: str, spans: tuple[Span, ...]) -> int:
    """How many blocks at the top are front matter: `key: value` or `key = value` between two fences."""
    if not spans or spans[0].of(text) not in _FENCES:
        return 0
    for i, at in enumerate(spans[1:40], start=1):
        if at.of(text) == spans[0].of(text):
            return i + 1
        if not _FIELD.match(at.of(text)):
            break
    return 0


def blocks_of(text: str, spans: tuple[Span, ...]) -> tuple[Block, ...]:
    """Names the role of each block of a clean text."""
    front = _front_matter(text, spans)
    blocks = [Block(at=at, role=Role.META) for at in spans[:front]]
    for i, at in enumerate(spans[front:], start=front):
        following = spans[i + 1].of(text) if i + 1 < len(spans) else ""
        untitled = i < front + _HEAD and all(block.role is Role.META for block in blocks)
        role, level = _role(at.of(text), following, first=untitled)
        stamped = _STAMP.match(at.of(text)) or (blocks and blocks[-1].role is Role.TITLE and _ISO.match(at.of(text)))
        if i < _HEAD and role is not Role.HEADING and stamped:
            role = Role.META
        if i == 1 and blocks[0].role is Role.TITLE and at.of(text).startswith("—"):
            role, level = Role.TITLE, 0
        blocks.append(Block(at=at, role=role, level=level))
    end = begins([at.of(text) for at in spans])
    return (*blocks[:end], *(Block(at=block.at, role=Role.TAIL) for block in blocks[end:]))


_DATED = re.compile(r"\d月|\d年|\d{4}-\d")
_HALF = re.compile("[\ud800-\udfff]")  # half a pair is no character, and no file could hold it
_NO_NAME = re.compile(
    "[\0-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]"
)


def printable(name: str) -> str:
    r"""A name in one line, without what a terminal would obey: anybody may call a file anything.

    >>> printable("a\x1b[31m\n.txt") == "a\ufffd[31m\ufffd.txt"
    True
    """
    return _NO_NAME.sub("\ufffd", name)


def _bounded(name: str, raw: str) -> tuple[str, tuple[Note, ...]]:
    """The text as far as it is read, and that it was cut, where it was."""
    end = len(raw) if len(raw) <= limits.CHARACTERS else max(raw.rfind("\n", 0, limits.CHARACTERS), 0) + 1
    if end <= limits.CHARACTERS // 2:  # a line without end
        end = limits.CHARACTERS
    if raw.count("\n", 0, end) >= limits.LINES:
        end = next(islice(re.finditer("\n", raw), limits.LINES - 1, None)).end()
    end = _end_of_line(raw, end)
    if end >= len(raw):
        return raw, ()
    values = {"count": str(len(raw) - end)}
    line = raw.count("\n", 0, end) + 1
    return raw[:end], (Note(document=name, rule="cut-text", values=values, severity=Severity.LOSS, line=line),)


def _end_of_line(raw: str, end: int) -> int:
    """Where the first line without end is cut off, if one begins before `end`."""
    start = 0
    while end - start > limits.LINE:
        border = raw.find("\n", start, start + limits.LINE + 1)
        if border < 0:
            return start + limits.LINE
        start = border + 1
    return end


def _tail_note(name: str, raw: str, text: str, offsets: Offsets, blocks: tuple[Block, ...]) -> tuple[Note, ...]:
    """What is left out below the text, and how much of it has dates."""
    tail = [block for block in blocks if block.role is Role.TAIL]
    if not tail:
        return ()
    dated = sum(_DATED.search(text, *block.at) is not None for block in tail)
    line = raw.count("\n", 0, offsets.raw(tail[0].at.start)) + 1
    values = {"count": str(len(tail)), "dated": str(dated)}
    return (Note(document=name, rule="tail-left", values=values, severity=Severity.INFO, line=line),)


def _title(raw: str, offsets: Offsets, blocks: tuple[Block, ...]) -> str | None:
    """The title in the document's own words: of its front matter, else its first line, else its first heading."""
    for block in blocks:
        words = "".join(offsets.raw_span(block.at).of(raw).splitlines())
        if block.role is Role.META and (match := _ENTITLED.match(words)):
            return words[match.end() :].strip(" \"'") or None
        if block.role is Role.TITLE or (block.role is Role.HEADING and block.level == 1):
            return words.lstrip("# ")
    return None


def document(name: str, raw: str, *, published: date | None = None, title: str | None = None) -> Document:
    """A document out of a raw text. A reader that knows the title or the day of publication hands them over."""
    name = printable(name)
    raw, cut = _bounded(name, _HALF.sub("\ufffd", raw))
    text, offsets, spans = clean(raw)
    blocks = blocks_of(text, spans)
    if title is None:
        title = _title(raw, offsets, blocks)
    return Document(
        name=name,
        raw=raw,
        text=text,
        offsets=offsets,
        blocks=blocks,
        script=script(raw),
        title=title,
        published=published,
        notes=(*cut, *_tail_note(name, raw, text, offsets, blocks)),
    )


def until(document: Document, end: int) -> Document:
    """The document as far as a place in its clean text; its raw text stays whole."""
    blocks = tuple(replace(block, at=Span(block.at.start, min(block.at.end, end))) for block in document.blocks)
    return replace(document, text=document.text[:end], blocks=tuple(b for b in blocks if b.at.start < b.at.end))
