"""A cut phrase -> a title as it is printed: short enough, marks in pairs, nothing left hanging."""

from __future__ import annotations

import re

from timeline.events.drafts import raw_words
from timeline.events.editing.auxiliaries import without_auxiliaries
from timeline.events.editing.shortening import shorten
from timeline.events.language.phrases import HOLE, SHORTEST, Phrase, balanced, trim
from timeline.events.language.segment import has_verb, lacks_subject, tags
from timeline.events.language.words import branch, quoted, verbs, words
from timeline.model import Document
from timeline.text.folding import fold

# 开展的考试 is the 考试; 公布的名单 is 公布 and the 名单.
_DONE = re.compile(rf"(?:({branch(words('hold', 'verbs'))})|{branch(words('publish', 'verbs'))})(的)(?=.{{3}})")
_IS = re.compile(r"(?:正?是|为|恰逢|适逢|正值|时值)(?=[^,]{4,16}[日节周月](?:\([^()]*\))?$)")
_YEAR = re.compile(r"为期[^,的]{1,8}的(?=.{4})|(?:\d{4}|[一二〇零九]{4})年度?+(?=[^年届期第]{6})")


_SEASON = re.compile(r"[赛球雪]季[,、]?(?=[^的前后中末初]{4})")  # 2017|赛季亚冠联赛,球队止步小组赛


STANDS_IN = re.compile(r"(?:正|已|又)?[在于](?![线校职场于乎意望此即是田都])(?=[^,]{4})")
# 在交易所上市, 在学院任教: somebody does it there, and no place does.
SOMEBODY_THERE = re.compile(
    r"(?:上市|挂牌|登陆|就读|求学|留学|任[教职]|工作|服役|定居|居住|出道|受审|出庭|被捕|落网|[下安]葬|集[合训]|会[合面谈]|见面|签约|"
    r"拍摄|取景|参赛|亮相|登[场基]|即位|称帝|就职|宣誓|受[降训]|养[病伤]|讲学|演讲|销售|发[行售]|(?:交流|典型|大会|主题|总结)发言|作报告|夺[冠魁]|获奖|致辞|表演)$"
)
_FOUNDED_THERE = re.compile(r"[^,“]{2,12}?(?=改[置设]|析置|移[驻治])")  # 于大佛山麓改置为某厅: no hill becomes one
_SAID_LAST = re.compile(
    r"(?<=.{6})(?:中|时|还|并|也)?(?:介绍说|披露|证实|宣称|指出|表示|称|说|写道|透露|强调|认为|坦言)(?<![演小学传解评劝游]说)$"
)
_SAID_FIRST = re.compile(
    r"[^,“]{0,14}(?:会议?|访|告|帖|文|言|话|信|声明)[上中里]\0*(?:称|说|表示|指出|透露|强调),?(?=[^,]{6})"
)
_NAMED_BY = (*words("noun"), "宴", "酒会", "课", "讲", "场", "期", "会", "展", "赛", "”", "》")
_LEFT_WHERE = re.compile(r"(?:(?<=.{3})|(?<=宴)|(?<=酒会))[在于][^,在于已不曾将有]{1,12}$")
_AT_FIRST = r"又?(?:突然|连续)?(?:发生|爆发|出现|燃起|突发|查获|发现)"
_HAPPENED = re.compile(_AT_FIRST)
_WHERE = re.compile(
    rf"(?:[在于](?!线|校|职|田|都|此|即)|假(?=[^,]{{3,20}}(?:办理|举|召)))[^,“《在于]{{2,60}}?(?={_AT_FIRST}|办理|举[办行]|召开|开展|正式|成立|启[动用]|揭牌|逝世|去世|病逝|接受|参加)"
)


_AFTER_CARE = re.compile(r"(?:(?<![已曾历])经过?|鉴于|考虑到|因应|基于)[^,“《]{2,14}?[后,](?=[^,]{4})")


