"""What a date does in its sentence: does it date an event, close a stretch, or neither?

One table, the first row that holds decides, and its name goes into the event. Every row carries sentences in which it
holds, with the expression it is about in ⟦…|edtf|kind⟧; the tests run them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from timeline.events.mentions import Mention
from timeline.events.structure.run_in import over_its_section
from timeline.events.when.asides import (
    before_a_date,
    believed,
    eligible,
    example,
    furniture,
    invited,
    maybe,
    moved,
    moved_to,
    of_note,
    outlook,
    party,
    personal,
    put_off,
    question,
    referred,
    those,
    within_a_word,
)
from timeline.events.when.attributes import (
    attachment,
    attribute,
    former,
    gloss,
    in_title,
    name_year,
    object_year,
    of_an_object,
    quoted_name,
)
from timeline.events.when.backgrounds import (
    age,
    apposed,
    compared,
    greeted,
    likened,
    long_ago,
    of_somebody,
    of_what_there_is,
    reason,
    recalled,
    remembered,
    vague,
    wished,
)
from timeline.events.when.conditions import (
    of_a_case,
    of_its_ground,
    of_lateness,
    of_the_make,
    of_those_admitted,
    of_validity,
    of_what_is_sold,
)
from timeline.events.when.habits import general, habit, hour_of_habit, of_every_year, recurs, usual
from timeline.events.when.headings import in_heading, introduces, parted
from timeline.events.when.moments import (
    bare_day_word,
    clock_only,
    deed_of_an_hour,
    in_a_chat,
    meanwhile,
    pause,
    session,
)
from timeline.events.when.occasions import at_hand, explained, in_a_label, label, only_frame, unheld
from timeline.events.when.provisions import of_a_rule, of_an_article
from timeline.events.when.relatives import of_relative_clause
from timeline.events.when.reports import according, announced, cited, dateline, heard, learned, reporter, stated
from timeline.events.when.states import (
    adjectival,
    being,
    boast,
    counted,
    counted_year,
    existing,
    figures,
    market,
    measured,
    season,
    state,
    whole_year,
)
from timeline.model import ExpressionKind

_Kind = ExpressionKind


class Part(Enum):
    """What a mention does."""

    EVENT = "event"  # something happens then
    MINOR = "minor"  # something happens then, but the date is the year of a thing's name, or the words name nothing
    END = "end"  # the end of a stretch: 持续至5月22日
    FRAME = "frame"  # holds for the sections below and is no event
    NONE = "none"


class Rule(NamedTuple):
    """A row: its name, what the mention does where it holds, when it holds, and examples."""

    name: str
    part: Part
    holds: Callable[[Mention], bool]
    examples: tuple[str, ...] = ()


_STOPPED = re.compile(r"截至到?[“]?$|^[ “(]*(?:但|而|并|据|,)*(?:截止到?|止于)[“]?$")
_TERM_ENDS = re.compile(
    r"(?:报名|申报|投稿|征稿|征集|收稿|缴费|提交|受理|申请|预约|登记|招募|订购|售票|领取|投票|展览|展出|展期|活动|优惠|有效期)"
    r"(?:时间|日期|期限)?(?:将|也)?截[至止]到?$"
)
_DUE = re.compile(
    r"(?:截止|截稿|缴费|交费|报名|申报|投稿|提交|受理)[^,。;]{0,6}(?:延长|顺延|推迟|延期?)[至到]$"
)  # no show lasts
_LASTS = re.compile(
    r"(?:持续|延续|延长|进行|开放|展出|顺延|展览)[^,]{0,3}[到至]$|(?:[展假会工]期|期限|时间|自[^,]{1,20})延至$"
)


_IF_IT_RAINS = re.compile(
    r"(?:雨天|遇[大暴]?雨|逢雨|因雨|下雨|[如若]遇[^,]{1,12}|遇[^,]{0,6}天气?|[如若]因[^,]{1,16}),?(?:则|将)?(?:活动|比赛)?"
    r"(?:顺延|改期?|延期?|推迟)[至到于在]{0,2}$"
)


def _undated(mention: Mention) -> bool:
    return not mention.edtf


def _remark(mention: Mention) -> bool:
    """这是今年以来的第三起: a remark on what was told."""
    return (
        re.match(
            r"(?:这|此|那)(?:也|正|已|就)?(?:是|为)",
            mention.document.text[mention.clause.start : mention.clause.start + 5],
        )
        is not None
    )


_UP_TO_NOW = re.compile("为止|(?:已经?|都|也|恰好|正好|刚好|整整)[^,。]{0,8}(?:年|月|天|周|日|小时)")


def _stopped(mention: Mention) -> bool:
    """截至2019年底: up to when something was counted; 报名截至元旦 is a term."""
    if _UP_TO_NOW.match(mention.after) and re.search("[到至迄]$", mention.before):
        return True  # 之后到1967年为止, 从接任到今天已经一个多月
    if mention.kind is _Kind.DEADLINE or _TERM_ENDS.search(mention.before):
        return False
    return _STOPPED.search(mention.before) is not None


RULES: tuple[Rule, ...] = (
    Rule("undated", Part.NONE, _undated, ("⟦每天|null|set⟧进行训练",)),
    Rule(
        "within a word",
        Part.NONE,
        within_a_word,
        ("市里除建⟦立春|2026-02-04|observance⟧节值班制度外,派员巡查", "追忆⟦当年初|2011-01⟧恋时的苦涩"),
    ),
    Rule(
        "question", Part.NONE, question, ("⟦一月|2008-01⟧ 谁将主宰足坛?", "⟦宪法日|2018-12-04|observance⟧的意义是什么?")
    ),
    Rule("general", Part.NONE, general, ("并非所有庙会都是到初七,有的在⟦初五|2024-02-14⟧就会提前收摊。",)),
    Rule(
        "example",
        Part.NONE,
        example,
        (
            "以40号线为例,现时车资五元,⟦4月4日|2021-04-04⟧将加至六元",
            "连续六个月缴纳保险(例:开标为某月,则⟦2020年7-12月|2020-07/2020-12|period⟧均须缴纳)",
        ),
    ),
    Rule("remark", Part.NONE, _remark, ("这是⟦年初以来|2014-01/2014-04|period⟧发生的第三起事故",)),
    Rule(
        "habit",
        Part.NONE,
        habit,
        (
            "他从⟦2004年|2004⟧,就多次到医院治疗",
            "⟦2018年5月至11月|2018-05/2018-11|period⟧,他不断追赶榜首",
            "⟦2008年|2008⟧手机刚刚诞生的时候,没有人想到",
        ),
    ),
    Rule(
        "every year",
        Part.NONE,
        of_every_year,
        ("⟦春天|2024-21⟧可看花,⟦夏天|2024-22⟧可戏水,⟦秋天|2024-23⟧可登山",),
    ),
    Rule(
        "apposed",
        Part.NONE,
        apposed,
        ("⟦2014年3月15日|2014-03-15⟧,开学后不久的一个⟦周六|2014-03-15⟧,协会举办沙龙",),
    ),
    Rule(
        "hour of habit",
        Part.NONE,
        hour_of_habit,
        ("⟦1938年|1938⟧,学校白天迁南门外上课,⟦傍晚|1928-05-11|time⟧返城食宿",),
    ),
    Rule(
        "referred",
        Part.MINOR,
        referred,
        ("整件事要追溯到⟦上个月|2018-04⟧", "得票是自⟦1991年|1991⟧有分区直选以来最低的"),
    ),
    Rule("day of note", Part.NONE, of_note, ("⟦这两天|2015-09-23/2015-09-25|period⟧对公司来说是个非常重要的日子",)),
    Rule("party", Part.NONE, party, ("原审被告人李某,男,⟦1992年4月6日|1992-04-06⟧出生。",)),
    Rule(
        "before a date",
        Part.NONE,
        before_a_date,
        ("⟦七年前|2008|period⟧的美国时间⟦9月23日|2008-09-23⟧公司公布了手机",),
    ),
    Rule(
        "vague",
        Part.NONE,
        vague,
        (
            "去年开镰时间为⟦5月17日|2024-05-17⟧",
            "⟦近年来|../2023|period⟧,区残联推进工作",
            "“⟦十四五|2021/2025|period⟧”规划印发",
        ),
    ),
    Rule(
        "list",
        Part.NONE,
        introduces,
        (
            "⟦2014年|2014⟧选拔赛的工作安排如下(时间将调整):",
            "⟦下周|2026-11-16/2026-11-22|period⟧计划:",
            "⟦11月|2026-11⟧重点工作:",
            "公司重新调整⟦春节|2015-02-19|observance⟧休假时间如下:",
            "⟦昨日|2026-11-11⟧通过的五项议案如下:",
            "⟦国庆期间|2020-10-01/2020-10-08|period⟧正常开放,组织开展多种活动,具体安排如下",
        ),
    ),
    Rule(
        "heading",
        Part.NONE,
        in_heading,
        (
            "# 关于⟦2019年|2019⟧工作的通知",
            "## 大学(⟦2019/11/14|2019-11-14⟧更新)",
            "关于⟦端午节|2023-06-22|observance⟧放假的通知:按规定放假三天",
            "起步阶段(⟦2008年|2008⟧):⟦3月5日|2008-03-05⟧,合作社成立",
        ),
    ),
    Rule(
        "page",
        Part.NONE,
        furniture,
        (
            "上一篇:⟦2009年5月|2009-05⟧全市残疾人就业工作会议召开",
            "⟦2014-03-04|2014-03-04⟧ 考研圈",
            "记者王立新摄⟦2019年5月6日|2019-05-06⟧",
        ),
    ),
    Rule(
        "parted",
        Part.NONE,
        parted,
        ("考试时间:⟦11月17-18日|2018-11-17/2018-11-18|period⟧,⟦17日|2018-11-17⟧开考四级,⟦18日|2018-11-18⟧开考六级",),
    ),
    Rule(
        "over its section",
        Part.NONE,
        over_its_section,
        (
            "植树活动各街道植树活动开始。读书节报名读书节组委会接受报名。马拉松报名马拉松组委会接受报名。"
            "⟦2023年4月|2023-04⟧书画展览部分街道书画展览⟦4月5日|2023-04-05⟧开幕。",
        ),
    ),
    Rule("in a title", Part.NONE, in_title, ("印发《关于开展⟦2022年|2022⟧宣传日活动的通知》",)),
    Rule("in a name", Part.NONE, quoted_name, ("核定“公共化计划(⟦106年至109年|2017/2020|period⟧)”",)),
    Rule(
        "of an object",
        Part.NONE,
        of_an_object,
        (
            "公司补充了⟦今年上半年|2018-01/2018-06|period⟧的审计报告",
            "县领导到镇里调研⟦春节前|../2023-01-22|deadline⟧安全生产工作",
            "⟦9月27日|2025-09-27⟧执行⟦9月23日|2025-09-23⟧课程安排",
            "以⟦10月31日|2015-10-31⟧为基准日,公司整体变更",
        ),
    ),
    Rule(
        "of a relative clause",
        Part.NONE,
        of_relative_clause,
        (
            "⟦2021年3月2日|2021-03-02⟧,公安局通报处理⟦2月28日|2021-02-28⟧发生的斗殴事件",
            "⟦5月17日|1980-05-17⟧,总统宣布戒严、派兵镇压⟦5月18日|1980-05-18⟧爆发的民主运动",
        ),
    ),
    Rule("former", Part.NONE, former, ("⟦1991年5月15日|1991-05-15⟧起施行的原条例同时废止",)),
    Rule("attachment", Part.NONE, attachment, ("附件:1.⟦第三十次全国助残日|2020-05-17|observance⟧活动方案",)),
    Rule(
        "gloss",
        Part.NONE,
        gloss,
        (
            "⟦5月17日|2020-05-17⟧(⟦农历四月廿五|2020-05-17⟧)举行活动",
            "灯会于⟦2月11日|2024-02-11⟧⟦大年初二|2024-02-11⟧开幕",
        ),
    ),
    Rule(
        "explained",
        Part.NONE,
        explained,
        (
            "⟦5月15日|2022-05-15⟧是⟦第三十二次全国助残日|2022-05-15|observance⟧。",
            "大会决议将⟦1月14日|XXXX-01-14⟧订定为城市日",
        ),
    ),
    Rule(
        "dateline",
        Part.NONE,
        dateline,
        ("本社⟦4月15日|2014-04-15⟧电(记者某某)官员说", "某社武汉⟦2月5日|2009-02-05⟧电武汉一市场发生大火"),
    ),
    Rule(
        "learned",
        Part.NONE,
        learned,
        (
            "记者⟦9日|2011-11-09⟧从交警部门获悉,⟦10月1日|2011-10-01⟧发生一起事故",
            "⟦昨日|2011-11-08⟧,记者从市体育局获悉,联赛⟦5月6日|2012-05-06⟧开赛",
        ),
    ),
    Rule("heard", Part.MINOR, heard, ("⟦昨日|2014-03-25⟧,记者从气象局获悉,市内各处都很干燥",)),
    Rule(
        "believed",
        Part.NONE,
        believed,
        (
            "⟦上月|2021-04⟧的高峰应该是暂时的",
            "⟦周一下午|2021-05-24⟧,没有任何官员说明",
            "⟦那天|2018-09-17⟧不停工,是因为估计不足",
            "有投资者感叹,⟦年初的一周|2016-01-04/2016-01-10|period⟧太难熬了",
        ),
    ),
    Rule(
        "cited",
        Part.NONE,
        cited,
        (
            "3. http://a.example/17.html,最后访问:⟦2022-06-10|2022-06-10⟧",
            "根据⟦十月三日|1994-10-03⟧第47/94/M号法令的规定,核准该规章",
        ),
    ),
    Rule("according", Part.NONE, according, ("据首相府⟦上周五|2021-04-09⟧公布,已有二万人申请",)),
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
        "article",
        Part.NONE,
        of_an_article,
        (
            "第三条 ⟦6月30日前|../2018-06-30|deadline⟧未退宿的,按日收费",
            "第二条 宿舍每日⟦23:00以后|2018-01-01|time|23:00⟧不开门",
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
        "greeted",
        Part.NONE,
        greeted,
        (
            "校长致辞时表示,⟦今天|2022-08-24⟧非常高兴与大家参加这场盛会",
            "⟦今晚|2019-05-02⟧,很荣幸能与各位相聚",
            "⟦10日|2024-07-10⟧早高峰请注意出行安全",
            "⟦新年第一天|2024-01-01⟧,向大家说声新年快乐",
            "教练说:“上赛季我们在这里输过,⟦今天|2024-05-12⟧拿回了三分。”",
        ),
    ),
    Rule("personal", Part.NONE, personal, ("我想起廿年前的⟦中秋|1999-09-24|observance⟧,还会疯狂的年纪",)),
    Rule(
        "remembered",
        Part.NONE,
        remembered,
        ("回想⟦去年|2023⟧,大家还在为搬迁忙碌", "春去夏来,转眼已是⟦六月|2024-06⟧。", "猪年过去,又到了⟦九月|2019-09⟧。"),
    ),
    Rule(
        "outlook",
        Part.NONE,
        outlook,
        ("⟦未来五年|2021/2026|period⟧则共有二十六万人", "交警表示,⟦2024年|2024⟧将继续加大查处力度"),
    ),
    Rule(
        "at hand",
        Part.NONE,
        at_hand,
        (
            "⟦春节|2022-02-01|observance⟧将至,市长感谢各界",
            "⟦12月29日|2018-12-29⟧,时值⟦岁末年初|2018-12/2019-01|period⟧,公司组织拔河比赛",
        ),
    ),
    Rule(
        "recurs",
        Part.NONE,
        recurs,
        ("业者须于⟦每年1月15日|null|set⟧、⟦4月15日|2026-04-15⟧前提出申请",),
    ),
    Rule(
        "reporter",
        Part.NONE,
        reporter,
        (
            "⟦昨日下午|2008-06-10⟧,记者来到该快餐店",
            "⟦昨天下午|2008-06-10⟧,仓库里,工作人员正在清点货物",
        ),
    ),
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
    Rule(
        "maybe",
        Part.NONE,
        maybe,
        (
            "三期工程有望于⟦2018年|2018⟧基本建成",
            "部长可能于⟦下周|2018-04-23/2018-04-29|period⟧来访",
            "⟦年底|2014-12⟧再次加息的可能性增大",
            "行业环境⟦年底|2014-12⟧有望大幅改善",
        ),
    ),
    Rule("moved", Part.NONE, moved, ("原定⟦5月13日|2022-05-13⟧的演唱会改至⟦9月9日|2022-09-09⟧举行",)),
    Rule("moved to", Part.EVENT, moved_to, ("演唱会由⟦5月13日|2022-05-13⟧延至⟦9月9日|2022-09-09⟧举行",)),
    Rule(
        "if it rains",
        Part.NONE,
        lambda m: _IF_IT_RAINS.search(m.before) is not None,
        ("⟦4月23日|2024-04-23⟧12:30在广场,雨天顺延至⟦次日|2024-04-24⟧。",),
    ),
    Rule(
        "lasts",
        Part.END,
        lambda m: _LASTS.search(m.before) is not None and _DUE.search(m.before) is None,
        ("展览持续至⟦5月22日|2022-05-22⟧。",),
    ),
    Rule(
        "as of",
        Part.NONE,
        _stopped,
        ("截至⟦2019年底|2019-12-31⟧,已脱贫250253人。", "截止⟦2019年底|2019-12-31⟧,已脱贫250253人。"),
    ),
    Rule(
        "compared",
        Part.NONE,
        compared,
        ("人数比⟦去年|2019⟧多",),
    ),
    Rule(
        "likened",
        Part.NONE,
        likened,
        (
            "肯定不会像⟦去年|2007⟧那样被动",
            "元旦放假,与⟦周末|2023-12-30/2023-12-31|period⟧连休,共3天",
            "但与⟦6月9日|2019-06-09⟧的游行情况对比,人数更多",
            "展会是继⟦2019年后|2019/..|period⟧再度举行",
            "该旗与共和国在⟦1952年到1990年期间|1952/1990|period⟧使用的旗子设计相同",
        ),
    ),
    Rule(
        "of somebody",
        Part.NONE,
        of_somebody,
        ("许多⟦今天早上|2014-03-10⟧还在会场的记者也赶来", "⟦六年前|1961⟧就已经被撤职的校长被带回学校"),
    ),
    Rule(
        "of a rule",
        Part.NONE,
        of_a_rule,
        (
            "⟦2021年7月1日之前|../2021-07-01|period⟧开展的考试",
            "自⟦2018年1月1日起|2018-01-01/..|period⟧施行的《条例》第五条要求持证上岗",
            "⟦3月1日之前|../2021-03-01|deadline⟧的申请一律无效",
            "⟦12月20日以前|../2021-12-20|deadline⟧之申请资料不予审核",
            "对⟦2006年至2008年|2006/2008|period⟧发生还贷困难的农户,给予贴息",
            "提供财务报告,⟦2024年1月1日以后|2024-01-01/..|period⟧成立的除外",
            "申请须在预产期前⟦30日|2024-04-30⟧提交",
            "因故不能前来者须于活动⟦3日前|../2024-12-03|deadline⟧告知",
        ),
    ),
    Rule(
        "state",
        Part.NONE,
        state,
        (
            "⟦2020年|2020⟧是全面收官之年",
            "码头停工⟦今天|2025-11-11⟧已进入第42天",
            "⟦4月1日|2025-04-01⟧是旅客集中返程的时间",
            "⟦2021年|2021⟧最受欢迎的图书是小说",
            "而⟦2000年前|../2000|deadline⟧则是另一场台风",
            "以下纪录由⟦2000年|2000⟧开始计算。",
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
        "being",
        Part.NONE,
        being,
        (
            "她曾是⟦1980至1990年代|1980/1999|period⟧的当家花旦之一",
            "直到⟦1990年|1990⟧,这家茶馆始终是镇上最热闹的去处",
        ),
    ),
    Rule("season", Part.NONE, season, ("⟦十月|2019-10⟧金秋到来,喜庆祖国华诞",)),
    Rule(
        "adjectival",
        Part.NONE,
        adjectival,
        ("⟦1960年代末期|1967/1969|period⟧,两国关系紧张", "⟦1937年|1937⟧,华北局势紧张"),
    ),
    Rule("boast", Part.NONE, boast, ("⟦这一年|2015⟧,我们深化改革、提质增效",)),
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
    Rule("year of an object", Part.MINOR, object_year, ("市残联举办⟦2022年|2022⟧“就有未来”招聘会",)),
    Rule(
        "year in a name",
        Part.NONE,
        name_year,
        (
            "“融合”——⟦2023年|2023⟧公益市集热闹",
            "⟦2010年|2010⟧诺贝尔物理学奖得主将开讲",
            "⟦2023年|2023⟧、⟦2024年|2024⟧立项的项目可推荐",
            "⟦2008年|2008⟧残奥会于⟦9月6日|2008-09-06⟧举行",
            "⟦2024年|2024⟧山城“Young 乡 越 野 跑 酷 大 会 师 障碍赛”将于⟦12月14日|2024-12-14⟧举行",
            "⟦2008年|2008⟧招生工作⟦9月6日|2008-09-06⟧结束",
            "⟦2008年|2008⟧读书会在大厅举行,时间为⟦9月6日|2008-09-06⟧",
        ),
    ),
    Rule(
        "attribute",
        Part.NONE,
        attribute,
        (
            "⟦11月5日|2018-11-05⟧公布的棋院⟦2018年10月31日|2018-10-31⟧排行榜中",
            "由⟦2012年1月3日起|2012-01-03/..|period⟧,新指数(以⟦2010年1月4日|2010-01-04⟧为100)取代旧指数",
        ),
    ),
    Rule(
        "label",
        Part.NONE,
        label,
        (
            "为迎接⟦中秋|2020-10-01|observance⟧佳节,馆里推出新书",
            "市残联开展“⟦助残日|2022-05-15|observance⟧”活动",
            "镭射笔的光代替了传统⟦中秋|2019-09-13|observance⟧玩具",
            "江岸⟦国庆|2019-10-01|observance⟧筹委会举行发布会",
            "⟦9月20日前|../2024-09-20|deadline⟧报节目(⟦重阳|2024-10-11|observance⟧敬老晚会)",
        ),
    ),
    Rule(
        "in a label",
        Part.NONE,
        in_a_label,
        ("⟦周末|2025-12-20/2025-12-21|period⟧电影院:⟦12月27日|2025-12-27⟧14:00,视听室",),
    ),
    Rule("only a frame", Part.FRAME, only_frame, ("共同做好⟦助残日期间|2020-05-17|observance⟧的新闻宣传工作",)),
    Rule(
        "wished",
        Part.MINOR,
        wished,
        (
            "公司力争于⟦2027年|2027⟧建成一批站点",
            "学校希望在⟦5月|2014-05⟧恢复上课",
            "官员答应在⟦第二天|2019-07-08⟧给家长答复",
        ),
    ),
    Rule("reason", Part.NONE, reason, ("由于⟦这学期|2019-09/2020-01|period⟧已经进行到一半,欢迎学生先来旁听",)),
    Rule("age", Part.NONE, age, ("这座古都曾经在⟦北宋年间|0960/1127|period⟧繁华盖世",)),
    Rule(
        "invited",
        Part.MINOR,
        invited,
        ("⟦7月19日|2008-07-19⟧,一起来会场狂欢吧", "欢迎市民⟦即日起|2008-07-19/..|period⟧持券购物"),
    ),
    Rule("usual", Part.MINOR, usual, ("赛事以往一般于⟦10月|2021-10⟧举行",)),
    Rule(
        "unheld",
        Part.NONE,
        unheld,
        (
            "⟦中秋节|2016-09-15|observance⟧许多同学有其它安排,时间冲突",
            "⟦清明节|2016-04-04|observance⟧、劳动节按照国家安排放假调休",
        ),
    ),
    Rule("day word", Part.NONE, bare_day_word, ("⟦当天|2019-08-16⟧的感受很好", "⟦那天|2019-08-16⟧阳光很好")),
    Rule("said", Part.NONE, in_a_chat, ("⟦2026-06-03 09:15|2026-06-03|date|09:15⟧ 王工:今天对接口。",)),
    Rule("meanwhile", Part.NONE, meanwhile, ("⟦与此同时|2025-12-05|period⟧,扎实的服务覆盖了各地",)),
    Rule(
        "pause",
        Part.MINOR,
        pause,
        ("⟦9:00|2024-05-04|time|09:00⟧签到,⟦9:30|2024-05-04|time|09:30⟧开幕式,⟦10:30|2024-05-04|time|10:30⟧专题讲座",),
    ),
    Rule(
        "session",
        Part.EVENT,
        session,
        (
            "⟦5月4日9:00|2024-05-04|date|09:00⟧开幕式,⟦10:30|2024-05-04|time|10:30⟧专题讲座,⟦14:00|2024-05-04|time|14:00⟧分论坛",
            "⟦6月22日9:00|2024-06-22|date|09:00⟧太极班;⟦14:00|2024-06-22|time|14:00⟧书法班",
        ),
    ),
    Rule(
        "deed of an hour",
        Part.MINOR,
        deed_of_an_hour,
        (
            "⟦晨4时|1931-09-19|time|04:00⟧,驻扎当地的军队发动了进攻",
            "城中的售票处则于⟦下午三时|2013-02-09|time|15:00⟧停止服务",
        ),
    ),
    Rule("clock", Part.NONE, clock_only, ("⟦上午9时|2019-08-16|time⟧左右人很多",)),
    Rule(
        "stated",
        Part.MINOR,
        stated,
        ("卫生局局长⟦9日|2008-04-09⟧对媒体说,病人状况稳定", "发言人⟦22日|2017-04-22⟧回应表示,将派代表团磋商"),
    ),
    Rule("put off", Part.MINOR, put_off, ("原定于⟦4月2日|2022-04-02⟧开幕的画展,因疫情防控需要延期",)),
    Rule(
        "announced",
        Part.MINOR,
        announced,
        (
            "⟦5月30日|2023-05-30⟧,地铁公司宣布,新线将于⟦6月28日|2023-06-28⟧开通",
            "市文旅局⟦5月30日|2023-05-30⟧公布第五届艺术节定于⟦6月28日|2023-06-28⟧开幕",
        ),
    ),
    Rule(
        "recalled",
        Part.MINOR,
        recalled,
        ("厂长强调,⟦2019年|2019⟧我们有过教训", "理事长指出,⟦2012年|2012⟧双方签订备忘录"),
    ),
    Rule("what there is", Part.MINOR, of_what_there_is, ("⟦2009年|2009⟧购进的两台冲床已超年限,建议更换",)),
    Rule("long ago", Part.MINOR, long_ago, ("居民反映,⟦十多年前|2012~|period⟧有人在此掩埋废弃物",)),
    Rule("whole year", Part.MINOR, whole_year, ("⟦全年|2023|period⟧举办培训8场次",)),
    Rule("dated", Part.EVENT, lambda _: True, ("⟦5月13日|2022-05-13⟧,市残联举行活动",)),
)


def role(mention: Mention) -> Rule:
    """The first row that holds."""
    return next(rule for rule in RULES if rule.holds(mention))
