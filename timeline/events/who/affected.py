"""The clause before a date -> what it was done to, where the deed of the date is that thing's and nobody's.

Whoever buys a paper is not listed anew; whoever builds a house is not renamed. And of a team whose results fall it is
told that it went down.
"""

from __future__ import annotations

import re

from timeline.events.language.segment import is_name
from timeline.events.mentions import Mention
from timeline.model import Span

# 主教主持启用仪式。1954年易名为小堂: no person is renamed or rebuilt so.
OF_A_HOUSE = re.compile(
    "(?:再度|又|复|正式|获准|奉准|一度|全[面线部]|主体|整体|如期|顺利|最终|终于|重新)?(?:[在于][^,。;的]{2,12}(?:上市|挂牌)|上市|退市|摘牌|复[刊校]|重新(?:独立|开[放业馆园])|[易更改]名|改[称制]|升格|扩建|重[建修]|迁址|竣工|落成|[动开停复完]工|合龙|封顶|通车|通航|建成)"
)


def undergoes(text: str, before: Span | None, mention: Mention) -> Span | None:
    """What the clause before a date was done to, or whose lot it tells: 集团将《晨报》收购,1992年重新上市."""
    if before is None or text[before.end] != ",":
        return None
    if OF_A_HOUSE.match(mention.after.lstrip(" ,")) and (taken := _TAKEN.search(text, *before)):
        return Span(*taken.span("thing")) if _KEPT.search(taken["thing"]) else None
    if (called := _NAMED_SO.match(text, *before)) and _NAMED_ANEW.match(mention.after):
        return Span(*called.span("name"))
    if (shown := _SHOWN.search(text, *before)) and _IS_SHOWN.match(mention.after):
        return Span(*shown.span("thing"))
    if (made := _SET_UP.search(text, *before)) and _BEGINS.match(mention.after):
        return Span(*made.span("thing"))
    if _CHANGES.fullmatch(text, *before) and _IS_CHANGED.match(mention.after):
        return before
    fared = _FARED.match(text, *before) if mention.before.startswith(("最终", "终于", "终")) else None
    return Span(*fared.span("who")) if fared and is_name(fared["who"]) else None


# 集团将《晨报》收购: the paper; 把南门小学并入一中: the school
_TAKEN = re.compile(
    r"[将把](?P<thing>《[^《》]{1,16}》|[^,。;《将把的]{2,16}?)(?=(?:收购|私有化|国有化|并[入购]|合并|买[下入]|卖[给出]|出售|接管|"
    r"收归|划[归入]|改[为组建造制名]|拆[除毁分]|焚毁|烧毁|炸毁|关[闭停]|停[办刊])[^,。;]{0,12}$)"
)
_KEPT = re.compile(r"》$|[院校馆路桥厂社堂园塔局所寺庙祠站场店报刊台行区县市镇村队楼宅]$|大学|中学|小学|公司|集团|企业")
# 汇集了早期作品的展览“山水之间”,4月23日在美术馆开幕: the show
_SHOWN = re.compile(
    r"(?:^|[的了出行办])(?P<thing>[^,。;的“”]{0,8}?(?:展览?|音乐[会剧]|[话歌舞]剧|剧目|影片|电影|纪录片|演出|活动|论坛|讲座|沙龙|比?赛|课程)[“《][^“”《》]{2,40}[”》])$"
)
_IS_SHOWN = re.compile(
    r"(?:也|将|已|正式|隆重|如期|盛大|同步|全新)*(?:[在于][^,。;]{2,30}?)?(?:开[幕展讲播赛]|揭幕|启幕|举[行办]|[首上公]演|[首公上]映|展出|登[场陆]|启动|亮相|面世|播出|拉开)"
)
# 与江桥大学合作举办软件工程本科项目,2013年开始招生: what was set up
_SET_UP = re.compile(
    r"(?:举办|开办|创办|开设|设立|推出|新建|兴建|修建|打造|实施|建立|开发|启动)了?(?P<thing>[^,。;的“”和及与、]{4,30}?(?:项目|课程|专业|班|工程|计划|基地|平台|线路|生产线|站|馆|园|场|桥|路|厂))$"
)
_BEGINS = re.compile(
    r"(?:也|将|已|正式|首次|如期|全面|顺利)*(?:开始(?:招生|招收|运[营行]|施工|使用|接诊|营业|供[水电气热暖])|(?:首次)?招[生收]|开[课班]|投[产用]|上线|"
    r"投入(?:使用|运[营行]|试?生产)|[动开竣完]工|建成|落成|通车|开[放园馆通]|试?运营|启用)"
)
# 当时中文名称为《早刊》,1913年才改为《早报》
_NAMED_SO = re.compile(
    r"(?:当时|起初|最初|初时|原来|原先)?的?(?P<name>[一-鿿]{0,4}(?:名称|[校站刊厂馆店片书地路台社会]名|名字|中文名|英文名|正式名))(?:原|初|本|先)?(?:为|是|叫|叫做|作|定为|取为)[^,。;]{2,20}$"
)
_NAMED_ANEW = re.compile(r"[, ]?(?:才|始|方|正式|又|再度?|复)?(?:更|再)?改(?:为|成|作|称)")
# 本馆阅览时间,自5月1日起改为9时至17时
_CHANGES = re.compile(
    r"[^,。;“”的了]{2,16}(?:时间|时段|日期|价格|票价|费用|收费标准|地点|地址|线路|路线|班次|电话|号码|利率|租金|运费|[水电气油]价)"
)
_IS_CHANGED = re.compile(
    r"起?[, ]?(?:将|一律|均|统一)?(?:改[为在到于成]|调整|变更|延长|缩短|提[前早高]|推迟|[上下]调|降[至低为]|恢复)"
)
# 球队的战绩却一落千丈,最终在2001赛季降级
_FARED = re.compile(
    r"(?:但是?|然而|不过|此后|而)?(?P<who>[一-鿿]{2,12}?)的?(?:战绩|成绩|业绩|战果|排名|票房|销量|股价|经营|生意|状态)"
    r"(?=[却也仍]?(?:一路|一落|一蹶|每况|急剧|大幅|持续|不断|逐渐|日渐|随着|连年|下[滑降跌]|低迷|惨淡|不振|不佳|起伏))"
)
