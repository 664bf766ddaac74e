"""The tables of what can be read, their examples read -> text, a Markdown page, JSON: the documentation of the finder.

An example is printed with what the program makes of it, not with what somebody once wrote down.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from timeline.export.dates import words
from timeline.export.explanation import value
from timeline.export.json import expression_object, text
from timeline.export.markdown import escaped
from timeline.layout import columns
from timeline.messages import say
from timeline.model import Resolution

_WIDEST = 36  # columns of an example; what is said of a longer one begins on the next line


class Sample(NamedTuple):
    """An example, and the times that were read in it."""

    text: str
    found: tuple[Resolution, ...]

    @property
    def marked(self) -> str:
        """The example, each time in 【】 unless it is the whole."""
        if len(self.found) == 1 and self.found[0].expression.text == self.text:
            return self.text
        shown, at = "", 0
        for resolution in self.found:
            start, end = resolution.expression.span
            shown += f"{self.text[at:start]}【{self.text[start:end]}】"
            at = end
        return shown + self.text[at:]

    def meaning(self, language: str) -> str:
        """The values of its times."""
        said = [value(resolution.when, language) for resolution in self.found]
        return say(language, "reason-comma").join(said) or say(language, "phrases-no-time")


class Row(NamedTuple):
    """A row of a table, with its examples."""

    name: str
    samples: tuple[Sample, ...]


class Table(NamedTuple):
    """One of the tables: phrase, damage or trap."""

    name: str
    rows: tuple[Row, ...]

    def title(self, row: Row, language: str) -> str:
        """What a row is called where people read it."""
        return say(language, f"{self.name}-{row.name}")


class Phrasebook(NamedTuple):
    """All tables, and the day from which their examples count."""

    tables: tuple[Table, ...]
    reference: date

    def counted(self, language: str) -> str:
        """The line that names the day."""
        return say(language, "phrases-counted", date=words(self.reference.isoformat(), language))


def _lines(book: Phrasebook, language: str) -> Iterator[str]:
    yield book.counted(language)
    for table in book.tables:
        yield from ("", say(language, f"phrases-{table.name}"))
        for row in table.rows:
            yield from ("", f"  {table.title(row, language)}")
            for sample in row.samples:
                shown, meaning = sample.marked, sample.meaning(language)
                gap = _WIDEST - columns(shown)
                if gap > 0:
                    yield f"    {shown}{' ' * gap}  {meaning}"
                else:
                    yield from (f"    {shown}", f"    {' ' * _WIDEST}  {meaning}")


def plain(book: Phrasebook, language: str) -> str:
    """The tables as text."""
    return "\n".join(_lines(book, language)) + "\n"


def markdown(book: Phrasebook, language: str) -> str:
    """The tables as a page."""
    lines = [f"# {say(language, 'phrases-title')}", "", book.counted(language)]
    heads = f"| {say(language, 'phrases-written')} | {say(language, 'phrases-read')} |"
    for table in book.tables:
        lines += ["", f"## {say(language, f'phrases-{table.name}')}"]
        for row in table.rows:
            lines += ["", f"### {table.title(row, language)}", "", heads, "| --- | --- |"]
            lines += [f"| {escaped(sample.marked)} | {escaped(sample.meaning(language))} |" for sample in row.samples]
    return "\n".join(lines) + "\n"


def json(book: Phrasebook, language: str) -> str:
    """The tables for programs; an expression has the keys that `explain` gives it."""
    found: dict[str, Any] = {"reference": book.reference.isoformat()}
    for table in book.tables:
        found[table.name] = [
            {
                "name": row.name,
                "title": table.title(row, language),
                "examples": [
                    {"text": sample.text, "found": [expression_object(r, None, language) for r in sample.found]}
                    for sample in row.samples
                ],
            }
            for row in table.rows
        ]
    return text(found)


FORMS = {"text": plain, "markdown": markdown, "json": json}
