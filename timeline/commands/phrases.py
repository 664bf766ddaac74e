"""`timeline phrases`: the tables of what can be read, with their examples."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import click

from timeline.commands.options import form, shared
from timeline.console import Command, language_of_run, print_utf8
from timeline.export.phrasebook import FORMS, Phrasebook, Row, Sample, Table
from timeline.find.damaged import DAMAGES
from timeline.find.phrases import PHRASES
from timeline.find.traps import TRAPS
from timeline.pipeline import interpret

_REFERENCE = date(2022, 5, 1)  # some day, for 上周五 to count from


def _sample(text: str, *, repaired: bool = False) -> Sample:
    """An example as it is read; of a damaged one only what was repaired is of interest."""
    found = interpret(text, _REFERENCE)
    return Sample(text, tuple(r for r in found if not repaired or r.expression.repair))


def _rows(samples: Iterable[tuple[str, Sample]]) -> tuple[Row, ...]:
    """The rows of a table; those of one name are one."""
    rows: dict[str, list[Sample]] = {}
    for name, sample in samples:
        rows.setdefault(name, []).append(sample)
    return tuple(Row(name, tuple(found)) for name, found in rows.items())


def phrasebook() -> Phrasebook:
    """The tables of `find/`, every example read by the program itself."""
    phrases = ((phrase.name, _sample(text)) for phrase in PHRASES for text in phrase.examples)
    damages = ((damage.name, _sample(damage.damaged, repaired=True)) for damage in DAMAGES)
    traps = ((trap.name, _sample(text)) for trap in TRAPS for text in (trap.trap, trap.sound))
    tables = (Table("phrase", _rows(phrases)), Table("damage", _rows(damages)), Table("trap", _rows(traps)))
    return Phrasebook(tables, _REFERENCE)


@click.command("phrases", cls=Command)
@form(*FORMS)
@shared("lang")
def command(form: str) -> None:
    """Prints the tables in the form that was asked for."""
    print_utf8(FORMS[form](phrasebook(), language_of_run()))
