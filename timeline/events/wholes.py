"""A title that tells too little by itself -> the same of what the document is about: 停水, 开幕式, 报名时间."""

from __future__ import annotations

import re

from timeline.events.drafts import Draft, raw_words
from timeline.events.language.phrases import LONGEST
from timeline.events.language.segment import has_verb, is_name
from timeline.events.language.sites import SITES
from timeline.events.language.words import branch, verbs, words
from timeline.events.structure.keys import key_class
from timeline.events.structure.topics import topic
from timeline.events.what.rungs import BARE
from timeline.events.where.places import masked
from timeline.events.who.heroes import hero_of
from timeline.events.who.hosts import issuer_of
from timeline.model import Document, Role, Span
from timeline.text.folding import fold


def of_topic(document: Document, draft: Draft, name: str) -> str:
    """停水 of 停水时间 is that of what the text is about, where it says so: 供水管网检修停水."""
    about = topic(document) if draft.rule == "keys and values" and len(name) <= _BARE else None
    if about is None or not 4 <= about.end - about.start <= LONGEST - 4:
        return name
    whole = re.sub(r"^\d{4}年度?", "", raw_words(document, [about]))
    return whole if name in whole else f"{whole}{name}"


_OUTLINE = re.compile(r"^\d{1,2}(?:\.\d{1,2}){1,2} ?(?=[一-鿿])", re.M)
_CLAUSES = 3  # lines with such a number that make an outline; one is a 3.15晚会
_OF_STEP = re.compile("(?<=[一-鿿]{4})的(?=(?:截止|开始|结束)$)")


def without_outline(document: Document, name: str) -> str:
    r"""A title without the number that its clause has in the outline of a paper.

    >>> from timeline.text import document as read
    >>> paper = read("示例", "4.1招标文件的获取\n4.2答疑\n5.2投标文件递交的截止")
    >>> without_outline(paper, "5.2投标文件递交的截止"), without_outline(read("示例", "3.15晚会"), "3.15晚会")
    ('投标文件递交截止', '3.15晚会')
    """
    number = _OUTLINE.match(name)
    if number is None or len(_OUTLINE.findall(document.text)) < _CLAUSES:
        return name
    return _OF_STEP.sub("", name[number.end() :])


_BARE = 2  # characters of a title that is but a verb
_KEYED = 10  # characters of a key that has become a title
_HOW = re.compile(r"(?<=.{2})(?:方法|方式|办法|起止|起讫|起止时间)$")  # 登记方法 is told as the 登记
# 都市计画说明会举办时间与地点 is told as the 说明会, 暂停服务时间 as that.
_WHEN_AND_WHERE = re.compile(
    r"(?<=.{4})(?:举[办行]|召开|办理)?(?:(?:时间|日期)(?:[及与和、]地点)|(?<=服务)时间|(?<=[会赛展节])(?:时间|日期))$"
)
_IS = re.compile("(?<=时间|日期)(?:[为是]|定[于在为])$")  # 活动时间为
_KEY_END = re.compile(r"(?:时间|日期|期间|时段|期限|地点)$")


def without_key(document: Document, name: str) -> str:
    """A title is never a mere key: 报名时间 is told as the 报名 of what the document is about, 时间 as that itself."""
    folded = _IS.sub("", fold(name))
    name = name[: len(folded)]
    if folded == "活动" and (about := topic(document)):
        return raw_words(document, [about])
    if (when := _WHEN_AND_WHERE.search(folded)) and not key_class(folded):
        return name[: when.start()].rstrip("之的")
    if len(name) <= _KEYED and (how := _HOW.search(folded)):
        return name[: how.start()]
    if len(name) > 6 or key_class(folded) is None or not _KEY_END.search(folded):
        return name
    what = name[: len(_KEY_END.sub("", folded))]
    about = topic(document)
    whole = raw_words(document, [about]) if about else ""
    if len(what) < 2 or not whole:
        return whole or what
    return whole if what in whole else f"{whole[:24]}{what}"


_PASSED = re.compile(
    r"由?(?P<who>[^,“《]{2,40}?(?:会|会议|部|委|局|政府|人大|国务院|总局|署|厅))?"
    r"(?:令? ?第?[〇零一二三四五六七八九十百\d]{1,6}号(?:令|公告)?)?"
    r"(?P<deed>审议通过|表决通过|通过|批准|颁布|公布|发布|印发|(?:第[一二三四五六七八九]次)?修[订正]"
    r"|(?:正式|开始|起)?(?:施行|实施|生效|执行)|废止)"
)
_ABOVE = 3  # blocks above a paragraph in which the law that it is about is named