def _from_where(part: Phrase) -> Phrase:
    """在某路口发生事故 is 某路口发生事故, for a reader asks where; 在某地举行仪式 is 举行仪式."""
    if care := _AFTER_CARE.search(part.text):
        part = trim(part.without(*care.span()))
    match = _WHERE.match(part.text)
    if match is None:
        return part
    if _HAPPENED.match(part.text, match.end()):
        return trim(part.cut(1, len(part.text)))
    rest = trim(part.cut(match.end(), len(part.text)))
    if _MEETING_OF.match(rest.text) and SOMEBODY_THERE.search(part.printed):
        return part  # 在某地召开的会上发言: where the meeting was held, and who speaks at it
    return rest if rest.size >= SHORTEST else part


_MEETING_OF = re.compile(r"(?:召开|举[办行])\0*的")
_LINKS = re.compile(r"[也亦又更便竟则还已才终即遂乃就]")
_MAY = ("可", "能", "会", "要", "将", "开始")  # 录取的学生就可以入学


def _unlinked(part: Phrase) -> Phrase:
    """纪录片也在某地上映: a word that links a deed to the sentence before says nothing in a title."""
    if not _LINKS.search(part.text):
        return part
    found: list[tuple[int, str, str]] = []
    position = 0
    for word, tag in tags(part.text):
        if word.strip(HOLE):
            found.append((position, word, tag[:1]))
        position += len(word)
    for (_, _, before), (start, word, _), (_, _, after) in zip(found, found[1:], found[2:], strict=False):
        also = word == "也" and before not in ("v", "d", "c", "p", "r", "m")
        also = also or (word == "则" and part.text[start - 1] != "再" and (before != "m" or part.text.startswith("第")))
        also = also or (word == "就" and part.text.startswith(_MAY, start + 1))
        if also or (word in _LINKING and before in ("n", "j", "i", "l") and after in ("v", "p", "d")):
            kept = quoted(part.text, start) or (word == "还" and part.text[start + 1] in "都乡款贷")
            return part if kept else part.without(start, start + len(word))
    return part


_LINKING = frozenset("最终 也 亦 又 更 便 竟 竟然 则 还 才 已 已经 终于 旋即 随即 遂 乃".split())


_AGAIN = re.compile(
    r"[^,、“”《》()\0 ]{0,6}?([\u4e00-\u9fff]{4,8})(?:报名|考试|招生|录取)?(?=[^,“《在的于由对]{0,10}?\1)"
)


def _without_heading(part: Phrase) -> Phrase:
    """高考体检部分省市高考体检安排: a heading that has run into its first sentence says everything twice."""
    match = _AGAIN.match(part.text)
    rest = part.cut(match.end(), len(part.text)) if match else part
    return rest if rest.size >= SHORTEST and not rest.text.startswith(("的", "暨", "和", "与", "及")) else part


# 处理|发生的斗殴事件: when it was is not told, and so neither that it was.
_THEN = re.compile(
    rf"(?<=[\u4e00-\u9fff]{{2}}){HOLE}+((?:所|将|刚刚?|正式)?(?:发生|爆发|出现|开始|举[行办]|召开|进行|启动|开展|实施|施行|开幕|到来)的)"
    r"(?=[^,的]{2})"
)


_DONE_TO = re.compile(
    r"对[^,“的\0]{2,16}?(实施|进行|予以)(?:年检|检修|维修|维护|改造|消毒|停[水电气]|断[水电气网]|封闭|管制|抢修|清洗|检测|体检)"
)


def _without_relative(part: Phrase) -> Phrase:
    match = _THEN.search(part.text)
    return part.without(*match.span(1)) if match else part


_ELLIPSIS = re.compile(r" ?\.{2,6}$")  # what a list has cut off
_HEADS = re.compile(r"(?:[约近]|多达)?\d{2,6}[余多]?人的(?=[^,]{4})")  # 300人的记者招待会


