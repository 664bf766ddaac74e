"""The automaton says what Python's own expressions say of the same shapes."""

import re
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.find import phrases
from timeline.find.automaton import LONGEST_PHRASE, Automaton
from timeline.find.shapes import SUBSHAPES

NAME = re.compile(r"[a-z_]+")
KINDS = sorted(
    {
        name
        for shape in [*SUBSHAPES.values(), *(phrase.shape for phrase in phrases())]
        for name in NAME.findall(shape)
        if name not in SUBSHAPES
    }
)
SIGN = {kind: chr(0x4E00 + i) for i, kind in enumerate(KINDS)}
SHAPES = [phrase.shape for phrase in phrases()]
ROWS = Automaton(SHAPES)


def pattern(shape):
    """The shape as an expression of `re` over one character for each kind."""
    written = NAME.sub(
        lambda name: f"({pattern(SUBSHAPES[name[0]])})" if name[0] in SUBSHAPES else SIGN[name[0]], shape
    )
    return "".join(written.split())


TOKEN = re.compile(r"[a-z_]+|[()|?]|\{\d+,\d+\}")


def taken(tokens):
    """Takes alternatives off a list of tokens: each a row of parts, with how often they may come."""
    rows = [[]]
    while tokens and tokens[0] != ")":
        part = tokens.pop(0)
        if part == "|":
            rows.append([])
            continue
        if part == "(":
            part = taken(tokens)
            tokens.pop(0)
        times = (1, 1)
        if tokens and (tokens[0] == "?" or tokens[0][0] == "{"):
            sign = tokens.pop(0)
            times = (0, 1) if sign == "?" else tuple(map(int, sign[1:-1].split(",")))
        rows[-1].append((part, *times))
    return rows


@cache
def alternatives(shape):
    return taken(TOKEN.findall(shape))


def grown(rows, chance):
    """Kinds in a row that a shape accepts, one way of many."""
    found = []
    for part, least, most in chance.choice(rows):
        for _ in range(chance.randint(least, most)):
            if isinstance(part, str) and part not in SUBSHAPES:
                found.append(part)
            else:
                found += grown(alternatives(SUBSHAPES[part]) if isinstance(part, str) else part, chance)
    return found


@pytest.mark.parametrize(
    ("shape", "kinds", "end"),
    [
        ("month day", ("month", "day", "to"), 2),
        ("month day?", ("month", "to"), 1),
        ("month | month day | month day hour", ("month", "day", "hour"), 3),
        ("(month | day){1,3} to", ("month", "day", "month", "to"), 4),
        ("(month | day){1,3} to", ("month", "day", "month", "day", "to"), None),
        ("month (to day?){0,2}", ("month", "to", "to", "day", "to"), 4),
        ("of? month", ("day", "month"), None),
    ],
)
def test_notation(shape, kinds, end):
    assert Automaton([shape]).longest(kinds, 0) == (end and (end, 0))


@pytest.mark.parametrize("shape", ["month)", "(month", "month+", "month day*"])
def test_what_is_no_shape_is_refused(shape):
    with pytest.raises(ValueError, match="not a shape"):
        Automaton([shape])


def test_a_phrase_is_bounded():
    assert Automaton(["month" + " month?" * 40]).longest(("month",) * 48, 3) == (3 + LONGEST_PHRASE, 0)


@cache
def both(shape):
    """The shape as Python's own expression, and as an automaton."""
    return re.compile(pattern(shape)), Automaton([shape])


@pytest.mark.parametrize("row", range(len(SHAPES)), ids=[phrase.name for phrase in phrases()])
@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 2**32), data=st.data())
def test_every_row_is_read_as_re_reads_it(row, seed, data):
    """Runs that the row accepts, a little damaged: the two agree on the longest phrase in them."""
    whole, alone = both(SHAPES[row])
    run = grown(alternatives(SHAPES[row]), Random(seed))
    assert whole.fullmatch("".join(SIGN[kind] for kind in run))
    signs = [SIGN[kind] for kind in run[:LONGEST_PHRASE]]
    for place in data.draw(st.lists(st.integers(0, len(signs) - 1), max_size=1)):
        signs[place] = SIGN[data.draw(st.sampled_from(KINDS))]
    text = "".join(signs)
    kinds = tuple(KINDS[ord(sign) - 0x4E00] for sign in text)
    ends = [end for end in range(1, len(text) + 1) if whole.fullmatch(text, 0, end)]
    assert alone.longest(kinds, 0) == ((max(ends), 0) if ends else None)
    found = ROWS.longest(kinds, 0)
    assert not ends or (found and found[0] >= max(ends))
