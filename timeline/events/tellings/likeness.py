"""Two tellings of the same days -> how surely they are one happening, from 0 to 1.

Titles are compared by what they say: without verbs of holding, numbers and names of places. What only one of them says
is an omission, or explained by the place, the hosts or the sentence of the other; where each says something that the
other does not, they tell of two things.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product

from timeline.events.language.persons import person_of
from timeline.events.language.segment import tags
from timeline.events.language.words import pattern, verbs, words
from timeline.events.tellings.besides import before, besides
from timeline.events.tellings.cores import NAMED, core, is_bare, own_words, pairs, short_named
from timeline.events.tellings.differences import apart, counts, hosts_in_common, same_place, shortens
from timeline.events.tellings.matches import one_match, one_stage
from timeline.events.tellings.paradigms import body_at_the_head, other_member
from timeline.events.tellings.paraphrases import Run, in_words, is_slight, of_other_words, short_names
from timeline.events.tellings.parts import is_part, is_site, of_a_unit
from timeline.events.tellings.readings import READINGS, at_its_shortest, without_bodies
from timeline.model import Event, EventKind
from timeline.text.folding import fold

_BLANK = re.compile(r"\s+")
_ENOUGH = 4  # characters that two titles share at least
_LONG, _COMMON = 8, 2  # characters of titles that are read once more only if they share so many pairs of them
_PLENTY = 6  # … where each of them says something of little weight that the other does not


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


@lru_cache(maxsize=4_096)
def _folded(*texts: str) -> str:
    known = "\n".join(_BLANK.sub("", fold(text)) for text in texts)
    return f"{known}\n{short}" if (short := short_named(known)) != known else known


def _unexplained(runs: list[Run], one: Event, other: Event) -> list[Run]:
    """The runs that the place, the hosts and, in another document, the sentence of the other do not say either."""
    told = () if _same_document(one, other) else (other.description[:300],)
    # Of the hosts in common either name is known.
    known = _folded(other.place or "", *other.organisers, *hosts_in_common(one, other), *told)
    return [run for run in runs if not (_said(run.words, known) or _is_office(run, other) or _leads(run.words))]


def unsaid(text: str, other_text: str, one: Event, other: Event) -> bool:
    """Whether the one says something that neither the other nor its place, hosts or sentence say."""
    return bool(_unexplained(_rest(text, other_text), one, other))


def names_more(text: str, other_text: str, one: Event, other: Event) -> bool:
    """Whether what the one says beyond the other names anything."""
    return not all(map(is_slight, _unexplained(_rest(text, other_text), one, other)))


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


def _of_two_sites(one: Event, other: Event, left: Sequence[Run], right: Sequence[Run]) -> bool:
    """Whether the one begins with its place, and the other with another: 机场航站楼|改建 and 机场高速|改建."""
    for run, event, its in ((r, b, a) for runs, a, b in ((left, one, other), (right, other, one)) for r in runs):
        place = fold(event.place or "")
        if run.told or not place or not fold(event.title).startswith(place) or not is_site(run.words):
            continue
        if place in fold(its.title) or same_place(one, other):
            continue
        if not any(fold(body) in run.words for body in its.organisers):
            return True
    return False


def _without_insertions(*sides: tuple[list[Run], str]) -> tuple[list[Run], list[Run]]:
    """The runs of two cores, or none of that one which only says more of things that both name: 合作|框架|协议."""
    found = [[run for run in runs if not _is_inserted(run, other)] for runs, other in sides]
    if (found[0] and found[1]) or _does_more(found, _CLAUSE):
        return sides[0][0], sides[1][0]
    return found[0], found[1]


def _does_more(sides: Sequence[Sequence[Run]], least: int) -> bool:
    """Whether what is left of a title tells what somebody else does: 总理致电祝贺|某人当选."""
    return any(
        len(run.words) >= least and _DOES.search("".join(tag[:1] or "x" for _, tag in tags(run.words)))
        for runs in sides
        for run in runs
    )


_DOES = re.compile("[nx].*v")  # somebody, and what is done


def _is_inserted(run: Run, other: str) -> bool:
    """Whether a run stands between what stands side by side in the other, and is no name, number or event."""
    beside = run.told[-1:] + run.ahead[:1]
    if len(beside) < 2 or "\n" in beside or beside not in pairs(other) or len(run.words) > _INSERTED:
        return False
    found = tags(run.words)
    return pattern("noun").search(run.words) is None and all(tag in _PLAIN_TAGS for _, tag in found)


_CLAUSE = 6  # characters of a run that hold a clause
_INSERTED = 4  # characters of a word that is put between two others
_PLAIN_TAGS = frozenset("n b a v vn d ad an f".split())


def _without_short_names(left: list[Run], right: list[Run]) -> tuple[list[Run], list[Run]]:
    """The runs of two cores without those whose words one of them shortens to a letter each: 车展, 半马."""
    whole = {id(run): in_words(run) for run in (*left, *right)}
    one = [(a, b) for a in left for b in right if short_names(whole[id(a)], whole[id(b)])]
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


def _is_office(run: Run, other: Event) -> bool:
    """Whether a run is how somebody is spoken of, right before the name: 中国工程院院士, “灯王”."""
    office = _OFFICE.search(run.words) is not None
    if not office and not run.ahead.startswith("\n"):
        return False
    if person_of(run.ahead.lstrip("\n")[:_PERSON].replace("\n", ",")) is not None:
        return True
    name = run.ahead[:_NAME]  # 区委书记|刘涛检查安全, where the other begins with the name
    return office and not run.told and len(name) == _NAME and fold(other.title).startswith(name)


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


def _supported(one: Event, other: Event) -> bool:
    """Whether more than a common name speaks for it: the document, the sentence, the hour, the place or a host."""
    if _same_document(one, other) or _sentence(one) == _sentence(other):
        return True
    if hosts_in_common(one, other) or (one.when.time and one.when.time == other.when.time):
        return True
    if _names_whose(one, other) or _names_whose(other, one):
        return True
    if _at_home(one, other) or _at_home(other, one) or (counts(one.title) and counts(one.title) == counts(other.title)):
        return True
    return same_place(one, other)


def _names_whose(one: Event, other: Event) -> bool:
    """Whether the one title names the body that held the other, or its house."""
    title = fold(one.title)
    return any(len(body) > NAMED and fold(body) in title for body in (*other.organisers, other.place or ""))


def _at_home(one: Event, other: Event) -> bool:
    """Whether the one was held at the house of a body that held the other."""
    return bool(one.place) and any(
        fold(one.place or "").endswith(fold(body)) for body in other.organisers if len(body) >= NAMED
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
    if _of_two_bodies(one, other):
        return 0.0
    cores = core(one.title, one.place), core(other.title, other.place)
    score = _alike(one, other, *cores)
    if score or _same_document(one, other):
        return score
    if one_match(one.title, other.title) or one_stage(one, other):
        return 0.8
    if min(map(len, cores)) >= _LONG and len(pairs(fold(one.title)) & pairs(fold(other.title))) < _COMMON:
        return 0.0  # no reading finds what two long titles share, if they share a word
    tried = {cores}
    for reading in READINGS:
        cores = reading(one, other), reading(other, one)
        if cores not in tried and (score := _alike(one, other, *cores)):
            return score
        tried.add(cores)
    return _in_other_clauses(one, other)


def _in_other_clauses(one: Event, other: Event) -> float:
    """How surely a clause beside the title of the one is what the other is called, or each opens with one deed."""
    mine, its = (besides(event.description, event.title) for event in (one, other))
    named = [(one.title, clause) for clause in its] + [(clause, other.title) for clause in mine]
    begun = (before(event.description, event.title) for event in (one, other))
    for left, right in (*named, *product(*begun)):
        if len(pairs(core(left, None)) & pairs(core(right, None))) < _WORDS:
            continue
        a, b = (replace(event, title=t, description=t) for event, t in ((one, left), (other, right)))
        if apart(a, b) or _of_two_bodies(a, b):
            continue
        if any(_alike(a, b, *cores) for cores in ((core(left, a.place), core(right, b.place)), _shortest(a, b))):
            return _SURE_OF_CLAUSES
    return 0.0


def _shortest(one: Event, other: Event) -> tuple[str, str]:
    return at_its_shortest(one, other), at_its_shortest(other, one)


_WORDS = 2  # pairs of characters that two clauses share at least
_SURE_OF_CLAUSES = 0.4  # less than any title


def _of_two_things(one: Event, other: Event) -> bool:
    """Whether the sentences of two documents that both tell of 报名 speak of two things."""
    if _same_document(one, other):
        return False
    if other_member(one.description[:_SENTENCE], other.description[:_SENTENCE]):
        return True
    left, right = (
        own_words(core(event.description, event.place)) - pairs(core(event.title, event.place))
        for event in (one, other)
    )
    least = min(len(left), len(right))
    return least >= _WORDS_OF_A_THING and len(left & right) * 3 < least


_SENTENCE = 80  # characters of a sentence that say of what it speaks
_WORDS_OF_A_THING = 8  # pairs of characters of a sentence that say of what it speaks


def _only_begins(text: str) -> bool:
    """Whether a core only says that something begins, ends or is under way: 全面启动."""
    for name in ("opening", "closing", "unveiling", "slight"):
        text = pattern(name).sub("", text)
    return len(text.replace("全面", "").replace("\n", "")) < _DEED


def _of_two_bodies(one: Event, other: Event) -> bool:
    """Whether each title begins with a body of which the other telling says nothing."""
    left, right = body_at_the_head(one.title), body_at_the_head(other.title)
    if not left or not right or left == right:
        return False
    return not (left[:_NAME] in _folded(*_told(other)) or right[:_NAME] in _folded(*_told(one)))


_NAME = 2  # characters by which a body is known


def _told(event: Event) -> tuple[str, ...]:
    return event.title, event.place or "", event.description[:300], *event.organisers


def _least(left: str, right: str, rests: Sequence[str]) -> int:
    """How many characters of either core are not in its rest, the fewer of both."""
    return min(len(text.replace("\n", "")) - len(rest) for text, rest in zip((left, right), rests, strict=True))


_DEED = 2  # characters of a deed that two titles share, where sentence and place say the rest


def _alike(one: Event, other: Event, left: str, right: str) -> float:
    """How surely two tellings that nothing sets apart are one happening, by what their titles say."""
    if not left or not right:
        named = fold(one.title) == fold(other.title) and _supported(one, other)
        return 1.0 if named and not _of_two_things(one, other) else 0.0
    if of_a_unit(one, other) and is_bare(without_bodies(one)) and is_bare(without_bodies(other)):
        return 0.0
    if left == right:
        return 1.0 if not is_bare(left) or (_supported(one, other) and not _of_two_things(one, other)) else 0.0
    only_left, only_right = _rest(left, right), _rest(right, left)
    said = ["".join(run.words for run in only) for only in (only_left, only_right)]
    supported = _supported(one, other)
    shared = _least(left, right, said)
    near = _same_document(one, other)
    only_left, only_right = _unexplained(only_left, one, other), _unexplained(only_right, other, one)
    if any(is_part(run) for run in (*only_left, *only_right)):
        return 0.0
    short_for = supported and left[-1] == right[-1] and _abbreviates(left, right, _LETTERS)
    if shorter := short_for or _abbreviates(said[0], said[1]):
        only_left = only_right = []
    elif near and shared < NAMED:
        return 0.0  # whatever explains the rest
    due = one.kind is other.kind is EventKind.DEADLINE
    ended = one.when.edtf == other.when.edtf and one.when.single_day
    only_left, only_right = (
        [run for run in only if not _opens(run.words, due=due, ended=ended)] for only in (only_left, only_right)
    )
    only_left, only_right = _without_abbreviations(only_left, only_right)
    if only_left and only_right and not near:
        only_left, only_right = _without_short_names(only_left, only_right)
    if only_left and only_right and not near:
        weighty = [[run for run in only if not is_slight(run)] for only in (only_left, only_right)]
        if not all(weighty) and shared >= _PLENTY and not _does_more(weighty, _LONG):
            only_left, only_right = weighty
    if only_left and only_right and not near:
        only_left, only_right = _without_insertions((only_left, right), (only_right, left))
    added = [(run, right) for run in only_left] + [(run, left) for run in only_right]
    if _of_two_sites(one, other, only_left, only_right):
        return 0.0
    if (only_left and only_right) or any(run.last and (near or not _adds(run, text)) for run, text in added):
        return 0.5 if not near and of_other_words((left, right), (only_left, only_right)) else 0.0
    if not near and not shorter and not same_place(one, other) and (_only_begins(left) or _only_begins(right)):
        return 0.0
    if shared < (NAMED if supported else _ENOUGH) and not shorter:
        if not supported or near:
            return 0.0
        named = any(text in words("noun") for text in (left, right, fold(one.title), fold(other.title)))
        rest = ["".join(run.words for run in only) for only in (only_left, only_right)]
        told = max(len(text.replace("\n", "")) - len(only) for text, only in zip((left, right), rest, strict=True))
        if not (named and shared >= min(len(left), len(right))) and not (shared >= _DEED and told >= _ENOUGH):
            return 0.0
    from rapidfuzz import fuzz

    return max(0.5, fuzz.ratio(left, right) / 100)
