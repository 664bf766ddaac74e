r"""The streams of a PDF, however they are packed and written -> whether one of them grows beyond all use.

>>> grows(b"1 0 obj <<>> stream\n" + zlib.compress(b"0 0 m") + b"endstream")
False
"""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from collections.abc import Callable, Iterable, Iterator

_STREAM = re.compile(rb"(?<!end)stream\s+")
_HEX = re.compile(rb"[0-9A-Fa-f\s]*")
_BASE_85 = re.compile(rb"[!-uz\s]*")
_HEAD = 20  # bytes that tell how a stream is written
LARGEST = 100_000_000  # bytes that a stream may unpack to: a page of colours at 600 dots an inch
_LAYERS = 8  # of packing: who packs more often means no good
_PIECE = 1 << 20

Layer = Callable[[Iterable[bytes]], Iterator[bytes]]


def _unpacked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What zlib makes of some bytes, piece by piece; no more of it than is whole."""
    unpack = zlib.decompressobj()
    for piece in pieces:
        rest = piece
        while rest and not unpack.eof:
            try:
                yield unpack.decompress(rest, _PIECE)
            except zlib.error:
                return
            rest = unpack.unconsumed_tail
        if unpack.eof:
            return


def _of_hex(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What digits say, two a byte, as far as there are whole ones."""
    rest = b""
    for piece in pieces:
        written = _led(_HEX, piece)
        digits = rest + b"".join(written.split())
        end = len(digits) // 2 * 2
        rest = digits[end:]
        yield bytes.fromhex(digits[:end].decode())
        if len(written) < len(piece):
            return


def _of_base_85(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What letters say, five for four bytes, as far as there are whole ones."""
    rest = b""
    for piece in pieces:
        written = _led(_BASE_85, piece)
        letters = rest + b"".join(written.split()).replace(b"z", b"!!!!!")
        end = len(letters) // 5 * 5
        rest = letters[end:]
        try:
            yield a85decode(letters[:end])
        except ValueError:  # more than four bytes can hold
            return
        if len(written) < len(piece):
            return


def _led(pattern: re.Pattern[bytes], piece: bytes) -> bytes:
    """What a piece begins with."""
    match = pattern.match(piece)
    return match[0] if match else b""


def _layer(head: bytes, deepest: int = _LAYERS) -> Layer | None:
    """How what begins so is to be unpacked; digits and letters count where something packed is written with them."""
    if len(head) > 1 and head[0] & 0x8F == 8 and (head[0] << 8 | head[1]) % 31 == 0:  # as zlib begins
        return _unpacked
    written = _of_hex if len(_led(_HEX, head)) == len(head) else _of_base_85
    below = b"".join(written([head]))
    return written if below and deepest and _layer(below, deepest - 1) else None


def grows(data: bytes) -> bool:
    """Whether a stream would unpack to more than may be, packed twice or more included: the library asks nobody."""
    for stream in _STREAM.finditer(data):
        layers: list[Layer] = []
        head = data[stream.end() : stream.end() + _HEAD]
        while len(layers) < _LAYERS and (layer := _layer(head)):
            layers.append(layer)
            pieces: Iterable[bytes] = (data[i : i + _PIECE] for i in range(stream.end(), len(data), _PIECE))
            for each in layers:
                pieces = each(pieces)
            size, head = 0, b""
            for piece in pieces:
                size += len(piece)
                head = head or piece[:_HEAD]
                if size > LARGEST:
                    return True
    return False
