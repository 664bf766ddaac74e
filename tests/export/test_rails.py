"""The rails beside the days: each event that lasts has a line from its first row to the row in which it ends."""

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.export.samples import story_of, timeline_of
from timeline.export import terminal
from timeline.export.options import Options
from timeline.layout import columns
from timeline.model import Timeline, When

FAIR = ("5月8日至10日", When(edtf="2022-05-08/2022-05-10"), "技能竞赛", {"place": "郑州市"})
CAMP = ("5月9日至6月2日", When(edtf="2022-05-09/2022-06-02"), "助学计划", {"place": "郑州市"})
SHOW = ("5月12日至12日", When(edtf="2022-05-12/2022-05-13"), "书画展", {"place": "郑州市"})
VISIT = ("5月9日", When(edtf="2022-05-09"), "走访", {"place": "郑州市"})
OPEN = ("5月15日起", When(edtf="2022-05-15/.."), "网上招聘", {"place": "郑州市"})

PAGE = """\
── 2022年5月 ───────────────────────────────────
5月8日 星期日
 ┌──┬ 5月8日至10日  技能竞赛
 │    郑州市  [1:2]
 │
5月9日 星期一
 │┌─┬ 5月9日至6月2日  助学计划
 ││   郑州市  [1:3]
 ││ ● 走访
 ││   郑州市  [1:5]
 ││
5月10日 星期二
 └┼─┴ 结束：技能竞赛
  │
5月12日 星期四
 ┌┼─┬ 5月12日至13日  书画展
 ││   郑州市  [1:4]
 ││
5月13日 星期五
 └┼─┴ 结束：书画展
  │
── 2022年6月 ───────────────────────────────────
6月2日 星期四
  └─┴ 结束：助学计划
"""

ASCII = """\
-- 2022年5月 -----------------------------------
5月8日 星期日
 +--- 5月8日至10日  技能竞赛
 |    郑州市  [1:2]
 |
5月9日 星期一
 |+-- 5月9日至6月2日  助学计划
 ||   郑州市  [1:3]
 || o 走访
 ||   郑州市  [1:5]
 ||
5月10日 星期二
 ++-- 结束：技能竞赛
"""


def shown(timeline: Timeline, **options: object) -> str:
    return terminal.render(timeline, Options(width=48, **options))  # type: ignore[arg-type]


def test_what_runs_at_the_same_time_runs_side_by_side(of: Callable[..., Timeline]) -> None:
    assert PAGE in shown(of(FAIR, CAMP, SHOW, VISIT))


def test_with_signs_of_one_column(of: Callable[..., Timeline]) -> None:
    page = shown(of(FAIR, CAMP, SHOW, VISIT), ascii=True, chart=True)
    assert page.isascii() is False  # the words of the document stay
    assert not set("●○□■◉┬┴│┌└┼─├┤◂▸·") & set(page)
    assert ASCII in shown(of(FAIR, CAMP, SHOW, VISIT), ascii=True)


def test_what_has_no_end_has_no_rail(of: Callable[..., Timeline]) -> None:
    assert "\n  ┬ 5月15日起  网上招聘\n" in shown(of(OPEN))


def test_what_ends_later_than_was_asked_for_does_not_end(of: Callable[..., Timeline]) -> None:
    page = shown(of(FAIR, CAMP, VISIT), until=date(2022, 5, 31))
    assert "结束：技能竞赛" in page
    assert "结束：助学计划" not in page
    assert "2022年6月 ─" not in page


LENGTHS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), min_size=1, max_size=9)


@given(LENGTHS)
def test_each_begins_once_and_ends_once_in_its_lane(lengths: list[tuple[int, int]]) -> None:
    rows = []
    for number, (start, length) in enumerate(lengths):
        first = date(2022, 5, 1) + timedelta(days=start)
        edtf = f"{first}/{first + timedelta(days=length)}"
        rows.append((f"第{number}段", When(edtf=edtf), f"展览之{number}", {"place": "郑州市"}))
    lines = terminal.render(timeline_of(story_of(tuple(rows))), Options(width=60)).splitlines()
    assert all(columns(line) <= 60 and line == line.rstrip() for line in lines)
    lanes: dict[int, str] = {}
    for line in lines:
        for lane, sign in enumerate(line[1:6] if line.startswith(" ") else ""):
            title = line.split("结束：")[-1].split("  ")[-1]
            if sign == "┌":
                assert lane not in lanes
                lanes[lane] = title
            elif sign == "└":
                assert lanes.pop(lane) == title
            elif sign in "│┼":
                assert lane in lanes
    assert not lanes
