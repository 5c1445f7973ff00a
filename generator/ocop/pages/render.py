"""Whole pages from templates.

Owns what every page template is given: texts, links, head and frame. Must not know any single
page. Called by the views:

    return render(site, "pages/product.html", head, product=view)
"""

from functools import partial

from markupsafe import escape

from ocop.pages import frame
from ocop.pages.framing import Surroundings, framed, surroundings
from ocop.pages.head import Head
from ocop.pages.meta import Meta, title_of
from ocop.pages.press import press_for
from ocop.pages.site import Site
from ocop.paths import SitePath, relative


def render(
    site: Site, template: str, head: Head, *, absolute: bool = False, **data: object
) -> bytes:
    """Return the page that ``template`` makes of ``data``.

    Every template gets, besides ``data``: ``head``, ``meta`` (:class:`Meta`), ``t`` (texts),
    ``link(site_path)``, ``asset(name)``, ``language``, ``site_title``, ``root`` (the way to the
    site's own folder), ``fittings``, ``sprite``, ``menu``, ``footer`` and ``switches``.
    ``absolute`` writes links with the configured address instead of relative ones (the 404 page,
    which is shown at any address). TemplateFault if a template of the project is broken.
    """
    press = press_for(site)
    link = partial(_absolute, site.config.url) if absolute else partial(relative, page=head.path)
    language = head.language
    depth = -1 if absolute else head.path.count("/")
    section = frame.section_of(head.path, site)

    def around() -> Surroundings:
        # What many pages share must not depend on the folder, only on how deep it lies.
        from_root = link if absolute else partial(_absolute, "../" * depth)
        return surroundings(
            root=escape(from_root(SitePath(""))),
            fittings=frame.fittings(press, language, from_root, depth),
            sprite=frame.sprite(press),
            menu=frame.menu(press, language, section, from_root, depth),
            footer=frame.footer(press, language, from_root, depth),
        )

    shared = press.once(("around", language, depth, section), around)
    given = {
        "head": head,
        "meta": Meta(site, head),
        "t": press.texts_in(language),
        "link": link,
        "asset": lambda name: link(site.assets[name]),
        "language": language,
        "site_title": title_of(site, language),
        "switches": frame.switches(site, language, head.path, link),
        **shared.given,
        **data,
    }
    return framed(press, template, given, shared)


def _absolute(url: str, target: SitePath) -> str:
    return url + target
