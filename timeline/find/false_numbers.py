"""Traps that are numbers: of documents, cases, houses and things, counts of a measure, ages."""

from __future__ import annotations

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

FALSE_NUMBERS = (
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
        "count of a measure",
        DAYS,
        r"\d{1,2}[/·]\d{1,2}",
        "",
        r"英[寸尺里]|[寸尺匙杯勺磅亿]|[茶汤]匙|人口|面积",
        "屏幕有12/24英寸两种",
        "报名至12/24截止",
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
    Trap("no certain year", rows_of("year"), "第二年", r"连续", "", "连续第二年增长", "第二年迁居外地"),
    Trap(
        "no certain year",
        rows_of("year", "point", "part of a unit"),
        "那年.*",
        r"[一-鿿]",
        "",
        "我出生那年冬天",
        "水渠修通。那年冬天村里通了电",
    ),
    Trap("age", LENGTHS, "", r"岁零?", "", "年仅18岁零8个月", "时隔8个月"),
    Trap("age", LENGTHS, "", "", r"大(?![会学赛家战选火雨雪约概部量多])|岁|婴|龄", "三个月大的孩子", "三个月后返回"),
    Trap("no certain length", LENGTHS, r"一[年天日]", r"[的有某每同哪多]", "", "这是极不平凡的一年", "工期为一年"),
)
