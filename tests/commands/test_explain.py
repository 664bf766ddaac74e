"""`timeline explain`: sentence, value and reason."""

import json
from pathlib import Path

from tests.commands.session import TEXT, Run


def test_explain_shows_sentence_value_and_reason(run: Run, notice: str) -> None:
    result = run("explain", notice)
    assert result.exit_code == 0
    assert "notice.txt:5: 请于【5月30日前】报送总结。" in result.stdout
    assert "  = ../2022-05-30 = by 30 May 2022 (deadline, derived)" in result.stdout
    assert "    - " in result.stdout


def test_explain_as_json_has_offsets_of_the_file(run: Run) -> None:
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    Path("crlf.txt").write_bytes(data)
    story = json.loads(run("explain", "crlf.txt", "--json").stdout)
    raw = data.decode("utf-8-sig")
    assert [e["edtf"] for e in story["expressions"]] == ["2022-05-15", "../2022-05-30"]
    for found in [*story["expressions"], *(part for event in story["events"] for part in event["evidence"])]:
        assert raw[found["start"] : found["end"]] == found["text"]


def test_explain_reads_standard_input(run: Run) -> None:
    story = json.loads(run("explain", "-", "--json", input=TEXT).stdout)
    assert story["document"]["source"] == "stdin"
