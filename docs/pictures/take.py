"""The pictures of the pages, taken anew by `python docs/pictures/take.py` from `output/` and `seeds/`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parent.parent

# name, width, height, light or dark, what is pressed before, what is brought into view
PICTURES = (
    ("page-1440-light", 1440, 900, "light", "", ""),
    ("page-1440-month-dark", 1440, 900, "dark", "#tab-month", ".bar"),
    ("page-820-light", 820, 1000, "light", "", "#m2022-05"),
    ("page-390-dark", 390, 844, "dark", "", ""),
    ("page-390-evidence-light", 390, 844, "light", "#list .ev:not([hidden]) summary >> nth=14", "#list details[open]"),
)
EXPLAINED = ("explain-1280-light", 1280, 640, "light")
DOCUMENT = "seeds/003_93a43c413fa3bed5.txt"


def shoot(page: Page, name: str) -> None:
    """Waits for what unfolds, then takes the picture."""
    page.wait_for_timeout(200)
    page.screenshot(path=HERE / f"{name}.png")


def main() -> None:
    """Takes every picture."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    arguments = ["--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with TemporaryDirectory() as folder, sync_playwright() as driver:
        explained = Path(folder, "explained.html")
        timeline = Path(sys.executable).with_name("timeline")
        command = [timeline, "explain", DOCUMENT, "--html", explained, "--lang", "zh"]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        browser = driver.chromium.launch(executable_path=chromium, args=arguments)
        for name, width, height, scheme, press, view in PICTURES:
            size = {"width": width, "height": height}
            page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
            page.goto((ROOT / "output" / "timeline.html").as_uri())
            if press:
                page.click(press)
            if view:
                page.eval_on_selector(view, "part => part.scrollIntoView()")
            shoot(page, name)
        name, width, height, scheme = EXPLAINED
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        page.goto(explained.as_uri())
        page.hover("#text a.derived")
        shoot(page, name)
        browser.close()


if __name__ == "__main__":
    main()
