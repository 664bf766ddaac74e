"""A function and many items -> their results in the order of the items, worked out by several processes.

A process that dies, whoever killed it, costs its item another try; an item that kills three is given up.
Interrupted or left, all processes end with whoever started them. Items and results travel by pickle between processes
of one program; nothing of it is ever read from a file.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Generic, TypeVar, cast

from timeline import patterns

T = TypeVar("T")
R = TypeVar("R")

_TRIES = 3
_AHEAD = 4  # items for each process that may be done before their turn
_PATIENCE = 2.0  # seconds for a process to end


@dataclass(frozen=True, slots=True)
class Done(Generic[T, R]):
    """An item and what came of it: a result, or why there is none."""

    item: T
    result: R | None
    fault: str = ""  # of the function; empty too where the processes died of the item
    lost: bool = False


@dataclass(slots=True)
class _Hand(Generic[T]):
    """One process, and what it works at."""

    process: SpawnProcess
    pipe: Connection
    task: _Task[T] | None = None


@dataclass(slots=True)
class _Task(Generic[T]):
    number: int
    item: T
    tries: int = 0


def _work(pipe: Connection) -> None:
    """What a process does: it answers until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of an interrupt the first process decides
    try:
        if pipe.recv():
            patterns.keep()  # before the function comes, and with it the modules that have the patterns
        function: Callable[[object], object] = pipe.recv()
        while True:
            item = pipe.recv()
            try:
                answer = (function(item), "")
            except Exception as error:
                answer = (None, f"{type(error).__name__}: {error}")
            pipe.send(answer)
    except (EOFError, OSError):
        return


def spread(function: Callable[[T], R], items: Iterable[T], jobs: int, *, ordered: bool = True) -> Iterator[Done[T, R]]:
    """Each item with its result, in order unless that does not matter; as many processes at a time as `jobs`.

    One process is this one. `function` and the items must be such as pickle can send: a function of a module, or a
    `partial` of one.
    """
    if jobs <= 1:
        for item in items:
            try:
                done: Done[T, R] = Done(item, function(item))
            except Exception as error:
                done = Done(item, None, f"{type(error).__name__}: {error}")
            yield done
        return
    crew: _Crew[T, R] = _Crew(function, items, jobs, ordered)
    try:
        yield from crew.results()
    finally:
        crew.end()


class _Crew(Generic[T, R]):
    """The processes, what is to be done, and what is done before its turn."""

    def __init__(self, function: Callable[[T], R], items: Iterable[T], jobs: int, ordered: bool) -> None:
        self.function, self.jobs, self.ordered = function, jobs, ordered
        self.items = enumerate(items)
        self.again: deque[_Task[T]] = deque()
        self.hands: list[_Hand[T]] = []
        self.early: dict[int, Done[T, R]] = {}
        self.turn = 0  # the number of the result that is next
        self.exhausted = False

    def results(self) -> Iterator[Done[T, R]]:
        """The results, in the order of their items where that is wanted."""
        while True:
            self._hand_out()
            while (number := self._next_of(self.early)) is not None:
                yield self.early.pop(number)
                self.turn += 1
                self._hand_out()
            busy = [hand for hand in self.hands if hand.task]
            if not busy:
                return
            ready = set(wait([hand.pipe for hand in busy]))
            for hand in busy:
                if hand.pipe in ready:
                    self._take(hand)

    def _next_of(self, done: Iterable[int]) -> int | None:
        """Which result comes next, of those that are there."""
        return next((number for number in done if number == self.turn or not self.ordered), None)

    def _hand_out(self) -> None:
        """Gives every idle process something to do, and starts one where there is more to do than hands."""
        while True:
            idle = next((hand for hand in self.hands if hand.task is None), None)
            if idle is None and len(self.hands) >= self.jobs:
                return
            task = self._next()
            if task is None:
                return
            hand = idle or self._hired()
            task.tries += 1
            hand.task = task
            try:
                if idle is None:
                    hand.pipe.send(patterns.keeps())
                    hand.pipe.send(self.function)
                hand.pipe.send(task.item)
            except OSError:  # it died idle: nobody's fault
                task.tries -= 1
                self._dismiss(hand)

    def _next(self) -> _Task[T] | None:
        if self.again:
            return self.again.popleft()
        if self.exhausted or len(self.early) >= self.jobs * _AHEAD:
            return None
        try:
            return _Task(*next(self.items))
        except StopIteration:
            self.exhausted = True
            return None

    def _hired(self) -> _Hand[T]:
        context = get_context("spawn")  # a fork would take half-done work and threads with it
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs,), daemon=True)
        process.start()
        theirs.close()  # else its end would never be noticed
        hand: _Hand[T] = _Hand(process, ours)
        self.hands.append(hand)
        return hand

    def _take(self, hand: _Hand[T]) -> None:
        """The answer of a process; of one that is gone, its task goes to another."""
        task = cast("_Task[T]", hand.task)
        try:
            result, fault = hand.pipe.recv()
        except (EOFError, OSError):
            self._dismiss(hand)
            return
        hand.task = None
        self.early[task.number] = Done(task.item, result, fault)

    def _dismiss(self, hand: _Hand[T]) -> None:
        self.hands.remove(hand)
        hand.pipe.close()
        hand.process.kill()
        if (task := hand.task) is None:
            return
        if task.tries < _TRIES:
            self.again.append(task)
        else:
            self.early[task.number] = Done(task.item, None, lost=True)

    def end(self) -> None:
        """Ends what still runs."""
        for hand in self.hands:
            hand.pipe.close()
            if hand.task:
                hand.process.terminate()
        for hand in self.hands:
            hand.process.join(_PATIENCE)
            if hand.process.is_alive():
                hand.process.kill()
