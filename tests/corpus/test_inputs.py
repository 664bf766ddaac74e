"""Whatever shape the input has, and however it is cut, the same pages give the same events."""

import gzip
import io
import json
import zipfile
from pathlib import Path
from random import Random

import duckdb
import pyarrow
import pyarrow.parquet
import pytest

from tests.corpus import pages
from tests.corpus.conftest import Make
from timeline.corpus.addresses import AddressError

FACTS = {
    ("2022-05-15", "人民广场", "https://www.example.cn/0"),
    ("2022-05-30", None, "https://www.example.cn/0"),
    ("2023-03-08", "上海市体育馆", "https://www.example.cn/1"),
    ("2021-10-01", "臺北市", "https://www.example.cn/2"),
}
SHAPES = {
    "pages.jsonl": pages.lines(),
    "pages.jsonl.gz": gzip.compress(pages.lines()),
    "pages.csv": pages.rows(),
    "gb.csv": pages.rows("gb18030"),
    "pages.csv.gz": gzip.compress(pages.rows()),
    "pages.parquet": pages.table(),
    "pages.wet.gz": pages.crawl(),
}


def told(folder: Path) -> list[tuple[object, ...]]:
    return duckdb.sql(f"select left(edtf, 10), place, source, title from '{folder}/part-*.parquet'").fetchall()


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("cut", [False, True], ids=["whole", "in slices"])
def test_every_shape_tells_the_same(
    make: Make, tmp_path: Path, name: str, cut: bool, request: pytest.FixtureRequest
) -> None:
    if cut:
        request.getfixturevalue("small_slices")
    (tmp_path / name).write_bytes(SHAPES[name])
    report = make(str(tmp_path / name))
    assert {row[:3] for row in told(tmp_path / "events")} >= FACTS
    count = report.account.count
    assert (count["documents"], count["foreign"]) == (3, 1)
    if cut and not name.endswith(".gz"):
        assert report.slices > 1


def test_files_in_a_folder_and_in_an_archive(make: Make, tmp_path: Path, small_slices: None) -> None:
    folder = tmp_path / "texts"
    (folder / "below").mkdir(parents=True)
    for number, page in enumerate(pages.PAGES):
        (folder / "below" / f"{number}.txt").write_text(page["text"], encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "empty.txt").write_bytes(b"")
    (tmp_path / "texts.zip").write_bytes(pages.archive())
    one = make(str(folder), tmp_path / "one").account.count
    two = make(str(tmp_path / "texts.zip"), tmp_path / "two").account.count
    assert (one["documents"], one["foreign"], one["bad"]) == (3, 1, 1)
    assert (two["documents"], two["foreign"], two["bad"]) == (3, 1, 0)
    facts = [{row[:2] for row in told(tmp_path / name)} for name in ("one", "two")]
    assert facts[0] == facts[1]
    assert {row[2] for row in told(tmp_path / "one")} == {f"below/{i}.txt" for i in range(3)}


def test_a_bad_record_is_counted_and_listed_and_stops_nothing(make: Make, tmp_path: Path) -> None:
    (tmp_path / "pages.jsonl").write_bytes(pages.lines())
    report = make(str(tmp_path / "pages.jsonl"))
    assert report.complete
    assert report.account.count["bad"] == 3
    problems = [json.loads(line) for line in (tmp_path / "events" / "problems.jsonl").read_bytes().splitlines()]
    assert [problem["rule"] for problem in problems] == ["corpus-no-json", "corpus-no-text", "corpus-no-json"]
    offset = len(pages.lines().split(b"\n")[0]) + 1
    assert problems[0]["where"] == f"pages.jsonl:{offset}"


