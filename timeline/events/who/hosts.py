"""The lines of a document that say whose what it tells is: 主办单位:…, 展览由…主办, its source, whoever signs it."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.events.drafts import Draft
from timeline.events.language.segment import tags
from timeline.events.language.words import branch, verbs, words
from timeline.events.structure.topics import topic
from timeline.events.who.bodies import ENDS, bodies
from timeline.model import Document, Role, Span

_LOOKED_AT = 240  # characters of a draft in which a thing is looked for
_SOURCE = re.compile(r"(?:信息来源|来源|发布机构|发文机关|发布单位|供稿|供稿单位) ?: ?([^ ,。:|]{2,24})")
_MEDIA = re.compile(r"(?:[报网社台刊]|客户端|公众号|微信|频道|新闻|中心)$")


@lru_cache(maxsize=4)  # asked of one document for each of its events
def issuer_of(document: Document) -> tuple[str, ...]:
    """The body whose own report or notice the document is: its source, unless that is a paper, or who signs it."""
    blocks = document.blocks
    for block in blocks[:6]:
        for match in _SOURCE.finditer(block.at.of(document.text)):
            at = Span(block.at.start + match.start(1), block.at.start + match.end(1))
            if not _MEDIA.search(match[1]) and (found := bodies(document, at)):
                return found
    for block in blocks[-4:]:
        text = block.at.of(document.text)
        if block.role is Role.HEADING:
            continue  # 东海县卫生局: what the lines below are about
        if len(text) <= 30 and not re.search(r"[\dA-Za-z]", text) and (found := bodies(document, block.at)):
            return found
    return ()


@lru_cache(maxsize=4)  # asked of one document for each of its events
def headed_by(document: Document) -> tuple[str, ...]:
    r"""The body whose own events a document tells: its headline is the name, or begins with it and names an event.

    >>> from timeline.text import document
    >>> headed_by(document("示例", "江岸市图书馆读书节活动安排\n5月3日 开幕式"))
    ('江岸市图书馆',)
    >>> headed_by(document("示例", "图书馆停电\n5月3日"))
    ()
    """
    about = topic(document)
    text = about.of(document.text)[:_HEADLINE] if about else ""
    for end in reversed([match.end() for match in _NAME_END.finditer(text[:_LONGEST])]):
        name, rest = text[:end], text[end:]
        if len(name) < _NAMED or _NO_HEAD.search(name) or _NO_EVENT.match(rest) or _tells(name):
            continue
        if about and (_EVENT.search(rest) or (not rest and name.endswith(_TEMPLES))):
            return bodies(document, Span(about.start, about.start + end), named=name.endswith(_TEMPLES))
    return ()


@lru_cache(maxsize=4)  # asked of one document for each of its events
def issued_by(document: Document) -> tuple[str, ...]:
    r"""Whose notice, rule or decision a page is, as its title says.

    >>> from timeline.text import document
    >>> issued_by(document("示例", "江岸市教育局关于春游安全的通知\n5月3日"))
    ('江岸市教育局',)
    >>> issued_by(document("示例", "村民关于修路的建议\n5月3日"))
    ()
    """
    head = next((block for block in document.blocks[:_TOP] if block.role is Role.TITLE), None)
    match = _ISSUES.match(document.text, *head.at) if head else None
    return bodies(document, Span(*match.span(1))) if match else ()


_TOP = 6  # blocks
_ISSUES = re.compile(
    r"[# ]{0,8}([^,。:\n]{2,40}?)关于[^。\n]{2,80}?的?(?:通知|公告|通告|通报|规定|决定|意见|办法|规则|细则|条例|批复"
    r"|函|公示|方案|决议|倡议书?)"
)


@lru_cache(maxsize=4)  # asked of one document for each of its events
def _openings(document: Document) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The paragraphs that say who holds what is listed below them: 学生会举办系列活动,安排如下."""
    found = []
    for number, block in enumerate(document.blocks[:_OPENS]):
        text = block.at.of(document.text)
        match = _BELOW.search(text) and _HOLDS.search(text)
        who = _WHEN_OR_HOW.sub("", match[1]) if match else ""
        if not match or not who:
            continue
        start = block.at.start + match.start(1)
        if hosts := bodies(document, Span(start, start + len(who)), named=who.endswith(_CLUBS)):
            found.append((number, hosts))
    return tuple(found)


