"""The search page in a browser: typing, waiting until it has settled, reading what it shows."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

Record = Mapping[str, Any]

SETTLED = '#results[data-ready="true"]'

IDS = "all => all.map(one => one.dataset.product)"
COUNTS = """all => all.map(one => [one.dataset.facet, one.dataset.value,
    Number(one.dataset.count)])"""


def settled(page: Page) -> Page:
    """The page, once results and filters stand."""
    page.wait_for_selector(SETTLED, state="attached")
    return page


def opened(page: Page, address: str) -> Page:
    """The search page at an address, settled."""
    page.goto(address)
    return settled(page)


def field(page: Page) -> Locator:
    """The page's field."""
    return page.locator("#q")


def find(page: Page, text: str) -> Page:
    """Type, letter by letter, in place of what stands in the field."""
    field(page).fill("")
    field(page).press_sequentially(text)
    return settled(page)


def ids(page: Page) -> list[str]:
    """The products shown, in order."""
    found: list[str] = page.locator("#results [data-product]").evaluate_all(IDS)
    return found


def count(page: Page) -> int:
    """The number that the page says it has found."""
    return int(page.locator("#result-count").get_attribute("data-count") or -1)


def value(page: Page, facet: str, name: str) -> Locator:
    """A value of a facet."""
    return page.locator(f'[data-facet="{facet}"][data-value="{name}"]')


def choose(page: Page, facet: str, name: str) -> Page:
    """Choose a value of a facet, or no longer; its facet is opened first."""
    one = value(page, facet, name)
    if not one.is_visible():
        page.locator(f"details.of-{facet} summary").click()
    one.click()
    return settled(page)


def counts(page: Page) -> dict[str, dict[str, int]]:
    """The values of every facet with their counts, as shown."""
    found: dict[str, dict[str, int]] = {}
    for facet, name, number in page.locator("[data-facet]").evaluate_all(COUNTS):
        found.setdefault(facet, {})[name] = number
    return found


def labelled(page: Page, text: str) -> Locator:
    """The button that says so."""
    return page.get_by_role("button", name=text, exact=True)


def expect_focus(page: Page, where: str) -> None:
    """Fail unless the focus is there."""
    expect(page.locator(where).first).to_be_focused()


def records(site: Path) -> Sequence[Record]:
    """The site's products, from its open data."""
    found: Sequence[Record] = json.loads((site / "data/products.json").read_text("utf-8"))
    return found


def values_of(one: Record, facet: str) -> Iterator[str]:
    """Yield the values that a product has in a facet, from the open data alone."""
    origin, rating = one["origin"], one["rating"]
    single = {
        "stars": rating["stars"], "state": rating["state"], "industry": one["industry"],
        "group": one["group"], "set": one["set"], "province": origin["province"],
        "commune": origin["commune"], "gift": "1" if one["gift"] else None,
    }  # fmt: skip
    if facet in single:
        yield from () if single[facet] is None else (str(single[facet]),)
    elif facet == "producer":
        yield from (maker["id"] for maker in one["producers"])
    elif facet == "season":
        months = range(1, 13) if one["season"] == "all" else one["season"] or ()
        yield from map(str, months)


def kept(all_of_them: Sequence[Record], filters: Mapping[str, Sequence[str]]) -> list[Record]:
    """The products that have one of the values in every facet named."""
    return [
        one
        for one in all_of_them
        if all(set(values_of(one, facet)) & set(names) for facet, names in filters.items())
    ]


def counted(
    all_of_them: Sequence[Record], filters: Mapping[str, Sequence[str]], facet: str
) -> dict[str, int]:
    """How many products each value of a facet has among those that the other facets keep."""
    others = {name: values for name, values in filters.items() if name != facet}
    found = kept(all_of_them, others)
    return dict(Counter(name for one in found for name in values_of(one, facet)))
