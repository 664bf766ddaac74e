"""Bytes -> a file that is replaced as a whole or not at all, in a folder that one run at a time writes to.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     with locked(Path(folder)):
...         write(Path(folder, "timeline.md"), b"# 5")
...     [path.name for path in Path(folder).iterdir()], Path(folder, "timeline.md").read_bytes()
(['timeline.md'], b'# 5')
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from stat import S_ISREG
from time import sleep

_LOCKS = find_spec("fcntl") is not None  # Windows has none

_LEFT_OVER = re.compile(r"\.timeline.*\.\d+\.tmp")
_NO_FILE = "Not a file"  # as the system would say it
_LARGEST = 256_000_000  # bytes: a calendar of three hundred thousand events
_TRIES, _BETWEEN = 50, 0.1  # seconds: an export over a folder takes no longer


class BusyError(Exception):
    """Another run is writing to the folder."""


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keeps other runs from the folder, which is made, and takes away what a run that was killed left half written.

    The lock is on the folder itself and ends with whoever holds it: nothing of it is left, whatever ends the run. Where
    a system or a disk knows no such locks there is none. Raises BusyError, and OSError where there is no such folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if not _LOCKS:
        yield
        return
    place = os.open(folder, os.O_RDONLY)
    try:
        _wait_for(place)
        for file in folder.iterdir():
            if _LEFT_OVER.fullmatch(file.name):
                with contextlib.suppress(OSError):
                    file.unlink()
        yield
    finally:
        os.close(place)


def _wait_for(place: int) -> None:
    import fcntl

    for _ in range(_TRIES):
        try:
            fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sleep(_BETWEEN)
        except OSError:  # a disk without locks
            return
        else:
            return
    raise BusyError


def read(path: Path) -> bytes:
    """What an earlier run left there. Raises OSError where it is no file, or more than any run writes."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)  # no pipe is waited for
    with os.fdopen(os.open(path, flags), "rb") as file:
        if not S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, _NO_FILE)
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return data


def _target(path: Path) -> Path:
    """The file whose place is taken: of a link what it leads to, so that it stays a link. Nothing else is put away."""
    try:
        target = path.resolve()
    except RuntimeError:  # Python's word, before 3.13, for a link that leads to itself
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from None
    if target.exists() and not (
        target.is_file() or target.is_dir()
    ):  # a device, a pipe; of a folder the system says it
        raise OSError(errno.EINVAL, _NO_FILE)
    return target


def write(path: Path, data: bytes) -> None:
    """Writes beside the file and then takes its place, so that a reader sees the old bytes or the new ones."""
    target = _target(path)
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        beside.unlink(missing_ok=True)  # of a run of this number that was killed
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
        _settle(target.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _settle(folder: Path) -> None:
    """Sees to it that a file's new name lasts, where the system can be asked to."""
    with contextlib.suppress(OSError):
        place = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(place)
        finally:
            os.close(place)
