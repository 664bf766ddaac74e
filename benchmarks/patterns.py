"""Every regular expression of the house through a checker that looks for those that some text makes slow.

    python benchmarks/patterns.py

Needs regexploit (`pip install -e ".[supply]"`). What it suspects is tried with a text that would be slow,
measured on doubling sizes, and only what grows faster than its text counts.
"""

from __future__ import annotations

import gc
import re
import sys
import time
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

HOUSE = Path(__file__).parent.parent / "timeline"
_SIZES = (2_000, 4_000, 8_000)
_WORSE = 6.0  # times as long for four times the text, from which on it grows faster than its text
_SECONDS = 0.02  # under which a clock tells nothing


def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern that the modules hold, once they have read a document."""
    for path in sorted(HOUSE.rglob("*.py")):
        parts = path.relative_to(HOUSE.parent).with_suffix("").parts
        if parts[-1] not in ("__main__",):
            import_module(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    from timeline.pipeline import build
    from timeline.text import document

    build([document("a", "关于活动的通知\n2022年5月12日上午，县残联在人民广场举行开幕式。\n")])
    known = {id(match): match for match in gc.get_objects() if isinstance(match, re.Pattern)}
    held = set()
    for name, module in list(sys.modules.items()):
        if name.startswith("timeline"):
            held |= {value.pattern for value in vars(module).values() if isinstance(value, re.Pattern)}
    every = {p.pattern: p for p in known.values() if isinstance(p.pattern, str)}
    every |= {p.pattern: p for m in list(sys.modules) if m.startswith("timeline") for p in vars(sys.modules[m]).values()
              if isinstance(p, re.Pattern) and isinstance(p.pattern, str)}  # fmt: skip
    return {text: pattern for text, pattern in every.items() if text in held}


def grows(pattern: re.Pattern[str], unit: str) -> list[float] | None:
    """What the pattern takes on a growing text that leads it on, where that grows faster than the text."""
    costs = []
    for size in _SIZES:
        text = (unit * (size // max(len(unit), 1) + 1))[:size] + "\0"
        started = time.process_time()
        sum(1 for _ in pattern.finditer(text))
        costs.append(time.process_time() - started)
    return costs if costs[-1] > _SECONDS and costs[-1] > _WORSE * max(costs[0], 1e-6) else None


def main() -> int:
    """Prints what grows."""
    from regexploit.ast.sre import SreOpParser
    from regexploit.redos import find

    found = patterns()
    suspected = slow = unread = 0
    for text, pattern in found.items():
        try:
            suspects = list(find(SreOpParser().parse_sre(text, pattern.flags & ~re.UNICODE)))
        except Exception:
            unread += 1
            continue
        for suspect in suspects:
            suspected += 1
            units = {str(suspect.example())[:40], "".join(filter(str.isprintable, str(suspect.example())))[-8:] or "a"}
            for unit in units:
                if costs := grows(pattern, unit):
                    slow += 1
                    print(f"{text[:100]!r} on {unit!r}: {', '.join(f'{cost:.3f}' for cost in costs)} s")
    print(f"{len(found)} patterns, {unread} that the checker cannot read, {suspected} suspicions, {slow} that grow")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
