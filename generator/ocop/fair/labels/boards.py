"""What the name board of a booth says: its number, who stands there, with what.

Owns whose boards there are: the booths of a fair, or without one the producers of what was
chosen. Called by :mod:`ocop.fair.labels.print_labels`.
"""

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from msgspec import Struct

from ocop.domain.catalogue import Catalogue
from ocop.domain.fair import Fair
from ocop.domain.product import Product
from ocop.fair.choice import Choice, chosen_booths, makers_at, shown_at
from ocop.fair.codes import address_code, marked
from ocop.fair.facts import here_in, industry_facts
from ocop.fair.labels.faces import Face, product_faces
from ocop.pages.booth_numbers import short
from ocop.pages.covers import design_of, foremost
from ocop.pages.fair_page import when
from ocop.pages.site import Site
from ocop.paths import EntryId, SourcePath
from ocop.text import Language

_LISTED = 6
"""Products that a board names; who wants to read more comes nearer, or scans."""


class Stand(Struct, frozen=True):
    """One board to be: ``number`` is empty where no fair gives one; ``path`` is whose it is."""

    id: str
    number: str
    makers: tuple[EntryId, ...]
    products: tuple[Product, ...]
    path: SourcePath
    fair: Fair | None = None


def stands(catalogue: Catalogue, choice: Choice, products: Sequence[Product]) -> list[Stand]:
    """Return the boards for what was chosen: a fair's booths in its order, else producers."""
    kept = {one.id for one in products}
    if choice.fair is None:
        return list(_producers(catalogue, products))
    fair = catalogue.fairs[choice.fair]
    found = []
    for booth in chosen_booths(catalogue, choice):
        shown = tuple(one for one in shown_at(catalogue, booth) if one.id in kept)
        if shown:
            name, makers = f"{fair.id}:{booth.number}", makers_at(booth, shown)
            found.append(Stand(name, booth.number, makers, shown, fair.path, fair))
    return found


def _producers(catalogue: Catalogue, products: Iterable[Product]) -> Iterator[Stand]:
    made: dict[EntryId, list[Product]] = {}
    for product in products:
        for maker in product.producers:
            made.setdefault(maker, []).append(product)
    for maker, goods in made.items():
        path = catalogue.producers[maker].path
        yield Stand(maker, "", (maker,), tuple(goods), path)


def board_faces(
    site: Site, stand: Stand, languages: Sequence[Language], apart: bool, mark: str
) -> list[Face]:
    """Return the faces of a board: one for each language if ``apart``, else one."""
    goods = [product_faces(site, one, languages, apart, mark) for one in stand.products[:_LISTED]]
    spoken = languages if apart else languages[:1]
    faces = [
        _face(site, stand, language, [sides[at] for sides in goods], mark)
        for at, language in enumerate(spoken)
    ]
    for other in () if apart else languages[1:]:
        speak = here_in(site, other).speak
        names = [speak.plain(site.catalogue.producers[one].name) for one in stand.makers]
        faces[0]["names"] += [name for name in names if name not in faces[0]["makers"]]
    return faces


def _face(site: Site, stand: Stand, language: Language, goods: list[Face], mark: str) -> Face:
    here = here_in(site, language)
    more = len(stand.products) - len(goods)
    fair = (here.speak.plain(stand.fair.name), when(here, stand.fair)) if stand.fair else ()
    return {
        "id": quote(stand.id),  # a template names several, with blanks between
        "language": language,
        "number": short(stand.number),
        "booth": here.t("fair.booth") if stand.number else "",
        "makers": [here.speak.plain(site.catalogue.producers[one].name) for one in stand.makers],
        "names": [],
        "goods": goods,
        "more": here.t("labels.more", n=more) if more > 0 else "",
        "fair": list(fair),
        "industry": industry_facts(here, foremost(stand.products)),
        "weave": design_of(EntryId(stand.id)),
        "code": _code(site, stand, language, mark),
    }


def _code(site: Site, stand: Stand, language: Language, mark: str) -> object:
    """Return the code that leads to the producer's page, or to the fair's where there are more."""
    here = here_in(site, language)
    if len(stand.makers) == 1:
        page, caption = here.routes.entry("producers", stand.makers[0]), "labels.maker"
    elif stand.fair:
        page, caption = here.routes.entry("fairs", stand.fair.id), "labels.fair"
    else:
        return None
    address = f"{site.config.url}{page}"
    code = address_code(here.t, marked(address, mark), here.t(caption), told=address)
    return dict(code.data())
