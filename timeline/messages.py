"""Says a rule, a note or an error in the reader's language: gettext, with the catalogues of `locale/`.

>>> say("en", "date-day", year=2022, month=5, month_name="May", day=15)
'15 May 2022'
>>> say("zh", "date-day", year=2022, month=5, month_name="May", day=15)
'2022年5月15日'
>>> say("en", "count-events", count=1), say("en", "count-events", count=2)
('1 event', '2 events')
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations
from importlib import resources

LANGUAGES = ("en", "zh")


class _Values(dict[str, object]):
    """What is filled in; a value that is missing shows."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


@cache
def _catalogue(language: str) -> GNUTranslations:
    file = resources.files("timeline").joinpath("locale", language, "LC_MESSAGES", "timeline.mo")
    with file.open("rb") as opened:
        return GNUTranslations(opened)


def _template(language: str, name: str, values: Mapping[str, object]) -> str:
    """The text of that name, in the form that goes with the count."""
    texts, count = _catalogue(language), str(values.get("count", ""))
    if count.isdecimal() and (text := texts.ngettext(name, name, int(count))) != name:
        return text
    return texts.gettext(name)


def say(language: str, name: str, /, **values: object) -> str:
    """The text of that name, filled in with the values. A text that is missing is said by its name."""
    template = _template(language, name, values)
    if template == name:
        return " ".join([name, *(f"{key}={value}" for key, value in values.items())])
    return template.format_map(_Values(values))
