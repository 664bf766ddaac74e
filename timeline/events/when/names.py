"""Dates that are part of a name: the year of a fair, of a prize's winner, of a title in its marks.

Each function is the condition of a row of `ROWS`; `roles` says in which order the rows are asked.
"""

from __future__ import annotations

import re

from timeline.events.language.segment import NO_WHO, begins_with_verb, has_verb, lacks_subject, tags
from timeline.events.language.words import branch, verbs, words
from timeline.events.mentions import Mention
from timeline.events.when.rule import Part, Rule
from timeline.model import ExpressionKind, Point, Role, Span

_TITLED = re.compile(r"[的度版届级中末初底]|年?第\d|期")
PREPOSITION = re.compile(r"(?:在|于|自|从|到|至|迄|早在|曾|曾在|截至|、|和|是|预计|预定|另)$")
_COMPOUND = re.compile(r"(?:从|被|由|向|在|与|和|将|把|,|，|起|正式|首次|再次|因|以)")
_HELD = re.compile(
    r"(?:举办|举行|召开|开展|参加|组织|实施|印发|制定|编制|完成|公布|发布|推进|落实)(?:了|好)?[^,]{0,12}$"
)
_BRACKETED = re.compile(r"[(《“\[][A-Za-z ]{0,10}$")
_NAME = re.compile(r"[ ]?[“《]?[一-鿿A-Za-z]")
_SCHOOL_YEAR = re.compile(r"(?:学年度?|年度)(?:第?[一二12上下]学期)?$")
# 2019年全国冠军; but 1983年获跳高冠军, 2005年夺得全国亚军
_WINS = (
    "(?:勇|荣|再|又|曾|首|一举|再次|首次|[两二三四五]度|连续|成功){0,2}"
    "(?:获(?!得?者|奖)|夺|摘|捧|赢|卫冕|蝉联|加冕|问鼎|斩|拿|成为|当选|登顶|取得|[力战]压|[战击]败|战胜|勇冠)"
)
_WHO = re.compile(
    rf"(?!{_WINS})[^,。]{{2,24}}?(?:得主|获得者|获奖者|冠军|亚军|季军|校友|毕业生|新生|考生|学员)|"
    r"(?:新|获)?(?:立项|入选|评选|招收|毕业|入学|获批|建成|出版|发布|公布|修订|制定|实施)的"
)
_LED_ON = re.compile(r"(?:已|将|拟|现|均|定)*[于在]$")  # 2024年第一批公开招聘报名已于2月20日截止


def month_name(mention: Mention) -> bool:
    """三月份会员大会将于3月15日举行, 重阳敬老餐会将于10月20日…: which one it is, and its day stands behind it."""
    day = mention.following
    if not mention.opens or day is None or day.start >= mention.clause.end:
        return False
    text = mention.document.text
    if mention.kind is ExpressionKind.OBSERVANCE or (mention.grain == "year" and "/" in mention.edtf):
        whole = _MONTH_OF_DAY.match(text, *day) is not None and not _OF_A_TIME.search(mention.text)
        return whole and _MEETS.fullmatch(text, mention.at.end, day.start) is not None
    if mention.grain != "month":
        return False
    month = _MONTH_OF_DAY.match(text, *day)
    same = month is not None and _number(month[1]) == int(mention.edtf[5:7])
    return same and _MEETS.fullmatch(text, mention.at.end, day.start) is not None


def _number(month: str) -> int:
    return int(month) if month.isdigit() else _MONTHS.get(month, 0)


_MONTHS = {word: number for number, word in enumerate("一 二 三 四 五 六 七 八 九 十 十一 十二".split(), 1)}
_OF_A_TIME = re.compile(r"期间|当[天日]|[前后]$|之际|前夕|以来|起$")
_MONTH_OF_DAY = re.compile(
    r"(?:\d{4}[年/.-]|民国\d{1,3}年)?(\d{1,2}|[一二三四五六七八九十]{1,2})[月/.-](?=[\d一二三四五六七八九十廿初])"
)
_MEETS = re.compile(
    rf"份?的?[^,。;:“《\d]{{0,10}}?(?:{branch(words('noun'))}|[一-鿿]会|会议|课程?|[比竞球]赛|选举|选拔)"
    r"(?:已|将|订|定|拟|改|延|提前|延后|预定|预计|安排){0,3}(?:于|在|到|至|为)?[(: ]?"
)


