"""Paths -> documents, stories, a timeline: what failed is said in a line, and the exit code tells."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path, PurePath

import click

from timeline import limits
from timeline.commands.options import bounds, in_order
from timeline.commands.progress import Progress
from timeline.commands.together import stories, told, understand
from timeline.console import DONE, FAILED, language_of_run, say, warn
from timeline.corpus import MANIFEST
from timeline.decisions import DecisionsError, decide
from timeline.export.options import Options
from timeline.export.selection import Wish, guessed, narrowed
from timeline.export.wording import date_words, listed, one_line
from timeline.model import Document, Note, Severity, Story, Timeline
from timeline.read import calendar, read_all
from timeline.read.content import size_words
from timeline.read.decisions import decisions_of
from timeline.watchdog import TooSlowError, limit

EVERYTHING = Wish()


def may_be_corpus(path: str) -> bool:
    """Whether a path is that of a corpus, as far as can be seen without what it takes to read one."""
    far = "://" in path and not path.lower().startswith(("http://", "https://"))
    return far or Path(path, MANIFEST).is_file()


class Run:
    """One run over documents: what was read, and whether all of it was."""

    def __init__(
        self, year: int | None, today: date | None, decisions: str | None = None, wish: Wish = EVERYTHING, jobs: int = 1
    ) -> None:
        self.year, self.today, self.decisions = year, today, decisions
        self.wish, self.jobs = wish, jobs  # of a corpus only what is wished for is fetched
        self.bounds = bounds()
        self.failed = False

    def documents(self, paths: Iterable[str]) -> Iterable[Document]:
        """The documents that can be read; of the others a line is said."""
        for item in self._read(paths):
            if isinstance(item, Document):
                yield item
            else:
                self._say(item)

    def stories(self, paths: Iterable[str]) -> Iterable[Story]:
        """The documents, understood; of those that are not, a line is said."""
        if self.jobs > 1:
            found = stories(paths, self._way(), self.bounds, self.jobs, self._read)
        else:
            found = (told(item, self.understood) for item in self._read(paths))
        for item in found:
            if isinstance(item, Story):
                self._warn_of_cuts(item)
                yield item
            else:
                self._say(item)

    def understood(self, document: Document) -> Story:
        """A document, understood."""
        return self._way()(document)

    def _way(self) -> Callable[[Document], Story]:
        """How documents are understood in this run, as another process can be told."""
        return partial(understand, year=self.year, today=self.today, seconds=self.bounds.patience)

    def _warn_of_cuts(self, story: Story) -> None:
        """What lies behind a limit counts as not read, so that nothing of it is withdrawn."""
        for note in story.notes:
            if note.rule.startswith(limits.CUT):
                self.failed = True
                text = say(note.rule, **note.values)
                warn(say("note-line", name=note.document, line=note.line, text=text))

    def _read(self, paths: Iterable[str]) -> Iterable[Document | Note]:
        return read_all(paths, sys.stdin.buffer, self.bounds)

    def _say(self, note: Note) -> None:
        self.failed |= note.severity is Severity.LOSS
        warn(say("note-document", name=note.document, text=say(note.rule, **note.values)))

    def timeline(self, paths: Sequence[str]) -> Timeline:
        """The timeline of the documents, as a person decided."""
        try:
            found = decisions_of(paths, self.decisions)
        except DecisionsError as error:
            note = error.note
            text = say(note.rule, **note.values)
            raise click.UsageError(say("note-line", name=note.document, line=note.line, text=text)) from None
        documents = [path for path in paths if not may_be_corpus(path)]
        kept = chain.from_iterable(self.kept(path) for path in paths if may_be_corpus(path))
        with Progress() as progress:
            return decide(progress.counted(chain(self.stories(documents), kept)), found.decisions, found.notes)

    def kept(self, folder: str) -> Iterable[Story]:
        """What a corpus tells of what is wished for."""
        from timeline.corpus.manifest import CorpusError
        from timeline.corpus.told import kept

        try:
            # What is left out for a guessed date is listed, and so is fetched.
            found = iter(kept(folder, replace(self.wish, strict=False)))
            if (first := next(found, None)) is None:
                warn(say("note-document", name=folder, text=say("corpus-nothing")))
                return
            yield first
            yield from found
        except CorpusError as error:
            raise click.UsageError(say(error.rule, **error.values)) from None
        except ImportError:
            self.failed = True
            warn(say("extra-missing", extra="corpus"))

    def calendars(self, paths: Iterable[str]) -> Iterable[Story]:
        """What calendar files hold; of those that are none a line is said."""
        for path in paths:
            try:
                with Path(path).open("rb") as file, limit(self.bounds.patience):
                    data = file.read(self.bounds.size + 1)
                    if len(data) <= self.bounds.size:
                        found = calendar.story(PurePath(path).name, data)
            except OSError as error:
                text = say("read-failed", reason=error.strerror or error)
            except calendar.CalendarError:
                text = say("read-no-calendar")
            except TooSlowError as error:
                text = say("document-slow", count=f"{error.seconds:g}")
            except Exception as error:  # of one file, which must not cost the others
                text = say("document-failed", error=f"{type(error).__name__}: {error}")
            else:
                if len(data) <= self.bounds.size:
                    yield found
                    continue
                text = say("read-too-large", size=size_words(self.bounds.size))
            self.failed = True
            warn(say("note-document", name=path, text=text))

    @property
    def code(self) -> int:
        """The exit code."""
        return FAILED if self.failed else DONE


def chosen(timeline: Timeline, wish: Wish, options: Options) -> Timeline:
    """The part of a timeline that was asked for; what --strict leaves out of it is listed, so that nothing is lost."""
    in_order(wish.start, wish.end)
    out = replace(timeline, events=guessed(timeline, wish))
    for event in listed(out, options):
        seen = event.evidence[0]
        date = date_words(event, language_of_run())
        text = say("strict-left-out", date=date, title=one_line(event.title))
        warn(say("note-line", name=seen.document, line=seen.line, text=text))
    return narrowed(timeline, wish)
