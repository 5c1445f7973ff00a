"""Fixtures of the editors' tests."""

import pytest

from support.terminal import Call, caller


@pytest.fixture
def ocop(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Calls ``ocop`` in a folder."""
    return caller(capsys, monkeypatch)
