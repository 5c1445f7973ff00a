"""Makes the pictures of the editors' handbook by doing what it tells, in a folder of its own.

    python tools/picture_handbook.py [--out FOLDER]

Every picture shows the real program: its answers in a terminal, its preview and its web editor
in Chromium. Writes one set a language of the handbook.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from handbook.district_list import write
from handbook.screens import seen, spreadsheet, terminal
from playwright.sync_api import Browser, sync_playwright

LANGUAGES = ("vi", "en")
_PROGRAM = Path(sys.executable).with_name("ocop")
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
_LIST = "danh-sach.xlsx"
_STEP = "mien-dong-suoi-mau"


def main() -> None:
    """Make all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("docs/pictures/handbook"))
    out = parser.parse_args().out.resolve()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=_FLAGS)
        for language in LANGUAGES:
            with tempfile.TemporaryDirectory() as folder:
                _Journey(Path(folder), language, out, browser).go()
        browser.close()


@dataclass(frozen=True, slots=True)
class _Journey:
    """One way through the handbook: an empty folder, a language, where the pictures go."""

    folder: Path
    language: str
    out: Path
    browser: Browser

    @property
    def project(self) -> Path:
        """The folder of the catalogue that is begun on the way."""
        return self.folder / "ba-be"

    def go(self) -> None:
        """Go all steps in their order."""
        self._say(("init", "ba-be"), self.folder)
        page = self.browser.new_page()
        write(self.project / _LIST, mended=False)
        spreadsheet(page, _LIST, self._target("1-list"))
        tried = ("import", _LIST, "--dry-run")
        terminal(page, [self._said(*tried)], self._target("2-dry-run"))
        write(self.project / _LIST, mended=True)
        terminal(page, [self._said("import", _LIST), self._said("check")], self._target("3-import"))
        page.close()
        with self._serving() as address:
            self._looks(address)
        page = self.browser.new_page()
        terminal(page, [self._said("status")], self._target("8-status"))

    def _looks(self, address: str) -> None:
        """Picture the preview, a fault over it, and the form."""
        page = self.browser.new_page(viewport={"width": 1000, "height": 640})
        site = address if self.language == LANGUAGES[0] else f"{address}{self.language}/"
        page.goto(site)
        page.wait_for_load_state("load")
        seen(page, self._target("4-preview"))
        page.goto(f"{site}products/{_STEP}.html")
        page.wait_for_load_state("load")
        file = self.project / f"content/products/{_STEP}/product.yaml"
        good = file.read_text("utf-8")
        file.write_text(good.replace("stars: 4", "stars: 40"), "utf-8")
        page.get_by_text("OCOP128").first.wait_for()
        seen(page, self._target("6-fault"))
        file.write_text(good, "utf-8")
        page.get_by_text("OCOP128").first.wait_for(state="hidden")
        page.goto(f"{address}admin/")
        page.get_by_role("button").last.click()
        page.get_by_text("Miến dong Suối Mẫu").first.wait_for()
        page.goto(f"{address}admin/#/collections/products/entries/{_STEP}/product")
        page.locator(".ocop-id").wait_for()
        seen(page, self._target("5-form"))
        phone = self.browser.new_page(viewport={"width": 360, "height": 700})
        phone.goto(f"{site}products/{_STEP}.html")
        phone.wait_for_load_state("load")
        seen(phone, self._target("7-phone"))

    def _target(self, name: str) -> Path:
        return self.out / f"{name}.{self.language}.webp"

    def _said(self, *arguments: str) -> tuple[str, str]:
        """Return a command as one types it, and what the program answers."""
        return f"ocop {' '.join(arguments)}", self._say(arguments, self.project)

    def _say(self, arguments: tuple[str, ...], folder: Path) -> str:
        done = subprocess.run(  # noqa: S603 - our own program
            [str(_PROGRAM), *arguments],
            cwd=folder,
            env=self._settings(),
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout + done.stderr

    @contextmanager
    def _serving(self) -> Iterator[str]:
        """Preview the project, with the form; yield the address."""
        command = [str(_PROGRAM), "serve", "--admin", "--port", "0", "--editor", "none"]
        with subprocess.Popen(  # noqa: S603 - likewise
            command, cwd=self.project, env=self._settings(), stdout=subprocess.PIPE, text=True
        ) as preview:
            try:
                yield next(_addresses(preview))
            finally:
                preview.terminate()

    def _settings(self) -> dict[str, str]:
        return {**os.environ, "OCOP_LANG": self.language, "PYTHONUNBUFFERED": "1"}


def _addresses(preview: "subprocess.Popen[str]") -> Iterator[str]:
    """Yield the addresses that a preview says."""
    for line in preview.stdout or ():
        if found := re.search(r"http://\S+/(?= )", line):
            yield found[0]


if __name__ == "__main__":
    main()