def finish(document: Document, found: Phrase) -> str:
    """A cut phrase as it is printed: short enough, marks in pairs, nothing left hanging."""
    found = _without_relative(found)
    part = without_auxiliaries(_unlinked(_without_heading(trim(balanced(trim(found))))))
    for unsaid in (_AT_LAST, _OF_A_YEAR, _FORERUNNER, _SEASON, _YEAR, _COMING, _ONE_CALLED, _BY_WHOM, _HEADS):
        if match := unsaid.match(part.text):
            part = trim(part.cut(match.end(), len(part.text)))
    if match := _ELLIPSIS.search(part.text):
        part = trim(part.cut(0, match.start()))
    if match := _THEME.match(part.text):
        part = trim(part.without(0, match.start(1)).without(match.end(1), match.end()))
    if match := _NAMED_SO.match(part.text):
        part = trim(part.cut(match.start(1), len(part.text)).without(len(match[1]), len(match[1]) + 1))
    if (match := _OF_NAME.match(part.text)) is not None:
        part = part.without(*match.span(1))
    if match := _DONE.match(part.text):
        part = trim(part.cut(match.end(), len(part.text)) if match[1] else part.without(*match.span(2)))
    if match := _DONE_TO.fullmatch(part.text):  # 对本小区实施停水 is a 停水 of it, by nobody who is named
        part = part.without(*match.span(1))
        part = part.cut(1, len(part.text))
    part = trim(balanced(trim(shorten(_from_where(part)))))
    if match := _SAID_FIRST.match(part.text):
        part = trim(part.cut(match.end(), len(part.text)))
    if match := _SAID_LAST.search(part.text):
        part = trim(part.cut(0, match.start()))
    match = _LEFT_WHERE.search(part.text)
    if (
        match
        and part.text[: match.start()].rstrip(HOLE + " ").endswith(_NAMED_BY)
        and not (verbs(match[0]) or has_verb(match[0].replace(HOLE, "")))
    ):
        part = trim(part.cut(0, match.start()))
    if (match := _DONE.match(part.text)) and match[1]:
        part = trim(part.cut(match.end(), len(part.text)))
    if part.text.endswith("截止日") and part.size >= SHORTEST:
        part = part.cut(0, len(part.text) - 1)
    if match := _IN_ALL.search(part.text):
        part = trim(part.cut(0, match.start()))
    if match := _PROVISO.search(part.text):
        part = trim(part.cut(0, match.start()))
    if match := _WHEN_OR_WHERE.search(part.text):
        part = trim(part.cut(0, match.start()))
    if match := _HUMBLY.match(part.text):
        part = trim(_from_where(trim(part.cut(match.end(), len(part.text)))))
    if match := _IS.match(part.text):
        part = trim(part.cut(match.end(), len(part.text)))
    if (match := _CALLED_OUT.match(part.text)) and lacks_subject(part.cut(match.end(), len(part.text)).printed):
        part = part.without(*match.span(1))
    match = None if SOMEBODY_THERE.search(part.text) or _DIED.search(part.text) else STANDS_IN.match(part.text)
    if match and part.size >= 5:
        founded = _FOUNDED_THERE.match(part.text, match.end())
        part = part.cut(founded.end() if founded else match.end(), len(part.text))
    if part.text[-1:] in _LENGTHS and (match := _FOR_SO_LONG.search(part.text)):
        part = trim(part.cut(0, match.start()))
    part = trim(balanced(part))
    name = re.sub(r" {2,}", " ", raw_words(document, part.pieces())).strip(" ,，、。；;：:—-·▍■◆●▲★☆◎○▪•❖►▶※")
    name = _ENTITY.sub("", name)
    if name.endswith("]") and "[" not in name:
        name = name[:-1].rstrip()  # the end of a link of Markdown
    turned = _TURNED.fullmatch(fold(name))
    return f"{name[turned.end(1) + 1 :]}{name[: turned.end(1)]}" if turned else name


