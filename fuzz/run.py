"""Fuzzes each target for some time; what breaks one is kept as a regression that the tests run from then on.

    python fuzz/run.py [TARGET ...] [--seconds 3600]

Needs atheris (`pip install -e '.[fuzz]'`). What is new and worth keeping lands in a folder of the machine's own and not
in `corpus/`, which holds small beginnings; what breaks a target lands in `findings/TARGET/`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE)]


def fuzz(name: str, arguments: list[str]) -> None:
    """Fuzzes a target in this process, which ends with it."""
    import atheris

    with atheris.instrument_imports(include=["timeline"]):
        from targets import TARGETS
    TARGETS[name](b"\1" * 4 + "5月12日，县残联举行开幕式。".encode())  # what is loaded at first use is not timed
    atheris.Setup([name, *arguments], TARGETS[name])
    atheris.Fuzz()


def main() -> int:
    """Runs each target in a process of its own, and prints what became of it."""
    if len(sys.argv) > 2 and sys.argv[1] == "--one":
        fuzz(sys.argv[2], sys.argv[3:])
    from targets import TARGETS

    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("targets", nargs="*", default=list(TARGETS), metavar="TARGET")
    parser.add_argument("--seconds", type=int, default=3600)
    asked = parser.parse_args()
    broken = 0
    for name in asked.targets:
        findings = HERE / "findings" / name
        findings.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as grown:
            limits = [f"-max_total_time={asked.seconds}", "-timeout=10", "-rss_limit_mb=2048", "-max_len=4096"]
            places = [f"-artifact_prefix={findings}/", grown, str(HERE / "corpus" / name)]
            command = [sys.executable, __file__, "--one", name, *limits, *places]
            done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
            runs = [line for line in done.stderr.splitlines() if line.startswith(("Done", "stat::", "SUMMARY", " ==="))]
            last = next((line for line in reversed(done.stderr.splitlines()) if "cov:" in line), "")
            print(f"{name}: {'clean' if not done.returncode else 'BROKEN'}  {last}", *runs, sep="\n  ", flush=True)
            if done.returncode:
                broken += 1
                print(done.stderr[-3000:], flush=True)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
