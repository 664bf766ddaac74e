"""Timeline -> what a page says of itself to Hugo, Jekyll or MkDocs, as YAML."""

from __future__ import annotations

import json
from collections.abc import Iterator

from timeline.export.options import FrontMatter, Options
from timeline.export.wording import day_of_publication, listed, summary, title
from timeline.model import Timeline


def names_the_page(options: Options) -> bool:
    """Whether the site prints the title above the page, which then must not do so again."""
    return options.front_matter in (FrontMatter.HUGO, FrontMatter.JEKYLL)


def front_matter(timeline: Timeline, options: Options) -> Iterator[str]:
    """The lines before the page; none where no site was named."""
    if options.front_matter is None:
        return
    yield "---"
    if options.front_matter is FrontMatter.JEKYLL:
        yield "layout: page"
    if names_the_page(options):  # MkDocs takes it from the page's own heading
        yield f"title: {_quoted(title(timeline, options.language))}"
        days = [day for story in timeline.stories if (day := day_of_publication(story))]
        if options.stamp or days:
            yield f"date: {(options.stamp.date() if options.stamp else max(days)).isoformat()}"
    yield f"description: {_quoted(summary(timeline, listed(timeline, options), options.language))}"
    yield "---"
    yield ""


# Themes put these texts into their pages, some of them as they are.
_NO_TAG = str.maketrans("<>", "＜＞")


def _quoted(text: str) -> str:
    """A text as a string of JSON, which is one of YAML too."""
    return json.dumps(text.translate(_NO_TAG), ensure_ascii=False)
