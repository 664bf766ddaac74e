"""What the program is made of: bounds, licences, and that no data is ever run."""

import ast
import json
import re
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "timeline").rglob("*.py"))
_NEED = re.compile(r"[\w.-]+ >= [\w.]+, < [\w.]+")

# Where the program may speak to a network at all: each is asked for by a command of its own, or by an address.
NETWORK = {"feed.py", "push.py", "web.py", "addresses.py"}
_NETS = {"socket", "http", "urllib", "requests", "httpx", "uvicorn", "caldav", "ftplib", "smtplib", "fsspec"}
_RUNS = {"eval", "exec", "compile", "__import__"}
_UNSAFE = {"pickle", "marshal", "shelve", "yaml", "dill", "joblib", "code", "runpy"}
_CALLS = re.compile(r"\b(?:os\.(?:system|popen|exec\w+|spawn\w+|posix_spawn)|subprocess|builtins)\b")


def test_every_dependency_has_a_lowest_and_a_highest_version() -> None:
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    lists = [config["options"]["install_requires"], *config["options.extras_require"].values()]
    needs = [line for lines in lists for line in lines.split("\n") if line]
    assert len(needs) > 30
    assert [need for need in needs if not _NEED.fullmatch(need)] == []


def test_the_licences_are_told_and_none_obliges() -> None:
    done = subprocess.run([sys.executable, ".ci/licences.py"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = re.findall(r"^\| ([\w.-]+) \|", (ROOT / "docs" / "licences.md").read_text(encoding="utf-8"), re.M)
    assert set(re.findall(r"^\| ([\w.-]+) \|", done.stdout, re.M)) == set(told)


@pytest.mark.parametrize("licence", ["GPL-3.0-only", "GNU General Public License v2 (GPLv2)", "AGPL-3.0", "LGPL-2.1"])
def test_a_licence_that_obliges_would_be_seen(licence: str) -> None:
    source = (ROOT / ".ci" / "licences.py").read_text(encoding="utf-8")
    (pattern,) = re.findall(r'_OBLIGES = re\.compile\(r"(.+)"\)', source)
    assert re.search(pattern, licence)
    assert not re.search(pattern, "MIT License")


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("jinja2==3.1.2", ["jinja2==3.1.2: <3.1.3", "1 parts, 2 packages with holes known on 2026-04-01: 1"]),
        (
            "Zope.Interface==5.0",
            ["Zope.Interface==5.0: >=5,<5.1", "1 parts, 2 packages with holes known on 2026-04-01: 1"],
        ),
        ("jinja2==3.1.6", ["1 parts, 2 packages with holes known on 2026-04-01: 0"]),
        ("jinja2", ["jinja2: no version", "1 parts, 2 packages with holes known on 2026-04-01: 1"]),
        ("", ["0 parts, 2 packages with holes known on 2026-04-01: 0"]),
    ],
)
def test_a_list_of_known_holes_is_asked_for_each_part(tmp_path: Path, part: str, found: list[str]) -> None:
    known = {"$meta": {"timestamp": 1775023247}, "jinja2": ["<2.11", "<3.1.3"], "zope-interface": [">=5,<5.1"]}
    listed = tmp_path / "insecure.json"
    listed.write_text(json.dumps(known), encoding="utf-8")
    command = [sys.executable, ".ci/holes.py", str(listed)]
    done = subprocess.run(command, cwd=ROOT, input=part, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == found, done.stderr
    assert done.returncode == (0 if part == "jinja2==3.1.6" else 1)


def _names(tree: ast.AST) -> tuple[set[str], set[str]]:
    """What a module imports, and which plain names it calls."""
    imported, called = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imported |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            imported.add(node.module.split(".")[0])
            imported |= {"urllib.request"} & {node.module}
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            called.add(node.func.id)
    return imported, called


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_data_is_run_and_no_network_is_asked_behind_anybodys_back(path: Path) -> None:
    imported, called = _names(ast.parse(path.read_text(encoding="utf-8")))
    assert not imported & _UNSAFE
    assert not called & _RUNS
    assert not _CALLS.search(path.read_text(encoding="utf-8"))
    if path.name not in NETWORK:
        text = path.read_text(encoding="utf-8")
        assert not (imported & _NETS) - (
            {"urllib"} if "urllib.parse" in text and "urllib.request" not in text else set()
        )
