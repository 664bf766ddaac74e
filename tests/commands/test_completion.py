"""`timeline completion`: a script for each shell, and what it is answered."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.session import Run, one_line


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_for_each_shell(run: Run, shell: str, tmp_path: Path) -> None:
    result = run("completion", shell)
    assert result.exit_code == 0
    assert f"_TIMELINE_COMPLETE={shell}_complete" in result.stdout
    if program := shutil.which(shell):
        script = tmp_path / "script"
        script.write_text(result.stdout, encoding="utf-8")
        assert subprocess.run([program, "-n", script], capture_output=True, check=False).stderr == b""


def test_no_other_shell(run: Run) -> None:
    result = run("completion", "tcsh")
    assert result.exit_code == 2
    assert "tcsh (there are bash, zsh, fish)" in one_line(result)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("timeline exp", {"export"}),
        ("timeline show --k", {"--kind"}),
        ("timeline show --kind 仪", {"仪式"}),
        ("timeline show --kind cer", {"ceremony"}),
        ("timeline export --format ics,cs", {"ics,csv"}),
        ("timeline export --split p", {"place"}),
        ("timeline check --format j", {"json"}),
        ("timeline completion z", {"zsh"}),
        ("timeline show --lang z", {"zh"}),
    ],
)
def test_what_is_offered(typed: str, offered: set[str]) -> None:
    words = typed.split()
    asked = {"_TIMELINE_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(len(words) - 1)}
    done = subprocess.run(
        [sys.executable, "-m", "timeline"],
        env={**os.environ, **asked, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    answered = {line.partition(",")[2] for line in done.stdout.splitlines()}
    assert offered <= answered
    assert all(answer.startswith(words[-1]) for answer in answered)
    assert done.stderr == ""


def test_files_are_offered_by_the_shell() -> None:
    asked = {"_TIMELINE_COMPLETE": "zsh_complete", "COMP_WORDS": "timeline show se", "COMP_CWORD": "2"}
    done = subprocess.run(
        [sys.executable, "-m", "timeline"], env={**os.environ, **asked}, capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith("file\n")


def test_options_are_offered_with_what_they_do() -> None:
    asked = {"_TIMELINE_COMPLETE": "zsh_complete", "COMP_WORDS": "timeline show --cha", "COMP_CWORD": "2"}
    done = subprocess.run(
        [sys.executable, "-m", "timeline"],
        env={**os.environ, **asked, "LC_ALL": "zh_CN.UTF-8", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert "--chart\n给每个月画一张小图" in done.stdout
