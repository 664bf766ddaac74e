"""An http(s) address -> what lies there, as long as its site lets programs read it; every step has a limit.

The time is that of the whole visit, its redirects and its robots.txt; no more than the largest size is taken, packed or
not; only http and https are followed, and no cookie is kept.
"""

from __future__ import annotations

import zlib
from http.client import HTTPException, HTTPResponse, IncompleteRead
from time import monotonic
from typing import NamedTuple, cast
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, quote, urljoin, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from timeline.read.content import UnreadableError, size_words
from timeline.read.formats import is_address
from timeline.read.robots import Rules
from timeline.watchdog import TooSlowError, limit

AGENT = "timeline"
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_HOPS = 5
_ROBOTS = 500_000  # bytes of a robots.txt that are read
_CHUNK = 65_536
_HEADERS = {
    "User-Agent": f"{AGENT} (reads one page for a person)",
    "Accept": "text/html, application/xhtml+xml, text/plain, application/pdf, */*;q=0.1",
    "Accept-Encoding": "gzip",
    "Accept-Language": "zh, en;q=0.5",
}


class Visit(NamedTuple):
    """What lies at an address, and what its server says of it."""

    data: bytes
    type: str  # text/html
    charset: str | None


def _opener() -> OpenerDirector:
    """An opener that knows http and https alone, follows nothing, and goes through the proxy that is set."""
    opener = OpenerDirector()
    for handler in (ProxyHandler, HTTPHandler, HTTPSHandler, HTTPErrorProcessor, HTTPDefaultErrorHandler):
        opener.add_handler(handler())
    opener.addheaders = []
    return opener


