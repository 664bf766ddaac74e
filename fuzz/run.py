"""Fuzzes each target for some time; what breaks one is kept as a regression that the tests run from then on.

    python fuzz/run.py [TARGET ...] [--seconds 3600]

Needs atheris (`pip install -e '.[fuzz]'`). Each begins with what `targets.beginnings` gives, and knows the examples of
all tables as words. What is new and worth keeping lands in a folder of the machine's own (`--grown`) and not in
`corpus/`, which holds small beginnings; what breaks a target lands in `findings/TARGET/`.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE)]
_LONGEST = 64  # bytes of a word of libFuzzer's


def fuzz(name: str, arguments: list[str]) -> None:
    """Fuzzes a target in this process, which ends with it."""
    import atheris

    with atheris.instrument_imports(include=["timeline"]):
        from targets import TARGETS, beginnings
    for _, data in beginnings(name):  # what is loaded at first use is not timed
        TARGETS[name](data)
    atheris.Setup([name, *arguments], TARGETS[name])
    atheris.Fuzz()


def _strings(value: object) -> Iterator[str]:
    """Every string of a file of tables."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


def dictionary() -> str:
    """What a text may be changed by, as libFuzzer reads it: the examples of all tables, and the words of the data."""
    from timeline.find import phrases
    from timeline.find.damaged import DAMAGES
    from timeline.find.traps import TRAPS
    from timeline.lexicon import lexicon

    found = [example for phrase in phrases() for example in phrase.examples]
    found += [*(trap.trap for trap in TRAPS), *(damage.damaged for damage in DAMAGES)]
    found += [word for place in lexicon() for word in place.words]
    data = resources.files("timeline") / "data"
    for name in ("events.toml", "categories.toml"):
        found += _strings(tomllib.loads((data / name).read_text(encoding="utf-8")))
    words = [word for word in dict.fromkeys(each.encode() for each in found) if 0 < len(word) <= _LONGEST]
    signs = ["".join(map("\\x{:02x}".format, word)) for word in words]
    return "".join(f'"{word}"\n' for word in signs)


def arguments(name: str, folder: Path, grown: Path, seconds: int, patience: int) -> list[str]:
    """What libFuzzer is told for a target: its limits, its words, and the folders it begins with."""
    from targets import FRAMES, beginnings

    findings, own, begun = HERE / "findings" / name, grown / name, folder / "begun"
    for place in (findings, own, begun):
        place.mkdir(parents=True, exist_ok=True)
    for title, data in beginnings(name):
        (begun / title).write_bytes(data)
    told = [f"-max_total_time={seconds}", f"-timeout={patience}", "-rss_limit_mb=2048", "-max_len=4096"]
    if name in FRAMES:
        (folder / "words").write_text(dictionary(), encoding="ascii")
        told.append(f"-dict={folder / 'words'}")
    return [*told, f"-artifact_prefix={findings}/", str(own), str(begun)]


def main() -> int:
    """Runs each target in a process of its own, and prints what became of it."""
    if len(sys.argv) > 2 and sys.argv[1] == "--one":
        fuzz(sys.argv[2], sys.argv[3:])
    from targets import TARGETS

    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("targets", nargs="*", default=list(TARGETS), metavar="TARGET")
    parser.add_argument("--seconds", type=int, default=3600)
    parser.add_argument("--patience", type=int, default=10, help="seconds for one input; more on a busy machine")
    parser.add_argument("--grown", type=Path, help="where what is new is kept, for the next run to go on from")
    asked = parser.parse_args()
    broken = 0
    for name in asked.targets:
        with tempfile.TemporaryDirectory() as folder:
            told = arguments(name, Path(folder), asked.grown or Path(folder), asked.seconds, asked.patience)
            command = [sys.executable, __file__, "--one", name, *told]
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
        lines = done.stderr.splitlines()
        seen = [line for line in lines if "cov:" in line]
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(f"{name}: {'BROKEN' if done.returncode else 'clean'}, {used:.0f} s of a processor", flush=True)
        runs = [line for line in lines if line.startswith(("Done", "stat::", "SUMMARY", " ==="))]
        print(*seen[:1], *seen[1:][-1:], *runs, sep="\n  ", flush=True)
        if done.returncode:
            broken += 1
            print(done.stderr[-3000:], flush=True)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
