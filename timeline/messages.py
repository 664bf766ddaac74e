"""Says a rule, a note or an error in the reader's language, from the rows of `data/messages/`.

>>> say("en", "date-day", year=2022, month=5, month_name="May", day=15)
'15 May 2022'
>>> say("zh", "date-day", year=2022, month=5, month_name="May", day=15)
'2022年5月15日'
>>> say("en", "count-events", count=1), say("en", "count-events", count=2)
('1 event', '2 events')
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from string import Formatter
from typing import Any

LANGUAGES = ("en", "zh")


class _Speaker(Formatter):
    """`str.format` for people: `{count:event|events}` is the word that goes with the count; a missing value shows."""

    def get_value(self, key: int | str, args: Any, kwargs: Mapping[str, Any]) -> Any:  # noqa: ARG002
        return kwargs.get(str(key), f"{{{key}}}")

    def format_field(self, value: Any, format_spec: str) -> str:
        if "|" in format_spec:
            one, many = format_spec.split("|")
            return one if str(value) == "1" else many
        return str(value)


_SPEAKER = _Speaker()


@cache
def rows() -> Mapping[str, Mapping[str, str]]:
    """Every row: its name, then its text in each language."""
    folder = resources.files("timeline").joinpath("data/messages")
    found: dict[str, Mapping[str, str]] = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            found.update(tomllib.loads(file.read_text(encoding="utf-8")))
    return found


def say(language: str, row: str, /, **values: object) -> str:
    """The row in that language, its places filled with the values. A row that is missing is said by its name."""
    texts = rows().get(row)
    if texts is None:
        return " ".join([row, *(f"{name}={value}" for name, value in values.items())])
    return _SPEAKER.vformat(texts[language], (), values)
