"""The pictures of the READMEs, taken anew by `python docs/pictures/take.py` from `output/` and `seeds/`."""

import os
import shutil
import subprocess
import sys
from datetime import date
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.text import Text

from timeline import build, document
from timeline.export import terminal
from timeline.export.options import Options
from timeline.export.selection import Wish, narrowed
from timeline.layout import columns

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
DOCUMENT = "seeds/003_93a43c413fa3bed5.txt"

# name, width, height, what is pressed before, what is brought into view; each is taken in light and in dark
PAGES = (
    ("page-1440", 1440, 900, "", ""),
    ("page-820", 820, 1000, "", ".year:has(#m2022-05)"),
    ("page-390", 390, 844, "#list .ev:not([hidden]) summary >> nth=14", "#list details[open]"),
    ("month-1440", 1440, 900, "#tab-month", ".bar"),
    ("lanes-820", 820, 1000, "#tab-lanes", ".bar"),
)
EXPLAINED = ("explain-1280", 1280, 640)
COLUMNS = 80
# What terminals draw with: ground, ink, and colours by their numbers (red, yellow, cyan).
SCREENS = {
    "light": ("#fdfcf8", "#22211e", {1: "#a5261b", 3: "#7a4b00", 6: "#12657f"}),
    "dark": ("#16171b", "#e4e2db", {1: "#f0816f", 3: "#dba24a", 6: "#79bcd8"}),
}


def shoot(page: Page, name: str) -> None:
    """Waits for what unfolds, then takes the picture."""
    page.wait_for_timeout(200)
    page.screenshot(path=HERE / f"{name}.png")
    page.close()


def opened(browser: Browser, path: Path, width: int, height: int, scheme: str) -> Page:
    """A page in a window of that size."""
    size = {"width": width, "height": height}
    page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page.goto(path.as_uri())
    return page


def shown(language: str) -> str:
    """A month of four provinces, as a terminal in colour is sent it."""
    files = sorted((ROOT / "seeds").glob("*.txt"))
    timeline = build(document(file.name, file.read_text(encoding="utf-8")) for file in files)
    wish = Wish(start=date(2022, 5, 9), end=date(2022, 5, 31), places=("黑龙江", "安徽", "山东", "浙江"))
    options = Options(language=language, width=COLUMNS, colour=True, chart=True, until=wish.last_day)
    return terminal.render(narrowed(timeline, wish), options)


def screen(text: str, scheme: str) -> str:
    """What a terminal shows, as a page in which each sign has its cell, as on the terminal."""
    ground, ink, colours = SCREENS[scheme]
    rows = []
    for line in text.splitlines():
        cells = []
        for segment in Text.from_ansi(line).render(Console(width=1000)):
            style = segment.style
            colour = colours.get(style.color.number, ink) if style and style.color else ink
            look = f"color:{colour};opacity:{0.66 if style and style.dim else 1}"
            look += f";font-weight:{700 if style and style.bold else 400}"
            for sign in segment.text.rstrip("\n"):
                drawn = f"<u>{sign}</u>" if columns(sign) == 2 else escape(sign)
                cells.append(f'<i style="{look};width:{columns(sign)}ch">{drawn}</i>')
        rows.append(f"<p>{''.join(cells)}</p>")
    return (
        f"<!doctype html><meta charset=utf-8><style>body{{background:{ground};margin:0;padding:20px 24px;"
        "font:15px 'DejaVu Sans Mono','Noto Sans Mono CJK SC','Noto Sans CJK SC',monospace}p{display:flex;margin:0;"
        "height:22px;line-height:22px;white-space:pre}i{font-style:normal;flex:none;text-align:center}u{font-size:17px;"
        "text-decoration:none}"
        f"</style>{''.join(rows)}"
    )


def main() -> None:
    """Takes every picture."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    arguments = ["--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with TemporaryDirectory() as folder, sync_playwright() as driver:
        explained, drawn = Path(folder, "explained.html"), Path(folder, "terminal.html")
        timeline = Path(sys.executable).with_name("timeline")
        command = [timeline, "explain", DOCUMENT, "--html", explained, "--lang", "zh"]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        browser = driver.chromium.launch(executable_path=chromium, args=arguments)
        for scheme in SCREENS:
            for name, width, height, press, view in PAGES:
                page = opened(browser, ROOT / "output" / "timeline.html", width, height, scheme)
                if press:
                    page.click(press)
                if view:
                    page.eval_on_selector(view, "part => part.scrollIntoView()")
                shoot(page, f"{name}-{scheme}")
            drawn.write_text(screen(shown("zh"), scheme), encoding="utf-8")
            page = opened(browser, drawn, 800, 100, scheme)
            page.set_viewport_size({"width": 800, "height": page.evaluate("document.body.offsetHeight")})
            shoot(page, f"terminal-{COLUMNS}-{scheme}")
        name, width, height = EXPLAINED
        page = opened(browser, explained, width, height, "light")
        page.hover("#text a.derived")
        shoot(page, f"{name}-light")
        browser.close()


if __name__ == "__main__":
    main()
