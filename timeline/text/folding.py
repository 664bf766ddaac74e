"""A text -> the same text in simplified characters and half width, and which script it was written in."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib import resources
from itertools import chain, repeat

from timeline.model import Script

CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007"

# Pictures stand where others set a bullet (🎄圣诞音乐会:12/20); the pin says where.
_PIN = 0x1F4CD
_PICTURES = (
    "".join(map(chr, (code for code in range(0x1F300, 0x1FB00) if code != _PIN)))
    + "⌚⌛⏰⏱⏳☀☁☎☔☕⚠⚡⚽⚾✂✅✈✉✏✔✨❄❌❓❗❤➡⭐"
)
# One form of each sign. The right side is what every pattern in the house is written in.
_SIGNS = {
    **{chr(0xFF01 + i): chr(0x21 + i) for i in range(94)},  # full width ASCII
    **dict(zip("「」『』﹁﹂﹃﹄〝〞", "“”‘’“”‘’“”", strict=True)),
    **dict.fromkeys("‐‑‒−﹣", "-"),
    **dict.fromkeys("─━―", "—"),
    **dict.fromkeys("〜∼˜", "~"),
    **dict.fromkeys("─━―", "—"),  # a line of a table, where a keyboard has no dash
    **dict.fromkeys("‧•・∙⋅" + _PICTURES, "·"),
    "\u20e3": ")",  # 1️⃣ is 1)
    **dict.fromkeys("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "),
    **dict.fromkeys("│┃︱∣❘丨", "|"),
    **dict.fromkeys("○◯", "〇"),
    **dict.fromkeys("嵗歳\U00021ed5", "岁"),  # as old prints cut it
    **dict.fromkeys("﹕∶", ":"),
    **dict(zip("︰﹐﹔﹖﹗﹙﹚", ":,;?!()", strict=True)),
}


# Radicals that a PDF writes for the characters they look like (2024年⽉, ⾳乐), and those of the supplement.
_RADICALS = range(0x2F00, 0x2FD6)
_SUPPLEMENT = dict(
    zip(
        "⺠⺫⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "民目虎西见角贝车长长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)


@cache
def simplifications() -> dict[str, str]:
    """Traditional character -> simplified character; see the head of the data file for its source."""
    text = resources.files("timeline").joinpath("data/traditional.tsv").read_text(encoding="utf-8")
    return {pair[0]: pair[1] for line in text.splitlines() if not line.startswith("#") for pair in line.split(" ")}


@cache
def _forms() -> dict[str, str]:
    """Every character that has another form -> the form in which the house writes it."""
    simplified = simplifications()
    whole = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in _RADICALS}
    return simplified | _SIGNS | _SUPPLEMENT | {radical: simplified.get(sign, sign) for radical, sign in whole.items()}


@cache
def _fold_table() -> dict[int, int]:
    """Each character of the common blocks has its row: what a table lacks costs twice as much as what it holds."""
    common = chain(range(0x80), range(0x2010, 0x2030), range(0x3000, 0x3020), range(0x4E00, 0xA000))
    return {**{code: code for code in common}, **{ord(a): ord(b) for a, b in _forms().items()}}


def fold(text: str) -> str:
    """The same text in simplified characters and half width, character for character.

    >>> fold("２０２０年５月，「助殘日」")
    '2020年5月,“助残日”'
    """
    return _folded_name(text) if len(text) <= _NAME else text.translate(_fold_table())


_NAME = 40  # characters of a title, a place, a body: such are folded again and again, and remembered


@lru_cache(maxsize=16_384)
def _folded_name(text: str) -> str:
    return text.translate(_fold_table())


def unfolded(text: str) -> tuple[str, str]:
    """The characters that fold to some character of a folded text, and beside each the one that it folds to.

    >>> unfolded("残5")
    ('殘５', '残5')
    """
    wanted = set(text)
    pairs = [(a, b) for a, b in _forms().items() if b in wanted]
    return "".join(a for a, _ in pairs), "".join(b for _, b in pairs)


@cache
def _sides() -> dict[str, int]:
    """The characters that one script alone has: 1 for the traditional one, -1 for the simplified one."""
    return dict.fromkeys(simplifications().values(), -1) | dict.fromkeys(simplifications(), 1)


def leaning(text: str) -> int:
    """How many characters only the traditional script has, less those that only the simplified one has."""
    return sum(map(_sides().get, text, repeat(0)))


def script(text: str) -> Script:
    """Which script a text is written in, by the characters that only one of them has."""
    return Script.HANT if leaning(text[:20_000]) > 0 else Script.HANS
