"""A function and many slices -> what came of each, by the processes of this machine or by the workers of a cluster.

Every engine may do a slice twice and gives the results in an order of its own: shards are the same whoever makes them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from importlib import import_module
from itertools import islice
from logging import CRITICAL, getLogger
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from timeline.corpus.records import Reading
from timeline.corpus.shards import Account, work
from timeline.corpus.slices import Slice
from timeline.processes import Done, spread

_AHEAD = 3  # slices that wait at each worker of a cluster
_RETRIES = 3


class ClusterError(RuntimeError):
    """A cluster that cannot be reached, or is gone."""


class Engine(Protocol):
    """How slices become shards in a folder."""

    def __call__(self, slices: Iterable[Slice], reading: Reading, folder: str) -> Iterator[Done[Slice, Account]]:
        """Each slice and what became of it, in any order."""


class Processes(NamedTuple):
    """The processes of this machine; one of them does everything in this one."""

    jobs: int

    def __call__(self, slices: Iterable[Slice], reading: Reading, folder: str) -> Iterator[Done[Slice, Account]]:
        """Each slice and what became of it."""
        return spread(partial(work, reading=reading, folder=folder), slices, self.jobs, ordered=False)


class Dask(NamedTuple):
    """The workers of a Dask cluster: of one that is there, or of one of our own on this machine."""

    jobs: int
    scheduler: str | None = None

    def __call__(self, slices: Iterable[Slice], reading: Reading, folder: str) -> Iterator[Done[Slice, Account]]:
        """Each slice and what became of it. Raises ClusterError and ImportError."""
        distributed: Any = import_module("distributed")
        getLogger("distributed").setLevel(CRITICAL)  # of what dies and is tried again nobody need hear
        function = partial(_from, str(Path.cwd()), partial(work, reading=reading, folder=folder))
        with ExitStack() as stack:
            try:
                cluster = self.scheduler or stack.enter_context(_own(distributed, self.jobs))
                client = stack.enter_context(distributed.Client(cluster, set_as_default=False))
            except (OSError, TimeoutError) as error:
                raise ClusterError(str(error) or type(error).__name__) from error
            yield from _gathered(distributed, client, function, iter(slices))


def _own(distributed: Any, jobs: int) -> Any:
    """A cluster of our own, without what looks into its workers while they work, and seen from this machine alone."""
    config: Any = import_module("dask").config
    with config.set({"distributed.worker.profile.enabled": False}):
        return distributed.LocalCluster(
            n_workers=jobs, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=CRITICAL
        )


def _from(here: str, function: Callable[[Slice], Account], slice: Slice) -> Account:
    """A slice, done where a path means what it means to whoever asked for it."""
    os.chdir(here)
    return function(slice)


def _gathered(
    distributed: Any, client: Any, function: Callable[[Slice], Account], slices: Iterator[Slice]
) -> Iterator[Done[Slice, Account]]:
    """Results as they come, with no more slices under way than the workers need, which come and go."""

    def handed(slice: Slice) -> Any:
        # Not `pure`: what is done is a file, and a result that is remembered would be none.
        future = client.submit(function, slice, pure=False, retries=_RETRIES)
        of[future.key] = slice
        return future

    def more() -> list[Any]:
        hands = sum(client.nthreads().values()) or 1
        return [handed(slice) for slice in islice(slices, max(hands * _AHEAD - len(of), 0))]

    of: dict[str, Slice] = {}
    running = distributed.as_completed(more(), loop=client.loop)
    for future in running:
        done: Done[Slice, Account]
        slice = of.pop(future.key)
        if future.status == "finished":
            done = Done(slice, future.result())
        elif future.status == "cancelled" or client.status != "running":
            raise ClusterError(future.status)
        else:
            error = future.exception()
            lost = type(error).__name__ == "KilledWorker"
            done = Done(slice, None, "" if lost else f"{type(error).__name__}: {error}", lost)
        yield done
        del future
        running.update(more())
