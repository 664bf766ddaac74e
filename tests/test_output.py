"""`output/` is the export of `seeds/`, byte for byte, and the same from run to run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The README's first command, into a fresh folder, under another language and time zone."""
    folder = tmp_path_factory.mktemp("export")
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "America/New_York", "PYTHONHASHSEED": "7"}
    environment.pop("SOURCE_DATE_EPOCH", None)
    subprocess.run(
        [sys.executable, "-m", "timeline", "export", "seeds", "-o", str(folder)],
        cwd=ROOT,
        check=True,
        env=environment,
        capture_output=True,
    )
    return folder


@pytest.mark.parametrize(
    "name", ["timeline.ics", "timeline.md", "timeline.html", "timeline.json", "timeline.lock.json"]
)
def test_the_showcase_is_what_the_program_makes(exported: Path, name: str) -> None:
    assert (exported / name).read_bytes() == (ROOT / "output" / name).read_bytes()


def test_nothing_else_lies_in_the_showcase(exported: Path) -> None:
    assert sorted(path.name for path in exported.iterdir()) == sorted(path.name for path in (ROOT / "output").iterdir())
