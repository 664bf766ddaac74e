"""Who, and what is told of them some words later -> both as one title, unless the deed has somebody of its own."""

from __future__ import annotations

import re

from timeline.events.editing.printing import SOMEBODY_THERE, STANDS_IN
from timeline.events.language.phrases import HOLE, Phrase, trim
from timeline.events.language.segment import has_verb, is_name, lacks_subject
from timeline.events.language.sites import is_site
from timeline.events.language.words import verbs
from timeline.events.who.openings import TERM

LONG = 44  # characters of who and what, before what an editor strikes is struck
_OPEN_TO_ALL = re.compile(r"(?:即日|正式)?(?:开始|开放|接受|受理){1,2}(?:报名|登记|售票|申请|投票|上映|播出)")
# 1940年出生的某人, 发表的声明
_ATTRIBUTE_OF = re.compile(
    r"(?:出生|毕业|成立|创办|来自|举[办行]|召开|发[布表出]|公布|推出|提交|通过|签署|开幕|上映|出版|开展|实施)的"
)
# 建立|的|学堂, as `statements` leave it: whoever founded it was told beside
_FOUNDED = re.compile(r"(?:建立|成立|创办|创立|创建|组建|设立|兴建|兴办)\0[^,\0]{2,16}")
_PAPER_SAYS = re.compile(r"(?:发[布表出]|公布|提出|推出)的[^,的]{2,10}(?:指出|显示|表示|认为|称|说|强调|发现)$")
_WITHIN = re.compile("[下上中里内间时后前侧旁际省市县区镇乡村州国港]$|、")


def _has_who(text: str) -> bool:
    """Whether a place at the head is that of somebody who does something: 在两地上市的公司发布公告."""
    known = verbs(text) if text[:1] in "在于" else ()
    position = text.rfind("的", 0, known[-1][0].start) if known else -1
    who = text[position + 1 : known[-1][0].start].rstrip(HOLE + " ") if position > 0 else ""
    return len(who) >= 2 and _WITHIN.search(who) is None and not is_site(who)


# What comes up is nobody's deed: 突然传出消息.
_COMES_UP = re.compile(
    "(?:突然|忽然|随即|不断|陆续|再度?|又|另|曾)?(?:传出|传来|爆出|爆发|响起|掀起|涌现|有(?:消息|报[道导]|媒体|不少|多|数|几|许多|部分|一|"
    "(?:近|逾|约|超过)?[两二三四五六七八九十百千万\\d]{1,6}[余多]?[名位人个家所辆艘起宗户间]))"
)
_PRONOUN = re.compile(r"[他她它](?!们|人|处|国|乡|校)|其(?=[在于因将已曾被从与向对以又先首再](?!中|他|次|前身))")
TERM_ALONE = re.compile(rf"{TERM}(?:延长|延续|持续|顺延)?")
_NO_ACT = re.compile(r"^.{0,6}(?:时间|日期|期间|地点)$")


def after(who: Phrase, head: Phrase) -> Phrase:
    """Who, and what is told of them some words later."""
    name = _whole(who)
    if _has_who(head.text) or ((thing := _DONE_TO.fullmatch(head.text)) and is_name(thing[1])):
        return head
    told = _PAPER_SAYS.match(head.text) is not None  # 发表的论文指出: whose paper it is
    if (
        (_ATTRIBUTE_OF.match(head.text) and not told)
        or _FOUNDED.fullmatch(head.text)
        or _OPEN_TO_ALL.match(head.text)
        or _COMES_UP.match(head.text)
    ):
        return head
    if name.size >= 2 and name.printed in head.printed:
        return head
    if _OWN_THING.match(head.text):
        return head  # 西某排名第五。下周,大师赛将打响
    if _OF_A_THING.fullmatch(head.text) and name.text.endswith(_HOUSES):
        return head
    if _OF_EVERYBODY.fullmatch(head.text) and name.text.endswith(_WHO_SAYS):
        return head
    if _DIVIDED.fullmatch(head.text) and not name.text.endswith(("院", "会", "府", "部", "县", "区", "市", "省")):
        return head
    if match := _PRONOUN.match(head.text):
        head = trim(head.cut(match.end(), len(head.text)))
    elif TERM_ALONE.fullmatch(head.text):
        return named_after(who, head)
    elif not (lacks_subject(head.printed) or any(shape.match(head.text) for shape in _GOES_ON)) and not (
        STANDS_IN.match(head.text) and (has_verb(head.printed) or SOMEBODY_THERE.search(head.text))
    ):
        return head
    if name.size < 2 or _NO_ACT.search(head.text) or name.size + head.size > LONG or name.start >= head.start:
        return head
    return Phrase(name.text + HOLE * (head.start - name.start - len(name.text)) + head.text, name.start)


