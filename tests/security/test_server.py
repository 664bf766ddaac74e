"""The feed server: nothing outside the folder, no header of anybody's making, and no client that costs the others."""

import asyncio
import inspect
import random
import re
import resource
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote_to_bytes

import pytest

from tests.commands.test_serve import get, server
from tests.security.attacks import ATTACKS
from timeline import feed
from timeline.commands import serve
from timeline.feed import Feed

SECRET = b"a file of someone else"
PUBLIC = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A shelf with one calendar; above it, beside it and hidden in it lies what nobody may have."""
    shelf = tmp_path / "shelf"
    for place in (tmp_path, tmp_path / "shelf2", shelf / "inner", shelf / ".git"):
        place.mkdir(parents=True, exist_ok=True)
        for name in ("timeline.ics", "timeline.json", "config.json", "timeline.html", "passwd"):
            (place / name).write_bytes(SECRET)
    (shelf / "timeline.ics").write_bytes(PUBLIC)
    (shelf / "timeline.lock.json").write_bytes(SECRET)
    (shelf / ".timeline.json").write_bytes(SECRET)
    (shelf / "link.ics").symlink_to(tmp_path / "timeline.ics")
    (shelf / "loop.ics").symlink_to(shelf / "loop.ics")
    return shelf


def ask(application: Feed, path: bytes, method: str = "GET", headers: Any = ()) -> tuple[int, list[Any], bytes]:
    """One request, as a server hands it over."""
    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> dict[str, Any]:
        return {"type": "http.request"}

    scope = {"type": "http", "method": method, "path": unquote_to_bytes(path).decode("utf-8", "replace")}
    asyncio.run(application({**scope, "raw_path": path, "headers": list(headers)}, receive, send))
    return sent[0]["status"], sent[0]["headers"], sent[1]["body"]


_STEPS = (
    *(
        "..",
        ".",
        "",
        "%2e%2e",
        "%2E.",
        "..%2f",
        "%2e%2e%2f",
        "..%5c",
        "..\\",
        "..;",
        ".%00.",
        "%c0%ae%c0%ae",
        "%252e%252e",
    ),
    *(
        "inner",
        ".git",
        "shelf",
        "shelf2",
        "~",
        "~root",
        "etc",
        "passwd",
        "C:",
        "con",
        "file:",
        "http:",
        "@",
        "*",
        "?",
        "#",
    ),
    *("timeline.ics", "timeline.json", "timeline.html", "timeline.lock.json", ".timeline.json", "link.ics", "loop.ics"),
    *("config.json", "TIMELINE.ICS", "timeline.ics%00.json", "timeline.ics/", "timeline.ics.", "timeline.ics::$DATA"),
    *("\u2025", "\uff0e\uff0e", "\u2215", "a" * 300, "\u202e"),
)


def crafted(count: int) -> Iterator[bytes]:
    """Addresses that try to lead out of a folder."""
    chance = random.Random(20220515)
    for _ in range(count):
        steps = chance.choices(_STEPS, k=chance.choice((1, 2, 3, 5, 9)))
        path = chance.choice(("/", "//", "/./", "\\", "", "/shelf/", "http://x/")) + chance.choice(
            ("/", "//", "\\", "%2f")
        ).join(steps)
        yield quote(path, safe="/%\\:?#@*;~$").encode()


def test_ten_thousand_crafted_addresses_lead_nowhere(folder: Path) -> None:
    application = Feed(folder)
    statuses = set()
    for path in crafted(10_000):
        status, _, body = ask(application, path)
        statuses.add(status)
        assert SECRET not in body, path
        assert status == 404 or body == feed.subscribed(PUBLIC), path
    assert 404 in statuses


@pytest.mark.parametrize("attack", ATTACKS, ids=[attack.name for attack in ATTACKS])
def test_no_attack_becomes_a_header_or_is_said_again(folder: Path, attack: Any) -> None:
    text = attack.text.encode("utf-8", "replace")
    application = Feed(folder, "token")
    headers = [(b"if-none-match", text), (b"if-modified-since", text), (b"accept-encoding", text), (b"host", text)]
    for path in (b"/token/timeline.ics", b"/" + quote(text).encode(), b"/token/" + quote(text).encode()):
        status, sent, body = ask(application, path, headers=headers)
        assert status in (200, 304, 404)
        assert all(b"\r" not in value and b"\n" not in value for pair in sent for value in pair)
        assert {name for name, _ in sent} <= {name.encode() for name in (*feed._SAFE, *ANSWERED)}
        assert body in (b"", feed.subscribed(PUBLIC))


ANSWERED = (
    "etag",
    "last-modified",
    "vary",
    "content-type",
    "content-length",
    "content-encoding",
    "allow",
    "connection",
)


@pytest.mark.parametrize(
    ("path", "method"), [(b"/timeline.ics", "GET"), (b"/nowhere", "GET"), (b"/timeline.ics", "POST"), (b"/", "HEAD")]
)
def test_every_answer_bears_what_keeps_browsers_safe(folder: Path, path: bytes, method: str) -> None:
    sent = dict(ask(Feed(folder), path, method)[1])
    assert sent[b"x-content-type-options"] == b"nosniff"
    assert sent[b"content-security-policy"].startswith(b"default-src 'none'")
    assert sent[b"referrer-policy"] == b"no-referrer"
    assert b"server" not in sent
    assert b"access-control-allow-origin" not in sent


def test_a_folder_is_never_listed(folder: Path) -> None:
    for path in (b"/", b"", b"/.", b"/inner", b"/inner/", b"/shelf/"):
        status, _, body = ask(Feed(folder), path)
        assert (status, body) == (404, b"")


def test_a_token_is_compared_in_constant_time_and_a_wrong_one_tells_nothing(folder: Path) -> None:
    assert "hmac.compare_digest" in inspect.getsource(Feed._name)
    application = Feed(folder, "s3cret")
    wrong = {
        str(ask(application, f"/{word}/timeline.ics".encode()))
        for word in ("", "s", "s3cre", "s3crets", "S3CRET", "x" * 500)
    }
    assert wrong == {str(ask(application, b"/s3cret/nothing.ics"))}


def test_it_is_heard_on_this_machine_alone_unless_asked_otherwise() -> None:
    (host,) = [option for option in serve.command.params if option.name == "host"]
    assert host.default == "127.0.0.1"


_ASKED = b"GET /timeline.ics HTTP/1.1\r\nHost: a\r\n"
_PIECES = b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
_HIDDEN = b"GET /timeline.ics HTTP/1.1\r\nHost: b\r\n\r\n"

# What is sent, and the status of each answer to it; a second answer would be to a request that was smuggled in.
REQUESTS: dict[str, tuple[bytes, list[int]]] = {
    "as it should be": (_ASKED + b"\r\n", [200]),
    "two, one behind the other": (_ASKED + b"\r\n" + _ASKED + b"\r\n", [200, 200]),
    "of a whole address": (b"GET http://evil.example/timeline.ics HTTP/1.1\r\nHost: a\r\n\r\n", [404]),
    "of a whole address that leads out": (b"GET http://a/../config.json HTTP/1.1\r\nHost: a\r\n\r\n", [404]),
    "of a slash in disguise": (b"GET /%2ftimeline.ics HTTP/1.1\r\nHost: a\r\n\r\n", [404]),
    "of dots in disguise": (b"GET /%2e%2e%2fconfig.json HTTP/1.1\r\nHost: a\r\n\r\n", [404]),
    "of a name with a zero": (b"GET /timeline.ics%00.json HTTP/1.1\r\nHost: a\r\n\r\n", [404]),
    "with a body of two lengths": (_ASKED + b"Content-Length: 5\r\n" + _PIECES + _HIDDEN, [400]),
    "with two lengths": (_ASKED + b"Content-Length: 0\r\nContent-Length: 40\r\n\r\n" + _HIDDEN, [400]),
    "with a body": (_ASKED + b"Content-Length: %d\r\n\r\n" % len(_HIDDEN) + _HIDDEN, [400]),
    "with an empty body": (_ASKED + b"Content-Length: 0\r\n\r\n", [200]),
    "with a body in pieces": (_ASKED + _PIECES + _HIDDEN, [400]),
    "with pieces behind a blank": (_ASKED + b"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + _HIDDEN, [400]),
    "with a body of less than nothing": (_ASKED + b"Content-Length: -1\r\n\r\n" + _HIDDEN, [400]),
    "with a body beyond all numbers": (_ASKED + b"Content-Length: " + b"9" * 400 + b"\r\n\r\n", [400]),
    "that sends a body elsewhere": (_ASKED.replace(b"GET", b"POST") + b"Content-Length: 9\r\n\r\n" + _HIDDEN, [400]),
    "of two hosts": (_ASKED + b"Host: evil.example\r\n\r\n", [400]),
    "of no host": (b"GET /timeline.ics HTTP/1.1\r\n\r\n", [400]),
    "of a host that was passed on": (_ASKED + b"X-Forwarded-Host: evil\r\nX-Original-URL: /config.json\r\n\r\n", [200]),
    "of a thousand parts": (_ASKED + b"Range: bytes=" + b"0-9," * 1000 + b"\r\n\r\n", [200]),
    "of a part before the beginning": (_ASKED + b"Range: bytes=-99999999999999\r\n\r\n", [200]),
    "with a zero in a header": (_ASKED + b"X: a\0b\r\n\r\n", [400]),
    "to be another protocol": (_ASKED + b"Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n", [200]),
    "of HTTP/2": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [405]),
    "to tell what was asked": (b"TRACE /timeline.ics HTTP/1.1\r\nHost: a\r\nX: evil.example\r\n\r\n", [405]),
    "to lead elsewhere": (b"CONNECT evil.example:80 HTTP/1.1\r\nHost: a\r\n\r\n", [405]),
    "in secret": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"a" * 500, [400]),
    "of every byte": (bytes(range(256)) * 10, [400]),
}  # fmt: skip


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    shelf = tmp_path_factory.mktemp("above") / "shelf"
    shelf.mkdir()
    (shelf / "timeline.ics").write_bytes(PUBLIC)
    (shelf.parent / "config.json").write_bytes(SECRET)
    with server(str(shelf)) as (port, _):
        yield port


@pytest.mark.parametrize("name", REQUESTS)
def test_a_request_that_is_made_to_mislead_is_one_request(served: int, name: str) -> None:
    octets, statuses = REQUESTS[name]
    with socket.create_connection(("127.0.0.1", served), timeout=10) as client:
        client.sendall(octets)
        client.shutdown(socket.SHUT_WR)
        told = b"".join(iter(lambda: client.recv(65_536), b""))
    assert [int(line) for line in re.findall(rb"^HTTP/1\.1 (\d+)", told, re.MULTILINE)] == statuses
    assert SECRET not in told
    assert b"evil" not in told


def test_a_thousand_connections_and_slow_clients_cost_nobody_an_answer(tmp_path: Path) -> None:
    (tmp_path / "timeline.ics").write_bytes(PUBLIC)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    count = min(1000, hard - 200)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(max(soft, count * 2 + 300), hard), hard))
    with server(str(tmp_path)) as (port, process):
        held = []
        for number in range(count):
            client = socket.create_connection(("127.0.0.1", port), timeout=20)
            client.sendall((b"GET /timeline.ics HTTP/1.1\r\nHost: a", b"", b"G", b"POST / HTTP/1.1\r\n")[number % 4])
            held.append(client)
        for _ in range(20):
            assert get(port, "/timeline.ics")[0] == 200
        for client in held:
            client.close()
        assert get(port, "/timeline.ics")[0] == 200
        assert process.poll() is None


def test_a_connection_ends_after_a_time_whatever_it_waits_for() -> None:
    assert 0 < feed.SECONDS <= 60
    assert feed.HEADERS <= 64 * 1024
    assert "call_later(SECONDS, transport.abort)" in inspect.getsource(feed.serve)
