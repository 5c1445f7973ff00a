"""The market list of a visitor: its page, and the files of facts that it asks for.

Owns which they are and the words that the page's script is given. What is on a list only the
visitor's browser knows.
"""

import json
from collections.abc import Iterator

from ocop.domain.taxonomy import SETS
from ocop.pages.artifact import Artifact
from ocop.pages.fair_walks import walked, walks_file
from ocop.pages.heads import head_for
from ocop.pages.here import Here
from ocop.pages.picked import facts_file, held
from ocop.pages.press import press_for
from ocop.pages.render import render
from ocop.pages.routes import Routes, shortlist_facts, shortlist_walks
from ocop.pages.site import Site
from ocop.text import Language, localise

_SAID, _LETTER = "shortlist.say.", "shortlist.letter."
_WRITTEN = (Language("vi"), Language("en"))
"""Languages in which an enquiry can always be written: who makes it reads the first."""


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return the page in every language, and the files of facts and of fairs."""
    return (*_pages(site), *_facts(site))


def make(site: Site, artifact: Artifact) -> bytes:
    """Return a page, a file of facts or that of the fairs."""
    kind, which = artifact.args
    if kind == "page":
        return _page(site, artifact)
    return walks_file(site) if kind == "fairs" else facts_file(site, int(which))


def letter_languages(site: Site) -> tuple[Language, ...]:
    """Return the languages in which an enquiry can be written."""
    return tuple(dict.fromkeys((*_WRITTEN, *site.config.languages)))


def _pages(site: Site) -> Iterator[Artifact]:
    for code in site.config.languages:
        path = Routes(code, site.config.language).shortlist()
        yield Artifact(path, "shortlist", ("page", code), rank="entry")


def _facts(site: Site) -> Iterator[Artifact]:
    for number in range(len(held(site))):
        yield Artifact(shortlist_facts(number), "shortlist", ("facts", number))
    if walked(site):
        yield Artifact(shortlist_walks(), "shortlist", ("fairs", ""))


def _page(site: Site, artifact: Artifact) -> bytes:
    here = Here(site, Language(str(artifact.args[1])), artifact.path)
    t = here.t
    head = head_for(
        site,
        here.language,
        here.path,
        title=t("shortlist.title"),
        description=t("shortlist.description"),
        alternates={},
        indexed=False,
    )
    return render(
        site,
        "pages/shortlist.html",
        head,
        crumbs=here.crumbs((t("shortlist.title"), here.path)),
        fairs=bool(walked(site)),
        told=json.dumps(_told(here), ensure_ascii=False, separators=(",", ":")),
        search=here.link(here.routes.search()),
        products=here.link(here.routes.listing("products")),
    )


def _told(here: Here) -> dict[str, object]:
    """Return what the script says and knows."""
    site, first = here.site, here.site.config.language
    press = press_for(site)
    return {
        "files": len(held(site)),
        "fairs": bool(walked(site)),
        "first": first,
        "folder": here.routes.home().removesuffix("index.html"),
        "address": site.config.url + here.path,
        "say": here.t.under(_SAID),
        "days": here.t.under("fair.days.") | here.t.under("fair.state."),
        "sets": {one.number: here.speak.plain(one.name) for one in SETS.values()},
        "letters": {
            code: {
                **press.texts_in(code).under(_LETTER),
                "site": localise(site.config.title, code, first)[0],
            }
            for code in letter_languages(site)
        },
    }
