"""A site without the files of a search that its pages no longer lead to."""

import json
import re
from collections.abc import Iterable, Mapping

MANIFEST = ".ocop-manifest.json"
_HASHED = re.compile(r"search/[\w-]+\.([0-9a-f]{8})\.js")
_HASHES = re.compile(rb'"((?:[0-9a-f]{8})+)"')


def led_to(files: Mapping[str, bytes]) -> set[str]:
    """The hashed files of a search that its entries lead to, however far."""
    found = [path for path in files if path.startswith("search/") and not _HASHED.fullmatch(path)]
    hashed = {path: match[1] for path in files if (match := _HASHED.fullmatch(path))}
    seen: set[str] = set()
    while found:
        listed = {
            run[at : at + 8].decode()
            for run in _HASHES.findall(files[found.pop()])
            for at in range(0, len(run), 8)
        }
        new = {path for path in hashed if hashed[path] in listed} - seen
        seen |= new
        found += new
    return seen


def earlier(files: Mapping[str, bytes]) -> set[str]:
    """The hashed files of a search that nothing leads to."""
    return {path for path in files if _HASHED.fullmatch(path)} - led_to(files)


def without_earlier(files: Mapping[str, bytes]) -> dict[str, object]:
    """The site without them; its list of files, which names them too, as what it says."""
    gone = earlier(files)
    rest: dict[str, object] = {path: files[path] for path in files if path not in gone}
    if MANIFEST in files:
        rest[MANIFEST] = _without(json.loads(files[MANIFEST]), gone)
    return rest


def _without(manifest: dict[str, dict[str, object]], gone: Iterable[str]) -> object:
    for path in gone:
        del manifest["files"][path]
    return manifest
