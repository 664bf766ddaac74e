"""The bracket behind a thing -> what one does for it on another day: 故事会(5月22日9:00起预约,额满即止)."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.events.drafts import Draft, raw_words
from timeline.events.language.words import pattern
from timeline.events.structure.lines import Line, draft_of, is_clock
from timeline.model import Document, Span
from timeline.text.folding import fold

_NAME = 24  # characters of the name of a thing with what is done for it


def in_bracket(document: Document, line: Line, bracket: Span, title: str, context: Span) -> list[Draft]:
    """The 预约 of a thing, its 报名, its 领票: each clause of the bracket with a day and such a step."""
    found = []
    for clause in re.finditer(r"[^,;。]+", bracket.of(document.text)):
        at = Span(bracket.start + clause.start(), bracket.start + clause.end())
        inside = [one for one in line.resolutions if at.start <= one.expression.at.start < at.end]
        resolution = next((one for one in inside if one.when and one.when.edtf and not is_clock(one)), None)
        step = pattern("second").search(clause[0])
        if resolution is None or step is None or step[0] in fold(title):
            continue
        noun = raw_words(document, [Span(at.start + step.start(), at.start + step.end())])
        draft = draft_of(line, resolution, "second key", title=f"{title[:_NAME]}{noun}", context=context)
        when = replace(draft.when, edtf=(draft.when.edtf or "").removesuffix("/..")) if draft.when.time else draft.when
        found.append(replace(draft, when=when, at=at, clauses=(at,)))
    return found
