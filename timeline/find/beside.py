"""A count where it stands -> what it counts: 比赛3日前 and 胸痛2月 are lengths, 民国十六年 … 十七年六月 is a year.

A numeral and its unit do not tell by themselves what they are; the words on either side do.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from timeline.catalogue import eras
from timeline.find.morpheme import Amount
from timeline.find.numerals import CHINESE, number
from timeline.lexicon import Fields
from timeline.model import Unit


class Count(NamedTuple):
    """A numeral with its unit: the row that found it, what it is taken for, and where it stands."""

    row: str
    kind: str
    value: Fields
    start: int
    end: int


# 赛事前21日未有离港: so many days before it, and no day of a month.
_SO_LONG_BEFORE = re.compile(
    r"(?:[赛试展航课团]|入住|离店|发货|赛事|活动|会议|举[行办]|开幕|出发|启程|到期|期满|手术|演出)前$"
)
# 羁押一日折抵刑期一日, 羁押的8日: what a sentence counts.
_SERVED = re.compile(
    rf"(?:羁押|扣押|拘留|折抵|抵扣)(?:了|的|期限|刑期)?$|(?<![上下这])[{CHINESE}\d]个月零?$"
)  # 拘役一个月十五日
# 比赛3日前, 期满30日前: so many days before it.
_SO_LONG_AHEAD = re.compile(
    r"(?:召开|举行|举办|开庭|开标|开赛|开幕|开始|开学|[届期]满|到期|截止|出发|启程|生效|施行|比赛|会议|活动|考试|演出|选举|投票|之日|日期)的?$"
)
_AHEAD_OF = re.compile(r"(?:之|以)?前")
# 10月9日、10日二日: how many days they are.
_ALL_TOLD = re.compile(r"\d[日号](?:\([一二三四五六日]\))?$")
# 休整一日。: so long, at the end of the clause that tells what was done.
_RESTED = re.compile(
    r"[\u4e00-\u9fff](?<![月至到和与及于在自从由为是迄止定今昨前本次翌每年历初廿后以即逾期限改延第逢同某每])(?<![\u4e00-\u9fff][日号])\Z"
)
# 放假1日 | , 停课3日后复课: days off, where nothing says that they begin then.
_OFF = re.compile(r"(?:放假|补假|休假|请假|连休|公休|停课|停工|停诊|停业|停刊|停办|休市|休业|休整|歇业|弹性放假)$")
# 公示期缩短至只有20日, 时隔三日: so many.
_ONLY = re.compile(r"(?:[只仅]有|缩短[至到为]|[时事相]隔[了约近逾仅]?)$")
# 会前十日以书面通知, 届满前30日: so many days before it, whenever it is.
_HELD_BEFORE = re.compile(
    r"(?:(?<![\u4e00-\u9fff]大)[会届期][满议]?|开[会庭课工业]|届满|到期|施行|选举|召开|举行|举办)(?:之|以)?前$"
)
# 公示期5日, 上诉期间20日: how long it is, where nothing says that it ends or begins then.
_TERM = re.compile(
    r"(?:上诉|抗诉|公示|公告|答辩|举证|异议|缴款|工|会|试用|展|账|宽限|犹豫|冷静|质保|保修|保固|保质|鉴赏|隔离|观察|潜伏|疗)期[间限]?[为共是约计]?$"
)
_AS_A_DAY = re.compile(r"[前起至到上下早晚止开结终届]|中午|凌晨|\d")
_NO_BEGINNING = re.compile(r"(?= ?(?:[,。;、|)\n]|$)|后)")
_CLAUSE_ENDS = re.compile(r"[,。;\n]|$")
_SOME_DAY = re.compile(r"其中$|任意$|任何$|[任某]$")  # 其中一日: no first day of a month


def _is_so_long(text: str, start: int, end: int) -> bool:
    """Whether a count of days is a length by what stands beside it, and no day of a month."""
    if _SO_LONG_BEFORE.search(text, max(0, start - 4), start) or _SERVED.search(text, max(0, start - 4), start):
        return True
    if _AHEAD_OF.match(text, end) and _SO_LONG_AHEAD.search(text, max(0, start - 4), start):
        return True
    if _ONLY.search(text, max(0, start - 4), start) and not text.startswith(("前", "起", "至", "上", "下", "晚"), end):
        return True
    if _HELD_BEFORE.search(text, max(0, start - 4), start) and not text.startswith(("前", "起", "至"), end):
        return True
    if _OFF.search(text, max(0, start - 4), start) and _NO_BEGINNING.match(text, end):
        return True
    if _TERM.search(text, max(0, start - 6), start) and _AS_A_DAY.match(text, end) is None:
        return True
    if text[start] in "0123456789":
        return False
    if end - start == len("一日") and _RESTED.search(text, max(0, start - 2), start) and _CLAUSE_ENDS.match(text, end):
        return True
    return _ALL_TOLD.search(text, max(0, start - 7), start) is not None


# 胸痛2月, 术后1月, 2月前无明显诱因: in the record of a patient so many months, where no day follows.
_OF_A_PATIENT = re.compile(r"主诉|现病史|既往史|病史|入院|查体|患者")
_SUFFERS = re.compile(
    r"(?:[痛咳嗽热喘肿晕闷吐泻血悸胀麻痒疹力汗斑块秘黄促瘫木孕]|不适|不[清振利]|困难|障碍|减退|下降|术后|病史|病程|发现|加重"
    r"|反复|间断|停经|妊娠|化疗|治疗|服药|随访)(?:[约近达])?$"
)
# 历三月乃成, 阅四月而毕: how long it took, and no month of a calendar.
_LASTED, _DONE_THEN = re.compile(r"(?<![农旧阴阳公国西夏新])[历阅]$"), re.compile("[乃而始方余才即,。]")
_SENTENCED = re.compile(
    r"(?:刑期?|监禁|监|拘役|管制|羁押|劳教)[为了]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})年(?:又|零|,)?$"
)
_LAW = 10  # characters of a sentence to prison before its months
_NO_DAY = re.compile(r"(?!份|[初中底末上下]|\d|[一二三四五六七八九十])")
_AGO, _OF_A_DATE = re.compile(r"[余多]?前(?![一往后半])"), re.compile(r"[年于在至到底初自、]$")


def _is_so_many_months(text: str, start: int, end: int) -> bool:
    """Whether months are a length: of a sentence (判刑1年4月), or by what they tell of a patient."""
    if _SENTENCED.search(text, max(0, start - _LAW), start) and _NO_DAY.match(text, end):
        return True
    if text[end - 1] != "月" or not _tells_of_a_patient(text) or not _NO_DAY.match(text, end):
        return False
    before = text[max(0, start - 4) : start]
    return _SUFFERS.search(before) is not None or (
        _AGO.match(text, end) is not None and _OF_A_DATE.search(before) is None
    )


@lru_cache(maxsize=1)  # asked again and again of one text
def _tells_of_a_patient(text: str) -> bool:
    return _OF_A_PATIENT.search(text) is not None


_CHINESE_MONTH = re.compile(r"(?:闰?[正一二三四五六七八九十冬腊]{1,2}月(?!间)|[春夏秋冬](?!节))")
# 就职日期为六十二年五月一日: a whole day, whatever stands before it
_WHOLE_DAY = re.compile(rf"[{CHINESE}]{{1,2}}月[{CHINESE}]{{1,3}}日")
# 五年、六年、七年,内务部均通知: each is a year of the reign.
_LISTED_YEARS = re.compile(rf"[{CHINESE}]{{1,3}}年(?:、[{CHINESE}]{{1,3}}年)+(?![{CHINESE}间内来以之的前后])")
_LISTED_BEFORE, _LIST_REACH = re.compile(rf"[{CHINESE}]年、$"), 12
_AS_LENGTH = re.compile(
    r"[间后前以之的里中内多余期,、]|来(?![台华沪京港澳渝校院](?![湾人侨商资]))"  # 三十八年来台
)
# 三十八年来台, 八十七年病逝: the turns of a life may lie far from each other.
_TURN_OF_LIFE = re.compile("(?:[来赴渡抵]台(?!湾)|退[休役职]|病[逝故]|[逝去]世|辞世|过世|卒|殁|归真|安息|蒙召)")
_YEAR_OF_REIGN = re.compile(rf"([{CHINESE}]{{1,4}}|元|(?<!\d)\d{{2,3}})年")
_BACK = 2  # years
_FEWEST_SIGNS = 3  # 十二年, not 三年
_REIGN_REACH, _LONGEST_STEP, _STEP_OF_LINES, _LONGEST_LIFE = 120, 30, 60, 90  # characters; years
_OF_CYCLE = re.compile(r"(?:[甲丙戊庚壬][子寅辰午申戌]|[乙丁己辛癸][丑卯巳未酉亥])(?![战海政国变革条赔科])")  # 五年己卯
_LEADS = tuple("至迄到于自从由")
_JOINTS, _LONGEST_REIGN = frozenset("和及与暨、"), 8
_CLAUSE = frozenset('。;,、\n"“(') | {""}


@cache
def _reign_years() -> re.Pattern[str]:
    return re.compile(
        rf"(?:民国|{'|'.join(sorted(eras().reigns, key=len, reverse=True))})(?:元|[{CHINESE}]{{1,3}}|\d{{1,3}})年"
    )


def _of_the_reign(text: str, start: int, end: int) -> bool:
    """Whether a count of years at the head of a clause is a year of the reign said before: 民国十六年 … 十七年六月.

    Without a month behind it, it must be a later year than the one before: 民国五十八年毕业,六十二年留学.
    So is one that 和 joins to the year of a reign: 民国52年和66年.
    """
    joined = text[start - 1 : start] in _JOINTS and ends_reign(text, start - 1)
    month = _CHINESE_MONTH.match(text, end) is not None
    led = month and (text[start - 1 : start] in _LEADS or _WHOLE_DAY.match(text, end))  # 至三十四年九月始回
    if not (joined or led or text[max(start - 1, 0) : start] in _CLAUSE) or _first_reign(text) > start:
        return False
    if month:
        return True
    listed = _LISTED_YEARS.match(text, start) or _LISTED_BEFORE.search(text, max(0, start - _LIST_REACH), start)
    if _OF_CYCLE.match(text, end):
        return True
    if not (joined or listed) and (end - start < _FEWEST_SIGNS or _AS_LENGTH.match(text, end)):
        return False
    before = _YEAR_OF_REIGN.findall(text, max(0, start - _REIGN_REACH), start)
    longest = _LONGEST_STEP if text[start - 1] != "\n" else _STEP_OF_LINES  # the head of an entry of annals
    if _TURN_OF_LIFE.match(text, end):
        longest = _LONGEST_LIFE
    said = 1 if before[-1:] == ["元"] else number(before[-1]) if before else 0
    # Below each other entries of annals may go back a little: 七十九年…, 七十八年….
    least = -_BACK if text[start - 1 : start] == "\n" and end - start >= _FEWEST_SIGNS else 1
    return bool(before) and least <= number(text[start : end - 1]) - said <= longest


def ends_reign(text: str, end: int) -> bool:
    """Whether a year of a reign ends at a place."""
    return any(match.end() == end for match in _reign_years().finditer(text, max(0, end - _LONGEST_REIGN), end))


@lru_cache(maxsize=1)  # asked again and again of one text
def _first_reign(text: str) -> int:
    """Where the first year of a reign in a text ends; behind the text, where there is none."""
    first = _reign_years().search(text)
    return first.end() if first else len(text) + 1


# 下午二时举行典礼,四时茶点; 晚上开会到十点: an hour that another led up to, and no four seasons.
_PART_SAID = "(?:[上下]午|中午|凌晨|清晨|傍晚|[早晚]上?)"
_HOURS_GO_ON = re.compile(
    rf"{_PART_SAID}[{CHINESE}]{{1,3}}[时点][^。!?\n]{{0,40}}[,;、][至到]?$|{_PART_SAID}[^。,;!?\n]{{0,12}}[到至]$"
)
_HOUR_REACH, _NO_HOUR = (
    60,
    re.compile("点(?:意见|要求|建议|希望|说明|体会|启示|原因|理由|共识|好处|变化|内容|措施|任务|经验|做法|看法)"),
)


def _goes_on_in_hours(text: str, start: int, end: int) -> bool:
    """Whether a small hour in Chinese numerals is one by the hour, or the part of day, that was said before it."""
    said = _HOURS_GO_ON.search(text, max(0, start - _HOUR_REACH), start)
    return said is not None and _NO_HOUR.match(text, end - 1) is None


_MONTH_BEHIND = re.compile(r"\n?(?:1[0-2]|0?[1-9])\n?月")
# 迄今382年, 校龄107年: a length even where 107年 is a year of the Republic.
_SO_LONG = re.compile(r"(?:迄今|至今|[校馆会院店]龄|历时|历经|走过|已有|已达|长达|将近|超过|满|逾)(?:约|了|近)?$")
# 来台300年, 100年前的今天: a round number of years is a length, unless the count of the era is named.
_OF_REPUBLIC = range(101, 200)
_ROUND, _NAMES_ERA = re.compile(r"[2-9]00年"), re.compile(r"[元前历]$")
_TO_THE_DAY = re.compile(r"前的?(?:今[天日]|此[刻时]|这[一个]?[天日])")
_APOSTROPHES = frozenset("’'")
_HALF_YEAR, _FOUR_FIGURES = re.compile("半年"), re.compile(r"(?:19|20)\d\d年")
_SEASON_BEHIND = re.compile(r"[春夏秋冬底初]|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月")


def where_it_stands(count: Count, text: str, *, hant: bool) -> Count | None:
    """A count as its neighbours make it; None where it counts nothing of time."""
    if count.kind in ("day", "few_days"):
        return _days(count, text)
    if count.kind == "month" and (
        (_LASTED.search(text, max(0, count.start - 2), count.start) and _DONE_THEN.match(text, count.end))
        or _is_so_many_months(text, count.start, count.end)
    ):
        return count._replace(kind="amount", value={"amount": Amount(count.value["month"], Unit.MONTH)})
    if count.kind == "loose_hour" and _goes_on_in_hours(text, count.start, count.end):
        return count._replace(kind="hour")
    return _years(count, text, hant=hant)


def _days(count: Count, text: str) -> Count | None:
    if count.kind == "few_days" and _SOME_DAY.search(text, max(0, count.start - 2), count.start):
        return None
    if _is_so_long(text, count.start, count.end):
        return count._replace(kind="amount", value={"amount": count.value["amount"]})
    return count


def _is_so_many_years(text: str, start: int, end: int) -> bool:
    """Whether three figures before 年 are a length, and no year of the Republic or of the first centuries."""
    round_number = _ROUND.fullmatch(text, start, end) is not None
    return (
        _SO_LONG.search(text, max(0, start - 4), start) is not None
        or (round_number and _NAMES_ERA.search(text, max(0, start - 1), start) is None)
        or _TO_THE_DAY.match(text, end) is not None
    )


def _years(count: Count, text: str, *, hant: bool) -> Count:
    """民国十六年 … 十七年, 114年9月, ’22年, 七八年秋天."""
    start, end = count.start, count.end
    if count.kind == "three_digit_year" and not (
        (hant and not _is_so_many_years(text, start, end)) or _MONTH_BEHIND.match(text, end)
    ):
        return count._replace(kind="long_years")  # else no length goes on with a month: 114年9月
    in_figures = count.kind == "two_digit_year" and not _CHINESE_MONTH.match(text, end)
    if (in_figures or (count.kind == "years" and count.value["year"])) and _of_the_reign(text, start, end):
        return count._replace(kind="short_year", value={"year": count.value["year"], "short_year": True})
    if count.kind == "years" and count.value["year"] in _OF_REPUBLIC and _CHINESE_MONTH.match(text, end):
        return count._replace(kind="three_digit_year")  # 一百零九年四月八日修正
    if count.kind == "years" and _HALF_YEAR.match(text, end) and _FOUR_FIGURES.fullmatch(text, start, end):
        return count._replace(kind="year", value={"year": count.value["year"]})  # 2017年半年度报告
    if (count.row, count.kind) == ("year", "amount") and _SEASON_BEHIND.match(text, end):
        return count._replace(kind="short_year", value={"year": number(text[start : end - 1]), "short_year": True})
    if count.kind == "two_digit_year" and text[start - 1 : start] in _APOSTROPHES:
        return count._replace(kind="short_year", start=start - 1)
    if count.kind == "two_digit_year" and _among_short_years(text, start, end):
        return count._replace(kind="short_year", value={"year": count.value["year"], "short_year": True})
    return count


# 93年6月 … 97年共发展用户50家: a text that writes its years with two figures.
_SHORT_YEAR = re.compile(r"(?<![\d第近达约满])(\d\d)年(?:1[0-2]|[1-9])月")
_NOT_SO_LONG = re.compile(r"[代来间后前以之里中内多余期历半级]|[的,]?(?:时间|历史)")
_NEAR_YEARS = 8
# 56年考上县中, 71年他进厂, 78年我当上了队长: what is done at one time, and takes no 56 years
_ONCE_IN_A_LIFE = re.compile(
    r",?(?:[我他她俺咱]们?|[父母]亲|爷爷|奶奶|外公|外婆|爸爸?|妈妈?|老伴|大?[儿女][子儿])?[就才又也]?"
    r"(?:考[上入取进]|参军|入伍|入党|入团|进厂|进城|结婚|成家|离婚|退休|退伍|复员|转业|毕业|下乡|下放|插队|返城|回城|出生|去世|过世|病逝"
    r"|调[到任入至回往]|当(?:[上了选]|[一-鿿]{0,3}[长员师工兵])|分[配到田]|包产到户|搬[到进入回]|嫁[到给了]|生了|恢复高考|改制|建厂|建校|下岗|下海)(?!过程|时间|率)"
)


def _among_short_years(text: str, start: int, end: int) -> bool:
    """Whether two figures before 年 at the head of a clause are a year, as others of the text that have a month are."""
    if _NOT_SO_LONG.match(text, end):
        return False
    if text[max(start - 1, 0) : start] == "在":
        return f"19{text[start:end]}" in text  # 1987年8月 … 在87年总统选举中
    if text[max(start - 1, 0) : start] not in _HEADS:
        return False
    if _ONCE_IN_A_LIFE.match(text, end):
        return True
    return any(abs(int(text[start:end][:2]) - year) <= _NEAR_YEARS for year in _short_years(text))


@lru_cache(maxsize=1)  # asked again and again of one text
def _short_years(text: str) -> frozenset[int]:
    return frozenset(int(match[1]) for match in _SHORT_YEAR.finditer(text))


_HEADS = _CLAUSE | frozenset(" ·、至到自从于")
