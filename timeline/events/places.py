"""Where it happened: the place that the words of an event name.

Every pattern is a row with an example; an organisation is no place.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.events.abroad import abroad, abroad_at
from timeline.events.divisions import Path, named, path_of
from timeline.events.words import branch, verbs, words
from timeline.model import Document, Span

_DONE = branch(
    {word for section in ("hold", "act", "publish", "visit") for word in words(section, "verbs")} | set(words("done"))
)
_SITES = branch(words("premises"))
_P = r"([^,。;:、“”()\0]{2,36}?)"
# 于 says where, but not in 致力于, 有利于, 始于.
_AT = r"(?<![关对由终属基位力利善便勇敢乐至鉴用低高富限始源出忙急少多大小优甘濒陷趋倾擅])于"
_OFFICE_ENDS = r"(?:厅|局|署|处|所|室|办|科|组|股|柜台|窗口|中心|委员会|服务台|公所)"

# What befalls a place itself.
_CHANGED = (
    r"(?:开放|关闭|关门|封闭|封馆|闭馆|开馆|休馆|落成|启用|开通|通车|竣工|动工|奠基|开业|停业|营业|获批|被评|获评|入选|挂牌|揭牌"
    r"|重修|重建|修缮|修复|改建|扩建|拆除|起火|倒塌|坍塌|停电|停水)"
)


class Pattern(NamedTuple):
    """A pattern whose last group is the place, and clauses with their places."""

    name: str
    search: re.Pattern[str]
    examples: dict[str, str]


PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "born",
        re.compile(
            rf"(?:出生于|生于|葬于|定居|移驻|迁治|还都|退守|迁往|迁入|迁至|搬往|搬至|逃往|来到|进犯|攻占|走进|莅临|抵达|飞抵|落户){_P}"
            r"(?=[,。;、(“]|$|与|并|分享|开展|视察|看望|调研|指导|办公|参观|出席|进行|,)"
        ),
        {
            "他1968年出生于新疆乌鲁木齐": "新疆乌鲁木齐",
            "代表来到虹口区第一市民驿站": "虹口区第一市民驿站",
            "首座研发中心落户苏州工业园": "苏州工业园",
        },
    ),
    Pattern(
        "held at",
        re.compile(
            rf"(?:在|{_AT}|(?<![虚放请休寒暑病事])假)(?:位于)?"
            r"([^,。;:“”()\0]{2,36}?|[^,。;:“”()\0]{2,20}“[^“”]{1,12}”)"
            rf"(?=(?:\([^()\0]{{1,40}}\))?内?(?:一带|等地)?{_DONE})"
        ),
        {
            "启动仪式在南开区水上公园街举行": "南开区水上公园街",
            "告别仪式将于石家庄市殡仪馆永安厅举行": "石家庄市殡仪馆永安厅",
            "记者会假海景酒楼举行": "海景酒楼",
            "庙会在东寺街、西寺街举办": "东寺街、西寺街",
            "作品在市级古迹“西市场”展出": "市级古迹“西市场”",
        },
    ),
    Pattern(
        "held in",
        re.compile(
            rf"(?:在|{_AT}|(?<![虚放请休寒暑病事])假)(?:位于)?([^,。;:“”()\0的在于对向与和\d]{{3,16}}?)"
            r"(?=(?:隆重|成功|顺利|盛大|热闹|正式|联合|共同|如期|圆满)*(?:举行|举办|召开|演出|展出|上演|登场|揭幕|开幕))"
        ),
        {"音乐会在圣若瑟大院举行": "圣若瑟大院", "贵宾之夜在三二一艺埕举办": "三二一艺埕"},
    ),
    Pattern(
        "ended at",
        re.compile(
            rf"(?:病逝|逝世|去世|辞世|殉职|安葬|落成|坠毁|坠落|降落|落地|夜宿|驻驾|停放|失踪|失联)(?:于|在){_P}"
            r"(?=[,。;、(\0]|$)"
        ),
        {"他于今晨病逝于市癌症中心": "市癌症中心"},
    ),
    Pattern(
        "left from",
        re.compile(rf"(?:由|从|自){_P}(?=起飞|出发|启程|飞往|开往|驶往|起驾|发射|登机|上车|启航)"),
        {"客机由吉隆坡起飞": "吉隆坡", "搜救船从海口出发": "海口"},
    ),
    Pattern(
        "abroad",
        re.compile(
            r"(?:在|于|对|赴|到|飞往|飞抵|访问|出访|到访|赶赴|前往|抵达|返回|登陆|袭击|吹袭|逼近|接近|影响|转入)(?=([^,。;:“”()\0]{2,40}))"
            r"|[会赛杯展节 ](?=([^,。;:“”()\0]{2,10})$)"
        ),
        {
            "客机在越南失去信号": "越南",
            "部长\0对南非进行正式访问": "南非",
            "他访问法国、德国和智利": "法国、德国和智利",
            "台风登陆菲律宾": "菲律宾",
        },
    ),
    Pattern(
        "gone to",
        re.compile(
            r"(?:赴|深入|前往|赶回|返回|飞回|回到|齐聚|走访了|走访慰问了|送往|送到了?|接到了?|驶入"
            r"|(?<![受达得收感看提直遭涉迁做办])到了?)"
            rf"{_P}(?=一行|[等,。;、]|$|调研|视察|看望|慰问|考察|开展|参观|受降|抢救|出席|参加|排练|时,|处时|主持)"
        ),
        {"副省长赴郑州市康复中心调研": "郑州市康复中心", "货车驶到县第二中学门口时,": "县第二中学门口"},
    ),
    Pattern(
        "inside",
        re.compile(rf"在([^,。;:、“”\0]{{1,24}}?{branch(words('site', 'ends'))})[^,。]{{0,4}}[内里外](?=[^,。]{{2}})"),
        {"儿童仍在沙河医院观察室内打点滴": "沙河医院"},
    ),
    Pattern(
        "happened at",
        re.compile(
            r"(?:^|[\0,])([^,。;:、“”()\0将把至]{2,24}?"
            r"(?:区|市|县|镇|乡|村|路|站|处|城|港|岛|附近|一带|工厂|幼儿园))(?=发生|因|爆发|突发|,)"
        ),
        {"某省代法莱市山区发生事故": "某省代法莱市山区"},
    ),
    Pattern(
        "dated at",
        re.compile(r"\0,?([^,。;:、“”的\0]{2,12}?)(?=(?:正?[将在]|将会)?(?:召开|举行|举办))"),
        {"在\0深圳召开的现场会": "深圳", "\0,遮打道行人专用区将举行社区节": "遮打道行人专用区"},
    ),
    Pattern(
        "at a site",
        re.compile(
            rf"(?:在|{_AT})"
            rf"([^,。;:、“”()\0]{{1,18}}?{_SITES}(?:[^,。;:、“”()\0的在于]{{0,8}}{_SITES})?)"
            r"(?=[^的等\0方口][^,。]|对开)"
        ),
        {"疑犯在粉岭裁判法院提堂": "粉岭裁判法院", "将在思明校区南校门口设接待点": "思明校区南校门口"},
    ),
    Pattern(
        "near",
        re.compile(r"在([^,。;:、“”()\0的]{2,12}?(?:附近|一带|境内|沿岸|上空))(?=的[^,]|[\u4e00-\u9fff]{2})"),
        {"一辆行驶在代法莱附近的小巴翻滚": "代法莱附近"},
    ),
    Pattern(
        "arrived at",
        re.compile(
            r"(?:送往|送到|送交|送至|到达|达到|抵达|抵(?!达)|降落|落地|驻驾|住驾|驻进|入住|下榻|投宿|宿|安座|涌入)"
            rf"([^,。;:、“”()\0]{{1,14}}?(?:{_SITES}|[镇乡村](?=区域|境内|[后时的]|[^\u4e00-\u9fff]|$)))"
        ),
        {"由救护车送往屯门医院接受抢救": "屯门医院", "驻驾彰化市天后宫": "彰化市天后宫", "洪水涌入柳河乡": "柳河乡"},
    ),
    Pattern(
        "handed in at",
        re.compile(
            r"(?:向|送交|送达|寄送|[缴交递寄送报](?:件|回|送)?[至到往])"
            rf"([^,。;:、“”()\0向]{{1,30}}?{_OFFICE_ENDS})(?=递交|提交|缴交|缴纳|报名|登记|申报|申请|办理|[,。;]|$)"
        ),
        {"须在\0前向市财税厅递交申报书": "市财税厅", "请于\0前缴件至系办": "系办"},
    ),
    Pattern(
        "off a road",
        re.compile(r"(?:在|于)([^,。;:、“”()\0]{1,14}?(?:路|街|大道|公路)(?:\d{1,4}号)?)(?=对开|附近|交界|路口)"),
        {"男子怀疑在鸣琴路95号对开跌倒": "鸣琴路95号"},
    ),
    Pattern(
        "its own garden",
        re.compile(
            r"(?:^|[\0,])[ ]?([^,。;:、“”()\0的]{2,12}?(?:公园|乐园|动物园|植物园))"
            r"(?=(?:于|在|将)?\0|开展|举办|举行|推出)"
        ),
        {"石景山游乐园于\0举办庙会": "石景山游乐园", "\0,南湖公园开展志愿服务": "南湖公园"},
    ),
    Pattern(
        "opens with",
        re.compile(
            rf"(?:^|\0),?[ ]?([^,。;:、“”()\0的在于]{{2,14}}?{_SITES}(?:\d{{1,2}}楼)?)"
            r"(?=有|发生|因|爆发|突发|起火|内|一间|附近|对开|驻驾|住驾|起驾)"
        ),
        {"观塘道天桥有车辆起火": "观塘道天桥"},
    ),
    Pattern(
        "done to it",
        re.compile(
            rf"(?:^|\0),?[ ]?([^,。;:“”()\0的在于将]{{1,14}}(?:{_SITES}|[镇乡村]|道口|服务区))"
            rf"(?=[^,。;:、“”]{{0,8}}?{_CHANGED})"
        ),
        {
            "\0,绕城高速江南道口开通运营": "绕城高速江南道口",
            "\0,冶山风景区获批国家级景区": "冶山风景区",
            "\0沙田大会堂\0提早关闭": "沙田大会堂",
            "\0,果树村被评为文明村": "果树村",
        },
    ),
    Pattern(
        "climbed",
        re.compile(r"(?:登上|登顶|攀登)(?:[^,。]{0,20}?的)?([^,。;:、“”()\0的]{1,9}?(?<!高)[峰山岛])"),
        {"圣火登上珠穆朗玛峰": "珠穆朗玛峰"},
    ),
    Pattern(
        "behind its date",
        re.compile(
            rf"[^\0,。;]{{2}}:?\0[, ]{{1,3}}([^,。;:、“”()\0的]{{1,16}}?{branch(words('site', 'ends'))}"
            r"(?:[一二三四五六七八九十\d]{1,4}[楼层号室][^,。;:、“”()\0的]{0,6})?)(?=[。;]|$)"
        ),
        {"开幕式:\0,街道美术馆二楼展厅": "街道美术馆二楼展厅"},
    ),
    Pattern(
        "behind its name",
        re.compile(
            rf"\0[^,。;:\0]{{0,10}},[^,。;:\0]{{2,24}},([^,。;:、“”()\0的]{{1,16}}?{branch(words('site', 'ends'))}"
            r"(?:[一二三四五六七八九十\d]{1,4}[楼层号室][^,。;:、“”()\0的]{0,6})?)(?=[。;]|$)"
        ),
        {"\0上午9时,开幕式,文化广场;": "文化广场", "\0,包粽子比赛,社区食堂二楼。": "社区食堂二楼"},
    ),
    Pattern("at", re.compile(rf"^(?:\0|,)*在{_P}(?=,|$)"), {"在包头市康复中心,相关人员察看": "包头市康复中心"}),
)
_SITE = re.compile(
    rf"(?:{branch(words('site', 'ends'))}”?"
    r"(?:[A-Za-z\d\-]{1,10}|[一二三四五六七八九十\d]{1,4}[楼层号室]|内|里|一带)?"
    r"|(?:路|街|道|巷)[^,。]{0,6}(?:办公室|楼|号|店|段))$"
)
# A place goes on to its last site, and no further than where somebody begins to do something: 三清宫|迎驾回基隆.
_ON = re.compile(rf"{branch(words('site', 'ends'))}(?=[迎送接拜看观进开作做为并后再而回返带与]|参观|参拜|恭迎|举)")
_PREMISES = ("ended at", "at a site", "off a road", "arrived at", "behind its date", "behind its name")
_SHORT = ("held at", "left from", "abroad", "climbed", "near", "handed in at")  # rows whose verb proves the place
_GROUNDS = re.compile(
    r"(?:书馆|术馆|物馆|览馆|化馆|会馆|公园|乐园|广场|商场|剧院|体育场|体育馆|夜市|老街|场馆|游乐场|专用区|[^学]院区|寺|庙|宫|教堂)$"
)
# What 在…举行 has between it that is no place: 在欢呼声中, 在同一时间, 在国庆期间.
_NO_GROUND = re.compile(
    r"(?:[下中上间时后前里内外声际日月年季届名]|框架|主题|形式|方式|背景|基础|同期|过程|阶段|平台|网络|云端|气氛|氛围"
    r"|领导|支持|全国|全球|世界|各地)$"
)
_OWN_HOUSE = re.compile(r"[本该我](?:[署局馆校院会社司府园]|公司|中心)(?=.{2})")  # 于本署培训中心: the name is 培训中心
_ASKED = re.compile(r"[应须需请可得]|截止|报名|收件|受理")
_ADDRESS = re.compile(r"\([^()]{0,60}\)$")
_OFFICE = re.compile(r"(?:残联|联合会|局|厅|委|政府|部门|公司|办公室|通知|电话)$")
_NO_SITE = re.compile(
    r"^(?:被|获|荣获|入选|评为|评上|成为|更名|改名|改为|列为|命名|其|此|近|今|明|昨|上半|下半|年|月|该|这|本|会上|全|各|线上|网上|新媒体|媒体|平台|基础|同时|过程|期间|现场|活动|我|他|她"
    r"|一(?![楼层号])|大会|会议|中$|前$|后$|日$|时$|官邸"
    r"|.{0,12}(?:指导|支持|领导|帮助|陪同|协助|推动|努力|引导|号召|情况|背景|框架|形势|条件|方面|过程|会议|(?<!教)会|基础|工作)"
    r"(?:下|上|中)?$)|.{0,6}板$|.*(?:日报|平台|频率|官网|网站|微博|公众号|节目|周[一二三四五六日]|仪式上)"
)


def _without_dates(document: Document, at: Span, dates: tuple[Span, ...]) -> str:
    """The words with a hole for every sign of their dates."""
    text = document.text[at.start : min(at.end, at.start + 200)]
    for left, right in dates:
        if left < at.start + len(text) and right > at.start:
            left, right = max(left - at.start, 0), min(right - at.start, len(text))
            text = text[:left] + "\0" * (right - left) + text[right:]
    return text


def in_clause(
    document: Document, at: Span, dates: tuple[Span, ...], within: Path, *, premises: bool = False
) -> tuple[Span, ...]:
    """The place that the words of an event name, as stretches of clean text; empty where they name none.

    With `premises` only what is plainly done at some premises counts: it holds for a whole sentence.
    """
    text = _without_dates(document, at, dates)
    for row in PATTERNS:
        if premises and row.name not in _PREMISES:
            continue
        for match in row.search.finditer(text):
            found = _settled(row, text, match, within)
            if found:
                return (Span(at.start + found.start, at.start + found.end),)
    return ()


def _settled(row: Pattern, text: str, match: re.Match[str], within: Path) -> Span | None:
    """The stretch of a match that is a place, or nothing."""
    if row.name == "at" and match.start() > 3:
        return None
    if row.name == "handed in at" and not _ASKED.search(text):
        return None
    start, end = match.span(match.lastindex or 1)
    if own := _OWN_HOUSE.match(text, start, end):
        start = own.end()
    if row.name == "abroad":
        return _abroad(text, Span(start, end), ends=match.lastindex == 2)
    if row.name == "held at" and (inner := re.match(r".*(?:在|于|位于|假)(?=.{2})", text[start:end])):
        start += inner.end()
    place = text[start:end]
    if place in words("done") or _NO_SITE.match(place) or (verbs(place) and row.name != "happened at"):
        return None
    if row.name == "dated at" and path_of(place) is None and not _GROUNDS.search(place):
        return None
    if row.name == "gone to" and _OFFICE.search(place):
        return None
    if row.name == "held in":
        return None if _NO_GROUND.search(place) else Span(start, end)
    if row.name == "behind its date" and place.endswith(words("noun")):
        return None
    motion = text[match.start() : start]
    short = (
        (row.name in _SHORT or motion.startswith(("赴", "前往")))
        and len(place) <= 5
        and not place.endswith(("上", "中", "下", "里", "时", "后", "前"))
    )
    if further := _ON.search(place):
        end = start + further.end()
    elif not (_SITE.search(place) or short or row.name in ("abroad", "near", "handed in at")):
        end = _last_name(place, within, start)
    return Span(start, end) if end - start >= 2 else None


def _abroad(text: str, at: Span, *, ends: bool) -> Span | None:
    """The country or city that opens a stretch; where it ends a line, with what little follows it."""
    end = abroad_at(text, at.start)
    if end == at.start:
        return None
    return at if ends and at.end - end <= 4 else Span(at.start, end)


def _last_name(place: str, within: Path, start: int) -> int:
    """Where the divisions or countries that open a stretch of other words end."""
    end = 0
    for span in (*(span for span, _ in named(place, within)), *abroad(place)):
        if span.start <= end or place[end : span.start].endswith(("省", "市", "的")):
            end = max(end, span.end)
    rest = place[end:]
    return start + (len(place) if end and len(rest) <= 6 and not verbs(rest) else end)


def is_site(text: str) -> bool:
    """Whether a line by itself names where something is.

    >>> is_site("知武馆4F演讲厅"), is_site("儿童公园(四维路二段)"), is_site("机械学会年会"), is_site("走访图书馆")
    (True, True, False, False)
    """
    plain = _ADDRESS.sub("", text.strip("#*·- ")).strip()
    if not 3 <= len(plain) <= 30 or plain.endswith(words("noun")):
        return False
    return _SITE.search(plain) is not None and not _NO_SITE.match(plain) and not verbs(plain)


def named_site(document: Document, at: Span) -> Span:
    """The place of a line that names nothing else, without the address in brackets; else an empty span."""
    text = at.of(document.text)
    if not is_site(text):
        return Span(at.start, at.start)
    address = _ADDRESS.search(text)
    return Span(at.start, at.start + len(text[: address.start() if address else None].rstrip()))


_DEED = re.compile(rf"(?:正式|同步|隆重|再次|成功)?(?:爆发|发生|开幕|{branch(words('hold', 'verbs'))})")


def seen_at(document: Document, end: int) -> bool:
    """Whether what follows a division tells what was done or happened there."""
    return _DEED.match(document.text, end) is not None


def first_division(document: Document, at: Span, within: Path) -> tuple[Span, Path] | None:
    """The division that does or sees it (上海爆发会战), else the first one, with those below it that follow at once."""
    text = document.text[at.start : min(at.end, at.start + 120)]
    found: list[tuple[Span, Path]] = []
    for span, path in named(text, within):
        if found and span.start == found[-1][0].end and path[: len(found[-1][1])] == found[-1][1]:
            found[-1] = (Span(found[-1][0].start, span.end), path)
        else:
            found.append((span, path))
    best = next((one for one in found if seen_at(document, at.start + one[0].end)), found[0] if found else None)
    return (Span(at.start + best[0].start, at.start + best[0].end), best[1]) if best else None
