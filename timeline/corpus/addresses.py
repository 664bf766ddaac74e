r"""Addresses of files and folders, here or anywhere that fsspec reaches -> their names, their bytes, new files.

>>> joined("events", "part.parquet"), joined("s3://bucket/events/", "part.parquet"), remote("C:\\notes")
('events/part.parquet', 's3://bucket/events/part.parquet', False)
"""

from __future__ import annotations

import contextlib
import glob
import os
import re
from pathlib import Path, PurePath, PurePosixPath
from typing import Any, BinaryIO, NamedTuple, cast

from timeline.export.files import write as write_here

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_WILD = re.compile(r"[*?\[]")


class AddressError(OSError):
    """An address of a kind that nobody knows, or that takes a package that is not there."""


class File(NamedTuple):
    """A file of the input."""

    address: str
    name: str  # its path from the folder that was asked for
    size: int


def remote(address: str) -> bool:
    """Whether an address is one for fsspec: s3://…, hdfs://…, memory://…."""
    return _SCHEME.match(address) is not None


def system(address: str) -> tuple[Any, str]:
    """The file system of a remote address, and the path in it. Raises AddressError, and ImportError without fsspec."""
    import fsspec

    try:
        return cast("tuple[Any, str]", fsspec.core.url_to_fs(address))
    except (ImportError, ValueError) as error:  # of s3://… it says which package it takes
        raise AddressError(f"{address}: {error}") from error


def joined(folder: str, name: str) -> str:
    """The address of a file in a folder."""
    return f"{folder.rstrip('/')}/{name}" if remote(folder) else (Path(folder) / name).as_posix()


def opened(address: str) -> BinaryIO:
    """A file for reading, which can be sought in."""
    if remote(address):
        files, path = system(address)
        return cast("BinaryIO", files.open(path, "rb"))
    return Path(address).open("rb")


def listed(address: str) -> list[File]:
    """The files that an address names: itself, those that a pattern finds, or all in a folder and below it, by path.

    Raises OSError where there is nothing.
    """
    return _listed_far(address) if remote(address) else _listed_here(address)


def _listed_here(address: str) -> list[File]:
    path = Path(address)
    if path.is_dir():
        files = []
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            files += [Path(folder, name) for name in names if not name.startswith(".")]
        return sorted(File(f.as_posix(), shown(f.relative_to(path)), _size(f)) for f in files if f.is_file())
    if not path.exists() and _WILD.search(address):
        found = glob.glob(address, recursive=True)  # noqa: PTH207  # its folder may be any
        matches = sorted(match for match in found if Path(match).is_file())
        if not matches:
            raise FileNotFoundError(2, os.strerror(2), address)
        folder = _still(address)
        return [File(Path(m).as_posix(), shown(Path(m).relative_to(folder)), _size(Path(m))) for m in matches]
    return [File(path.as_posix(), shown(PurePath(path.name)), path.stat().st_size)]


def _still(pattern: str) -> str:
    """The folder in which a pattern begins to be one.

    >>> _still("crawl/2024/*/part-?.wet.gz"), _still("*.txt")
    ('crawl/2024', '')
    """
    return _WILD.split(pattern, maxsplit=1)[0].rpartition("/")[0]


def shown(path: PurePath) -> str:
    """A path as text that every output can hold: bytes of a file's name that are no UTF-8 are replaced."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # gone since, or a link to nowhere: whoever opens it will say so
        return 0


def _listed_far(address: str) -> list[File]:
    files, path = system(address)
    base = path.rstrip("/")
    if _WILD.search(path):
        found = files.glob(path, detail=True)
        base = _still(path)
    elif files.isdir(path):
        found = files.find(path, detail=True)
    else:
        found = {path: files.info(path)}
        base = str(PurePosixPath(path).parent)
    rows = [(name, row) for name, row in found.items() if row["type"] == "file"]
    if not rows:
        raise FileNotFoundError(2, os.strerror(2), address)
    return sorted(
        File(files.unstrip_protocol(name), _from(name, base), int(row.get("size") or 0))
        for name, row in rows
        if not PurePosixPath(name).name.startswith(".")
    )


def _from(name: str, base: str) -> str:
    return name[len(base) :].lstrip("/") if base and name.startswith(base) else PurePosixPath(name).name


# --- the output -------------------------------------------------------------------------------------------------------


def names(folder: str) -> list[str]:
    """The names of the files in a folder, hidden ones as well; none where it is not there yet."""
    if remote(folder):
        files, path = system(folder)
        files.invalidate_cache()
        return sorted(PurePosixPath(name).name for name in files.ls(path, detail=False)) if files.isdir(path) else []
    with contextlib.suppress(FileNotFoundError):
        return sorted(path.name for path in Path(folder).iterdir())
    return []


def read(address: str) -> bytes:
    """The bytes of a file. Raises FileNotFoundError."""
    with opened(address) as file:
        return file.read()


def write(address: str, data: bytes) -> None:
    """A file, whole or not at all: written beside it, then put in its place."""
    if not remote(address):
        Path(address).parent.mkdir(parents=True, exist_ok=True)
        write_here(Path(address), data)
        return
    files, path = system(address)
    folder, _, name = path.rpartition("/")
    beside = f"{folder}/.{name}.{os.getpid()}.tmp"
    files.makedirs(folder, exist_ok=True)
    files.pipe_file(beside, data)
    files.mv(beside, path)


def remove(address: str) -> None:
    """A file less; nothing where it is gone already."""
    with contextlib.suppress(FileNotFoundError):
        if remote(address):
            files, path = system(address)
            files.rm_file(path)
        else:
            Path(address).unlink()
