"""The catalogues of messages as their translators write them."""

from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from timeline.messages import LANGUAGES

LOCALE = Path(__file__).parent.parent / "timeline" / "locale"


def source(language: str) -> Path:
    """Where the texts of a language are written."""
    return LOCALE / language / "LC_MESSAGES" / "timeline.po"


@cache
def catalogue(language: str) -> Catalog:
    """All texts of a language, with their plural forms."""
    with source(language).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


@cache
def rows() -> dict[str, dict[str, tuple[str, ...]]]:
    """Each name, and its forms in each language."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for language in LANGUAGES:
        for message in catalogue(language):
            name, *_ = message.id if isinstance(message.id, tuple) else (message.id,)
            forms = message.string if isinstance(message.string, tuple) else (message.string,)
            if name:
                found.setdefault(name, {})[language] = forms
    return found
