"""The largest memory of a process that reads and builds one file, in megabytes.

python -m tests.reliability.memory FILE
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def peak_of(path: Path) -> int:
    """What a process of its own needs for a file."""
    command = [sys.executable, "-m", "tests.reliability.memory", str(path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return int(done.stdout)


def main() -> None:
    """Prints the figure."""
    from timeline.model import Document
    from timeline.pipeline import build
    from timeline.read import read_all

    build(item for item in read_all([sys.argv[1]]) if isinstance(item, Document))
    sys.stdout.write(str(_peak()))


def _peak() -> int:
    """The figure of this program alone: what `getrusage` says is handed down by whoever started it."""
    status = Path("/proc/self/status")
    if status.exists() and (high := re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii"))):
        return int(high[1]) // 1024
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return largest // (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    main()
