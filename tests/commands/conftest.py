from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.commands.session import TEXT, Run
from timeline.cli import main


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the program in an empty folder, in English unless the test says otherwise."""
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str, input: str | bytes | None = None, **environment: str) -> Result:
        result = CliRunner().invoke(main, list(arguments), input=input, env={"LANG": "en_US.UTF-8", **environment})
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run


@pytest.fixture
def notice(tmp_path: Path) -> str:
    (tmp_path / "notice.txt").write_text(TEXT, encoding="utf-8")
    return "notice.txt"