def verb_soon(words: str) -> bool:
    """Whether words go on with a deed soon."""
    soon = any(span.start <= _SOON for span, _ in verbs(words))
    return soon or _COMPOUND.match(words) is not None or _PREDICATE.search(words[:_SOON]) is not None


_SOON = 24  # characters within which a clause has its deed
# Deeds of one character, at the head or before what they make of somebody; 将 and 把 before what is disposed of.
_PREDICATE = re.compile(
    r"^(?:任(?![务何职])|停|升(?![学旗])|获|改(?![革])|迁|率|授|赴|入(?![口境学])|设(?![计备施])|建(?![筑])|置|增|辟|废|撤|卒|"
    r"创(?![新业意])|分[为设]|生[于在]|考[入取上]|[转调][入任往])(?=[\u4e00-\u9fff《“]{2})|"
    r"[升改转调划评选定列聘推任判编辟扩并易]为|[^新旧]任(?![务何职])[^,]{2,}|[把被]|获(?![得奖选]者|奖)|将(?=[其该《“]|[^,]{2,12}?[化为给予至])|"
    # Where to, of what rank, which county: what stands behind such a verb is no name of a thing.
    r"^(?:[搬移转返退划归]|并)[至到往入归回](?![期账])|^(?:析|省|并)(?=[\u4e00-\u9fff]{1,10}?[县市区州郡])|"
    r"^(?:[加晋受追册敕]封|封(?=[\u4e00-\u9fff]{1,8}[王侯公伯])|(?:登|中)(?=[^,]{0,12}(?:进士|举人?$|秀才))|[充署]\w{2,7}[官使院]$)|"
    r"^得(?=[^,]{2,12}(?:学位|奖|[冠亚季]军|称号))|^荣[列膺登]|^(?:加盟|转投|受洗|参选|竞选|皈依|移封|入主|离队|下野)|"
    r"^[到往返回去](?=[\u4e00-\u9fff]{2,6}?(?:当|做|工作|读书|学习|求学|教书|经商|发展|定居|生活|居住|留学|演出|进修|深造|就读))|"
    r"^[返回归抵赴离](?!归|任|函|执|答)[一-鿿]{1,2}(?=$|,)|^(?:凭借?|主?编|编著|合著|[著撰译])(?=[《“X])|^(?:曾|又|再|还)(?:获|任|与|以|在|为|被|赴|予|于)|"
    r"(?:陆续|相继|先后|一同|一举|再度|重新)(?=[\u4e00-\u9fff]{2})|[投注增出]资[\d一二三四五六七八九十百千]|[修铺建通延]到"
)
_IN_WORDS = re.compile(r"[元一二三四五六七八九十百廿卅〇零]年间?$")
_COUNTED = re.compile(r"年?(?:度|第)|[届期]")


def _of_a_reign(mention: Mention) -> bool:
    """雍正十二年(1734)乡绅倡议创庙: no thing is named by the year of a reign, but 民国108年度 by one in figures."""
    value = mention.resolution.expression.value
    era = value.era if isinstance(value, Point) else None
    if era is None or not mention.opens or not mention.after or _COUNTED.match(mention.after):
        return False
    return era != "民国" or mention.text.endswith(")") or _IN_WORDS.search(mention.text) is not None


def _heads_its_line(mention: Mention) -> bool:
    """民国76年 台湾第一部文学史出版, 1912民国元年 改称小学: a year of a reign that a blank parts from its line."""
    value = mention.resolution.expression.value
    era = value.era if isinstance(value, Point) else None
    before = mention.document.text[mention.block.at.start : mention.at.start].strip(" (")
    return era is not None and before in ("", mention.edtf) and mention.after.startswith(" ")


def _finer(mention: Mention) -> bool:
    """Whether a finer date stands in the sentence before it and holds for it; a later year begins a step of its own."""
    known = [
        other for other in mention.earlier if other.grain in ("day", "month") and not other.text.endswith(("前", "后"))
    ]
    if mention.opens and _acts(mention.after) and any(mention.edtf[:4] > other.edtf[:4] for other in known[-1:]):
        return False  # 1月在上海登台,1949年加盟另一家电台
    return any(
        other.opens or ((mention.opens or other.clause == mention.clause) and mention.edtf == other.edtf[:4])
        for other in known
    )


def _acts(words: str) -> bool:
    """Whether words begin with a deed."""
    if NO_WHO.match(words) or words.startswith("由"):
        return True
    relative = words.find("的", 1, _SOON)
    if relative > 0 and (verbs(words[relative:]) or has_verb(words[relative + 1 :])):
        return False  # 于2003年成立的公司宣布破产
    return _PREDICATE.match(words) is not None or lacks_subject(words)


