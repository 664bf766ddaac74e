"""Prints the dependencies of setup.cfg at the lowest versions that it allows, as constraints for pip.

python .ci/bounds.py [EXTRA ...] >constraints.txt
pip install -c constraints.txt -e '.[EXTRA]'
"""

import re
import sys
from configparser import ConfigParser
from pathlib import Path

CONFIG = Path(__file__).parent.parent / "setup.cfg"


def declared(*extras: str) -> dict[str, tuple[str, str]]:
    """Name -> the lowest version that is allowed, and the first that is not."""
    config = ConfigParser()
    config.read(CONFIG, encoding="utf-8")
    lines = [config["options"]["install_requires"], *(config["options.extras_require"][extra] for extra in extras)]
    found = {}
    for line in "\n".join(lines).split("\n"):
        if match := re.fullmatch(r"([\w.-]+) >= ([\w.]+)(?:, < ([\w.]+))?", line.strip()):
            found[match[1]] = (match[2], match[3] or "")
    return found


if __name__ == "__main__":
    print(*(f"{name}=={low}" for name, (low, _) in declared(*sys.argv[1:]).items()), sep="\n")
