"""Names of files: inside the project and inside the site.

Owns the types that keep source and site paths apart, and the rule for ids and safe names.
Touches no disk.
"""

from typing import NewType

from ocop.patterns import late

EntryId = NewType("EntryId", str)
"""An entry folder's name: permanent, unique within its kind."""

SourcePath = NewType("SourcePath", str)
"""A file of the project, relative to its folder, with ``/``."""

SitePath = NewType("SitePath", str)
"""A file of the site, relative to its root, with ``/``."""

MAX_ID = 80
_ID = late(r"[a-z0-9]+(-[a-z0-9]+)*")
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul"] + [f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)]
)


_LISTS = late(r"index(-([2-9]|[1-9][0-9]+))?")
"""The pages of the lists, which lie beside those of the entries (the contract, part 3)."""


def is_entry_id(name: str) -> bool:
    """Tell whether ``name`` may be the folder of an entry (the contract, part 1)."""
    if len(name) > MAX_ID or name in _RESERVED or _LISTS.fullmatch(name):
        return False
    return _ID.fullmatch(name) is not None


def is_inside(name: str) -> bool:
    """Tell whether ``name`` stays below its folder on every system.

    Refuses absolute names, drive letters, backslashes, NUL, empty, ``.`` and ``..`` parts.
    """
    if not name or "\\" in name or "\0" in name or ":" in name:
        return False
    return all(part not in ("", ".", "..") for part in name.split("/"))


def relative(target: SitePath, page: SitePath) -> str:
    """Return the link from ``page`` to ``target`` that works at any root and over file://."""
    folder = page[: page.rfind("/") + 1]
    if target.startswith(folder):
        return target[len(folder) :]
    if not target.startswith(folder[: folder.find("/") + 1]):  # as nearly always
        return "../" * folder.count("/") + target
    there, here = target.split("/"), page.split("/")
    shared = 0
    for left, right in zip(there[:-1], here[:-1], strict=False):
        if left != right:
            break
        shared += 1
    return "../" * (len(here) - 1 - shared) + "/".join(there[shared:])
