"""Closing pages and contexts without waiting for ever.

A page that is just being left for another does Chromium sometimes never close, and Playwright waits
for that without an end.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from playwright.sync_api import Browser, BrowserContext, Page

PATIENCE = 10.0
"""Seconds after which what does not close is left to the browser."""


def close_in_time(opened: Browser | BrowserContext | Page, **how: bool) -> None:
    """Close something; go on without that if the browser does not answer."""
    closing: Callable[..., Awaitable[None]] = opened._impl_obj.close

    async def close() -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(closing(reason=None, **how), PATIENCE)

    opened._sync(close())
