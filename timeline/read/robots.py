r"""What a site writes in its robots.txt -> whether an address on it may be read by a program (RFC 9309).

>>> rules = Rules("User-agent: *\nDisallow: /in/\nAllow: /in/*.html$", "timeline")
>>> rules.allow("/in/a.html"), rules.allow("/in/a.html?b"), rules.allow("/out/")
(True, False, True)
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, unquote_to_bytes

_MOST = 20_000  # lines, and stars of one rule
_STARS = 20


def _groups(text: str) -> Iterator[tuple[set[str], list[tuple[str, bool]]]]:
    """The agents of each group, and its rules: a path, and whether it may be read."""
    agents: set[str] = set()
    rules: list[tuple[str, bool]] = []
    open_ = True  # whether a further agent belongs to the same group
    for line in text.splitlines()[:_MOST]:
        key, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        key = key.lower()
        if key == "user-agent":
            if not open_:
                yield agents, rules
                agents, rules, open_ = set(), [], True
            agents.add(value.lower())
        elif key in ("allow", "disallow"):
            open_ = False
            if value:
                rules.append((value, key == "allow"))
    yield agents, rules


def _plain(path: str) -> str:
    """The path with each sign written in one way, so that %7E is ~."""
    return quote(unquote_to_bytes(path), safe="/:=&?~+!$,;'@()*[]-._%")


def _matches(rule: str, path: str) -> bool:
    """Whether a path begins as the rule says; * is anything, $ its end."""
    whole = rule.endswith("$")
    pieces = rule.removesuffix("$").split("*")[:_STARS]
    if not path.startswith(pieces[0]):
        return False
    at = len(pieces[0])
    for piece in pieces[1:-1]:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    if len(pieces) == 1:
        return not whole or at == len(path)
    last = pieces[-1]
    return path.endswith(last) and len(path) - len(last) >= at if whole else path.find(last, at) >= 0


class Rules:
    """The rules of a site for one agent; where it has none of its own, those for all."""

    def __init__(self, text: str, agent: str) -> None:
        groups = list(_groups(text))
        own = [rules for agents, rules in groups if agent.lower() in agents]
        common = [rules for agents, rules in groups if "*" in agents]
        self._rules = [(_plain(path), allowed) for rules in own or common for path, allowed in rules]

    def allow(self, path: str) -> bool:
        """Whether a path may be read: the longest rule that matches decides, of two the one that allows."""
        found = [(len(rule), allowed) for rule, allowed in self._rules if _matches(rule, _plain(path))]
        return max(found)[1] if found else True
