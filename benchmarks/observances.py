"""What the catalogue of observances costs: loading it, and looking up a date once it is loaded.

    python benchmarks/observances.py [--rounds 9]

Loading is timed in fresh processes, by CPU time, best round: the catalogue, the finder's names made of it, and what a
command that needs no catalogue loads of it, which must be nothing. A look-up goes from a folded name and a year to the
days, over every name of the catalogue and the years 2000 to 2026, each once with nothing remembered but what loading
left, and then again.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time

from timeline.calendars import observances
from timeline.catalogue import by_key, by_name

LIMITS = {"load the catalogue": 30.0, "look a date up": 20.0}  # milliseconds, microseconds

# Each prints its own CPU milliseconds; the second list is what it may not have loaded.
_LOADS = {
    "load the catalogue": "from timeline import catalogue",
    "load the names for the finder": "from timeline import catalogue, lexicon",
}
_WORK = {
    "load the catalogue": "catalogue.by_name()",
    "load the names for the finder": "catalogue.by_name(); lexicon.names(); lexicon.name_endings()",
}


def load_time(name: str, rounds: int) -> float:
    """CPU milliseconds of the work in a process that has imported what it needs."""
    code = f"import time\n{_LOADS[name]}\nt=time.process_time()\n{_WORK[name]}\nprint((time.process_time()-t)*1000)"
    return min(float(subprocess.check_output([sys.executable, "-c", code])) for _ in range(rounds))


def loads_catalogue(*arguments: str) -> bool:
    """Whether a command reads the data file."""
    code = (
        "import sys\nfrom timeline.cli import main\n"
        f"try: main({list(arguments)!r})\nexcept SystemExit: pass\n"
        "found = sys.modules.get('timeline.catalogue')\n"
        "print('catalogue', bool(found and found.load.cache_info().currsize), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return "catalogue True" in done.stderr


def lookup_times() -> tuple[float, float]:
    """CPU microseconds from a name and a year to the days: for the first time, and again."""
    asked = [(name, year) for name in by_name() for year in range(2000, 2027)]
    for key in by_key():
        observances.dates(key, 1999)  # what stands in tables is read once
    times = []
    for _ in range(2):
        started = time.process_time()
        for name, year in asked:
            key = observances.choose(name, "CN")
            if key:
                observances.edtf(key, year)
        times.append((time.process_time() - started) / len(asked) * 1e6)
    return times[0], times[1]


def main() -> None:
    """Prints the figures, each beside its limit."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    for name in _LOADS:
        limit = f"  (limit {LIMITS[name]:.0f})" if name in LIMITS else ""
        print(f"{name:<34}{load_time(name, rounds):>8.1f} ms{limit}")
    first, again = lookup_times()
    print(f"{'look a date up, first time':<34}{first:>8.1f} µs  (limit {LIMITS['look a date up']:.0f})")
    print(f"{'look a date up, again':<34}{again:>8.1f} µs")
    for arguments in (("--version",), ("--help",), ("phrases", "--help")):
        told = "loads it" if loads_catalogue(*arguments) else "loads nothing"
        print(f"{'timeline ' + ' '.join(arguments):<34}{told:>16}")


if __name__ == "__main__":
    main()
