"""Two tellings of the same days -> how surely they are one happening, from 0 to 1.

Titles are compared by what they say: without verbs of holding, numbers and names of places. What only one of them says
is an omission, or explained by the place, the hosts or the sentence of the other; where each says something that the
other does not, they tell of two things.

>>> core("天津市第三届“夏季送凉爽”活动在水上公园举行", "水上公园")
'夏季送凉爽'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from timeline.events.differences import apart, counts, hosts_in_common, same_place, shortens, without_counts
from timeline.events.divisions import named
from timeline.events.paraphrases import Run, of_other_words
from timeline.events.persons import person_of
from timeline.events.segment import tags
from timeline.events.words import branch, pattern, verbs, words
from timeline.memory import remembered
from timeline.model import Event, EventKind
from timeline.text.folding import fold

_SIGNS = re.compile(r"[^\w\u3400-\u9fff]+")
_BLANK = re.compile(r"\s+")
_CEREMONY = re.compile(
    r"(?<=开幕|闭幕|揭幕|揭牌|启动|开课|开营|结营|开工|竣工|开业|开学|开赛|签约|授牌|颁奖|奠基|通车|开通)(?:仪式|典礼|会|式)"
)
# 第一中学 is 一中, 第三人民医院 三院.
_NUMBERED = re.compile(r"第([一二三四五六七八九十]{1,3})(?:高级|实验|人民)?(?:([中小])学|医(院)|(幼)儿园)")
_GAMES = re.compile(r"第([一二三四五六七八九十]{1,3})届(?:全国|全军|[省市县区])?运动会")  # 八运会
# 因病|逝世, and no 因|病逝|世; “她力量”主题|分享会; 《学报》上|发表.
_ADDED = re.compile("因病(?:医治无效)?|(?<=[”》])(?:主题|上(?=[发刊登连]))")
_YEAR = re.compile(r"(?<!\d)\d{2,4}(?:-\d{4})?(?:学年度?|年度)|(?<!\d)\d{4}届")  # 2023年度|民主生活会
# 我院|第三批医疗队, 他的|《江村经济》: whose it is, the other paper says by name.
_SELF = re.compile("^[他她]们?的?|[我本](?=[校院馆司公社局厂队所会])(?:公司|.)")
_FIRM = re.compile("(?<=..)(?:股份)?有限(?:责任)?公司")
_LASTS = re.compile(r"[一二两三四五六七八九十半\d]{1,3}(?:天|个?小时|个?星期|周(?![年岁])|个月)$")  # 闭馆一天
# 27名|队员, 三千余人|赴宴: how many is no name of a thing, as in 3人|篮球赛.
_MANY = re.compile(
    r"(?:\d[\d,.]*|[一二两三四五六七八九十百千万]+)(?:[多余几][万个]?[名位人户家棵株只件台辆份册套桌]?|[名位棵株桌])"
)
_ENOUGH = 4  # characters that two titles share at least
_NAMED = 3  # characters beside nouns of events that name a thing of its own


@cache
def _alternatives() -> tuple[re.Pattern[str], dict[str, str]]:
    """Any word that has another for it, and the one that stands for all of them."""
    rows = [row.split() for row in words("synonyms")]
    return re.compile(branch(word for row in rows for word in row)), {word: row[0] for row in rows for word in row}


@lru_cache(maxsize=32_768)
def core(title: str, place: str | None) -> str:
    """What a title says, folded; pieces that were apart are on lines of their own."""
    text = _uncounted(title)
    if place:
        if (name := fold(place)) not in text:
            return core(title, None)
        text = text.replace(name, "\n")
    for span, _ in reversed(list(named(text))):
        text = f"{text[: span.start]}\n{text[span.end :]}"
    search, first = _alternatives()
    text = search.sub(lambda match: first[match[0]], _CEREMONY.sub("", text))
    text = pattern("light").sub("\n", _SIGNS.sub("\n", text))
    return "\n".join(piece for piece in text.split("\n") if piece)


@remembered(32_768)
def _uncounted(title: str) -> str:
    """A title, folded, without years, numbers and what only says whose or how long."""
    title = _YEAR.sub("\n", title)
    text = fold(title).replace("《中华人民共和国", "《")
    if "第" in text:
        text = _NUMBERED.sub(r"\1\2\3\4", _GAMES.sub(r"\1运会", text))
    return without_counts(_ADDED.sub("", _LASTS.sub("\n", _MANY.sub("\n", _SELF.sub("\n", _FIRM.sub("", text))))))


@remembered(32_768)
def pairs(text: str) -> frozenset[str]:
    """The characters of a text two by two, and those that stand alone."""
    pieces = text.split("\n")
    return frozenset(piece[i : i + 2] for piece in pieces for i in range(max(1, len(piece) - 1)) if piece)


@remembered(32_768)
def own_words(text: str) -> frozenset[str]:
    """The pairs of a core without nouns that name many events; none where it is nothing else."""
    return pairs(pattern("noun").sub("\n", text))


def _rest(text: str, other: str) -> list[Run]:
    """The runs of a core that are not said by the other."""
    known = pairs(other)
    if pairs(text) <= known:
        return []
    said = bytearray(len(text))
    if text[-1] == other[-1]:
        said[-1] = 1  # 换届选举会 and 换届会
    for i, sign in enumerate(text):
        if sign == "\n":
            said[i] = 1
        elif text[i : i + 2] in known:
            said[i : i + 2] = b"\1\1"
        alone = (i == 0 or text[i - 1] == "\n") and (i + 1 == len(text) or text[i + 1] == "\n")
        if alone and sign in other:
            said[i] = 1
    runs = (run.span() for run in re.finditer(rb"\0+", bytes(said)))
    last = len(text) - said[-1]
    whole = last == len(text)
    return [Run(text[i:j], whole and j == last and j - i > 1, text[:i], text[j:]) for i, j in runs]


@lru_cache(maxsize=32_768)
def _folded(*texts: str) -> str:
    return "\n".join(_BLANK.sub("", fold(text)) for text in texts)


def _unexplained(runs: list[Run], one: Event, other: Event) -> list[Run]:
    """The runs that the place, the hosts and, in another document, the sentence of the other do not say either."""
    told = () if _same_document(one, other) else (other.description[:300],)
    # Of the hosts in common either name is known.
    known = _folded(other.place or "", *other.organisers, *hosts_in_common(one, other), *told)
    return [run for run in runs if not (_said(run.words, known) or _is_office(run) or _leads(run.words))]


def unsaid(text: str, other_text: str, one: Event, other: Event) -> bool:
    """Whether the one says something that neither the other nor its place, hosts or sentence say."""
    return bool(_unexplained(_rest(text, other_text), one, other))


def _leads(words_: str) -> bool:
    """Whether a run is but a word that leads on: 到, 对."""
    return words_ in ("到", "赴", "对", "至")


def _without_abbreviations(left: list[Run], right: list[Run]) -> tuple[list[Run], list[Run]]:
    """The runs of two cores without those of which one is short for the other: 国博 and 国家博物馆."""
    one = [
        (a, b)
        for a in left
        for b in right
        if a.words[0] == b.words[0] and (_abbreviates(a.words, b.words) or 1 in (len(a.words), len(b.words)))
    ]
    gone = {id(run) for pair in one for run in pair}
    return [run for run in left if id(run) not in gone], [run for run in right if id(run) not in gone]


def _abbreviates(one: str, other: str, letters: int = 4) -> bool:
    """Whether one text is short for the other, of which it keeps one of so many letters."""
    short, long = sorted((one, other), key=len)
    return len(long) <= letters * len(short) and shortens(short, long)


_LETTERS = 2  # of a title that leaves out what another says: 升旗 and 升国旗


def _said(words_: str, known: str) -> bool:
    """Whether a text says some words, as they are or each of them somewhere: 绿源社区|居民."""
    if words_ in known or (len(words_) > 2 and shortens(words_, known)):
        return True
    parts = [word for word, _ in tags(words_) if len(word) > 1]
    return len(parts) > 1 and sum(map(len, parts)) >= len(words_) - 1 and all(part in known for part in parts)


def _is_office(run: Run) -> bool:
    """Whether a run is how somebody is spoken of, right before the name: 中国工程院院士, “灯王”."""
    called = run.ahead.startswith("\n") or _OFFICE.search(run.words) is not None
    return called and person_of(run.ahead.lstrip("\n")[:_PERSON].replace("\n", ",")) is not None


_OFFICE = re.compile(
    r"(?:[省市县区镇乡村局处科厅部署院校行社馆队会]长|书记|主[席任编]|委员|代表|院士|教授|博士|研究员|总[统理裁]|董事|经理|大臣|[作画]家|艺术家|演员|歌手|导演"
    r"|冠军|先生|女士|老人|同志|老师|将军|大使|医生|记者|选手|英雄|之父)$"
)
_PERSON = 8  # characters in which the name of a person shows


def _same_document(one: Event, other: Event) -> bool:
    if one.evidence and other.evidence and one.evidence[0].document == other.evidence[0].document:
        return True
    return not {e.document for e in one.evidence}.isdisjoint(e.document for e in other.evidence)


def _sentence(event: Event) -> str:
    return _BLANK.sub("", event.description)


def _bare(text: str) -> bool:
    """Whether a core is only what many happenings are called: 招聘会, 座谈会."""
    return len(pattern("noun").sub("", text.replace("\n", ""))) < _NAMED


def _supported(one: Event, other: Event) -> bool:
    """Whether more than a common name speaks for it: the document, the sentence, the hour, the place or a host."""
    if _same_document(one, other) or _sentence(one) == _sentence(other):
        return True
    if hosts_in_common(one, other) or (one.when.time and one.when.time == other.when.time):
        return True
    if _at_home(one, other) or _at_home(other, one) or (counts(one.title) and counts(one.title) == counts(other.title)):
        return True
    return same_place(one, other)


def _at_home(one: Event, other: Event) -> bool:
    """Whether the one was held at the house of a body that held the other."""
    return bool(one.place) and any(
        fold(one.place or "").endswith(fold(body)) for body in other.organisers if len(body) >= _NAMED
    )


def _adds(run: Run, other: str) -> bool:
    """Whether the last words of a title only say of what: 封闭|交通; or whom, where the other ends in the visit."""
    found = tags(run.words)
    plain = all(tag[:1] in ("n", "b") and word not in _KINDS for word, tag in found) and not verbs(run.words)
    visited = verbs(run.told[-_DEED:])
    object_ = bool(visited and visited[0][1] == "visit") and other.endswith(run.told[-_DEED:])
    return plain and pattern("noun").search(run.words) is None and (len(found) == 1 or object_)


_KINDS = frozenset("主题 专题 专场 系列".split())
_HEADS = ("赛", "会", "式", "展", "节", "考试", "比赛")


_ENDS = re.compile("(?:通道|系统|平台)?(?:截止|关闭|结束)")


def _opens(run: str, *, due: bool, ended: bool) -> bool:
    """Whether a run only says that something begins, or of what is due, or lasts a day, that it ends."""
    if due and _ENDS.fullmatch(run):
        return True
    begun = pattern("unveiling").sub("", pattern("opening").sub("", run))
    return not begun or (begun != run and begun in _HEADS) or (ended and pattern("closing").sub("", run) == "")


def likeness(one: Event, other: Event) -> float:
    """How surely two tellings of the same days are one happening; 0 where they are not."""
    if apart(one, other):
        return 0.0
    cores = core(one.title, one.place), core(other.title, other.place)
    score = _alike(one, other, *cores)
    if score or _same_document(one, other):
        return score
    tried = {cores}
    for reading in _READINGS:
        cores = reading(one, other), reading(other, one)
        if cores not in tried and (score := _alike(one, other, *cores)):
            return score
        tried.add(cores)
    return 0.0


# 突降特大暴雨,地铁停运 and 完工并投入试运行: what comes of it is an addition.
_HEAD = re.compile(r"[^,]{6,}(?=(?:,|(?<![合兼吞归裁])并)[^,]{2,}$)")
_ATTRIBUTE = re.compile(r"[\u4e00-\u9fff]{2,12}$")


def _without_hosts(event: Event, other: Event) -> str:
    """What a title says without those who hold it, where the other telling says of nobody that they do."""
    title = fold(event.title)
    for body in () if other.organisers else event.organisers:
        title = title.replace(fold(body), "\n")
    said = core(title, event.place)
    nobody = core(other.title, other.place)[:2] in pairs(said)  # it begins with what is held
    return said if nobody and len(said.replace("\n", "")) >= _NAMED else core(event.title, event.place)


@cache
def _accidents() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = [row.split() for row in words("incident")]
    return re.compile(branch(word for row in rows for word in row)), {word: row[0] for row in rows for word in row}


def _as_accident(event: Event, _: Event) -> str:
    """突发大火 as 突发火灾: another document has another word for an accident of one kind."""
    search, first = _accidents()
    return core(search.sub(lambda match: first[match[0]], fold(event.title)), event.place)


_SECOND = re.compile(r"(?<=.{4})暨.{4,}")


_DECIDED = re.compile("[^,]{2,12}?(?:决定|宣布|通知|要求)(?=.{4,})")


def _without_decider(event: Event, _: Event) -> str:
    """市防指决定学校停课 is the 学校停课 of another telling."""
    return core(_DECIDED.sub("", fold(event.title), count=1), event.place)


def _without_second(event: Event, _: Event) -> str:
    """开学典礼暨军训动员大会 is the 开学典礼 of another telling."""
    return core(_SECOND.sub("", fold(event.title)), event.place)


def _with_place(event: Event, _: Event) -> str:
    """What a title says with its place, where little else is said: a bridge is opened."""
    said = core(event.title, event.place)
    return said if len(said.replace("\n", "")) >= _NAMED else core(event.title, None)


def _without_places(event: Event, other: Event) -> str:
    """What a title says without the place of either: 剧院演出《杜兰朵》 and 《杜兰朵》在剧院登台."""
    title = fold(event.title)
    for place in sorted((fold(e.place) for e in (event, other) if e.place), key=len, reverse=True):
        title = title.replace(place, "\n")
    return core(title, None)


def _without_addition(event: Event, _: Event) -> str:
    head = _HEAD.match(fold(event.title))
    return core(event.title[: head.end()] if head else event.title, event.place)


def _with_attribute(event: Event, _: Event) -> str:
    """What a title says that is but a noun, with the words before it in the sentence: 记者节|座谈会."""
    sentence, title = _BLANK.sub("", fold(event.description)), fold(event.title)
    before = _ATTRIBUTE.search(sentence.partition(title)[0]) if title in sentence and _bare(title) else None
    return core(f"{before[0] if before else ''}{event.title}", event.place)


_READINGS = (
    _without_hosts,
    _with_place,
    _without_places,
    _as_accident,
    _without_addition,
    _without_second,
    _without_decider,
    _with_attribute,
)


def _least(left: str, right: str, rests: Sequence[str]) -> int:
    """How many characters of either core are not in its rest, the fewer of both."""
    return min(len(text.replace("\n", "")) - len(rest) for text, rest in zip((left, right), rests, strict=True))


_DEED = 2  # characters of a deed that two titles share, where sentence and place say the rest


def _alike(one: Event, other: Event, left: str, right: str) -> float:
    """How surely two tellings that nothing sets apart are one happening, by what their titles say."""
    if not left or not right:
        return 1.0 if fold(one.title) == fold(other.title) and _supported(one, other) else 0.0
    if left == right:
        return 1.0 if not _bare(left) or _supported(one, other) else 0.0
    only_left, only_right = _rest(left, right), _rest(right, left)
    said = ["".join(run.words for run in only) for only in (only_left, only_right)]
    supported = _supported(one, other)
    shared = _least(left, right, said)
    short_for = supported and left[-1] == right[-1] and _abbreviates(left, right, _LETTERS)
    near = _same_document(one, other)
    if shorter := short_for or _abbreviates(said[0], said[1]):
        only_left = only_right = []
    elif near and shared < _NAMED:
        return 0.0  # whatever explains the rest
    due = one.kind is other.kind is EventKind.DEADLINE
    ended = one.when.edtf == other.when.edtf and one.when.single_day
    only_left, only_right = (
        [run for run in _unexplained(only, *two) if not _opens(run.words, due=due, ended=ended)]
        for only, two in ((only_left, (one, other)), (only_right, (other, one)))
    )
    only_left, only_right = _without_abbreviations(only_left, only_right)
    added = [(run, right) for run in only_left] + [(run, left) for run in only_right]
    if (only_left and only_right) or any(run.last and (near or not _adds(run, text)) for run, text in added):
        return 0.5 if not near and of_other_words((left, right), (only_left, only_right)) else 0.0
    if shared < (_NAMED if supported else _ENOUGH) and not shorter:
        if not supported or near:
            return 0.0
        named = any(text in words("noun") for text in (left, right, fold(one.title), fold(other.title)))
        rest = ["".join(run.words for run in only) for only in (only_left, only_right)]
        told = max(len(text.replace("\n", "")) - len(only) for text, only in zip((left, right), rest, strict=True))
        if not (named and shared >= min(len(left), len(right))) and not (shared >= _DEED and told >= _ENOUGH):
            return 0.0
    from rapidfuzz import fuzz

    return max(0.5, fuzz.ratio(left, right) / 100)
