"""Traps: each row takes its trap away and leaves its sound twin; and what is no date at all stays unfound."""

import pytest

from timeline.find import find
from timeline.find.traps import TRAPS
from timeline.text import document


def words(text):
    return [found.text for found in find(document("test", text))]


@pytest.mark.parametrize("trap", TRAPS, ids=[f"{trap.name}: {trap.trap}" for trap in TRAPS])
class TestRows:
    def test_trap(self, trap):
        assert words(trap.trap) == []

    def test_sound(self, trap):
        assert words(trap.sound) != []


@pytest.mark.parametrize(
    "text",
    """
    收听FM101.2 见第四版 0—6岁儿童 省+21+N 七七八八 万一下雨 第一百货商店 三年级学生 党的二十大 比分3:2 上涨1.5%
    版本2.5.1 电话010-62345678 门牌12号楼 第3页 占2/3 三月街开市 五四精神 八一路 百里挑一 十分满意 一时想不起
    一点也不难 三个年活动 订单20210305123456号 气温24点5度 邮编100031 航班CA1501 第12号台风 8号风球 日常生活
    日益增长 月光 年轻人 周边地区 时间表 上海 同时 前进 图https://example.org/2020/02/03/a.html
    148之6號 人數日增 8點檔 当日历翻到底 病号1/3强
    附件notice-2021-05-12.pdf
    """.split(),
)
def test_no_date(text):
    assert words(text) == []


def test_tail_of_foreign_links():
    """A traditional page may end in links of another site, in simplified characters and without a sentence."""
    text = (
        "關於舉辦第三屆殘疾人藝術節系列活動的通知，各單位應認真組織實施，將於5月30日前開展並報送總結，聯繫電話請見附件。\n廣東省殘疾人聯合會\n"
        + "国产综合影视 每日更新 五月精选 | 亚洲线观看区 " * 2
    )
    assert words(text) == ["5月30日前"]
