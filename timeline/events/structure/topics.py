"""A document -> what it is about: its title as it is printed, the thing in it, whom its annals are of."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.events.language.words import pattern, words
from timeline.events.structure.keys import is_detail, key_class
from timeline.model import Block, Document, Role, Span

_NOTICE = re.compile(
    r"(?:关于)?(?:组织|做好|认真|开展|举办|召开|举行|印发|公布|发布|进一步){0,4}(.{2,}?)的?"
    r"(?:通知|公告|通告|函|意见|决定|方案|办法|规定)?$"
)
_PAPER = re.compile(r"(.{2,}?)的?(?:通知|通告|公告|启事)$")  # 运动会通告 is the paper, 运动会 the thing
_SCHEDULE = re.compile(r"(.{6,}?)(?:时间|日程|活动|会议|大会)?(?:日程表?|议程表?|安排表?|预告|一览表?|时间表)$")
_GUIDE = re.compile(r"(.{4,}?)(?:赛事|参赛|参会|观赛|观展)?(?:指南|须知|秩序册|手册)$")  # of a race, not of a house
_SITE_NAME = re.compile(r" [-—|_] .*$")
_ISSUE = re.compile(r"(?<=[一-鿿]{2}) ?20\d\d-\d\d?-\d\d?$")  # 校园消息2024-10-11: the day of the issue is no name

_TITLED = re.compile(r"title ?[:=] ?[\"']?")
_SIGNED = re.compile(r"(?:\d{4}|[一二][〇零一二三四五六七八九]{3})年[^,。]{1,8}日于")

_PART = re.compile(r"[# ]{0,7}[一二三四五六七八九十]{1,2}、")  # 一、考聘条件: the first of its sections


def _entitles(document: Document, block: Block) -> bool:
    """Whether a block names the document; who signs it on which day does not."""
    named = block.role is Role.TITLE or (block.role is Role.HEADING and block.level == 1)
    if is_page(document.text[block.at.start : min(block.at.end, block.at.start + _PAGE)]):
        return False
    return named and not (_SIGNED.match(document.text, block.at.start) or _PART.match(document.text, block.at.start))


@lru_cache(maxsize=4)  # asked of one document for each of its lines
def heading(document: Document) -> Span | None:
    """The title line of a document as it is printed: an issuer before 关于 is told by the signature."""
    for block in document.blocks:
        if _entitles(document, block):
            text = block.at.of(document.text)
            start = len(text) - len(text.lstrip("# "))
            about = text.find("关于")
            return Span(block.at.start + (about if about > start and len(text) - start > 30 else start), block.at.end)
    return None


@lru_cache(maxsize=4)
def topic(document: Document) -> Span | None:
    r"""What the document is about: its title without 关于…的通知 and the name of the site.

    >>> from timeline.text import document
    >>> notice = document("示例", "关于组织开展第三十次全国助残日活动的通知\n各有关单位:")
    >>> topic(notice).of(notice.text)
    '第三十次全国助残日活动'
    >>> for name in ("关于召开培训会的通知", "茶艺讲座通知", "江岸镇人民政府通知"):
    ...     print(topic(document("示例", f"{name}\n时间:10月12日")).of(name))
    培训会
    茶艺讲座
    江岸镇人民政府通知
    """
    for block in document.blocks:
        text = block.at.of(document.text)
        if block.role is Role.META and (match := _TITLED.match(text)):
            start = match.end()
            return Span(block.at.start + start, block.at.start + len(text.rstrip(" \"'")))
        if _entitles(document, block):
            if _LETTER.fullmatch(text) and (subject := _subject(document)):
                return subject
            start = len(text) - len(text.lstrip("# "))
            text = _ISSUE.sub("", _SITE_NAME.sub("", text)).rstrip()
            if notice := named_by_notice(document, Span(block.at.start, block.at.start + len(text))):
                return notice
            text = text.rstrip(" !?")
            start += flag.end() - start if (flag := _FLAG.match(text, start)) else 0
            text = text[: called.end(1)] if (called := _CALLS.match(text, start)) else text
            thing, comma, rest = text.partition(",")
            if comma and len(rest) <= _CALL and thing.endswith(words("noun")) and len(thing) - start >= _THING:
                text = thing  # 慢速垒球锦标赛,准备开打
            match = _SCHEDULE.match(text, start)
            paper = None if match else _PAPER.match(text, start) or _GUIDE.match(text, start)
            if paper and paper[1].endswith(words("noun")):
                match = paper
            span = match.span(1) if match else (start, len(text))
            named = _OWN_NAME.findall(text[slice(*span)]) if span[1] - span[0] > _HEADLINE else []
            ends = text.rstrip("!? ").endswith("”")
            if len(named) == 1 and (ends or named[0].endswith(words("noun"))):
                span = (text.index(named[0]), text.index(named[0]) + len(named[0]))
            return Span(block.at.start + span[0], block.at.start + span[1])
    return _called(document)


@lru_cache(maxsize=4)
def is_issue(document: Document) -> bool:
    r"""Whether the title is that of an issue, what a paper is called and its day: each thing in it has its own name.

    >>> from timeline.text import document
    >>> is_issue(document("示例", "# 校园消息 2024-10-11\n## 口语角")), is_issue(document("示例", "# 音乐会\n## 票价"))
    (True, False)
    """
    first = next((block for block in document.blocks if _entitles(document, block)), None)
    return first is not None and _ISSUE.search(first.at.of(document.text)) is not None


# 某市政府 公告, and below it 主旨:公告某路段管制措施,请查照。
_LETTER = re.compile(r"[# ]*[\u4e00-\u9fff ]{2,30}?(?:公告|书?函|令|(?:开会|会勘)?通知单?)(?: *[(].{1,6}[)])?")
_SUBJECT = re.compile(
    r" ?(?:主旨|案由|(?:开会)?事由) ?: ?(?:公告|公布|检送|函转|函送|转知|预告|有关|关于|为|修正|订定)?"
    r"(?:本[市县校府所局院区])?([^,。;]{6,60})"
)


def _subject(document: Document) -> Span | None:
    """What a letter of an office is about."""
    for block in document.blocks[:_LETTERHEAD]:
        if match := _SUBJECT.match(document.text, *block.at):
            return Span(*match.span(1))
    return None


_LETTERHEAD = 14  # lines of a letter in which its subject stands
# 【公告】 before the name of what is announced; 合唱班开始招生了,欢迎报名 behind it.
_FLAG = re.compile(
    r"[【\[〔(](?:公告|转知|转发|新闻稿?|新闻发布|通知|讯息|活动讯息|活动|重要|最新消息?|置顶|[徵征]才|研习|宣导|公告事项)"
    r"[】\]〕)] ?(?=.{6})"
)
_CALLS = re.compile(
    r"([^,!?。:;]{4,30}?)(?:即将|现正|火热|热烈|开放|开始|受理|正式|延长){0,3}"
    r"(?:招生|招募|报名|开跑|登场|起跑|开课|征件|征选|徵件|徵选)(?:了|中|啰|啦)?(?:[,!?~]|$)"
)
_CALL, _THING = 8, 8  # characters of a call behind the name of a thing, and of that name
_OWN_NAME = re.compile("“([^“”]{6,36})”")
_HEADLINE = 20  # characters of a headline that is more than the one name in it

_ANNALS = re.compile(
    r"(?!大事|主要|重要|重大|历[年史]|基本|个人)([\u4e00-\u9fff·]{2,12}?)(?:同志|先生|女士|教授|公司简史)?的?"
    r"(?:大事年?表|大?[年纪]表|年谱|生平|大事[记年]|沿革|发展历程|历程|[校馆院厂社]史|简历|履历|略历|简史|发展史|\()"
)


def annals_of(document: Document) -> Span | None:
    r"""Of whom or what the title says that the text is a life, a list of years, a history.

    >>> from timeline.text import document
    >>> school = document("示例", "# 江岸中学校史沿革\n1907年创办。")
    >>> annals_of(school).of(school.text)
    '江岸中学'
    >>> annals_of(document("示例", "# 销售部周报(2026年第5周)\n周一召开例会。"))
    """
    about = topic(document)
    match = _ANNALS.match(document.text, *about) if about else None
    if match is None or match[1].endswith(_PAPERS) or match[1] in _PARTS:
        return None
    name = _CHRONICLE.sub("", match[1])
    return Span(match.start(1), match.start(1) + len(name)) if name not in _BOOKS else None


_BOOKS = frozenset(
    ("县志", "市志", "区志", "镇志", "乡志", "村志", "校志", "厂志", "县", "市", "区", "镇", "乡", "村")
)  # do nothing
_CHRONICLE = re.compile(r"(?<=.[县市镇乡村区])志·?$|(?<=.{2})·$")
# 市场部周报(第46周) tells nobody's life: a paper does nothing itself.
_PAPERS = (
    "周报", "月报", "季报", "年报", "简报", "快报", "通报", "报告", "公报", "公告", "通告", "通知", "纪要", "记录",
    "总结", "计划", "方案", "日程", "安排", "启事", "声明", "须知", "函", "一览", "清单", "公示", "公开",
)  # fmt: skip

_PARTS = (
    "历史",
    "发展",
    "建置",
    "行政",
    "机构",
    "地名",
    "人事",
    "主要",
    "重要",
    "历年",
    "年度",
)  # 历史沿革 is nobody's

_CALLED = re.compile(r"[^。!?:;|(]{4,30}(?=[!?(]|$)")


def _called(document: Document) -> Span | None:
    """The first line of a text without a title, where it names a thing: 城市马拉松(报名截止!)."""
    first = document.blocks[0] if document.blocks else None
    if first is None or first.at.end - first.at.start > _PAGE or first.role in (Role.META, Role.ITEM):
        return None
    if document.text.startswith("#", first.at.start):
        return None  # the first of several sections
    match = _CALLED.match(document.text, *first.at)
    named = match is not None and match[0].rstrip().endswith((*words("noun"), "”", "》"))
    return Span(*match.span()) if match and named and "。" not in first.at.of(document.text) else None


def named_by_notice(document: Document, at: Span) -> Span | None:
    r"""What a line 关于…的通知 is about.

    >>> from timeline.text import document
    >>> notice = document("示例", "关于开展科研实训课程的通知\n上课时间:10月12日")
    >>> named_by_notice(notice, notice.blocks[0].at).of(notice.text)
    '科研实训课程'
    """
    text = at.of(document.text)
    match = _NOTICE.match(text, text.find("关于")) if "关于" in text else None
    return Span(at.start + match.start(1), at.start + match.end(1)) if match else None


_PAGE = 90  # characters of a line of the page


def is_page(text: str) -> bool:
    """Whether a short line is furniture of the page.

    >>> is_page("来源: 最后更新:22-10-29"), is_page("摩天岭登山赛")
    (True, False)
    """
    return len(text) < _PAGE and pattern("page").search(text) is not None


def is_generic(text: str) -> bool:
    """Whether a heading names no thing: 活动资讯, 时间."""
    plain = text.strip("#*> :-·•【】[]〔〕")
    return plain.endswith(words("generic")) or key_class(plain) is not None or is_detail(plain)
