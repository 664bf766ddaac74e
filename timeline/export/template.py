"""Timeline and a template of the user's -> any text; jinja2 fills it in and comes with an extra.

What stands in the template is trusted, what comes from a document is not: by the suffix of the template's own name it
is escaped for Markdown (.md) or for HTML (.html, .xml), so no document can break what the template makes. See
docs/templates.md.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.export import table
from timeline.export.grouping import months, observances
from timeline.export.markdown import escaped
from timeline.export.options import Options
from timeline.export.terminal import date_of_month
from timeline.export.wording import day_of_publication, doubts, listed, note_words, one_line, sources, summary, title
from timeline.model import Event, Timeline

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATE_SUFFIXES = (".j2", ".jinja", ".jinja2")
_MARKDOWN = (".md", ".markdown")
_MARKUP = (".html", ".htm", ".xhtml", ".xml", ".svg")

Object = dict[str, Any]


class TemplateError(Exception):
    """Why a template cannot be used, and where."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line, self.reason = line, reason


def made_by(path: Path) -> str:
    """The name of the file that a template makes.

    >>> made_by(Path("page.md.j2")), made_by(Path("themes/list.html"))
    ('page.md', 'list.html')
    """
    return path.stem if path.suffix in _TEMPLATE_SUFFIXES else path.name


def render(path: Path, timeline: Timeline, options: Options) -> str:
    """The timeline as the template has it."""
    import jinja2

    path.read_bytes()  # what cannot be read is said by the system's own word
    try:
        template = _environment(path).get_template(path.name)
        return template.render(view(timeline, options))
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(error.lineno, error.message or "") from None
    except Exception as error:  # whatever an expression of the template does
        raise TemplateError(_line(error, path), str(error)) from None


def _line(error: Exception, path: Path) -> int:
    """The last line of the template that was at work."""
    line, at = 1, error.__traceback__
    while at:
        if at.tb_frame.f_code.co_filename == str(path):
            line = at.tb_lineno
        at = at.tb_next
    return line


def _environment(path: Path) -> Environment:
    """Where templates run: they read what lies in their folder and nothing else, and change nothing."""
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    suffix = Path(made_by(path)).suffix
    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda name: _source(path, name)),
        undefined=StrictUndefined,
        autoescape=suffix in (*_MARKDOWN, *_MARKUP),
        finalize=_markdown() if suffix in _MARKDOWN else None,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["markdown"] = _markdown()
    return environment


def _source(path: Path, name: str) -> tuple[str, str, Callable[[], bool]] | None:
    """A template that lies in the folder of the first one, or below it; a link may lead elsewhere."""
    file, folder = path.parent / name, path.parent.resolve()
    if name != path.name and not file.resolve().is_relative_to(folder):
        return None
    return (file.read_text(encoding="utf-8"), str(file), lambda: True) if file.is_file() else None


def _markdown() -> Callable[[object], object]:
    """What makes words of the page of the words of a document."""
    from markupsafe import Markup

    return lambda value: value if isinstance(value, Markup) else Markup(escaped(str(value)))


# --- what a template is given -----------------------------------------------------------------------------------------


def view(timeline: Timeline, options: Options) -> Object:
    """The timeline as a template sees it: texts, numbers, days and lists."""
    language, shown = options.language, listed(timeline, options)
    events = {event.uid: _event(event, timeline, language) for event in shown}
    named = observances(timeline)
    divisions = [
        {
            "name": month.heading(language),
            "year": month.year,
            "month": month.month,
            "days": [
                {
                    "day": day.day,
                    "name": date_of_month(day, language) or month.unknown_day(language),
                    "observance": named.get(day.day, "") if day.day else "",
                    "events": [events[event.uid] for event in day.events],
                }
                for day in month.days
            ],
        }
        for month in months(shown)
    ]
    numbered = sources(timeline)
    return {
        "title": title(timeline, language),
        "summary": summary(timeline, shown, language),
        "language": language,
        "events": list(events.values()),
        "months": divisions,
        "sources": [
            {
                "number": source.number,
                "name": source.story.document.name,
                "title": one_line(source.story.document.title or ""),
                "published": day_of_publication(source.story),
            }
            for source in numbered.values()
        ],
        "doubts": [
            note_words(note, numbered[note.document].story.document if note.document in numbered else None, language)
            for note in doubts(timeline)
        ],
    }


def _event(event: Event, timeline: Timeline, language: str) -> Object:
    """The columns of the tables, empty texts for what is missing; organisers and evidence as lists."""
    (row,) = table.rows([event], timeline, language)
    numbered = sources(timeline)
    return {
        **{name: "" if cell is None and table.COLUMNS[name] is str else cell for name, cell in row.items()},
        "organisers": [one_line(name) for name in event.organisers],
        "evidence": [
            {
                "source": numbered[seen.document].number if seen.document in numbered else seen.document,
                "line": seen.line,
                "text": one_line(seen.text),
            }
            for seen in event.evidence
        ],
    }
