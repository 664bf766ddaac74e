"""Shards are whole or not there, the same whoever makes them, and nothing is done or counted twice."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.corpus import pages
from tests.corpus.conftest import Make
from timeline.corpus import building
from timeline.corpus.engines import Dask, Processes, _gathered
from timeline.corpus.manifest import CorpusError
from timeline.corpus.records import Reading, Record
from timeline.corpus.shards import Account, made, told
from timeline.corpus.slices import Slice, slices
from timeline.read.files import BOUNDS
from timeline.text import document


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_any_engine_writes_the_same_bytes(make: Make, tmp_path: Path, small_slices: None) -> None:
    many = str(pages.many(tmp_path, 24))
    make(many, tmp_path / "one")
    make(many, tmp_path / "two", Processes(2))
    first = contents(tmp_path / "one")
    assert len(first) > 6
    assert contents(tmp_path / "two") == first


@pytest.mark.filterwarnings("ignore")
def test_dask_writes_the_same_bytes_wherever_its_workers_began(
    make: Make, tmp_path: Path, small_slices: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed = pytest.importorskip("distributed")
    (tmp_path / "here").mkdir()
    pages.many(tmp_path / "here", 12)
    monkeypatch.chdir(tmp_path)
    with distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:
        monkeypatch.chdir("here")
        make("many.jsonl", "one")
        make("many.jsonl", "two", Dask(1, cluster.scheduler_address))
    assert contents(Path("two")) == contents(Path("one"))


@pytest.mark.filterwarnings("ignore")
def test_dask_makes_a_cluster_of_its_own(make: Make, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    many = str(pages.many(tmp_path, 4))
    assert make(many, engine=Dask(1)).complete


def test_workers_that_come_later_get_their_share(make: Make, tmp_path: Path, small_slices: None) -> None:
    workers, most = [0, 1, 4], 0

    class Future(SimpleNamespace):
        status = "finished"

        def result(self) -> Account:
            return Account()

    class Client(SimpleNamespace):
        loop, status = None, "running"

        def nthreads(self) -> dict[str, int]:
            return {str(number): 1 for number in range(workers.pop(0) if len(workers) > 1 else workers[0])}

        def submit(self, _: object, slice: Slice, **__: object) -> Future:
            return Future(key=slice.name(""))

    class Running(list[Future]):
        def __init__(self, first: list[Future], loop: None) -> None:
            super().__init__(first)
            self.loop = loop

        def update(self, more: list[Future]) -> None:
            nonlocal most
            self.extend(more)
            most = max(most, len(self))

        def __iter__(self) -> Iterator[Future]:
            while self:
                yield self.pop(0)

    found = slices([str(pages.many(tmp_path, 60))], BOUNDS)
    wanted = [item for item in found if isinstance(item, Slice)]
    distributed = SimpleNamespace(as_completed=Running)
    done = list(_gathered(distributed, Client(), lambda _: Account(), iter(wanted)))
    assert sorted(each.item.start for each in done) == [slice.start for slice in wanted]
    assert most == 4 * 3


def test_what_is_there_is_not_done_again(make: Make, tmp_path: Path, small_slices: None) -> None:
    many = str(pages.many(tmp_path, 24))
    make(many)
    whole = contents(tmp_path / "events")
    shards = sorted(name for name in whole if name.startswith("part-"))
    for name in shards[::2]:
        (tmp_path / "events" / name).unlink()
    (tmp_path / "events" / f".{shards[0]}.7.tmp").write_bytes(b"half")
    report = make(many, resume=True)
    assert report.before == len(shards) - len(shards[::2])
    assert report.done == report.slices == len(shards)
    assert contents(tmp_path / "events") == whole


def test_a_run_that_breaks_off_keeps_what_is_finished(make: Make, tmp_path: Path, small_slices: None) -> None:
    many = str(pages.many(tmp_path, 24))
    make(many, tmp_path / "whole")

    def breaking(*given):  # type: ignore[no-untyped-def]
        for number, done in enumerate(Processes(1)(*given)):
            yield done
            if number == 2:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(many, engine=breaking)
    half = contents(tmp_path / "events")
    assert sum(name.startswith("part-") for name in half) == 3
    assert json.loads(half["manifest.json"])["state"] == "running"
    make(many, resume=True)
    assert contents(tmp_path / "events") == contents(tmp_path / "whole")


def test_an_input_that_grew_replaces_its_shards(make: Make, tmp_path: Path) -> None:
    path = pages.many(tmp_path, 4)
    make(str(path))
    pages.many(tmp_path, 8)
    report = make(str(path), resume=True)
    assert report.account.count["records"] == 8
    assert sum(name.startswith("part-") for name in contents(tmp_path / "events")) == 1


def test_another_run_in_the_folder_is_refused(make: Make, tmp_path: Path) -> None:
    many = str(pages.many(tmp_path, 4))
    make(many)
    for options, rule in (({}, "corpus-there"), ({"resume": True, "year": 1999}, "corpus-otherwise")):
        with pytest.raises(CorpusError) as refused:
            make(many, **options)  # type: ignore[arg-type]
        assert refused.value.rule == rule


def test_inputs_may_be_added_and_none_forgotten(make: Make, tmp_path: Path) -> None:
    first, second = tmp_path / "first.jsonl", tmp_path / "second.parquet"
    first.write_bytes(pages.lines())
    second.write_bytes(pages.table())
    make(str(first))
    with pytest.raises(CorpusError):
        make(str(second), resume=True)
    report = make([str(first), str(second)], resume=True)
    assert (report.before, report.done) == (1, 3)
    assert report.account.count["documents"] == 6


def test_a_corpus_of_a_later_version_is_refused(make: Make, tmp_path: Path) -> None:
    many = str(pages.many(tmp_path, 4))
    make(many)
    path = tmp_path / "events" / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"version": 1', '"version": 2'), encoding="utf-8")
    with pytest.raises(CorpusError) as refused:
        make(many, resume=True)
    assert refused.value.rule == "corpus-newer"


def test_a_fault_in_one_document_is_a_problem_and_no_end(monkeypatch: pytest.MonkeyPatch) -> None:
    def rows_of(found, *_):  # type: ignore[no-untyped-def]
        if found.document.name == "bad":
            raise ZeroDivisionError("division by zero")
        return [{"event": "1"}]

    monkeypatch.setattr("timeline.corpus.shards.rows_of", rows_of)
    account = Account()
    records = [Record("in", number, document(name, "5月")) for number, name in enumerate(("good", "bad", "good"))]
    assert len(list(told(records, Reading(), account))) == 2
    assert (account.count["documents"], account.count["bad"]) == (2, 1)
    assert account.problems[0]["rule"] == "document-failed"


def test_a_document_that_takes_too_long_or_is_too_long_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def rows_of(found, *_):  # type: ignore[no-untyped-def]
        while found.document.name == "slow":
            time.sleep(0.01)
        return []

    monkeypatch.setattr("timeline.corpus.shards.rows_of", rows_of)
    monkeypatch.setattr("timeline.limits.LINES", 3)
    account = Account()
    texts = {"slow": "5月", "long": "5月\n" * 9, "good": "5月"}
    records = [Record("in", number, document(name, text)) for number, (name, text) in enumerate(texts.items())]
    assert not list(told(records, Reading(seconds=0.3), account))
    assert {key: account.count[key] for key in ("documents", "bad", "cut")} == {"documents": 2, "bad": 1, "cut": 1}
    assert [(each["where"], each["rule"]) for each in account.problems] == [
        ("slow", "document-slow"),
        ("long:4", "cut-text"),
    ]


def test_a_corpus_among_the_inputs_is_no_input(make: Make, tmp_path: Path) -> None:
    for number, text in enumerate(pages.TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "part-time.txt").write_text(pages.TEXTS[0], encoding="utf-8")
    make(str(tmp_path), tmp_path / "events")
    whole = contents(tmp_path / "events")
    assert make(str(tmp_path), tmp_path / "events", resume=True).account.count["documents"] == 4
    assert contents(tmp_path / "events") == whole
    assert make(str(tmp_path / "**" / "part-*"), tmp_path / "other").account.count["documents"] == 1


def test_a_shard_that_a_worker_wrote_elsewhere_is_missed(make: Make, tmp_path: Path) -> None:
    def elsewhere(slices, reading, folder):  # type: ignore[no-untyped-def]
        return Processes(1)(slices, reading, str(tmp_path / "elsewhere"))

    report = make(str(pages.many(tmp_path, 4)), engine=elsewhere)
    assert (report.astray, report.done, report.complete) == (1, 0, False)
    assert json.loads((tmp_path / "events" / "manifest.json").read_bytes())["state"] == "incomplete"


def test_the_manifest_says_what_was_read_and_how(make: Make, tmp_path: Path) -> None:
    (tmp_path / "pages.jsonl").write_bytes(pages.lines())
    make(str(tmp_path / "pages.jsonl"), year=2022)
    manifest = json.loads((tmp_path / "events" / "manifest.json").read_bytes())
    assert manifest["state"] == "complete"
    assert manifest["options"]["year"] == 2022
    assert manifest["shards"] == {"all": 1, "done": 1}
    count = manifest["count"]
    assert count["records"] == count["documents"] + count["foreign"] + count["bad"] == 7
    assert count["characters"] == sum(map(len, pages.TEXTS))


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_wherever_lines_are_cut_each_is_in_one_slice(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    lines = data.draw(st.lists(st.sampled_from([b"x", b"xy" * 9, b"", b'"a\nb"', b'"a""b"']), max_size=30))
    path = tmp_path_factory.mktemp("cut") / data.draw(st.sampled_from(["a.csv", "a.jsonl"]))
    path.write_bytes(b"\n".join(lines) + data.draw(st.sampled_from([b"", b"\n"])))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("timeline.corpus.slices._BYTES", data.draw(st.integers(1, 40)))
        found = [item for item in slices([str(path)], BOUNDS) if isinstance(item, Slice)]
    size = path.stat().st_size
    edges = [(slice.start, size if slice.stop is None else slice.stop) for slice in found]
    assert edges[0][0] == 0
    assert edges[-1][1] == size
    assert all(one[1] == other[0] for one, other in pairwise(edges))
    whole = path.read_bytes()
    for start, _ in edges[1:]:
        assert whole[start - 1 : start] == b"\n"
        assert path.suffix == ".jsonl" or whole[:start].count(b'"') % 2 == 0
    assert len({slice.name("") for slice in found}) == len(found)


def test_the_name_of_a_shard_depends_on_what_is_read_and_how() -> None:
    (one,) = (item for item in slices([__file__.replace("test_building.py", "pages.py")], BOUNDS))
    assert isinstance(one, Slice)
    names = {one.name(Reading(**options).digest()) for options in ({}, {"year": 2000}, {"language": "en"}, {"size": 5})}  # type: ignore[arg-type]
    assert len(names) == 4
    assert one.name(Reading().digest()) == one.name(Reading().digest())


def test_addresses_of_another_file_system_do_as_well(make: Make, tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    files = fsspec.filesystem("memory")
    files.pipe_file("/in/pages.jsonl", pages.lines())
    files.pipe_file("/in/deep/pages.parquet", pages.table())
    files.pipe_file("/in/texts.zip", pages.archive())
    report = make("memory://in", "memory://out")
    assert report.account.count["documents"] == 9
    assert make("memory://in/*.jsonl", "memory://other").account.count["documents"] == 3
    names = sorted(name.rpartition("/")[2] for name in files.ls("/out", detail=False))
    assert names[0] == "manifest.json"
    assert sum(name.startswith("part-") for name in names) == report.slices
    assert not [name for name in names if name.endswith(".tmp")]
    assert make("memory://in", "memory://out", resume=True).before == report.slices


# --- deaths -----------------------------------------------------------------------------------------------------------


def program(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "timeline", "corpus", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGKILL, -9), (signal.SIGINT, 130)])
def test_after_a_death_resume_gives_what_an_undisturbed_run_gives(
    make: Make, tmp_path: Path, sent: signal.Signals, code: int
) -> None:
    table = pyarrow.Table.from_pylist([{"text": pages.TEXTS[n % 3], "url": f"https://e.cn/{n}"} for n in range(90)])
    pyarrow.parquet.write_table(table, tmp_path / "pages.parquet", row_group_size=3)
    pages_file = str(tmp_path / "pages.parquet")
    out = tmp_path / "out"
    with program(pages_file, "-o", str(out), "--jobs", "2") as process:
        until = time.monotonic() + 60
        while time.monotonic() < until and not list(out.glob("part-*")):
            time.sleep(0.02)
        process.send_signal(sent)
        assert process.wait() == code
    assert json.loads((out / "manifest.json").read_bytes())["state"] == "running"
    make(pages_file, out, resume=True)
    make(pages_file, tmp_path / "whole")
    assert contents(out) == contents(tmp_path / "whole")


def test_a_shard_is_a_function_of_its_slice(tmp_path: Path) -> None:
    (tmp_path / "pages.jsonl").write_bytes(pages.lines())
    (one,) = (item for item in slices([str(tmp_path / "pages.jsonl")], BOUNDS))
    assert isinstance(one, Slice)
    digests = {hashlib.sha256(made(one, Reading())[0]).hexdigest() for _ in range(2)}
    assert len(digests) == 1
    assert building.PROBLEMS.endswith(".jsonl")