def test_what_cannot_be_read_at_all_leaves_the_rest(make: Make, tmp_path: Path) -> None:
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 nothing")
    (tmp_path / "broken.wet.gz").write_bytes(b"\x1f\x8b nothing")
    (tmp_path / "none.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (tmp_path / "pages.jsonl").write_bytes(pages.lines())
    report = make([str(tmp_path), str(tmp_path / "missing")])
    assert report.account.count["documents"] == 3
    assert {note.rule for note in report.notes} == {"read-broken", "read-missing"}
    rules = {json.loads(line)["rule"] for line in (tmp_path / "events" / "problems.jsonl").read_bytes().splitlines()}
    assert {"read-missing", "read-broken", "corpus-no-text"} <= rules
    assert not report.complete


def test_a_quotation_mark_within_a_cell_costs_no_row(make: Make, tmp_path: Path, small_slices: None) -> None:
    text = "2022年5月15日，市残联在人民广场举行文化节开幕式。"
    table = [
        "no,text",
        f'1,{text}那里有5" 的光盘',
        f"2,{text}",
        f'"3","{text}\n他说: ""好"""',
        f'4,{text}"',
        f"5,{text}",
    ]
    (tmp_path / "odd.csv").write_text("\n".join(table), encoding="utf-8")
    columns = (("name", "no"),)
    report = make(str(tmp_path / "odd.csv"), columns=columns)
    assert (report.account.count["documents"], report.account.count["bad"]) == (5, 0)
    assert {row[2] for row in told(tmp_path / "events")} == set("12345")


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_other_signs_part_cells_as_well(make: Make, tmp_path: Path, separator: str) -> None:
    rows = [("url", "text"), *((page["url"], page["text"].replace("\n", " ")) for page in pages.PAGES)]
    (tmp_path / "odd.csv").write_text("\n".join(map(separator.join, rows)), encoding="utf-8")
    make(str(tmp_path / "odd.csv"))
    assert {row[2] for row in told(tmp_path / "events")} == {page["url"] for page in pages.PAGES[:3]}


def test_a_row_that_is_none_costs_itself_alone(make: Make, tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_bytes(pages.rows() + b"a\rb,c\n" + pages.rows().partition(b"\n")[2])
    count = make(str(tmp_path / "odd.csv")).account.count
    assert (count["documents"], count["foreign"], count["bad"]) == (6, 2, 1)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
@pytest.mark.parametrize("name", ["pages.csv", "pages.jsonl"])
def test_files_that_begin_with_the_mark_of_their_encoding(
    make: Make, tmp_path: Path, small_slices: None, name: str, encoding: str
) -> None:
    data = pages.rows() if name.endswith("csv") else pages.lines()
    (tmp_path / name).write_bytes(data.decode().encode(encoding))
    make(str(tmp_path / name))
    found = duckdb.sql(f"select source, record from '{tmp_path}/events/part-*.parquet'").fetchall()
    assert {row[0] for row in found} == {page["url"] for page in pages.PAGES[:3]}
    assert {row[:3] for row in told(tmp_path / "events")} >= FACTS
    if name.endswith("jsonl"):
        text = (tmp_path / name).read_bytes()
        for source, record in found:
            assert source in text[record:].decode("utf-16-le" if encoding == "utf-16" else encoding).split("\n")[0]


def test_lines_in_an_archive_are_documents(make: Make, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as file:
        file.writestr("deep/pages.jsonl", pages.lines())
        file.writestr("notice.txt", pages.TEXTS[0])
    count = make(str(tmp_path / "pages.zip")).account.count
    assert (count["documents"], count["foreign"], count["bad"]) == (4, 1, 3)
    inputs = duckdb.sql(f"select distinct input from '{tmp_path}/events/part-*.parquet'").fetchall()
    assert {row[0] for row in inputs} == {f"{tmp_path}/pages.zip", f"{tmp_path}/pages.zip/deep/pages.jsonl"}


def test_a_group_of_a_table_is_not_held_as_a_whole(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance, most = Random(7), 0
    rows = [{"text": chance.randbytes(250).hex()} for _ in range(20_000)]
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "big.parquet", use_dictionary=False)

    class Source(io.FileIO):
        def read(self, size: int | None = -1) -> bytes:
            nonlocal most
            most = max(most, size or 0)
            return super().read(size)

    monkeypatch.setattr("timeline.corpus.records.opened", Source)
    assert make(str(tmp_path / "big.parquet")).account.count["foreign"] == 20_000
    assert 0 < most <= 2 << 20 < (tmp_path / "big.parquet").stat().st_size


def test_an_address_that_takes_a_package_says_which(make: Make) -> None:
    (note,) = make(["s3://bucket/pages"]).notes
    assert "s3fs" in str(note.values["reason"]) or "boto" in str(note.values["reason"])
    with pytest.raises(AddressError, match="nowhere"):
        make([], "nowhere://events")


def test_columns_are_named_where_nobody_can_guess_them(make: Make, tmp_path: Path) -> None:
    row = {
        "words": "5月15日，市残联在人民广场举行文化节开幕式，各界人士参加。",
        "day": "2020/5/16",
        "no": 7,
        "head": "消息",
    }
    (tmp_path / "odd.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    columns = (("name", "no"), ("published", "day"), ("text", "words"), ("title", "head"))
    make(str(tmp_path / "odd.jsonl"), columns=columns)
    ((day, place, source, _),) = told(tmp_path / "events")
    assert (day, place, source) == ("2020-05-15", "人民广场", "7")


@pytest.mark.parametrize("day", ["2020-05-16", "2020-05-16T08:00:00Z", "2020年5月16日", "2020/5/16 08:30", "20200516"])
def test_a_day_of_publication_is_read_in_many_forms(make: Make, tmp_path: Path, day: str) -> None:
    row = {"text": "昨日，市残联在人民广场举行文化节开幕式，各界人士参加。", "date": day}
    (tmp_path / "one.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    make(str(tmp_path / "one.jsonl"))
    assert [row[0] for row in told(tmp_path / "events")] == ["2020-05-15"]


def test_half_a_character_in_json_is_no_end(make: Make, tmp_path: Path) -> None:
    text = "\\ud800" + "2020年5月15日，市残联在人民广场举行文化节开幕式。"
    (tmp_path / "one.jsonl").write_text(f'{{"text": "{text}", "url": "\\udfff"}}\n', encoding="utf-8")
    assert make(str(tmp_path / "one.jsonl")).account.count["documents"] == 1


def test_offsets_name_the_words_in_their_document(make: Make, tmp_path: Path) -> None:
    (tmp_path / "pages.jsonl").write_bytes(pages.lines())
    make(str(tmp_path / "pages.jsonl"))
    found = duckdb.sql(
        f"""select source, text, "start", "end", date_text, date_start, date_end, record
        from '{tmp_path}/events/part-*.parquet'"""
    ).fetchall()
    assert found
    texts = {page["url"]: page["text"] for page in pages.PAGES}
    for source, text, start, end, date, date_start, date_end, record in found:
        assert texts[source][start:end] == text
        assert texts[source][date_start:date_end] == date
        line = pages.lines()[record:].split(b"\n")[0]
        assert json.loads(line)["url"] == source


def test_other_languages_are_read_where_they_are_asked_for(make: Make, tmp_path: Path) -> None:
    (tmp_path / "pages.jsonl").write_bytes(pages.lines())
    count = make(str(tmp_path / "pages.jsonl"), anyway=True).account.count
    assert (count["documents"], count["foreign"]) == (4, 0)


def test_a_pattern_names_files_below_the_folder_in_which_it_begins(make: Make, tmp_path: Path) -> None:
    for number, text in enumerate(pages.TEXTS):
        folder = tmp_path / "in" / str(number)
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text(text, encoding="utf-8")
    make(str(tmp_path / "in" / "*" / "a.txt"))
    assert {row[2] for row in told(tmp_path / "events")} == {"0/a.txt", "1/a.txt", "2/a.txt"}
