"""The counts of a corpus -> a report for people, or JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.corpus.queries import Count, Totals
from timeline.edtf import interval
from timeline.export.dates import words
from timeline.export.json import text
from timeline.export.wording import one_line
from timeline.layout import columns, fitted
from timeline.messages import say

_WIDEST = 40  # columns of a name
_BAR = 20  # columns of the longest bar


@dataclass(frozen=True, slots=True)
class Report:
    """What a corpus holds of what is wished for."""

    totals: Totals
    groups: Mapping[str, Sequence[Count]]


def json(report: Report) -> str:
    """For programs."""
    totals = report.totals
    return text(
        {
            "happenings": totals.happenings,
            "tellings": totals.tellings,
            "documents": totals.documents,
            "first": totals.first.isoformat() if totals.first else None,
            "last": totals.last.isoformat() if totals.last else None,
            **{name: [count._asdict() for count in counts] for name, counts in report.groups.items()},
        }
    )


def plain(report: Report, language: str) -> str:
    """For people: a line for each count, the longest bar for the largest."""
    return "".join(f"{line}\n" for line in _lines(report, language))


def _lines(report: Report, language: str) -> Iterator[str]:
    totals = report.totals
    yield say(
        language,
        "stats-totals",
        events=say(language, "count-events", count=totals.happenings),
        documents=say(language, "count-documents", count=totals.documents),
        count=totals.tellings,
    )
    if totals.first and totals.last:
        yield words(interval(totals.first.isoformat(), totals.last.isoformat()), language)
    for group, counts in report.groups.items():
        if counts:
            yield ""
            yield say(language, f"stats-{group}")
            yield from _table([(_name(group, count.name, language), count) for count in counts])


def _name(group: str, name: str | None, language: str) -> str:
    if name is None:
        return say(language, "stats-unknown")
    if group == "kind":
        return say(language, f"kind-{name}")
    return say(language, f"certainty-{name}") if group == "certainty" else one_line(name)


def _table(rows: Sequence[tuple[str, Count]]) -> Iterator[str]:
    width = min(max(columns(name) for name, _ in rows), _WIDEST)
    most = max(count.happenings for _, count in rows)
    figures = len(f"{most:,}")
    for name, count in rows:
        shown = fitted(name[::-1], width)[::-1]  # of a long path the end tells
        bar = "█" * -(-count.happenings * _BAR // most)
        yield f"  {shown}{' ' * (width - columns(shown))}  {count.happenings:>{figures},}  {bar}"