_ENTITY = re.compile(r" *&(?:[mn]dash|hellip|nbsp|[lr][ds]quo|amp|quot|middot);?$")  # what a page left undecoded
_HUMBLY = re.compile(r"[谨兹]\0*(?=[在举召])")  # 谨定于当日在体育场举行庆祝大会
_DIED = re.compile("(?:去世|逝世|病逝|离世|辞世|过世|病故|出生|诞生)$")  # it is nobody's deed but is told of somebody
_CALLED_OUT = re.compile(
    rf"(?:[一-鿿]{{1,10}}[长席统理任记授]{branch(words('surname'))}[一-鿿]{{1,2}}\0*|{branch(words('surname'))}[一-鿿]{{1,2}}\0+)"
    r"(,[,\0 ]*)"
)  # 甄珍,主演了多部影片
_LENGTHS = frozenset("天日周月年时止")
_FOR_SO_LONG = re.compile(
    r"(?<=.{4})[,\0]*(?:为期|共计?|历时|为时)[\d一二三四五六七八九十两半]{1,3}个?(?:天|日|周|月|年|小时)$|(?<=.{4}[一-鿿”])(?<![截废禁停终防阻制中休静方乃始不遂渐而举])止$"
)
_AT_LAST = re.compile(r"(?:最终|终于)[\0 ,]*(?=[以在被由获降升与因][一-鿿]{2})")  # 最终以微弱优势夺冠
# 最近一次公演: of whoever writes
# 始建于1906年的旧车站, 1974年的台风: of when it is
_OF_A_YEAR = re.compile(
    r"(?:最近|[上前])一次的?(?=[^,的]{4})|"
    r"(?:(?:始建|兴建|修建|建|建成|落成|创办|创建|创立|成立|创刊)于)?(?:\d{4}|[一二三四五六七八九〇零]{4})年(?:\d{1,2}月)?[代间初末底]?的(?=[^,的]{4})"
)
# 一中前身是1906年创办的书院: the deed of that year
_FORERUNNER = re.compile(
    r"[^,“《]{2,16}的?前身(?:是|为|即|系)\0*(?=(?:创[办建立设]|成立|开办|设立|建立|兴办)\0*的[^,的]{2,14}$)"
)
_IN_ALL = re.compile(r"(?<=活动)\0*(?:累计|总?共计?|合计)\0*[\d,]+\0*余?[场项次个]次?$")  # 助残活动累计38场
_COMING = re.compile(
    r"(?:[出刊印]版|发行|刊行)的(?=《[^《》]{1,24}》[^,]{3})|(?:首先|率先|最先|即将|接力)?(?:登场|亮相|到来|来临|开跑|上场)的(?=[“《])"
)
_ONE_CALLED = re.compile("(?:一[场次项个部]|首[场届])?(?:名为|题为|主题为)(?=[“《])|一[场次项个部](?=“)")
_NAMED_SO = re.compile(
    "(?:名为|名叫|题为|主题为)([^,的“《”》]{2,16})的(?=[^,的]{2,12}(?:[展会赛节课讲]|活动|论坛|计划|项目))"
)
_THEME = re.compile("以(“[^“”]{2,30}”)为主题(?:内容)?的(?=[^,]{4,20}$)")
# 测试开放时间, 发布会上: when and where it was are told beside it.
_WHEN_OR_WHERE = re.compile("(?<=.{4})(?<!夏令|标准|北京|当地|最后)的?(?:时间|日期)[为是]?$|(?<=.{3}[会赛展坛式节])上$")
_PROVISO = re.compile(
    r"(?<=.{2})\((?:以[^()]{1,12}[为]?[凭准]|额满[^()]{0,8}|邮戳[^()]{0,8}|逾期[^()]{0,12}|共?[\d一二三四五六七八九十]{1,2}[天日])\)?$"
)  # 截止(以邮戳为凭), 放假(共8天)
_OF_NAME = re.compile("“[^“”]{2,30}”(的)(?=[^,的]{2,6}$)")  # “电路入门”的小聚
_BY_WHOM = re.compile(
    "由[^,“《]{2,40}?(?:主演|主持|执导|导演|主办|承办|协办|合办|举办|组织|编导|创作|演唱|出品|策划)的(?=[^的,]{4})"
)
# 1940年出生的某人: the deed of a noun is told of it.
_TURNED = re.compile(
    r"((?:宣布|正式)?(?:退役|退休|退伍|卸任|离职|辞职|下台|落选|获释|出狱|失业|离婚|结婚)|出生|诞生|成立|创[办立刊建]|[始兴]建|建[成立造]|落成|竣工|通车|开[业通馆幕]|启[用动]|上映|首映|出版|发行|逝世|去世|毕业|施行|生效|实施)的"
    r"([^,的、“《]{2,14}|“[^”]{2,20}”[^,的]{0,8}|《[^》]{1,20}》)"
)
