"""Paths -> stories, by several processes: the same stories and notes, in the same order, as one would give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import groupby

from timeline.model import Document, Note, Severity, Story
from timeline.pipeline import tell
from timeline.read import File, gathered
from timeline.read.files import Bounds
from timeline.watchdog import TooSlowError, limit

_BATCH = 8  # files that a process is given at a time

Understand = Callable[[Document], Story]


def understand(document: Document, *, year: int | None, today: date | None, seconds: float) -> Story:
    """A document, understood. Raises TooSlowError where that takes too long."""
    with limit(seconds):
        return tell(document, year=year, today=today)


def told(item: Document | Note, understood: Understand) -> Story | Note:
    """A document, understood. A fault of the program in one of them must not cost the others."""
    if isinstance(item, Note):
        return item
    try:
        return understood(item)
    except TooSlowError as error:
        return _note(item.name, "document-slow", count=f"{error.seconds:g}")
    except Exception as error:
        return _note(item.name, "document-failed", error=f"{type(error).__name__}: {error}")


def _note(name: str, rule: str, **values: str) -> Note:
    return Note(document=name, rule=rule, values=values, severity=Severity.LOSS)


def _read(files: Sequence[File | Note], understand: Understand, bounds: Bounds) -> list[Story | Note]:
    """What a process makes of its files."""
    found: list[Story | Note] = []
    for file in files:
        items = [file] if isinstance(file, Note) else file.documents(bounds)
        found += [told(item, understand) for item in items]
    return found


def stories(
    paths: Iterable[str],
    understand: Understand,
    bounds: Bounds,
    jobs: int,
    alone: Callable[[Iterable[str]], Iterable[Document | Note]],
) -> Iterator[Story | Note]:
    """The stories of all paths; standard input and addresses are read by `alone`, in this process."""
    for here, found in groupby(gathered(paths, bounds), key=lambda item: isinstance(item, str)):
        if here:
            for path in found:
                yield from (told(item, understand) for item in alone([str(path)]))
        else:
            files = [item for item in found if not isinstance(item, str)]
            batches = [files[i : i + _BATCH] for i in range(0, len(files), _BATCH)]
            yield from _spread(batches, partial(_read, understand=understand, bounds=bounds), jobs)


def _spread(
    batches: Iterable[Sequence[File | Note]],
    function: Callable[[Sequence[File | Note]], list[Story | Note]],
    jobs: int,
) -> Iterator[Story | Note]:
    from timeline.processes import spread  # not at the top: most runs need one process only

    for done in spread(function, batches, jobs):
        if done.result is not None:
            yield from done.result
        elif len(done.item) > 1:  # of which one is to blame
            yield from _spread([[file] for file in done.item], function, jobs)
        else:
            (file,) = done.item
            name = file.document if isinstance(file, Note) else file.name
            yield _note(name, "document-failed", error=done.fault) if done.fault else _note(name, "process-lost")