def opened_by(document: Document, number: int) -> tuple[str, ...]:
    r"""Who holds the things of a list, as the paragraph above it says.

    >>> from timeline.text import document
    >>> opened_by(document("示例", "迎新\n江岸大学读书会将于9月举办系列活动,安排如下:\n9月3日 朗诵会"), 2)
    ('江岸大学读书会',)
    """
    return next((hosts for line, hosts in reversed(_openings(document)) if line < number), ())


_CLUBS = ("会", "社", "团", "队")  # 读书会, 诗社: bodies of those who hold something
_OPENS = 12  # blocks in which a text says who holds what follows
_BELOW = re.compile(r"(?:如下|见下表)[^,。]{0,4}[:。]?\s*$")
_HOLDS = re.compile(
    r"(?:^|[,。:]|由)((?![为在随])[^,。:“”]{2,40}?)(?:举办|举行|开展|推出|组织|主办|策划|筹办|启动)(?!的|者|方|单位|以来)"
)
_WHEN_OR_HOW = re.compile(
    r"(?:将|拟|定于|计划|特别?|现|决定|准备|即将|联合|共同|精心|隆重|继续|再次|[于在自从][^,]{1,24}|[\d年月日起至到~-]{2,24}|今年|本周|下周|[春夏秋冬]季)+$"
)


def _tells(name: str) -> bool:
    """Whether words that end as a body does tell a deed: 残联组织四场特殊教育学校."""
    return bool(verbs(name)) or any(len(word) > 1 and tag[:1] in "vd" and tag != "vn" for word, tag in tags(name))


_HEADLINE, _LONGEST, _NAMED = 60, 20, 3  # characters of a headline, of the name that it begins with
_TEMPLES = ("宫", "庙", "寺")
_NAME_END = re.compile(branch((*ENDS, *_TEMPLES)))
_NO_HEAD = re.compile(
    r"[^\u4e00-\u9fff]|[的与和及]|组织|^[各全本我某]|建[宫庙寺]$|(?:开发区|街道|社区|单位|机构|部门)$"
)
_NO_EVENT = re.compile(
    r"[会旁前内外附对门口路站周]|[\u4e00-\u9fff]{0,4}(?:长|主任|书记|主席|理事|代表|委员)|发生|爆|起火|[被获与和、的:]"
    r"|[\u4e00-\u9fff]{0,6}(?:学生|教授|专家)"
)
_EVENT = re.compile(branch((*words("noun"), "甄选", "招聘", "招生", "招考", "公告", "通知", "通告", "开放")))


def host_of(document: Document, draft: Draft) -> tuple[str, ...]:
    """Whom the document names as host of what a draft tells: 主办单位:… on a line of its own, the nearest of several.

    Among the keys of one event it holds for that event; at the head or foot of the text it holds for all.
    """
    groups = _host_lines(document)
    if not groups:
        return ()
    line, found = min(groups, key=lambda group: (abs(group[0] - draft.block), group[0] < draft.block))
    ends = line <= _HEAD or line >= len(document.blocks) - _FOOT
    keyed = draft.rule in ("keys and values", "second key")
    return found if ends or not keyed or abs(line - draft.block) <= _GROUP else ()


_HEAD, _FOOT, _GROUP = 15, 10, 8  # lines


