"""What a browser is told of the preview: faults, warnings, drafts and doors to the files.

Owns the shape of the news that :file:`overlay` shows, in the language of the page that asks.
Called by the handler.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from ocop.diagnostics import Diagnostic, in_order
from ocop.messages import LANGUAGES, say
from ocop.paths import SitePath, SourcePath
from ocop.report import as_data, count, counted
from ocop.serve.doors import Doors, mentions
from ocop.serve.preview import News
from ocop.text import Language

_MOST = 30
"""Faults of a kind that are listed: who has more runs ``ocop check``."""

_WITH_DATA = ("search.html", "shortlist.html", "kiosk/index.html")
"""Pages that load files of one name whatever these hold: they are new with every build."""

_WORDS = (
    *("close", "open", "edit", "form", "draft", "unpublished"),
    *("lost", "mended", "warnings"),
)


class Onlooker(Struct, frozen=True):
    """Who looks at which page; ``doors`` are None for who sits at another computer."""

    page: SitePath
    language: Language
    doors: Doors | None


def language_of(asked: str, usual: Language) -> Language:
    """Return the language of a page if the program speaks it, else the usual one."""
    return next((one for one in LANGUAGES if one == asked), usual)


def tag_of(page: SitePath, content: bytes, news: News) -> str:
    """Return what is another when a page is, or what it loads: styles carry theirs in its text."""
    found = hashlib.blake2b(content, digest_size=8)
    if page.endswith(_WITH_DATA):
        found.update(b"%d" % news.version)
    return found.hexdigest()


def told(news: News, onlooker: Onlooker) -> Mapping[str, Any]:
    """Return the news for one page."""
    doors, language = onlooker.doors, onlooker.language
    files = doors.files(onlooker.page) if doors else ()
    errors, warnings = count(news.diagnostics)
    return {
        "language": language,
        "words": {name: say(f"serve.{name}", language) for name in _WORDS},
        "title": say("serve.broken" if news.failure else "serve.faults", language, count=errors),
        "failure": news.failure,
        "faults": _listed(news.diagnostics, "error", files, onlooker),
        "errors": errors,
        "warnings": _listed(news.diagnostics, "warning", files, onlooker),
        "warned": counted(warnings, "warnings", language) if warnings else "",
        "rest": _rest(errors, warnings, language),
        "files": [{"path": one, "open": doors.open(one)} for one in files if doors],
        "form": doors.edit(onlooker.page) if doors else "",
        "draft": onlooker.page in news.drafts,
        "drafts": list(news.drafts),
    }


def _rest(errors: int, warnings: int, language: Language) -> Mapping[str, str]:
    """Return the words for what is not listed any more, by kind."""
    kinds = {"faults": errors, "warnings": warnings}
    return {
        name: say("serve.rest", language, number=number - _MOST) if number > _MOST else ""
        for name, number in kinds.items()
    }


def _listed(
    diagnostics: Sequence[Diagnostic],
    severity: str,
    files: Sequence[SourcePath],
    onlooker: Onlooker,
) -> list[Mapping[str, Any]]:
    """Return the first faults of a kind, those of the page's own files before all."""
    found = in_order(one for one in diagnostics if one.severity == severity)
    first = sorted(found, key=lambda one: not mentions(one.path, files))[:_MOST]
    listed = (as_data((one,), onlooker.language)["diagnostics"][0] for one in first)
    return [
        {**data, "open": onlooker.doors.open(one.path, one.line, one.column)}
        if onlooker.doors
        else data
        for one, data in zip(first, listed, strict=True)
    ]
