"""Exports killed at every step on their folder, and at system calls: half files and lost events.

    python benchmarks/kills.py [--steps 200] [--calls 200]

A step is one of the program's own (open, write, flush, rename …); a system call is chosen evenly among all that an
export makes from where it enters its folder, and is where strace kills it. Either way every file must be the
old one or the new one, and the next export must give what one that nobody killed gives.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.reliability.killing import injected, killed, scenes, stepped, steps, traced


def main() -> int:
    """Prints the figures; the exit code tells whether anything was lost."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--steps", type=int, default=200, help="at most so many kills before steps")
    parser.add_argument("--calls", type=int, default=200, help="at most so many kills at system calls; needs strace")
    asked = parser.parse_args()
    broken = 0
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        for scene in scenes(room):
            count = steps(scene, room)
            ways = [("steps", stepped(scene, room, number)) for number in range(1, count + 1)]
            ways = ways[:: max(len(ways) * 2 // max(asked.steps, 1), 1)] if asked.steps else []
            calls = traced(scene, room) if asked.calls and shutil.which("strace") else []
            chosen = calls[:: max(len(calls) * 2 // max(asked.calls, 1), 1)]
            ways += [("system calls", injected(scene, room, *call)) for call in chosen]
            for kind in dict.fromkeys(kind for kind, _ in ways):
                found = [killed(scene, room, command) for each, command in ways if each == kind]
                faults = [fault for one in found for fault in one.faults]
                broken += len(faults)
                of = count if kind == "steps" else len(calls)
                died = sum(one.died for one in found)
                print(
                    f"{scene.name} export: {died} kills at {kind} (of {of}), {len(faults)} faults", *faults, flush=True
                )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
