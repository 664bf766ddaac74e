"""Small faults put into the code one by one: how many of them a test notices.

    python benchmarks/mutants.py [--count 300] [--seed 1] [--all] [MODULE ...]

A fault is one comparison turned round or moved by one, one `and` for an `or`, one condition negated, one sum for a
difference, one number more or less, one truth for a falsehood. Each is tried in a process of its own, which has loaded
all but the program, and runs the tests of its room until one fails. What survives is printed with its line.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import io
import os
import random
import resource
import signal
import sys
from collections.abc import Iterator, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
MODULES = ("timeline/resolve", "timeline/merge.py")
TESTS = ("tests/resolve", "tests/test_merge.py", "tests/test_copies.py", "tests/test_validity.py", "tests/test_gold.py")
_LOADED = ("pytest", "jieba", "arrow", "rapidfuzz", "dateutil.rrule", "holidays", "borax.calendars")
_SECONDS = 120  # of a processor, after which a fault counts as noticed: it never ends

_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
}  # fmt: skip


class Fault(NamedTuple):
    """A fault: the node it is put in, by its number in the walk over the module."""

    path: Path
    number: int
    line: int
    words: str


def _changed(node: ast.AST) -> ast.AST | None:
    """The node with a fault in it."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _TURNED:
        return ast.Compare(node.left, [_TURNED[type(node.ops[0])]()], node.comparators)
    if isinstance(node, ast.BoolOp):
        return ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    if isinstance(node, ast.BinOp) and type(node.op) in _COUNTED:
        return ast.BinOp(node.left, _COUNTED[type(node.op)](), node.right)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return node.operand
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        return ast.Constant(not node.value)
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return ast.Constant(node.value + 1)
    if isinstance(node, ast.IfExp):
        return ast.IfExp(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
    if isinstance(node, ast.If):
        return ast.If(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
    return None


def _idle(tree: ast.Module) -> set[int]:
    """Nodes that do nothing when the program runs: annotations and what is read by type checkers alone."""
    found: set[int] = set()
    for node in ast.walk(tree):
        kept: list[ast.AST | None] = []
        if isinstance(node, ast.FunctionDef):
            arguments = [*node.args.args, *node.args.kwonlyargs]
            kept = [node.returns, *(argument.annotation for argument in arguments)]
        elif isinstance(node, ast.AnnAssign):
            kept = [node.annotation]
        elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            kept = [node]
        found |= {id(inner) for each in kept if each for inner in ast.walk(each)}
    return found


def faults(path: Path) -> Iterator[Fault]:
    """All faults of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    idle = _idle(tree)
    for number, node in enumerate(ast.walk(tree)):
        if id(node) not in idle and (changed := _changed(node)) is not None:
            new = ast.unparse(ast.fix_missing_locations(changed)).split("\n")[0]
            words = f"{ast.unparse(node).splitlines()[0]}  ->  {new}"
            yield Fault(path, number, node.lineno, words)  # type: ignore[attr-defined]


def _code(fault: Fault) -> ast.Module:
    tree = ast.parse(fault.path.read_text(encoding="utf-8"))
    wanted = list(ast.walk(tree))[fault.number]

    class Put(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            if node is wanted:
                return ast.copy_location(_changed(node) or node, node)
            return self.generic_visit(node)

    return ast.fix_missing_locations(Put().visit(tree))


class _Faulty(MetaPathFinder, Loader):
    """Loads one module with its fault, and leaves all others to Python."""

    def __init__(self, fault: Fault) -> None:
        parts = fault.path.relative_to(ROOT).with_suffix("").parts
        self.name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        self.fault = fault

    def find_spec(self, name: str, path: object, target: object = None) -> ModuleSpec | None:  # noqa: ARG002
        if name != self.name:
            return None
        places = [str(self.fault.path.parent)] if self.fault.path.stem == "__init__" else None
        return spec_from_file_location(name, self.fault.path, loader=self, submodule_search_locations=places)

    def create_module(self, spec: ModuleSpec) -> None:  # noqa: ARG002
        return None

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(_code(self.fault), str(self.fault.path), "exec"), module.__dict__)


def noticed(fault: Fault | None, tests: Sequence[str]) -> bool:
    """Whether a test fails, or never ends, once the fault is in; without one, whether the tests fail anyhow."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] != 0
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    code = 1
    with contextlib.suppress(BaseException), contextlib.redirect_stdout(io.StringIO()):
        import pytest

        if fault is not None:
            sys.meta_path.insert(0, _Faulty(fault))
        code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0", "--no-header", *tests])
    os._exit(int(code))


def main() -> int:
    """Prints the score and the survivors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("modules", nargs="*", default=MODULES, metavar="MODULE")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--tests", nargs="*", default=TESTS)
    asked = parser.parse_args()
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    places = [ROOT / name for name in asked.modules]
    paths = [path for place in places for path in (sorted(place.rglob("*.py")) if place.is_dir() else [place])]
    every = [fault for path in paths for fault in faults(path)]
    chosen = every if asked.all else random.Random(asked.seed).sample(every, min(asked.count, len(every)))
    for name in _LOADED:
        with contextlib.suppress(ImportError):
            __import__(name)
    if noticed(None, asked.tests):
        print("the tests fail without a fault")
        return 2
    survivors = []
    for done, fault in enumerate(chosen, start=1):
        if not noticed(fault, asked.tests):
            survivors.append(fault)
            print(f"{fault.path.relative_to(ROOT)}:{fault.line}: {fault.words}", flush=True)
        if done % 50 == 0:
            print(f"  {done}: {1 - len(survivors) / done:.1%} noticed", flush=True)
    score = 1 - len(survivors) / len(chosen)
    print(f"{len(chosen)} faults of {len(every)}: {len(survivors)} survive, {score:.1%} noticed")
    return 0 if score >= 0.8 else 1


if __name__ == "__main__":
    sys.exit(main())
