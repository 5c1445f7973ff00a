"""The kiosk for a touch screen at a stand: its page, and the files of facts that it asks for.

Owns what its script is given: words, ways into the catalogue, what runs while nobody touches it.
Products are found by the index of the search; more of each tell the files of
:mod:`ocop.pages.kiosk_facts` and of the market list (:mod:`ocop.pages.picked`).
"""

import json
from collections.abc import Iterator
from typing import Any

from ocop.domain import gazetteer
from ocop.domain.taxonomy import INDUSTRIES, SETS
from ocop.pages import frame
from ocop.pages.accent import ACCENT
from ocop.pages.artifact import Artifact
from ocop.pages.heads import head_for
from ocop.pages.here import Here
from ocop.pages.kiosk_facts import facts_file, told
from ocop.pages.kiosk_show import shown
from ocop.pages.maps.province import commune_counts
from ocop.pages.meta import Meta
from ocop.pages.picked import held
from ocop.pages.place_page import unit_name
from ocop.pages.results import result
from ocop.pages.routes import Routes, index_entry, kiosk_facts
from ocop.pages.shelves import LEVELS
from ocop.pages.site import Site
from ocop.pages.terms import term
from ocop.paths import SitePath
from ocop.text import Language, sort_key

_SAID, _FACTS = "kiosk.say.", "product."
_NAMED = ("producer", "packs", "taste", "ingredients", "use", "storage", "shelf_life", "season")
"""Facts of a product that are called as on its page."""

_CARD = 14
"""Fields of a result that the screen shows; makers come after them."""


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return the page in every language, and the files of facts; nothing where it is off."""
    return (*_pages(site), *_files(site)) if site.config.kiosk else ()


def make(site: Site, artifact: Artifact) -> bytes:
    """Return a page or a file of facts."""
    kind, which = artifact.args
    return facts_file(site, int(which)) if kind == "facts" else _page(site, artifact)


def _pages(site: Site) -> Iterator[Artifact]:
    for code in site.config.languages:
        yield Artifact(
            Routes(code, site.config.language).kiosk(), "kiosk", ("page", code), rank="entry"
        )


def _files(site: Site) -> Iterator[Artifact]:
    for number in range(len(told(site))):
        yield Artifact(kiosk_facts(number), "kiosk", ("facts", number))


def _page(site: Site, artifact: Artifact) -> bytes:
    here = Here(site, Language(str(artifact.args[1])), artifact.path)
    own, assets = SitePath(f"css/{here.language}.css"), site.assets
    head = head_for(
        site,
        here.language,
        here.path,
        title=here.t("kiosk.title"),
        description=here.t("kiosk.description"),
        alternates={},
        indexed=False,
    )
    styles = ("css/site.css", own, ACCENT, "css/kiosk.css")
    data = {
        "t": here.t,
        "language": here.language,
        "root": "../" * here.path.count("/"),
        "head": head,
        "meta": Meta(site, head),
        "title": here.speak(site.config.title),
        "tagline": here.speak(site.config.tagline),
        "styles": [here.link(assets[one]) for one in styles if one in assets],
        "icon": here.link(assets["icons/icon.svg"]),
        "scripts": [
            here.link(assets["js/search.js"]),
            here.link(index_entry(here.language)),
            here.link(assets["js/kiosk.js"]),
        ],
        "sprite": frame.sprite(here.press),
        "switches": frame.switches(site, here.language, here.path, here.link),
        "told": json.dumps(_told(here), ensure_ascii=False, separators=(",", ":")),
    }
    return here.press.run("pages/kiosk.html", data, here.language).encode()


def _told(here: Here) -> dict[str, Any]:
    """Return what the script says and knows."""
    site = here.site
    return {
        "first": site.config.language,
        "files": len(told(site)),
        "picked": len(held(site)),
        "worker": site.config.offline,
        "total": len(site.catalogue.products),
        "show": [result(here.press, one, here.language)[:_CARD] for one in shown(here)],
        "industries": list(_industries(here)),
        "levels": [[one, len(site.catalogue.by_stars.get(one, ()))] for one in LEVELS],
        "places": _places(here),
        "sets": {one.number: term(here.t, one) for one in SETS.values()},
        "say": here.t.under(_SAID) | {one: here.t(_FACTS + one) for one in _NAMED},
    }


def _industries(here: Here) -> Iterator[list[object]]:
    """Yield code, key, name and count of each industry that has products."""
    for one in INDUSTRIES.values():
        if count := len(here.site.catalogue.by_industry.get(one.code, ())):
            yield [one.code, one.key, term(here.t, one), count]


def _places(here: Here) -> dict[str, object]:
    """Return the provinces with products, on a site of one province its communes, from A to Z."""
    catalogue, scope = here.site.catalogue, here.site.config.scope
    if scope:
        counts = commune_counts(catalogue, scope)
        communes = [one for code in counts if (one := gazetteer.commune(code))]
        named = [[one.code, unit_name(one, here.t), counts[one.code]] for one in communes]
    else:
        known = catalogue.by_province
        provinces = [unit for code in known if (unit := gazetteer.province(code))]
        named = [[unit.code, unit.name, len(known[unit.code])] for unit in provinces]
    named.sort(key=lambda one: sort_key(str(one[1])))
    return {"facet": "commune" if scope else "province", "list": named}
