"""Nanoseconds a character on hostile text of growing length: no text may cost more than its length.

    python benchmarks/linear.py [--megabytes 8] [--rows 3] [--only 月]

Each text is a unit, written again and again: digits and date characters, brackets and quotation marks that are never
closed, each example of the tables, and each of them without its last character, so that every pattern is led on and
disappointed. All are found in at 4,000 and 16,000 characters, as one paragraph, and built from at 1,000 and 4,000, in
lines of sixty; the dearest in finding are then found in at 1, 2, 4 and 8 MB.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator

from timeline.find import find, phrases
from timeline.find.damaged import DAMAGES
from timeline.find.traps import TRAPS
from timeline.pipeline import build
from timeline.text import document
from timeline.text.folding import fold

UNITS = (
    *"年月日号时点分秒天周第一〇十零廿半数几多上下前后今每至到内的近(“《1",
    *(
        "1234567890",
        "年月日",
        "年月日时分秒",
        "日月年",
        "一二三四五六七八九十",
        "百千万",
        "第第第1",
        "第一",
        "1日",
        "5月",
        "初一",
    ),
    *(
        "1年2月3日4时5分",
        "5月5日至5月6日至",
        "1-2-3/4.5:6",
        "月月年年日日",
        "5月(5月(",
        "每周一、",
        "1、2日、",
        "一、二、",
    ),
    *("1,000,", "1.", "1/2/", "12:", "2022", "2022年", "1 ", "1月\n1\n", "月\n", "://", ".pdf", "May 15, ", "Jan "),
    *(
        ")(",
        "“”",
        "(“",
        "“,",
        "《》",
        "甲子年",
        "光绪元年",
        "十七年六月,",
        "公元前",
        "民国",
        "今(14)日",
        "今(",
        "五一",
        "节日",
    ),
)
_LONG = ("1234567890", "年月日", "第第第1", "(“", "月月年年日日")  # always read at full length
_LINE = 60  # characters of a line of the text that is built
_BYTES = 3  # of a Chinese character
_WORSE = 2.5  # times as dear a character: what is quadratic is four times as dear, and the clock wavers
_MIXED = "年月日号时点分秒天周期第一二三四五六七八九十百千万〇两半几数多上下前后今昨明本每至到—~-/.:,、() 0123456789“”"


def units() -> Iterator[str]:
    """Every unit: the fixed ones, the examples of the tables, whole and cut short, and two mixtures."""
    examples = [example for phrase in phrases() for example in phrase.examples]
    sentences = [*(trap.trap for trap in TRAPS), *(damage.damaged for damage in DAMAGES)]
    yield from dict.fromkeys((*UNITS, *map(fold, examples), *(fold(example)[:-1] for example in examples), *sentences))
    chance = random.Random(20261122)
    yield "".join(chance.choices(_MIXED, k=4_000))
    yield "".join(chance.choices("年月日0123456789至、 ", k=4_000))


def lines(text: str) -> str:
    """The text in sentences of a line each."""
    return "".join(f"{text[at : at + _LINE]}。\n" for at in range(0, len(text), _LINE))


def cost(unit: str, size: int, *, whole: bool = False) -> float:
    """Nanoseconds a character of finding in so many characters of a unit, or of the whole build."""
    text = (unit * (size // len(unit) + 1))[:size]
    source = document("", lines(text) if whole else text)
    started = time.process_time()
    if whole:
        build([source])
    else:
        find(source)
    return (time.process_time() - started) * 1e9 / size


def table(name: str, sizes: tuple[int, ...], chosen: list[str], rows: int, *, whole: bool = False) -> list[str]:
    """Prints what the dearest units cost, and those that grow; gives the dearest."""
    for unit in chosen[:3]:
        cost(unit, sizes[0], whole=whole)  # what is made when it is first needed is not counted
    found = [([cost(unit, size, whole=whole) for size in sizes], unit) for unit in chosen]
    found.sort(key=lambda row: -row[0][-1])
    print(f"{name}: ns a character at", *(f"{size:,}" for size in sizes), f"characters, {len(found)} texts")
    for i, (costs, unit) in enumerate(found):
        grows = costs[-1] > _WORSE * costs[0]
        if i < rows or grows:
            print(*(f"{each:>9,.0f}" for each in costs), f"  {unit[:24]!r}{'  GROWS' if grows else ''}")
    print(f"{sum(costs[-1] for costs, _ in found) / len(found):>9,.0f} on average\n")
    return [unit for _, unit in found]


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--megabytes", type=int, default=8, help="the longest text to find in; 0 for none")
    parser.add_argument("--rows", type=int, default=10, help="how many of the dearest are printed")
    parser.add_argument("--long", type=int, default=2, help="how many of the dearest are read at full length")
    parser.add_argument("--only", default="", help="units that hold these words")
    asked = parser.parse_args()
    chosen = [unit for unit in units() if asked.only in unit]
    dearest = table("find", (4_000, 16_000), chosen, asked.rows)
    table("build", (1_000, 4_000), chosen, asked.rows, whole=True)
    sizes = tuple(megabytes * 1_000_000 // _BYTES for megabytes in (1, 2, 4, 8) if megabytes <= asked.megabytes)
    if sizes:
        table("find", sizes, [*_LONG, *dearest[: asked.long]], len(_LONG) + asked.long)


if __name__ == "__main__":
    main()
