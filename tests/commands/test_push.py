"""`timeline push` against a CalDAV server that the tests start: Radicale."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import caldav
import pytest
from icalendar import Calendar

from tests.commands.session import Run, one_line

NOTICE = (
    "活动通知\n2022年5月12日，县残联举行“春雨”行动启动仪式。\n2022年5月14日上午9时，市图书馆举行读书会。\n"
    "2022年6月1日，市残联举行文化节开幕式。\n"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an empty calendar."""
    store = tmp_path_factory.mktemp("radicale")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    users = store / "users"
    users.write_text("me:s3cret\n", encoding="utf-8")
    options = {
        "hosts": f"127.0.0.1:{port}",
        "storage-filesystem-folder": str(store / "store"),
        "auth-type": "htpasswd",
        "auth-htpasswd-filename": str(users),
        "auth-htpasswd-encryption": "plain",
        "auth-delay": "0",
    }
    given = [word for name, value in options.items() for word in (f"--{name}", value)]
    command = [sys.executable, "-m", "radicale", "-C", os.devnull, *given]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/me/"
    finally:
        process.kill()
        process.wait()


def client_of(address: str) -> caldav.DAVClient:
    return caldav.DAVClient(url=address, username="me", password="s3cret", enable_rfc6764=False)


@pytest.fixture
def address(server: str, request: pytest.FixtureRequest) -> str:
    """A calendar of the test's own."""
    with client_of(server) as client:
        made = client.principal().make_calendar(cal_id=request.node.name[:40])
    return str(made.url)


def stored(address: str) -> dict[str, tuple[int, str, str]]:
    """Title -> sequence, status and start of what the server holds."""
    with client_of(address) as client:
        events = [
            event for item in client.calendar(url=address).get_events() for event in item.icalendar_instance.events
        ]
    return {str(e.summary): (e.sequence, str(e.get("STATUS")), str(e.start)[:16]) for e in events}


def test_first_it_says_and_then_it_does(run: Run, address: str) -> None:
    Path("notice.txt").write_text(NOTICE, encoding="utf-8")
    run("export", "notice.txt", "-o", "out")
    dry = run("push", "out", address, "--user", "me", TIMELINE_PASSWORD="s3cret")
    assert dry.exit_code == 0
    assert dry.stdout.splitlines()[-1].startswith("To do: 3 new, 0 changed, 0 cancelled (0 are up to date")
    assert stored(address) == {}
    done = run("push", "out", address, "--user", "me", "--apply", TIMELINE_PASSWORD="s3cret")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].startswith("Done: 3 new")
    exported = Calendar.from_ical(Path("out/timeline.ics").read_bytes()).events
    expected = {str(e.summary): (0, str(e["STATUS"]), str(e.start)[:16]) for e in exported}
    assert stored(address) == expected
    again = run("push", "out", address, "--user", "me", "--apply", TIMELINE_PASSWORD="s3cret")
    assert again.stdout.splitlines() == [
        "Done: 0 new, 0 changed, 0 cancelled (3 were up to date, 0 were changed there and stay)."
    ]


def test_a_correction_is_an_update_and_what_is_gone_is_cancelled(run: Run, address: str) -> None:
    Path("notice.txt").write_text(NOTICE, encoding="utf-8")
    run("export", "notice.txt", "-o", "out")
    run("push", "out", address, "--user", "me", "--apply", TIMELINE_PASSWORD="s3cret")
    corrected = NOTICE.replace("5月12日", "5月13日").rpartition("2022年6月")[0]
    Path("notice.txt").write_text(corrected, encoding="utf-8")
    run("export", "notice.txt", "-o", "out")
    done = run("push", "out", address, "--user", "me", "--apply", TIMELINE_PASSWORD="s3cret")
    assert done.stdout.splitlines()[-1].startswith("Done: 0 new, 1 changed, 1 cancelled (1 were up to date")
    held = stored(address)
    assert len(held) == 3
    (moved,) = [row for title, row in held.items() if "春雨" in title]
    assert moved == (1, "CONFIRMED", "2022-05-13")
    (gone,) = [row for title, row in held.items() if title.startswith("【取消】")]
    assert gone == (1, "CANCELLED", "2022-06-01")


def test_what_others_wrote_there_stays(run: Run, address: str) -> None:
    Path("notice.txt").write_text(NOTICE, encoding="utf-8")
    run("export", "notice.txt", "-o", "out")
    run("push", "out", address, "--user", "me", "--apply", TIMELINE_PASSWORD="s3cret")
    with client_of(address) as client:
        calendar = client.calendar(url=address)
        calendar.add_event(summary="看牙医", dtstart=date(2022, 5, 12), uid="dentist")
        mine = next(item for item in calendar.get_events() if "春雨" in item.data)
        mine.data = mine.data.replace("SEQUENCE:0", "SEQUENCE:7").replace("“春雨”", "我的“春雨”")
        mine.save(increase_seqno=False)
    Path("notice.txt").write_text(NOTICE.replace("5月12日", "5月13日"), encoding="utf-8")
    run("export", "notice.txt", "-o", "out")
    done = run("push", "out", address, "--user", "me", "--apply", TIMELINE_PASSWORD="s3cret")
    assert done.stdout.splitlines()[-1].endswith("(2 were up to date, 1 were changed there and stay).")
    held = stored(address)
    assert "看牙医" in held
    assert [row for title, row in held.items() if "我的" in title] == [(7, "CONFIRMED", "2022-05-12")]


def test_a_wrong_password_is_one_line(run: Run, notice: str, address: str) -> None:
    run("export", notice, "-o", "out")
    result = run("push", "out", address, "--user", "me", TIMELINE_PASSWORD="other")
    assert one_line(result).startswith(f"timeline: {address}: the server says: ")
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (("nowhere", "http://127.0.0.1:9/"), "nowhere: no such file or folder", 1),
        (("text.ics", "http://127.0.0.1:9/"), "text.ics: no calendar; make one with timeline export", 1),
        (
            ("out", "ftp://example.org/"),
            "no address of a calendar, like https://example.org/dav/calendars/me/timeline/: ftp",
            2,
        ),
        (("out", "http://127.0.0.1:9/cal/"), "http://127.0.0.1:9/cal/: the server says: ", 1),
    ],
)
def test_a_mistake_is_one_line(run: Run, notice: str, arguments: tuple[str, ...], said: str, code: int) -> None:
    run("export", notice, "-o", "out")
    Path("text.ics").write_text("hello", encoding="utf-8")
    result = run("push", *arguments)
    assert one_line(result).startswith(f"timeline: {said}")
    assert result.exit_code == code
