"""Accessibility faults of an open page, by axe-core."""

from playwright.sync_api import Page

from support.sites import ROOT

_AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")
_RUN = """(scope) => axe.run(scope || document, {resultTypes: ['violations'], preload: false})"""
"""Style sheets are read by a rule alone that is off: nothing is fetched once more for it."""


def faults(page: Page, scope: str = "") -> list[str]:
    """Return each rule that an element of the page, or within a selector, breaks, with its HTML."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE)
    found = page.evaluate(_RUN, scope)
    return [
        f"{fault['id']}: {node['html'][:200]}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