def _finer_behind(mention: Mention) -> bool:
    """2008年北京残奥会于9月6日举行, 今年将于国庆期间举行: the day behind the name, or right behind it, is the day."""
    if mention.following is None:
        return False
    text = mention.document.text
    between = _SIGNED.sub("X", text[mention.at.end : mention.following.start])  # 2024年某县“越野障碍赛”将于…
    if mention.following.start >= mention.clause.end:
        return _TIME_IS.search(between) is not None  # 2024年读书会在大厅举行,时间为5月3日
    if _LEADS.fullmatch(between):
        return True
    month = _OF_NO_YEAR.match(mention.following.of(text)) is not None
    thing = 2 <= len(between) <= 24 and not verbs(between)
    if month and thing and (between.endswith(words("noun")) or not has_verb(between) or tags(between)[-1][1] in _NOUNS):
        return True  # 2024年新生录取工作8月中旬结束
    day = re.search("[月日号]", mention.following.of(text)) is not None
    if day and mention.opens and (moved := _MOVED_TO.search(between)) and _SHORTEST <= moved.start() <= _LONGEST:
        return True  # 2022年天文年会将延期至9月30日举行
    return (
        day
        and 3 <= len(between) <= 24
        and (not verbs(between) or _LED_ON.sub("", between).endswith(words("noun")))
        and re.search(r"(?:于|在|定于|将于|自|由)$", between) is not None
    )


_TIME_IS = re.compile(r",[举办行活动展览演出比赛]{0,2}(?:时间|日期)(?:拟|暂|改|调整)?(?:定?[为在于]|是)$")
_MOVED_TO = re.compile(
    r"(?:将|已|拟|再|再次|又|现|确定)?(?:延期?|改期?|推迟|提前|顺延|延后|押后|展延)(?:举[行办])?[至到于在]$"
)
_SHORTEST, _LONGEST = 3, 24  # characters of the name of what is moved
_NOUNS = ("n", "vn", "nz", "j", "l")
_OF_NO_YEAR = re.compile(r"[\d一二三四五六七八九十]{1,2}月")


def _same_list(mention: Mention) -> bool:
    """2023年、2024年立项的项目: the first of the years is what the last one is."""
    assert mention.following is not None
    text = mention.document.text
    between = text[mention.at.end : mention.following.start]
    return between in ("、", "和", "及", "与") and _WHO.match(text, mention.following.end) is not None


_BY_ITS_DAY = re.compile(r"[“]?\d{1,2}[·•]\d{1,2}[”]?")
_OF_IT = re.compile(r"[”]?(?![在于自从到至起的,和与及、])[\u4e00-\u9fff]{2}")
_SIGNED = re.compile(r"《[^《》]{1,60}》|“[^“”]{1,60}”|\([^()]{1,60}\)")
_AT = re.compile(r"(?:^|[^所存现内旨处自])[在于]$")
_WITHIN = re.compile(r"[^,。]{0,24}?(?:[会赛展节场期度告书案表]|方面)?[上中里内前后时](?:[,、的]|$)|[^,。]{0,8}$")
# 2003年“7·12”洪水冲毁水管: a blow that bears its day, and what it did.
_BLOW = re.compile(
    r"[”\"]?[\u4e00-\u9fff]{0,6}?(?:洪水|洪灾|山洪|水灾|洪涝|地震|火灾|爆炸|泥石流|台风|暴雨|冰雹|矿难|事故|滑坡|雪灾)"
    r"(?:灾害)?(?![后前时中的]|期间|以来|救援)(?:,[^,。;]{0,4})?(?=[\u4e00-\u9fff]{4})"
)
_ITS_YEAR = re.compile(r"(?:年|^)[“\"]?$")


def _struck(mention: Mention) -> bool:
    """A blow that bears its day, at the head of its clause, and has a deed: the day is when it struck."""
    if not _BY_ITS_DAY.fullmatch(mention.text) or _ITS_YEAR.search(mention.before) is None:
        return False
    blow = _BLOW.match(mention.after)
    did = mention.after[blow.end() :][:_SOON] if blow is not None else ""
    return begins_with_verb(did) or has_verb(did)


