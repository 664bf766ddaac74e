"""The catalogue -> the table of docs/observances.md: `python docs/list_observances.py` writes it anew."""

from __future__ import annotations

from pathlib import Path

from timeline.catalogue import Entry, load

PAGE = Path(__file__).with_name("observances.md")
BEGIN, END = "<!-- list -->\n", "<!-- end of list -->\n"


def row(entry: Entry) -> str:
    """One line of the table."""
    counted = f"{entry.first}" if entry.first else ("table" if entry.editions else "")
    rule = entry.rule + "".join(f"; {change.rule} in {_years(change.first, change.last)}" for change in entry.changes)
    mark = " †" if entry.unverified else ""
    return f"| {entry.name} | {entry.english} | {rule} | {counted} | {' '.join(entry.region)} | {entry.source}{mark} |"


def _years(first: int | None, last: int | None) -> str:
    return str(first) if first == last else f"{first or ''}–{last or ''}"


def table() -> str:
    """The whole table, in the order of the file."""
    head = "| name | English | rule | first | region | source |\n| --- | --- | --- | --- | --- | --- |\n"
    return head + "".join(row(entry) + "\n" for entry in load())


def page(text: str) -> str:
    """The page with the table of today in it."""
    before, rest = text.split(BEGIN)
    return before + BEGIN + table() + END + rest.split(END)[1]


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
