"""Regular expressions that an earlier run compiled -> the same expressions, without compiling them again.

Python keeps the bytecode of a module in `__pycache__`, but compiles its regular expressions anew in every run: a
thousand of them were more than a third of a short one. `keep` lets what the engine works by be kept there too, and by
the same rules: for one Python only, where Python may write bytecode, and made anew where anything of it does not fit.
What is kept is found by the text of an expression, so a changed one is never mistaken for what it was.

Python's engine skips to where a match may begin, but only for expressions that open with a character, a class or a
choice of characters. Ours open with what must stand before, with what may be left out, with choices of words: of these
the characters are worked out with which a match may begin, and said in the place where the engine looks for them.
"""

from __future__ import annotations

import atexit
import json
import os
import re
import sys
from array import array
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from importlib import import_module, util
from pathlib import Path
from typing import Any, NamedTuple

_PYTHONS = ((3, 11), (3, 12), (3, 13))  # whose way of compiling is known; any other compiles as it always does
_MOST = 4_096  # expressions that are kept; a run needs a quarter of them
_FORM = 2  # of the file; another number whenever that changes
_WORD = "I"  # how `array` calls a word of the code
_compiler: Any = import_module("re._compiler")
_engine: Any = import_module("_sre")


class Code(NamedTuple):
    """What the engine is given beside the text of an expression."""

    words: bytes
    flags: int
    groups: int
    names: dict[str, int]  # of groups


Kept = dict[tuple[str, int], Code]  # by the text of an expression and the flags beside it


@cache
def keep() -> None:
    """For the rest of this process expressions are taken from those that are kept, and new ones are kept at its end."""
    tag = sys.implementation.cache_tag
    if tag is None or sys.version_info[:2] not in _PYTHONS or array(_WORD).itemsize != _engine.CODESIZE:
        return
    keeper = Keeper(Path(util.cache_from_source(__file__)).with_suffix(".kept"))
    _compiler.compile = keeper.compile
    atexit.register(keeper.close)


def keeps() -> bool:
    """Whether expressions of this process are kept; those of the processes that it starts are then as well."""
    return isinstance(getattr(_compiler.compile, "__self__", None), Keeper)


