"""A table gives its rows: a column of dates says when each was, whatever dates its other cells mention."""

import csv
import io
from datetime import date, datetime

import pytest
from openpyxl import Workbook

import timeline.read.workbook
from tests.read.hostile import packed
from tests.read.test_reading import fill
from timeline.model import Document, Note
from timeline.pipeline import tell
from timeline.read import Bounds, documents, read_all, table

EVENTS = "活动名称,地点,活动日期,备注\n2021年总结大会,市文化馆,2022-05-12,\n读书会,,2022-05-13 09:30,4月1日起报名\n"
TEXT = (
    "昨日，市图书馆举行读书节开幕式，三百余名读者参加。下周三将举办名家讲座，地点在二楼报告厅，欢迎广大市民踊跃参加。"
)
NEWS = f'编号,标题,发布日期,正文\n1,读书节开幕,2022-05-12,"{TEXT}\n活动持续到本月底。"\n2,夜场开放,6月3日,"{TEXT}"\n'


def read(data: bytes | str, name: str = "a.csv", **bounds: str) -> list[Document]:
    data = data.encode() if isinstance(data, str) else data
    items = list(documents(name, data, Bounds(date_column=bounds.get("date_column"))))
    return [item for item in items if isinstance(item, Document)]


def told(document: Document) -> list[tuple[str | None, str, str | None]]:
    return [(event.when.edtf, event.title, event.place) for event in tell(document).events]


