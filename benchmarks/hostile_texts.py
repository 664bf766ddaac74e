"""Hostile documents, one after the other: exceptions, the longest times, the largest memory.

    python benchmarks/hostile_texts.py [--first 0] [--count 100000] [--slow 2]

Each is grown from a grammar (`tests/hostile/documents.py`), read as a text or as a file, built, written in every format
and explained as a page; its number is all it takes to grow it again. One of 2,500 is a line of ten megabytes.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.hostile.endurance import Endured, endured


def megabytes() -> int:
    """The largest memory that this process has had."""
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return largest // (1 << 20 if sys.platform == "darwin" else 1 << 10)


def line(one: Endured) -> str:
    """A document in a line."""
    sizes = f"{one.characters:>10,} characters {one.expressions:>6,} times {one.events:>5,} events"
    return f"{one.number:>7}: {one.seconds:6.2f} s {sizes}  {'; '.join(one.faults)}"


def main() -> int:
    """Prints the figures; the exit code tells whether one is broken."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--slow", type=float, default=2, help="seconds from which on a document is called slow")
    parser.add_argument("--every", type=int, default=5_000, help="says how far it is after so many")
    asked = parser.parse_args()
    started, counted = time.perf_counter(), Counter[str]()
    slowest: list[Endured] = []
    for number in range(asked.first, asked.first + asked.count):
        one = endured(number)
        counted.update(documents=one.documents, times=one.expressions, events=one.events, characters=one.characters)
        counted["broken"] += bool(one.faults)
        counted["slow"] += one.seconds > asked.slow
        slowest = sorted((*slowest, one), key=lambda each: -each.seconds)[:10]
        if one.faults or one.seconds > asked.slow:
            print(line(one), flush=True)
        if (number + 1) % asked.every == 0:
            print(f"{number + 1:>7}: {time.perf_counter() - started:,.0f} s, {megabytes()} MB", flush=True)
    print("the slowest:", *map(line, slowest), sep="\n")
    print(
        f"{asked.count:,} hostile documents, {counted['characters']:,} characters: {counted['times']:,} times, "
        f"{counted['events']:,} events; {counted['broken']} with faults, {counted['slow']} over {asked.slow:g} s, "
        f"{megabytes()} MB, {time.perf_counter() - started:,.0f} s"
    )
    return 1 if counted["broken"] or counted["slow"] else 0


if __name__ == "__main__":
    sys.exit(main())
