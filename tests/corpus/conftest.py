from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from timeline.corpus import slices
from timeline.corpus.building import Order, Report, build
from timeline.corpus.engines import Engine, Processes
from timeline.corpus.records import Reading
from timeline.read.files import BOUNDS

Make = Callable[..., Report]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Makes a corpus."""

    def made(
        inputs: str | Iterable[str],
        folder: str | Path = tmp_path / "events",
        engine: Engine = Processes(1),  # noqa: B008  # it is immutable
        *,
        resume: bool = False,
        **reading: Any,
    ) -> Report:
        given = (inputs,) if isinstance(inputs, str) else tuple(inputs)
        order = Order(inputs=given, folder=str(folder), reading=Reading(**reading), bounds=BOUNDS, resume=resume)
        return build(order, engine)

    return made


@pytest.fixture
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Slices of some hundred bytes, so that a few pages make several."""
    monkeypatch.setattr(slices, "_BYTES", 400)
    monkeypatch.setattr(slices, "_FILES", 2)
    monkeypatch.setattr(slices, "_ROWS", 1)
