r"""A folder of calendars -> an ASGI application that calendar apps subscribe to.

Only files that lie in the folder itself and have a suffix of `TYPES` are served; each is read once and kept until it
changes. An app that already has a version is answered with 304, by ETag or by date. What is subscribed to rings no
alarm, and says how often to come again.

>>> subscribed(b"BEGIN:VCALENDAR\r\nBEGIN:VALARM\r\nEND:VALARM\r\nEND:VCALENDAR\r\n").decode().split("\r\n")[1:3]
['REFRESH-INTERVAL;VALUE=DURATION:P1D', 'X-PUBLISHED-TTL:P1D']
"""

from __future__ import annotations

import asyncio
import gzip
import hmac
import re
from collections.abc import Awaitable, Callable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from email.utils import formatdate, parsedate_to_datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

TYPES = {
    ".ics": "text/calendar; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".html": "text/html; charset=utf-8",
}
PAGE = "timeline.html"  # what the bare address shows, if there is one
CONNECTIONS = 4000  # at a time
SECONDS = 60  # after which a connection ends, so that slow ones cannot gather
HEADERS = 16 * 1024  # octets of a request

_LEDGER = ".lock.json"
_ADDRESS = 1000  # characters
_SMALL = 400  # octets that packing would not make fewer
_ALARM = re.compile(rb"^BEGIN:VALARM\r\n.*?^END:VALARM\r\n", re.M | re.S)
_HINTS = b"REFRESH-INTERVAL;VALUE=DURATION:P1D\r\nX-PUBLISHED-TTL:P1D\r\n"
_SAFE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'",
    "cache-control": "no-cache",  # keep it, but ask whether it is still good
}

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


def subscribed(calendar: bytes) -> bytes:
    """A calendar as a feed: without alarms, with the hint to come again once a day."""
    head, begin, rest = calendar.partition(b"BEGIN:VCALENDAR\r\n")
    return head + begin + _HINTS + _ALARM.sub(b"", rest)


@dataclass(frozen=True, slots=True)
class Version:
    """What is served of a file as it is now."""

    stamp: tuple[int, int]  # of the file: time in nanoseconds, octets
    type: str
    body: bytes
    packed: bytes  # gzip; empty where that is no gain
    etag: str
    modified: int  # seconds since 1970


