"""我市, 该报 in a title -> the name that is meant, or nothing where the title needs none.

Whoever writes for the people of his town says 我市, and whoever has named a paper says 该报. A reader of one line knows
neither. At the head of a title `stand_ins` has told most of them already; the others are told here.
"""

from __future__ import annotations

import re

from timeline.events.drafts import Draft, raw_words
from timeline.events.language.divisions import Path, named
from timeline.events.language.phrases import LONGEST, SHORTEST
from timeline.events.language.segment import lacks_subject
from timeline.events.who.stand_ins import last_name
from timeline.model import Document, Span
from timeline.text.folding import fold

_OURS = re.compile(r"(?<!自)我(?P<kind>[省市县区镇乡州])(?=[一-鿿“《「\d])(?!分别)")
# 来到我县调研: without it nothing would say where; 对我市的工作: what follows is what it is about
_NEEDED = re.compile(r"[到赴来在于往抵离进入由从回至与和及](?:了)?$")
_HEAD, _FOOT, _OFTEN = 80, 60, 3  # characters in which a paper says whose it is, and how often it says it else


def _of_the_town(document: Document, kind: str, home: Path) -> Span | None:
    """The division of one kind whose paper it is: its head or foot names it, or the text says it again and again."""
    text = document.text
    name = next((part for part in reversed(home) if part.endswith(kind)), "")
    stands = [found.start() for found in re.finditer(f"(?<!{_AWAY}){name}", text)] if name else []
    own = [start for start in stands if start < _HEAD or start > len(text) - _FOOT or len(stands) >= _OFTEN]
    if own:
        return Span(own[0], own[0] + len(name))
    above = [span for span, _ in named(text[:_HEAD]) if not re.match(_AWAY, text[span.start - 1 : span.start])]
    above = [span for span in above if span.of(text).endswith(kind)]
    return above[0] if len({span.of(text) for span in above}) == 1 else None


_AWAY = "[赴到往从自在抵来与和、]"  # before a town that is not one's own


def _needed(name: str, match: re.Match[str]) -> bool:
    """Whether a title says who does it, or where, by these words alone: 我市举行灯会, 专家来到我县."""
    rest = name[match.end() :]
    acts = lacks_subject(rest) or rest[:1] in "在于与和同被由从为对将向把"
    return acts if not match.start() else _NEEDED.search(name[: match.start()]) is not None


def _without_ours(document: Document, name: str, home: Path) -> str:
    """我市代表团 as 江岸市代表团; where the text does not say which town it is, as 代表团."""
    for match in reversed(list(_OURS.finditer(fold(name)))):
        town = _of_the_town(document, match["kind"], home)
        told = raw_words(document, [town]) if town else ""
        bare = name[: match.start()] + name[match.end() :]
        if told and told not in bare and len(bare) + len(told) <= LONGEST:
            name = name[: match.start()] + told + name[match.end() :]
        elif len(bare) >= SHORTEST and not _needed(fold(name), match):
            name = bare
    return name


_THAT_WORK = re.compile(
    r"[该此](?:专辑|影片|电影|电视剧|纪录片|单曲|歌曲|小说|作品|节目|杂志|[报刊片剧书曲歌])(?![告导名局馆店单纸界物章记区线院场团手法面展]|社(?!长))"
)
_WORK = re.compile(r"《[^《》\n]{1,24}》")
_THAT_BODY = re.compile(r"该(?P<kind>公司|集团|[校院馆厂队团寺庙桥])(?![方长舍区友史园务址员体旗])")
_THAT_SHIP = re.compile(r"[该此](?:轮|船|舰|艇|客轮|货轮|邮轮|军舰)(?![船员上体长])")
_SHIP = re.compile(
    r"[一-鿿]{0,2}[轮船舰艇]?“[^“”\n]{1,8}”?(?:号|轮|舰|丸)”?|(?<![一-鿿])[一-鿿]{0,2}[轮船舰艇]“[^“”\n]{1,8}”"
)
_THAT_LINE = re.compile(r"该线(?:路|工程)?(?![索上下])")
_LINE = re.compile(r"[一-鿿]{2,8}?\d{1,3}号线|(?<![一-鿿])[一-鿿]{2,6}(?:铁路|高铁|专线|公路|高速)")
_REACH = 800  # characters over which such a name is remembered


def _named_last(text: str, shape: re.Pattern[str], before: int) -> Span | None:
    found = list(shape.finditer(text, max(before - _REACH, 0), before))
    return Span(*found[-1].span()) if found else None


def _with_name(document: Document, draft: Draft, name: str) -> str:
    """凭该专辑获奖 as 凭《初雪》获奖: the last work, body, ship or line that the text has named before."""
    for shape, names in ((_THAT_WORK, _WORK), (_THAT_BODY, None), (_THAT_SHIP, _SHIP), (_THAT_LINE, _LINE)):
        match = shape.search(fold(name))
        at = document.text.find(match[0], draft.context.start, max(draft.context.end, draft.at.end)) if match else -1
        if match is None or at < 0:
            continue
        meant = _named_last(document.text, names, at) if names else last_name(document.text, at, match["kind"])
        told = raw_words(document, [meant]) if meant else ""
        if told and told not in name and len(name) - len(match[0]) + len(told) <= LONGEST:
            name = name[: match.start()] + told + name[match.end() :]
    return name


def pointed_out(document: Document, draft: Draft, name: str, home: Path) -> str:
    """A title without words that point to what its reader has not read."""
    folded = fold(name)
    if len(folded) != len(name):
        return name
    if "我" in folded:
        name = _without_ours(document, name, home)
    return _with_name(document, draft, name) if "该" in folded or "此" in folded else name
