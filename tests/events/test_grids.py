"""Tables whose columns are days, and rows without a head, between | and between tabs."""

from __future__ import annotations

import pytest

from timeline.model import Weight
from timeline.pipeline import tell
from timeline.text import document


def told(raw: str) -> list[tuple[str, str, str | None]]:
    """Day and hour or part of the day, title and place of every event of a text."""
    return [
        (" ".join(filter(None, (e.when.edtf, e.when.time or (e.when.part and e.when.part.value)))), e.title, e.place)
        for e in tell(document("示例.txt", raw)).events
    ]


def things(raw: str) -> set[tuple[str, str]]:
    return {(when, title) for when, title, _ in told(raw)}


CAMP = """2024青年營隊日程
|{}|8月5日(一)|8月6日(二)|
|上午|報到、始業式|登山健行|
|14:00-16:00|團隊遊戲|攝影展 15:00 頒獎|
|晚上|18:30 烤肉 20:00 迎新晚會||
"""


@pytest.mark.parametrize(
    "raw",
    [
        CAMP.format(" 時段 "),
        CAMP.format(" "),
        CAMP.format("時段").replace("\n|上", "\n|---|---|---|\n|上"),
        "\n".join(line.strip("|").replace("|", "\t") for line in CAMP.format("時段").splitlines()),
        "2024青年營隊日程\n" + "\n".join(line[1:-1].replace("|", "\t") for line in CAMP.format("").splitlines()[1:]),
    ],
    ids=["label", "no label", "markdown", "tabs", "tabs, no label"],
)
def test_what_stands_below_a_day_is_of_that_day(raw: str) -> None:
    assert things(raw) == {
        ("2024-08-05 morning", "報到、始業式"),
        ("2024-08-05 14:00/16:00", "團隊遊戲"),
        ("2024-08-05 18:30", "烤肉"),
        ("2024-08-05 20:00", "迎新晚會"),
        ("2024-08-06 morning", "登山健行"),
        ("2024-08-06 14:00/16:00", "攝影展"),
        ("2024-08-06 15:00", "頒獎"),
    }


def test_what_closes_has_the_hour_behind_it() -> None:
    raw = "2023科學營\n時段\t7/1(六)\t7/2(日)\n下午\t參觀\t結業式 15:00 結束"
    assert ("2023-07-02 15:00", "結業式") in things(raw)


def test_they_are_parts_of_what_lasts_so_long() -> None:
    raw = (
        "活動日期：2023年7月1日至7月2日\n活動地點：溪頭自然教育園區\n時段\t7/1\t7/2\n上午\t開訓\t溯溪\n下午\t手作\t結訓"
    )
    events = tell(document("示例.txt", f"2023年科學營\n{raw}")).events
    assert {e.title: (e.weight, e.place) for e in events if e.when.single_day} == dict.fromkeys(
        ("開訓", "溯溪", "手作", "結訓"), (Weight.MINOR, "溪頭自然教育園區")
    )


@pytest.mark.parametrize("labels", [("时间", "时间"), ("第一周", "第二周"), ("", "")])
def test_days_below_days_are_the_head_of_the_next_rows(labels: tuple[str, str]) -> None:
    first, second = labels
    weeks = f"|{first}|7月1日|7月2日|\n|上午|书法课|合唱课|\n", f"|{second}|7月8日|7月9日|\n|上午|剪纸课|陶艺课|\n"
    assert things(f"2024年暑期课表\n{''.join(weeks)}") == {
        ("2024-07-01 morning", "书法课"),
        ("2024-07-02 morning", "合唱课"),
        ("2024-07-08 morning", "剪纸课"),
        ("2024-07-09 morning", "陶艺课"),
    }


def test_who_is_on_duty_is_no_event() -> None:
    assert told("2024年值班表\n日期\t5/1\t5/2\n值班人員\t張三豐\t李四維") == []


@pytest.mark.parametrize("sign", ["\t", " | "])
def test_a_row_without_a_head_is_one_event(sign: str) -> None:
    rows = ("2019-05-01|開幕式|台北", "2019-05-02|專題 座談會|台中國家歌劇院")
    found = told("活動場次\n" + "\n".join(row.replace("|", sign) for row in rows))
    assert found == [("2019-05-01", "開幕式", "台北"), ("2019-05-02", "專題 座談會", "台中國家歌劇院")]


def test_the_day_may_stand_behind_the_thing() -> None:
    found = told(
        "2024年講座\n第一場\t5/1(三)\t食農教育\t王小明老師\t免費\t圖書館三樓\n第二場\t5/8(三)\t茶藝入門\t李大同老師\t免費\t線上"
    )
    assert found == [("2024-05-01", "食農教育", "圖書館三樓"), ("2024-05-08", "茶藝入門", None)]


def test_a_form_between_tabs_is_no_table_of_days() -> None:
    assert things("出生\t1959年5月21日\t台北\n出道日期\t1977年\t\n").isdisjoint(
        {("1959-05-21", "出生"), ("1977", "出道日期")}
    )


def test_the_day_of_the_moon_beside_the_civil_one_is_no_second_event() -> None:
    head, rows = (
        "國曆\t農曆\t時間\t內容\t地點",
        "4月27日(六)\t三月十九\t上午7時\t起馬宴\t廟埕\n5月1日(三)\t三月廿三\t午時\t祝壽大典\t正殿",
    )
    assert told(f"慶安宮2024年祝壽活動行程表\n{head}\n{rows}") == [
        ("2024-04-27 07:00", "起馬宴", "廟埕"),
        ("2024-05-01 noon", "祝壽大典", "正殿"),
    ]


def test_the_things_of_a_week_have_days_of_their_own() -> None:
    rows = "1\t2/16(五)-2/17(六)\t2/16開學日；2/17補課\n11\t4/21-4/27\t4/25運動會預演；4/27校慶運動會"
    assert things(f"○○國小112學年度第2學期行事曆\n週次\t日期\t重要行事\n{rows}") == {
        ("2024-02-16", "開學日"),
        ("2024-02-17", "補課"),
        ("2024-04-25", "運動會預演"),
        ("2024-04-27", "校慶運動會"),
    }
