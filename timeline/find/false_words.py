"""Traps of words that run into each other (一次|日全食, 清早期), of greetings, and of figures that call or count."""

from __future__ import annotations

from timeline.find.trap import DAYS, LENGTHS, Trap, rows_of

# The books of the Bible, by how their names end.
_BOOKS = (
    r"福音|诗篇|箴言|传道书|雅歌|哀歌|创世记|埃及记|未记|数记|命记|书亚记|士师记|路得记|母耳记[上下]|王[纪记][上下]|历代志[上下]"
    r"|拉记|希米记|帖记|约伯记|行传|启示录|[前后]书|[一二三]书|马书|拉太书|弗所书|立比书|罗西书|多书|利门书|伯来书|雅各书|犹大书"
    r"|赛亚书|利米书|西结书|以理书|西阿书|约珥书|摩司书|巴底亚书|约拿书|弥迦书|那鸿书|巴谷书|番雅书|哈该书|利亚书|拉基书"
)

FALSE_WORDS = (
    Trap(
        "number of a thing",
        rows_of("point", "period"),
        r"\d{1,2}:\d{1,2}.{0,8}",
        rf"(?:{_BOOKS}) ?",
        "",
        "约翰福音3:16说",
        "读书会19:30开始",
    ),
    Trap(
        "greeting",
        rows_of("part of day"),
        r"早上|早晨|上午|中午|下午|傍晚|晚上|晚",
        "",
        r"好(?=[,。!?、;)\]”’~… \n啊呀吗哦么呢]|各位|大家|老师|同学|朋友|先生|女士|$)",
        "她说了声早上好",
        "早上好多人排队",
    ),
    # 一开头|天天下雨: no day before; 这次|周会: no week after.
    Trap("halves of two words", DAYS, "头天", "[开一前后]", "天", "一开头天天下雨", "头天天气很好"),
    Trap(
        "halves of two words",
        DAYS,
        "次周",
        r"[这此该每本首上下][一二三四五六七八九十两几]?|第[一二三四五六七八九十\d]{1,2}|(?<!\d)[一二两三四五六七八九十几]",
        "",
        "这次周会由校长主讲",
        "三月一日开学,次周考试",
    ),
    # 一次|日全食, 每次|日出; 五月初一|次日 is the day after.
    Trap(
        "halves of two words",
        DAYS,
        r"次日.{0,2}",
        r"(?<![初十廿卅])(?:[一两几多每首这那某数]|\d)",
        "",
        "观测到一次日全食",
        "五月初一次日返回",
    ),
    # 陪同|周总理: with whom, and no week.
    Trap(
        "halves of two words",
        DAYS,
        "同周.{0,2}",
        "",
        r"(?:总理|恩来|主[席任]|先生|女士|老师|教授|书记|董事长|院长|校长|局长|经理|博士|某)",
        "陪同周总理访问三国",
        "同周举行决赛",
    ),
    # 清早期 and 明早期 are the first years of a dynasty.
    Trap("halves of two words", rows_of("part of day", "point"), "[清明]早", "", "期", "馆藏清早期铜像", "清早启程"),
    Trap(
        "halves of two words",
        rows_of("part of day"),
        "子时",
        r"[弟孩妻儿父母君太世公王皇夫孔孟庄朱男女电原量粒饺样房种影]",
        "",
        "收为弟子时年逾六十",
        "除夕子时祭天",
    ),
    # 9314 2006, of which no half is a year.
    Trap(
        "number of a thing",
        rows_of("bare year"),
        r"\d{4}",
        r"(?<![\d-])(?!(?:1[5-9]|20)\d\d)[2-9]\d{3}[ -]",
        r"(?!\d)(?! ?[年至到~—-])",
        "查询请致电9314 2006",
        "展览2006开幕",
    ),
    # 第1至3日: the days of whatever is counted.
    Trap(
        "place in a row",
        DAYS | LENGTHS,
        r".{1,3}[日天].{0,3}",
        r"第 ?[\d一二三四五六七八九十]{1,3} ?(?:[-—~至到、和]|至第) ?",
        "",
        "第 1 至 3 日先做检查",
        "第1组3日上午出发",
    ),
    # 14日行动清单, 7日无理由退货: how long it lasts.
    Trap(
        "name of a plan",
        DAYS,
        r"\d{1,2} ?日",
        "",
        r" ?(?:行动(?:清单|指南)|挑战(?![者赛失成])|无理由|免费试|试用|减[肥重脂]|食谱|疗程|冷静期|犹豫期|包退|包换)",
        "附14日行动清单一份",
        "14日行动开始",
    ),
    Trap(
        "number of a thing",
        rows_of("bare year", "point"),
        r"\d{4}(?:\d{4})?",
        r"(?:分机|内线|统编|统一编号|案号|卡号|账户|帐号|序号|条码|订单|车号|发票|邮政编码|邮递区号|ISBN|ISSN)"
        r"[:为是]? ?",
        "",
        "请拨分机 2024",
        "展览订单于20240506截止",
    ),
    # 单数周, 双数周: every other one.
    Trap("one of a word", LENGTHS, "数周", "[单双]", "", "逢单数周上课", "停课数周"),
)
