"""What is kept of a regular expression is what Python compiles; whatever does not fit is made anew."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.events.whereabouts import PATTERNS
from timeline.patterns import Keeper, read, write

_ODD = [
    ("", 0),
    ("(?P<day>日)|(?P<month>月)", 0),
    ("(?i:a)[^一-鿿]", re.MULTILINE),
    ("(?x) a # 年", re.DOTALL),
    (r"(\d)\1", 0),
]
_OURS = [(row.search.pattern, 0) for row in PATTERNS]


@pytest.fixture(autouse=True)
def _bytecode_may_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.mark.parametrize(("pattern", "flags"), _ODD + _OURS)
def test_kept_is_what_python_compiles(pattern: str, flags: int, tmp_path: Path) -> None:
    plain = re.compile(pattern, flags)
    for _ in range(2):  # made, then read
        keeper = Keeper(tmp_path / "kept")
        found = keeper.compile(pattern, flags)
        assert found == plain  # Python compares their code
        assert (found.flags, found.groups, found.groupindex) == (plain.flags, plain.groups, plain.groupindex)
        match = found.match("日a")
        assert match is None or match.lastgroup in (None, "day")
        keeper.close()
    assert list(read(tmp_path / "kept")) == [(pattern, flags)]


@given(st.text(alphabet="年月日[]()?*+|\\d{1,3}^-", max_size=12))
def test_wrong_expressions_fail_as_they_do(pattern: str) -> None:
    keeper = Keeper(Path(os.devnull))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # [[ may mean something else one day
        try:
            plain = re.compile(pattern)
        except re.error as error:
            with pytest.raises(re.error, match=re.escape(str(error))):
                keeper.compile(pattern)
        else:
            assert keeper.compile(pattern) == plain


def test_others_are_left_to_python() -> None:
    keeper = Keeper(Path(os.devnull))
    assert keeper.compile(b"a", 0) == re.compile(b"a")


def test_only_a_whole_file_of_this_python_is_believed(tmp_path: Path) -> None:
    place = tmp_path / "deep" / "kept"
    keeper = Keeper(place)
    keeper.compile("[年月]")
    keeper.close()
    whole = place.read_bytes()
    assert read(place)
    for content in (b"", whole[:-1], whole + b"\0", whole[:16], bytes([whole[0] ^ 1]) + whole[1:]):
        place.write_bytes(content)
        assert read(place) == {}
    assert read(tmp_path / "none") == read(tmp_path) == {}


def test_of_too_many_those_of_this_run_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.patterns._MOST", 2)
    for patterns in ("年", "月", "日", "时分秒"):
        keeper = Keeper(tmp_path / "kept")
        for pattern in patterns:
            keeper.compile(pattern)
        keeper.close()
    assert list(read(tmp_path / "kept")) == [("时", 0), ("分", 0)]


def test_nothing_is_kept_where_nothing_can_be_written(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")
    write(file / "kept", {})
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def _run(folder: Path, **environment: str) -> set[str]:
    """What a run of the program leaves where Python keeps bytecode."""
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "timeline", "resolve", "5月9日"]
    subprocess.run(command, env=plain | {"PYTHONPYCACHEPREFIX": str(folder)} | environment, check=True)
    return {path.name for path in folder.rglob("patterns.*") if "timeline" in path.parts}


def test_program_keeps_where_python_keeps(tmp_path: Path) -> None:
    tag = sys.implementation.cache_tag
    assert _run(tmp_path / "a") == {f"patterns.{tag}.pyc", f"patterns.{tag}.kept"}
    assert _run(tmp_path / "b", PYTHONDONTWRITEBYTECODE="1") == set()
