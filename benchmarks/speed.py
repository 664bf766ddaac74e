"""Characters per second of reading, finding, resolving, event-making and the whole build, on one pinned text.

    python benchmarks/speed.py [--rounds 5] [--jionlp PYTHON]

It runs as the program does: with patterns that say where a match may begin, and a collector that rests.

The text is made of the sentences of `seeds/`: `seeds` is the five documents as they are, `sparse` the same sentences
drawn with a fixed seed so that one in ten holds a date. CPU time of one process, best round. JioNLP's `extract_time`
runs beside it when it is installed (`pip install '.[bench]'`), or in the Python of another environment that has it, on
the same five documents and on the paragraphs at the beginning of the sparse text, one by one, which suits it best. Then
whole runs of the program: CPU time from cold, the most memory, and how much more two processes do than one.

What is remembered of clauses and titles is forgotten before each round. The finder keeps how a run of kinds divides,
and the last 4,096 figures that it read (5月, 三天), which any document repeats.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from timeline import patterns

patterns.keep()  # before any room is loaded
from timeline.events import extract  # noqa: E402
from timeline.find import find  # noqa: E402
from timeline.pipeline import build  # noqa: E402
from timeline.resolve import resolve  # noqa: E402
from timeline.setting import understand  # noqa: E402
from timeline.text import document  # noqa: E402

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
PINNED = "ce583d5bbf5c3e70"
_FOR_JIONLP = 100_000  # characters of the sparse text: it needs more than a second for them


_BASE = {"year": 2023, "month": 5, "day": 20}  # the day that JioNLP counts from; ours is in the documents


def forget() -> None:
    """Empties what is remembered of clauses and titles: a new document has others; tables stay."""
    for name in [name for name in sys.modules if name.startswith(("timeline.events.", "timeline.text."))]:
        for value in vars(sys.modules[name]).values():
            if hasattr(value, "cache_clear") and value.cache_parameters()["maxsize"]:
                value.cache_clear()


def best(work: Callable[[], object], rounds: int) -> float:
    """CPU seconds of the fastest round."""
    times = []
    for _ in range(rounds):
        forget()
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


def sparse_text(texts: list[str], characters: int) -> str:
    """Sentences of the seeds, one in ten of them with a date, 20 to a paragraph."""
    sentences = [s for text in texts for s in re.split(r"(?<=[。!?])", text.replace("\n", "")) if 5 < len(s) < 200]
    dated = [s for s in sentences if find(document("", s))]
    plain = [s for s in sentences if s not in set(dated)]
    chance = random.Random(20261121)
    drawn: list[str] = []
    size = 0
    while size < characters:
        sentence = chance.choice(dated if len(drawn) % 10 == 0 else plain)
        drawn.append(sentence + ("\n" if len(drawn) % 20 == 19 else ""))
        size += len(sentence)
    return "".join(drawn)


def row(name: str, characters: int, seconds: float) -> None:
    """One line of the table."""
    print(f"{name:<36}{characters / seconds / 1e6:>9.3f} Mchar/s{characters:>12,} characters")


# What another Python runs: texts come as JSON, its own loading is not counted.
_JIONLP = f"""
import json, sys, time
from jionlp.algorithm.ner import extract_time
texts, rounds = json.load(sys.stdin)
extract_time(texts[0], time_base={_BASE!r})
best = float("inf")
for _ in range(rounds):
    started = time.process_time()
    for text in texts:
        extract_time(text, time_base={_BASE!r})
    best = min(best, time.process_time() - started)
