"""The manual pages say what the help says, and a formatter of manuals finds nothing amiss."""

import shutil
import subprocess
from importlib.metadata import version
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from timeline.cli import COMMANDS

FOLDER = Path(__file__).parent.parent / "docs" / "man"


@pytest.fixture(scope="module")
def make() -> ModuleType:
    spec = spec_from_file_location("manual", FOLDER / "make.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(version("click") < "8.5", reason="made with a click that writes [COMMAND]")
@pytest.mark.parametrize("number", [0, 1])
def test_they_are_fresh(number: int, make: ModuleType) -> None:
    language, words, path = make.PAGES[number]
    text = path.read_text(encoding="utf-8")
    assert text == make.manual(language, words), "python docs/man/make.py"
    assert all(f"\n.SS timeline {name}\n" in text for name in COMMANDS)


def test_nothing_in_a_text_is_a_request(make: ModuleType) -> None:
    assert make.roff(".TH\n'no \\fB --x") == "\\&.TH\n\\(aqno \\efB \\-\\-x"


@pytest.mark.parametrize("number", [0, 1])
def test_a_reader_of_manuals_shows_them(number: int, make: ModuleType) -> None:
    groff = shutil.which("groff")
    if groff is None or shutil.which("preconv") is None:
        pytest.skip("no groff on this machine")
    _, words, path = make.PAGES[number]
    arguments = [groff, "-k", "-man", "-Tutf8", "-P-cbou", "-rLL=78n", "-ww", "-Wbreak", path]
    shown = subprocess.run(arguments, capture_output=True, check=True, encoding="utf-8", env={"LC_ALL": "C.UTF-8"})
    assert shown.stderr == ""
    assert all(heading in shown.stdout for heading in words.sections)
    assert "timeline export seeds -o output" in shown.stdout
