"""Bytes -> a file that is replaced as a whole or not at all.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     write(Path(folder, "timeline.md"), b"# 5")
...     [path.name for path in Path(folder).iterdir()], Path(folder, "timeline.md").read_bytes()
(['timeline.md'], b'# 5')
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def write(path: Path, data: bytes) -> None:
    """Writes beside the file and then takes its place, so that a reader sees the old bytes or the new ones."""
    target = path.resolve()  # a link stays a link
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
