"""Prints a command of README.md by its name: the code block that follows the comment `<!-- command: NAME -->`."""

import re
import sys
from pathlib import Path


def commands(text: str) -> dict[str, str]:
    """Name -> the lines of the block, joined by `&&`."""
    blocks = re.findall(r"<!-- command: ([\w-]+) -->\n+```\w*\n(.*?)```", text, re.S)
    return {name: " && ".join(line for line in body.splitlines() if line.strip()) for name, body in blocks}


if __name__ == "__main__":
    print(commands(Path(sys.argv[1]).read_text(encoding="utf-8"))[sys.argv[2]])
