"""Every target of the fuzzer bears its corpus, and whatever was once found to break it."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

FUZZ = Path(__file__).parent.parent.parent / "fuzz"
sys.path.insert(0, str(FUZZ))
targets = import_module("targets")
sys.path.remove(str(FUZZ))
TARGETS = targets.TARGETS
FOUND = [(path.parent.name, path.name, path.read_bytes()) for path in sorted((FUZZ / "findings").glob("*/*"))]
BEGUN = [(name, title, data) for name in TARGETS for title, data in targets.beginnings(name)]


def test_every_target_has_a_beginning_of_its_own_and_nobody_else_has() -> None:
    assert {path.name for path in (FUZZ / "corpus").iterdir()} == {"texts", *TARGETS}
    assert {name for name, _, _ in BEGUN} == set(TARGETS)


@pytest.mark.parametrize(
    ("name", "title", "data"), [*BEGUN, *FOUND], ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_target_bears_what_was_found(name: str, title: str, data: bytes) -> None:
    TARGETS[name](data)


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_bears_nothing_and_noise(name: str) -> None:
    for data in (b"", b"\x00", b"\xff" * 50, bytes(range(256)), b"[" * 100_000, b"{" * 100_000, b"a=" + b"[" * 50_000):
        TARGETS[name](data)
