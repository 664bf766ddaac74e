"""Templates of the user's: what they are given, that no document breaks what they make, that mistakes are told."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.export.samples import ROWS, story_of, timeline_of
from timeline.export.options import Options
from timeline.export.table import COLUMNS
from timeline.export.template import TemplateError, made_by, render, view
from timeline.model import Timeline, When

DOCS = Path(__file__).parents[2] / "docs" / "templates.md"


def filled(folder: Path, name: str, text: str, timeline: Timeline, **options: object) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return render(path, timeline, Options(**options))  # type: ignore[arg-type]


def test_the_example_of_the_docs_is_run(tmp_path: Path) -> None:
    import timeline

    text = DOCS.read_text(encoding="utf-8")
    (template,) = re.findall(r"```jinja\n(.*?)```", text, re.S)
    (made,) = re.findall(r"```markdown\n(.*?)```", text, re.S)
    (notice,) = re.findall(r"```text\n(.*?)```", text, re.S)
    told = filled(tmp_path, "agenda.md.j2", template, timeline.build([timeline.document("notice.txt", notice)]))
    # How the program words a title may grow better; all else stands as the docs have it.
    assert re.sub("：.+", "", told) == re.sub("：.+", "", made)
    assert made.count("\n") > 5


def test_the_docs_name_all_that_is_given(timeline: Timeline) -> None:
    text = DOCS.read_text(encoding="utf-8")
    given = view(timeline, Options())
    (month, day, event) = (given["months"][0], given["months"][0]["days"][0], given["events"][0])
    for name in {*given, *month, *day, *event, *given["sources"][0], *event["evidence"][0]}:
        assert re.search(rf"`(?:months\[\]\.)?{name}`", text), name
    assert set(event) == {*COLUMNS, "evidence"}


def test_events_stand_under_their_days(timeline: Timeline, tmp_path: Path) -> None:
    days = "{% for d in m.days %}{{ d.name }}={{ d.events|length }};{% endfor %}"
    text = f"{{% for m in months %}}{{{{ m.name }}}}:{days}|{{% endfor %}}"
    divisions = filled(tmp_path, "a.txt", text, timeline).split("|")
    assert divisions[2].startswith("2022年5月:日子不详=1;5月8日 星期日=1;5月9日 星期一=1;")
    assert divisions[-2:] == ["没有确定日期:=1;", ""]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", "<b>*1*</b>"),
        ("a.md", r"\<b\>\*1\*\</b\>"),
        ("a.html.j2", "&lt;b&gt;*1*&lt;/b&gt;"),
        ("a.xml.jinja", "&lt;b&gt;*1*&lt;/b&gt;"),
    ],
)
def test_documents_are_escaped_for_what_is_made(name: str, expected: str, tmp_path: Path) -> None:
    timeline = timeline_of(story_of((("5月12日", When(edtf="2022-05-12"), "<b>*1*</b>", {}),)))
    assert filled(tmp_path, name, "{{ events[0].title }}", timeline) == expected
    macro = "{% macro bold(text) %}**{{ text }}**{% endmacro %}{{ bold(events[0].title) }}"
    assert filled(tmp_path, name, macro, timeline) == f"**{expected}**"
    assert filled(tmp_path, name, "{{ events[0].title|safe }}", timeline) == "<b>*1*</b>"


@settings(max_examples=100, deadline=None)
@given(title=st.text(min_size=1))
def test_no_document_adds_an_element(title: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp()
    timeline = timeline_of(story_of((("5月12日", When(edtf="2022-05-12"), title, {"place": title}),)))
    text = "# A\n\n- {{ events[0].date }}：{{ events[0].title }}，{{ events[0].place }}。\n"
    html = MarkdownIt("commonmark", {"html": True}).render(filled(folder, "p.md", text, timeline))
    assert re.findall(r"<[^>]+>", html) == ["<h1>", "</h1>", "<ul>", "<li>", "</li>", "</ul>"]
    page = filled(folder, "p.html", "<i title='{{ events[0].title }}'>{{ events[0].title }}</i>", timeline)
    assert len(re.findall("[<>'\"]", page)) == 6


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{{ title }}\n{% for %}", 2),
        ("\n\n{{ nothing.there }}", 3),
        ("{{ title }}\n{{ 1 / 0 }}", 2),
        ("{{ ''.__class__.__mro__ }}", 1),
        ("{% include '../secret.txt' %}", 1),
        ("{% if events.clear() %}{% endif %}", 1),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, line: int, timeline: Timeline, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "themes").mkdir()
    with pytest.raises(TemplateError) as told:
        filled(tmp_path / "themes", "a.txt", text, timeline)
    assert told.value.line == line
    assert told.value.reason


ESCAPES = """
{{ ''.__class__.__mro__[1].__subclasses__() }}
{{ ''|attr('__class__') }}
{{ title['__class__'] }}
{{ cycler.__init__.__globals__.os }}
{{ joiner.__init__.__globals__ }}
{{ namespace.__init__.__globals__ }}
{{ lipsum.__globals__['os'] }}
{{ self._TemplateReference__context }}
{{ self.__init__.__globals__ }}
{{ '{0.__class__}'.format(title) }}
{{ '{x.__class__}'.format_map({'x': title}) }}
{{ title.format.__globals__ }}
{{ dict.mro() }}
{{ events|groupby('__class__') }}
{{ events|selectattr('__class__')|list }}
{{ events|sort(attribute='__class__')|list }}
{% for each in [].__class__.__base__.__subclasses__() %}{{ each }}{% endfor %}
{% macro m() %}{{ m.__globals__ }}{% endmacro %}{{ m() }}
{{ request.application }}
{{ config.items() }}
{{ range(10**9)|list }}
{{ events.append(1) }}
{{ events[0].update({'title': ''}) }}
{{ events[0].pop('title') }}
{% include '../secret.txt' %}
{% include '/etc/hostname' %}
{% include 'link.txt' %}
{% import '../secret.txt' as x %}
{% extends 'inner/../../secret.txt' %}
{% from 'link.txt' import x %}
""".strip().splitlines()


@pytest.mark.parametrize("escape", ESCAPES)
def test_no_template_gets_out_of_its_sandbox_and_its_folder(escape: str, timeline: Timeline, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "link.txt").symlink_to(tmp_path / "secret.txt")
    before = view(timeline, Options())
    with pytest.raises(TemplateError):
        filled(tmp_path / "themes", "a.txt", escape, timeline)
    assert view(timeline, Options()) == before


def test_a_template_may_be_a_link_and_include_what_lies_below(timeline: Timeline, tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "head.txt").write_text("{{ title }}!", encoding="utf-8")
    (tmp_path / "true.txt").write_text("{% include 'parts/head.txt' %}", encoding="utf-8")
    (tmp_path / "a.txt").symlink_to(tmp_path / "true.txt")
    assert render(tmp_path / "a.txt", timeline, Options()) == "活动预告!"


def test_what_lies_beside_can_be_included(timeline: Timeline, tmp_path: Path) -> None:
    (tmp_path / "head.txt").write_text("{{ title }}!", encoding="utf-8")
    assert filled(tmp_path, "a.txt", "{% include 'head.txt' %}", timeline) == "活动预告!"


@pytest.mark.parametrize("name", ["page.md", "page.md.j2", "page.md.jinja2", "page.md.jinja"])
def test_the_file_is_called_as_the_template(name: str) -> None:
    assert made_by(Path("themes") / name) == "page.md"


def test_the_same_timeline_gives_the_same_text(timeline: Timeline, tmp_path: Path) -> None:
    text = "{% for e in events %}{{ e }}{% endfor %}"
    made = filled(tmp_path, "a.txt", text, timeline, everything=True)
    assert made == filled(tmp_path, "a.txt", text, timeline_of(story_of(ROWS)), everything=True)
