"""JioNLP, Recognizers-Text and chrono beside `timeline` on the same generated pages, in one run.

    python benchmarks/peers.py [--pages 200] [--rounds 3] [--jionlp PYTHON] [--recognizers PYTHON] [--chrono FOLDER]

The pages are those of `corpus.py`, in Chinese. Each program runs in a process of its own, one core, and counts the
user time of the processor without its own loading; they take turns, and the best of the rounds is compared, as a
ratio: the machine may be shared. Peers get a page by its paragraphs, which suits them best, and all of them the same
day to count from. The Python ones are of the extra `bench`, here or in the Python that is named; chrono is in a folder
where somebody said `npm install chrono-node`. A peer that is not there is said.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from corpus import SEEDS, page, sentences

from timeline.read.warc import chinese

_SEED = 20261122
_DAY = (2023, 5, 20)

# What each runs: `work` gives how many times it found in a page. Pages come as JSON.
_PYTHON = """
import json, sys
from resource import RUSAGE_SELF, getrusage
{head}
pages = json.load(sys.stdin)
work(pages[0])
started = getrusage(RUSAGE_SELF).ru_utime
found = sum(map(work, pages))
print(json.dumps([getrusage(RUSAGE_SELF).ru_utime - started, found]))
"""
_EVENTS = """
from timeline.pipeline import tell
from timeline.text import document
def work(page):
    return len(tell(document("", page)).resolutions)
"""
_TIMES = f"""
from datetime import date
from timeline.pipeline import interpret
def work(page):
    return len(interpret(page, date{_DAY}))
"""
_JIONLP = f"""
from jionlp.algorithm.ner import extract_time
base = dict(zip(("year", "month", "day"), {_DAY}))
def work(page):
    return sum(len(extract_time(part, time_base=base)) for part in page.splitlines())
"""
_RECOGNIZERS = f"""
from datetime import datetime
from recognizers_date_time import Culture, DateTimeRecognizer
model = DateTimeRecognizer(Culture.Chinese).get_datetime_model()
def work(page):
    return sum(len(model.parse(part, datetime{_DAY})) for part in page.splitlines())
"""
_CHRONO = f"""
import * as chrono from "chrono-node";
import {{ readFileSync }} from "node:fs";
const pages = JSON.parse(readFileSync(0, "utf8"));
const day = new Date({_DAY[0]}, {_DAY[1] - 1}, {_DAY[2]});
const work = (page) => page.split("\\n").reduce((sum, part) => sum + chrono.zh.hans.parse(part, day).length, 0);
work(pages[0]);
const before = process.cpuUsage().user;
const found = pages.reduce((sum, page) => sum + work(page), 0);
console.log(JSON.stringify([(process.cpuUsage().user - before) / 1e6, found]));
"""


class Peer(NamedTuple):
    """A program that reads times."""

    name: str
    command: Sequence[str]
    folder: Path = Path()

    def run(self, pages: str) -> tuple[float, int] | None:
        """Seconds, and how many times it found; None where it is not there."""
        try:
            done = subprocess.run(
                self.command, input=pages, capture_output=True, text=True, cwd=self.folder, check=False
            )
        except OSError:
            return None
        if done.returncode:
            return None
        seconds, found = json.loads(done.stdout.splitlines()[-1])
        return seconds, found


def sample(count: int) -> list[str]:
    """The first pages in Chinese."""
    drawn, chance, found = sentences([SEEDS]), random.Random(_SEED), list[str]()
    number = 0
    while len(found) < count:
        text = page(number, drawn, chance)["text"]
        found += [text] * chinese(text)
        number += 1
    return found


def peers(jionlp: str, recognizers: str, chrono: Path) -> list[Peer]:
    """All of them, the one that the others are compared with first."""

    def python(name: str, head: str, where: str) -> Peer:
        return Peer(name, (where, "-c", _PYTHON.format(head=head)))

    return [
        python("timeline, times and their values", _TIMES, sys.executable),
        python("timeline, events with place and reasons", _EVENTS, sys.executable),
        python("JioNLP extract_time", _JIONLP, jionlp),
        python("Recognizers-Text", _RECOGNIZERS, recognizers),
        Peer("chrono-node", ("node", "--input-type=module", "-e", _CHRONO), chrono),
    ]


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jionlp", default=sys.executable, metavar="PYTHON", help="one that has it")
    parser.add_argument("--recognizers", default=sys.executable, metavar="PYTHON", help="one that has it")
    parser.add_argument("--chrono", default=Path(), type=Path, metavar="FOLDER", help="one that has node_modules")
    given = parser.parse_args()
    texts = sample(given.pages)
    told = json.dumps(texts)
    all_of_them = peers(given.jionlp, given.recognizers, given.chrono)
    runs = [[each.run(told) for each in all_of_them] for _ in range(given.rounds)]
    print(f"{len(texts)} pages in Chinese, {sum(map(len, texts)):,} characters")
    ours = 0.0
    for peer, results in zip(all_of_them, zip(*runs, strict=True), strict=True):
        known = [result for result in results if result]
        if not known:
            print(f"{peer.name:<42}not installed")
            continue
        seconds, found = min(known)
        ours = ours or seconds
        print(f"{peer.name:<42}{len(texts) / seconds:>8.0f} pages/s{seconds / ours:>8.2f} x ours{found:>8,} found")


if __name__ == "__main__":
    main()
