"""What reading costs, and whether a document says the same in every format.

    python benchmarks/reading.py [--rounds 5]              # plain text beside the build, a page of PDF, a web page
    python benchmarks/reading.py FOLDER ... [--detail]     # the texts of the folders in the clothes of every format

For the costs the five documents of the project wear the clothes of `tests/read/rendering.py`; the web page is one of
them, filled up with script and links as saved pages are. CPU time of one process, best round. For the formats every
.txt of the folders does; the table gives the share of the values and of the events (day and title) of the plain text
that are found again, and how many are found that the plain text does not have. The limits are those that the project
has set itself; the script ends with code 1 where one is passed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.read.rendering import FORMS, page, pdf, said  # noqa: E402
from timeline.model import Document  # noqa: E402
from timeline.pipeline import build  # noqa: E402
from timeline.read import documents, read  # noqa: E402

SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
SAME = 0.98  # of the values
LIMITS = {"plain text, share of the build": 1 / 3, "a page of PDF, ms": 60, "a web page of 50 KB, ms": 10}


def best(work: Callable[[], object], rounds: int) -> float:
    """CPU seconds of the fastest round."""
    times = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


def costs(rounds: int) -> dict[str, float]:
    texts = [path.read_bytes().decode() for path in SEEDS]
    whole = best(lambda: build([read(path) for path in SEEDS]), rounds)
    plain = best(lambda: [read(path) for path in SEEDS], rounds)
    printed = [pdf("\n".join(texts)), pdf("\n".join(texts), 2)]
    raws = [next(documents("a.pdf", data)) for data in printed]
    pages = sum(raw.raw.count("\f") + 1 for raw in raws if isinstance(raw, Document))
    paper = best(lambda: [list(documents("a.pdf", data)) for data in printed], rounds)
    links = "".join(f'<li><a href="/news/{i}.html">第{i}条新闻的标题</a></li>' for i in range(200))
    footer = b'<div class="footer">'
    saved = page(texts[0]).replace(footer, f"<div><ul>{links}</ul></div>".encode() + footer)
    script = b"<script>" + b"var a = 1;\n" * ((50_000 - len(saved)) // 11) + b"</script>"
    saved = saved.replace(b"</head>", script + b"</head>")
    web = best(lambda: list(documents("a.html", saved)), rounds)
    figures = (plain / whole, paper / pages * 1000, web * 1000 * 50_000 / len(saved))
    return dict(zip(LIMITS, figures, strict=True))


def compared(folders: Sequence[str], *, detail: bool) -> bool:
    """Prints how much of each text is found again in each format; whether it is enough of the values."""
    texts = {path: path.read_bytes().decode() for folder in folders for path in sorted(Path(folder).glob("*.txt"))}
    plain = {path: said("a.txt", text.encode()) for path, text in texts.items()}
    print(
        f"| {len(texts)} documents as | values | events | values more | events more |\n| --- | --- | --- | --- | --- |"
    )
    well = True
    for form, (name, clothe) in FORMS.items():
        again, more, wanted = [0, 0], [0, 0], [0, 0]
        for path, text in texts.items():
            for i, (found, known) in enumerate(zip(said(name, clothe(text)), plain[path], strict=True)):
                again[i] += (found & known).total()
                more[i] += (found - known).total()
                wanted[i] += known.total()
                if detail and found != known:
                    print(f"  {form}, {path.stem}: lost {_listed(known - found)}; more {_listed(found - known)}")
        values, events = (a / w for a, w in zip(again, wanted, strict=True))
        print(f"| {form} | {values:.3f} | {events:.3f} | {more[0]} | {more[1]} |")
        well &= values >= SAME
    return well


def _listed(found: Counter[object]) -> str:
    return ", ".join(str(one) for one in list(found)[:8]) or "nothing"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", metavar="FOLDER")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--detail", action="store_true")
    arguments = parser.parse_args()
    if arguments.folders:
        return int(not compared(arguments.folders, detail=arguments.detail))
    found = costs(arguments.rounds)
    for name, value in found.items():
        print(f"{name}: {value:.3g} (at most {LIMITS[name]:.3g})")
    return int(any(value > LIMITS[name] for name, value in found.items()))


if __name__ == "__main__":
    sys.exit(main())
