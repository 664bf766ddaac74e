"""What is passed over to save time would have found nothing."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.events import narrative
from timeline.events.editing import bylines
from timeline.events.language.phrases import Phrase
from timeline.events.what import statements
from timeline.events.where.whereabouts import PATTERNS
from timeline.events.who import bodies, people
from timeline.pipeline import tell
from timeline.text import cleaning, document

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
SEARCHES = [
    *((row.name, row.search, row.needs) for row in PATTERNS if row.needs),
    *((f"host {number}", search, sign) for number, (search, sign) in enumerate(people._NAMING)),
    *((f"unsaid {number}", search, sign) for number, (search, sign) in enumerate(statements._UNSAID) if sign),
    ("joint", bodies._SPLIT, "".join(bodies._JOINTS)),
]


@pytest.mark.parametrize(("search", "needs"), [row[1:] for row in SEARCHES], ids=[row[0] for row in SEARCHES])
@settings(max_examples=25)
@given(data=st.data())
def test_a_match_has_one_of_the_signs_without_which_it_is_not_looked_for(
    search: re.Pattern[str], needs: str, data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(search))
    match = search.search(text)
    assert match is not None
    assert set(needs) & set(text)


SENTENCES = (
    "市残联举办义卖", "同时,举办讲座", "活动由市文化馆主办", "市妇联联合市图书馆", "共同举办展览",
    "5月13日举办音乐会", "一是组织培训", "5月14日,市残联、市妇联召开会议",
)  # fmt: skip
PARAGRAPHS = ["。".join(chosen) + "。" for chosen in product(SENTENCES, repeat=2)]


def test_what_is_not_read_of_a_paragraph_changes_no_organiser(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [*PARAGRAPHS, *(path.read_text(encoding="utf-8") for path in SEEDS)]
    documents = [document(str(number), text) for number, text in enumerate(told)]
    found = [tell(one).events for one in documents]
    monkeypatch.setattr(people, "_fresh", lambda *_: 0)
    assert found == [tell(one).events for one in documents]
    assert any(event.organisers for events in found for event in events)


SCOUTS = [(cleaning._LETTER_SPACED, cleaning._LETTER_APART), (cleaning._FIGURE_SPACED, cleaning._FIGURE_APART)]


@pytest.mark.parametrize(("search", "scout"), SCOUTS, ids=["letters", "figures"])
@given(data=st.data())
def test_what_is_set_apart_is_seen_by_its_scout(
    search: re.Pattern[str], scout: re.Pattern[str], data: st.DataObject
) -> None:
    line = data.draw(st.from_regex(search))
    assert search.search(line) is not None
    assert scout.search(line) is not None


@pytest.mark.parametrize("search", [bylines._SOURCE, bylines._ONLY_SOURCE, bylines._BYLINE])
@given(data=st.data())
def test_a_source_has_a_sign_of_one(search: re.Pattern[str], data: st.DataObject) -> None:
    text = data.draw(st.from_regex(search))
    assert not bylines._SIGNS.isdisjoint(text)


def test_a_clause_without_a_source_stays_as_it_is() -> None:
    part = Phrase("市图书馆举办诵读会", 3)
    assert bylines.without_source(part) is part


LINES = (
    "2022年5月12日", "5月13日、14日 9:00-11:00", "（5月14日）", "六一", "寒假 1月20日至2月16日", "诵读会",
    "沈从山：5月20日", "5月13日，市残联召开会议。", "当天，图书馆闭馆。",
)  # fmt: skip


def test_blocks_of_nothing_but_dates_tell_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [document("", "\n\n".join(chosen)) for chosen in product(LINES, repeat=3)]
    found = [tell(one).events for one in documents]
    asked = [0, 0]
    passed_over = narrative.only_dates

    def never(*given: object) -> bool:
        asked[passed_over(*given)] += 1  # type: ignore[arg-type]
        return False

    monkeypatch.setattr(narrative, "only_dates", never)
    assert found == [tell(one).events for one in documents]
    assert min(asked) > len(documents) / 2
