"""A browser that does not answer holds up no test run."""

import asyncio

import pytest
from playwright.sync_api import Browser


def test_a_context_that_never_says_that_it_is_closed_is_left(
    chromium: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = chromium.new_context()
    context.new_page()

    async def never(reason: str | None) -> None:
        await asyncio.Event().wait()

    with monkeypatch.context() as patch:
        patch.setattr("support.closing.PATIENCE", 0.1)
        patch.setattr(context._impl_obj, "close", never)
        context.close()

    assert context in chromium.contexts
    context.close()
    assert context not in chromium.contexts
