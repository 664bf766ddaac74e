"""A folder -> the manifest that says that it holds shards, of which version, and what was read for them."""

from __future__ import annotations

import json
from typing import Any

from timeline.corpus import MANIFEST, SCHEMA_VERSION
from timeline.corpus.addresses import AddressError, joined, read


class CorpusError(ValueError):
    """A folder that cannot be gone on with; `rule` names what is said of it."""

    def __init__(self, rule: str, **values: object) -> None:
        super().__init__(rule)
        self.rule, self.values = rule, values


def manifest_of(folder: str) -> dict[str, Any] | None:
    """The manifest of a folder of shards; None where it is none.

    Raises CorpusError where it is of a later version, and AddressError where the folder cannot be reached.
    """
    try:
        found = json.loads(read(joined(folder, MANIFEST)))
    except AddressError:
        raise
    except (OSError, ValueError):
        return None
    if not isinstance(found, dict) or "shards" not in found:
        return None
    if found.get("version", 0) > SCHEMA_VERSION:
        raise CorpusError("corpus-newer", path=folder)
    return found
