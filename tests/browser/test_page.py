"""The page of the showcase in a browser: search, filters, evidence, month, lanes, print, keyboard, without script."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Opened
from tests.export.samples import Row, story_of, timeline_of
from tests.export.test_html import HOSTILE
from timeline.export import html
from timeline.export.html import explained
from timeline.export.options import Options
from timeline.model import Certainty, When

OUTPUT = Path(__file__).parents[2] / "output"
PAGE = OUTPUT / "timeline.html"

SHOWN = "#list .ev:visible"


def count(page: Any) -> str:
    return str(page.text_content("#count"))


def test_it_opens_with_what_matters_and_the_rest_is_one_press_away(opened: Opened) -> None:
    page = opened(PAGE)
    every, minor = page.locator("#list .ev").count(), page.locator("#list .ev.minor").count()
    assert page.locator(SHOWN).count() == every - minor > 0
    assert str(minor) in count(page)
    page.click("#minor")
    assert page.locator(SHOWN).count() == every
    assert page.locator("#minor").is_hidden()


def test_search_finds_whatever_is_written_of_an_event(opened: Opened) -> None:
    page = opened(PAGE)
    page.fill("#q", "招聘 山东")
    found = page.locator(SHOWN)
    assert found.count() > 0
    assert all("招聘" in text and "山东" in text for text in found.all_text_contents())
    assert count(page).startswith(f"找到 {found.count()} 项")
    page.fill("#q", "没有这样的事")
    assert page.locator(SHOWN).count() == 0
    assert page.locator(".empty").is_visible()
    page.click("#clear")
    assert page.locator(SHOWN).count() > 20


@pytest.mark.parametrize("name", ["c", "r", "k", "s"])
def test_a_filter_leaves_what_bears_its_value(name: str, opened: Opened) -> None:
    page = opened(PAGE)
    box = page.locator(f"input[name={name}]").first
    box.check()
    value = box.get_attribute("value")
    number = int(page.locator(f"label:has(input[name={name}]) small").first.text_content())
    shown = page.locator(SHOWN)
    assert shown.count() == number
    values = [shown.nth(n).get_attribute(f"data-{name}").split(" ") for n in range(number)]
    assert all(value in own for own in values)
    page.click("#clear")
    assert not box.is_checked()


def test_a_place_in_the_head_is_a_filter(opened: Opened) -> None:
    page = opened(PAGE)
    button = page.locator(".where button").first
    button.click()
    assert page.locator(SHOWN).count() == int(button.locator("small").text_content())


def test_an_event_opens_its_sentence_and_its_reasons(opened: Opened) -> None:
    page = opened(PAGE)
    event = page.locator(SHOWN).first
    assert event.locator(".proof").is_hidden()
    event.locator("summary").click()
    assert event.locator("mark").first.is_visible()
    assert event.locator("mark").first.text_content() in event.locator("blockquote").first.text_content()
    assert event.locator(".proof li").last.text_content().startswith("所以记在")


def test_the_month_goes_from_one_with_events_to_the_next(opened: Opened) -> None:
    page = opened(PAGE)
    page.click("#tab-month")
    heading = page.locator("#month h2")
    before = heading.text_content()
    page.click("[data-key=next]")
    assert heading.text_content() != before
    assert page.locator("#month .agenda .ev").count() > 0
    page.click("[data-key=previous]")
    assert heading.text_content() == before
    day = page.locator("#month td.has button").first
    day.click()
    assert page.locator("#month .agenda .ev").count() > 0
    page.locator("#month .agenda summary").first.click()
    assert page.locator("#month .agenda mark").first.is_visible()


def written(folder: Path, rows: tuple[Row, ...], language: str = "zh") -> Path:
    file = folder / "timeline.html"
    file.write_text(html.render(timeline_of(story_of(rows)), Options(language=language)), encoding="utf-8")
    return file


def test_the_whole_cell_of_a_day_can_be_pressed(opened: Opened) -> None:
    page = opened(PAGE, 820)
    page.click("#tab-month")
    heights = "cells => cells.map(cell => cell.offsetHeight)"
    tall = max(page.eval_on_selector_all("#month td:has(button)", heights))
    cell = page.locator("#month td:has(button[aria-pressed=false])")
    cell = next(each for each in cell.all() if each.bounding_box()["height"] >= tall - 1)
    day = cell.locator("button").get_attribute("data-key")
    cell.click(position={"x": 20, "y": tall - 12})
    assert page.locator("#month button[aria-pressed=true]").get_attribute("data-key") == day


@pytest.mark.parametrize(("language", "first"), [("zh", "一"), ("en", "Mon")])
def test_on_a_telephone_the_weekdays_are_short_and_stay_whole_aloud(
    language: str, first: str, tmp_path: Path, opened: Opened
) -> None:
    page = opened(written(tmp_path, (("5月12日", When(edtf="2022-05-12"), "开幕", {}),), language), 390)
    page.click("#tab-month")
    heads = page.locator("#month th")
    assert heads.first.locator(".narrow").text_content() == first
    assert heads.first.get_attribute("abbr") in {"星期一", "Monday"}
    heights = [each.bounding_box()["height"] for each in heads.locator(".narrow").all()]
    assert max(heights) < 25  # one line
    page.set_viewport_size({"width": 820, "height": 900})
    assert heads.locator(".narrow:visible").count() == 0


def test_a_guessed_day_is_not_said_to_be_around_a_day(tmp_path: Path, opened: Opened) -> None:
    guessed = {"certainty": Certainty.GUESSED}
    rows = (("5月12日", When(edtf="2022-05-12"), "开幕", guessed), ("5月13日", When(edtf="2022-05-13"), "闭幕", {}))
    page = opened(written(tmp_path, rows))
    page.click("#tab-month")
    cell = page.locator("[data-key='2022-05-12']")
    assert "推测 1 项" in cell.locator(".in").text_content()
    assert "前后" not in cell.text_content()
    page.click("#tab-lanes")
    assert "推测 1 项" in page.locator("#lanes td button.hollow").get_attribute("aria-label")


def test_a_month_that_is_asked_for_is_at_the_top_for_those_whom_motion_does_not_disturb(
    tmp_path: Path, opened: Opened
) -> None:
    days = [date(2010, 1, 1) + timedelta(days=n) for n in range(0, 2190, 4)]
    days = [day for day in days if day.day < 3 * day.month]  # no two months are of one height
    rows = tuple(("5月12日", When(edtf=day.isoformat()), f"开幕{day.toordinal()}", {}) for day in days)
    page = opened(written(tmp_path, rows), reduced_motion="no-preference")
    for month in ("2012-04", "2015-02", "2010-09"):
        page.evaluate(f"location.hash = 'm{month}'")
        page.wait_for_timeout(800)  # what unfolds on the way is of no height before
        assert 0 <= page.locator(f"#m{month}").bounding_box()["y"] < 150


def test_a_number_of_the_lanes_opens_as_many_events(opened: Opened) -> None:
    page = opened(PAGE)
    page.click("#tab-lanes")
    for zoom in ("month", "year", "everything"):
        page.click(f"[data-key=zoom-{zoom}]")
        number = page.locator("#lanes td button").first
        wanted = int(number.text_content())
        number.click()
        assert page.locator("#lanes .agenda .ev").count() == wanted
    page.click("[data-key=rows-kind]")
    kinds = page.locator("#lanes tbody th").all_text_contents()
    assert len(kinds) == len(set(kinds)) > 3


def test_the_days_of_a_month_stand_beside_the_filters_and_none_is_hidden(opened: Opened) -> None:
    page = opened(PAGE, 1280)
    page.click("#tab-lanes")
    sheet = "document.querySelector('.lanes')"
    assert page.evaluate(f"{sheet}.scrollWidth - {sheet}.clientWidth") == 0
    page.set_viewport_size({"width": 390, "height": 900})
    page.click("#tab-list")
    page.click("#tab-lanes")
    assert page.evaluate(f"{sheet}.scrollLeft") > 0  # to the first day on which something is


def test_what_a_heading_says_in_the_list_an_event_says_itself_in_the_month(opened: Opened) -> None:
    page = opened(PAGE)
    page.click("#tab-month")
    shown = page.locator("#month .agenda .above").first
    assert shown.is_visible()
    place = shown.text_content()
    page.click("#tab-list")
    assert page.locator("#list .around .ev:not([hidden]) .above", has_text=place).first.is_hidden()


def test_all_events_download_as_the_exporter_wrote_them(opened: Opened) -> None:
    page = opened(PAGE)
    with page.expect_download() as waiting:
        page.click("#all")
    assert Path(waiting.value.path()).read_bytes() == (OUTPUT / "timeline.ics").read_bytes()


def test_one_event_downloads_as_a_calendar_of_its_own(opened: Opened) -> None:
    page = opened(PAGE)
    event = page.locator(SHOWN).first
    event.locator("summary").click()
    with page.expect_download() as waiting:
        event.locator("[data-act=save]").click()
    made = Path(waiting.value.path()).read_bytes()
    assert made.count(b"BEGIN:VEVENT") == 1
    assert event.get_attribute("id").removeprefix("e-").encode() in made
    assert made.startswith(b"BEGIN:VCALENDAR\r\n")
    assert made.endswith(b"END:VCALENDAR\r\n")


def test_it_can_be_used_by_keyboard_alone(opened: Opened) -> None:
    page = opened(PAGE)
    page.keyboard.press("/")
    page.keyboard.type("启动")
    assert 0 < page.locator(SHOWN).count() < page.locator("#list .ev").count()
    page.focus("#tab-list")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "tab-month"
    page.focus("#month [aria-pressed=true]")
    day = page.evaluate("document.activeElement.dataset.key")
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.dataset.key") == f"{day[:8]}01"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.key") == f"{day[:8]}08"
    page.focus("#tab-month")
    page.keyboard.press("ArrowLeft")
    page.locator(SHOWN).first.locator("summary").focus()
    page.keyboard.press("Enter")
    assert page.locator(SHOWN).first.locator(".proof").is_visible()


def test_a_link_opens_its_event_even_a_minor_one(opened: Opened) -> None:
    page = opened(PAGE)
    anchor = page.locator("#list .ev.minor").first.get_attribute("id")
    page.evaluate("anchor => { location.hash = anchor; }", anchor)
    page.wait_for_selector(f"#{anchor} .proof", state="visible")


def test_what_is_asked_for_stands_in_the_address(opened: Opened) -> None:
    page = opened(PAGE)
    assert "#" not in page.url
    page.fill("#q", "启动")
    page.locator("input[name=k]").first.check()
    page.click("#tab-month")
    shown = page.locator("#list .ev:not([hidden])").count()
    heading = page.locator("#month h2").text_content()
    again = opened(PAGE, hash=page.url.partition("#")[2])
    assert again.input_value("#q") == "启动"
    assert again.locator("#month h2").text_content() == heading
    assert again.locator("#list .ev:not([hidden])").count() == shown
    again.click("#tab-list")
    again.click("#clear")
    assert "#" not in again.url
    again.evaluate("location.hash = '#?w=minor'")
    again.wait_for_function("document.querySelector('#minor').hidden")
    assert again.locator(SHOWN).count() == again.locator("#list .ev").count()


def test_an_address_that_makes_no_sense_shows_everything(opened: Opened) -> None:
    page = opened(PAGE, hash="?q=&r=Atlantis&view=moon&m=99999&x=%E0%A4%A")
    assert page.locator(SHOWN).count() > 20
    assert opened(PAGE, hash="%E0%A4%A").locator(SHOWN).count() > 20


def test_a_short_print_leaves_the_evidence_out(opened: Opened) -> None:
    page = opened(PAGE)
    page.check("input[name=b]")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(SHOWN).count() > 20
    assert page.locator("#list .proof:visible").count() == 0
    page.emulate_media(media="screen")
    page.uncheck("input[name=b]")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#list .proof:visible").count() > 20


def test_on_paper_the_evidence_stands_open_and_the_controls_are_gone(opened: Opened) -> None:
    page = opened(PAGE)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    shown = page.locator(SHOWN).count()
    assert page.locator("#list .proof:visible").count() == shown > 20
    assert page.locator(".bar").is_hidden()
    assert page.locator(".side").is_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#list .proof:visible").count() == 0


def test_without_a_script_the_list_is_all_there(opened: Opened) -> None:
    page = opened(PAGE, java_script_enabled=False)
    assert page.locator(SHOWN).count() == page.locator("#list .ev").count()
    assert page.locator(".bar").is_hidden()
    page.locator("#list summary").first.click()
    assert page.locator("#list .proof").first.is_visible()


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_nothing_is_wider_than_the_screen_and_no_title_is_cut(width: int, opened: Opened) -> None:
    page = opened(PAGE, width)
    for view in ("list", "month", "lanes"):
        page.click(f"#tab-{view}")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        cut = "e => getComputedStyle(e).overflow !== 'visible' && e.scrollWidth > e.clientWidth + 1"
        assert page.evaluate(f"[...document.querySelectorAll('.title, h1, .cal .t')].filter({cut}).length") == 0


def test_the_theme_can_be_chosen_and_is_kept(opened: Opened) -> None:
    page = opened(PAGE, scheme="dark")
    dark = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.click("#theme")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != dark
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "light"


@pytest.mark.parametrize(
    ("width", "scheme", "view"), [(1440, "light", "list"), (390, "dark", "month"), (820, "light", "lanes")]
)
def test_axe_finds_nothing(width: int, scheme: str, view: str, opened: Opened) -> None:
    page = opened(PAGE, width, scheme, bypass_csp=True)
    page.click(f"#tab-{view}")
    if view == "list":
        page.locator(SHOWN).first.locator("summary").click()
    assert violations(page) == []


def violations(page: Any) -> list[tuple[str, str]]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    found = axe.Axe().run(page).response["violations"]
    return [(each["id"], each["nodes"][0]["html"]) for each in found]


def hostile_story() -> Any:
    more = {"description": "<b>", "organisers": HOSTILE}
    rows = [("5月12日", When(edtf="2022-05-12"), text, {**more, "place": text}) for text in HOSTILE]
    return story_of(tuple(rows))


def test_a_hostile_document_does_nothing(tmp_path: Path, opened: Opened) -> None:
    file = tmp_path / "timeline.html"
    file.write_text(html.render(timeline_of(hostile_story()), Options(everything=True)), encoding="utf-8")
    page = opened(file)
    assert page.locator(SHOWN).count() == len(HOSTILE)
    for view in ("month", "lanes", "list"):
        page.click(f"#tab-{view}")
    page.fill("#q", "<script>")
    assert page.locator(SHOWN).count() > 0
    assert page.locator("img, svg[onload], script").count() == 3


def test_reasons_open_beside_the_words_and_close(tmp_path: Path, opened: Opened) -> None:
    story, file = hostile_story(), tmp_path / "explained.html"
    file.write_text(explained.render(story, "en", timeline_of(story)), encoding="utf-8")
    page = opened(file, 820, bypass_csp=True)
    card = page.locator("#card")
    assert card.is_hidden()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert card.is_visible()
    assert "2022-05-12" in card.text_content()
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "card"
    page.keyboard.press("Escape")
    assert card.is_hidden()
    page.hover("#t-x3")
    assert card.is_visible()
    assert violations(page) == []
