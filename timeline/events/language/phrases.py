"""A stretch of clean text as it may be printed: trimmed, marks in pairs, no longer than a title may be.

Dates and whatever else a title does without are *holes*; a title is what remains, in the document's own characters.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.catalogue import eras
from timeline.events.drafts import inside
from timeline.events.language.segment import is_word
from timeline.events.language.words import branch, verbs, words
from timeline.memory import remembered
from timeline.model import Document, Span

LONGEST, SHORTEST = 30, 6
_LOOKED_AT = 500  # characters of a clause that a title is looked for in
HOLE = "\0"
_PIECE = re.compile(r"[^\0]+")


class Phrase(NamedTuple):
    """Clean text with holes, and where it begins in the document."""

    text: str
    start: int

    def cut(self, start: int, end: int) -> Phrase:
        """A part of it."""
        return Phrase(self.text[start:end], self.start + start)

    def without(self, start: int, end: int) -> Phrase:
        """The same with a hole from start to end."""
        return Phrase(self.text[:start] + HOLE * (end - start) + self.text[end:], self.start)

    def pieces(self) -> list[Span]:
        """Its stretches in the document, without the holes."""
        return [Span(self.start + m.start(), self.start + m.end()) for m in _PIECE.finditer(self.text)]

    @property
    def size(self) -> int:
        """How many characters would be printed."""
        return len(self.text) - self.text.count(HOLE)

    @property
    def printed(self) -> str:
        """The clean characters without the holes."""
        return self.text.replace(HOLE, "")


_DATE_LEAD = re.compile(
    r"(?:(?:被|统一)?安排[在于到]|(?:恸|不幸)于|原[定订]于?|原?计划[于在]|原计划|预计|预定|[初暂拟][定订][于在为]|(?<![固指约选商鉴签确议规决])[定订][于在]|固定[于在]|兹定于|拟于|将于|已于|分别于|最?早在|并于|终于在|在|"
    r"(?<![终定订])于|自|从|到|(?:一?直|要)[至到]|[殆迨逮及]至|至|迄|截至|(?<![一-鿿])即)?"
    r"(?:(?:当地|北京|美国|美东|纽约|伦敦|东京|台北|台湾|香港|本地|世界)时间)?(?:在|于)?(?:(?:之?[前后])?的?(?:首|第[一二三四五]|最后一)个)?$"
)
_DATE_TAIL = re.compile(
    r"(?:(?:下班|放学|收盘|闭馆|营业结束)(?:之?前)(?=[,将把向到交报提]|$))|(?:(?:开始|起|以来)?的?[一二两三四五六七八九十百几数\d]{1,4}[多余]?年(?:间|里|来|中)|的?期间内?|之前|以前|之后|以后|前后|左右|开始|截止|当天|起|前|后|许)?(?=[,]|$)|"
    r"(?:期间|之后|以后|当天|起(?![鼓驾程航飞跑诉草义源降租征火吊])|许(?=[在于,])|赛季(?=以(?![来前后内])|[降升夺获赢晋加](?![临级])|,)|止(?![步息住痛血境损])|"
    r"[之以]?内(?![容部在外心科陆地阁政战蒙涵存销饰卫侧])|[之以]?后(?![续来期勤卫备面台方世人代果悔援半排宫院裔周汉唐金者记生任山园门座轮]))|"
    r"来(?=随[着著])|(?:之|以)?前(?![往来进任身总夕线期景台沿瞻方途后]|(?:\d{1,3}|[一二三四五六七八九十两几半]{1,3})[节局场名位个轮盘组队届棒]|提(?![交出供报请]))"
)
# 在10月25日深圳召开的现场会上发言: the preposition is of the meeting.
_AT_EVENT = re.compile(
    r"的?[一-鿿]{0,12}(?:召开|举[行办])的[^,\0]{2,40}[会式坛赛展节]上?中?(?<=[上中])(?=[一-鿿“]{2})"
    r"|的[^,\0]{2,30}?(?:[会赛展节坛式礼]|典礼|考试|选举|投票|交锋|之战)[上中](?=[一-鿿“]{2})"  # 在5月3日的决赛中夺冠
    r"|[^,\0的。;]{2,28}?(?:[会赛节坛杯]|(?<!发)展|考[核试]|评[选比审]|选举|测评)(?:\([^()]{1,12}\))?[上中](?=[一-鿿“]{2})"
)
_ANNUAL = re.compile(
    "会(?=将[于在延改如]|延[期至后]|[定订]于|假|暨|改[期至]|期间|报名|论文|门票|早鸟)"
)  # 2022 年会将延期
_SINCE = re.compile(
    r"开始(?=将|正式|全面|陆续|[在于对由向]|(?:实行|实施|施行|执行|启用|供应|营业)[^,])"
)  # 自5月1日开始施行
_RISING = frozenset("鼓驾程航飞跑诉草义源")  # 11月1日起鼓: the deed, not from when
_STRETCH = re.compile(r"[日时\d][至到]\d")  # 由8月5日至10日影响沿海
_JOINT = re.compile(r"[及和与、或暨至]{1,2}$")  # between two dates
_OF = re.compile(r"的(?=[^,]{2})|之(?![行旅夜春声约战役变乱])(?=[^,]{2})")
_GOVERNORS = frozenset("为对向与和及以从由把将被给如")  # 为年底的会议做准备: what governs the noun behind its date


def phrase(document: Document, at: Span, dates: tuple[Span, ...]) -> Phrase:
    """The clean text of a stretch; dates and the prepositions before them are holes."""
    text = document.text[at.start : min(at.end, at.start + _LOOKED_AT)]
    for date in inside(dates, Span(at.start, at.start + len(text))):
        left, right = date.start - at.start, date.end - at.start
        if text[left - 1 : left] in ("上", "补", "按") and text.startswith("的课", right):
            continue  # 9月26日上10月6日的课
        lead = _DATE_LEAD.search(text, max(left - 8, 0), left)
        if (
            lead
            and not lead[0]
            and text[left - 1 : left] == "、"
            and text[max(left - 3, 0) : left - 1] in eras().reigns
        ):
            left -= 3  # 万历、天启年间
            lead = _DATE_LEAD.search(text, max(left - 8, 0), left)
        left = lead.start() if lead and not (lead[0] in ("在", "于") and _AT_EVENT.match(text, right)) else left
        if text[left - 1 : left] == "由" and (
            "起" in (text[right - 1], text[right : right + 1]) or _STRETCH.search(text, left, right)
        ):
            left -= 1  # 月租由10月1日起调高
        if text[right - 1] == "起" and text[right : right + 1] in _RISING:
            right -= 1
        if text.endswith("开始", left, right) and text[:left].strip(HOLE) and not text[right:].strip(", "):
            right -= 2
        if text[right - 1] == "年" and _ANNUAL.match(text, right):
            right -= 1
        tail = _DATE_TAIL.match(text, right)
        if tail and not (tail[0] == "开始" and text[:left].strip(HOLE) and not verbs(text[:left])):
            right = tail.end()  # of 报名自3月1日开始 the end is the deed
        elif lead and lead[0][:1] in ("从", "自") and (since := _SINCE.match(text, right)):
            right = since.end()
        if (joint := _JOINT.search(text, max(left - 2, 0), left)) and text[joint.start() - 1 : joint.start()] == HOLE:
            left = joint.start()
        led = (lead and lead[0]) or text[left - 1 : left] in _GOVERNORS
        if (led or not text[:left].strip(HOLE + " ")) and (of := _OF.match(text, right)):
            right = of.end()
        if text[left - 1 : left] == "“" and text[right : right + 1] == "”":
            left, right = left - 1, right + 1
        text = text[:left] + HOLE * (right - left) + text[right:]
    return Phrase(text, at.start)


_PART = re.compile(r"[,、]|:(?!\d)")


def comes_again(text: str, at: Span) -> bool:
    """Whether the words at a place of a text come once more near it.

    >>> comes_again("早报创刊,早报停刊", Span(0, 2)), comes_again("早报创刊,晚报停刊", Span(0, 2))
    (True, False)
    """
    return text.count(at.of(text), max(at.start - _NEAR, 0), at.end + _NEAR) > 1


_NEAR = 20_000  # characters


def joined(document: Document, head: Phrase, following: Phrase) -> Phrase:
    """Two phrases of one sentence as one: of what lies between them only the comma or colon stays."""
    end = head.start + len(head.text)
    gap = document.text[end : following.start]
    comma = sign.start() if (sign := _PART.search(gap)) else -1
    if comma >= 0 and gap[comma] == "、" and "," in gap:
        comma = gap.index(",")  # 涉嫌于8月18日、10月1日,在江岸集会: between the days stands a sign of theirs
    between = "".join(gap[i] if i == comma else HOLE for i in range(len(gap)))
    return Phrase(head.text + between + following.text, head.start)


# --- trimming --------------------------------------------------------------------------------------------------------

# The number of a row or a week before the name that its date has parted from it; 5人 and 3月 go together.
_ROW = re.compile(
    r"\(?\d{1,2}\)?[ \0]*(?:\0 ?| )(?=[\u4e00-\u9fff])"
    r"(?![\0 ]*[人名个位家所间队场次月日年天号岁周大项条件支辆座届级万亿元度米点时分]|期(?![中末初]))"
)
_EDGE = " ,;:。、·—-#>|…!?~/\\\"'\0※▲△▼●○◎◆◇■□★☆►•"
_EDGE_BEHIND = _EDGE + "*"
_LEAD = re.compile(
    rf"(?:{branch(words('lead'))}|[一二三四五六七八九十]是|[一二三四五六七八九十]{{1,2}}[、.](?![一二三四五六七八九十])|"
    r"[ivx]{1,4}[.)] |[图影]\||"
    r"[一-鿿]{2,6}\([一二三四五六七八九十]{1,2}\) (?=[^,]{8})|\([一二三四五六七八九十\d]{1,2}\)|\d{1,2}[.、](?!\d)|"
    r"已(?=[一-鿿]{3})(?![故婚知经有然卯亥是无不])|(?:D|Day ?|DAY ?)\d{1,2}(?: ?:[ \0]*|(?=\0))|"
    r"(?:活动)?(?:主题|题目|事由|主旨|内容|名称|标题):|[的了之却才则及或]|如(?=[“《])|[\u2600-\u27bf\u2139\ufe0f\U0001f000-\U0001faff]{1,4}|@|就(?=[有让会被已将在要能可不没把开])|又(?!.*又)|"
    r"后(?=[改更并升迁移转调归划复][^,]{2})|是(?![次日届项夜])(?=.{5})|为(?=第)|\+ |\*(?!ST))"
)
_NO_LEAD = re.compile(
    r"的士|的哥|了解|第一|前往|前进|前夕|还都|还乡|再生|就业|就任|就读|就地|才艺|现场会|现代|现金|将军|也门|及格|都市|都江|都会|都爹|"
    r"并购|并列|并[入归]|并为(?=[公国私]立|[一-鿿]{1,6}?[校县市区乡镇州府省村司厂院所局](?:$|[,。]))|业务|业余|前海|前列|前沿|系列|系统|由来|均衡|请愿|请示|另类|至善|至少|期间费|会上海|现状|且末|乃至|业主|前线|前任|"
    r"前身|前总|现任|由于|系主|系领|现役|并非|又名|又称|又见|请柬|则例|还款|已故|最终|曾[\u4e00-\u9fff]{1,2}(?:任|在|于|与|和)|一带|正[取副本]"
)
_TAIL = re.compile(rf"(?:{branch(words('tail'))}|(?<=\0)[为终]?止|(?<=[仪式会礼赛典])正)$")
_NO_TAIL = re.compile(
    r"(?:[方乃始不遂渐停禁中制防阻举休]止|目的|的士|不得已|而已|以上|线上|网上|之上|会上|海上|路上|身上|马上|至上|以下|旗下|地下|线下|前后|集中|其中|高中|初中|国中|[一二三四五六七八九十附]中|[上入取进读于][县省市]中|台中|汉中|晋中|"
    r"吴中|空中|心中|手中|水中|湖中|阿中|发起|崛起|一起|兴起|共和|平和|总和|祥和|缓和|参与|赠与|给与|收到|达到|看到|得到|来到|报到|签到|提到|送到|迁到|国是|"
    r"所在|现在|[尚仍还健犹依常同]在|存在|潜在|内在|私有|国有|公有|享有|所有|富有|小时|及时|同时|平时|当时|武将|大将|名将|[少中上准主老猛健]将|空前|目前|此前|生前|失去|不和|事由|自由|理由|人为|"
    r"作为|行为|认为|成为|分为|改为|上等|平等|高等|中等|初等|优等|同等|之所|场所|派出所|研究所|事务所|交易所|医务所|厕所|其时|历时|准时|临时|入于|等于|"
    r"延后|推后|押后|提前|关于|位于|出于|有关于|方向|走向|导向|意向|倾向|面对|结对|反对|应对|成对|因此|原因|国是|不是|就是|还是|但是|使|大使|天使|之后|最后|然后|落后|售后|战后|今后|"
    r"[查读诵念抄讲译佛圣诗易道]经|开展|联合|联合国|共同|大同|协同|合同|进行时)$"
)
_SHORT = 6  # characters of what is told in a bracket
GLOSS = re.compile(r"\([^()]{0,60}\)")
_NUMBER = re.compile(
    r"^[\0 ]*\[ ?(?:\d{1,2}|[一-鿿]{2,4}) ?\](?!\()|\[\^?\d{1,3}(?:[-,]\d{1,3})?\](?!\()|\[[一-鿿]{1,4}\][\0 ]*$"
)  # [3] 期中考试, [组图]
# 在5月28日(北京会场)和11月(上海会场)举办: what a bracket says of each of two dates, and what joins them.
_OF_ONE_DATE = re.compile(
    r"(?<=\0)(?:\([^()\0]{1,16}\))?[、和与及暨](?=\0+(?:\([^()\0]{1,16}\))?[^,。\0])|(?<=\0)\([^()\0]{1,16}\)(?=[、和与及暨]\0)"
)
_TORN = 2  # characters before a bracket that a date has cut
_OPEN = re.compile(
    r"\([^()]{0,4}$|(?<=[一-鿿]{4})\([^()]{0,10}$"
)  # 补假一天(补3月1日): a bracket that its date has cut
_LINK = re.compile(r"\]\(?(?:https?:)?//[^)\s]{0,300}\)?|https?://[!-~]{1,300}|<[^<>]{1,400}>|\[|\](?!\()")
_LINK_END = re.compile(r"\](?=\0)")
PAIRS = (("“", "”"), ("《", "》"), ("(", ")"), ("‘", "’"), ("【", "】"))


def trim(part: Phrase) -> Phrase:
    """Without signs, connectives and particles at its edges.

    >>> trim(Phrase("此外,还举办了招聘会等", 0)).text
    '举办了招聘会'
    """
    text = part.text
    left, right = _edges(text)
    return Phrase(text[left:right], part.start + left) if right - left < len(text) else part


@remembered(1_024)  # the rules of a title look at the same clauses one after the other: four calls of five
def _edges(text: str) -> tuple[int, int]:
    """Where the words of a clause begin and end, without what stands at its edges."""
    left, right = 0, len(text)
    for _ in range(8):
        core = text[left:right]
        kept = core.lstrip(_EDGE)
        left += len(core) - len(kept)
        core = kept.rstrip(_EDGE_BEHIND)
        right = left + len(core)
        lead = _LEAD.match(core) or (_ROW.match(core) if core[:1] == "(" or core[:1].isdecimal() else None)
        if lead and len(core) - lead.end() >= 2 and not _kept_head(core, lead.end()):
            left += lead.end()
            continue
        tail = _TAIL.search(core)
        if tail is None or tail.start() < 2 or _kept_end(core, tail.start()):
            break
        right = left + tail.start()
    return left, right


def _kept_head(text: str, end: int) -> bool:
    """Whether a particle at the head is the beginning of a word: 并购, 还款."""
    return _NO_LEAD.match(text) is not None or (end == 1 and not _PAIRED_HEAD.match(text) and is_word(text[:2]))


_DEED = 6  # characters of somebody and a deed of one character


def _kept_end(text: str, start: int) -> bool:
    """Whether a particle at the end is the end of a word: 合并, 规则, 报到, or all that makes a deed of it: 她走了."""
    told = text.replace(HOLE, "")
    if told[-1] == "了" and len(text) - start == 1 and 3 <= len(told) <= _DEED and not is_word(told[-3:-1]):
        return True
    if told[-1] == "之" and len(text) - start == 1 and 3 <= len(told) <= _DEED and not text.startswith((HOLE, "的")):
        return True  # 飓风毁之
    if _PAIRS_OF.search(told):
        return True  # 办理结婚登记86对, 获赠雨伞一把
    if _AT_HOUR.search(told):
        return True  # 开放至21时
    if _NO_TAIL.search(text[-4:]) or (start == 2 and text[-1] == "中"):  # 吴冠中
        return True
    return len(text) - start == 1 and text[-1] in _WORD_ENDS and not _PAIRED_TAIL.search(text) and is_word(text[-2:])


_PAIRS_OF = re.compile(r"[\d一二三四五六七八九十百千万两余多][对把]$")
_AT_HOUR = re.compile(r"(?:[至到自从为于]|[上下]午|凌晨|傍晚|中午|晚上?)[\d一二三四五六七八九十]{1,3}时$")
_PAIRED_HEAD = re.compile(r"将[要会]|还[有要是能会可需]|也[是有可能会将要]|并[不将]|但[是]|而[且是]|的|了|之")
_WORD_ENDS = frozenset("起时并则到且就而使有对由为以和及还向从与所已因经让后前至")
_PAIRED_TAIL = re.compile(
    r"(?:正在|将在|即将|曾在|位于|并于|都在|[也还就都才]是|[也还都]有|已经|曾经|通过了|以及|[之以此然]后|[之以此目]前|[直乃以截]至|[对把被给让使]了|为了|[一-鿿]的)$"
)


def paired(text: str) -> bool:
    """Whether no mark in a text has lost its partner."""
    return all(text.count(opening) == text.count(closing) for opening, closing in PAIRS)


def balanced(part: Phrase) -> Phrase:
    """With holes for marks that have no partner, and without marks around nothing or around everything.

    >>> balanced(Phrase("“聚力促就业“残疾人之家”", 0)).printed
    '聚力促就业“残疾人之家”'
    >>> balanced(Phrase("“线上招聘活动”", 0)).printed
    '线上招聘活动'
    """
    for opening, closing in PAIRS:
        if opening not in part.text and closing not in part.text:
            continue
        waiting: list[int] = []
        lonely: list[int] = []
        for mark in re.finditer(f"[{opening}{closing}]", part.text):
            position = mark.start()
            if mark[0] == opening:
                waiting.append(position)
            elif not waiting:
                lonely.append(position)
            elif not part.text[waiting[-1] + 1 : position].strip(HOLE + " "):
                lonely += [waiting.pop(), position]
            else:
                waiting.pop()
        for position in lonely + waiting:
            part = part.without(position, position + 1)
    whole = part.text.strip(HOLE)
    if len(whole) > 2 and whole[0] == "“" and whole[-1] == "”" and whole.count("“") == 1:
        first, last = part.text.index("“"), part.text.rindex("”")
        part = part.without(first, first + 1).without(last, last + 1)
    return part


_SIGNS = frozenset("()[]<h")  # without which no bracket, number or link stands there


def without_glosses(part: Phrase) -> Phrase:
    """Links, empty and longer brackets made holes."""
    if _SIGNS.isdisjoint(part.text):
        return part
    for match in _NUMBER.finditer(part.text):
        part = part.without(*match.span())
    for match in _LINK.finditer(part.text):
        part = part.without(*match.span())
    for match in _OF_ONE_DATE.finditer(part.text):
        part = part.without(*match.span())
    if part.text.count("(") > part.text.count(")") and (cut := _OPEN.search(part.text)) and cut.start() >= _TORN:
        part = part.without(*cut.span())
    inside = part.cut(0, max(part.text.find(")"), 0))
    if inside.size >= _SHORT and "(" not in inside.text and HOLE in inside.text:
        part = inside  # (包括于5月3日开展的考试)的成绩: of what is told in a bracket
    for match in GLOSS.finditer(part.text):
        inner = match[0][1:-1].strip(HOLE + " 至到、,~—-")
        if not inner and match.start() and part.text[match.start() - 1] in "今昨明":
            part = part.without(match.start() - 1, match.start())  # 昨(3日)宣布
        if not inner or len(match[0]) > 8 or inner.startswith(("以下", "含", "简称", "下称")) or inner.endswith("除外"):
            part = part.without(*match.span())
    for match in _LINK_END.finditer(part.text):
        part = part.without(*match.span())
    return part
