"""开幕仪式, 展期, 三地 as a title -> the thing that the sentence, or the one before, has called by its name."""

from __future__ import annotations

import re

from timeline.events.drafts import Draft, raw_words
from timeline.events.language.phrases import LONGEST
from timeline.events.language.words import branch, words
from timeline.events.structure.topics import topic
from timeline.model import Document, Span
from timeline.text.folding import fold

_NOUN = branch((*words("noun"), "展", "奖", "节", "计划", "园游会", "游园会", "茶会", "晚会", "年会"))
_STEP = (
    r"(?:(?:开幕|闭幕|揭幕|启动|颁奖|首映|开展|剪彩|授奖|开镜|开机|揭牌|结业|开营|动土|开工|上线|签约|捐赠)"
    r"(?:仪式|典礼|式|礼|酒会|茶会)|首映会?|记者会|新闻发布会|揭幕|开幕|闭幕)"
)
_BARE = re.compile(rf"(?:(?:正式|隆重)?(?:举[行办])?)({_STEP})")
_LASTS = re.compile(r"(?:本次)?展(?:出|览)?(?:期间?|时间|日期)|活动(?:期间?|时间)|会期|档期|赛期")
_SPOILT = re.compile(rf"由.{{2,20}}(?:举[行办])({_STEP})")  # 由甲馆筹划的山河在甲馆举行开幕礼: cut for its length
_WHERE = re.compile(
    r"[^,。;“”《》]{2,40}?(?:[、和及与]|以及)[^,。;“”《》]{1,10}[两二三四五六七八九十\d]{1,2}[地市县城校区]"
)
# 「X」摄影展, 《X展》, “X”——Y展: what has a name of its own, as far as its noun.
_THING = re.compile(
    rf"(?:“[^“”\n]{{2,40}}”|《[^《》\n]{{2,40}}》)(?:(?:[—-]{{1,2}})?[^,。;:“”《》()\n在于将为]{{0,16}}?{_NOUN}(?![者馆厅委]))?"
)
# 立法会会议上某议员的提问和局长的书面回覆: what was asked, the headline says
_ANSWERED = re.compile(r"会议上[^,。;]{2,40}的?(?:提问|质询)(?:和|及|与)[^,。;]{2,60}(?:答[复覆]|回[复覆])")
_QUESTION = re.compile(r"立法会[^,。:]{0,6}题:[^。]{2,30}")
_THIS = re.compile(
    r"(?:本|此|该|这|本次|此次|这次|这项|本项|是次)"
    r"(?:活动|展览|影展|比赛|竞赛|课程|讲座|营队|工作坊|计划|典礼|音乐会|特展)"
)
_HELD_SO = re.compile(
    r"(?:(?:在|于|假)[^,。]{1,16}?)?(?:同步|正式|盛大)?"
    r"(?:举[行办]|推[动出]|登场|进行|展开|开跑|开始|开幕)(?:,.*)?"
)
# 国际书展在会展中心举行开幕仪式: where it is is told beside it; 市政府在会展中心举行开幕仪式 says who.
_HELD_THERE = re.compile(rf"([^,“”]{{2,20}}?(?:{_NOUN}|[”》]))(?:在|于|假)[^,“”《》]{{2,16}}(?:举[行办])({_STEP})")
# 《山河展》,于9月25日在甲馆举行开幕礼: the ceremony that day, and not the show
_OPENED = re.compile(r"(?:举[行办])((?:开幕|闭幕|揭幕|启动|颁奖|首映|剪彩|开镜)(?:仪式|典礼|式|礼))(?![^,。;]{0,8}及)")
_NAMED = re.compile(rf"{_NOUN}[”》]?$")
_BEHIND = re.compile(r"[”》](?:[—-]{1,2})(?=.{4})")  # “时空”——牌坊体验展 is the 体验展
_TOP = 12  # blocks at the head of a page
_FAR = 1_500  # characters over which a thing is remembered that is called 本活动
_REACH = 160  # characters before in which it is named


def of_the_thing(document: Document, draft: Draft, name: str) -> str:
    r"""开幕仪式 is that of the thing with a name of its own before it; a time that a show lasts is that show.

    >>> from timeline.pipeline import tell
    >>> from timeline.text import document as read
    >>> show = "由江岸馆主办的“古城光影”摄影展于2023年5月28日在塔石广场举行开幕仪式。"
    >>> [event.title for event in tell(read("示例", show)).events]
    ['“古城光影”摄影展开幕仪式']
    """
    if draft.title or draft.resolution is None:
        return name
    folded = fold(name)
    if _ANSWERED.search(document.text, draft.at.start, draft.at.end):
        above = (block.at for block in document.blocks[: min(draft.block, _TOP)])
        asked = next((at for at in above if _QUESTION.fullmatch(document.text, *at)), None)
        return raw_words(document, [asked]) if asked else name
    before = Span(max(draft.at.start - _FAR, 0), draft.at.start)
    if (this := _THIS.match(folded)) and (thing := _thing_before(document, before, before.end)):
        held, whole = _HELD_SO.fullmatch(folded, this.end()), raw_words(document, [thing])
        rest = "" if held else name[this.end() :]
        return f"{whole}{rest}" if len(whole) + len(rest) <= LONGEST else name
    if held := _HELD_THERE.fullmatch(folded):
        return f"{name[: held.end(1)]}{name[held.start(2) :]}"
    if _THING.fullmatch(folded) and (opened := _OPENED.search(document.text, draft.at.start, draft.at.end)):
        return f"{name}{raw_words(document, [Span(*opened.span(1))])}"
    step = _BARE.fullmatch(folded) or _SPOILT.fullmatch(folded)
    if step is None and _LASTS.fullmatch(folded) is None and _WHERE.fullmatch(folded) is None:
        return name
    told = step[1] if step else folded
    here = document.text.find(told, draft.at.start, draft.at.end)
    end = here if step and here >= 0 else draft.resolution.expression.at.start
    block = document.blocks[draft.block].at
    thing = _thing_before(document, Span(max(block.start, draft.context.start - _REACH), end), draft.context.start)
    if thing is None and step is None and _LASTS.fullmatch(folded):
        thing = topic(document)
    if thing is None:
        return name
    step_words = name[step.start(1) :] if step else ""
    whole = raw_words(document, [thing])
    return f"{whole}{step_words}" if len(whole) + len(step_words) <= LONGEST + 4 else name


def _thing_before(document: Document, within: Span, sentence: int) -> Span | None:
    """The last thing with a name that is told before, of the same sentence if it has one."""
    text = document.text
    found = [
        Span(*match.span())
        for match in _THING.finditer(text, within.start, within.end)
        if _NAMED.search(match[0]) and not text.startswith(("为主题", "为题"), match.end())
    ]
    own = [at for at in found if at.start >= sentence]
    if not own and len({at.of(text) for at in found}) != 1:
        return None
    thing = (own or found)[-1]
    behind = _BEHIND.search(text, *thing)
    return Span(behind.end(), thing.end) if behind else thing
