"""Answers a second of `timeline serve` to apps that have the newest version, alone and while slow clients hang on.

    python benchmarks/feed.py [--seconds 5] [--slow 500]

The server runs in a process of its own; the asking is done here, so on two cores each has one.
"""

from __future__ import annotations

import argparse
import asyncio
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def answered(port: int, etag: bytes, until: float) -> int:
    """How many conditional requests one connection had answered with 304."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    request = b"GET /timeline.ics HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: " + etag + b"\r\n\r\n"
    count = 0
    while time.monotonic() < until:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        assert b" 304 " in head.split(b"\r\n", 1)[0], head
        count += 1
    writer.close()
    return count


async def measure(port: int, seconds: float, slow: int) -> float:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"HEAD /timeline.ics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    head = await reader.read()
    etag = next(line.split(b": ", 1)[1] for line in head.split(b"\r\n") if line.lower().startswith(b"etag"))
    hanging = [await asyncio.open_connection("127.0.0.1", port) for _ in range(slow)]
    for _, out in hanging:
        out.write(b"GET /timeline.ics HTTP/1.1\r\nHost: local")  # and never the rest
    started = time.monotonic()
    counts = await asyncio.gather(*(answered(port, etag, started + seconds) for _ in range(8)))
    rate = sum(counts) / (time.monotonic() - started)
    for _, out in hanging:
        out.close()
    return rate


def main() -> None:
    """Prints the two figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--slow", type=int, default=500)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        command = [sys.executable, "-m", "timeline", "serve", folder, "--watch", "seeds", "--port", str(port)]
        server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            for _ in range(600):  # a minute, for machines that are busy
                time.sleep(0.1)
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
            for slow in (0, asked.slow):
                rate = asyncio.run(measure(port, asked.seconds, slow))
                print(f"{slow:>5} slow clients: {rate:>7.0f} answers of 304 a second")
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
