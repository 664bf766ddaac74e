r"""A mailbox, one mail behind the other, each under a line that begins with From -> its mails.

>>> [part.name for part in contents(b"From a 2020\nSubject: x\n\nFrom b 2021\nSubject: y\n")]
['1.eml', '2.eml']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.read.content import UNTOLD, Part, UnreadableError, Wish

_FROM = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*\n")


def contents(data: bytes, wish: Wish = UNTOLD) -> Iterator[Part]:  # noqa: ARG001
    """The mails, numbered."""
    begins = list(_FROM.finditer(data))
    if not begins:
        raise UnreadableError("read-no-mail")
    ends = [*(match.start() for match in begins[1:]), len(data)]
    for number, (match, end) in enumerate(zip(begins, ends, strict=True), start=1):
        yield Part(f"{number}.eml", data[match.end() : end])
