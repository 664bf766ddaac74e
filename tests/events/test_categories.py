"""What kind of thing an event is: the lists run their examples, and the order of the rules holds."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from tests.events.marked import events
from timeline.events.categories import category
from timeline.messages import say
from timeline.model import Category, EventKind
from timeline.text.folding import fold

DATA = tomllib.loads(resources.files("timeline").joinpath("data/categories.toml").read_text(encoding="utf-8"))
EXAMPLES = [(name, example) for name, row in DATA.items() for example in row["examples"]]


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_a_category_holds_its_examples(name: str, example: str) -> None:
    assert category(fold(example)) is Category(name)


@pytest.mark.parametrize("kind", ["nouns", "verbs"])
def test_no_word_has_two_categories_and_none_is_changed_by_folding(kind: str) -> None:
    words = [word for row in DATA.values() for word in row[kind]]
    assert len(words) == len(set(words))
    assert [word for word in words if fold(word) != word] == []


def test_every_category_has_words_or_comes_of_the_date_and_has_a_name_in_both_languages() -> None:
    assert {*DATA, "period", "other"} == {each.value for each in Category}
    names = [say(language, f"kind-{each}") for language in ("en", "zh") for each in Category]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("“放声歌唱”启动仪式", Category.CEREMONY),  # the noun outside the quotation marks
        ("市残联印发《技能大赛实施方案》", Category.PUBLICATION),  # the verb, whatever its object ends in
        ("副市长调研职业培训", Category.VISIT),
        ("盲人读书分享活动", Category.LECTURE),  # a generic noun lets the one before it speak
        ("入户慰问、技能培训等活动", Category.CAMPAIGN),  # one of a list is not what is done
        ("就业宣传月暨走访拓岗活动", Category.CAMPAIGN),  # part of a name
        ("工务段实施道路封闭管制", Category.CLOSURE),  # what is put into effect, where it is no text
        ("县政府实施《防火办法》", Category.PUBLICATION),
        ("仓库发生大火", Category.INCIDENT),
        ("林某获颁金曲奖最佳女主角", Category.LIFE),
        ("中秋假期", Category.OBSERVANCE),
        ("各校复课", Category.CLOSURE),
        ("新城区开展", Category.OTHER),  # 展 inside a verb is no exhibition
        ("研究生考试报名(第二批)", Category.APPLICATION),  # what follows the noun in brackets
    ],
)
def test_which_word_decides(title: str, expected: Category) -> None:
    assert category(title) is expected


def test_a_last_day_is_a_deadline_and_a_text_a_publication_whatever_they_are_called() -> None:
    assert category("歌唱比赛", "", EventKind.DEADLINE) is Category.DEADLINE
    assert category("歌唱比赛", "", EventKind.PUBLICATION) is Category.PUBLICATION
    assert category("第三阶段", "", EventKind.PERIOD) is Category.PERIOD


def test_the_words_are_asked_where_the_title_names_nothing() -> None:
    (event,) = events("⟦5月12日|2022-05-12⟧，三百名志愿者在人民公园义诊。")
    assert event.category is Category.SERVICE
