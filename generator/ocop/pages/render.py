"""Whole pages from templates.

Owns what every page template is given: texts, links, head and frame. Must not know any single
page. Called by the views:

    return render(site, "pages/product.html", head, product=view)
"""

from dataclasses import dataclass
from functools import partial

import msgspec
from markupsafe import Markup

from ocop.pages import frame
from ocop.pages.head import Head
from ocop.pages.press import press_for
from ocop.pages.site import Site
from ocop.paths import SitePath, relative
from ocop.text import Language, localise


@dataclass(frozen=True, slots=True)
class HeadView:
    """The addresses and blocks of ``<head>`` that follow from a page's :class:`Head`."""

    title: str
    canonical: str
    share: str
    alternates: tuple[tuple[Language, str], ...]
    fallback: str | None
    structured: tuple[Markup, ...]


def render(
    site: Site, template: str, head: Head, *, absolute: bool = False, **data: object
) -> bytes:
    """Return the page that ``template`` makes of ``data``.

    Every template gets, besides ``data``: ``head``, ``meta`` (:class:`HeadView`), ``t`` (texts),
    ``link(site_path)``, ``asset(name)``, ``language``, ``site_title``, ``fittings``, ``sprite``,
    ``menu``, ``footer`` and ``switches``. ``absolute`` writes links with the configured address
    instead of relative ones (the 404 page, which is shown at any address). TemplateFault if a
    template of the project is broken.
    """
    press = press_for(site)
    link = partial(_absolute, site.config.url) if absolute else partial(relative, page=head.path)
    language = head.language
    depth = -1 if absolute else head.path.count("/")
    # What many pages share must not depend on the folder, only on how deep it lies.
    from_root = link if absolute else partial(_absolute, "../" * depth)
    given = {
        "head": head,
        "meta": _meta(site, head),
        "t": press.texts_in(language),
        "link": link,
        "asset": lambda name: link(site.assets[name]),
        "language": language,
        "site_title": _title_of(site, language),
        "fittings": frame.fittings(press, language, from_root, depth),
        "sprite": frame.sprite(press),
        "menu": frame.menu(press, language, head.path, from_root, depth),
        "footer": frame.footer(press, language, from_root, depth),
        "switches": frame.switches(site, language, head.path, link),
    }
    return press.run(template, given | data).encode()


def _absolute(url: str, target: SitePath) -> str:
    return url + target


def _title_of(site: Site, language: Language) -> str:
    return localise(site.config.title, language, site.config.language)[0]


def _meta(site: Site, head: Head) -> HeadView:
    url, name = site.config.url, _title_of(site, head.language)
    alternates = tuple((code, url + path) for code, path in head.alternates)
    return HeadView(
        title=head.title if head.title == name else f"{head.title} · {name}",
        canonical=url + head.path,
        share=url + head.share,
        alternates=alternates if len(alternates) > 1 else (),
        fallback=dict(alternates).get(site.config.language) if len(alternates) > 1 else None,
        structured=tuple(map(_script_data, head.structured)),
    )


def _script_data(thing: object) -> Markup:
    """Return JSON that cannot end the script element that it stands in."""
    text = msgspec.json.encode(thing).decode()
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(safe)  # noqa: S704
