"""Traps that look like a length: names of services, of trips and plans, results of races, figures of speech."""

from __future__ import annotations

from timeline.find.trap import DAYS, LENGTHS, Trap, rows_of

_SERVICES = (
    "营业|便利|热线|服务|值班|值守|自助|客服|图书馆|书店|药店|酒店|监控|在线|待命|咨询|报警|供应|轮班|不间断|全天候"
    "|畅通|无休|(?:对外)?开放|新闻|要闻|热[点搜榜帖文]|排行|转账|到账|快讯|滚动"
)
_FIELDS = "发展|总体|专项|工作|建设|滚动|战略|改革|提升|培训|培养|振兴|治理|投资|科研|教学|援助"
_PLANS = "规划|计划|方案|纲要|战略"

FALSE_LENGTHS = (
    Trap("result of a race", LENGTHS, r".+秒", r"\d分", "", "他以1分23秒夺冠", "用时1小时20分"),
    Trap("result of a race", LENGTHS, r".+[秒分]", "", r"\d", "成绩为9秒58", "倒数9秒钟"),
    Trap(
        "service around the clock", LENGTHS, r"(?:\d\.)?24小时|二十四小时", "", _SERVICES, "设24小时热线", "停水24小时"
    ),
    Trap("service around the clock", LENGTHS, r"24小时", r"7[×xX*]", "", "提供7×24小时支持", "提前24小时通知"),
    Trap(
        "name of a trip",
        LENGTHS | DAYS,
        r".{1,3}[日天](?:.{1,2}[夜晚])?",
        "",
        r"游(?![客览泳玩园船轮人]|行(?!程))",
        "推出三日游线路",
        "三日游客达两万人",
    ),
    # 一日生活圈, 两日体验营: how long a thing is, said before its name.
    Trap(
        "name of a trip",
        DAYS,
        r"[一二两三四五六七八九十半]{1,2}日",
        "",
        r"(?:生活|经济|旅游|交通|通勤)圈|店长|站长|志工|义工|农夫|学徒|体验|研习|工作坊|小?旅行(?!社)|轻旅|旅程|行程|健行|来回|往返"
        r"|(?:券|营)(?![业运造救建收地利养商])|套?票(?![选房价务券据])",
        "两地形成一日生活圈",
        "七日营业至五时",
    ),
    Trap(
        "reach in time",
        LENGTHS,
        r".+(?:小时|分钟|刻钟)",
        "",
        r"[\u4e00-\u9fff]{0,6}圈(?!出|定|选)",
        "打造15分钟便民生活圈",
        "15分钟后绕场一圈",
    ),
    Trap("name of a plan", LENGTHS, "", "", rf"(?:{_FIELDS})(?:{_PLANS})", "制定五年发展规划", "用五年完成建设"),
    Trap(
        "measure of a market",
        LENGTHS | DAYS,
        r".{1,3}[日年]",
        "",
        r"均?线(?![上下索路])|均价|乖离",
        "股价跌破5日线",
        "5日线上开幕",
    ),
    Trap(
        "number of a thing",
        rows_of("point", "clock"),
        r"\d{1,2} ?点",
        "(?:只要|需要|仅需|[得扣加减送赠花共]) ?",
        "(?![钟半整前后左至到起开多])",
        "投两票就需要4点",
        "需要4点前交齐",
    ),
    Trap("name of a thing", LENGTHS, "九天", "", "民俗|玄女|揽月|云霄", "观看九天民俗技艺团表演", "走了九天山路"),
    # 一年乙班, 九年国民义务教育: of a school
    Trap(
        "name of a thing",
        LENGTHS,
        r"[一二三四五六]年",
        "",
        r"[甲乙丙丁戊忠孝仁爱信义和平]班",
        "他读一年乙班",
        "共学一年,乙班毕业",
    ),
    Trap(
        "name of a thing",
        LENGTHS,
        r"(?:九|十二|9|12)年",
        "",
        r"(?:国民|制|一贯)?(?:义务|基本)教育|一贯制|国教",
        "实施九年国民义务教育",
        "普及教育用了九年",
    ),
    Trap("measure of a market", LENGTHS | DAYS, r"[七7]日", "", r"年化", "7日年化收益率", "近三年年化收益"),
    # 保留8日覆核权: how long somebody may ask for it.
    Trap(
        "no certain length",
        DAYS,
        r"(?:\d{1,2}|[七八十]|十四)日",
        r"(?:保留|放弃|享有|行使)了?",
        r"的?(?:保释)?(?:[覆复]核|上诉|反悔|冷静|犹豫)(?:权|期)",
        "被告放弃8日覆核权利",
        "法庭保留8日覆核的结果",
    ),
    Trap("figure of speech", LENGTHS | DAYS, r"一日", "", r"[1-9一二两三四五六]次", "一日3次,饭后服", "一日下三城"),
    Trap("figure of speech", LENGTHS, r"两天", "", r"晒网", "三天打鱼两天晒网", "两天后收网"),
    Trap(
        "report of a period",
        LENGTHS,
        r"半年",
        "",
        r"报(?!名|到|告|考|送|价|道|销|案|备|警|酬)|度",
        "公司发布半年报",
        "他半年报名两次",
    ),
    Trap(
        "figure of speech",
        LENGTHS | rows_of("point"),
        r"一[年天日]|一时半|三分钟|五分钟",
        "",
        r"年(?!级)|天(?![津气空])|比一|会儿|会(?!议|场)|热度|爱国",
        "孩子一天天长大",
        "停留一天返回",
    ),
    Trap("figure of speech", LENGTHS | DAYS, r"一[年天日]", r"[复朝比]", "", "总会有朝一日成功", "为期一日"),
    Trap("figure of speech", LENGTHS, r"一年", "又是", "", "又是一年毕业季", "工期又延一年"),
    Trap(
        "figure of speech",
        rows_of("part of a unit"),
        "终日",
        r"(?<![是当该每日])",
        r"[奔忙无劳以沉郁不为与在都闷徘愁]",
        "他终日奔波",
        "是日终日大雨",
    ),
    Trap(
        "on all sides",
        LENGTHS,
        r"四周",
        "",
        r"(?![之以]?[后前内来]|时间|多|左右|[的]?(?:假|工期|疗程)|[,。;、)]|$)",
        "庙宇四周环水",
        "四周后复查",
    ),
    Trap(
        "figure of speech", LENGTHS, r"九天", "", r"玄女|司命|应元|揽月|银河|之上", "供奉九天玄女", "停工九天司机休息"
    ),
    Trap(
        "place in a row",
        LENGTHS,
        r".{1,3}[周天年月日]",
        r"第[\d一二三四五六七八九十]{1,3}[-—~至到、和]第?",
        "",
        "适应期（第1-4周）",
        "适应1-4周",
    ),
    Trap("name of a show", LENGTHS, r"[双两三]年", "", r"展(?![览出开示望现销])", "参观湖北三年展", "三年展出百件"),
    Trap(
        "minute of play", LENGTHS, r"\d{1,3}分钟", r"(?:[。\n;!?]|^)", r"[,:]", "89分钟,他补射破门", "用时89分钟,他先到"
    ),
    Trap(
        "name of a newspaper",
        LENGTHS | DAYS | rows_of("part of a unit", "part of day"),
        r"[半双单两今]?[年季月旬周]|[三五]日|双周|[今本]周",
        "",
        r"刊(?![登载出播印]|发(?!行))",
        "早期以半月刊发行",
        "半月刊登两次",
    ),
    Trap(
        "name of a thing",
        rows_of("part of day"),
        "夜间|夜",
        "[设办的读]",
        "部(?![分队署门])",
        "学校增设夜间部",
        "在夜间部署警力",
    ),
    Trap("name of a thing", rows_of("part of day"), "夜间", "", "模式|经济", "切换夜间模式", "夜间施工"),
    Trap(
        "name in title marks",
        LENGTHS,
        "",
        r"《[^》\n]{0,10}",
        r"[^《\n]{0,10}》",
        "著有《空军十年》",
        "《空军》写了十年",
    ),
    Trap("figure of speech", LENGTHS, r"[百千万]+载", "", "难逢|一遇|流芳|悠悠", "千载难逢的机会", "千载之后"),
    # 年中假期, 年终奖金: what a thing is called, whenever it is.
    Trap(
        "name of a thing",
        rows_of("part of a unit"),
        "年[中终]",
        "",
        "假期?|奖金?|大促|特卖|庆(?!祝)|考[核评试]|盘点|[结决]算|(?:工作)?会议?(?![见员长场])|总结|报告(?!期)",
        "年中假期外出",
        "年中放假两周",
    ),
    # 岁末感恩餐会, 年终检讨会: what is held, and its own day stands beside it.
    Trap(
        "name of a thing",
        rows_of("part of a unit"),
        "年终|岁[末暮尾]",
        r"(?<!\d年)",
        "(?:感恩|联欢|检讨|总结|表[彰扬]|答谢|联谊|送暖|祈福|慈善|关怀|冬令|迎新|同乐){0,2}"
        "(?:餐会|聚餐|晚[会宴]|大会|检讨会?|茶[话叙]?会|联欢会?|音乐会|尾牙|舞会|联谊|感恩会|祈福|法会|围炉|市集|园游会|表彰会|述职|特展|关怀|慈善)",
        "公司举办岁末感恩餐会",
        "岁末气温下降",
    ),
    Trap("place in a row", rows_of("near moment"), "往后", "前", "", "市长前往后壁视察", "往后再说"),
    Trap("no certain length", rows_of("near moment"), "年后", r"[多数几百余干当今\d]", "", "多年后,重修", "年后,开工"),
    Trap("no certain length", LENGTHS, r"一[年天日]", r"那", "", "忘不了那一年", "工期为一年"),
)
