"""Paths -> documents, stories, a timeline: what failed is said in a line, and the exit code tells."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePath

import click

from timeline.commands.options import bounds, in_order
from timeline.commands.progress import Progress
from timeline.console import DONE, FAILED, language_of_run, say, warn
from timeline.decisions import DecisionsError, decide
from timeline.export.options import Options
from timeline.export.selection import Wish, guessed, narrowed
from timeline.export.wording import date_words, listed, one_line
from timeline.model import Document, Severity, Story, Timeline
from timeline.pipeline import tell
from timeline.read import calendar, read_all
from timeline.read.decisions import decisions_of


class Run:
    """One run over documents: what was read, and whether all of it was."""

    def __init__(self, year: int | None, today: date | None, decisions: str | None = None) -> None:
        self.year, self.today, self.decisions = year, today, decisions
        self.bounds = bounds()
        self.failed = False

    def documents(self, paths: Iterable[str]) -> Iterable[Document]:
        """The documents that can be read; of the others a line is said."""
        for item in read_all(paths, sys.stdin.buffer, self.bounds):
            if isinstance(item, Document):
                yield item
                continue
            self.failed |= item.severity is Severity.LOSS
            warn(say("note-document", name=item.document, text=say(item.rule, **item.values)))

    def stories(self, paths: Iterable[str]) -> Iterable[Story]:
        """The documents, understood. A fault of the program in one of them must not cost the others."""
        for document in self.documents(paths):
            try:
                yield tell(document, year=self.year, today=self.today)
            except Exception as error:
                self.failed = True
                fault = f"{type(error).__name__}: {error}"
                warn(say("note-document", name=document.name, text=say("document-failed", error=fault)))

    def timeline(self, paths: Sequence[str]) -> Timeline:
        """The timeline of the documents, as a person decided."""
        try:
            found = decisions_of(paths, self.decisions)
        except DecisionsError as error:
            note = error.note
            text = say(note.rule, **note.values)
            raise click.UsageError(say("note-line", name=note.document, line=note.line, text=text)) from None
        with Progress() as progress:
            return decide(progress.counted(self.stories(paths)), found.decisions, found.notes)

    def calendars(self, paths: Iterable[str]) -> Iterable[Story]:
        """What calendar files hold; of those that are none a line is said."""
        for path in paths:
            try:
                yield calendar.story(PurePath(path).name, Path(path).read_bytes())
            except OSError as error:
                self.failed = True
                warn(say("note-document", name=path, text=say("read-failed", reason=error.strerror or error)))
            except calendar.CalendarError:
                self.failed = True
                warn(say("note-document", name=path, text=say("read-no-calendar")))

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
