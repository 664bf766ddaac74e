"""Numerals with their unit -> morphemes: 2022年, 三十三次, 5/15, 15:00, 两个半月, 90年代.

>>> [(found.kind, dict(found.value)) for found in counts("2022年5月,第三十三次", hant=False)]
[('year', {'year': 2022}), ('month', {'month': 5}), ('ordinal', {'number': 33})]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from timeline.find.beside import Count, where_it_stands
from timeline.find.figures import DIGITS, NUMERAL, VAGUE, read
from timeline.find.morpheme import Morpheme
from timeline.find.numerals import CHINESE

# What counts people and things: a numeral before one of these is no day and no year.
_SIGNS_OF_MEASURES = (
    "专热次岁楼层室班组队多余名户人元个位件条万千百亿家次项吨米公斤套台辆亩例所间场份只头本册字页分秒度倍年号支枚艘"
)
# Words and names that begin with such a sign: 2020台南好米季, 2021户外教育博览会, 2022元宵灯会.
_NO_MEASURES = (
    "台[北南中东湾]|元[宵旦]|户外|家[庭长扶]|度假|本[土届]|室[内外]|人[权文工才]|分享|多元|万[华丹峦里]|专[题案]|次世代"
    "|班[级联]|名[古家人师]|热[气带]|字[体型]|场[域景]|千[禧岁叶]|头[城份屋]|支[部队持撑援付教行线]"
)
MEASURES = f"(?:(?!{_NO_MEASURES})[{_SIGNS_OF_MEASURES}])"

# Where one numeral ends and the next begins: 十五、十六|两天; in 一两天 and 三两天 none does.
SEAM = "(?:(?<=[二四五六七八九十])|(?<=十[一三]))两"
_SEAM = re.compile(SEAM)

_SIGN = f"{CHINESE}{VAGUE}半仨俩"
_MATTERS = (
    r"(?:(?=[-年月日号时点分秒天周季刻载学世小星礼工交昼余多来万千百~—至到和或、,./·:]|个[月多半小星礼季钟工交世学周昼年]|整[天年]|钟"
    r"| ?[apAP][mM]| [-—–~] ?\d)|(?<=(?:1[5-9]|20)\d\d)|(?<=(?:19|20)\d{6}))"
)
# Only numerals before a sign that matters; at every other one the engine gives up in C. 周五9点: two numerals meet.
_SCOUT = re.compile(
    rf"[0-9{_SIGN}第](?:(?<=[0-9])(?<![0-9第].)[0-9]*+{_MATTERS}"
    rf"|(?<=[{_SIGN}])(?<![{_SIGN}第].)[{_SIGN}]*+{_MATTERS}"
    rf"|(?<=第)[0-9{_SIGN}]++(?=[次届回个周星礼天日年月季]|教学周|[、和及至到—-]第?[一二三四1-4]季|[、和及]第?[一二三四五1-5]个?[周星礼]))"
)

# Pieces of the patterns below.
_PIECES = {
    "N": NUMERAL,
    "CN": CHINESE,
    "digit": f"[{DIGITS}]",
    "Y": r"(?:1[5-9]|20)\d\d",
    "century": "(?:19|20)",
    "republic": r"1[0-3]\d",
    "M": r"(?:0?[1-9]|1[0-2])",
    "MM": r"(?:0[1-9]|1[0-2])",
    "D": r"(?:0?[1-9]|[12]\d|3[01])",
    "DD": r"(?:0[1-9]|[12]\d|3[01])",
    "short": rf"(?:\d{{1,4}}|(?:(?!{SEAM})[{CHINESE}]){{1,4}})",
    "two": rf"(?:\d{{1,2}}|[{CHINESE}]{{1,3}})",
    "join": r"(?:[、,~和或至到]|[-—~]{1,2}) ?",
    "unit": "[月年时点天个]",
    "week": "(?:星期|礼拜)(?![一二三四五六日天])",
    "measure": MEASURES,
    # units that take 个, and those that do not
    "counted": (
        "(?:年头|学年|学期|季度|月|{week}|工作日|交易日|昼夜|小时|钟头|钟(?!头)|世纪|分钟|周(?![年岁一二三四五六日末])|(?<=半)[年天])"
    ),
    "plain": (
        "(?:载(?![体重客荷人入有誉])|学年|(?<=[一二两三四五六七八九十])学期|日历[天日]|周(?:(?=[一二两三几]次)|(?![年岁边围恩报期转密刊而知一二三四五六日末]))"
        "|天(?![津下然空气桥坛文才堂赋使平亮猫府台水窗])|小时|钟头|分钟|秒钟?(?!杀)|刻钟|昼夜|{week}|工作日|交易日)"
    ),
    "came_in": "(?<=(?:19|20)\\d[1-9]年来)|(?<=(?:19|20)[1-9]\\d年来)|(?<={digit}{digit}{digit}{digit}年来)",
    # 是2002年的6.3倍: what a number with a point counts
    "sizes": "[亿倍]|万(?![达科象圣宝])|个百分点|元(?![宵旦])|吨|公[斤里顷]|平方|立方",
    "no_year": "(?![级薪龄轮画糕味]|代)",
    "no_yen": "(?!元(?![宵旦])|[均籍军语])",
}

# (name, what follows the numeral where the scout stopped, pattern); * is anything; of two that fit the earlier wins.
_PATTERNS: tuple[tuple[str, str, str], ...] = (
    ("spaced_stamp", " ", r"{century}\d\d {MM} {DD}(?![\d.:]| ?\d)"),
    ("run_together", "-", r"{Y}-{M}-(?:{D}(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?|[1-9]{2}:[0-5]\d:[0-5]\d)(?![\d:])"),
    (
        "era_stamp",  # 民国26.7.7, 民国26.7
        ".-/",
        r"(?:(?<=民国)|(?<=民国 ))\d{1,3}([-./]){M}(?:\1{D})?(?![\d%./-])",
    ),
    ("stamp", "-./·—", r"{Y}(?:-{M}-{D}|/ ?{M}/ ?{D}|\. ?{M}\. ?{D}|·{M}·{D}|—{M}—{D})(?!\d)"),
    ("short_stamp", "-", r"(?<![\d./-])\d\d-{M}-{D}(?![\d-]|{unit}|{measure})"),
    (
        "republic_stamp",  # of two digits at the head of a line or in brackets: 97.5.18
        "/.-",
        r"(?:{republic}|(?<![^\n(])[4-9]\d)(?:/{M}/{D}|\.{M}\.{D}|-{MM}-{DD})(?![\d./]|-(?!{republic}[./]))",
    ),
    ("compact", "*", r"{century}\d\d{MM}{DD}(?![\d.A-SU-Za-z])"),
    (
        "foreign",
        "-./",
        r"\d{1,2}(?:/\d{1,2}/(?:{century}\d\d|\d\d)|\.\d{1,2}\.{century}\d\d|-\d{1,2}-{century}\d\d)(?![\d秒级点%])",
    ),
    # 8 - 11pm, 14 - 18.9.2016: the beginning, of which the end says what it is
    (
        "from_hour",
        " -—–~",
        r"(?<![\d.:/-])(?:1[0-2]|[1-9])(?= ?[-—–~] ?(?:1[0-2]|[1-9])(?::[0-5]\d)? ?(?:[ap]m|[AP]M)(?![A-Za-z]))",
    ),
    (
        "from_day",
        " -—–~",
        r"(?<![\d.:/-])(?:0?[1-9]|[12]\d|3[01])"
        r"(?= ?[-—–~] ?[0-3]?\d(?:\.\d{1,2}\.{century}\d\d|/\d{1,2}/{century}\d\d)(?!\d))",
    ),
    ("meridiem_clock", "apAP ", r"(?:1[0-2]|[1-9]) ?(?:[ap]m|[AP]M)(?![A-Za-z])"),
    (
        "clock",
        ":",
        r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?"
        r"(?:(?<=T\d\d:\d\d:\d\d)[+-]\d\d:\d\d)?)?(?!\d|:\d)(?:时(?![间段序长刻]))?",
    ),
    (
        "season_years",
        "-/—~",
        r"{Y}[-/—~](?:{Y}|\d\d)(?=[赛球雪]季|年度|学年|财年)|(?<![\d./-])\d\d[-/]\d\d(?=[赛球雪]季)",
    ),
    (
        "stamp_month",
        "-./",
        r"{Y}(?:(?:[-.]{MM}|/{M})(?![\d/])(?!\.\d)|\.[1-9](?= ?[-—~–至到] ?(?:{Y}|今)| 至今))"
        r"|(?:(?<=\d[-—~–至到])|(?<=\d [-—~–至到] )){Y}\.[1-9](?![\d.%])"
        # 2021.9 at the head of a line or in brackets is a month; in a sentence it is a number.
        r"|(?:(?<![^\n(])|(?<=\n\|)|(?<=\n\| )){Y}\.[1-9]"
        r"(?=(?: ?[-—~至到] ?{M})?(?:[\n|):]| ?(?!点)[\u4e00-\u9fff《“](?<!{measure})|$))"
        # 09/2017 is the issue of a bulletin, 第09/2017号 the number of a notice.
        r"|(?<![\d/第.-]){MM}/{century}\d\d(?![\d/.-]| ?[号期])",
    ),
    (
        "month_day",
        "/·-.",
        r"{M}/{D}(?!\d|/|{unit}|学期|以[上下]|强|弱)|{M}·{DD}(?!\d)|(?<=“){M}·[1-9](?=”)|0[1-9]-{DD}(?!\d|-|{unit}|[日号])"
        # a blow is called by its day: “7.20”特大暴雨
        r"|(?<=“){M}\.{D}(?=”[\u4e00-\u9fff]{0,6}?(?:洪水|洪灾|山洪|洪涝|地震|火灾|爆炸|泥石流|暴雨|矿难|事故|滑坡|大?案))",
    ),
    (
        "weak_month_day",
        ".-",
        r"{M}(?:\.{D}|-{D}(?![日号]))(?![\d.%‰/-]|{unit}|[小分秒周星礼]|{sizes})"
        # 4.8-4.10(周二~周四): whose weekdays are told are no sizes
        r"|{M}\.{D}(?=[-—~至到]{1,2}(?:{M}\.)?{D} ?\((?:周|星期|礼拜)?[一二三四五六日天][)至到~—-])",
    ),
    ("academic_year", "学", r"(?:\d{3,4}学年度?|\d\d学年度)"),
    ("decade", "年", r"(?:(?:1\d|20)?\d0|[二三四五六七八九]十|[一二]{digit}{digit}[〇零])年代"),
    ("decades", "年", r"[二三四五六七八九]{2}十年代"),
    (
        "century",
        "世至到~—-",
        r"(?<!分)(?<!分之)(?:\d{1,2}|[{CN}]{1,4})(?:世纪|(?=[至到~—-](?:\d{1,2}|[{CN}]{1,4})世纪))",
    ),
    ("ordinal", "次届回个", r"第(?:\d{1,4}|[{CN}]{1,7})(?:[次届回]|个(?!月|季度|小时|学期|{week}))"),
    ("ordinals", "、和及", r"第[一二三四五1-5][、和及]第?[一二三四五1-5]个?(?=(?:周|星期|礼拜)[一二三四五六日天末])"),
    (
        "ordinal_unit",
        "个周星礼天日年月教",
        r"第(?:\d{1,3}|[{CN}]{1,4})(?:教学周|个?(?:周(?![年岁])|{week}|天|日|年(?!级|度)|月(?!台)))",
    ),
    ("quarter", "季个", r"(?:第[一二三四1-4](?:季度?|个季度)|[一二三四1-4]季度)(?!节)"),
    ("listed_quarter", "、和及至到—-", r"第[一二三四1-4](?=[、和及至到—-]第?[一二三四1-4]季)"),
    ("two_quarters", "季", r"(?:一二|三四)季度?(?!节)"),
    ("four_digit_hour", "时", r"(?:[01]\d|2[0-3])[0-5]\d时(?![间代期刻常])"),
    (
        "decimal_amount",
        "点",
        r"[{CN}]{1,3}点{digit}{1,2}(?:个?(?:小时|钟头|星期)|个月|[年天周](?![一二三四五六日])|分钟|秒)",
    ),
    (
        "hour",
        "点时",
        r"{two}(?:点钟|点(?![多来余]?个|[名击赞评心燃滴缀睛档]|(?:\d|{digit})(?![\d{CN}分刻]))"
        r"|时(?!报(?!名|到|告)|[间代期刻常不而装速尚差段机隔候光空政事令效节宜长辰]|序(?!幕|曲)))",
    ),
    # 2017年来台展出 has a year, 2000年来 and 1500年来 so many of them.
    ("ancient_year", "年", r"(?<=元前)[3-9]\d{3}年"),
    ("year", "年", r"(?:\d{2,4}|{digit}{2,4})年(?![级薪龄轮画糕味]|代|头|半|多|来(?!{came_in}))"),
    ("minute", "分", r"{two}分(?![钟之半])"),
    ("quarter_hour", "刻", r"[123一二三两]刻(?!钟)"),
    (
        "half_amount",
        "个年月天日小钟世周季学分",
        r"半(?:个?(?:年|月|天|日|小时|钟头|钟|世纪|周|季度|学期)|个多(?:月|小时|钟头|世纪)|分钟)(?:多(?![年月天]))?",
    ),
    ("counted", "个多余来万千百.,", r"{N}[多余来]?个多?(?:半(?={counted}|[年天]))?{counted}(?:半|[多余](?![年月天]))?"),
    (
        "amount",
        "多余来万千百.,载学周天小钟分秒刻昼星礼工交整日",
        r"{N}[多余来]?{plain}(?:半(?![天年月日])|[多余](?![年月天]))?|{N}分半|{N}整[天年]",
    ),
    # 2005百年校庆 is a year and a name
    (
        "year_amount",
        "年多余来万千百.,",
        r"(?!\d{4}百)(?:{N})[多余来]?年{no_year}(?:[半多](?![年月天]))?",
    ),
    ("month", "月", r"{two}月(?:份|(?![球饼嫂子光亮薪]|刊(?![出发登载印])|台(?![湾北中南东风语商股儿州山胞海企资])))"),
    ("month_amount", "月多余", r"(?:[两数几仨俩]|{N}[多余])月"),
    ("day", "日", r"{two}日(?:{no_yen}|(?<=月\d日)|(?<=月\d\d日))"),  # 4日元首会晤, where its month is said
    ("number_day", "号", r"{two}号"),
    ("lunar_day", "*", r"廿[一二三四五六七八九]?+(?![余多几]|周[年岁]|[届载岁个史孝]|节气)"),
    (
        "day_amount",
        "日多余",
        r"(?:(?<![人次总户件])数|[几两]|\d{2,3}|[{CN}数几]{1,4}[多余]?|\d{1,3}[多余])日{no_yen}(?![本增益渐趋])",
    ),
    (
        "number",
        "、,~和或至到—-",
        r"{short}(?=(?:{join}{short}){1,4}(?:年|月|日|号|时|点|天|周|分钟|学年|个?(?:月|小时|星期|礼拜|季度|学期|工作日|交易日|世纪|钟头)))",
    ),
    (
        "bare_year",
        "*",
        r"(?:199\d|20[0-3]\d)"
        r"(?=Q[1-4]|H[12]|(?![\dA-Za-z%:~/×*-]|\.(?![ \n]|$|[\u4e00-\u9fff])|{measure}|[级届款]|地号))"
        r"|(?:1[6-9]|20)\d\d(?=[-—~至到](?:1[6-9]|20)\d\d(?!\d|{measure}))"
        r"|(?<=年\(){Y}(?=\))",
    ),
)


def _written_out(pattern: str) -> str:
    """A pattern with its pieces put in."""
    while True:
        fuller = re.sub(r"\{([A-Za-z_]+)\}", lambda match: _PIECES[match[1]], pattern)
        if fuller == pattern:
            return pattern
        pattern = fuller


_TRIGGERS = frozenset(sign for _, follows, _ in _PATTERNS for sign in follows)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_written_out(pattern))


@cache
def _rows(sign: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rows that the character behind a numeral may trigger; a row is compiled when one of its signs first comes."""
    if sign not in _TRIGGERS:
        return _rows("*")
    return tuple(
        (name, _compiled(pattern)) for name, follows, pattern in _PATTERNS if follows == "*" or sign in follows
    )


