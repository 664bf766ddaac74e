"""The house stands as docs/design.md says: layers, docstrings, no clock below the command line, a lean start."""

import ast
import subprocess
import sys
import tomllib
from collections import Counter
from configparser import ConfigParser
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "timeline"
ROOT = HOUSE.parent
MODULES = sorted(HOUSE.rglob("*.py"))
IDS = [str(path.relative_to(HOUSE)) for path in MODULES]

# Names that ask the world instead of an argument.
WORLDLY = {"today", "now", "utcnow", "environ", "getenv", "getlocale", "getdefaultlocale", "time_ns"}


def test_import_layers() -> None:
    linter = Path(sys.executable).with_name("lint-imports")  # of this environment, on the path or not
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring
    assert len(docstring) > 20


@pytest.mark.parametrize(
    "path", [p for p in MODULES if p != HOUSE / "world.py"], ids=[i for i in IDS if i != "world.py"]
)
def test_only_one_module_asks_clock_environment_and_locale(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    asked = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in {"date", "datetime", "os", "time", "locale", "dt", "arrow"}
    }
    assert not asked & WORLDLY


def loaded_by(code: str) -> set[str]:
    """The top-level modules that a fresh Python has loaded after `code`."""
    code += "\nimport sys; print(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


HEAVY = {"arrow", "borax", "dateparser", "holidays", "icalendar", "jieba", "rapidfuzz", "rich"}


def test_version_loads_nothing_that_it_does_not_need() -> None:
    code = "from timeline.cli import main\nimport contextlib\nwith contextlib.suppress(SystemExit): main(['--version'])"
    assert not loaded_by(code) & (HEAVY | {"tomllib"})


def test_the_library_loads_heavy_packages_only_when_they_are_used() -> None:
    assert not loaded_by("import timeline; timeline.build; timeline.read") & HEAVY


def test_every_package_that_the_owner_fixed_is_declared_and_used() -> None:
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    declared = config["options"]["install_requires"]
    sources = "\n".join(path.read_text(encoding="utf-8") for path in MODULES)
    for package in ("dateparser", "icalendar", "click", "jieba", "arrow"):
        assert package in declared
        assert f"import {package}" in sources or f"from {package}" in sources


@pytest.mark.parametrize("path", sorted((HOUSE / "data").rglob("*.toml")), ids=lambda p: p.name)
def test_data_is_valid_toml(path: Path) -> None:
    assert tomllib.loads(path.read_text(encoding="utf-8"))


def test_nothing_unfinished_and_no_place_of_a_machine_is_named() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "NotImplemented" + "Error", "/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/")
    for path in [
        *MODULES,
        *HOUSE.rglob("*.toml"),
        *(ROOT / "tests").rglob("*.py"),
        *ROOT.glob("*.md"),
        *(ROOT / "docs").glob("*.md"),
    ]:
        text = path.read_text(encoding="utf-8")
        text = text.replace("VTO" + "DO", "")  # a component of RFC 5545
        assert not [mark for mark in marks if mark in text], path


def _bound(statement: ast.stmt) -> list[str]:
    """The names that a statement of a module binds."""
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return [] if any("overload" in ast.dump(one) for one in statement.decorator_list) else [statement.name]
    targets = statement.targets if isinstance(statement, ast.Assign) else ()
    return [node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name)]


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_no_name_of_a_module_is_bound_twice(path: Path) -> None:
    names = [name for statement in ast.parse(path.read_text(encoding="utf-8")).body for name in _bound(statement)]
    assert not [name for name, count in Counter(names).items() if count > 1]