_TERM = re.compile(r"(?:学期|学年|年度|赛季)$")
_ON = re.compile(r"(?:将|拟|已|定|计划|预计)?[于在自从至到]?")
_LEADS = re.compile(r"(?:将|拟|已|定|计划|预计){1,2}[于在]")
_TITLE = 40  # characters of a line that is a title


def _of_a_term(mention: Mention) -> bool:
    """本学期第一次小聚, 101学年度服务学习成果总览: the term of a thing, and not when something was done."""
    if mention.after.startswith((",", "(")) or not mention.after:
        return False
    if not mention.opens:
        return not PREPOSITION.search(mention.before) and (bool(verbs(mention.before)) or mention.before[-1:] in "了的")
    start, end = mention.block.at
    line = mention.document.text[start : min(end, start + _TITLE + 1)]
    return len(line) <= _TITLE and re.search("[,。;:]", line) is None and not verbs(mention.after[:12])


# 第三届(2009年):合唱比赛在广场唱响
_NUMBERED = re.compile(r"第(?:[一二三四五六七八九十]{1,3}|\d{1,3})(?:届|期|阶段|批|轮|次|季|站|回) ?\(")


def _labels(mention: Mention) -> bool:
    """The year of a numbered part in its label, where the paragraph behind it has no day."""
    if mention.following is not None or _NUMBERED.fullmatch(mention.before) is None:
        return False
    text, end = mention.document.text, mention.at.end
    return text.startswith("):", end) and _A_DAY.search(text, end, mention.block.at.end) is None


_A_DAY = re.compile(r"(?:\d|[一二三四五六七八九十])月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日")


def begins_or_ends(mention: Mention) -> bool:
    """第一学期将于1月22日结束, 2月23日,新学期开学: the term is what is told of, and the day beside it is the day."""
    if _TERM.search(mention.text) is None:
        return False
    if mention.earlier and mention.earlier[-1].single_day and _IS_BEGUN.match(mention.after):
        return True
    if mention.following is None:
        return False
    return _ON.fullmatch(mention.document.text[mention.at.end : mention.following.start]) is not None


_ENDS_OF = re.compile("[岁年月][末终底初首]|周末")
_IS_BEGUN = re.compile("(?:正式|如期|全面)?(?:开学|开课|开始|结束|第一[课天])")


# 在2011年第35届总决赛中夺冠: the year of the contest is that of what one did there
_DONE_AT = re.compile(
    r"度?(?:第)?[^,。;“《]{2,32}?(?:[会赛节坛杯]|(?<!发)展|考[核试]|评[选比审])(?:\([^()]{1,12}\))?[上中][^,。;的]{0,10}?"
    r"(?:夺|获(?!得?者)|荣|赢|摘|斩|捧|取得|名列|位列|排名|[击战]败|战胜|力压|晋级|入围|入选|当选|卫冕|蝉联|登顶|折桂|亮相|脱颖)"
)
_ADVERB = re.compile(r"(?:才(?![能艺华干俊女子])|就(?![业读医诊职])|终于|便(?![民利捷宜])|又|再次|刚(?![果]))")


def told_of_its_year(mention: Mention) -> Span | None:
    """修路 of 修路是2003年的事: what is said to have been in a year, where that has a name."""
    match = _WAS_IN.fullmatch(mention.before)
    if match is None or _THINGS_OF.match(mention.after) is None:
        return None
    return Span(mention.at.start - len(mention.before), mention.at.start - len(mention.before) + match.end(1))


_WAS_IN = re.compile(r"((?![这那都此])[^,。;“”]{2,16}?)(?:已经?|都)?是(?:在)?")
_THINGS_OF = re.compile(r"(?:间|前后|左右)?的事[情儿]?了?(?=$|[,。;])")


