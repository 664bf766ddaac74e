"""Work that lasts -> a line on standard error that says how far it is, where somebody watches; gone when it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from threading import Lock, Timer
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from timeline import world
from timeline.console import language_of_run
from timeline.messages import say

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

T = TypeVar("T")

_PATIENCE = 1.0  # seconds before anything is said


class Progress:
    """Counts what is read; shows nothing of it in the first second, and nothing at all where nobody watches."""

    def __init__(self, far: Callable[[], str] | None = None) -> None:
        self.language = language_of_run()  # the timer runs where no command does
        self.far = far or (lambda: say(self.language, "progress", count=self.count))
        self.count, self.ended, self.lock = 0, False, Lock()
        self.bar: Bar | None = None
        self.timer = Timer(_PATIENCE, self._begin)
        self.timer.daemon = True

    def __enter__(self) -> Self:
        if world.watched():
            self.timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.timer.cancel()
        with self.lock:
            self.ended = True
            if self.bar:
                self.bar.stop()

    def counted(self, items: Iterable[T]) -> Iterator[T]:
        """The items, each counted as it passes."""
        for item in items:
            yield item
            self.tick()

    def tick(self) -> None:
        """One more is done."""
        self.count += 1
        if self.bar:
            self.bar.update(self.bar.task_ids[0], description=self.far())

    def _begin(self) -> None:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        with self.lock:
            if self.ended:
                return
            columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
            bar = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
            bar.add_task(self.far(), total=None)
            bar.start()
            self.bar = bar
