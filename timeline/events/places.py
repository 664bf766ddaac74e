"""Where it happened: the nearest place that is said — in the clause, else by the heading, else by the document.

Every pattern is a row with an example; an organisation is no place.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.events.divisions import Path, common, county_of, named, path_of
from timeline.events.drafts import raw_words
from timeline.events.words import branch, verbs, words
from timeline.model import Block, Document, Role, Script, Span

_DONE = branch(
    {word for section in ("hold", "act", "publish", "visit") for word in words(section, "verbs")}
    | {
        "制造",
        "引爆",
        "部署",
        "看望",
        "接受",
        "取得",
        "打点滴",
        "治疗",
        "工作",
        "就读",
        "焕新",
        "联合",
        "同步",
        "正式",
        "成功",
        "隆重",
        "顺利",
        "进行",
        "亮相",
        "开讲",
        "落户",
    }
)
_SITES = branch(words("premises"))
_ABROAD = branch(words("abroad"))
ABROAD = re.compile(_ABROAD)
_P = r"([^,。;:、“”()\0]{2,36}?)"


class Pattern(NamedTuple):
    """A pattern whose first group is the place, and a clause with its place."""

    name: str
    search: re.Pattern[str]
    examples: dict[str, str]


PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "born",
        re.compile(
            rf"(?:出生于|生于|葬于|定居|移驻|迁治|还都|退守|迁往|迁入|逃往|来到|进犯|攻占|走进|莅临|抵达){_P}(?=[,。;、(“]|$|与|并|分享|开展|视察|看望|调研|指导|办公)"
        ),
        {"他1968年出生于新疆乌鲁木齐": "新疆乌鲁木齐", "代表来到虹口区第一市民驿站": "虹口区第一市民驿站"},
    ),
    Pattern(
        "held at",
        re.compile(rf"(?:在|(?<![关对由终属等基])于)(?:位于)?{_P}(?=(?:\([^()\0]{{1,40}}\))?内?{_DONE})"),
        {
            "启动仪式在南开区水上公园街举行": "南开区水上公园街",
            "告别仪式将于石家庄市殡仪馆永安厅举行": "石家庄市殡仪馆永安厅",
        },
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
        "gone to",
        re.compile(
            rf"(?:赴|深入|前往|走访了|走访慰问了|送往|送到了?|接到了?|(?<![受达得收感看提直遭涉迁做办])到了?){_P}(?=[一等,。;、]|$|调研|视察|看望|慰问|考察|开展|参观|受降|抢救)"
        ),
        {"副省长赴郑州市康复中心调研": "郑州市康复中心"},
    ),
    Pattern(
        "inside",
        re.compile(rf"在([^,。;:、“”\0]{{1,24}}?{branch(words('site', 'ends'))})[^,。]{{0,4}}[内里外](?=[^,。]{{2}})"),
        {"儿童仍在沙河医院观察室内打点滴": "沙河医院"},
    ),
    Pattern(
        "happened at",
        re.compile(
            r"(?:^|[\0,])([^,。;:、“”()\0将把至]{2,24}?(?:区|市|县|镇|乡|村|路|站|处|城|港|岛|附近|一带|工厂|幼儿园))"
            r"(?=发生|因|爆发|突发|,)"
        ),
        {"某省代法莱市山区发生事故": "某省代法莱市山区"},
    ),
    Pattern(
        "dated at", re.compile(r"\0,?([^,。;:、“”的\0]{2,12}?)(?=召开|举行|举办)"), {"在\0深圳召开的现场会": "深圳"}
    ),
    Pattern(
        "at a site",
        re.compile(
            rf"(?:在|(?<![关对由终属等基位])于)([^,。;:、“”()\0]{{1,18}}?{_SITES}(?:[^,。;:、“”()\0的在于]{{0,4}}{_SITES})?)"
            r"(?=[^的等\0方口][^,。]|对开)"
        ),
        {"疑犯在粉岭裁判法院提堂": "粉岭裁判法院", "将在思明校区南校门口设接待点": "思明校区南校门口"},
    ),
    Pattern(
        "arrived at",
        re.compile(
            rf"(?:送往|送到|送交|送至|到达|达到|抵达|抵|降落|落地|驻驾|夜宿|涌入)([^,。;:、“”()\0]{{1,14}}?{_SITES})"
        ),
        {"由救护车送往屯门医院接受抢救": "屯门医院", "驻驾彰化市天后宫": "彰化市天后宫"},
    ),
    Pattern(
        "off a road",
        re.compile(r"(?:在|于)([^,。;:、“”()\0]{1,14}?(?:路|街|大道|公路)(?:\d{1,4}号)?)(?=对开|附近|交界|路口)"),
        {"男子怀疑在鸣琴路95号对开跌倒": "鸣琴路95号"},
    ),
    Pattern(
        "its own garden",
        re.compile(r"^[\0 ,]*([^,。;:、“”()\0的]{2,12}?(?:公园|乐园|动物园|植物园))(?=(?:于|在|将)?\0)"),
        {"石景山游乐园于\0举办庙会": "石景山游乐园"},
    ),
    Pattern(
        "opens with",
        re.compile(
            rf"(?:^|\0),?[ ]?([^,。;:、“”()\0的在于]{{2,14}}?{_SITES}(?:\d{{1,2}}楼)?)"
            r"(?=有|发生|因|爆发|突发|起火|内|一间|附近|对开)"
        ),
        {"观塘道天桥有车辆起火": "观塘道天桥"},
    ),
    Pattern(
        "climbed",
        re.compile(r"(?:登上|登顶|攀登)([^,。;:、“”()\0]{1,9}?(?<!高)[峰山岛])"),
        {"圣火登上珠穆朗玛峰": "珠穆朗玛峰"},
    ),
    Pattern(
        "abroad",
        re.compile(
            rf"(?:在|于|飞往|飞抵|访问|赶赴)({_ABROAD})(?=[^人籍队的和与及、]|$)"
            rf"|[会赛杯展节赛 ]({_ABROAD}[^,。;:、“”()\0]{{0,4}})$"
        ),
        {"客机在越南失去信号": "越南"},
    ),
    Pattern(
        "behind its date",
        re.compile(
            rf"\0[, ]{{1,3}}([^,。;:、“”()\0的]{{1,16}}?{branch(words('site', 'ends'))}"
            r"(?:[一二三四五六七八九十\d]{1,4}[楼层号室][^,。;:、“”()\0的]{0,6})?)(?=[。;]|$)"
        ),
        {"开幕式:\0,街道美术馆二楼展厅": "街道美术馆二楼展厅"},
    ),
    Pattern("at", re.compile(rf"^(?:\0|,)*在{_P}(?=,|$)"), {"在包头市康复中心,相关人员察看": "包头市康复中心"}),
)
_SITE = re.compile(
    rf"{branch(words('site', 'ends'))}(?:[A-Za-z\d\-]{{1,10}}|[一二三四五六七八九十\d]{{1,4}}[楼层号室]|内|里)?$"
)
_PREMISES = ("ended at", "at a site", "off a road", "arrived at", "behind its date")
_OWN_HOUSE = re.compile(r"[本该我](?:[署局馆校院会社司府园]|公司|中心)(?=.{2})")  # 于本署培训中心: the name is 培训中心
_OPENING = 120  # characters in which a document names the division that it is about
_ADDRESS = re.compile(r"\([^()]{0,60}\)$")
_OFFICE = re.compile(r"(?:残联|联合会|局|厅|委|政府|部门|公司|办公室|通知|电话)$")
_NO_SITE = re.compile(
    r"^(?:其|此|近|今|明|昨|上半|下半|年|月|该|这|本|会上|全|各|线上|网上|新媒体|媒体|平台|基础|同时|过程|期间|现场|活动|我|他|她|一|大会|会议|中$|前$|后$|.{0,12}(?:指导|支持|领导|帮助|陪同|协助|推动|努力|引导|号召|情况|背景|框架|形势|条件|方面|过程|会议|会|基础|工作)(?:下|上|中)?$)|.*(?:日报|平台|频率|官网|网站|微博|公众号|节目)"
)


def in_clause(
    document: Document, at: Span, dates: tuple[Span, ...], within: Path, *, premises: bool = False
) -> tuple[Span, ...]:
    """The place that the words of an event name, as stretches of clean text; empty where they name none.

    With `premises` only what is plainly done at some premises counts: it holds for a whole sentence.
    """
    text = document.text[at.start : min(at.end, at.start + 200)]
    for left, right in dates:
        if left < at.start + len(text) and right > at.start:
            left, right = max(left - at.start, 0), min(right - at.start, len(text))
            text = text[:left] + "\0" * (right - left) + text[right:]
    for row in PATTERNS:
        if premises and row.name not in _PREMISES:
            continue
        for match in row.search.finditer(text):
            if row.name == "at" and match.start() > 3:
                continue
            start, end = match.span(match.lastindex or 1)
            if own := _OWN_HOUSE.match(text, start, end):
                start = own.end()
            inner = re.search(r".*(?:在|于|位于)", text[start:end])
            if inner and end - start - inner.end() >= 2 and row.name == "held at":
                start += inner.end()
            words_ = text[start:end]
            if _NO_SITE.match(words_) or (verbs(words_) and row.name != "happened at"):
                continue
            if row.name == "dated at" and path_of(words_) is None:
                continue
            if row.name == "gone to" and _OFFICE.search(words_):
                continue
            motion = text[match.start() : start]
            short = (
                (row.name in ("held at", "left from", "abroad", "climbed") or motion.startswith(("赴", "前往")))
                and len(words_) <= 5
                and not words_.endswith(("上", "中", "下", "里", "时", "后", "前"))
            )
            if _SITE.search(words_) or short or next(named(words_, within), None):
                return (Span(at.start + start, at.start + end),)
    return ()


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


def first_division(document: Document, at: Span, within: Path) -> tuple[Span, Path] | None:
    """The first division that a stretch names, with those below it that follow at once: 江西省九江市永修县."""
    text = document.text[at.start : min(at.end, at.start + 120)]
    found: tuple[Span, Path] | None = None
    for span, path in named(text, within):
        if found and (span.start != found[0].end or path[: len(found[1])] != found[1]):
            break
        found = (Span(found[0].start if found else span.start, span.end), path)
    return (Span(at.start + found[0].start, at.start + found[0].end), found[1]) if found else None


def of_heading(document: Document, block: Block, within: Path) -> Path | None:
    """The division of a heading: 河北 alone on its line, 普陀:公益市集…

    Counties are known by their short names only below the document's own division.
    """
    text = block.at.of(document.text).strip("#>【】[] ")
    head, colon, _ = text.partition(":")
    if not colon and (len(text) > 12 or block.role is Role.PARAGRAPH):
        return None
    if len(head) > 10:
        return None
    return path_of(head, within) or (county_of(head, within) if within and len(head) <= 5 else None)


_BORN = re.compile(r"(?:生于|籍贯:?|祖籍|原籍|毕业于|任教于|就读于)$")


def _votes(text: str, until: int | None = None) -> list[Path]:
    """The divisions that a text names; names in a row (新疆乌鲁木齐) are one."""
    found: list[Path] = []
    end = born = -1
    for span, path in named(text):
        if until is not None and span.start >= until:
            break
        if _BORN.search(text, max(span.start - 6, 0), span.start) or span.start == born:
            born = span.end
            continue  # where somebody comes from is not where the text is set
        if span.start == end and found and path[:1] == found[-1][:1]:
            found[-1] = max(found[-1], path, key=len)
        else:
            found.append(path)
        end = span.end
    return found


def of_document(document: Document) -> Path:
    """The division that the document is about: the lowest that half of its places share, else the one it opens with."""
    votes = _votes(document.text[:6000])
    shared = common(votes)
    if not shared and len({path[0] for path in votes}) > 3:
        return ()
    opening = next(iter(_votes(document.text[: _OPENING + 10], _OPENING)), ())
    if not opening or (shared and opening[: len(shared)] == shared):
        return shared or opening
    return opening


def printed(document: Document, spans: tuple[Span, ...], section: Path) -> str:
    """A place in the document's own characters; the divisions above it stand before it where the table knows them."""
    place = raw_words(document, spans).strip(" ,，、")
    if document.script is Script.HANT or not section:
        return place
    folded = "".join(span.of(document.text) for span in spans)
    first = next(named(folded, section), None)
    if first is None or first[0].start != 0:
        return place
    span, path = first
    name = span.of(folded)
    if len(name) < len(folded) and not name.endswith(("省", "市", "区", "县", "旗", "州", "盟")):
        return place  # 内蒙古展销中心, 上海共青森林公园: part of a proper name
    if path[: len(section)] != section and section[: len(path)] != path:
        return place
    own = next((i for i, part in enumerate(path) if part.startswith(name[:2])), len(path) - 1)
    full = path[own] if path[own].startswith(name) else name
    return "".join(path[:own]) + full + place[len(name) :]


def name_of(path: Path) -> str:
    """The whole name of a division: 黑龙江省大庆市."""
    return "".join(path)
