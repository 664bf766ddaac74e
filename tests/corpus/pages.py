"""Pages for the tests of corpora: the same few, in every shape that an input can have."""

import csv
import gzip
import io
import json
import zipfile
from pathlib import Path

import pyarrow
import pyarrow.parquet

TEXTS = (
    "关于举办文化节的通知\n2022年5月15日，市残联在人民广场举行文化节开幕式。请各单位于5月30日前报送总结。\n",
    "招聘会侧记\n2023年3月8日，区人社局在上海市体育馆举办第12届春季招聘会，吸引了许多求职者前来参加。\n",
    "關於書畫展的消息\n2021年10月1日，縣文化館在臺北市舉辦書畫展，為期三天，歡迎市民前來參觀。\n",
)
FOREIGN = "The committee met on 30 May 2023 to review the annual report and to discuss the budget."
PAGES = [
    {"url": f"https://www.example.cn/{number}", "title": text.split("\n")[0], "text": text, "date": "2023-04-01"}
    for number, text in enumerate(TEXTS)
] + [{"url": "https://www.example.com/en", "title": "Report", "text": FOREIGN, "date": ""}]


def lines() -> bytes:
    """A line for each page, one that is no JSON, one without a text."""
    good = [json.dumps(page, ensure_ascii=False) for page in PAGES]
    return "\n".join([good[0], "{broken", *good[1:], '{"url": "x"}', "", "[1]"]).encode()


def rows(encoding: str = "utf-8") -> bytes:
    """The pages as CSV: their texts have line ends, commas and quotation marks."""
    made = io.StringIO(newline="")
    writer = csv.DictWriter(made, list(PAGES[0]))
    writer.writeheader()
    writer.writerows({**page, "text": page["text"].replace("文化节", '"文化节"')} for page in PAGES)
    return made.getvalue().encode(encoding, "replace")


def table() -> bytes:
    """The pages as Parquet, two to a row group."""
    made = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(PAGES), made, row_group_size=2)
    return made.getvalue()


def crawl() -> bytes:
    """The pages as a WET file."""
    records = []
    for page in PAGES:
        body = page["text"].encode()
        head = (
            "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
            f"WARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Target-URI: {page['url']}\r\nContent-Type: text/plain\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        records.append(gzip.compress(head.encode() + body + b"\r\n\r\n", mtime=0))
    return b"".join(records)


def archive() -> bytes:
    """The texts as files of an archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for number, page in enumerate(PAGES):
            file.writestr(f"{number}.txt", page["text"])
    return made.getvalue()


def many(folder: Path, count: int) -> Path:
    """A file of so many pages, enough for several slices where there are thousands."""
    path = folder / "many.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            page = PAGES[number % len(PAGES)]
            text = page["text"].replace("5月15日", f"5月{number % 28 + 1}日")
            file.write(json.dumps({**page, "url": f"https://e.cn/{number}", "text": text}, ensure_ascii=False) + "\n")
    return path
