"""The shapes of the table of phrases -> an automaton over kinds of morphemes, built as far as the texts that come need.

A shape is written in names of morphemes, joined as in a regular expression by choice, `?` and `{1,4}`; names of
sub-shapes stand for what they say in `shapes.py`. A state is what may still follow, in any of the rows; it is made when
a text first leads there, so that starting costs nothing and a run of morphemes costs its length, whatever it is. (The
table as one pattern of `re` took a fifth of a second to compile, and tried each end of a phrase apart.)

>>> rows = Automaton(("month few_days? to", "month to | day"))
>>> rows.longest(("month", "few_days", "to", "day"), 0), rows.longest(("month", "to"), 0), rows.longest(("to",), 0)
((3, 0), (2, 0), None)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from timeline.find.shapes import SUBSHAPES

LONGEST_PHRASE = 24  # morphemes

_TOKEN = re.compile(r"\s*([a-z_]+|[(|)?]|\{\d,\d\})")


class _Piece:
    """One element of a shape: a kind of morpheme, or a choice between sequences of elements."""

    def __init__(self, kind: str = "", choices: Iterable[_Sequence] = ()) -> None:
        self.kind = kind
        self.choices = tuple(choices)
        self.optional: bool = any(all(piece.optional for piece in choice) for choice in self.choices)
        firsts = (_firsts(choice) for choice in self.choices)
        self.firsts = frozenset((kind,)) if kind else frozenset().union(*firsts)  # kinds that it may begin with
        self._after: dict[str, frozenset[_Sequence]] = {}

    def after(self, kind: str) -> frozenset[_Sequence]:
        """What may be left of it behind a morpheme of this kind; nothing at all where it cannot begin so."""
        if kind not in self._after:
            left = [rest for choice in self.choices for rest in _after(choice, kind)]
            self._after[kind] = frozenset([()] if kind == self.kind else left)
        return self._after[kind]


_Sequence = tuple[_Piece, ...]


def _firsts(pieces: _Sequence) -> frozenset[str]:
    """The kinds of morphemes that a sequence may begin with."""
    found: frozenset[str] = frozenset()
    for piece in pieces:
        found |= piece.firsts
        if not piece.optional:
            break
    return found


def _after(pieces: _Sequence, kind: str) -> Iterator[_Sequence]:
    """What may be left of a sequence behind a morpheme of this kind."""
    for i, piece in enumerate(pieces):
        if kind in piece.firsts:  # as of one in twenty
            for left in piece.after(kind):
                yield left + pieces[i + 1 :]
        if not piece.optional:
            return


# --- the notation ---------------------------------------------------------------------------------


@cache
def _piece(name: str) -> _Piece:
    """What a name stands for: a sub-shape, or the kind of morpheme that bears it."""
    return _Piece(choices=_parsed(SUBSHAPES[name])) if name in SUBSHAPES else _Piece(name)


def _parsed(shape: str) -> tuple[_Sequence, ...]:
    """The choices of a shape."""
    tokens = _TOKEN.findall(shape)
    choices, rest = _choices(tokens)
    whole = "".join(tokens) == "".join(shape.split()) and tokens.count("(") == tokens.count(")")
    if rest or not whole:
        raise ValueError(f"not a shape: {shape}")
    return choices


def _choices(tokens: list[str]) -> tuple[tuple[_Sequence, ...], list[str]]:
    """The choices up to the bracket that closes them, and the tokens behind it."""
    choices: list[_Sequence] = []
    pieces: _Sequence = ()
    while tokens:
        token, *tokens = tokens
        if token == ")":
            break
        if token == "|":
            choices.append(pieces)
            pieces = ()
        elif token == "(":
            inner, tokens = _choices(tokens)
            pieces += (_Piece(choices=inner),)
        elif token == "?":
            pieces = (*pieces[:-1], _Piece(choices=(pieces[-1:], ())))
        elif token[0] == "{":
            least, most = int(token[1]), int(token[3])
            pieces = pieces[:-1] + _repeated(pieces[-1], least, most)
        else:
            pieces += (_piece(token),)
    return (*choices, pieces), tokens


def _repeated(piece: _Piece, least: int, most: int) -> _Sequence:
    """So many of one piece: what may be left out is nested, so that one way leads to each number of them."""
    more: _Sequence = ()
    for _ in range(most - least):
        more = (_Piece(choices=((piece, *more), ())),)
    return (piece,) * least + more


# --- the automaton --------------------------------------------------------------------------------


class _State:
    """What may still follow, row by row, and the first row that is complete here."""

    def __init__(self, rests: frozenset[tuple[int, _Sequence]]) -> None:
        self.rests = rests
        complete = (row for row, rest in rests if all(piece.optional for piece in rest))
        self.row = min(complete, default=None)
        self.following: dict[str, _State | None] = {}


class Automaton:
    """The rows of a table; each is known by its place in it."""

    def __init__(self, shapes: Sequence[str]) -> None:
        self._start = _State(frozenset((i, rest) for i, shape in enumerate(shapes) for rest in _parsed(shape)))
        self._states: dict[frozenset[tuple[int, _Sequence]], _State] = {}  # 2,700 if texts asked for all of them

    def _step(self, state: _State, kind: str) -> _State | None:
        """The state behind one more morpheme; None where no row goes on so."""
        rests = frozenset((row, left) for row, rest in state.rests for left in _after(rest, kind))
        following = None
        if rests:
            following = self._states.get(rests) or self._states.setdefault(rests, _State(rests))
        state.following[kind] = following
        return following

    def longest(self, kinds: Sequence[str], start: int) -> tuple[int, int] | None:
        """Where the longest phrase that begins at `start` ends, and its row; of two rows the earlier."""
        best = None
        state: _State | None = self._start
        for end in range(start, min(len(kinds), start + LONGEST_PHRASE)):
            kind = kinds[end]
            assert state
            state = state.following[kind] if kind in state.following else self._step(state, kind)
            if state is None:
                break
            if state.row is not None:
                best = (end + 1, state.row)
        return best
