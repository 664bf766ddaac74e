"""Foreign dates inside a Chinese page; a month's name alone is a name."""

import subprocess
import sys

import pytest

from timeline.find import find
from timeline.find.foreign import _SCOUT
from timeline.model import Clock, Point
from timeline.text import document


def readings(text):
    return [(found.text, found.value) for found in find(document("test", text))]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("May 15, 2022", Point(year=2022, month=5, day=15)),
        ("15 May 2022", Point(year=2022, month=5, day=15)),
        ("15 MAY 2022", Point(year=2022, month=5, day=15)),
        ("15 mai 2022", Point(year=2022, month=5, day=15)),
        ("1er août 2021", Point(year=2021, month=8, day=1)),
        ("3. März 2021", Point(year=2021, month=3, day=3)),
        ("15 de mayo de 2022", Point(year=2022, month=5, day=15)),
        ("3 enero 2020", Point(year=2020, month=1, day=3)),
        ("Sept. 3", Point(month=9, day=3)),
        ("Dec 3rd, 2020", Point(year=2020, month=12, day=3)),
        ("February 2021", Point(year=2021, month=2)),
        ("Oct 12, 2021 14:30", Point(year=2021, month=10, day=12, clock=Clock(14, 30))),
    ],
)
def test_read(words, value):
    assert readings(f"本页更新于 {words}，欢迎阅读。") == [(words, value)]


@pytest.mark.parametrize(
    "text",
    ["我的英文名叫May，他叫Jun", "第3 Mars号展位", "Mark 20发布", "Maya 12岁", "歌曲April发行", "3 mars项目", "Dec 45"],
)
def test_no_date(text):
    assert readings(text) == []


def test_scout_is_led_by_a_class():
    import re

    assert re._parser.parse(_SCOUT.pattern)[0][0] is re._constants.IN


def test_nothing_is_loaded_for_a_page_without_them():
    code = (
        "import sys; from timeline.find import find; from timeline.text import document;"
        "find(document('test', '2022年5月15日，May是她的名字')); sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
