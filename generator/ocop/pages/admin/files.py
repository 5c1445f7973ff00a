"""The files of the web editor: its page, its configuration and the scripts that it is made of.

Owns their addresses, their integrity and the page's own policy: the editor compiles code while it
runs (``unsafe-eval``), which no other page of the site may. Called by the build where
``config.yaml`` asks for the editor, and by ``ocop serve --admin``.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from ocop.config import Config
from ocop.pages.admin.setup import Backend, forge, language_of, setup
from ocop.pages.admin.shapes import shapes
from ocop.pages.admin.words import Words
from ocop.paths import SitePath
from ocop.project import PACKAGE, template_folders
from ocop.text import localise

FOLDER = "admin/"
_EDITOR = ("yaml", "shapes", "file", "controls", "names", "vietnamese", "start")
"""The parts of our own script, in order."""

_LICENCES = (
    *("decap-cms/LICENSE", "decap-cms/decap-cms.js.LICENSE.txt"),
    "js-yaml/LICENSE",
)


def admin_files(config: Config) -> Mapping[SitePath, bytes]:
    """Return the files of the web editor by address; none where the settings ask for none."""
    return editor_files(config, forge(config.admin), config.url) if config.admin else {}


def editor_files(config: Config, backend: Backend, url: str) -> Mapping[SitePath, bytes]:
    """Return the files of a web editor that saves to ``backend``, beside the site at ``url``."""
    scripts = {
        **{f"vendor/{name}": _read(f"vendor/{name}") for name in vendored()},
        "shapes.js": shapes(Words(language_of(config, backend), config.languages)),
        "editor.js": b"\n".join(_read(f"editor/{part}.js") for part in _EDITOR),
    }
    files = {
        "index.html": _page(config, backend, scripts),
        "config.yml": setup(config, backend, url),
        "admin.css": _read("admin.css"),
        **scripts,
        **{f"vendor/{name}": _read(f"vendor/{name}") for name in _LICENCES},
    }
    return {SitePath(FOLDER + name): content for name, content in files.items()}


@cache
def vendored() -> Mapping[str, Mapping[str, str]]:
    """Return what others wrote: by file, its package and the integrity that it must have."""
    found: dict[str, dict[str, str]] = json.loads(_read("vendor/vendored.json"))
    return found


def integrity(content: bytes) -> str:
    """Return what a browser is told to compare a script with."""
    return "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode()


def policy(backend: Backend) -> str:
    """Return the page's Content-Security-Policy."""
    hosts = "".join(f" {host}" for host in backend.hosts)
    pictures = " https:" if hosts else ""
    return (
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        f"img-src 'self' data: blob:{pictures}; font-src 'self' data:; "
        f"connect-src 'self' blob:{hosts}; base-uri 'none'; form-action 'self'"
    )


def _page(config: Config, backend: Backend, scripts: Mapping[str, bytes]) -> bytes:
    words = Words(language_of(config, backend), config.languages)
    site, _ = localise(config.title, words.language, config.language)
    known = {f"vendor/{name}": one["integrity"] for name, one in vendored().items()}
    order = ("shapes.js", *known, "editor.js")
    return (
        Template(_read("index.html").decode())
        .substitute(
            language=words.language,
            title=escape(words("title", site=site)),
            noscript=escape(words("noscript")),
            policy=escape(policy(backend)),
            scripts="\n".join(
                f'<script src="{name}" integrity="{known.get(name) or integrity(scripts[name])}"'
                " defer></script>"
                for name in order
            ),
        )
        .encode()
    )


def _read(name: str) -> bytes:
    """Return a file of the program's own; a project's templates change nothing here."""
    return (Path(template_folders(PACKAGE)[-1]) / "admin" / name).read_bytes()
