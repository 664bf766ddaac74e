"""A real terminal: the width it has, colour unless refused, pages where it is too long, progress where work lasts."""

import os
import re
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from tests.commands.session import TEXT
from timeline.layout import columns

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")


def seen(folder: Path, *arguments: str, width: int = 80, height: int = 24, code: str = "", **environment: str) -> str:
    """What a terminal of that size is sent."""
    import fcntl
    import struct
    import termios

    (folder / "notice.txt").write_text(TEXT, encoding="utf-8")
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
    plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "LINES", "LESS")}
    process = subprocess.Popen(
        [sys.executable, *(["-c", code] if code else ["-m", "timeline", *arguments])],
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**plain, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PAGER": "cat -n", **environment},
    )
    os.close(theirs)
    sent = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # how Linux says that the other side is closed
            break
        if not part:
            break
        sent += part
    process.wait()
    os.close(ours)
    return sent.decode().replace("\r\n", "\n")


def text(sent: str) -> str:
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", sent)


@pytest.mark.parametrize(("width", "used"), [(20, 40), (60, 60), (80, 80), (120, 120), (200, 120)])
def test_it_is_as_wide_as_the_terminal(tmp_path: Path, width: int, used: int) -> None:
    lines = text(page(seen(tmp_path, "show", "notice.txt", "--no-pager", width=width))).splitlines()
    assert max(map(columns, lines)) == used


def page(sent: str) -> str:
    """What is left on the screen when the line of progress is gone."""
    return sent.rpartition("\x1b[2K")[2]


def test_colour_unless_it_is_refused(tmp_path: Path) -> None:
    coloured = page(seen(tmp_path, "show", "notice.txt", "--no-pager"))
    assert "\x1b[1;31m■\x1b[0m" in coloured
    for refusal in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        plain = page(seen(tmp_path, "show", "notice.txt", "--no-pager", **refusal))
        assert "\x1b" not in plain
        assert plain == text(coloured)


def test_what_is_longer_than_the_screen_is_paged(tmp_path: Path) -> None:
    assert "     1\t" in seen(tmp_path, "show", "notice.txt", height=8)
    assert "     1\t" not in seen(tmp_path, "show", "notice.txt", height=8, TERM="dumb")
    assert "     1\t" not in seen(tmp_path, "show", "notice.txt", "--no-pager", height=8)
    assert "     1\t" not in seen(tmp_path, "show", "notice.txt", height=60)
    assert "     1\t" in seen(tmp_path, "next", "notice.txt", "--date", "2022-05-01", height=8)


WORK = """
from time import sleep
from timeline.commands import progress
progress._PATIENCE = 0.05
with progress.Progress() as shown:
    for _ in shown.counted(range(3)):
        sleep({pause})
"""


def test_work_that_lasts_says_how_far_it_is(tmp_path: Path) -> None:
    shown = seen(tmp_path, code=WORK.format(pause=0.4))
    assert "2 documents read" in shown
    assert "\x1b[2K" in shown  # it takes the line away again


def test_short_work_says_nothing(tmp_path: Path) -> None:
    assert seen(tmp_path, code=WORK.format(pause=0.001)) == ""


def test_nobody_watching_is_told_nothing(tmp_path: Path) -> None:
    began = monotonic()
    done = subprocess.run([sys.executable, "-c", WORK.format(pause=0.2)], capture_output=True, check=True)
    assert monotonic() - began > 0.5
    assert (done.stdout, done.stderr) == (b"", b"")
