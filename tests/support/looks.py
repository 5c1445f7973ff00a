"""How pages look: small pictures of every kind of page, reviewed by eye and kept in git.

``python -m support.looks`` (``make looks``) takes them anew. They are a quarter as wide as the
screen, so that another version of the browser, which smooths letters otherwise, changes little,
while whatever moves, vanishes, overlaps or changes its colour changes much.
"""

import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, Route, sync_playwright

from browser.conftest import FLAGS
from support.sites import ROOT, TODAY, build, served

LOOKS = ROOT / "tests" / "looks"
VIEWS = (
    ("vi", 360, "light"),
    ("vi", 768, "dark"),
    ("vi", 1440, "light"),
    ("en", 360, "dark"),
    ("en", 768, "light"),
    ("en", 1440, "dark"),
)
"""Every width in both schemes and languages, without all of their combinations."""

SCREENS = 3
"""How much of a long page is looked at."""

PUBLIC = "https://example.org/ocop/"
_SMALLER = 4
_COARSER = 2
"""How much of that the browser does itself, which saves most of the time that a picture takes."""

_TILE = 6
"""The side of what is compared, in pixels of the small picture."""

PAGES = {
    "home": "index.html",
    "search": "search.html?q=mien",
    "nothing": "search.html?q=qwxz",
    "products": "products/index.html",
    "product": "products/ca-phe-rang-moc-buon-suong-som.html",
    "woven": "products/mien-dong-rang-chieu.html",
    "expired": "products/banh-gai-lam-tham.html",
    "revoked": "products/bo-mot-nang-gio-bien.html",
    "proposed": "products/tra-hoa-sen-ben-nuoc-trong.html",
    "producer": "producers/htx-mien-rang-chieu.html",
    "producers": "producers/index.html",
    "places": "places/index.html",
    "province": "places/19.html",
    "industries": "industries/index.html",
    "industry": "industries/1.html",
    "set": "sets/11.html",
    "stars": "stars/4.html",
    "season": "seasons/11.html",
    "commune": "places/24277.html",
    "fairs": "fairs/index.html",
    "fair": "fairs/cho-phien-cuoi-nam-2026.html",
    "programmes": "programmes/index.html",
    "programme": "programmes/quang-tri.html",
    "news": "news/index.html",
    "article": "news/bac-kan-2020.html",
    "page": "pages/gioi-thieu.html",
    "shortlist": "shortlist.html",
    "offline": "offline.html",
    "kiosk": "kiosk/index.html#start",
    "lost": "404.html",
}
STYLE = {
    "style": "pages/phong-cach.html",
    "states": "products/index.html",
    "longest": "products/ten-that-dai.html",
}
"""Pages of the example that shows every part of the look."""

STYLE_PROJECT = ROOT / "examples" / "phong-cach"


@dataclass(frozen=True, slots=True)
class Look:
    """One page in one language, width and scheme."""

    kind: str
    language: str
    width: int
    scheme: str

    @property
    def file(self) -> Path:
        """Where the reviewed picture lies."""
        return LOOKS / f"{self.kind}-{self.language}-{self.width}-{self.scheme}.webp"

    @property
    def address(self) -> str:
        """The page below the site's root."""
        own = "" if self.language == "vi" else f"{self.language}/"
        return own + {**PAGES, **STYLE}[self.kind]


def taken(browser: Browser, root: str, kind: str) -> Iterator[tuple[Look, Image.Image]]:
    """Yield all looks of one kind of page as it looks now, and their pictures, small.

    A page is loaded once a language and then seen at other widths and in another scheme, as by a
    reader who turns the phone or the lights.
    """
    for language, views in groupby(VIEWS, lambda view: view[0]):
        with _opened(browser, root, Look(kind, language, 0, "").address) as page:
            for view in views:
                yield Look(kind, *view), _shot(page, Look(kind, *view))


@contextmanager
def _opened(browser: Browser, root: str, address: str) -> Iterator[Page]:
    context = browser.new_context(
        reduced_motion="reduce", service_workers="block", device_scale_factor=1 / _COARSER
    )
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY}T09:00:00+07:00")
    page.route("**/404.html", lambda route: at_home(route, root))
    page.goto(root + address)
    yield page
    context.close()


def _shot(page: Page, look: Look) -> Image.Image:
    page.set_viewport_size({"width": look.width, "height": 900})
    page.emulate_media(color_scheme="dark" if look.scheme == "dark" else "light")
    _settle(page)
    height = min(page.evaluate("document.documentElement.scrollHeight"), 900 * SCREENS)
    shot = page.screenshot(
        clip={"x": 0, "y": 0, "width": look.width, "height": height}, full_page=True
    )
    return Image.open(io.BytesIO(shot)).convert("RGB").reduce(_SMALLER // _COARSER)


def at_home(route: Route, root: str) -> None:
    """The page for lost addresses names its files by the public address of the site: not here."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace(PUBLIC, root))


def _settle(page: Page) -> None:
    """Bring every picture, wherever it is, and wait for the search and for what can be saved."""
    page.evaluate(
        """() => {
          for (const one of document.images) one.loading = "eager";
          return Promise.all([document.fonts.ready,
            ...Array.from(document.images, (one) => one.decode().catch(() => {}))]);
        }"""
    )
    if page.locator("#results").count():
        page.locator("#results[data-ready=true]").wait_for()
    if page.locator("#keep").count():
        page.locator("#keep-state:not(:empty)").wait_for()


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return how far apart two pictures are where they differ most, from 0 to 255.

    Their heights may differ by two in a hundred: what is below is not compared.
    """
    if one.width != other.width or abs(one.height - other.height) > max(4, other.height // 50):
        return 255.0
    frame = (0, 0, one.width, min(one.height, other.height))
    apart = ImageChops.difference(one.crop(frame), other.crop(frame)).convert("L")
    tiles = (max(1, apart.width // _TILE), max(1, apart.height // _TILE))
    _, most = apart.resize(tiles, Image.Resampling.BOX).getextrema()
    return float(most) if isinstance(most, int | float) else 255.0


def main() -> None:
    """Take all pictures anew."""
    shutil.rmtree(LOOKS, ignore_errors=True)
    LOOKS.mkdir()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for name, project, kinds in (("demo", ROOT, PAGES), ("style", STYLE_PROJECT, STYLE)):
            with served(build(project, Path(folder) / name)) as root:
                for look, picture in chain.from_iterable(taken(browser, root, k) for k in kinds):
                    picture.save(look.file, quality=70, method=6)
        browser.close()


if __name__ == "__main__":
    main()
