"""Pages a second, memory, processes against Dask, and deaths: `timeline corpus` on pages made here.

    python benchmarks/corpus.py [--pages 20000] [--kills 10] [FOLDER ...]

A page is some twenty sentences: four in ten from `seeds/` and the folders that are named, drawn with a fixed seed, one
in ten made here with a date, the rest without; one page in five is in another language. The same pages are read with
one process, two, and Dask with two workers; then whatever works at them is killed at moments drawn by lot and gone on
with by `--resume`, and the shards are compared with those of an undisturbed run, as bytes and as sets of rows. Times
are wall times: compare them within one run. Other programs on the same pages are in `peers.py`.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

SEEDS = Path(__file__).parent.parent / "seeds"
_SEED = 20261122
_FILES = 40  # that the pages are in
_FOREIGN = 0.2

_PLACES = "上海市浦东新区 广州市天河区 成都市武侯区 南京市玄武区 杭州市西湖区 西安市雁塔区 昆明市五华区".split()
_HOSTS = "市残联 区图书馆 县文化馆 省博物馆 团市委 街道办事处 市人力资源和社会保障局 大学校友会".split()
_THINGS = "招聘会 书画展 读书沙龙 马拉松比赛 志愿服务活动 义诊 颁奖典礼 论坛 培训班 公益市集 音乐会".split()
_PLAIN = (
    "活动得到了各方面的支持，现场气氛热烈。 参加者纷纷表示收获很大，希望今后多举办这样的活动。 "
    "有关负责人介绍了工作的进展和下一步的打算。 志愿者为大家准备了茶水和资料。 这项工作关系到千家万户。 "
    "我们将继续改进服务，让更多的人受益。 天气晴朗，游人如织。"
).split()
_ENGLISH = (
    "The committee met to review the annual report and the budget. Volunteers helped visitors find their seats. "
    "Registration closes on 30 May 2023 and late entries cannot be accepted. The exhibition remains open until Sunday. "
)


def sentences(folders: Sequence[Path]) -> list[str]:
    """The sentences of some folders of texts."""
    texts = [path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.rglob("*.txt"))]
    found = {s.strip() for text in texts for s in re.split(r"(?<=[。！？])|\n", text)}
    return sorted(s for s in found if 8 <= len(s) <= 200)


def made_up(chance: random.Random) -> str:
    """A sentence of the kind that such pages have, with a date in one of several forms."""
    month, day = chance.randint(1, 12), chance.randint(1, 28)
    date = chance.choice(
        (
            f"{chance.randint(2015, 2025)}年{month}月{day}日",
            f"{month}月{day}日上午{chance.randint(8, 11)}时",
            f"{month}月{day}日至{month}月{min(day + 3, 30)}日",
            f"{month}月上旬",
        )
    )
    host, place, thing = (chance.choice(each) for each in (_HOSTS, _PLACES, _THINGS))
    return f"{date}，{host}在{place}举办第{chance.randint(2, 60)}届{thing}。"


def page(number: int, drawn: Sequence[str], chance: random.Random) -> dict[str, str]:
    """A page as a crawl has it."""
    host = f"www.example{chance.randint(1, 400)}.cn"
    if chance.random() < _FOREIGN:
        text = _ENGLISH * chance.randint(4, 10)
        return {"url": f"https://{host}/{number}", "title": "Annual report", "text": text, "date": ""}
    title = f"{chance.choice(_HOSTS)}举办{chance.choice(_THINGS)}"
    body = []
    for _ in range(chance.randint(12, 30)):
        lot = chance.random()
        body.append(made_up(chance) if lot < 0.1 else chance.choice(_PLAIN if lot < 0.6 else drawn))
    paragraphs = ["".join(body[i : i + 4]) for i in range(0, len(body), 4)]
    day = f"{chance.randint(2015, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return {"url": f"https://{host}/{number}", "title": title, "text": "\n".join([title, *paragraphs]), "date": day}


def make(pages: int, folder: Path, extra: Sequence[Path]) -> int:
    """Writes the pages, and says how many bytes they are; the same for the same arguments."""
    drawn, chance, size = sentences([SEEDS, *extra]), random.Random(_SEED), 0
    folder.mkdir(parents=True)
    each = -(-pages // _FILES)
    for first in range(0, pages, each):
        path = folder / f"pages-{first:08}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for number in range(first, min(first + each, pages)):
                file.write(json.dumps(page(number, drawn, chance), ensure_ascii=False) + "\n")
        size += path.stat().st_size
    return size


# --- processes --------------------------------------------------------------------------------------------------------


def below(pid: int) -> Iterator[int]:
    """A process and all that it started."""
    yield pid
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):  # gone since
            for child in thread.read_text(encoding="ascii").split():
                yield from below(int(child))


def peak(pid: int) -> int:
    """The most memory, in kB, that any process of a family ever had."""
    most = 0
    for each in below(pid):
        try:
            status = Path(f"/proc/{each}/status").read_text(encoding="ascii", errors="replace")
        except OSError:
            continue
        if found := re.search(r"VmHWM:\s+(\d+)", status):
            most = max(most, int(found[1]))
    return most


def command(pages: Path, out: Path, *more: str) -> list[str]:
    """The program, typed."""
    return [sys.executable, "-m", "timeline", "corpus", str(pages), "-o", str(out), *more]


def run(arguments: Sequence[str]) -> tuple[float, float, int]:
    """Seconds of the clock, seconds of all processors, and kB of one run."""
    started, most, before = time.perf_counter(), 0, getrusage(RUSAGE_CHILDREN)
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            most = max(most, peak(process.pid))
            time.sleep(0.1)
    if process.returncode:
        raise SystemExit(f"{' '.join(arguments)}: {process.returncode}")
    after = getrusage(RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - started, worked, most


def digest(folder: Path) -> str:
    """All bytes of a folder of shards."""
    found = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:16]


def rows(folder: Path) -> str:
    """The rows of a folder of shards as a set: what is there, whatever stands where, and how often."""
    import duckdb

    table = f"read_parquet('{folder}/part-*.parquet')"
    question = f"select count(*), bit_xor(hash(t)), count(distinct hash(t)) from {table} t"
    return str(duckdb.connect().execute(question).fetchall())


# --- what is measured -------------------------------------------------------------------------------------------------


def speed(pages: Path, count: int, room: Path, wanted: Sequence[str]) -> None:
    """One process, two, and Dask, beside each other."""
    first = 0.0
    ways = {"jobs-1": "--jobs 1", "jobs-2": "--jobs 2", "dask-2": "--engine dask --jobs 2"}
    for name in wanted:
        seconds, worked, kilobytes = run(command(pages, room / name, *ways[name].split()))
        first = first or seconds
        print(
            f"{name:<8}{count / seconds:>9.0f} pages/s{seconds:>9.1f} s{first / seconds:>7.2f} x"
            f"{count / worked:>8.0f} pages per second of a core"
            f"{kilobytes / 1024:>8.0f} MB the largest process   {digest(room / name)}",
            flush=True,
        )


def killed(room: Path, times: int, pages: int, extra: Sequence[Path]) -> None:
    """Kills at random moments, goes on, and compares with an undisturbed run."""
    chance, wrong, folder, right = random.Random(_SEED), 0, room / "fewer-pages", room / "undisturbed"
    make(pages, folder, extra)
    run(command(folder, right, "--jobs", "2"))
    for number in range(times):
        out, victim = room / f"killed-{number}", ("worker", "program", "scheduler")[number % 3]
        kill = _scheduler_killed if victim == "scheduler" else _worker_killed if victim == "worker" else _program_killed
        code = kill(folder, out, chance)
        done = len(list(out.glob("part-*")))
        run(command(folder, out, "--jobs", "2", "--resume"))
        same = (digest(out), rows(out)) == (digest(right), rows(right))
        wrong += not same
        print(f"kill -9 of the {victim:<10}{done:>5} shards there, exit {code:>4}; after --resume: {same}", flush=True)
    print(f"{times - wrong} of {times} the same rows and bytes as undisturbed")


def _wait(out: Path, process: subprocess.Popen[bytes], chance: random.Random) -> None:
    """Waits until some of the shards are there, and then some time."""
    wanted = chance.randint(0, _FILES * 3 // 4)
    while process.poll() is None and len(list(out.glob("part-*"))) < wanted:
        time.sleep(0.01)
    time.sleep(chance.uniform(0, 1))


def _started(arguments: Sequence[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _program_killed(pages: Path, out: Path, chance: random.Random) -> int:
    with _started(command(pages, out, "--jobs", "2")) as process:
        _wait(out, process, chance)
        process.kill()
        return process.wait()


def _worker_killed(pages: Path, out: Path, chance: random.Random) -> int:
    with _started(command(pages, out, "--jobs", "2")) as process:
        _wait(out, process, chance)
        if len(family := list(below(process.pid))) > 1:
            # The last is a worker: before it stands what multiprocessing needs for itself.
            with contextlib.suppress(ProcessLookupError):
                os.kill(family[-1], signal.SIGKILL)
        return process.wait()


def _scheduler_killed(pages: Path, out: Path, chance: random.Random) -> int:
    """A cluster of its own: a scheduler and two workers, of which the scheduler dies."""
    port = chance.randint(20_000, 40_000)
    address, here = f"tcp://127.0.0.1:{port}", [sys.executable, "-m"]
    scheduler = _started(
        [*here, "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    )
    hand = [*here, "distributed.cli.dask_worker", address, "--nworkers", "1", "--nthreads", "1", "--no-dashboard"]
    workers = [_started(hand) for _ in range(2)]
    try:
        with _started(command(pages, out, "--engine", "dask", "--scheduler", address)) as process:
            _wait(out, process, chance)
            scheduler.kill()
            return process.wait()
    finally:
        for pid in (pid for each in (scheduler, *workers) for pid in reversed(list(below(each.pid)))):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for each in (scheduler, *workers):
            each.wait()


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--kill-pages", type=int, default=1_000)
    parser.add_argument("--ways", default="jobs-1,jobs-2,dask-2")
    parser.add_argument("--keep", type=Path, help="make the pages and shards here, and leave them")
    parser.add_argument("folders", nargs="*", type=Path)
    given = parser.parse_args()
    room = given.keep or Path(tempfile.mkdtemp())
    pages = room / "pages"
    try:
        size = make(given.pages, pages, given.folders)
        print(f"{given.pages:,} pages, {size / 1e6:.0f} MB", flush=True)
        speed(pages, given.pages, room, given.ways.split(","))
        if given.kills:
            killed(room, given.kills, given.kill_pages, given.folders)
    finally:
        if not given.keep:
            shutil.rmtree(room)


if __name__ == "__main__":
    main()
