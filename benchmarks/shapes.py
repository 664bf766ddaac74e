"""Milliseconds on documents of doubling lines: no structure of a text may cost more than its length.

    python benchmarks/shapes.py [--lines 250 500 1000 2000] [--only grid] [--rows 12]

`linear.py` repeats phrases; here what stands between and around them is repeated (`tests/hostile/shapes.py`). Each text
is built whole. A shape whose cost a line grows by more than half from one size to the next is said to grow; what is
quadratic only where many tell of one day is still growing at 500 lines and no longer at 1,000.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.hostile.shapes import SHAPES
from timeline.pipeline import build
from timeline.text import document

_WORSE = 1.5  # times as dear a line at twice the lines; what is quadratic comes to twice
_SECONDS = 0.2  # under which a clock tells nothing


def cost(text: str) -> float:
    """Seconds of a processor to build a document."""
    source = document("", text)
    started = time.process_time()
    build([source])
    return time.process_time() - started


def main() -> int:
    """Prints the dearest shapes and those that grow; the exit code tells whether any does."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--lines", type=int, nargs="+", default=[250, 500, 1_000, 2_000])
    parser.add_argument("--rows", type=int, default=12, help="how many of the dearest are printed")
    parser.add_argument("--only", default="", help="shapes whose names hold these words")
    asked = parser.parse_args()
    cost(SHAPES["chronicle"](100))  # what is made when it is first needed is not counted
    found = []
    for name in (name for name in SHAPES if asked.only in name):
        costs = [cost(SHAPES[name](size)) for size in asked.lines]
        steps = zip(costs, costs[1:], asked.lines, asked.lines[1:], strict=False)
        rates = [(after / more) / (before / fewer) for before, after, fewer, more in steps if after > _SECONDS]
        grows = bool(rates) and rates[-1] > _WORSE
        found.append((costs, name, grows))
    found.sort(key=lambda row: -row[0][-1])
    print("ms at", *(f"{size:,}" for size in asked.lines), f"lines, {len(found)} shapes")
    for place, (costs, name, grows) in enumerate(found):
        if place < asked.rows or grows:
            print(*(f"{1_000 * each:>8,.0f}" for each in costs), f"  {name}{'  GROWS' if grows else ''}")
    return 1 if any(grows for _, _, grows in found) else 0


if __name__ == "__main__":
    sys.exit(main())
