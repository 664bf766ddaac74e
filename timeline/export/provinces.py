"""A place -> the province it lies in, as the table of divisions writes it and as people call it."""

from __future__ import annotations

import re

from timeline.events.language.divisions import named
from timeline.export.wording import one_line
from timeline.text.folding import fold

_CALLED = re.compile(r"(?P<of>.{2,3})(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|省)|(?P<city>北京|天津|上海|重庆)市")


def region(place: str | None) -> str:
    """The province of a place, in the words of the table of divisions; else the place itself.

    >>> region("河南省鄭州市殘疾人康復中心"), region("大庆市"), region("Kyoto")
    ('河南省', '黑龙江省', 'Kyoto')
    """
    place = one_line(place or "")
    return next((path[0] for _, path in named(fold(place))), place)


def called(name: str) -> str:
    """A province by the name that people call it; any other place as it is.

    >>> called("黑龙江省"), called("内蒙古自治区"), called("上海市"), called("大庆市")
    ('黑龙江', '内蒙古', '上海', '大庆市')
    """
    match = _CALLED.fullmatch(name)
    return (match["of"] or match["city"]) if match else name