# 向交易所递交招股书, 把公司卖给同行: whoever does it stands before.
_TO_WHOM = re.compile(
    r"(?:向(?![阳导日往上前心来东西南北下外左右])|把(?![手握戏关脉])|给(?![予排水])|同(?=[^,]{2,12}(?:签|会|达成|联))(?![时学年期样步意乡事志类名城]))"
)
# 由总统公布施行: of the law that went before.
_PASSED_ON = re.compile(
    r"由(?![于来此])[^,的“《]{2,14}?(?:公布|颁布|发布|签署|接[手管办收]|收购|改[编组建]|代管|托管|重[建修印]|运[回往]|移[交送]|执行)"
)
_AT_A_HALL = re.compile(r"假(?=[^,]{2,24}(?:举[办行]|召开|办理))")  # 假市立殡仪馆举行公祭
_GOES_ON = (_TO_WHOM, _PASSED_ON, _AT_A_HALL)
_DIVIDED = re.compile(
    "(?:成立|设[立置]|析置|恢复|撤[销消]|并为)[一-鿿]{1,6}[省市县区乡镇]"
)  # no school founds a county
_DONE_TO = re.compile(
    "(?:获奖|获批|获选|入选|入围|当选|参赛|参展|在建|新建|新增|现存|受邀|受奖)的([^,]{2,14})"
)  # 获奖的建设
_OWN_THING = re.compile(r"[^,、的于在与和对向把被\0]{2,16}?(?:联赛|大赛|大会|[赛展节])(?:即将|将|已|正式|隆重)")
_OF_A_THING = re.compile(
    "(?:正式|即将|隆重|全线|同步|一度|全面|主体){0,2}(?:恢复)?(?:开[幕馆园通放]|闭[幕馆]|通车|通航|[动开停复完]工|奠基|合龙|封顶|建成|启用|上[映线演]|落成|竣工|出版|播出|首[映演])"
)
_HOUSES = (
    "集团",
    "公司",
    "政府",
    "市府",
    "局",
    "处",
    "署",
    "部",
    "委员会",
    "委",
    "机构",
    "警方",
    "当局",
)  # open themselves no more


# Who announces it does not do it: 天文台发出信号,明日全日停课.
_OF_EVERYBODY = re.compile(
    "(?:全[日天市港省县区校]|各校|中小学|一律|将|均|继续|照常){0,3}(?:停课|复课|停市|休市|复市|放假|停工|复工|停航|停运)"
    "|(?:将|可能)?(?:有[小中大暴阵雷]{1,2}[雨雪]|转晴|放晴|降温|回暖|升温|入[梅春夏秋冬])"
)
_WHO_SAYS = (
    "台",
    "局",
    "处",
    "署",
    "部",
    "中心",
    "委员会",
    "政府",
    "教委",
    "人社厅",
    "办公室",
    "办公厅",
    "指挥部",
    "发言人",
    "消息",
)


# Who only comes to it: 市长 … 追思会.
OFFICIAL = re.compile(
    "(?:[省市县区乡镇局处署司部校院馆会][长]|总统|主席|总理|书记|主任|委员|[议党]员|总监|经理|发言人|记者)$"
)


def _whole(who: Phrase) -> Phrase:
    """Somebody without the signs around: no end of a name is a particle, 任弼时."""
    left = len(who.text) - len(who.text.lstrip(HOLE + " ,、"))
    part = who.cut(left, max(len(who.text.rstrip(HOLE + " ,、")), left))
    return part.cut(0, len(part.text) - 1) if part.size > 2 and part.text[-1:] in ("自", "从", "于", "在") else part


def named_after(who: Phrase, thing: Phrase) -> Phrase:
    """李某 … 告别仪式: a bare thing takes the name that its sentence begins with."""
    name, held = _whole(who), thing if thing.text[:1] in ("将", "把") else trim(thing)
    if name.start >= held.start:
        return held
    return Phrase(name.text + HOLE * (held.start - name.start - len(name.text)) + held.text, name.start)
