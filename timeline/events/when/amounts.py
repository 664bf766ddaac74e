"""Dates of how much there was: what a measure, a price or a number came to.

Each function is the condition of a row of `ROWS`; `roles` says in which order the rows are asked. No
editor lists a level or a trend; where the same sentence tells a deed behind it, the deed is told and the date stands.
"""

from __future__ import annotations

import re

from timeline.events.language.segment import has_verb, is_name
from timeline.events.language.words import branch, pattern, verbs, words
from timeline.events.mentions import Mention
from timeline.events.when.rule import Part, Rule
from timeline.events.when.states import lasts, own

_MOVES = re.compile(
    rf"{branch(words('measure'))}[^,。;:“《(—的]{{0,8}}?(?:"
    rf"{branch(words('trend'))}|"
    r"(?:达到?了?|高达|约为?|为|超过?|逾|近|占|不到|不足|低于|高于|仅为?|位[居列]|居|跃居|[升降增减跌涨]至|[迫逼]近|直逼|接近|突破|跌破|站上|重上|触及)[^,。;]{0,8}?(?:\d|第[一二三四五六七八九十])(?![^,。]{0,12}的))"
)
_ONLY_MOVES = re.compile(  # 8月才有所降低; 1月达到40.0%
    rf",?[才又也则再均都]?(?:(?:略有|有所|大幅|小幅|持续|继续|逐[渐步月年季]|进一步|明显|快速){{0,2}}{branch(words('trend'))}(?=,|$)|"
    r"[^,。]{0,8}?[升降增减跌涨贬]到?[到至]?了?\d{1,4}[:比]\d|[^,。;]{0,16}?兑[^,。;]{1,8}?[是为在到][^,。;]{0,4}\d|"
    r"(?:达到?了?|高达|为|[升降增减跌]至)\d[\d.]{0,6}(?:[%％]|个?百分点)|"
    r"时?[则也]?已?(?:超过|突破|达到?|增至|增加到)了?\d[\d.]{0,6}[万亿]?(?:人|户|家)(?=$|[,。;]))"
)
_AMOUNT = re.compile(
    r"(?:接待|实现|完成|生产|创造|吸引|服务|受理|办理|查处|发送|运送|销售|输送)了?[^,。;“《]{0,16}?"
    r"\d[\d.,]{0,9}[余多]?(?:[万亿]|人次|元|吨|[%％])"
    r"|(?:居民|人口|会员|党员|用户|[户人]数)[^,。;]{0,6}?(?:突破|超过|达到?|增至|增加到)了?[^,。;]{0,3}?[\d一二三四五六七八九十百千]"
)
# 消费市场保持平稳增长, 出行消费增长加快: how a thing went on
_GOES_ON = re.compile(
    r"(?:保持|延续|呈现出?|维持|持续|继续)了?[^,。;“《]{0,10}?(?:增长|下降|回[落升暖]|平稳|稳定|态势|势头|趋势|扩张|增势|走势)(?=$|[,。;])"
    r"|(?:增长|增速|增幅|降幅|涨幅|下降)(?:有所|明显|进一步)?(?:加快|放缓|回落|收窄|扩大|提速|趋缓)(?=$|[,。;])"
    r"|(?:价值|总值|总额|金额|数量|人数|申请)(?:约|达到?了?|超过?|为|增加了?|减少了?|下降了?|上升了?)\d"
    r"|的[^,。;“的]{1,10}?(?:达到?了?|占到?|高达|超过|约为?)\d[\d.]{0,5}[%％]"
)
# 8月就医人次,创下近三年来新高: how high a number has gone.
_RECORD = re.compile(
    r",?[^。;,]{0,24}?(?:人[次数]|件数|数[量字]?|[量额率值]|价格?|温度?|指数|业绩|营收|收入|票房),?[^,。;]{0,4}?"
    r"(?:创[下造出]?|再创|续创|刷新|写下|突破)了?[^,。;]{0,10}?(?:新高|新低|[纪记]录|高点|低点)"
)


def measured(mention: Mention) -> bool:
    """2010年8月,房价增速降至11.7%: what a measure came to in a month, a quarter or a year."""
    if not lasts(mention) or verbs(mention.before):
        return False
    if _RECORD.match(mention.rest):
        return True
    if _LEADS_UP.match(mention.after):
        return False
    if _OF_THEN.match(mention.after):
        return True  # 2012年6月末的5.54万亿
    told = _told(mention)
    if _GOES_ON.search(told) and not any(kind != "act" for _, kind in verbs(own(mention))):
        return True
    moves = _MOVES.search(told) or _AMOUNT.search(told) or _ONLY_MOVES.match(mention.after)
    return moves is not None and not _deed_behind(mention, told)


