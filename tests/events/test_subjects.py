"""Who a clause tells of where it does not say so: the name that opened the sentence, the paragraph or the text."""

from __future__ import annotations

import pytest

from tests.events.marked import told
from timeline.pipeline import tell
from timeline.text import document


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "沈从山,⟦1931年4月2日|1931-04-02⟧出生于绍兴。⟦1952年|1952⟧考入美术学院。⟦1960年|1960⟧起任教于师范大学。",
            ["沈从山出生于绍兴", "沈从山考入美术学院", "沈从山任教于师范大学"],
        ),
        (
            "沈从山是画家。⟦1952年|1952⟧,他考入美术学院。⟦1955年|1955⟧,其妻周兰去世。",
            ["沈从山考入美术学院", "其妻周兰去世"],
        ),
        (
            "沈从山⟦1952年|1952⟧考入美术学院。学院迁往杭州。⟦1957年|1957⟧停办三年。",
            ["沈从山考入美术学院", "学院停办三年"],
        ),
        (
            "沈从山生平\n沈从山是绍兴人,自幼爱画。\n⟦1952年|1952⟧考入美术学院。",
            ["沈从山考入美术学院"],
        ),
        ("⟦1952年|1952⟧,中学更名。⟦1955年|1955⟧迁至江边。", ["中学更名", "中学迁至江边"]),
        (
            "# 江岸中学校史沿革\n⟦1907年|1907⟧创办于江边。\n⟦1928年|1928⟧改为县立初级中学。",
            ["江岸中学创办于江边", "江岸中学改为县立初级中学"],
        ),
        (
            "沈从山⟦1962年|1962⟧在杭州办学。⟦1968年|1968⟧奉准改名。⟦同年秋天|1968-23⟧,北迁上海。⟦1979年|1979⟧被批准复校。",
            ["沈从山在杭州办学", "沈从山奉准改名", "沈从山北迁上海", "沈从山被批准复校"],
        ),
        (
            "沈从山⟦1957年|1957⟧加入江岸公司,⟦1964年|1964⟧升为部门经理,⟦1970年|1970⟧任分公司总经理。",
            ["沈从山加入江岸公司", "沈从山升为部门经理", "沈从山任分公司总经理"],
        ),
        (
            "主任刘某表示哀悼,“沈从山在电影界地位很高,于⟦1970年|1970⟧创办江岸公司。他提携了多位演员。”",
            ["沈从山创办江岸公司"],
        ),
        ("著名画家、美术学院院长沈从山先生,因病于⟦1970年5月2日|1970-05-02⟧在杭州逝世。", ["沈从山先生因病在杭州逝世"]),
        (
            "东线一期:⟦2021年3月|2021-03⟧开工,⟦同年11月|2021-11⟧完成主体,⟦次年4月|2022-04⟧通过验收。",
            ["东线一期开工", "东线一期完成主体", "东线一期通过验收"],
        ),
        (
            "⟦5月3日|2021-05-03⟧,长征九号与空间站对接,⟦6月2日|2021-06-02⟧返回。",
            ["长征九号与空间站对接", "长征九号返回"],
        ),
        (
            "“江岸旧影”摄影展将于⟦5月3日|2021-05-03⟧开幕,展期至⟦6月2日|2021-06-02⟧。",
            ["“江岸旧影”摄影展开幕", "“江岸旧影”摄影展展期"],
        ),
    ],
)
def test_a_subject_holds_until_another_one_takes_its_place(text: str, titles: list[str]) -> None:
    assert [title for _, title in told(text)] == titles


def test_nobody_is_made_the_subject_of_what_has_its_own() -> None:
    found = told("沈从山⟦1952年|1952⟧考入美术学院。⟦1953年|1953⟧大学开学。⟦1954年|1954⟧大桥通车。")
    assert [title for _, title in found] == ["沈从山考入美术学院", "大学开学", "大桥通车"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "沈从山,字子山,号江翁,1901年3月4日生于绍兴。1919年赴沪,次年任江岸中学校长。",
            ["沈从山生于绍兴", "沈从山赴沪", "沈从山任江岸中学校长"],
        ),
        (
            "沈从山1901年8月生,浙江绍兴人,1924年毕业于江岸大学,1930年5月任江岸大学教授。",
            ["沈从山生", "沈从山毕业于江岸大学", "沈从山任江岸大学教授"],
        ),
    ],
)
def test_a_life_is_told_of_the_person_that_opens_it(text: str, titles: list[str]) -> None:
    found = [event.title for event in tell(document("示例", text)).events]
    assert [title for title in titles if title in found] == titles
    assert all(title.startswith("沈从山") for title in found)
