"""Every command of the READMEs is run, and what they promise is there."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
READMES = ["README.md", "README.zh.md"]


def shell_lines(name: str) -> list[str]:
    """The lines of all `sh` blocks that call the program."""
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", text, re.S)
    lines = [line.split("  #")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if re.match(r"(?:echo .*\| ?|cat .*\| ?)?(?:timeline|python -m timeline)\b", line)]


def python_blocks(name: str) -> list[str]:
    return re.findall(r"```python\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.S)


COMMANDS = [(name, line) for name in READMES for line in shell_lines(name)]


@pytest.mark.parametrize(("name", "line"), COMMANDS, ids=[f"{name}: {line}" for name, line in COMMANDS])
def test_command_runs(name: str, line: str, tmp_path: Path) -> None:
    for folder in ("seeds", "docs"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    shutil.copytree(ROOT / "output", tmp_path / "output")
    here = f"{shlex.quote(sys.executable)} -m timeline"
    line = (
        re.sub(r"\b(?:python -m )?timeline(?= )", lambda _: here, line, count=1)
        if " | " not in line
        else re.sub(r"\| ?timeline\b", lambda _: f"| {here}", line)
    )
    done = subprocess.run(
        line,
        shell=True,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LANG": "C.UTF-8"},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() or "-o " in line


@pytest.mark.parametrize("name", READMES)
def test_python_blocks_run(name: str, tmp_path: Path) -> None:
    blocks = python_blocks(name)
    assert blocks
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    for block in blocks:
        done = subprocess.run([sys.executable, "-c", block], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("name", "language"), [("README.md", "en"), ("README.zh.md", "zh")])
def test_the_screens_are_real(name: str, language: str) -> None:
    show, explain = re.findall(r"```text\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.S)
    for screen, command in ((show, ["show", "seeds"]), (explain, ["explain", "seeds/003_93a43c413fa3bed5.txt"])):
        done = subprocess.run(
            [sys.executable, "-m", "timeline", *command, "--lang", language],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "LANG": "C.UTF-8"},
        )
        # A line of its own with … leaves something out; what stands between is printed so, to the letter.
        for part in re.split(r"^…$|\n\n", screen, flags=re.M):
            assert part.strip("\n") in done.stdout


@pytest.mark.parametrize("name", READMES)
def test_links_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", text):
        assert (ROOT / target).exists(), target


def test_both_readmes_show_the_same_commands() -> None:
    english, chinese = (shell_lines(name) for name in READMES)
    assert [line.split()[:2] for line in english] == [line.split()[:2] for line in chinese]
