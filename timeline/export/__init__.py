"""Timeline -> bytes; one module a format, listed here."""

from __future__ import annotations

EXPORTERS: tuple[object, ...] = ()
