"""`timeline serve`: a real server on this machine, asked over a real connection."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.commands.session import Run, one_line

ROOT = Path(__file__).parents[2]
NOTICE = "活动通知\n2022年5月12日，县残联举行启动仪式。\n"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def server(*arguments: str) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    port = free_port()
    command = [sys.executable, "-m", "timeline", "serve", *arguments, "--port", str(port), "--lang", "en"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    try:
        for _ in range(300):
            with socket.socket() as probe:
                if process.poll() is not None or probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield port, process
    finally:
        process.kill()
        process.communicate()


def get(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


def test_what_is_exported_is_served_and_kept_up_to_date(tmp_path: Path) -> None:
    source, shelf = tmp_path / "notice.txt", tmp_path / "out"
    source.write_text(NOTICE, encoding="utf-8")
    with server(str(shelf), "--watch", str(source)) as (port, process):
        status, headers, body = get(port, "/timeline.ics")
        assert status == 200
        assert headers["x-content-type-options"] == "nosniff"
        assert "server" not in headers
        assert "启动仪式".encode() in body
        assert get(port, "/timeline.ics", If_None_Match=headers["etag"])[0] == 304
        assert get(port, "/timeline.ics", "HEAD")[::2] == (200, b"")
        assert get(port, "/timeline.ics", "POST")[0] == 405
        assert get(port, "/../notice.txt")[0] == 404

        source.write_text(NOTICE.replace("5月12日", "5月13日"), encoding="utf-8")
        for _ in range(200):
            body = get(port, "/timeline.ics")[2]
            if b"DTSTART;VALUE=DATE:20220513" in body:
                break
            time.sleep(0.1)
        assert b"DTSTART;VALUE=DATE:20220513" in body
        assert b"SEQUENCE:1" in body

        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
        assert process.returncode == 0
        assert f"http://127.0.0.1:{port}/timeline.ics" in out
        assert "Traceback" not in err


def test_a_request_without_end_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / "timeline.ics").write_bytes(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    with server(str(tmp_path)) as (port, _):
        with socket.create_connection(("127.0.0.1", port), timeout=10) as endless:
            endless.sendall(b"GET /timeline.ics HTTP/1.1\r\nX: " + b"a" * 200_000)
            assert get(port, "/timeline.ics")[0] == 200
            assert b" 400 " in endless.recv(100)
        with socket.create_connection(("127.0.0.1", port), timeout=10) as split:
            split.sendall(b"GET /timeline.ics HTTP/1.1\r\nHost: a\r\nX: a\nSet-Cookie: b\r\n\r\n")
            assert b"Set-Cookie" not in split.recv(10_000)


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (("nowhere",), "nowhere: no such folder; make one with timeline export, or give --watch PATH", 1),
        (("out", "--port", "99999"), "--port: no port from 0 to 65535: 99999", 2),
        (("out", "--port", "http"), "--port: no port from 0 to 65535: http", 2),
        (("out", "--token", "a/b"), "--token: letters, figures and - . _ ~ only: a/b", 2),
    ],
)
def test_a_mistake_is_one_line(run: Run, arguments: tuple[str, ...], said: str, code: int) -> None:
    Path("out").mkdir()
    result = run("serve", *arguments)
    assert one_line(result) == f"timeline: {said}"
    assert result.exit_code == code


def test_a_port_that_is_taken_is_one_line(run: Run) -> None:
    Path("out").mkdir()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = run("serve", "out", "--port", port)
    assert one_line(result).startswith(f"timeline: 127.0.0.1:{port}: cannot be served there: ")
    assert result.exit_code == 1


def test_a_missing_extra_is_one_line_and_nothing_else(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("out").mkdir()
    monkeypatch.setattr("timeline.commands.serve.find_spec", lambda _: None)
    result = run("serve", "out")
    assert one_line(result) == "timeline: this needs more packages: pip install 'timeline[serve]'"
    assert (result.exit_code, result.stdout) == (1, "")
