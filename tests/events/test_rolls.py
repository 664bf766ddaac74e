"""Lists of names and years: honours, offices, who won which year; and lists that tell of nothing."""

from __future__ import annotations

import pytest

from timeline.pipeline import tell
from timeline.text import document


def told(raw: str) -> list[tuple[str | None, str]]:
    """Days and title of every event."""
    return [(e.when.edtf, e.title) for e in tell(document("示例", raw)).events]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            "河西中学概况\n一、历任校长\n张维翰 1952—1958\n何其芳 1958—1966\n郑国平 1978—1985\n二、校训\n勤学。",
            [("1952/1958", "校长 张维翰"), ("1958/1966", "校长 何其芳"), ("1978/1985", "校长 郑国平")],
        ),
        (
            "河西中学概况\n一、荣誉\n2003年  省文明单位\n2010年  全国绿色学校\n2014年  市卫生单位\n二、校训\n勤学。",
            [("2003", "省文明单位"), ("2010", "全国绿色学校"), ("2014", "市卫生单位")],
        ),
        (
            "河西合唱团\n历届歌手大赛冠军：\n2010 王菲菲\n2011 李大伟\n2012 陈晓雨\n勤学。",
            [("2010", "歌手大赛冠军 王菲菲"), ("2011", "歌手大赛冠军 李大伟"), ("2012", "歌手大赛冠军 陈晓雨")],
        ),
        (
            "河西合唱团\n奖项\n王小明（2008年，金牌）\n李建国（2011年，银牌）\n陈芳（2015年，铜牌）\n勤学。",
            [("2008", "王小明 金牌"), ("2011", "李建国 银牌"), ("2015", "陈芳 铜牌")],
        ),
    ],
)
def test_names_and_years(raw: str, expected: list[tuple[str, str]]) -> None:
    assert told(raw) == expected


@pytest.mark.parametrize(
    "lines",
    [
        "2018年 年度报告\n2019年 年度报告\n2020年 年度报告",  # the pages of a site
        "《河西志》（河西出版社，2008年）\n《江岸志》（江岸出版社，2009年）\n《山城志》（山城出版社，2010年）",
    ],
)
def test_lists_of_papers_tell_nothing(lines: str) -> None:
    assert told(f"河西图书馆\n{lines}\n以上供大家参考。") == []
