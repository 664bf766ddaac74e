"""Files, folders and standard input become documents; what cannot be read becomes a note, and costs nothing else."""

import contextlib
import io
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path, PurePath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import timeline
from timeline.model import Document, Note, Severity
from timeline.read import Bounds, ReadError, documents, published, read, read_all

TEXT = "5月12日，举行开幕式。"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
OTHERS = re.compile(rb"\s*%PDF-|PK\x03\x04|PK\x05\x06|WARC/")  # how files of other formats begin, whatever their name


def fill(folder: Path, **files: bytes | str) -> Path:
    """A folder with files; __ in a name is a step down, a name without suffix is a .txt."""
    for name, content in files.items():
        path = folder / (name.replace("__", "/") + ("" if "." in name else ".txt"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def texts(items: list[Document | Note]) -> list[Document]:
    return [item for item in items if isinstance(item, Document)]


def names(items: list[Document | Note]) -> list[str]:
    return [document.name for document in texts(items)]


def notes(items: list[Document | Note]) -> list[tuple[str, str]]:
    return [(item.document, item.rule) for item in items if isinstance(item, Note)]


# --- one file -----------------------------------------------------------------------------------------------------


def test_the_text_is_what_the_file_holds(tmp_path: Path) -> None:
    document = read(fill(tmp_path, a=f"\ufeff标题\r\n\r\n{TEXT}") / "a.txt")
    assert document.name == "a.txt"
    assert document.raw == f"标题\r\n\r\n{TEXT}"


def test_offsets_count_the_text_without_the_bom(tmp_path: Path) -> None:
    fill(tmp_path, plain=TEXT, marked="\ufeff" + TEXT)
    plain, marked = read(tmp_path / "plain.txt"), read(tmp_path / "marked.txt")
    assert plain.raw.index("12") == marked.raw.index("12") == 2
    assert plain.text == marked.text


@pytest.mark.parametrize(
    ("data", "rule", "values"),
    [
        (b"", "read-empty", {}),
        (b"\xef\xbb\xbf", "read-empty", {}),
        (" \r\n　\n".encode(), "read-empty", {}),
        (b"\xff\xfe", "read-empty", {}),
        (b"5\x80\xff\x81", "read-undecodable", {"offset": "1", "byte": "0x80"}),
        (b"\x7fELF\x02\x01\x01" + bytes(9), "read-binary", {"offset": "7"}),
    ],
)
def test_what_is_no_text_is_named_with_its_place(
    tmp_path: Path, data: bytes, rule: str, values: dict[str, str]
) -> None:
    path = fill(tmp_path, bad=data) / "bad.txt"
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.note.rule == rule
    assert caught.value.note.values == values
    assert caught.value.note.document == path.as_posix()
    assert str(caught.value).startswith(path.as_posix() + ": ")


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path, rule in ((tmp_path / "none.txt", "read-missing"), (tmp_path, "read-folder")):
        with pytest.raises(ReadError) as caught:
            read(path)
        assert caught.value.note.rule == rule


@given(st.binary())
@example(b"PK\x03\x04")
def test_no_bytes_break_the_reader(data: bytes) -> None:
    items = list(documents("a.txt", data))
    if OTHERS.match(data):
        assert items
        return
    with contextlib.suppress(UnicodeDecodeError):
        text = data.removeprefix(b"\xef\xbb\xbf").decode()
        assert (
            not text.strip()
            or data.count(0)
            or data[:2] in UTF_16
            or [document.raw for document in texts(items)] == [text]
        )
    assert items


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2020-05-26-助残日.txt", date(2020, 5, 26)),
        ("20200526.txt", date(2020, 5, 26)),
        ("2020_05_26 notice.txt", date(2020, 5, 26)),
        ("2020.05.26.txt", date(2020, 5, 26)),
        ("2020年5月6日通知.txt", date(2020, 5, 6)),
        ("2020-0526.txt", None),
        ("202005261.txt", None),
        ("2020-02-30.txt", None),
        ("18200526.txt", None),
        ("000_cbd24ceb.txt", None),
        ("notice-2020-05-26.txt", None),
    ],
)
def test_a_name_that_begins_with_a_date_gives_the_day_of_publication(name: str, day: date | None) -> None:
    assert published(name) == day


def test_only_the_name_counts_and_not_the_folder(tmp_path: Path) -> None:
    fill(tmp_path, **{"2020-05-26__a": TEXT, "2021-01-02-b": TEXT})
    days = {d.name: d.published for d in read_all([tmp_path]) if isinstance(d, Document)}
    assert days == {"2020-05-26/a.txt": None, "2021-01-02-b.txt": date(2021, 1, 2)}


# --- many files ---------------------------------------------------------------------------------------------------


def test_a_folder_is_read_to_the_bottom_in_order(tmp_path: Path) -> None:
    fill(tmp_path, b=TEXT, a__z=TEXT, a__b__c=TEXT, Z=TEXT, **{"a.TXT": TEXT})
    assert names(list(read_all([tmp_path]))) == ["Z.txt", "a/b/c.txt", "a/z.txt", "a.TXT", "b.txt"]


def test_what_is_passed_over_is_told(tmp_path: Path) -> None:
    fill(tmp_path, a=TEXT, **{"b.png": b"\x89PNG", "c__d.ics": b"BEGIN", ".hidden.txt": TEXT, ".git__x.txt": TEXT})
    (skipped,) = [item for item in read_all([tmp_path]) if isinstance(item, Note)]
    assert (skipped.rule, skipped.severity) == ("read-skipped", Severity.INFO)
    assert skipped.values == {"count": "3", "files": ".hidden.txt, b.png, c/d.ics"}


