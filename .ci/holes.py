"""The parts on standard input that a list of known holes names, for a machine that no service of such lists answers.

pip freeze | python .ci/holes.py insecure.json

The list is `data/insecure.json` of pyupio's safety-db: names of packages, and beside each the versions with a hole.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from packaging.specifiers import SpecifierSet

_PINNED = re.compile(r"[\w.-]+==[^\s;]+")


def plain(name: str) -> str:
    """A name as the index of packages compares them."""
    return re.sub(r"[-_.]+", "-", name).lower()


def holes(parts: Iterable[str], known: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The parts that have a known hole, each with the versions that have it; and those that name no version."""
    for part in parts:
        if _PINNED.fullmatch(part) is None:
            yield f"{part}: no version"
            continue
        name, version = part.split("==")
        for versions in known.get(plain(name), ()):
            if SpecifierSet(versions).contains(version, prereleases=True):
                yield f"{part}: {versions}"


def main() -> int:
    """Prints what was found; the exit code tells whether anything was."""
    listed = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    day = datetime.fromtimestamp(listed.pop("$meta")["timestamp"], UTC).date()
    parts = sys.stdin.read().split()
    found = list(holes(parts, {plain(name): versions for name, versions in listed.items()}))
    print(*found, f"{len(parts)} parts, {len(listed):,} packages with holes known on {day}: {len(found)}", sep="\n")
    return 1 if found or not parts else 0


if __name__ == "__main__":
    sys.exit(main())