def name_year(mention: Mention) -> bool:
    """A bare year inside the name of a thing: 2023年残健融合公益市集."""
    if mention.kind is ExpressionKind.OBSERVANCE or mention.edtf.startswith("../"):
        return False
    if _closes_a_deed(mention) or (mention.opens and _SEASON.match(mention.after)):
        return False
    if mention.grain == "year" and (_BORN.fullmatch(mention.after) or (mention.opens and _THEN_WE.match(mention.rest))):
        return False
    if _labels(mention) or _struck(mention) or (_AT.search(mention.before) and _DONE_AT.match(mention.after)):
        return False
    if told_of_its_year(mention) is not None:
        return False
    if _BY_ITS_DAY.fullmatch(mention.text) and not mention.opens and _OF_IT.match(mention.after):
        return True  # 举办了6·29合唱汇演庆功宴
    if mention.text.endswith("年度") and mention.document.text[mention.clause.start - 1 : mention.at.start] == ":":
        return not verbs(mention.after)  # 课程:113年度社造说明会
    if begins_or_ends(mention):
        return True
    if mention.grain != "day" and not mention.after.startswith(",") and mention.kind is not ExpressionKind.DEADLINE:
        who = _WHO.match(mention.after)
        month = mention.grain == "month" and mention.opens
        done = False  # 9月举办校友书画展
        if month and who:
            held = any(not span.start and kind == "hold" for span, kind in verbs(mention.after))
            done = held or bool(verbs(mention.after[who.end() :]))
        if (who and not done) or (mention.following and _same_list(mention)):
            return True
        if _SCHOOL_YEAR.search(mention.text) and mention.opens and mention.after:
            named = not verb_soon(mention.after[:24]) and not has_verb(mention.after[:24])
            return named or _finer_behind(mention)
    of_months = mention.grain == "part" or _TERM.search(mention.text) is not None
    if _ENDS_OF.fullmatch(mention.text) and mention.following is not None and mention.following.start == mention.at.end:
        return True  # 岁末12月26日
    if mention.opens and of_months and _finer_behind(mention):
        return True  # 2024年上半年教师资格考试笔试定于3月9日举行
    if _TERM.search(mention.text) and _of_a_term(mention):
        return True
    if mention.grain in ("part", "month") and not mention.opens and not PREPOSITION.search(mention.before):
        line = mention.block.role is not Role.PARAGRAPH
        return (line or mention.grain == "part") and "/.." not in mention.edtf and not verb_soon(mention.after[:12])
    if mention.grain != "year" or _ADVERB.match(mention.after) or _YEAR_AFTER.fullmatch(mention.text):
        return False  # 1992年才上小学, 翌年荣立三等功
    if "/" in mention.edtf:
        named = not mention.opens and not PREPOSITION.search(mention.before) and not verbs(mention.after[:24])
        return named and not mention.text.endswith("起")
    if _of_a_reign(mention) or _heads_its_line(mention):
        return False
    if _finer(mention) or _BRACKETED.search(mention.before) or _finer_behind(mention):
        return True
    if mention.text.endswith("年度") and not mention.opens and mention.after[:1] not in ("", ",", "内", "中"):
        return True
    if _TITLED.match(mention.after) or mention.before.endswith(
        ("为", "对", "给", "让", "把", "将", "就", "有关", "关于")
    ):
        return True
    if _AT.search(mention.before) and not _WITHIN.match(mention.after):
        return False
    if mention.opens or PREPOSITION.search(mention.before):
        if _YEARS_ON.match(mention.after):
            return False
        if mention.opens and not mention.after.startswith(",") and mention.after:
            rest = _SIGNED.sub("X", mention.after)  # 1978年《甲》在电影节获奖
            if _DONE_SO.search(rest[:24]):
                return False
            return not _AFTERWARDS.search(rest) and not verb_soon(rest) and not has_verb(rest[:24])
        return False
    if mention.before.endswith(("成立于", "始于", "建于")):
        return False
    return not verb_soon(mention.after) or _within_a_name(mention)


# 1949年他参了军, 2006年村里通了水泥路, 1988年评上劳动模范
_DONE_SO = re.compile(
    "(?<![为除罢])[一-鿿][了过](?![解不如无结断程去来失渡度])[一-鿿]|[评考当选娶嫁住用]上[一-鿿]"
    "|^(?:又|[春夏秋冬])?(?:大[火水旱雪疫饥]|地震|大地震|洪水|饥荒|瘟疫|蝗灾|[水火旱]灾)(?=[,。;]|$)"
    "|^ ?(?:[逝殁葬]|就读|任教|供职|执教|客死|移居|定居)[于在]?[一-鿿]{2}"
    "|^[进入上读](?:小学|初中|高中|国中|中学|大学|厂)"
    # 71年他进厂
    "|^[我他她俺咱][进入上读](?:小学|初中|高中|中学|大学|厂)"
)
# 2016年、2017年、2018年,学校获奖: each of them frames what follows.
_YEARS_ON = re.compile(r"(?:[、和及与](?:\d{2,4}|[〇零一二三四五六七八九十廿卅]{1,4})年)+$")
_AFTERWARDS = re.compile("[后时](?=$|,)|之际(?=$|,)")  # 1956年公私合营后,改名为印刷厂


