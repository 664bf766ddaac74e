"""The tables: one schema in three forms, no cell a formula, every value as the events have it."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date

import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.samples import story_of, timeline_of
from timeline.export import csv as csv_export
from timeline.export import json as json_export
from timeline.export import jsonl, parquet
from timeline.export.options import Options
from timeline.export.table import COLUMNS
from timeline.model import Timeline, When


def cells(timeline: Timeline, **options: object) -> list[dict[str, str]]:
    made = csv_export.render(timeline, Options(everything=True, **options))  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(made.removeprefix("\ufeff"), newline="")))


def typed(timeline: Timeline) -> list[dict[str, object]]:
    return pyarrow.parquet.read_table(io.BytesIO(parquet.render(timeline, Options()))).to_pylist()


def test_a_row_of_the_table(of: Callable[..., Timeline]) -> None:
    more = {"place": "天津市", "organisers": ("市残联", "市教育局")}
    (row,) = cells(of(("5月12日上午9:30", When(edtf="2022-05-12", time="09:30"), "启动仪式", more)))
    told = {name: value for name, value in row.items() if value and name not in ("uid", "why")}
    assert told == {
        "first": "2022-05-12",
        "last": "2022-05-12",
        "date": "2022年5月12日",
        "clock": "09:30",
        "title": "启动仪式",
        "place": "天津市",
        "category_name": "活动",
        "organisers": "市残联、市教育局",
        "certainty": "written",
        "repaired": "false",
        "text": "5月12日上午9:30，举行启动仪式。",
        "source": "notice.txt",
        "line": "2",
        "weight": "core",
        "kind": "event",
        "category": "other",
        "edtf": "2022-05-12",
        "time": "09:30",
    }


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        (When(edtf="2022-05"), date(2022, 5, 1), date(2022, 5, 31)),
        (When(edtf="2022-05-08/.."), date(2022, 5, 8), None),
        (When(edtf="../2022-05-30"), None, date(2022, 5, 30)),
        (When(edtf="XXXX-09-01"), None, None),
        (When(rrule="FREQ=WEEKLY"), None, None),
    ],
)
def test_days_that_are_open_or_unknown_stay_empty(
    of: Callable[..., Timeline], when: When, first: date | None, last: date | None
) -> None:
    timeline = of(("5月", when, "开学", {}))
    (row,) = typed(timeline)
    assert (row["first"], row["last"]) == (first, last)
    (told,) = cells(timeline)
    assert [told[name] for name in ("first", "last")] == [day.isoformat() if day else "" for day in (first, last)]


@given(st.text(), st.sampled_from("=+-@\t\r\n＝＋－＠|%"))
def test_no_cell_is_a_formula(text: str, sign: str) -> None:
    title = sign + text
    row = ("5月12日", When(edtf="2022-05-12"), title, {"place": title, "organisers": (title,), "description": title})
    made = csv_export.render(timeline_of(story_of((row,))), Options())
    records = list(csv.reader(io.StringIO(made, newline="")))
    assert [len(record) for record in records] == [len(COLUMNS)] * 2
    # Not with the semicolon either, by which spreadsheets of half of Europe divide.
    for divided in (records, csv.reader(io.StringIO(made, newline=""), delimiter=";")):
        assert not [cell for record in divided for cell in record if cell.startswith(tuple("=+-@＝＋－＠|%"))]


def test_the_mark_of_excel_is_there_only_when_asked_for(timeline: Timeline) -> None:
    plain, marked = (csv_export.render(timeline, Options(bom=bom)) for bom in (False, True))
    assert marked == "\ufeff" + plain
    assert not plain.startswith("\ufeff")


def test_the_lines_are_the_events_of_the_json(timeline: Timeline) -> None:
    lines = [json.loads(line) for line in jsonl.render(timeline, Options()).splitlines()]
    assert lines == json.loads(json_export.render(timeline, Options()))["events"]
    assert len(lines) == 17


def test_both_tables_say_the_same(timeline: Timeline) -> None:
    for plain, row in zip(cells(timeline), typed(timeline), strict=True):
        assert list(plain) == list(row) == list(COLUMNS)
        assert plain == {name: str(csv_export.cell(value)) for name, value in row.items()}  # type: ignore[arg-type]
