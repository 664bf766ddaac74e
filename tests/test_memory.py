"""What was asked of texts and documents is not kept for ever."""

import gc

from timeline.memory import LONGEST, remembered
from timeline.model import Document
from timeline.pipeline import tell
from timeline.text import document


class Answer:
    """Something that can be counted."""


def alive(kind: type) -> int:
    gc.collect()
    return sum(isinstance(thing, kind) for thing in gc.get_objects())


def test_answers_to_short_texts_are_kept_and_of_those_to_long_ones_the_last_two() -> None:
    @remembered(3)
    def answer(text: str) -> Answer:
        return Answer()

    assert answer("短") is answer("短")
    long = ["长" * (LONGEST + number) for number in range(1, 9)]
    for text in long:
        assert answer(text) is answer(text)
    assert alive(Answer) == 3
    for number in range(9):
        answer(str(number))
    assert alive(Answer) == 5


def test_few_documents_of_a_folder_stay_in_memory() -> None:
    before = alive(Document)
    for number in range(12):
        sentence = f"5月12日，在市教育局指导下，第{number}中学联合县文化馆举办读书会，县残联协办，5月13日颁奖。"
        tell(document(f"{number}.txt", sentence * 3))
    assert alive(Document) <= before + 4
