"""Damage: every row fires on its example beside sound dates, leaves the sound twin alone, and needs support."""

import pytest

from timeline.find import find
from timeline.find.damaged import DAMAGES
from timeline.model import Clock, Part, Period, Point
from timeline.text import document


def repaired(text):
    return [found for found in find(document("test", text)) if found.repair]


@pytest.mark.parametrize("damage", DAMAGES, ids=[damage.name for damage in DAMAGES])
class TestRows:
    def test_fires(self, damage):
        (found,) = repaired(damage.damaged)
        assert found.phrase == damage.name
        assert found.repair.lost == damage.lost
        assert found.value == found.repair.readings[0]

    def test_leaves_the_sound_twin(self, damage):
        assert repaired(damage.sound) == []


@pytest.mark.parametrize(
    ("text", "words", "readings"),
    [
        ("5月10日报名。\n月12日，省残联举办", "月12日", (Point(day=12),)),
        ("在10 25 日召开，10月26日闭幕", "10 25 日", (Point(month=10, day=25),)),
        ("510日至12日巡展，5月20日闭幕", "510日至12日", (Period(start=Point(month=5, day=10), end=Point(day=12)),)),
        (
            "于111日开幕，1月2日布展，11月2日撤展",
            "111日",
            (Point(month=11, day=1), Point(month=1, day=11)),
        ),
        (
            "20231179全省现场会召开。2023年总结",
            "20231179",
            (Period(start=Point(year=2023, month=11, day=7), end=Point(day=9)),),
        ),
        ("20179月立项，2017年12月验收", "20179月", (Point(year=2017, month=9),)),
        (
            "月18日晚7:30开讲，4月20日结束",
            "月18日晚7:30",
            (Point(day=18, part=Part.EVENING, clock=Clock(19, 30)),),
        ),
        (
            "54日下午3点签售，6月2日闭馆",
            "54日下午3点",
            (Point(month=5, day=4, part=Part.AFTERNOON, clock=Clock(15)),),
        ),
        ("10月1日至 108日放假", "10月1日至 108日", (Period(start=Point(month=10, day=1), end=Point(month=10, day=8)),)),
        ("10月1日放假，109日起上班", "109日起", (Period(start=Point(month=10, day=9)),)),
        ("为庆祝建馆，429日，画展开幕，6月20日闭幕", "429日", (Point(month=4, day=29),)),
    ],
)
def test_readings(text, words, readings):
    (found,) = repaired(text)
    assert (found.text, found.repair.readings) == (words, readings)


@pytest.mark.parametrize(
    "text",
    [
        "月12日，省残联举办",  # no other date: nothing supports it
        "510日至12日",
        "全年共服务20231179人，2023年结束",
        "电话20231179，2023年开通",
        "编号20231179号，2023年5月",
        "自5月20日起120日内提交，1月2日公告",
        "温度10 25 度，5月3日",
        "本月12日开幕，5月20日闭幕",
        "岁月12日记，5月20日",
        "FM101.2，5月20日",
        "5月20日前有效期，120日，过期作废",
        "5月20日止，满320日计息",
        "共有8132名残疾人、2049名儿童，5月20日统计",
    ],
)
def test_nothing_is_repaired(text):
    assert repaired(text) == []


def test_a_sound_phrase_that_reaches_further_wins():
    assert repaired("2022年5月10日至12日，5月20日") == []