# 《关于修改〈江岸市助残条例〉等三部法规的决定》修正: what is amended is the law above
_AMENDED = re.compile(r"《关于修[改订正][^《》]{2,80}的决定》((?:第[一二三四五六]次)?修[正订])$")


def of_the_law(document: Document, draft: Draft, name: str) -> str:
    """由劳动部发布 and 执行 are told of the law that the paragraph, or the line above it, names."""
    if amended := _AMENDED.search(document.text, draft.at.start, draft.at.end):
        paper = _law_above(document, draft)
        deed = raw_words(document, [Span(*amended.span(1))])
        return f"{paper if paper.startswith('《') else f'《{paper}》'}{deed}" if paper else name
    passed = _PASSED.fullmatch(fold(name))
    law = _law_above(document, draft) if passed else ""
    if passed is None or not law:
        return name
    who, deed = name[slice(*passed.span("who"))] if passed["who"] else "", name[passed.start("deed") :]
    about = topic(document)
    if not passed["who"] and about and law in raw_words(document, [about]):
        return name  # the law that the whole text is about: see below
    paper = law if law.startswith("《") else f"《{law}》"
    whole = f"{who}{deed}{paper}" if who else f"{paper}{deed}"
    if len(whole) > LONGEST:
        whole = f"{paper}{deed}"  # 第三届人民代表大会常务委员会第三十三次会议: who did it is told beside it
    return whole if len(whole) <= LONGEST else name


def _law_above(document: Document, draft: Draft) -> str:
    """The law that a paragraph names last before a date, else the line above it that is but the name of one."""
    at = document.blocks[draft.block].at
    date = draft.resolution.expression.at.start if draft.resolution else draft.at.start
    named = [match for match in _NAMED_LAW.finditer(document.text, at.start, date) if match[1].endswith(_LAW)]
    if named and named[-1][1] not in _LAW:
        return raw_words(document, [Span(*named[-1].span())])
    for block in reversed(document.blocks[max(draft.block - _ABOVE, 0) : draft.block]):
        line = block.at.of(document.text).strip(" #*")
        if line.endswith(_LAW) and len(line) <= LONGEST and "," not in line:
            return raw_words(document, [block.at]).strip(" #*")
    return ""


_NAMED_LAW = re.compile(r"(?<!根据)(?<!依据)(?<!依照)(?<!按照)《([^《》\n]{2,24})》(?![^,。;]{0,8}(?:规定|精神)[,。])")
_LAW = ("法", "条例", "规定", "办法", "细则", "章程", "规则", "公约", "纲要", "规划", "准则", "规程", "解释")
_WHOLE = (*_LAW, "甄选", "选拔", "招聘", "招考", "招生", *words("noun"))


# 大会征文: its 开幕式 is that of the 大会, its 截稿 that of the 征文
_CALL_FOR = re.compile(r"(?<=.{4}[会坛展节赛])(?:征[文稿]|征集|招募|招商|报名)$")
_STEP_OF_CALL = re.compile("截|稿|评|审|报名|征|录用|投|初[审选]|入围|公布|揭晓|颁奖|获奖|提交|开始")


def of_the_whole(document: Document, name: str) -> str:
    """A bare deed is that of what the document is about: 施行 of a law, 开幕 of a fair."""
    words_ = fold(name)
    if (this_one := _THIS_ONE.fullmatch(words_)) and (about := topic(document)):
        whole = raw_words(document, [about])
        told = name[this_one.end(1) :]
        if fold(whole).endswith(this_one[1]) and len(whole) + len(told) <= LONGEST:
            return f"{whole}{told}"
    held = _HELD_AT.fullmatch(words_)
    noun = name[held.start(1) :] if held else name
    if (fold(noun) in words("noun") or fold(noun) in _FILLERS) and (own := _quoted_name(document)):
        return f"{own}{noun}"
    this = BARE.fullmatch(words_) is not None  # 本次活动
    about = topic(document) if this or (2 <= len(name) <= _STAGE and _is_stage(words_)) else None
    whole = about.of(document.text) if about else ""
    if about is not None and not this and (call := _CALL_FOR.search(whole)) and not _STEP_OF_CALL.search(words_):
        about = Span(about.start, about.start + call.start())
        whole = about.of(document.text)
    if about is not None and not this and (paper := _PAPER.search(whole)):
        about = Span(about.start, about.start + paper.start())
        whole = about.of(document.text)
    if (
        about is not None
        and not this
        and (whole[:1] in "【〔" or not whole.endswith(_WHOLE))
        and (part := _thing(document, about))
    ):
        about, whole = part, part.of(document.text)
    if about is None or not 4 <= len(whole) <= (LONGEST if this else 20) or name in raw_words(document, [about]):
        return name
    plain = len(whole) <= 10 and not verbs(whole) and not whole.rstrip("】〕").endswith(_LIST) and is_name(whole)
    thing = whole.endswith(_WHOLE) or plain
    return raw_words(document, [about]) if this else f"{raw_words(document, [about])}{name}" if thing else name


