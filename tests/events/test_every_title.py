"""What holds of every title, of the seeds and of texts of other kinds: a reader never meets a torn one."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from timeline.events.language.phrases import LONGEST
from timeline.events.language.segment import borders
from timeline.model import Event
from timeline.pipeline import tell
from timeline.read import read
from timeline.text import document
from timeline.text.folding import fold

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

BIOGRAPHY = """沈从山
沈从山(1931年4月2日—1999年10月8日),浙江绍兴人,画家。1952年,考入浙江美术学院,在校期间师从周兰先生。1957年毕业留校任教。
1986年凭油画《江岸》获得全国美术作品展览金奖,同年出任省美术家协会副主席。1999年10月8日,他因病在杭州去世,终年68岁。"""

NOTICE = """关于2021年全市供水管网检修的公告
各用户:因管网检修,定于2021年9月3日8:00至18:00停水。现将有关事项公告如下:
一、停水区域:江滨路以南。
二、停水时间:2021年9月3日8:00至18:00
三、9月2日前,请各单位做好储水准备。
江城市水务集团
2021年8月30日"""

NEWS = """某社江城3月5日电(记者 李某)记者5日从交警部门获悉,4日18时许,滨江大道与建设路路口发生一起交通事故。
目击者称,事发时一辆货车由东向西行驶。5日上午,市长王某宣布将于3月10日起在全市开展为期一个月的道路安全整治行动。"""

PROGRAMME = """# 第九届江城读书节
时间:2021年4月23日
地点:江城市图书馆
09:00-09:30 签到
09:30-10:00 开幕式
10:00-11:30 主题讲座
14:00-15:30 主题讲座
- 东城区:2021年4月24日,于东城区文化馆
- 西城区:2021年4月25日,于西城区文化馆"""

TRADITIONAL = """張某演唱會宣布加場
主辦單位昨(4)日宣布,將於2023年11月5日在市立體育館加演一場,加演場門票將於2023年8月13日上午11時開賣。
原定2023年6月10日舉行的台南場,經審慎評估後決定延後至2023年7月1日舉行。"""

OWN = {"biography": BIOGRAPHY, "notice": NOTICE, "news": NEWS, "programme": PROGRAMME, "traditional": TRADITIONAL}
MATERIAL = [pytest.param(read(path), id=path.stem) for path in SEEDS] + [
    pytest.param(document(name, text), id=name) for name, text in OWN.items()
]

DATE = re.compile(r"\d{2,4}年\d{1,2}月|\d{1,2}月\d{1,2}[日号]")


@pytest.mark.parametrize("doc", MATERIAL)
def test_a_title_is_whole(doc) -> None:  # type: ignore[no-untyped-def]
    events = tell(doc).events
    assert events
    for event in events:
        title = fold(event.title)
        assert 2 <= len(title) <= LONGEST + 6, title  # an hour may tell two parts of a programme apart
        assert all(title.count(a) == title.count(b) for a, b in ("“”", "《》", "()")), title
        assert not DATE.search(title), title
        assert not re.match(r"[在于从自被](?![线校职治])|[的了和与及,、。;:)”》·—]", title), title
        assert not re.search(r"[的和与及或在于将被,、。;:(“《·—]$", title), title


@pytest.mark.parametrize("doc", MATERIAL)
def test_a_title_ends_where_a_word_ends(doc) -> None:  # type: ignore[no-untyped-def]
    for event in tell(doc).events:
        title = fold(event.title)
        whole = fold(doc.raw)
        start = whole.find(title[-4:])
        behind = whole[start + len(title[-4:]) : start + len(title[-4:]) + 4] if start >= 0 else ""
        both = re.sub(r"\s", "", title[-4:] + behind)
        assert not behind or behind[0] in "。,;: \n" or len(title[-4:]) in borders(both) or _cut_by_date(event), title


def _cut_by_date(event: Event) -> bool:
    """Whether what follows a title in the text is its date: no border of words is asked there."""
    return bool(re.search(r"\d", event.evidence[0].text))


@pytest.mark.parametrize("doc", MATERIAL)
def test_two_events_of_a_day_never_have_one_title(doc) -> None:  # type: ignore[no-untyped-def]
    told = Counter((event.when.edtf, event.title) for event in tell(doc).events)
    assert not [row for row, count in told.items() if count > 1]
