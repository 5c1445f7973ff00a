"""Stories: from an editor's Markdown to safe HTML.

Owns what a story may contain and how its links to other entries are written. Must not know
single pages. Called by the views (:func:`story`) and by the checks (:func:`check_markdown`).

A story links to an entry as ``[tên](product:id)``; ``producer:``, ``fair:``, ``programme:``,
``news:`` and ``page:`` work the same way.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from ocop.diagnostics import Diagnostic
from ocop.pages.prose import LOWEST, prose
from ocop.pages.routes import Routes
from ocop.paths import EntryId, SitePath, SourcePath
from ocop.patterns import late

if TYPE_CHECKING:
    from markdown import Markdown

MAX_CHARACTERS = 20_000
MAX_BRACKETS = 400
"""Python-Markdown is quadratic in unclosed brackets: 4,000 take four seconds."""

MAX_LEVELS = 20
"""Python-Markdown calls itself for every list in a list."""

FOLDERS: Mapping[str, str] = {
    "product": "products",
    "producer": "producers",
    "fair": "fairs",
    "programme": "programmes",
    "news": "news",
    "page": "pages",
}
"""The folder of pages that each link scheme leads to."""

TOO_LONG, RAW_HTML, BAD_ADDRESS, NO_ENTRY = "OCOP550", "OCOP551", "OCOP552", "OCOP553"
PICTURE = "OCOP554"

_TAGS = {"a", "p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li"} | {
    *("table", "thead", "tbody", "tr", "th", "td", "h2", "h3", "h4")
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_HEADING = late(r"<(/?)h([1-6])>")
_ENTRY = late(rf'href="({"|".join(FOLDERS)}):([a-z0-9-]+)"')
_HTML = late(r"</?([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^<>]*>|<!--")
_TARGET = late(r"!?\[[^\[\]\n]*\]\(\s*<?([^\s<>)]+)|<([a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]+)>")
_DEFINED = late(r"^ {0,3}\[[^\[\]\n]+\]:\s*<?([^\s<>]+)", re.MULTILINE)
_PICTURE = late(r"!\[[^\[\]\n]*\](?=[(\[])")
_CODE = late(r"`[^`\n]*`")
_SIGNS = ("- ", "+ ", "* ", "> ", ". ")
"""What opens a list or a quotation, but for tabs."""

_NESTED = late(rf"^[ \t]*((?:(?:[-+*>]|[0-9]+\.)[ \t]+){{{MAX_LEVELS + 1}}})", re.MULTILINE)


@cache
def _markdown() -> "Markdown":
    from markdown import Markdown  # not for stories of the usual kind

    return Markdown(extensions=["tables", "sane_lists"], output_format="html")


def story(text: str, routes: Routes, link: Callable[[SitePath], str], *, top: int = 2) -> Markup:
    """Return Markdown as safe HTML whose highest heading is ``h<top>``, 2 or 3.

    Whatever is not on the allow-list is gone; the checks have named it before.
    """
    text = text[:MAX_CHARACTERS]
    simple = prose(text, top)
    html = _markdown().reset().convert(text) if simple is None else simple
    html = _ENTRY.sub(lambda at: f'href="{_address(at, routes, link)}"', html)
    return Markup(_clean(_under(top, html)) if simple is None else html)  # noqa: S704 (only what is allowed)


def _clean(html: str) -> str:
    import nh3  # likewise

    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer",
    )


def _under(top: int, html: str) -> str:
    """Move the headings so that the highest of them, whichever the editor used, is ``h<top>``."""
    levels = [int(level) for _, level in _HEADING.findall(html)] if "<h" in html else []
    shift = top - min(levels, default=top)
    if shift == 0 and max(levels, default=top) <= LOWEST:
        return html
    return _HEADING.sub(lambda found: f"<{found[1]}h{min(int(found[2]) + shift, LOWEST)}>", html)


def _address(found: re.Match[str], routes: Routes, link: Callable[[SitePath], str]) -> str:
    return link(routes.entry(FOLDERS[found[1]], EntryId(found[2])))


def check_markdown(
    text: str, path: SourcePath, known: Mapping[str, Collection[str]], first: int = 1
) -> Iterator[Diagnostic]:
    """Yield what :func:`story` would refuse or could not follow, each with its line.

    ``known`` holds the ids of each kind that can be linked to; ``first`` is the line of the
    file on which ``text`` begins.
    """
    if len(text) > MAX_CHARACTERS or text.count("[") > MAX_BRACKETS or _is_deep(text):
        limits = {"characters": MAX_CHARACTERS, "brackets": MAX_BRACKETS, "levels": MAX_LEVELS}
        said = {name: str(most) for name, most in limits.items()}
        yield Diagnostic(TOO_LONG, path, first, 1, said)
        return
    for number, line in enumerate(text.split("\n"), start=first):
        if "[" not in line and "<" not in line:
            continue
        bare = _CODE.sub(lambda code: " " * len(code[0]), line)
        for column, code, args in sorted(_faults(bare, known), key=lambda fault: fault[0]):
            yield Diagnostic(code, path, number, column, args)


def _is_deep(text: str) -> bool:
    """Tell whether a line opens too many lists in one another; "- - -" alone is a rule."""
    # Few texts have so many signs at all, and to count them is quick.
    if "\t" not in text and sum(map(text.count, _SIGNS)) <= MAX_LEVELS:
        return False
    return any(
        len(set(line[1].split())) > 1 or line[1][0] not in "-*" for line in _NESTED.finditer(text)
    )


Fault = tuple[int, str, Mapping[str, str]]
"""Column, code and what fills the message."""


def _faults(line: str, known: Mapping[str, Collection[str]]) -> Iterator[Fault]:
    for found in _HTML.finditer(line):
        yield found.start() + 1, RAW_HTML, {"html": found[0]}
    pictures = {found.start(): found for found in _PICTURE.finditer(line)}
    for start, found in pictures.items():
        yield start + 1, PICTURE, {"picture": found[0]}
    from html import unescape  # knows 2,000 characters by name

    for pattern in (_TARGET, _DEFINED):
        for found in pattern.finditer(line):
            group = found.lastindex or 0
            fault = None if found.start() in pictures else _fault(unescape(found[group]), known)
            if fault:
                yield found.start(group) + 1, *fault


def _fault(
    target: str, known: Mapping[str, Collection[str]]
) -> tuple[str, Mapping[str, str]] | None:
    scheme, colon, rest = target.partition(":")
    if not colon or "/" in scheme or "#" in scheme or "?" in scheme:
        return None
    if scheme in FOLDERS:
        return None if rest in known.get(scheme, ()) else (NO_ENTRY, {"kind": scheme, "id": rest})
    return None if scheme.lower() in _SCHEMES else (BAD_ADDRESS, {"address": target})
