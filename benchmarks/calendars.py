"""Seconds and memory for writing a calendar of 5,000 events, the first time and over itself.

    python benchmarks/calendars.py [--events 5000]

CPU time of one process; the events are those of the exporters' tests, one of each kind of date, over and over.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.export.samples import ROWS, story_of, timeline_of
from timeline.export.calendars import Arrangement, shelf
from timeline.export.ledger import Ledger, decoded
from timeline.export.options import Options
from timeline.export.slots import slot


def main() -> None:
    """Prints three lines."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--events", type=int, default=5000)
    wanted = parser.parse_args().events
    base = timeline_of(story_of(ROWS))
    rows = islice(cycle(event for event in base.events if slot(event)), wanted)
    events = tuple(replace(e, uid=format(i, "032x"), title=f"{e.title}{i}") for i, e in enumerate(rows))
    timeline = replace(base, events=events)
    ledger = Ledger()
    for name in ("the first time", "over itself"):
        started = time.process_time()
        made = shelf(timeline, timeline, Options(everything=True), Arrangement(), ledger)
        ledger = decoded(made.ledger.encoded())
        seconds = time.process_time() - started
        print(f"{made.files[0].events:,} events, {len(made.files[0].data):,} bytes, {name}: {seconds:.2f} s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
