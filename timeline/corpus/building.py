"""Inputs -> a folder of shards with its manifest, gone on with where it was left.

The manifest says what was read, by which version and with which options; it names neither engine nor machine, so that
the same input always gives the same bytes. Beside it, `problems.jsonl` lists what could not be read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Any

from timeline import __version__
from timeline.corpus import MANIFEST, SCHEMA_VERSION
from timeline.corpus.addresses import joined, names, remove, write
from timeline.corpus.engines import Engine
from timeline.corpus.manifest import CorpusError, manifest_of
from timeline.corpus.records import Reading
from timeline.corpus.shards import Account, account_of
from timeline.corpus.slices import Slice, slices
from timeline.messages import say
from timeline.model import Note
from timeline.read.files import Bounds

PROBLEMS = "problems.jsonl"
_COUNTS = ("records", "documents", "foreign", "bad", "cut", "characters", "events", "rows")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be made."""

    inputs: Sequence[str]
    folder: str
    reading: Reading
    bounds: Bounds
    resume: bool = False


@dataclass(slots=True)
class Report:
    """What became of it."""

    account: Account = field(default_factory=Account)
    slices: int = 0
    done: int = 0  # slices whose shards are there
    before: int = 0  # of them, those of an earlier run
    notes: list[Note] = field(default_factory=list)  # of inputs that cannot be had
    failed: list[tuple[Slice, str]] = field(default_factory=list)
    astray: int = 0  # slices that somebody did, and not in this folder

    @property
    def complete(self) -> bool:
        """Whether every slice has its shard."""
        return self.done == self.slices and not self.notes


def build(order: Order, engine: Engine, tick: Callable[[Report], None] = lambda _: None) -> Report:
    """Makes every shard that is not there yet; `tick` hears of each.

    Raises CorpusError where the folder holds something else, ClusterError, OSError where nothing can be written, and
    ImportError before anything is, where no shard could be made.
    """
    if find_spec("pyarrow") is None:
        raise ImportError("pyarrow")
    _check(order)
    report, wanted, made_with = Report(), list[Slice](), order.reading.digest()
    for item in slices(order.inputs, order.bounds):
        if isinstance(item, Note):
            report.notes.append(item)
        else:
            wanted.append(item)
    report.slices = len(wanted)
    there = set(names(order.folder))
    write(joined(order.folder, MANIFEST), _manifest(order, report, "running"))
    open_ones = (slice for slice in wanted if slice.name(made_with) not in there)
    report.done = report.before = sum(slice.name(made_with) in there for slice in wanted)
    tick(report)
    accounts = dict[str, Account]()
    for done in engine(open_ones, order.reading, order.folder):
        if done.result is None:
            report.failed.append((done.item, done.fault))
        else:
            report.done += 1
            accounts[done.item.name(made_with)] = done.result
        tick(report)
    _finish(order, report, [slice.name(made_with) for slice in wanted], accounts)
    return report


def _check(order: Order) -> None:
    """Refuses a folder in which something else was begun; inputs may be added."""
    if (last := manifest_of(order.folder)) is None:
        return
    if not order.resume:
        raise CorpusError("corpus-there", path=order.folder)
    said = json.loads(_manifest(order, Report(), "running"))
    for key in ("timeline", "version", "options"):
        if last.get(key) != said[key]:
            raise CorpusError("corpus-otherwise", path=order.folder, what=key)
    if not set(last.get("inputs", ())) <= set(order.inputs):  # else what was read of the others would be taken away
        raise CorpusError("corpus-otherwise", path=order.folder, what="inputs")


def _manifest(order: Order, report: Report, state: str) -> bytes:
    said = {
        "version": SCHEMA_VERSION,
        "timeline": __version__,
        "state": state,
        "inputs": list(order.inputs),
        "options": order.reading.options()
        | {"include": list(order.bounds.include), "exclude": list(order.bounds.exclude)},
        "shards": {"all": report.slices, "done": report.done},
        "count": {name: report.account.count[name] for name in _COUNTS},
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _finish(order: Order, report: Report, wanted: Iterable[str], accounts: Mapping[str, Account]) -> None:
    """Adds up the accounts, lists what was bad, and takes away what belongs to no slice.

    What is not known from this run, the shards of an earlier one say themselves.
    """
    there, listed = set(names(order.folder)), list[str]()
    listed += [_line(note.document, note.rule, note.values, order) for note in report.notes]
    kept = set()
    for name in wanted:
        if name in there:
            kept.add(name)
            account = accounts.get(name) or account_of(joined(order.folder, name))
            listed += [_line(each["where"], each["rule"], each["values"], order) for each in account.problems]
            report.account.count.update(account.count)
    report.astray = len(accounts.keys() - kept)
    report.done = len(kept)
    for name in there - kept:
        if name.startswith("part-") or (name.startswith(".") and name.endswith(".tmp")):
            remove(joined(order.folder, name))
    write(joined(order.folder, PROBLEMS), "".join(listed).encode("utf-8", "replace"))
    write(joined(order.folder, MANIFEST), _manifest(order, report, "complete" if report.complete else "incomplete"))


def _line(where: str, rule: str, values: Mapping[str, Any], order: Order) -> str:
    said = {"where": where, "rule": rule, "text": say(order.reading.language, rule, **values)}
    return json.dumps(said, ensure_ascii=False) + "\n"