def _split(address: str) -> SplitResult:
    """An address in the letters that servers know. Raises UnreadableError where it is none."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):
        host = ""
    if not host or not is_address(address.strip()):
        raise UnreadableError("read-no-address", address=address)
    host = f"[{host}]" if ":" in host else host
    path = quote(parts.path or "/", safe="/:=&?~+!$,;'@()*[]-._%")
    return SplitResult(parts.scheme.lower(), host + port, path, quote(parts.query, safe="/:=&?~+!$,;'@()*[]-._%"), "")


def _moved(here: str, place: str) -> SplitResult:
    """Where a server sends on to. Raises UnreadableError where that is no address."""
    try:
        return _split(urljoin(here, place))
    except ValueError as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError("read-no-address", address=place) from None


class _Packed:
    """What a server packed, perhaps in several pieces one behind the other; what stands behind the last is nothing."""

    def __init__(self) -> None:
        self._piece = zlib.decompressobj(wbits=47)

    def unpacked(self, chunk: bytes, most: int) -> bytes:
        """What the next bytes of it hold, and no more than may be."""
        data = b""
        while chunk and len(data) <= most:
            if self._piece.eof:
                if not chunk.startswith(b"\x1f"):  # as a piece of gzip begins
                    break
                self._piece = zlib.decompressobj(wbits=47)
            data += self._piece.decompress(chunk, most + 1 - len(data))
            chunk = self._piece.unused_data
        return data

    @property
    def whole(self) -> bool:
        """Whether the last piece has come to its end."""
        return self._piece.eof


class Visitor:
    """Visits addresses; asks each site once what may be read."""

    def __init__(self, size: int, seconds: float) -> None:
        self._size, self._seconds = size, seconds
        self._rules: dict[str, Rules | None] = {}
        self._opener = _opener()

    def visit(self, address: str) -> Visit:
        """What lies there. Raises UnreadableError, which says why nothing is read."""
        try:
            with limit(self._seconds):  # a server may send headers without end, each of them in time
                return self._visit(address)
        except TooSlowError:
            raise UnreadableError("read-timeout", seconds=f"{self._seconds:g}") from None

    def _visit(self, address: str) -> Visit:
        end = monotonic() + self._seconds
        here = _split(address)
        for _ in range(_HOPS + 1):
            if not self._allowed(here, end):
                raise UnreadableError("read-robots", site=here.netloc)
            with self._opened(here.geturl(), end) as answer:
                if answer.status in _REDIRECTS and (place := answer.headers.get("Location")):
                    here = _moved(here.geturl(), place)
                    continue
                if answer.status != 200:
                    raise UnreadableError("read-status", status=answer.status, words=answer.reason or "")
                return Visit(
                    self._taken(answer, self._size, end),
                    answer.headers.get_content_type() if answer.headers.get("Content-Type") else "",
                    answer.headers.get_content_charset(),
                )
        raise UnreadableError("read-redirects", count=_HOPS)

    def _opened(self, address: str, end: float) -> HTTPResponse:
        """The answer of a server, whatever its status."""
        left = end - monotonic()
        if left <= 0:
            raise UnreadableError("read-timeout", seconds=f"{self._seconds:g}")
        try:
            return cast(HTTPResponse, self._opener.open(Request(address, headers=_HEADERS), timeout=left))
        except HTTPError as error:
            return cast(HTTPResponse, error)
        except (URLError, OSError, HTTPException, ValueError) as error:
            raise self._failure(error) from None

    def _failure(self, error: Exception) -> UnreadableError:
        reason = getattr(error, "reason", error)
        if isinstance(reason, TimeoutError) or isinstance(error, TimeoutError):
            return UnreadableError("read-timeout", seconds=f"{self._seconds:g}")
        words = getattr(reason, "strerror", None) or str(reason) or type(error).__name__
        return UnreadableError("read-failed", reason=words)

    def _taken(self, answer: HTTPResponse, most: int, end: float) -> bytes:
        """What a server sends, unpacked. Raises UnreadableError where it is too much, too slow, or not all of it."""
        packed = answer.headers.get("Content-Encoding", "identity").strip().lower()
        if packed not in ("identity", "", "gzip", "x-gzip", "deflate"):
            raise UnreadableError("read-failed", reason=f"Content-Encoding: {packed}")
        pieces = _Packed() if packed not in ("identity", "") else None
        promised, taken, data = answer.length, 0, bytearray()
        try:
            while chunk := answer.read1(_CHUNK):
                taken += len(chunk)
                data += pieces.unpacked(chunk, most - len(data)) if pieces else chunk
                if max(len(data), taken) > most:
                    raise UnreadableError("read-too-large", size=size_words(most))
                if monotonic() > end:
                    raise UnreadableError("read-timeout", seconds=f"{self._seconds:g}")
            if promised and taken < promised:
                raise IncompleteRead(bytes(data), promised - taken)
            if pieces and taken and not pieces.whole:
                raise IncompleteRead(bytes(data))
        except (OSError, HTTPException, zlib.error) as error:
            raise self._failure(error) from None
        return bytes(data)

    def _allowed(self, here: SplitResult, end: float) -> bool:
        """Whether the site lets programs read the address. A site that cannot say so now is left alone."""
        site = f"{here.scheme}://{here.netloc}"
        if site not in self._rules:
            self._rules[site] = self._asked(site, end)
        rules = self._rules[site]
        return rules is not None and rules.allow(here.path + (f"?{here.query}" if here.query else ""))

    def _asked(self, site: str, end: float) -> Rules | None:
        """The rules of a site: none at all where it has no robots.txt; None where its server is out of order."""
        address = f"{site}/robots.txt"
        for _ in range(_HOPS + 1):
            with self._opened(address, end) as answer:
                if answer.status in _REDIRECTS and (place := answer.headers.get("Location")):
                    address = _moved(address, place).geturl()
                    continue
                if answer.status >= 500:
                    return None
                if answer.status != 200:
                    return Rules("", AGENT)
                try:
                    return Rules(self._taken(answer, _ROBOTS, end).decode("utf-8-sig", "replace"), AGENT)
                except UnreadableError:
                    return None
        return Rules("", AGENT)
