"""Traps that are names: of streets, meals, persons, plans and sayings that hold a feast or a day."""

from __future__ import annotations

from timeline.find.trap import DAYS, LENGTHS, Trap, rows_of

_FEASTS = r"(?:春节|中秋|端午|重阳|元宵|腊八|清明|复活节|感恩节|圣诞)"

# Surnames that are no verb, preposition or measure before a feast, as 于, 和, 贺 and 周 would be.
_SURNAMES = (
    "王李张刘陈杨黄赵吴徐孙朱胡郭罗郑梁谢宋唐韩冯邓曹彭萧董袁潘蒋蔡杜苏魏吕丁沈姚卢崔谭陆汪范"
    "廖贾韦付邹孟熊秦邱尹薛闫段侯陶黎顾郝龚邵钱严覃戴莫孔汤"
)

FALSE_NAMES = (
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
        "name of a plan",
        LENGTHS,
        "",
        "",
        r"行动|计划|规划|攻坚|方案|工程|目标|制(?!定|作|造)|期(?!间|满|限)|义务|一贯|树木|寒窗|动乱",
        "实施三年行动方案",
        "历时三年,终于完成",
    ),
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