_OF_THEN = re.compile(r"的(?:约|近|不足|超过?)?\d[\d.,]*[余多]?(?:[万亿元%％]|美元|人次|[人户家]|个百分点)")
_LEADS_UP = re.compile(r",?(?:因|由于|随着|为|鉴于)")


def _told(mention: Mention) -> str:
    """The words of its clause without the date, and the next clause where it only leads up to that."""
    after = mention.after.lstrip(", ")
    if (
        after in ("时", "间")
        or after.endswith(("以来", "之后", "影响下", "带动下", "推动下", "作用下", "支撑下", "拉动下"))
        or (2 <= len(after) <= _TOPIC and not verbs(after) and _is_topic(after))
    ):
        after = mention.rest[: len(mention.after) + _NEXT].lstrip(", ")
    return f"{mention.before[-_LEFT:]} {after}"


def _is_topic(words_: str) -> bool:
    return is_name(words_) or words_.endswith(words("noun"))


_TOPIC = 6  # characters of a clause that only names what is measured: 2023年高考,我校上线率达到96%
_LEFT = 30  # characters before a date that may name what is measured
_NEXT = 30  # characters of the clause that another leads up to


def _deed_behind(mention: Mention, told: str) -> bool:
    """Whether the clause holds or publishes something, or a later clause of the date tells a deed."""
    if any(kind in ("hold", "publish") for _, kind in verbs(told)):
        return True
    start = max(mention.clause.end, mention.at.end + len(mention.after))
    end = mention.sentence.at.end if mention.following is None else mention.following.start
    return start < end and bool(verbs(mention.document.text[start : min(end, start + _LATER)]))


_LATER = 120  # characters behind a measure that may tell a deed
_THERE_IS = re.compile(
    r",?(?P<who>[^,。;“《]{0,16}?)(?<![只没未具拥含带享富共所])(?:现|仍|还|已|共|也|都|就|便)?有"
    r"(?:(?:近|约|超过?|逾)?(?:\d[\d.,]{0,9}|[一二两三四五六七八九十百千几数]{1,5})[余多几]?[万亿]?(?P<what>[^,。;“《]{1,16})|"
    r"[^,。;“《\d]{1,6}\d[\d.,]{0,9}[余多]?[万亿]?[人名个家所户座台辆张])"
)


def existing(mention: Mention) -> bool:
    """2019年,中国有8亿多网民; 1990年,卫生局有编制11人: how many there were."""
    match = _THERE_IS.fullmatch(mention.after) if lasts(mention) else None
    if match is None or verbs(mention.before) or has_verb(match["who"].rpartition("的")[2]):
        return False
    what = match["what"] or ""
    if not match["who"] and len(what) > _THING:
        return False  # 有四十家平台停业: what they did is told
    return not verbs(what) and not has_verb(what) and not _deed_behind(mention, what)


_THING = 4  # characters of what there is, where nobody is said to have it
_FIRST = re.compile(r"(?:首次|再次|第一次|跻身|晋升|当选)")
_SHARE = re.compile(r"[\d几]|[一二三四五六七八九]成")


# 1959年被定为全国16所重点高校之一, 1997年入选首批211工程: what one was made, however many there are
_MADE_ONE = re.compile(
    r"[,]?[^,。;被\d]{0,16}?(?:又|再次|首次|成功|正式|先后|同时)?(?:被(?:国务院|教育部|[^,。;]{2,16}?)?(?:[定列评选命确认]{1,2}|[^,。;]{0,8}?(?:评选|认定|确定|公布|命名))为"
    r"|(?:入选|入围|跻身|进入|获批|获评|当选|荣膺|评上|选入)(?!前)[^,。;\d]{0,12}?(?:首批|第[一二三四五六七八九十\d]批|全[国省市]|国家|世界|省级|市级))"
)


def figures(mention: Mention) -> bool:
    """A month or a year beside figures: what is told is a state of affairs."""
    told = mention.before + " " + mention.after
    if mention.grain == "day" or _FIRST.match(mention.after) or _MADE_ONE.match(mention.after):
        return False
    if any(kind in ("hold", "publish") for _, kind in verbs(told)):
        return False
    start = max(mention.sentence.at.start, mention.at.start - 40)
    near = mention.document.text[start : mention.at.start] + mention.after
    return _SHARE.search(mention.after) is not None and pattern("figures").search(near) is not None


