"""Projects built again by the short way of new words: whether it was gone, and what it left."""

import os
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from ocop import retelling
from ocop.publish.lock import Waiting
from ocop.request import BuildResult, Request
from ocop.retelling import retell
from ocop.state.memory import Memory
from ocop.ways import build_site
from support.earlier import earlier, without_earlier


def built_twice(folder: Path, request: Request) -> Request:
    """Build a project whose files are old enough to be known, and again; return the request."""
    for path in sorted(folder.rglob("*"), reverse=True):
        os.utime(path, (1, 1))
    build_site(request)
    assert build_site(request).pages
    return request


def gone_short(monkeypatch: pytest.MonkeyPatch) -> list[BuildResult]:
    """What the short way gives from now on, each time that it is gone to its end."""
    gone: list[BuildResult] = []

    def noting(request: Request, memory: Memory, waiting: Waiting) -> BuildResult | None:
        result = retell(request, memory, waiting)
        if result and result.pages:
            gone.append(result)
        return result

    monkeypatch.setattr(retelling, "retell", noting)
    return gone


def contents(site: Path) -> dict[str, bytes]:
    """Every file of a site."""
    found = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def differing(request: Request) -> list[str]:
    """The files of the site that one made from nothing has otherwise.

    What is left of an earlier search does not count.
    """
    fresh = request.project.parent / "fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(request.project, fresh, ignore=shutil.ignore_patterns(".ocop", "site"))
    build_site(replace(request, project=fresh))
    made = contents(fresh / "site")
    assert not earlier(made)
    now, clean = without_earlier(contents(request.project / "site")), without_earlier(made)
    return sorted(one for one in now.keys() | clean.keys() if now.get(one) != clean.get(one))
