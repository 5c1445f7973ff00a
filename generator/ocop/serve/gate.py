"""Which requests the preview answers, and with which file.

Owns the check of the Host header (a page elsewhere must not reach the preview through a name
of its own that it points at this computer) and the way from an address to a file: nothing
outside the folder, nothing hidden, no link followed.
"""

import os
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import unquote

from ocop.paths import is_inside

_TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}


def is_trusted(host: str, bound: str) -> bool:
    """Tell whether a Host header names this computer by number, as localhost or as bound."""
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
    name = name.removeprefix("[").removesuffix("]").lower()
    return name in ("localhost", bound.lower()) or name.endswith(".localhost") or _is_number(name)


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def is_here(client: str) -> bool:
    """Tell whether the address of a client is this computer's own."""
    try:
        address = ip_address(client.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)  # how a socket for both kinds shows IPv4
    return (mapped or address).is_loopback


def is_own_page(headers: Mapping[str, str]) -> bool:
    """Tell whether a request may come from a page of the preview, or from no page at all.

    ``headers`` have small names. Browsers say from where a request comes; a page elsewhere must
    not write through the preview into the project.
    """
    site = headers.get("sec-fetch-site", "none")
    origin = headers.get("origin", "")
    own = f"http://{headers.get('host', '')}"
    return site in ("none", "same-origin") and origin in ("", own)


def find(root: Path, address: str) -> Path | None:
    """Return the file or folder that ``address`` means, None for none that may be shown.

    ``root`` is a real path, ``address`` what stands between the host and the end of the request.
    """
    path = unquote(address.partition("?")[0].partition("#")[0]).strip("/")
    if path and (not is_inside(path) or any(part.startswith(".") for part in path.split("/"))):
        return None
    found = root / path
    if not os.path.exists(found) or os.path.realpath(found) != str(found):  # noqa: PTH110 - see below
        return None  # unlike Path.exists, which fails for what can be no name at all
    return found


def content_type(path: Path) -> str:
    """Return the media type of a file by its suffix."""
    return _TYPES.get(path.suffix.lower(), "application/octet-stream")
