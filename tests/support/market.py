"""The market list in a browser: putting products on it, opening it."""

import json
from typing import Any

from playwright.sync_api import Page, expect

from ocop.domain.short_code import computed

COFFEE = "ca-phe-rang-moc-buon-suong-som"
HONEY = "mat-ong-hoa-ca-phe"
MAT = "chieu-coi-bai-boi-xanh"
NEM = "nem-chua-ngo-ba-cay"
FISH = "ca-canh-vuon-gio-nom"
EXPIRED = "dua-luoi-taki"


def keep(page: Page, address: str, *products: str) -> None:
    """Press the button on the page of each product."""
    for one in products:
        page.goto(f"{address}products/{one}.html")
        page.locator(".product-photos > .keep").click()


def opened(page: Page, address: str) -> None:
    """Open the list and wait until nothing is loading."""
    page.goto(address)
    settled(page)


def settled(page: Page) -> None:
    """Wait until every product of the list has its facts, or is known to have none."""
    expect(page.locator(".picks")).to_be_attached()
    expect(page.locator(".pick.is-waiting")).to_have_count(0)


def names(page: Page) -> list[str]:
    """The products of the list as they are called."""
    return page.locator(".pick .pick-name").all_inner_texts()


def stored(page: Page) -> list[dict[str, Any]]:
    """What the browser keeps."""
    found: list[dict[str, Any]] = page.evaluate("ocopList.items()")
    return found


def store(page: Page, text: object) -> None:
    """Put something into the browser's store in the list's place."""
    written = text if isinstance(text, str) else json.dumps(text)
    page.evaluate(
        "text => localStorage.setItem('ocop-list-1:' + ocopList.root.pathname, text)", written
    )


CODES = {COFFEE: "ZGXN8C"}
"""The short code of the one whose file was renamed."""


def link(*items: tuple[str, int]) -> str:
    """The fragment of a list of products and quantities."""
    codes = [(CODES.get(one, computed(one)), n) for one, n in items]
    return "#p=" + "-".join(f"{code}.{n}" if n else code for code, n in codes)
