"""A real Chromium."""

from collections.abc import Iterator
from functools import partialmethod

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from support.closing import close_in_time

_UNWANTED = (
    # What Playwright leaves out of its own accord; the last list is the one that counts.
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *("HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding"),
    *("ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect"),
    *("TcpPortRandomizationWin", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled"),
    "PreconnectToSearch",
    # The address bar's suggestions: a page of the browser's own beside each window, a third of
    # all work.
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"),
)
FLAGS = [
    f"--disable-features={','.join(_UNWANTED)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        patch.setattr(BrowserContext, "close", close_in_time)
        patch.setattr(Page, "close", partialmethod(close_in_time, run_before_unload=False))
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        close_in_time(browser)
