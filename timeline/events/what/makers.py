"""A thing with what was done to it on a day -> the deed of that day: 李明2012年创下的纪录 is 李明创下纪录.

What stands behind such a thing is told of later: 王教授去年发表的论文被评为优秀论文. Where a day only says of
which ones a rule speaks (1日前购买的车票), the rule is told.
"""

from __future__ import annotations

import re

from timeline.events.drafts import Draft
from timeline.events.language.persons import person_of
from timeline.events.language.phrases import HOLE, Phrase, joined, phrase, trim
from timeline.events.language.segment import is_name
from timeline.events.language.words import verbs
from timeline.model import Document, ExpressionKind, Span

_MADE = re.compile(
    r"[\0 ,]*(?P<who>[^,\0的“”《》:、]{2,12})\0{2,}"
    r"(?:创作|创下|创造|发表|制作|撰写|编写|拍摄|绘制|发明|设计|研制|写下|谱写|录制|翻译|执导|出版)"
    r"(?P<of>了?的)(?P<thing>(?:[^,的《》“”\0]{0,8}《[^《》]{1,20}》|[^,的《》“”\0]{2,16}?))"
    r"(?=$|[\0 ,]|被|获|入选|荣获|再版|首次|引起|引发|成为|受到|问世|打破|由|在|于|至今|正式)(?!获奖)"
)


def made_then(part: Phrase) -> Phrase:
    r"""What somebody made on the day of a clause, without what became of it.

    >>> made_then(Phrase("李明\0\0\0\0创下的全国纪录被打破", 0)).printed
    '李明创下全国纪录'
    """
    made = _MADE.match(part.text)
    if made is None or not (is_name(made["who"]) or person_of(made["who"]) == made["who"]):
        return part
    start = made.start("who")
    return part.cut(start, made.end("thing")).without(*(place - start for place in made.span("of")))


_THOSE = re.compile(r"[\0 ,而但]*\0[^,的\0]{2,16}的(?:[^,]{2,120}?的)?(?P<those>[^,的\0]{2,10})[\0 。]*")
_RULED = re.compile(
    r"[\0 ,]*(?:[均皆都也则仍]{0,2}(?:可以?|[须应需得]|不[再予可能得]|继续|仍然|视为|按|一律|由)"
    r"|(?:有效期|期限|费用?|学费|标准)[^,]{0,4}(?:为|按|是))"
)


def of_those(document: Document, draft: Draft, parts: list[Phrase]) -> Phrase | None:
    """What holds from then on for those of before: 1日前购买的车票,可全额退款 tells of the 车票."""
    expression = draft.resolution.expression if draft.resolution else None
    if expression is None or expression.kind is not ExpressionKind.DEADLINE:
        return None
    if document.text[draft.at.end - 1 : draft.at.end + 1].find("(") >= 0 or "(" in draft.at.of(document.text)[-4:]:
        parts = _without_bracket(document, draft)
    if len(parts) < _BOTH:
        return None
    those = _THOSE.fullmatch(parts[0].text)
    if those is None or _RULED.match(parts[1].text) is None or HOLE in parts[1].text.strip(HOLE):
        return None
    name = parts[0].cut(*those.span("those"))
    if verbs(name.text):
        return None
    following = trim(parts[1]) if parts[1].text[:1] in ", " + HOLE else parts[1]
    return joined(document, name, following).without(len(name.text), following.start - name.start)


def _without_bracket(document: Document, draft: Draft) -> list[Phrase]:
    """The clauses from the date on, where a bracket with a date of its own cuts them: 测试(包括3日的)的成绩."""
    whole = phrase(document, Span(draft.at.start, max(draft.context.end, draft.at.end)), draft.dates)
    for gloss in _BRACKET.finditer(whole.text):
        whole = whole.without(*gloss.span())
    comma = whole.text.find(",")
    return [whole.cut(0, comma), whole.cut(comma + 1, len(whole.text))] if comma > 0 else [whole]


_BRACKET = re.compile(r"\([^()]{0,80}\)")
_BOTH = 2  # clauses: of which ones, and what holds for them
