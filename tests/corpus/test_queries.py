"""What is asked of a corpus is what the same documents say when they are read."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus import pages
from tests.corpus.conftest import Make
from timeline.corpus.queries import GROUPS, connected, counted, rows, totals
from timeline.corpus.records import Reading
from timeline.corpus.rows import COLUMNS, happening, rows_of
from timeline.corpus.shards import schema
from timeline.corpus.told import Piece, sparse, stories
from timeline.export import json as exported
from timeline.export.options import Options
from timeline.export.selection import Wish, narrowed, searched
from timeline.merge import merge
from timeline.model import Category, Document, Timeline
from timeline.pipeline import build, tell
from timeline.read import read_all
from timeline.text import document

ROOT = Path(__file__).parent.parent.parent
SEEDS = ROOT / "seeds"
WISHES = {
    "everything": Wish(),
    "a place": Wish(places=("上海",)),
    "a place in the other script": Wish(places=("內蒙古",)),
    "days": Wish(start=date(2022, 5, 14), end=date(2022, 5, 15)),
    "until a day": Wish(end=date(2020, 5, 1)),
    "a kind": Wish(kinds=(Category.FAIR,)),
    "words": Wish(words=searched("殘疾人就業")),
    "several things": Wish(start=date(2023, 5, 1), places=("上海",), kinds=(Category.FAIR, Category.LECTURE)),
    "nothing": Wish(places=("火星",)),
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from timeline.corpus.building import Order
    from timeline.corpus.building import build as make
    from timeline.corpus.engines import Processes
    from timeline.read.files import BOUNDS

    folder = tmp_path_factory.mktemp("seeds") / "events"
    make(Order(inputs=[str(SEEDS)], folder=str(folder), reading=Reading(), bounds=BOUNDS), Processes(1))
    return folder


@pytest.fixture(scope="module")
def whole() -> Timeline:
    return build(item for item in read_all([SEEDS]) if isinstance(item, Document))


def as_json(timeline: Timeline) -> Any:
    found = json.loads(exported.render(replace(timeline, notes=()), Options(language="en")))
    return found["events"], found["sources"]


@pytest.mark.parametrize("name", WISHES)
def test_a_corpus_shows_what_its_documents_show(corpus: Path, whole: Timeline, name: str) -> None:
    wish = WISHES[name]
    kept = narrowed(merge(stories(rows(connected(str(corpus)), wish))), wish)
    read = narrowed(whole, wish)
    events, sources = as_json(kept)
    assert events == as_json(read)[0]
    if read.events:
        assert len(events) == len(read.events)
    named = {source["source"] for source in sources}
    assert named == {evidence.document for event in read.events for evidence in event.evidence}


@pytest.mark.parametrize("name", [name for name in WISHES if name != "everything"])
def test_no_more_is_fetched_than_is_asked_for(corpus: Path, name: str) -> None:
    fetched = len(list(rows(connected(str(corpus)), WISHES[name])))
    assert fetched < totals(connected(str(corpus)), Wish()).tellings / 2


def test_the_counts_of_a_group_are_those_of_its_events(corpus: Path, whole: Timeline) -> None:
    connection = connected(str(corpus))
    every = totals(connection, Wish())
    assert (every.happenings, every.documents) == (len(whole.events), 5)
    for group in GROUPS:
        assert sum(count.happenings for count in counted(connection, group, Wish(), 10_000)) == every.happenings
    of_year = {count.name: count.happenings for count in counted(connection, "year", Wish(), 1)}
    years = [event.when.first.year for event in whole.events if event.when.first]
    assert of_year == {str(year): years.count(year) for year in sorted(set(years))}
    assert [count.name for count in counted(connection, "kind", Wish(kinds=(Category.FAIR,)), 9)] == ["fair"]


def test_what_is_told_twice_is_one_happening(make: Make, tmp_path: Path) -> None:
    path = tmp_path / "copies.jsonl"
    page = pages.PAGES[1]
    other = page["text"].replace("上海市", "上海市", 1).replace("吸引了许多求职者前来参加", "场面热烈，求职者众多")
    texts = [page["text"], page["text"], other]
    path.write_text(
        "".join(
            json.dumps({"url": f"https://e{n}.cn/", "text": t}, ensure_ascii=False) + "\n" for n, t in enumerate(texts)
        ),
        encoding="utf-8",
    )
    make(str(path))
    connection = connected(str(tmp_path / "events"))
    found = totals(connection, Wish())
    assert (found.happenings, found.tellings, found.documents) == (1, 3, 3)
    assert counted(connection, "place", Wish(), 9) == [("上海市体育馆", 1, 3)]


def test_two_documents_of_one_name_stay_two(make: Make, tmp_path: Path) -> None:
    for name, text in zip(("a", "b"), pages.TEXTS, strict=False):
        (tmp_path / name).mkdir()
        (tmp_path / name / "notice.txt").write_text(text, encoding="utf-8")
    make([str(tmp_path / "a"), str(tmp_path / "b")])
    found = list(stories(rows(connected(str(tmp_path / "events")), Wish())))
    assert len({story.document.name for story in found}) == 2


def test_signs_of_patterns_in_the_name_of_a_folder_are_letters(make: Make, tmp_path: Path) -> None:
    (tmp_path / "pages.jsonl").write_bytes(pages.lines())
    folder = tmp_path / "it's [1]*?"
    make(str(tmp_path / "pages.jsonl"), folder)
    assert totals(connected(str(folder)), Wish()).documents == 3


def test_a_shard_elsewhere_is_asked_as_well(make: Make, tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    (tmp_path / "pages.jsonl").write_bytes(pages.lines())
    make(str(tmp_path / "pages.jsonl"), "memory://asked")
    assert totals(connected("memory://asked"), Wish()).documents == 3


# --- happenings -------------------------------------------------------------------------------------------------------


def key(text: str) -> str:
    (event,) = (event for story in [document("n", text)] for event in build([story]).events)
    return happening(event)


SAME = "2023年3月8日，区人社局在上海市体育馆举办第12届春季招聘会。"


@pytest.mark.parametrize(
    "text",
    [
        SAME.replace("区", "區")
        .replace("举办", "舉辦")
        .replace("届", "屆")
        .replace("会", "會")
        .replace("体育馆", "體育館"),
        "各位同学：\n" + SAME,
        SAME.replace("2023年3月8日", "２０２３年３月８日"),
    ],
)
def test_a_happening_is_the_same_wherever_it_is_told(text: str) -> None:
    assert key(text) == key(SAME)


@pytest.mark.parametrize("change", [("3月8日", "3月9日"), ("12届", "13届"), ("上海市", "上饶市"), ("招聘会", "书画展")])
def test_another_day_number_place_or_title_is_another_happening(change: tuple[str, str]) -> None:
    assert key(SAME.replace(*change)) != key(SAME)


# --- rows and texts ---------------------------------------------------------------------------------------------------


@given(st.lists(st.text(alphabet="五月\n开 ", min_size=1, max_size=5), min_size=1, max_size=8), st.data())
def test_a_sparse_text_has_its_words_in_place_and_on_their_lines(parts: list[str], data: st.DataObject) -> None:
    text = "".join(parts)
    found = []
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        found.append(Piece(start, text.count("\n", 0, start) + 1, text[start:end]))
    made = sparse(found)
    for piece in found:
        assert made[piece.start : piece.start + len(piece.words)] == piece.words
        assert made.count("\n", 0, piece.start) + 1 == piece.line


def test_a_row_has_every_column_and_no_other() -> None:
    for text in pages.TEXTS:
        for row in rows_of(tell(document("n", text)), Reading()):
            assert set(row) == set(COLUMNS)


def test_the_same_document_gives_the_same_rows() -> None:
    first, second = (list(rows_of(tell(document("n", pages.TEXTS[0])), Reading(), "in", 7)) for _ in range(2))
    assert first == second
    assert {(row["input"], row["record"]) for row in first} == {("in", 7)}


# --- what docs/corpus.md says -----------------------------------------------------------------------------------------


def documentation() -> str:
    return (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")


def test_the_schema_that_is_documented_is_that_of_the_shards() -> None:
    listed = re.findall(r"^\| `(\w+)` \| ([a-z0-9<>_]+)", documentation(), re.MULTILINE)
    assert [name for name, _ in listed] == list(COLUMNS)
    types = {"string": "string", "int64": "int", "bool": "bool", "date32": "date", "list<string>": "list"}
    assert [kind for _, kind in listed] == [_short(str(field.type)) for field in schema()]
    assert set(types) >= {kind for _, kind in listed}


def _short(kind: str) -> str:
    return {"date32[day]": "date32"}.get(kind, "list<string>" if kind.startswith("list<") else kind)


QUERIES = re.findall(r"```sql\n(.*?)```", documentation(), re.DOTALL)


def test_ten_queries_are_documented() -> None:
    assert len(QUERIES) >= 10


@pytest.mark.parametrize("query", QUERIES, ids=[query.strip().partition("\n")[0][3:60] for query in QUERIES])
def test_a_documented_query_has_an_answer(corpus: Path, query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(corpus.parent)
    assert duckdb.connect().execute(query).fetchall()
