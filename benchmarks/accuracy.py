"""What a label is worth: how many dates are right on gold documents, by measure and by certainty.

    python benchmarks/accuracy.py [NAME=FOLDER ...]          # prints the tables; the five documents come first
    python benchmarks/accuracy.py --write docs/accuracy.md [NAME=FOLDER ...]

A FOLDER holds NAME.txt beside NAME.gold.json. With `--write` the tables of the document are made anew between their
marks; the table of other documents only where some are given.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.scoring import VAGUE, Tally, overlap, pairs, same_days, same_value, score, squeeze, total  # noqa: E402
from timeline.export.json import story_object  # noqa: E402
from timeline.pipeline import tell  # noqa: E402
from timeline.read import read  # noqa: E402

LABELS = ("written", "derived", "guessed")
AIMS = {"written": 0.99, "derived": 0.95, "guessed": 0.75}
_SAME_DAY = 10_000  # outweighs any words that are shared
MEASURES = ("spans", "exact", "values", "trapped")


class Worth(NamedTuple):
    """How often each label was given and how often rightly, for dates and for the days of events."""

    documents: int
    whole: int  # documents in which no date is wrong, missing or too many
    tally: Tally
    dates: Counter[tuple[str, bool]]
    events: Counter[tuple[str, bool]]


def cases(folder: Path | None) -> Iterator[tuple[Path, Path]]:
    """Text and gold file of each document; those of this repository where no folder is given."""
    for gold in sorted((folder or ROOT / "tests" / "gold").glob("*.gold.json")):
        home = gold.parent if folder else ROOT / "seeds"
        yield home / f"{gold.name.removesuffix('.gold.json')}.txt", gold


def _labelled(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> Iterator[tuple[str, bool]]:
    """The label of every date that is asked for, and whether the date is right."""
    asked = [one for one in gold if not one.get("optional") and squeeze(one["text"]) not in VAGUE]
    for wanted, answer in pairs(asked, found, overlap):
        yield answer["certainty"], same_value(answer, wanted)


def _told(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> Iterator[tuple[str, bool]]:
    """The label of every event that gold tells of too, by its words and its name, and whether its day is right."""

    def likeness(wanted: dict[str, Any], answer: dict[str, Any]) -> float:
        spoken = wanted["evidence"] if isinstance(wanted["evidence"], list) else [wanted["evidence"]]
        shared = max((overlap(a, b) for a in spoken for b in answer["evidence"]), default=0)
        named = sum(squeeze(word) in squeeze(answer["title"]) for word in wanted["keywords"])
        return shared + _SAME_DAY * same_days(answer, wanted) if shared and named else 0.0

    for wanted, answer in pairs(gold, found, likeness):
        yield answer["certainty"], same_days(answer, wanted)


def worth(folder: Path | None = None) -> Worth:
    """The worth of the labels on the documents of a folder."""
    tallies, dates, events = [], Counter[tuple[str, bool]](), Counter[tuple[str, bool]]()
    for text, gold_path in cases(folder):
        gold = json.loads(gold_path.read_text(encoding="utf-8"))
        answer = story_object(tell(read(text)), "en")
        tallies.append(score(gold, answer))
        dates.update(_labelled(gold["expressions"], answer["expressions"]))
        events.update(_told(gold["events"], answer["events"]))
    whole = sum(tally.values == tally.gold == tally.found for tally in tallies)
    return Worth(len(tallies), whole, total(tallies), dates, events)


# --- tables ----------------------------------------------------------------------------------------------------------


def measures(sets: Mapping[str, Worth]) -> str:
    """One line a set: how many documents and expressions, and each measure."""
    lines = [f"| documents | number | all right | expressions | {' | '.join(MEASURES)} |", "| --- " * 8 + "|"]
    for name, found in sets.items():
        figures = found.tally.figures()
        cells = [f"{figures[measure]:.3f}" for measure in MEASURES[:-1]] + [f"{figures['trapped']:.0f}"]
        lines.append(f"| {' | '.join(map(str, (name, found.documents, found.whole, found.tally.gold, *cells)))} |")
    return "\n".join(lines)


def shares(sets: Mapping[str, Worth]) -> str:
    """One line a set: of each label the share that is right, and how many bear it; of dates, then of events."""
    lines = ["| documents | written | derived | guessed | events: written | derived | guessed |", "| --- " * 7 + "|"]
    for name, found in sets.items():
        cells = [_share(counted, label) for counted in (found.dates, found.events) for label in LABELS]
        lines.append(f"| {' | '.join((name, *cells))} |")
    return "\n".join(lines)


def _share(counted: Counter[tuple[str, bool]], label: str) -> str:
    right, given = counted[label, True], counted[label, True] + counted[label, False]
    return f"{right / given:.3f} of {given}" if given else "none"


def labels(counted: Counter[tuple[str, bool]]) -> str:
    """One line a label: how often it was given, how often the day was right, and what is aimed at."""
    lines = ["| label | given | right | share | aim |", "| --- " * 5 + "|"]
    for label in LABELS:
        right, given = counted[label, True], counted[label, True] + counted[label, False]
        share = f"{right / given:.3f}" if given else "none"
        lines.append(f"| {label} | {given} | {right} | {share} | {AIMS[label]:.2f} |")
    return "\n".join(lines)


def section(name: str, found: Worth) -> str:
    """The three tables of a set of documents: measures, dates by label, events by label."""
    dates, events = labels(found.dates), labels(found.events)
    return f"{measures({name: found})}\n\nDates:\n\n{dates}\n\nDays of events:\n\n{events}\n"


def put(text: str, mark: str, tables: str) -> str:
    """The document with the tables between two marks made anew."""
    begin, end = f"<!-- {mark} -->\n", f"<!-- end of {mark} -->"
    return re.sub(
        rf"{re.escape(begin)}.*?{re.escape(end)}", lambda _: f"{begin}\n{tables}\n{end}", text, flags=re.DOTALL
    )


def main(arguments: list[str]) -> None:
    """Prints the tables, or writes them into a document."""
    target = Path(arguments[1]) if arguments[:1] == ["--write"] else None
    folders = dict(argument.split("=", 1) for argument in arguments[2 if target else 0 :])
    seeds = section("of this repository", worth())
    sets = {name: worth(Path(folder)) for name, folder in folders.items()}
    others = f"{measures(sets)}\n\n{shares(sets)}\n" if sets else ""
    if target is None:
        print(seeds, others, sep="\n", end="")
        return
    text = put(target.read_text(encoding="utf-8"), "five documents", seeds)
    target.write_text(put(text, "other documents", others) if others else text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