def of_the_item(document: Document, draft: Draft, name: str) -> str:
    r"""开放报名 below 1.参加寒假转学考 is that of the 寒假转学考.

    >>> from timeline.pipeline import tell
    >>> from timeline.text import document as read
    >>> paper = read("示例", "# 江岸大学\n1. 参加寒假转学考\n大二生可以报考。\n2019年11月20日开放报名,12月7日放榜。")
    >>> [event.title for event in tell(paper).events]
    ['寒假转学考开放报名', '寒假转学考放榜']
    """
    if _STEP_OF_ALL.fullmatch(fold(name)) is None:
        return name
    for block in reversed(document.blocks[max(draft.block - _ABOVE, 0) : draft.block]):
        item = _ITEM_ABOVE.fullmatch(document.text, *block.at)
        if item is not None and not verbs(item[1]):
            return f"{raw_words(document, [Span(*item.span(1))])}{name}"
        if block.role is Role.HEADING:
            break
    return name


def of_the_heading(document: Document, draft: Draft, name: str) -> str:
    r"""A house alone behind its day is where the thing of the heading is: 三、开幕式, and below it 9:30,图书馆广场.

    >>> from timeline.pipeline import tell
    >>> from timeline.text import document as read
    >>> paper = read("示例", "# 第六届校园书法展\n各位师生:\n三、开幕式\n2024年5月6日上午9:30,图书馆正门广场。")
    >>> [(event.title, event.place) for event in tell(paper).events]
    [('开幕式', '图书馆正门广场')]

    So is an office alone beside its deadline who does it.

    >>> plan = read("示例", "五月计划\n一、路面修复\n工程部(5月31日前)\n二、消防检查\n秩序部(5月31日前)\n2025年5月3日")
    >>> [event.title for event in tell(plan).events]
    ['消防检查', '路面修复']

    And what is held, where its sentence does not say what.

    >>> notice = read("示例", "十二月活动\n二、古籍修复体验\n2026年12月12日上午9:30在古籍部举行,限20人。")
    >>> [event.title for event in tell(notice).events]
    ['古籍修复体验']
    """
    alone = _A_HOUSE.search(fold(name)) or _AN_OFFICE.fullmatch(fold(name))
    first = masked(document, draft.clauses[0], draft.dates).strip("\0 ,") if draft.clauses else ""
    held = _ONLY_HELD.fullmatch(first) is not None and draft.clauses[0].start == document.blocks[draft.block].at.start
    if draft.title or draft.block == 0 or not (held or (alone and not has_verb(name))):
        return name
    above = document.blocks[draft.block - 1]
    item = _HEADS.fullmatch(document.text, *above.at)
    told = masked(document, draft.at, draft.dates).strip("\0 ,.。;@|｜()")
    if item is None or not (held or told == fold(name)) or _DAY.search(item[1]) or key_class(item[1]):
        return name
    return raw_words(document, [Span(*item.span(1))])


_ONLY_HELD = re.compile(r"(?:将|拟|定)?(?:[在于][^,。;“]{2,30}?)?(?:隆重|正式|如期)?(?:举[行办]|召开|进行)")
_A_HOUSE = re.compile(rf"(?:{SITES}|[厅室馆堂楼])(?:[一二三四五六七八九十\d]{{1,3}}[楼层])?(?:[东南西北正]?门口?)?$")
_AN_OFFICE = re.compile(r"[\u4e00-\u9fff]{1,6}[部处科室组办局队](?:门|公室)?")
_HEADS = re.compile(
    r"[#*>\- ]{0,8}(?:\d{1,2}[.、)]|[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十\d]{1,2}\)|[【\[]) ?"
    r"([^,。;:!?\n]{2,30}?)[】\]: *]{0,3}"
)
_DAY = re.compile(r"\d[月日年]")

