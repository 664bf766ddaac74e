"""An address is a page: fetched within its limits, as its site allows; whatever goes wrong is one line."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

import timeline
from tests.read.rendering import page, pdf
from timeline.model import Document, Note
from timeline.read import Bounds, ReadError, read_all
from timeline.read.robots import Rules

TEXT = "关于举办读书节的通知\n" + "".join(f"5月{day}日，在市图书馆举行第{day}场讲座。\n" for day in range(11, 15))
HTML = "text/html; charset=utf-8"

PAGES: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/a.html": (200, {"Content-Type": HTML}, page(TEXT)),
    "/gbk": (
        200,
        {"Content-Type": "text/html; charset=gb2312"},
        page(TEXT).decode().replace('<meta charset="utf-8">', "").encode("gb18030"),
    ),
    "/packed": (200, {"Content-Type": HTML, "Content-Encoding": "gzip"}, gzip.compress(page(TEXT))),
    "/bomb": (200, {"Content-Type": "text/plain", "Content-Encoding": "gzip"}, gzip.compress(bytes(50_000_000))),
    "/a.pdf": (200, {"Content-Type": "application/pdf"}, pdf(TEXT)),
    "/untyped.txt": (200, {"Content-Type": "application/octet-stream"}, TEXT.encode()),
    "/%E9%80%9A%E7%9F%A5?a=%E4%B8%80": (200, {"Content-Type": "text/plain; charset=utf-8"}, TEXT.encode()),
    "/image": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/moved": (302, {"Location": "/a.html"}, b""),
    "/loop": (301, {"Location": "/loop"}, b""),
    "/to-secret": (302, {"Location": "/secret/a.html"}, b""),
    "/to-file": (302, {"Location": "file:///etc/hostname"}, b""),
    "/secret/a.html": (200, {"Content-Type": HTML}, page(TEXT)),
    "/secret/open.html": (200, {"Content-Type": HTML}, page(TEXT)),
    "/broken": (500, {}, b""),
    "/large": (200, {"Content-Type": "text/plain"}, TEXT.encode() * 100),
    "/robots.txt": (200, {}, b"User-agent: *\nDisallow: /secret/\nAllow: /secret/open.html\n"),
}


def answered(*headers: str, body: bytes = b"", status: str = "200 OK") -> bytes:
    """The octets of an answer, with whatever headers."""
    return "\r\n".join((f"HTTP/1.1 {status}", "Content-Type: text/plain", *headers, "", "")).encode() + body


WORDS = TEXT.encode()
PACKED = "Content-Encoding: gzip"
HALVES = gzip.compress(WORDS[:100]) + gzip.compress(WORDS[100:])
# What a server may send, the same octets again and again until nobody listens, and what is said of it.
LIES: dict[str, tuple[bytes, bytes, str]] = {
    "more is promised than comes": (answered(f"Content-Length: {len(WORDS) * 2}", body=WORDS), b"", "read-failed"),
    "a number beyond all is promised": (answered(f"Content-Length: {'9' * 50}", body=WORDS), b"", "read-failed"),
    "less than nothing is promised": (answered("Content-Length: -5", body=WORDS), b"", "read"),
    "a chunk that is torn": (answered("Transfer-Encoding: chunked", body=b"fff\r\n" + WORDS), b"", "read-failed"),
    "a chunk without end": (answered("Transfer-Encoding: chunked", body=b"5;"), b"a" * 999, "read-failed"),
    "trailers without end": (answered("Transfer-Encoding: chunked", body=b"0\r\n"), b"X: a\r\n", "read-timeout"),
    "packed and torn": (answered(PACKED, body=gzip.compress(WORDS)[:-9]), b"", "read-failed"),
    "packed in two pieces": (answered(PACKED, body=HALVES), b"", "read"),
    "packed, and something behind it": (answered(PACKED, body=gzip.compress(WORDS) + b"\0\0"), b"", "read"),
    "packed, and much behind it": (answered(PACKED, body=gzip.compress(WORDS)), b"a" * 99_999, "read-too-large"),
    "packed nothing without end": (answered(PACKED, body=b"x\x9c"), b"\0\0\0\xff\xff" * 999, "read-too-large"),
    "packed twice": (answered("Content-Encoding: gzip, gzip", body=gzip.compress(WORDS)), b"", "read-failed"),
    "a body without end": (answered(), b"a" * 99_999, "read-too-large"),
    "a line of status without end": (b"HTTP/1.1 ", b"2" * 999, "read-failed"),
    "headers without end": (b"HTTP/1.1 200 OK\r\n", b"X: a\r\n", "read-failed"),
    "go on, go on": (b"", b"HTTP/1.1 100 Continue\r\n\r\n", "read-timeout"),
    "moved to no address": (answered("Location: http://[", status="302 Found"), b"", "read-no-address"),
    "moved to a header": (answered("Location: http://a\tb/%0d%0aX:y", status="302 Found"), b"", "read-failed"),
    "moved to data": (answered("Location: data:text/plain,5", status="302 Found"), b"", "read-no-address"),
    "no HTTP at all": (WORDS, b"", "read-failed"),
}


def telling(octets: bytes, again: bytes) -> Iterator[str]:
    """The address of a server that says this and no more to whoever asks for more than its rules."""
    listener = socket.create_server(("127.0.0.1", 0))

    def tell(client: socket.socket) -> None:
        with client, suppress(OSError):
            free = b"GET /robots.txt" in client.recv(65_536)
            client.sendall(answered("Content-Length: 0", status="404 None") if free else octets)
            while again and not free:
                client.sendall(again)

    def listen() -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=tell, args=(listener.accept()[0],), daemon=True).start()

    threading.Thread(target=listen, daemon=True).start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}/a.txt"
    listener.close()


class Site(BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []
    pages = PAGES

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path == "/slow":
            time.sleep(1.5)
        if self.path == "/drip":
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")
            self.end_headers()
            for _ in range(30):
                self.wfile.write(b"5")
                time.sleep(0.1)
            return
        status, headers, body = self.pages.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


class Quiet(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A visitor who has gone."""