_COUNTED = re.compile(r"\d+(?:余|多)?(?:件|条|篇|人次|次|户|万|亿|元|%)")


def counted_year(mention: Mention) -> bool:
    """全年 and a sum: 全年刊发信息70余件."""
    if not whole_year(mention):
        return False
    held = any(kind == "hold" for _, kind in verbs(mention.after))
    if "继续" in mention.after[:8]:
        return True
    return not mention.opens or not verbs(mention.after) or (not held and _COUNTED.search(mention.after) is not None)


def whole_year(mention: Mention) -> bool:
    """全年, 今年: a year pointed to and not named."""
    return mention.grain == "year" and mention.text.startswith(("全年", "今年", "本年", "当年"))


_COUNT = re.compile(
    r"[^。]{0,60}?(?:共|总计|合计|累计|总共|分别)(?:已|有|计)?[^,。]{0,20}?\d[\d,.万余多]{0,8}(?:个|件|例|人|家|队|座|所|名|场|次|户|处|项|班|元|吨|起|宗|辆|株|份|篇)"
)


def counted(mention: Mention) -> bool:
    """今年共吸引40队报名: how much of something there was in a year or in some months."""
    if mention.text.endswith(("至今", "以来")) and _RECORD_OF_PLAY.match(mention.after):
        return True
    if lasts(mention) and _CASES.match(mention.after):
        return True  # 其中5月发生3起
    if _BY_THEN.search(mention.before) and _HAD.match(mention.after):
        return True
    week = _WEEK.fullmatch(mention.text) is not None
    if (mention.grain == "day" and not week) or (mention.grain == "month" and _HELD.match(mention.after)):
        return False
    if week and _SUMS_OF_A_WEEK.match(mention.rest) and not verbs(mention.rest):
        return True
    if mention.before.endswith("于") and mention.clause.end <= mention.at.end:
        return False  # 剧社成立于2011年,现有演员23人
    if _WORKS_OF_THEN.match(mention.after):
        return True  # 展出民国十三年至五十三年间,三十四件书法
    if (sum_ := _SUM.match(mention.after)) and not (has_verb(sum_[1]) or _BUILDS.match(sum_[1])):
        return True  # 年末,全镇户籍人口31256人
    return _COUNT.match(mention.after) is not None or _ATTENDED.match(mention.rest) is not None


_RECORD_OF_PLAY = re.compile(r",?[^,。;]{0,12}?\d+[胜战]\d+[负平胜败]")  # 本季至今,狮队38胜29败
_CASES = re.compile(
    r"(?:份|全月|当月)?,?(?:共|仅|就|已)?(?:发生|查处|受理|办理|接报|立案)了?(?:\d+[余多]?[起件宗例次](?=$|[,。;])|[\d,]{3,}[余多]?[起件宗例])"
)
# 至1930年6月,全校共设5学院: how much there was by then
_BY_THEN = re.compile("(?:^|[^一-鿿])[到至]$")
_HAD = re.compile(
    r",? ?[^,。;\d“《]{0,16}?(?:(?:[总一]?共|已|现|总计|合计|累计)(?:[开下]设|拥有|建有|设有?|辖有?|有)"
    r"|拥有|设有|下辖|共计)"
    r"[^,。;\d]{0,10}?[\d一二三四五六七八九十百千]"
)
_SUMS_OF_A_WEEK = re.compile(r"[^。;《“]{0,16}?\d[\d,.]*[万余多]?(?:元|人|次|件|台|吨)")  # 上周奉献:主日350元
_WEEK = re.compile("[本上这当][周月季]|[本上这]星期")
_HELD = re.compile(rf" ?(?:共|先后)?{branch(words('hold', 'verbs'))}(?=[\u4e00-\u9fff《“]{{3}})")  # 3月举办讲座共12场
_BUILDS = re.compile("[修建架铺打挖种栽凿拓疏筑砌造][通成好筑建设植挖宽浚起了](?=[一-鿿]{2})")  # 修通水泥路3公里
_WORKS_OF_THEN = re.compile(r"[,的]?[\d一二三四五六七八九十百]{1,6}余?[件幅篇张首部](?!事|案)")
_SUM = re.compile(
    r"[, ]?([^,。;:\d“《]{2,16}?)\d[\d,.]*[万亿余多]{0,2}"
    r"(?:人|户|个|家|元|亩|公顷|公里|平方公里|吨|%|名|所|座|辆|台)(?=$|[,。;(])"
)
_ATTENDED = re.compile(
    r"[^。;]{0,40}?(?:人次|人数|票房|销量|产量|数量|总数|收视率|投票率|使用率)(?:已|只|仅|便|就)?(?:共|合共|总共)?"
    r"(?:有|达到?|为|约|超过|近|突破|录得|跌至|升至)[^,。;]{0,4}\d"
)
_MARKET = re.compile(
    r"收盘|开盘|报收|收报|市值|涨幅|跌幅|涨停|跌停|股价|换手率|成交[额量]|市盈率|持股|持仓|建仓|净值|汇率|点位|重仓|低点|高点(?!击)|支撑位|阻力位|[跌升突]破\d[\d.,]*(?:点|美元|[一-鿿]{0,2}(?:关口|大关|支撑|阻力))"
)
# 隔夜利率报3.4086%, 恒指报19000点
_QUOTED = re.compile(
    r",?[^,。;]{0,16}?(?:利率|拆借|指数?|[金油银铜铝钢粮煤]价|中间价|期货|[A-Za-z]{3,8})(?:现|早盘|午盘|收盘|最新)?[收]?报\d"
)
# 国际金价2012年1月3日为1581.3美元
_PRICED = re.compile("(?:[金油银铜铝钢粮煤米房地股电气票价]价|汇率|利率|指数|牌价|均价|报价|现货|期货)[在于]?$|^[,]?$")
_AT = re.compile(r"(?:的?(?:报价|价格))?[为是报]\d[\d.,]*(?:万|亿)?(?:美元|港元|欧元|元|点|[%％])")
_DEED_OF_MARKET = re.compile(
    r"停牌|复牌|挂牌|上市|公告|发布|宣布|召开|举行|签署|收购|购入|出售|转让|入股|增资|注资|发函|退市"
)