class Feed:
    """The application. `token` is the first part of every address, where one is wanted."""

    def __init__(self, folder: Path, token: str = "") -> None:
        self.folder, self.prefix = folder.resolve(), f"/{token}".encode() if token else b""
        self._kept: dict[str, Version] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        """Answers a request."""
        if scope["type"] != "http":
            return
        status, headers, body = self.answer(scope["method"], scope["path"], dict(scope["headers"]))
        lines = [(name.encode(), value.encode("latin-1")) for name, value in {**_SAFE, **headers}.items()]
        await send({"type": "http.response.start", "status": status, "headers": lines})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})

    def answer(self, method: str, path: str, asked: Mapping[bytes, bytes]) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body."""
        if b"transfer-encoding" in asked or asked.get(b"content-length", b"0").strip(b"0 "):
            # Nobody asks with a body but who hides a request in it, or sends without end.
            return 400, {"content-length": "0", "connection": "close"}, b""
        if method not in ("GET", "HEAD"):
            return 405, {"allow": "GET, HEAD", "content-length": "0", "connection": "close"}, b""
        version = self.version(path)
        if version is None:
            return 404, {"content-length": "0"}, b""
        packed = bool(version.packed) and _takes_gzip(asked.get(b"accept-encoding", b""))
        etag = f'"{version.etag}{"-gz" if packed else ""}"'
        headers = {"etag": etag, "last-modified": formatdate(version.modified, usegmt=True), "vary": "accept-encoding"}
        if _known(version, asked):
            return 304, headers, b""
        body = version.packed if packed else version.body
        headers |= {"content-type": version.type, "content-length": str(len(body))}
        if packed:
            headers["content-encoding"] = "gzip"
        return 200, headers, body

    def version(self, path: str) -> Version | None:
        """What an address names; None for all but the files of the folder."""
        name = self._name(path) if len(path) <= _ADDRESS else None
        if name is None:
            return None
        file = self.folder / name
        try:
            if file.resolve().parent != self.folder or not file.is_file():  # a link may lead elsewhere
                return None
            state = file.stat()
            stamp = state.st_mtime_ns, state.st_size
            if name not in self._kept or self._kept[name].stamp != stamp:
                self._kept[name] = _version(file, stamp)
        except (OSError, ValueError, RuntimeError):  # the last of a link that leads to itself
            self._kept.pop(name, None)
            return None
        return self._kept[name]

    def _name(self, path: str) -> str | None:
        """The name of the file that an address asks for, if it may be asked for."""
        given, slash, name = path.rpartition("/")
        # Compared in constant time, so that the token cannot be found letter by letter.
        if not slash or not hmac.compare_digest(given.encode("utf-8", "replace"), self.prefix):
            return None
        name = name or PAGE
        hidden = name.startswith(".") or name.endswith(_LEDGER) or "\\" in name or "\0" in name
        return None if hidden or Path(name).suffix not in TYPES else name


def _version(file: Path, stamp: tuple[int, int]) -> Version:
    data = file.read_bytes()
    body = subscribed(data) if file.suffix == ".ics" else data
    packed = gzip.compress(body, mtime=0) if len(body) > _SMALL else b""
    modified = max(stamp[0] // 1_000_000_000, 0)
    return Version(stamp, TYPES[file.suffix], body, packed, sha256(body).hexdigest()[:32], modified)


def _takes_gzip(accepted: bytes) -> bool:
    """Whether Accept-Encoding names gzip and does not weigh it with nothing."""
    for part in accepted.decode("latin-1").lower().split(","):
        name, *weights = part.split(";")
        if name.strip() in ("gzip", "*"):
            return not any(re.fullmatch(r"\s*q=0(?:\.0*)?\s*", weight) for weight in weights)
    return False


def _known(version: Version, asked: Mapping[bytes, bytes]) -> bool:
    """Whether who asks has this version already (RFC 9110: an ETag that is given counts, and a date only without)."""
    if (tags := asked.get(b"if-none-match")) is not None:
        given = {tag.strip().removeprefix("W/").strip('"') for tag in tags.decode("latin-1").split(",")}
        return bool(given & {"*", version.etag, f"{version.etag}-gz"})
    try:
        since = parsedate_to_datetime(asked[b"if-modified-since"].decode("latin-1")).timestamp()
    except (KeyError, TypeError, ValueError, OverflowError):
        return False
    return version.modified <= since


# --- the server -------------------------------------------------------------------------------------------------------


def serve(feed: Feed, host: str, port: int, beside: Callable[[], Awaitable[None]] | None = None) -> None:
    """Serves until interrupted; `beside` runs in the same loop, and ends with it.

    Raises `OSError` where the address cannot be had. Needs the extra `serve`.
    """
    import socket

    import uvicorn
    from uvicorn.protocols.http.h11_impl import H11Protocol

    class Patient(H11Protocol):
        """A connection that ends after a time, whatever it waits for."""

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self.end = self.loop.call_later(SECONDS, transport.abort)

        def connection_lost(self, exc: Exception | None) -> None:
            self.end.cancel()
            super().connection_lost(exc)

    config = uvicorn.Config(
        feed,
        http=Patient,
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_config=None,
        access_log=False,
        server_header=False,
        h11_max_incomplete_event_size=HEADERS,
        limit_concurrency=CONNECTIONS,
        backlog=1024,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=1,
    )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        asyncio.run(_together(uvicorn.Server(config), [listener], beside))


async def _together(server: Any, sockets: Sequence[Any], beside: Callable[[], Awaitable[None]] | None) -> None:
    task = asyncio.ensure_future(beside()) if beside else None
    try:
        await server.serve(sockets=list(sockets))
    finally:
        if task:
            task.cancel()
