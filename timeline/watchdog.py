"""A piece of work that may take only so long: after that it is broken off, and whoever asked for it goes on.

In the first thread the system's alarm breaks even into a pattern at work. Elsewhere, and where there is no such alarm,
another thread asks the worker to stop, which happens between two steps of Python.

>>> with limit(5):
...     "done"
'done'
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

T = TypeVar("T")

_AGAIN = 0.05  # seconds after which it is said once more, where the first time was not heard


class TooSlowError(Exception):
    """Something took longer than it may."""

    def __init__(self, seconds: float = 0) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class _Here(threading.local):
    """What each thread is doing."""

    limited = False


_HERE = _Here()


@contextmanager
def limit(seconds: float) -> Iterator[None]:
    """Raises TooSlowError within the block after so many seconds. A limit within a limit changes nothing."""
    if _HERE.limited:
        yield
        return
    first = threading.current_thread() is threading.main_thread()
    _HERE.limited = True
    try:
        with _alarm(seconds) if first and hasattr(signal, "setitimer") else _request(seconds):
            yield
    except TooSlowError:
        raise TooSlowError(seconds) from None
    finally:
        _HERE.limited = False


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    over = False

    def ring(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
        if not over:
            raise TooSlowError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        try:
            yield
        finally:
            over = True
    finally:  # it may have rung between the end of the work and the line above
        over = True
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _request(seconds: float) -> Iterator[None]:
    from ctypes import c_ulong, py_object, pythonapi

    worker, over, lock = c_ulong(threading.get_ident()), threading.Event(), threading.Lock()

    def watch() -> None:
        wait = seconds
        while not over.wait(wait):
            with lock:
                if not over.is_set():
                    pythonapi.PyThreadState_SetAsyncExc(worker, py_object(TooSlowError))
            wait = _AGAIN

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        try:
            yield
        finally:
            over.set()
    finally:
        over.set()
        with lock:
            pythonapi.PyThreadState_SetAsyncExc(worker, None)  # what was asked for and not yet heard
        watcher.join()


def steps(items: Iterable[T], seconds: float) -> Iterator[T]:
    """The items, none of which may take longer to come; what is done with one meanwhile does not count."""
    waiting, end = iter(items), object()
    while True:
        with limit(seconds):
            item = next(waiting, end)
        if item is end:
            return
        yield item  # type: ignore[misc]
