"""Dates by which a notice says who may take part, on what ground it acts, and what counts as late: no day of a deed.

Each function is the condition of a row of `ROWS`; `roles` says in which order the rows are asked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from timeline.events.mentions import Mention
from timeline.events.when.rule import Part, Rule
from timeline.model import ExpressionKind, Span

_MARKS = (r"#{1,6} ", r"[一二三四五六七八九十]{1,3}、", r"\([一二三四五六七八九十]{1,3}\)", r"\d{1,2}[.、)](?!\d)")
_NAME = r"(?:[一-鿿]{0,8}[^应优先免])?(?:条件|资格|对象)(?:要求|及[一-鿿]{2,4}|与[一-鿿]{2,4})?"
_HEADS = tuple(re.compile(rf"(?:^|\n)[ *]{{0,4}}{mark} ?{_NAME}[:* ]{{0,3}}(?=\n)") for mark in _MARKS)
_KEY = re.compile(rf"[ *]{{0,4}}(?:{'|'.join(_MARKS)})? ?{_NAME}:")
_HAND_IN = re.compile(r"报名(?!者|人|资格|条件)|提交|递交|缴|寄|报送|送[交达]|截止|申请(?![人者资条书材])|投稿|登记")


def of_those_admitted(mention: Mention) -> bool:
    """一、申报条件, and below it 1.1964年8月31日以后出生: who may apply, unless it says when one must."""
    text, start = mention.document.text, mention.block.at.start
    if _HAND_IN.search(text, *mention.sentence.at):
        return False
    if (key := _KEY.match(text, *mention.block.at)) and key.end() <= mention.at.start:
        return True
    sections = _sections(text)
    number = bisect_right(sections, start, key=lambda span: span.start) - 1
    return number >= 0 and start < sections[number].end


@lru_cache(maxsize=1)  # asked again and again of one text
def _sections(text: str) -> tuple[Span, ...]:
    """The lines below each heading that says of whom it speaks: up to the next heading of its make, or of a higher."""
    found = []
    for level, head in enumerate(_HEADS):
        following = re.compile(rf"\n[ *]{{0,4}}(?:{'|'.join(_MARKS[: level + 1])})")
        for match in head.finditer(text):
            end = following.search(text, match.end())
            found.append(Span(match.end(), end.start() if end else min(len(text), match.end() + _SECTION)))
    return tuple(sorted(found))


_SECTION = 600  # characters of the last section of a text

_GROUND = re.compile(
    r"[ “(]{0,3}(?:现|兹|并|且|遵照|严格)?(?:根据|依据|依照|按照|遵照|参照|贯彻落实?|落实|依|按)"
    r"(?![照理说常期时摩钮键住])"
)
_MADE = re.compile(
    r"[^,。;的]{0,24}?(?:印发|发布|公布|下发|颁布|出台|制定|修订|修正|批准|通过|批复|召开|下达|转发|签订|签署|签发|施行|实施)的"
)
_OF_A_LAW = re.compile(r"[》”]\((?:[^()]{2,24}(?:号|令|文),)?$")
_LAW = re.compile(
    r"[之以]?[起后]?(?:正式)?(?:施行|实施|修订|修正|生效|废止|颁布|公布|发布|印发|修正公布|公布施行)\)[^。;]"
)


def of_its_ground(mention: Mention) -> bool:
    """根据2024年5月6日印发的文件, 根据《办法》(2021年7月1日起施行): the paper by which something is done."""
    text = mention.document.text
    if _OF_A_LAW.search(mention.before) and _LAW.match(text, mention.at.end):
        return True
    ground = _GROUND.match(text, *mention.clause) or _GROUND.match(text, *mention.sentence.clauses[0])
    if ground is None or ground.end() > mention.at.start or not (made := _MADE.match(text, mention.at.end)):
        return False
    return _SO.search(text, made.end(), mention.sentence.at.end) is not None


_SO = re.compile(r"精神|要求|规定(?!》)|有关|部署|,(?:现[将就对]|特|兹|制定|经|结合)")


_LATE = re.compile(
    r"(?:[之以]?后)?[^,。;]{0,16}?(?:按|视为|视同|视作|算作?|计为|作)[^,。;]{1,8}?(?:处理|论处|计算|放弃|弃权|无效|迟到|旷[课工]|缺[席勤考])"
)


def of_lateness(mention: Mention) -> bool:
    """7:50以后到校按迟到处理: what a rule calls late."""
    hour = mention.kind is ExpressionKind.TIME or mention.text.endswith("后")
    return hour and _LATE.match(mention.after) is not None


_VALID = re.compile(r"(?:有效期|保质期|质保期|保修期|使用期|适用期|有效时间)限?[^,。;延]{0,6}?[为至到]$")


def of_validity(mention: Mention) -> bool:
    """会员证有效期至12月31日: how long a paper holds."""
    return _VALID.search(mention.before) is not None


# 暂计至2016年8月18日止, 利息自2014年5月20日计算至还款之日: from and to when a sum is reckoned
_RECKONED_TO = re.compile(r"(?:暂计|暂算|计算|计付|核算|结算|[计算])[到至]$")
_RECKONED_FROM = re.compile(
    r"起?(?:至[^,。;]{2,30}?)?,?(?:止,?)?(?:开始)?(?:计算|计息|计付|(?:按照?|以|依)[^,。;]{2,40}?(?:计算|计付|利率))"
)
_FROM = re.compile(r"[自从]$")


def of_what_is_reckoned(mention: Mention) -> bool:
    """利息自2014年5月20日计算至还款之日: a day from which or up to which a sum is reckoned."""
    if _RECKONED_TO.search(mention.before):
        return True
    text, start = mention.document.text, max(mention.sentence.at.start, mention.at.start - _SUM)
    if _FROM.search(text, start, mention.at.start) is None or _RECKONED_FROM.match(mention.after) is None:
        return False
    return _OWED.search(text, start, mention.clause.end) is not None


_SUM = 60  # characters before such a day in which it is said what is owed
_OWED = re.compile(r"利息|罚息|利率|本金|租金|违约金|滞纳金|占用费|赔偿金|补偿金|损失|为基数")  # and no pension


_MAKE = re.compile(
    r"(?:生产|制造|出厂|包装|入库|装配|灌装|出品|批次|有效)(?:日期|时间)[: ]?(?:均|皆)?(?:为|是|在|介于|[从自])?[“]?$"
)


# 照片摄于1928年, 地图绘制于1928年: of what is shown
_MADE_IN = re.compile(
    r"(?:照|相|图|画|影像|手稿|信[件函]?|作品|底片|明信片|字|碑)[^,。;]{0,6}?(?:均|都|分别|大多|多|约)?[,]?(?:拍?摄|绘制?|书写|写|印制)[于自]$"
)


# 2月10日车票1月27日开售: the day for which something is sold
_SOLD_FOR = re.compile(r"(?:\([^()]{1,8}\))?(?:车票|机票|船票|门票|戏票|号源|名额|场次|航班)(?=[^,。;]{0,8}$|[,]?$)")


def of_what_is_sold(mention: Mention) -> bool:
    """2月10日(正月初一)车票1月27日开售: the first day is only that of the ticket."""
    if mention.following is None or not mention.single_day:
        return False
    between = mention.document.text[mention.at.end : mention.following.start]
    return len(between) <= _TICKET and _SOLD_FOR.match(between) is not None


_TICKET = 16  # characters between the day of a ticket and that on which it is sold
# “11·12”火灾事故调查组: what a case is called by the day on which it happened
_CODE = re.compile(r"\d{1,2}[·.•]\d{1,2}")
_OF_A_CASE = re.compile(
    r"[”’\"'][^,。;“《]{0,16}?(?:调查组|专案|案件?(?=[^一-鿿]|$|调查|告破|侦|嫌)|工作组|指挥部|调查报告|事故责任|善后|救援|重建|纪念|遇难|周年|灾区|灾后|过后|发生后|之后)"
)


def of_a_case(mention: Mention) -> bool:
    """“11·12”事故调查组进驻: the day is in the name, and nothing is told of it."""
    return _CODE.fullmatch(mention.text.strip("“”")) is not None and _OF_A_CASE.match(mention.rest) is not None


def of_the_make(mention: Mention) -> bool:
    """生产日期为3月5日至20日的奶粉: by when a thing was made one knows it."""
    return _MAKE.search(mention.before) is not None or _MADE_IN.search(mention.before) is not None


_ELIGIBLE = re.compile(
    r"[^,。]{0,12}?(?:[以之]?[前后])?(?:\(含\))?(?:期间)?(?:出生|[以之]?后?入学[^,。]{0,10}?|毕业[^,。]{0,6}?)"
    r"(?:者|的(?:人|公民|儿童|考生|学生|同学|毕业生|男|女)|,?方可?)"
)
_BORN = re.compile(r"(?:\(含\))?出生(?!入|地)")  # 1989年1月1日以后出生,本科以上学历


def eligible(mention: Mention) -> bool:
    """限2006年以前出生者: who may take part."""
    if mention.text.endswith(("前", "后")) and _BORN.match(mention.after):
        return True
    if _BARRED.match(mention.after) and _YEARS_BEFORE.fullmatch(mention.before):
        return True
    return (
        _ELIGIBLE.match(mention.after) is not None or _OF_AGE.search(mention.before + "|" + mention.after) is not None
    )


# 2022年、2023年已获奖的项目不得重复申报: the year is that of a prize, and the rule is of no day.
_BARRED = re.compile(
    r"(?:[、,和及至](?:\d{4}|\d{2})年度?)*[^,。;、]{1,20}的[^,。;的]{1,10}?"
    r"(?:不得|不再(?:重复|参|受理|申|推荐|安排)|不予|不能|不可|无需|无须|可不|方可|均?可(?:直接|免|不)|须重新|应重新)"
)
_YEARS_BEFORE = re.compile(r"[^一-鿿]{0,5}[在于凡]?(?:\d{2,4}年度?[、,和及至])*")
_OF_AGE = re.compile(
    r"[周\d]岁[^|]{0,16}\|(?:[之以]?[前后]|期间|间)?(?:\([^()]{0,8}\))?出生|"
    r"(?:须|应当?|需|必须|限)[为是]?(?:[在于自])?\|(?:[之以]?[前后])?(?:\([^()]{0,10}\))?(?:期间)?(?:出生|毕业)(?:$|[,。;])|"
    r"\|(?:[之以]?[前后]|时|,|当[日天])?(?:已|须|应|尚)?(?:年?满|未满|不满)[^,。;]{0,3}\d{1,2}[周岁]|(?:出生|生日)[^,。;|]{0,4}(?:须|应|需|限)[^,。;|]{0,4}\|"
)
_RULED = 80  # characters of a clause that says of whom a rule speaks
_THOSE = re.compile(
    r"(?:所有|任何|凡是?|对于?|符合|如有|若有|持有?|凭)[^,]{4,}(?:者|人士|人员|居民|旅客|市民|考生|学生|单位|企业|观众|观众朋友|歌迷|民众|家长|客户|的)$"
)


def those(mention: Mention) -> bool:
    """所有在入境前14天内曾到过该省的人士: of whom a rule speaks."""
    text, (start, end) = mention.document.text, mention.clause
    return end - start <= _RULED and _THOSE.fullmatch(text, start, end) is not None


ROWS = (
    Rule("those", Part.NONE, those, ("所有在⟦5月10日|2021-05-10⟧曾到该省的人士,须接受检疫",)),
    Rule(
        "who may",
        Part.NONE,
        of_those_admitted,
        (
            "申请条件:⟦2023年12月31日前|../2023-12-31|deadline⟧取得证书满五年",
            "参赛对象:⟦2008年9月1日|2008-09-01⟧后出生",
        ),
    ),
    Rule(
        "ground",
        Part.NONE,
        of_its_ground,
        (
            "根据《评审办法》(⟦2021年7月1日起|2021-07-01/..|period⟧施行)和有关规定,现将事项通知如下",
            "按照县卫生局⟦5月6日|2024-05-06⟧印发的文件精神,各院开展自查",
        ),
    ),
    Rule(
        "make",
        Part.NONE,
        of_the_make,
        (
            "生产日期为⟦3月5日至3月20日|2021-03-05/2021-03-20|period⟧的奶粉可能存在隐患",
            "老照片摄于⟦1870年至1937年间|1870/1937|period⟧,共120幅",
        ),
    ),
    Rule(
        "of a ticket",
        Part.NONE,
        of_what_is_sold,
        ("⟦2月10日|2024-02-10⟧车票⟦1月27日|2024-01-27⟧开售",),
    ),
    Rule(
        "case",
        Part.NONE,
        of_a_case,
        ("县“⟦11·12|2023-11-12⟧”一般火灾事故调查组进驻", "“⟦3·15|2023-03-15⟧”专案组抓获嫌疑人5名"),
    ),
    Rule("late", Part.NONE, of_lateness, ("学生⟦7:50以后|2024-09-01|time|07:50⟧到校按迟到处理",)),
    Rule("validity", Part.MINOR, of_validity, ("会员证有效期至⟦12月31日|2024-12-31⟧,逾期须重办",)),
    Rule(
        "reckoned",
        Part.NONE,
        of_what_is_reckoned,
        (
            "被告应支付利息(暂计至⟦2016年8月18日|2016-08-18⟧止为3万元)",
            "利息自⟦2014年5月20日|2014-05-20⟧起按月利率百分之二计算",
            "租金从⟦2015年3月1日|2015-03-01⟧开始计付",
        ),
    ),
    Rule(
        "eligible",
        Part.NONE,
        eligible,
        (
            "限⟦2006年|2006⟧以前出生者",
            "要求:⟦1989年1月1日以后|1989-01-01/..|period⟧出生,本科以上学历",
            "学生以⟦108学年度|2019-08/2020-07⟧后入学并有作品者为原则",
        ),
    ),
)
