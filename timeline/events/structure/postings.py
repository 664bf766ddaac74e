"""The articles of a page, each with the day on which it was put there -> what happened or was told on that day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.drafts import raw_words
from timeline.events.language.sites import named_site
from timeline.events.structure.entries import first_sentence, goes_on, numbered_entries, tells, vague
from timeline.events.structure.lines import Found, Line, draft_of
from timeline.model import Document, EventKind, Posting, Resolution, Span

_TOLD_BY = 2  # lines of an article that say when it happened
_TO_THE_DAY = re.compile(r"-\d\d-\d\d")


def posted(document: Document, lines: Sequence[Line], articles: Sequence[Posting], found: Found) -> None:
    """An article is put on its page on the day that closes it, and is called as its first line says.

    A day over the text is that of what has no other.
    """
    dated = {article.line.start: article for article in articles}
    for line in lines:
        article, resolution = dated.get(line.at.start), line.dated()
        if article is None or resolution is None:
            continue
        if article.closed:
            title = raw_words(document, [article.head]).strip("#* 　")
            draft = draft_of(line, resolution, "published", title=title, kind=EventKind.PUBLICATION, minor=True)
            found.drafts.append(draft)
            found.used.add(line.number)
            continue
        below = [one for one in lines[line.number + 1 :] if one.at.end <= article.at.end]
        if below and (_happened(below) or _told(document, line, resolution, article, below, found)):
            found.used.add(line.number)


def _happened(article: Sequence[Line]) -> bool:
    """Whether the text of an article tells when it happened."""
    return any(
        resolution.when is not None and _TO_THE_DAY.search(resolution.when.edtf or "") and not vague(resolution)
        for line in article[:_TOLD_BY]
        for resolution in line.resolutions
    )


def _told(
    document: Document, line: Line, resolution: Resolution, article: Posting, below: Sequence[Line], found: Found
) -> bool:
    """What an article tells of the day above it: as its headline says, the one line below, or the first sentence."""
    head = Span(article.head.start, min(article.head.end, below[0].at.end))
    if head.start < line.at.start or tells(below[0], of_a_day=True):
        named = below[0].bare_text if head.start > line.at.start else head
        title, place = raw_words(document, [named]).strip("#* 　"), raw_words(document, [named_site(document, named)])
        context = Span(min(line.at.start, head.start), max(line.at.end, head.end))
        draft = draft_of(line, resolution, "date line", title=title, place=place, at=named, context=context)
        found.drafts.append(draft)
        found.used.update(one.number for one in (below[0],) if one.at.start == head.start)
        found.used.update((line.number - 1,) if head.start < line.at.start else ())
    elif goes_on(below[0]):
        first_sentence(document, line, below[0], found)
        numbered_entries(document, line, below, found)
    else:
        return False
    return True
