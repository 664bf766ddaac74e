"""Builds the wheel and the sdist of a commit, the same bytes wherever and whenever it is done.

    python .ci/build.py [--commit HEAD] FOLDER

Needs `build` (`pip install -e '.[supply]'`). What is built is the commit alone, in a folder of its own, stamped with
the moment of the commit; the sdist is packed anew with its files in order, of nobody and at that moment.
"""

import argparse
import gzip
import io
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def repacked(data: bytes, moment: int) -> bytes:
    """A tar.gz with its files in order and without what tells of the machine that packed it."""
    made = io.BytesIO()
    with (
        tarfile.open(fileobj=io.BytesIO(data)) as old,
        tarfile.open(fileobj=made, mode="w", format=tarfile.GNU_FORMAT) as new,
    ):
        for member in sorted(old.getmembers(), key=lambda member: member.name):
            member.mtime, member.uid, member.gid, member.uname, member.gname = moment, 0, 0, "", ""
            member.mode, member.pax_headers = 0o755 if member.isdir() or member.mode & 0o100 else 0o644, {}
            new.addfile(member, old.extractfile(member) if member.isfile() else None)
    return gzip.compress(made.getvalue(), mtime=moment)


def built(commit: str, folder: Path) -> list[Path]:
    """The wheel and the sdist."""
    git = ["git", "-C", str(ROOT)]
    moment = int(subprocess.check_output([*git, "log", "-1", "--format=%ct", commit]))
    with tempfile.TemporaryDirectory() as room:
        tree = subprocess.check_output([*git, "archive", "--prefix=timeline/", commit])
        with tarfile.open(fileobj=io.BytesIO(tree)) as archive:
            archive.extractall(room, filter="data")
        source = Path(room, "timeline")
        environment = {
            **os.environ,
            "SOURCE_DATE_EPOCH": str(moment),
            "PYTHONHASHSEED": "0",
            "TZ": "UTC",
            "LC_ALL": "C.UTF-8",
        }
        os.umask(0o022)
        command = [sys.executable, "-m", "build", "--outdir", str(folder), str(source)]
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    for sdist in folder.glob("*.tar.gz"):
        sdist.write_bytes(repacked(sdist.read_bytes(), moment))
    return sorted(folder.iterdir())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--commit", default="HEAD")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    print(*built(asked.commit, asked.folder.resolve()), sep="\n")