class Keeper:
    """Stands before Python's own compiling."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._python = _compiler.compile
        self._known: Kept | None = None  # read when the first expression is asked for
        self._asked: Kept = {}

    def compile(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        """What Python would compile."""
        if not isinstance(pattern, str) or flags & re.DEBUG:
            return self._python(pattern, flags)  # type: ignore[no-any-return]
        if self._known is None:
            self._known = read(self._place)
        key = pattern, int(flags)
        code = self._known.get(key) or made(*key)
        if len(self._asked) < _MOST:
            self._asked[key] = code
        return compiled(pattern, code)

    def close(self) -> None:
        """Keeps what was new; of too many, what this run asked for."""
        known = self._known or {}
        if not sys.dont_write_bytecode and not self._asked.keys() <= known.keys():
            together = known | self._asked
            write(self._place, together if len(together) <= _MOST else self._asked)


def made(pattern: str, flags: int) -> Code:
    """An expression as Python compiles it, but for the last step."""
    tree = _compiler._parser.parse(pattern, flags)
    code = _skipping(_compiler._code(tree, flags), tree, flags | tree.state.flags)
    return Code(array(_WORD, code).tobytes(), flags | tree.state.flags, tree.state.groups - 1, tree.state.groupdict)


_OP: Any = import_module("re._constants")
_SIZE, _SAID, _LEAST, _SIGNS = 1, 2, 3, 5  # in the head of a code: how long it is, what it says, and where signs go
_FEW = 8  # signs that are compared one by one faster than they are looked up
_CASES = re.IGNORECASE | re.LOCALE


def _skipping(code: list[int], tree: Any, flags: int) -> list[int]:
    """The code of an expression that says in its head with which signs a match begins, if there are such."""
    if code[_SAID] or not code[_LEAST] or flags & _CASES:
        return code
    signs, _ = _beginnings(tree)
    if not signs:
        return code
    few = len(signs) <= _FEW
    head = code[:_SIGNS]
    _compiler._compile_charset(signs if few else _compiler._optimize_charset(signs)[0], flags, head)
    head[_SIZE], head[_SAID] = len(head) - 1, _OP.SRE_INFO_CHARSET
    return head + code[code[_SIZE] + 1 :]


Signs = list[tuple[Any, Any]]  # as in a class; None is any


def _beginnings(items: Iterable[tuple[Any, Any]]) -> tuple[Signs | None, bool]:
    """With what the first character may be matched that a sequence takes, and whether it may take none.

    What must or must not stand around a place takes nothing; but a look ahead from the beginning says as well with what
    a match begins.
    """
    found: dict[tuple[Any, Any], None] = {}
    ahead: Signs | None = None
    for op, what in items:
        if op in (_OP.AT, _OP.ASSERT_NOT):
            continue
        if op is _OP.ASSERT:
            if what[0] > 0 and not found and ahead is None:
                seen, empty = _beginnings(what[1])
                ahead = None if empty else seen
            continue
        signs, empty = _beginnings_of(op, what)
        if signs is None:
            return ahead, False
        found.update(dict.fromkeys(signs))
        if not empty:
            return ahead if ahead is not None and len(ahead) < len(found) else list(found), False
    return list(found), True


def _beginnings_of(op: Any, what: Any) -> tuple[Signs | None, bool]:
    """The same of one part of an expression."""
    if op is _OP.LITERAL:
        return [(op, what)], False
    if op is _OP.IN and what[0][0] is not _OP.NEGATE:
        return what, False
    if op in (_OP.MAX_REPEAT, _OP.MIN_REPEAT, _OP.POSSESSIVE_REPEAT):
        signs, empty = _beginnings(what[2])
        return signs, empty or what[0] == 0
    if op is _OP.SUBPATTERN and not (what[1] or what[2]):
        return _beginnings(what[3])
    if op is _OP.ATOMIC_GROUP:
        return _beginnings(what)
    if op is _OP.BRANCH:
        rows = [_beginnings(row) for row in what[1]]
        if all(signs is not None for signs, _ in rows):
            return [sign for signs, _ in rows for sign in signs or ()], any(empty for _, empty in rows)
    return None, False


def compiled(pattern: str, code: Code) -> re.Pattern[str]:
    """The last step, in which the engine looks through the code before it takes it."""
    by_number: list[str | None] = [None] * (code.groups + 1)
    for name, number in code.names.items():
        by_number[number] = name
    words = array(_WORD, code.words).tolist()
    found: re.Pattern[str] = _engine.compile(pattern, code.flags, words, code.groups, code.names, tuple(by_number))
    return found


def _head(body: bytes) -> bytes:
    """What a file of this form, of this Python and with this content begins with."""
    return util.source_hash(f"{_FORM} {sys.version} {_engine.MAGIC}".encode()) + util.source_hash(body)


_HEAD = 16  # bytes of it


def read(place: Path) -> Kept:
    """What a file keeps; nothing where it is of another Python, or not as it was written."""
    try:
        content = place.read_bytes()
    except OSError:
        return {}
    body = content[_HEAD:]
    if content[:_HEAD] != _head(body):
        return {}
    index, _, words = body.partition(b"\n")
    kept: Kept = {}
    end = 0
    for pattern, asked, size, *rest in json.loads(index):
        kept[pattern, asked] = Code(words[end : end + size], *rest)
        end += size
    return kept


def write(place: Path, kept: Kept) -> None:
    """Keeps expressions in a file: first what each is, then the code of all. Where nothing can be written, none is."""
    index = [(*key, len(code.words), *code[1:]) for key, code in kept.items()]
    body = json.dumps(index).encode() + b"\n" + b"".join(code.words for code in kept.values())
    draft = place.with_name(f"{place.name}.{os.getpid()}")
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(_head(body) + body)
        draft.replace(place)