def _closes_a_deed(mention: Mention) -> bool:
    """学堂由某人创办(1893年),后更名为大学(1928.7): the bracket says when, where nothing else of its clause does."""
    deed, sign, rest = mention.before.rpartition("(")
    if not sign or rest or "/" in mention.edtf or mention.after.lstrip("~") != ")" or "(" in deed:
        return False
    done = any(len(deed) - span.end <= _OBJECT for span, _ in verbs(deed)) or lacks_subject(deed.lstrip("后并又 "))
    return done and not deed.endswith("》")


_YEAR_AFTER = re.compile("[翌次同隔转越]年")  # tells when, and never which
_SEASON = re.compile("[赛球雪]季(?:,|$)")  # 2005赛季,球队夺冠
_BORN = re.compile("生(?:人|的)?")  # 我1938年生
_THEN_WE = re.compile(  # 2008年奥运会,我们去了北京
    "(?:[一-鿿]{0,4}(?:奥运会?|亚运会?|世博会?|世界杯|地震|疫情|非典|洪水|发大水|恢复高考))(?:期间|时|那[年会]儿?)?,?(?:[我咱俺]们?|他们?|她们?)"
)
_OBJECT = 24  # characters of what was done, behind the verb


def _within_a_name(mention: Mention) -> bool:
    """市2023年慈善行活动总指挥出席会议: a year between two nouns of one name."""
    return _EVENT_SOON.match(mention.after) is not None and not begins_with_verb(mention.after[:12])


_EVENT_SOON = re.compile(
    r"[\u4e00-\u9fff“”]{2,14}?(?:活动|大会|大赛|比赛|联赛|锦标赛|展览|博览会|论坛|晚会|计划|项目|行动)[\u4e00-\u9fff]{1,8}?[员长席挥任家人手]"
)


def object_year(mention: Mention) -> bool:
    """The year of what is held: 举办2022年招聘会."""
    return (
        mention.grain == "year"
        and "/" not in mention.edtf
        and not _finer(mention)
        and _HELD.search(mention.before) is not None
        and _NAME.match(mention.after) is not None
    )


def in_title(mention: Mention) -> bool:
    """Inside 《 》, a file name or a link: part of a name."""
    text, start = mention.document.text, mention.at.start
    if text[start - 1 : start] != "【" and not re.search(r"\d", mention.text):
        opening = text.rfind("【", max(start - 16, mention.block.at.start), start)
        if opening >= 0 and "】" not in text[opening:start]:
            return True
    opening = text.rfind("《", max(start - 60, mention.block.at.start), start)
    closing = text.find("》", mention.at.end, min(mention.at.end + 60, mention.block.at.end))
    return opening >= 0 and closing >= 0 and "》" not in text[opening:start] and "《" not in text[start:closing]


def quoted_name(mention: Mention) -> bool:
    """A year or month inside quotation marks: part of a name."""
    text, start = mention.document.text, mention.at.start
    opening = text.rfind("“", max(start - 60, mention.block.at.start), start)
    closing = text.find("”", mention.at.end, min(mention.at.end + 60, mention.block.at.end))
    inside = opening >= 0 and closing >= 0 and "”" not in text[opening:start] and "“" not in text[start:closing]
    named = inside and not re.search("[,。!?]", text[opening:closing])
    if named and closing - opening - 1 > len(mention.text) and not re.search(r"\d", mention.text):
        listed = text[closing + 1 : closing + 3] == "、“" or text[max(opening - 2, 0) : opening] == "”、"
        if listed:
            return True  # “拍摄正月”、“彩色印刷”: names in a row
    return named and mention.grain != "day" and mention.kind is not ExpressionKind.OBSERVANCE


ROWS = (
    Rule(
        "month in a name",
        Part.NONE,
        month_name,
        (
            "⟦三月份|2023-03⟧会员大会将于⟦3月15日|2023-03-15⟧举行",
            "⟦9月|2023-09⟧例会订于⟦9月5日|2023-09-05⟧召开",
            "⟦2024至2025年|2024/2025|period⟧的学生会选举于⟦9月17日|2024-09-17⟧举行",
        ),
    ),
    Rule("in a title", Part.NONE, in_title, ("印发《关于开展⟦2022年|2022⟧宣传日活动的通知》",)),
    Rule("in a name", Part.NONE, quoted_name, ("核定“公共化计划(⟦106年至109年|2017/2020|period⟧)”",)),
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
)
