"""Which tellings of which days become one event, and what of each of them it keeps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.test_merge import event
from timeline.events.tellings.matches import one_stage
from timeline.events.tellings.readings import plain
from timeline.events.tellings.sameness import alike, merged
from timeline.model import Event, Part, Step, Weight, When


def days(events: list[Event]) -> list[str | None]:
    return [each.when.edtf for each in events]


def told(day: str, words: str, document: str = "甲.txt", title: str = "江岸邻里节", **more) -> Event:
    """A telling with a sentence of its own."""
    return replace(event(title, day, document=document, **more), uid=f"{document}{words}", description=words)


def test_a_document_tells_a_stretch_and_its_first_day() -> None:
    both = [told("2022-05-15/2022-05-20", "江岸邻里节为期六天。"), told("2022-05-15", "江岸邻里节今日举行。")]
    assert len(merged(both)) == 1


def test_a_document_tells_a_month_and_a_day_in_it() -> None:
    both = [told("2022-05", "五月举办江岸邻里节。"), told("2022-05-31", "江岸邻里节今日举行。")]
    assert days(merged(both)) == ["2022-05-31"]


def test_two_stretches_of_one_document_are_two_whatever_another_tells() -> None:
    both = [told("2022-05-15/2022-05-20", "街道办六天。"), told("2022-05-15/2022-05-25", "社区办十一天。")]
    other = told("2022-05-15", "江岸邻里节今日举行。", "乙.txt")
    assert len(merged([*both, other])) == 2


def test_a_month_is_not_the_first_of_its_days() -> None:
    three = [
        told(day, day, document) for day, document in (("2022-05", "甲"), ("2022-05-01", "乙"), ("2022-05-20", "丙"))
    ]
    assert len(merged(three)) == 3


def test_a_year_a_month_of_it_and_a_day_of_that_are_one() -> None:
    three = [told(day, day, document) for day, document in (("2022", "甲"), ("2022-05", "乙"), ("2022-05-14", "丙"))]
    assert days(merged(three)) == ["2022-05-14"]


def test_the_last_day_of_a_month_lies_in_it() -> None:
    two = [told("2022-05", "五月", "甲.txt"), told("2022-05-31", "今日", "乙.txt")]
    assert days(merged(two)) == ["2022-05-31"]


def test_what_the_fullest_telling_lacks_another_gives() -> None:
    fullest = event("专场招聘会", time="09:00")
    other = event("专场招聘会", document="乙.txt", place="北京市", organisers=("市残联",))
    (found,) = merged([fullest, other])
    assert (found.when.time, found.place, found.organisers) == ("09:00", "北京市", ("市残联",))


def test_a_part_of_the_day_says_more_than_the_day() -> None:
    bare = event("专场招聘会", place="北京市", organisers=("市残联",))
    morning = replace(event("专场招聘会", document="乙.txt"), when=When(edtf="2022-05-15", part=Part.MORNING))
    (found,) = merged([bare, morning])
    assert found.when.part is Part.MORNING


@pytest.mark.parametrize(
    ("rule", "place", "weight"),
    [
        ("decided-place", None, Weight.CORE),
        ("decided-weight", "北京市", Weight.MINOR),
        ("decided-title", "北京市", Weight.CORE),
    ],
)
def test_what_a_person_decided_comes_first_and_stays(rule: str, place: str | None, weight: Weight) -> None:
    decided = replace(event("残健融合公益市集"), decided=(Step(rule=rule),), weight=Weight.MINOR)
    other = event("江岸街道残健融合公益市集", document="乙.txt", time="09:00", place="北京市")
    (found,) = merged([other, decided])  # the other says more
    assert (found.title, found.place, found.weight) == ("残健融合公益市集", place, weight)


@pytest.mark.parametrize(
    ("one", "other", "place", "same"),
    [
        ("话剧团演出《远山》", "《远山》与观众见面", "江岸剧院", True),
        ("话剧团演出《远山》", "《远山》与观众见面", "江岸市", False),  # where many things go on
        ("话剧团演出《远山》", "《远山》与观众见面", None, False),
        ("话剧团演出《远山》", "《近水》与观众见面", "江岸剧院", False),
        ("市政府通过《绿化条例》", "《绿化条例》解读", "江岸礼堂", False),  # a paper is no work of a stage
    ],
)
def test_a_work_on_one_stage(one: str, other: str, place: str | None, same: bool) -> None:
    stories = event(one, place=place), event(other, place=place, document="乙.txt")
    assert one_stage(*stories) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("座谈会", "教师座谈会", True),  # a bare noun of events, at one place
        ("教师座谈会", "运动会", False),
        ("放灯", "放河灯", True),  # a letter left out
        ("放灯", "放风筝", False),
    ],
)
def test_a_bare_noun_and_one_that_says_more(one: str, other: str, same: bool) -> None:
    found = merged([event(one, place="江岸礼堂"), event(other, document="乙.txt", place="江岸礼堂")])
    assert len(found) == (1 if same else 2)


def test_a_title_is_told_shortest_by_its_first_clause() -> None:
    assert plain("大桥封闭,车辆绕行") == "大桥封闭"
    assert plain("受灾时,车辆绕行") == "受灾时,车辆绕行"


def test_hosts_that_only_one_names_are_left_out() -> None:
    one = event("江岸文化馆剪纸体验课招生", organisers=("江岸文化馆",))
    assert alike(one, event("剪纸体验课线上招生", document="乙.txt"))
    assert not alike(one, event("书法体验课线上招生", document="乙.txt"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("江岸县与海岳集团签署合作框架协议", "海岳集团与江岸县签署战略合作协议", True),  # a word put between two
        ("江岸县与海岳集团签署合作框架协议", "江岸县与白鹤集团签署合作框架协议", False),
        ("江岸市民休闲广场改造完工", "江岸市民广场提升改造完工", True),
    ],
)
def test_what_is_put_between_two_words(one: str, other: str, same: bool) -> None:
    assert alike(event(one), event(other, document="乙.txt")) is same
