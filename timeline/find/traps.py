"""What looks like a time and is none. Each row takes findings away; it never adds any.

A row says where it looks: at the phrase that was found, its words, what stands before them and what follows. All that a
row says must hold. Every row carries a sentence in which it must fire and one in which it must not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from timeline.find.false_days import FALSE_DAYS
from timeline.find.false_lengths import FALSE_LENGTHS
from timeline.find.trap import DAYS, LENGTHS, Trap, rows_of

_PLACES = "路街巷弄道段楼栋园村庄屯镇乡组社"
# What a number names; beside some of these signs a verb begins: 15号召开, 6号公布, 8号决赛.
_THINGS = (
    r"(?:[烈强热飓风信戒线楼院文馆令房机门店桌铺车厅舱位种码脉称角航井船舰火星仓地项候议教宿窗柜座床患病厂矿坑墓洞]"
    r"|[区路街巷弄栋单宅墙坝电导卫球人]|台(?![湾北中南])|召(?![开集])|公(?![布开告示安])|高(?!考)|工(?!作)|决(?![定赛出])"
    r"|主(?![办持要])|提(?![交出供前起醒审讯])|入(?![住场院学职境])|登(?![记陆场山])|试(?!运|行|点)|国(?![务家际内庆])|选(?![举出拔])"
    r"|会议[室厅楼]|展[厅馆台位区]|[报影餐]告?厅|包[间厢]|实验[室楼]|办公[室楼]|公寓|出口|通道|检票|航站|看台|泊位|球[场馆]|泳池|赛道|考[场室]"
    r"|高炉|锅炉|机组|[0-9A-Za-z-])"
)

_CRAFTS = (
    "神舟|嫦娥|长征|天宫|天问|天舟|东方红|风云|实践|遥感|高分|海洋|资源|玉兔|阿波罗|旅行者|勇气|机遇|探险者|水手|先驱者|雪龙"
    "|蛟龙"
)

_FEASTS = r"(?:春节|中秋|端午|重阳|元宵|腊八|清明|复活节|感恩节|圣诞)"
# Surnames that are no verb, preposition or measure before a feast, as 于, 和, 贺 and 周 would be.
_SURNAMES = (
    "王李张刘陈杨黄赵吴徐孙朱胡郭罗郑梁谢宋唐韩冯邓曹彭萧董袁潘蒋蔡杜苏魏吕丁沈姚卢崔谭陆汪范"
    "廖贾韦付邹孟熊秦邱尹薛闫段侯陶黎顾郝龚邵钱严覃戴莫孔汤"
)

TRAPS = (
    *FALSE_LENGTHS,
    *FALSE_DAYS,
    Trap(
        "number of a document",
        rows_of("bare year", "year", "point"),
        r"\d{4}",
        r"[〔\[【(]",
        r"[〕\]】)] ?第?\d{1,5}(?:-\d{1,6})?号",
        "京政〔2020〕1号",
        "展览(2020)开幕",
    ),
    Trap(
        "number of a case",
        rows_of("bare year", "year", "point"),
        r"\d{4}",
        r"[〔\[【(]",
        r"[〕\]】)][\u4e00-\u9fff0-9]{0,6}(?:\([\u4e00-\u9fff]{1,3}\))?[\u4e00-\u9fff0-9]{0,3}[字初终再执申特破刑民行赔]第?\d{1,6}号",
        "(2015)一中刑终字第1797号",
        "展览(2015)开幕",
    ),
    # The closing sign is lost.
    Trap(
        "number of a case",
        rows_of("bare year", "year", "point"),
        r"\d{4}",
        r"[〔\[【(]",
        r"[\u4e00-\u9fff0-9]{1,6}[字初终再执申特破刑民行赔]第?\d{1,6}号",
        "(2013青民初字第4803号民事调解书)",
        "(2013年展品第4803号)",
    ),
    Trap(
        "number of a case",
        DAYS,
        r".{1,3}号",
        r"[民刑行执破知赔商][初终再申监字特更异复]字?",
        "",
        "(2020)沪01刑初23号判决",
        "于23号判决",
    ),
    Trap(
        "number of an item",
        rows_of("occasion"),
        r"[一二三四五六七八九十]{2,3}",
        r"(?:^|\n) ?",
        r"[、.]",
        "十一、比赛地点",
        "十月十一、十二日",
    ),
    Trap(
        "number of an item",
        rows_of("occasion"),
        "十一",
        r"(?<![庆节假])\(",
        r"\)",
        "(十一)建设文明家庭",
        "国庆(十一)放假",
    ),
    Trap(
        "number of a document",
        DAYS,
        r".{1,3}号",
        r"(?:[〔\[【(]\d{4}[〕\]】)] ?|第|字)",
        "",
        "京政发〔2020〕12号文",
        "会期定在12号",
    ),
    Trap("number of a thing", DAYS, r".{1,3}号", "", _THINGS, "乘6号线前往", "6号晚上前往"),
    Trap("number of a thing", DAYS, r".{1,3}号", "", _THINGS, "在3号会议室召开", "3号会议通过"),
    Trap(
        "number of a thing",
        rows_of("period"),
        r".{1,3}号?[-—~至到].{1,3}号",
        "",
        r"楼|院|馆|线|门|机组|车厢|桌|窗口|厅|房|库|泊位|井|选手|病房|宿舍|教学楼|地块",
        "1至3号楼停水",
        "1至3号停水",
    ),
    Trap(
        "number of a thing",
        DAYS,
        r".{1,3}号",
        r"(?:改[发挂]|发出|悬挂|挂出|挂起|取消)",
        r"(?![上下早晚凌])",
        "随后改发九号,风势加强",
        "公告发出,八号晚上取消",
    ),
    Trap(
        "number of a thing",
        DAYS,
        r"[一二三四五六七八九十]{1,3}号",
        rf"(?:{_CRAFTS})",
        "",
        "神舟十二号发射成功",
        "发射定在十二号",
    ),
    Trap(
        "number of a thing",
        rows_of("bare year", "point"),
        r"\d{4}(?:\d{4})?",
        r"(?:编号|房间|房号|尾号|代码|密码|邮编|股票|型号|批号|货号|车牌|学号|工号|号码|账号|单号|证号|[后前][四4八8]位|[A-Z]·"
        r"|QQ群?|[微徽]信号?|群号?|ID|电话|热线|传真)[:为是]?",
        "",
        "参赛编号2021",
        "展览2021开幕",
    ),
    Trap(
        "number of a thing",
        DAYS,
        r"\d{1,2}-\d{1,2}(?:-\d{4})?",
        "",
        r"(?:取件|取货|提货|取餐|验证|兑换)码|号?(?:货架|快递柜|储物柜)",
        "凭8-2-2013取件码领取",
        "8-2-2013取件",
    ),
    Trap(
        "name of a plan",
        rows_of("bare year"),
        "",
        r"[\u4e00-\u9fff](?<![于在自从至到年和与及])",
        r"[”\"]?(?:国家)?(?:战略|愿景|议程|行动计划)",
        "直指中国制造2025战略",
        "公司2025规划发布",
    ),
    Trap(
        "count of a measure",
        rows_of("bare year"),
        "",
        "",
        r"[平立]方|毫[米升克]|厘米|千[米克瓦]|公[里斤顷分]|[英美欧港韩日]元|英[里尺寸]|[余多]|微米|兆|赫|瓦|卡路里|像素",
        "建筑面积2015平方米",
        "2018平昌冬奥会",
    ),
    Trap(
        "count of a measure",
        rows_of("bare year"),
        r"\d{4}",
        r"不足|不到|超过|多达|高达|将近|接近|突破|[增减升降涨跌]至",
        r"[,。;、)]",
        "发行量不足2000,亏损严重",
        "会期至2000,次年续办",
    ),
    Trap(
        "number of a thing",
        DAYS,
        r"[一二三四五六七八九]号",
        r"(?:[\u4e00-\u9fff]|)",
        r"[\u4e00-\u9fff](?<![上下早晚的之前后起至到举开召在是和与就将])",
        "国家一号工程",
        "会期八号晚上",
    ),
    Trap(
        "number of a thing",
        rows_of("point", "period"),
        r"\d{1,2}:\d{1,2}.{0,8}",
        r"(?:福音|诗篇|箴言|创世记|埃及记|未记|数记|命记|启示录|[前后]书|赛亚书|罗马书) ?",
        "",
        "约翰福音3:16说",
        "读书会19:30开始",
    ),
    Trap(
        "name of a thing",
        rows_of("bare year"),
        r"\d{4}",
        r"(?:Windows|Office|Server|Word|Excel|PowerPoint|Access|AutoCAD|Photoshop|Studio) ?",
        "",
        "安装Office 2016并重启",
        "EXPO 2020开幕",
    ),
    Trap("name in title marks", rows_of("bare year"), r"\d{4}", "《", "》", "重看电影《2012》", "展览(2012)开幕"),
    Trap("figure of speech", DAYS, "同一天", "", "空", "在同一天空下", "同一天开幕"),
    Trap(
        "count of a measure",
        DAYS,
        r"\d{1,2}[/·]\d{1,2}",
        "",
        r"英[寸尺里]|[寸尺匙杯勺磅亿]|[茶汤]匙|人口|面积",
        "屏幕有12/24英寸两种",
        "报名至12/24截止",
    ),
    Trap(
        "name of a street",
        rows_of("occasion"),
        _FEASTS + "|国庆|元旦|建军",
        "",
        r"[东西南北中]?路(?![上途况演程线费])|街(?![头道上])|大道|花园|小区|新村|序曲",
        "国庆路2号停电",
        "国庆路上车多",
    ),
    Trap(
        "name of a meal",
        rows_of("part of day", "point"),
        r".*[上下]午",
        "",
        r"茶(?!话)",
        "一起喝下午茶",
        "下午茶话会举行",
    ),
    Trap(
        "both halves of a day",
        rows_of("part of day"),
        r"下午",
        r"(?<![早晚])上、?$",
        "",
        "考试分上下午进行",
        "考试在下午进行",
    ),
    Trap(
        "house number",
        DAYS,
        r".{1,3}号",
        rf"[{_PLACES}排0-9A-Za-z-]|[{_PLACES}][甲乙丙丁]",
        "",
        "地址:中山路12号",
        "请于12号报到",
    ),
    Trap(
        "house number",
        rows_of("period"),
        r"\d{1,4}[-~至]\d{1,3}号",
        rf"[{_PLACES}]",
        "",
        "地点在下员坑路33-6号",
        "定于5-6号举行",
    ),
    Trap("house number", rows_of("point", "period"), r".{1,3}号.{0,4}", r"\d之", "", "好收1之5号至9号", "5号至9号开放"),
    # (善化区昌隆里东势寮1~19号): in the bracket or behind the label of an address the name of a place is enough.
    Trap(
        "house number",
        rows_of("point", "period"),
        r"\d{1,3}号|\d{1,4}[-~至、]\d{1,3}号",
        r"(?:\([\u4e00-\u9fff]{1,5}[县市区乡镇]|地址[:为]?)[\u4e00-\u9fff]{2,12}(?<![于在自至起前定月年])",
        r"[)、,;。\n]|之\d|$|\d{1,2}楼",
        "另有一站(善化区昌隆里东势寮1~19号)",
        "另有一场(善化区里长定于1~19号)",
    ),
    Trap(
        "number of a thing",
        DAYS,
        r".{1,3}号",
        r"[男女][子生]|球衣|背号|型号|[信邮]箱|[展摊铺车床座]位|档口|包厢",
        "",
        "男子7号",
        "男子组定于7号",
    ),
    Trap(
        "name of a plan",
        LENGTHS,
        "",
        "",
        r"行动|计划|规划|攻坚|方案|工程|目标|制(?!定|作|造)|期(?!间|满|限)|义务|一贯|树木|寒窗|动乱",
        "实施三年行动方案",
        "历时三年,终于完成",
    ),
    Trap("no certain year", rows_of("year"), "第二年", r"连续", "", "连续第二年增长", "第二年迁居外地"),
    Trap("age", LENGTHS, "", r"岁零?", "", "年仅18岁零8个月", "时隔8个月"),
    Trap("age", LENGTHS, "", "", r"大(?![会学赛家战选火雨雪约概部量多])|岁|婴|龄", "三个月大的孩子", "三个月后返回"),
    Trap("no certain length", LENGTHS, r"一[年天日]", r"[的有某每同哪多]", "", "这是极不平凡的一年", "工期为一年"),
    Trap(
        "figure of speech",
        LENGTHS | rows_of("point", "within"),
        r"[一十百千万三]{1,2}[年月天日秒].?",
        "",
        r"四季|到头|一度|比一|到晚|两头|打鱼|千里|之计|三秋|三餐|为师|复一|树人|大计|老店|校庆|奥运|华诞|好合|不遇|磨一剑|一[次回届]",
        "真是一日千里",
        "停留一日,次日返回",
    ),
    Trap("figure of speech", LENGTHS, r"[百千万]+[年日天]", "", "", "百年大党风华正茂", "一百年后的今天"),
    # A meeting by its number is a time where it is said to take place: not as part of another name, nor of a career.
    Trap(
        "meeting in passing",
        rows_of("edition"),
        "",
        "",
        r"[\u4e00-\u9fff](?<![在于将由自从已正即今昨明后拟定如隆胜圆盛同顺首开闭举召落启暨、和与及期时前])",
        "第19届亚运会女子马拉松选手",
        "第19届亚运会将于秋天举办",
    ),
    Trap(
        "meeting in passing",
        rows_of("edition"),
        "",
        r"(?:参加|出席|参与|征战|备战|代表|亮相|获得?|夺得|入选)(?:[了过在]|[\u4e00-\u9fff]{2}){0,2}$",
        "",
        "她曾参加第19届亚运会",
        "她看了第19届亚运会",
    ),
    Trap("name of a thing", rows_of("occasion"), "清明", "", "上河图|时节雨纷纷", "临摹《清明上河图》", "清明上坟祭祖"),
    Trap(
        "name of a thing",
        rows_of("occasion"),
        _FEASTS,
        "",
        r"[粥糕饺粽蟹]|粽子|月饼|汤圆|木(?!偶)|岛|联欢晚会|龙舟队|老人(?!节)|大餐",
        "他最爱吃腊八粥",
        "腊八赠粥",
    ),
    Trap(
        "state of a mind or a rule",
        rows_of("occasion"),
        "清明",
        r"(?:神[志智]|头脑|意识|[政吏]治|官场|心地|目光|眼神|天地|世道)$",
        "",
        "老人神志清明",
        "到了清明",
    ),
    Trap(
        "feast of another nation",
        rows_of("occasion"),
        r"国庆(?:日|节)",
        r"[定作日]为$",
        "",
        "以国王生日为国庆日",
        "此为国庆日",
    ),
    # 保生大帝圣诞, 池府王爷圣诞: the birthday of whichever god is named.
    Trap(
        "name of a thing",
        rows_of("occasion"),
        r"圣诞(?!节).*",
        r"[帝君王爷祖佛神妃仙娘师尊萨后]|(?:妈祖|关|国|太)[公圣子]|圣母|孔子|[土天]地公",
        "",
        "庆祝保生大帝圣诞千秋",
        "大师圣诞节演出",
    ),
    # 李立春: a surname right before a bare name, unless the name stands for someone told by it already (小李国庆加班).
    Trap(
        "name of a person",
        rows_of("occasion"),
        "国庆|建军|元旦|清明|谷雨|立[春夏秋冬]|[春秋]分|夏至|冬至|霜降|惊蛰|芒种|处暑|寒露|重阳|端午|中秋",
        rf"(?<![小老阿])[{_SURNAMES}]$",
        "",
        "李立春出席签约",
        "立春举行耕牛比赛",
    ),
    Trap(
        "name of a person",
        rows_of("occasion"),
        "国庆|清明|谷雨|立[春夏秋冬]|[春秋]分|夏至|冬至|霜降|惊蛰|芒种",
        "",
        r"同志|先生|女士|老师|书记|主任|局长|院长|校长|教授|师傅|说[,:道]",
        "国庆同志多次获奖",
        "国庆当天升旗",
    ),
    # 两会 are those of the nation only where nothing names others before them: 浙江省两会, 温州两会.
    Trap(
        "meetings of a place",
        rows_of("occasion"),
        r"(?:全[省市])?两会.*",
        r"[\u4e00-\u9fff](?<![年在于的和与及到从对当为自据由国])",
        "",
        "浙江省两会期间",
        "今年两会期间",
    ),
    Trap(
        "name of a street",
        rows_of("occasion"),
        r"[一三四五六七八九十]{2,3}",
        "",
        r"路|街|广场|中学|小学|大道|村|厂|起义|队|电影|学校|医院|桥|公园|场馆|体育",
        "八一路封闭施工",
        "“八一”前夕慰问官兵",
    ),
    Trap(
        "named after a day",
        rows_of("occasion"),
        r"(?:全国)?“?[一三四五六七八九十·]{2,4}”?",
        "",
        r"”?(?:精神|事变|事件|运动|革命|惨案|协定|历史|博物馆|纪念馆|纪念碑|重要|讲话|勋章|奖章|奖状|劳动奖|普法|指示|批示|口号|奖|大地震|地震)",
        "学习“七一”重要讲话",
        "“七一”走访老党员",
    ),
)


class _Compiled(NamedTuple):
    name: str
    inside: re.Pattern[str] | None
    left: re.Pattern[str] | None
    right: re.Pattern[str] | None


@cache
def _by_phrase() -> Mapping[str, tuple[_Compiled, ...]]:
    table: dict[str, list[_Compiled]] = {}
    for trap in TRAPS:
        row = _Compiled(
            trap.name,
            re.compile(trap.inside) if trap.inside else None,
            re.compile(f"(?:{trap.left})$") if trap.left else None,
            re.compile(trap.right) if trap.right else None,
        )
        for phrase in trap.phrases:
            table.setdefault(phrase, []).append(row)
    return {phrase: tuple(rows) for phrase, rows in table.items()}


_LOOK_BACK = 16


def trap(text: str, phrase: str, start: int, end: int) -> str | None:
    """The name of the trap that the words between `start` and `end` are, or None where they are a time."""
    for row in _by_phrase().get(phrase, ()):
        if (
            (row.right is None or row.right.match(text, end))
            and (row.inside is None or row.inside.fullmatch(text, start, end))
            and (row.left is None or row.left.search(text[max(0, start - _LOOK_BACK) : start]))
        ):
            return row.name
    return None
