"""A browser for the pages: the one that the machine has; where there is none these tests are left out."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

Opened = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    playwright = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    # Chromium has no sandbox for the superuser, as whom containers run.
    arguments = ["--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield running
        running.close()


@pytest.fixture
def opened(browser: "Browser") -> Iterator[Opened]:
    """Opens a page; when the test ends, nothing may have been fetched, said on the console or asked of the reader."""
    contexts, heard = [], []

    def opens(path: Path, width: int = 1440, scheme: str = "light", hash: str = "", **options: Any) -> "Page":
        size = {"width": width, "height": 900}
        options = {"reduced_motion": "reduce", **options}
        context = browser.new_context(viewport=size, color_scheme=scheme, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("dialog", lambda dialog: heard.append(dialog.message) or dialog.dismiss())
        page.on("request", lambda request: heard.append(request.url) if not request.url.startswith(LOCAL) else None)
        page.goto(f"{path.as_uri()}#{hash}" if hash else path.as_uri())
        return page

    yield opens
    for context in contexts:
        context.close()
    assert heard == []


LOCAL = ("file:", "blob:")
