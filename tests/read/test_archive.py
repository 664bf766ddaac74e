"""An archive is the documents in it; whatever lies in it, however deep: nothing grows, escapes or stops the rest."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.read.hostile import fill, packed
from tests.read.rendering import page
from timeline.model import Document, Note
from timeline.read import Bounds, documents, read_all

TEXT = "5月12日，举行开幕式。"


def told(items: list[Document | Note]) -> list[tuple[str, str]]:
    return [(item.name, "") if isinstance(item, Document) else (item.document, item.rule) for item in items]


def test_the_files_of_an_archive_are_documents() -> None:
    data = packed(
        **{"b/2022-05-16.txt": TEXT.encode(), "a.html": page(f"通知\n{TEXT}"), "c.png": b"x", "d.txt": b"\xff"}
    )
    items = list(documents("x.zip", data))
    assert told(items) == [
        ("x.zip/a.html", ""),
        ("x.zip/b/2022-05-16.txt", ""),
        ("x.zip/d.txt", "read-undecodable"),
        ("x.zip", "read-skipped-within"),
    ]
    assert [str(item.published) for item in items if isinstance(item, Document)] == ["None", "2022-05-16"]


def test_a_name_leads_out_of_no_folder_and_may_be_in_gbk() -> None:
    data = packed(**{"../../etc/a.txt": TEXT.encode(), "/b.txt": TEXT.encode(), "XXXX.txt": TEXT.encode()})
    data = data.replace(b"XXXX", "通知".encode("gbk"))
    assert sorted(told(list(documents("x.zip", data)))) == [
        ("x.zip/b.txt", ""),
        ("x.zip/etc/a.txt", ""),
        ("x.zip/通知.txt", ""),
    ]


def test_two_files_of_one_name_are_two() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", TEXT)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.txt", TEXT + TEXT)
    assert told(list(documents("x.zip", file.getvalue()))) == [("x.zip/a.txt", ""), ("x.zip/a.txt (2)", "")]


def test_files_that_lie_over_each_other_are_unpacked_no_further_than_may_be() -> None:
    one = packed(**{"a.txt": TEXT.encode() + b"\n" * 100_000})
    begin, end = one.index(b"PK\1\2"), one.index(b"PK\5\6")
    entry = one[begin:end]
    count, size = (300).to_bytes(2, "little"), (len(entry) * 300).to_bytes(4, "little")
    many = one[:begin] + entry * 300 + one[end : end + 8] + count * 2 + size + one[end + 16 :]
    items = list(documents("x.zip", many, Bounds(size=200_000)))
    assert len(items) == 20
    assert told(items)[-2:] == [("x.zip/a.txt (19)", ""), ("x.zip/a.txt", "read-too-large")]


def test_a_bomb_does_not_go_off() -> None:
    bomb = packed(**{f"{i:02}.txt": bytes(1_000_000) for i in range(30)})
    assert set(told(list(documents("x.zip", bomb, Bounds(size=500_000))))) == {
        *((f"x.zip/{i:02}.txt", "read-too-large") for i in range(10))
    }


def test_archives_in_archives_end() -> None:
    data = packed(**{"a.txt": TEXT.encode()})
    for _ in range(5):
        data = packed(**{"n.zip": data, "a.txt": TEXT.encode()})
    found = told(list(documents("x.zip", data)))
    assert found == [
        *((f"x.zip{'/n.zip' * i}/a.txt", "") for i in range(3)),
        ("x.zip/n.zip/n.zip/n.zip", "read-deep"),
    ]


def test_a_locked_file_is_named() -> None:
    data = bytearray(packed(**{"a.txt": TEXT.encode()}))
    for sign in (b"PK\x03\x04", b"PK\x01\x02"):
        data[data.index(sign) + (6 if sign.endswith(b"\x04") else 8)] |= 1
    assert told(list(documents("x.zip", bytes(data)))) == [("x.zip/a.txt", "read-encrypted")]


def test_an_archive_of_nothing_is_named() -> None:
    assert told(list(documents("x.zip", packed()))) == [("x.zip", "read-nothing")]
    assert told(list(documents("x.zip", packed(**{"a.png": b"x"})))) == [("x.zip", "read-nothing")]


def steps(item: Document | Note) -> tuple[str, ...]:
    """The files that lead to what is told."""
    return Path(item.name if isinstance(item, Document) else item.document).parts


def test_a_folder_of_hostile_files_is_read_to_its_end(tmp_path: Path) -> None:
    made = list(fill(tmp_path, 150, 20220515, evil=False))
    items = list(read_all([tmp_path], bounds=Bounds(include=("*",))))
    assert len(items) >= 150
    assert len([item for item in items if isinstance(item, Document)]) > 40
    assert {path.name for path in made} <= {name for item in items for name in steps(item)}
