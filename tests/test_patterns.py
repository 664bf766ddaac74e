"""What is kept of a regular expression finds what Python's finds; whatever does not fit is made anew."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import warnings
from array import array
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.events.where.whereabouts import PATTERNS
from timeline.patterns import Keeper, made, read, write

_constants: Any = import_module("re._constants")

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
def test_kept_is_what_was_made(pattern: str, flags: int, tmp_path: Path) -> None:
    plain = re.compile(pattern, flags)
    made = Keeper(Path(os.devnull)).compile(pattern, flags)
    for _ in range(2):  # made, then read
        keeper = Keeper(tmp_path / "kept")
        found = keeper.compile(pattern, flags)
        assert found == made  # Python compares their code
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
            assert _finds(keeper.compile(pattern), "12年3月\n日月") == _finds(plain, "12年3月\n日月")


def _finds(pattern: re.Pattern[str], text: str) -> list[object]:
    """Where an expression is found, by every way of asking, and what its groups hold."""
    found = [*pattern.finditer(text), *pattern.finditer(text, 1, len(text) - 1)]
    asked = [ask(text, start) for ask in (pattern.search, pattern.match, pattern.fullmatch) for start in range(3)]
    told = [(match.regs, match.groupdict()) if match else None for match in [*found, *asked]]
    return [*told, pattern.sub("_", text), pattern.split(text)]


# What may open an expression, and the rest of one.
_OPENINGS = st.sampled_from(
    [
        *("年", "[月日]", "[^年]", ".", r"\d", r"\b", "^", r"(?:^|\n)", r"\A", r"\S", "$", "年?", "[月日]*", r"\d{2}+"),
        *("(?=月)", r"(?=[年月]\d)", "(?=年?)", "(?!日)", "(?<=年)", r"(?<![月\d])", "(?>年月?)", "(?:年|[月日])"),
        *("(?:年?|月)", "(年)?", "(?:(?=日).|月)", "(?:|日)", r"(?:(?<=年)月|\d+?日)", "(?i:a)", "(?P<a>年)?+"),
    ]
)


@settings(max_examples=400)
@given(st.lists(_OPENINGS, min_size=1, max_size=5), st.text(alphabet="年月日12aA\n ", max_size=12), st.booleans())
def test_to_skip_to_where_a_match_may_begin_loses_none(parts: list[str], text: str, lines: bool) -> None:
    pattern, flags = "".join(dict.fromkeys(parts)), re.MULTILINE if lines else 0
    assert _finds(Keeper(Path(os.devnull)).compile(pattern, flags), text) == _finds(re.compile(pattern, flags), text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [(pattern, text) for pattern, _ in _OURS for text in ("前往北京出席会议,在江岸市图书馆举行座谈会。",)],
)
def test_ours_find_the_same(pattern: str, text: str) -> None:
    assert _finds(Keeper(Path(os.devnull)).compile(pattern), text) == _finds(re.compile(pattern), text)


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        ("(?<=年)[一二]?月", True),
        ("(?:举(?:办|行)|[召展]开)", True),
        ("(?![日月])(?:第?(?:一|二)|\\d)届", True),
        ("(?=[春夏])[^,]{2}节", True),
        ("(?:年|月)?", False),
        ("[^年]月", False),
        ("(?:年|.月)", False),
        ("(?i:a)", False),
    ],
)
def test_with_what_a_match_begins_is_known(pattern: str, signs: bool) -> None:
    words = array("I", made(pattern, 0).words)
    assert (words[2] == _constants.SRE_INFO_CHARSET) is signs


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
