"""What takes too long is broken off, wherever it works, and everything else goes on."""

import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import timeline.commands.together
from tests.commands.session import Run, one_line
from timeline.model import Document, Note, Story
from timeline.pipeline import tell
from timeline.read import Bounds, documents
from timeline.watchdog import TooSlowError, limit, steps


def endless() -> None:
    while True:
        time.sleep(0.001)


def deaf() -> None:
    """Hears of it twice before it stops, as a library does that catches whatever comes."""
    for _ in range(2):
        try:
            endless()
        except Exception:
            continue
    endless()


def in_first_thread(work: Callable[[], object]) -> object:
    return work()


def in_another(work: Callable[[], object]) -> object:
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


WHERE = pytest.mark.parametrize("where", [in_first_thread, in_another])


@WHERE
@pytest.mark.parametrize("work", [endless, deaf])
def test_endless_work_ends(where: Callable[..., object], work: Callable[[], None]) -> None:
    def limited() -> None:
        with limit(0.2):
            work()

    started = time.monotonic()
    with pytest.raises(TooSlowError) as caught:
        where(limited)
    assert caught.value.seconds == 0.2
    assert time.monotonic() - started < 5


def test_a_pattern_at_work_is_broken_off() -> None:
    with pytest.raises(TooSlowError), limit(0.2):
        re.match(r"(a+)+b", "a" * 40)


@WHERE
def test_what_is_in_time_is_left_alone_and_nothing_rings_later(where: Callable[..., object]) -> None:
    def quick() -> str:
        with limit(0.05):
            pass
        time.sleep(0.15)
        return "done"

    assert where(quick) == "done"


def test_a_limit_within_a_limit_changes_nothing() -> None:
    with pytest.raises(TooSlowError) as caught, limit(0.2), limit(60):
        endless()
    assert caught.value.seconds == 0.2


def test_only_the_coming_of_an_item_counts() -> None:
    def slow_at_last() -> Iterator[int]:
        yield from (1, 2)
        endless()

    coming = steps(slow_at_last(), 0.2)
    for number in (1, 2):
        assert next(coming) == number
        time.sleep(0.25)
    with pytest.raises(TooSlowError):
        next(coming)


def test_a_file_that_its_reader_never_ends_is_named_and_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline.read import plain

    def contents(*_: Any) -> Iterator[Any]:
        endless()
        yield

    monkeypatch.setattr(plain, "contents", contents)
    (note,) = documents("a.txt", b"x", Bounds(seconds=0.2))
    assert isinstance(note, Note)
    assert (note.rule, note.values) == ("document-slow", {"count": "0.2"})


def test_a_document_too_slow_is_left_out_said_and_withdraws_nothing(
    run: Run,
    notice: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path("other.txt").write_text("2022年6月1日，市残联举行文化节开幕式。\n", encoding="utf-8")
    run("export", notice, "other.txt", "-o", "out")
    before = Path("out/timeline.ics").read_bytes()

    def slow(document: Document, **more: Any) -> Story:
        if document.name == "other.txt":
            endless()
        return tell(document, **more)

    monkeypatch.setattr(timeline.commands.together, "tell", slow)
    result = run("export", notice, "other.txt", "-o", "out", "--timeout", "1")
    assert result.exit_code == 1
    assert one_line(result) == "timeline: other.txt: took longer than 1 second and was left out: see --timeout"
    after = Path("out/timeline.ics").read_bytes()
    assert b"CANCELLED" not in after
    assert before.count(b"BEGIN:VEVENT") == after.count(b"BEGIN:VEVENT") + 1


def test_what_is_cut_is_said_and_withdraws_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline import limits

    text = "".join(f"2022年5月{day}日，县残联举行第{day}场比赛。\n" for day in range(1, 11))
    Path("a.txt").write_text(text, encoding="utf-8")
    run("export", "a.txt", "-o", "out")
    monkeypatch.setattr(limits, "TIMES", 4)
    result = run("export", "a.txt", "-o", "out")
    assert result.exit_code == 1
    assert one_line(result) == "timeline: a.txt:5: there are too many dates: those from here on are not read"
    assert b"CANCELLED" not in Path("out/timeline.ics").read_bytes()
