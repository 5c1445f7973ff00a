"""Decap's configuration: where it saves to and what its forms hold.

Owns ``admin/config.yml`` and which addresses the page may speak to. Called by
:mod:`ocop.pages.admin.files`.
"""

import json
from urllib.parse import urlsplit

from msgspec import Struct

from ocop.config import AdminSettings, Config
from ocop.pages.admin.collections import collections
from ocop.pages.admin.widgets import Form
from ocop.pages.admin.words import Words
from ocop.text import Language

_GITLAB = "https://gitlab.com"
_API = {"gitlab": "/api/v4", "gitea": "/api/v1"}


class Backend(Struct, frozen=True):
    """Where the editor saves to.

    ``form`` is that part of Decap's configuration; ``hosts`` are the origins that the page then
    asks, none but its own where it is empty; ``language`` is what its one user reads, if known.
    """

    form: Form
    hosts: tuple[str, ...] = ()
    review: bool = False
    language: Language | None = None


def local(address: str, language: Language) -> Backend:
    """Return the way to the files of this computer, answered at ``address`` of the same origin."""
    return Backend({"name": "proxy", "proxy_url": address}, language=language)


def forge(settings: AdminSettings) -> Backend:
    """Return the way to a repository of a forge."""
    form: Form = {"name": settings.backend, "repo": settings.repo, "branch": settings.branch}
    base = (settings.base_url or _GITLAB).rstrip("/")
    if settings.backend == "github":
        form |= {"base_url": base}
        return Backend(form, ("https://api.github.com", _origin(base)), settings.review)
    form |= {"base_url": base, "api_root": base + _API[settings.backend], "app_id": settings.app_id}
    if settings.backend == "gitlab":
        form |= {"auth_type": "pkce"}
    return Backend(form, (_origin(base),), settings.review)


def language_of(config: Config, backend: Backend) -> Language:
    """Return the editor's language: as asked for, its user's, else the site's if it can."""
    asked = (config.admin and config.admin.language) or backend.language
    return Language(asked or ("en" if config.language == "en" else "vi"))


def setup(config: Config, backend: Backend, url: str) -> bytes:
    """Return ``config.yml``, written as the JSON that is YAML as well.

    ``url`` is where the site can be looked at, with ``/`` at its end.
    """
    words = Words(language_of(config, backend), config.languages)
    told = {
        "backend": backend.form,
        **({"publish_mode": "editorial_workflow"} if backend.review else {}),
        "locale": words.language,
        "site_url": url,
        "display_url": url,
        "media_folder": "content",
        "public_folder": "",
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "editor": {"preview": False},
        "collections": [*collections(words)],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