def _token(text: str, start: int, sign: str) -> tuple[str, re.Match[str]] | None:
    """The first row that fits, and what it matches."""
    for name, pattern in _rows(sign):
        if match := pattern.match(text, start):
            return name, match
    return None


_STAMP_TIME = re.compile(r"\dT$")  # 2022-05-15T14:30
_LATIN = frozenset("#_%$+=&?@ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_OF_A_BOOK = re.compile(r"(?<![\d-])\d{1,3}-\d{1,5}-$")
_HOURS = frozenset(("hour", "loose_hour"))
_BEHIND_LINE_NUMBER, _LINE_NUMBER = frozenset(("stamp", "month_day", "clock")), re.compile(r"(?<![^\n])\d{1,2}\.$")
_STOP = re.compile(r"[\u4e00-\u9fff)]\.$")
_BARE = frozenset(
    ("stamp", "stamp_month", "month_day", "weak_month_day", "bare_year", "compact", "clock", "lead_number")
)


def _is_tail(text: str, start: int, kind: str) -> bool:
    """Whether a digit is the tail of something else by the sign before it: FM101.2, v2.5, #1055, 8888-2022."""
    before = text[start - 1]
    if before in _LATIN:
        return kind != "year" and not (kind == "clock" and _STAMP_TIME.search(text, max(0, start - 2), start))
    if before == "." and kind in _BEHIND_LINE_NUMBER and _LINE_NUMBER.search(text, max(0, start - 4), start):
        return False  # 1.12/7(五)班会
    if before == "." and kind in _BEHIND_LINE_NUMBER and _STOP.search(text, max(0, start - 2), start):
        return False  # 清洁队开工.1/28垃圾间关闭: the full stop of who types no 。
    if before == "." and kind in _HOURS:  # 31.22点, of an index
        return text[start - 2 : start - 1].isdecimal()
    if before == "*" and (kind == "stamp" or text[start - 2 : start] == "**"):
        return False  # **2022/03/19**, set in bold
    if before == "-" and kind == "stamp" and _OF_A_BOOK.search(text, max(0, start - 12), start):
        return True  # ISBN 978-986-2024-05-6
    return (before in "./×*" and kind in _BARE) or (before == "-" and kind == "bare_year")


def counts(text: str, *, hant: bool) -> Iterator[Morpheme]:
    """Every numeral whose unit speaks of time. In the traditional script a year of three digits is of the republic."""
    for scout in _SCOUT.finditer(text):
        start = scout.start()
        if seam := _SEAM.search(text, start, scout.end()):
            start = seam.start()
        sign = text[scout.end() : scout.end() + 1]
        token = _token(text, start, sign)
        if token is None and text[start] == "零":  # 6年零4个月
            start += 1
            token = _token(text, start, sign)
        if token is None:
            continue
        row, match = token
        if row == "republic_stamp" and not hant:
            continue
        said = read(row, match[0])
        if said is None:
            continue
        kind, value = said
        if row == "half_amount" and text[start - 1 : start] == "个":  # 个半小时 is one and a half
            start, value = start - 1, {"amount": value["amount"]._replace(number=1.5)}
        if match[0][0].isdecimal() and start and _is_tail(text, start, kind):
            continue
        if (seen := where_it_stands(Count(row, kind, value, start, match.end()), text, hant=hant)) is not None:
            yield Morpheme(seen.kind, seen.value, seen.start, seen.end)
