"""The frame of a page around what the page itself says.

Owns running ``base.html`` once for many pages: head and frame become a mould, and a page's
template is asked for its three blocks only. A page that is a project's own, or stands in a
frame of the project's own, is run whole. Called by :mod:`ocop.pages.render`.
"""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from jinja2 import Template
from markupsafe import Markup
from msgspec import Struct

from ocop.pages.environment import escaped
from ocop.pages.frame import Switch
from ocop.pages.head import Head
from ocop.pages.meta import Meta
from ocop.pages.mould import Mould, encoded, is_built_in, mark, mould
from ocop.pages.press import Press
from ocop.text import Language

_PARENTS = ("base.html", "pages/record.html", "pages/shelf.html", "pages/place.html")
_HOLED = (
    '{% extends "base.html" %}{% block styles %}{{ styles }}{% endblock %}'
    "{% block body_class %}{{ body }}{% endblock %}{% block main %}{{ main }}{% endblock %}"
)
_BLOCKS = ("styles", "body", "main")


class Surroundings(Struct, frozen=True):
    """The parts of the frame that many pages share, for templates and as they are written."""

    given: Mapping[str, Markup]
    written: Mapping[str, bytes]


def surroundings(**parts: Markup) -> Surroundings:
    """Return the parts of the frame that are given by their names in templates."""
    return Surroundings(parts, {name: part.encode() for name, part in parts.items()})


def framed(press: Press, template: str, data: Mapping[str, Any], shared: Surroundings) -> bytes:
    """Return the page that ``template`` makes of ``data``, in which all of ``shared`` is.

    TemplateFault if a template of the project is broken.
    """
    head, meta, switches = data["head"], data["meta"], data["switches"]
    if not is_built_in(press, template, *_PARENTS):
        return press.run(template, data, head.language).encode()
    blocks = press.run(template, data, head.language, framed=False).split("\0", len(_BLOCKS) - 1)
    values = dict(shared.written)
    for name, block in zip(_BLOCKS, blocks, strict=True):
        values[name] = press.places.filled(block.encode())
    for name, text in _texts(head, meta, switches).items():
        values[name] = escaped(text).encode()
    for number, script in enumerate(meta.scripts):
        values[f"script{number}"] = script
    return _cast(press, head, meta, switches).fill(values)


def _texts(head: Head, meta: Meta, switches: tuple[Switch, ...]) -> dict[str, str]:
    """Return what differs between the frames of pages."""
    texts = {
        "title": meta.title,
        "name": head.title,
        "description": head.description,
        "canonical": meta.canonical,
        "share": meta.share,
        "alt": head.share.alt,
        "fallback": meta.fallback or "",
    }
    if head.feed:
        texts |= {"feedtitle": head.feed.title, "feedhref": head.feed.href}
    for code, href in meta.alternates:
        texts[_hole("alternate", code)] = href
    for one in switches:
        texts[_hole("switch", one.language)] = one.href
    return texts


def _hole(kind: str, language: Language) -> str:
    return kind + language.replace("-", "").lower()


def _cast(press: Press, head: Head, meta: Meta, switches: tuple[Switch, ...]) -> Mould[bytes]:
    """Return the mould of the frame of pages whose heads say as much as this one's."""
    spoken = tuple([code for code, _ in meta.alternates])
    parts = bool(meta.fallback), bool(head.feed), head.untranslated, len(meta.scripts)
    key = head.language, head.kind, head.indexed, spoken, *parts

    def holed() -> Template:
        return press.environment_in(head.language).from_string(_HOLED)

    def make() -> Mould[str]:
        template = press.once(("holed", head.language), holed)
        return mould(template.render(_marks(press, head, meta, switches)))

    return press.once(("frame", bool(switches), *key), lambda: encoded(make()))


def _marks(press: Press, head: Head, meta: Meta, switches: tuple[Switch, ...]) -> dict[str, object]:
    """Return what the frame's template is given, with marks where texts stand."""
    shared = ("root", "fittings", "sprite", "menu", "footer", *_BLOCKS)
    return {
        "language": head.language,
        "t": press.texts_in(head.language),
        "head": SimpleNamespace(
            title=mark("name"),
            description=mark("description"),
            kind=head.kind,
            share=SimpleNamespace(alt=mark("alt")),
            indexed=head.indexed,
            untranslated=head.untranslated,
            feed=head.feed and SimpleNamespace(title=mark("feedtitle"), href=mark("feedhref")),
        ),
        "meta": SimpleNamespace(
            title=mark("title"),
            canonical=mark("canonical"),
            share=mark("share"),
            locale=meta.locale,
            locales=meta.locales,
            alternates=[(code, mark(_hole("alternate", code))) for code, _ in meta.alternates],
            fallback=meta.fallback and mark("fallback"),
            structured=[_markup(f"script{number}") for number in range(len(meta.scripts))],
        ),
        "switches": [
            Switch(one.language, one.name, mark(_hole("switch", one.language))) for one in switches
        ],
        **{name: _markup(name) for name in shared},
    }


def _markup(hole: str) -> Markup:
    return Markup(mark(hole))  # noqa: S704 (ours)
