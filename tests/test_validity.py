"""Whatever is written, what is printed is valid: EDTF levels 0 to 2, ISO 8601 durations and times, RFC 5545 rules."""

import re
from datetime import date, datetime

import pytest
from dateutil.rrule import rrulestr
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline.find import phrases
from timeline.pipeline import tell
from timeline.text import document

YEAR = r"(?:-?\d{4}|-?\d\dXX|\d{3}X|XXXX|Y-?\d{5,})"
MONTH = r"(?:0[1-9]|1[0-2]|XX)"
SEASON = r"(?:2[1-9]|3\d|4[01])"
DAY = r"(?:0[1-9]|[12]\d|3[01]|XX)"
DATE = rf"{YEAR}(?:-{SEASON}|-{MONTH}(?:-{DAY})?)?[?~%]?"
EDTF = re.compile(rf"{DATE}|(?:{DATE}|\.\.)/{DATE}|{DATE}/\.\.")
NUMBER = r"\d+(?:\.\d+)?"
DURATION = re.compile(
    rf"P(?:{NUMBER}W|(?=[T\d])(?:{NUMBER}Y)?(?:{NUMBER}M)?(?:{NUMBER}D)?"
    rf"(?:T(?=\d)(?:{NUMBER}H)?(?:{NUMBER}M)?(?:{NUMBER}S)?)?)"
)
CLOCK = r"(?:[01]\d|2[0-4]):[0-5]\d(?::[0-5]\d)?"
TIME = re.compile(rf"{CLOCK}(?:/{CLOCK})?")

EXAMPLES = [text for phrase in phrases() for text in phrase.examples]


def complaints(text, published):
    """What a reader of the standards would not take."""
    for resolution in tell(document("test", text, published=published)).resolutions:
        when = resolution.when
        if when is None:
            continue
        for value, pattern in ((when.edtf, EDTF), (when.duration, DURATION), (when.time, TIME)):
            if value is not None and not pattern.fullmatch(value):
                yield resolution.expression.text, value
        if when.rrule is not None:
            try:
                rrulestr(when.rrule, dtstart=datetime(2022, 1, 1))
            except ValueError as error:
                yield resolution.expression.text, when.rrule, str(error)


@pytest.mark.parametrize("published", [None, date(2020, 2, 29)])
@pytest.mark.parametrize("sentence", ["{}", "{}起施行。", "截至{}，报名结束。", "自2019年10月8日至{}开放。"])
def test_examples(sentence, published):
    found = [complaint for text in EXAMPLES for complaint in complaints(sentence.format(text), published)]
    assert found == []


PIECES = st.lists(
    st.sampled_from([*EXAMPLES, *"至到—、和的前后起内(),。初底", "期间", "开始", "截止", "每", "近"]), max_size=6
)


@given(PIECES.map("".join), st.sampled_from([None, date(2024, 2, 29)]))
@settings(max_examples=300, deadline=None)
@example("5月12日开馆,公元前221年3月5日统一", None)
@example("过去100000年,数日后", date(2024, 2, 29))
@example("14:30至2022-05-15T14:30:00Z", None)
def test_any_text(text, published):
    assert list(complaints(text, published)) == []


@pytest.mark.parametrize("text", ["10月1-0月8日 诗词展", "0到25日 报名", "10月0日至5日", "5月10日至0日", "0、8月"])
def test_a_zero_is_no_day_and_no_month(text):
    assert list(complaints(text, date(2022, 5, 1))) == []
