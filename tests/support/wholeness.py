"""The contract's last promise: what a reader may meet while a site is being published."""

import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from support.publishing import Plan, files_in

_LINK = re.compile(rb'(?:(?:href|src)="|content="0; url=)([^":#?]+)(?=["#?])')


def assert_whole(site: Path, old: Plan, new: Plan) -> None:
    """Check that every file is wholly of one of two plans and no reachable link is dead."""
    files = {
        path: content for path, content in files_in(site).items() if not path.startswith(".ocop-")
    }
    for path, content in files.items():
        assert content in (old.get(path), new.get(path)), f"{path} is neither old nor new"
    waiting = [path for path in files if path.endswith(".html") and path in old and path in new]
    seen = set(waiting)
    while waiting:
        here = waiting.pop()
        for target in _targets(here, files[here]):
            assert target in files, f"{here} leads to {target}, which is missing"
            if target not in seen and target.endswith(".html"):
                seen.add(target)
                waiting.append(target)
    if files:
        json.loads((site / ".ocop-manifest.json").read_bytes())


def _targets(page: str, content: bytes) -> Iterator[str]:
    """Yield the files of the site that a page leads to."""
    for link in _LINK.findall(content):
        if not link.startswith(b"/"):  # as on the page for lost visitors
            yield posixpath.normpath(posixpath.join(posixpath.dirname(page), link.decode()))