def test_globs_choose_by_name_and_by_path(tmp_path: Path) -> None:
    fill(tmp_path, a=TEXT, b__a=TEXT, b__c=TEXT, **{"b__d.md": TEXT})

    def read_with(**globs: tuple[str, ...]) -> list[str]:
        return names(list(read_all([tmp_path], bounds=Bounds(**globs))))  # type: ignore[arg-type]

    assert read_with(include=("a.txt",)) == ["a.txt", "b/a.txt"]
    assert read_with(exclude=("b/*",)) == ["a.txt"]
    assert read_with(include=("*.txt",), exclude=("b/c*",)) == ["a.txt", "b/a.txt"]
    assert names(list(read_all([tmp_path / "a.txt"], bounds=Bounds(exclude=("*",))))) == ["a.txt"]


def test_a_file_that_is_too_large_is_left(tmp_path: Path) -> None:
    fill(tmp_path, a=TEXT, b=TEXT * 10)
    items = list(read_all([tmp_path, "-"], io.BytesIO(TEXT.encode() * 10), Bounds(size=100)))
    assert names(items) == ["a.txt"]
    assert [(PurePath(name).name, rule) for name, rule in notes(items)] == [
        ("b.txt", "read-too-large"),
        ("stdin", "read-too-large"),
    ]


def test_a_page_that_was_exported_is_no_document(tmp_path: Path) -> None:
    fill(tmp_path, **{"a.md": TEXT, "out__timeline.md": TEXT, "out__timeline.ics": "BEGIN:VCALENDAR"})
    assert names(list(read_all([tmp_path]))) == ["a.md"]


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    assert notes(list(read_all([tmp_path]))) == [(tmp_path.as_posix(), "read-nothing")]


def test_one_bad_file_costs_no_other(tmp_path: Path) -> None:
    fill(tmp_path, a=TEXT, b=b"\x00\x01\x02", c=TEXT, d=b"", e=b"\xff")
    items = list(read_all([tmp_path, tmp_path / "none.txt"]))
    assert names(items) == ["a.txt", "c.txt"]
    assert [rule for _, rule in notes(items)] == ["read-binary", "read-empty", "read-undecodable", "read-missing"]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    fill(tmp_path, a=TEXT, b=TEXT)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert names(list(read_all([tmp_path / "a.txt", tmp_path, tmp_path / "a.txt"]))) == ["a.txt", "b.txt"]


def test_two_documents_never_have_one_name(tmp_path: Path) -> None:
    fill(tmp_path, x__n__a=TEXT, y__n__a=TEXT, x__b=TEXT, y__c=TEXT)
    both = list(read_all([tmp_path / "x", tmp_path / "y"]))
    assert names(both) == ["b.txt", "x/n/a.txt", "c.txt", "y/n/a.txt"]
    deep = list(read_all([tmp_path / "x/n", tmp_path / "y/n"]))
    assert names(deep) == ["x/n/a.txt", "y/n/a.txt"]


def test_a_name_does_not_betray_where_the_files_lie(tmp_path: Path) -> None:
    fill(tmp_path, a=TEXT, n__b=TEXT)
    for paths in ([tmp_path], [tmp_path / "a.txt", tmp_path / "n"], [tmp_path / "n" / ".."]):
        assert not [name for name in names(list(read_all(paths))) if name.startswith("/") or tmp_path.name in name]


def test_standard_input_is_read_once() -> None:
    items = list(read_all(["-", "-"], io.BytesIO(b"\xef\xbb\xbf" + TEXT.encode())))
    assert [(d.name, d.raw) for d in items if isinstance(d, Document)] == [("stdin", TEXT)]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    fill(tmp_path, a=TEXT)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert names(list(read_all([tmp_path]))) == ["a.txt"]


@pytest.mark.skipif(os.name == "nt", reason="names of files are bytes on POSIX only")
def test_a_name_that_is_no_unicode_can_be_written(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xb9\xab.txt")).write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    (name,) = names(list(read_all([tmp_path])))
    assert name.encode()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_named(tmp_path: Path) -> None:
    path = fill(tmp_path, a=TEXT) / "a.txt"
    path.chmod(0)
    assert [rule for _, rule in notes(list(read_all([path])))] == ["read-forbidden"]


# --- the library --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("first", ["timeline.read", "from timeline.read import read_all", "import timeline.read.plain"])
def test_timeline_read_is_a_function_whatever_was_imported_before(tmp_path: Path, first: str) -> None:
    path = fill(tmp_path, a=TEXT) / "a.txt"
    code = f"import timeline\n{first}\nprint(timeline.read({str(path)!r}).name, timeline.read({str(path)!r}).name)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["a.txt", "a.txt"]
    assert timeline.read(path).name == "a.txt"


def test_plain_text_loads_no_reader_of_another_format(tmp_path: Path) -> None:
    path = fill(tmp_path, a=TEXT) / "a.txt"
    code = f"import sys, timeline\ntimeline.build([timeline.read({str(path)!r})])\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    others = {"trafilatura", "htmldate", "lxml", "pypdfium2", "timeline.read.page", "timeline.read.archive"}
    assert not others & set(done.stdout.split())


def test_what_an_export_wrote_into_the_folder_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("2022年5月12日，展览开幕。", encoding="utf-8")
    for name in ("timeline.md", "timeline.html", "timeline.json"):
        (tmp_path / name).write_text("<p>2022年5月12日，展览开幕。</p>", encoding="utf-8")
    (tmp_path / "page.md").write_text("2022年5月13日，展览闭幕。", encoding="utf-8")
    read = [item for item in read_all([str(tmp_path)]) if isinstance(item, Document)]
    assert sorted(Path(item.name).name for item in read) == ["a.txt", "page.md"]