_STEP_OF_ALL = re.compile(
    r"(?:开放|开始|受理|网[上络路]|线上|通讯|现场)*"
    r"(?:报名|登记|缴费|投票|申请|选课|考试|放榜|录取|[面口笔复初]试|公布成绩|成绩公布|报到|截止报名|报名截止)"
)
_ITEM_ABOVE = re.compile(
    r"[#*>\- ]{0,6}(?:\d{1,2}[.、)]|[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十\d]{1,2}\))? ?"
    r"(?:参加|报考|报名|参与)?"
    r"([^,。;:!?\d]{2,14}(?:考试?|甄[选试]|检定|测验|[比大竞]赛|营队?|研习班?|课程|培训班|招生|征选))[: ]?"
)


def of_the_house(document: Document, name: str) -> str:
    """闭馆一周 and 恢复开放 are told of the house that signs the notice."""
    told = _OUR_HOUSE.sub("", fold(name))
    if _OPEN_OR_SHUT.fullmatch(told) is None:
        return name
    signed = issuer_of(document)
    return f"{signed[0]}{name[len(name) - len(told) :]}" if len(signed) == 1 and len(signed[0]) <= _SIGNED else name


def of_the_works(document: Document, draft: Draft, name: str) -> str:
    """第一期建成东段 of works that are said to be done in two parts is that of these works."""
    if _PART_DONE.match(fold(name)) is None:
        return name
    start = max(draft.context.start - _NEAR, 0)
    parted = list(_IN_PARTS.finditer(document.text, start, draft.at.start))
    hero = hero_of(document)
    if not parted:
        return name
    what = raw_words(document, [Span(*parted[-1].span("what"))])
    if fold(what) in _WORKS and hero is not None:
        what = raw_words(document, [hero])
    return f"{what}{name}" if len(what) + len(name) <= LONGEST and what not in name else name


_NEAR = 120  # characters before in which it is said how works are parted
_PART_DONE = re.compile("第[一二三四五六七八九十\\d]{1,2}(?:期|阶段|步|批)(?!工程|项目)(?=[一-鿿]{2})")
_IN_PARTS = re.compile(
    r"(?<![一-鿿])(?P<what>[一-鿿]{2,10}?)(?:总?共|将|拟|计划|预计)?分(?:为|成)?[两二三四五六七八九十\d]{1,2}个?(?:期|阶段|步|批)"
)
_WORKS = ("工程", "项目", "建设", "施工", "全程", "全线", "改造", "建设工程", "整个工程", "该工程")


def of_the_edition(document: Document, draft: Draft, name: str) -> str:
    """大会在成都开幕 behind 第一届(2009年): is that of the first one."""
    label = _EDITION.match(document.text, *document.blocks[draft.block].at)
    known = label is None or draft.at.start < label.end() or "届" in name or "屆" in name
    if label is None or known or len(name) > LONGEST - len(label[1]) or not _HELD_AGAIN.match(fold(name)):
        return name
    return f"{raw_words(document, [Span(*label.span(1))])}{name}"


_OUR_HOUSE = re.compile("^[本我][馆园院店校司厅](?=.{2})")
_EDITION = re.compile(r"[ #*\d.、]{0,6}((?:第[一二三四五六七八九十\d]{1,3}|首)[届季])(?: ?\([^()]{4,12}\))?:")
_HELD_AGAIN = re.compile(
    rf"(?:“[^“”]{{2,20}}”[^,。“”的在于]{{0,8}}?|(?![本该此])[^,。“”的在于]{{0,8}}?){branch(words('noun'))}"
)


def of_the_feast(document: Document, name: str) -> str:
    """放假 and 闭馆 of a paper on one feast are those of that feast: 国庆节放假."""
    about = topic(document) if _SHUT.fullmatch(fold(name)) else None
    feasts = list(_FEASTS.finditer(document.text, *about)) if about else []
    return f"{raw_words(document, [Span(*feasts[0].span())])}{name}" if len(feasts) == 1 else name


