"""What every exporter must do, whatever its format."""

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.export.samples import ROWS, story_of, timeline_of
from timeline.export import DEFAULTS, EXPORTERS, Exporter, encoded
from timeline.export.options import Options
from timeline.export.wording import one_line
from timeline.merge import merge
from timeline.messages import LANGUAGES
from timeline.model import Timeline, Weight, When
from timeline.pipeline import build
from timeline.read import calendar
from timeline.text import document

WHOLE = ("json", "jsonl", "parquet", "html")  # minor events as well, each with its weight
every = pytest.mark.parametrize("exporter", EXPORTERS, ids=[exporter.NAME for exporter in EXPORTERS])


def read(exporter: Exporter, timeline: Timeline, options: Options) -> str:
    """What is written, as text."""
    made = encoded(exporter, timeline, options)
    return str(pyarrow.parquet.read_table(BytesIO(made)).to_pylist()) if exporter.NAME == "parquet" else made.decode()


def test_names_and_suffixes_are_their_own() -> None:
    assert len({e.NAME for e in EXPORTERS}) == len({e.SUFFIX for e in EXPORTERS}) == len(EXPORTERS)
    assert set(DEFAULTS) == {"ics", "markdown", "html", "json"}


@every
def test_the_same_timeline_gives_the_same_bytes(exporter: Exporter, timeline: Timeline) -> None:
    for options in (Options(), Options(language="en", everything=True)):
        assert encoded(exporter, timeline, options) == encoded(exporter, timeline_of(story_of(ROWS)), options)


@every
def test_another_day_zone_and_locale_change_no_byte(exporter: Exporter) -> None:
    code = (
        "import sys; sys.path.insert(0, '.')\n"
        "from tests.export.samples import ROWS, story_of, timeline_of\n"
        "from timeline.export import EXPORTERS, encoded\nfrom timeline.export.options import Options\n"
        f"exporter = next(e for e in EXPORTERS if e.NAME == {exporter.NAME!r})\n"
        "sys.stdout.buffer.write(encoded(exporter, timeline_of(story_of(ROWS)), Options(everything=True)))"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for zone, locale, seed in (("Asia/Shanghai", "C.UTF-8", "1"), ("America/New_York", "POSIX", "2"))
    }
    assert len(made) == 1
    assert made.pop() == encoded(exporter, timeline_of(story_of(ROWS)), Options(everything=True))


@every
def test_no_byte_tells_when_the_export_was_made(exporter: Exporter, timeline: Timeline) -> None:
    text = read(exporter, timeline, Options(everything=True))
    text = re.sub(r"(?s)<style>.*?</style>|<svg.*?</svg>|'sha256-[^']+'|#x27;sha256-\S+", "", text)
    years = {int(year) for year in re.findall(r"(?<!\d)(20[2-9]\d)", text)}
    assert years <= {2022}


@every
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_event_that_it_holds_is_named(exporter: Exporter, language: str, timeline: Timeline) -> None:
    for everything in (False, True):
        options = Options(language=language, everything=everything, width=200)
        text = read(exporter, timeline, options).replace("\r\n ", "")
        held = exporter.holds(timeline, options)
        assert all(event.title in text for event in held)
        if exporter.NAME not in WHOLE:
            assert everything or not any(event.weight is Weight.MINOR for event in held)


@every
def test_a_timeline_without_events_is_still_a_file(exporter: Exporter, empty: Timeline) -> None:
    made = encoded(exporter, empty, Options())
    assert made.endswith((b"\n", b"PAR1")) or (exporter.NAME, made) == ("jsonl", b"")


@every
@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_each_kind_of_date_can_be_written(exporter: Exporter, row: tuple, of) -> None:  # type: ignore[no-untyped-def, type-arg]
    for language in LANGUAGES:
        assert encoded(exporter, of(row), Options(language=language))


HOSTILE = [
    "<script>alert(1)</script>",
    "](javascript:alert(1))",
    "END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x",
    "\x1b[31mred\x1b]0;title\x07",
    "=HYPERLINK(1)",
    "\u202egnirts",
    "a\x00b\x85c\u2028d",
    "\\n\\,\\;",
    "# - * + > 1. | `x` ~~y~~ $z$ &amp; &#60;",
]


@every
@pytest.mark.parametrize("text", HOSTILE)
def test_no_control_character_of_a_document_gets_out(exporter: Exporter, text: str, of) -> None:  # type: ignore[no-untyped-def]
    timeline = of(
        ("5月12日", When(edtf="2022-05-12"), text, {"place": text, "organisers": (text,), "description": text})
    )
    made = read(exporter, timeline, Options())
    if exporter.NAME not in ("json", "jsonl"):  # there it is escaped, or the text as it was read
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", made)


@every
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(min_size=1), place=st.text(), description=st.text(max_size=80))
def test_no_text_stops_an_export(exporter: Exporter, title: str, place: str, description: str) -> None:
    more = {"place": place, "description": description}
    timeline = timeline_of(story_of((("5月12日", When(edtf="2022-05-12"), title, more),)))
    for language in LANGUAGES:
        assert encoded(exporter, timeline, Options(language=language))


def test_one_line_is_one_line() -> None:
    assert one_line(" a\r\n\tb\u3000c\x1b\u202e\u2066d ") == "a b cd"


def test_json_is_json(timeline: Timeline) -> None:
    (exporter,) = [exporter for exporter in EXPORTERS if exporter.NAME == "json"]
    data = json.loads(encoded(exporter, timeline, Options()))
    assert [event["title"] for event in data["events"]] == [event.title for event in timeline.events]
    assert data["sources"][0]["source"] == "notice.txt"
    assert {note["severity"] for note in data["notes"]} == {"doubt", "info"}


def test_the_stamp_changes_only_the_calendar(timeline: Timeline) -> None:
    stamp = datetime(2020, 1, 1, tzinfo=UTC)
    for exporter in EXPORTERS:
        changed = encoded(exporter, timeline, Options()) != encoded(exporter, timeline, Options(stamp=stamp))
        assert changed == (exporter.NAME in ("ics", "html"))


CALENDAR = "\r\n".join(
    (
        *("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", "DTSTART;VALUE=DATE:20220512", "SUMMARY:读书会"),
        *("LOCATION:图书馆", "END:VEVENT", "BEGIN:VEVENT", "UID:b", "DTSTART;VALUE=DATE:20220530", "SUMMARY:报送总结"),
        *("END:VEVENT", "END:VCALENDAR", ""),
    )
)


@every
def test_events_of_a_calendar_are_written_though_no_words_of_a_text_date_them(exporter: Exporter) -> None:
    written = read(exporter, merge((calendar.story("a.ics", CALENDAR.encode()),)), Options())
    assert "读书会" in written
    assert "报送总结" in written
    assert "图书馆" in written


@every
def test_a_day_that_another_document_gives_is_told_with_it(exporter: Exporter) -> None:
    text = "活动通知\n2022年5月1日\n2022年5月{}日，县残联在人民广场举行“春雨”行动启动仪式。\n"
    documents = [document(f"{name}.txt", text.format(day)) for name, day in (("甲", 12), ("乙", 13))]
    both, one = (read(exporter, build(those), Options(language="en")) for those in (documents, documents[:1]))
    told = {"json": '"disputes": [\n', "jsonl": '"disputes": [{'}.get(exporter.NAME, "another day is given")
    unfolded = both.replace("\r\n ", "")
    assert told in unfolded
    assert told not in one