@pytest.mark.parametrize("separator", [",", "\t", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_row_is_an_event_of_the_day_in_its_column(separator: str, encoding: str) -> None:
    (document,) = read(EVENTS.replace(",", separator).encode(encoding))
    assert told(document) == [("2022-05-12", "2021年总结大会", "市文化馆"), ("2022-05-13", "读书会", None)]


def test_a_line_is_the_row_of_the_file() -> None:
    (document,) = read(EVENTS)
    assert [event.evidence[0].line for event in tell(document).events] == [2, 3]


def test_names_of_columns_as_calendars_write_them() -> None:
    (document,) = read("Subject,Start Date,End Date,Location\n运动会,2022-04-01,2022-04-03,市体育场\n")
    assert told(document) == [("2022-04-01/2022-04-03", "运动会", "市体育场")]


def test_the_column_that_is_asked_for_dates_the_rows() -> None:
    data = "名称,登记,何时\n开幕式,2022-01-02,2022-05-12\n"
    assert ("2022-05-12", "开幕式", None) in told(read(data, date_column="何时")[0])
    assert ("2022-01-02", "开幕式", None) in told(read(data, date_column="登记")[0])


def test_a_column_that_is_not_there_is_named_with_those_that_are() -> None:
    (note,) = documents("a.csv", EVENTS.encode(), Bounds(date_column="何时"))
    assert isinstance(note, Note)
    assert note.rule == "read-no-column"
    assert note.values == {"column": "何时", "columns": "活动名称, 地点, 活动日期, 备注"}


def test_a_table_of_texts_is_a_document_a_row_of_its_own_day() -> None:
    first, second = read(NEWS)
    assert (first.name, first.title, first.published) == ("a.csv/2", "读书节开幕", date(2022, 5, 12))
    assert (second.name, second.published) == ("a.csv/3", None)
    days = [day for day, title, _ in told(first) if title != "读书节开幕"]
    assert days[:2] == ["2022-05-11", "2022-05-18"]
    assert "活动持续到本月底。" in first.raw


@pytest.mark.parametrize(
    "data", ["5月12日\n5月13日\n", "a\n", ",,,\n,,\n", '"', '"5月12日,开幕\n', "日期,日期\n", "\0,\0"]
)
def test_what_is_hardly_a_table_raises_nothing(data: str) -> None:
    assert len(list(documents("a.csv", data.encode()))) == 1


def test_of_a_folder_tables_are_read_only_where_they_are_asked_for(tmp_path: object) -> None:
    folder = fill(tmp_path, **{"a.csv": EVENTS, "b": "5月12日，举行开幕式。"})  # type: ignore[arg-type]
    assert [item.name for item in read_all([folder]) if isinstance(item, Document)] == ["b.txt"]
    asked = read_all([folder], bounds=Bounds(include=("*.csv",)))
    assert [item.name for item in asked if isinstance(item, Document)] == ["a.csv"]
    assert [item.name for item in read_all([folder / "a.csv"]) if isinstance(item, Document)] == ["a.csv"]


def workbook(**sheets: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_the_sheets_of_a_workbook_are_tables_with_typed_days() -> None:
    may = [["某区2022年5月活动"], [], ["日期", "活动", "地点"], [datetime(2022, 5, 12), "开幕式", "文化馆"]]
    june = [["时间", "事项"], [datetime(2022, 6, 1, 15), "联欢会"], ["=TODAY()", "不算的"]]
    found = read(workbook(五月=may, 六月=june), "a.xlsx")
    assert [document.name for document in found] == ["a.xlsx/五月", "a.xlsx/六月"]
    assert found[0].title == "某区2022年5月活动"
    assert [told(document) for document in found] == [
        [("2022-05-12", "开幕式", "文化馆")],
        [("2022-06-01", "联欢会", None)],
    ]
    assert "TODAY" not in found[1].raw
    assert [document.name for document in read(workbook(五月=may), "a.xlsx")] == ["a.xlsx"]


def test_a_workbook_that_declares_entities_or_grows_is_refused() -> None:
    declared = packed(**{"xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'})
    assert [item.rule for item in documents("a.xlsx", declared) if isinstance(item, Note)] == ["read-broken"]
    grown = packed(**{"xl/workbook.xml": b"<x/>", "xl/media/a.bin": bytes(2_000_000)})
    notes = list(documents("a.xlsx", grown, Bounds(size=500_000)))
    assert [item.rule for item in notes if isinstance(item, Note)] == ["read-too-large"]


def test_a_small_table_lowers_no_limit_of_the_process() -> None:
    before = csv.field_size_limit()
    read(EVENTS)
    assert csv.field_size_limit() >= before


def test_of_a_table_beyond_measure_a_part_is_read_and_the_rest_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "WIDEST", 3)
    found = table.kept([["a", "b", "c", "d"], ["e"], [], ["f", "g"]], table.Room(cells=20))
    assert found.rows == [["a", "b", "c"], ["e"], [], ["f", "g"]]
    assert [(remark.rule, remark.values) for remark in found.remarks] == [("read-wide-table", {"count": 3})]
    found = table.kept([["a"], ["b"], [], ["c"], ["d"]], table.Room(cells=6))
    assert found.rows == [["a"], ["b"], []]
    assert [(remark.rule, remark.values) for remark in found.remarks] == [("read-long-table", {"row": 4})]
    assert (
        table.kept([["a"], [], [], ["", ""]], table.Room(cells=3)).remarks == ()
    )  # behind the limit nothing is filled
    found = table.kept([["ab", "cd"], ["ef"], ["g"]], table.Room(signs=6))
    assert found.rows == [["ab", "cd"]]
    assert [(remark.rule, remark.values) for remark in found.remarks] == [("read-long-table", {"row": 2})]


def test_the_sheets_of_a_workbook_share_one_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    data = workbook(五月=[["5月12日", "开幕式"], ["5月13日", "闭幕式"]], 六月=[["6月1日", "联欢会"]])
    assert len(read(data, "a.xlsx")) == 2
    monkeypatch.setattr(timeline.read.workbook, "ROOM", table.Room(cells=8))
    items = list(documents("a.xlsx", data))
    assert [item.raw for item in items if isinstance(item, Document)] == [
        "| 5月12日 | 开幕式 |\n| 5月13日 | 闭幕式 |\n"
    ]
    assert [(item.document, item.rule) for item in items if isinstance(item, Note)] == [
        ("a.xlsx/六月", "read-long-table")
    ]