_SHUT = re.compile(
    "(?:全[天日校馆园厂]|统一|暂停?)?(?:放假|休假|休息|调休|[闭休停歇][馆园市诊业课]|停止营业)(?:调休)?|(?:照常|正常)开放"
)
_FEASTS = re.compile("元旦|春节|清明节?|五一|劳动节|端午节?|中秋节?|国庆节?")
_SIGNED = 14  # characters of a house
_OPEN_OR_SHUT = re.compile(
    r"(?:(?:全[天日馆园]|暂停?时?|临时|正常|恢复|继续|照常|正式|重新|对外|实行){0,3})"
    r"(?:[开闭休停][馆园业诊店]|营业|歇业|休业|开放|放假|服务|办公|停止服务|停止开放)"
    r"(?:[一二两三四五六七八九十\d]{1,3}(?:天|日|周|个?月))?"
)
_BRACKETED = re.compile(r"[【〔]([^】〕]{3,20})[】〕]")
_THING = re.compile(rf"[^ ,。;:!?“”《》()【】]{{2,16}}?{branch(words('noun'))}(?![一-鿿]?{branch(words('noun'))})")


def _thing(document: Document, about: Span) -> Span | None:
    """Of 江岸马拉松喜迎十周年 the thing that the headline begins with; of 【江岸音乐节】… what it is headed."""
    text = document.text
    if (bracketed := _BRACKETED.match(text, *about)) and bracketed[1].endswith(_WHOLE):
        return Span(*bracketed.span(1))
    thing = _THING.match(text, *about)
    if thing is None or verbs(thing[0]) or _NO_THING.search(thing[0]):
        return None
    return Span(*thing.span()) if verbs(text[thing.end() : thing.end() + 6]) or is_name(thing[0]) else None


_NO_THING = re.compile("[的了将在为被把从于]|^[本此这该各今明昨]")


def _is_stage(name: str) -> bool:
    """Whether a name is but a deed or a step: 施行, 口试, 开始登记."""
    if _BY_ITSELF.match(name):
        return False
    known = verbs(name)
    return bool(known and known[0][0].start == 0) or name in words("noun") or _STEP.fullmatch(name) is not None


_BY_ITSELF = re.compile(r"停[水电气暖用]|断[水电网]|封路|放假")  # no step of the 社区活动 in the headline
_STEP = re.compile(
    r"第[一二三四五六七八九十\d]{1,3}(?:轮|场|站|期|批|阶段)|(?:正式|即将|全部)?"
    r"(?:结束|截止|推迟|延[期后]|改期|取消|恢复|开售|停售|开抢|售罄|休会|复会|离会|放榜|揭晓|截稿|生效|起效|收官|落幕|终止)"
)


_LIST = ("新闻稿", "列表", "首页", "目录", "新闻", "消息", "记录", "周报", "月报", "简报")  # names of pages
_STAGE = 4  # characters of a title that is but a step of something
_PAPER = re.compile(
    r"(?:时间|日程)?(?:公告|通知|通告|简章|启事|须知|日程|安排|节点|时间|表|一览|行事历|校历|日历|月历)$"
)
_THIS_ONE = re.compile(
    r"(?:本次|此次|这次|该|本届)?(活动|会议|大会|比赛|大赛|论坛|讲座|仪式|展览|考试|培训|课程|庙会|音乐会|演唱会)"
    r"(?:在?[^,“《]{0,4}(?:准时|正式|顺利|圆满|如期)?(?:开始|结束|举[行办]|闭幕|开幕|启动|落幕|延期|取消|举行完毕))"
)
_HELD_AT = re.compile(r"[^“《,]{0,10}(?:举行|举办|召开|开展)(?:了)?([^“《,]{2,5})")  # 大厅举行开幕式
_FILLERS = ("系列活动", "活动行程", "活动流程", "活动", "启动仪式", "开幕式", "闭幕式")


def _quoted_name(document: Document) -> str:
    """The one name in quotation marks in what a document is about: a 开幕式 is that of “甲”."""
    about = topic(document)
    names = list(_OWN_NAMES.finditer(document.text, *about)) if about else []
    said = len(names) == 1 and _IS_SAID.search(names[0][0]) is not None  # “这样的画面很美” is the name of nothing
    return raw_words(document, [Span(*names[0].span())]) if len(names) == 1 and not said else ""


_IS_SAID = re.compile("很|非常|真的|[吗呢吧][”?!]|[我你您]")
_OWN_NAMES = re.compile(r"“[^“”]{2,20}”|《[^《》]{2,20}》")