def served(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    server = Quiet(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def site() -> Iterator[str]:
    Site.asked.clear()
    yield from served(Site)


def outcome(address: str, **bounds: float) -> str:
    (item,) = read_all([address], bounds=Bounds(**bounds))  # type: ignore[arg-type]
    if isinstance(item, Document):
        assert "5月14日，在市图书馆举行第14场讲座。" in item.raw
        assert item.name == address
        return "read"
    assert item.document == address
    return item.rule


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("/a.html", "read"),
        ("/gbk", "read"),
        ("/packed", "read"),
        ("/a.pdf", "read"),
        ("/untyped.txt", "read"),
        ("/通知?a=一#more", "read"),
        ("/moved", "read"),
        ("/secret/open.html", "read"),
        ("/secret/a.html", "read-robots"),
        ("/to-secret", "read-robots"),
        ("/to-file", "read-no-address"),
        ("/loop", "read-redirects"),
        ("/image", "read-type"),
        ("/none", "read-status"),
        ("/broken", "read-status"),
        ("/bomb", "read-too-large"),
    ],
)
def test_what_lies_at_an_address(site: str, path: str, rule: str) -> None:
    assert outcome(site + path) == rule


@pytest.mark.parametrize("lie", LIES)
def test_a_server_that_lies_costs_no_more_than_the_time_of_a_visit(lie: str) -> None:
    octets, again, rule = LIES[lie]
    for address in telling(octets, again):
        started = time.monotonic()
        assert outcome(address, seconds=2, size=5_000_000) == rule
        assert time.monotonic() - started < 8


def test_a_page_that_is_too_large_or_too_slow_is_left(site: str) -> None:
    assert outcome(f"{site}/large", size=1000) == "read-too-large"
    started = time.monotonic()
    assert outcome(f"{site}/slow", seconds=0.3) == "read-timeout"
    assert outcome(f"{site}/drip", seconds=0.3) == "read-timeout"
    assert time.monotonic() - started < 2


def test_a_site_is_asked_once_and_a_page_that_is_named_twice_is_read_once(site: str) -> None:
    items = list(read_all([f"{site}/a.html", f"{site}/packed", f"{site}/a.html"]))
    assert len(items) == 2
    assert Site.asked == ["/robots.txt", "/a.html", "/packed"]


def test_a_site_that_cannot_say_what_may_be_read_is_left_alone() -> None:
    class Broken(Site):
        pages: ClassVar = {**PAGES, "/robots.txt": (503, {}, b"")}

    for address in served(Broken):
        assert outcome(f"{address}/a.html") == "read-robots"


def test_a_site_without_rules_is_read() -> None:
    class Free(Site):
        pages: ClassVar = {path: answer for path, answer in PAGES.items() if path != "/robots.txt"}

    for address in served(Free):
        assert outcome(f"{address}/secret/a.html") == "read"


def test_nobody_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
    assert outcome(address) == "read-failed"
    assert outcome("http://") == "read-no-address"
    assert outcome("http://a b/") in ("read-no-address", "read-failed")


def test_the_library_reads_an_address(site: str) -> None:
    assert timeline.read(f"{site}/a.html").title == TEXT.splitlines()[0]
    with pytest.raises(ReadError, match="404"):
        timeline.read(f"{site}/none")


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: Timeline\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b", True),
        ("user-agent: x\nuser-agent: *\ndisallow: /a # all of it", "/ab", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?c", True),
        ("User-agent: *\nDisallow: /a*b*c", "/a1b2c3", False),
        ("User-agent: *\nDisallow: /a*b*c", "/a1c2b3", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        ("User-agent: *\nDisallow: /通知", "/%E9%80%9A%E7%9F%A5/1", False),
        ("<html>no rules</html>", "/a", True),
    ],
)
def test_the_rules_of_a_site(text: str, path: str, allowed: bool) -> None:
    assert Rules(text, "timeline").allow(path) is allowed


def test_hostile_rules_take_no_time() -> None:
    started = time.process_time()
    assert Rules(f"User-agent: *\nDisallow: /a{' ' * 400_000}b", "timeline").allow("/a")
    Rules("User-agent: *\n" + f"Disallow: /{'*a' * 5000}\n" * 3, "timeline").allow("/" + "a" * 5000)
    assert time.process_time() - started < 1


def test_an_address_is_no_note_of_a_file() -> None:
    (item,) = read_all(["HTTP://127.0.0.1:1/"])
    assert isinstance(item, Note)
