"""The licences of all that `pip install timeline` brings, as a table; fails where one obliges whoever uses the program.

python .ci/licences.py >docs/licences.md
"""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from bounds import declared

_OBLIGES = re.compile(r"(?i)\b(?:A|L)?GPL|Affero|GNU|SSPL|EUPL|OSL|CC-BY-NC")
_HEAD = """# Licences

What `pip install timeline` brings with it, made by `python .ci/licences.py >docs/licences.md`. None obliges whoever
uses the program to publish anything. `timeline` itself is MIT.

| package | licence |
| --- | --- |"""


def licence(name: str) -> str:
    """What a package says of its licence."""
    about = distribution(name).metadata
    classifiers = [line.split(" :: ")[-1] for line in about.get_all("Classifier", []) if line.startswith("License ::")]
    said = about.get("License-Expression") or "; ".join(classifiers) or about.get("License", "")
    return " ".join(said.split())[:80]


def brought(names: list[str]) -> Iterator[str]:
    """The packages and what they need, extras apart."""
    seen: set[str] = set()
    while names:
        name = re.sub(r"[-_.]+", "-", names.pop()).lower()
        if name in seen:
            continue
        try:
            needs = distribution(name).requires or []
        except PackageNotFoundError:  # for another system, or another Python
            continue
        seen.add(name)
        names += [match[0] for need in needs if "extra ==" not in need and (match := re.match(r"[\w.-]+", need))]
        yield name


def table() -> str:
    """The table, in order."""
    rows = [f"| {name} | {licence(name)} |" for name in sorted(brought(list(declared())))]
    return "\n".join([_HEAD, *rows]) + "\n"


def obliging() -> list[str]:
    """The packages whose licence would oblige, or that do not say which they have."""
    return [name for name in brought(list(declared())) if not licence(name) or _OBLIGES.search(licence(name))]


if __name__ == "__main__":
    if bad := obliging():
        sys.exit(f"licences: {', '.join(bad)}")
    print(table(), end="")
