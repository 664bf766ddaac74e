"""What a label is worth: accuracy on gold documents, by measure and by certainty.

    python benchmarks/accuracy.py [FOLDER ...]        # default: the five documents of this repository

A FOLDER holds NAME.txt beside NAME.gold.json.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.scoring import overlap, pairs, same_value, score, total  # noqa: E402
from timeline.export.json import story_object  # noqa: E402
from timeline.pipeline import tell  # noqa: E402
from timeline.read import read  # noqa: E402


def cases(folder: Path | None) -> list[tuple[Path, Path]]:
    """Text and gold file of each document."""
    if folder is None:
        gold = sorted((ROOT / "tests" / "gold").glob("*.gold.json"))
        return [(ROOT / "seeds" / f"{path.name.removesuffix('.gold.json')}.txt", path) for path in gold]
    gold = sorted(folder.glob("*.gold.json"))
    return [(path.with_name(path.name.removesuffix(".gold.json") + ".txt"), path) for path in gold]


def main() -> None:
    """Prints the two tables."""
    folders: list[Path | None] = [Path(name) for name in sys.argv[1:]] or [None]
    right: Counter[str] = Counter()
    made: Counter[str] = Counter()
    for folder in folders:
        tallies = []
        for text, gold_path in cases(folder):
            gold = json.loads(gold_path.read_text(encoding="utf-8"))
            answer = story_object(tell(read(text)), "en")
            tallies.append(score(gold, answer))
            asked = [g for g in gold["expressions"] if not g.get("optional")]
            for g, f in pairs(asked, answer["expressions"], overlap):
                made[f["certainty"]] += 1
                right[f["certainty"]] += same_value(f, g)
        figures = total(tallies).figures()
        print(folder.name if folder else "seeds", *(f"{name} {value:.3f}" for name, value in figures.items()), sep="  ")
    print()
    for label in ("written", "derived", "guessed"):
        share = right[label] / made[label] if made[label] else 1.0
        print(f"{label:<8} {right[label]:>4} of {made[label]:>4} right  {share:.3f}")


if __name__ == "__main__":
    main()
