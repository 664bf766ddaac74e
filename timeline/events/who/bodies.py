"""A run of words -> the bodies that it names: offices, firms, societies, schools. Persons are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from timeline.events.drafts import raw_words
from timeline.events.language.abroad import abroad_at
from timeline.events.language.divisions import path_of
from timeline.events.language.phrases import HOLE, Phrase
from timeline.events.language.segment import begins_with_verb, tags
from timeline.events.language.words import branch, verbs, words
from timeline.events.who.lives import bearer_of_title
from timeline.events.who.stand_ins import named as called
from timeline.events.who.stand_ins import owner_of
from timeline.model import Document, Span
from timeline.text.folding import fold

ENDS = (*words("body", "ends"), *words("agent", "ends"))
END = re.compile(branch(ENDS))
_NAMELESS = {word for word in (*words("body", "ends"), *words("premises")) if len(word) == 2} - {"学校", "残联", "妇联"}
_NAMELESS |= set(words("premises")) | {"委员会", "联合会", "基金会", "办公室", "电视台", "管委会", "办事处", "研究所"}
_NAMELESS |= {
    "有限公司",
    "股份公司",
    "股份有限公司",
    "研究院",
    "俱乐部",
    "实验室",
    "董事会",
    "组委会",
    "筹委会",
    "理事会",
    "工作组",
    "领导小组",
}
_JOIN = (
    r"(?:会同|协同(?!创新|发展|推进|育人|治理|中心)|联动|携手|联手|联同|联合(?!会|国(?!家|科|联|残)|体|社|中学|大学|报|王国|公报|声明|党委|支部|总"
    r"|主办|举办|承办|开展|印发|发布|下发|制作|$))"
)
_SPLIT = re.compile(
    rf"、|(?:{_JOIN}|并?与|(?<=[会局厅部联委府司心院处站馆校社团区网报台所办学团队])(?:以及|和|及)"
    r"|(?<=[A-Za-z]) ?[和及] ?(?=[A-Z]))"
)
PARTNER = re.compile(_JOIN)
_JOINTS = frozenset("、与和及同动手合")  # of which every joint has one: 会同, 联动, 携手, 联合
_HELPS = ("赞助", "协办", "支持", "指导", "协助")
# Without a name of their own, and yet one of several: 县委、团委, 联合图书馆.
_AMONG_OTHERS = frozenset((*words("premises"), "工会", "团委", "党委", "省委", "市委", "区委", "县委"))
_AND_OTHERS = re.compile(
    r"(?:等)?(?:\d{1,3}|[一二两三四五六七八九十多几]{1,3}|各|多|相关|有关|其他)?(?:[家个]?)(?:中央|省级|主流|爱心|相关|有关|新闻)?"
    r"(?:部门|单位|机构|媒体|企业|组织|团体|高校)?$"
)
_VAGUE = re.compile(
    r"(?:主办|承办|工商|消防|公安|卫生|交通|税务|城管|环保|施工|建设|主管|双方|各方|合作|参与|协办|支持|成员|多|各|几|相关|有关|多个|部分|不少|许多|其他|全国|社会|上级|所有|爱心|众多|金融|医疗|教育|科研|监管|中介|培训|政府)?(?:部门|单位|机构|企业|媒体|组织|社团|公司|团队|方)$"
)
_AND_MORE = re.compile(
    r"等(?:[\d一二两三多几各]{0,4}[家个]?)?(?:[\u4e00-\u9fff]{0,4}(?:部门|单位|机构|媒体|企业|组织|团体))?$"
)
_COUNTED = re.compile(r"(?:另?有|全[市省县区国])?[\d一二三四五六七八九十百多]{1,5}余?[家所个间座](?!.{0,12}[、和与])")
_BRACKETED = re.compile(r"\([^()]{0,20}\)")
_NO_BODY = re.compile(
    r"^[\d年月日#*]|[:|│]|^(?:主|承|协)办|入禀|[入住出转]院$|(?:老师|学生|同学|[男女]子|人)站$|(?:[型股债]|股票|债券|指数|货币|优选|精选|混合|配置)基金$"
)
_MEN_OF = (
    r"的?(?:相关|有关|主要|全体|部分)?(?:负责人|负责同志|领导班子|领导|工作人员|干部职工|干部群众|干部|工作组|专家|师生员工|师生"
    r"|党员干部|党员|员工|职工|志愿者|官兵|民警|医护人员)(?:代表)?(?:等|一行)?"
)
_MEN, MEN_AHEAD = re.compile(rf"{_MEN_OF}$"), re.compile(_MEN_OF)
_TURNED = re.compile(
    r"谴责|批评|指责|抨击|质疑|要求|呼吁|感谢|祝贺|反对|指控|控告|起诉|抗议|敦促|赞扬|表扬|包括|介绍(?!所)|连同|旗下|.*(?:介绍|——)|(?:简|又|全|旧|俗|下)称|又名|原名|并?入(?!境)|以(?!色列)|记者(?!协会|站|会|联)|一直|始终|曾经|与|和(?![平田谐县硕龙])|同(?![济仁心江德方乡学])|[现拟将应须可]?[对向给把被奉]|[获受](?=.{3})|登陆|结合|形容|组织|.*(?:并入|前身)|[〈(]|.{2,4}代表(?![团处队大会])|.*(?:[从在于经将是这被请]|透过|通过|根据|按照|依照|符合|期间|对(?![外话台日华])|(?<!华)为|(?<![休寒暑])假(?![期日])"
    r"|.{2}(?<!报)到(?!处)|由(?!于)|.{3}向(?!阳))|[本该我各]?[馆校院局厅部处署站社办司]$|(?:依|各校|各方|各家|参加|出席|邀请|请|根据|按照|经|据|由于|通过|因|每|凡|如(?!皋|东)|任何|全[馆场体]"
    r"|该|此|本次|其)"
)
_ENDS_IN_OWN = re.compile(r".[本我][校馆院局会市府]$")  # 某某回顾了我校
_TAGGED = re.compile(r"\([^()]{0,6}(?:微博|博客|[Bb]log)[^()]{0,4}\)$")  # as pages of news mark whoever writes there
_OWN = re.compile(r"(?:本|我)(?:[省市县区府州乡镇]|[校院局会馆署厅司所](?=.{3}))(?=.{3})")


def bodies(document: Document, at: Span, *, named: bool = False) -> tuple[str, ...]:
    """The bodies in a run of them, each in the document's own characters; none where a part of it is no body.

    With `named` a word before them (由, 主办) vouches for them all.

    >>> from timeline.text import document
    >>> sentence = document("示例", "天津市残联、市残疾人福利基金会")
    >>> bodies(sentence, Span(0, len(sentence.text)))
    ('天津市残联', '市残疾人福利基金会')
    """
    text = at.of(document.text)
    found: list[str] = []
    parts = list(_parts(text))
    # 文化局、天后宫、县政府: most of a row are bodies, so all of it are.
    known = [part.of(text).endswith(ENDS) for part, _ in parts]
    named = named or 2 * sum(known) > max(len(parts), 2)
    if not named and len(parts) == _TWO and any(known):  # 国发会与卫福部
        others = [part.of(text) for sure, (part, _) in zip(known, parts, strict=True) if not sure]
        named = all(_CLUB.fullmatch(name) and not name.endswith(words("noun")) for name in others)
    for part, partner in parts:
        if own := _OWN.match(text, *part):
            part = Span(own.end(), part.end)  # 本府文化局 is the 文化局
        part = _unstarred(text, _bare(text, part))
        trimmed = _MEN.sub("", _TAGGED.sub("", part.of(text)))
        if (
            _AND_OTHERS.fullmatch(trimmed)
            or _VAGUE.fullmatch(trimmed)
            or not trimmed
            or _COUNTED.match(trimmed)
            or trimmed.endswith(_HELPS)
        ):
            continue
        start = at.start + part.start
        if (name := _called(document, Span(start, start + len(trimmed)))) is None:
            if not _is_body(trimmed, vouched=named or partner, among=len(parts) > 1):
                return ()
            name = Span(start, start + len(trimmed))
        found.append(_unbroken(raw_words(document, [name]).strip()))
    return tuple(dict.fromkeys(found))


def _called(document: Document, at: Span) -> Span | None:
    """The name of 本校, 我局, 该馆, 学校, where the text says it before."""
    word = at.of(document.text)
    if (owner := owner_of(document, word, at.start)) and not _IN_ITS_AGE.match(document.text, *owner):
        return owner
    if len(word) > _STAND_IN or word[:1] not in "本我该":
        return None
    told = called(document, Phrase(word, at.start))
    name = told.text.partition(HOLE)[0]
    start = name.rfind("日") + 1  # 5月3日市政署
    known = told.start != at.start and _is_body(name[start:], vouched=False, among=False)
    return Span(told.start + start, told.start + len(name)) if known else None


# 超级圆顶昨天, 九巴早已, 主办单位紧急: when and how they do it is no part of a name.
_THEN = re.compile(
    r"(?:昨[天日晚]?|今[天日早晚]|明[天日]|日前|近日|早已?|稍早|随[即后]|上[个]?(?:周|星期)[一二三四五六日]?|周[一二三四五六日]|[上下]午|当[天日晚]"
    r"|紧急|突然|再次|首度|终于|正式)+$"
)
_TORN = re.compile(r"[ )\]】,、]+")
_IN_ITS_AGE = re.compile(
    r"(?:日治|日据|清[朝代领治]|民国|光复|战[前后]|明郑)(?:时期|时代|初年|初期|以前|[之以]?后)(?=.{2})"
)
_MARKED, _CLOSES = re.compile(r"[\[(（【@*#”’]+"), re.compile(r"[\])）】]")


def _bare(text: str, part: Span) -> Span:
    """A part without the mark that opens it and without when and how they do it."""
    start, end = part
    if torn := _TORN.match(text, start, end):
        start = torn.end()  # 大正11年)学校
    if epoch := _IN_ITS_AGE.match(text, start, end):
        start = epoch.end()  # 日治时期学校
    if (opened := _MARKED.match(text, start, end)) and not _CLOSES.search(text, start, end):
        start = opened.end()
    then = _THEN.search(text, start, end)
    return Span(start, then.start()) if then else Span(start, end)


def _unstarred(text: str, part: Span) -> Span:
    """A part without the stars of bold letters at its end."""
    return Span(part.start, part.start + len(part.of(text).rstrip("*")))


_BROKEN = re.compile(r"(?<=[一-鿿])\s+([一-鿿]{2,4})$")


def _unbroken(name: str) -> str:
    """A name without the blank before its last word, which is no name: 村里关怀推展 协会.

    >>> _unbroken("村里关怀推展 协会"), _unbroken("交通支队 市住建局")
    ('村里关怀推展协会', '交通支队 市住建局')
    """
    broken = _BROKEN.search(name)
    return name[: broken.start()] + broken[1] if broken and fold(broken[1]) in _LAST_WORDS else name


_LAST_WORDS = _NAMELESS | {"协会", "学会", "公司", "中心", "学院", "大学"}


_CLUB, _TWO = re.compile("[一-鿿]{2,3}[会社党团]"), 2
_STAND_IN = 3  # characters of 本校, 该中心


def _parts(text: str) -> Iterator[tuple[Span, bool]]:
    """The parts of a run, without what stands around them, and whether 会同 or 联合 stands before one."""
    text_end = len(text)
    others = _AND_MORE.search(text)
    if others and others.start() > 1:
        text_end = others.start()
    position, partner = 0, False
    inside = [match.span() for match in _BRACKETED.finditer(text)]
    # The pattern looks behind itself at every character; most runs are one body, and it need not be asked.
    joints = () if _JOINTS.isdisjoint(text) else _SPLIT.finditer(text, 0, text_end)
    for match in [*joints, None]:
        if match and any(left < match.start() < right for left, right in inside):
            continue
        if match and match[0] == "与" and _goes_on(text[position : match.start()]):
            continue  # 江岸大学文学与新闻学院: one name
        start, end = match.span() if match else (text_end, text_end)
        part = text[position:start]
        left = position + len(part) - len(part.lstrip(" ,"))
        if part.strip(" ,"):
            yield Span(left, left + len(part.strip(" ,"))), partner
        position, partner = end, partner or bool(match and PARTNER.match(text, match.start()))


def _goes_on(part: str) -> bool:
    """Whether what stands before 与 is no body yet, but the first half of a name: 江岸大学文学, 财政.

    >>> _goes_on("江岸大学文学"), _goes_on("北京医学统计"), _goes_on("江岸大学"), _goes_on("腾讯")
    (True, True, False, False)
    """
    if part.endswith((*ENDS, "》")):
        return False
    if END.search(part) is not None:
        return True
    found = tags(part.strip("* "))
    if len(found) > 1 and len(found[-1][0]) > 1 and found[-1][1] in ("n", "v", "vn"):  # 北京医学|统计
        return all(tag[:1] in ("n", "s") for _, tag in found[:-1])
    return all(tag[:1] == "n" and tag[:2] not in _NAMES for _, tag in found)


_NAMES = ("nr", "ns", "nt", "nz")
_GOVERNS = re.compile(r"(?:人民|国民|特区|中央|地方|联邦|临时|自治|过渡|各级|[省市县区镇乡旗州国府盟])$")


def _governs(words_: str) -> bool:
    """Whether what stands before 政府 says whose it is: 江岸市, 国民, 日本, and not 有效监察制衡."""
    return len(words_) <= _SHORT_NAME or bool(_GOVERNS.search(words_) or path_of(words_) or abroad_at(words_))


_SHORT_NAME = 3  # characters of 港英, 段祺瑞


def _is_body(part: str, *, vouched: bool, among: bool) -> bool:
    """Whether a part is a body; `vouched` by a word before it, 图书馆 only `among` others that have a name."""
    if not 2 <= len(_BRACKETED.sub("", part)) <= 30 or _TURNED.match(part) or "的" in part or _NO_BODY.search(part):
        return False
    if (
        verbs(part)
        or part.startswith(("本", "该", "我"))
        or part.endswith(("部署", "闭馆", "开馆", "休馆", "封馆"))
        or (part.endswith("政府") and not _governs(part[:-2]))
        or (among and path_of(part) is not None and not part.endswith(_DIVISIONS))
        or (part in _NAMELESS and not (vouched and among and part in _AMONG_OTHERS))
    ):
        return False
    if (not part.endswith(ENDS) and bearer_of_title(part) >= 0) or _ENDS_IN_OWN.search(part):
        return False
    return vouched or part.endswith(ENDS) or part.startswith(("各级", "各地"))


_STRANGERS = (*words("noun"), *words("premises"), *"者人员们生长手星家代赛展节届年月日期时中上下内里外间")
_NO_AGENT = re.compile(
    r"[本该此这那各每首第其有多数全当近今明两双几某不还又也都已正将]|祝贺|恭[喜贺]|[兹谨敬拟现]|感谢|欢迎|.*(?:百万|千万|总统|总理|主席|书记|教授|先生|女士)|.*[【】{}]|.*[\d,()“”‘’·《》]|.*(?:活动|双方|各方|两国|社会|前[妻夫]|妻子|丈夫|儿子|女儿|[母父]亲|家[属人]|遗孀|胞[兄弟姐妹]|[亲友]友)"
)


def is_agent(name: str) -> bool:
    """Whether the subject of a deed that only somebody can do is a body, though its name has no end of one.

    >>> is_agent("腾讯"), is_agent("佛光山"), is_agent("国新办")
    (True, True, True)
    >>> is_agent("王立新"), is_agent("爱心企业"), is_agent("江岸音乐节"), is_agent("江岸市"), is_agent("歌后田小满")
    (False, False, False, False, False)
    """
    if not 2 <= len(name) <= 12 or _NO_AGENT.match(name) or path_of(name) or abroad_at(name):
        return False
    if name.endswith(_STRANGERS) and not (len(name) > _TEMPLE and name.endswith(("宫", "庙", "寺"))):
        return False
    if name.endswith(_DIVISIONS) or bearer_of_title(name) >= 0 or begins_with_verb(name) or verbs(name):
        return False
    found = tags(name)
    last = "".join(word for word, _ in found[-3:])
    if len(last) == 3 and last.startswith(words("surname")):  # 歌手田小满: unknown to the dictionary, and no body
        return False
    if any(len(word) > 1 and tag[:1] in _NO_NOUN and tag != "vn" for word, tag in found):
        return False
    return any(tag in _PROPER for _, tag in found) or any(
        len(one) == len(other) == 1 for (one, _), (other, _) in pairwise(found)
    )


_TEMPLE = 3  # characters of a house of worship that has no name
_DIVISIONS = ("省", "市", "区", "县", "旗", "州", "盟", "镇", "乡", "村", "国")
_NO_NOUN = ("v", "d", "p", "c", "r", "t", "z", "u", "y")
_PROPER = frozenset(("nt", "nz", "ns", "nr", "j", "nrt", "nrfg"))
