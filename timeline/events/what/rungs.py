"""A clause -> what it names: a document, a thing that is held, a name in quotation marks.

A ladder: the first rung that holds cuts the title out of the clause. Every rung is a row with examples, and the
examples are run.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from timeline.events.language.phrases import HOLE, SHORTEST, Phrase, trim
from timeline.events.language.segment import is_name
from timeline.events.language.words import branch, verbs, words

_FULL = 26  # characters of a name with who holds it

_NOUNS = branch(words("noun"))
_ENDS_IN_NOUN = (*words("noun"), "”", "》", "站", "场", "期", "届", "会")
_PUBLISHED = re.compile(
    rf"{branch(words('publish', 'verbs'))}(了?的|了)?《[^》]{{2,60}}》(?:[^,。《》]{{0,4}}(?:通知|公告|意见|办法))?"
)
_MADE = re.compile(
    r"(?:订立|签订|签署|制定|核定|通过|审议|直播|播出|首发|上映|实施|作出|发出|推出|获|夺得|荣获|改为|更名为)(?:了)?《[^》]{2,60}》"
)
_IN_FORCE = re.compile(
    r"《[^》]{2,60}》(?:[^,。《》]{0,6}(?:施行|修正|修订|生效|实施|发布|公布|出版|上映|首演|公演|问世|成立|创刊))"
)


_OF_FORCE = re.compile(
    r"(?:施行|生效|实施|发布|公布|印发|出台|通过|颁布)的《[^》]{2,60}》(?=规定|要求|明确|提出|指出|对|将)"
)


_NO_SUBJECT = re.compile(
    r"[,“]|^各|^(?:我们|我会|我社)(?:准备|计划|打算|决定|拟|将)|^(?:[在于由以对从据按经](?![理典])|假(?=[^,]{3}))"
)


def _subject_before(clause: Phrase, start: int) -> Phrase:
    """Who stands before a verb, with the verb: nothing where it is long or no mere name."""
    head = trim(clause.cut(0, start))
    if 2 <= head.size <= 12 and not _NO_SUBJECT.search(head.text) and not verbs(head.text):
        return clause.cut(head.start - clause.start, start)
    name, hole, ground = head.text.partition(HOLE)
    if hole and 2 <= len(name) <= _SIGNER and is_name(name) and _GROUND.match(ground):
        return Phrase(name + HOLE * (start - (head.start - clause.start) - len(name)), head.start)
    return clause.cut(start, start)


_SIGNER = 16  # characters of who signs, with the office
_GROUND = re.compile(r"\0*(?:根据|依据?|按照?|依照)[^,]{2,30}$")  # 七日根据基本法第四十八条签署《条例》


_ONLY_KIND = re.compile("《(?:通知|通知书|决定|决定书|公告|通告|意见|批复|函|复函|协议|协议书|合同|声明|报告)》$")
_ENOUGH_TO_TELL = 24  # characters of who did it, and to whom


def _document_named(clause: Phrase) -> Phrase | None:
    """印发《X》, 《X》施行: the verb and the document, with who does it."""
    match = _PUBLISHED.search(clause.text) or _MADE.search(clause.text)
    if match:
        if match.re is _PUBLISHED and match[1]:
            clause = clause.without(*match.span(1))
        subject = _subject_before(clause, match.start())
        if not subject.size and _ONLY_KIND.search(match[0]) and 4 <= match.start() <= _ENOUGH_TO_TELL:
            subject = trim(clause.cut(0, match.start()))  # 甲向乙作出《通知》: the kind alone names nothing
        if subject.size + match.end() - match.start() <= 30:
            return Phrase(clause.text[subject.start - clause.start : match.end()], subject.start)
    if match := match or _IN_FORCE.search(clause.text):
        return clause.cut(*match.span())
    match = _OF_FORCE.search(clause.text)
    return clause.cut(*match.span()) if match else None


_AFTER_VERB = re.compile(r"(?:了|过|好|完)?(?:一场|一次|一批|首次|以下|多场次的|多场|各类|包括)?")
NEGATED = re.compile(r"(?:不宜|不得|不再|不予|停止|取消|暂停|推迟|禁止|未能?|尚未|拒绝|不|没有?)$")
_THEME = re.compile(r"以(“[^”]{2,30}”)为主题(?:内容)?的?(.{4,30})$")
_ATTRIBUTE = re.compile(r"^以[^,]{2,90}?为(?:主要)?(?:内容|形式|重点|载体|契机|主题)的")
BARE = re.compile(
    r"(?:(?:本次|此次|这次|该|一场|一次|非正式之?|相关|有关|上述|\d次)?"
    r"(?:活动|会议|通知|仪式|培训|工作|文件|决定|公告|讨论会议|大会|研究|讲话|考试|比赛|专版))$"
)
_LIST_OF = re.compile(r"等(?:多场次的?|系列|多项|多种|一系列|丰富多彩的)?([^、,]{2,14})$")
_ENOUGH = re.compile(r"等(?:多场次的?|系列|多项|多种|一系列|丰富多彩的|活动|主题)?[^,“]{0,3}$")


# 一场别开生面的, 内容丰富、生动有趣的: what somebody thinks of it.
_PRAISED = re.compile(
    r"(?:[一两三四数几\d]{0,2}[场次届台堂个项])?[^,的“《\0\d]{0,10}(?:隆重|盛大|精彩|热烈|丰富|有趣|难忘|多彩|生面|生动|温馨|感人|"
    r"激烈|简短|简朴|庄严|热闹|欢快|独特|有益|愉快|纷呈|隽永|浓厚|浓郁|盛况空前)的(?=[^的,]{4})"
)
_PLAIN = 4  # characters of a thing that has no name of its own
_WHOM = re.compile(r"[对向](?=[^,对向]{4,60}$)")
_DONE_TO_SOMEBODY = re.compile(
    "(?:访问|考察|视察|调研|慰问|走访|检查|督[导查]|巡[查视]|调查|审[理判查]|处罚|谈话|约谈|约见|采访|救[援助]|搜救|打击|制裁|改造|治疗|手术)$"
)
_CALLED = re.compile(r"“([^”]{4,30})”(?=会议?[纪记]录|[^,“]{0,4}(?:纪要|决议|结论|精神))")


_OF_WHOM = re.compile(r"其(?![他它中余实次间])|该(?!当)")


def _object(clause: Phrase) -> Phrase | None:
    """举办X: the X, with who holds it where X alone says too little."""
    for span, kind in verbs(clause.text):
        if (
            kind != "hold"
            or clause.text[span.end : span.end + 1] in ("的", "、")
            or NEGATED.search(clause.text[: span.start])
        ):
            continue
        start = _AFTER_VERB.match(clause.text, span.end).end()  # type: ignore[union-attr]
        held = clause.cut(start, len(clause.text))
        if match := _THEME.match(held.text):
            held = held.without(0, match.start(1)).without(match.end(1), match.start(2))
        elif match := _ATTRIBUTE.match(held.text):
            held = held.cut(match.end(), len(held.text))
        listed = _LIST_OF.search(held.text)
        if not (listed and listed[1].endswith(words("noun"))) and (match := _ENOUGH.search(held.text)):
            held = held.cut(0, match.start())
        held = trim(held)
        if _OF_WHOM.match(held.text):
            continue  # 画廊开设其首个空间: whose it is stands before the deed
        if match := _PRAISED.match(held.text):
            clause = clause.without(span.end, held.start - clause.start + match.end())
            held = held.cut(match.end(), len(held.text))
        if (match := _CALLED.match(held.text)) and match[1].endswith(words("noun")):
            held = held.cut(*match.span(1))
        if held.size < 4:
            continue
        to_whom = _WHOM.search(clause.text[: span.start]) is not None
        if to_whom and (held.size <= _PLAIN or _DONE_TO_SOMEBODY.search(held.text)):
            return None  # 对学校学生进行慰问活动, 对摩洛哥进行正式友好访问 says whom before
        if BARE.fullmatch(held.printed) or (held.size < SHORTEST and not held.text.endswith(words("noun"))):
            return None
        ends = [match.end() for match in re.finditer(_NOUNS, held.text)]
        if ends and ends[-1] < len(held.text) and verbs(held.text[ends[-1] :]):
            held = held.cut(0, ends[-1])
        subject = _subject_before(clause, span.start)
        end = held.start - clause.start + len(held.text)
        whole = Phrase(clause.text[subject.start - clause.start : end], subject.start)
        return whole if subject.size and held.size <= 10 and whole.size <= _FULL else held
    return None


_ADVERBS = "(?:将|已|也|还|正式|成功|同步|同时|如期|顺利|隆重|联合|现场|即将|拟|曾|首次|再次|陆续|集中|焕新|拉开帷幕)"
# 年会|在江岸馆举行, and 年会|日假江岸馆举办 behind its date
_HELD_END = re.compile(
    rf"{_ADVERBS}{{0,3}}(?:(?:正?在|于)(?=[^在于“”]*$)|(?<=[\0将拟])假(?=[^“”]{{2,}}$))|{_ADVERBS}{{1,3}}$"
)
_HOST = re.compile(
    r"^由?[^,“]{2,80}(?:[主承举协合联]办|组织|[策筹]划|策展|制作|出品|打造|推出|发起|创作)(?:[、,][^,的“]{2,24}(?:赞助|协办|支持|指导|承办|协力|合办)){0,3}的"
)
_APPOSED = re.compile(r"^“[^”]{2,40}”——(?=.{4})")
_BODIES = re.compile(rf"^[^“,]{{1,40}}?{branch(words('body', 'ends'))}(?=“)")


_PHASE = re.compile(
    "[初复预决]赛|仪式|典礼|[开闭]幕式|演出|首映|告别式|追[思悼]?[纪记]?念?会|公祭|记者会|座谈会|说明会|发[布表]会|[签见][书面]会|[婚葬丧]礼"
)


_PLACED_BEHIND = re.compile(rf"([^\0,在于]{{2,24}}(?:{_NOUNS}|[”》])){HOLE}+([^\0,在于将“《]{{2,8}})")


def _held(clause: Phrase) -> Phrase | None:
    """X在P举行: the X."""
    for span, kind in verbs(clause.text):
        if kind == "visit" or span.start < 5 or len(clause.text) - span.end > 8 or clause.text[span.end :][:1] == "的":
            continue  # 出席由同学会举办的年夜饭: by whom, and not what
        name = trim(clause.cut(0, span.start))
        if (placed := _PLACED_BEHIND.fullmatch(name.text)) and not verbs(placed[2]):
            name = trim(name.cut(0, placed.end(1)))  # 嘉年华|周日|江岸公园举行
        if name.text.startswith("由") and "的" not in name.text:
            return None  # 由协会在公园举办 says who, and not what
        if _PHASE.search(clause.text, span.end):
            return None  # 机器人大赛在科技馆举行决赛: of the contest the final
        for unwanted in (_APPOSED, _HOST):
            if match := unwanted.match(name.text):
                name = trim(name.cut(match.end(), len(name.text)))
        if match := _HELD_END.search(name.text):
            name = trim(name.cut(0, match.start()))
        if kind == "hold" and name.size >= 4 and name.text.endswith(_ENDS_IN_NOUN):
            match = _BODIES.match(name.text)
            if match and len(name.text) - match.end() >= 8:
                name = name.cut(match.end(), len(name.text))
            return name
        if kind == "act" and "“" in name.text and name.size >= 4 and len(clause.text) - span.end <= 1:
            start = name.start - clause.start
            return trim(clause.cut(start, span.end))
    return None


_QUOTED = re.compile(
    rf"(?:第[一二三四五六七八九十百\d]{{1,4}}[届次期])?“[^“”]{{2,30}}”(?:(?:(?!在(?![线校职]))[^“”,。;:\0的获被]){{0,16}}?{_NOUNS}){{1,3}}(?![组团者])"
)


def _quoted_name(clause: Phrase) -> Phrase | None:
    """“X”的活动 in a clause without a verb of holding."""
    for match in _QUOTED.finditer(clause.text):
        before, after = clause.text[: match.start()], clause.text[match.end() : match.end() + 3]
        if not before.endswith(("以", "围绕")) and not after.startswith(("为主题", "方式", "模式")):
            return clause.cut(*match.span())
    return None


_HAS = re.compile(
    r"[\0 、及和与]*(?:则|并|亦|还|也|将|另|会|特别|同时){0,3}(?:安排|规划|备有|设有|有|加开|带来)了?"
    r"(?:(?:[一二两三四五六七八九十百\d]{1,3}(?:场次?|档|堂|梯次)(?:的)?)([^,。;“”、的]{4,12})"
    r"|([一二两三四五六七八九十\d]{1,3}[场档堂][^,。;“”、的]{3})|([^,。;“”、的\d]{2,10}?NOUN))$".replace(
        "NOUN", branch(words("noun"))
    )
)


_ORGANISED = re.compile(
    r"[\0 、]*组织(?!部|者|[开召参观])([^,。;“”、的\0]{3,16}?(?:[球棋牌跑泳操]赛|NOUN))$".replace(
        "NOUN", branch(words("noun"))
    )
)


def _arranged(clause: Phrase) -> Phrase | None:
    """则安排三场艺术家座谈: the 艺术家座谈."""
    if (match := _ORGANISED.match(clause.text)) and not verbs(match[1]):
        return clause.cut(*match.span(1))
    match = _HAS.match(clause.text)
    return clause.cut(*match.span(match.lastindex or 0)) if match else None


def _hosted(clause: Phrase) -> Phrase | None:
    """由甲与乙共同策划的“丙”: the “丙”."""
    match = _HOST.match(clause.text)
    thing = trim(clause.cut(match.end(), len(clause.text))) if match and clause.text.startswith("由") else None
    named = thing is not None and thing.size >= 4 and not verbs(thing.text) and thing.text.endswith(_ENDS_IN_NOUN)
    return thing if named else None


class Rung(NamedTuple):
    """A way to a title, and clauses with the titles it gives."""

    name: str
    climb: Callable[[Phrase], Phrase | None]
    examples: dict[str, str]


RUNGS: tuple[Rung, ...] = (
    Rung(
        "document",
        _document_named,
        {
            "市残联办公室印发《关于开展宣传日活动的通知》": "市残联办公室印发《关于开展宣传日活动的通知》",
            "《助残条例》正式施行": "《助残条例》正式施行",
            "施行的《助残条例》要求配备设施": "施行的《助残条例》",
        },
    ),
    Rung(
        "object",
        _object,
        {
            "指导室举办了残疾人大学生就业专场沙龙": "残疾人大学生就业专场沙龙",
            "徐州市举办读书活动等": "徐州市举办读书活动",
            "省残联开展以“促进就业”为主题的残疾人帮扶活动": "“促进就业”残疾人帮扶活动",
            "今年不宜开展大规模聚集活动": "",
            "对特殊教育学校学生等进行慰问活动": "",
        },
    ),
    Rung(
        "held",
        _held,
        {
            "“夏季送凉爽”活动启动仪式在水上公园举行": "“夏季送凉爽”活动启动仪式",
            "由甲会、乙会共同主办的“助残兴农”公益活动在展销中心举行": "“助残兴农”公益活动",
            "“融合共进”——残健融合公益市集在步行街举行": "残健融合公益市集",
        },
    ),
    Rung(
        "hosted",
        _hosted,
        {"由美术馆筹备处与漫画馆共同策划的“光影之间──数位艺术展”": "“光影之间──数位艺术展”"},
    ),
    Rung(
        "arranged",
        _arranged,
        {
            "则安排三场艺术家座谈": "艺术家座谈",
            "组织第十届职工篮球赛": "第十届职工篮球赛",
            "并有光雕演出": "光雕演出",
            "有老师请假": "",
        },
    ),
    Rung("quoted name", _quoted_name, {"大家来到“嘉法之约”主题游园会": "“嘉法之约”主题游园会"}),
)


def climbed(part: Phrase) -> Phrase | None:
    """What the first rung that holds gives."""
    for rung in RUNGS:
        found = rung.climb(part)
        if found is not None and trim(found).size >= 4:
            return found
    return None