def market(mention: Mention) -> bool:
    """Prices and holdings as of a day."""
    near = mention.before[-16:] + mention.after[:60]
    priced = _PRICED.search(mention.before) is not None and _AT.match(mention.after) is not None
    return (priced or (_MARKET.search(near) or _QUOTED.match(mention.after)) is not None) and _DEED_OF_MARKET.search(
        near
    ) is None


ROWS = (
    Rule(
        "prices",
        Part.NONE,
        market,
        (
            "⟦5月28日|2018-05-28⟧,该股开盘即逼近跌停",
            "按⟦4月17日|2017-04-17⟧的收盘价计算",
            "⟦3月29日|2018-03-29⟧,隔夜拆借利率报2.61%",
            "国际金价⟦2012年1月3日|2012-01-03⟧为1581.3美元",
        ),
    ),
    Rule("figures", Part.NONE, figures, ("⟦2018年上半年|2018-01/2018-06|period⟧,公司拥有394家培训中心",)),
    Rule(
        "measured",
        Part.NONE,
        measured,
        (
            "⟦2016年8月|2016-08⟧,市内房价增速降至11.7%",
            "⟦2023年|2023⟧高考,学校上线率达到96%",
            "特别是⟦4月|2016-04⟧新规落地以来,住宅销售面积呈现负增长",
            "价格涨得很快,⟦8月|2016-08⟧才有所降低",
            "⟦今年前10月|2016-01/2016-10|period⟧,景区已接待游客13.5万人次",
            "⟦五一假期|2016-05-01|observance⟧,全市接待游客120万人次",
            "⟦1875年|1875⟧时,城中居民突破十万人",
            "管理的资产由⟦2012年6月末|2012-06-21/2012-06-30|period⟧的5.54万亿增加",
            "⟦1928年|1928⟧时则已超过50万人",
            "⟦8月份|2016-08⟧,全市用电需求保持平稳增长,运行态势良好",
            "⟦2004年至今|2004/..|period⟧由外地迁入的居民达到31.5%",
        ),
    ),
    Rule("existing", Part.NONE, existing, ("⟦2019年|2019⟧,全国有8亿多网民", "⟦1990年|1990⟧,该所现有编制11人")),
    Rule(
        "counted",
        Part.NONE,
        counted,
        (
            "⟦今年|2022⟧共吸引11县市40队报名参赛",
            "其中⟦5月|2022-05⟧发生3起",
            "⟦年末|2023-12⟧,全镇户籍人口31256人,较上年减少214人。",
            "至⟦1930年6月|1930-06⟧,全院共设七个科室",
        ),
    ),
    Rule("counted year", Part.NONE, counted_year, ("⟦全年|2023|period⟧在各类媒体刊发信息70余件",)),
    Rule("whole year", Part.MINOR, whole_year, ("⟦全年|2023|period⟧举办培训8场次",)),
)
