"""A ZIP archive -> the files in it that can be read, one after the other; nothing is unpacked onto the disk."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from timeline.model import Severity
from timeline.read.content import Budget, Part, Remark, UnreadableError, Wish
from timeline.read.formats import FORMATS, format_of
from timeline.read.unread import PICTURE, unread_by_name

_MOST = 10_000  # files
_IN_UTF_8 = 0x800
_ENCRYPTED = 0x1


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive. Raises UnreadableError where the bytes are none."""
    try:
        return zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError) as error:
        raise UnreadableError("read-broken", reason=str(error)) from None


def unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> bytes:
    """One file of an archive. No more is unpacked than may be, whatever size the archive claims."""
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableError("read-encrypted")
    try:
        with archive.open(info) as file:
            data = file.read(min(budget.largest, budget.left) + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as error:
        raise UnreadableError("read-broken", reason=str(error) or type(error).__name__) from None
    budget.spend(len(data))
    return data


def _name(info: zipfile.ZipInfo) -> str:
    """The name of a file, which leads out of no folder. Older programs write it in GBK without saying so."""
    name = info.filename
    if not info.flag_bits & _IN_UTF_8:
        try:
            name = name.encode("cp437").decode("gb18030")
        except UnicodeError:
            name = info.filename
    return str(PurePosixPath(*(part for part in PurePosixPath(name).parts if part not in ("/", ".."))))


def contents(data: bytes, wish: Wish) -> Iterator[Part | Remark]:
    """The files whose names say that they can be read, in the order of their names."""
    with opened(data) as archive:
        files = [(_name(info), info) for info in archive.infolist() if not info.is_dir()]
        files.sort(key=lambda file: (file[0], file[1].header_offset))
        if len(files) > _MOST:
            yield Remark("read-many", {"count": len(files), "most": _MOST})
        skipped = 0
        for name, info in files[:_MOST]:
            hidden = any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)
            if hidden or format_of(name) is None:
                skipped += 1
                if not hidden and (rule := unread_by_name(name)) and rule != PICTURE:
                    yield Remark(rule, severity=Severity.INFO, part=name)
                continue
            try:
                yield Part(name, unpacked(archive, info, wish.budget))
            except UnreadableError as error:
                yield error.remark._replace(part=name)
                if wish.budget.left < 0:
                    return
    if skipped == len(files):
        suffixes = ", ".join(suffix for each in FORMATS for suffix in each.suffixes)
        yield Remark("read-nothing", {"suffixes": suffixes})
    elif skipped:
        yield Remark("read-skipped-within", {"count": skipped}, Severity.INFO)
