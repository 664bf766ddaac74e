"""What reading costs: of plain text beside the whole build, of a PDF by the page, of a web page of 50 KB.

    python benchmarks/reading.py [--rounds 5]

The documents are the five seeds in the clothes of `tests/read/rendering.py`; the web page is one of them, filled up
with script and links as saved pages are. CPU time of one process, best round. The limits are those that the project has
set itself; the script ends with code 1 where one is passed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.read.rendering import page, pdf  # noqa: E402
from timeline.model import Document  # noqa: E402
from timeline.pipeline import build  # noqa: E402
from timeline.read import documents, read  # noqa: E402

SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
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


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    found = costs(parser.parse_args().rounds)
    for name, value in found.items():
        print(f"{name}: {value:.3g} (at most {LIMITS[name]:.3g})")
    return int(any(value > LIMITS[name] for name, value in found.items()))


if __name__ == "__main__":
    sys.exit(main())