print(best)
"""


def jionlp(python: str, name: str, texts: list[str], rounds: int) -> None:
    """JioNLP on the same texts, if that Python has it, and how many times as fast `find` is."""
    wanted = json.dumps([texts, min(rounds, 3)])
    told = subprocess.run([python, "-c", _JIONLP], input=wanted, capture_output=True, text=True, check=False)
    if told.returncode:
        print(f"JioNLP, {name}: not installed (pip install '.[bench]')")
        return
    theirs = float(told.stdout.split()[-1])
    documents = [document("", text) for text in texts]
    ours = best(lambda: [find(d) for d in documents], rounds)
    row(f"JioNLP extract_time, {name}", sum(map(len, texts)), theirs)
    print(f"find is {theirs / ours:.0f} times as fast on the same text")


# A small process of its own starts the program: memory is counted from that of who starts it.
_COLD = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-m", "timeline", *sys.argv[1:]], stdout=subprocess.DEVNULL, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss // 1024)
"""


def cold(name: str, arguments: list[str], rounds: int) -> None:
    """CPU seconds and most memory of a whole run of the program, its bytecode written before."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", _COLD, *arguments]
    runs = [
        subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.split()
        for _ in range(rounds + 1)
    ]
    seconds = min(float(seconds) for seconds, _ in runs[1:])
    print(f"{name:<36}{seconds:>9.3f} s{max(int(memory) for _, memory in runs):>18} MB at most")


def told(text: str) -> int:
    """The work of one process."""
    return len(build([document("", text)]).events)


def two_processes(text: str) -> None:
    """How much more two processes do than one in the same time, on the parts of a text."""
    lines = text.splitlines(keepends=True)
    parts = ["".join(lines[i::8]) for i in range(8)]
    walls = []
    for workers in (1, 2):
        with ProcessPoolExecutor(workers) as pool:
            list(pool.map(told, [parts[0]] * workers))  # tables are loaded
            started = time.perf_counter()
            list(pool.map(told, parts))
            walls.append(time.perf_counter() - started)
    print(f"{'two processes':<36}{walls[0] / walls[1]:>9.2f} times one")


def main() -> None:
    """Prints the table."""
    gc.set_threshold(100_000, 50, 100)
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jionlp", default=sys.executable, metavar="PYTHON", help="one that has JioNLP")
    options = parser.parse_args()
    rounds = options.rounds
    texts = [path.read_bytes().decode("utf-8") for path in SEEDS]
    digest = hashlib.sha256("".join(texts).encode()).hexdigest()[:16]
    print(f"text {digest}" + ("" if digest == PINNED else f", NOT the pinned one ({PINNED}): compare with nothing"))

    documents = [document(path.name, text) for path, text in zip(SEEDS, texts, strict=True)]
    size = sum(map(len, texts))
    found = [find(d) for d in documents]
    settings = [understand(d, e) for d, e in zip(documents, found, strict=True)]
    resolved = [resolve(d, e, s) for d, e, s in zip(documents, found, settings, strict=True)]
    row("read (clean, fold, blocks), seeds", size, best(lambda: [document("", t) for t in texts], rounds))
    row("find, seeds", size, best(lambda: [find(d) for d in documents], rounds))
    row(
        "understand and resolve, seeds",
        size,
        best(lambda: [resolve(d, e, understand(d, e)) for d, e in zip(documents, found, strict=True)], rounds),
    )
    row(
        "extract events, seeds",
        size,
        best(lambda: [extract(d, s, r) for d, s, r in zip(documents, settings, resolved, strict=True)], rounds),
    )
    row("whole build, seeds", size, best(lambda: build([document("", t) for t in texts]), rounds))
    text = sparse_text(texts, 1_000_000)
    sparse = document("", text)
    row("read, sparse", len(text), best(lambda: document("", text), rounds))
    row("find, sparse", len(text), best(lambda: find(sparse), rounds))
    row("whole build, sparse", len(text), best(lambda: build([document("", text)]), 1))
    cold("timeline show seeds, cold", ["show", str(SEEDS[0].parent)], rounds)
    cold("timeline --version, cold", ["--version"], rounds)
    two_processes(text[:400_000])
    jionlp(options.jionlp, "seeds", texts, rounds)
    jionlp(options.jionlp, "sparse", text[:_FOR_JIONLP].splitlines(), rounds)


if __name__ == "__main__":
    main()
