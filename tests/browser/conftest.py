"""One browser for the tests that look at a page as its readers do; where there is none they are skipped."""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import attrs
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

import dataflow_assess

ROOT = Path(__file__).parents[2]
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


_PATIENCE = 20_000  # milliseconds that a busy machine may take
expect.set_options(timeout=_PATIENCE)


@attrs.define
class Visitor:
    """Opens pages, and notes what they ask for and complain of.

    Attributes:
        browser: where they are opened.
        opened: the addresses that were opened on purpose.
        asked: the addresses that pages asked for.
        complaints: errors and warnings of scripts and of the policy.
    """

    browser: Browser
    opened: list[str] = attrs.field(factory=list)
    asked: list[str] = attrs.field(factory=list)
    complaints: list[str] = attrs.field(factory=list)

    def visit(self, file: Path, fragment: str = "", *, width: int = 1280, script: bool = True) -> Page:
        """Open a file in a window of its own, without a network."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 900},
            offline=True,
            reduced_motion="reduce",
            java_script_enabled=script,
        )
        page = context.new_page()
        page.set_default_timeout(_PATIENCE)
        page.on("request", lambda request: self.asked.append(request.url.split("#")[0]))
        page.on("console", lambda told: self.complaints.append(told.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.opened.append(file.as_uri())
        page.goto(file.as_uri() + fragment)
        return page

    def leave(self) -> None:
        """Close every window."""
        for context in self.browser.contexts:
            context.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium once."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip("no browser: install the package chromium, and the pages are tried out in it")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=[*ARGUMENTS])
        yield started
        started.close()


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Visitor]:
    """Return a visitor; whatever a test does, no page may ask for anything or complain."""
    visitor = Visitor(browser)
    yield visitor
    visitor.leave()
    assert visitor.asked == visitor.opened
    assert visitor.complaints == []


@attrs.frozen
class Shelf:
    """Attachments, each written once.

    Attributes:
        folder: where they are written.
    """

    folder: Path

    def of(self, case: str, lang: str = "ja") -> Path:
        """Return the attachment of a case of the gallery."""
        return _written(self.folder, (ROOT / "diagrams" / case / "description.yaml").read_text(encoding="utf-8"), lang)

    def saying(self, description: str, lang: str = "ja") -> Path:
        """Return the attachment of a description."""
        return _written(self.folder, description, lang)


@cache
def _written(folder: Path, description: str, lang: str) -> Path:
    path = folder / f"{len(list(folder.iterdir()))}.yaml"
    path.write_text(description, encoding="utf-8")
    page = path.with_suffix(".html")
    dataflow_assess.report(dataflow_assess.assess(dataflow_assess.load(path)), page, lang=lang)
    return page


@pytest.fixture(scope="session")
def shelf(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Return the shelf of attachments."""
    return Shelf(tmp_path_factory.mktemp("pages"))