@lru_cache(maxsize=4)  # asked of one document for each of its events
def _host_lines(document: Document) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The lines that name hosts, in groups: 主办单位:… begins one, 承办单位:… goes on with it."""
    groups: list[tuple[int, list[str]]] = []
    for number, block in enumerate(document.blocks):
        text = block.at.of(document.text)
        if _HOST_HEADING.fullmatch(text):
            if not groups or "主" in text:
                groups.append((number, []))
            groups[-1][1].extend(_names_below(document, number))
        elif match := _HOST_LINE.match(text):
            at = Span(block.at.start + match.end(), block.at.start + len(text.rstrip(" 。.;")))
            if not groups or "主" in match[0]:
                groups.append((number, []))
            groups[-1][1].extend(bodies(document, at, named=True))
    return tuple((number, tuple(dict.fromkeys(found))[:8]) for number, found in groups if found)


def _bodies_of_line(document: Document, at: Span) -> tuple[str, ...]:
    """The bodies of a line that names nothing else, whose ends are those of bodies or 会."""
    text = at.of(document.text).rstrip(" *")
    return bodies(document, at, named=text.endswith((*ENDS, *_CLUBS)))


def _names_below(document: Document, number: int) -> list[str]:
    """The bodies below a line that says 主办单位 and no more, one a line."""
    found: list[str] = []
    for block in document.blocks[number + 1 : number + 1 + _GROUP]:
        text = block.at.of(document.text)
        if (
            len(text) > _LONGEST_BODY
            or re.search(r"[:,。\d]", text)
            or not (names := _bodies_of_line(document, block.at))
        ):
            break
        found.extend(names)
    return found


_LONGEST_BODY = 40  # characters of a line that names a body or several
_HOST_HEADING = re.compile(
    r"[^一-鿿]{0,6}(?:[一二三四五六七八九十]{1,3}[、)]? ?)?(?:主办|承办)(?:单位|机关|机构|方)[^一-鿿]{0,4}"
)
_HOST_LINE = re.compile(
    r"[^\u4e00-\u9fff]{0,4}(?:[一二三四五六七八九十]{1,3}[、)]? ?)?"
    r"(?:(?:主办|承办)(?:单位|机关|方|机构)? ?[:|│] ?|(?:主办|承办)(?:单位|机关|机构) )(?=[^ ]{2})"
)


# A paragraph that says whose a thing is, and does not say when: 展览由甲、乙联合主办,…
_WHOSE = re.compile(
    r"(?:^|[\n。])[ #*]*(?:据悉,|据了解,)?([^,。;\n由]{2,24}?)(?:是)?由(?!于)([^。;\n“”]{2,120}?)(?:联合|共同|携手)*"
    r"(?:主办|合办)(?=[,、。;的\n]|$)"
)
_THIS_THING = re.compile(r"^(?:此次|本次|这次|本届|此届|此项|该项?|这项|这场)(?=.{2})")
_REACH = 6  # blocks over which a thing is still what was told of


@lru_cache(maxsize=4)  # asked of one document for each of its events
def _hostings(document: Document) -> tuple[tuple[int, str, tuple[str, ...]], ...]:
    """Where the text says whose a thing is: the place, what the thing is called, its hosts."""
    if "由" not in document.text or "办" not in document.text:
        return ()
    found = []
    for match in _WHOSE.finditer(document.text):
        hosts = bodies(document, Span(*match.span(2)), named=True)
        if hosts and not re.search(r"\d[年月日]", match[0]):
            found.append((match.start(1), match[1].strip("“”《》 "), hosts))
    return tuple(found)


def told_below(document: Document, draft: Draft) -> tuple[str, ...]:
    """Whom a later paragraph names as host of the same thing."""
    told = draft.at.of(document.text)[:_LOOKED_AT]
    last = min(draft.block + _REACH, len(document.blocks) - 1)
    for start, thing, hosts in _hostings(document):
        if not draft.at.end <= start <= document.blocks[last].at.end:
            continue
        thing = _THIS_THING.sub("", thing)
        if thing in told or (thing[-2:] in told and thing.endswith(words("noun"))):
            return hosts
    return ()
