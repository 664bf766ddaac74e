"""A folder of hostile files is read to its end: which exit code, how much memory, how long.

    python benchmarks/hostile.py [--count 1000] [--seed 20220515] [--command check]

The files are made by `tests/read/hostile.py`: cut, stained, empty, locked, nested, swollen, misnamed; bombs, loops,
entities. The command must end with 0 (all was read) or 1 (something could not be), say each file that it could not read
in a line, and stay under 300 MB; else the script ends with code 1.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.read.hostile import fill  # noqa: E402

MEGABYTES = 300
CODES = (0, 1)
_INCLUDE = ("--include", "*")  # tables too


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=20220515)
    parser.add_argument("--command", default="check")
    arguments = parser.parse_args()
    with TemporaryDirectory() as folder:
        made = list(fill(Path(folder), arguments.count, arguments.seed))
        started = time.monotonic()
        command = [sys.executable, "-m", "timeline", arguments.command, folder, *_INCLUDE, "--lang", "en"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        seconds = time.monotonic() - started
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    lines = done.stderr.splitlines()
    said = Counter(line.rpartition(": ")[2][:40] for line in lines)
    print(f"{len(made)} files, exit code {done.returncode}, {peak:.0f} MB, {seconds:.1f} s, {len(lines)} lines said")
    for words, count in said.most_common(12):
        print(f"{count:6}  {words}")
    broken = [line for line in lines if "Traceback" in line]
    return int(done.returncode not in CODES or peak > MEGABYTES or bool(broken))


if __name__ == "__main__":
    sys.exit(main())
