"""Projects made from a dict in one line, and their faults through the real stages."""

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path

from ocop.build import build_project, check_project
from ocop.checking import check_all
from ocop.diagnostics import Diagnostic
from ocop.domain.catalogue import Catalogue
from ocop.request import Request
from ocop.state.content import see

TODAY = dt.date(2026, 11, 21)
CONFIG = """\
title: OCOP
url: https://ocop.example/
languages: [vi]
"""
PRODUCT = """\
name: Chè xanh
set: 11
producer: htx
origin: {commune: xã Bình Sơn, district: huyện Triệu Sơn, province: tỉnh Thanh Hóa}
"""
PRODUCER = """\
name: HTX Bình Sơn
kind: cooperative
"""
SMALL = {
    "content/products/che/product.yaml": PRODUCT,
    "content/producers/htx/producer.yaml": PRODUCER,
}
"""The smallest content without a fault or a warning."""


def project(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write ``files`` as a project, with a ``config.yaml`` if there is none; return its folder."""
    (folder / "content").mkdir()
    for name, content in {"config.yaml": CONFIG, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def check(folder: Path, today: dt.date = TODAY) -> tuple[Diagnostic, ...]:
    """Return every fault of a project, in order."""
    return check_project(Request(folder, today)).diagnostics


def build(folder: Path, today: dt.date = TODAY) -> tuple[Diagnostic, ...]:
    """Build a project and return every fault, in order."""
    return build_project(Request(folder, today)).diagnostics


def load(folder: Path, drafts: bool = False, today: dt.date = TODAY) -> Catalogue:
    """Return the catalogue of a project without errors."""
    checked = check_all(
        folder, today, None, drafts, 1, lambda *_: None, see(folder, folder / ".ocop")
    )
    assert checked.catalogue is not None, lines(checked.diagnostics)
    return checked.catalogue


def lines(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Return diagnostics as ``path:line:column CODE``."""
    return [f"{one.path}:{one.line}:{one.column} {one.code}" for one in diagnostics]


def faults(folder: Path, files: Mapping[str, str | bytes], today: dt.date = TODAY) -> list[str]:
    """Write ``files`` as a project and return its faults as ``path:line:column CODE``."""
    return lines(check(project(folder, files), today))
