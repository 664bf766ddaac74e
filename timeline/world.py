"""What the machine says and no argument does: day, locale, environment, terminal. No other module asks for them."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime

_WIDTHS = (40, 120)  # columns of a terminal that a timeline makes use of
_PLAIN_WIDTH = 80


def today() -> date:
    """The day on the wall of whoever types, in no zone but theirs; asked only for --today."""
    return datetime.now().date()  # noqa: DTZ005


def language() -> str:
    """The language of the locale, as far as the program speaks it."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "zh" if locale.lower().startswith("zh") else "en"


def source_date_epoch() -> str:
    """SOURCE_DATE_EPOCH, as reproducible-builds.org defines it; empty where it is not set."""
    return os.environ.get("SOURCE_DATE_EPOCH", "")


def token() -> str:
    """The secret part of the addresses that `timeline serve` answers to; empty where none is set."""
    return os.environ.get("TIMELINE_TOKEN", "")


def password(address: str, user: str) -> str:
    """The password for an address: TIMELINE_PASSWORD, else what the system's keyring holds, else none."""
    if given := os.environ.get("TIMELINE_PASSWORD"):
        return given
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:  # it is no part of any extra: who has it uses it
        return ""
    try:
        return keyring.get_password(address, user) or ""
    except KeyringError:
        return ""


def width() -> int:
    """The columns to write for."""
    if not sys.stdout.isatty():
        return _PLAIN_WIDTH
    import shutil  # not at the top: most runs are over before they write

    return min(max(shutil.get_terminal_size().columns, _WIDTHS[0]), _WIDTHS[1])


def colour() -> bool:
    """Whether colour is seen and wanted (no-color.org)."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("NO_COLOR")


def height() -> int:
    """The lines that a terminal shows at once; 0 where nobody can turn pages."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        return 0
    import shutil

    return shutil.get_terminal_size().lines


def prepare_pager() -> None:
    """Tells less, which asks the locale, what it is about to get."""
    if sys.stdout.encoding.lower() == "utf-8":
        os.environ.setdefault("LESSCHARSET", "utf-8")


def watched() -> bool:
    """Whether somebody sees what is said beside the output."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
