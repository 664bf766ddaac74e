"""`timeline formats`, and the options that bound what is read."""

from pathlib import Path

import pytest

from tests.commands.session import Run, one_line
from tests.read.rendering import page
from timeline.read.formats import ADDRESS, FORMATS, Format

TEXT = "2022年5月12日，举行书展。\n"


def test_every_format_has_its_line(run: Run) -> None:
    lines = run("formats").stdout.splitlines()
    assert [line.split("  ")[0] for line in lines] == [" ".join(each.suffixes) for each in (*FORMATS, ADDRESS)]
    assert "pip install" not in run("formats").stdout


def test_what_is_not_installed_says_how(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Format, "ready", property(lambda each: not each.extra))
    assert "pip install 'timeline[pdf]'" in run("formats").stdout
    Path("a.html").write_bytes(page(f"公告\n{TEXT}"))
    Path("b.txt").write_text(TEXT, encoding="utf-8")
    result = run("show", ".")
    assert one_line(result) == "timeline: a.html: .html needs more packages: pip install 'timeline[web]'"
    assert result.exit_code == 1
    assert "书展" in result.stdout


def test_globs_choose_the_files_of_a_folder(run: Run) -> None:
    for name in ("a.txt", "b.md", "old/a.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(TEXT.replace("书展", name.replace("/", "-") + "号展览"), encoding="utf-8")
    assert "3 documents" in run("show", ".").stdout
    assert "2 documents" in run("show", ".", "--include", "*.txt").stdout
    assert "1 document" in run("show", ".", "--include", "*.txt", "--exclude", "old/*").stdout


@pytest.mark.parametrize(("size", "code"), [("1k", 0), ("0.5k", 2), ("30", 1), ("1 MB", 0), ("x", 2), ("0", 2)])
def test_the_largest_size_is_an_option(run: Run, size: str, code: int) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    result = run("show", "a.txt", "--max-size", size)
    assert result.exit_code == code
    if code == 1:
        assert one_line(result) == "timeline: a.txt: is larger than 30 B: see --max-size"


def test_a_damaged_encoding_is_a_doubt(run: Run) -> None:
    Path("a.txt").write_bytes(TEXT.encode() * 20 + b"\xff")
    result = run("check", "a.txt")
    assert "1 character cannot be read in UTF-8, each left as U+FFFD" in result.stdout
    assert "save it once more in UTF-8" in result.stdout
