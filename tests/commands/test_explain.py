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


def test_explain_shows_what_it_left_alone(run: Run) -> None:
    text = "乘6号线前往，活动在2022年6月6日晚上举行。\n"
    shown = run("explain", "-", input=text).stdout
    assert "Left alone" in shown
    assert "【6号】" in shown
    story = json.loads(run("explain", "-", "--json", input=text).stdout)
    assert [(left["text"], left["start"], left["end"]) for left in story["left_alone"]] == [("6号", 1, 3)]
    assert [found["text"] for found in story["expressions"]] == ["2022年6月6日晚上"]


def test_explain_begins_with_what_the_document_says_of_itself(run: Run) -> None:
    text = "关于举办第三十二次全国助残日活动的通知\n某残联〔2021〕15号\n定于5月15日举行。\n某市残联\n2022年4月20日\n"
    lines = run("explain", "-", input=text).stdout.splitlines()
    assert lines[1].startswith("  published 2022-04-20: the last date alone on its line")
    assert lines[1].endswith("[line 5: “2022年4月20日”]")
    assert lines[2].startswith("  year 2022: the title numbers the observance")
    assert lines[3] == "  the number of the document says 2021 [line 2: “〔2021〕15号”]"
    assert "  dates as they are written on the mainland; a notice, which looks ahead" in lines[:8]
    chinese = run("explain", "-", "--lang", "zh", input=text).stdout
    assert "  发布日期 2022-04-20：文末独立的日期是落款日期 ［第 5 行“2022年4月20日”］" in chinese


def test_explain_says_which_day_was_given(run: Run) -> None:
    shown = run("explain", "-", "--date", "2024-05-01", input="昨日开工。2019年的旧事。").stdout
    assert "  year 2024: from the day that was given: 2024" in shown
    assert "  counted from the given day, 2024-05-01" in shown
    assert "= 2024-04-30" in shown


def test_explain_as_a_page(run: Run, notice: str) -> None:
    result = run("explain", notice, "--html", "pages/notice.html")
    assert (result.exit_code, result.stderr) == (0, "")
    made = Path("pages/notice.html").read_text(encoding="utf-8")
    assert result.stdout == f"pages/notice.html: 2 events, {len(made.encode())} bytes\n"
    assert '<a class="x derived" href="#x2" id="t-x2">5月30日前</a>' in made
    run("explain", notice, "--html", "again.html", "--lang", "zh")
    assert "时间词句" in Path("again.html").read_text(encoding="utf-8")


def test_explain_says_where_no_page_can_be_written(run: Run, notice: str) -> None:
    Path("folder").mkdir()
    result = run("explain", notice, "--html", "folder")
    assert result.exit_code == 1
    assert "folder: cannot be written: " in result.stderr
