"""Every target of the fuzzer bears its corpus, and whatever was once found to break it."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

FUZZ = Path(__file__).parent.parent.parent / "fuzz"
sys.path.insert(0, str(FUZZ))
TARGETS = import_module("targets").TARGETS
sys.path.remove(str(FUZZ))
INPUTS = [(path.parent.name, path) for folder in ("corpus", "findings") for path in sorted((FUZZ / folder).glob("*/*"))]


def test_every_target_has_a_corpus() -> None:
    assert {name for name, path in INPUTS if "corpus" in path.parts} == set(TARGETS)


@pytest.mark.parametrize(
    ("name", "path"), INPUTS, ids=[f"{path.parent.parent.name}-{name}-{path.name}" for name, path in INPUTS]
)
def test_a_target_bears_what_was_found(name: str, path: Path) -> None:
    TARGETS[name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_bears_nothing_and_noise(name: str) -> None:
    for data in (b"", b"\x00", b"\xff" * 50, bytes(range(256)), b"[" * 100_000, b"{" * 100_000, b"a=" + b"[" * 50_000):
        TARGETS[name](data)
