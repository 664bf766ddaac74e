"""What is served, to whom, and nothing else."""

import gzip
import os
from email.utils import formatdate
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.feed import Feed

CALENDAR = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:" + b"x" * 600 + b"\r\n"
    b"BEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
SECRET = b"the calendar's ledger, or a file of someone else"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shelf = tmp_path / "shelf"
    (shelf / "inner").mkdir(parents=True)
    (shelf / "timeline.ics").write_bytes(CALENDAR)
    (shelf / "timeline-上海市.ics").write_bytes(CALENDAR)
    (shelf / "timeline.json").write_bytes(b"{}")
    (shelf / "timeline.lock.json").write_bytes(SECRET)
    (shelf / ".timeline.ics.1.tmp").write_bytes(SECRET)
    (shelf / ".hidden.ics").write_bytes(SECRET)
    (shelf / "notes.txt").write_bytes(SECRET)
    (shelf / "inner" / "timeline.ics").write_bytes(SECRET)
    (tmp_path / "outside.ics").write_bytes(SECRET)
    (shelf / "link.ics").symlink_to(tmp_path / "outside.ics")
    return shelf


def ask(feed: Feed, path: str, method: str = "GET", **asked: str) -> tuple[int, dict[str, str], bytes]:
    headers = {name.replace("_", "-").encode(): value.encode() for name, value in asked.items()}
    return feed.answer(method, path, headers)


def test_a_calendar_is_served_without_alarms_and_with_hints(folder: Path) -> None:
    status, headers, body = ask(Feed(folder), "/timeline.ics")
    assert status == 200
    assert headers["content-type"] == "text/calendar; charset=utf-8"
    assert headers["content-length"] == str(len(body))
    assert b"VALARM" not in body
    assert b"REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n" in body
    assert body.startswith(b"BEGIN:VCALENDAR\r\n")
    assert body.count(b"VEVENT") == 2


def test_a_name_in_chinese(folder: Path) -> None:
    assert ask(Feed(folder), "/timeline-上海市.ics")[0] == 200


def test_who_has_the_newest_is_told_so(folder: Path) -> None:
    feed = Feed(folder)
    _, headers, _ = ask(feed, "/timeline.ics")
    for known in (headers["etag"], f"W/{headers['etag']}", f'"other", {headers["etag"]}', "*"):
        assert ask(feed, "/timeline.ics", if_none_match=known)[::2] == (304, b"")
    assert ask(feed, "/timeline.ics", if_none_match='"other"')[0] == 200
    assert ask(feed, "/timeline.ics", if_modified_since=headers["last-modified"])[0] == 304
    assert ask(feed, "/timeline.ics", if_modified_since=formatdate(0, usegmt=True))[0] == 200
    assert ask(feed, "/timeline.ics", if_modified_since="yesterday")[0] == 200
    # An ETag that is given counts more than a date.
    assert ask(feed, "/timeline.ics", if_none_match='"other"', if_modified_since=headers["last-modified"])[0] == 200


def test_a_new_version_is_seen_and_the_same_bytes_are_not_new(folder: Path) -> None:
    feed = Feed(folder)
    etag = ask(feed, "/timeline.ics")[1]["etag"]
    os.utime(folder / "timeline.ics", (1, 1))
    assert ask(feed, "/timeline.ics", if_none_match=etag)[0] == 304
    (folder / "timeline.ics").write_bytes(CALENDAR.replace(b"x", b"y"))
    status, headers, body = ask(feed, "/timeline.ics", if_none_match=etag)
    assert (status, b"yyy" in body) == (200, True)
    assert headers["etag"] != etag
    (folder / "timeline.ics").unlink()
    assert ask(feed, "/timeline.ics")[0] == 404


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip", True),
        ("br, gzip;q=0.5", True),
        ("*", True),
        ("gzip;q=0", False),
        ("gzip; q=0.0", False),
        ("identity", False),
        ("", False),
    ],
)
def test_packed_for_who_takes_it(folder: Path, accepted: str, packed: bool) -> None:
    feed = Feed(folder)
    plain = ask(feed, "/timeline.ics")
    _, headers, body = ask(feed, "/timeline.ics", accept_encoding=accepted)
    assert headers.get("content-encoding") == ("gzip" if packed else None)
    assert (gzip.decompress(body) if packed else body) == plain[2]
    assert (headers["etag"] == plain[1]["etag"]) is not packed
    assert headers["vary"] == "accept-encoding"


@pytest.mark.parametrize(
    "path",
    [
        "/",  # no page there
        "",
        "/timeline.lock.json",
        "/.hidden.ics",
        "/.timeline.ics.1.tmp",
        "/notes.txt",
        "/inner/timeline.ics",
        "/inner",
        "/link.ics",
        "/../outside.ics",
        "/..",
        "/./timeline.ics",
        "//timeline.ics",
        "/inner/../timeline.ics",
        "/..\\outside.ics",
        "/timeline.ics\x00",
        "/timeline.ics/",
        "/%2e%2e/outside.ics",
        "/" + "a" * 5000 + ".ics",
        "/" + "文" * 200 + ".ics",
    ],
)
def test_nothing_else_is_served(folder: Path, path: str) -> None:
    status, _, body = ask(Feed(folder), path)
    assert (status, body) == (404, b"")


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("./\\%2e~timelnc.ok\x00\n文"), max_size=30))
def test_no_address_leads_out_of_the_folder(tmp_path_factory: pytest.TempPathFactory, path: str) -> None:
    shelf = tmp_path_factory.getbasetemp() / "served"
    shelf.mkdir(exist_ok=True)
    for beside in (shelf.parent / "timeline.ics", shelf.parent / "t.json"):
        beside.write_bytes(SECRET)
    assert ask(Feed(shelf), path)[0] == 404


def test_the_page_is_what_the_bare_address_shows(folder: Path) -> None:
    (folder / "timeline.html").write_bytes(b"<!doctype html>")
    assert ask(Feed(folder), "/")[2] == b"<!doctype html>"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PROPFIND", "OPTIONS", "get"])
def test_only_reading_is_answered(folder: Path, method: str) -> None:
    status, headers, body = ask(Feed(folder), "/timeline.ics", method)
    assert (status, headers["allow"], body) == (405, "GET, HEAD", b"")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/s3cret/timeline.ics", 200),
        ("/timeline.ics", 404),
        ("/s3cre/timeline.ics", 404),
        ("/s3cret2/timeline.ics", 404),
        ("/s3cret/x/timeline.ics", 404),
        ("//s3cret/timeline.ics", 404),
        ("/密码/timeline.ics", 404),
        ("/\ud800/timeline.ics", 404),
    ],
)
def test_a_token_is_part_of_every_address(folder: Path, path: str, status: int) -> None:
    assert ask(Feed(folder, "s3cret"), path)[0] == status
