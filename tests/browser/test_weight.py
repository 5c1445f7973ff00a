"""What a phone has to fetch before the reader does anything, compressed as hosts do."""

import gzip
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

PHONE = {"width": 412, "height": 823}
KILO = 1024
PRODUCT = "products/ca-phe-rang-moc-buon-suong-som.html"
KINDS = {".html": "page", ".css": "style", ".js": "script", ".woff2": "font"}
PACKED = {".html", ".css", ".js", ".svg", ".json", ".webmanifest"}


def fetched(chromium: Browser, site: Path, address: str, page_name: str) -> Counter[str]:
    """Bytes on the wire by kind, until the page is at rest; a request elsewhere is a fault."""
    context = chromium.new_context(
        viewport={"width": PHONE["width"], "height": PHONE["height"]},
        device_scale_factor=1.75,
        is_mobile=True,
        has_touch=True,
        service_workers="block",
    )
    page = context.new_page()
    weights: Counter[str] = Counter()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + page_name, wait_until="networkidle")
    context.close()
    for url in {one for one in asked if not one.startswith("data:")}:
        assert url.startswith(address), f"asked elsewhere: {url}"
        path = site / urlsplit(url).path.removeprefix(urlsplit(address).path)
        content = path.read_bytes()
        weights[KINDS.get(path.suffix, "picture")] += len(
            gzip.compress(content, 9) if path.suffix in PACKED else content
        )
    return weights


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize(("page_name", "most"), [("index.html", 110), (PRODUCT, 90)])
def test_a_page_is_light_until_somebody_scrolls(
    chromium: Browser, demo_site: Path, demo_address: str, language: str, page_name: str, most: int
) -> None:
    weights = fetched(chromium, demo_site, demo_address, language + page_name)

    assert weights["style"] <= 12 * KILO
    assert weights["script"] <= 20 * KILO
    assert weights["font"] <= 30 * KILO
    assert weights.total() <= most * KILO, weights
